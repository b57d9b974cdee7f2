//! SQL of the groups slice.

use store::{Error, Tx, args, sql};

use super::{Belonging, Between, Group, Member, Topic, Turn};
use crate::id::{GroupId, MeetingId, PersonId, ProgrammeId};

/// A group, and the roles that somebody has for it on a day; organising its programme is one.
pub(crate) fn find_for(
    tx: &mut Tx<'_>,
    id: &GroupId,
    person: &PersonId,
    today: &str,
) -> Result<Option<(Group, Vec<String>)>, Error> {
    let rows: Vec<(GroupId, String, ProgrammeId, String, String, Option<String>)> = tx.all(
        sql!(
            "select g.id, g.name, g.programme_id, p.name as programme, p.accent, m.role
             from groups g
             join programmes p on p.id = g.programme_id
             left join memberships m on m.person_id = $2 and m.since <= $3 and (m.until is null or m.until >= $3)
                  and (m.group_id = g.id or (m.programme_id = g.programme_id and m.role = 'organiser'))
             where g.id = $1"
        ),
        args![id, person, today],
    )?;
    let roles = rows.iter().filter_map(|row| row.5.clone()).collect();
    let group = rows
        .into_iter()
        .next()
        .map(|(id, name, programme_id, programme, accent, _)| Group {
            id,
            name,
            programme_id,
            programme,
            accent,
        });
    Ok(group.map(|group| (group, roles)))
}

/// Whether somebody who only watches a meeting of the group sees names.
pub(crate) fn observers_see_names(tx: &mut Tx<'_>, group: &GroupId) -> Result<bool, Error> {
    tx.one(
        sql!("select observers_see_names from groups where id = $1"),
        args![group],
    )
}

/// Where a person belongs on a day, and the programmes of which they see the figures.
pub(crate) fn belongings(tx: &mut Tx<'_>, person: &PersonId, today: &str) -> Result<Vec<Belonging>, Error> {
    tx.all(
        sql!(
            "select b.group_id, b.group_name, b.programme_id, p.name as programme, p.accent, b.role
             from (select m.id as key, m.group_id, g.name as group_name, m.programme_id, m.role
                   from memberships m left join groups g on g.id = m.group_id
                   where m.person_id = $1 and m.since <= $2 and (m.until is null or m.until >= $2)
                   union all
                   select s.person_id as key, null as group_id, null as group_name, s.programme_id, 'sponsor' as role
                   from sponsors s where s.person_id = $1 and s.ended_at is null) b
             join programmes p on p.id = b.programme_id
             order by b.programme_id, b.key"
        ),
        args![person, today],
    )
}

/// Who is in a group on a day. Sort by name outside: engines sort letters in different ways.
pub(crate) fn members(tx: &mut Tx<'_>, group: &GroupId, today: &str) -> Result<Vec<Member>, Error> {
    tx.all(
        sql!(
            "select p.name, w.job, o.name as organisation, m.role
             from memberships m
             join people p on p.id = m.person_id
             left join positions w on w.person_id = p.id
                 and w.organisation_id = (select min(f.organisation_id) from positions f where f.person_id = p.id)
             left join organisations o on o.id = w.organisation_id
             where m.group_id = $1 and m.since <= $2 and (m.until is null or m.until >= $2)
             order by p.id"
        ),
        args![group, today],
    )
}

/// Date polls of a group that are open: id and title, the oldest first.
pub(super) fn open_polls(tx: &mut Tx<'_>, group: &GroupId) -> Result<Vec<(String, String)>, Error> {
    tx.all(
        sql!("select id, title from polls where group_id = $1 and state = 'open' order by id"),
        args![group],
    )
}

/// Date polls that wait for an answer of somebody: id and title, the oldest first.
pub(super) fn polls_waiting_for(
    tx: &mut Tx<'_>,
    person: &PersonId,
    now: i64,
) -> Result<Vec<(String, String)>, Error> {
    tx.all(
        sql!(
            "select l.id, l.title
             from poll_people a join polls l on l.id = a.poll_id
             where a.person_id = $1 and a.answered_at is null and l.state = 'open' and l.closes_at > $2
             order by l.id"
        ),
        args![person, now],
    )
}

