//! Handlers of the auth slice.

use anyhow::Context as _;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::token::Token;
use super::{Carried, rules, store, views};
use crate::app::App;
use crate::error::Answer;
use crate::id::PersonId;
use crate::web::{Html, Path, Visitor};

/// How to sign in.
pub(super) async fn explain(State(app): State<App>, visitor: Visitor) -> Html {
    views::explain(&visitor, app.demo.is_some())
}

/// The page with the button. It does not look at the token: the answer is the same for every link.
pub(super) async fn offer(visitor: Visitor, Path(token): Path<String>) -> Html {
    views::offer(&visitor, &token)
}

/// The button was pressed. Unknown, used and expired links get the same answer.
pub(super) async fn accept(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Answer> {
    let refused = || Answer::Invalid(views::refused(&visitor));
    let hash = Token::parse(&token).ok_or_else(refused)?.hash();
    let now = app.clock.now().as_microsecond();
    let person = app
        .db
        .write(move |tx| store::use_link(tx, &hash, now))
        .await
        .context("using a sign-in link")?
        .ok_or_else(refused)?;
    enter(&app, person, "/my").await
}

/// Signs a person in on this device and goes to a page of ours.
pub(crate) async fn enter(app: &App, person: PersonId, to: &'static str) -> Result<Response, Answer> {
    let token = Token::fresh(&app.ids)?;
    let hash = token.hash();
    let now = app.clock.now();
    let expires = now
        .checked_add(rules::SIGN_IN_LIFE)
        .context("counting the days of a sign-in")?;
    let day = rules::day(now);
    app.db
        .write(move |tx| {
            let (now, expires) = (now.as_microsecond(), expires.as_microsecond());
            store::add_sign_in(tx, &hash, &person, now, expires, &day)
        })
        .await
        .context("keeping a sign-in")?;
    let seconds = rules::SIGN_IN_LIFE.as_secs();
    go(app, &token.to_string(), seconds, to)
}

/// Signs out on this device. Doing it twice is fine.
pub(super) async fn leave(State(app): State<App>, Carried(token): Carried) -> Result<Response, Answer> {
    if let Some(token) = token {
        let hash = token.hash();
        app.db
            .write(move |tx| store::end_sign_in(tx, &hash))
            .await
            .context("signing out")?;
    }
    go(&app, "", 0, "/")
}

fn go(app: &App, token: &str, seconds: i64, to: &'static str) -> Result<Response, Answer> {
    let cookie = rules::cookie(app.config.is_https(), token, seconds);
    let cookie = HeaderValue::from_str(&cookie).context("writing the cookie")?;
    let headers = [
        (header::SET_COOKIE, cookie),
        (header::LOCATION, HeaderValue::from_static(to)),
    ];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}
