//! SQL of links: those in mails with which people answer, and the addresses of lists for calendars.

use store::{Error, Tx, args, sql};

use crate::id::{MeetingId, PersonId};

/// Whoever has the token of this hash answers for this person.
pub(in crate::calendar) fn add_reply_link(
    tx: &mut Tx<'_>,
    hash: &str,
    meeting: &MeetingId,
    person: &PersonId,
    ends_at: i64,
) -> Result<(), Error> {
    tx.run(
        sql!("insert into reply_links (token_hash, meeting_id, person_id, ends_at) values ($1, $2, $3, $4)"),
        args![hash, meeting, person, ends_at],
    )?;
    Ok(())
}

/// Whose answer to which meeting a link gives, while it works.
pub(in crate::calendar) fn reply_link(
    tx: &mut Tx<'_>,
    hash: &str,
    now: i64,
) -> Result<Option<(MeetingId, PersonId)>, Error> {
    tx.maybe(
        sql!("select meeting_id, person_id from reply_links where token_hash = $1 and ends_at > $2"),
        args![hash, now],
    )
}

/// The links of somebody to a meeting work no more.
pub(in crate::calendar) fn forget_links_of(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
) -> Result<(), Error> {
    tx.run(
        sql!("delete from reply_links where meeting_id = $1 and person_id = $2"),
        args![meeting, person],
    )?;
    Ok(())
}

/// Forgets links that work no more.
pub(in crate::calendar) fn forget_reply_links(tx: &mut Tx<'_>, now: i64) -> Result<u64, Error> {
    tx.run(sql!("delete from reply_links where ends_at <= $1"), args![now])
}

/// Gives somebody's list an address; the one it had works no more.
pub(in crate::calendar) fn renew_feed(
    tx: &mut Tx<'_>,
    person: &PersonId,
    hash: &str,
    now: i64,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into calendar_feeds (person_id, token_hash, made_at) values ($1, $2, $3)
             on conflict (person_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at"
        ),
        args![person, hash, now],
    )?;
    Ok(())
}

/// The list of somebody has no address any more.
pub(in crate::calendar) fn end_feed(tx: &mut Tx<'_>, person: &PersonId) -> Result<(), Error> {
    tx.run(
        sql!("delete from calendar_feeds where person_id = $1"),
        args![person],
    )?;
    Ok(())
}

/// When somebody's list got its address; `None` when it has none.
pub(in crate::calendar) fn feed_since(tx: &mut Tx<'_>, person: &PersonId) -> Result<Option<i64>, Error> {
    tx.maybe(
        sql!("select made_at from calendar_feeds where person_id = $1"),
        args![person],
    )
}

/// Whose list an address is, and their language.
pub(in crate::calendar) fn feed_owner(
    tx: &mut Tx<'_>,
    hash: &str,
) -> Result<Option<(PersonId, String)>, Error> {
    tx.maybe(
        sql!(
            "select p.id, p.language from calendar_feeds f join people p on p.id = f.person_id where f.token_hash = $1"
        ),
        args![hash],
    )
}
