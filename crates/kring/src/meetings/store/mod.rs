//! SQL of the meetings slice.

mod attendance;
mod outcome;
mod papers;

use std::collections::BTreeMap;

use store::{Error, Tx, args, sql};

pub(crate) use attendance::times;
pub(crate) use outcome::{
    end, leads_waiting_between, open_actions_here, release, waiting_between, waiting_for,
};
pub(crate) use papers::{papers, subjects};

use super::rules::Ties;
use super::{Action, Attendant, Invitation, Meeting, Outcome};
use crate::id::{GroupId, MeetingId, PersonId, ProgrammeId};

pub(crate) fn find(tx: &mut Tx<'_>, id: &MeetingId) -> Result<Option<Meeting>, Error> {
    tx.maybe(
        sql!(
            "select m.id, m.programme_id, p.name as programme, p.accent, m.group_id, g.name as group_name,
                    m.title, m.starts_at, m.ends_at, m.place, m.online, m.plan, m.state, m.published_at
             from meetings m
             join programmes p on p.id = m.programme_id
             left join groups g on g.id = m.group_id
             where m.id = $1"
        ),
        args![id],
    )
}

/// What ties a person to a meeting on a day.
pub(crate) fn ties(
    tx: &mut Tx<'_>,
    meeting: &Meeting,
    person: &PersonId,
    today: &str,
) -> Result<Ties, Error> {
    let rows: Vec<(bool, String, Option<String>)> = tx.all(
        sql!(
            "select true as is_listed, role, state as detail from attendance where meeting_id = $1 and person_id = $2
             union all
             select false as is_listed, role, group_id as detail from memberships
             where programme_id = $3 and person_id = $2 and since <= $4 and (until is null or until >= $4)"
        ),
        args![&meeting.id, person, &meeting.programme_id, today],
    )?;
    let (listed, roles): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(is_listed, ..)| *is_listed);
    let listed = listed.into_iter().next();
    let own_group = meeting.group_id.as_ref().map(|group| group.0.as_str());
    Ok(Ties {
        missed: meeting.state == "held"
            && listed
                .as_ref()
                .is_some_and(|(_, _, state)| state.as_deref() != Some("present")),
        attends: listed.map(|(_, role, _)| role),
        belongs: own_group.is_some()
            && roles
                .iter()
                .any(|(_, role, group)| role != "organiser" && group.as_deref() == own_group),
        organises: roles.iter().any(|(_, role, _)| role == "organiser"),
    })
}

/// All meetings of a group, the first one first.
pub(crate) fn of_group(tx: &mut Tx<'_>, group: &GroupId) -> Result<Vec<Meeting>, Error> {
    tx.all(
        sql!(
            "select m.id, m.programme_id, p.name as programme, p.accent, m.group_id, g.name as group_name,
                    m.title, m.starts_at, m.ends_at, m.place, m.online, m.plan, m.state, m.published_at
             from meetings m
             join programmes p on p.id = m.programme_id
             join groups g on g.id = m.group_id
             where m.group_id = $1
             order by m.starts_at"
        ),
        args![group],
    )
}

