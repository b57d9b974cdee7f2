//! SQL of the bottlenecks slice.

mod causes;

use store::{Error, Tx, args, sql};

pub(crate) use causes::{Written, add, vote};
pub(super) use causes::{clear_votes, knows, link_actions, order, put, remove, rename};

use super::{Bottleneck, Category, Cause, Line};
use crate::id::{GroupId, MeetingId, PersonId, ProgrammeId};

/// A diagram, with what ties a person to its group on a day. It is named by its id, or by that of one of its causes.
pub(super) fn find_for(
    tx: &mut Tx<'_>,
    (id, cause): (&str, &str),
    person: &PersonId,
    today: &str,
) -> Result<Option<Bottleneck>, Error> {
    tx.maybe(
        sql!(
            "select b.id, b.group_id, g.name as group_name, p.accent, b.meeting_id, n.title as meeting, b.effect, b.made_by,
                    b.is_anonymous, b.shows_counts, b.state, b.version, b.edition,
                    (select count(*) from memberships m
                     where m.group_id = b.group_id and m.person_id = $2 and m.role = 'participant'
                           and m.since <= $3 and (m.until is null or m.until >= $3)) as takes_part,
                    (select count(*) from memberships m
                     where m.group_id = b.group_id and m.person_id = $2 and m.role = 'facilitator'
                           and m.since <= $3 and (m.until is null or m.until >= $3)) as leads,
                    (select count(*) from memberships m
                     where m.group_id = b.group_id and m.role = 'facilitator'
                           and m.since <= $3 and (m.until is null or m.until >= $3)) as leaders
             from bottlenecks b
             join groups g on g.id = b.group_id
             join programmes p on p.id = g.programme_id
             left join meetings n on n.id = b.meeting_id
             where b.id = $1 or b.id = (select c.bottleneck_id from bottleneck_causes c where c.id = $4)"
        ),
        args![id, person, today, cause],
    )
}

/// The version of a diagram; nothing when it is not there.
pub(super) fn version(tx: &mut Tx<'_>, id: &str) -> Result<Option<i64>, Error> {
    tx.maybe(sql!("select version from bottlenecks where id = $1"), args![id])
}

/// Whether a diagram is in this state.
pub(super) fn is_in(tx: &mut Tx<'_>, id: &str, state: &str) -> Result<bool, Error> {
    let count: i64 = tx.one(
        sql!("select count(*) from bottlenecks where id = $1 and state = $2"),
        args![id, state],
    )?;
    Ok(count > 0)
}

/// The diagrams of a group, the newest first.
pub(super) fn of_group(tx: &mut Tx<'_>, group: &GroupId) -> Result<Vec<Line>, Error> {
    tx.all(
        sql!(
            "select b.id, b.effect, b.state, b.made_at,
                    (select count(*) from bottleneck_causes c where c.bottleneck_id = b.id) as causes
             from bottlenecks b where b.group_id = $1 order by b.made_at desc, b.id"
        ),
        args![group],
    )
}

/// The categories of a diagram, in their order.
pub(super) fn categories(tx: &mut Tx<'_>, id: &str) -> Result<Vec<Category>, Error> {
    tx.all(
        sql!("select id, name from bottleneck_categories where bottleneck_id = $1 order by position, id"),
        args![id],
    )
}

/// The causes of a diagram; those beside each other in their order.
pub(super) fn causes(tx: &mut Tx<'_>, id: &str, person: &PersonId) -> Result<Vec<Cause>, Error> {
    tx.all(
        sql!(
            "select c.id, c.category_id, k.name as category, c.parent_id, c.text, c.author_id, p.name as author, c.version,
                    (select count(*) from bottleneck_votes v where v.cause_id = c.id) as votes,
                    (select count(*) from bottleneck_votes v where v.cause_id = c.id and v.person_id = $2) as mine,
                    s.meeting_id, s.state as case_state, s.owner_id as case_owner
             from bottleneck_causes c
             left join bottleneck_categories k on k.id = c.category_id
             left join people p on p.id = c.author_id
             left join cases s on s.id = c.id
             where c.bottleneck_id = $1
             order by c.position, c.id"
        ),
        args![id, person],
    )
}

/// How many people have voted.
pub(super) fn voters(tx: &mut Tx<'_>, id: &str) -> Result<i64, Error> {
    tx.one(
        sql!(
            "select count(distinct v.person_id)
             from bottleneck_votes v join bottleneck_causes c on c.id = v.cause_id
             where c.bottleneck_id = $1"
        ),
        args![id],
    )
}

/// Who takes part in a group on a day, with their names.
pub(super) fn people(
    tx: &mut Tx<'_>,
    group: &GroupId,
    today: &str,
) -> Result<Vec<(PersonId, String)>, Error> {
    tx.all(
        sql!(
            "select distinct p.id, p.name
             from memberships m join people p on p.id = m.person_id
             where m.group_id = $1 and m.role = 'participant' and m.since <= $2 and (m.until is null or m.until >= $2)
             order by p.id"
        ),
        args![group, today],
    )
}

