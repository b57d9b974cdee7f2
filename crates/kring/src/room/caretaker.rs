//! What is due in rooms that nobody looks at: a forgotten session ends itself, a window of days closes, and a room that was
//! opened and never begun is shut.
//!
//! Open pages do this for their own room, to the second. The caretaker walks past all rooms every few minutes; on several nodes
//! each one does, and whoever comes second finds nothing left to do. A report that waits is never released by time: after some
//! days its owner gets one mail, and after twice as many whoever led.

use std::time::Duration;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use session::Command;

use super::hub::until_stopped;
use super::pages::house;
use super::{rehearsal, store};
use crate::app::App;
use crate::meetings::{self, Overdue};
use crate::post::{self, Addressee, Class, Mail};
use crate::words::words;

/// How long it waits between two walks.
const PAUSE: Duration = Duration::from_mins(3);

/// How long after the planned end a room that never began stays open. As long as a running session is given: whoever has not
/// begun by then does not begin any more.
const NEVER_BEGUN: SignedDuration = SignedDuration::from_hours(4);

/// For how long after its moment the mail about a report may still be written, when no server ran at the moment itself.
const GRACE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Walks until the server stops. A walk that fails is tried again the next time.
pub(crate) async fn keep_sweeping(app: App) {
    let mut stopped = app.rooms.stopped();
    loop {
        let goes_on = tokio::select! {
            () = tokio::time::sleep(PAUSE) => true,
            () = until_stopped(&mut stopped) => false,
        };
        if !goes_on {
            return;
        }
        if let Err(error) = app.sweep().await {
            tracing::warn!("not everything that was due could be done; it is tried again: {error:#}");
        }
    }
}

/// One walk past all rooms in which a session runs. In front of closed doors nothing is due, nor after the end: a report is never
/// released by itself.
pub(crate) async fn sweep(app: &App) -> anyhow::Result<()> {
    let running = app
        .db
        .read(store::running)
        .await
        .context("finding rooms to look after")?;
    let mut failed = None;
    for id in running {
        let room = app.rooms.glance(&id, app.clock.now());
        // One damaged room must not keep the others waiting.
        let done = async {
            room.catch_up(app).await?;
            room.tick(app).await?;
            room.remind(app).await
        };
        let done = done.await;
        if let Err(error) = done {
            failed.get_or_insert(error.context(format!("looking after room {id}")));
        }
    }
    shut_what_never_began(app).await?;
    rehearsal::sweep(app).await?;
    remind(app).await?;
    failed.map_or(Ok(()), Err)
}

/// Shuts rooms that were opened and never begun. Such a room is as it was before: the meeting was not held, nobody was absent and
/// there is no report, so that ending it like a session would tell something that is not so. And a meeting that is given another
/// day is simply opened again.
async fn shut_what_never_began(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let before = now.checked_sub(NEVER_BEGUN)?.as_microsecond();
    let waiting = app.db.read(move |tx| store::waiting(tx, before)).await;
    for id in waiting.context("finding rooms that never began")? {
        let room = app.rooms.glance(&id, now);
        room.catch_up(app).await?;
        // Refused when somebody begins at this very moment: then it is not forgotten.
        drop(room.ask(app, house(app, Command::Shut)?).await?);
    }
    Ok(())
}

/// Reminds who may release a report that waits, and later whoever led. Each of them once: the key of a mail is used for ever.
async fn remind(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let days = i64::from(app.config.report_reminder_days);
    let (owners, leads) = (due(now, days)?, due(now, days.saturating_mul(2))?);
    let overdue = app
        .db
        .read(move |tx| {
            let owners = meetings::store::waiting_between(tx, owners.0, owners.1)?;
            Ok::<_, ::store::Error>((
                owners,
                meetings::store::leads_waiting_between(tx, leads.0, leads.1)?,
            ))
        })
        .await;
    let (owners, leads) = overdue.context("finding reports that wait")?;
    let mut mails = Vec::new();
    for waiting in owners {
        mails.push(mail(app, &waiting, now, &to_owner(app, &waiting, days))?);
    }
    for waiting in leads {
        mails.push(mail(
            app,
            &waiting,
            now,
            &to_lead(app, &waiting, days.saturating_mul(2)),
        )?);
    }
    if mails.is_empty() {
        return Ok(());
    }
    let write = app.db.write(move |tx| {
        for mail in &mails {
            post::store::enqueue(tx, mail, now.as_microsecond())?;
        }
        Ok::<_, ::store::Error>(())
    });
    write.await.context("reminding of reports that wait")
}

/// Between which moments a report began to wait whose mail is due after so many days.
fn due(now: Timestamp, days: i64) -> anyhow::Result<(i64, i64)> {
    let patience = SignedDuration::from_hours(days.saturating_mul(24));
    let to = now.checked_sub(patience)?;
    Ok((to.checked_sub(GRACE)?.as_microsecond(), to.as_microsecond()))
}

/// What a mail says, and what makes its key its own.
struct Letter {
    key: &'static str,
    subject: String,
    parts: [String; 3],
}

/// The title of a meeting is neutral, so it may stand in a mail; nothing of the report does.
fn to_owner(app: &App, waiting: &Overdue, days: i64) -> Letter {
    let words = words(waiting.language());
    Letter {
        key: "",
        subject: words.room_mail_draft_subject(&waiting.title),
        parts: [
            words.room_mail_draft(days, &waiting.title),
            format!("{}/room/{}", app.config.address, waiting.meeting_id),
            words.room_mail_draft_stays(),
        ],
    }
}

/// Whoever led cannot release it, and sees nothing of it either: they can ask.
fn to_lead(app: &App, waiting: &Overdue, days: i64) -> Letter {
    let words = words(waiting.language());
    Letter {
        key: "/lead",
        subject: words.room_mail_unreleased_subject(&waiting.title),
        parts: [
            words.room_mail_unreleased(&waiting.title, days),
            format!("{}/meetings/{}", app.config.address, waiting.meeting_id),
            words.room_mail_unreleased_ask(),
        ],
    }
}

fn mail(app: &App, waiting: &Overdue, now: Timestamp, letter: &Letter) -> anyhow::Result<Mail> {
    let text = letter.parts.join("\n\n");
    Ok(Mail {
        id: Mail::id(&app.ids, now)?,
        key: format!(
            "report/{}/{}{}",
            waiting.meeting_id, waiting.person_id, letter.key
        ),
        to: Addressee {
            person: Some(waiting.person_id.clone()),
            address: waiting.mail.clone(),
            language: waiting.language(),
        },
        subject: letter.subject.clone(),
        text: format!("{text}\n\nKring\n{}\n", app.config.address),
        about: "report",
        class: Class::InTurn,
        is_decoy: false,
        due: now,
        until: None,
    })
}
