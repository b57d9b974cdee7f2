//! HTML of the groups slice.

mod group;
mod mine;

pub(super) use group::{Inside, Shown, group};
pub(super) use mine::{Mine, mine};
