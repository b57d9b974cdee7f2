//! SQL of the briefs slice. It knows texts only sealed.

mod consents;
mod owning;
mod trail;

use ::store::{Error, Tx, args, from_row, sql};

use super::opening::Exists;
use super::{Brief, Line};
use crate::id::{GroupId, MeetingId, PersonId};
use crate::vault;

pub(super) use consents::{allow_nothing, allow_only, allowed_by, allows};
pub(super) use owning::{agree, ask_second, asked, companions, join};
pub(super) use trail::{Noted, is_noted, note, trail, trim_trail};

/// Writes a new brief down. Answers whether it is new: the same form sent twice makes one.
pub(super) fn add(tx: &mut Tx<'_>, brief: &Brief, form_key: &str) -> Result<bool, Error> {
    let added = tx.run(
        sql!(
            "insert into briefs (id, form_key, group_id, owner_id, template, state, readers, urgency, depth, method, made_at, changed_at, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, 1)
             on conflict (form_key) do nothing"
        ),
        args![
            &brief.id,
            form_key,
            &brief.group_id,
            &brief.owner_id,
            &brief.template,
            &brief.state,
            &brief.readers,
            brief.urgency,
            brief.depth,
            brief.method.as_deref(),
            brief.changed_at
        ],
    )?;
    Ok(added > 0)
}

/// The brief that was made from a form, if it was sent before.
pub(super) fn by_form(tx: &mut Tx<'_>, form_key: &str, owner: &PersonId) -> Result<Option<String>, Error> {
    tx.maybe(
        sql!("select id from briefs where form_key = $1 and owner_id = $2"),
        args![form_key, owner],
    )
}

/// A brief, for code that has asked who looks.
pub(super) fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Brief>, Error> {
    tx.maybe(
        sql!(
            "select b.id, b.group_id, g.name as group_name, p.accent, b.owner_id, o.name as owner,
                    b.second_id, n.name as second, b.second_since, b.proposed_by, b.meeting_id,
                    b.template, b.state, b.readers, b.urgency, b.depth, b.method, b.changed_at, b.version,
                    c.state as treated, k.wrapped, w.sealed as own, s.sealed as shared, q.sealed as question
             from briefs b
             join groups g on g.id = b.group_id
             join programmes p on p.id = g.programme_id
             join people o on o.id = b.owner_id
             left join people n on n.id = b.second_id
             left join cases c on c.id = b.id
             left join record_keys k on k.record_id = b.id
             left join brief_texts w on w.brief_id = b.id and w.part = 'own'
             left join brief_texts s on s.brief_id = b.id and s.part = 'shared'
             left join brief_texts q on q.brief_id = b.id and q.part = 'question'
             where b.id = $1"
        ),
        args![id],
    )
}

/// A brief before somebody, with what they are in its group on a day, and how many others lead it.
pub(super) fn find_for(
    tx: &mut Tx<'_>,
    id: &str,
    person: &PersonId,
    today: &str,
) -> Result<Option<(Brief, Vec<String>, i64)>, Error> {
    let Some(brief) = find(tx, id)? else {
        return Ok(None);
    };
    let leaders: Vec<(PersonId, String)> = tx.all(
        sql!(
            "select person_id, role from memberships
             where group_id = $1 and role in ('participant', 'facilitator') and since <= $2 and (until is null or until >= $2)"
        ),
        args![&brief.group_id, today],
    )?;
    let owners = brief.owners();
    let others = leaders
        .iter()
        .filter(|(one, role)| !owners.contains(one) && one != person && role == "facilitator");
    let others = i64::try_from(others.count()).unwrap_or(i64::MAX);
    let roles = leaders.into_iter().filter(|(one, _)| one == person);
    Ok(Some((brief, roles.map(|(_, role)| role).collect(), others)))
}

/// The briefs of somebody, the newest first.
pub(super) fn of_owner(tx: &mut Tx<'_>, owner: &PersonId) -> Result<Vec<Line>, Error> {
    tx.all(
        sql!(
            "select b.id, g.name as group_name, o.name as owner, b.state, b.urgency, b.changed_at, m.title as meeting,
                    m.starts_at, c.state as treated, k.wrapped, w.sealed
             from briefs b
             join groups g on g.id = b.group_id
             join people o on o.id = b.owner_id
             left join meetings m on m.id = b.meeting_id
             left join cases c on c.id = b.id
             left join record_keys k on k.record_id = b.id
             left join brief_texts w on w.brief_id = b.id and w.part = 'own'
             where (b.owner_id = $1 or (b.second_id = $1 and b.second_since is not null)) and b.state <> 'withdrawn'
             order by b.changed_at desc, b.id"
        ),
        args![owner],
    )
}

/// The briefs of others in a group that are shared, or wait for the check when somebody leads it; the most pressing first.
pub(super) fn of_group(tx: &mut Tx<'_>, group: &GroupId, leads: bool) -> Result<Vec<Line>, Error> {
    tx.all(
        sql!(
            "select b.id, g.name as group_name, o.name as owner, b.state, b.urgency, b.changed_at, m.title as meeting,
                    m.starts_at, c.state as treated, k.wrapped, s.sealed
             from briefs b
             join groups g on g.id = b.group_id
             join people o on o.id = b.owner_id
             join record_keys k on k.record_id = b.id
             join brief_texts s on s.brief_id = b.id and s.part = 'shared'
             left join meetings m on m.id = b.meeting_id
             left join cases c on c.id = b.id
             where b.group_id = $1
                   and ((b.state = 'approved' and b.readers = 'group')
                        or ($2 and b.state in ('checking', 'approved') and b.readers <> 'owner'))
             order by case b.state when 'checking' then 0 else 1 end, b.urgency desc, b.id"
        ),
        args![group, leads],
    )
}

