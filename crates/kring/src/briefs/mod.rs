//! Cases as their owners write them: with help, in peace, sealed. A facilitator looks whether anybody can be recognised before others
//! read a word, and what is shared is a text of its own: what the owner wrote for themselves is given to nobody.
//!
//! The list of a meeting knows a case by a neutral title and one sentence (`cases`); a brief comes onto it when its owner or the
//! facilitator brings it.

mod carrying;
mod checking;
pub(crate) mod consents;
mod ending;
mod form;
mod guard;
mod letters;
pub(crate) mod opening;
mod owning;
mod pages;
mod quick;
pub(crate) mod rules;
mod sharing;
mod store;
mod telling;
mod template;
mod trail;
mod views;
mod writing;

use ::store::{Db, Error, Tx, from_row};
use anyhow::Context as _;
use axum::Router;
use axum::routing::{get, post};
use jiff::Timestamp;
use serde::Serialize;

use crate::app::App;
use crate::cases;
use crate::clock::Ids;
use crate::id::{GroupId, MeetingId, PersonId};
use crate::library;
use rules::{Readers, State};
use template::Answers;
use trail::{By, Deed, Entry};

/// Writing a case, sharing it, checking it, bringing it, taking it back.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/my/cases", get(pages::mine))
        .route("/groups/{id}/cases", get(pages::of_group).post(writing::make))
        .route("/groups/{id}/cases/new", get(writing::new))
        .route("/groups/{id}/cases/quick", get(quick::new).post(quick::send))
        .route("/cases/{id}", get(pages::show))
        .route("/cases/{id}/text", get(writing::show).post(writing::save))
        .route("/cases/{id}/sharing", get(sharing::show).post(sharing::send))
        .route("/cases/{id}/owners", post(owning::ask))
        .route("/cases/{id}/consents", post(consents::allow))
        .route("/cases/{id}/joining", post(owning::answer))
        .route("/cases/{id}/agreement", post(owning::agree))
        .route("/cases/{id}/approval", post(checking::approve))
        .route("/cases/{id}/question", post(checking::ask))
        .route("/cases/{id}/meeting", post(ending::bring))
        .route("/cases/{id}/withdrawal", get(ending::ask).post(ending::withdraw))
}

/// A brief as the database has it: its texts are sealed.
#[derive(Clone, Debug)]
struct Brief {
    id: String,
    group_id: GroupId,
    group_name: String,
    /// The accent colour of the programme.
    accent: String,
    owner_id: PersonId,
    /// The name of the owner.
    owner: String,
    /// Who was asked to own it as well.
    second_id: Option<PersonId>,
    /// Their name.
    second: Option<String>,
    /// When they said yes: microseconds since 1970, UTC.
    second_since: Option<i64>,
    /// Which of two owners proposed the text that is to be shared.
    proposed_by: Option<PersonId>,
    meeting_id: Option<MeetingId>,
    /// One of [`template::TEMPLATES`].
    template: String,
    /// A word of [`State`].
    state: String,
    /// A word of [`Readers`].
    readers: String,
    /// From 1 to 3.
    urgency: i64,
    /// How personal the question is, from 1 to 4; 0 when it is not said.
    depth: i64,
    /// A method of the catalogue.
    method: Option<String>,
    /// Microseconds since 1970, UTC.
    changed_at: i64,
    /// Rises with every change.
    version: i64,
    /// The key of its texts, wrapped; `None` when they are gone.
    wrapped: Option<String>,
    /// The word of the list of its meeting: `ready`, `treated` or `spare`.
    treated: Option<String>,
    /// What its owner wrote, sealed.
    own: Option<String>,
    /// What is shared, sealed.
    shared: Option<String>,
    /// What the facilitator asked when returning it, sealed.
    question: Option<String>,
}
from_row!(Brief {
    id,
    group_id,
    group_name,
    accent,
    owner_id,
    owner,
    second_id,
    second,
    second_since,
    proposed_by,
    meeting_id,
    template,
    state,
    readers,
    urgency,
    depth,
    method,
    changed_at,
    version,
    wrapped,
    treated,
    own,
    shared,
    question
});

impl Brief {
    /// How far it is; what this version does not know is as good as gone.
    fn state(&self) -> State {
        State::from_word(&self.state).unwrap_or(State::Withdrawn)
    }

    /// Whose it is: one, or two who decide together what is shared.
    fn owners(&self) -> Vec<PersonId> {
        let second = self.second_id.iter().filter(|_| self.second_since.is_some());
        std::iter::once(&self.owner_id).chain(second).cloned().collect()
    }

