//! A running transaction: what a transaction function gets.

use crate::bus::Wake;
use crate::postgresql::Session;
use crate::statement::{Statement, expand};
use crate::value::{Arg, FromRow, Row};
use crate::{Engine, Error, Place};

/// A running transaction. Everything in it is kept together or not at all.
///
/// The first statement that fails ends it: PostgreSQL accepts nothing after a failure, so SQLite does not either, and
/// the function should return that error. To insert what may exist already, write `on conflict do nothing` and look
/// at the number of rows.
pub struct Tx<'a> {
    link: Link<'a>,
    wakes: Vec<Wake>,
    spoiled: Option<Place>,
    writes: bool,
    statements: u64,
}

pub(crate) enum Link<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut Session),
}

impl<'a> Tx<'a> {
    pub(crate) fn new(link: Link<'a>, writes: bool) -> Self {
        Self {
            link,
            wakes: Vec::new(),
            spoiled: None,
            writes,
            statements: 0,
        }
    }

    /// Which engine runs this. Needed only next to [`differs!`](crate::differs).
    pub fn engine(&self) -> Engine {
        match self.link {
            Link::Sqlite(_) => Engine::Sqlite,
            Link::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement that gives no rows and returns how many rows it inserted, updated or deleted.
    pub fn run(&mut self, statement: Statement, args: &[Arg<'_>]) -> Result<u64, Error> {
        let expanded = self.prepare(statement, args)?;
        let outcome = match &mut self.link {
            Link::Sqlite(connection) => crate::sqlite::run(connection, statement, &expanded),
            Link::Postgres(session) => session.run(statement, &expanded),
        };
        outcome.inspect_err(|_| self.spoiled = Some(statement.place()))
    }

    /// All rows of a statement.
    pub fn all<T: FromRow>(&mut self, statement: Statement, args: &[Arg<'_>]) -> Result<Vec<T>, Error> {
        let mut rows = Vec::new();
        self.each(statement, args, &mut |row| {
            rows.push(T::from_row(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The row of a statement that gives one row or none; more than one is an error.
    pub fn maybe<T: FromRow>(&mut self, statement: Statement, args: &[Arg<'_>]) -> Result<Option<T>, Error> {
        let mut found = None;
        self.each(statement, args, &mut |row| {
            if found.is_some() {
                return Err(Error::ManyRows {
                    place: statement.place(),
                });
            }
            found = Some(T::from_row(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The row of a statement that gives exactly one row.
    pub fn one<T: FromRow>(&mut self, statement: Statement, args: &[Arg<'_>]) -> Result<T, Error> {
        self.maybe(statement, args)?.ok_or(Error::NoRow {
            place: statement.place(),
        })
    }

    /// Wakes everybody who listens to `topic`, on this machine and on others, once this transaction is kept; nothing
    /// happens when it is undone. A wake-up is a hint: it may get lost or come twice, the log decides (see
    /// [`Bus`](crate::Bus)). `seq` is the newest sequence in that topic's log.
    pub fn wake(&mut self, topic: &str, seq: i64) {
        if self.writes {
            self.wakes.push(Wake {
                topic: topic.into(),
                seq,
            });
        } else {
            tracing::warn!(
                topic,
                "a wake-up inside read(..) is not sent: nothing was written"
            );
        }
    }

    pub(crate) fn spoiled(&self) -> Option<Place> {
        self.spoiled
    }

    pub(crate) fn into_wakes(self) -> Vec<Wake> {
        self.wakes
    }

    /// How many statements ran in it so far, the one that failed included.
    pub(crate) const fn statements(&self) -> u64 {
        self.statements
    }

    fn prepare<'s>(
        &mut self,
        statement: Statement,
        args: &'s [Arg<'s>],
    ) -> Result<crate::statement::Expanded<'s>, Error> {
        if let Some(place) = self.spoiled {
            return Err(Error::Spoiled { place });
        }
        let expanded = expand(statement, self.engine(), args)?;
        for (index, arg) in expanded.args.iter().enumerate() {
            arg.check(statement.place(), index + 1)?;
        }
        self.statements += 1;
        Ok(expanded)
    }

    /// Hands each row to `take`. An error of `take` is not an error of the database: the transaction can go on.
    fn each(
        &mut self,
        statement: Statement,
        args: &[Arg<'_>],
        take: &mut dyn FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let expanded = self.prepare(statement, args)?;
        let mut taken = Ok(());
        let mut guarded = |row: &Row<'_>| {
            taken = take(row);
            taken.is_ok()
        };
        let outcome = match &mut self.link {
            Link::Sqlite(connection) => crate::sqlite::each(connection, statement, &expanded, &mut guarded),
            Link::Postgres(session) => session.each(statement, &expanded, &mut guarded),
        };
        outcome.inspect_err(|_| self.spoiled = Some(statement.place()))?;
        taken
    }
}
