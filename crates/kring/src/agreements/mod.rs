//! What a group has promised each other, or everybody who comes to the open meetings of a programme, and who has accepted it.
//!
//! A text is never changed: a new one is a new version, and everybody is asked again. Somebody accepts a version once, not at each
//! meeting. In the room a guest accepts for this one meeting; that stands in the log of the session.

mod pages;
pub(crate) mod rules;
pub(crate) mod store;
pub(crate) mod views;

use ::store::{Tx, from_row};
use anyhow::Context as _;

use crate::app::App;
use crate::id::{GroupId, PersonId, ProgrammeId};
use views::{Refused, Shown};

pub(crate) use pages::{Home, routes};

/// Whose agreements they are.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub(crate) programme: ProgrammeId,
    /// `None` for the open meetings of the programme.
    pub(crate) group: Option<GroupId>,
}

/// A version of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agreement {
    pub(crate) id: String,
    /// From 1.
    pub(crate) version: i64,
    /// One agreement a line.
    pub(crate) text: String,
    /// Microseconds since 1970, UTC.
    pub(crate) since: i64,
}
from_row!(Agreement {
    id,
    version,
    text,
    since
});

impl Agreement {
    /// The version as the session knows it.
    pub(crate) fn number(&self) -> u32 {
        u32::try_from(self.version).unwrap_or(u32::MAX)
    }
}

/// The agreements of a scope for a page that this person looks at.
pub(crate) fn of(tx: &mut Tx<'_>, scope: &Scope, person: &PersonId) -> Result<Shown, ::store::Error> {
    let Some(current) = store::current(tx, scope)? else {
        return Ok(Shown::default());
    };
    Ok(Shown {
        accepted: store::accepted_by(tx, &current.id)?,
        is_accepted: store::has_accepted(tx, &current.id, person)?,
        current: Some(current),
        ..Shown::default()
    })
}

/// Whether somebody still has to accept what holds now: until then they read no case.
pub(crate) fn awaits(tx: &mut Tx<'_>, scope: &Scope, person: &PersonId) -> Result<bool, ::store::Error> {
    match store::current(tx, scope)? {
        Some(current) => Ok(!store::has_accepted(tx, &current.id, person)?),
        None => Ok(false),
    }
}

/// Makes a new version of what somebody typed, from the version they saw, and has them accept it; or why not.
///
/// # Errors
/// When the database does not take it.
async fn write(
    app: &App,
    scope: Scope,
    writer: PersonId,
    typed: &str,
    based_on: &str,
) -> anyhow::Result<Result<(), Refused>> {
    let (typed, based_on) = (typed.to_owned(), based_on.parse().unwrap_or(0));
    let now = app.clock.now();
    let (id, since) = (app.ids.id(now).context("making an id")?, now.as_microsecond());
    app.db
        .write(move |tx| {
            let current = store::current(tx, &scope)?;
            let version = current.as_ref().map_or(0, |current| current.version);
            if version != based_on {
                return Ok(Err(Refused::Overtaken));
            }
            let before = current.as_ref().map(|current| current.text.as_str());
            let text = match rules::text(&typed, before) {
                Ok(text) => text,
                Err(problem) => return Ok(Err(Refused::Text(problem))),
            };
            let agreement = Agreement {
                id: id.clone(),
                version: version + 1,
                text,
                since,
            };
            store::add(tx, &scope, &agreement, Some(&writer))?;
            store::accept(tx, &agreement.id, &writer, since)?;
            Ok::<_, ::store::Error>(Ok(()))
        })
        .await
        .context("writing new agreements")
}

/// Somebody accepts a version, if it is the one that holds.
///
/// # Errors
/// When the database does not take it.
async fn accept(app: &App, scope: Scope, person: PersonId, agreement: String) -> anyhow::Result<()> {
    let now = app.clock.now().as_microsecond();
    app.db
        .write(
            move |tx| match store::current(tx, &scope)?.filter(|current| current.id == agreement) {
                Some(current) => store::accept(tx, &current.id, &person, now),
                None => Ok(()),
            },
        )
        .await
        .context("accepting agreements")
}
