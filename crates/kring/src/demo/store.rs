//! SQL of the demo: its mark, its faces, and throwing everything away.

use session::compile::Plan;
use session::script::Pace;
use store::{Error, Tx, args, sql};

use super::Face;
use crate::id::PersonId;
use crate::meetings::{self, Meeting};

/// When the world in this database was made; `None` when there is none.
pub(super) fn filled_at(tx: &mut Tx<'_>) -> Result<Option<i64>, Error> {
    tx.maybe(
        sql!("select filled_at from demo_worlds where id = 'demo'"),
        args![],
    )
}

pub(super) fn mark(tx: &mut Tx<'_>, now: i64) -> Result<(), Error> {
    tx.run(
        sql!("insert into demo_worlds (id, filled_at) values ('demo', $1)"),
        args![now],
    )?;
    Ok(())
}

/// Whether anybody is in this database.
pub(super) fn has_people(tx: &mut Tx<'_>) -> Result<bool, Error> {
    let people: i64 = tx.one(sql!("select count(*) from people"), args![])?;
    Ok(people > 0)
}

/// What stands around meetings while they are planned.
fn empty_planning(tx: &mut Tx<'_>) -> Result<(), Error> {
    let statements = [
        sql!("delete from poll_links"),
        sql!("delete from poll_answers"),
        sql!("delete from poll_people"),
        sql!("delete from poll_days"),
        sql!("delete from polls"),
        sql!("delete from sign_up_links"),
        sql!("delete from sign_ups"),
        sql!("delete from meeting_duties"),
        sql!("delete from duty_pauses"),
    ];
    for statement in statements {
        tx.run(statement, args![])?;
    }
    Ok(())
}

/// What people write between meetings, cases too, and who wants to be found.
fn empty_talk(tx: &mut Tx<'_>) -> Result<(), Error> {
    let statements = [
        sql!("delete from case_trail"),
        sql!("delete from case_consents"),
        sql!("delete from bottleneck_actions"),
        sql!("delete from bottleneck_votes"),
        // A reason refers to what it explains, so they go together.
        sql!("delete from bottleneck_causes"),
        sql!("delete from bottleneck_categories"),
        sql!("delete from bottlenecks"),
        sql!("delete from library_wishes"),
        sql!("delete from library_offers"),
        sql!("delete from library_texts"),
        sql!("delete from library_entries"),
        sql!("delete from case_returns"),
        sql!("delete from brief_texts"),
        sql!("delete from record_keys"),
        sql!("delete from briefs"),
        sql!("delete from thread_addresses"),
        sql!("delete from thread_wishes"),
        sql!("delete from thread_marks"),
        sql!("delete from thread_messages"),
        sql!("delete from threads"),
        sql!("delete from directory_listings"),
        sql!("delete from directory_cards"),
    ];
    for statement in statements {
        tx.run(statement, args![])?;
    }
    Ok(())
}

/// Papers of meetings, and those who speak at them.
fn empty_around(tx: &mut Tx<'_>) -> Result<(), Error> {
    let statements = [
        sql!("delete from speaker_passes"),
        sql!("delete from speakers"),
        sql!("delete from paper_parts"),
        sql!("delete from papers"),
    ];
    for statement in statements {
        tx.run(statement, args![])?;
    }
    Ok(())
}

