//! Values on their way in ([`Arg`]) and on their way out ([`Row`], [`FromColumn`], [`FromRow`]).
//!
//! Only four kinds of column exist: text, bigint, boolean and double precision. Everything richer (ids, instants,
//! JSON) is one of these in the database and a type of its own in Rust.

use std::borrow::Cow;

use crate::statement::Statement;
use crate::{Error, Place};

/// One argument of a statement. Each is optional, so that a NULL keeps its type: PostgreSQL asks for it.
///
/// Made with [`args!`](crate::args) from plain values; write `impl From<&YourId> for Arg<'_>` for your own types.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// `boolean`
    Bool(Option<bool>),
    /// `bigint`
    Int(Option<i64>),
    /// `double precision`; NaN is refused, because SQLite would store it as NULL.
    Real(Option<f64>),
    /// `text`; a NUL character is refused, because PostgreSQL cannot store it.
    Text(Option<Cow<'a, str>>),
    /// A list of `bigint` for `in ($1..)`.
    Ints(Cow<'a, [i64]>),
    /// A list of `text` for `in ($1..)`.
    Texts(Vec<Cow<'a, str>>),
}

/// Arguments in the order of their placeholders: `args![name, &id, Some(3)]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        &[$($crate::Arg::from($value)),*]
    };
}

