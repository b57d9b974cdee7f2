//! Handlers with which an organiser says under which categories groups of a programme look for causes.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;
use ui::Problems;

use super::making::unfit;
use super::{rules, store, views};
use crate::app::App;
use crate::error::Answer;
use crate::id::ProgrammeId;
use crate::programmes::Managed;
use crate::web::{Form, Html, Posted, Reading, Visitor};

async fn stored(app: &App, programme: &ProgrammeId) -> Result<Option<String>, Answer> {
    let programme = programme.clone();
    let stored = app
        .db
        .read(move |tx| store::of_programme(tx, &programme))
        .await
        .context("loading the categories of a programme")?;
    Ok(stored)
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, managed: Managed) -> Result<Html, Answer> {
    let stored = stored(&app, &managed.programme.id).await?;
    let shown = stored
        .clone()
        .unwrap_or_else(|| visitor.words().bottlenecks_usual());
    let fields = [
        ("categories".to_owned(), shown),
        ("was".to_owned(), stored.unwrap_or_default()),
    ];
    let posted = fields.into_iter().collect();
    Ok(views::categories(
        &visitor,
        &managed.programme,
        (&posted, &Problems::none()),
    ))
}

/// Keeps them for diagrams that are made from now on. Nothing means the usual ones.
pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    managed: Managed,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let mut reading = Reading::new(&posted, visitor.words());
    let typed = reading.raw("categories");
    let wanted = if typed.is_empty() {
        None
    } else {
        match rules::categories(&typed) {
            Ok(names) => Some(names.join("\n")),
            Err(problem) => {
                let text = unfit(reading.words(), problem);
                reading.wrong("categories", text);
                None
            }
        }
    };
    let was = reading.raw("was");
    let wanted = reading.done(wanted).map_err(|problems| {
        Answer::Invalid(views::categories(
            &visitor,
            &managed.programme,
            (&posted, &problems),
        ))
    })?;
    let programme = managed.programme.id.clone();
    let is_set = app
        .db
        .write(move |tx| {
            let was = (!was.is_empty()).then_some(was.as_str());
            store::set_of_programme(tx, &programme, was, wanted.as_deref())
        })
        .await
        .context("keeping the categories of a programme")?;
    if is_set {
        return Ok(Redirect::to(&format!("/programmes/{}", managed.programme.id)));
    }
    let stored = stored(&app, &managed.programme.id).await?;
    let mut problems = Problems::none();
    let now = stored
        .clone()
        .unwrap_or_else(|| visitor.words().bottlenecks_usual());
    problems.add(
        "categories",
        visitor
            .words()
            .bottlenecks_categories_changed(now.replace('\n', ", ")),
    );
    // The form is based on what stands there now: saving again is done knowingly.
    let posted = posted.with("was", &stored.unwrap_or_default());
    Err(Answer::Conflict(views::categories(
        &visitor,
        &managed.programme,
        (&posted, &problems),
    )))
}
