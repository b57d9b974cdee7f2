//! One seam over SQLite and PostgreSQL.
//!
//! * [`sql!`] holds a statement, written once for both engines (the rules: `docs/sql.md`); [`args!`] its arguments.
//! * [`Db::read`] and [`Db::write`] run a plain function with a [`Tx`] on a database thread. What `write` has answered
//!   is on disk.
//! * [`MIGRATIONS`] is the one folder of migrations; [`Db::open`] applies them.
//! * [`Bus`] wakes those who wait for something new, on this machine and on others; [`Follower`] is how to wait.
//! * [`backup`] and [`doctor`] are for the administrator, `testing` for tests.
//!
//! This crate knows nothing of Kring: no table, no rule, no word for people. What a slice stores is in its `store.rs`.

pub mod backup;
mod bus;
mod config;
mod db;
pub mod doctor;
mod error;
mod job;
mod migrate;
mod postgresql;
mod postgresql_errors;
mod postgresql_threads;
mod queue;
mod sqlite;
mod sqlite_threads;
mod statement;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
mod value;

pub use bus::{Bus, Follower, Hint, Listener, Wake};
pub use config::{BusKind, Config, Engine, Url};
pub use db::Db;
pub use error::{Cause, Error};
/// Used by [`sql!`].
#[doc(hidden)]
pub use inventory;
pub use migrate::{MIGRATIONS, Migration};
pub use statement::{Place, Statement, statements};
pub use tx::Tx;
pub use value::{Arg, FromColumn, FromRow, Kind, Row, Value};
