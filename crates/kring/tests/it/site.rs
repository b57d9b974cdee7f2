//! A Kring of its own for one test: a fresh database, a clock that stands still, and a visitor who asks for pages.

use std::future::Future;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use figment::Figment;
use kring::app::App;
use kring::clock::{Clock, Ids};
use kring::config::{Config, Flags};
use scraper::Html;
use tempfile::TempDir;
use tower::ServiceExt as _;

/// The moment at which every test takes place: a Monday morning in Utrecht.
const NOW: &str = "2026-11-23T09:00:00Z";

pub(crate) struct Site {
    pub(crate) app: App,
    router: Router,
    folder: TempDir,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Site {
    /// With ordinary settings.
    pub(crate) async fn new() -> Self {
        Self::with("").await
    }

    /// With settings as they would stand in `kring.toml`.
    pub(crate) async fn with(settings: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let flags = Flags {
            data: Some(folder.path().to_str().unwrap().to_owned()),
            ..Flags::default()
        };
        let config = Config::read("kring.toml", settings, &Figment::new(), &flags).unwrap();
        let app = App::open(config, Clock::standing_at(NOW.parse().unwrap()), Ids::seeded(1))
            .await
            .unwrap();
        Self {
            router: app.router(),
            app,
            folder,
        }
    }

    /// With the demo world.
    pub(crate) async fn demo() -> Self {
        let site = Self::new().await;
        let app = kring::demo::open(site.app, false).await.unwrap().app;
        Self {
            router: app.router(),
            app,
            folder: site.folder,
        }
    }

    /// Asks for a page in Dutch.
    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.get_with(path, &[(header::ACCEPT_LANGUAGE.as_str(), "nl")])
            .await
    }

    /// Asks for a page in a language.
    pub(crate) async fn get_in(&self, language: &str, path: &str) -> Reply {
        self.get_with(path, &[(header::ACCEPT_LANGUAGE.as_str(), language)])
            .await
    }

    /// Asks for a page with headers of one's own.
    pub(crate) async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.send(request("GET", path, headers, String::new())).await
    }

    /// Sends a form as a browser does from a page of the site itself.
    pub(crate) async fn post(&self, path: &str, form: &str) -> Reply {
        self.post_with(path, form, &[("sec-fetch-site", "same-origin")])
            .await
    }

    /// Sends a form with headers of one's own.
    pub(crate) async fn post_with(&self, path: &str, form: &str, headers: &[(&str, &str)]) -> Reply {
        let mut all = vec![
            ("content-type", "application/x-www-form-urlencoded"),
            ("host", "kring.test"),
        ];
        all.extend_from_slice(headers);
        self.send(request("POST", path, &all, form.to_owned())).await
    }

    async fn send(&self, request: Request<Body>) -> Reply {
        let (head, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Reply {
            status: head.status,
            headers: head.headers,
            body,
        }
    }
}

fn request(method: &str, path: &str, headers: &[(&str, &str)], body: String) -> Request<Body> {
    let builder = Request::builder().method(method).uri(path);
    headers
        .iter()
        .fold(builder, |builder, (name, value)| builder.header(*name, *value))
        .body(body.into())
        .unwrap()
}

impl Reply {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn page(&self) -> Html {
        Html::parse_document(self.text())
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The text of the first element that fits.
    pub(crate) fn first(&self, selector: &str) -> String {
        texts(&self.page(), selector)
            .into_iter()
            .next()
            .unwrap_or_default()
    }
}

/// The texts of all elements that fit, with white space tidied.
pub(crate) fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = scraper::Selector::parse(selector).unwrap();
    let tidy = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector)
        .map(|element| tidy(element.text().collect()))
        .collect()
}

/// Runs a test in a runtime of its own.
pub(crate) fn run<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(test)
}
