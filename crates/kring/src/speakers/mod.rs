//! Somebody who speaks at one meeting: asked by name and mail, with a part and a subject of their own, and gone again after it.
//!
//! They stand on the list of that meeting with the standing of a speaker (`meetings::rules`), so moving, cancelling and reminders reach them like
//! everybody (`calendar`). The link in their mail leads to a page of that meeting and opens nothing else: it is no way to sign in, also
//! when they have an account.

mod inviting;
mod own;
mod pages;
mod rules;
pub(crate) mod store;
mod views;

use ::store::from_row;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::app::App;
use crate::calendar::{Host, Talk};
use crate::id::PersonId;
use crate::papers;

/// Asking somebody, and the page of whoever was asked; `P` gives out the places of open meetings.
pub(crate) fn routes<P: Host>() -> Router<App> {
    Router::new()
        .route("/meetings/{id}/speakers", get(pages::list).post(inviting::invite))
        .route("/meetings/{id}/speakers/change", post(pages::change))
        .route("/meetings/{id}/speakers/withdrawal", post(pages::withdraw))
        .route("/speaker/{token}", get(own::show).post(own::say::<P>))
        .route("/speaker/{token}/entrance", post(own::enter))
        .route(
            "/speaker/{token}/papers",
            post(own::add_paper).layer(DefaultBodyLimit::max(papers::MOST_POSTED)),
        )
        .route("/speaker/{token}/papers/{paper}", get(own::load_down))
        .route("/speaker/{token}/papers/{paper}/removal", post(own::remove_paper))
}

/// Somebody who speaks at a meeting.
#[derive(Clone, Debug)]
struct Speaker {
    person_id: PersonId,
    name: String,
    mail: String,
    /// The code of the language their mails are written in.
    language: String,
    subject: Option<String>,
    /// Minutes after the beginning of the meeting; with `minutes`, or neither.
    from_minute: Option<i64>,
    minutes: Option<i64>,
    version: i64,
    /// `expected`, `declined`, `present` or `absent`.
    state: String,
    /// When they said whether they come; microseconds since 1970, UTC.
    answered_at: Option<i64>,
}
from_row!(Speaker {
    person_id,
    name,
    mail,
    language,
    subject,
    from_minute,
    minutes,
    version,
    state,
    answered_at
});

impl Speaker {
    fn talk(&self) -> Talk {
        Talk {
            subject: self.subject.clone(),
            slot: self.from_minute.zip(self.minutes),
            version: self.version,
        }
    }
}
