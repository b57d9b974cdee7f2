//! What somebody tells about themselves, to see and to change, and what else Kring keeps about them, to see and to take along.
//!
//! The tables of a profile belong to `people`; this slice has the pages. Deleting is not done here.

mod form;
mod kept;
mod pages;
mod store;
mod views;

use axum::Router;
use axum::routing::get;

use crate::app::App;

/// The pages about oneself.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/my/profile", get(pages::show).post(pages::change))
        .route("/my/data", get(pages::data))
        .route("/my/data.json", get(pages::take_along))
}
