//! What every page shares: who is looking, the shell, headers, assets and error pages.
//!
//! A handler asks for a [`Visitor`] and answers [`Html`] or an [`Answer`](crate::error::Answer). The layers in
//! [`protect`] stand around all routes; a slice never sets a security header itself.

mod assets;
mod connections;
mod errors;
mod extract;
pub(crate) mod limit;
mod network;
mod posted;
mod preferences;
mod reading;
mod security;
mod sheet;
mod shell;
mod uploaded;
mod visitor;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use maud::Markup;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

use crate::app::App;

pub(crate) use assets::asset;
pub(crate) use connections::serve;
pub(crate) use extract::{Form, Path, Query};
pub use limit::Limits;
pub(crate) use network::Network;
pub(crate) use posted::Posted;
pub(crate) use preferences::own_path;
pub(crate) use reading::{LINE, Reading, TEXT};
pub(crate) use sheet::{as_written, download, download_bytes, download_workbook, sheet};
pub(crate) use shell::print_button;
pub(crate) use uploaded::Uploaded;
pub(crate) use visitor::{SignedIn, Visitor, cookie};

/// A whole page. It depends on the cookies and language of the visitor, so no shared cache may keep it.
#[derive(Debug)]
pub(crate) struct Html(Markup);

impl From<Markup> for Html {
    fn from(page: Markup) -> Self {
        Self(page)
    }
}

impl IntoResponse for Html {
    fn into_response(self) -> Response {
        let headers = [
            (
                header::CONTENT_TYPE,
                HeaderValue::from_static("text/html; charset=utf-8"),
            ),
            (
                header::CACHE_CONTROL,
                HeaderValue::from_static("private, no-cache"),
            ),
            (header::VARY, HeaderValue::from_static("Accept-Language, Cookie")),
        ];
        (headers, self.0.into_string()).into_response()
    }
}

/// The routes that belong to no slice.
pub(crate) fn routes() -> Router<App> {
    assets::routes().merge(preferences::routes())
}

/// Puts the protection around all routes. The last layer added is the first to see a request.
pub(crate) fn protect(router: Router<App>, app: &App) -> Router<App> {
    router
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::custom(errors::panicked))
        .layer(from_fn(errors::pages))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), security::headers))
        .layer(from_fn_with_state(app.clone(), visitor::number))
}
