//! The organiser's side of enrolment: until when, for how many, which questions, and how the form looks.

use anyhow::Context as _;
use axum::extract::State as Shared;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use ui::Problems;

use super::deciding::Desk;
use super::form::Form as Questions;
use super::questions::{Kind, Question};
use super::views::{self, Builder, Sheet, Writing};
use super::{Enrolment, store, writing};
use crate::app::App;
use crate::error::Answer;
use crate::id::ProgrammeId;
use crate::programmes::{self, Managed, Programme};
use crate::web::{Form, Html, Path, Posted, Query, Visitor};

/// The part of the path that says which question; `new` for one that is not there yet.
#[derive(Deserialize)]
pub(super) struct Which {
    question: String,
}

/// Of which kind a new question is.
#[derive(Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    kind: String,
}

const NEW: &str = "new";

async fn load(app: &App, programme: &ProgrammeId) -> Result<Enrolment, Answer> {
    let id = programme.clone();
    let found = app
        .db
        .read(move |tx| store::enrolment(tx, &id))
        .await
        .context("loading a form")?;
    Ok(found)
}

pub(super) async fn show(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Html, Answer> {
    let enrolment = load(&app, &programme.id).await?;
    let posted = writing::manners_of(&programme, &enrolment);
    let builder = Builder::new(&programme, &enrolment, &posted);
    Ok(views::builder(&visitor, &builder))
}

pub(super) async fn change(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let enrolment = load(&app, &programme.id).await?;
    let manners = writing::manners(&posted, visitor.words()).map_err(|problems| {
        let builder = Builder {
            problems: &problems,
            ..Builder::new(&programme, &enrolment, &posted)
        };
        Answer::Invalid(views::builder(&visitor, &builder))
    })?;
    let changed = Programme {
        enrols: manners.enrols,
        enrol_until: manners.until,
        capacity: manners.capacity,
        ..programme.clone()
    };
    let wanted = Enrolment {
        manner: manners.manner,
        ..enrolment.clone()
    };
    let is_current = posted.text("version") == enrolment.version.to_string();
    if is_current && keep(&app, changed, wanted).await? {
        return Ok(Redirect::to(&format!("/programmes/{}/enrolment", programme.id)).into_response());
    }
    let builder = Builder {
        is_late: true,
        ..Builder::new(&programme, &enrolment, &posted)
    };
    Err(Answer::Conflict(views::builder(&visitor, &builder)))
}

/// Writes it down unless somebody else was first. When there is more room now, whoever waits moves up at once.
async fn keep(app: &App, programme: Programme, enrolment: Enrolment) -> Result<bool, Answer> {
    let desk = Desk::of(app);
    let kept = app
        .db
        .write(move |tx| {
            if !store::put_enrolment(tx, &programme.id, &enrolment)? {
                return Ok::<_, anyhow::Error>(false);
            }
            programmes::store::set_enrolment(tx, &programme)?;
            desk.settle(tx, &programme)?;
            Ok(true)
        })
        .await
        .context("changing how people apply")?;
    Ok(kept)
}

/// The form as people will see it.
pub(super) async fn preview(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Html, Answer> {
    let enrolment = load(&app, &programme.id).await?;
    let (posted, problems) = (Posted::default(), Problems::none());
    let sheet = Sheet::new(&enrolment.form, &posted, &problems);
    Ok(views::preview(&visitor, &programme, &sheet))
}

/// The page of a question, one that is there or a new one.
pub(super) async fn question(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Path(Which { question }): Path<Which>,
    Query(Chosen { kind }): Query<Chosen>,
) -> Result<Html, Answer> {
    let enrolment = load(&app, &programme.id).await?;
    let known = if question == NEW {
        let kind = Kind::from_word(&kind).ok_or(Answer::NotFound)?;
        Question::new(&enrolment.form.fresh(), kind, "")
    } else {
        enrolment.form.find(&question).cloned().ok_or(Answer::NotFound)?
    };
    let posted = writing::filled(&enrolment.form, &known);
    let page = Writing::new(&programme, &enrolment, &known.id, &posted);
    Ok(views::question(&visitor, &page))
}

pub(super) async fn put(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Path(Which { question }): Path<Which>,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let enrolment = load(&app, &programme.id).await?;
    let is_known = enrolment.form.find(&question).is_some();
    let page = Writing::new(&programme, &enrolment, &question, &posted);
    let read =
        writing::question(&posted, visitor.words(), &enrolment.form, &question).map_err(|problems| {
            let page = Writing {
                problems: &problems,
                ..page.clone()
            };
            Answer::Invalid(views::question(&visitor, &page))
        })?;
    let mut changed = enrolment.clone();
    changed.form.put(read);
    // Sent twice it says the same, so the second time changes nothing; a question that is gone meanwhile is not made again unseen.
    let is_same = changed.form == enrolment.form;
    let is_current = posted.text("version") == enrolment.version.to_string();
    let is_fresh = is_known || question == enrolment.form.fresh();
    let is_kept = is_same || (is_current && is_fresh && replace(&app, &programme.id, changed).await?);
    if !is_kept {
        let page = Writing {
            is_late: true,
            ..page.clone()
        };
        return Err(Answer::Conflict(views::question(&visitor, &page)));
    }
    Ok(back(&programme).into_response())
}

async fn replace(app: &App, programme: &ProgrammeId, enrolment: Enrolment) -> Result<bool, Answer> {
    let id = programme.clone();
    let kept = app
        .db
        .write(move |tx| store::put_enrolment(tx, &id, &enrolment))
        .await
        .context("changing a form")?;
    Ok(kept)
}

fn back(programme: &Programme) -> Redirect {
    Redirect::to(&format!("/programmes/{}/enrolment#questions", programme.id))
}

/// Changes the order or takes a question away. When somebody else was first nothing happens, and the page shows how it is now.
async fn reorder(
    app: &App,
    programme: &Programme,
    posted: &Posted,
    change: impl FnOnce(&mut Questions),
) -> Result<Redirect, Answer> {
    let mut enrolment = load(app, &programme.id).await?;
    if posted.text("version") == enrolment.version.to_string() {
        change(&mut enrolment.form);
        replace(app, &programme.id, enrolment).await?;
    }
    Ok(back(programme))
}

pub(super) async fn shift(
    Shared(app): Shared<App>,
    Managed { programme, .. }: Managed,
    Path(Which { question }): Path<Which>,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let up = posted.text("do") == "up";
    reorder(&app, &programme, &posted, |form| form.shift(&question, up)).await
}

pub(super) async fn remove(
    Shared(app): Shared<App>,
    Managed { programme, .. }: Managed,
    Path(Which { question }): Path<Which>,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    reorder(&app, &programme, &posted, |form| form.remove(&question)).await
}
