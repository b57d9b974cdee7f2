//! Handlers around a rehearsal; the room itself has its own.

use anyhow::{Context as _, anyhow};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use session::compile::Plan;
use ui::{Problems, locale};

use super::opening::{self, Beginning};
use super::rules::{self, Asked, Pace, Wish};
use super::views::{self, Offer};
use super::{Mine, Rehearsal, Tongue, oldest, store};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::meetings::rules::standing;
use crate::meetings::{self, Meeting};
use crate::room::Member;
use crate::room::pages::arrive;
use crate::web::{Form, Html, Query, Visitor};

/// How many rehearsals somebody may have at a time; a new one takes the place of the oldest.
const MOST: usize = 5;

/// What can be rehearsed, and what this person is rehearsing.
pub(super) async fn offer(
    State(app): State<App>,
    visitor: Visitor,
    Person(who): Person,
    Query(asked): Query<Asked>,
) -> Result<Html, Answer> {
    page(&app, &visitor, &who.person, &asked, &Problems::none()).await
}

/// A rehearsal begins: a room opens in which everybody else is a robot.
pub(super) async fn start(
    State(app): State<App>,
    visitor: Visitor,
    Person(who): Person,
    Form(asked): Form<Asked>,
) -> Result<Response, Answer> {
    let meeting = rehearsed(&app, &who.person, &asked).await?;
    let method = rules::method(&app.catalogue, &asked.method);
    let mut problems = Problems::none();
    if meeting.is_none() && method.is_none() {
        problems.add("method", visitor.words().rehearsal_choose());
    }
    let plan = match (&meeting, method) {
        (Some(meeting), _) => read_plan(meeting)?,
        (None, Some(method)) => rules::plan(method, visitor.speech()),
        (None, None) => Plan::default(),
    };
    let wish = match (asked.read(visitor.words()), problems.is_empty()) {
        (Ok(wish), true) => wish,
        (Ok(_), false) => return invalid(&app, &visitor, &who.person, &asked, &problems).await,
        (Err(found), _) => return invalid(&app, &visitor, &who.person, &asked, &found).await,
    };
    let plan = Plan {
        pace: session::script::Pace::Live,
        ..plan
    };
    let script = match session::compile(&plan, &app.catalogue) {
        Ok(script) => script,
        Err(found) => {
            let texts = found.iter().map(|problem| problem.message(visitor.speech()));
            problems.add("method", texts.collect::<Vec<_>>().join(" "));
            return invalid(&app, &visitor, &who.person, &asked, &problems).await;
        }
    };
    let accent = meeting.map_or_else(String::new, |meeting| meeting.accent);
    let rehearsal = keep(&app, &visitor, who.person.clone(), &plan, accent, &wish).await?;
    let beginning = Beginning {
        script,
        seed: u64::from_be_bytes(app.ids.secret().context("drawing a seed")?),
        people: wish.people,
        role: wish.role,
    };
    opening::open(&app, &rehearsal, &who, beginning).await?;
    Ok(Redirect::to(&format!("/room/{}", rehearsal.id)).into_response())
}

/// How far the robots shall go.
#[derive(Deserialize)]
pub(super) struct Progress {
    /// `part`: no further than their part of this step.
    #[serde(default)]
    only: String,
}

/// The robots do their part at once and go on.
pub(super) async fn go_on(
    State(app): State<App>,
    member: Member,
    Form(progress): Form<Progress>,
) -> Result<Response, Answer> {
    let mine = member.rehearsal.as_ref().ok_or(Answer::NotFound)?;
    let room = arrive(&app, &member.meeting).await?;
    room.hurry(&app, progress.only != "part").await?;
    Ok(back(&member.meeting.id, mine))
}

/// A pace.
#[derive(Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    pace: String,
}

