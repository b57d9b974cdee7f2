//! SQL of the openings slice.

use store::{Error, Tx, args, sql};

use super::{Leader, Opening, SignUp};
use crate::id::{MeetingId, PersonId, ProgrammeId, SignUpId};
use crate::meetings::{self, Invitation, Meeting};
use crate::programmes;

/// An open meeting that people sign up for, with its programme.
pub(super) fn find(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Option<Opening>, Error> {
    let Some(meeting) = meetings::store::find(tx, meeting)? else {
        return Ok(None);
    };
    let programme = programmes::store::find(tx, &meeting.programme_id)?;
    let invitation = invitation(tx, &meeting.id)?;
    Ok(programme.zip(invitation).map(|(programme, invitation)| Opening {
        meeting,
        invitation,
        programme,
    }))
}

/// What people read of a meeting for which they sign up.
pub(super) fn invitation(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Option<Invitation>, Error> {
    tx.maybe(
        sql!(
            "select i.meeting_id, i.goal, i.audience, i.questions, i.time_asked, i.title_en, i.goal_en, i.audience_en,
                    i.questions_en, i.time_asked_en, i.slug, i.capacity, i.closes_at, i.version,
                    (select count(*) from attendance a where a.meeting_id = i.meeting_id
                     and a.role in ('participant', 'observer') and a.state <> 'declined') as taken,
                    (select count(*) from sign_ups s where s.meeting_id = i.meeting_id and s.state = 'waiting') as waiting
             from invitations i where i.meeting_id = $1 and i.slug is not null"
        ),
        args![meeting],
    )
}

/// The meeting to which an address leads.
pub(super) fn by_address(tx: &mut Tx<'_>, slug: &str) -> Result<Option<MeetingId>, Error> {
    tx.maybe(
        sql!("select meeting_id from invitations where slug = $1"),
        args![slug],
    )
}

/// The open meetings of a programme, drafts among them, the first one first.
pub(super) fn meetings_of(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Meeting>, Error> {
    tx.all(
        sql!(
            "select m.id, m.programme_id, p.name as programme, p.accent, m.group_id, cast(null as text) as group_name,
                    m.title, m.starts_at, m.ends_at, m.place, m.online, m.plan, m.state, m.published_at
             from meetings m
             join programmes p on p.id = m.programme_id
             join invitations i on i.meeting_id = m.id
             where m.programme_id = $1 and m.group_id is null and i.slug is not null
             order by m.starts_at, m.id"
        ),
        args![programme],
    )
}

/// Writes what an organiser changed of the invitation, unless somebody else has changed it since this version.
pub(super) fn change(tx: &mut Tx<'_>, invitation: &Invitation) -> Result<bool, Error> {
    let i = invitation;
    let changed = tx.run(
        sql!(
            "update invitations
             set goal = $3, audience = $4, questions = $5, time_asked = $6, title_en = $7, goal_en = $8, audience_en = $9,
                 questions_en = $10, time_asked_en = $11, capacity = $12, closes_at = $13, version = version + 1
             where meeting_id = $1 and version = $2"
        ),
        args![
            &i.meeting_id,
            i.version,
            &i.goal,
            &i.audience,
            &i.questions,
            &i.time_asked,
            &i.title_en,
            &i.goal_en,
            &i.audience_en,
            &i.questions_en,
            &i.time_asked_en,
            i.capacity,
            i.closes_at
        ],
    )?;
    Ok(changed == 1)
}

/// Who can lead a meeting of a programme on a day.
pub(super) fn leaders(tx: &mut Tx<'_>, programme: &ProgrammeId, today: &str) -> Result<Vec<Leader>, Error> {
    tx.all(
        sql!(
            "select distinct p.id, p.name from memberships m join people p on p.id = m.person_id
             where m.programme_id = $1 and m.role in ('facilitator', 'organiser')
                   and m.since <= $2 and (m.until is null or m.until >= $2)
             order by p.id"
        ),
        args![programme, today],
    )
}

/// Who leads a meeting.
pub(super) fn leading(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<PersonId>, Error> {
    tx.all(
        sql!(
            "select person_id from attendance where meeting_id = $1 and role = 'facilitator' order by person_id"
        ),
        args![meeting],
    )
}

/// The role and state somebody has on the list of a meeting.
pub(super) fn listed(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
) -> Result<Option<(String, String)>, Error> {
    tx.maybe(
        sql!("select role, state from attendance where meeting_id = $1 and person_id = $2"),
        args![meeting, person],
    )
}

/// Adds that somebody signed up; `false` when the same form was sent before, or they stand on the list already.
pub(super) fn add(tx: &mut Tx<'_>, sign_up: &SignUp, form_key: &str) -> Result<bool, Error> {
    let s = sign_up;
    let added = tx.run(
        sql!(
            "insert into sign_ups (id, meeting_id, form_key, name, mail, organisation, language, state, position, person_id,
                                   asked_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict do nothing"
        ),
        args![
            &s.id,
            &s.meeting_id,
            form_key,
            &s.name,
            &s.mail,
            &s.organisation,
            &s.language,
            s.state.word(),
            s.position,
            s.person_id.as_ref().map(|person| person.0.as_str()),
            s.asked_at
        ],
    )?;
    Ok(added == 1)
}

/// Whether this form was sent before.
pub(super) fn was_sent(tx: &mut Tx<'_>, form_key: &str) -> Result<bool, Error> {
    let sent: i64 = tx.one(
        sql!("select count(*) from sign_ups where form_key = $1"),
        args![form_key],
    )?;
    Ok(sent > 0)
}

/// Writes how somebody stands now.
pub(super) fn put(tx: &mut Tx<'_>, sign_up: &SignUp, now: i64) -> Result<(), Error> {
    let s = sign_up;
    tx.run(
        sql!("update sign_ups set state = $2, position = $3, person_id = $4, settled_at = $5 where id = $1"),
        args![
            &s.id,
            s.state.word(),
            s.position,
            s.person_id.as_ref().map(|person| person.0.as_str()),
            now
        ],
    )?;
    Ok(())
}

/// Whoever of this address stands on the list, waits or was asked to confirm.
pub(super) fn standing(tx: &mut Tx<'_>, meeting: &MeetingId, mail: &str) -> Result<Option<SignUp>, Error> {
    tx.maybe(
        sql!(
            "select id, meeting_id, name, mail, organisation, language, state, position, person_id, asked_at
             from sign_ups where meeting_id = $1 and mail = $2 and state <> 'gone'"
        ),
        args![meeting, mail],
    )
}

/// Somebody who signed up for a meeting.
pub(super) fn sign_up(tx: &mut Tx<'_>, meeting: &MeetingId, id: &SignUpId) -> Result<Option<SignUp>, Error> {
    tx.maybe(
        sql!(
            "select id, meeting_id, name, mail, organisation, language, state, position, person_id, asked_at
             from sign_ups where meeting_id = $1 and id = $2"
        ),
        args![meeting, id],
    )
}

/// The newest time that a person signed up for a meeting.
pub(super) fn of_person(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
) -> Result<Option<SignUp>, Error> {
    tx.maybe(
        sql!(
            "select id, meeting_id, name, mail, organisation, language, state, position, person_id, asked_at
             from sign_ups where meeting_id = $1 and person_id = $2 order by asked_at desc, id desc limit 1"
        ),
        args![meeting, person],
    )
}

/// The one to which a link leads.
pub(super) fn by_link(tx: &mut Tx<'_>, token_hash: &str) -> Result<Option<SignUp>, Error> {
    tx.maybe(
        sql!(
            "select s.id, s.meeting_id, s.name, s.mail, s.organisation, s.language, s.state, s.position, s.person_id, s.asked_at
             from sign_up_links l join sign_ups s on s.id = l.sign_up_id where l.token_hash = $1"
        ),
        args![token_hash],
    )
}

pub(super) fn add_link(tx: &mut Tx<'_>, token_hash: &str, sign_up: &SignUpId) -> Result<(), Error> {
    tx.run(
        sql!("insert into sign_up_links (token_hash, sign_up_id) values ($1, $2)"),
        args![token_hash, sign_up],
    )?;
    Ok(())
}

/// Everybody who stands on the list, waits or was asked to confirm: those who wait in the order of the line, the others as they came.
pub(super) fn of_meeting(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<SignUp>, Error> {
    tx.all(
        sql!(
            "select id, meeting_id, name, mail, organisation, language, state, position, person_id, asked_at
             from sign_ups where meeting_id = $1 and state <> 'gone' order by position nulls last, asked_at, id"
        ),
        args![meeting],
    )
}

/// The last place in the line of a meeting; 0 when nobody waits.
pub(super) fn last_position(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<i64, Error> {
    let last: Option<i64> = tx.one(
        sql!("select max(position) from sign_ups where meeting_id = $1 and state = 'waiting'"),
        args![meeting],
    )?;
    Ok(last.unwrap_or(0))
}

/// Whether this person's place was given out: they have it, or had it and stand on the list no more.
pub(super) fn has_given(tx: &mut Tx<'_>, meeting: &MeetingId, person: &PersonId) -> Result<bool, Error> {
    let given: i64 = tx.one(
        sql!(
            "select count(*) from sign_ups s where s.meeting_id = $1 and s.person_id = $2
                    and (s.state = 'coming' or (s.state = 'gone' and not exists (
                         select 1 from attendance a where a.meeting_id = s.meeting_id and a.person_id = s.person_id)))"
        ),
        args![meeting, person],
    )?;
    Ok(given > 0)
}

/// Meetings ahead for which somebody waits, or has a place that they left in another way than by signing off.
pub(super) fn to_settle(tx: &mut Tx<'_>, now: i64) -> Result<Vec<MeetingId>, Error> {
    tx.all(
        sql!(
            "select distinct m.id from sign_ups s join meetings m on m.id = s.meeting_id
             where m.state = 'planned' and m.starts_at > $1
                   and (s.state = 'waiting' or (s.state = 'coming' and not exists (
                        select 1 from attendance a where a.meeting_id = s.meeting_id and a.person_id = s.person_id)))
             order by m.id"
        ),
        args![now],
    )
}

/// Whoever has a place that they left in another way than by signing off, such as with the whole programme, is gone.
pub(super) fn note_gone(tx: &mut Tx<'_>, meeting: &MeetingId, now: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "update sign_ups set state = 'gone', settled_at = $2
             where meeting_id = $1 and state = 'coming' and not exists (
                   select 1 from attendance a
                   where a.meeting_id = sign_ups.meeting_id and a.person_id = sign_ups.person_id)"
        ),
        args![meeting, now],
    )?;
    Ok(())
}

/// Forgets who signed up before a moment and never confirmed.
pub(super) fn forget_unconfirmed(tx: &mut Tx<'_>, before: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "delete from sign_up_links where sign_up_id in (
                 select id from sign_ups where state = 'asked' and asked_at < $1)"
        ),
        args![before],
    )?;
    tx.run(
        sql!("delete from sign_ups where state = 'asked' and asked_at < $1"),
        args![before],
    )?;
    Ok(())
}
