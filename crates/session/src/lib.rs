//! Methods of peer consultation as data, and the engine that runs them.
//!
//! Pure: no clock, no random source, no async, no database. Time, ids and seeds come in as arguments, and everything
//! drawn or timed is written into an event, so that a session can be replayed exactly.

pub mod catalogue;
pub mod model;
pub mod read;
pub mod text;

pub use catalogue::Catalogue;
pub use text::{Language, Text};
