//! SQL of the polls slice.

use store::{Error, Tx, args, sql};

use super::{Asked, Day, Member, Poll, Said};
use crate::id::{GroupId, MeetingId, PersonId, PollId};

/// Everything about a poll.
pub(super) struct Loaded {
    pub(super) poll: Poll,
    /// In order of time.
    pub(super) days: Vec<Day>,
    /// In order of who they are.
    pub(super) asked: Vec<Asked>,
    pub(super) said: Vec<Said>,
}

pub(super) fn load(tx: &mut Tx<'_>, id: &PollId) -> Result<Option<Loaded>, Error> {
    let poll = tx.maybe(
        sql!(
            "select l.id, l.group_id, g.name as group_name, g.programme_id, p.accent, l.title, l.method,
                    l.minutes, l.place, l.online, l.makes_video, l.directions, l.wanted, l.apart_days, l.at_least, l.closes_at,
                    l.state, l.made_by, p.is_sensitive
             from polls l
             join groups g on g.id = l.group_id
             join programmes p on p.id = g.programme_id
             where l.id = $1"
        ),
        args![id],
    )?;
    let Some(poll) = poll else {
        return Ok(None);
    };
    let days = tx.all(
        sql!("select id, starts_at, meeting_id from poll_days where poll_id = $1 order by starts_at"),
        args![id],
    )?;
    let asked = tx.all(
        sql!(
            "select a.person_id, p.name, p.mail, p.language, a.is_needed, a.answered_at, a.remark
             from poll_people a join people p on p.id = a.person_id
             where a.poll_id = $1 order by a.person_id"
        ),
        args![id],
    )?;
    let said = tx.all(
        sql!(
            "select a.day_id, a.person_id, a.answer
             from poll_answers a join poll_days d on d.id = a.day_id
             where d.poll_id = $1 order by a.day_id, a.person_id"
        ),
        args![id],
    )?;
    Ok(Some(Loaded {
        poll,
        days,
        asked,
        said,
    }))
}

/// Who belongs to a group on a day.
pub(super) fn members(tx: &mut Tx<'_>, group: &GroupId, today: &str) -> Result<Vec<Member>, Error> {
    tx.all(
        sql!(
            "select m.person_id, p.name, p.mail, p.language, min(m.role) as role
             from memberships m join people p on p.id = m.person_id
             where m.group_id = $1 and m.since <= $2 and (m.until is null or m.until >= $2)
                   and m.role in ('participant', 'facilitator')
             group by m.person_id, p.name, p.mail, p.language order by m.person_id"
        ),
        args![group, today],
    )
}

/// Adds a poll with its days; `false` when this form was sent before.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    poll: &Poll,
    days: &[Day],
    form_key: &str,
    now: i64,
) -> Result<bool, Error> {
    let added = tx.run(
        sql!(
            "insert into polls (id, form_key, group_id, title, method, minutes, place, online, directions, wanted, apart_days,
                                at_least, closes_at, state, made_by, made_at, makes_video)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
             on conflict (form_key) do nothing"
        ),
        args![
            &poll.id,
            form_key,
            &poll.group_id,
            &poll.title,
            &poll.method,
            poll.minutes,
            &poll.place,
            &poll.online,
            &poll.directions,
            poll.wanted,
            poll.apart_days,
            poll.at_least,
            poll.closes_at,
            &poll.state,
            &poll.made_by,
            now,
            poll.makes_video
        ],
    )?;
    if added == 0 {
        return Ok(false);
    }
    for day in days {
        tx.run(
            sql!("insert into poll_days (id, poll_id, starts_at) values ($1, $2, $3)"),
            args![&day.id, &poll.id, day.starts_at],
        )?;
    }
    Ok(true)
}

/// The poll that a form became.
pub(super) fn by_form_key(tx: &mut Tx<'_>, form_key: &str) -> Result<Option<PollId>, Error> {
    tx.maybe(sql!("select id from polls where form_key = $1"), args![form_key])
}

/// Asks somebody; `false` when they are asked already, who stay as they are.
pub(crate) fn add_person(
    tx: &mut Tx<'_>,
    poll: &PollId,
    person: &PersonId,
    is_needed: bool,
) -> Result<bool, Error> {
    let added = tx.run(
        sql!(
            "insert into poll_people (poll_id, person_id, is_needed) values ($1, $2, $3) on conflict do nothing"
        ),
        args![poll, person, is_needed],
    )?;
    Ok(added == 1)
}

