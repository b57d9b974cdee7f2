//! SQL of the auth slice.

use store::{Error, Tx, args, from_row, sql};

use super::codes::Request;
use super::device::Device;
use super::rules;
use crate::id::{PersonId, SignInId};

/// A valid sign-in.
pub(super) struct SignIn {
    pub(super) id: SignInId,
    pub(super) person_id: PersonId,
    pub(super) name: String,
    pub(super) seen_on: String,
}
from_row!(SignIn {
    id,
    person_id,
    name,
    seen_on
});

/// A device somebody is signed in on.
pub(super) struct Place {
    pub(super) id: SignInId,
    pub(super) browser: String,
    pub(super) system: String,
    pub(super) created_at: i64,
    pub(super) seen_on: String,
}
from_row!(Place {
    id,
    browser,
    system,
    created_at,
    seen_on
});

/// What the browser that asked for a code may see of it again.
pub(super) struct Asked {
    pub(super) address: String,
    pub(super) next: String,
}
from_row!(Asked { address, next });

/// A code that is being tried.
pub(super) struct Tried {
    pub(super) id: String,
    pub(super) code_hash: String,
    pub(super) person_id: Option<PersonId>,
    pub(super) next: String,
}
from_row!(Tried {
    id,
    code_hash,
    person_id,
    next
});

/// Who a used-up link let in, and where they wanted to go.
pub(super) struct Opened {
    pub(super) person_id: Option<PersonId>,
    pub(super) next: String,
}
from_row!(Opened { person_id, next });

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

/// Uses a link up, one that an administrator made or one from a mail with a code; `None` when it is unknown, used or too old.
pub(super) fn use_link(tx: &mut Tx<'_>, hash: &str, now: i64) -> Result<Option<(PersonId, String)>, Error> {
    let made: Option<PersonId> = tx.maybe(
        sql!(
            "update sign_in_links set used_at = $2
             where token_hash = $1 and used_at is null and expires_at > $2
             returning person_id"
        ),
        args![hash, now],
    )?;
    if let Some(person) = made {
        return Ok(Some((person, rules::HOME.to_owned())));
    }
    let mailed: Option<Opened> = tx.maybe(
        sql!(
            "update sign_in_codes set ended_at = $2
             where link_hash = $1 and ended_at is null and expires_at > $2
             returning person_id, next"
        ),
        args![hash, now],
    )?;
    Ok(mailed.and_then(|opened| Some((opened.person_id?, opened.next))))
}

/// Forgets who asked for codes that ran out before a moment.
pub(super) fn forget_codes(tx: &mut Tx<'_>, before: i64) -> Result<(), Error> {
    tx.run(
        sql!("delete from sign_in_codes where expires_at < $1"),
        args![before],
    )?;
    Ok(())
}

/// Ends the older codes of an address.
pub(super) fn end_other_codes(tx: &mut Tx<'_>, request: &Request) -> Result<(), Error> {
    tx.run(
        sql!(
            "update sign_in_codes set ended_at = $3
             where address = $1 and id <> $2 and ended_at is null"
        ),
        args![&request.address, &request.id, request.created],
    )?;
    Ok(())
}

/// Whether the browser of a request asked the same a moment ago, so that this is the second click.
pub(super) fn is_just_asked(tx: &mut Tx<'_>, request: &Request, moment: i64) -> Result<bool, Error> {
    let found: Option<String> = tx.maybe(
        sql!(
            "select id from sign_in_codes
             where browser_hash = $1 and address = $2 and created_at > $3 and ended_at is null"
        ),
        args![
            &request.browser_hash,
            &request.address,
            request.created.saturating_sub(moment)
        ],
    )?;
    Ok(found.is_some())
}

/// Keeps a request; `false` when its browser made one before.
pub(super) fn add_code(tx: &mut Tx<'_>, request: &Request) -> Result<bool, Error> {
    let added = tx.run(
        sql!(
            "insert into sign_in_codes (id, address, person_id, browser_hash, code_hash, link_hash, next, created_at,
                                        expires_at, tries)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)
             on conflict (browser_hash) do nothing"
        ),
        args![
            &request.id,
            &request.address,
            request.person.as_ref().map(|person| person.0.as_str()),
            &request.browser_hash,
            &request.code_hash,
            &request.link_hash,
            &request.next,
            request.created,
            request.expires
        ],
    )?;
    Ok(added == 1)
}

/// What a browser asked for last.
pub(super) fn find_asked(tx: &mut Tx<'_>, browser_hash: &str) -> Result<Option<Asked>, Error> {
    tx.maybe(
        sql!("select address, next from sign_in_codes where browser_hash = $1"),
        args![browser_hash],
    )
}

