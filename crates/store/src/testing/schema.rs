//! Two checks on a migrated database: does every statement fit it, and what does it look like.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use super::on_a_thread;
use crate::error::Words;
use crate::postgresql_errors::words;
use crate::sqlite::{Purpose, failed};
use crate::{Db, Engine, Error, Place, Url, postgresql, sqlite, statements};

const PATIENCE: Duration = Duration::from_secs(10);

/// A statement that does not fit the database.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// Its text on this engine.
    pub text: &'static str,
    /// What the engine says about it.
    pub error: String,
}

/// Prepares every registered statement of every linked crate and returns those that fail.
pub fn prepare_all(db: &Db) -> Result<Vec<Problem>, Error> {
    let mut problems = match &db.config().url {
        Url::Sqlite(path) => prepare_on_sqlite(path)?,
        Url::Postgres(url) => on_a_thread(|| prepare_on_postgres(url))?,
    };
    problems.sort_by_key(|problem| problem.place);
    Ok(problems)
}

fn prepare_on_sqlite(path: &Path) -> Result<Vec<Problem>, Error> {
    let connection = sqlite::connect(path, Purpose::Read, PATIENCE)?;
    Ok(collect(Engine::Sqlite, |text| {
        connection
            .prepare_cached(text)
            .err()
            .map(|error| error.to_string())
    }))
}

fn prepare_on_postgres(url: &str) -> Result<Vec<Problem>, Error> {
    let mut session = postgresql::connect(url, PATIENCE)?;
    Ok(collect(Engine::Postgres, |text| {
        session.client().prepare(text).err().map(|error| words(&error))
    }))
}

fn collect(engine: Engine, mut prepare: impl FnMut(&str) -> Option<String>) -> Vec<Problem> {
    let failing = statements().filter_map(|statement| {
        let error = prepare(&statement.preparable(engine))?;
        Some(Problem {
            place: statement.place(),
            text: statement.text(engine),
            error,
        })
    });
    failing.collect()
}

/// One column, as both engines describe it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type, in small letters.
    pub kind: String,
    /// Whether it may be empty.
    pub nullable: bool,
}

/// All tables with their columns, by name: equal on both engines when the migrations are portable.
pub type Shape = BTreeMap<String, Vec<Column>>;

/// The columns of other types than the four that both engines keep alike, as `table.column type`.
pub fn unportable(shape: &Shape) -> Vec<String> {
    const KINDS: [&str; 4] = ["text", "bigint", "boolean", "double precision"];
    let all = shape
        .iter()
        .flat_map(|(table, columns)| columns.iter().map(move |column| (table, column)));
    all.filter(|(_, column)| !KINDS.contains(&column.kind.as_str()))
        .map(|(table, column)| format!("{table}.{} {}", column.name, column.kind))
        .collect()
}

/// What the database looks like.
pub fn shape(db: &Db) -> Result<Shape, Error> {
    match &db.config().url {
        Url::Sqlite(path) => shape_on_sqlite(path),
        Url::Postgres(url) => on_a_thread(|| shape_on_postgres(url)),
    }
}

fn shape_on_sqlite(path: &Path) -> Result<Shape, Error> {
    let connection = sqlite::connect(path, Purpose::Read, PATIENCE)?;
    let text = "select t.name, c.name, lower(c.type), c.\"notnull\" = 0
        from sqlite_schema t, pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite%'";
    let mut select = connection
        .prepare_cached(text)
        .map_err(|error| failed(error, None))?;
    let rows = select.query_map([], |row| {
        Ok((
            row.get(0)?,
            Column {
                name: row.get(1)?,
                kind: row.get(2)?,
                nullable: row.get(3)?,
            },
        ))
    });
    let rows: Vec<(String, Column)> = rows
        .and_then(Iterator::collect)
        .map_err(|error| failed(error, None))?;
    Ok(gather(rows))
}

fn shape_on_postgres(url: &str) -> Result<Shape, Error> {
    let looking = |error: postgres::Error| Error::other("read the columns", Words(words(&error)));
    let mut session = postgresql::connect(url, PATIENCE)?;
    let text = "select c.table_name::text, c.column_name::text, c.data_type::text, c.is_nullable = 'YES'
        from information_schema.columns c
        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'";
    let rows = session.client().query(text, &[]).map_err(looking)?;
    let rows = rows.iter().map(|row| {
        let column = Column {
            name: row.try_get(1)?,
            kind: row.try_get(2)?,
            nullable: row.try_get(3)?,
        };
        Ok((row.try_get(0)?, column))
    });
    let rows: Vec<(String, Column)> = rows.collect::<Result<_, _>>().map_err(looking)?;
    Ok(gather(rows))
}

/// Sorted by name: adding a column puts it at the end on both engines, but nobody should count on a position.
fn gather(rows: Vec<(String, Column)>) -> Shape {
    let mut shape = Shape::new();
    for (table, column) in rows {
        shape.entry(table).or_default().push(column);
    }
    for columns in shape.values_mut() {
        columns.sort();
    }
    shape
}