/// Notes what somebody says of every day, in place of what they said before; `false` when it is too late.
pub(crate) fn note_answers(
    tx: &mut Tx<'_>,
    poll: &PollId,
    person: &PersonId,
    (given, remark): (&[(String, String)], Option<&str>),
    now: i64,
) -> Result<bool, Error> {
    let noted = tx.run(
        sql!(
            "update poll_people set answered_at = $3, remark = $4
             where poll_id = $1 and person_id = $2
                   and exists (select 1 from polls where id = $1 and state = 'open' and closes_at > $3)"
        ),
        args![poll, person, now, remark],
    )?;
    if noted == 0 {
        return Ok(false);
    }
    for (day, answer) in given {
        tx.run(
            sql!(
                "insert into poll_answers (day_id, person_id, answer) values ($1, $2, $3)
                 on conflict (day_id, person_id) do update set answer = excluded.answer"
            ),
            args![day, person, answer],
        )?;
    }
    Ok(true)
}

/// How many of those who are asked, and are still in the group, have not answered.
pub(super) fn count_silent(tx: &mut Tx<'_>, poll: &PollId, today: &str) -> Result<i64, Error> {
    tx.one(
        sql!(
            "select count(distinct a.person_id)
             from poll_people a
             join polls l on l.id = a.poll_id
             join memberships m on m.group_id = l.group_id and m.person_id = a.person_id
                  and m.since <= $2 and (m.until is null or m.until >= $2)
             where a.poll_id = $1 and a.answered_at is null"
        ),
        args![poll, today],
    )
}

/// Ends a poll; `false` when it has ended.
pub(super) fn end(tx: &mut Tx<'_>, poll: &PollId, state: &str) -> Result<bool, Error> {
    let ended = tx.run(
        sql!("update polls set state = $2 where id = $1 and state = 'open'"),
        args![poll, state],
    )?;
    Ok(ended == 1)
}

/// Notes what became of a day that was chosen.
pub(super) fn note_meeting(
    tx: &mut Tx<'_>,
    poll: &PollId,
    starts_at: i64,
    meeting: &MeetingId,
) -> Result<(), Error> {
    tx.run(
        sql!("update poll_days set meeting_id = $3 where poll_id = $1 and starts_at = $2"),
        args![poll, starts_at, meeting],
    )?;
    Ok(())
}

/// Another deadline; `false` when the poll has ended.
pub(super) fn set_deadline(tx: &mut Tx<'_>, poll: &PollId, closes_at: i64) -> Result<bool, Error> {
    let changed = tx.run(
        sql!("update polls set closes_at = $2 where id = $1 and state = 'open'"),
        args![poll, closes_at],
    )?;
    Ok(changed == 1)
}

/// Whoever has the token of this hash answers for this person.
pub(super) fn add_link(
    tx: &mut Tx<'_>,
    hash: &str,
    (poll, person): (&PollId, &PersonId),
    ends_at: i64,
) -> Result<(), Error> {
    tx.run(
        sql!("insert into poll_links (token_hash, poll_id, person_id, ends_at) values ($1, $2, $3, $4)"),
        args![hash, poll, person, ends_at],
    )?;
    Ok(())
}

/// Whose answers to which poll a link gives, while it works.
pub(super) fn link(tx: &mut Tx<'_>, hash: &str, now: i64) -> Result<Option<(PollId, PersonId)>, Error> {
    tx.maybe(
        sql!("select poll_id, person_id from poll_links where token_hash = $1 and ends_at > $2"),
        args![hash, now],
    )
}

/// Forgets links that work no more.
pub(super) fn forget_links(tx: &mut Tx<'_>, now: i64) -> Result<u64, Error> {
    tx.run(sql!("delete from poll_links where ends_at <= $1"), args![now])
}

/// Polls that take answers, with members of their group who are not asked yet.
pub(super) fn with_missing_members(
    tx: &mut Tx<'_>,
    now: i64,
    today: &str,
) -> Result<Vec<(PollId, PersonId)>, Error> {
    tx.all(
        sql!(
            "select distinct l.id, m.person_id
             from polls l
             join memberships m on m.group_id = l.group_id and m.role in ('participant', 'facilitator')
                  and m.since <= $2 and (m.until is null or m.until >= $2)
             left join poll_people a on a.poll_id = l.id and a.person_id = m.person_id
             where l.state = 'open' and l.closes_at > $1 and a.person_id is null
             order by l.id, m.person_id"
        ),
        args![now, today],
    )
}

/// Half days on which somebody said to be free.
pub(super) fn free_of(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<String>, Error> {
    tx.all(
        sql!("select half_day from free_half_days where person_id = $1 order by half_day"),
        args![person],
    )
}

/// When meetings are to which somebody comes, of those that overlap a stretch of time: begin and end.
pub(super) fn busy(
    tx: &mut Tx<'_>,
    person: &PersonId,
    (from, until): (i64, i64),
) -> Result<Vec<(i64, i64)>, Error> {
    tx.all(
        sql!(
            "select m.starts_at, m.ends_at
             from attendance a join meetings m on m.id = a.meeting_id
             where a.person_id = $1 and a.state = 'expected' and m.state = 'planned' and m.published_at is not null
                   and m.starts_at < $3 and m.ends_at > $2
             order by m.starts_at"
        ),
        args![person, from, until],
    )
}
