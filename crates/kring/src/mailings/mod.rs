//! What an organiser sees of the mails of a programme: what is about to go, to change or stop it, what went to whom, and how each kind
//! of mail reads.
//!
//! Sending is the work of `post`; what a mail says that of the slice it is about. Mails that belong to no programme, such as codes to
//! sign in with, are nobody's to see.

mod pages;
mod rules;
mod store;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// The outbox of a programme.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/programmes/{id}/mailings", get(pages::list))
        .route("/programmes/{id}/mailings/samples", get(pages::samples))
        .route(
            "/programmes/{id}/mailings/{mail}",
            get(pages::one).post(pages::change),
        )
        .route("/programmes/{id}/mailings/{mail}/stop", post(pages::stop))
}

/// A mail that waits.
#[derive(Clone, Debug)]
struct Waiting {
    id: String,
    /// Whom it is for; `None` when that is nobody Kring knows.
    name: Option<String>,
    address: String,
    subject: String,
    text: String,
    /// When it goes, in microseconds since 1970, UTC.
    due_at: i64,
    /// A calendar file goes along.
    has_calendar: bool,
    /// Why it did not go yet.
    problem: Option<String>,
}
from_row!(Waiting {
    id,
    name,
    address,
    subject,
    text,
    due_at,
    has_calendar,
    problem
});

/// A mail that went, or did not.
#[derive(Clone, Debug)]
struct Past {
    name: Option<String>,
    address: String,
    subject: Option<String>,
    /// `sent`, `failed`, `late` or `stopped`.
    outcome: String,
    /// When, in microseconds since 1970, UTC.
    ended_at: i64,
}
from_row!(Past {
    name,
    address,
    subject,
    outcome,
    ended_at
});
