//! Handlers of the meetings slice.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use ui::locale;

use super::rules::{self, Sight, Standing};
use super::views::{self, Shown};
use super::{Meeting, store};
use crate::app::App;
use crate::auth::Person;
use crate::cases;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::web::{Html, Path, Visitor};

/// A meeting and as what somebody stands before it. For who has nothing to do with it, it does not exist.
pub(super) struct Seen {
    person: PersonId,
    meeting: Meeting,
    standing: Standing,
}

impl FromRequestParts<App> for Seen {
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
            .read(move |tx| {
                let Some(meeting) = store::find(tx, &id)? else {
                    return Ok(None);
                };
                let ties = store::ties(tx, &meeting, &person, &today)?;
                Ok::<_, ::store::Error>(Some((meeting, ties)))
            })
            .await
            .context("finding a meeting")
            .map_err(|error| Answer::from(error).into_response())?;
        let (meeting, ties) = found.ok_or_else(|| Answer::NotFound.into_response())?;
        let standing = rules::standing(&ties)
            .filter(|standing| rules::may(*standing, Sight::Plan))
            .ok_or_else(|| Answer::NotFound.into_response())?;
        Ok(Self {
            person: signed_in.person,
            meeting,
            standing,
        })
    }
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let Seen {
        person,
        meeting,
        standing,
    } = seen;
    let id = meeting.id.clone();
    let viewer = person.clone();
    let (attendants, cases, outcomes, actions) = app
        .db
        .read(move |tx| {
            let cases = cases::store::of_meeting(tx, &id)?;
            let mut outcomes = Vec::new();
            let mut actions = Vec::new();
            if rules::may(standing, Sight::Outcome) {
                let owners: Vec<&PersonId> = cases.iter().map(|case| &case.owner_id).collect();
                outcomes = store::outcomes(tx, &id)?;
                outcomes.retain(|outcome| rules::is_for(outcome, &viewer, &owners));
                actions = store::actions_of_meeting(tx, &id)?;
            }
            let cases = if rules::may(standing, Sight::Cases) {
                cases
            } else {
                Vec::new()
            };
            let attendants = if rules::may(standing, Sight::People) {
                store::attendants(tx, &id)?
            } else {
                Vec::new()
            };
            Ok::<_, ::store::Error>((attendants, cases, outcomes, actions))
        })
        .await
        .context("loading a meeting")?;
    let now = app.clock.now();
    let shown = Shown {
        viewer: &person,
        standing,
        phase: rules::phase(&meeting, now),
        now,
        meeting: &meeting,
        attendants,
        cases,
        outcomes,
        actions,
    };
    Ok(views::page(&visitor, &app.catalogue, &shown))
}
