//! `kring keys`: the keys under which cases are sealed; making a new one take the place of the others.

use std::ops::ControlFlow;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Subcommand;
use jiff::Timestamp;
use store::Db;
use tokio::runtime::Runtime;

use super::out;
use crate::briefs;
use crate::clock::{Clock, Ids};
use crate::config::Config;
use crate::library;
use crate::vault::{Lost, Rotated, Standing, Vault};
use crate::words::Words;

#[derive(Clone, Copy, Debug, Subcommand)]
pub(super) enum KeysCommand {
    /// Make a new key, to give to every server before it is used
    New,
    /// Seal everything under the newest key, also while servers run, and drop the older ones
    Rotate,
    /// Take cases back for good whose key is gone
    ForgetLost,
}

/// Prints the keys, or does what is asked. Works next to running servers.
pub(super) fn run(config: &Config, command: Option<KeysCommand>, words: &Words) -> anyhow::Result<ExitCode> {
    let vault = Vault::of(config);
    if let Some(KeysCommand::New) = command {
        return new(&vault, words);
    }
    Runtime::new().context("starting")?.block_on(async {
        let db = Db::open_beside(&config.store(), store::MIGRATIONS)
            .await
            .context("opening the database")?;
        let done = match command {
            Some(KeysCommand::Rotate) => rotate(&vault, &db, words).await,
            Some(KeysCommand::ForgetLost) => forget_lost(&vault, &db, words).await,
            Some(KeysCommand::New) | None => list(&vault, &db, words).await,
        };
        db.close().await;
        done
    })
}

async fn list(vault: &Vault, db: &Db, words: &Words) -> anyhow::Result<ExitCode> {
    let standing = vault.standing(db).await?;
    if standing.is_empty() {
        out::line(words.keys_none())?;
    }
    for key in &standing {
        out::line(line(key, words))?;
    }
    let lost = vault.lost(db).await?.len();
    if lost == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    out::aside(words.keys_lost(lost))?;
    Ok(ExitCode::FAILURE)
}

fn line(key: &Standing, words: &Words) -> String {
    let day = key.since.map(day);
    let id = key.id.as_str();
    match (day, key.is_here) {
        (Some(day), true) => words.keys_used(id, day, key.records),
        (Some(day), false) => words.keys_absent(id, day, key.records),
        (None, _) => words.keys_unused(id),
    }
}

fn day(at: Timestamp) -> String {
    ui::locale::local(at).strftime("%Y-%m-%d").to_string()
}

fn new(vault: &Vault, words: &Words) -> anyhow::Result<ExitCode> {
    match vault.prepare(&Ids::Random)? {
        Some(setting) => {
            out::line(format_args!("case_key = \"{setting}\""))?;
            out::aside(words.keys_new_setting())?;
        }
        None => out::line(words.keys_new_file())?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn rotate(vault: &Vault, db: &Db, words: &Words) -> anyhow::Result<ExitCode> {
    let now = Clock::System.now();
    let go_on = |_done| ControlFlow::Continue(());
    let Rotated {
        key,
        records,
        is_left_in_settings,
        ..
    } = vault.rotate(db, (&Ids::Random, now), go_on).await?;
    out::line(words.keys_rotated(key, records))?;
    if is_left_in_settings {
        out::aside(words.keys_left())?;
    }
    out::aside(words.keys_backup())?;
    Ok(ExitCode::SUCCESS)
}

async fn forget_lost(vault: &Vault, db: &Db, words: &Words) -> anyhow::Result<ExitCode> {
    let forgotten = forget(vault, db).await?;
    out::line(words.keys_forgotten(forgotten))?;
    Ok(ExitCode::SUCCESS)
}

/// Takes every case back that cannot be read here; answers how many.
pub(super) async fn forget(vault: &Vault, db: &Db) -> anyhow::Result<usize> {
    let (lost, now) = (vault.lost(db).await?, Clock::System.now());
    for Lost { record, .. } in &lost {
        if !library::forget_lost(db, record, now).await? {
            briefs::forget_lost(db, record, (&Ids::Random, now)).await?;
        }
    }
    vault.drop_absent(db, now).await?;
    Ok(lost.len())
}
