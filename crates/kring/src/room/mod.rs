//! The room: a guided meeting, live on everybody's screen.
//!
//! What may be done and seen is decided by the crate `session`; this slice keeps its log (`log`), holds states in memory (`hub`), turns
//! posted forms into commands (`form`) and sends what changes to open pages (`stream`). Planning a meeting and what is left of it
//! afterwards are the work of `meetings`.
//!
//! Reading a page never changes anything: opening, coming in and everything done inside are forms that are posted.

mod agreeing;
mod audience;
mod caretaker;
mod desk;
mod entrance;
mod follow;
mod form;
mod hub;
mod joining;
mod leading;
mod lines;
mod log;
mod members;
mod outcome;
mod pages;
mod presence;
mod reading;
mod rehearsal;
mod report;
mod rules;
mod seal;
mod store;
mod stream;
mod views;
mod windows;
mod written;

use std::sync::Arc;

use ::session::sight::Eyes;
use ::session::state::{Phase, State};
use anyhow::Context as _;
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jiff::Timestamp;
use serde::Deserialize;
use session::event::Attends;
use session::ids::Seat;
use ui::locale;

use crate::app::App;
use crate::auth::{Person, Token};
use crate::error::Answer;
use crate::guests;
use crate::id::{GuestId, MeetingId, PersonId};
use crate::meetings::rules::standing;
use crate::meetings::{self, Meeting};
use crate::web::{Path, SignedIn};
use crate::words::Words;
use rehearsal::{Mine, Rehearsal};

pub(crate) use caretaker::{keep_sweeping, sweep};
pub use hub::Rooms;
pub(crate) use store::has_opened;
pub(crate) use written::under_way;

/// Everything under a room.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/room/{meeting}", get(pages::show))
        .route("/room/{meeting}/screen", get(pages::screen))
        .route("/room/{meeting}/opening", post(pages::open))
        .route("/room/{meeting}/seat", post(pages::join))
        .route("/room/{meeting}/commands", post(pages::command))
        .route("/room/{meeting}/attendance", get(desk::attendance))
        .route("/room/{meeting}/block", get(desk::block))
        .route("/room/{meeting}/door", post(joining::turn_door))
        .route("/room/{meeting}/guests/{guest}/removal", post(joining::remove))
        .route("/room/{meeting}/report.md", get(report::markdown))
        .route("/room/{meeting}/report.csv", get(report::csv))
        .route("/room/{meeting}/report.json", get(report::json))
        .route("/room/{meeting}/events", get(stream::events))
        .route("/room/{meeting}/screen/events", get(stream::screen_events))
        .route("/room/{meeting}/parts", get(stream::parts))
        .route("/room/{meeting}/screen/parts", get(stream::screen_parts))
        .route("/join", get(joining::ask))
        .route("/join/{code}", get(joining::welcome).post(joining::enter))
        .merge(rehearsal::routes())
}

/// Who somebody in a room is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    /// Somebody with an account.
    Person(PersonId),
    /// Somebody who came by the code of the door, for this meeting only.
    Guest(GuestId),
}

impl Who {
    /// As the session knows them. A guest is marked, so that nobody takes the id for one of a person.
    fn in_session(&self) -> String {
        match self {
            Self::Person(id) => id.0.clone(),
            Self::Guest(id) => format!("{GUEST}{id}"),
        }
    }

    /// The guest whom the session knows by this text.
    fn guest_of(person: &str) -> Option<GuestId> {
        person.strip_prefix(GUEST).map(|id| GuestId(id.to_owned()))
    }
}

const GUEST: &str = "guest/";

/// Somebody who belongs in a room. For anybody else, organisers among them, the room does not exist.
#[derive(Clone, Debug)]
struct Member {
    who: Who,
    /// As the session knows them.
    id: String,
    name: String,
    attends: Attends,
    meeting: Arc<Meeting>,
    /// Set in a rehearsal; its room stands on no meeting.
    rehearsal: Option<Mine>,
}

impl Member {
    fn new(who: Who, name: String, attends: Attends, meeting: Meeting) -> Self {
        Self {
            id: who.in_session(),
            who,
            name,
            attends,
            meeting: Arc::new(meeting),
            rehearsal: None,
        }
    }

    /// Their seat, once they came in.
    fn seat(&self, state: &State) -> Option<Seat> {
        let looks_as = self.rehearsal.as_ref().and_then(|mine| mine.looks_as);
        if let Some(seat) = looks_as.filter(|seat| state.person(*seat).is_some()) {
            return Some(seat);
        }
        let mut people = state.people.iter();
        people.position(|person| person.person == self.id).map(Seat::at)
    }

    /// Their seat, while they are in.
    fn present(&self, state: &State) -> Option<Seat> {
        self.seat(state)
            .filter(|seat| state.person(*seat).is_some_and(|person| person.present))
    }

    /// Whether they may look at the big screen. It shows what the group shares, so before the beginning everybody may, and from
    /// then on whoever is in and has promised what the group promised. It says names: who is not shown any does not see it.
    fn sees_screen(&self, state: &State) -> bool {
        let person = self.seat(state).and_then(|seat| state.person(seat));
        let attends = person.map_or(self.attends, |person| person.attends);
        let is_veiled = state.observers_see_no_names && attends == Attends::Observer;
        let is_before = matches!(state.phase, Phase::Unopened | Phase::Lobby);
        let seat = person.filter(|person| person.present);
        !is_veiled && (is_before || seat.is_some_and(|person| person.accepted))
    }