    /// Who may read what is shared; what this version does not know is nobody.
    fn readers(&self) -> Readers {
        Readers::from_word(&self.readers).unwrap_or(Readers::Owner)
    }

    /// A part of it, opened; nothing when it is not there.
    fn opened(&self, app: &App, part: &str, sealed: Option<&String>) -> anyhow::Result<Answers> {
        match self.text(app, part, sealed)? {
            Some(text) => Answers::read(&text),
            None => Ok(Answers::default()),
        }
    }

    fn text(&self, app: &App, part: &str, sealed: Option<&String>) -> anyhow::Result<Option<String>> {
        let Some(sealed) = sealed else { return Ok(None) };
        let wrapped = self.wrapped.as_deref().context("a text without its key")?;
        let key = app.vault.unwrap(&self.id, wrapped)?;
        key.open(part, sealed).map(Some)
    }

    /// What its owner wrote: for them alone.
    fn own(&self, app: &App) -> anyhow::Result<Answers> {
        self.opened(app, "own", self.own.as_ref())
    }

    /// What is shared.
    fn shared(&self, app: &App) -> anyhow::Result<Answers> {
        self.opened(app, "shared", self.shared.as_ref())
    }

    /// What the facilitator asked.
    fn question(&self, app: &App) -> anyhow::Result<Option<String>> {
        self.text(app, "question", self.question.as_ref())
    }
}

/// A brief as its owner takes it along: everything they wrote.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Kept {
    group: String,
    state: String,
    own: Answers,
    /// Microseconds since 1970, UTC.
    changed_at: i64,
}

/// Everything somebody wrote about cases, opened, for them alone.
///
/// # Errors
/// When the database does not answer, or the key of the installation is missing.
pub(crate) async fn kept_of(app: &App, person: PersonId) -> anyhow::Result<Vec<Kept>> {
    let lines = app
        .db
        .read(move |tx| store::of_owner(tx, &person))
        .await
        .context("loading somebody's briefs")?;
    lines
        .into_iter()
        .map(|line| {
            Ok(Kept {
                own: line.opened(app, "own")?,
                group: line.group_name,
                state: line.state,
                changed_at: line.changed_at,
            })
        })
        .collect()
}

/// Forgets everything that was written about a case, as its owner would by taking it back, because its key is gone.
///
/// # Errors
/// When the database does not answer, or no id can be made.
pub(crate) async fn forget_lost(db: &Db, id: &str, (ids, now): (&Ids, Timestamp)) -> anyhow::Result<()> {
    let by = By::Administrator {
        name: None,
        reason: None,
    };
    let (id, entry) = (id.to_owned(), trail::entry(ids, now, Deed::Lost, by)?);
    db.write(move |tx| forget(tx, &id, &entry))
        .await
        .context("taking back a case whose key is gone")
}

fn forget(tx: &mut Tx<'_>, id: &str, entry: &Entry) -> Result<(), Error> {
    cases::store::take_off(tx, id)?;
    library::take_back_of_case(tx, id, entry.at)?;
    store::forget(tx, id, entry.at)?;
    store::allow_nothing(tx, id)?;
    store::note(tx, id, entry)
}

/// Does what is due by itself.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn settle(app: &App) -> anyhow::Result<()> {
    carrying::carry_over(app).await?;
    trail::trim(app).await
}

/// A brief on a list.
#[derive(Clone, Debug)]
struct Line {
    id: String,
    group_name: String,
    /// The name of the owner.
    owner: String,
    state: String,
    /// From 1 to 3.
    urgency: i64,
    /// Microseconds since 1970, UTC.
    changed_at: i64,
    /// The title of the meeting it is brought to.
    meeting: Option<String>,
    /// Microseconds since 1970, UTC.
    starts_at: Option<i64>,
    /// The word of the list of that meeting: `ready`, `treated` or `spare`.
    treated: Option<String>,
    wrapped: Option<String>,
    /// The text that whoever asked may read, sealed.
    sealed: Option<String>,
}
from_row!(Line {
    id,
    group_name,
    owner,
    state,
    urgency,
    changed_at,
    meeting,
    starts_at,
    treated,
    wrapped,
    sealed
});

impl Line {
    /// The part that whoever asked may read, opened; nothing when there is none yet.
    fn opened(&self, app: &App, part: &str) -> anyhow::Result<Answers> {
        let (Some(wrapped), Some(sealed)) = (&self.wrapped, &self.sealed) else {
            return Ok(Answers::default());
        };
        let key = app.vault.unwrap(&self.id, wrapped)?;
        Answers::read(&key.open(part, sealed)?)
    }
}
