//! What can be counted of a whole programme: where every group stands, for its organisers.
//!
//! Nothing here was said in a meeting, and no case is counted: what people thought of a meeting is the work of `evaluations`.

mod pages;
mod rules;
mod store;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::id::{GroupId, MeetingId};

/// The overview of a programme.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/programmes/{id}/overview", get(pages::overview))
}

/// Who is in a group now.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// How often a group meets, or an open programme. Moments are microseconds since 1970, UTC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rhythm {
    /// `None` for open meetings.
    group_id: Option<GroupId>,
    held: i64,
    /// Made known, and not over yet.
    coming: i64,
    /// Made known and over for a day, without anybody having closed them.
    left_open: i64,
    last_at: Option<i64>,
    next_at: Option<i64>,
}
from_row!(Rhythm {
    group_id,
    held,
    coming,
    left_open,
    last_at,
    next_at
});

/// Who came to the meetings of a group that were held. Speakers are not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Turnout {
    /// `None` for open meetings.
    group_id: Option<GroupId>,
    /// Places on lists.
    listed: i64,
    /// Of these, who was there.
    present: i64,
}
from_row!(Turnout {
    group_id,
    listed,
    present
});

/// How many of something there are.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tally {
    /// `applied`, `waiting`, `offered`, `failed` or `stuck`.
    what: String,
    times: i64,
}
from_row!(Tally { what, times });

/// A meeting that comes soon.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Soon {
    id: MeetingId,
    title: String,
    /// `None` for an open meeting.
    group_name: Option<String>,
    /// Microseconds since 1970, UTC.
    starts_at: i64,
    listed: i64,
    /// Who said that they do not come.
    declined: i64,
}
from_row!(Soon {
    id,
    title,
    group_name,
    starts_at,
    listed,
    declined
});