    /// Whose eyes see the room of this member's page. Who had gone home still finds the report, once it is there.
    fn eyes(&self, state: &State) -> Option<Eyes> {
        let has_report = |seat: &Seat| state.released.as_ref().is_some_and(|to| to.contains(seat));
        let reader = self.seat(state).filter(has_report);
        self.present(state).or(reader).map(Eyes::Seat)
    }
}

/// The meeting in the path of every route of a room.
#[derive(Deserialize)]
struct Place {
    meeting: MeetingId,
}

impl FromRequestParts<App> for Member {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let person = Person::from_request_parts(parts, app).await;
        let pass = guests::pass(&parts.headers, app.config.is_https());
        // Nobody is sent to sign in, whatever the address was.
        let signed_in = match (&person, &pass) {
            (Ok(Person(signed_in)), _) => Some(signed_in.clone()),
            (Err(_), Some(_)) => None,
            (Err(redirect), None) => return Err(redirect.clone().into_response()),
        };
        let Path(Place { meeting }) = Path::<Place>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let now = app.clock.now();
        let key = known_as(signed_in.as_ref(), pass.as_ref());
        if let Some(member) = app.rooms.member(&meeting, &key, now) {
            return Ok(member);
        }
        let found = app
            .db
            .read(move |tx| admit(tx, &meeting, signed_in.as_ref(), pass.as_ref(), now))
            .await
            .context("finding a room")
            .map_err(|error| Answer::from(error).into_response())?;
        match (found, person) {
            (Admission::Member(member), _) => {
                app.rooms.remember(key, &member, now);
                Ok(*member)
            }
            (Admission::Rehearsal(rehearsal), Ok(Person(who))) => Ok(rehearsal.member(parts, app, who)),
            (Admission::Over, _) => Err(Answer::Forbidden(guest_over).into_response()),
            (Admission::Stranger, Ok(_)) => Err(Answer::NotFound.into_response()),
            (Admission::Rehearsal(_) | Admission::Stranger, Err(redirect)) => Err(redirect.into_response()),
        }
    }
}

/// What a browser showed, as a key: for a moment the same is answered with the same.
fn known_as(signed_in: Option<&SignedIn>, pass: Option<&Token>) -> String {
    let person = signed_in.map_or("", |signed_in| signed_in.person.0.as_str());
    format!("{person}/{}", pass.map(Token::hash).unwrap_or_default())
}

/// What the door says to somebody.
enum Admission {
    /// Belongs here.
    Member(Box<Member>),
    /// Rehearses here.
    Rehearsal(Box<Rehearsal>),
    /// Was a guest here, and is not any more.
    Over,
    /// For them there is no such room.
    Stranger,
}

/// Somebody who belongs to a meeting comes as themselves, also with the pass of a guest in the browser.
fn admit(
    tx: &mut ::store::Tx<'_>,
    id: &MeetingId,
    signed_in: Option<&SignedIn>,
    pass: Option<&Token>,
    now: Timestamp,
) -> Result<Admission, ::store::Error> {
    let Some(meeting) = meetings::store::find(tx, id)? else {
        let rehearsal = match signed_in {
            Some(who) => rehearsal::find(tx, id, &who.person, rehearsal::oldest(now))?,
            None => None,
        };
        let found = rehearsal.map(|rehearsal| Admission::Rehearsal(Box::new(rehearsal)));
        return Ok(found.unwrap_or(Admission::Stranger));
    };
    if let Some(signed_in) = signed_in {
        let today = locale::local(now).date().to_string();
        let ties = meetings::store::ties(tx, &meeting, &signed_in.person, &today)?;
        if let Some(attends) = standing(&ties).and_then(rules::attends) {
            let who = Who::Person(signed_in.person.clone());
            let member = Member::new(who, signed_in.name.clone(), attends, meeting);
            return Ok(Admission::Member(Box::new(member)));
        }
    }
    match pass {
        Some(pass) => admit_pass(tx, meeting, &pass.hash(), now),
        None => Ok(Admission::Stranger),
    }
}

/// Somebody without an account: a speaker who came by their own link, or a guest.
fn admit_pass(
    tx: &mut ::store::Tx<'_>,
    meeting: Meeting,
    hash: &str,
    now: Timestamp,
) -> Result<Admission, ::store::Error> {
    let is_over = now >= guests::rules::ends(meeting.ends());
    if let Some((person, name)) = guests::store::speaker_by_pass(tx, hash, &meeting.id)? {
        if is_over {
            return Ok(Admission::Over);
        }
        let member = Member::new(Who::Person(person), name, Attends::Speaker, meeting);
        return Ok(Admission::Member(Box::new(member)));
    }
    Ok(match guests::store::guest_by_pass(tx, hash, &meeting.id)? {
        None => Admission::Stranger,
        Some(guest) if guest.removed_at.is_some() || is_over => Admission::Over,
        Some(guest) => {
            let member = Member::new(Who::Guest(guest.id), guest.name, Attends::Participant, meeting);
            Admission::Member(Box::new(member))
        }
    })
}

fn guest_over(words: &Words) -> String {
    words.guests_over()
}
