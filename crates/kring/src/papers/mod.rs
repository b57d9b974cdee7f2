//! The papers of a meeting: links and files that people read before it or take along from it.
//!
//! Nothing here is shown in a browser: a file is loaded down under a name and a type that Kring chose, after it looked into it. A case is
//! no paper; it is written in `briefs`, where it is sealed.
//!
//! Files stand in the database, like everything else: so they are in every backup, are there on every node, and go with their row.

mod adding;
mod pages;
mod rules;
pub(crate) mod store;
pub(crate) mod views;

use ::store::from_row;
use anyhow::Context as _;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::Response;
use axum::routing::{get, post};
use data_encoding::BASE64;

use crate::app::App;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::web::download_bytes;

pub(crate) use adding::{By, add, take_away, typed};
pub(crate) use rules::is_for_speaker;

/// Bytes of a posted form that are read at all: what is a little too large is read and refused with a sentence, and not cut off.
pub(crate) const MOST_POSTED: usize = 24 * 1024 * 1024;

/// The papers of a meeting.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route(
            "/meetings/{id}/papers",
            get(pages::list)
                .post(pages::add)
                .layer(DefaultBodyLimit::max(MOST_POSTED)),
        )
        .route("/papers/{id}", get(pages::load_down))
        .route("/papers/{id}/removal", post(pages::remove))
}

/// A paper, without what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paper {
    pub(crate) id: String,
    pub(crate) meeting_id: MeetingId,
    pub(crate) title: String,
    /// Where it is, when it is no file.
    pub(crate) link: Option<String>,
    /// As whoever loads it down gets it.
    pub(crate) file_name: Option<String>,
    /// A word of [`rules::Kind`].
    pub(crate) kind: Option<String>,
    /// In bytes.
    pub(crate) size: Option<i64>,
    /// A speaker reads it as well.
    pub(crate) for_speakers: bool,
    pub(crate) added_by: PersonId,
}
from_row!(Paper {
    id,
    meeting_id,
    title,
    link,
    file_name,
    kind,
    size,
    for_speakers,
    added_by
});

/// Hands a file over to somebody who may have it; a link has nothing to hand over.
pub(crate) async fn give(app: &App, paper: Paper) -> Result<Response, Answer> {
    let (Some(name), Some(kind)) = (
        paper.file_name,
        paper.kind.as_deref().and_then(rules::Kind::of_word),
    ) else {
        return Err(Answer::NotFound);
    };
    let parts = app
        .db
        .read(move |tx| store::parts(tx, &paper.id))
        .await
        .context("loading a paper")?;
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend(BASE64.decode(part.as_bytes()).context("reading a stored paper")?);
    }
    Ok(download_bytes(&name, kind.mime(), bytes))
}
