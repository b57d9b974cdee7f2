//! Handlers for organisers: who signed up, making it known, adding and removing people.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State as Shared};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::Problems;

use super::desk::Desk;
use super::front::Wanted;
use super::rules::{State, can_change, is_ahead, offer};
use super::views::{self, Crowd};
use super::{Opening, store};
use crate::app::App;
use crate::error::Answer;
use crate::id::{MeetingId, SignUpId};
use crate::programmes::Managed;
use crate::web::{Form, Html, Path, Posted, Visitor};
use crate::words::Words;
use crate::{calendar, meetings};

/// An open meeting before somebody who organises its programme. For everybody else there is nothing here.
pub(super) struct Run {
    pub(super) opening: Opening,
}

#[derive(Deserialize)]
struct Place {
    meeting: MeetingId,
}

impl FromRequestParts<App> for Run {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Managed { programme } = Managed::from_request_parts(parts, app).await?;
        let Path(Place { meeting }) = Path::<Place>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let found = app
            .db
            .read(move |tx| {
                let meeting =
                    meetings::store::find(tx, &meeting)?.filter(|one| one.programme_id == programme.id);
                let Some(meeting) = meeting else {
                    return Ok(None);
                };
                let invitation = store::invitation(tx, &meeting.id)?;
                Ok::<_, ::store::Error>(invitation.map(|invitation| Opening {
                    meeting,
                    invitation,
                    programme: programme.clone(),
                }))
            })
            .await
            .context("finding an open meeting")
            .map_err(|error| Answer::from(error).into_response())?;
        found
            .map(|opening| Self { opening })
            .ok_or_else(|| Answer::NotFound.into_response())
    }
}

/// Who comes, who waits, and what can be done about it.
pub(super) async fn show(Shared(app): Shared<App>, visitor: Visitor, run: Run) -> Result<Html, Answer> {
    crowd(&app, &visitor, &run.opening, (&fresh(&app)?, &Problems::none())).await
}

/// An empty form, with the key that makes pressing twice pressing once.
fn fresh(app: &App) -> anyhow::Result<Posted> {
    let key = app.ids.id(app.clock.now())?;
    Ok([("key".to_owned(), key)].into_iter().collect())
}

async fn crowd(
    app: &App,
    visitor: &Visitor,
    opening: &Opening,
    (posted, problems): (&Posted, &Problems),
) -> Result<Html, Answer> {
    let id = opening.meeting.id.clone();
    let (sign_ups, attendants) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((store::of_meeting(tx, &id)?, meetings::store::attendants(tx, &id)?))
        })
        .await
        .context("loading who signed up")?;
    let now = app.clock.now();
    let crowd = Crowd {
        opening,
        offer: offer(&opening.meeting, &opening.invitation, now),
        can_change: can_change(&opening.meeting, now),
        takes_people: is_ahead(&opening.meeting, now),
        sign_ups: &sign_ups,
        attendants: &attendants,
        address: &app.config.address,
        posted,
        problems,
    };
    Ok(views::crowd(visitor, &crowd))
}

/// Makes it known: its page is there for everybody, and whoever leads is invited. Pressing twice does it once.
pub(super) async fn publish(Shared(app): Shared<App>, run: Run) -> Result<Redirect, Answer> {
    calendar::make_known(&app, &run.opening.meeting.id).await?;
    Ok(Redirect::to(&run.opening.desk()))
}

/// Signs somebody up who asked for it in another way, such as by telephone. They need not confirm it; the mail tells them.
pub(super) async fn add(
    Shared(app): Shared<App>,
    visitor: Visitor,
    run: Run,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let opening = run.opening;
    if !is_ahead(&opening.meeting, app.clock.now()) {
        return Err(Answer::Forbidden(too_late));
    }
    let wanted = match Wanted::read(&posted, visitor.words()) {
        Ok(wanted) => wanted,
        Err(problems) => {
            let page = crowd(&app, &visitor, &opening, (&posted, &problems)).await?;
            return Err(Answer::Invalid(page));
        }
    };
    let key = uuid::Uuid::parse_str(posted.text("key")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let sign_up = wanted.signs_up(&app, &opening, "nl")?;
    let (desk, here) = (Desk::of(&app), opening.desk());
    app.db
        .write(
            move |tx| match store::standing(tx, &opening.meeting.id, &sign_up.mail)? {
                // Whoever signed up and did not confirm is confirmed by the organiser.
                Some(before) if before.state == State::Asked => desk.admit(tx, &opening, before),
                None if store::add(tx, &sign_up, &key.to_string())? => {
                    desk.admit(tx, &opening, sign_up.clone())
                }
                Some(_) | None => Ok(()),
            },
        )
        .await
        .context("adding somebody to an open meeting")?;
    Ok(Redirect::to(&format!("{here}#people")).into_response())
}

fn too_late(words: &Words) -> String {
    words.openings_too_late()
}

#[derive(Deserialize)]
pub(super) struct One {
    sign_up: SignUpId,
}

/// Takes somebody off the list or out of the line; they hear of it, and whoever waits moves up.
pub(super) async fn remove(
    Shared(app): Shared<App>,
    run: Run,
    Path(One { sign_up }): Path<One>,
) -> Result<Redirect, Answer> {
    let opening = run.opening;
    if !is_ahead(&opening.meeting, app.clock.now()) {
        return Err(Answer::Forbidden(too_late));
    }
    let (desk, here) = (Desk::of(&app), opening.desk());
    let is_there = app
        .db
        .write(
            move |tx| match store::sign_up(tx, &opening.meeting.id, &sign_up)? {
                Some(sign_up) => desk.let_go(tx, &opening, &sign_up).map(|()| true),
                None => Ok(false),
            },
        )
        .await
        .context("taking somebody off an open meeting")?;
    if !is_there {
        return Err(Answer::NotFound);
    }
    Ok(Redirect::to(&format!("{here}#people")))
}
