//! SQL of the room slice: the log of sessions.

use ::store::{Error, Tx, args, from_row, sql};
use session::ids::{At, ClientKey};

use crate::id::MeetingId;

/// One line of a log, as it is stored.
pub(super) struct Row {
    pub(super) seq: i64,
    pub(super) row: String,
}
from_row!(Row { seq, row });

/// The log of a room from a place on, in order.
pub(super) fn rows_from(tx: &mut Tx<'_>, room: &MeetingId, seq: i64) -> Result<Vec<Row>, Error> {
    tx.all(
        sql!("select seq, row from session_events where session = $1 and seq >= $2 order by seq"),
        args![room, seq],
    )
}

/// Adds a line to the log of a room. A place that is taken is a unique violation: another node was first.
pub(super) fn append(
    tx: &mut Tx<'_>,
    room: &MeetingId,
    row: &Row,
    at: At,
    key: Option<&ClientKey>,
) -> Result<(), Error> {
    tx.run(
        sql!("insert into session_events (session, seq, at, key, row) values ($1, $2, $3, $4, $5)"),
        args![room, row.seq, at.0, key.map(|key| key.0.as_str()), &row.row],
    )?;
    Ok(())
}

/// Keeps how far a room is.
pub(super) fn keep_phase(tx: &mut Tx<'_>, room: &MeetingId, phase: &str, at: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into rooms (session, phase, since) values ($1, $2, $3)
             on conflict (session) do update set phase = excluded.phase, since = excluded.since"
        ),
        args![room, phase, at],
    )?;
    Ok(())
}

/// Whether a session was ever opened in a room.
pub(crate) fn has_opened(tx: &mut Tx<'_>, room: &MeetingId) -> Result<bool, Error> {
    let phase: Option<String> = tx.maybe(sql!("select phase from rooms where session = $1"), args![room])?;
    Ok(phase.is_some())
}

/// A room that was shut is as if it had never been opened.
pub(super) fn forget_phase(tx: &mut Tx<'_>, room: &MeetingId) -> Result<(), Error> {
    tx.run(sql!("delete from rooms where session = $1"), args![room])?;
    Ok(())
}

/// Rooms that stand open without having begun, of meetings whose planned end was before a moment.
pub(super) fn waiting(tx: &mut Tx<'_>, before: i64) -> Result<Vec<MeetingId>, Error> {
    tx.all(
        sql!(
            "select r.session from rooms r join meetings m on m.id = r.session
             where r.phase = 'lobby' and m.ends_at < $1
             order by m.ends_at, r.session"
        ),
        args![before],
    )
}

/// Rooms in which a session runs, the longest running first.
pub(super) fn running(tx: &mut Tx<'_>) -> Result<Vec<MeetingId>, Error> {
    tx.all(
        sql!("select session from rooms where phase = 'running' order by since, session"),
        args![],
    )
}

/// Overwrites a line of a log whose content may go.
pub(super) fn overwrite(tx: &mut Tx<'_>, room: &MeetingId, row: &Row) -> Result<(), Error> {
    tx.run(
        sql!("update session_events set row = $3, at = 0 where session = $1 and seq = $2"),
        args![room, row.seq, &row.row],
    )?;
    Ok(())
}
