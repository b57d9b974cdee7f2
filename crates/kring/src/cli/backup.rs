//! `kring backup` and `kring restore`, for SQLite. PostgreSQL brings its own tools, and the commands say so.

use std::process::ExitCode;

use camino::Utf8Path;
use store::backup::{Report, restore_blocking, to_file_blocking};

use super::out;
use crate::config::Config;
use crate::words::Words;

/// Writes one consistent file, also while a server runs, and reads it back before saying that it worked.
pub(super) fn backup(config: &Config, file: &Utf8Path, words: &Words) -> anyhow::Result<ExitCode> {
    let report = to_file_blocking(&config.database, file.as_std_path())?;
    out::line(words.backup_done(file, size(report)))?;
    out::line(words.backup_holds(report.tables, report.rows, report.version))?;
    Ok(ExitCode::SUCCESS)
}

/// Puts a backup in the place of the database.
pub(super) fn restore(
    config: &Config,
    file: &Utf8Path,
    replace: bool,
    words: &Words,
) -> anyhow::Result<ExitCode> {
    if let Some(folder) = config.database.path().and_then(std::path::Path::parent) {
        std::fs::create_dir_all(folder)?;
    }
    let report = restore_blocking(file.as_std_path(), &config.database, store::MIGRATIONS, replace)?;
    out::line(words.restore_done(config.database.to_string(), file))?;
    out::line(words.backup_holds(report.tables, report.rows, report.version))?;
    Ok(ExitCode::SUCCESS)
}

/// The size of the file in whole kibibytes.
const fn size(report: Report) -> u64 {
    report.bytes.div_ceil(1024)
}
