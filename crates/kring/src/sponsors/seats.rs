//! Handlers for who may see the figures: an organiser gives a seat and takes it back.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use ui::Problems;

use super::telling::mail;
use super::{store, views};
use crate::app::App;
use crate::error::Answer;
use crate::id::PersonId;
use crate::people::{self, Addressed, Person};
use crate::post::{self, Along};
use crate::programmes::{Managed, Programme};
use crate::web::{Form, Html, LINE, Path, Posted, Reading, Visitor};

/// Whose seat it is.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Whose {
    person: PersonId,
}

pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Html, Answer> {
    let none = Posted::from_iter([]);
    page(&app, &visitor, &programme, (&none, &Problems::none())).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    programme: &Programme,
    form: (&Posted, &Problems),
) -> Result<Html, Answer> {
    let id = programme.id.clone();
    let seats = app
        .db
        .read(move |tx| store::seats(tx, &id))
        .await
        .context("loading who may see the figures")?;
    Ok(views::seats(visitor, programme, &seats, form))
}

/// Gives somebody a seat and mails them. Pressing twice gives one seat and sends one mail.
pub(super) async fn give(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let words = visitor.words();
    let mut reading = Reading::new(&posted, words);
    let name = reading.text("name", LINE);
    let address = people::folded(&reading.text("mail", LINE));
    if !address.is_empty() && !people::is_address(&address) {
        reading.wrong("mail", words.placing_wrong_mail());
    }
    let works_for = reading.text("works-for", LINE);
    let (name, address, works_for) = match reading.done((name, address, works_for)) {
        Ok(read) => read,
        Err(problems) => {
            let page = page(&app, &visitor, &programme, (&posted, &problems)).await?;
            return Err(Answer::Invalid(page));
        }
    };
    let here = format!("/programmes/{}/sponsors", programme.id);
    let person = known_or_new(&app, name, address).await?;
    seat(&app, &programme, person, works_for).await?;
    Ok(Redirect::to(&here).into_response())
}

/// Somebody Kring knows by this address keeps the name they have.
async fn known_or_new(app: &App, name: String, mail: String) -> anyhow::Result<Addressed> {
    let now = app.clock.now();
    let person = Person {
        id: PersonId(app.ids.id(now)?),
        name,
        mail,
    };
    app.db
        .write(move |tx| {
            let id = people::store::known_or_new(tx, &person, "nl", now.as_microsecond())?;
            people::store::readers(tx, std::slice::from_ref(&id))
        })
        .await
        .context("finding who is to see the figures")?
        .into_iter()
        .next()
        .context("somebody who was just added is nobody")
}

async fn seat(app: &App, programme: &Programme, person: Addressed, works_for: String) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mail = mail(app, programme, &person, now)?;
    let along = Along {
        programme: Some(programme.id.clone()),
        calendar: None,
    };
    let programme = programme.id.clone();
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            if store::give(tx, &programme, (&person.id, &works_for), at)? {
                post::store::enqueue_with(tx, &mail, &along, at)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("giving a seat to see the figures")
}

/// Takes a seat back, at once.
pub(super) async fn end(
    State(app): State<App>,
    Managed { programme, .. }: Managed,
    Path(Whose { person }): Path<Whose>,
) -> Result<Redirect, Answer> {
    let here = format!("/programmes/{}/sponsors", programme.id);
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| store::end(tx, &programme.id, &person, now))
        .await
        .context("taking a seat back")?;
    Ok(Redirect::to(&here))
}
