//! Handlers of the demo.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::{store, views};
use crate::app::App;
use crate::auth::Arrival;
use crate::error::Answer;
use crate::id::PersonId;
use crate::web::{Form, Html, Visitor};
use crate::{auth, cases};

/// Everybody, to sign in as.
pub(super) async fn choose(State(app): State<App>, visitor: Visitor) -> Result<Html, Answer> {
    let (faces, owner) = app
        .db
        .read(|tx| {
            let mut faces = store::members(tx)?;
            faces.extend(store::guests(tx)?);
            let cases = match store::running(tx)? {
                Some(meeting) => cases::store::of_meeting(tx, &meeting.id)?,
                None => Vec::new(),
            };
            let owner = cases.into_iter().next().map(|case| case.owner_id);
            Ok::<_, ::store::Error>((faces, owner))
        })
        .await
        .context("finding everybody of the demo world")?;
    Ok(views::choose(&visitor, faces, owner.as_ref()))
}

/// Somebody to sign in as.
#[derive(Deserialize)]
pub(super) struct Choice {
    person: PersonId,
}

/// Signs in as somebody, without any proof: it is all invented.
pub(super) async fn enter(
    State(app): State<App>,
    arrival: Arrival,
    Form(Choice { person }): Form<Choice>,
) -> Result<Response, Answer> {
    let wanted = person.clone();
    let exists = app
        .db
        .read(move |tx| store::exists(tx, &wanted))
        .await
        .context("finding somebody of the demo world")?;
    if exists {
        auth::enter(&app, arrival, person, "/my").await
    } else {
        Err(Answer::NotFound)
    }
}
