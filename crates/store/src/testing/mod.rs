//! For tests only: fresh databases on both engines, and the checks that every crate with statements should run.
//!
//! A test that needs PostgreSQL or NATS fails when there is none: a skipped test is a hole nobody sees. Their addresses
//! are `KRING_TEST_PG`, by default `postgres://postgres@127.0.0.1:5432/postgres`, whose user must be allowed to create
//! databases, and `KRING_TEST_NATS`, by default `127.0.0.1:4222`.

mod faulty;
mod fresh;
mod schema;

use std::ops::Deref;

pub use self::faulty::faulty;
pub use self::fresh::{Fresh, nats};
pub use self::schema::{Column, Problem, Shape, prepare_all, shape, unportable};
use crate::{Db, Migration};

/// An open database of its own for one test, gone afterwards.
pub struct TestDb {
    // Closed before its database is removed: fields are dropped in this order.
    db: Db,
    fresh: Fresh,
}

impl TestDb {
    /// Opens a fresh database as a server would.
    pub fn open(fresh: Fresh, migrations: &[Migration]) -> Self {
        let db = on_a_thread(|| Db::open_blocking(fresh.config(), migrations));
        match db {
            Ok(db) => Self { db, fresh },
            Err(error) => fail(&format!("the test database does not open: {error}")),
        }
    }

    /// The database it runs on; for opening it once more, as another node does.
    pub fn fresh(&self) -> &Fresh {
        &self.fresh
    }
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

/// A fresh, migrated, open SQLite database.
pub fn sqlite(migrations: &[Migration]) -> TestDb {
    TestDb::open(Fresh::sqlite(migrations), migrations)
}

/// A fresh, migrated, open PostgreSQL database.
pub fn postgres(migrations: &[Migration]) -> TestDb {
    TestDb::open(Fresh::postgres(migrations), migrations)
}

/// Runs the body of a test; used by [`both_engines!`](crate::both_engines).
pub fn run<F: Future<Output = ()>>(db: TestDb, body: impl FnOnce(TestDb) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(body(db)),
        Err(error) => fail(&format!("no async runtime: {error}")),
    }
}

/// Writes tests that run on SQLite and on PostgreSQL, each with a database of its own:
///
/// ```text
/// store::both_engines! {
///     MIGRATIONS;
///
///     async fn a_name_is_found_again(db) {
///         let found = db.read(|tx| people::by_name(tx, "Anna")).await;
///         assert!(found.is_ok());
///     }
/// }
/// ```
///
/// Each becomes a module with the tests `on_sqlite` and `on_postgres`; `db` is a [`TestDb`].
#[macro_export]
macro_rules! both_engines {
    ($migrations:expr; $($(#[$meta:meta])* async fn $name:ident($db:ident) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn body($db: $crate::testing::TestDb) $body

            #[test]
            fn on_sqlite() {
                $crate::testing::run($crate::testing::sqlite($migrations), body);
            }

            #[test]
            fn on_postgres() {
                $crate::testing::run($crate::testing::postgres($migrations), body);
            }
        }
    )+};
}

/// Runs something that brings its own runtime, from inside or outside one.
fn on_a_thread<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let outcome = std::thread::scope(|scope| scope.spawn(work).join());
    outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[expect(clippy::panic, reason = "a test must fail, loudly and with the reason")]
#[track_caller]
fn fail(why: &str) -> ! {
    panic!("{why}")
}