/// The robots get faster or slower.
pub(super) async fn set_pace(
    State(app): State<App>,
    member: Member,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Answer> {
    let mine = member.rehearsal.as_ref().ok_or(Answer::NotFound)?;
    let pace = Pace::from_word(&chosen.pace).ok_or(Answer::Unreadable)?;
    let id = member.meeting.id.clone();
    app.db
        .write(move |tx| store::set_pace(tx, &id, pace))
        .await
        .context("keeping the pace of a rehearsal")?;
    let room = arrive(&app, &member.meeting).await?;
    room.change_pace(pace);
    Ok(back(&member.meeting.id, mine))
}

/// The rehearsal is over: everything of it is deleted.
pub(super) async fn end(State(app): State<App>, member: Member) -> Result<Response, Answer> {
    member.rehearsal.as_ref().ok_or(Answer::NotFound)?;
    let id = member.meeting.id.clone();
    app.db
        .write(move |tx| store::remove(tx, &id))
        .await
        .context("ending a rehearsal")?;
    app.rooms.forget(&member.meeting.id);
    Ok(Redirect::to("/rehearsals").into_response())
}

fn back(id: &MeetingId, mine: &Mine) -> Response {
    Redirect::to(&format!("/room/{id}{}", mine.query())).into_response()
}

/// Keeps a new rehearsal, and deletes what is forgotten or one too many.
async fn keep(
    app: &App,
    visitor: &Visitor,
    person_id: PersonId,
    plan: &Plan,
    accent: String,
    wish: &Wish,
) -> anyhow::Result<Rehearsal> {
    let now = app.clock.now();
    let rehearsal = Rehearsal {
        id: MeetingId(app.ids.id(now).context("making an id")?),
        person_id,
        title: plan.title.clone(),
        accent,
        plan: serde_json::to_string(plan).context("writing a plan")?,
        language: Tongue(visitor.speech()),
        pace: wish.pace,
        made_at: now.as_microsecond(),
    };
    let kept = rehearsal.clone();
    let gone = app
        .db
        .write(move |tx| {
            let mut gone = store::forgotten(tx, oldest(now))?;
            let older = store::of_person(tx, &kept.person_id, oldest(now))?;
            gone.extend(older.into_iter().skip(MOST - 1).map(|older| older.id));
            for id in &gone {
                store::remove(tx, id)?;
            }
            store::add(tx, &kept)?;
            Ok::<_, ::store::Error>(gone)
        })
        .await
        .context("keeping a rehearsal")?;
    for id in &gone {
        app.rooms.forget(id);
    }
    Ok(rehearsal)
}

/// The meeting whose agenda is rehearsed, for somebody who may see it.
async fn rehearsed(app: &App, person: &PersonId, asked: &Asked) -> Result<Option<Meeting>, Answer> {
    if asked.meeting.is_empty() {
        return Ok(None);
    }
    let (id, person) = (MeetingId(asked.meeting.clone()), person.clone());
    let today = locale::local(app.clock.now()).date().to_string();
    let meeting = app
        .db
        .read(move |tx| {
            let Some(meeting) = meetings::store::find(tx, &id)? else {
                return Ok(None);
            };
            let ties = meetings::store::ties(tx, &meeting, &person, &today)?;
            Ok::<_, ::store::Error>(standing(&ties).map(|_| meeting))
        })
        .await
        .context("finding the meeting to rehearse")?;
    let meeting = meeting.ok_or(Answer::NotFound)?;
    Ok(Some(meeting))
}

fn read_plan(meeting: &Meeting) -> anyhow::Result<Plan> {
    serde_json::from_str(&meeting.plan).map_err(|error| anyhow!(error).context("reading a plan"))
}

async fn invalid(
    app: &App,
    visitor: &Visitor,
    person: &PersonId,
    asked: &Asked,
    problems: &Problems,
) -> Result<Response, Answer> {
    Err(Answer::Invalid(
        page(app, visitor, person, asked, problems).await?,
    ))
}

async fn page(
    app: &App,
    visitor: &Visitor,
    person: &PersonId,
    asked: &Asked,
    problems: &Problems,
) -> Result<Html, Answer> {
    let meeting = rehearsed(app, person, asked).await?;
    let (owner, since) = (person.clone(), oldest(app.clock.now()));
    let id = meeting.as_ref().map(|meeting| meeting.id.clone());
    let (mine, comes) = app
        .db
        .read(move |tx| {
            let comes = match &id {
                Some(id) => meetings::store::attendants(tx, id)?,
                None => Vec::new(),
            };
            Ok::<_, ::store::Error>((store::of_person(tx, &owner, since)?, comes))
        })
        .await
        .context("finding the rehearsals of a person")?;
    let expected = comes
        .iter()
        .filter(|person| person.role == "participant" && person.state != "declined");
    Ok(views::offer(&Offer {
        visitor,
        catalogue: &app.catalogue,
        asked,
        meeting: meeting.as_ref(),
        expected: expected.count(),
        mine: &mine,
        problems,
    }))
}
