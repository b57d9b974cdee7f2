//! HTML of the bottlenecks slice.

mod board;
mod cause;
mod chain;
mod forms;
mod list;
mod outline;
mod svg;

pub(super) use board::{Shown, page, parts};
pub(super) use cause::{Asked, Edited, asking, edit};
pub(super) use chain::{Chained, chain};
pub(super) use forms::{New, Settings, categories, new, settings};
pub(super) use list::list;

use ui::locale::{near_date, time};
use ui::{Choice, Crumb};

use super::pages::{Board, Seen};
use super::tree::{Spot, under};
use super::{Bottleneck, Cause};
use crate::meetings::Meeting;
use crate::web::Visitor;
use crate::words::Words;

/// The way to a diagram.
fn trail(visitor: &Visitor, bottleneck: &Bottleneck) -> Vec<Crumb> {
    vec![
        Crumb {
            name: bottleneck.group_name.clone(),
            href: format!("/groups/{}", bottleneck.group_id),
        },
        Crumb {
            name: visitor.words().bottlenecks_title(),
            href: format!("/groups/{}/bottlenecks", bottleneck.group_id),
        },
    ]
}

/// The way to something of a diagram.
fn trail_inside(visitor: &Visitor, seen: &Seen) -> Vec<Crumb> {
    let mut trail = trail(visitor, &seen.bottleneck);
    trail.push(Crumb {
        name: seen.bottleneck.effect.clone(),
        href: seen.bottleneck.href(),
    });
    trail
}

/// How far it is, in words.
fn state(words: &Words, state: &str) -> String {
    match state {
        "open" => words.bottlenecks_state_open(),
        "voting" => words.bottlenecks_state_voting(),
        _ => words.bottlenecks_state_closed(),
    }
}

/// Meetings to choose from; `none` is what choosing none is called.
fn choices(visitor: &Visitor, meetings: &[Meeting], none: String) -> Vec<Choice> {
    let none = Choice {
        value: String::new(),
        label: none,
    };
    let some = meetings.iter().map(|meeting| {
        let (day, hour) = (
            near_date(visitor.language, meeting.starts()),
            time(visitor.language, meeting.starts()),
        );
        Choice {
            value: meeting.id.0.clone(),
            label: format!("{} · {day}, {hour}", meeting.title),
        }
    });
    std::iter::once(none).chain(some).collect()
}

/// Every spot of a diagram as a choice: categories, and under each its causes, moved in by a dash for each level. Which causes can be
/// chosen says `fits`.
fn spots(board: &Board, fits: impl Fn(&Spot) -> bool) -> Vec<Choice> {
    let mut all = Vec::new();
    for category in &board.categories {
        let spot = Spot::Category(category.id.clone());
        let below = under(&spot, &board.causes);
        if fits(&spot) {
            all.push(Choice {
                value: category.id.clone(),
                label: category.name.clone(),
            });
        }
        for (cause, depth) in below {
            if fits(&Spot::Cause(cause.id.clone())) {
                all.push(Choice {
                    value: cause.id.clone(),
                    label: format!("{} {}", "–".repeat(depth), cause.text),
                });
            }
        }
    }
    all
}

/// The category and the causes above one, for a reader: "Mens › weinig scholing".
fn above(cause: &Cause, causes: &[Cause]) -> String {
    steps_above(cause, causes).join(" › ")
}

/// The one right above it.
fn right_above(cause: &Cause, causes: &[Cause]) -> String {
    steps_above(cause, causes).pop().unwrap_or_default()
}

fn steps_above(cause: &Cause, causes: &[Cause]) -> Vec<String> {
    let path = super::tree::path(&cause.id, causes);
    let category = path.first().and_then(|root| root.category.clone());
    let others = path
        .iter()
        .filter(|one| one.id != cause.id)
        .map(|one| one.text.clone());
    category.into_iter().chain(others).collect()
}
