//! The worker that sends what is due, one mail at a time.
//!
//! Every server has one. Which of them sends a mail is decided by the claim, a single conditional update. A claim that is not
//! ended in time, because its machine died, is free for the others.

use std::time::Duration;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use ui::Language;

use super::rules::{self, Next, Outcome};
use super::store::{self, Claimed};
use super::{Bounce, Carrier, Letter};
use crate::app::App;

/// How often the worker looks by itself: for mails whose moment comes, and for wake-ups that got lost.
const LOOK: Duration = Duration::from_secs(15);

/// After this many mails in a row that could not be handed over it is the mail server, and the others wait for the next look.
const ENOUGH: u32 = 3;

/// Sends until told to stop; finishes the mail in hand.
pub(crate) async fn run(app: App, mut stop: watch::Receiver<bool>) {
    if app.mailer.is_none() {
        return;
    }
    let mut news = app.db.bus().listen_to(store::TOPIC);
    loop {
        if let Err(error) = send_due(&app, || *stop.borrow()).await {
            tracing::error!("the outbox could not be worked off: {error:#}");
        }
        tokio::select! {
            stopped = stop.wait_for(|stop| *stop) => {
                drop(stopped);
                return;
            }
            hint = news.next() => if hint.is_none() { return },
            () = sleep(LOOK) => {}
        }
    }
}

/// Sends everything that is due now, as the worker of a server does; returns how many mails went. For tests, which do not wait.
///
/// # Errors
/// When the database does not answer.
pub async fn deliver(app: &App) -> anyhow::Result<usize> {
    send_due(app, || false).await
}

async fn send_due(app: &App, is_over: impl Fn() -> bool) -> anyhow::Result<usize> {
    let Some(mailer) = &app.mailer else {
        return Ok(0);
    };
    let worker = app.ids.id(app.clock.now())?;
    let (mut sent, mut failures) = (0, 0);
    while failures < ENOUGH && !is_over() {
        let Some(mail) = claim(app, &worker).await? else {
            break;
        };
        let attempt = attempt(app, mailer.as_ref(), &mail).await;
        match attempt {
            Attempt::Over(Outcome::Sent) => (sent, failures) = (sent + 1, 0),
            Attempt::Bounced(Bounce::Later(_)) => failures += 1,
            Attempt::Over(_) | Attempt::Bounced(Bounce::Never(_)) | Attempt::Decoy => {}
        }
        note(app, &worker, mail, attempt).await?;
    }
    Ok(sent)
}

/// What came of trying.
#[derive(Clone, Debug)]
enum Attempt {
    Over(Outcome),
    Bounced(Bounce),
    Decoy,
}

async fn claim(app: &App, worker: &str) -> anyhow::Result<Option<Claimed>> {
    let now = app.clock.now();
    let is_due = app
        .db
        .read(move |tx| store::is_due(tx, now.as_microsecond()))
        .await
        .context("looking into the outbox")?;
    if !is_due {
        return Ok(None);
    }
    let lease = later(now, rules::LEASE);
    let worker = worker.to_owned();
    app.db
        .write(move |tx| {
            if let Ok(before) = now.checked_sub(rules::MEMORY) {
                store::forget(tx, before.as_microsecond())?;
            }
            store::claim(tx, &worker, now.as_microsecond(), lease.as_microsecond())
        })
        .await
        .context("claiming a mail")
}

async fn attempt(app: &App, mailer: &dyn Carrier, mail: &Claimed) -> Attempt {
    let now = app.clock.now();
    if mail.is_decoy {
        return Attempt::Decoy;
    }
    if mail.until.is_some_and(|until| until <= now.as_microsecond()) {
        return Attempt::Over(Outcome::Late);
    }
    let letter = Letter {
        id: mail.id.clone(),
        to: mail.address.clone(),
        language: Language::from_tag(&mail.language).unwrap_or_default(),
        subject: mail.subject.clone(),
        text: mail.text.clone(),
        calendar: mail.enclosure(),
        reply_to: mail.reply_to.clone(),
        at: now,
    };
    match timeout(rules::PATIENCE, mailer.carry(&letter)).await {
        Ok(Ok(())) => Attempt::Over(Outcome::Sent),
        Ok(Err(bounce)) => Attempt::Bounced(bounce),
        Err(_elapsed) => Attempt::Bounced(Bounce::Later("the mail server was too slow".to_owned())),
    }
}

/// Writes down what came of it. Of the mail itself the log gets its number and kind only.
async fn note(app: &App, worker: &str, mail: Claimed, attempt: Attempt) -> anyhow::Result<()> {
    let now = app.clock.now();
    let (outcome, problem) = match attempt {
        Attempt::Decoy => (Outcome::Late, None),
        Attempt::Over(outcome) => (outcome, None),
        Attempt::Bounced(bounce) => {
            let next = rules::after(&bounce, mail.attempts);
            let problem = bounce.into_reason();
            tracing::warn!(
                mail = mail.id,
                about = mail.about,
                ?next,
                "a mail did not go: {problem}"
            );
            if let Next::Again(wait) = next {
                return postpone(app, worker, mail, later(now, wait), problem).await;
            }
            (Outcome::Failed, Some(problem))
        }
    };
    let worker = worker.to_owned();
    app.db
        .write(move |tx| {
            let now = now.as_microsecond();
            store::conclude(tx, &mail, &worker, outcome, problem.as_deref(), now)
        })
        .await
        .context("noting what became of a mail")?;
    Ok(())
}

async fn postpone(
    app: &App,
    worker: &str,
    mail: Claimed,
    due: Timestamp,
    problem: String,
) -> anyhow::Result<()> {
    let worker = worker.to_owned();
    app.db
        .write(move |tx| store::postpone(tx, &mail.id, &worker, due.as_microsecond(), &problem))
        .await
        .context("putting a mail off")
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
}
