//! Handlers of the community slice: who is let in, the threads of a place, and opening one.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::{Problems, locale};

use super::letters::Said;
use super::store::{self, Written};
use super::{Place, Thread, rules, telling, views};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::{PersonId, ThreadId};
use crate::web::{Form, Html, LINE, Path, Posted, Query, Reading, SignedIn, TEXT, Visitor};

/// A place before somebody who is in it. For everybody else there is nothing at its addresses.
pub(super) struct Inside {
    pub(super) person: PersonId,
    /// What they are called.
    pub(super) name: String,
    pub(super) place: Place,
    /// Leads the group, or organises the programme.
    pub(super) keeps: bool,
}

/// A thread before somebody who is in its place.
pub(super) struct InThread {
    pub(super) person: PersonId,
    /// What they are called.
    pub(super) name: String,
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
    /// What happened just before.
    #[serde(default)]
    pub(super) saved: String,
}

/// Who asks, for which id, on which day.
async fn asked(parts: &mut Parts, app: &App) -> Result<(SignedIn, String, String), Response> {
    let Person(signed_in) = Person::from_request_parts(parts, app)
        .await
        .map_err(IntoResponse::into_response)?;
    let Path(At { id }) = Path::<At>::from_request_parts(parts, app)
        .await
        .map_err(IntoResponse::into_response)?;
    let today = locale::local(app.clock.now()).date().to_string();
    Ok((signed_in, id, today))
}

impl FromRequestParts<App> for Inside {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let (SignedIn { person, name, .. }, id, today) = asked(parts, app).await?;
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
        let (place, keeps) = found.ok_or_else(|| Answer::NotFound.into_response())?;
        Ok(Self {
            person,
            name,
            place,
            keeps,
        })
    }
}

impl FromRequestParts<App> for InThread {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let (SignedIn { person, name, .. }, id, today) = asked(parts, app).await?;
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
            name,
            place,
            thread,
            keeps,
        })
    }
}

pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Inside { person, place, .. }: Inside,
    Query(turned): Query<Turned>,
) -> Result<Html, Answer> {
    let loaded = place.clone();
    let is_saved = !turned.saved.is_empty();
    let (lines, page, count, manner) = app
        .db
        .read(move |tx| {
            let count = store::count(tx, &loaded)?;
            let page = rules::page_asked(&turned.page, 1, count);
            let part = (rules::PAGE, (page - 1) * rules::PAGE);
            let manner = store::wish(tx, &loaded, &person)?;
            let lines = store::lines(tx, &loaded, &person, part)?;
            Ok::<_, ::store::Error>((lines, page, count, manner))
        })
        .await
        .context("loading threads")?;
    let manner = manner.as_deref().unwrap_or(rules::USUAL);
    let part = (page, rules::pages(count));
    Ok(views::list(&visitor, &place, (&lines, part), (manner, is_saved)))
}

/// How somebody wants to hear of messages.
pub(super) async fn choose(
    State(app): State<App>,
    Inside { person, place, .. }: Inside,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let manner = rules::MANNERS
        .into_iter()
        .find(|manner| *manner == posted.text("manner"));
    let manner = manner.ok_or(Answer::Unreadable)?;
    let here = format!("{}/threads?saved=yes", place.home());
    app.db
        .write(move |tx| store::set_wish(tx, &place, &person, manner))
        .await
        .context("noting how somebody hears of messages")?;
    Ok(Redirect::to(&here))
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
    Inside {
        person, name, place, ..
    }: Inside,
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
    let said = Said {
        title: &title,
        author: &name,
        text: &text,
        thread: &id,
    };
    let telling = telling::tell(&app, &place, (&person, &message), said).await?;
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
            let opened = store::open(tx, &id, &place, &title, written)?;
            if let Some((id, true)) = &opened {
                telling.write(tx, (id, 1), now.as_microsecond())?;
            }
            Ok::<_, ::store::Error>(opened)
        })
        .await
        .context("opening a thread")?;
    let (id, _) = opened.ok_or(Answer::Unreadable)?;
    Ok(Redirect::to(&format!("/threads/{id}")))
}
