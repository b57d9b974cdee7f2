//! SQL of the post slice.

use jiff::Timestamp;
use store::{Error, Tx, args, from_row, sql};

use super::rules::Outcome;
use super::{Along, Enclosure, Mail, Settled, Waiting};
use crate::id::PersonId;

/// Wake-ups about new mail; the worker looks by itself now and then as well.
pub(super) const TOPIC: &str = "outbox";

/// Puts a mail into the outbox; `false` when one with its key is there already or has gone. Call it in the transaction of the
/// change that is its cause.
pub(crate) fn enqueue(tx: &mut Tx<'_>, mail: &Mail, now: i64) -> Result<bool, Error> {
    enqueue_with(tx, mail, &Along::default(), now)
}

/// As [`enqueue`], for a mail of a programme and one with a calendar file.
pub(crate) fn enqueue_with(tx: &mut Tx<'_>, mail: &Mail, along: &Along, now: i64) -> Result<bool, Error> {
    let (method, file) = match &along.calendar {
        Some(calendar) => (Some(calendar.method.as_str()), Some(calendar.file.as_str())),
        None => (None, None),
    };
    let added = tx.run(
        sql!(
            "insert into outbox (id, key, person_id, address, language, subject, text, about, class, is_decoy, created_at,
                                 due_at, until, attempts, leased_until, programme_id, calendar_method, calendar)
             select cast($1 as text), cast($2 as text), cast($3 as text), cast($4 as text), cast($5 as text),
                    cast($6 as text), cast($7 as text), cast($8 as text), cast($9 as bigint), cast($10 as boolean),
                    cast($11 as bigint), cast($12 as bigint), cast($13 as bigint), 0, 0, cast($14 as text),
                    cast($15 as text), cast($16 as text)
             where not exists (select 1 from mail_ledger where key = $2)
             on conflict (key) do nothing"
        ),
        args![
            &mail.id,
            &mail.key,
            mail.to.person.as_ref().map(|person| person.0.as_str()),
            &mail.to.address,
            mail.to.language.code(),
            &mail.subject,
            &mail.text,
            mail.about,
            mail.class.rank(),
            mail.is_decoy,
            now,
            mail.due.as_microsecond(),
            mail.until.map(Timestamp::as_microsecond),
            along.programme.as_ref().map(|programme| programme.0.as_str()),
            method,
            file
        ],
    )?;
    tx.wake(TOPIC, now);
    Ok(added == 1)
}

/// Says where an answer to a waiting mail goes, when somewhere else than to the sender. Call it in the transaction that puts the mail
/// into the outbox.
pub(crate) fn set_reply_to(tx: &mut Tx<'_>, mail: &str, address: &str) -> Result<(), Error> {
    tx.run(
        sql!("update outbox set reply_to = $2 where id = $1"),
        args![mail, address],
    )?;
    Ok(())
}

/// Takes back the waiting mails whose key begins like this, as if they had never been written; returns how many. One that is
/// being sent at this moment goes.
pub(crate) fn withdraw(tx: &mut Tx<'_>, prefix: &str, now: i64) -> Result<u64, Error> {
    let end = format!("{prefix}\u{10ffff}");
    tx.run(
        sql!("delete from outbox where key >= $1 and key < $2 and leased_until < $3"),
        args![prefix, &end, now],
    )
}

/// A mail that a worker holds.
#[derive(Clone, Debug)]
pub(super) struct Claimed {
    pub(super) id: String,
    pub(super) key: String,
    pub(super) person_id: Option<PersonId>,
    pub(super) address: String,
    pub(super) language: String,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) about: String,
    pub(super) is_decoy: bool,
    pub(super) until: Option<i64>,
    pub(super) attempts: i64,
    pub(super) calendar_method: Option<String>,
    pub(super) calendar: Option<String>,
    pub(super) programme_id: Option<String>,
    pub(super) reply_to: Option<String>,
}
from_row!(Claimed {
    id,
    key,
    person_id,
    address,
    language,
    subject,
    text,
    about,
    is_decoy,
    until,
    attempts,
    calendar_method,
    calendar,
    programme_id,
    reply_to
});

impl Claimed {
    /// The calendar file that goes along.
    pub(super) fn enclosure(&self) -> Option<Enclosure> {
        let (method, file) = self.calendar_method.as_ref().zip(self.calendar.as_ref())?;
        Some(Enclosure {
            method: method.clone(),
            file: file.clone(),
        })
    }

    /// What the ledger keeps of the subject: an organiser looks a mail of the programme up by it; that of any other, such as a code, is
    /// nobody's business.
    fn kept_subject(&self) -> Option<&str> {
        self.programme_id.is_some().then_some(self.subject.as_str())
    }
}

