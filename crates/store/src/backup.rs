//! Backup and restore of an SQLite database. PostgreSQL brings its own tools.
//!
//! A backup is one file: consistent while others write, read back and compared before it gets its name.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use tokio::sync::oneshot;

use crate::migrate::{self, Migration};
use crate::sqlite::{self, Purpose, beside, control, describe, failed};
use crate::{Db, Error, Url};

/// How long to wait for another process's lock.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a backup holds, or what was restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The schema version.
    pub version: i64,
    /// The number of tables.
    pub tables: usize,
    /// The number of rows in all tables together.
    pub rows: i64,
    /// The size of the file in bytes.
    pub bytes: u64,
}

/// Writes a backup of a running database to a new file. Writers go on; the backup shows one moment.
///
/// An existing file is not overwritten. Nothing is left behind when it fails.
pub async fn to_file(db: &Db, file: &Path) -> Result<Report, Error> {
    let (reply, answer) = oneshot::channel();
    let (url, file) = (db.config().url.clone(), file.to_owned());
    let work = move || drop(reply.send(to_file_blocking(&url, &file)));
    on_a_thread("kring-backup", work)?;
    answer.await.unwrap_or(Err(Error::ShuttingDown))
}

/// The same from an address, for code outside an async runtime; a server may be using the database.
pub fn to_file_blocking(url: &Url, file: &Path) -> Result<Report, Error> {
    let source = sqlite_path(url, "pg_dump")?;
    if file.exists() {
        return refuse(format!(
            "{} exists already; choose another name for the backup",
            file.display()
        ));
    }
    let connection = sqlite::connect(source, Purpose::Read, PATIENCE)?;
    write_copy(&connection, &beside(file, ".part"), file)
}

/// Puts a backup in the place of a database. No server may be running on it.
///
/// The backup is checked before anything is touched. An existing database is only replaced with `replace`; what it
/// holds is then lost.
pub async fn restore(
    file: &Path,
    target: &Url,
    migrations: &[Migration],
    replace: bool,
) -> Result<Report, Error> {
    let (reply, answer) = oneshot::channel();
    let (file, target, migrations) = (file.to_owned(), target.clone(), migrations.to_vec());
    let work = move || drop(reply.send(restore_blocking(&file, &target, &migrations, replace)));
    on_a_thread("kring-restore", work)?;
    answer.await.unwrap_or(Err(Error::ShuttingDown))
}

/// [`restore`] for code outside an async runtime.
pub fn restore_blocking(
    file: &Path,
    target: &Url,
    migrations: &[Migration],
    replace: bool,
) -> Result<Report, Error> {
    let target = sqlite_path(target, "pg_restore")?;
    let backup = open_backup(file, migrations)?;
    let exists = target.exists();
    if exists && !replace {
        return refuse(format!(
            "{} exists. To replace it, and lose what it holds, run the command again with --replace",
            target.display()
        ));
    }
    let _server_stays_away = sqlite::lock(target)?;
    let _nobody_else = if exists { Some(take_alone(target)?) } else { None };
    let report = write_copy(&backup, &beside(target, ".part"), target)?;
    Ok(report)
}

fn sqlite_path<'u>(url: &'u Url, tool: &str) -> Result<&'u Path, Error> {
    match url {
        Url::Sqlite(path) => Ok(path),
        Url::Postgres(_) => refuse(format!(
            "this database is PostgreSQL; use {tool}, which comes with it"
        )),
    }
}

/// Opens a backup without changing it, and makes sure that it is sound and that this binary knows it.
fn open_backup(file: &Path, migrations: &[Migration]) -> Result<Connection, Error> {
    let unfit = |problem: &str| Error::Backup {
        problem: format!("{} {problem}", file.display()),
    };
    if !file.is_file() {
        return Err(unfit("is not there"));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(file, flags);
    let backup = opened.map_err(|error| unfit(&format!("cannot be read: {error}")))?;
    check(&backup).map_err(|problem| unfit(&format!("is damaged ({problem}); use another backup")))?;
    let applied = migrate::applied_sqlite(&backup)?;
    if applied.is_empty() {
        return Err(unfit("is not a backup of Kring"));
    }
    migrate::pending(&applied, migrations)?;
    Ok(backup)
}

/// Makes sure that nobody has the database open, and empties its write-ahead log. Hold the result while replacing it.
fn take_alone(target: &Path) -> Result<Connection, Error> {
    let locked = || Error::Locked {
        what: describe(target),
    };
    let connection = Connection::open(target).map_err(|error| failed(error, None))?;
    let alone = connection
        .busy_timeout(Duration::ZERO)
        .and_then(|()| connection.pragma_update(None, "locking_mode", "exclusive"))
        .and_then(|()| connection.execute_batch("begin exclusive; commit"))
        .and_then(|()| connection.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(())));
    match alone.as_ref().map_err(rusqlite::Error::sqlite_error_code) {
        Ok(()) => {}
        Err(Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)) => return Err(locked()),
        // A damaged database may be the very reason to restore.
        Err(_) => {
            tracing::warn!(file = %target.display(), "the database that is replaced cannot be read");
        }
    }
    // A log of the old database must never be applied to the new one.
    for suffix in ["-wal", "-shm", "-journal"] {
        remove(&beside(target, suffix))?;
    }
    Ok(connection)
}

