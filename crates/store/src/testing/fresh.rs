//! Fresh databases, copied from a template that is migrated once.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use super::{fail, on_a_thread};
use crate::postgresql::{Session, connect};
use crate::{Config, Error, Migration, Url, migrate};

const PATIENCE: Duration = Duration::from_secs(10);
/// Keeps two test processes from building the same template; any number that nobody else uses.
const TEMPLATE_LOCK: i64 = 5_276_148;

/// A migrated database of its own that nobody has opened yet; removed when dropped.
pub struct Fresh {
    config: Config,
    home: Home,
}

enum Home {
    Folder { _removed_when_dropped: TempDir },
    Database { admin: String, name: String },
}

impl Fresh {
    /// How to open it. Change a clone of it to open it in another way.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// An SQLite file in a folder of its own.
    pub fn sqlite(migrations: &[Migration]) -> Self {
        match sqlite(migrations) {
            Ok(fresh) => fresh,
            Err(problem) => fail(&format!("no SQLite database for a test: {problem}")),
        }
    }

    /// A PostgreSQL database with a name of its own.
    pub fn postgres(migrations: &[Migration]) -> Self {
        let admin = admin_url();
        match on_a_thread(|| postgres(&admin, migrations)) {
            Ok(fresh) => fresh,
            Err(error) => fail(&format!(
                "no PostgreSQL database for a test: {error} ({}). Install it (Debian: apt-get install postgresql) and \
                 allow its user to create databases, or set KRING_TEST_PG to the address of another server",
                std::error::Error::source(&error)
                    .map(ToString::to_string)
                    .unwrap_or_default()
            )),
        }
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Home::Database { admin, name } = &self.home {
            let removed = on_a_thread(|| {
                let mut session = connect(admin, PATIENCE)?;
                session.control(&format!("drop database if exists {name} with (force)"))
            });
            if let Err(error) = removed {
                tracing::warn!(%error, name, "a test database was left behind");
            }
        }
    }
}

fn sqlite(migrations: &[Migration]) -> Result<Fresh, Box<dyn std::error::Error>> {
    let folder = tempfile::Builder::new().prefix("kring-test-").tempdir()?;
    let path = folder.path().join("kring.sqlite");
    if !migrations.is_empty() {
        std::fs::copy(sqlite_template(migrations)?, &path)?;
    }
    let config = Config::new(Url::Sqlite(path));
    Ok(Fresh {
        config,
        home: Home::Folder {
            _removed_when_dropped: folder,
        },
    })
}

/// One migrated file per set of migrations, shared by all test processes. Built beside its name and moved there, so
/// that nobody copies half a file.
fn sqlite_template(migrations: &[Migration]) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let template = std::env::temp_dir().join(format!("kring-template-{}.sqlite", fingerprint(migrations)));
    if template.exists() {
        return Ok(template);
    }
    let folder = tempfile::Builder::new().prefix("kring-template-").tempdir()?;
    let draft = folder.path().join("draft.sqlite");
    crate::sqlite::create(&draft)?;
    migrate::migrate_sqlite(&draft, migrations, PATIENCE)?;
    move_over(&draft, &template)?;
    Ok(template)
}

fn move_over(draft: &Path, template: &Path) -> std::io::Result<()> {
    // Closing the last connection has emptied the write-ahead log into the file.
    match std::fs::rename(draft, template) {
        Ok(()) => Ok(()),
        Err(_) if template.exists() => Ok(()),
        Err(error) => Err(error),
    }
}

fn admin_url() -> String {
    setting("KRING_TEST_PG", "postgres://postgres@127.0.0.1:5432/postgres")
}

/// The address (`host:port`) of the NATS server for tests. Fails when nobody answers there.
pub fn nats() -> String {
    let address = setting("KRING_TEST_NATS", "127.0.0.1:4222");
    if let Err(error) = TcpStream::connect(&address) {
        fail(&format!(
            "no NATS server for a test at {address}: {error}. Install it (Debian: apt-get install nats-server), or \
             set KRING_TEST_NATS to the host:port of another one"
        ));
    }
    address
}

#[expect(
    clippy::disallowed_methods,
    reason = "tests have no config.rs; these are their two settings"
)]
fn setting(name: &str, otherwise: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| otherwise.to_owned())
}

fn postgres(admin: &str, migrations: &[Migration]) -> Result<Fresh, Error> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let mut session = connect(admin, PATIENCE)?;
    let template = postgres_template(admin, &mut session, migrations)?;
    let name = format!(
        "kring_test_{}_{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    );
    // A process that was killed may have left one of this name.
    session.control(&format!("drop database if exists {name} with (force)"))?;
    session.control(&format!("create database {name} template {template}"))?;
    // A test database need not survive a power cut.
    let url = format!(
        "{}?options=-c%20synchronous_commit%3Doff",
        with_database(admin, &name)
    );
    // Many tests run at once, and a server as it comes accepts a hundred connections.
    let config = Config {
        threads: 2,
        ..Config::new(Url::Postgres(url))
    };
    Ok(Fresh {
        config,
        home: Home::Database {
            admin: admin.to_owned(),
            name,
        },
    })
}

fn postgres_template(admin: &str, session: &mut Session, migrations: &[Migration]) -> Result<String, Error> {
    let template = format!("kring_template_{}", fingerprint(migrations));
    session.control(&format!("select pg_advisory_lock({TEMPLATE_LOCK})"))?;
    let known = session
        .client()
        .query("select 1 from pg_database where datname = $1", &[&template]);
    let known = known.map_err(|error| crate::postgresql_errors::failed(&error, None))?;
    if known.is_empty() {
        let draft = format!("{template}_draft");
        session.control(&format!("drop database if exists {draft} with (force)"))?;
        session.control(&format!(
            "create database {draft} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'"
        ))?;
        migrate::migrate_postgres(&mut connect(&with_database(admin, &draft), PATIENCE)?, migrations)?;
        session.control(&format!("alter database {draft} rename to {template}"))?;
    }
    session.control(&format!("select pg_advisory_unlock({TEMPLATE_LOCK})"))?;
    Ok(template)
}

/// The address with another database, without its parameters.
fn with_database(url: &str, name: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    format!("{scheme}://{host}/{name}")
}

fn fingerprint(migrations: &[Migration]) -> String {
    let mut all = Sha256::new();
    for migration in migrations {
        all.update(format!(
            "{} {} {};",
            migration.version,
            migration.name,
            migration.fingerprint()
        ));
    }
    let mut name = migrate::hex(&all.finalize());
    name.truncate(16);
    name
}
