//! SQL for what a live session hands over, and for what comes back in the next one.

use store::{Error, FromRow, Row, Tx, args, sql};

use crate::cases;
use crate::id::{MeetingId, PersonId};
use crate::meetings::kept::{Agreed, Ending, Kept, Released, Times, Treated};
use crate::meetings::{Action, Meeting, Overdue, Taker};

/// Writes down that a meeting is over. Writing it again brings it up to date.
pub(crate) fn end(tx: &mut Tx<'_>, meeting: &MeetingId, ending: &Ending) -> Result<(), Error> {
    tx.run(
        sql!("update meetings set state = 'held' where id = $1 and state = 'planned'"),
        args![meeting],
    )?;
    for times in &ending.times {
        keep_times(tx, meeting, times)?;
        mark(tx, meeting, times)?;
    }
    tx.run(
        sql!("update attendance set state = 'absent' where meeting_id = $1 and state = 'expected'"),
        args![meeting],
    )?;
    for case in &ending.treated {
        cases::store::treat(
            tx,
            &case.id(meeting),
            meeting,
            (&case.owner, &case.others),
            (&case.title, &case.question),
        )?;
    }
    cases::store::spare_the_rest(tx, meeting)?;
    for past in &ending.looked_back {
        tx.run(
            sql!(
                "update actions set progress = $2, note = $3, looked_back_at = $4,
                     state = case when cast($2 as text) = 'done' and state = 'open' then 'done' else state end
                 where id = $1"
            ),
            args![&past.action, past.progress, &past.note, ending.at],
        )?;
    }
    wait_for(tx, meeting, ending)
}

/// Keeps since when the report waits for whom.
fn wait_for(tx: &mut Tx<'_>, meeting: &MeetingId, ending: &Ending) -> Result<(), Error> {
    let known: Vec<PersonId> = tx.all(
        sql!("select person_id from report_drafts where meeting_id = $1 order by person_id"),
        args![meeting],
    )?;
    for person in known.iter().filter(|person| !ending.waits_for.contains(person)) {
        tx.run(
            sql!("delete from report_drafts where meeting_id = $1 and person_id = $2"),
            args![meeting, person],
        )?;
    }
    for person in &ending.waits_for {
        tx.run(
            sql!(
                "insert into report_drafts (meeting_id, person_id, since) values ($1, $2, $3)
                 on conflict (meeting_id, person_id) do nothing"
            ),
            args![meeting, person, ending.at],
        )?;
    }
    Ok(())
}

/// On the list of the meeting: there, or not. Who came without being on it is added, except those who only watched.
fn mark(tx: &mut Tx<'_>, meeting: &MeetingId, times: &Times) -> Result<(), Error> {
    let Some(person) = &times.person else {
        return Ok(());
    };
    let state = if times.there > 0 { "present" } else { "absent" };
    // Who only watched gets no report, on the page of the meeting either; whoever leads decided that in the room.
    let known = tx.run(
        sql!(
            "update attendance set state = $3,
                 role = case when role in ('participant', 'observer') and cast($4 as text) in ('participant', 'observer')
                     then cast($4 as text) else role end
             where meeting_id = $1 and person_id = $2"
        ),
        args![meeting, person, state, times.attends],
    )?;
    if known == 0 && times.there > 0 && times.attends != "observer" {
        super::add_attendance(tx, meeting, person, times.attends, state)?;
    }
    Ok(())
}

fn keep_times(tx: &mut Tx<'_>, meeting: &MeetingId, times: &Times) -> Result<(), Error> {
    let t = times;
    let person = t.person.as_ref().map(|person| person.0.as_str());
    tx.run(
        sql!(
            "insert into attendance_times
                 (meeting_id, seat, person_id, name, attends, arrived_at, left_at, there, place,
                  confirmed_at_start, confirmed_at_end, corrected, brought_case)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             on conflict (meeting_id, seat) do update set
                 arrived_at = excluded.arrived_at, left_at = excluded.left_at, there = excluded.there,
                 place = excluded.place, confirmed_at_start = excluded.confirmed_at_start,
                 confirmed_at_end = excluded.confirmed_at_end, corrected = excluded.corrected,
                 brought_case = excluded.brought_case"
        ),
        args![
            meeting,
            i64::from(t.seat),
            person,
            &t.name,
            t.attends,
            t.arrived_at,
            t.left_at,
            t.there,
            t.place,
            t.confirmed.0,
            t.confirmed.1,
            t.corrected,
            t.brought_case
        ],
    )?;
    for (part, (method, there)) in (1_i64..).zip(&t.parts) {
        tx.run(
            sql!(
                "insert into attendance_parts (meeting_id, part, method, seat, there) values ($1, $2, $3, $4, $5)
                 on conflict (meeting_id, part, seat) do update set there = excluded.there"
            ),
            args![meeting, part, method, i64::from(t.seat), *there],
        )?;
    }
    Ok(())
}

/// Writes down what stays, as far as it is released. What is there already is left as it is.
pub(crate) fn release(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    released: &Released,
    treated: &[Treated],
) -> Result<(), Error> {
    for kept in &released.results {
        let case = treated.iter().find(|case| Some(case.number) == kept.case);
        let case = match case {
            Some(case) => cases::store::find(tx, meeting, &case.owner, &case.title)?,
            None => None,
        };
        keep(tx, meeting, kept, case.as_deref())?;
    }
    for agreed in &released.actions {
        agree(tx, meeting, agreed)?;
    }
    Ok(())
}

