//! PostgreSQL: the settings, and one connection with its prepared statements. Threads and retries are in
//! `postgresql_threads`, errors in `postgresql_errors`.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::net::IpAddr;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::types::{FromSql, ToSql, Type};
use postgres::{Client, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::config::without_secrets;
use crate::error::Words;
use crate::postgresql_errors::{Trouble, failed, is_stale_plan, trouble, words};
use crate::statement::{Expanded, Statement};
use crate::value::{Arg, Row, Value};
use crate::{Error, Place};

/// Statements kept ready per connection. When long lists make more of them, all are forgotten and made anew.
const KEPT_STATEMENTS: usize = 1_000;

/// Reads an address. The error does not repeat it: there is a password in it.
pub(crate) fn settings(url: &str) -> Result<tokio_postgres::Config, Error> {
    // rustls always checks certificate and name, so the stricter modes of libpq are what `require` does here.
    let known = url
        .replace("sslmode=verify-full", "sslmode=require")
        .replace("sslmode=verify-ca", "sslmode=require");
    let mut settings = tokio_postgres::Config::from_str(&known).map_err(|error| {
        let cause = error.source().map(ToString::to_string).unwrap_or_default();
        Error::WrongUrl {
            problem: format!("{error}: {cause}"),
        }
    })?;
    if !url.contains("sslmode=") {
        let near = settings.get_hosts().iter().all(is_this_machine);
        settings.ssl_mode(if near { SslMode::Disable } else { SslMode::Require });
    }
    if settings.get_application_name().is_none() {
        settings.application_name("kring");
    }
    Ok(settings)
}

fn is_this_machine(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

/// The encryption for connections that ask for it.
pub(crate) fn tls() -> Result<MakeRustlsConnect, Error> {
    // The first in the process decides; a second attempt only says that it is already decided.
    drop(rustls::crypto::ring::default_provider().install_default());
    let connector = MakeRustlsConnect::with_native_certs();
    connector
        .map(|(connector, _)| connector)
        .map_err(|errors| Error::Unreachable {
            what: "the list of certificate authorities of this machine (on Debian: package ca-certificates)"
                .to_owned(),
            source: Arc::new(Words(
                errors
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join("; "),
            )),
        })
}

/// One connection.
pub(crate) struct Session {
    client: Client,
    statements: BTreeMap<String, postgres::Statement>,
    trouble: Option<Trouble>,
}

/// Connects. Must not be called on a thread of an async runtime: the driver brings its own.
pub(crate) fn connect(url: &str, patience: Duration) -> Result<Session, Error> {
    let mut config = settings(url)?;
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(patience);
    }
    let config = postgres::Config::from(config);
    let client = match config.get_ssl_mode() {
        SslMode::Disable => config.connect(NoTls),
        _ => config.connect(tls()?),
    };
    match client {
        Ok(client) => Ok(Session {
            client,
            statements: BTreeMap::new(),
            trouble: None,
        }),
        Err(error) => Err(unreachable(url, &error)),
    }
}

pub(crate) fn unreachable(url: &str, error: &postgres::Error) -> Error {
    Error::Unreachable {
        what: format!("PostgreSQL at {}", without_secrets(url)),
        source: Arc::new(Words(words(error))),
    }
}

impl Session {
    /// The plain driver, for the seam's own work.
    pub(crate) fn client(&mut self) -> &mut Client {
        &mut self.client
    }

    /// Trouble since the last call.
    pub(crate) fn take_trouble(&mut self) -> Option<Trouble> {
        self.trouble.take()
    }

    /// Runs one of the seam's own control statements.
    pub(crate) fn control(&mut self, text: &str) -> Result<(), Error> {
        self.client
            .batch_execute(text)
            .map_err(|error| self.note(&error, None))
    }

    pub(crate) fn run(&mut self, statement: Statement, expanded: &Expanded<'_>) -> Result<u64, Error> {
        let place = statement.place();
        let prepared = self.prepare(place, expanded)?;
        let args = parameters(&expanded.args);
        self.client
            .execute(&prepared, &args)
            .map_err(|error| self.note(&error, Some(place)))
    }

    pub(crate) fn each(
        &mut self,
        statement: Statement,
        expanded: &Expanded<'_>,
        take: &mut dyn FnMut(&Row<'_>) -> bool,
    ) -> Result<(), Error> {
        let place = statement.place();
        let prepared = self.prepare(place, expanded)?;
        let args = parameters(&expanded.args);
        let rows = self
            .client
            .query(&prepared, &args)
            .map_err(|error| self.note(&error, Some(place)))?;
        for row in &rows {
            if !take(&Row::postgres(statement, row)) {
                break;
            }
        }
        Ok(())
    }

    fn prepare(&mut self, place: Place, expanded: &Expanded<'_>) -> Result<postgres::Statement, Error> {
        let prepared = match self.statements.get(expanded.text.as_ref()) {
            Some(known) => known.clone(),
            None => self.prepare_anew(place, &expanded.text)?,
        };
        check_arguments(&prepared, &expanded.args, place)?;
        Ok(prepared)
    }

    fn prepare_anew(&mut self, place: Place, text: &str) -> Result<postgres::Statement, Error> {
        let prepared = self
            .client
            .prepare(text)
            .map_err(|error| self.note(&error, Some(place)))?;
        if self.statements.len() >= KEPT_STATEMENTS {
            self.statements.clear();
        }
        self.statements.insert(text.to_owned(), prepared.clone());
        Ok(prepared)
    }

    /// Sorts an error, and remembers what it means for the transaction.
    fn note(&mut self, error: &postgres::Error, place: Option<Place>) -> Error {
        if is_stale_plan(error) {
            self.statements.clear();
        }
        match trouble(error, self.client.is_closed()) {
            Some(Trouble::Lost) => self.trouble = Some(Trouble::Lost),
            other => self.trouble = self.trouble.or(other),
        }
        failed(error, place)
    }
}

fn parameters<'p>(args: &'p [Arg<'_>]) -> Vec<&'p (dyn ToSql + Sync)> {
    let mut list: Vec<&(dyn ToSql + Sync)> = Vec::with_capacity(args.len());
    for arg in args {
        list.push(match arg {
            Arg::Bool(value) => value,
            Arg::Int(value) => value,
            Arg::Real(value) => value,
            Arg::Text(value) => value,
            // Lists are written out before a statement gets here, and `check_arguments` refuses what is left.
            Arg::Ints(_) | Arg::Texts(_) => &None::<i64>,
        });
    }
    list
}

fn check_arguments(prepared: &postgres::Statement, args: &[Arg<'_>], place: Place) -> Result<(), Error> {
    let wrong = |problem: String| Err(Error::WrongArgument { place, problem });
    let wanted = prepared.params();
    if wanted.len() != args.len() {
        return wrong(format!(
            "the text has {} placeholders, {} arguments were given",
            wanted.len(),
            args.len()
        ));
    }
    for (index, (arg, wanted)) in args.iter().zip(wanted).enumerate() {
        let fits = match arg {
            Arg::Bool(_) => *wanted == Type::BOOL,
            Arg::Int(_) => *wanted == Type::INT8,
            Arg::Real(_) => *wanted == Type::FLOAT8,
            Arg::Text(_) => *wanted == Type::TEXT || *wanted == Type::VARCHAR,
            Arg::Ints(_) | Arg::Texts(_) => false,
        };
        if !fits {
            let (number, given) = (index + 1, arg.sql_type());
            return wrong(format!(
                "argument {number} is a {given}, PostgreSQL expects {wanted}; where it has to guess, write cast(${number} as {given})"
            ));
        }
    }
    Ok(())
}

/// A cell of any type the seam reads.
struct Cell<'a>(Value<'a>);

impl<'a> FromSql<'a> for Cell<'a> {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        let value = match *kind {
            Type::BOOL => Value::Bool(bool::from_sql(kind, raw)?),
            Type::INT8 => Value::Int(i64::from_sql(kind, raw)?),
            Type::INT4 => Value::Int(i64::from(i32::from_sql(kind, raw)?)),
            Type::INT2 => Value::Int(i64::from(i16::from_sql(kind, raw)?)),
            Type::FLOAT8 => Value::Real(f64::from_sql(kind, raw)?),
            _ => Value::Text(<&str>::from_sql(kind, raw)?),
        };
        Ok(Self(value))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self(Value::Null))
    }

    fn accepts(kind: &Type) -> bool {
        matches!(
            *kind,
            Type::BOOL | Type::INT8 | Type::INT4 | Type::INT2 | Type::FLOAT8
        ) || <&str as FromSql<'_>>::accepts(kind)
    }
}

