//! Who applied, and what an organiser decides about each. The mail is seen before it goes.

use anyhow::Context as _;
use axum::extract::State as Shared;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use ui::Problems;

use super::deciding::Desk;
use super::letters::{self, Links, News};
use super::rules::State;
use super::views::{self, Deciding, Overview};
use super::{Application, store};
use crate::app::App;
use crate::error::Answer;
use crate::id::ApplicationId;
use crate::programmes::{Managed, Programme};
use crate::web::{Form, Html, Path, Posted, Query, Reading, TEXT, Visitor};

/// The part of the path that says which application.
#[derive(Deserialize)]
pub(super) struct Which {
    application: ApplicationId,
}

/// How many applications that ask for nothing any more stand on one page.
const PAGE: u32 = 50;

/// Which page of them, from zero.
#[derive(Deserialize)]
pub(super) struct Turn {
    #[serde(default)]
    page: u32,
}

pub(super) async fn list(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Query(Turn { page }): Query<Turn>,
) -> Result<Html, Answer> {
    let (desk, wanted) = (Desk::of(&app), programme.clone());
    let skip = page.saturating_mul(PAGE);
    let (applications, settled, count, (places, queue)) = app
        .db
        .read(move |tx| {
            Ok::<_, anyhow::Error>((
                store::unsettled(tx, &wanted.id)?,
                store::settled(tx, &wanted.id, skip.into(), PAGE.into())?,
                store::count_settled(tx, &wanted.id)?,
                desk.places(tx, &wanted)?,
            ))
        })
        .await
        .context("loading the applications for a programme")?;
    let overview = Overview {
        programme: &programme,
        applications: &applications,
        settled: &settled,
        count,
        page,
        last_page: (count - 1).max(0) / i64::from(PAGE),
        members: queue.members,
        free: queue.free(places),
    };
    Ok(views::list(&visitor, &overview))
}

pub(super) async fn show(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Path(Which { application }): Path<Which>,
) -> Result<Html, Answer> {
    let (application, ahead) = find(&app, &programme, application).await?;
    let page = Deciding::new(&programme, &application, ahead);
    Ok(views::application(&visitor, &page))
}

/// The application, and behind how many others whoever is admitted now would wait; `None` when there is a place at once.
async fn find(
    app: &App,
    programme: &Programme,
    id: ApplicationId,
) -> Result<(Application, Option<i64>), Answer> {
    let (desk, programme) = (Desk::of(app), programme.clone());
    let found = app
        .db
        .read(move |tx| {
            let Some(application) = store::find(tx, &programme.id, &id)? else {
                return Ok(None);
            };
            let (places, queue) = desk.places(tx, &programme)?;
            let ahead = i64::try_from(queue.waiting.len()).unwrap_or(i64::MAX);
            let ahead = (!queue.has_room(places)).then_some(ahead);
            Ok::<_, anyhow::Error>(Some((application, ahead)))
        })
        .await
        .context("loading an application")?;
    found.ok_or(Answer::NotFound)
}

/// What is decided.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Decision {
    Admit,
    Refuse,
}

/// First shows the mail, then sends it with the decision.
pub(super) async fn decide(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Path(Which { application }): Path<Which>,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let (application, ahead) = find(&app, &programme, application).await?;
    let decision = match posted.text("decision") {
        "admit" => Decision::Admit,
        "refuse" => Decision::Refuse,
        _ => return Err(Answer::Unreadable),
    };
    let here = format!("/programmes/{}/applications", programme.id);
    if !possible(decision, application.state) {
        // Somebody else decided meanwhile; the page tells what.
        return Ok(Redirect::to(&format!("{here}/{}", application.id)).into_response());
    }
    let (problems, reason) = reason(&posted, &visitor, decision);
    let news = match (decision, ahead) {
        (Decision::Refuse, _) => News::Refused(&reason),
        (Decision::Admit, None) => News::Admitted(some(&reason)),
        (Decision::Admit, Some(ahead)) => News::Waiting(some(&reason), ahead),
    };
    let preview = preview(&app, &programme, &application, news);
    let page = Deciding {
        posted: Some(&posted),
        problems: &problems,
        preview: problems.is_empty().then_some(&preview),
        ..Deciding::new(&programme, &application, ahead)
    };
    if !problems.is_empty() {
        return Err(Answer::Invalid(views::application(&visitor, &page)));
    }
    if posted.text("do") != "send" {
        return Ok(views::application(&visitor, &page).into_response());
    }
    let id = application.id.clone();
    carry_out(&app, programme.clone(), id, decision, reason.clone()).await?;
    Ok(Redirect::to(&here).into_response())
}

const fn possible(decision: Decision, state: State) -> bool {
    match decision {
        Decision::Admit => state.can_be_admitted(),
        Decision::Refuse => state.can_be_refused(),
    }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// What goes into the mail. Whoever is refused reads why.
fn reason(posted: &Posted, visitor: &Visitor, decision: Decision) -> (Problems, String) {
    let mut reading = Reading::new(posted, visitor.words());
    let reason = match decision {
        Decision::Refuse => reading.text("reason", TEXT),
        Decision::Admit => reading.optional("note", TEXT).unwrap_or_default(),
    };
    match reading.done(()) {
        Ok(()) => (Problems::none(), reason),
        Err(problems) => (problems, reason),
    }
}

/// The mail as it will go; the personal link in it is nobody's to see but its reader's.
fn preview(app: &App, programme: &Programme, application: &Application, news: News<'_>) -> letters::Text {
    let own = format!("{}/applications/…", app.config.address);
    let links = Links {
        address: &app.config.address,
        own: &own,
    };
    letters::letter(programme, application, news, &links)
}

async fn carry_out(
    app: &App,
    programme: Programme,
    id: ApplicationId,
    decision: Decision,
    reason: String,
) -> Result<(), Answer> {
    let desk = Desk::of(app);
    app.db
        .write(move |tx| {
            let found = store::find(tx, &programme.id, &id)?;
            let Some(application) = found.filter(|one| possible(decision, one.state)) else {
                return Ok(());
            };
            match decision {
                Decision::Admit => desk.admit(tx, &programme, application, some(&reason)),
                Decision::Refuse => desk.refuse(tx, &programme, application, &reason),
            }
        })
        .await
        .context("deciding about an application")?;
    Ok(())
}

/// Moves somebody who waits one place up or down the line.
pub(super) async fn shift(
    Shared(app): Shared<App>,
    Managed { programme, .. }: Managed,
    Path(Which { application }): Path<Which>,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let up = posted.text("do") == "up";
    let id = programme.id.clone();
    app.db
        .write(move |tx| {
            let all = store::unsettled(tx, &id)?;
            let line: Vec<&Application> = all.iter().filter(|one| one.state == State::Waiting).collect();
            let at = line.iter().position(|one| one.id == application);
            let other = at.and_then(|at| if up { at.checked_sub(1) } else { at.checked_add(1) });
            let pair = at
                .and_then(|at| line.get(at))
                .zip(other.and_then(|other| line.get(other)));
            if let Some((one, other)) = pair
                && let (Some(here), Some(there)) = (one.position, other.position)
            {
                store::set_position(tx, &one.id, there)?;
                store::set_position(tx, &other.id, here)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("changing the order of a waiting list")?;
    Ok(Redirect::to(&format!(
        "/programmes/{}/applications#waiting",
        programme.id
    )))
}
