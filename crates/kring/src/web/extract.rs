//! Reading path, query and form. What cannot be read becomes an answer with a page, never a bare line of text.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::error::Answer;

/// Parts of the path. A part that does not fit its type is an address that does not exist.
pub(crate) struct Path<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Answer;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Answer> {
        let path = axum::extract::Path::from_request_parts(parts, app).await;
        path.map(|axum::extract::Path(value)| Self(value))
            .map_err(|_unreadable| Answer::NotFound)
    }
}

/// The query. Fields are texts with a default, so that a page can show what somebody typed and say what is wrong with it.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Answer;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Answer> {
        let query = axum::extract::Query::from_request_parts(parts, app).await;
        query
            .map(|axum::extract::Query(value)| Self(value))
            .map_err(|_unreadable| Answer::Unreadable)
    }
}

/// A posted form. As with the query, fields are texts; the rules of a slice judge them.
pub(crate) struct Form<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Answer;

    async fn from_request(request: Request, app: &App) -> Result<Self, Answer> {
        let form = axum::extract::Form::from_request(request, app).await;
        form.map(|axum::extract::Form(value)| Self(value))
            .map_err(|_unreadable| Answer::Unreadable)
    }
}