/// What goes on in a group between its meetings, for somebody in it.
pub(super) fn between_meetings(
    tx: &mut Tx<'_>,
    group: &GroupId,
    person: &PersonId,
) -> Result<Between, Error> {
    tx.one(
        sql!(
            "select (select count(*)
                     from threads t
                     join thread_messages m on m.thread_id = t.id and m.author_id <> $2 and m.removed_at is null
                     left join thread_marks k on k.thread_id = t.id and k.person_id = $2
                     where t.group_id = g.id and m.number > coalesce(k.read_to, 0)) as unread,
                    g.chat_link,
                    (select count(*) from briefs b
                     where b.group_id = g.id and b.state = 'checking' and b.readers <> 'owner' and b.owner_id <> $2) as waiting,
                    (select count(*) from bottlenecks k where k.group_id = g.id and k.state <> 'closed') as bottlenecks
             from groups g where g.id = $1"
        ),
        args![group, person],
    )
}

pub(crate) fn topics(tx: &mut Tx<'_>, group: &GroupId) -> Result<Vec<Topic>, Error> {
    tx.all(
        sql!(
            "select t.title, case when m.state = 'held' then 'discussed' else t.state end as state, t.guest
             from topics t left join meetings m on m.id = t.meeting_id
             where t.group_id = $1 order by t.position, t.id"
        ),
        args![group],
    )
}

/// Whose turn it is in the next meeting of a group that shares turns out.
pub(crate) fn turns(tx: &mut Tx<'_>, group: &GroupId, now: i64) -> Result<Vec<Turn>, Error> {
    tx.all(
        sql!(
            "select d.duty, p.name, m.starts_at
             from meeting_duties d
             join people p on p.id = d.person_id
             join meetings m on m.id = d.meeting_id
             where m.id = (
                 select f.id from meetings f
                 where f.group_id = $1 and f.starts_at > $2 and f.state = 'planned'
                       and exists (select 1 from meeting_duties e where e.meeting_id = f.id)
                 order by f.starts_at, f.id limit 1)
             order by d.duty"
        ),
        args![group, now],
    )
}

pub(crate) fn add(tx: &mut Tx<'_>, id: &GroupId, programme: &ProgrammeId, name: &str) -> Result<(), Error> {
    tx.run(
        sql!("insert into groups (id, programme_id, name) values ($1, $2, $3)"),
        args![id, programme, name],
    )?;
    Ok(())
}

/// Adds a membership from a day on; `place` is the programme and the group in it, if any.
pub(crate) fn add_member(
    tx: &mut Tx<'_>,
    id: &str,
    place: (&ProgrammeId, Option<&GroupId>),
    person: &PersonId,
    role: &str,
    since: &str,
) -> Result<(), Error> {
    let (programme, group) = place;
    tx.run(
        sql!(
            "insert into memberships (id, programme_id, group_id, person_id, role, since)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        args![
            id,
            programme,
            group.map(|group| group.0.as_str()),
            person,
            role,
            since
        ],
    )?;
    Ok(())
}

/// Ends what somebody is in a programme and its groups; the last day is the one given.
pub(crate) fn end_membership(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
    role: &str,
    last_day: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "update memberships set until = $4
             where programme_id = $1 and person_id = $2 and role = $3 and (until is null or until > $4)"
        ),
        args![programme, person, role, last_day],
    )?;
    Ok(())
}

/// Adds a topic; `place` is the meeting where it was or will be discussed, and its position on the list.
pub(crate) fn add_topic(
    tx: &mut Tx<'_>,
    id: &str,
    group: &GroupId,
    topic: &Topic,
    place: (Option<&MeetingId>, i64),
) -> Result<(), Error> {
    let (meeting, position) = place;
    tx.run(
        sql!(
            "insert into topics (id, group_id, title, state, meeting_id, guest, position)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![
            id,
            group,
            &topic.title,
            &topic.state,
            meeting.map(|meeting| meeting.0.as_str()),
            &topic.guest,
            position
        ],
    )?;
    Ok(())
}
