//! Signing in by link: whoever may read a mailbox may sign in. No passwords.
//!
//! A link carries a token of 256 random bits, works once and not for long. Opening it shows a page with a button, because
//! mail scanners open links and press no buttons. The button makes a sign-in: a row in the database and a cookie.
//! [`recognise`] turns the cookie back into a person for every request; a handler that asks for a [`Person`] is only
//! reached by somebody signed in.

mod pages;
mod rules;
mod store;
mod token;
mod views;

use std::convert::Infallible;

use ::store::Db;
use anyhow::Context as _;
use axum::Router;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use jiff::Timestamp;

use crate::app::App;
use crate::clock::Ids;
use crate::error::Answer;
use crate::id::PersonId;
use crate::people;
use crate::web::{SignedIn, cookie};

pub(crate) use pages::enter;
pub(crate) use token::Token;

/// The pages around signing in and out.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(pages::explain))
        .route("/sign-in/{token}", get(pages::offer).post(pages::accept))
        .route("/sign-out", post(pages::leave))
}

/// Somebody signed in. A request without a sign-in is sent to the page that explains how; it looks the same for every
/// address, so it does not tell what exists.
#[derive(Clone, Debug)]
pub(crate) struct Person(pub(crate) SignedIn);

impl FromRequestParts<App> for Person {
    type Rejection = Redirect;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Redirect> {
        let signed_in = parts.extensions.get::<SignedIn>().cloned();
        signed_in.map(Self).ok_or_else(|| Redirect::to("/sign-in"))
    }
}

/// The token of this sign-in, if the browser sent one.
struct Carried(Option<Token>);

impl FromRequestParts<App> for Carried {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let text = cookie(&parts.headers, rules::cookie_name(app.config.is_https()));
        Ok(Self(text.and_then(Token::parse)))
    }
}

/// A layer around all routes: finds out who is signed in, and notes the day.
pub(crate) async fn recognise(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(Carried(token)) = Carried::from_request_parts(&mut parts, &app).await;
    let found = match token {
        Some(token) => person_of(&app, &token).await,
        None => Ok(None),
    };
    match found {
        Ok(Some(person)) => {
            parts.extensions.insert(person.clone());
            let mut response = next.run(Request::from_parts(parts, body)).await;
            // An error page is made outside this layer and shows the same header.
            response.extensions_mut().insert(person);
            response
        }
        Ok(None) => next.run(Request::from_parts(parts, body)).await,
        Err(error) => Answer::Broken(error).into_response(),
    }
}

async fn person_of(app: &App, token: &Token) -> anyhow::Result<Option<SignedIn>> {
    let hash = token.hash();
    let now = app.clock.now();
    let found = {
        let hash = hash.clone();
        app.db
            .read(move |tx| store::find_sign_in(tx, &hash, now.as_microsecond()))
            .await
            .context("finding a sign-in")?
    };
    let Some(sign_in) = found else {
        return Ok(None);
    };
    let today = rules::day(now);
    if sign_in.seen_on != today {
        app.db
            .write(move |tx| store::note_day(tx, &hash, &today))
            .await
            .context("noting the day of a visit")?;
    }
    Ok(Some(SignedIn {
        person: sign_in.person_id,
        name: sign_in.name,
    }))
}

/// Makes a link with which a person may sign in once; returns its path.
///
/// # Errors
/// When there is no randomness or the database does not take it.
pub(crate) async fn link_for(db: &Db, ids: &Ids, now: Timestamp, person: PersonId) -> anyhow::Result<String> {
    let token = Token::fresh(ids)?;
    let hash = token.hash();
    let expires = now
        .checked_add(rules::LINK_LIFE)
        .context("counting the days of a link")?;
    db.write(move |tx| store::add_link(tx, &hash, &person, now.as_microsecond(), expires.as_microsecond()))
        .await
        .context("keeping a sign-in link")?;
    Ok(format!("/sign-in/{token}"))
}

/// What `kring invite` was asked for and cannot do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotInvited {
    /// Nobody has this address, and no name was given to make somebody new.
    #[error("nobody has this address")]
    Unknown,
    /// It is no mail address, so no mail could go there.
    #[error("this is no mail address")]
    NoAddress,
    /// Something unexpected.
    #[error(transparent)]
    Broken(#[from] anyhow::Error),
}

/// A sign-in link for the person with this address. With a name, a person who is not known yet is added.
///
/// # Errors
/// See [`NotInvited`].
pub(crate) async fn invite(
    db: &Db,
    ids: &Ids,
    now: Timestamp,
    mail: &str,
    name: Option<&str>,
) -> Result<String, NotInvited> {
    let mail = people::folded(mail);
    if !people::is_address(&mail) {
        return Err(NotInvited::NoAddress);
    }
    let fresh = match name {
        Some(name) => Some(people::Person {
            id: PersonId(ids.id(now).context("making an id")?),
            name: name.trim().to_owned(),
            mail: mail.clone(),
        }),
        None => None,
    };
    let person = db
        .write(move |tx| {
            if let Some(known) = people::store::by_mail(tx, &mail)? {
                return Ok(Some(known));
            }
            if let Some(person) = &fresh {
                people::store::add(tx, person, "nl", now.as_microsecond())?;
            }
            Ok::<_, ::store::Error>(fresh.clone())
        })
        .await
        .context("looking for the person")?;
    let person = person.ok_or(NotInvited::Unknown)?;
    Ok(link_for(db, ids, now, person.id).await?)
}
