//! HTML of the placing slice.

mod board;
mod composing;
mod latecomers;
mod people;
mod strengths;

pub(super) use composing::{Sheet, composing, composing_score};
pub(super) use latecomers::{Late, latecomers, latecomers_score};
pub(super) use people::{Shown, newcomer, people};
