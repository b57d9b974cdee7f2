//! `kring cases`: that there are cases, and opening one in an emergency.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Subcommand;
use jiff::Timestamp;
use store::Db;
use tokio::runtime::Runtime;
use ui::{Language, locale};

use super::out;
use crate::app::App;
use crate::briefs::opening::{self, Opened, Text};
use crate::clock::{Clock, Ids};
use crate::config::Config;
use crate::words::{Words, words};

/// Fewest and most letters of a reason: a word explains nothing.
const REASON: std::ops::RangeInclusive<usize> = 10..=500;

#[derive(Clone, Debug, Subcommand)]
pub(super) enum CasesCommand {
    /// Print everything of a case in an emergency; its owners and whoever leads the group get a mail at once
    Open {
        /// Its number, from the list
        #[arg(value_name = "ID")]
        id: String,
        /// Why, in your words; the owners read it
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// Who you are; the owners read it
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
    },
}

/// Prints that there are cases, or one of them. Works next to a running server, which sends the mails.
pub(super) fn run(
    config: Config,
    command: Option<&CasesCommand>,
    language: Language,
) -> anyhow::Result<ExitCode> {
    Runtime::new().context("starting")?.block_on(async {
        let db = Db::open_beside(&config.store(), store::MIGRATIONS)
            .await
            .context("opening the database")?;
        let app = App::on(db, config, Clock::System, Ids::Random);
        let done = match command {
            Some(CasesCommand::Open { id, reason, by }) => {
                open(&app, id, (by.as_deref(), reason.trim()), language).await
            }
            None => list(&app, words(language)).await,
        };
        app.db.close().await;
        done
    })
}

async fn list(app: &App, words: &Words) -> anyhow::Result<ExitCode> {
    let existing = opening::existing(app).await?;
    if existing.is_empty() {
        out::line(words.cases_none())?;
    }
    for case in existing {
        let at = Timestamp::from_microsecond(case.changed_at).unwrap_or_default();
        let day = locale::local(at).strftime("%Y-%m-%d");
        out::line(format_args!(
            "{}  {day}  {}  {}  {}",
            case.id, case.state, case.group_name, case.owner
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn open(
    app: &App,
    id: &str,
    (name, reason): (Option<&str>, &str),
    language: Language,
) -> anyhow::Result<ExitCode> {
    let words = words(language);
    if !REASON.contains(&reason.chars().count()) {
        out::aside(words.cases_reason(*REASON.start(), *REASON.end()))?;
        return Ok(ExitCode::FAILURE);
    }
    let Some(Opened { own, shared, told }) = opening::open(app, id, (name, reason), language).await? else {
        out::aside(words.cases_unknown(id))?;
        return Ok(ExitCode::FAILURE);
    };
    print(&words.briefs_own(), &own)?;
    print(&words.briefs_shared(), &shared)?;
    out::aside(words.cases_told(told.join(", ")))?;
    Ok(ExitCode::SUCCESS)
}

fn print(title: &str, text: &Text) -> anyhow::Result<()> {
    if !text.is_empty() {
        out::line(format_args!("== {title}"))?;
    }
    for (question, answer) in text {
        out::line(format_args!("{question}: {answer}"))?;
    }
    Ok(())
}
