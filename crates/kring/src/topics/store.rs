//! SQL of the topics slice.

use store::{Error, Tx, args, sql};

use super::{Ahead, Topic};
use crate::id::{GroupId, MeetingId, PersonId};

/// The list of a group in its order. What is attached to a meeting that was held is discussed; a meeting that was called off holds nothing.
pub(super) fn of_group(tx: &mut Tx<'_>, group: &GroupId) -> Result<Vec<Topic>, Error> {
    tx.all(
        sql!(
            "select t.id, t.group_id, t.title, case when m.state = 'held' then 'discussed' else t.state end as state, t.guest,
                    m.id as meeting_id, m.title as meeting, m.starts_at, t.position, t.version, t.proposed_by, p.name as proposer
             from topics t
             left join meetings m on m.id = t.meeting_id and m.state <> 'cancelled'
             left join people p on p.id = t.proposed_by
             where t.group_id = $1
             order by t.position, t.id"
        ),
        args![group],
    )
}

/// The group of a topic.
pub(super) fn group_of(tx: &mut Tx<'_>, topic: &str) -> Result<Option<GroupId>, Error> {
    tx.maybe(sql!("select group_id from topics where id = $1"), args![topic])
}

/// Meetings of a group that are still to come; `with_drafts`: also those that nobody knows of yet.
pub(super) fn ahead(
    tx: &mut Tx<'_>,
    group: &GroupId,
    now: i64,
    with_drafts: bool,
) -> Result<Vec<Ahead>, Error> {
    tx.all(
        sql!(
            "select id, title, starts_at from meetings
             where group_id = $1 and state = 'planned' and ends_at > $2 and (published_at is not null or $3 = true)
             order by starts_at, id"
        ),
        args![group, now, with_drafts],
    )
}

/// Topics of a group that are still to come and attached to no meeting: id and title, in their order.
pub(crate) fn waiting(tx: &mut Tx<'_>, group: &GroupId) -> Result<Vec<(String, String)>, Error> {
    let topics = of_group(tx, group)?.into_iter();
    Ok(topics
        .filter(|topic| topic.is_coming() && topic.meeting_id.is_none())
        .map(|topic| (topic.id, topic.title))
        .collect())
}

/// Attaches a topic of this group that is still to come to a meeting.
pub(crate) fn attach(
    tx: &mut Tx<'_>,
    group: &GroupId,
    topic: &str,
    meeting: &MeetingId,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "update topics set meeting_id = $3, version = version + 1
             where id = $1 and group_id = $2 and state = 'coming'"
        ),
        args![topic, group, meeting],
    )?;
    Ok(())
}

/// Puts a topic at the end of the list, once for each form.
pub(super) fn add(
    tx: &mut Tx<'_>,
    (id, key): (&str, &str),
    group: &GroupId,
    (title, guest): (&str, Option<&str>),
    person: &PersonId,
) -> Result<(), Error> {
    let last: i64 = tx.one(
        sql!("select coalesce(max(position), 0) from topics where group_id = $1"),
        args![group],
    )?;
    tx.run(
        sql!(
            "insert into topics (id, group_id, title, state, guest, position, proposed_by, form_key)
             values ($1, $2, $3, 'coming', $4, $5, $6, $7) on conflict (form_key) do nothing"
        ),
        args![id, group, title, guest, last + 1, person, key],
    )?;
    Ok(())
}

/// Another title, guest or meeting; `false` when somebody changed it meanwhile.
pub(super) fn change(
    tx: &mut Tx<'_>,
    (id, seen): (&str, i64),
    (title, guest): (&str, Option<&str>),
    meeting: Option<&str>,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update topics set title = $3, guest = $4, meeting_id = $5, version = version + 1
             where id = $1 and version = $2"
        ),
        args![id, seen, title, guest, meeting],
    )?;
    Ok(changed == 1)
}

/// It was discussed.
pub(super) fn mark_discussed(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    tx.run(
        sql!(
            "update topics set state = 'discussed', version = version + 1 where id = $1 and state = 'coming'"
        ),
        args![id],
    )?;
    Ok(())
}

/// It is still to come after all, and at no meeting yet.
pub(super) fn mark_coming(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    tx.run(
        sql!("update topics set state = 'coming', meeting_id = null, version = version + 1 where id = $1"),
        args![id],
    )?;
    Ok(())
}

pub(super) fn set_position(tx: &mut Tx<'_>, id: &str, position: i64) -> Result<(), Error> {
    tx.run(
        sql!("update topics set position = $2 where id = $1"),
        args![id, position],
    )?;
    Ok(())
}

pub(super) fn remove(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    tx.run(sql!("delete from topics where id = $1"), args![id])?;
    Ok(())
}
