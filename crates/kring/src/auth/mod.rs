//! Signing in and staying signed in: whoever may read a mailbox may sign in. No passwords.
//!
//! Somebody asks for a mail with a six-digit code and a link ([`codes`]). The code works in the browser that asked, the link on any
//! device; using one uses up both. Whether an address is known shows nowhere: answer and work are the same. An administrator
//! makes links without mail ([`invite`]). Opening a link shows a page with a button and changes nothing, because mail
//! scanners open links and press no buttons.
//!
//! Signing in makes a row in the database and a cookie. [`recognise`] turns the cookie back into a person for every request; a
//! handler that asks for a [`Person`] is only reached by somebody signed in. People see their devices and can end each of
//! them; whatever stays open for long, such as a stream, waits with [`until_ended`] as well, and ends with the sign-in.

mod codes;
mod device;
mod letters;
mod pages;
mod recent;
mod rules;
mod store;
mod token;
mod views;

use std::convert::Infallible;
use std::time::Duration;

use ::store::{Db, Follower, Tx};
use anyhow::Context as _;
use axum::Router;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use jiff::Timestamp;

use crate::app::App;
use crate::clock::Ids;
use crate::error::Answer;
use crate::id::{PersonId, SignInId};
use crate::people;
use crate::web::{SignedIn, cookie};

use device::Device;
pub(crate) use pages::enter;
pub use recent::Recent;
pub(crate) use token::Token;

/// The pages around signing in and out.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(pages::door))
        .route("/sign-in/codes", post(pages::ask))
        .route("/sign-in/code", get(pages::code).post(pages::try_code))
        .route("/sign-in/{token}", get(pages::offer).post(pages::accept))
        .route("/sign-out", post(pages::leave))
        .route("/my/devices", get(pages::devices))
        .route("/my/devices/revocations", post(pages::end_everywhere))
        .route("/my/devices/{sign_in}/revocation", post(pages::end_one))
}

/// Somebody signed in. A request without a sign-in is sent to the page that explains how; it looks the same for every
/// address, so it does not tell what exists.
#[derive(Clone, Debug)]
pub(crate) struct Person(pub(crate) SignedIn);

impl FromRequestParts<App> for Person {
    type Rejection = Redirect;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Redirect> {
        let signed_in = parts.extensions.get::<SignedIn>().cloned();
        signed_in.map(Self).ok_or_else(|| Redirect::to(&way_in(parts)))
    }
}

/// The page to sign in on. It remembers where somebody wanted to go, when that is a page and not a form or a part of one.
fn way_in(parts: &Parts) -> String {
    let accept = parts
        .headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    let is_page = parts.method == Method::GET && accept.is_some_and(|kinds| kinds.contains("text/html"));
    match parts.uri.path_and_query() {
        Some(here) if is_page => format!("/sign-in?next={}", rules::encoded(here.as_str())),
        _ => "/sign-in".to_owned(),
    }
}

/// The token of this sign-in, if the browser sent one.
struct Carried(Option<Token>);

impl FromRequestParts<App> for Carried {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self(carried(&parts.headers, app)))
    }
}

fn carried(headers: &HeaderMap, app: &App) -> Option<Token> {
    cookie(headers, rules::cookie_name(app.config.is_https())).and_then(Token::parse)
}

/// A browser at the door: what it is, and the sign-in it brought along, which ends when somebody signs in again.
pub(crate) struct Arrival {
    device: Device,
    before: Option<Token>,
}

impl FromRequestParts<App> for Arrival {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let agent = parts
            .headers
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok());
        Ok(Self {
            device: Device::of(agent.unwrap_or_default()),
            before: carried(&parts.headers, app),
        })
    }
}