/// Throws everything away. The caller has seen the mark.
pub(super) fn empty(tx: &mut Tx<'_>) -> Result<(), Error> {
    empty_planning(tx)?;
    empty_talk(tx)?;
    empty_around(tx)?;
    let statements = [
        sql!("delete from rehearsals"),
        sql!("delete from session_events"),
        sql!("delete from guest_passes"),
        sql!("delete from guests"),
        sql!("delete from doors"),
        sql!("delete from agreement_acceptances"),
        sql!("delete from agreements"),
        sql!("delete from outbox"),
        sql!("delete from mail_ledger"),
        sql!("delete from sign_in_codes"),
        sql!("delete from rooms"),
        sql!("delete from evaluation_answers"),
        sql!("delete from evaluation_questions"),
        sql!("delete from evaluations"),
        sql!("delete from report_drafts"),
        sql!("delete from attendance_parts"),
        sql!("delete from attendance_times"),
        sql!("delete from result_takers"),
        sql!("delete from sign_ins"),
        sql!("delete from sign_in_links"),
        sql!("delete from idea_choices"),
        sql!("delete from ideas"),
        sql!("delete from actions"),
        sql!("delete from results"),
        sql!("delete from cases"),
        sql!("delete from topics"),
        sql!("delete from reply_links"),
        sql!("delete from calendar_feeds"),
        sql!("delete from attendance"),
        sql!("delete from meeting_departures"),
        sql!("delete from invitations"),
        sql!("delete from meetings"),
        sql!("delete from interventions"),
        sql!("delete from memberships"),
        sql!("delete from groups"),
        sql!("delete from application_links"),
        sql!("delete from applications"),
        sql!("delete from enrolment_forms"),
        sql!("delete from company_wishes"),
        sql!("delete from free_half_days"),
        sql!("delete from spoken_languages"),
        sql!("delete from registrations"),
        sql!("delete from organisers"),
        sql!("delete from sponsors"),
        sql!("delete from former_addresses"),
        sql!("delete from programmes"),
        sql!("delete from positions"),
        sql!("delete from people"),
        sql!("delete from organisations"),
        sql!("delete from demo_worlds"),
    ];
    for statement in statements {
        tx.run(statement, args![])?;
    }
    Ok(())
}

/// The meeting that starts when the world is made: the first one that was open then and has not been held.
pub(super) fn running(tx: &mut Tx<'_>) -> Result<Option<Meeting>, Error> {
    let id: Option<String> = tx.maybe(
        sql!(
            "select m.id from meetings m
             where m.state = 'planned' and m.group_id is null
             order by m.starts_at limit 1"
        ),
        args![],
    )?;
    match id {
        Some(id) => meetings::store::find(tx, &crate::id::MeetingId(id)),
        None => Ok(None),
    }
}

/// Meetings in writing.
pub(super) fn written(tx: &mut Tx<'_>) -> Result<Vec<Meeting>, Error> {
    // A plan is JSON the database never looks into, so it is read here.
    let ids: Vec<String> = tx.all(
        sql!("select id from meetings where state = 'planned' order by starts_at, id"),
        args![],
    )?;
    let mut found = Vec::new();
    for id in ids {
        let meeting = meetings::store::find(tx, &crate::id::MeetingId(id))?;
        found.extend(meeting.filter(|meeting| is_written(&meeting.plan)));
    }
    Ok(found)
}

fn is_written(plan: &str) -> bool {
    serde_json::from_str::<Plan>(plan).is_ok_and(|plan| plan.pace == Pace::Written)
}

/// Everybody with a role in a programme or one of its groups, and who sees its figures.
pub(super) fn members(tx: &mut Tx<'_>) -> Result<Vec<Face>, Error> {
    tx.all(
        sql!(
            "select m.person_id, p.name, w.job, o.name as organisation, r.name as programme, r.accent,
                    g.name as group_name, m.role
             from (select id, programme_id, group_id, person_id, role from memberships
                   union all
                   select person_id as id, programme_id, null as group_id, person_id, 'sponsor' as role from sponsors) m
             join people p on p.id = m.person_id
             join programmes r on r.id = m.programme_id
             left join groups g on g.id = m.group_id
             left join positions w on w.person_id = p.id
             left join organisations o on o.id = w.organisation_id
             order by m.programme_id, m.id"
        ),
        args![],
    )
}

/// Everybody who comes to an open meeting, and guests of groups.
pub(super) fn guests(tx: &mut Tx<'_>) -> Result<Vec<Face>, Error> {
    tx.all(
        sql!(
            "select distinct a.person_id, p.name, w.job, o.name as organisation, r.name as programme, r.accent,
                    g.name as group_name, a.role
             from attendance a
             join meetings m on m.id = a.meeting_id
             join people p on p.id = a.person_id
             join programmes r on r.id = m.programme_id
             left join groups g on g.id = m.group_id
             left join positions w on w.person_id = p.id
             left join organisations o on o.id = w.organisation_id
             where (m.group_id is null and a.role = 'participant') or a.role = 'speaker'
             order by a.person_id"
        ),
        args![],
    )
}

pub(super) fn exists(tx: &mut Tx<'_>, person: &PersonId) -> Result<bool, Error> {
    let people: i64 = tx.one(sql!("select count(*) from people where id = $1"), args![person])?;
    Ok(people > 0)
}
