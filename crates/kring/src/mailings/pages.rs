//! Handlers of the mailings slice.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;
use serde::Deserialize;

use super::rules::{self, Wrong};
use super::views::{self, Typed};
use super::{Waiting, store};
use crate::app::App;
use crate::calendar;
use crate::community;
use crate::error::Answer;
use crate::id::ProgrammeId;
use crate::openings;
use crate::polls;
use crate::post;
use crate::programmes::Managed;
use crate::web::{Form, Html, Path, Visitor};

/// So many are shown.
const MOST: i64 = 200;

/// The second part of the address.
#[derive(Deserialize)]
pub(super) struct Which {
    mail: String,
}

/// What was typed.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Changed {
    #[serde(default)]
    subject: String,
    #[serde(default)]
    text: String,
}

pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Html, Answer> {
    let id = programme.id.clone();
    let (waiting, count, ended) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((
                store::waiting(tx, &id, MOST)?,
                store::count(tx, &id)?,
                store::ended(tx, &id, MOST)?,
            ))
        })
        .await
        .context("loading the mails of a programme")?;
    let sends = app.mailer.is_some();
    Ok(views::list(
        &visitor,
        &programme,
        (&waiting, count),
        &ended,
        sends,
    ))
}

/// How each kind of mail reads, with invented people.
pub(super) async fn samples(visitor: Visitor, Managed { programme, .. }: Managed) -> Html {
    let mut samples = calendar::samples(visitor.language);
    samples.extend(openings::samples(visitor.language, &programme));
    samples.extend(polls::samples(visitor.language));
    samples.extend(community::samples(visitor.language));
    views::samples(&visitor, &programme, &samples)
}

pub(super) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Path(Which { mail }): Path<Which>,
) -> Result<Html, Answer> {
    let waiting = find(&app, &programme.id, mail).await?;
    let typed = Typed {
        subject: waiting.subject.clone(),
        text: rules::covered(&waiting.text),
    };
    Ok(views::one(&visitor, &programme, &waiting, &typed, &[]))
}

pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Path(Which { mail }): Path<Which>,
    Form(changed): Form<Changed>,
) -> Result<Redirect, Answer> {
    let waiting = find(&app, &programme.id, mail).await?;
    let (subject, text) =
        rules::changed(&changed.subject, &changed.text, &waiting.text).map_err(|wrong| {
            let typed = Typed {
                subject: changed.subject.clone(),
                text: changed.text.clone(),
            };
            Answer::Invalid(views::one(&visitor, &programme, &waiting, &typed, &wrong))
        })?;
    let (id, now) = (programme.id.clone(), app.clock.now().as_microsecond());
    let outbox = format!("/programmes/{}/mailings", programme.id);
    let here = format!("{outbox}/{}", waiting.id);
    let is_changed = app
        .db
        .write(move |tx| store::change(tx, (&id, &waiting.id), (&subject, &text), &waiting.text, now))
        .await
        .context("changing a mail")?;
    // Somebody else changed it or it went in this very moment: the list tells which.
    Ok(Redirect::to(if is_changed { &here } else { &outbox }))
}

pub(super) async fn stop(
    State(app): State<App>,
    Managed { programme, .. }: Managed,
    Path(Which { mail }): Path<Which>,
) -> Result<Redirect, Answer> {
    let waiting = find(&app, &programme.id, mail).await?;
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| post::store::stop(tx, &waiting.id, now))
        .await
        .context("stopping a mail")?;
    Ok(Redirect::to(&format!("/programmes/{}/mailings", programme.id)))
}

async fn find(app: &App, programme: &ProgrammeId, mail: String) -> Result<Waiting, Answer> {
    let programme = programme.clone();
    let found = app
        .db
        .read(move |tx| store::find(tx, &programme, &mail))
        .await
        .context("loading a mail")?;
    found.ok_or(Answer::NotFound)
}

/// A field and what is wrong with it.
pub(super) type Fault = (&'static str, Wrong);