/// Reads a cell.
pub(crate) fn value(row: &postgres::Row, index: usize) -> Result<Value<'_>, String> {
    let Some(column) = row.columns().get(index) else {
        return Err("is not in the result".to_owned());
    };
    if !Cell::accepts(column.type_()) {
        return Err(format!(
            "is of type {}; write cast(.. as bigint) or another plain type",
            column.type_()
        ));
    }
    let cell: Result<Cell<'_>, _> = row.try_get(index);
    cell.map(|cell| cell.0)
        .map_err(|error| format!("cannot be read: {}", words(&error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_machine_is_reached_encrypted_unless_told_otherwise() {
        let mode = |url: &str| settings(url).unwrap().get_ssl_mode();
        assert_eq!(mode("postgres://a@127.0.0.1/k"), SslMode::Disable);
        assert_eq!(mode("postgres://a@[::1]/k"), SslMode::Disable);
        assert_eq!(mode("postgres://a@localhost/k"), SslMode::Disable);
        assert_eq!(mode("postgres://a@db.example.org/k"), SslMode::Require);
        assert_eq!(mode("postgres://a@localhost,db.example.org/k"), SslMode::Require);
        assert_eq!(
            mode("postgres://a@db.example.org/k?sslmode=disable"),
            SslMode::Disable
        );
        assert_eq!(
            mode("postgres://a@127.0.0.1/k?sslmode=verify-full"),
            SslMode::Require
        );
    }
}
