//! Groups: who is in one, when it meets, what it talks about. And "Mijn Kring": everything that is a person's own.

mod pages;
pub(crate) mod rules;
pub(crate) mod store;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::get;

use crate::agreements;
use crate::app::App;
use crate::id::{GroupId, ProgrammeId};

pub(crate) use pages::Seen;

/// The page of a group, and the page of one's own.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/my", get(pages::mine))
        .route("/groups/{id}", get(pages::show))
        .merge(agreements::routes::<Seen>("/groups/{id}"))
}

/// A group with the names of where it belongs.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) id: GroupId,
    pub(crate) name: String,
    pub(crate) programme_id: ProgrammeId,
    /// The name of the programme.
    pub(crate) programme: String,
    /// The accent colour of the programme.
    pub(crate) accent: String,
}
from_row!(Group {
    id,
    name,
    programme_id,
    programme,
    accent
});

/// A group or a programme that somebody belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Belonging {
    /// `None` for a role in a whole programme.
    pub(crate) group_id: Option<GroupId>,
    /// The name of the group.
    pub(crate) group_name: Option<String>,
    pub(crate) programme_id: ProgrammeId,
    /// The name of the programme.
    pub(crate) programme: String,
    /// The accent colour of the programme.
    pub(crate) accent: String,
    /// `participant`, `facilitator` or `organiser`, or `sponsor` for who sees figures only.
    pub(crate) role: String,
}
from_row!(Belonging {
    group_id,
    group_name,
    programme_id,
    programme,
    accent,
    role
});

/// What goes on in a group between its meetings.
#[derive(Clone, Debug)]
struct Between {
    /// Messages of others in its threads that somebody has not read.
    unread: i64,
    /// Where its own chat is.
    chat_link: Option<String>,
    /// Cases of others that wait for the check.
    waiting: i64,
    /// Bottlenecks that are being filled or voted on.
    bottlenecks: i64,
}
from_row!(Between {
    unread,
    chat_link,
    waiting,
    bottlenecks
});

/// Somebody in a group.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) job: Option<String>,
    pub(crate) organisation: Option<String>,
    /// `participant` or `facilitator`.
    pub(crate) role: String,
}
from_row!(Member {
    name,
    job,
    organisation,
    role
});

/// Something a group talks about.
#[derive(Clone, Debug)]
pub(crate) struct Topic {
    pub(crate) title: String,
    /// `coming` or `discussed`.
    pub(crate) state: String,
    /// The function of a guest who will speak, or spoke, about it.
    pub(crate) guest: Option<String>,
}
from_row!(Topic { title, state, guest });

/// Whose turn it is in the next meeting.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    /// `case`, `lead` or `notes`.
    pub(crate) duty: String,
    pub(crate) name: String,
    /// When the meeting begins; microseconds since 1970, UTC.
    pub(crate) starts_at: i64,
}
from_row!(Turn {
    duty,
    name,
    starts_at
});
