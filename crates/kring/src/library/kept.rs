//! What somebody takes along of the library: everything they wrote, opened, for them alone.

use anyhow::Context as _;
use serde::Serialize;

use super::returning::{self, Said};
use super::store;
use super::text::Text;
use crate::app::App;
use crate::id::PersonId;

/// Everything somebody wrote for the library, and after their cases were treated.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Kept {
    entries: Vec<Own>,
    what_became_of_cases: Vec<Told>,
    /// Entries about which they may be asked.
    may_be_asked_about: Vec<String>,
    /// Programme and subject.
    looks_for: Vec<(String, String)>,
}

#[derive(Clone, Debug, Serialize)]
struct Own {
    programme: String,
    state: String,
    shelf: String,
    scope: String,
    text: Text,
}

#[derive(Clone, Debug, Serialize)]
struct Told {
    case: String,
    #[serde(flatten)]
    said: Said,
}

/// Everything of somebody.
///
/// # Errors
/// When the database does not answer, or the key of the installation is missing.
pub(crate) async fn kept_of(app: &App, person: PersonId) -> anyhow::Result<Kept> {
    let (entries, cases, may_be_asked_about, looks_for) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((
                store::of_owner(tx, &person)?,
                store::told_by(tx, &person)?,
                store::offered_by(tx, &person)?,
                store::wished_by(tx, &person)?,
            ))
        })
        .await
        .context("loading what somebody wrote for the library")?;
    let entries = entries
        .into_iter()
        .map(|entry| {
            Ok(Own {
                text: entry.draft(app)?,
                programme: entry.programme,
                state: entry.state,
                shelf: entry.shelf,
                scope: entry.scope,
            })
        })
        .collect::<anyhow::Result<_>>()?;
    let mut told = Vec::new();
    for (id, case) in cases {
        let said = returning::told(app, &id).await?;
        told.extend(said.map(|said| Told { case, said }));
    }
    Ok(Kept {
        entries,
        what_became_of_cases: told,
        may_be_asked_about,
        looks_for,
    })
}
