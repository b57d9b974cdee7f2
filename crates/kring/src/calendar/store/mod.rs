//! SQL of the calendar slice.

mod links;

use store::{Error, Tx, args, sql};

use super::{Details, Given, Invited, Named};
use crate::id::{GroupId, MeetingId, PersonId, ProgrammeId};
use crate::meetings::Meeting;

pub(super) use links::{
    add_reply_link, end_feed, feed_owner, feed_since, forget_links_of, forget_reply_links, renew_feed,
    reply_link,
};

/// How a meeting was before it changes: whoever changes it must have seen it so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Version(pub(super) i64);

/// When and where a meeting is, and what happens at it.
#[derive(Clone, Debug)]
pub(super) struct Plan<'a> {
    pub(super) title: &'a str,
    pub(super) starts_at: i64,
    pub(super) ends_at: i64,
    pub(super) place: Option<&'a str>,
    pub(super) online: Option<&'a str>,
    pub(super) directions: Option<&'a str>,
    /// What happens, as JSON.
    pub(super) agenda: &'a str,
}

pub(super) fn details(tx: &mut Tx<'_>, id: &MeetingId) -> Result<Option<Details>, Error> {
    let found: Option<Details> = tx.maybe(
        sql!(
            "select m.id, m.programme_id, p.name as programme, g.name as group_name, m.title, m.starts_at,
                    m.ends_at, m.place, m.online, m.directions, m.sequence, m.published_at, m.state, p.reminder_days,
                    p.is_sensitive,
                    (select w.name from meeting_duties d join people w on w.id = d.person_id
                     where d.meeting_id = m.id and d.duty = 'case') as case_turn,
                    (select w.name from meeting_duties d join people w on w.id = d.person_id
                     where d.meeting_id = m.id and d.duty = 'lead') as lead_turn,
                    (select w.name from meeting_duties d join people w on w.id = d.person_id
                     where d.meeting_id = m.id and d.duty = 'notes') as notes_turn
             from meetings m
             join programmes p on p.id = m.programme_id
             left join groups g on g.id = m.group_id
             where m.id = $1"
        ),
        args![id],
    )?;
    let Some(mut details) = found else {
        return Ok(None);
    };
    details.papers = papers(tx, id)?;
    Ok(Some(details))
}

