//! `kring outbox`: which mails wait, what became of the others, and stopping one.

use std::process::ExitCode;

use anyhow::Context as _;
use jiff::Timestamp;
use store::Db;
use tokio::runtime::Runtime;

use super::out;
use crate::clock::Clock;
use crate::config::Config;
use crate::post;
use crate::words::Words;

/// How many mails of each kind are listed.
const MOST: i64 = 50;

/// Prints what waits and what ended; what a mail says is not shown. Works next to a running server.
pub(super) fn list(config: &Config, words: &Words) -> anyhow::Result<ExitCode> {
    let found = with(config, async |db| {
        db.read(|tx| Ok::<_, store::Error>((post::store::waiting(tx, MOST)?, post::store::ended(tx, MOST)?)))
            .await
    });
    let (waiting, ended) = found?;
    if waiting.is_empty() {
        out::line(words.outbox_nothing_waits())?;
    } else {
        out::line(words.outbox_waits())?;
    }
    for mail in waiting {
        let problem = mail.problem.unwrap_or_default();
        let moment = moment(mail.due_at);
        out::line(format_args!(
            "  {}  {moment}  {}  {}  {}×  {problem}",
            mail.id, mail.address, mail.about, mail.attempts
        ))?;
    }
    if !ended.is_empty() {
        out::line(words.outbox_ended())?;
    }
    for mail in ended {
        let outcome = match mail.outcome.as_str() {
            "sent" => words.outbox_sent(),
            "late" => words.outbox_late(),
            "stopped" => words.outbox_stopped(),
            _ => words.outbox_failed(),
        };
        let problem = mail.problem.unwrap_or_default();
        let moment = moment(mail.ended_at);
        out::line(format_args!(
            "  {}  {moment}  {}  {}  {outcome}  {problem}",
            mail.id, mail.address, mail.about
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Stops a mail that waits.
pub(super) fn stop(config: &Config, id: &str, words: &Words) -> anyhow::Result<ExitCode> {
    let now = Clock::System.now().as_microsecond();
    let wanted = id.to_owned();
    let is_stopped = with(config, async move |db| {
        db.write(move |tx| post::store::stop(tx, &wanted, now)).await
    })?;
    if is_stopped {
        out::line(words.outbox_is_stopped(id))?;
        Ok(ExitCode::SUCCESS)
    } else {
        out::aside(words.outbox_not_waiting(id))?;
        Ok(ExitCode::FAILURE)
    }
}

fn with<T>(config: &Config, work: impl AsyncFnOnce(&Db) -> Result<T, store::Error>) -> anyhow::Result<T> {
    Runtime::new().context("starting")?.block_on(async {
        let db = Db::open_beside(&config.store(), store::MIGRATIONS)
            .await
            .context("opening the database")?;
        let done = work(&db).await;
        db.close().await;
        done.context("looking into the outbox")
    })
}

fn moment(micros: i64) -> String {
    let at = Timestamp::from_microsecond(micros).unwrap_or_default();
    ui::locale::local(at).strftime("%Y-%m-%d %H:%M").to_string()
}