/// Whether anything could be claimed: a look that writes nothing.
pub(super) fn is_due(tx: &mut Tx<'_>, now: i64) -> Result<bool, Error> {
    let found: Option<String> = tx.maybe(
        sql!("select id from outbox where due_at <= $1 and leased_until < $1 limit 1"),
        args![now],
    )?;
    Ok(found.is_some())
}

/// Claims the mail whose turn it is, until `lease`. Nobody else gets it before that.
pub(super) fn claim(tx: &mut Tx<'_>, worker: &str, now: i64, lease: i64) -> Result<Option<Claimed>, Error> {
    tx.maybe(
        sql!(
            "update outbox set worker = $1, leased_until = $3, attempts = attempts + 1
             where id = (select id from outbox where due_at <= $2 and leased_until < $2
                         order by class, due_at, id limit 1)
                   and leased_until < $2
             returning id, key, person_id, address, language, subject, text, about, is_decoy, until, attempts,
                       calendar_method, calendar, programme_id, reply_to"
        ),
        args![worker, now, lease],
    )
}

/// Moves a mail from the outbox to the ledger, if this worker still holds it. A decoy leaves no trace.
pub(super) fn conclude(
    tx: &mut Tx<'_>,
    mail: &Claimed,
    worker: &str,
    outcome: Outcome,
    problem: Option<&str>,
    now: i64,
) -> Result<bool, Error> {
    let removed = tx.run(
        sql!("delete from outbox where id = $1 and worker = $2"),
        args![&mail.id, worker],
    )?;
    if removed == 0 || mail.is_decoy {
        return Ok(removed == 1);
    }
    tx.run(
        sql!(
            "insert into mail_ledger (id, key, person_id, address, about, outcome, attempts, problem, ended_at,
                                      programme_id, subject)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        args![
            &mail.id,
            &mail.key,
            mail.person_id.as_ref().map(|person| person.0.as_str()),
            &mail.address,
            &mail.about,
            outcome.word(),
            mail.attempts,
            problem,
            now,
            &mail.programme_id,
            mail.kept_subject()
        ],
    )?;
    Ok(true)
}

/// Lets go of a mail until `due`.
pub(super) fn postpone(
    tx: &mut Tx<'_>,
    id: &str,
    worker: &str,
    due: i64,
    problem: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "update outbox set worker = null, leased_until = 0, due_at = $3, problem = $4
             where id = $1 and worker = $2"
        ),
        args![id, worker, due, problem],
    )?;
    Ok(())
}

/// A mail that went did not arrive.
pub(super) fn bounced(tx: &mut Tx<'_>, id: &str, status: Option<&str>) -> Result<bool, Error> {
    let changed = tx.run(
        sql!("update mail_ledger set outcome = $2, problem = $3 where id = $1 and outcome = 'sent'"),
        args![id, Outcome::Failed.word(), status],
    )?;
    Ok(changed == 1)
}

/// Forgets what ended before a moment.
pub(super) fn forget(tx: &mut Tx<'_>, before: i64) -> Result<u64, Error> {
    tx.run(sql!("delete from mail_ledger where ended_at < $1"), args![before])
}

/// Stops a waiting mail for good; `false` when it does not wait, or is being sent at this moment.
pub(crate) fn stop(tx: &mut Tx<'_>, id: &str, now: i64) -> Result<bool, Error> {
    let noted = tx.run(
        sql!(
            "insert into mail_ledger (id, key, person_id, address, about, outcome, attempts, ended_at, programme_id, subject)
             select id, key, person_id, address, about, cast($2 as text), attempts, cast($3 as bigint), programme_id,
                    case when programme_id is null then null else subject end
             from outbox
             where id = $1 and leased_until < $3 and is_decoy = false"
        ),
        args![id, Outcome::Stopped.word(), now],
    )?;
    if noted == 1 {
        tx.run(sql!("delete from outbox where id = $1"), args![id])?;
    }
    Ok(noted == 1)
}

