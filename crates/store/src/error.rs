//! What can go wrong, as a type a caller can match on. Values of rows are never in a message: messages are logged,
//! and rows are about people.

use std::sync::Arc;

use crate::Place;

/// Where the cause of an error is kept, for the log.
pub type Cause = Arc<dyn std::error::Error + Send + Sync>;

/// Everything the seam can answer instead of a result. The message says what to do.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A row with the same key exists already. Engines name constraints differently; `table` and `columns` are the
    /// same on both.
    #[error("{table} already has a row with the same {} (statement at {place})", columns.join(", "))]
    UniqueViolation {
        /// The statement.
        place: Place,
        /// The table with the key.
        table: String,
        /// The columns of the key, in its order.
        columns: Vec<String>,
    },
    /// A row points at something that is not there, or something that is pointed at was to be deleted.
    #[error("a row refers to something that does not exist, or is still referred to (statement at {place})")]
    ForeignKey {
        /// The statement.
        place: Place,
    },
    /// A `not null` or a `check` of the table refused the row.
    #[error("the table refuses this row: {rule} (statement at {place})")]
    Constraint {
        /// The statement.
        place: Place,
        /// The rule, as the engine names it.
        rule: String,
    },
    /// The disk (or the allowed size) is full. Nothing of this transaction was kept.
    #[error("the disk is full; nothing was saved. Free some space; no restart is needed")]
    DiskFull,
    /// Another process holds the database.
    #[error("{what} is in use by another process. Stop the other one, or wait until it is done")]
    Locked {
        /// The file.
        what: String,
    },
    /// A statement that writes was run inside `read`.
    #[error("the statement at {place} writes, but runs inside read(..); use write(..)")]
    ReadOnly {
        /// The statement.
        place: Place,
    },
    /// The database was made by a newer version of Kring.
    #[error(
        "this database is newer than this binary: the database is at version {database}, the binary knows {binary}. \
         Install the newer Kring, or restore a backup that was made with this one"
    )]
    NewerDatabase {
        /// The highest version in the database.
        database: i64,
        /// The highest version this binary knows.
        binary: i64,
    },
    /// The database was made by an older version and this command does not migrate.
    #[error(
        "this database is at version {database}, this binary needs {binary}. Start the server once: it migrates"
    )]
    OlderDatabase {
        /// The highest version in the database.
        database: i64,
        /// The highest version this binary knows.
        binary: i64,
    },
    /// A migration that was applied has another text now, or is gone.
    #[error(
        "migration {version} ({name}) is not the one this database was made with. Put the old text back and write a new \
         migration for the change"
    )]
    ChangedMigration {
        /// Its number.
        version: i64,
        /// Its name.
        name: String,
    },
    /// A migration failed; the database is as it was before.
    #[error("migration {version} ({name}) failed; the database is unchanged: {problem}")]
    Migration {
        /// Its number.
        version: i64,
        /// Its name.
        name: String,
        /// What the engine said.
        problem: String,
    },
    /// The PostgreSQL database was created with settings under which the two engines would answer differently.
    #[error(
        "the PostgreSQL database is not suitable: {problem}. Create it with: create database kring template template0 \
         encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'"
    )]
    Unsuitable {
        /// What was found.
        problem: String,
    },
    /// A row does not fit the type it was read into.
    #[error("column {column} {problem} (statement at {place})")]
    WrongRow {
        /// The statement.
        place: Place,
        /// The column.
        column: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The arguments do not fit the statement.
    #[error("{problem} (statement at {place})")]
    WrongArgument {
        /// The statement.
        place: Place,
        /// What is wrong with them.
        problem: String,
    },
    /// `one` found nothing.
    #[error("no row was found, one was expected (statement at {place})")]
    NoRow {
        /// The statement.
        place: Place,
    },
    /// `one` or `maybe` found more than one.
    #[error("more than one row was found (statement at {place})")]
    ManyRows {
        /// The statement.
        place: Place,
    },
    /// The transaction went on after a statement had failed. PostgreSQL refuses that, so both engines do.
    #[error("the statement at {place} failed and the transaction went on; return its error instead")]
    Spoiled {
        /// The statement that failed.
        place: Place,
    },
    /// The address of the database cannot be understood.
    #[error(
        "the address of the database is not usable: {problem}. Examples: sqlite:data/kring.sqlite, postgres://kring@db/kring"
    )]
    WrongUrl {
        /// What is wrong with it.
        problem: String,
    },
    /// The database (or the message bus) cannot be reached.
    #[error("{what} cannot be reached. Check that it runs, the address and the password")]
    Unreachable {
        /// What was to be reached, without secrets.
        what: String,
        /// Why it failed.
        source: Cause,
    },
    /// The connection broke while committing: the change may or may not have been kept.
    #[error(
        "the connection broke while saving; it is not known whether the change was kept. Look before trying again"
    )]
    OutcomeUnknown,
    /// Too many others changed the same rows at the same time, also after several tries.
    #[error("others kept changing the same rows; nothing was saved. Try again")]
    Conflict,
    /// The database is closing; nothing new is accepted.
    #[error("Kring is stopping; nothing was saved. Try again in a moment")]
    ShuttingDown,
    /// The transaction function panicked; its changes were undone.
    #[error("a transaction panicked and was undone: {message}")]
    Panicked {
        /// The panic's message.
        message: String,
    },
    /// A backup was refused or turned out bad.
    #[error("{problem}")]
    Backup {
        /// What is wrong and what to do.
        problem: String,
    },
    /// Anything else the engine reported.
    #[error("the database could not {what}")]
    Other {
        /// What was being done, with the place of the statement if there is one.
        what: String,
        /// What the engine said.
        source: Cause,
    },
}

impl Error {
    /// True when this is a unique violation on exactly these columns of this table: how a caller recognises "this
    /// address is taken" on both engines.
    pub fn is_duplicate(&self, wanted: &str, key: &[&str]) -> bool {
        matches!(self, Self::UniqueViolation { table, columns, .. } if table == wanted && columns == key)
    }

    pub(crate) fn other(
        what: impl Into<String>,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        Self::Other {
            what: what.into(),
            source: Arc::new(source),
        }
    }
}

/// A cause that is only words, for engine messages from which values have been left out.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Words(pub(crate) String);