/// The published meetings of a programme that belong to no group, the first one first.
pub(crate) fn open_of_programme(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Meeting>, Error> {
    tx.all(
        sql!(
            "select m.id, m.programme_id, p.name as programme, p.accent, m.group_id, cast(null as text) as group_name,
                    m.title, m.starts_at, m.ends_at, m.place, m.online, m.plan, m.state, m.published_at
             from meetings m
             join programmes p on p.id = m.programme_id
             where m.programme_id = $1 and m.group_id is null and m.published_at is not null
             order by m.starts_at"
        ),
        args![programme],
    )
}

/// The meetings a person is on the list of and has not declined, the first one first.
pub(crate) fn of_person(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<Meeting>, Error> {
    tx.all(
        sql!(
            "select m.id, m.programme_id, p.name as programme, p.accent, m.group_id, g.name as group_name,
                    m.title, m.starts_at, m.ends_at, m.place, m.online, m.plan, m.state, m.published_at
             from attendance a
             join meetings m on m.id = a.meeting_id
             join programmes p on p.id = m.programme_id
             left join groups g on g.id = m.group_id
             where a.person_id = $1 and a.state <> 'declined' and m.published_at is not null
             order by m.starts_at"
        ),
        args![person],
    )
}

/// Who is on the list of a meeting. Sort by name outside: engines sort letters in different ways.
pub(crate) fn attendants(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Attendant>, Error> {
    tx.all(
        sql!(
            "select a.person_id, p.name, w.job, o.name as organisation, a.role, a.state
             from attendance a
             join people p on p.id = a.person_id
             left join positions w on w.person_id = p.id
                 and w.organisation_id = (select min(f.organisation_id) from positions f where f.person_id = p.id)
             left join organisations o on o.id = w.organisation_id
             where a.meeting_id = $1
             order by a.person_id"
        ),
        args![meeting],
    )
}

/// Why people said that they do not come.
pub(crate) fn reasons(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<(PersonId, String)>, Error> {
    tx.all(
        sql!(
            "select person_id, reason from attendance
             where meeting_id = $1 and state = 'declined' and reason is not null order by person_id"
        ),
        args![meeting],
    )
}

pub(crate) fn outcomes(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Outcome>, Error> {
    let mut outcomes: Vec<Outcome> = tx.all(
        sql!(
            "select r.id, r.kind, r.text, r.person_id, p.name, r.audience, r.case_id, c.title as case_title,
                    c.owner_id as case_owner
             from results r
             left join people p on p.id = r.person_id
             left join cases c on c.id = r.case_id
             where r.meeting_id = $1
             order by r.position"
        ),
        args![meeting],
    )?;
    for (result, person) in outcome::co_owners(tx, meeting)? {
        let owned = outcomes.iter_mut().find(|outcome| outcome.id == result);
        if let Some(outcome) = owned {
            outcome.co_owners.push(person);
        }
    }
    for (result, taker) in outcome::takers(tx, meeting)? {
        let taken = outcomes.iter_mut().find(|outcome| outcome.id == result);
        if let Some(outcome) = taken {
            outcome.takers.push(taker);
        }
    }
    Ok(outcomes)
}

/// Bottlenecks that the group takes apart for a meeting: id and effect.
pub(super) fn bottlenecks(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<(String, String)>, Error> {
    tx.all(
        sql!("select id, effect from bottlenecks where meeting_id = $1 order by made_at, id"),
        args![meeting],
    )
}

pub(crate) fn actions_of_meeting(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Action>, Error> {
    tx.all(
        sql!(
            "select a.id, a.meeting_id, m.title as meeting, coalesce(p.name, a.guest) as name, a.what, a.until, a.state,
                    a.progress, l.cause_id
             from actions a join meetings m on m.id = a.meeting_id left join people p on p.id = a.person_id
             left join bottleneck_actions l on l.action_id = a.id
             where a.meeting_id = $1
             order by a.until nulls last, a.id"
        ),
        args![meeting],
    )
}

/// What a person still has to do, the most urgent first.
pub(crate) fn open_actions(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<Action>, Error> {
    tx.all(
        sql!(
            "select a.id, a.meeting_id, m.title as meeting, coalesce(p.name, a.guest) as name, a.what, a.until, a.state,
                    a.progress, cast(null as text) as cause_id
             from actions a join meetings m on m.id = a.meeting_id left join people p on p.id = a.person_id
             where a.person_id = $1 and a.state = 'open'
             order by a.until nulls last, a.id"
        ),
        args![person],
    )
}

/// The published meetings of a programme that belong to no group, the first one first, each with its invitation.
pub(crate) fn open_with_invitations(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
) -> Result<Vec<(Meeting, Option<Invitation>)>, Error> {
    let mut by_meeting: BTreeMap<MeetingId, Invitation> = invitations_of(tx, programme)?
        .into_iter()
        .map(|invitation| (invitation.meeting_id.clone(), invitation))
        .collect();
    let meetings = open_of_programme(tx, programme)?.into_iter();
    Ok(meetings
        .map(|meeting| {
            let invitation = by_meeting.remove(&meeting.id);
            (meeting, invitation)
        })
        .collect())
}

/// The invitations to the open meetings of a programme.
pub(crate) fn invitations_of(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Invitation>, Error> {
    tx.all(
        sql!(
            "select i.meeting_id, i.goal, i.audience, i.questions, i.time_asked, i.title_en, i.goal_en, i.audience_en,
                    i.questions_en, i.time_asked_en, i.slug, i.capacity, i.closes_at, i.version,
                    (select count(*) from attendance a where a.meeting_id = i.meeting_id
                     and a.role in ('participant', 'observer') and a.state <> 'declined') as taken,
                    (select count(*) from sign_ups s where s.meeting_id = i.meeting_id and s.state = 'waiting') as waiting
             from invitations i join meetings m on m.id = i.meeting_id
             where m.programme_id = $1"
        ),
        args![programme],
    )
}

/// Adds a meeting; the names of its programme and group are not its own and stay out. `zone` is an IANA name.
pub(crate) fn add(tx: &mut Tx<'_>, meeting: &Meeting, zone: &str) -> Result<(), Error> {
    let m = meeting;
    tx.run(
        sql!(
            "insert into meetings
                 (id, programme_id, group_id, title, starts_at, ends_at, zone, place, online, plan, state, published_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        args![
            &m.id,
            &m.programme_id,
            m.group_id.as_ref().map(|group| group.0.as_str()),
            &m.title,
            m.starts_at,
            m.ends_at,
            zone,
            &m.place,
            &m.online,
            &m.plan,
            &m.state,
            m.published_at
        ],
    )?;
    Ok(())
}

pub(crate) fn add_invitation(tx: &mut Tx<'_>, invitation: &Invitation) -> Result<(), Error> {
    let i = invitation;
    tx.run(
        sql!(
            "insert into invitations (meeting_id, goal, audience, questions, time_asked, title_en, goal_en, audience_en,
                                      questions_en, time_asked_en, slug, capacity, closes_at, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        args![
            &i.meeting_id,
            &i.goal,
            &i.audience,
            &i.questions,
            &i.time_asked,
            &i.title_en,
            &i.goal_en,
            &i.audience_en,
            &i.questions_en,
            &i.time_asked_en,
            &i.slug,
            i.capacity,
            i.closes_at,
            i.version
        ],
    )?;
    Ok(())
}

pub(crate) fn add_attendance(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
    role: &str,
    state: &str,
) -> Result<(), Error> {
    tx.run(
        sql!("insert into attendance (meeting_id, person_id, role, state) values ($1, $2, $3, $4)"),
        args![meeting, person, role, state],
    )?;
    Ok(())
}

/// As what somebody on the list comes.
pub(crate) fn set_role(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
    role: &str,
) -> Result<(), Error> {
    tx.run(
        sql!("update attendance set role = $3 where meeting_id = $1 and person_id = $2"),
        args![meeting, person, role],
    )?;
    Ok(())
}

/// Adds a result; `place` is the step it was written in and its position among the results of the meeting.
pub(crate) fn add_outcome(
    tx: &mut Tx<'_>,
    id: &str,
    meeting: &MeetingId,
    outcome: &Outcome,
    place: (&str, i64),
) -> Result<(), Error> {
    let o = outcome;
    let (step, position) = place;
    tx.run(
        sql!(
            "insert into results (id, meeting_id, kind, step, text, person_id, audience, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![
            id,
            meeting,
            &o.kind,
            step,
            &o.text,
            o.person_id.as_ref().map(|person| person.0.as_str()),
            &o.audience,
            position
        ],
    )?;
    Ok(())
}

/// Adds an action; `text` is what, until when and how it stands.
pub(crate) fn add_action(
    tx: &mut Tx<'_>,
    id: &str,
    meeting: &MeetingId,
    person: &PersonId,
    text: (&str, &str, &str),
) -> Result<(), Error> {
    let (what, until, state) = text;
    tx.run(
        sql!(
            "insert into actions (id, meeting_id, person_id, what, until, state)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        args![id, meeting, person, what, until, state],
    )?;
    Ok(())
}
