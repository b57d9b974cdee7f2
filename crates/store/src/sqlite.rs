//! SQLite: connections and statements. Threads and group commit are in `sqlite_threads`.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags, ffi};

use crate::error::Words;
use crate::statement::{Expanded, Statement};
use crate::value::{Arg, Kind, Row, Value};
use crate::{Error, Place};

/// Statements kept ready per connection; Kring has some hundreds.
const KEPT_STATEMENTS: usize = 1_000;
/// A write-ahead log that once grew large is cut back to this many bytes.
const LOG_LIMIT: i64 = 64 * 1024 * 1024;

/// Pages that the writer keeps, in KiB. Taken when they are used; where the logs of a thousand rooms go on at once fits.
const CACHE: i64 = 16 * 1024;

/// Pages in the write-ahead log after which they are moved into the file: 16 MiB. The more of them at once, the more often a page
/// that changed again and again is moved only once.
const CHECKPOINT: i64 = 4_096;

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Read,
    Write,
    /// Foreign keys are off, because rebuilding a table drops the old one; they are checked before the commit.
    Migrate,
}

/// Opens the file, creating it where allowed, with the settings Kring relies on.
pub(crate) fn connect(path: &Path, purpose: Purpose, patience: Duration) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| opening(path, error))?;
    set_up(&connection, purpose, patience).map_err(|error| opening(path, error))?;
    Ok(connection)
}

fn set_up(connection: &Connection, purpose: Purpose, patience: Duration) -> rusqlite::Result<()> {
    connection.busy_timeout(patience)?;
    connection.set_prepared_statement_cache_capacity(KEPT_STATEMENTS);
    // A misspelt "column" must be an error, not a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // One plan a statement, whatever is bound to it: otherwise a statement with a range is planned anew at each call, which
    // costs more than running it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "journal_size_limit", LOG_LIMIT)?;
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT)?;
    if purpose == Purpose::Write {
        connection.pragma_update(None, "cache_size", -CACHE)?;
    }
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "foreign_keys", purpose != Purpose::Migrate)?;
    connection.pragma_update(None, "query_only", purpose == Purpose::Read)
}

/// Creates the file when it is not there, readable by its owner only: it holds what people say in confidence.
pub(crate) fn create(path: &Path) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        // Never open an existing file here: closing it would drop the locks this process has on it.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(Error::Unreachable {
            what: describe(path),
            source: std::sync::Arc::new(error),
        }),
    }
}

/// The lock that keeps a second server from the same file; released when dropped, also by a crash.
pub(crate) fn lock(path: &Path) -> Result<File, Error> {
    let lock_path = lock_path(path);
    let unreachable = |error: std::io::Error| Error::Unreachable {
        what: format!("the lock file {}", lock_path.display()),
        source: std::sync::Arc::new(error),
    };
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&lock_path)
        .map_err(unreachable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(Error::Locked { what: describe(path) }),
        Err(std::fs::TryLockError::Error(error)) => Err(unreachable(error)),
    }
}

fn lock_path(path: &Path) -> PathBuf {
    beside(path, ".lock")
}

/// The path with something added to its file name.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

pub(crate) fn describe(path: &Path) -> String {
    format!("the database file {}", path.display())
}

fn opening(path: &Path, error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Locked { what: describe(path) },
        Some(ErrorCode::DiskFull) => Error::DiskFull,
        _ => Error::Unreachable {
            what: describe(path),
            source: std::sync::Arc::new(error),
        },
    }
}

/// Runs a statement without rows.
pub(crate) fn run(
    connection: &Connection,
    statement: Statement,
    expanded: &Expanded<'_>,
) -> Result<u64, Error> {
    let place = statement.place();
    let mut prepared = prepare(connection, place, expanded)?;
    let count = prepared
        .raw_execute()
        .map_err(|error| failed(error, Some(place)))?;
    Ok(u64::try_from(count).unwrap_or(u64::MAX))
}

/// Hands each row to `take` until it says stop.
pub(crate) fn each(
    connection: &Connection,
    statement: Statement,
    expanded: &Expanded<'_>,
    take: &mut dyn FnMut(&Row<'_>) -> bool,
) -> Result<(), Error> {
    let place = statement.place();
    let mut prepared = prepare(connection, place, expanded)?;
    let mut rows = prepared.raw_query();
    while let Some(row) = rows.next().map_err(|error| failed(error, Some(place)))? {
        if !take(&Row::sqlite(statement, row)) {
            break;
        }
    }
    Ok(())
}

fn prepare<'c>(
    connection: &'c Connection,
    place: Place,
    expanded: &Expanded<'_>,
) -> Result<rusqlite::CachedStatement<'c>, Error> {
    let mut prepared = connection
        .prepare_cached(&expanded.text)
        .map_err(|error| failed(error, Some(place)))?;
    let wanted = prepared.parameter_count();
    if wanted != expanded.args.len() {
        let problem = format!(
            "the text has {wanted} placeholders, {} arguments were given",
            expanded.args.len()
        );
        return Err(Error::WrongArgument { place, problem });
    }
    for (index, arg) in expanded.args.iter().enumerate() {
        bind(&mut prepared, index + 1, arg).map_err(|error| failed(error, Some(place)))?;
    }
    Ok(prepared)
}

