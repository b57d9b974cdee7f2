//! Who pays for a programme and may know how it goes: figures of the whole programme on one page, and nothing else.
//!
//! A figure about people is only shown when it covers at least five of them; the statements see to that. No group, no person and
//! no word that was said stands on the page.

mod letters;
mod pages;
mod rules;
mod seats;
pub(crate) mod store;
mod telling;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::id::PersonId;

/// The page with the figures, the same as a sheet, and the list of who may see them.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/programmes/{id}/figures", get(pages::show))
        .route("/programmes/{id}/figures.csv", get(pages::as_sheet))
        .route("/programmes/{id}/sponsors", get(seats::list).post(seats::give))
        .route("/programmes/{id}/sponsors/{person}/ending", post(seats::end))
}

/// Somebody who may see the figures.
#[derive(Clone, Debug)]
struct Seat {
    person_id: PersonId,
    name: String,
    mail: String,
    /// As the organiser wrote it.
    works_for: String,
    /// Microseconds since 1970, UTC.
    since: i64,
}
from_row!(Seat {
    person_id,
    name,
    mail,
    works_for,
    since
});

/// What can be counted of a programme at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Counts {
    /// Groups with somebody in them.
    groups: i64,
    /// People who take part now.
    people: i64,
    /// Organisations and practices in which they work.
    organisations: i64,
    /// Meetings made known and still to come.
    coming: i64,
}
from_row!(Counts {
    groups,
    people,
    organisations,
    coming
});

/// A meeting that was held, with how many were on its list; no list when there were fewer than five.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    /// Microseconds since 1970, UTC.
    starts_at: i64,
    /// Microseconds since 1970, UTC.
    ends_at: i64,
    listed: Option<i64>,
    /// Of these, who was there.
    present: Option<i64>,
}
from_row!(Held {
    starts_at,
    ends_at,
    listed,
    present
});