/// What somebody changed.
pub(super) struct Change<'c> {
    pub(super) template: &'c str,
    pub(super) readers: &'c str,
    pub(super) urgency: i64,
    pub(super) depth: i64,
    pub(super) method: Option<&'c str>,
    pub(super) state: &'c str,
    /// Which of two owners proposed the text that is to be shared.
    pub(super) proposed_by: Option<&'c PersonId>,
}

/// Changes a brief that is still as it was; answers whether it was.
pub(super) fn change(
    tx: &mut Tx<'_>,
    (id, version): (&str, i64),
    change: &Change<'_>,
    now: i64,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update briefs set template = $3, readers = $4, urgency = $5, method = $6, state = $7, changed_at = $8,
                               proposed_by = $9, depth = $10, version = version + 1
             where id = $1 and version = $2 and state <> 'withdrawn'"
        ),
        args![
            id,
            version,
            change.template,
            change.readers,
            change.urgency,
            change.method,
            change.state,
            now,
            change.proposed_by.map(|person| person.0.as_str()),
            change.depth
        ],
    )?;
    Ok(changed > 0)
}

/// The check of a brief that waits for it ends like this; answers whether it still waited.
pub(super) fn judge(
    tx: &mut Tx<'_>,
    (id, version): (&str, i64),
    (state, by): (&str, &PersonId),
    now: i64,
) -> Result<bool, Error> {
    let judged = tx.run(
        sql!(
            "update briefs set state = $3, checked_by = $4, changed_at = $5, version = version + 1
             where id = $1 and version = $2 and state = 'checking'"
        ),
        args![id, version, state, by, now],
    )?;
    Ok(judged > 0)
}

/// Keeps a sealed text instead of the one before it.
pub(super) fn keep(tx: &mut Tx<'_>, id: &str, part: &str, sealed: &str) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into brief_texts (brief_id, part, sealed) values ($1, $2, $3)
             on conflict (brief_id, part) do update set sealed = excluded.sealed"
        ),
        args![id, part, sealed],
    )?;
    Ok(())
}

/// Forgets everything that was written, and the key with which copies of it could be read. What stays is that there was one.
pub(super) fn forget(tx: &mut Tx<'_>, id: &str, now: i64) -> Result<(), Error> {
    tx.run(sql!("delete from brief_texts where brief_id = $1"), args![id])?;
    vault::store::forget(tx, id)?;
    tx.run(
        sql!(
            "update briefs set state = 'withdrawn', meeting_id = null, changed_at = $2, version = version + 1 where id = $1"
        ),
        args![id, now],
    )?;
    Ok(())
}

/// On the list of a meeting, or of none.
pub(super) fn bring(tx: &mut Tx<'_>, id: &str, meeting: Option<&MeetingId>, now: i64) -> Result<(), Error> {
    tx.run(
        sql!("update briefs set meeting_id = $2, changed_at = $3, version = version + 1 where id = $1"),
        args![id, meeting.map(|meeting| meeting.0.as_str()), now],
    )?;
    Ok(())
}

/// A meeting of a group to come.
#[derive(Clone, Debug)]
pub(super) struct Ahead {
    pub(super) id: MeetingId,
    pub(super) title: String,
    /// Microseconds since 1970, UTC.
    pub(super) starts_at: i64,
}
from_row!(Ahead { id, title, starts_at });

/// The meetings of a group that are made known and not over.
pub(super) fn ahead(tx: &mut Tx<'_>, group: &GroupId, now: i64) -> Result<Vec<Ahead>, Error> {
    tx.all(
        sql!(
            "select id, title, starts_at from meetings
             where group_id = $1 and state = 'planned' and published_at is not null and ends_at > $2
             order by starts_at, id"
        ),
        args![group, now],
    )
}

/// The cases that were not taken back, without a word of them.
pub(super) fn existing(tx: &mut Tx<'_>) -> Result<Vec<Exists>, Error> {
    tx.all(
        sql!(
            "select b.id, g.name as group_name, o.name as owner, b.state, b.changed_at
             from briefs b join groups g on g.id = b.group_id join people o on o.id = b.owner_id
             where b.state <> 'withdrawn'
             order by b.changed_at desc, b.id"
        ),
        args![],
    )
}

/// Cases that are on the list of a meeting that is over or called off, and were not treated: id and meeting.
pub(super) fn untreated(tx: &mut Tx<'_>) -> Result<Vec<(String, MeetingId)>, Error> {
    tx.all(
        sql!(
            "select b.id, c.meeting_id from briefs b
             join cases c on c.id = b.id join meetings m on m.id = c.meeting_id
             where c.state <> 'treated' and b.state <> 'withdrawn' and m.state in ('held', 'cancelled')
             order by b.id limit 100"
        ),
        args![],
    )
}

/// Who leads a group on a day.
pub(super) fn leaders(tx: &mut Tx<'_>, group: &GroupId, today: &str) -> Result<Vec<PersonId>, Error> {
    tx.all(
        sql!(
            "select distinct person_id from memberships
             where group_id = $1 and role = 'facilitator' and since <= $2 and (until is null or until >= $2)
             order by person_id"
        ),
        args![group, today],
    )
}
