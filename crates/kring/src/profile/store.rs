//! SQL of the profile slice: what stands about somebody in all the tables of Kring.

use store::{Error, Tx, args, sql};

use super::kept::{Account, Around, Done, Mailed, Overview, Rest, Shared, SignedUp, Talk, Times, Waiting};
use crate::id::PersonId;

/// What the page shows; `None` when there is nobody with this id.
pub(super) fn overview(tx: &mut Tx<'_>, person: &PersonId) -> Result<Option<Overview>, Error> {
    let account: Option<Account> = tx.maybe(
        sql!("select id, mail, created_at as known_since from people where id = $1"),
        args![person],
    )?;
    let Some(account) = account else {
        return Ok(None);
    };
    let mail = account.mail.clone();
    Ok(Some(Overview {
        account,
        memberships: tx.all(
            sql!(
                "select p.name as programme, g.name as group_name, m.role, m.since, m.until
                 from memberships m join programmes p on p.id = m.programme_id left join groups g on g.id = m.group_id
                 where m.person_id = $1 order by m.since, m.id"
            ),
            args![person],
        )?,
        meetings: tx.all(
            sql!(
                "select m.id, m.title, p.name as programme, m.starts_at, m.ends_at, a.role, a.state, a.answered_at, a.reason,
                        (select cast(sum(t.there) as bigint) from attendance_times t
                         where t.meeting_id = m.id and t.person_id = a.person_id) as there
                 from attendance a join meetings m on m.id = a.meeting_id join programmes p on p.id = m.programme_id
                 where a.person_id = $1 and m.published_at is not null
                 order by m.starts_at desc, m.id"
            ),
            args![person],
        )?,
        agreed: tx.all(
            sql!(
                "select p.name as programme, g.name as group_name, a.version, a.text, c.accepted_at
                 from agreement_acceptances c join agreements a on a.id = c.agreement_id
                 join programmes p on p.id = a.programme_id left join groups g on g.id = a.group_id
                 where c.person_id = $1 order by c.accepted_at, a.id"
            ),
            args![person],
        )?,
        applied: tx.all(
            sql!(
                "select p.name as programme, a.state, a.applied_at, a.reason, a.answers
                 from applications a join programmes p on p.id = a.programme_id
                 where a.person_id = $1 or (a.person_id is null and a.mail = $2) order by a.applied_at, a.id"
            ),
            args![person, &mail],
        )?,
        mailed: mailed(tx, person, &mail)?,
        waiting: waiting(tx, person, &mail)?,
    }))
}

fn mailed(tx: &mut Tx<'_>, person: &PersonId, mail: &str) -> Result<Vec<Mailed>, Error> {
    tx.all(
        sql!(
            "select about, subject, address, outcome, ended_at from mail_ledger
                 where person_id = $1 or (person_id is null and address = $2) order by ended_at desc, id"
        ),
        args![person, mail],
    )
}

fn waiting(tx: &mut Tx<'_>, person: &PersonId, mail: &str) -> Result<Vec<Waiting>, Error> {
    tx.all(
        sql!(
            "select about, subject, address, due_at from outbox
                 where is_decoy = false and (person_id = $1 or (person_id is null and address = $2)) order by due_at, id"
        ),
        args![person, mail],
    )
}

