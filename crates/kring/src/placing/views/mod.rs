//! HTML of the placing slice.

mod composing;
mod people;

pub(super) use composing::{Answered, Sheet, composing};
pub(super) use people::{Shown, newcomer, people};
