//! PostgreSQL's errors: what they are to a caller, and what they mean for the running transaction.

use std::error::Error as StdError;

use postgres::error::{DbError, SqlState};

use crate::error::Words;
use crate::{Error, Place};

/// What happened to the running transaction, whatever its function made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Somebody else changed the same rows; running again helps.
    Conflict,
    /// The connection is gone.
    Lost,
}

/// Another node has migrated meanwhile, and a statement kept ready would give other columns than before.
pub(crate) fn is_stale_plan(error: &postgres::Error) -> bool {
    error.as_db_error().and_then(DbError::routine) == Some("RevalidateCachedQuery")
}

pub(crate) fn trouble(error: &postgres::Error, closed: bool) -> Option<Trouble> {
    match error.code() {
        Some(code) if is_conflict(code) => Some(Trouble::Conflict),
        Some(_) if is_stale_plan(error) => Some(Trouble::Conflict),
        // 57P01..: the server is stopping or ends this connection.
        Some(code) if code.code().starts_with("57P") || code.code().starts_with("08") => Some(Trouble::Lost),
        None if closed || error.is_closed() => Some(Trouble::Lost),
        None if error
            .source()
            .is_some_and(<dyn StdError + 'static>::is::<std::io::Error>) =>
        {
            Some(Trouble::Lost)
        }
        _ => None,
    }
}

/// Sorts an error of the engine. Without a place it happened while beginning or committing.
pub(crate) fn failed(error: &postgres::Error, place: Option<Place>) -> Error {
    let what = match place {
        Some(place) => format!("run the statement at {place}"),
        None => "begin or end a transaction".to_owned(),
    };
    let Some((database, place)) = error.as_db_error().zip(place) else {
        return match error.code() {
            Some(code) if *code == SqlState::DISK_FULL => Error::DiskFull,
            Some(code) if is_conflict(code) => Error::Conflict,
            _ => Error::other(what, Words(words(error))),
        };
    };
    let code = database.code();
    match code.code() {
        "23505" => Error::UniqueViolation {
            place,
            table: database.table().unwrap_or_default().to_owned(),
            columns: key_columns(database.detail().unwrap_or_default()),
        },
        "23503" => Error::ForeignKey { place },
        other if other.starts_with("23") => Error::Constraint {
            place,
            rule: database.message().to_owned(),
        },
        "25006" => Error::ReadOnly { place },
        _ if *code == SqlState::DISK_FULL => Error::DiskFull,
        _ if is_conflict(code) => Error::Conflict,
        _ => Error::other(what, Words(words(error))),
    }
}

fn is_conflict(code: &SqlState) -> bool {
    *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED
}

/// Reads the columns from `Key (tenant, email)=(..) already exists.` in any language of the server, and leaves the
/// values.
fn key_columns(detail: &str) -> Vec<String> {
    let key = detail
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(")=("));
    key.map(|(columns, _)| columns.split(", ").map(str::to_owned).collect())
        .unwrap_or_default()
}

/// The engine's words without its details: those repeat the values of a row.
pub(crate) fn words(error: &postgres::Error) -> String {
    if let Some(database) = error.as_db_error() {
        return format!("{} ({})", database.message(), database.code().code());
    }
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        text.push_str(": ");
        text.push_str(&next.to_string());
        cause = next.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_columns_are_read_in_any_language_and_values_are_left() {
        assert_eq!(
            key_columns("Key (tenant, email)=(1, a@b) already exists."),
            ["tenant", "email"]
        );
        assert_eq!(key_columns("Sleutel (email)=(a@b) bestaat al."), ["email"]);
        assert!(key_columns("").is_empty());
    }
}
