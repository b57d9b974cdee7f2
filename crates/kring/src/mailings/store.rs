//! SQL of the mailings slice.

use store::{Error, Tx, args, sql};

use super::{Past, Waiting};
use crate::id::ProgrammeId;

/// What waits in a programme, what goes first on top.
pub(super) fn waiting(tx: &mut Tx<'_>, programme: &ProgrammeId, most: i64) -> Result<Vec<Waiting>, Error> {
    tx.all(
        sql!(
            "select o.id, p.name, o.address, o.subject, o.text, o.due_at, o.calendar is not null as has_calendar, o.problem
             from outbox o left join people p on p.id = o.person_id
             where o.programme_id = $1 order by o.due_at, o.id limit $2"
        ),
        args![programme, most],
    )
}

/// How many wait.
pub(super) fn count(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<i64, Error> {
    tx.one(
        sql!("select count(*) from outbox where programme_id = $1"),
        args![programme],
    )
}

/// One that waits.
pub(super) fn find(tx: &mut Tx<'_>, programme: &ProgrammeId, mail: &str) -> Result<Option<Waiting>, Error> {
    tx.maybe(
        sql!(
            "select o.id, p.name, o.address, o.subject, o.text, o.due_at, o.calendar is not null as has_calendar, o.problem
             from outbox o left join people p on p.id = o.person_id
             where o.programme_id = $1 and o.id = $2"
        ),
        args![programme, mail],
    )
}

/// What ended, the newest on top.
pub(super) fn ended(tx: &mut Tx<'_>, programme: &ProgrammeId, most: i64) -> Result<Vec<Past>, Error> {
    tx.all(
        sql!(
            "select p.name, l.address, l.subject, l.outcome, l.ended_at
             from mail_ledger l left join people p on p.id = l.person_id
             where l.programme_id = $1 order by l.ended_at desc, l.id limit $2"
        ),
        args![programme, most],
    )
}

/// Another subject and text, as long as nobody is sending it; `old` is the text it was changed from.
pub(super) fn change(
    tx: &mut Tx<'_>,
    (programme, mail): (&ProgrammeId, &str),
    (subject, text): (&str, &str),
    old: &str,
    now: i64,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update outbox set subject = $3, text = $4
             where programme_id = $1 and id = $2 and text = $5 and leased_until < $6"
        ),
        args![programme, mail, subject, text, old, now],
    )?;
    Ok(changed == 1)
}
