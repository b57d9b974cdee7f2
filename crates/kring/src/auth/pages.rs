//! Handlers of the auth slice.

use std::convert::Infallible;

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::codes::{self, Code};
use super::store::{Asked, Fresh};
use super::token::Token;
use super::{Arrival, Carried, Person, rules, store, views};
use crate::app::App;
use crate::error::Answer;
use crate::id::{PersonId, SignInId};
use crate::people;
use crate::web::{Form, Html, Network, Path, Query, Visitor, cookie};

/// Where somebody wanted to go.
#[derive(Deserialize)]
pub(super) struct Wish {
    #[serde(default)]
    next: String,
}

/// The page with one field: a mail address.
pub(super) async fn door(
    State(app): State<App>,
    visitor: Visitor,
    Query(wish): Query<Wish>,
) -> Result<Html, Answer> {
    let goal = rules::goal(&wish.next);
    Ok(views::door(&visitor, &way(&app)?, goal, "", None))
}

fn way(app: &App) -> Result<views::Way, Answer> {
    Ok(match (&app.demo, &app.mailer) {
        // Its mailbox is open to everybody, so a code would prove nothing there.
        (Some(_), _) if app.config.mail.is_none() => views::Way::Demo,
        (_, Some(_)) => views::Way::Mail(Token::fresh(&app.ids)?),
        (Some(_), None) => views::Way::Demo,
        (None, None) => views::Way::Closed,
    })
}

/// An address, and where to go afterwards.
#[derive(Deserialize)]
pub(super) struct Ask {
    #[serde(default)]
    mail: String,
    #[serde(default)]
    next: String,
    #[serde(default)]
    key: String,
}

/// Sends a code, or does the same without sending one when nobody has the address.
pub(super) async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Network(network): Network,
    Form(form): Form<Ask>,
) -> Result<Response, Answer> {
    let next = rules::goal(&form.next);
    if app.mailer.is_none() {
        return Err(Answer::Invalid(views::door(
            &visitor,
            &way(&app)?,
            next,
            "",
            None,
        )));
    }
    let address = people::folded(&form.mail);
    if !people::is_address(&address) {
        let problem = visitor.words().auth_mail_wrong();
        let page = views::door(&visitor, &way(&app)?, next, &form.mail, Some(&problem));
        return Err(Answer::Invalid(page));
    }
    app.limits.count(&rules::ASKS_OF_NETWORK, &network)?;
    app.limits.count(&rules::ASKS_FOR_ADDRESS, &address)?;
    app.limits.count(&rules::ASKS_FOR_ADDRESS_A_DAY, &address)?;
    let asking = codes::Ask {
        language: visitor.language,
        address: &address,
        next,
        key: Token::parse(&form.key),
    };
    let browser = codes::ask(&app, &asking).await?;
    let https = app.config.is_https();
    let cookie = rules::code_cookie(https, &browser.to_string(), rules::CODE_LIFE.as_secs());
    go(&[cookie], "/sign-in/code")
}

/// The secret of a browser that asked for a code, if it did.
pub(super) struct Asking(Option<Token>);

impl FromRequestParts<App> for Asking {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self(asking(&parts.headers, app)))
    }
}

fn asking(headers: &HeaderMap, app: &App) -> Option<Token> {
    cookie(headers, rules::code_cookie_name(app.config.is_https())).and_then(Token::parse)
}

/// The page on which the code is typed.
pub(super) async fn code(
    State(app): State<App>,
    visitor: Visitor,
    Asking(browser): Asking,
) -> Result<Response, Answer> {
    match asked(&app, browser.as_ref()).await? {
        Some(asked) => Ok(views::code(&visitor, Some(&asked), None).into_response()),
        None => Ok(Redirect::to("/sign-in").into_response()),
    }
}

async fn asked(app: &App, browser: Option<&Token>) -> Result<Option<Asked>, Answer> {
    let Some(hash) = browser.map(Token::hash) else {
        return Ok(None);
    };
    let found = app.db.read(move |tx| store::find_asked(tx, &hash)).await;
    Ok(found.context("finding who asked for a code")?)
}

/// What was typed.
#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    code: String,
}

/// Tries a code. Wrong, old, used, tried too often, from another browser: there is one answer.
pub(super) async fn try_code(
    State(app): State<App>,
    visitor: Visitor,
    arrival: Arrival,
    Network(network): Network,
    Asking(browser): Asking,
    Form(typed): Form<Typed>,
) -> Result<Response, Answer> {
    app.limits.count(&rules::TRIES_OF_NETWORK, &network)?;
    let entered = match (&browser, Code::parse(&typed.code)) {
        (Some(browser), Some(code)) => compare(&app, browser, &code).await?,
        _ => None,
    };
    let Some((person, next)) = entered else {
        let asked = asked(&app, browser.as_ref()).await?;
        let page = views::code(&visitor, asked.as_ref(), Some(&typed.code));
        return Err(Answer::Invalid(page));
    };
    enter(&app, arrival, person, rules::goal(&next)).await
}

