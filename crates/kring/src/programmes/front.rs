//! The short address of a programme: its page for everybody, and the feed of its open meetings.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};

use super::pages::{self, Seen};
use super::{Programme, events, rules, store};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::PersonId;
use crate::meetings;
use crate::web::{Html, Path, Visitor};

/// A programme that somebody came to by its short address. One that is not there for them does not exist: whoever follows a shared
/// link is not asked to sign in.
pub(crate) struct Front(Seen);

impl Front {
    pub(crate) const fn programme(&self) -> &Programme {
        &self.0.programme
    }

    /// Who it is, when signed in.
    pub(crate) const fn person(&self) -> Option<&PersonId> {
        self.0.person.as_ref()
    }
}

/// The part of the path that leads to a programme.
#[derive(serde::Deserialize)]
struct At {
    slug: String,
}

impl FromRequestParts<App> for Front {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let who = Person::from_request_parts(parts, app).await.ok();
        let person = who.map(|Person(signed_in)| signed_in.person);
        let Path(At { slug }) = Path::<At>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let wanted = slug.clone();
        let leads_to = app
            .db
            .read(move |tx| store::by_address(tx, &wanted))
            .await
            .context("following the address of a programme")
            .map_err(|error| Answer::from(error).into_response())?;
        let id = leads_to.ok_or_else(|| Answer::NotFound.into_response())?;
        let seen = pages::find(app, id, person)
            .await
            .map_err(|error| Answer::from(error).into_response())?
            .ok_or_else(|| Answer::NotFound.into_response())?;
        match &seen.programme.slug {
            Some(now) if *now != slug => Err(moved(parts, &slug, now)),
            _ => Ok(Self(seen)),
        }
    }
}

/// The same page at the present address of its programme.
fn moved(parts: &Parts, before: &str, now: &str) -> Response {
    let rest = parts.uri.path().strip_prefix(&format!("/p/{before}"));
    Redirect::permanent(&format!("/p/{now}{}", rest.unwrap_or_default())).into_response()
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Front(seen): Front,
) -> Result<Html, Answer> {
    pages::page(&app, &visitor, seen, None).await
}

/// The open meetings to come, for a reader of feeds.
pub(super) async fn feed(
    State(app): State<App>,
    visitor: Visitor,
    Front(seen): Front,
) -> Result<Response, Answer> {
    let programme = seen.programme;
    if !programme.is_there_for_all() {
        return Err(Answer::NotFound);
    }
    let id = programme.id.clone();
    let meetings = app
        .db
        .read(move |tx| meetings::store::open_with_invitations(tx, &id))
        .await
        .context("loading the open meetings of a programme")?;
    let coming = rules::coming(&meetings, app.clock.now());
    let feed = events::feed(visitor.language, &app.config.address, &programme, &coming)?;
    let headers = [
        (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::VARY, "Accept-Language, Cookie"),
    ];
    Ok((headers, feed).into_response())
}
