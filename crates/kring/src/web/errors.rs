//! Error pages: what happened, in the language of the visitor, and a way back.
//!
//! Handlers and layers answer with a bare status; here it becomes a page. So a 404 of the router, a refused form from another
//! site and a panic all look like the rest of Kring.

use std::any::Any;

use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use tower_http::csrf::ProtectionError;

use super::Visitor;
use super::visitor::Reference;
use crate::error::{Answer, Trouble};
use crate::words::Words;

/// Gives every bare error a page. Answers that bring their own page are left alone.
pub(super) async fn pages(request: Request, next: Next) -> Response {
    let mut visitor = Visitor::of(
        request.headers(),
        request.uri(),
        request.extensions().get::<Reference>(),
    );
    let response = next.run(request).await;
    visitor.person = response.extensions().get().cloned();
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || !is_bare(&response) {
        return response;
    }
    let trouble = response.extensions().get::<Trouble>().cloned();
    if status.is_server_error() {
        log(&visitor, status, trouble.as_ref());
    }
    let reason = match (&trouble, response.extensions().get::<ProtectionError>()) {
        (Some(Trouble::Refused(reason)), _) => reason(visitor.words()),
        (_, Some(_)) => visitor.words().errors_foreign_text(),
        _ => String::new(),
    };
    let (mut head, _) = response.into_parts();
    let (title, body) = content(&visitor, status, &reason);
    let page = visitor.page(&title, None, &[], body).into_response();
    head.headers.remove(header::CONTENT_LENGTH);
    for (name, value) in page.headers() {
        head.headers.insert(name, value.clone());
    }
    Response::from_parts(head, page.into_body())
}

/// Whether a response has no page of its own: empty, or the line of plain text with which axum refuses some requests.
fn is_bare(response: &Response) -> bool {
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_none_or(|kind| kind.starts_with("text/plain"))
}

/// Once, with the whole chain, under the number that the page shows.
fn log(visitor: &Visitor, status: StatusCode, trouble: Option<&Trouble>) {
    let reference = visitor.reference.as_str();
    if let Some(Trouble::Broken(error)) = trouble {
        tracing::error!(reference, "a request broke: {error:#}");
    } else {
        tracing::error!(reference, status = status.as_u16(), "a request broke");
    }
}

fn content(visitor: &Visitor, status: StatusCode, reason: &str) -> (String, Markup) {
    let words = visitor.words();
    let (title, text) = explanation(words, status);
    let text = if reason.is_empty() {
        text
    } else {
        reason.to_owned()
    };
    let body = html! {
        section.error-page {
            h1 { (title) }
            p.lead { (text) }
            @if status.is_server_error() {
                p { (words.errors_reference()) " " code { (visitor.reference) } }
            }
            p { (ui::button_link(&words.errors_home(), "/")) }
        }
    };
    (title, body)
}

fn explanation(words: &Words, status: StatusCode) -> (String, String) {
    match status {
        StatusCode::NOT_FOUND => (words.errors_not_found_title(), words.errors_not_found_text()),
        StatusCode::GONE => (words.errors_gone_title(), words.errors_gone_text()),
        StatusCode::FORBIDDEN => (words.errors_forbidden_title(), words.errors_forbidden_text()),
        StatusCode::TOO_MANY_REQUESTS => (words.errors_too_many_title(), words.errors_too_many_text()),
        StatusCode::PAYLOAD_TOO_LARGE => (words.errors_too_large_title(), words.errors_too_large_text()),
        status if status.is_server_error() => (words.errors_broken_title(), words.errors_broken_text()),
        _ => (words.errors_unreadable_title(), words.errors_unreadable_text()),
    }
}

/// A panic becomes an ordinary broken answer. What it says stays out: it may quote what somebody typed. Its place is
/// in the log already, through the hook in `telemetry`.
pub(super) fn panicked(_: Box<dyn Any + Send>) -> Response {
    Answer::Broken(anyhow::anyhow!("the handler panicked")).into_response()
}
