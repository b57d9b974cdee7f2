//! The room: a guided meeting, live on everybody's screen.
//!
//! What may be done and seen is decided by the crate `session`; this slice keeps its log (`log`), holds states in memory (`hub`), turns
//! posted forms into commands (`form`) and sends what changes to open pages (`stream`). Planning a meeting and what is left of it
//! afterwards are the work of `meetings`.
//!
//! Reading a page never changes anything: opening, coming in and everything done inside are forms that are posted.

mod form;
mod hub;
mod log;
mod pages;
mod rules;
mod store;
mod stream;
mod views;

use ::session::sight::Eyes;
use ::session::state::State;
use anyhow::Context as _;
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use session::event::Attends;
use session::ids::Seat;
use ui::locale;

use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::meetings::rules::{Ties, standing};
use crate::meetings::{self, Meeting};
use crate::web::Path;

pub use hub::Rooms;

/// Everything under a room.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/room/{meeting}", get(pages::show))
        .route("/room/{meeting}/screen", get(pages::screen))
        .route("/room/{meeting}/opening", post(pages::open))
        .route("/room/{meeting}/seat", post(pages::join))
        .route("/room/{meeting}/commands", post(pages::command))
        .route("/room/{meeting}/events", get(stream::events))
        .route("/room/{meeting}/screen/events", get(stream::screen_events))
}

/// Somebody who belongs in a room. For anybody else, organisers among them, the room does not exist.
#[derive(Clone, Debug)]
struct Member {
    person: PersonId,
    name: String,
    attends: Attends,
    meeting: Meeting,
}

impl Member {
    /// Their seat, once they came in.
    fn seat(&self, state: &State) -> Option<Seat> {
        let mut people = state.people.iter();
        people
            .position(|person| person.person == self.person.0)
            .map(Seat::at)
    }

    /// Their seat, while they are in.
    fn present(&self, state: &State) -> Option<Seat> {
        self.seat(state)
            .filter(|seat| state.person(*seat).is_some_and(|person| person.present))
    }

    /// Whose eyes see the room of this member's page.
    fn eyes(&self, state: &State) -> Option<Eyes> {
        self.present(state).map(Eyes::Seat)
    }
}

impl FromRequestParts<App> for Member {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Person(signed_in) = Person::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Path(id) = Path::<MeetingId>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let today = locale::local(app.clock.now()).date().to_string();
        let person = signed_in.person.clone();
        let found = app
            .db
            .read(move |tx| member(tx, &id, &person, &today))
            .await
            .context("finding a room")
            .map_err(|error| Answer::from(error).into_response())?;
        let (meeting, ties) = found.ok_or_else(|| Answer::NotFound.into_response())?;
        let attends = standing(&ties)
            .and_then(rules::attends)
            .ok_or_else(|| Answer::NotFound.into_response())?;
        Ok(Self {
            person: signed_in.person,
            name: signed_in.name,
            attends,
            meeting,
        })
    }
}

fn member(
    tx: &mut ::store::Tx<'_>,
    id: &MeetingId,
    person: &PersonId,
    today: &str,
) -> Result<Option<(Meeting, Ties)>, ::store::Error> {
    let Some(meeting) = meetings::store::find(tx, id)? else {
        return Ok(None);
    };
    let ties = meetings::store::ties(tx, &meeting, person, today)?;
    Ok(Some((meeting, ties)))
}
