//! Turns facts into paper: calendar files, and later certificates, reports and print packs (PDF).
//!
//! [`calendar`] writes the files that calendars accept, and reads what calendars answer. Typesetting brings hundreds of crates and
//! comes with its own issue.

pub mod calendar;
