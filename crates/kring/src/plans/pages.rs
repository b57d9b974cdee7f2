//! Handlers of the plans slice.

use anyhow::{Context as _, anyhow};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use session::compile::Plan;

use super::rules::{self, Issue, WHOLE, Wrong};
use super::store;
use super::views::{self, Shown};
use crate::app::App;
use crate::error::Answer;
use crate::meetings::agenda::agenda;
use crate::meetings::rules::{may_plan, phase};
use crate::meetings::{self, Meeting, Seen};
use crate::room;
use crate::web::{Form, Posted, Visitor};

/// How many are expected where nobody is on the list yet.
const USUAL_SIZE: usize = 8;

/// A plan with what its times depend on.
struct Planned {
    plan: Plan,
    people: usize,
    /// It can still be changed here.
    is_open: bool,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Response, Answer> {
    let planned = load(&app, &seen).await?;
    let issues = if planned.is_open {
        Vec::new()
    } else {
        vec![closed()]
    };
    Ok(page(
        &app,
        &visitor,
        (&seen.meeting, &planned),
        &Posted::default(),
        &issues,
    ))
}

pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let planned = load(&app, &seen).await?;
    let meeting = &seen.meeting;
    let read = if planned.is_open {
        rules::changed(&meeting.plan, &planned.plan, &posted, &app.catalogue)
    } else {
        Err(vec![closed()])
    };
    let issues = match read {
        Ok(plan) => keep(&app, meeting, &planned, plan).await?,
        Err(issues) => issues,
    };
    if issues.is_empty() {
        return Ok(Redirect::to(&format!("/meetings/{}/plan", meeting.id)).into_response());
    }
    Ok(page(&app, &visitor, (meeting, &planned), &posted, &issues))
}

fn closed() -> Issue {
    Issue {
        field: WHOLE.to_owned(),
        wrong: Wrong::Closed,
    }
}

/// The plan, for who may change it; for everybody else there is no such page.
async fn load(app: &App, seen: &Seen) -> Result<Planned, Answer> {
    if !may_plan(seen.standing) {
        return Err(Answer::NotFound);
    }
    let id = seen.meeting.id.clone();
    let (attendants, is_open) = app
        .db
        .read(move |tx| {
            let attendants = meetings::store::attendants(tx, &id)?;
            Ok::<_, ::store::Error>((attendants, room::has_opened(tx, &id)?))
        })
        .await
        .context("loading who is expected")?;
    let expected = attendants
        .iter()
        .filter(|person| person.role == "participant" && person.state != "declined")
        .count();
    let plan =
        serde_json::from_str(&seen.meeting.plan).map_err(|error| anyhow!(error).context("reading a plan"))?;
    let is_ahead = phase(&seen.meeting, app.clock.now()).is_ahead();
    Ok(Planned {
        plan,
        people: if expected == 0 { USUAL_SIZE } else { expected },
        is_open: is_ahead && !is_open,
    })
}

/// Stores a plan, unless somebody opened the room or changed the plan in this very moment.
async fn keep(app: &App, meeting: &Meeting, planned: &Planned, mut plan: Plan) -> Result<Vec<Issue>, Answer> {
    let items = agenda(&plan, &app.catalogue, meeting.starts(), planned.people).unwrap_or_default();
    let ends_at = rules::ends(meeting, planned.plan.pace, &mut plan, &items);
    let new = serde_json::to_string(&plan).map_err(|error| anyhow!(error).context("writing a plan"))?;
    let (id, old) = (meeting.id.clone(), meeting.plan.clone());
    let wrong = app
        .db
        .write(move |tx| {
            if room::has_opened(tx, &id)? {
                return Ok(Some(Wrong::Closed));
            }
            let is_kept = store::replace(tx, &id, (&old, &new), ends_at)?;
            Ok::<_, ::store::Error>((!is_kept).then_some(Wrong::Changed))
        })
        .await
        .context("keeping a plan")?;
    let issue = wrong.map(|wrong| Issue {
        field: WHOLE.to_owned(),
        wrong,
    });
    Ok(issue.into_iter().collect())
}

/// The page; with problems of a form it is an answer that says so.
fn page(
    app: &App,
    visitor: &Visitor,
    (meeting, planned): (&Meeting, &Planned),
    posted: &Posted,
    issues: &[Issue],
) -> Response {
    let items = agenda(&planned.plan, &app.catalogue, meeting.starts(), planned.people);
    let is_refused = posted.get(WHOLE).is_some();
    let page = views::page(&Shown {
        visitor,
        catalogue: &app.catalogue,
        meeting,
        plan: &planned.plan,
        people: planned.people,
        items: &items.unwrap_or_default(),
        is_open: planned.is_open,
        posted,
        issues,
    });
    let status = if is_refused {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    (status, page).into_response()
}
