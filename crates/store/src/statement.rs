//! Statements: SQL written once, as a literal, known to the tests by its place.

use std::borrow::Cow;
use std::fmt;

use crate::value::Arg;
use crate::{Engine, Error};

/// One SQL statement, made by [`sql!`](crate::sql) from a literal.
///
/// A literal cannot carry a visitor's text, so a statement cannot be injected into; and because every
/// statement is known from the start, a test can prepare all of them on both engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    sqlite: &'static str,
    postgres: &'static str,
    place: Place,
}

/// Where a statement stands in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The source file, as the compiler was given it.
    pub file: &'static str,
    /// The line of the `sql!`, counted from 1.
    pub line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

inventory::collect!(Statement);

/// Every statement of every linked crate, in no particular order.
pub fn statements() -> impl Iterator<Item = Statement> {
    inventory::iter::<Statement>.into_iter().copied()
}

impl Statement {
    /// Used by [`sql!`](crate::sql) and [`differs!`](crate::differs); call those, so that the statement is registered.
    #[doc(hidden)]
    pub const fn new(sqlite: &'static str, postgres: &'static str, file: &'static str, line: u32) -> Self {
        Self {
            sqlite,
            postgres,
            place: Place { file, line },
        }
    }

    /// The text as it was written for this engine, lists not yet expanded.
    pub fn text(self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }

    /// Where it is written.
    pub fn place(self) -> Place {
        self.place
    }

    /// The text with every list (`$2..`) as if it held one value: what a test can prepare without arguments.
    pub fn preparable(self, engine: Engine) -> Cow<'static, str> {
        let text = self.text(engine);
        if list_marks(text).is_empty() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(rewrite(text, |number, out| {
            out.push('$');
            out.push_str(&number.to_string());
        }))
    }
}

/// Writes a statement: `sql!("select name from people where id = $1")`.
///
/// * The text must be a literal; placeholders are `$1`, `$2`, … on both engines.
/// * A list is written `in ($2..)`: argument 2 is then a list (see [`Arg`]) and is expanded on running. An empty
///   list is allowed: nothing is in it.
/// * The statement is registered with its file and line, see [`statements`].
#[macro_export]
macro_rules! sql {
    ($text:literal) => {{
        const STATEMENT: $crate::Statement = $crate::Statement::new($text, $text, file!(), line!());
        $crate::inventory::submit! { STATEMENT }
        STATEMENT
    }};
}

/// Writes a statement that differs per engine. For full-text search only: everything else is written once, with
/// [`sql!`](crate::sql). Each text is prepared on its own engine.
#[macro_export]
macro_rules! differs {
    (sqlite: $sqlite:literal, postgres: $postgres:literal $(,)?) => {{
        const STATEMENT: $crate::Statement = $crate::Statement::new($sqlite, $postgres, file!(), line!());
        $crate::inventory::submit! { STATEMENT }
        STATEMENT
    }};
}

/// A text and its arguments after the lists are written out.
pub(crate) struct Expanded<'a> {
    pub(crate) text: Cow<'static, str>,
    pub(crate) args: Cow<'a, [Arg<'a>]>,
}

/// Writes lists out as single placeholders. The first value of a list keeps the list's number, the others get
/// numbers after the last argument, so that no other placeholder moves.
pub(crate) fn expand<'a>(
    statement: Statement,
    engine: Engine,
    args: &'a [Arg<'a>],
) -> Result<Expanded<'a>, Error> {
    let text = statement.text(engine);
    let marked = list_marks(text);
    check_lists(statement, &marked, args)?;
    if marked.is_empty() {
        return Ok(Expanded {
            text: Cow::Borrowed(text),
            args: Cow::Borrowed(args),
        });
    }
    let mut flat: Vec<Arg<'a>> = args.iter().map(Arg::first_of_list).collect();
    let mut places: Vec<Vec<usize>> = Vec::with_capacity(args.len());
    for (index, arg) in args.iter().enumerate() {
        let mut numbers = vec![index + 1];
        for value in arg.rest_of_list() {
            flat.push(value);
            numbers.push(flat.len());
        }
        places.push(numbers);
    }
    let text = rewrite(text, |number, out| write_list(number, args, &places, out));
    Ok(Expanded {
        text: Cow::Owned(text),
        args: Cow::Owned(flat),
    })
}

