//! SQL of the guests slice.

use store::{Error, Tx, args, sql};

use super::{Door, Guest, NewDoor};
use crate::id::{GuestId, MeetingId, PersonId};

/// Makes a door for a meeting, unless it has one.
pub(crate) fn add_door(tx: &mut Tx<'_>, meeting: &MeetingId, door: &NewDoor, now: i64) -> Result<(), Error> {
    for code in &door.codes {
        let added = tx.run(
            sql!(
                "insert into doors (meeting_id, code, secret, is_open, opened_at)
                 values ($1, $2, $3, $4, $5) on conflict do nothing"
            ),
            args![meeting, code, &door.secret, door.is_open, now],
        )?;
        if added > 0 || find_door(tx, meeting)?.is_some() {
            break;
        }
    }
    Ok(())
}

pub(crate) fn find_door(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Option<Door>, Error> {
    tx.maybe(
        sql!("select meeting_id, code, secret, is_open from doors where meeting_id = $1"),
        args![meeting],
    )
}

pub(crate) fn find_door_by_code(tx: &mut Tx<'_>, code: &str) -> Result<Option<Door>, Error> {
    tx.maybe(
        sql!("select meeting_id, code, secret, is_open from doors where code = $1"),
        args![code],
    )
}

/// Opens or closes the door for guests.
pub(crate) fn turn_door(tx: &mut Tx<'_>, meeting: &MeetingId, is_open: bool) -> Result<(), Error> {
    tx.run(
        sql!("update doors set is_open = $2 where meeting_id = $1"),
        args![meeting, is_open],
    )?;
    Ok(())
}

/// Whose pass it is for a meeting, shown out or not.
pub(crate) fn guest_by_pass(
    tx: &mut Tx<'_>,
    hash: &str,
    meeting: &MeetingId,
) -> Result<Option<Guest>, Error> {
    tx.maybe(
        sql!(
            "select g.id, g.name, g.removed_at
             from guest_passes p join guests g on g.id = p.guest_id
             where p.token_hash = $1 and g.meeting_id = $2"
        ),
        args![hash, meeting],
    )
}

/// Who is let into a meeting with a pass as its speaker, with their name; nobody, once they are not invited any more.
pub(crate) fn speaker_by_pass(
    tx: &mut Tx<'_>,
    hash: &str,
    meeting: &MeetingId,
) -> Result<Option<(PersonId, String)>, Error> {
    tx.maybe(
        sql!(
            "select p.id, p.name
             from speaker_passes s
             join attendance a on a.meeting_id = s.meeting_id and a.person_id = s.person_id and a.role = 'speaker'
             join people p on p.id = s.person_id
             where s.token_hash = $1 and s.meeting_id = $2"
        ),
        args![hash, meeting],
    )
}

/// Lets a browser into a meeting as its speaker.
pub(crate) fn add_speaker_pass(
    tx: &mut Tx<'_>,
    hash: &str,
    (meeting, person): (&MeetingId, &PersonId),
    now: i64,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into speaker_passes (token_hash, meeting_id, person_id, made_at) values ($1, $2, $3, $4)
             on conflict (token_hash, meeting_id) do update set person_id = excluded.person_id"
        ),
        args![hash, meeting, person, now],
    )?;
    Ok(())
}

/// Lets nobody in any more as this speaker.
pub(crate) fn end_speaker_passes(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
) -> Result<(), Error> {
    tx.run(
        sql!("delete from speaker_passes where meeting_id = $1 and person_id = $2"),
        args![meeting, person],
    )?;
    Ok(())
}

/// Whether a pass was given to somebody, for whatever meeting.
pub(crate) fn is_pass(tx: &mut Tx<'_>, hash: &str) -> Result<bool, Error> {
    let known: i64 = tx.one(
        sql!(
            "select (select count(*) from guest_passes where token_hash = $1)
                    + (select count(*) from speaker_passes where token_hash = $1)"
        ),
        args![hash],
    )?;
    Ok(known > 0)
}

/// What the guests of a meeting are called.
pub(crate) fn names(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<String>, Error> {
    tx.all(
        sql!("select name from guests where meeting_id = $1"),
        args![meeting],
    )
}

/// Adds a guest with the pass of their browser.
pub(crate) fn add_guest(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    guest: &Guest,
    hash: &str,
    now: i64,
) -> Result<(), Error> {
    tx.run(
        sql!("insert into guests (id, meeting_id, name, joined_at) values ($1, $2, $3, $4)"),
        args![&guest.id, meeting, &guest.name, now],
    )?;
    tx.run(
        sql!("insert into guest_passes (token_hash, guest_id, created_at) values ($1, $2, $3)"),
        args![hash, &guest.id, now],
    )?;
    Ok(())
}

/// Shows a guest out of a meeting; `false` when there is no such guest in it. Twice is fine.
pub(crate) fn remove_guest(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    guest: &GuestId,
    now: i64,
) -> Result<bool, Error> {
    let removed = tx.run(
        sql!("update guests set removed_at = coalesce(removed_at, $3) where id = $1 and meeting_id = $2"),
        args![guest, meeting, now],
    )?;
    Ok(removed > 0)
}
