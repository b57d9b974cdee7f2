//! Handlers of the community slice: who is let in, the threads of a place, and opening one.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::{Problems, locale};

use super::store::{self, Written};
use super::{Place, Thread, rules, views};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::{PersonId, ThreadId};
use crate::web::{Form, Html, LINE, Path, Posted, Query, Reading, TEXT, Visitor};

/// A place before somebody who is in it. For everybody else there is nothing at its addresses.
pub(super) struct Inside {
    pub(super) person: PersonId,
    pub(super) place: Place,
}

/// A thread before somebody who is in its place.
pub(super) struct InThread {
    pub(super) person: PersonId,
    pub(super) place: Place,
    pub(super) thread: Thread,
    /// Closes it, and opens it again.
    pub(super) keeps: bool,
}

/// The part of an address that names the group, programme or thread.
#[derive(Deserialize)]
struct At {
    id: String,
}

/// Which page of many.
#[derive(Deserialize)]
pub(super) struct Turned {
    #[serde(default)]
    pub(super) page: String,
}

/// Who asks, for which id, on which day.
async fn asked(parts: &mut Parts, app: &App) -> Result<(PersonId, String, String), Response> {
    let Person(signed_in) = Person::from_request_parts(parts, app)
        .await
        .map_err(IntoResponse::into_response)?;
    let Path(At { id }) = Path::<At>::from_request_parts(parts, app)
        .await
        .map_err(IntoResponse::into_response)?;
    let today = locale::local(app.clock.now()).date().to_string();
    Ok((signed_in.person, id, today))
}

impl FromRequestParts<App> for Inside {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let (person, id, today) = asked(parts, app).await?;
        let is_group = parts.uri.path().starts_with("/groups/");
        let who = person.clone();
        let found = app
            .db
            .read(move |tx| {
                if is_group {
                    store::group_for(tx, &id, &who, &today)
                } else {
                    store::programme_for(tx, &id, &who, &today)
                }
            })
            .await
            .context("finding where people talk")
            .map_err(|error| Answer::from(error).into_response())?;
        let (place, _) = found.ok_or_else(|| Answer::NotFound.into_response())?;
        Ok(Self { person, place })
    }
}

impl FromRequestParts<App> for InThread {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let (person, id, today) = asked(parts, app).await?;
        let who = person.clone();
        let found = app
            .db
            .read(move |tx| store::thread_for(tx, &ThreadId(id.clone()), &who, &today))
            .await
            .context("finding a thread")
            .map_err(|error| Answer::from(error).into_response())?;
        let (thread, place, keeps) = found.ok_or_else(|| Answer::NotFound.into_response())?;
        Ok(Self {
            person,
            place,
            thread,
            keeps,
        })
    }
}

pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Inside { person, place }: Inside,
    Query(turned): Query<Turned>,
) -> Result<Html, Answer> {
    let loaded = place.clone();
    let (lines, page, count) = app
        .db
        .read(move |tx| {
            let count = store::count(tx, &loaded)?;
            let page = rules::page_asked(&turned.page, 1, count);
            let part = (rules::PAGE, (page - 1) * rules::PAGE);
            Ok::<_, ::store::Error>((store::lines(tx, &loaded, &person, part)?, page, count))
        })
        .await
        .context("loading threads")?;
    Ok(views::list(&visitor, &place, &lines, (page, rules::pages(count))))
}

pub(super) async fn fresh(
    State(app): State<App>,
    visitor: Visitor,
    Inside { place, .. }: Inside,
) -> Result<Html, Answer> {
    let posted = [("key".to_owned(), key(&app)?)].into_iter().collect();
    Ok(views::fresh(&visitor, &place, &posted, &Problems::none()))
}

/// A key for a form, so that pressing twice does once.
pub(super) fn key(app: &App) -> anyhow::Result<String> {
    app.ids.id(app.clock.now()).context("making a key")
}

/// The key that came with a form.
pub(super) fn key_of(posted: &Posted) -> Result<String, Answer> {
    let key = uuid::Uuid::parse_str(posted.text("key")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    Ok(key.to_string())
}

pub(super) async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Inside { person, place }: Inside,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let key = key_of(&posted)?;
    let mut reading = Reading::new(&posted, visitor.words());
    let read = (reading.text("title", LINE), reading.text("text", TEXT));
    let (title, text) = reading
        .done(read)
        .map_err(|problems| Answer::Invalid(views::fresh(&visitor, &place, &posted, &problems)))?;
    let now = app.clock.now();
    let id = ThreadId(app.ids.id(now).context("making an id")?);
    let message = app.ids.id(now).context("making an id")?;
    let opened = app
        .db
        .write(move |tx| {
            let written = Written {
                id: &message,
                form_key: &key,
                author: &person,
                text: &text,
                at: now.as_microsecond(),
            };
            store::open(tx, &id, &place, &title, written)
        })
        .await
        .context("opening a thread")?;
    let (id, _) = opened.ok_or(Answer::Unreadable)?;
    Ok(Redirect::to(&format!("/threads/{id}")))
}
