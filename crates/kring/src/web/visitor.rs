//! Who is looking: language, theme, and the number of the request.

use std::convert::Infallible;
use std::fmt::Write as _;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use maud::Markup;
use ui::{Crumb, Language, Theme};

use super::{Html, shell};
use crate::app::App;
use crate::id::{PersonId, SignInId};
use crate::words::{Words, words};

/// Cookie with the chosen language.
pub(super) const LANGUAGE_COOKIE: &str = "kring-language";
/// Cookie with the chosen theme.
pub(super) const THEME_COOKIE: &str = "kring-theme";

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Somebody who looks at a page, signed in or not.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// The language they chose, or else the best one their browser asks for.
    pub(crate) language: Language,
    /// Light or dark.
    pub(crate) theme: Theme,
    /// Where they are: path and query, to come back to after a choice.
    pub(crate) here: String,
    /// The number of this request, to find it in the log.
    pub(crate) reference: String,
    /// Who it is, when signed in.
    pub(crate) person: Option<SignedIn>,
}

/// Somebody signed in. The layer of `auth` puts this into a request; nobody else does.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn {
    /// Who.
    pub(crate) person: PersonId,
    /// Their name.
    pub(crate) name: String,
    /// The sign-in of this device.
    pub(crate) sign_in: SignInId,
}

impl Visitor {
    /// Reads what a request tells about its sender.
    pub(super) fn of(headers: &HeaderMap, uri: &Uri, reference: Option<&Reference>) -> Self {
        let chosen = cookie(headers, LANGUAGE_COOKIE).and_then(Language::from_tag);
        let asked = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        Self {
            language: chosen.unwrap_or_else(|| Language::negotiate(asked.unwrap_or_default())),
            theme: cookie(headers, THEME_COOKIE)
                .and_then(Theme::from_code)
                .unwrap_or_default(),
            here: uri
                .path_and_query()
                .map_or_else(|| "/".to_owned(), |here| here.as_str().to_owned()),
            reference: reference.map(|reference| reference.0.clone()).unwrap_or_default(),
            person: None,
        }
    }

    /// The words of the interface in the language of the visitor.
    pub(crate) fn words(&self) -> &'static Words {
        words(self.language)
    }

    /// The language as methods know it.
    pub(crate) const fn speech(&self) -> session::Language {
        match self.language {
            Language::Nl => session::Language::Nl,
            Language::En => session::Language::En,
        }
    }

    /// A whole page: the content in its shell. `trail` leads here from the start page; empty on the start page itself.
    pub(crate) fn page(&self, title: &str, description: Option<&str>, trail: &[Crumb], body: Markup) -> Html {
        shell::page(self, title, description, trail, body).into()
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let mut visitor = Self::of(&parts.headers, &parts.uri, parts.extensions.get());
        visitor.person = parts.extensions.get().cloned();
        Ok(visitor)
    }
}

/// The number of a request: short enough to read out over the telephone.
#[derive(Clone, Debug)]
pub(super) struct Reference(String);

/// Gives every request its number, in the log and in the answer.
pub(super) async fn number(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let reference = Reference(fresh_number(&app));
    request.extensions_mut().insert(reference.clone());
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&reference.0) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

fn fresh_number(app: &App) -> String {
    // Without randomness a request still gets an answer; only finding it in the log becomes harder.
    let bytes = app.ids.secret::<5>().unwrap_or_default();
    bytes.iter().fold(String::new(), |mut text, byte| {
        let written = write!(text, "{byte:02x}");
        debug_assert!(written.is_ok(), "writing into a string cannot fail");
        text
    })
}

/// The value of a cookie.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}