/// A layer around all routes: finds out who is signed in, and notes the day.
pub(crate) async fn recognise(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let found = match carried(&parts.headers, &app) {
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
    if let Some(known) = app.recent.find(&hash, now) {
        return Ok(Some(known));
    }
    let oldest = rules::oldest_day(now);
    let asked = hash.clone();
    let found = app
        .db
        .read(move |tx| store::find_sign_in(tx, &asked, now.as_microsecond(), &oldest))
        .await
        .context("finding a sign-in")?;
    let Some(sign_in) = found else {
        return Ok(None);
    };
    let today = rules::day(now);
    if sign_in.seen_on != today {
        let id = sign_in.id.clone();
        app.db
            .write(move |tx| store::note_day(tx, &id, &today))
            .await
            .context("noting the day of a visit")?;
    }
    let who = SignedIn {
        person: sign_in.person_id,
        name: sign_in.name,
        sign_in: sign_in.id,
    };
    app.recent.put(hash, who.clone(), app.db.bus(), now);
    Ok(Some(who))
}

/// How often [`until_ended`] looks by itself: for a sign-in that ran out, and for wake-ups that got lost.
const LOOK: Duration = Duration::from_mins(5);

/// Waits until a sign-in is over: signed out here, revoked on another device or through another node, or run out. For whatever
/// stays open after its request was let in.
pub(crate) async fn until_ended(app: &App, sign_in: &SignInId) {
    let mut follower = Follower::new(app.db.bus(), &rules::topic(sign_in), 0, LOOK);
    loop {
        let (id, now) = (sign_in.clone(), app.clock.now());
        let oldest = rules::oldest_day(now);
        let lives = app
            .db
            .read(move |tx| store::lives(tx, &id, now.as_microsecond(), &oldest))
            .await;
        match lives {
            Ok(true) => {}
            Ok(false) => return,
            // Nobody is thrown out because the database had a bad moment; the next look decides.
            Err(error) => tracing::warn!("could not look whether a sign-in still lives: {error}"),
        }
        if !follower.wait().await {
            return;
        }
    }
}

/// Tells every node that somebody is called differently from now on, so that no page greets them by their former name.
pub(crate) fn tell_renamed(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp) {
    tx.wake(&rules::name_topic(person), now.as_microsecond());
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use ::store::MIGRATIONS;
    use ::store::testing::TestDb;
    use figment::Figment;
    use tokio::time::timeout;

    use super::*;
    use crate::clock::Clock;
    use crate::config::{Config, Flags};

    fn app(db: &TestDb) -> App {
        let config = Config::read("kring.toml", "", &Figment::new(), &Flags::default()).unwrap();
        let clock = Clock::standing_at("2026-11-23T09:00:00Z".parse().unwrap());
        App::on(Db::clone(db), config, clock, Ids::Random)
    }

    /// Noor, signed in on a device.
    async fn sign_in(app: &App, id: &str) -> SignInId {
        let now = app.clock.now();
        let (micros, day) = (now.as_microsecond(), rules::day(now));
        let id = SignInId(id.to_owned());
        let fresh = store::Fresh {
            id: id.clone(),
            hash: id.0.clone(),
            person: PersonId("noor".to_owned()),
            device: Device::of(""),
            now: micros,
            expires: micros + 60_000_000,
            day,
        };
        let noor = people::Person {
            id: PersonId("noor".to_owned()),
            name: "Noor".to_owned(),
            mail: "noor@voorbeeld.example".to_owned(),
        };
        app.db
            .write(move |tx| {
                if people::store::by_mail(tx, &noor.mail)?.is_none() {
                    people::store::add(tx, &noor, "nl", micros)?;
                }
                store::add_sign_in(tx, &fresh)
            })
            .await
            .unwrap();
        id
    }

    ::store::both_engines! {
        MIGRATIONS;

        async fn what_stays_open_hears_that_its_sign_in_ended(db) {
            let app = app(&db);
            let (phone, laptop) = (sign_in(&app, "phone").await, sign_in(&app, "laptop").await);
            let open = tokio::spawn({
                let (app, phone) = (app.clone(), phone.clone());
                async move { until_ended(&app, &phone).await }
            });
            let other = tokio::spawn({
                let (app, laptop) = (app.clone(), laptop.clone());
                async move { until_ended(&app, &laptop).await }
            });
            app.db
                .write(move |tx| store::end_one(tx, &phone, &PersonId("noor".to_owned())))
                .await
                .unwrap();
            timeout(Duration::from_secs(20), open).await.unwrap().unwrap();
            assert!(!other.is_finished());
            app.db
                .write(|tx| store::end_all(tx, &PersonId("noor".to_owned())))
                .await
                .unwrap();
            timeout(Duration::from_secs(20), other).await.unwrap().unwrap();
        }

        async fn a_sign_in_that_ran_out_or_never_was_is_over_at_once(db) {
            let app = app(&db);
            let phone = sign_in(&app, "phone").await;
            app.clock.advance(jiff::SignedDuration::from_mins(1));
            for gone in [phone, SignInId("never".to_owned())] {
                let over = timeout(Duration::from_secs(20), until_ended(&app, &gone));
                assert!(over.await.is_ok());
            }
        }
    }
}