/// Counts the try, and uses the code up when it is the right one.
async fn compare(app: &App, browser: &Token, code: &Code) -> Result<Option<(PersonId, String)>, Answer> {
    let (hash, code) = (browser.hash(), code.hash(browser)?);
    let now = app.clock.now().as_microsecond();
    let entered = app.db.write(move |tx| {
        let Some(tried) = store::try_code(tx, &hash, now)? else {
            return Ok(None);
        };
        if tried.code_hash != code {
            return Ok(None);
        }
        store::end_code(tx, &tried.id, now)?;
        Ok::<_, ::store::Error>(tried.person_id.map(|person| (person, tried.next)))
    });
    Ok(entered.await.context("trying a code")?)
}

/// The page with the button. It does not look at the token: the answer is the same for every link.
pub(super) async fn offer(visitor: Visitor, Path(token): Path<String>) -> Html {
    views::offer(&visitor, &token)
}

/// The button was pressed. Unknown, used and expired links get the same answer.
pub(super) async fn accept(
    State(app): State<App>,
    visitor: Visitor,
    arrival: Arrival,
    Network(network): Network,
    Path(token): Path<String>,
) -> Result<Response, Answer> {
    app.limits.count(&rules::TRIES_OF_NETWORK, &network)?;
    let way = way(&app)?;
    let refused = || Answer::Invalid(views::refused(&visitor, &way));
    let hash = Token::parse(&token).ok_or_else(refused)?.hash();
    let now = app.clock.now().as_microsecond();
    let (person, next) = app
        .db
        .write(move |tx| store::use_link(tx, &hash, now))
        .await
        .context("using a sign-in link")?
        .ok_or_else(refused)?;
    enter(&app, arrival, person, rules::goal(&next)).await
}

/// Signs a person in on this device and goes to a page of ours. The sign-in this browser had before ends.
pub(crate) async fn enter(
    app: &App,
    arrival: Arrival,
    person: PersonId,
    to: &str,
) -> Result<Response, Answer> {
    let token = Token::fresh(&app.ids)?;
    let now = app.clock.now();
    let expires = now
        .checked_add(rules::SIGN_IN_LIFE)
        .context("counting the days of a sign-in")?;
    let fresh = Fresh {
        id: SignInId(app.ids.id(now).context("making an id")?),
        hash: token.hash(),
        person,
        device: arrival.device,
        now: now.as_microsecond(),
        expires: expires.as_microsecond(),
        day: rules::day(now),
    };
    let before = arrival.before.map(|token| token.hash());
    app.db
        .write(move |tx| {
            if let Some(before) = &before {
                store::end_carried(tx, before)?;
            }
            store::add_sign_in(tx, &fresh)
        })
        .await
        .context("keeping a sign-in")?;
    let https = app.config.is_https();
    let seconds = rules::SIGN_IN_LIFE.as_secs();
    let cookies = [
        rules::cookie(https, &token.to_string(), seconds),
        rules::code_cookie(https, "", 0),
    ];
    go(&cookies, to)
}

/// Signs out on this device. Doing it twice is fine.
pub(super) async fn leave(State(app): State<App>, Carried(token): Carried) -> Result<Response, Answer> {
    if let Some(token) = token {
        let hash = token.hash();
        app.db
            .write(move |tx| store::end_carried(tx, &hash))
            .await
            .context("signing out")?;
    }
    go(&[rules::cookie(app.config.is_https(), "", 0)], "/")
}

/// Where somebody is signed in.
pub(super) async fn devices(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
) -> Result<Html, Answer> {
    let (person, now) = (me.person.clone(), app.clock.now());
    let oldest = rules::oldest_day(now);
    let places = app
        .db
        .read(move |tx| store::places(tx, &person, now.as_microsecond(), &oldest))
        .await
        .context("finding where somebody is signed in")?;
    Ok(views::devices(&visitor, &me.sign_in, &places))
}

/// Signs out on one device. One that is signed out already, or is somebody else's, changes nothing and looks the same.
pub(super) async fn end_one(
    State(app): State<App>,
    Person(me): Person,
    Path(sign_in): Path<SignInId>,
) -> Result<Response, Answer> {
    let is_here = sign_in == me.sign_in;
    app.db
        .write(move |tx| store::end_one(tx, &sign_in, &me.person))
        .await
        .context("signing out on a device")?;
    if is_here {
        go(&[rules::cookie(app.config.is_https(), "", 0)], "/")
    } else {
        go(&[], "/my/devices")
    }
}

/// Signs out everywhere, here too.
pub(super) async fn end_everywhere(State(app): State<App>, Person(me): Person) -> Result<Response, Answer> {
    app.db
        .write(move |tx| store::end_all(tx, &me.person))
        .await
        .context("signing out everywhere")?;
    go(&[rules::cookie(app.config.is_https(), "", 0)], "/")
}

fn go(cookies: &[String], to: &str) -> Result<Response, Answer> {
    let to = HeaderValue::from_str(to).context("writing where to go")?;
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
    for cookie in cookies {
        let cookie = HeaderValue::from_str(cookie).context("writing a cookie")?;
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
