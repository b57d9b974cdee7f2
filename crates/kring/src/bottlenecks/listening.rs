//! What changed in a diagram, for pages that are open: a question that is answered when there is news, or after a while without.
//!
//! The page says which version it shows. There is no stream to keep: an answer is short, goes through every proxy, and the rights of
//! whoever asks are looked at each time.

use std::time::Duration;

use ::store::Follower;
use anyhow::Context as _;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::pages::{Board, Seen};
use super::store;
use super::views;
use crate::app::App;
use crate::auth::{Person, until_ended};
use crate::error::Answer;
use crate::web::{Query, Visitor};

/// So long a question waits for news. Proxies give up on silence after thirty seconds or later.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the page shows.
#[derive(Deserialize)]
pub(super) struct Known {
    #[serde(default)]
    after: String,
}

/// The parts of the page that change, when they did; nothing new has no content.
pub(super) async fn parts(
    State(app): State<App>,
    visitor: Visitor,
    person: Person,
    seen: Seen,
    Query(known): Query<Known>,
) -> Result<Response, Answer> {
    let after: i64 = known
        .after
        .parse()
        .map_err(|_no_page_of_ours| Answer::Unreadable)?;
    let id = &seen.bottleneck.id;
    // It listens before it looks, so that nothing falls in between.
    let mut follower = Follower::new(app.db.bus(), &store::topic(id), after, PATIENCE);
    let version = version(&app, id).await?;
    if version == after {
        let mut stopped = app.rooms.stopped();
        let is_stopped = async {
            // An error means that nobody can stop it any more: that is the end as well.
            drop(stopped.wait_for(|stopped| *stopped).await);
        };
        tokio::select! {
            _ = follower.wait() => {}
            () = is_stopped => {}
            () = until_ended(&app, &person.0.sign_in) => return Err(Answer::NotFound),
        }
    }
    let seen = seen.again(&app).await?;
    if seen.bottleneck.version == after {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let board = Board::load(&app, &seen).await?;
    Ok(views::parts(&visitor, &seen, &board).into_response())
}

async fn version(app: &App, id: &str) -> Result<i64, Answer> {
    let id = id.to_owned();
    let version = app
        .db
        .read(move |tx| store::version(tx, &id))
        .await
        .context("looking at the version of a diagram")?;
    version.ok_or(Answer::NotFound)
}