fn papers(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Named>, Error> {
    tx.all(
        sql!("select title, for_speakers from papers where meeting_id = $1 order by added_at, id"),
        args![meeting],
    )
}

/// The published meetings that somebody is on the list of and has not declined, from a moment on, the first one first.
pub(super) fn of_person(tx: &mut Tx<'_>, person: &PersonId, from: i64) -> Result<Vec<Details>, Error> {
    tx.all(
        sql!(
            "select m.id, m.programme_id, p.name as programme, g.name as group_name, m.title, m.starts_at,
                    m.ends_at, m.place, m.online, m.directions, m.sequence, m.published_at, m.state, p.reminder_days,
                    p.is_sensitive,
                    (select w.name from meeting_duties d join people w on w.id = d.person_id
                     where d.meeting_id = m.id and d.duty = 'case') as case_turn,
                    (select w.name from meeting_duties d join people w on w.id = d.person_id
                     where d.meeting_id = m.id and d.duty = 'lead') as lead_turn,
                    (select w.name from meeting_duties d join people w on w.id = d.person_id
                     where d.meeting_id = m.id and d.duty = 'notes') as notes_turn
             from attendance a
             join meetings m on m.id = a.meeting_id
             join programmes p on p.id = m.programme_id
             left join groups g on g.id = m.group_id
             where a.person_id = $1 and a.state <> 'declined' and m.published_at is not null and m.ends_at >= $2
             order by m.starts_at"
        ),
        args![person, from],
    )
}

/// Who is on the list of a meeting.
pub(super) fn invited(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Invited>, Error> {
    tx.all(
        sql!(
            "select a.person_id, p.name, p.mail, p.language, a.state, s.subject, s.from_minute, s.minutes, s.version
             from attendance a join people p on p.id = a.person_id
             left join speakers s on s.meeting_id = a.meeting_id and s.person_id = a.person_id
                  and s.ended_at is null and a.role = 'speaker'
             where a.meeting_id = $1 order by a.person_id"
        ),
        args![meeting],
    )
}

/// Who belongs to a group on a day, with the role they have in a meeting of it.
pub(super) fn members(
    tx: &mut Tx<'_>,
    group: &GroupId,
    today: &str,
) -> Result<Vec<(PersonId, String)>, Error> {
    tx.all(
        sql!(
            "select person_id, min(role) from memberships
             where group_id = $1 and since <= $2 and (until is null or until >= $2)
                   and role in ('participant', 'facilitator')
             group by person_id order by person_id"
        ),
        args![group, today],
    )
}

/// Meetings of groups that are published and still to come, whose list lacks a member of the group.
pub(super) fn with_missing_members(
    tx: &mut Tx<'_>,
    now: i64,
    today: &str,
) -> Result<Vec<(MeetingId, PersonId, String)>, Error> {
    tx.all(
        sql!(
            "select m.id, b.person_id, min(b.role)
             from meetings m
             join memberships b on b.group_id = m.group_id and b.role in ('participant', 'facilitator')
                  and b.since <= $2 and (b.until is null or b.until >= $2)
             left join attendance a on a.meeting_id = m.id and a.person_id = b.person_id
             where m.state = 'planned' and m.published_at is not null and m.starts_at > $1 and a.person_id is null
             group by m.id, b.person_id order by m.id, b.person_id"
        ),
        args![now, today],
    )
}

/// Whose school holidays the programme of a group keeps free.
pub(crate) fn region(tx: &mut Tx<'_>, group: &GroupId) -> Result<Option<String>, Error> {
    tx.one(
        sql!("select p.holidays from groups g join programmes p on p.id = g.programme_id where g.id = $1"),
        args![group],
    )
}

/// On which days a programme reminds, and whether its meetings have titles that say nothing.
pub(crate) fn manner(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<(String, bool), Error> {
    tx.one(
        sql!("select reminder_days, is_sensitive from programmes where id = $1"),
        args![programme],
    )
}

/// Whether the group of a new meeting meets at that moment already.
pub(super) fn meets_at(tx: &mut Tx<'_>, new: &Meeting) -> Result<bool, Error> {
    let found: Option<String> = tx.maybe(
        sql!(
            "select id from meetings where group_id = $1 and starts_at = $2 and state <> 'cancelled' limit 1"
        ),
        args![new.group_id.as_ref().map(|group| group.0.as_str()), new.starts_at],
    )?;
    Ok(found.is_some())
}

/// How to get there.
pub(super) fn set_directions(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    directions: Option<&str>,
) -> Result<(), Error> {
    tx.run(
        sql!("update meetings set directions = $2 where id = $1"),
        args![meeting, directions],
    )?;
    Ok(())
}

/// Makes a plan known; `false` when it was already, or is over.
pub(super) fn publish(tx: &mut Tx<'_>, meeting: &MeetingId, now: i64) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update meetings set published_at = $2
             where id = $1 and published_at is null and state = 'planned' and starts_at > $2"
        ),
        args![meeting, now],
    )?;
    Ok(changed == 1)
}

/// Another time, place or title; `false` when somebody else changed it meanwhile.
pub(super) fn change(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    seen: Version,
    plan: &Plan<'_>,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update meetings set title = $3, starts_at = $4, ends_at = $5, place = $6, online = $7, directions = $8,
                                 plan = $9, sequence = sequence + 1
             where id = $1 and sequence = $2 and state = 'planned'"
        ),
        args![
            meeting,
            seen.0,
            plan.title,
            plan.starts_at,
            plan.ends_at,
            plan.place,
            plan.online,
            plan.directions,
            plan.agenda
        ],
    )?;
    Ok(changed == 1)
}

