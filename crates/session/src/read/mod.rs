//! Reads a method file and names every fault in it at once.
//!
//! The file is walked as a tree that knows its places, instead of being deserialized, because an author who made
//! five mistakes wants to hear about five mistakes, each with its line and what to do about it. Reading never
//! panics; whatever is missing gets a harmless value and a [`Problem`], and a method with problems is never run.

mod fields;
mod head;
mod rules;
mod step;

pub use fields::Problem;

use fields::{Fields, Sink};
use toml::de::DeTable;

use crate::model::Method;

/// Reads one method file.
///
/// # Errors
/// Every fault found, in the order of the file. The list is never empty.
pub fn read(source: &str) -> Result<Method, Vec<Problem>> {
    let sink = Sink::new(source);
    let (document, faults) = DeTable::parse_recoverable(source);
    for fault in faults {
        let span = fault.span().unwrap_or(0..0);
        sink.problem(
            span,
            format!("this is not valid TOML: {}", fault.message()),
            "look at quotes, brackets and commas here",
        );
    }
    if sink.is_clean() {
        let root = Fields::new(&sink, document.get_ref(), 0..0);
        let method = head::method(&root);
        root.finish();
        rules::check(&method, &sink);
        if sink.is_clean() {
            return Ok(method);
        }
    }
    Err(sink.into_problems())
}
