//! Handlers of one cause: everything that came of it, from the bottleneck to the actions, as far as somebody may see it.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;
use ui::locale;

use super::pages::Seen;
use super::rules::Act;
use super::views::{self, Chained};
use super::{Cause, store};
use crate::app::App;
use crate::error::Answer;
use crate::id::PersonId;
use crate::meetings::rules::{Sight, Standing};
use crate::meetings::{self, Action, Meeting, Outcome};
use crate::web::{Form, Html, Posted, Visitor};
use crate::{agreements, cases};

/// What came of a question about a cause.
pub(super) struct Followed {
    pub(super) meeting: Meeting,
    /// As what whoever looks stands before that meeting; `None` when it is not there for them.
    pub(super) standing: Option<Standing>,
    /// The question, when they may see it.
    pub(super) case: Option<cases::Case>,
    /// What the group found out about it.
    pub(super) outcomes: Vec<Outcome>,
    /// What people of that meeting are going to do.
    pub(super) actions: Vec<Action>,
    /// They see what came out of the meeting.
    pub(super) sees_outcome: bool,
}

/// The causes of the diagram, and what came of one of them.
pub(super) struct Loaded {
    pub(super) causes: Vec<Cause>,
    pub(super) cause: Cause,
    pub(super) followed: Option<Followed>,
}

async fn load(app: &App, seen: &Seen) -> Result<Loaded, Answer> {
    let wanted = seen.cause.clone().ok_or(Answer::NotFound)?;
    let (home, person) = (seen.bottleneck.id.clone(), seen.person.clone());
    let today = locale::local(app.clock.now()).date().to_string();
    let loaded = app
        .db
        .read(move |tx| {
            let causes = store::causes(tx, &home, &person)?;
            let Some(cause) = causes.iter().find(|cause| cause.id == wanted).cloned() else {
                return Ok(None);
            };
            let followed = follow(tx, &cause, (&person, &today))?;
            Ok::<_, ::store::Error>(Some(Loaded {
                causes,
                cause,
                followed,
            }))
        })
        .await
        .context("loading what came of a cause")?;
    let mut loaded = loaded.ok_or(Answer::NotFound)?;
    if !seen.may(Act::Count) {
        loaded.cause.votes = 0;
    }
    Ok(loaded)
}

/// The rules of the meeting hold for what is shown of it here.
fn follow(
    tx: &mut ::store::Tx<'_>,
    cause: &Cause,
    (person, today): (&PersonId, &str),
) -> Result<Option<Followed>, ::store::Error> {
    let meeting = match &cause.meeting_id {
        Some(id) => meetings::store::find(tx, id)?,
        None => None,
    };
    let Some(meeting) = meeting else {
        return Ok(None);
    };
    let standing = meetings::rules::standing(&meetings::store::ties(tx, &meeting, person, today)?);
    let sees = |sight| standing.is_some_and(|standing| meetings::rules::may(standing, sight));
    let mut followed = Followed {
        standing,
        case: None,
        outcomes: Vec::new(),
        actions: Vec::new(),
        sees_outcome: false,
        meeting,
    };
    if !sees(Sight::Cases) {
        return Ok(Some(followed));
    }
    let awaits = agreements::awaits(tx, &followed.meeting.scope(), person)?;
    let listed = cases::store::of_meeting(tx, &followed.meeting.id)?;
    followed.sees_outcome = sees(Sight::Outcome) && !awaits;
    if followed.sees_outcome {
        let is_about = |outcome: &Outcome| match &outcome.case_id {
            Some(of) => *of == cause.id,
            // What belongs to no case in particular, when there was only this one.
            None => listed
                .iter()
                .filter(|one| one.state == "treated")
                .map(|one| &one.id)
                .eq([&cause.id]),
        };
        followed.outcomes = meetings::store::outcomes(tx, &followed.meeting.id)?;
        // Notes for one person are found where they were written.
        followed
            .outcomes
            .retain(|outcome| outcome.audience == "group" && is_about(outcome));
        followed.actions = meetings::store::actions_of_meeting(tx, &followed.meeting.id)?;
    }
    let mut own = listed.into_iter().filter(|one| one.id == cause.id);
    followed.case = own.find(|one| !awaits || one.is_of(person));
    Ok(Some(followed))
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let loaded = load(&app, &seen).await?;
    let chained = Chained {
        seen: &seen,
        loaded: &loaded,
        now: app.clock.now(),
    };
    Ok(views::chain(&visitor, &chained))
}

/// Says which actions of the meeting are about this cause.
pub(super) async fn link(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let Loaded { cause, followed, .. } = load(&app, &seen).await?;
    let followed = followed.filter(|followed| followed.sees_outcome && seen.may(Act::FollowUp));
    let followed = followed.ok_or(Answer::NotFound)?;
    let chosen: Vec<String> = posted
        .fields()
        .filter(|(name, _)| name.starts_with("action-"))
        .map(|(_, id)| id.to_owned())
        .collect();
    let here = format!("/causes/{}#actions", cause.id);
    let home = seen.bottleneck.id;
    app.db
        .write(move |tx| {
            store::link_actions(tx, &cause.id, &followed.meeting.id, &chosen)?;
            store::touch(tx, &home)
        })
        .await
        .context("noting which actions are about a cause")?;
    Ok(Redirect::to(&here))
}
