//! What an owner allows to be done with a case once it was treated. Each use is allowed for itself, each owner allows for themselves, and
//! what is taken back counts from that moment.
//!
//! What rests on it goes with it: an entry of the library that is no longer allowed is taken off the shelf in the same transaction.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;

use super::pages::Seen;
use super::rules::Act;
use super::store;
use crate::app::App;
use crate::error::Answer;
use crate::library;
use crate::web::{Form, Posted};

/// What a case can be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Other groups of the programme read what was learned.
    Programme,
    /// Everybody in the programmes of the organisation reads what was learned.
    Library,
}

impl Use {
    pub(crate) const ALL: [Self; 2] = [Self::Programme, Self::Library];

    /// As it stands in the database.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Library => "library",
        }
    }

    /// The name of its field.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Programme => "use-programme",
            Self::Library => "use-library",
        }
    }
}

/// What is ticked in a form.
pub(super) fn ticked(posted: &Posted) -> Vec<Use> {
    let is_ticked = |one: &Use| !posted.text(one.field()).is_empty();
    Use::ALL.into_iter().filter(is_ticked).collect()
}

/// Allows what is ticked and takes back the rest.
pub(super) async fn allow(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let seen = seen.only(Act::Write)?;
    let (uses, now) = (ticked(&posted), app.clock.now().as_microsecond());
    let here = format!("/cases/{}", seen.brief.id);
    let (id, person) = (seen.brief.id, seen.person);
    app.db
        .write(move |tx| {
            store::allow_only(tx, (&id, &person), &uses, now)?;
            let mut left = Vec::new();
            for one in Use::ALL {
                if store::allows(tx, &id, one)? {
                    left.push(one.word());
                }
            }
            library::keep_within(tx, &id, &left, now)
        })
        .await
        .context("keeping what an owner allows")?;
    Ok(Redirect::to(&here))
}
