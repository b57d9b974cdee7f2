//! Handlers of somebody's own message: changing it for a while, taking it away at any time.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;
use serde::Deserialize;
use ui::Problems;

use super::pages::InThread;
use super::talking::to_message;
use super::{Message, rules, store, telling, views};
use crate::app::App;
use crate::error::Answer;
use crate::post;
use crate::web::{Form, Html, Path, Posted, Reading, TEXT, Visitor};

/// The message that an address names.
#[derive(Deserialize)]
pub(super) struct Which {
    message: String,
}

/// A message of one's own.
async fn find_own(
    app: &App,
    inside: &InThread,
    Path(Which { message }): Path<Which>,
) -> Result<Message, Answer> {
    let id = inside.thread.id.clone();
    let found = app
        .db
        .read(move |tx| store::message(tx, &id, &message))
        .await
        .context("finding a message")?;
    found
        .filter(|message| rules::may_remove(message, &inside.person))
        .ok_or(Answer::NotFound)
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    inside: InThread,
    which: Path<Which>,
) -> Result<Html, Answer> {
    let message = find_own(&app, &inside, which).await?;
    let typed = message.text.clone();
    Ok(page(
        &app,
        &visitor,
        &inside,
        &message,
        (&typed, &Problems::none()),
    ))
}

fn page(
    app: &App,
    visitor: &Visitor,
    inside: &InThread,
    message: &Message,
    typed: (&str, &Problems),
) -> Html {
    let changes = rules::may_change(message, &inside.person, inside.thread.is_open(), app.clock.now());
    views::own(visitor, inside, message, changes, typed)
}

pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    inside: InThread,
    which: Path<Which>,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let message = find_own(&app, &inside, which).await?;
    let now = app.clock.now();
    let mut reading = Reading::new(&posted, visitor.words());
    let text = reading.text("text", TEXT);
    let again =
        |problems: &Problems| page(&app, &visitor, &inside, &message, (posted.text("text"), problems));
    let text = reading
        .done(text)
        .map_err(|problems| Answer::Invalid(again(&problems)))?;
    if text == message.text {
        return Ok(to_message(&inside.thread, message.number));
    }
    let too_late = || Answer::Conflict(again(&Problems::none()));
    if !rules::may_change(&message, &inside.person, inside.thread.is_open(), now) {
        return Err(too_late());
    }
    let (id, person) = (message.id.clone(), inside.person.clone());
    let changed = app
        .db
        .write(move |tx| store::change(tx, &id, &person, &text, now.as_microsecond()))
        .await
        .context("changing a message")?;
    if !changed {
        return Err(too_late());
    }
    Ok(to_message(&inside.thread, message.number))
}

pub(super) async fn remove(
    State(app): State<App>,
    inside: InThread,
    Path(which): Path<Which>,
) -> Result<Redirect, Answer> {
    let now = app.clock.now().as_microsecond();
    let (id, person) = (inside.thread.id.clone(), inside.person.clone());
    let number = app
        .db
        .write(move |tx| {
            let found =
                store::message(tx, &id, &which.message)?.filter(|message| message.author_id == person);
            if let Some(message) = &found {
                store::remove(tx, &message.id, &person, now)?;
                post::store::withdraw(tx, &telling::about(&message.id), now)?;
            }
            Ok::<_, ::store::Error>(found.map(|message| message.number))
        })
        .await
        .context("taking a message away")?;
    number
        .map(|number| to_message(&inside.thread, number))
        .ok_or(Answer::NotFound)
}
