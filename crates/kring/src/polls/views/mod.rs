//! HTML of the polls slice.

mod answering;
mod choosing;
mod form;

pub(super) use answering::{Form, by_link, poll};
pub(super) use choosing::Chosen;
pub(super) use form::form;
