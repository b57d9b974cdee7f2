//! `kring backup` and `kring restore`, for SQLite. PostgreSQL brings its own tools, and the commands say so.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use camino::Utf8Path;
use store::backup::{Report, restore_blocking, to_file_blocking};
use store::{Db, Url};
use tokio::runtime::Runtime;

use super::{keys, out};
use crate::config::Config;
use crate::vault::Vault;
use crate::words::Words;

/// Writes one consistent file, also while a server runs, and reads it back before saying that it worked.
pub(super) fn backup(config: &Config, file: &Utf8Path, words: &Words) -> anyhow::Result<ExitCode> {
    let report = to_file_blocking(&config.database, file.as_std_path())?;
    out::line(words.backup_done(file, size(report)))?;
    out::line(words.backup_holds(report.tables, report.rows, report.version))?;
    Ok(ExitCode::SUCCESS)
}

/// What may be lost by a restore.
#[derive(Clone, Copy, Debug)]
pub(super) struct Losing {
    /// What the database holds now.
    pub(super) present: bool,
    /// Cases in the backup whose key is gone.
    pub(super) unreadable: bool,
}

/// Puts a backup in the place of the database. Before anything is touched it looks whether the cases in it can be read.
pub(super) fn restore(
    config: &Config,
    file: &Utf8Path,
    losing: Losing,
    words: &Words,
) -> anyhow::Result<ExitCode> {
    let folder = config.database.path().and_then(Path::parent);
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder)?;
    }
    let lost = match folder {
        Some(folder) => unreadable(config, file, folder)?,
        None => 0,
    };
    if lost > 0 && !losing.unreadable {
        out::aside(words.restore_lost(file, lost))?;
        return Ok(ExitCode::FAILURE);
    }
    let report = restore_blocking(
        file.as_std_path(),
        &config.database,
        store::MIGRATIONS,
        losing.present,
    )?;
    out::line(words.restore_done(config.database.to_string(), file))?;
    out::line(words.backup_holds(report.tables, report.rows, report.version))?;
    if lost > 0 {
        let forgotten = on(config, &config.database, async |vault, db| {
            keys::forget(vault, db).await
        })?;
        out::line(words.keys_forgotten(forgotten))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// How many cases of a backup cannot be read with the keys that are here; it is looked at in a copy, which is as new as this program.
fn unreadable(config: &Config, file: &Utf8Path, folder: &Path) -> anyhow::Result<usize> {
    let beside = tempfile::tempdir_in(if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    })
    .context("making room for a look into the backup")?;
    let copy = Url::Sqlite(beside.path().join("look.sqlite"));
    restore_blocking(file.as_std_path(), &copy, store::MIGRATIONS, false)?;
    on(config, &copy, async |vault, db| Ok(vault.lost(db).await?.len()))
}

fn on<T>(
    config: &Config,
    database: &Url,
    work: impl AsyncFnOnce(&Vault, &Db) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let vault = Vault::of(config);
    Runtime::new().context("starting")?.block_on(async {
        let db = Db::open(&store::Config::new(database.clone()), store::MIGRATIONS)
            .await
            .context("opening the database")?;
        let done = work(&vault, &db).await;
        db.close().await;
        done
    })
}

/// The size of the file in whole kibibytes.
const fn size(report: Report) -> u64 {
    report.bytes.div_ceil(1024)
}
