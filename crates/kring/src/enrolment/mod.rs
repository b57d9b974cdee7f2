//! Enrolment: the form of a programme, applying with it, and who gets a place.
//!
//! An organiser makes the form and decides; whoever applies follows it through a personal link, without an account. Being admitted
//! makes somebody a person with a membership; composing groups is the work of `groups`. Everything that people must hear is written
//! into the outbox in the transaction of what happened.

mod admission;
pub(crate) mod answers;
mod applying;
mod building;
mod deciding;
mod form;
mod leaving;
mod letters;
mod questions;
mod rules;
pub(crate) mod store;
mod views;
mod writing;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};
use jiff::SignedDuration;
use ui::Language;

use crate::app::App;
use crate::id::{ApplicationId, PersonId, ProgrammeId};
use crate::places::Manner;
use form::Form;

pub(crate) use deciding::settle_lapsed;
pub(crate) use rules::State;

/// Applying, building the form, and deciding.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/p/{slug}/apply", get(applying::show).post(applying::apply))
        .route("/p/{slug}/applied", get(applying::applied))
        .route("/applications/{token}", get(applying::mine))
        .route("/applications/{token}/withdrawal", post(applying::withdraw))
        .route("/applications/{token}/acceptance", post(applying::accept))
        .route(
            "/programmes/{id}/enrolment",
            get(building::show).post(building::change),
        )
        .route("/programmes/{id}/enrolment/preview", get(building::preview))
        .route(
            "/programmes/{id}/enrolment/questions/{question}",
            get(building::question).post(building::put),
        )
        .route(
            "/programmes/{id}/enrolment/questions/{question}/position",
            post(building::shift),
        )
        .route(
            "/programmes/{id}/enrolment/questions/{question}/removal",
            post(building::remove),
        )
        .route("/programmes/{id}/applications", get(admission::list))
        .route(
            "/programmes/{id}/applications/{application}",
            get(admission::show).post(admission::decide),
        )
        .route(
            "/programmes/{id}/applications/{application}/position",
            post(admission::shift),
        )
        .route(
            "/programmes/{id}/departure",
            get(leaving::show).post(leaving::leave),
        )
}

/// What a programme asks, and how its waiting list goes on.
#[derive(Clone, Debug)]
pub(crate) struct Enrolment {
    form: Form,
    manner: Manner,
    /// Rises with every change.
    version: i64,
}

impl Enrolment {
    /// As it is until an organiser decides otherwise.
    fn usual() -> Self {
        Self {
            form: Form::usual(),
            manner: Manner::Promote,
            version: 0,
        }
    }
}

/// How long a place is kept for somebody, unless an organiser decides otherwise.
const OFFER: SignedDuration = SignedDuration::from_hours(72);

/// Somebody who applies, or applied.
#[derive(Clone, Debug)]
pub(crate) struct Application {
    pub(crate) id: ApplicationId,
    pub(crate) programme_id: ProgrammeId,
    pub(crate) name: String,
    pub(crate) mail: String,
    /// The code of the language of the answer.
    pub(crate) language: String,
    /// What was asked and answered, as JSON.
    pub(crate) answers: String,
    pub(crate) state: State,
    /// The order on the waiting list, the lowest first.
    pub(crate) position: Option<i64>,
    /// Until when a place is kept, in microseconds since 1970, UTC.
    pub(crate) offer_until: Option<i64>,
    /// Who it became.
    pub(crate) person_id: Option<PersonId>,
    /// What the organiser wrote with the decision.
    pub(crate) reason: Option<String>,
    /// Microseconds since 1970, UTC.
    pub(crate) applied_at: i64,
}
from_row!(Application {
    id,
    programme_id,
    name,
    mail,
    language,
    answers,
    state,
    position,
    offer_until,
    person_id,
    reason,
    applied_at
});

impl Application {
    /// What was asked and answered.
    fn answered(&self) -> Vec<answers::Answer> {
        // Written by this slice, and read by it alone.
        serde_json::from_str(&self.answers).unwrap_or_default()
    }

    fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or(Language::Nl)
    }
}
