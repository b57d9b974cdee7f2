//! Methods of peer consultation as data, and the engine that runs them.
//!
//! A *method* is data ([`model`], read from `methods/*.toml` by [`read`]). A plan of one meeting is worked out into a
//! *script* ([`compile()`]). A *session* is an append-only list of [`event::Recorded`] events. Four functions do the rest:
//!
//! * [`decide()`]: state, request, time -> events, or a [`Refusal`] that says what is possible;
//! * [`State::apply`]: state, event -> state, at the same cost however long the log is;
//! * [`replay()`]: the state after a list of events;
//! * [`view()`]: what exactly somebody may see and do now.
//!
//! Pure: no clock, no random source, no async, no database. Time, ids and seeds come in as arguments, and everything
//! drawn or timed is written into an event, so that a session can be replayed exactly.

mod apply;
pub mod budget;
pub mod catalogue;
pub mod command;
pub mod compile;
pub mod decide;
mod draw;
pub mod event;
pub mod flow;
pub mod ids;
pub mod model;
mod pairing;
pub mod read;
pub mod refusal;
pub mod replay;
pub mod report;
pub mod robots;
pub mod script;
pub mod sight;
pub mod state;
pub mod text;
pub mod touch;
pub mod view;
pub mod wizard;

pub use catalogue::Catalogue;
pub use command::{Actor, Command, Request};
pub use compile::{Plan, compile};
pub use decide::decide;
pub use refusal::Refusal;
pub use replay::replay;
pub use sight::Eyes;
pub use state::State;
pub use text::{Language, Text};
pub use touch::Touched;
pub use view::{View, view};
