//! Handlers for experience: saying that one has it, and asking somebody who said so.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;

use super::finding::today;
use super::pages::Seen;
use super::rules::{Act, Shelf};
use super::{store, telling};
use crate::app::App;
use crate::error::Answer;
use crate::people;
use crate::post;
use crate::web::{Form, Posted};

/// Only what others find now is offered help with.
fn open(seen: Seen) -> Result<Seen, Answer> {
    let seen = seen.only(Act::Read)?;
    if seen.entry.shelf() == Shelf::Open {
        Ok(seen)
    } else {
        Err(Answer::NotFound)
    }
}

/// Says that one may be asked, or not any more.
pub(super) async fn offer(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let seen = open(seen)?;
    let here = format!("/library/entries/{}#experience", seen.entry.id);
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| match posted.text("offers") {
            "no" => store::remove_offer(tx, &seen.entry.id, &seen.person),
            _ => store::add_offer(tx, &seen.entry.id, &seen.person, now),
        })
        .await
        .context("noting who has experience")?;
    Ok(Redirect::to(&here))
}

/// Mails somebody who said that they may be asked: once, however often it is pressed.
pub(super) async fn ask(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let seen = open(seen)?;
    let (id, day, wanted) = (
        seen.entry.id.clone(),
        today(app.clock.now()),
        posted.text("person").to_owned(),
    );
    let own = seen.person.clone();
    let (asked, reader) = app
        .db
        .read(move |tx| {
            let offers = store::offers(tx, &id, &day)?;
            let offered = offers
                .into_iter()
                .map(|offer| offer.person_id)
                .filter(|person| person.0 == wanted && *person != own);
            let asked = people::store::readers(tx, &offered.collect::<Vec<_>>())?;
            Ok::<_, ::store::Error>((asked, people::store::readers(tx, std::slice::from_ref(&own))?))
        })
        .await
        .context("looking up who is asked")?;
    let (Some(asked), Some(reader)) = (asked.first(), reader.first()) else {
        return Err(Answer::NotFound);
    };
    let mail = telling::question(&app, &seen.entry, asked, reader)?;
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| post::store::enqueue(tx, &mail, now))
        .await
        .context("asking somebody with experience")?;
    Ok(Redirect::to(&format!(
        "/library/entries/{}?asked=yes#experience",
        seen.entry.id
    )))
}