fn keep(tx: &mut Tx<'_>, meeting: &MeetingId, kept: &Kept, case: Option<&str>) -> Result<(), Error> {
    let id = format!("{meeting}-card-{}", kept.card);
    tx.run(
        sql!(
            "insert into results (id, meeting_id, kind, step, text, person_id, audience, position, case_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (id) do nothing"
        ),
        args![
            &id,
            meeting,
            kept.kind,
            &kept.step,
            &kept.text,
            kept.person.as_ref().map(|person| person.0.as_str()),
            kept.audience,
            kept.position,
            case
        ],
    )?;
    for (position, taker) in (1_i64..).zip(&kept.takers) {
        let person = taker.person_id.as_ref().map(|person| person.0.as_str());
        tx.run(
            sql!(
                "insert into result_takers (result_id, position, person_id, name, why) values ($1, $2, $3, $4, $5)
                 on conflict (result_id, position) do nothing"
            ),
            args![&id, position, person, &taker.name, &taker.why],
        )?;
    }
    Ok(())
}

fn agree(tx: &mut Tx<'_>, meeting: &MeetingId, agreed: &Agreed) -> Result<(), Error> {
    let a = agreed;
    let person = a.person.as_ref().map(|person| person.0.as_str());
    let guest = person.is_none().then_some(a.name.as_str());
    tx.run(
        sql!(
            "insert into actions (id, meeting_id, person_id, guest, what, notice, until, buddy, state)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 'open')
             on conflict (id) do nothing"
        ),
        args![
            format!("{meeting}-card-{}", a.card),
            meeting,
            person,
            guest,
            &a.what,
            &a.notice,
            &a.until,
            &a.buddy
        ],
    )?;
    Ok(())
}

/// Who owns the case of a result beside the one who brought it, with the id of the result.
pub(super) fn co_owners(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<(String, PersonId)>, Error> {
    tx.all(
        sql!(
            "select r.id, o.person_id
             from results r join case_co_owners o on o.case_id = r.case_id
             where r.meeting_id = $1
             order by r.id, o.person_id"
        ),
        args![meeting],
    )
}

struct Taken {
    result: String,
    taker: Taker,
}

impl FromRow for Taken {
    fn from_row(row: &Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            result: row.get("result_id")?,
            taker: Taker {
                person_id: row.get("person_id")?,
                name: row.get("name")?,
                why: row.get("why")?,
            },
        })
    }
}

/// Who takes what along, in order, with the id of the result.
pub(super) fn takers(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<(String, Taker)>, Error> {
    let taken: Vec<Taken> = tx.all(
        sql!(
            "select t.result_id, t.person_id, t.name, t.why
             from result_takers t join results r on r.id = t.result_id
             where r.meeting_id = $1
             order by t.result_id, t.position"
        ),
        args![meeting],
    )?;
    Ok(taken
        .into_iter()
        .map(|taken| (taken.result, taken.taker))
        .collect())
}

/// What those who are expected at a meeting still have to do from earlier meetings of the same group; of the other open meetings
/// of the programme, when it has no group. What somebody agreed in another group stays there.
pub(crate) fn open_actions_here(tx: &mut Tx<'_>, meeting: &Meeting) -> Result<Vec<Action>, Error> {
    let group = meeting.group_id.as_ref().map(|group| group.0.as_str());
    tx.all(
        sql!(
            "select a.id, a.meeting_id, m.title as meeting, p.name, a.what, a.until, a.state, a.progress,
                    cast(null as text) as cause_id
             from actions a
             join meetings m on m.id = a.meeting_id
             join people p on p.id = a.person_id
             join attendance e on e.meeting_id = $1 and e.person_id = a.person_id
             where a.state = 'open' and a.meeting_id <> $1 and e.state <> 'declined'
                 and m.programme_id = $2 and m.group_id is not distinct from cast($3 as text)
             order by a.until nulls last, a.id"
        ),
        args![&meeting.id, &meeting.programme_id, group],
    )
}

/// The meetings whose report waits for this person.
pub(crate) fn waiting_for(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<Meeting>, Error> {
    tx.all(
        sql!(
            "select m.id, m.programme_id, p.name as programme, p.accent, m.group_id, g.name as group_name,
                    m.title, m.starts_at, m.ends_at, m.place, m.online, m.plan, m.state, m.published_at
             from report_drafts d
             join meetings m on m.id = d.meeting_id
             join programmes p on p.id = m.programme_id
             left join groups g on g.id = m.group_id
             where d.person_id = $1
             order by d.since, m.id"
        ),
        args![person],
    )
}

/// Reports that have waited since a moment between these two, with whom to remind.
pub(crate) fn waiting_between(tx: &mut Tx<'_>, from: i64, to: i64) -> Result<Vec<Overdue>, Error> {
    tx.all(
        sql!(
            "select d.meeting_id, m.title, d.person_id, p.mail, p.language
             from report_drafts d
             join meetings m on m.id = d.meeting_id
             join people p on p.id = d.person_id
             where d.since > $1 and d.since <= $2
             order by d.since, d.meeting_id, d.person_id"
        ),
        args![from, to],
    )
}

/// The same with those who led the meeting and may not release its report themselves.
pub(crate) fn leads_waiting_between(tx: &mut Tx<'_>, from: i64, to: i64) -> Result<Vec<Overdue>, Error> {
    tx.all(
        sql!(
            "select a.meeting_id, m.title, a.person_id, p.mail, p.language
             from attendance a
             join meetings m on m.id = a.meeting_id
             join people p on p.id = a.person_id
             where a.role = 'facilitator' and a.state = 'present'
                 and exists (select 1 from report_drafts d
                             where d.meeting_id = a.meeting_id and d.since > $1 and d.since <= $2)
                 and not exists (select 1 from report_drafts d
                                 where d.meeting_id = a.meeting_id and d.person_id = a.person_id)
             order by a.meeting_id, a.person_id"
        ),
        args![from, to],
    )
}