impl<'a> Arg<'a> {
    /// A list of texts, for `in ($1..)`.
    pub fn texts<T: Into<Cow<'a, str>>>(values: impl IntoIterator<Item = T>) -> Self {
        Self::Texts(values.into_iter().map(Into::into).collect())
    }

    /// A list of whole numbers, for `in ($1..)`.
    pub fn ints(values: impl IntoIterator<Item = i64>) -> Self {
        Self::Ints(Cow::Owned(values.into_iter().collect()))
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self, Self::Ints(_) | Self::Texts(_))
    }

    pub(crate) fn is_empty_list(&self) -> bool {
        match self {
            Self::Ints(values) => values.is_empty(),
            Self::Texts(values) => values.is_empty(),
            _ => false,
        }
    }

    pub(crate) fn sql_type(&self) -> &'static str {
        match self {
            Self::Bool(_) => "boolean",
            Self::Int(_) | Self::Ints(_) => "bigint",
            Self::Real(_) => "double precision",
            Self::Text(_) | Self::Texts(_) => "text",
        }
    }

    /// The first value of a list (NULL for an empty one), or the argument itself.
    pub(crate) fn first_of_list(&self) -> Self {
        match self {
            Self::Ints(values) => Self::Int(values.first().copied()),
            Self::Texts(values) => Self::Text(values.first().cloned()),
            single => single.clone(),
        }
    }

    /// The other values of a list, padded by repeating the last to a power of two: lists of 5, 6 and 7 then share
    /// one prepared statement, and `in` does not mind a value twice.
    pub(crate) fn rest_of_list(&self) -> Vec<Self> {
        fn padded<T: Clone>(values: &[T], single: impl Fn(T) -> Arg<'static>) -> Vec<Arg<'static>> {
            let Some(last) = values.last() else {
                return Vec::new();
            };
            let length = values.len().next_power_of_two();
            values
                .iter()
                .chain(std::iter::repeat(last))
                .take(length)
                .skip(1)
                .cloned()
                .map(single)
                .collect()
        }
        match self {
            Self::Ints(values) => padded(values, |value| Arg::Int(Some(value))),
            Self::Texts(values) => {
                let Some(last) = values.last() else {
                    return Vec::new();
                };
                let length = values.len().next_power_of_two();
                let all = values.iter().chain(std::iter::repeat(last)).take(length);
                all.skip(1).cloned().map(|value| Arg::Text(Some(value))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What one of the engines could not keep is refused on both.
    pub(crate) fn check(&self, place: Place, number: usize) -> Result<(), Error> {
        let wrong = |problem: String| Err(Error::WrongArgument { place, problem });
        match self {
            Self::Real(Some(value)) if value.is_nan() => wrong(format!(
                "argument {number} is not a number (NaN); SQLite would store NULL"
            )),
            Self::Text(Some(value)) if value.contains('\0') => wrong(format!(
                "argument {number} holds a NUL character; PostgreSQL cannot store it"
            )),
            _ => Ok(()),
        }
    }
}

macro_rules! arg_from {
    ($($from:ty => |$value:ident| $arg:expr;)*) => {$(
        impl From<$from> for Arg<'_> {
            fn from($value: $from) -> Self {
                $arg
            }
        }
    )*};
}

arg_from! {
    bool => |value| Self::Bool(Some(value));
    Option<bool> => |value| Self::Bool(value);
    i64 => |value| Self::Int(Some(value));
    i32 => |value| Self::Int(Some(i64::from(value)));
    u32 => |value| Self::Int(Some(i64::from(value)));
    Option<i64> => |value| Self::Int(value);
    Option<i32> => |value| Self::Int(value.map(i64::from));
    Option<u32> => |value| Self::Int(value.map(i64::from));
    f64 => |value| Self::Real(Some(value));
    Option<f64> => |value| Self::Real(value);
    String => |value| Self::Text(Some(Cow::Owned(value)));
    Option<String> => |value| Self::Text(value.map(Cow::Owned));
    Vec<i64> => |value| Self::Ints(Cow::Owned(value));
    Vec<String> => |value| Self::texts(value);
}

macro_rules! arg_from_borrowed {
    ($($from:ty => |$value:ident| $arg:expr;)*) => {$(
        impl<'a> From<$from> for Arg<'a> {
            fn from($value: $from) -> Self {
                $arg
            }
        }
    )*};
}

arg_from_borrowed! {
    &'a str => |value| Self::Text(Some(Cow::Borrowed(value)));
    Option<&'a str> => |value| Self::Text(value.map(Cow::Borrowed));
    &'a String => |value| Self::Text(Some(Cow::Borrowed(value)));
    &'a Option<String> => |value| Self::Text(value.as_deref().map(Cow::Borrowed));
    Cow<'a, str> => |value| Self::Text(Some(value));
    &'a [i64] => |value| Self::Ints(Cow::Borrowed(value));
    &'a Vec<i64> => |value| Self::Ints(Cow::Borrowed(value));
    &'a [String] => |value| Self::texts(value);
    &'a Vec<String> => |value| Self::texts(value);
    &'a [&'a str] => |value| Self::texts(value.iter().copied());
}

/// The kind of column a type is kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `boolean`
    Bool,
    /// `bigint`
    Int,
    /// `double precision`
    Real,
    /// `text`
    Text,
}

/// One value as it came from the database, already of the [`Kind`] that was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// No value.
    Null,
    /// From a `boolean`.
    Bool(bool),
    /// From a `bigint`.
    Int(i64),
    /// From a `double precision`.
    Real(f64),
    /// From a `text`.
    Text(&'a str),
}

impl Value<'_> {
    fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Int(_) => "a whole number",
            Self::Real(_) => "a real number",
            Self::Text(_) => "a text",
        }
    }
}

/// A type that can be read from one column. Implement it for ids and other newtypes:
///
/// ```
/// struct MeetingId(String);
///
/// impl store::FromColumn for MeetingId {
///     const KIND: store::Kind = store::Kind::Text;
///     fn from_column(value: store::Value<'_>) -> Result<Self, String> {
///         String::from_column(value).map(Self)
///     }
/// }
/// ```
pub trait FromColumn: Sized {
    /// The kind of column it is kept in.
    const KIND: Kind;

