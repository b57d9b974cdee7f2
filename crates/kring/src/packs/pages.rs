//! Handlers of the paper pack.

use anyhow::{Context as _, anyhow};
use axum::extract::State;
use jiff::Timestamp;
use serde::Deserialize;
use session::compile::Plan;
use session::model::Kind;
use ui::locale;

use super::rules::{self, Pack};
use super::views::{self, Sheet};
use crate::agreements;
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::MeetingId;
use crate::meetings;
use crate::meetings::rules::{Sight, may, standing};
use crate::web::{Html, Path, Query, Visitor};

/// Everything on paper for a meeting; who comes is on it only for who may see that.
pub(super) async fn of_meeting(
    State(app): State<App>,
    visitor: Visitor,
    Person(who): Person,
    Path(id): Path<MeetingId>,
) -> Result<Html, Answer> {
    let today = locale::local(app.clock.now()).date().to_string();
    let found = app
        .db
        .read(move |tx| {
            let Some(meeting) = meetings::store::find(tx, &id)? else {
                return Ok(None);
            };
            let ties = meetings::store::ties(tx, &meeting, &who.person, &today)?;
            let Some(standing) = standing(&ties).filter(|standing| may(*standing, Sight::Plan)) else {
                return Ok(None);
            };
            let people = meetings::store::attendants(tx, &id)?;
            let agreed = agreements::store::current(tx, &meeting.scope())?;
            Ok::<_, ::store::Error>(Some((meeting, standing, people, agreed)))
        })
        .await
        .context("loading a meeting for its pack")?;
    let (meeting, standing, people, agreed) = found.ok_or(Answer::NotFound)?;
    let plan: Plan =
        serde_json::from_str(&meeting.plan).map_err(|error| anyhow!(error).context("reading a plan"))?;
    let expected: Vec<_> = people
        .into_iter()
        .filter(|person| person.state != "declined")
        .collect();
    let taking_part = expected
        .iter()
        .filter(|person| person.role == "participant")
        .count();
    // A plan that cannot be worked out has no cards; the page says so.
    let pack = Pack::of(&plan, &app.catalogue, taking_part, Some(meeting.starts())).unwrap_or_default();
    Ok(views::pack(&Sheet {
        visitor: &visitor,
        title: &meeting.title,
        back: (
            visitor.words().packs_to_meeting(),
            format!("/meetings/{}", meeting.id),
        ),
        address: &app.config.address,
        meeting: Some(&meeting),
        people: may(standing, Sight::People).then_some(expected.as_slice()),
        agreed: agreed.as_ref(),
        count: taking_part,
        pack: &pack,
    }))
}

/// How many people a pack is for.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    people: String,
}

/// Everything on paper for one method, with times counted from its beginning.
pub(super) async fn of_method(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html, Answer> {
    let method = app
        .catalogue
        .get(&id)
        .filter(|method| method.kind == Kind::Method)
        .ok_or(Answer::NotFound)?;
    let people = rules::people(&asked.people, method);
    let starts: Option<Timestamp> = None;
    let pack = Pack::of(&Plan::of_method(&id), &app.catalogue, people, starts).unwrap_or_default();
    Ok(views::pack(&Sheet {
        visitor: &visitor,
        title: method.name.get(visitor.speech()),
        back: (visitor.words().packs_to_method(), format!("/methods/{id}")),
        address: &app.config.address,
        meeting: None,
        people: None,
        agreed: None,
        count: people,
        pack: &pack,
    }))
}
