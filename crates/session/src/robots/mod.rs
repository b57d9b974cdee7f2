//! Robots that play a whole session: for rehearsals, for transcripts, and as load.
//!
//! They know nothing but their views: each robot does what its screen offers. A method that robots can play to the end
//! can be played by people.

mod lines;
mod play;
mod transcript;

pub use play::{Cast, Mishaps, Performance, play};
pub use transcript::transcript;
