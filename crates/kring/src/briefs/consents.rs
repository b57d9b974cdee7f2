//! What an owner allows to be done with a case once it was treated. Each use is allowed for itself, each owner allows for themselves, and
//! what is taken back counts from that moment.
//!
//! Whoever uses cases asks [`allows`] each time and keeps no answer.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;

use super::pages::Seen;
use super::rules::Act;
use super::store;
use crate::app::App;
use crate::error::Answer;
use crate::web::{Form, Posted};

pub(crate) use super::store::allows;

/// What a case can be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// The group goes on with it.
    Group,
    /// Other groups of the programme read what was learned.
    Programme,
    /// It stands, made more general, in the library.
    Library,
}

impl Use {
    pub(crate) const ALL: [Self; 3] = [Self::Group, Self::Programme, Self::Library];

    /// As it stands in the database.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Programme => "programme",
            Self::Library => "library",
        }
    }

    /// The name of its field.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Group => "use-group",
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
        .write(move |tx| store::allow_only(tx, (&id, &person), &uses, now))
        .await
        .context("keeping what an owner allows")?;
    Ok(Redirect::to(&here))
}
