//! Turns facts into paper: certificates, reports, print packs (PDF) and calendar files.
//!
//! Typesetting brings hundreds of crates, so only this crate may know them and it stays out of the everyday build.
//! The door is here so that the house has its shape; the typesetting itself comes with its own issue.
