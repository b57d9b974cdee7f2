//! The paper pack: everything to hold a meeting without screens, as one page to print.
//!
//! Agenda with times, a card for each step, a sheet to sign and an evaluation form. A case is never in it: paper gets lost.

mod pages;
mod rules;
mod views;

use axum::Router;
use axum::routing::get;

use crate::app::App;

/// The pack of a meeting, and of a method that nobody has planned yet.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/meetings/{id}/pack", get(pages::of_meeting))
        .route("/methods/{id}/pack", get(pages::of_method))
}
