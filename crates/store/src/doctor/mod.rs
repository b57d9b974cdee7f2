//! Looks at the database and the message bus for an administrator: everything at once, as data. The application says
//! it in its own words and languages; the English sentence here is for logs.

mod finding;

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use tokio::sync::oneshot;

pub use self::finding::{Finding, Level};
use crate::config::without_secrets;
use crate::migrate::{self, Applied, Migration};
use crate::postgresql::Session;
use crate::postgresql_errors::words;
use crate::{BusKind, Config, Engine, Error, Url, postgresql, sqlite};

/// Looks at everything and changes nothing. `clock` gives this machine's time, in microseconds UTC.
pub async fn doctor(
    config: &Config,
    migrations: &[Migration],
    clock: impl Fn() -> i64 + Send + 'static,
) -> Vec<Finding> {
    let (reply, answer) = oneshot::channel();
    let (database, migrations) = (config.clone(), migrations.to_vec());
    // The drivers wait, and PostgreSQL's brings a runtime of its own: not on this thread.
    let look = move || drop(reply.send(look(&database, &migrations, &clock)));
    let started = std::thread::Builder::new()
        .name("kring-doctor".to_owned())
        .spawn(look);
    let mut findings = match started {
        Ok(_) => answer.await.unwrap_or_default(),
        Err(error) => vec![Finding::Unreachable {
            what: config.url.to_string(),
            reason: error.to_string(),
        }],
    };
    if let BusKind::Nats { url, .. } = &config.bus {
        findings.push(nats(url, config.patience).await);
    }
    findings
}

fn look(config: &Config, migrations: &[Migration], clock: &dyn Fn() -> i64) -> Vec<Finding> {
    match &config.url {
        Url::Sqlite(path) => sqlite(path, config.patience, migrations),
        Url::Postgres(url) => postgres(url, config.patience, migrations, clock),
    }
}

fn sqlite(path: &Path, patience: Duration, migrations: &[Migration]) -> Vec<Finding> {
    let mut findings = vec![Finding::Reached {
        engine: Engine::Sqlite,
        version: rusqlite::version().to_owned(),
    }];
    findings.extend(disk_space(path));
    if !path.exists() {
        findings.push(Finding::NotCreated {
            file: path.to_owned(),
        });
        findings.push(folder_writable(path));
        return findings;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(path, flags).and_then(|connection| {
        connection.busy_timeout(patience)?;
        let mode = connection.query_row("pragma journal_mode", [], |row| row.get(0))?;
        Ok((connection, mode))
    });
    match opened {
        Ok((connection, mode)) => {
            findings.push(Finding::JournalMode { mode });
            findings.push(schema(migrate::applied_sqlite(&connection), migrations));
            if matches!(sqlite::lock(path), Err(Error::Locked { .. })) {
                findings.push(Finding::InUse);
            }
            findings.push(sqlite_writable(&connection));
        }
        Err(error) => {
            findings.remove(0);
            findings.push(Finding::Unreachable {
                what: sqlite::describe(path),
                reason: error.to_string(),
            });
        }
    }
    findings
}

fn sqlite_writable(connection: &Connection) -> Finding {
    let tried = connection.execute_batch("begin immediate; create table kring_doctor (x bigint); rollback");
    match tried {
        Ok(()) => Finding::Writable,
        Err(error) => Finding::NotWritable {
            reason: error.to_string(),
        },
    }
}

fn folder_writable(path: &Path) -> Finding {
    let probe = sqlite::beside(path, ".doctor");
    let tried = std::fs::write(&probe, "").and_then(|()| std::fs::remove_file(&probe));
    match tried {
        Ok(()) => Finding::Writable,
        Err(error) => Finding::NotWritable {
            reason: error.to_string(),
        },
    }
}

#[cfg(unix)]
fn disk_space(path: &Path) -> Option<Finding> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let space = rustix::fs::statvfs(folder).ok()?;
    Some(Finding::DiskSpace {
        free: space.f_bavail.saturating_mul(space.f_frsize),
    })
}

#[cfg(not(unix))]
fn disk_space(_: &Path) -> Option<Finding> {
    None
}

fn schema(applied: Result<Vec<Applied>, Error>, migrations: &[Migration]) -> Finding {
    let applied = match applied {
        Ok(applied) => applied,
        Err(error) => {
            return Finding::Unreachable {
                what: "the table schema_version".to_owned(),
                reason: reason(&error),
            };
        }
    };
    let database = applied.last().map_or(0, |last| last.version);
    match migrate::pending(&applied, migrations) {
        Err(Error::ChangedMigration { version, name }) => Finding::ChangedMigration { version, name },
        _ => Finding::Schema {
            database,
            binary: migrate::newest(migrations),
        },
    }
}

fn postgres(
    url: &str,
    patience: Duration,
    migrations: &[Migration],
    clock: &dyn Fn() -> i64,
) -> Vec<Finding> {
    let mut session = match postgresql::connect(url, patience) {
        Ok(session) => session,
        Err(error) => {
            return vec![Finding::Unreachable {
                what: without_secrets(url),
                reason: reason(&error),
            }];
        }
    };
    let mut findings = Vec::new();
    if let Err(Error::Unsuitable { problem }) = migrate::check_postgres(&mut session) {
        findings.push(Finding::Unsuitable { problem });
    }
    findings.push(schema(migrate::applied_postgres(&mut session), migrations));
    findings.push(postgres_writable(&mut session));
    match server(&mut session, clock) {
        Ok((version, ahead)) => {
            findings.insert(
                0,
                Finding::Reached {
                    engine: Engine::Postgres,
                    version,
                },
            );
            findings.push(Finding::Clock { ahead });
        }
        Err(error) => {
            findings.push(Finding::Unreachable {
                what: without_secrets(url),
                reason: words(&error),
            });
        }
    }
    findings
}

/// The server's version, and how far its clock is ahead.
fn server(session: &mut Session, clock: &dyn Fn() -> i64) -> Result<(String, i64), ::postgres::Error> {
    let text = "select current_setting('server_version'),
        cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";
    let before = clock();
    let row = session.client().query_one(text, &[])?;
    let after = clock();
    let theirs: i64 = row.try_get(1)?;
    Ok((row.try_get(0)?, theirs - before.midpoint(after)))
}

fn postgres_writable(session: &mut Session) -> Finding {
    let tried = session
        .client()
        .batch_execute("begin; create table kring_doctor (x bigint); rollback");
    match tried {
        Ok(()) => Finding::Writable,
        Err(error) => {
            let finding = Finding::NotWritable {
                reason: words(&error),
            };
            drop(session.control("rollback"));
            finding
        }
    }
}

async fn nats(url: &str, patience: Duration) -> Finding {
    let options = async_nats::ConnectOptions::new()
        .name("kring doctor")
        .connection_timeout(patience);
    match options.connect(url).await {
        Ok(client) => Finding::NatsReached {
            version: client.server_info().version,
        },
        Err(error) => Finding::NatsUnreachable {
            what: without_secrets(url),
            reason: error.to_string(),
        },
    }
}

/// The message with its causes.
fn reason(error: &Error) -> String {
    match std::error::Error::source(error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}
