//! What a group talks about: a list that it keeps itself, of what it discussed and what it still wants to.
//!
//! A topic is a title that may stand in everybody's calendar, never a case: cases are the work of `briefs`. A topic may be attached to a
//! meeting, by hand or when a row of meetings is planned; when that meeting was held, it counts as discussed.

mod pages;
mod rules;
pub(crate) mod store;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};
use jiff::Timestamp;

use crate::app::App;
use crate::id::{GroupId, MeetingId, PersonId};

/// The list of a group, and what is done with one topic.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/groups/{id}/topics", get(pages::list).post(pages::propose))
        .route("/topics/{id}", get(pages::edit).post(pages::change))
        .route("/topics/{id}/place", post(pages::place))
        .route("/topics/{id}/discussion", post(pages::discuss))
        .route("/topics/{id}/removal", post(pages::remove))
}

/// Something a group talks about.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Topic {
    id: String,
    group_id: GroupId,
    title: String,
    /// `coming` or `discussed`.
    state: String,
    /// A guest the group would like to hear about it, as a function.
    guest: Option<String>,
    /// Where it was discussed, or will be.
    meeting_id: Option<MeetingId>,
    /// The title of that meeting.
    meeting: Option<String>,
    /// When that meeting begins; microseconds since 1970, UTC.
    starts_at: Option<i64>,
    /// Where it stands on the list.
    position: i64,
    /// Rises with every change.
    version: i64,
    /// Who proposed it; `None` when nobody knows.
    proposed_by: Option<PersonId>,
    /// Their name.
    proposer: Option<String>,
}
from_row!(Topic {
    id,
    group_id,
    title,
    state,
    guest,
    meeting_id,
    meeting,
    starts_at,
    position,
    version,
    proposed_by,
    proposer
});

impl Topic {
    fn is_coming(&self) -> bool {
        self.state == "coming"
    }
}

/// A meeting of the group that a topic can be attached to.
#[derive(Clone, Debug)]
struct Ahead {
    id: MeetingId,
    title: String,
    /// Microseconds since 1970, UTC.
    starts_at: i64,
}
from_row!(Ahead { id, title, starts_at });

impl Ahead {
    fn starts(&self) -> Timestamp {
        Timestamp::from_microsecond(self.starts_at).unwrap_or_default()
    }
}
