//! SQL of the auth slice.

use store::{Error, Tx, args, from_row, sql};

use crate::id::PersonId;

/// A valid sign-in.
pub(super) struct SignIn {
    pub(super) person_id: PersonId,
    pub(super) name: String,
    pub(super) seen_on: String,
}
from_row!(SignIn {
    person_id,
    name,
    seen_on
});

pub(super) fn add_link(
    tx: &mut Tx<'_>,
    hash: &str,
    person: &PersonId,
    now: i64,
    expires: i64,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into sign_in_links (token_hash, person_id, created_at, expires_at)
             values ($1, $2, $3, $4)"
        ),
        args![hash, person, now, expires],
    )?;
    Ok(())
}

/// Uses a link up; `None` when it is unknown, used or too old.
pub(super) fn use_link(tx: &mut Tx<'_>, hash: &str, now: i64) -> Result<Option<PersonId>, Error> {
    tx.maybe(
        sql!(
            "update sign_in_links set used_at = $2
             where token_hash = $1 and used_at is null and expires_at > $2
             returning person_id"
        ),
        args![hash, now],
    )
}

pub(super) fn add_sign_in(
    tx: &mut Tx<'_>,
    hash: &str,
    person: &PersonId,
    now: i64,
    expires: i64,
    day: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into sign_ins (token_hash, person_id, created_at, expires_at, seen_on)
             values ($1, $2, $3, $4, $5)"
        ),
        args![hash, person, now, expires, day],
    )?;
    Ok(())
}

pub(super) fn find_sign_in(tx: &mut Tx<'_>, hash: &str, now: i64) -> Result<Option<SignIn>, Error> {
    tx.maybe(
        sql!(
            "select s.person_id, p.name, s.seen_on
             from sign_ins s join people p on p.id = s.person_id
             where s.token_hash = $1 and s.expires_at > $2"
        ),
        args![hash, now],
    )
}

pub(super) fn note_day(tx: &mut Tx<'_>, hash: &str, day: &str) -> Result<(), Error> {
    tx.run(
        sql!("update sign_ins set seen_on = $2 where token_hash = $1"),
        args![hash, day],
    )?;
    Ok(())
}

pub(super) fn end_sign_in(tx: &mut Tx<'_>, hash: &str) -> Result<(), Error> {
    tx.run(sql!("delete from sign_ins where token_hash = $1"), args![hash])?;
    Ok(())
}