/// Counts a try at the code of a browser; `None` when there is none that can still be tried.
pub(super) fn try_code(tx: &mut Tx<'_>, browser_hash: &str, now: i64) -> Result<Option<Tried>, Error> {
    tx.maybe(
        sql!(
            "update sign_in_codes set tries = tries + 1
             where browser_hash = $1 and ended_at is null and expires_at > $2 and tries < $3
             returning id, code_hash, person_id, next"
        ),
        args![browser_hash, now, rules::CODE_TRIES],
    )
}

/// Uses a code up.
pub(super) fn end_code(tx: &mut Tx<'_>, id: &str, now: i64) -> Result<(), Error> {
    tx.run(
        sql!("update sign_in_codes set ended_at = $2 where id = $1"),
        args![id, now],
    )?;
    Ok(())
}

/// A sign-in to be kept.
pub(super) struct Fresh {
    pub(super) id: SignInId,
    pub(super) hash: String,
    pub(super) person: PersonId,
    pub(super) device: Device,
    pub(super) now: i64,
    pub(super) expires: i64,
    pub(super) day: String,
}

/// Keeps a sign-in, and sweeps away those of the same person that ran out.
pub(super) fn add_sign_in(tx: &mut Tx<'_>, fresh: &Fresh) -> Result<(), Error> {
    tx.run(
        sql!("delete from sign_ins where person_id = $1 and expires_at <= $2"),
        args![&fresh.person, fresh.now],
    )?;
    tx.run(
        sql!(
            "insert into sign_ins (id, token_hash, person_id, browser, system, created_at, expires_at, seen_on)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![
            &fresh.id,
            &fresh.hash,
            &fresh.person,
            fresh.device.browser,
            fresh.device.system,
            fresh.now,
            fresh.expires,
            &fresh.day
        ],
    )?;
    Ok(())
}

pub(super) fn find_sign_in(
    tx: &mut Tx<'_>,
    hash: &str,
    now: i64,
    oldest: &str,
) -> Result<Option<SignIn>, Error> {
    tx.maybe(
        sql!(
            "select s.id, s.person_id, p.name, s.seen_on
             from sign_ins s join people p on p.id = s.person_id
             where s.token_hash = $1 and s.expires_at > $2 and s.seen_on >= $3"
        ),
        args![hash, now, oldest],
    )
}

/// Whether a sign-in is still good.
pub(super) fn lives(tx: &mut Tx<'_>, id: &SignInId, now: i64, oldest: &str) -> Result<bool, Error> {
    let found: Option<SignInId> = tx.maybe(
        sql!("select id from sign_ins where id = $1 and expires_at > $2 and seen_on >= $3"),
        args![id, now, oldest],
    )?;
    Ok(found.is_some())
}

pub(super) fn note_day(tx: &mut Tx<'_>, id: &SignInId, day: &str) -> Result<(), Error> {
    tx.run(
        sql!("update sign_ins set seen_on = $2 where id = $1"),
        args![id, day],
    )?;
    Ok(())
}

/// Where somebody is signed in, newest first.
pub(super) fn places(
    tx: &mut Tx<'_>,
    person: &PersonId,
    now: i64,
    oldest: &str,
) -> Result<Vec<Place>, Error> {
    tx.all(
        sql!(
            "select id, browser, system, created_at, seen_on from sign_ins
             where person_id = $1 and expires_at > $2 and seen_on >= $3 order by created_at desc, id desc"
        ),
        args![person, now, oldest],
    )
}

/// Ends the sign-in of a cookie.
pub(super) fn end_carried(tx: &mut Tx<'_>, hash: &str) -> Result<(), Error> {
    let ended = tx.all(
        sql!("delete from sign_ins where token_hash = $1 returning id"),
        args![hash],
    )?;
    tell(tx, &ended);
    Ok(())
}

/// Ends one sign-in of somebody; one of another person stays.
pub(super) fn end_one(tx: &mut Tx<'_>, id: &SignInId, person: &PersonId) -> Result<(), Error> {
    let ended = tx.all(
        sql!("delete from sign_ins where id = $1 and person_id = $2 returning id"),
        args![id, person],
    )?;
    tell(tx, &ended);
    Ok(())
}

/// Ends every sign-in of somebody.
pub(super) fn end_all(tx: &mut Tx<'_>, person: &PersonId) -> Result<(), Error> {
    let ended = tx.all(
        sql!("delete from sign_ins where person_id = $1 returning id"),
        args![person],
    )?;
    tell(tx, &ended);
    Ok(())
}

/// Wakes what is still open under these sign-ins, on every node.
fn tell(tx: &mut Tx<'_>, ended: &[SignInId]) {
    for sign_in in ended {
        tx.wake(&rules::topic(sign_in), 1);
    }
}
