//! Who stays away: how often each member of a group was there, against the norm of the programme, and a sign to whoever leads when
//! somebody was not there twice in a row.
//!
//! All of it is for whoever leads the group, so that they can ring somebody up. An organiser sees numbers only; see `reports`.

mod letters;
mod pages;
mod rules;
mod store;
mod telling;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::id::{MeetingId, PersonId};

pub(crate) use telling::settle;

/// The page of who was there.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/groups/{id}/turnout", get(pages::show))
}

/// Whether somebody was at a meeting of their group that was held.
#[derive(Clone, Debug)]
struct Mark {
    person_id: PersonId,
    name: String,
    meeting_id: MeetingId,
    /// Microseconds since 1970, UTC.
    starts_at: i64,
    was_there: bool,
}
from_row!(Mark {
    person_id,
    name,
    meeting_id,
    starts_at,
    was_there
});
