//! The methods: which there are, which one fits, and how each goes step by step.
//!
//! This slice shows the catalogue. Running a method is the room's work; what a method is belongs to the crate `session`.

pub(crate) mod labels;
mod pages;
mod picture;
mod plain;
mod rules;
mod timeline;
mod views;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub(crate) use plain::describe;

/// The start page and a page for each method.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(pages::list))
        .route("/methods/{id}", get(pages::show))
}
