//! Programmes: what for, for whom, how long, who pays, and which groups or open meetings there are.

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

pub(crate) use pages::Inside;

/// The page of a programme.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/programmes/{id}", get(pages::show))
        .merge(agreements::routes::<Inside>("/programmes/{id}"))
}

/// A programme with the name of the organisation that runs it.
#[derive(Clone, Debug)]
pub(crate) struct Programme {
    pub(crate) id: ProgrammeId,
    /// The name of the organisation that runs it.
    pub(crate) organisation: String,
    pub(crate) name: String,
    /// `groups`, `open` or `trajectory`.
    pub(crate) kind: String,
    pub(crate) goal: String,
    pub(crate) audience: String,
    pub(crate) time_asked: String,
    /// A date, `YYYY-MM-DD`.
    pub(crate) starts_on: String,
    /// A date, `YYYY-MM-DD`.
    pub(crate) ends_on: String,
    pub(crate) funder: Option<String>,
    pub(crate) region: String,
    /// An accent that the style sheet knows.
    pub(crate) accent: String,
    /// Whether its page is there for people who are not signed in.
    pub(crate) is_public: bool,
}
from_row!(Programme {
    id,
    organisation,
    name,
    kind,
    goal,
    audience,
    time_asked,
    starts_on,
    ends_on,
    funder,
    region,
    accent,
    is_public
});

/// A group as its programme lists it.
#[derive(Clone, Debug)]
pub(crate) struct GroupLine {
    pub(crate) id: GroupId,
    pub(crate) name: String,
    /// Members who take part now.
    pub(crate) members: i64,
}
from_row!(GroupLine { id, name, members });

/// What a practice has chosen to change.
#[derive(Clone, Debug)]
pub(crate) struct Intervention {
    /// The name of the practice.
    pub(crate) practice: String,
    pub(crate) title: String,
    /// `chosen`, `started` or `embedded`.
    pub(crate) state: String,
}
from_row!(Intervention {
    practice,
    title,
    state
});
