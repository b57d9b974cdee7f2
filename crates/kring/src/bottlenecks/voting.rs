//! Handlers for the vote: beginning and closing it, and choosing roots.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::Problems;

use super::pages::{self, Board, Seen};
use super::rules::{Act, MOST_VOTES, State as Stand};
use super::store;
use crate::app::App;
use crate::error::Answer;
use crate::web::{Form, Posted, Visitor};

/// What the box of a cause is called in the form; what follows is a number.
pub(super) const BOX: &str = "root";

/// Goes on to voting, closes the vote, or goes back.
pub(super) async fn turn(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    if !seen.may(Act::Turn) {
        return Err(Answer::NotFound);
    }
    let wanted = Stand::from_word(posted.text("to")).ok_or(Answer::Unreadable)?;
    let (from, id) = (seen.bottleneck.state(), seen.bottleneck.id.clone());
    // Somebody else was first, or pressed twice: the page shows how it is.
    if let Some(to) = from.turned(wanted) {
        app.db
            .write(move |tx| {
                if store::turn(tx, &id, from.word(), to.word())? {
                    store::touch(tx, &id)?;
                }
                Ok::<_, ::store::Error>(())
            })
            .await
            .context("taking a diagram further")?;
    }
    Ok(Redirect::to(&seen.bottleneck.href()))
}

/// Chooses roots, instead of those chosen before.
pub(super) async fn vote(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let chosen: Vec<String> = posted
        .fields()
        .filter(|(name, _)| name.strip_prefix(BOX).is_some_and(|rest| rest.starts_with('-')))
        .map(|(_, id)| id.to_owned())
        .collect();
    let mut problems = Problems::none();
    if chosen.len() > MOST_VOTES {
        problems.add(BOX, visitor.words().bottlenecks_vote_most(MOST_VOTES));
        let page = pages::page(&app, &visitor, &seen, (&posted, &problems)).await?;
        return Err(Answer::Invalid(page));
    }
    let may = seen.may(Act::Vote);
    let (id, person) = (seen.bottleneck.id.clone(), seen.person.clone());
    let is_kept = app
        .db
        .write(move |tx| {
            if !may || !store::is_in(tx, &id, "voting")? {
                return Ok(false);
            }
            let board = Board::read(tx, &id, &person)?;
            store::clear_votes(tx, &id, &person)?;
            for cause in chosen.iter().filter(|cause| board.find(cause).is_some()) {
                store::vote(tx, cause, &person)?;
            }
            store::touch(tx, &id)?;
            Ok::<_, ::store::Error>(true)
        })
        .await
        .context("noting what somebody chose")?;
    if is_kept {
        return Ok(Redirect::to(&format!("{}#vote", seen.bottleneck.href())).into_response());
    }
    problems.add("form", visitor.words().bottlenecks_vote_over());
    let page = pages::page(&app, &visitor, &seen, (&posted, &problems)).await?;
    Err(Answer::Conflict(page))
}
