//! What a handler answers when it cannot show what was asked for.
//!
//! Expected outcomes are variants that say what happened; everything unexpected is [`Answer::Broken`] with a chain of
//! context. The page itself is made in `web::errors`, which knows the language of the visitor: an answer only carries facts.
//! Details of what broke go to the log under a reference code and never to the page.

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::web::Html;
use crate::words::Words;

/// A reason in the words of the visitor.
pub(crate) type Reason = fn(&Words) -> String;

/// The unhappy outcomes of a request.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Unknown, or not for this visitor: the two look the same.
    NotFound,
    /// Known and visible, but not allowed now; the reason says what is possible.
    Forbidden(Reason),
    /// It was here and has been removed for good.
    Gone,
    /// Somebody else changed it meanwhile; the page shows both and loses nothing.
    Conflict(Html),
    /// Too often; try again after this many seconds.
    TooMany(u32),
    /// The form has problems; the page shows it again with everything that was typed.
    Invalid(Html),
    /// The request cannot be read, so no form of ours sent it.
    Unreadable,
    /// Something unexpected.
    Broken(anyhow::Error),
}

/// What the error page needs to know, carried from the handler to `web::errors` beside the response.
#[derive(Clone, Debug)]
pub(crate) enum Trouble {
    /// A reason to show.
    Refused(Reason),
    /// What to write into the log.
    Broken(Arc<anyhow::Error>),
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND.into_response(),
            Self::Gone => StatusCode::GONE.into_response(),
            Self::Unreadable => StatusCode::BAD_REQUEST.into_response(),
            Self::Conflict(page) => (StatusCode::CONFLICT, page).into_response(),
            Self::Invalid(page) => (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
            Self::TooMany(seconds) => {
                let wait = [(header::RETRY_AFTER, HeaderValue::from(seconds))];
                (StatusCode::TOO_MANY_REQUESTS, wait).into_response()
            }
            Self::Forbidden(reason) => with_trouble(StatusCode::FORBIDDEN, Trouble::Refused(reason)),
            Self::Broken(error) => with_trouble(
                StatusCode::INTERNAL_SERVER_ERROR,
                Trouble::Broken(Arc::new(error)),
            ),
        }
    }
}

fn with_trouble(status: StatusCode, trouble: Trouble) -> Response {
    let mut response = status.into_response();
    response.extensions_mut().insert(trouble);
    response
}

impl From<anyhow::Error> for Answer {
    fn from(error: anyhow::Error) -> Self {
        Self::Broken(error)
    }
}
