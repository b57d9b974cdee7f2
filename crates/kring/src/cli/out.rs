//! The one place that prints for the person (or the program) who called a command.

use std::fmt::Display;
use std::io::{self, Write as _};

use serde::Serialize;

/// A line of what was asked for.
pub(crate) fn line(text: impl Display) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{text}")
}

/// A line beside what was asked for: a problem, or what happens now.
pub(crate) fn aside(text: impl Display) -> io::Result<()> {
    writeln!(io::stderr().lock(), "{text}")
}

/// A value for another program.
pub(crate) fn json(value: &impl Serialize) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)
}
