//! Where the database is and how it is reached.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use crate::Error;

/// The two engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server, for several machines.
    Postgres,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// The address of a database: `sqlite:data/kring.sqlite` or `postgres://kring:secret@db.example.org/kring`.
///
/// For PostgreSQL, `sslmode` in the address decides about encryption. `require`, `verify-ca` and `verify-full` all mean:
/// encrypted, and the certificate must be known to this machine (a private authority: set `SSL_CERT_FILE`). Without
/// `sslmode` a connection to another machine is encrypted, one to this machine is not.
///
/// Printing an address hides the password.
#[derive(Clone, PartialEq, Eq)]
pub enum Url {
    /// The path of the file.
    Sqlite(PathBuf),
    /// The whole address, as PostgreSQL's own tools know it.
    Postgres(String),
}

impl Url {
    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// The file, for SQLite.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Sqlite(path) => Some(path),
            Self::Postgres(_) => None,
        }
    }
}

impl FromStr for Url {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = |problem: &str| {
            Err(Error::WrongUrl {
                problem: problem.to_owned(),
            })
        };
        if let Some(path) = text.strip_prefix("sqlite:") {
            // `sqlite:///var/x` is an absolute path, `sqlite://x` and `sqlite:x` are relative ones.
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() || path == ":memory:" {
                return wrong("it names no file");
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            let url = Self::Postgres(text.to_owned());
            crate::postgresql::settings(text)?;
            return Ok(url);
        }
        wrong("it starts with neither sqlite: nor postgres://")
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => f.write_str(&without_secrets(url)),
        }
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The address without user, password and parameters, fit for a message.
pub(crate) fn without_secrets(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return "(hidden)".to_owned();
    };
    let rest = rest.split_once('?').map_or(rest, |(before, _)| before);
    let rest = rest.rsplit_once('@').map_or(rest, |(_, after)| after);
    format!("{scheme}://{rest}")
}

/// How wake-ups travel.
#[derive(Clone, PartialEq, Eq)]
pub enum BusKind {
    /// Local on SQLite, LISTEN/NOTIFY on PostgreSQL.
    Auto,
    /// Inside this process only: right when one process serves everybody.
    Local,
    /// PostgreSQL's LISTEN/NOTIFY, in the transaction itself.
    Notify,
    /// A NATS server. Installations that share one need different subjects.
    Nats {
        /// Its address, such as `nats://127.0.0.1:4222`.
        url: String,
        /// The subject, such as `kring.wake`.
        subject: String,
    },
}

impl fmt::Debug for BusKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Auto => f.write_str("Auto"),
            Self::Local => f.write_str("Local"),
            Self::Notify => f.write_str("Notify"),
            Self::Nats { url, subject } => write!(f, "Nats({}, {subject})", without_secrets(url)),
        }
    }
}

/// Everything the seam needs to know.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the database is.
    pub url: Url,
    /// Reader threads on SQLite, connections on PostgreSQL; at least one.
    pub threads: usize,
    /// How long a statement waits for another process's lock on SQLite, and a connection attempt on PostgreSQL.
    pub patience: Duration,
    /// How wake-ups travel.
    pub bus: BusKind,
}

impl Config {
    /// Four threads, five seconds of patience, the bus that fits the engine.
    pub fn new(url: Url) -> Self {
        Self {
            url,
            threads: 4,
            patience: Duration::from_secs(5),
            bus: BusKind::Auto,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_its_engine() {
        assert_eq!(
            "sqlite:data/k.sqlite".parse::<Url>().unwrap(),
            Url::Sqlite("data/k.sqlite".into())
        );
        assert_eq!(
            "sqlite:///var/k.sqlite".parse::<Url>().unwrap(),
            Url::Sqlite("/var/k.sqlite".into())
        );
        assert_eq!(
            "postgres://a@b/c".parse::<Url>().unwrap().engine(),
            Engine::Postgres
        );
        for wrong in [
            "",
            "sqlite:",
            "mysql://x",
            "postgres://a@b:port/c",
            "sqlite::memory:",
        ] {
            assert!(wrong.parse::<Url>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let url: Url = "postgres://anna:geheim@db.example.org/kring?password=geheim"
            .parse()
            .unwrap();
        assert_eq!(
            format!("{url} {url:?}"),
            "postgres://db.example.org/kring postgres://db.example.org/kring"
        );
        let bus = BusKind::Nats {
            url: "nats://a:geheim@n:4222".to_owned(),
            subject: "s".to_owned(),
        };
        assert_eq!(format!("{bus:?}"), "Nats(nats://n:4222, s)");
        let config = Config::new(url);
        assert!(!format!("{config:?}").contains("geheim"));
    }
}
