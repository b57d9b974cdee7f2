//! What does not work in practice, taken apart by a group before a meeting: one effect, its causes under categories, and why, and why
//! again. A vote finds the roots; each of them can become a question on the agenda of a meeting (`cases`), and what came of it there is
//! found again from the cause, and the cause from there.
//!
//! A case that came from a cause has the id of that cause. Organisers see nothing of any of it, but say under which categories
//! groups of their programme look.

mod asking;
mod categories;
mod chain;
mod drawing;
mod growing;
mod listening;
mod making;
mod pages;
mod rules;
pub(crate) mod store;
mod tree;
mod views;
mod voting;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::id::{GroupId, MeetingId, PersonId};
pub(crate) use tree::Spot;

use rules::{Act, Role, State};

/// Diagrams of a group, their causes, and the categories of a programme.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route(
            "/groups/{id}/bottlenecks",
            get(making::of_group).post(making::make),
        )
        .route("/groups/{id}/bottlenecks/new", get(making::new))
        .route("/bottlenecks/{id}", get(pages::show))
        .route("/bottlenecks/{id}/parts", get(listening::parts))
        .route(
            "/bottlenecks/{id}/settings",
            get(making::settings).post(making::set),
        )
        .route("/bottlenecks/{id}/causes", post(growing::add))
        .route("/bottlenecks/{id}/state", post(voting::turn))
        .route("/bottlenecks/{id}/votes", post(voting::vote))
        .route("/causes/{id}", get(chain::show))
        .route("/causes/{id}/text", get(growing::edit).post(growing::rename))
        .route("/causes/{id}/place", post(growing::put))
        .route("/causes/{id}/removal", post(growing::remove))
        .route("/causes/{id}/question", get(asking::ask).post(asking::bring))
        .route("/causes/{id}/actions", post(chain::link))
        .route(
            "/programmes/{id}/categories",
            get(categories::show).post(categories::change),
        )
}

/// A diagram, and what ties whoever asked to its group.
#[derive(Clone, Debug)]
struct Bottleneck {
    id: String,
    group_id: GroupId,
    /// The name of the group.
    group_name: String,
    /// The accent colour of the programme.
    accent: String,
    meeting_id: Option<MeetingId>,
    /// The title of that meeting.
    meeting: Option<String>,
    /// What is wrong, in one sentence.
    effect: String,
    made_by: PersonId,
    is_anonymous: bool,
    shows_counts: bool,
    /// A word of [`State`].
    state: String,
    /// Rises with everything that changes in it.
    version: i64,
    /// Rises when what it is about changes.
    edition: i64,
    /// How often whoever asked takes part in the group today.
    takes_part: i64,
    /// How often they lead it.
    leads: i64,
    /// How many people lead it.
    leaders: i64,
}
from_row!(Bottleneck {
    id,
    group_id,
    group_name,
    accent,
    meeting_id,
    meeting,
    effect,
    made_by,
    is_anonymous,
    shows_counts,
    state,
    version,
    edition,
    takes_part,
    leads,
    leaders
});

impl Bottleneck {
    /// How far it is; in a state that this version does not know nothing can be done.
    fn state(&self) -> State {
        State::from_word(&self.state).unwrap_or(State::Closed)
    }

    /// As what somebody stands before it; `None` for who has nothing to do with its group.
    fn role(&self, person: &PersonId) -> Option<Role> {
        let ties = rules::Ties {
            leads: self.leads > 0,
            takes_part: self.takes_part > 0,
            made_it: self.made_by == *person,
            leaders: self.leaders,
        };
        rules::role(ties)
    }

    fn may(&self, act: Act, role: Role) -> bool {
        rules::may(act, role, self.state(), self.shows_counts)
    }

    /// Where it is.
    fn href(&self) -> String {
        format!("/bottlenecks/{}", self.id)
    }
}

/// Something under which causes are looked for.
#[derive(Clone, Debug)]
struct Category {
    id: String,
    name: String,
}
from_row!(Category { id, name });

/// A cause.
#[derive(Clone, Debug)]
struct Cause {
    id: String,
    /// Of a cause that answers to no other one.
    category_id: Option<String>,
    /// The name of that category.
    category: Option<String>,
    /// The cause it explains.
    parent_id: Option<String>,
    text: String,
    /// `None` when nobody may know.
    author_id: Option<PersonId>,
    /// The name of the author.
    author: Option<String>,
    /// Rises with every change of its text.
    version: i64,
    /// How many people find it a root. Only for who may know.
    votes: i64,
    /// 1 when whoever asked is one of them.
    mine: i64,
    /// The meeting on whose list the question about it stands.
    meeting_id: Option<MeetingId>,
    /// How that case stands: `ready`, `treated` or `spare`.
    case_state: Option<String>,
    /// Who brings it.
    case_owner: Option<PersonId>,
}
from_row!(Cause {
    id,
    category_id,
    category,
    parent_id,
    text,
    author_id,
    author,
    version,
    votes,
    mine,
    meeting_id,
    case_state,
    case_owner
});

impl Cause {
    fn is_by(&self, person: &PersonId) -> bool {
        self.author_id.as_ref() == Some(person)
    }
}

/// A diagram on a list.
#[derive(Clone, Debug)]
struct Line {
    id: String,
    effect: String,
    /// A word of [`State`].
    state: String,
    causes: i64,
    /// Microseconds since 1970, UTC.
    made_at: i64,
}
from_row!(Line {
    id,
    effect,
    state,
    causes,
    made_at
});
