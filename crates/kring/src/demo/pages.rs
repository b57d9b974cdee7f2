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
use crate::post::Letter;
use crate::web::{Form, Html, Path, Visitor, download};
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

/// Everything that was mailed since the start, the newest first.
pub(super) async fn mails(State(app): State<App>, visitor: Visitor) -> Html {
    let mut letters = letters(&app);
    letters.reverse();
    views::mails(&visitor, &letters)
}

/// One mail as its reader has it.
pub(super) async fn mail(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Html, Answer> {
    let letter = find(&app, &id)?;
    Ok(views::mail(&visitor, &letter, &app.config.address))
}

/// The calendar file in a mail.
pub(super) async fn calendar(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Answer> {
    let calendar = find(&app, &id)?.calendar.ok_or(Answer::NotFound)?;
    Ok(download("kring.ics", "text/calendar", calendar.file))
}

fn letters(app: &App) -> Vec<Letter> {
    app.demo
        .as_ref()
        .map(|demo| demo.mailbox.letters())
        .unwrap_or_default()
}

fn find(app: &App, id: &str) -> Result<Letter, Answer> {
    let found = letters(app).into_iter().find(|letter| letter.id == id);
    found.ok_or(Answer::NotFound)
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