    /// Reads it. The error says what does not fit ("is not a language: xx"); statement and column are added.
    fn from_column(value: Value<'_>) -> Result<Self, String>;
}

macro_rules! from_column {
    ($($type:ty, $kind:ident, $value:ident => $read:expr;)*) => {$(
        impl FromColumn for $type {
            const KIND: Kind = Kind::$kind;
            fn from_column(value: Value<'_>) -> Result<Self, String> {
                match value {
                    Value::$kind($value) => Ok($read),
                    other => Err(format!("is {}, not {}", other.name(), stringify!($type))),
                }
            }
        }
    )*};
}

from_column! {
    bool, Bool, value => value;
    i64, Int, value => value;
    f64, Real, value => value;
    String, Text, value => value.to_owned();
}

impl<T: FromColumn> FromColumn for Option<T> {
    const KIND: Kind = T::KIND;
    fn from_column(value: Value<'_>) -> Result<Self, String> {
        match value {
            Value::Null => Ok(None),
            some => T::from_column(some).map(Some),
        }
    }
}

/// One row of a result, valid while it is being read.
pub struct Row<'a> {
    statement: Statement,
    cells: Cells<'a>,
}

enum Cells<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl<'a> Row<'a> {
    pub(crate) fn sqlite(statement: Statement, row: &'a rusqlite::Row<'a>) -> Self {
        Self {
            statement,
            cells: Cells::Sqlite(row),
        }
    }

    pub(crate) fn postgres(statement: Statement, row: &'a postgres::Row) -> Self {
        Self {
            statement,
            cells: Cells::Postgres(row),
        }
    }

    /// The value of the column with this name.
    pub fn get<T: FromColumn>(&self, column: &str) -> Result<T, Error> {
        let index = match &self.cells {
            Cells::Sqlite(row) => row.as_ref().column_index(column).ok(),
            Cells::Postgres(row) => row.columns().iter().position(|known| known.name() == column),
        };
        match index {
            Some(index) => self.read(index, column),
            None => Err(self.wrong(column, "is not in the result".to_owned())),
        }
    }

    /// The value of the column at this position, from 0. Prefer [`get`](Self::get): a name survives a new column.
    pub fn at<T: FromColumn>(&self, index: usize) -> Result<T, Error> {
        self.read(index, &format!("number {}", index + 1))
    }

    fn read<T: FromColumn>(&self, index: usize, column: &str) -> Result<T, Error> {
        let value = match &self.cells {
            Cells::Sqlite(row) => crate::sqlite::value(row, index, T::KIND),
            Cells::Postgres(row) => crate::postgresql::value(row, index),
        };
        value
            .and_then(T::from_column)
            .map_err(|problem| self.wrong(column, problem))
    }

    fn wrong(&self, column: &str, problem: String) -> Error {
        Error::WrongRow {
            place: self.statement.place(),
            column: column.to_owned(),
            problem,
        }
    }
}

/// A type that can be read from one row; usually written with [`from_row!`](crate::from_row).
pub trait FromRow: Sized {
    /// Reads it, by column names.
    fn from_row(row: &Row<'_>) -> Result<Self, Error>;
}

/// Reads a struct whose fields are named as the columns: `from_row!(Meeting { id, title, starts_at });`
#[macro_export]
macro_rules! from_row {
    ($type:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::FromRow for $type {
            fn from_row(row: &$crate::Row<'_>) -> Result<Self, $crate::Error> {
                Ok(Self { $($field: row.get(stringify!($field))?),+ })
            }
        }
    };
}

impl<T: FromColumn> FromRow for T {
    fn from_row(row: &Row<'_>) -> Result<Self, Error> {
        row.at(0)
    }
}

macro_rules! tuple_from_row {
    ($($type:ident $index:literal),+) => {
        impl<$($type: FromColumn),+> FromRow for ($($type,)+) {
            fn from_row(row: &Row<'_>) -> Result<Self, Error> {
                Ok(($(row.at::<$type>($index)?,)+))
            }
        }
    };
}

tuple_from_row!(A 0, B 1);
tuple_from_row!(A 0, B 1, C 2);
tuple_from_row!(A 0, B 1, C 2, D 3);
tuple_from_row!(A 0, B 1, C 2, D 3, E 4);
tuple_from_row!(A 0, B 1, C 2, D 3, E 4, F 5);