/// A diagram that somebody wants.
pub(crate) struct Wanted<'a> {
    pub(crate) id: &'a str,
    pub(crate) form_key: &'a str,
    pub(crate) group: &'a GroupId,
    pub(crate) meeting: Option<&'a MeetingId>,
    pub(crate) effect: &'a str,
    pub(crate) by: &'a PersonId,
    pub(crate) is_anonymous: bool,
    pub(crate) shows_counts: bool,
    /// Id and name of each, in their order.
    pub(crate) categories: &'a [(String, String)],
    /// Microseconds since 1970, UTC.
    pub(crate) at: i64,
}

/// Makes it, or finds the one that came with the same form from the same person.
pub(crate) fn make(tx: &mut Tx<'_>, wanted: &Wanted<'_>) -> Result<Option<String>, Error> {
    let made = tx.run(
        sql!(
            "insert into bottlenecks
                 (id, form_key, group_id, meeting_id, effect, made_by, is_anonymous, shows_counts, state, made_at, version, edition)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, 1, 1)
             on conflict (form_key) do nothing"
        ),
        args![
            wanted.id,
            wanted.form_key,
            wanted.group,
            wanted.meeting.map(|meeting| meeting.0.as_str()),
            wanted.effect,
            wanted.by,
            wanted.is_anonymous,
            wanted.shows_counts,
            wanted.at
        ],
    )?;
    if made == 0 {
        return tx.maybe(
            sql!("select id from bottlenecks where form_key = $1 and made_by = $2 and group_id = $3"),
            args![wanted.form_key, wanted.by, wanted.group],
        );
    }
    for (position, (id, name)) in (1_i64..).zip(wanted.categories) {
        add_category(tx, wanted.id, (id, name), position)?;
    }
    Ok(Some(wanted.id.to_owned()))
}

/// Adds a category at a place.
pub(super) fn add_category(
    tx: &mut Tx<'_>,
    bottleneck: &str,
    (id, name): (&str, &str),
    position: i64,
) -> Result<(), Error> {
    tx.run(
        sql!("insert into bottleneck_categories (id, bottleneck_id, position, name) values ($1, $2, $3, $4)"),
        args![id, bottleneck, position, name],
    )?;
    Ok(())
}

/// Gives a category another name.
pub(super) fn name_category(tx: &mut Tx<'_>, bottleneck: &str, id: &str, name: &str) -> Result<(), Error> {
    tx.run(
        sql!("update bottleneck_categories set name = $3 where id = $1 and bottleneck_id = $2"),
        args![id, bottleneck, name],
    )?;
    Ok(())
}

/// Takes a category away that has no causes.
pub(super) fn remove_category(tx: &mut Tx<'_>, bottleneck: &str, id: &str) -> Result<(), Error> {
    tx.run(
        sql!(
            "delete from bottleneck_categories
             where id = $1 and bottleneck_id = $2
                   and not exists (select 1 from bottleneck_causes c where c.category_id = bottleneck_categories.id)"
        ),
        args![id, bottleneck],
    )?;
    Ok(())
}

/// Changes what a diagram is about, when nobody else did since this edition.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    (id, edition): (&str, i64),
    effect: &str,
    meeting: Option<&MeetingId>,
    shows_counts: bool,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update bottlenecks set effect = $3, meeting_id = $4, shows_counts = $5, edition = edition + 1
             where id = $1 and edition = $2 and state = 'open'"
        ),
        args![
            id,
            edition,
            effect,
            meeting.map(|meeting| meeting.0.as_str()),
            shows_counts
        ],
    )?;
    Ok(changed > 0)
}

/// Notes that something changed, and wakes whoever looks at it.
pub(crate) fn touch(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    let version: i64 = tx.one(
        sql!("update bottlenecks set version = version + 1 where id = $1 returning version"),
        args![id],
    )?;
    tx.wake(&topic(id), version);
    Ok(())
}

/// Where changes of a diagram are announced.
pub(super) fn topic(id: &str) -> String {
    format!("bottleneck/{id}")
}

/// Takes a diagram from one state to another; `false` when it was not in the first.
pub(crate) fn turn(tx: &mut Tx<'_>, id: &str, from: &str, to: &str) -> Result<bool, Error> {
    let turned = tx.run(
        sql!("update bottlenecks set state = $3 where id = $1 and state = $2"),
        args![id, from, to],
    )?;
    Ok(turned > 0)
}

/// The categories of a programme, one a line; nothing when the usual ones are used.
pub(super) fn of_programme(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Option<String>, Error> {
    tx.one(
        sql!("select cause_categories from programmes where id = $1"),
        args![programme],
    )
}

/// Sets them, when they are still the ones somebody saw.
pub(super) fn set_of_programme(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update programmes set cause_categories = $3
             where id = $1 and cause_categories is not distinct from cast($2 as text)"
        ),
        args![programme, before, after],
    )?;
    Ok(changed > 0)
}
