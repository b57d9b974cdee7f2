//! Migrations: one folder of plain SQL, the same text on both engines.
//!
//! Which ones a database has is written in its table `schema_version`, with a fingerprint of the text. All that are
//! missing are applied in one transaction.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use crate::Error;
use crate::error::Words;
use crate::postgresql::Session;
use crate::postgresql_errors::{failed as postgres_failed, words};
use crate::sqlite::{Purpose, connect, control, failed as sqlite_failed};

/// One step from an older schema to a newer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Migration {
    /// Its number; the steps run in this order.
    pub version: i64,
    /// What it does, from the file name.
    pub name: &'static str,
    /// One or more statements, each ended by a semicolon.
    pub sql: &'static str,
}

/// The migrations of Kring: the files of the `migrations` folder, in order.
pub const MIGRATIONS: &[Migration] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

const CREATE: &str = "create table if not exists schema_version (
    version bigint not null primary key, name text not null, fingerprint text not null)";
const SELECT: &str = "select version, name, fingerprint from schema_version order by version";
const INSERT: &str = "insert into schema_version (version, name, fingerprint) values ($1, $2, $3)";
/// Keeps two starting nodes from migrating at the same moment; any number that nobody else uses.
const ADVISORY_LOCK: &str = "select pg_advisory_xact_lock(5276147)";

/// A migration as a database remembers it.
pub(crate) struct Applied {
    pub(crate) version: i64,
    name: String,
    fingerprint: String,
}

impl Migration {
    /// SHA-256 of the text, in hexadecimal. Line ends do not count: a checkout may change them.
    pub(crate) fn fingerprint(&self) -> String {
        hex(&Sha256::digest(self.sql.replace("\r\n", "\n")))
    }

    fn failed(&self, problem: impl Into<String>) -> Error {
        Error::Migration {
            version: self.version,
            name: self.name.to_owned(),
            problem: problem.into(),
        }
    }

    /// With group commit a constraint that is only checked at the commit would undo the writes of others.
    fn check(&self) -> Result<(), Error> {
        if self.sql.to_ascii_lowercase().contains("deferrable") {
            return Err(self.failed("deferrable constraints are not allowed; check at once"));
        }
        Ok(())
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            for half in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(half), 16).unwrap_or_default());
            }
            text
        })
}

/// The highest version this binary knows; 0 without migrations.
pub(crate) fn newest(migrations: &[Migration]) -> i64 {
    migrations.last().map_or(0, |migration| migration.version)
}

/// Compares what a database has with what this binary knows: the migrations still to be applied.
pub(crate) fn pending<'m>(applied: &[Applied], known: &'m [Migration]) -> Result<&'m [Migration], Error> {
    let database = applied.last().map_or(0, |last| last.version);
    let binary = newest(known);
    if database > binary {
        return Err(Error::NewerDatabase { database, binary });
    }
    let (old, new) = known.split_at(known.partition_point(|migration| migration.version <= database));
    for (index, migration) in old.iter().enumerate() {
        let same = applied.get(index).is_some_and(|applied| {
            applied.version == migration.version && applied.fingerprint == migration.fingerprint()
        });
        if !same {
            return Err(Error::ChangedMigration {
                version: migration.version,
                name: migration.name.to_owned(),
            });
        }
    }
    match applied.get(old.len()) {
        Some(gone) => Err(Error::ChangedMigration {
            version: gone.version,
            name: gone.name.clone(),
        }),
        None => Ok(new),
    }
}

/// Refuses a database that is not exactly at this binary's version.
pub(crate) fn require_current(applied: &[Applied], known: &[Migration]) -> Result<(), Error> {
    let pending = pending(applied, known)?;
    if pending.is_empty() {
        return Ok(());
    }
    let database = applied.last().map_or(0, |last| last.version);
    Err(Error::OlderDatabase {
        database,
        binary: newest(known),
    })
}

/// Brings an SQLite file up to date.
pub(crate) fn migrate_sqlite(path: &Path, known: &[Migration], patience: Duration) -> Result<(), Error> {
    let connection = connect(path, Purpose::Migrate, patience)?;
    control(&connection, "begin immediate")?;
    let outcome = apply_sqlite(&connection, known).and_then(|()| control(&connection, "commit"));
    if outcome.is_err() && !connection.is_autocommit() {
        control(&connection, "rollback")?;
    }
    outcome
}