/// It does not take place; `false` when it was cancelled, held or changed meanwhile.
pub(super) fn cancel(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    seen: Version,
    because: Option<&str>,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update meetings set state = 'cancelled', cancelled_because = $3, sequence = sequence + 1
             where id = $1 and sequence = $2 and state = 'planned'"
        ),
        args![meeting, seen.0, because],
    )?;
    Ok(changed == 1)
}

/// What somebody said about coming; `None` for who is not on the list.
pub(super) fn given(tx: &mut Tx<'_>, meeting: &MeetingId, person: &PersonId) -> Result<Option<Given>, Error> {
    tx.maybe(
        sql!("select state, answered_at, reason from attendance where meeting_id = $1 and person_id = $2"),
        args![meeting, person],
    )
}

/// Notes what somebody says; who was there or not is settled and stays as it is.
pub(super) fn note_reply(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
    (state, reason): (&str, Option<&str>),
    now: i64,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update attendance set state = $3, reason = $4, answered_at = $5
             where meeting_id = $1 and person_id = $2 and state in ('expected', 'declined')"
        ),
        args![meeting, person, state, reason, now],
    )?;
    Ok(changed == 1)
}

/// Meetings of a programme, or of one of its groups, still to come on whose list somebody stands.
pub(super) fn coming_of(
    tx: &mut Tx<'_>,
    (programme, group): (&ProgrammeId, Option<&GroupId>),
    person: &PersonId,
    now: i64,
) -> Result<Vec<MeetingId>, Error> {
    tx.all(
        sql!(
            "select m.id from meetings m join attendance a on a.meeting_id = m.id
             where m.programme_id = $1 and a.person_id = $2 and m.starts_at > $3 and m.state = 'planned'
                   and ($4 = '' or m.group_id = $4)
             order by m.id"
        ),
        args![programme, person, now, group.map_or("", |group| group.0.as_str())],
    )
}

/// Takes somebody off the list of a meeting that has not been.
pub(super) fn take_off(tx: &mut Tx<'_>, meeting: &MeetingId, person: &PersonId) -> Result<(), Error> {
    tx.run(
        sql!(
            "delete from attendance where meeting_id = $1 and person_id = $2 and state in ('expected', 'declined')"
        ),
        args![meeting, person],
    )?;
    Ok(())
}

/// Notes that somebody is about to leave the list of a meeting that stands in their calendar: it was made known to them, and they
/// had not said no.
pub(super) fn note_departure(tx: &mut Tx<'_>, meeting: &MeetingId, person: &PersonId) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into meeting_departures (meeting_id, person_id)
             select a.meeting_id, a.person_id from attendance a join meetings m on m.id = a.meeting_id
             where a.meeting_id = $1 and a.person_id = $2 and a.state = 'expected' and m.published_at is not null
             on conflict do nothing"
        ),
        args![meeting, person],
    )?;
    Ok(())
}

/// Who left which meeting, and has not been told yet.
pub(super) fn departures(tx: &mut Tx<'_>) -> Result<Vec<(MeetingId, PersonId)>, Error> {
    tx.all(
        sql!("select meeting_id, person_id from meeting_departures order by meeting_id, person_id"),
        args![],
    )
}

/// Forgets that somebody left; answers whether it was still noted.
pub(super) fn forget_departure(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
) -> Result<bool, Error> {
    let gone = tx.run(
        sql!("delete from meeting_departures where meeting_id = $1 and person_id = $2"),
        args![meeting, person],
    )?;
    Ok(gone > 0)
}

/// Another text for a mail that waits; `false` when none does under this key.
pub(super) fn rewrite_mail(tx: &mut Tx<'_>, key: &str, text: &str) -> Result<bool, Error> {
    let changed = tx.run(
        sql!("update outbox set text = $2 where key = $1"),
        args![key, text],
    )?;
    Ok(changed == 1)
}