fn signed_up(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<SignedUp>, Error> {
    tx.all(
        sql!(
            "select m.title as meeting, s.name, s.organisation, s.state, s.asked_at
             from sign_ups s join meetings m on m.id = s.meeting_id join people p on p.id = $1
             where s.person_id = $1 or (s.person_id is null and s.mail = p.mail) order by s.asked_at, s.id"
        ),
        args![person],
    )
}

fn times(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<Times>, Error> {
    tx.all(
        sql!(
            "select m.title as meeting, t.attends, t.name, t.arrived_at, t.left_at, t.there, t.place, t.confirmed_at_start,
                    t.confirmed_at_end, t.corrected, t.brought_case
             from attendance_times t join meetings m on m.id = t.meeting_id
             where t.person_id = $1 order by t.arrived_at, m.id, t.seat"
        ),
        args![person],
    )
}

/// What stands in the file beside that.
pub(super) fn rest(tx: &mut Tx<'_>, person: &PersonId) -> Result<Rest, Error> {
    Ok(Rest {
        rights: tx.all(
            sql!(
                "select o.name as organisation, w.since from organisers w join organisations o on o.id = w.organisation_id
                 where w.person_id = $1 order by o.id"
            ),
            args![person],
        )?,
        seats: tx.all(
            sql!(
                "select p.name as programme, s.works_for, s.since, s.ended_at
                 from sponsors s join programmes p on p.id = s.programme_id
                 where s.person_id = $1 order by s.since, p.id"
            ),
            args![person],
        )?,
        signed_up: signed_up(tx, person)?,
        times: times(tx, person)?,
        wrote_agreements: tx.all(
            sql!(
                "select p.name as programme, g.name as group_name, a.version, a.since
                 from agreements a join programmes p on p.id = a.programme_id left join groups g on g.id = a.group_id
                 where a.written_by = $1 order by a.since, a.id"
            ),
            args![person],
        )?,
        devices: tx.all(
            sql!("select browser, system, created_at, seen_on from sign_ins where person_id = $1 order by created_at, id"),
            args![person],
        )?,
        rehearsals: tx.all(
            sql!("select title, made_at from rehearsals where person_id = $1 order by made_at, id"),
            args![person],
        )?,
        feeds: tx.all(
            sql!("select made_at from calendar_feeds where person_id = $1"),
            args![person],
        )?,
        talk: talk(tx, person)?,
        shared: shared(tx, person)?,
        done: done(tx, person)?,
    })
}

/// What they said between meetings, and whether they want to be found.
fn talk(tx: &mut Tx<'_>, person: &PersonId) -> Result<Talk, Error> {
    Ok(Talk {
        said: tx.all(
            sql!(
                "select p.name as programme, g.name as group_name, t.title as thread, m.text, m.written_at, m.removed_at
                 from thread_messages m
                 join threads t on t.id = m.thread_id
                 join programmes p on p.id = t.programme_id
                 left join groups g on g.id = t.group_id
                 where m.author_id = $1 order by m.written_at, m.id"
            ),
            args![person],
        )?,
        followed: tx.all(
            sql!(
                "select t.title as thread, k.read_to, k.told_to
                 from thread_marks k join threads t on t.id = k.thread_id
                 where k.person_id = $1 order by t.id"
            ),
            args![person],
        )?,
        hears: tx.all(
            sql!(
                "select p.name as programme, g.name as group_name, w.manner
                 from thread_wishes w
                 left join groups g on g.id = w.place_id
                 left join programmes p on p.id = coalesce(g.programme_id, w.place_id)
                 where w.person_id = $1 order by w.place_id"
            ),
            args![person],
        )?,
        cards: tx.all(
            sql!("select expertise, offers, seeks from directory_cards where person_id = $1"),
            args![person],
        )?,
        found: tx.all(
            sql!(
                "select p.name as programme from directory_listings l join programmes p on p.id = l.programme_id
                 where l.person_id = $1 order by p.id"
            ),
            args![person],
        )?,
    })
}

/// What they did for meetings beside being there.
fn around(tx: &mut Tx<'_>, person: &PersonId) -> Result<Around, Error> {
    Ok(Around {
        asked_to_speak: tx.all(
            sql!(
                "select m.title as meeting, s.subject, s.ended_at from speakers s join meetings m on m.id = s.meeting_id
                 where s.person_id = $1 order by m.starts_at, m.id"
            ),
            args![person],
        )?,
        papers_added: tx.all(
            sql!(
                "select m.title as meeting, p.title, p.link, p.file_name, p.added_at
                 from papers p join meetings m on m.id = p.meeting_id
                 where p.added_by = $1 order by p.added_at, p.id"
            ),
            args![person],
        )?,
    })
}

/// What they added to what a group keeps together.
fn shared(tx: &mut Tx<'_>, person: &PersonId) -> Result<Shared, Error> {
    Ok(Shared {
        polled: tx.all(
            sql!(
                "select g.name as group_name, l.title, d.starts_at, a.answer, p.remark
                 from poll_answers a
                 join poll_days d on d.id = a.day_id
                 join polls l on l.id = d.poll_id
                 join groups g on g.id = l.group_id
                 join poll_people p on p.poll_id = l.id and p.person_id = a.person_id
                 where a.person_id = $1 order by l.id, d.starts_at"
            ),
            args![person],
        )?,
        bottlenecks: tx.all(
            sql!(
                "select g.name as group_name, b.effect, b.made_at
                 from bottlenecks b join groups g on g.id = b.group_id
                 where b.made_by = $1 order by b.made_at, b.id"
            ),
            args![person],
        )?,
        causes: tx.all(
            sql!(
                "select b.effect, c.text, c.written_at
                 from bottleneck_causes c join bottlenecks b on b.id = c.bottleneck_id
                 where c.author_id = $1 order by c.written_at, c.id"
            ),
            args![person],
        )?,
        roots: tx.all(
            sql!(
                "select b.effect, c.text
                 from bottleneck_votes v
                 join bottleneck_causes c on c.id = v.cause_id
                 join bottlenecks b on b.id = c.bottleneck_id
                 where v.person_id = $1 order by b.id, c.id"
            ),
            args![person],
        )?,
        proposed: tx.all(
            sql!(
                "select g.name as group_name, t.title, t.state from topics t join groups g on g.id = t.group_id
                 where t.proposed_by = $1 order by t.group_id, t.position"
            ),
            args![person],
        )?,
    })
}

/// What they did and wrote at meetings.
fn done(tx: &mut Tx<'_>, person: &PersonId) -> Result<Done, Error> {
    Ok(Done {
        actions: tx.all(
            sql!(
                "select m.title as meeting, a.what, a.notice, a.until, a.buddy, a.state, a.progress, a.note
                 from actions a join meetings m on m.id = a.meeting_id
                 where a.person_id = $1 order by m.starts_at, a.id"
            ),
            args![person],
        )?,
        cases: tx.all(
            sql!(
                "select m.title as meeting, c.title, c.question, c.state from cases c join meetings m on m.id = c.meeting_id
                 where c.owner_id = $1 or c.id in (select case_id from case_co_owners where person_id = $1)
                 order by m.starts_at, c.id"
            ),
            args![person],
        )?,
        wrote: tx.all(
            sql!(
                "select m.title as meeting, r.kind, r.text, r.audience from results r join meetings m on m.id = r.meeting_id
                 where r.person_id = $1 order by m.starts_at, r.position, r.id"
            ),
            args![person],
        )?,
        took: tx.all(
            sql!(
                "select m.title as meeting, r.text, t.why from result_takers t join results r on r.id = t.result_id
                 join meetings m on m.id = r.meeting_id
                 where t.person_id = $1 order by m.starts_at, r.id"
            ),
            args![person],
        )?,
        ideas: tx.all(
            sql!(
                "select p.name as programme, i.text from idea_choices c join ideas i on i.id = c.idea_id
                 join programmes p on p.id = i.programme_id
                 where c.person_id = $1 order by i.id"
            ),
            args![person],
        )?,
        turns: tx.all(
            sql!(
                "select m.title as meeting, d.duty from meeting_duties d join meetings m on m.id = d.meeting_id
                 where d.person_id = $1 order by m.starts_at, m.id, d.duty"
            ),
            args![person],
        )?,
        drafts: tx.all(
            sql!(
                "select m.title as meeting, d.since from report_drafts d join meetings m on m.id = d.meeting_id
                 where d.person_id = $1 order by d.since, m.id"
            ),
            args![person],
        )?,
        around: around(tx, person)?,
    })
}
