//! What a meeting does: its methods with what may be set in them, and whether people meet or write over days.
//!
//! When and where it is, and who comes, belongs to the meeting. Once its room is open the plan is changed there, by whoever leads.

mod pages;
mod rules;
mod store;
mod views;

use axum::Router;
use axum::routing::get;

use crate::app::App;

/// The plan of a meeting.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/meetings/{id}/plan", get(pages::show).post(pages::save))
}
