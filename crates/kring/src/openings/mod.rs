//! Open meetings: an organiser plans one with an invitation that may be shared widely, people sign up for it without an account, and
//! whoever comes too late waits for a place.
//!
//! Signing up takes no place: confirming does, with a button behind the link in a mail, because mail scanners open links and anybody
//! can type somebody else's address. Whoever has a place stands on the list of the meeting like everybody else, so calendar, room and
//! certificates know them; moving a meeting and calling it off is the work of `calendar`. Programmes that people apply for are that of
//! `enrolment`.

mod desk;
mod form;
mod front;
mod letters;
mod own;
mod pages;
mod planning;
mod rules;
mod store;
mod views;

use ::store::{Error, Tx, from_row};
use axum::Router;
use axum::routing::{get, post};
use ui::Language;

use crate::app::App;
use crate::id::{MeetingId, PersonId, SignUpId};
use crate::meetings::{Invitation, Meeting};
use crate::people::Addressed;
use crate::programmes::Programme;
use rules::State;

pub(crate) use desk::{Desk, settle};
pub(crate) use letters::samples;

/// Planning, the page of an open meeting, and signing up.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/o/{slug}", get(front::show))
        .route("/o/{slug}/sign-ups", post(front::sign_up))
        .route("/o/{slug}/asked", get(front::asked))
        .route("/sign-ups/{token}", get(own::show))
        .route("/sign-ups/{token}/confirmation", post(own::confirm))
        .route("/sign-ups/{token}/withdrawal", post(own::withdraw))
        .route(
            "/programmes/{id}/openings",
            get(planning::list).post(planning::plan),
        )
        .route("/programmes/{id}/openings/new", get(planning::new))
        .route("/programmes/{id}/openings/{meeting}", get(pages::show))
        .route(
            "/programmes/{id}/openings/{meeting}/invitation",
            get(planning::show).post(planning::change),
        )
        .route(
            "/programmes/{id}/openings/{meeting}/publication",
            post(pages::publish),
        )
        .route("/programmes/{id}/openings/{meeting}/people", post(pages::add))
        .route(
            "/programmes/{id}/openings/{meeting}/people/{sign_up}/removal",
            post(pages::remove),
        )
}

/// Notes that somebody who stands on the list of a meeting signed up for it.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    (id, meeting): (SignUpId, &MeetingId),
    person: &Addressed,
    now: i64,
) -> Result<(), Error> {
    let key = id.0.clone();
    let sign_up = SignUp {
        id,
        meeting_id: meeting.clone(),
        name: person.name.clone(),
        mail: person.mail.clone(),
        organisation: None,
        language: person.language.clone(),
        state: State::Coming,
        position: None,
        person_id: Some(person.id.clone()),
        asked_at: now,
    };
    store::add(tx, &sign_up, &key)?;
    Ok(())
}

/// An open meeting that people sign up for, with everything its pages and mails say.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    meeting: Meeting,
    invitation: Invitation,
    programme: Programme,
}

impl Opening {
    /// The page of its organisers.
    fn desk(&self) -> String {
        format!("/programmes/{}/openings/{}", self.programme.id, self.meeting.id)
    }

    /// Its page for everybody.
    fn front(&self) -> String {
        self.invitation.page().unwrap_or_default()
    }
}

/// That somebody signed up.
#[derive(Clone, Debug)]
struct SignUp {
    id: SignUpId,
    meeting_id: MeetingId,
    name: String,
    mail: String,
    /// Where they work, when they said so.
    organisation: Option<String>,
    /// The code of the language of the mails.
    language: String,
    state: State,
    /// The order of those who wait, the lowest first.
    position: Option<i64>,
    /// Who it became.
    person_id: Option<PersonId>,
    /// Microseconds since 1970, UTC.
    asked_at: i64,
}
from_row!(SignUp {
    id,
    meeting_id,
    name,
    mail,
    organisation,
    language,
    state,
    position,
    person_id,
    asked_at
});

impl SignUp {
    fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or_default()
    }
}

/// Somebody who can lead a meeting.
#[derive(Clone, Debug)]
struct Leader {
    id: PersonId,
    name: String,
}
from_row!(Leader { id, name });