fn apply_sqlite(connection: &Connection, known: &[Migration]) -> Result<(), Error> {
    connection
        .execute(CREATE, [])
        .map_err(|error| sqlite_failed(error, None))?;
    for migration in pending(&applied_sqlite(connection)?, known)? {
        migration.check()?;
        connection
            .execute_batch(migration.sql)
            .map_err(|error| migration.failed(error.to_string()))?;
        if connection.is_autocommit() {
            return Err(migration.failed("it ends the transaction; leave begin and commit out"));
        }
        if let Some(table) = dangling(connection)? {
            return Err(migration.failed(format!("rows of {table} would refer to nothing")));
        }
        let record = (migration.version, migration.name, migration.fingerprint());
        connection
            .execute(INSERT, record)
            .map_err(|error| sqlite_failed(error, None))?;
    }
    Ok(())
}

/// A table with rows that refer to nothing. Foreign keys are off while migrating, so this is looked at afterwards.
pub(crate) fn dangling(connection: &Connection) -> Result<Option<String>, Error> {
    let mut found = None;
    connection
        .pragma_query(None, "foreign_key_check", |row| {
            found = Some(row.get(0)?);
            Ok(())
        })
        .map_err(|error| sqlite_failed(error, None))?;
    Ok(found)
}

/// What an SQLite database has; nothing when it is empty.
pub(crate) fn applied_sqlite(connection: &Connection) -> Result<Vec<Applied>, Error> {
    let known = connection
        .table_exists(None, "schema_version")
        .map_err(|error| sqlite_failed(error, None))?;
    if !known {
        return Ok(Vec::new());
    }
    let mut select = connection
        .prepare_cached(SELECT)
        .map_err(|error| sqlite_failed(error, None))?;
    let rows = select.query_map([], |row| {
        Ok(Applied {
            version: row.get(0)?,
            name: row.get(1)?,
            fingerprint: row.get(2)?,
        })
    });
    rows.and_then(Iterator::collect)
        .map_err(|error| sqlite_failed(error, None))
}

/// Brings a PostgreSQL database up to date, after checking that it is one the seam can use.
pub(crate) fn migrate_postgres(session: &mut Session, known: &[Migration]) -> Result<(), Error> {
    check_postgres(session)?;
    session.control("begin")?;
    let outcome = apply_postgres(session, known).and_then(|()| session.control("commit"));
    if outcome.is_err() {
        session.control("rollback")?;
    }
    outcome
}

fn apply_postgres(session: &mut Session, known: &[Migration]) -> Result<(), Error> {
    session.control(ADVISORY_LOCK)?;
    session.control("set local client_min_messages = warning")?;
    session.control(CREATE)?;
    for migration in pending(&applied_postgres(session)?, known)? {
        migration.check()?;
        session
            .client()
            .batch_execute(migration.sql)
            .map_err(|error| migration.failed(words(&error)))?;
        let fingerprint = migration.fingerprint();
        let record = session
            .client()
            .execute(INSERT, &[&migration.version, &migration.name, &fingerprint]);
        record.map_err(|error| postgres_failed(&error, None))?;
    }
    Ok(())
}

/// What a PostgreSQL database has; nothing when it is empty.
pub(crate) fn applied_postgres(session: &mut Session) -> Result<Vec<Applied>, Error> {
    let looking =
        |error: postgres::Error| Error::other("read the table schema_version", Words(words(&error)));
    let exists = session
        .client()
        .query_one("select to_regclass('schema_version') is not null", &[]);
    if !exists
        .and_then(|row| row.try_get::<_, bool>(0))
        .map_err(looking)?
    {
        return Ok(Vec::new());
    }
    let rows = session.client().query(SELECT, &[]).map_err(looking)?;
    let applied = rows.iter().map(|row| {
        Ok(Applied {
            version: row.try_get(0)?,
            name: row.try_get(1)?,
            fingerprint: row.try_get(2)?,
        })
    });
    applied.collect::<Result<_, postgres::Error>>().map_err(looking)
}

/// Texts must be compared by their bytes, as SQLite does; asked by behaviour, because the names of such collations
/// differ between versions and systems.
pub(crate) fn check_postgres(session: &mut Session) -> Result<(), Error> {
    let looking =
        |error: postgres::Error| Error::other("ask for the database's settings", Words(words(&error)));
    let row = session
        .client()
        .query_one(
            "select current_setting('server_encoding'), 'B' < 'a' and 'z' < 'é', datcollate
             from pg_database where datname = current_database()",
            &[],
        )
        .map_err(looking)?;
    let encoding: String = row.try_get(0).map_err(looking)?;
    let by_bytes: bool = row.try_get(1).map_err(looking)?;
    let collation: String = row.try_get(2).map_err(looking)?;
    if encoding != "UTF8" {
        return Err(Error::Unsuitable {
            problem: format!("its encoding is {encoding}, not UTF8"),
        });
    }
    if !by_bytes {
        let problem = format!("it sorts texts by the rules of {collation}, SQLite by their bytes");
        return Err(Error::Unsuitable { problem });
    }
    Ok(())
}
