//! What somebody sees and does by the link in their mail: confirm, look, sign off.
//!
//! Opening the link changes nothing, because mail scanners open links; the buttons do.

use anyhow::Context as _;
use axum::extract::State as Shared;
use axum::response::Redirect;

use super::desk::Desk;
use super::rules::{State, is_ahead};
use super::views::{self, Own};
use super::{Opening, SignUp, store};
use crate::app::App;
use crate::auth::Token;
use crate::calendar;
use crate::error::Answer;
use crate::meetings::rules::takes_sign_ups;
use crate::web::{Html, Path, Visitor};
use crate::words::Words;

/// Somebody who signed up, by a link of this slice or by one with which people answer an invitation.
async fn by_link(app: &App, token: &str) -> Result<(Opening, SignUp, i64), Answer> {
    let hash = Token::parse(token).ok_or(Answer::NotFound)?.hash();
    let now = app.clock.now().as_microsecond();
    let found = app
        .db
        .read(move |tx| {
            let sign_up = match store::by_link(tx, &hash)? {
                Some(sign_up) => Some(sign_up),
                None => match calendar::link_to_answer(tx, &hash, now)? {
                    Some((meeting, person)) => store::of_person(tx, &meeting, &person)?,
                    None => None,
                },
            };
            let Some(sign_up) = sign_up else {
                return Ok(None);
            };
            let everybody = store::of_meeting(tx, &sign_up.meeting_id)?;
            let ahead = everybody
                .iter()
                .filter(|one| one.state == State::Waiting && one.position < sign_up.position)
                .count();
            let opening = store::find(tx, &sign_up.meeting_id)?;
            Ok::<_, ::store::Error>(opening.map(|opening| (opening, sign_up, ahead)))
        })
        .await
        .context("looking for somebody who signed up")?;
    let (opening, sign_up, ahead) = found.ok_or(Answer::NotFound)?;
    Ok((opening, sign_up, i64::try_from(ahead).unwrap_or(i64::MAX)))
}

pub(super) async fn show(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Html, Answer> {
    let (opening, sign_up, ahead) = by_link(&app, &token).await?;
    let now = app.clock.now();
    let own = Own {
        opening: &opening,
        sign_up: &sign_up,
        token: &token,
        ahead,
        can_confirm: takes_sign_ups(&opening.meeting, &opening.invitation, now),
        can_leave: is_ahead(&opening.meeting, now),
        now,
    };
    Ok(views::own(&visitor, &own))
}

/// Gives a place, or one in the line. Pressing twice does it once; too late, and the page tells so.
pub(super) async fn confirm(Shared(app): Shared<App>, Path(token): Path<String>) -> Result<Redirect, Answer> {
    let (opening, sign_up, _) = by_link(&app, &token).await?;
    if !takes_sign_ups(&opening.meeting, &opening.invitation, app.clock.now()) {
        return Err(Answer::Forbidden(too_late));
    }
    let desk = Desk::of(&app);
    app.db
        .write(
            move |tx| match store::sign_up(tx, &opening.meeting.id, &sign_up.id)? {
                Some(asked) if asked.state == State::Asked => desk.admit(tx, &opening, asked),
                _ => Ok(()),
            },
        )
        .await
        .context("confirming that somebody comes")?;
    Ok(Redirect::to(&format!("/sign-ups/{token}")))
}

fn too_late(words: &Words) -> String {
    words.openings_too_late()
}

/// Gives a place back, or leaves the line.
pub(super) async fn withdraw(
    Shared(app): Shared<App>,
    Path(token): Path<String>,
) -> Result<Redirect, Answer> {
    let (opening, sign_up, _) = by_link(&app, &token).await?;
    if !is_ahead(&opening.meeting, app.clock.now()) {
        return Err(Answer::Forbidden(begun));
    }
    let desk = Desk::of(&app);
    app.db
        .write(
            move |tx| match store::sign_up(tx, &opening.meeting.id, &sign_up.id)? {
                Some(now) => desk.let_go(tx, &opening, &now),
                None => Ok(()),
            },
        )
        .await
        .context("taking back that somebody comes")?;
    Ok(Redirect::to(&format!("/sign-ups/{token}")))
}

fn begun(words: &Words) -> String {
    words.calendar_reply_too_late()
}
