//! The library: what owners of treated cases share with people outside their own group, and finding it again.
//!
//! Outside the closed group other rules hold than in it (domain knowledge, 6.2): an entry is a text of its own in general terms, its owner
//! consents to one use, a second person looks whether anybody can be recognised, and after a year its owner looks again. Nobody reads
//! who wrote it. What a group itself reads of a case is the work of `briefs`.
//!
//! Texts are sealed. Each process opens those that are on the shelf once and keeps an index of them in memory ([`Known`]); nothing
//! of it is written anywhere.

mod asking;
mod checking;
mod ending;
mod finding;
mod form;
mod guard;
mod kept;
mod known;
mod letters;
mod pages;
mod returning;
mod rules;
mod stocking;
mod store;
mod telling;
mod text;
mod views;
mod wishing;
mod writing;

use ::store::from_row;
use anyhow::Context as _;
use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::id::{GroupId, MeetingId, PersonId, ProgrammeId};
pub(crate) use ending::forget_lost;
pub(crate) use finding::{Near, similar};
pub(crate) use kept::{Kept, kept_of};
pub use known::Known;
use rules::{Shelf, State};
pub(crate) use stocking::{Sample, stock};
pub(crate) use store::{keep_within, take_back_of_case};
pub(crate) use telling::settle;
use text::Text;
pub(crate) use views::near;

/// Searching, sharing a treated case, checking, looking back.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/library", get(finding::search))
        .route("/library/mine", get(pages::mine))
        .route("/library/checks", get(pages::checks))
        .route("/library/wishes", get(wishing::show).post(wishing::wish))
        .route("/library/wishes/{id}/offers", post(wishing::offer))
        .route("/library/wishes/{id}/closure", post(wishing::close))
        .route("/library/similar", post(finding::like_this))
        .route("/library/cases/{id}", get(writing::offer).post(writing::begin))
        .route("/library/entries/{id}", get(pages::show))
        .route(
            "/library/entries/{id}/text",
            get(writing::show).post(writing::save),
        )
        .route("/library/entries/{id}/recall", post(checking::recall))
        .route("/library/entries/{id}/approval", post(checking::approve))
        .route("/library/entries/{id}/question", post(checking::ask))
        .route("/library/entries/{id}/offers", post(asking::offer))
        .route("/library/entries/{id}/asks", post(asking::ask))
        .route("/library/entries/{id}/review", post(ending::review))
        .route("/library/entries/{id}/consent", post(ending::consent))
        .route(
            "/library/entries/{id}/withdrawal",
            get(ending::ask).post(ending::withdraw),
        )
        .route(
            "/library/returns/{id}",
            get(returning::show).post(returning::answer),
        )
        .route("/groups/{id}/returns", get(returning::of_group))
}

/// An entry as the database has it: its texts are sealed.
#[derive(Clone, Debug)]
struct Entry {
    id: String,
    case_id: String,
    programme_id: ProgrammeId,
    /// The name of the programme.
    programme: String,
    /// The accent colour of the programme.
    accent: String,
    /// The name of the organisation that runs it.
    organisation: String,
    group_id: Option<GroupId>,
    owner_id: PersonId,
    /// The name of the owner.
    owner: String,
    /// A word of [`State`].
    state: String,
    /// A word of [`Shelf`].
    shelf: String,
    /// One of [`rules::SCOPES`].
    scope: String,
    /// Microseconds since 1970, UTC.
    published_at: Option<i64>,
    /// A date, `YYYY-MM-DD`.
    review_on: Option<String>,
    /// When its owner was asked to look again; microseconds since 1970, UTC.
    asked_at: Option<i64>,
    /// Rises with every change.
    version: i64,
    /// The key of its texts, wrapped; `None` when they are gone.
    wrapped: Option<String>,
    /// What its owner works on, sealed.
    draft: Option<String>,
    /// What others read, sealed.
    public: Option<String>,
    /// What whoever checked it asked, sealed.
    question: Option<String>,
}
from_row!(Entry {
    id,
    case_id,
    programme_id,
    programme,
    accent,
    organisation,
    group_id,
    owner_id,
    owner,
    state,
    shelf,
    scope,
    published_at,
    review_on,
    asked_at,
    version,
    wrapped,
    draft,
    public,
    question
});

impl Entry {
    fn state(&self) -> State {
        State::from_word(&self.state)
    }

    fn shelf(&self) -> Shelf {
        Shelf::from_word(&self.shelf)
    }

    /// The key of its texts.
    fn key(&self, app: &App) -> anyhow::Result<crate::vault::RecordKey> {
        let wrapped = self.wrapped.as_deref().context("an entry without its key")?;
        app.vault.unwrap(&self.id, wrapped)
    }

    fn opened(&self, app: &App, part: &str, sealed: Option<&String>) -> anyhow::Result<Text> {
        match sealed {
            Some(sealed) => Text::read(&self.key(app)?.open(part, sealed)?),
            None => Ok(Text::default()),
        }
    }

    /// What its owner works on.
    fn draft(&self, app: &App) -> anyhow::Result<Text> {
        self.opened(app, "draft", self.draft.as_ref())
    }

    /// What others read.
    fn public(&self, app: &App) -> anyhow::Result<Text> {
        self.opened(app, "public", self.public.as_ref())
    }

    /// What whoever checked it asked.
    fn question(&self, app: &App) -> anyhow::Result<Option<String>> {
        match &self.question {
            Some(sealed) => self.key(app)?.open("question", sealed).map(Some),
            None => Ok(None),
        }
    }
}

/// A treated case, as its owner comes from it to the library.
#[derive(Clone, Debug)]
struct Treated {
    id: String,
    /// Neutral title.
    title: String,
    /// The question to the group, one sentence.
    question: String,
    meeting_id: MeetingId,
    /// When it was treated; microseconds since 1970, UTC.
    ended_at: i64,
    programme_id: ProgrammeId,
    /// The name of the programme.
    programme: String,
    /// The accent colour of the programme.
    accent: String,
    /// The name of the organisation that runs it.
    organisation: String,
    group_id: Option<GroupId>,
    /// Its entry, when there is one.
    entry_id: Option<String>,
    /// The word of the state of that entry.
    state: Option<String>,
    /// The word of the shelf of that entry.
    shelf: Option<String>,
    /// What became of it was told.
    is_answered: bool,
}
from_row!(Treated {
    id,
    title,
    question,
    meeting_id,
    ended_at,
    programme_id,
    programme,
    accent,
    organisation,
    group_id,
    entry_id,
    state,
    shelf,
    is_answered
});
