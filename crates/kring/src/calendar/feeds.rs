//! The list of one's meetings that a calendar subscribes to, and the file of a single one.
//!
//! A calendar asks without signing in, so the address itself is the key: a long one that the person can end. It is shown once,
//! because only its hash is kept.

use anyhow::Context as _;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::SignedDuration;
use paper::calendar::{Method, file};
use ui::locale::AMSTERDAM;

use super::telling::{entry, language};
use super::{store, views};
use crate::app::App;
use crate::auth::{Person, Token};
use crate::error::Answer;
use crate::meetings::Seen;
use crate::web::{Html, Path, Visitor};
use crate::words::words;

/// How far back a list goes: somebody who looks up when the last meeting was finds it.
const BACK: SignedDuration = SignedDuration::from_hours(24 * 100);

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
) -> Result<Html, Answer> {
    let person = signed_in.person;
    let since = app
        .db
        .read(move |tx| store::feed_since(tx, &person))
        .await
        .context("looking whether there is a list")?;
    Ok(views::feed(&visitor, since, None))
}

/// A new address for the list; the old one works no more.
pub(super) async fn renew(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
) -> Result<Html, Answer> {
    let token = Token::fresh(&app.ids)?;
    let (hash, now, person) = (token.hash(), app.clock.now().as_microsecond(), signed_in.person);
    app.db
        .write(move |tx| store::renew_feed(tx, &person, &hash, now))
        .await
        .context("giving a list an address")?;
    let address = format!("{}/calendar/{token}/kring.ics", app.config.address);
    Ok(views::feed(&visitor, Some(now), Some(&address)))
}

pub(super) async fn end(State(app): State<App>, Person(signed_in): Person) -> Result<Redirect, Answer> {
    let person = signed_in.person;
    app.db
        .write(move |tx| store::end_feed(tx, &person))
        .await
        .context("ending a list")?;
    Ok(Redirect::to("/my/calendar"))
}

/// The list itself, for a calendar.
pub(super) async fn list(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Answer> {
    let hash = Token::parse(&token).ok_or(Answer::NotFound)?.hash();
    let now = app.clock.now();
    let from = now.checked_sub(BACK).unwrap_or(now).as_microsecond();
    let found = app
        .db
        .read(move |tx| {
            let Some((person, code)) = store::feed_owner(tx, &hash)? else {
                return Ok(None);
            };
            Ok::<_, ::store::Error>(Some((store::of_person(tx, &person, from)?, code)))
        })
        .await
        .context("loading a list for a calendar")?;
    let (meetings, code) = found.ok_or(Answer::NotFound)?;
    let language = language(&code);
    let entries: Vec<_> = meetings
        .iter()
        .map(|meeting| entry(&app, meeting, language, None))
        .collect();
    let name = words(language).calendar_list_name();
    Ok(calendar(file(Method::Publish, &AMSTERDAM, Some(&name), &entries)))
}

/// One meeting, for who belongs to it.
pub(super) async fn one(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Response, Answer> {
    let id = seen.meeting.id;
    let details = app
        .db
        .read(move |tx| store::details(tx, &id))
        .await
        .context("loading a meeting for a calendar")?
        .ok_or(Answer::NotFound)?;
    let entry = entry(&app, &details, visitor.language, None);
    Ok(calendar(file(Method::Publish, &AMSTERDAM, None, &[entry])))
}

fn calendar(file: String) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/calendar; charset=utf-8"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"kring.ics\""),
        ),
    ];
    (headers, file).into_response()
}
