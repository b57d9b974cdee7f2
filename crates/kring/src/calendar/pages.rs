//! Handlers for whoever plans: another time, making known, cancelling.

use anyhow::{Context as _, anyhow};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use session::compile::Plan;
use session::script::Pace;

use super::news::News;
use super::open::{self, Change, Host};
use super::rules::{self, Issue, Wish, Wrong};
use super::store::Version;
use super::telling::{Telling, call_off, invite};
use super::{Details, Invited, store, video, views};
use crate::app::App;
use crate::error::Answer;
use crate::meetings::{self, Seen};
use crate::room;
use crate::web::{Form, Html, Posted, Visitor};

/// A meeting that may be changed, with who is on its list.
struct Planned {
    details: Details,
    invited: Vec<Invited>,
    /// It has not begun, and nobody has opened its room.
    is_ahead: bool,
}

async fn load(app: &App, seen: &Seen) -> Result<Planned, Answer> {
    if !meetings::rules::may_plan(seen.standing) {
        return Err(Answer::NotFound);
    }
    let id = seen.meeting.id.clone();
    let (details, invited, has_opened) = app
        .db
        .read(move |tx| {
            let details = store::details(tx, &id)?;
            Ok::<_, ::store::Error>((details, store::invited(tx, &id)?, room::has_opened(tx, &id)?))
        })
        .await
        .context("loading a meeting to plan")?;
    let details = details.ok_or(Answer::NotFound)?;
    let is_ahead = details.state == "planned" && details.starts() > app.clock.now() && !has_opened;
    Ok(Planned {
        details,
        invited,
        is_ahead,
    })
}

