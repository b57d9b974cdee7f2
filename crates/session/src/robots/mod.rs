//! Robots that play a whole session: for rehearsals, for transcripts, and as load.
//!
//! They know nothing but their views: each robot does what its screen offers. A method that robots can play to the end
//! can be played by people. [`play()`] lets them play alone and at once; [`moves()`] says what they would do next beside people.

mod cast;
mod lines;
mod moves;
mod pen;
mod play;
mod transcript;
mod work;

pub use cast::{facilitator, is_robot, needs_owner, newcomer, opening};
pub use moves::{Move, Part, moves, onward, part};
pub use play::{Cast, Mishaps, Performance, play};
pub use transcript::transcript;
