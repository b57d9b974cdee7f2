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
        _ => wait(&response).map_or_else(String::new, |minutes| {
            visitor.words().errors_too_many_wait(minutes)
        }),
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

/// The minutes to wait, rounded up, when somebody has to.
fn wait(response: &Response) -> Option<u64> {
    let seconds = response.headers().get(header::RETRY_AFTER)?.to_str().ok()?;
    Some(seconds.parse::<u64>().ok()?.div_ceil(60))
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

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;
    use crate::app::App;
    use crate::clock::{Clock, Ids};
    use crate::config::{Config, Flags};
    use crate::web::protect;

    /// Calls a handler inside all the protection and returns status, the header, and the page.
    async fn call(handler: Router<App>, wanted: header::HeaderName) -> (StatusCode, Option<String>, String) {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().to_str().unwrap().to_owned();
        let flags = Flags {
            data: Some(data),
            ..Flags::default()
        };
        let config = Config::read("kring.toml", "", &figment::Figment::new(), &flags).unwrap();
        let app = App::open(config, Clock::System, Ids::seeded(7)).await.unwrap();
        let router = protect(handler, &app).with_state(app);
        let request = Request::builder()
            .uri("/it")
            .header(header::ACCEPT_LANGUAGE, "en");
        let response = router
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        let (head, body) = response.into_parts();
        let page = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        let found = head
            .headers
            .get(wanted)
            .map(|value| value.to_str().unwrap().to_owned());
        (head.status, found, page)
    }

    async fn breaks() -> Result<(), Answer> {
        Err(anyhow::anyhow!("the password is geheim")
            .context("loading the meeting")
            .into())
    }

    async fn panics() {
        panic!("Anna typed geheim");
    }

    async fn refuses() -> Result<(), Answer> {
        Err(Answer::Forbidden(|words: &Words| words.find_nothing_text()))
    }

    async fn is_busy() -> Result<(), Answer> {
        Err(Answer::TooMany(90))
    }

    #[tokio::test]
    async fn what_broke_stays_inside_and_the_page_shows_a_code() {
        let number = header::HeaderName::from_static("x-request-id");
        for handler in [get(breaks), get(panics)] {
            let (status, code, page) = call(Router::new().route("/it", handler), number.clone()).await;
            assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
            assert!(page.contains("Something went wrong on our side"), "{page}");
            assert!(
                page.contains(&format!("<code>{}</code>", code.unwrap())),
                "{page}"
            );
            assert!(!page.contains("geheim") && !page.contains("loading"), "{page}");
        }
    }

    #[tokio::test]
    async fn a_refusal_says_what_is_possible() {
        let (status, _, page) = call(Router::new().route("/it", get(refuses)), header::VARY).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        assert!(page.contains("Take a little more time"), "{page}");
    }

    #[tokio::test]
    async fn who_asks_too_often_hears_when_to_come_back() {
        let (status, wait, page) = call(Router::new().route("/it", get(is_busy)), header::RETRY_AFTER).await;
        assert_eq!(
            (status, wait.as_deref()),
            (StatusCode::TOO_MANY_REQUESTS, Some("90"))
        );
        assert!(page.contains("Please wait a moment"), "{page}");
    }
}
