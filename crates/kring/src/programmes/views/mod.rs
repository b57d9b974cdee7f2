//! HTML of the programmes slice.

mod list;
mod page;
mod settings;

use ui::Crumb;

use super::Programme;
use crate::web::Visitor;
use crate::words::Words;

pub(super) use list::list;
pub(super) use page::{Shown, page};
pub(super) use settings::{Draft, settings};

/// The way from somebody's own page to a page of the organisers of a programme.
pub(crate) fn trail(visitor: &Visitor, programme: &Programme) -> Vec<Crumb> {
    vec![
        Crumb {
            name: visitor.words().programmes_mine(),
            href: "/programmes".to_owned(),
        },
        Crumb {
            name: programme.name.clone(),
            href: format!("/programmes/{}", programme.id),
        },
    ]
}

/// A kind of programme, in words.
fn kind(words: &Words, kind: &str) -> String {
    match kind {
        "open" => words.programmes_kind_open(),
        "trajectory" => words.programmes_kind_trajectory(),
        _ => words.programmes_kind_groups(),
    }
}

/// How far a programme is, in words.
fn state(words: &Words, state: &str) -> String {
    match state {
        "draft" => words.programmes_state_draft(),
        "closed" => words.programmes_state_closed(),
        "ended" => words.programmes_state_ended(),
        _ => words.programmes_state_open(),
    }
}
