//! Statements with the faults that the statement test must find. Nothing runs them, and nothing else is in this file.

use store::{Statement, differs, sql};

/// Each with the engines that must refuse it: SQLite, PostgreSQL.
pub(crate) fn statements() -> [(Statement, bool, bool); 8] {
    [
        (sql!("select emial from people"), true, true),
        (sql!("select id from people where id = any($1)"), true, false),
        (sql!("select strftime('%Y', 'now')"), false, true),
        (sql!("select \"nobody\" from people"), true, true),
        (
            sql!("insert into people (id) select $1 on conflict (id) do nothing; select 1"),
            true,
            true,
        ),
        (
            sql!("select id from people where age in ($1..) and weight = $3"),
            false,
            true,
        ),
        (sql!("select id from people for update"), true, false),
        (
            differs!(sqlite: "select rowid from people", postgres: "select ctid from peoples"),
            false,
            true,
        ),
    ]
}
