//! Handlers for a case in two lines: a title and a sentence, looked through and shared in one go.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::Problems;

use super::form::{filled, to_share};
use super::guard::{spots, with_replaced};
use super::pages::Seen;
use super::rules::{Act, Readers};
use super::sharing;
use super::template::SPONTANEOUS;
use super::views::{self, Quick};
use super::writing::{add, brings, methods};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::groups;
use crate::web::{Form, Html, Posted, Visitor};

fn page(visitor: &Visitor, group: &groups::Group, (posted, problems): (&Posted, &Problems)) -> Html {
    let quick = Quick {
        group,
        posted,
        problems,
        spots: &spots(posted),
    };
    views::quick(visitor, &quick)
}

pub(super) async fn new(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    brings(&seen)?;
    let key = app.ids.id(app.clock.now()).context("making an id")?;
    let posted: Posted = [
        ("readers", Readers::Group.word()),
        ("urgency", "2"),
        ("form-key", key.as_str()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect();
    Ok(page(&visitor, &seen.group, (&posted, &Problems::none())))
}

/// Makes it and sends it to whoever checks it. Sending the same form twice makes one, and sends it once.
pub(super) async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Person(person): Person,
    group: groups::Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    brings(&group)?;
    if !posted.text("replace").is_empty() {
        let posted = with_replaced(&posted, posted.text("replace"));
        return Ok(page(&visitor, &group.group, (&posted, &Problems::none())).into_response());
    }
    let words = visitor.words();
    let whole: Posted = posted
        .fields()
        .filter(|(name, _)| *name != "template")
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .chain([("template".to_owned(), SPONTANEOUS.to_owned())])
        .collect();
    let read = to_share(&posted, SPONTANEOUS, words)
        .and_then(|answers| Ok((answers, filled(&whole, &methods(&app), words)?)));
    let (answers, written) =
        read.map_err(|problems| Answer::Invalid(page(&visitor, &group.group, (&posted, &problems))))?;
    let form_key = match posted.text("form-key") {
        "" => app.ids.id(app.clock.now()).context("making an id")?,
        key => key.chars().take(64).collect(),
    };
    let id = add(&app, &group, &written, &form_key).await?;
    let seen = Seen::of(&app, &id, (person.person, person.name)).await?;
    if seen.brief.version == 1 && seen.may(Act::Send) {
        sharing::keep(&app, &seen, &answers, None).await?;
    }
    Ok(Redirect::to(&format!("/cases/{id}")).into_response())
}
