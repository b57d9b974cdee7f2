//! HTML of the methods slice.

mod list;
mod method;
mod overview;
mod step;

pub(super) use list::{Found, list};
pub(super) use method::method;