pub(super) async fn date(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Response, Answer> {
    let planned = load(&app, &seen).await?;
    let issues: &[Issue] = if planned.is_ahead { &[] } else { &[TOO_LATE] };
    let posted = views::as_posted(&planned.details);
    let page = date_form(&app, &visitor, &planned, &posted, issues);
    Ok(page.into_response())
}

fn date_form(app: &App, visitor: &Visitor, planned: &Planned, posted: &Posted, issues: &[Issue]) -> Html {
    let has_video = app.config.video_server.is_some();
    let people = planned.invited.len();
    views::date(visitor, (&planned.details, people), has_video, posted, issues)
}

const TOO_LATE: Issue = Issue {
    field: "whole",
    wrong: Wrong::TooLate,
};

const CHANGED: Issue = Issue {
    field: "whole",
    wrong: Wrong::Changed,
};

pub(super) async fn change_date<P: Host>(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let planned = load(&app, &seen).await?;
    let here = format!("/meetings/{}", planned.details.id);
    let outcome = match rules::wish(&posted, app.clock.now(), app.config.video_server.is_some()) {
        _ if !planned.is_ahead => Err(vec![TOO_LATE]),
        Err(issues) => Err(issues),
        Ok(wish) => move_to::<P>(&app, &planned, &seen.meeting.plan, &wish, &posted).await?,
    };
    match outcome {
        Ok(()) => Ok(Redirect::to(&here).into_response()),
        Err(issues) => {
            let page = date_form(&app, &visitor, &planned, &posted, &issues);
            Err(Answer::Invalid(page))
        }
    }
}

/// Moves it and tells everybody once; nobody hears of a change to a plan that was not made known yet, and of one that changes nothing.
async fn move_to<P: Host>(
    app: &App,
    planned: &Planned,
    plan: &str,
    wish: &Wish,
    posted: &Posted,
) -> Result<Result<(), Vec<Issue>>, Answer> {
    let now = app.clock.now();
    let (starts, ends) = wish.span().context("a day that has no such time")?;
    if starts <= now {
        let past = Issue {
            field: "time",
            wrong: Wrong::Past,
        };
        return Ok(Err(vec![past]));
    }
    // Whoever filled in the form must have seen the meeting as it is.
    if posted.text("seen") != planned.details.sequence.to_string() {
        return Ok(Err(vec![CHANGED]));
    }
    let old = &planned.details;
    let made = if wish.makes_video { video::room(app)? } else { None };
    let new = Details {
        title: wish.title.clone(),
        starts_at: starts.as_microsecond(),
        ends_at: ends.as_microsecond(),
        place: wish.place.clone(),
        online: made.or_else(|| wish.online.clone()),
        directions: wish.directions.clone(),
        sequence: old.sequence + 1,
        ..old.clone()
    };
    if is_alike(old, &new) {
        return Ok(Ok(()));
    }
    let telling = match old.published_at {
        Some(_) => invite(app, &new, &planned.invited, News::Moved)?,
        None => Telling::default(),
    };
    let plan = with_minutes(plan, wish)?;
    let seen = Version(old.sequence);
    let host = app.clone();
    let is_changed = app
        .db
        .write(move |tx| {
            let changed = store::Plan {
                title: &new.title,
                starts_at: new.starts_at,
                ends_at: new.ends_at,
                place: new.place.as_deref(),
                online: new.online.as_deref(),
                directions: new.directions.as_deref(),
                agenda: &plan,
            };
            if !store::change(tx, &new.id, seen, &changed)? {
                return Ok(false);
            }
            telling.write(tx, now.as_microsecond())?;
            P::tell_waiting(&host, tx, &new, Change::Moved)?;
            Ok::<_, anyhow::Error>(true)
        })
        .await
        .context("moving a meeting")?;
    Ok(if is_changed { Ok(()) } else { Err(vec![CHANGED]) })
}

fn is_alike(old: &Details, new: &Details) -> bool {
    let facts = |one: &Details| {
        (
            one.title.clone(),
            one.starts_at,
            one.ends_at,
            one.place.clone(),
            one.online.clone(),
            one.directions.clone(),
        )
    };
    facts(old) == facts(new)
}

/// The plan with the new title and, when people meet, the new length.
fn with_minutes(plan: &str, wish: &Wish) -> anyhow::Result<String> {
    let mut plan: Plan =
        serde_json::from_str(plan).map_err(|error| anyhow!(error).context("reading a plan"))?;
    plan.title.clone_from(&wish.title);
    if plan.pace == Pace::Live {
        plan.budget = Some(u32::from(wish.minutes) * 60);
    }
    serde_json::to_string(&plan).context("writing a plan")
}

/// Makes a plan known: everybody is invited. Pressing twice invites once.
pub(super) async fn publish(State(app): State<App>, seen: Seen) -> Result<Redirect, Answer> {
    let planned = load(&app, &seen).await?;
    if planned.is_ahead {
        open::publish(&app, planned.details, &planned.invited).await?;
    }
    Ok(Redirect::to(&format!("/meetings/{}", seen.meeting.id)))
}

pub(super) async fn cancellation(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
) -> Result<Response, Answer> {
    let planned = load(&app, &seen).await?;
    let issues: &[Issue] = if planned.is_ahead { &[] } else { &[TOO_LATE] };
    let page = views::cancellation(&visitor, &planned.details, planned.invited.len(), "", issues);
    Ok(page.into_response())
}

/// Calls it off and tells everybody once.
pub(super) async fn cancel<P: Host>(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let planned = load(&app, &seen).await?;
    let here = format!("/meetings/{}", planned.details.id);
    // Whoever presses twice wanted it once.
    if planned.details.state == "cancelled" {
        return Ok(Redirect::to(&here).into_response());
    }
    let because = posted.text("because").trim().to_owned();
    let issue = if !planned.is_ahead {
        Some(TOO_LATE)
    } else if because.chars().count() > rules::TEXT {
        Some(Issue {
            field: "because",
            wrong: Wrong::Long(rules::TEXT),
        })
    } else if call::<P>(&app, &planned, &because).await? {
        None
    } else {
        Some(CHANGED)
    };
    match issue {
        None => Ok(Redirect::to(&here).into_response()),
        Some(issue) => {
            let people = planned.invited.len();
            let page = views::cancellation(&visitor, &planned.details, people, &because, &[issue]);
            Err(Answer::Invalid(page))
        }
    }
}

async fn call<P: Host>(app: &App, planned: &Planned, because: &str) -> anyhow::Result<bool> {
    let now = app.clock.now().as_microsecond();
    let because = (!because.is_empty()).then(|| because.to_owned());
    let off = Details {
        state: "cancelled".to_owned(),
        sequence: planned.details.sequence + 1,
        ..planned.details.clone()
    };
    let telling = match off.published_at {
        Some(_) => call_off(app, &off, &planned.invited, because.as_deref())?,
        None => Telling::default(),
    };
    let seen = Version(planned.details.sequence);
    let host = app.clone();
    app.db
        .write(move |tx| {
            let because = because.as_deref();
            let is_done = store::cancel(tx, &off.id, seen, because)?;
            if is_done {
                telling.write(tx, now)?;
                P::tell_waiting(&host, tx, &off, Change::CalledOff(because))?;
            }
            Ok::<_, anyhow::Error>(is_done)
        })
        .await
        .context("calling a meeting off")
}