/// A list in the arguments must be a list in the text, and the other way round.
fn check_lists(statement: Statement, marked: &[usize], args: &[Arg<'_>]) -> Result<(), Error> {
    let wrong = |problem: String| {
        Err(Error::WrongArgument {
            place: statement.place(),
            problem,
        })
    };
    for number in marked {
        if !args.get(number - 1).is_some_and(Arg::is_list) {
            return wrong(format!(
                "the text has the list ${number}.., but argument {number} is not a list"
            ));
        }
    }
    for (index, arg) in args.iter().enumerate() {
        let number = index + 1;
        if arg.is_list() && !marked.contains(&number) {
            return wrong(format!(
                "argument {number} is a list; write `in (${number}..)` in the text"
            ));
        }
    }
    Ok(())
}

fn write_list(number: usize, args: &[Arg<'_>], places: &[Vec<usize>], out: &mut String) {
    let Some((arg, numbers)) = args.get(number - 1).zip(places.get(number - 1)) else {
        return;
    };
    if arg.is_empty_list() {
        // An empty `in ()` is a syntax error on PostgreSQL, and `in (null)` would make `not in` unknown. The cast
        // gives the empty result the list's type.
        let empty = format!("select cast(${number} as {}) where 1 = 0", arg.sql_type());
        out.push_str(&empty);
        return;
    }
    for (index, placeholder) in numbers.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        out.push('$');
        out.push_str(&placeholder.to_string());
    }
}

/// The numbers of the list placeholders, each once.
fn list_marks(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    if text.contains("..") {
        rewrite(text, |number, _| {
            if !found.contains(&number) {
                found.push(number);
            }
        });
    }
    found
}

/// Copies the text and lets `write` replace each `$n..` outside quotes.
fn rewrite(text: &str, mut write: impl FnMut(usize, &mut String)) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    let mut quoted = false;
    while let Some(next) = rest.chars().next() {
        if next == '\'' {
            quoted = !quoted;
        }
        if let Some((number, after)) = list_mark(rest).filter(|_| !quoted) {
            write(number, &mut out);
            rest = after;
        } else {
            out.push(next);
            rest = rest.get(next.len_utf8()..).unwrap_or_default();
        }
    }
    out
}

/// Reads `$12..` at the start of `text`: the number and what follows.
fn list_mark(text: &str) -> Option<(usize, &str)> {
    let digits = text.strip_prefix('$')?;
    let end = digits.find(|c: char| !c.is_ascii_digit())?;
    let (number, after) = digits.split_at(end);
    let after = after.strip_prefix("..")?;
    let number: usize = number.parse().ok()?;
    (number > 0).then_some((number, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(text: &'static str, args: &[Arg<'_>]) -> (String, usize) {
        let statement = Statement::new(text, text, "here.rs", 1);
        let expanded = expand(statement, Engine::Sqlite, args).unwrap();
        (expanded.text.into_owned(), expanded.args.len())
    }

    #[test]
    fn a_list_keeps_its_neighbours_and_grows_to_a_power_of_two() {
        let (text, count) = expanded(
            "select 1 where a = $1 and b in ($2..) and c = $3",
            crate::args!["a", Arg::ints([7, 8, 9]), "c"],
        );
        assert_eq!(text, "select 1 where a = $1 and b in ($2, $4, $5, $6) and c = $3");
        assert_eq!(count, 6);
    }

    #[test]
    fn an_empty_list_becomes_an_empty_result_of_its_type() {
        let (text, count) = expanded("select 1 where b not in ($1..)", crate::args![Arg::ints([])]);
        assert_eq!(
            text,
            "select 1 where b not in (select cast($1 as bigint) where 1 = 0)"
        );
        assert_eq!(count, 1);
    }

    #[test]
    fn a_mark_inside_quotes_is_text() {
        let (text, _) = expanded("select '$1..' where b in ($1..)", crate::args![Arg::texts(["x"])]);
        assert_eq!(text, "select '$1..' where b in ($1)");
    }

    #[test]
    fn a_list_without_marks_and_marks_without_a_list_are_refused() {
        let plain = Statement::new("select $1", "select $1", "here.rs", 3);
        let list = Statement::new("select 1 in ($1..)", "select 1 in ($1..)", "here.rs", 4);
        let error = expand(plain, Engine::Sqlite, crate::args![Arg::ints([1])])
            .err()
            .unwrap();
        assert!(error.to_string().contains("here.rs:3"), "{error}");
        let error = expand(list, Engine::Sqlite, crate::args![1_i64]).err().unwrap();
        assert!(error.to_string().contains("not a list"), "{error}");
    }

    #[test]
    fn a_statement_differs_only_where_it_says_so() {
        let statement = crate::differs!(sqlite: "select 'sqlite'", postgres: "select 'postgres'");
        assert_eq!(statement.text(Engine::Sqlite), "select 'sqlite'");
        assert_eq!(statement.text(Engine::Postgres), "select 'postgres'");
        assert!(statements().any(|known| known == statement));
    }
}
