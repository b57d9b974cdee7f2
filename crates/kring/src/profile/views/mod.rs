//! HTML of the profile slice.

mod data;
mod profile;

use ui::Crumb;

use crate::web::Visitor;

pub(super) use data::data;
pub(super) use profile::{Draft, profile};

/// The way from somebody's own page.
fn trail(visitor: &Visitor) -> Vec<Crumb> {
    vec![Crumb {
        name: visitor.words().shell_my(),
        href: "/my".to_owned(),
    }]
}
