//! Who sits in which group: making groups, placing people, moving them, and adding somebody by hand.
//!
//! Who may take part at all is decided in `enrolment`. Whoever is placed is invited to what the group has planned; whoever leaves a
//! group is taken off its list, with the reminders.

mod adding;
mod arranging;
mod arrivals;
mod coaches;
mod composing;
mod latecomers;
mod letters;
mod pages;
mod question;
mod seating;
pub(crate) mod store;
mod telling;
mod version;
mod views;
mod worth;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::id::{GroupId, PersonId};

pub(crate) use seating::{When, join, move_one};
pub(crate) use telling::{Placed, Seated, mail, put_out};

/// The page of people and groups.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/programmes/{id}/people", get(pages::show).post(pages::place))
        .route(
            "/programmes/{id}/people/new",
            get(adding::newcomer).post(adding::add),
        )
        .route("/programmes/{id}/groups", post(pages::make_group))
        .route(
            "/programmes/{id}/composing",
            get(composing::show).post(composing::act),
        )
        .route("/programmes/{id}/composing/score", post(composing::score))
        .route(
            "/programmes/{id}/latecomers",
            get(latecomers::show).post(latecomers::act),
        )
        .route("/programmes/{id}/latecomers/score", post(latecomers::score))
}

/// A group as an organiser counts it.
#[derive(Clone, Debug)]
struct Circle {
    id: GroupId,
    name: String,
    participants: i64,
    facilitators: i64,
}
from_row!(Circle {
    id,
    name,
    participants,
    facilitators
});

/// Where somebody sits.
#[derive(Clone, Debug)]
struct Seat {
    person_id: PersonId,
    /// `None` for somebody who is in the programme and in no group by this.
    group_id: Option<GroupId>,
    group_name: Option<String>,
    /// `participant` or `facilitator`.
    role: String,
}
from_row!(Seat {
    person_id,
    group_id,
    group_name,
    role
});

/// Somebody in the programme, with the first place where they work.
#[derive(Clone, Debug)]
struct Somebody {
    id: PersonId,
    name: String,
    job: Option<String>,
    organisation: Option<String>,
}
from_row!(Somebody {
    id,
    name,
    job,
    organisation
});

/// About whom something is asked.
#[derive(Clone, Copy, Debug)]
enum Whom {
    Everybody,
    InNoGroup,
}

/// A line of how a programme stands: a group with its name, or a seat with who has it and in which group.
#[derive(Clone, Debug)]
struct Standing {
    /// `group`, `participant` or `facilitator`.
    what: String,
    /// The id of the group, or of the person.
    one: String,
    /// The name of the group, or the id of the one they are in; empty for a seat in the programme alone.
    other: String,
}
from_row!(Standing { what, one, other });

/// Something that is known about somebody who takes part.
#[derive(Clone, Debug)]
struct Known {
    person_id: String,
    /// `name`, `group` (an id), `leads` (the name of a group), `function`, `organisation`, `region`, `language`, `since` (a year), `free` (a half-day), or `together` and `apart` (ids
    /// of others).
    what: String,
    value: String,
}
from_row!(Known {
    person_id,
    what,
    value
});