/// What waits, in the order in which it goes.
pub(crate) fn waiting(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Waiting>, Error> {
    tx.all(
        sql!(
            "select id, address, about, due_at, attempts, problem from outbox
             where is_decoy = false order by due_at, id limit $1"
        ),
        args![most],
    )
}

/// How many mails with a calendar file wait, and how many in all.
pub(crate) fn invitations(tx: &mut Tx<'_>) -> Result<(i64, i64), Error> {
    tx.one(
        sql!("select count(*) filter (where calendar is not null), count(*) from outbox"),
        args![],
    )
}

/// What went or did not, newest first.
pub(crate) fn ended(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Settled>, Error> {
    tx.all(
        sql!(
            "select id, address, about, outcome, problem, ended_at from mail_ledger
             order by ended_at desc, id limit $1"
        ),
        args![most],
    )
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use store::testing::TestDb;
    use store::{Error, MIGRATIONS};
    use ui::Language;

    use super::*;
    use crate::post::{Addressee, Class};

    fn noon() -> Timestamp {
        "2026-11-23T11:00:00Z".parse().unwrap()
    }

    fn mail(id: &str, key: &str, due: Timestamp) -> Mail {
        Mail {
            id: id.to_owned(),
            key: key.to_owned(),
            to: Addressee {
                person: None,
                address: "noor@voorbeeld.example".to_owned(),
                language: Language::Nl,
            },
            subject: "Dag".to_owned(),
            text: "Tot straks".to_owned(),
            about: "reminder",
            class: Class::InTurn,
            is_decoy: false,
            due,
            until: None,
        }
    }

    async fn put(db: &TestDb, mail: Mail) -> bool {
        let now = noon().as_microsecond();
        db.write(move |tx| enqueue(tx, &mail, now)).await.unwrap()
    }

    async fn claim_at(db: &TestDb, moment: Timestamp) -> Option<Claimed> {
        let now = moment.as_microsecond();
        db.write(move |tx| claim(tx, "worker", now, now + 60_000_000))
            .await
            .unwrap()
    }

    store::both_engines! {
        MIGRATIONS;

        async fn a_key_is_mailed_once_for_ever(db) {
            assert!(put(&db, mail("1", "k", noon())).await);
            assert!(!put(&db, mail("2", "k", noon())).await, "it waits already");
            let held = claim_at(&db, noon()).await.unwrap();
            let now = noon().as_microsecond();
            db.write(move |tx| conclude(tx, &held, "worker", Outcome::Sent, None, now))
                .await
                .unwrap();
            assert!(!put(&db, mail("3", "k", noon())).await, "it went already");
        }

        async fn a_reminder_waits_for_its_moment_and_can_be_taken_back(db) {
            let later = noon() + SignedDuration::from_hours(24);
            for (id, key) in [("1", "reminder/m/1/noor"), ("2", "reminder/m/2/noor"), ("3", "reminder/mm/1/noor")] {
                assert!(put(&db, mail(id, key, later)).await);
            }
            assert!(claim_at(&db, noon()).await.is_none());
            let now = noon().as_microsecond();
            let back = db.write(move |tx| withdraw(tx, "reminder/m/", now)).await.unwrap();
            assert_eq!(back, 2);
            assert_eq!(claim_at(&db, later).await.unwrap().key, "reminder/mm/1/noor");
            assert!(put(&db, mail("4", "reminder/m/1/noor", later)).await, "it may be planned anew");
        }

        async fn a_code_overtakes_what_can_wait(db) {
            assert!(put(&db, mail("1", "reminder", noon() - SignedDuration::from_hours(1))).await);
            let code = Mail { class: Class::AtOnce, ..mail("2", "code", noon()) };
            assert!(put(&db, code).await);
            assert_eq!(claim_at(&db, noon()).await.unwrap().key, "code");
            assert_eq!(claim_at(&db, noon()).await.unwrap().key, "reminder");
            assert!(claim_at(&db, noon()).await.is_none());
        }

        async fn who_lost_the_claim_changes_nothing_any_more(db) {
            assert!(put(&db, mail("1", "k", noon())).await);
            let held = claim_at(&db, noon()).await.unwrap();
            let now = noon().as_microsecond();
            let other = db
                .write(move |tx| {
                    postpone(tx, &held.id, "another", now, "x")?;
                    conclude(tx, &held, "another", Outcome::Sent, None, now)
                })
                .await
                .unwrap();
            assert!(!other);
            assert!(claim_at(&db, noon()).await.is_none(), "the first still holds it");
        }

        async fn a_mail_is_stopped_once_and_not_while_it_is_being_sent(db) {
            assert!(put(&db, mail("1", "k", noon())).await);
            assert!(put(&db, mail("2", "l", noon())).await);
            let held = claim_at(&db, noon()).await.unwrap();
            assert_eq!(held.id, "1");
            let now = noon().as_microsecond();
            let stops = db
                .write(move |tx| Ok::<_, Error>(["1", "2", "2", "3"].map(|id| stop(tx, id, now).ok())))
                .await
                .unwrap();
            assert_eq!(stops, [Some(false), Some(true), Some(false), Some(false)]);
            let ended = db.read(|tx| ended(tx, 9)).await.unwrap();
            assert_eq!((ended[0].id.as_str(), ended[0].outcome.as_str()), ("2", "stopped"));
        }

        async fn the_ledger_forgets_in_time(db) {
            assert!(put(&db, mail("1", "k", noon())).await);
            let now = noon().as_microsecond();
            assert!(db.write(move |tx| stop(tx, "1", now)).await.unwrap());
            assert_eq!(db.write(move |tx| forget(tx, now)).await.unwrap(), 0);
            assert_eq!(db.write(move |tx| forget(tx, now + 1)).await.unwrap(), 1);
        }
    }
}