/// Copies one moment of `source` to `draft`, compares the two, and moves the copy to `file`.
fn write_copy(source: &Connection, draft: &Path, file: &Path) -> Result<Report, Error> {
    remove(draft)?;
    let outcome = copy_and_compare(source, draft).and_then(|report| {
        settle(draft, file)?;
        Ok(report)
    });
    if outcome.is_err() {
        remove(draft)?;
    }
    outcome
}

fn copy_and_compare(source: &Connection, draft: &Path) -> Result<Report, Error> {
    sqlite::create(draft)?;
    let mut copy = Connection::open(draft).map_err(|error| failed(error, None))?;
    control(source, "begin")?;
    // The copy is made inside this transaction, so it shows the same moment as these counts.
    let outcome = count_rows(source).and_then(|expected| {
        copy_pages(source, &mut copy)?;
        Ok(expected)
    });
    control(source, "rollback")?;
    let expected = outcome?;
    // One file, without a write-ahead log beside it.
    copy.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))
        .map_err(|error| failed(error, None))?;
    let unsound = |problem: String| Error::Backup {
        problem: format!(
            "the copy turned out damaged ({problem}); nothing was kept. Check the disk and try again"
        ),
    };
    check(&copy).map_err(unsound)?;
    let found = count_rows(&copy)?;
    if found != expected {
        return Err(unsound("it does not hold the same rows".to_owned()));
    }
    let version = migrate::applied_sqlite(&copy)?
        .last()
        .map_or(0, |last| last.version);
    let bytes = fs::metadata(draft)
        .map_err(|error| file_trouble(draft, error))?
        .len();
    Ok(Report {
        version,
        tables: found.len(),
        rows: found.values().sum(),
        bytes,
    })
}

fn copy_pages(source: &Connection, copy: &mut Connection) -> Result<(), Error> {
    let backup = Backup::new(source, copy).map_err(|error| failed(error, None))?;
    match backup.step(-1).map_err(|error| failed(error, None))? {
        StepResult::Done => Ok(()),
        _ => Err(Error::Locked {
            what: "the database file".to_owned(),
        }),
    }
}

/// Whether every page and every reference is sound; otherwise what is wrong.
fn check(connection: &Connection) -> Result<(), String> {
    let answer: String = connection
        .query_row("pragma integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| error.to_string())?;
    if answer != "ok" {
        return Err(answer);
    }
    match migrate::dangling(connection) {
        Ok(None) => Ok(()),
        Ok(Some(table)) => Err(format!("rows of {table} refer to nothing")),
        Err(error) => Err(error.to_string()),
    }
}

fn count_rows(connection: &Connection) -> Result<BTreeMap<String, i64>, Error> {
    let counted = || {
        let text = "select name from sqlite_schema where type = 'table' order by name";
        let mut select = connection.prepare_cached(text)?;
        let tables = select
            .query_map([], |row| row.get(0))?
            .collect::<Result<Vec<String>, _>>()?;
        let mut counts = BTreeMap::new();
        for table in tables {
            let text = format!("select count(*) from \"{}\"", table.replace('"', "\"\""));
            let count = connection.query_row(&text, [], |row| row.get(0))?;
            counts.insert(table, count);
        }
        Ok(counts)
    };
    counted().map_err(|error| failed(error, None))
}

/// Makes sure the copy is on disk and then gives it its name; the name too must be on disk.
fn settle(draft: &Path, file: &Path) -> Result<(), Error> {
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let settled = || {
        File::open(draft)?.sync_all()?;
        fs::rename(draft, file)?;
        File::open(folder)?.sync_all()
    };
    settled().map_err(|error| file_trouble(file, error))
}

fn remove(file: &Path) -> Result<(), Error> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(file_trouble(file, error)),
        _ => Ok(()),
    }
}

fn file_trouble(file: &Path, error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Error::DiskFull,
        _ => Error::other(format!("write {}", file.display()), error),
    }
}

fn refuse<T>(problem: String) -> Result<T, Error> {
    Err(Error::Backup { problem })
}

fn on_a_thread(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), Error> {
    let started = std::thread::Builder::new().name(name.to_owned()).spawn(work);
    started
        .map(|_| ())
        .map_err(|error| Error::other("start a thread", error))
}
