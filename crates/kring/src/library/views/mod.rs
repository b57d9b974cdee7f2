//! HTML of the library slice.

mod experience;
pub(super) mod labels;
mod offer;
mod read;
mod returning;
mod search;
mod wishes;
mod write;

pub(super) use experience::Experience;
pub(super) use offer::{Offer, checks, mine, offer};
pub(super) use read::{Read, read, withdrawal};
pub(super) use returning::{Looked, Returning, of_group, returning};
pub(crate) use search::near;
pub(super) use search::{Shown, search};
pub(super) use wishes::{Wishing, wishes};
pub(super) use write::{Sheet, write};

use jiff::Timestamp;
use ui::Crumb;

use crate::web::Visitor;

/// The way back to the library.
fn to_library(visitor: &Visitor) -> Vec<Crumb> {
    let words = visitor.words();
    vec![
        Crumb {
            name: words.shell_my(),
            href: "/my".to_owned(),
        },
        Crumb {
            name: words.library_name(),
            href: "/library".to_owned(),
        },
    ]
}

/// The way back to one's own treated cases.
fn to_mine(visitor: &Visitor) -> Vec<Crumb> {
    let mut trail = to_library(visitor);
    trail.push(Crumb {
        name: visitor.words().library_mine(),
        href: "/library/mine".to_owned(),
    });
    trail
}

/// When something happened.
fn moment(at: i64) -> Timestamp {
    Timestamp::from_microsecond(at).unwrap_or_default()
}