/// SQLite takes `$2` for a name and numbers names by appearance, so a placeholder is looked up by its name.
fn bind(prepared: &mut rusqlite::Statement<'_>, number: usize, arg: &Arg<'_>) -> rusqlite::Result<()> {
    const NAMES: [&str; 8] = ["$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8"];
    let index = match NAMES.get(number - 1) {
        Some(name) => prepared.parameter_index(name)?,
        None => prepared.parameter_index(&format!("${number}"))?,
    };
    let index = index.ok_or_else(|| rusqlite::Error::InvalidParameterName(format!("${number}")))?;
    match arg {
        Arg::Bool(value) => prepared.raw_bind_parameter(index, value),
        Arg::Int(value) => prepared.raw_bind_parameter(index, value),
        Arg::Real(value) => prepared.raw_bind_parameter(index, value),
        Arg::Text(value) => prepared.raw_bind_parameter(index, value.as_deref()),
        // Lists are written out before a statement gets here.
        Arg::Ints(_) | Arg::Texts(_) => Err(rusqlite::Error::InvalidParameterName(format!("${number}.."))),
    }
}

/// Reads a cell as the wanted kind. Booleans are kept as 0 and 1.
pub(crate) fn value<'r>(row: &'r rusqlite::Row<'_>, index: usize, kind: Kind) -> Result<Value<'r>, String> {
    let cell = row
        .get_ref(index)
        .map_err(|_index| "is not in the result".to_owned())?;
    match (cell, kind) {
        (ValueRef::Null, _) => Ok(Value::Null),
        (ValueRef::Integer(0), Kind::Bool) => Ok(Value::Bool(false)),
        (ValueRef::Integer(1), Kind::Bool) => Ok(Value::Bool(true)),
        (ValueRef::Integer(value), _) => Ok(Value::Int(value)),
        (ValueRef::Real(value), _) => Ok(Value::Real(value)),
        (ValueRef::Text(bytes), _) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Value::Text(text)),
            Err(_) => Err("is not valid UTF-8".to_owned()),
        },
        (ValueRef::Blob(_), _) => Err("is a blob; keep it as text".to_owned()),
    }
}

/// Runs one of the seam's own control statements.
pub(crate) fn control(connection: &Connection, text: &str) -> Result<(), Error> {
    let outcome = connection
        .prepare_cached(text)
        .and_then(|mut prepared| prepared.raw_execute());
    outcome.map(|_| ()).map_err(|error| failed(error, None))
}

/// Sorts an error of the engine. Without a place it happened while beginning or committing.
pub(crate) fn failed(error: rusqlite::Error, place: Option<Place>) -> Error {
    let (code, extended, message) = match &error {
        rusqlite::Error::SqliteFailure(code, message) => {
            (code.code, code.extended_code, message.clone().unwrap_or_default())
        }
        rusqlite::Error::SqlInputError { error, msg, .. } => (error.code, error.extended_code, msg.clone()),
        rusqlite::Error::ExecuteReturnedResults => {
            let words = "the statement gives rows; read them with all, maybe or one".to_owned();
            return other(place, Words(words));
        }
        _ => return other(place, error),
    };
    match (code, place) {
        (ErrorCode::DiskFull, _) => Error::DiskFull,
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Error::Locked {
            what: "the database file".to_owned(),
        },
        (ErrorCode::ReadOnly, Some(place)) => Error::ReadOnly { place },
        (ErrorCode::ConstraintViolation, Some(place)) => constraint(extended, &message, place),
        _ => other(place, error),
    }
}

fn constraint(extended: i32, message: &str, place: Place) -> Error {
    match extended {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => unique(message, place),
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Error::ForeignKey { place },
        _ => Error::Constraint {
            place,
            rule: message.to_owned(),
        },
    }
}

/// Reads `UNIQUE constraint failed: people.tenant, people.email`.
fn unique(message: &str, place: Place) -> Error {
    let key = message.rsplit_once(": ").map_or(message, |(_, key)| key);
    let mut table = String::new();
    let mut columns = Vec::new();
    for part in key.split(", ") {
        if let Some((of, column)) = part.split_once('.') {
            of.clone_into(&mut table);
            columns.push(column.to_owned());
        }
    }
    Error::UniqueViolation {
        place,
        table,
        columns,
    }
}

fn other(place: Option<Place>, source: impl std::error::Error + Send + Sync + 'static) -> Error {
    match place {
        Some(place) => Error::other(format!("run the statement at {place}"), source),
        None => Error::other("begin or end a transaction", source),
    }
}
