//! HTML of the meetings slice.

mod agenda;
mod attendance;
mod circle;
mod outcome;
mod page;
mod papers;
mod parts;
mod watching;

pub(crate) use agenda::{agenda, items};
pub(crate) use attendance::{List, attendance, rows};
pub(crate) use circle::circle;
pub(crate) use page::{Shown, page};
pub(crate) use parts::{Said, action_list, invitation, line, moment, place};
