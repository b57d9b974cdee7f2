//! SQL of the rota slice.

use jiff::Timestamp;
use store::{Error, Tx, args, sql};

use super::rules::{Candidate, Duty, Last};
use super::{Home, day};
use crate::id::{GroupId, MeetingId, PersonId};

/// A group, as mails about turns name it.
pub(super) fn home(tx: &mut Tx<'_>, group: &GroupId) -> Result<Option<Home>, Error> {
    tx.maybe(
        sql!("select id, name, programme_id from groups where id = $1"),
        args![group],
    )
}

/// What goes round in a group, as words.
pub(super) fn rotates(tx: &mut Tx<'_>, group: &GroupId) -> Result<String, Error> {
    tx.one(sql!("select rotates from groups where id = $1"), args![group])
}

/// Says what goes round.
pub(super) fn set_rotates(tx: &mut Tx<'_>, group: &GroupId, words: &str) -> Result<(), Error> {
    tx.run(
        sql!("update groups set rotates = $2 where id = $1"),
        args![group, words],
    )?;
    Ok(())
}

/// Who takes part in a group on a day, in the order in which they came, with their pauses.
pub(super) fn candidates(tx: &mut Tx<'_>, group: &GroupId, today: &str) -> Result<Vec<Candidate>, Error> {
    let found: Vec<(PersonId, Option<String>)> = tx.all(
        sql!(
            "select m.person_id, p.until
             from memberships m
             left join duty_pauses p on p.group_id = m.group_id and p.person_id = m.person_id
             where m.group_id = $1 and m.role = 'participant' and m.since <= $2 and (m.until is null or m.until >= $2)
             order by m.since, m.id"
        ),
        args![group, today],
    )?;
    Ok(found
        .into_iter()
        .map(|(person, pause)| Candidate { person, pause })
        .collect())
}

/// Names of who takes part in a group on a day.
pub(super) fn names(tx: &mut Tx<'_>, group: &GroupId, today: &str) -> Result<Vec<(PersonId, String)>, Error> {
    tx.all(
        sql!(
            "select p.id, p.name
             from memberships m join people p on p.id = m.person_id
             where m.group_id = $1 and m.role = 'participant' and m.since <= $2 and (m.until is null or m.until >= $2)
             order by p.name, p.id"
        ),
        args![group, today],
    )
}

/// When everybody had each turn last: at a meeting that began, or with a case that was treated.
pub(super) fn last(tx: &mut Tx<'_>, group: &GroupId, now: i64) -> Result<Last, Error> {
    let found: Vec<(String, PersonId, i64)> = tx.all(
        sql!(
            "select t.duty, t.person_id, max(t.at) from (
                 select d.duty, d.person_id, m.starts_at as at
                 from meeting_duties d join meetings m on m.id = d.meeting_id
                 where m.group_id = $1 and m.starts_at <= $2 and m.state <> 'cancelled'
                 union all
                 select 'case' as duty, c.owner_id as person_id, m.starts_at as at
                 from cases c join meetings m on m.id = c.meeting_id
                 where m.group_id = $1 and c.state = 'treated' and c.owner_id is not null) t
             group by t.duty, t.person_id order by t.duty, t.person_id"
        ),
        args![group, now],
    )?;
    let known = found.into_iter().filter_map(|(duty, person, at)| {
        let at = Timestamp::from_microsecond(at).ok()?;
        Some(((Duty::of(&duty)?, person), day(at)))
    });
    Ok(known.collect())
}

/// The meetings of a group that are still to come, with their beginnings.
pub(super) fn coming(tx: &mut Tx<'_>, group: &GroupId, now: i64) -> Result<Vec<(MeetingId, i64)>, Error> {
    tx.all(
        sql!(
            "select id, starts_at from meetings
             where group_id = $1 and starts_at > $2 and state = 'planned' order by starts_at, id"
        ),
        args![group, now],
    )
}

/// Turns that were given in meetings still to come.
pub(super) fn given(
    tx: &mut Tx<'_>,
    group: &GroupId,
    now: i64,
) -> Result<Vec<(MeetingId, String, PersonId)>, Error> {
    tx.all(
        sql!(
            "select d.meeting_id, d.duty, d.person_id
             from meeting_duties d join meetings m on m.id = d.meeting_id
             where m.group_id = $1 and m.starts_at > $2 and m.state = 'planned' order by d.meeting_id, d.duty"
        ),
        args![group, now],
    )
}

/// Who does not come to meetings still to come.
pub(super) fn declined(
    tx: &mut Tx<'_>,
    group: &GroupId,
    now: i64,
) -> Result<Vec<(MeetingId, PersonId)>, Error> {
    tx.all(
        sql!(
            "select a.meeting_id, a.person_id
             from attendance a join meetings m on m.id = a.meeting_id
             where m.group_id = $1 and m.starts_at > $2 and m.state = 'planned' and a.state = 'declined'
             order by a.meeting_id, a.person_id"
        ),
        args![group, now],
    )
}

/// Gives a turn, in place of whoever had it.
pub(crate) fn give(tx: &mut Tx<'_>, meeting: &MeetingId, duty: Duty, person: &PersonId) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into meeting_duties (meeting_id, duty, person_id) values ($1, $2, $3)
             on conflict (meeting_id, duty) do update set person_id = excluded.person_id"
        ),
        args![meeting, duty.word(), person],
    )?;
    Ok(())
}

/// Takes turns back that do not go round any more.
pub(super) fn take_back(tx: &mut Tx<'_>, group: &GroupId, duty: Duty, now: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "delete from meeting_duties
             where duty = $2 and meeting_id in (
                 select id from meetings where group_id = $1 and starts_at > $3 and state = 'planned')"
        ),
        args![group, duty.word(), now],
    )?;
    Ok(())
}

/// Passes somebody over until a day, or no more.
pub(super) fn set_pause(
    tx: &mut Tx<'_>,
    group: &GroupId,
    person: &PersonId,
    until: Option<&str>,
) -> Result<(), Error> {
    tx.run(
        sql!("delete from duty_pauses where group_id = $1 and person_id = $2"),
        args![group, person],
    )?;
    if let Some(until) = until {
        tx.run(
            sql!("insert into duty_pauses (group_id, person_id, until) values ($1, $2, $3)"),
            args![group, person, until],
        )?;
    }
    Ok(())
}

/// Groups with a coming meeting, known to its people, in which a turn waits for somebody: it was never given, or who has it does not come.
pub(super) fn unsettled(tx: &mut Tx<'_>, now: i64) -> Result<Vec<GroupId>, Error> {
    tx.all(
        sql!(
            "select distinct m.group_id
             from meetings m join groups g on g.id = m.group_id
             where m.state = 'planned' and m.published_at is not null and m.starts_at > $1 and g.rotates <> ''
                   and (not exists (select 1 from meeting_duties d where d.meeting_id = m.id)
                        or exists (
                            select 1 from meeting_duties d
                            left join attendance a on a.meeting_id = d.meeting_id and a.person_id = d.person_id
                            where d.meeting_id = m.id and (a.person_id is null or a.state = 'declined')))
             order by m.group_id"
        ),
        args![now],
    )
}
