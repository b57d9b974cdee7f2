//! Handlers of the papers slice.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::Problems;

use super::adding::{self, By};
use super::rules::{keeps, may_add, may_read, may_remove};
use super::views::{self, Form, Listed};
use super::{Paper, give, store};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::meetings::Seen;
use crate::web::{Html, Path, Posted, Uploaded, Visitor};

pub(super) async fn list(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let posted = fresh(&app)?;
    page(&app, &visitor, &seen, (&posted, &Problems::none())).await
}

/// The form as it stands before somebody fills it in.
fn fresh(app: &App) -> anyhow::Result<Posted> {
    let key = app.ids.id(app.clock.now()).context("making a key")?;
    Ok([("key".to_owned(), key)].into_iter().collect())
}

async fn page(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (posted, problems): (&Posted, &Problems),
) -> Result<Html, Answer> {
    let id = seen.meeting.id.clone();
    let papers = app
        .db
        .read(move |tx| store::of_meeting(tx, &id))
        .await
        .context("loading the papers of a meeting")?;
    let (standing, person) = (seen.standing, &seen.person);
    let listed = papers
        .into_iter()
        .filter(|paper| may_read(standing, person, paper))
        .map(|paper| Listed {
            may_remove: may_remove(standing, person, &paper),
            paper,
        });
    let action = format!("/meetings/{}/papers", seen.meeting.id);
    let form = may_add(standing).then_some(Form {
        action: &action,
        posted,
        problems,
        asks_speakers: keeps(standing),
    });
    Ok(views::page(
        visitor,
        &seen.meeting,
        &listed.collect::<Vec<_>>(),
        form,
    ))
}

pub(super) async fn add(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    uploaded: Uploaded,
) -> Result<Response, Answer> {
    if !may_add(seen.standing) {
        return Err(Answer::NotFound);
    }
    let by = if keeps(seen.standing) {
        By::Keeper
    } else {
        By::Speaker
    };
    let posted = adding::typed(&app, &uploaded)?;
    let about = (&seen.meeting.id, &seen.person);
    match adding::add(&app, visitor.words(), about, uploaded, by).await? {
        Ok(()) => Ok(Redirect::to(&format!("/meetings/{}/papers", seen.meeting.id)).into_response()),
        Err(problems) => {
            let page = page(&app, &visitor, &seen, (&posted, &problems)).await?;
            Err(Answer::Invalid(page))
        }
    }
}

/// A paper, and as what somebody stands before its meeting. For who may not read it, it does not exist.
async fn find(app: &App, person: Person, id: String) -> Result<(Paper, Seen), Answer> {
    let found = app
        .db
        .read(move |tx| store::find(tx, &id))
        .await
        .context("finding a paper")?;
    let paper = found.ok_or(Answer::NotFound)?;
    let seen = Seen::find(app, person.0.person, paper.meeting_id.clone()).await?;
    let seen = seen.filter(|seen| may_read(seen.standing, &seen.person, &paper));
    Ok((paper, seen.ok_or(Answer::NotFound)?))
}

pub(super) async fn load_down(
    State(app): State<App>,
    person: Person,
    Path(id): Path<String>,
) -> Result<Response, Answer> {
    let (paper, _) = find(&app, person, id).await?;
    give(&app, paper).await
}

pub(super) async fn remove(
    State(app): State<App>,
    person: Person,
    Path(id): Path<String>,
) -> Result<Redirect, Answer> {
    let (paper, seen) = find(&app, person, id).await?;
    if !may_remove(seen.standing, &seen.person, &paper) {
        return Err(Answer::NotFound);
    }
    adding::take_away(&app, paper).await?;
    Ok(Redirect::to(&format!("/meetings/{}/papers", seen.meeting.id)))
}
