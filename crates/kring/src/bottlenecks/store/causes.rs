//! SQL of causes: writing, changing and moving them, votes for them, and what is done about them.

use store::{Error, Tx, args, sql};

use crate::bottlenecks::tree::Spot;
use crate::id::{MeetingId, PersonId};

/// A cause that somebody writes.
pub(crate) struct Written<'a> {
    pub(crate) id: &'a str,
    pub(crate) form_key: &'a str,
    pub(crate) bottleneck: &'a str,
    pub(crate) spot: &'a Spot,
    pub(crate) text: &'a str,
    /// `None` when nobody may know.
    pub(crate) author: Option<&'a PersonId>,
    /// Microseconds since 1970, UTC.
    pub(crate) at: i64,
}

/// The category and the cause that a spot is under; one of them.
fn columns(spot: &Spot) -> (Option<&str>, Option<&str>) {
    match spot {
        Spot::Category(id) => (Some(id), None),
        Spot::Cause(id) => (None, Some(id)),
    }
}

/// The last place under a spot.
fn last_place(tx: &mut Tx<'_>, spot: &Spot) -> Result<i64, Error> {
    let (category, parent) = columns(spot);
    tx.one(
        sql!(
            "select coalesce(max(position), 0) from bottleneck_causes
             where category_id is not distinct from cast($1 as text) and parent_id is not distinct from cast($2 as text)"
        ),
        args![category, parent],
    )
}

/// Adds a cause below the others at its spot. `false` when the same form was sent before.
pub(crate) fn add(tx: &mut Tx<'_>, written: &Written<'_>) -> Result<bool, Error> {
    let (category, parent) = columns(written.spot);
    let position = last_place(tx, written.spot)? + 1;
    let added = tx.run(
        sql!(
            "insert into bottleneck_causes
                 (id, form_key, bottleneck_id, category_id, parent_id, position, text, author_id, written_at, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
             on conflict (form_key) do nothing"
        ),
        args![
            written.id,
            written.form_key,
            written.bottleneck,
            category,
            parent,
            position,
            written.text,
            written.author.map(|author| author.0.as_str()),
            written.at
        ],
    )?;
    Ok(added > 0)
}

/// Whether a form was sent before.
pub(in crate::bottlenecks) fn knows(tx: &mut Tx<'_>, form_key: &str) -> Result<bool, Error> {
    let known: i64 = tx.one(
        sql!("select count(*) from bottleneck_causes where form_key = $1"),
        args![form_key],
    )?;
    Ok(known > 0)
}

/// Changes the text of a cause, when it is still the one somebody saw.
pub(in crate::bottlenecks) fn rename(
    tx: &mut Tx<'_>,
    (id, version): (&str, i64),
    text: &str,
) -> Result<bool, Error> {
    let renamed = tx.run(
        sql!("update bottleneck_causes set text = $3, version = version + 1 where id = $1 and version = $2"),
        args![id, version, text],
    )?;
    Ok(renamed > 0)
}

/// Moves a cause below the others at another spot.
pub(in crate::bottlenecks) fn put(tx: &mut Tx<'_>, id: &str, spot: &Spot) -> Result<(), Error> {
    let (category, parent) = columns(spot);
    let position = last_place(tx, spot)? + 1;
    tx.run(
        sql!("update bottleneck_causes set category_id = $2, parent_id = $3, position = $4 where id = $1"),
        args![id, category, parent, position],
    )?;
    Ok(())
}

/// Puts causes that stand beside each other in this order.
pub(in crate::bottlenecks) fn order(tx: &mut Tx<'_>, ids: &[String]) -> Result<(), Error> {
    for (position, id) in (1_i64..).zip(ids) {
        tx.run(
            sql!("update bottleneck_causes set position = $2 where id = $1"),
            args![id, position],
        )?;
    }
    Ok(())
}

/// Takes a cause away, with its votes.
pub(in crate::bottlenecks) fn remove(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    tx.run(
        sql!("delete from bottleneck_votes where cause_id = $1"),
        args![id],
    )?;
    tx.run(
        sql!("delete from bottleneck_actions where cause_id = $1"),
        args![id],
    )?;
    tx.run(sql!("delete from bottleneck_causes where id = $1"), args![id])?;
    Ok(())
}

/// Takes back what somebody chose in a diagram.
pub(in crate::bottlenecks) fn clear_votes(tx: &mut Tx<'_>, id: &str, person: &PersonId) -> Result<(), Error> {
    tx.run(
        sql!(
            "delete from bottleneck_votes
             where person_id = $2 and cause_id in (select c.id from bottleneck_causes c where c.bottleneck_id = $1)"
        ),
        args![id, person],
    )?;
    Ok(())
}

/// Notes that somebody finds a cause a root.
pub(crate) fn vote(tx: &mut Tx<'_>, cause: &str, person: &PersonId) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into bottleneck_votes (cause_id, person_id) values ($1, $2)
             on conflict (cause_id, person_id) do nothing"
        ),
        args![cause, person],
    )?;
    Ok(())
}

/// Says that these actions of a meeting are about a cause, and that the others of it are not.
pub(in crate::bottlenecks) fn link_actions(
    tx: &mut Tx<'_>,
    cause: &str,
    meeting: &MeetingId,
    chosen: &[String],
) -> Result<(), Error> {
    tx.run(
        sql!(
            "delete from bottleneck_actions
             where cause_id = $1 and action_id in (select a.id from actions a where a.meeting_id = $2)"
        ),
        args![cause, meeting],
    )?;
    for action in chosen {
        tx.run(
            sql!(
                "insert into bottleneck_actions (action_id, cause_id)
                 select a.id, cast($2 as text) from actions a where a.id = $1 and a.meeting_id = $3
                 on conflict (action_id) do update set cause_id = excluded.cause_id"
            ),
            args![action, cause, meeting],
        )?;
    }
    Ok(())
}
