//! What the doctor can see, and how bad it is.

use std::fmt;
use std::path::PathBuf;

use crate::Engine;

/// Less free space than this deserves a warning; a tenth of it is a problem.
const LITTLE_SPACE: u64 = 1024 * 1024 * 1024;
/// A clock that differs more than this deserves a warning (microseconds); thirty times as much is a problem.
const CLOCK_DIFFERENCE: i64 = 2_000_000;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Good,
    /// Good to know; nothing to do.
    Note,
    /// Works now, and may not for long.
    Warning,
    /// Does not work.
    Problem,
}

/// Something the doctor saw.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Finding {
    /// The database answers.
    Reached {
        /// Which engine.
        engine: Engine,
        /// Its version.
        version: String,
    },
    /// The database does not answer. Check that it runs, the address and the password.
    Unreachable {
        /// The address, without secrets.
        what: String,
        /// What the driver said.
        reason: String,
    },
    /// There is no database file yet; the server makes it at its first start.
    NotCreated {
        /// Where it will be.
        file: PathBuf,
    },
    /// Which version the tables have and which one this binary knows. Older tables are brought up to date when the
    /// server starts; newer ones need a newer Kring.
    Schema {
        /// The version of the tables; 0 when empty.
        database: i64,
        /// The version this binary knows.
        binary: i64,
    },
    /// The tables were made by a migration whose text has changed since: this binary is another branch of Kring.
    ChangedMigration {
        /// Its number.
        version: i64,
        /// Its name.
        name: String,
    },
    /// A server is using the file at this moment.
    InUse,
    /// Writing is possible.
    Writable,
    /// Writing is not possible. Check the owner and the rights of file and folder, or of the database user.
    NotWritable {
        /// What the system said.
        reason: String,
    },
    /// Free space where the database file is. Low: free some, or move the data folder.
    DiskSpace {
        /// Bytes that Kring may use.
        free: u64,
    },
    /// How SQLite writes. Anything but `wal` makes readers and the writer wait for each other; the server sets it at
    /// its next start.
    JournalMode {
        /// The mode.
        mode: String,
    },
    /// The clock of the database server against this machine's. Set both by a time service.
    Clock {
        /// How far the server is ahead, in microseconds; negative when behind.
        ahead: i64,
    },
    /// The PostgreSQL database must be made anew, with template0, UTF8 and C.UTF-8.
    Unsuitable {
        /// What was found.
        problem: String,
    },
    /// NATS answers.
    NatsReached {
        /// Its version.
        version: String,
    },
    /// NATS does not answer. People then see the news of other machines a few seconds late.
    NatsUnreachable {
        /// The address, without secrets.
        what: String,
        /// What the client said.
        reason: String,
    },
}

impl Finding {
    /// How bad it is.
    pub fn level(&self) -> Level {
        match self {
            Self::Reached { .. } | Self::Writable | Self::NatsReached { .. } => Level::Good,
            Self::NotCreated { .. } | Self::InUse => Level::Note,
            Self::Schema { database, binary } if database == binary => Level::Good,
            Self::Schema { database, binary } if database < binary => Level::Note,
            Self::DiskSpace { free } => by_size(*free < LITTLE_SPACE, *free < LITTLE_SPACE / 10),
            Self::Clock { ahead } => {
                let off = ahead.saturating_abs();
                by_size(off > CLOCK_DIFFERENCE, off > CLOCK_DIFFERENCE * 30)
            }
            Self::JournalMode { mode } => by_size(mode != "wal", false),
            Self::NatsUnreachable { .. } => Level::Warning,
            Self::Schema { .. }
            | Self::Unreachable { .. }
            | Self::ChangedMigration { .. }
            | Self::NotWritable { .. }
            | Self::Unsuitable { .. } => Level::Problem,
        }
    }
}

fn by_size(warning: bool, problem: bool) -> Level {
    match (warning, problem) {
        (_, true) => Level::Problem,
        (true, false) => Level::Warning,
        (false, false) => Level::Good,
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reached { engine, version } => write!(f, "{engine} {version} answers"),
            Self::Unreachable { what, reason } | Self::NatsUnreachable { what, reason } => {
                write!(f, "{what} cannot be reached: {reason}")
            }
            Self::NotCreated { file } => write!(f, "{} will be made at the first start", file.display()),
            Self::Schema { database, binary } => {
                write!(
                    f,
                    "the tables are at version {database}, this binary knows {binary}"
                )
            }
            Self::ChangedMigration { version, name } => {
                write!(
                    f,
                    "migration {version} ({name}) is not the one these tables were made with"
                )
            }
            Self::InUse => f.write_str("a server is using the database"),
            Self::Writable => f.write_str("the database can be written"),
            Self::NotWritable { reason } => write!(f, "the database cannot be written: {reason}"),
            Self::DiskSpace { free } => write!(f, "{} MiB of disk are free", free / 1024 / 1024),
            Self::JournalMode { mode } => write!(f, "SQLite writes in mode {mode}"),
            Self::Clock { ahead } => write!(
                f,
                "the database's clock is {} ms ahead of this one",
                ahead / 1_000
            ),
            Self::Unsuitable { problem } => write!(f, "the PostgreSQL database is not suitable: {problem}"),
            Self::NatsReached { version } => write!(f, "NATS {version} answers"),
        }
    }
}
