//! Who sits in which group: making groups, placing people, moving them, and adding somebody by hand.
//!
//! Who may take part at all is decided in `enrolment`. Whoever is placed is invited to what the group has planned; whoever leaves a
//! group is taken off its list, with the reminders.

mod adding;
mod composing;
mod letters;
mod pages;
mod question;
mod seating;
pub(crate) mod store;
mod telling;
mod views;

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

/// Something that is known about somebody who is in no group yet.
#[derive(Clone, Debug)]
struct Known {
    person_id: String,
    /// `name`, `function`, `organisation`, `region`, `language`, `since` (a year), `free` (a half-day), or `together` and `apart` (ids
    /// of others).
    what: String,
    value: String,
}
from_row!(Known {
    person_id,
    what,
    value
});
