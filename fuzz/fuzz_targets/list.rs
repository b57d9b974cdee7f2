//! Any bytes as a list of people: rows or a reason why not, never a panic; and rows that are written down are read as the same rows.
//!
//! calamine 0.38 counts rows without a limit, so with overflow checks a workbook with a row 4294967295 is a panic of its own. The page
//! takes a panic of the reader for a file that cannot be read.
#![no_main]

use libfuzzer_sys::fuzz_target;

// The reader uses nothing else of Kring, so that this target need not carry the whole application.
#[path = "../../crates/kring/src/transfer/book.rs"]
mod book;
#[path = "../../crates/kring/src/transfer/reading.rs"]
mod reading;

fuzz_target!(|bytes: &[u8]| {
    let Ok(rows) = reading::read(bytes) else { return };
    assert!(rows.len() <= reading::MOST_ROWS + 1);
    let again = reading::read(reading::written(&rows).as_bytes()).unwrap_or_default();
    assert!(
        rows.iter()
            .map(|row| &row.cells)
            .eq(again.iter().map(|row| &row.cells))
    );
});
