//! Who saw or did what with a case, for its owners to see: what happened and when, never what it says.
//!
//! It is written in the transaction of what it tells. Reading is the one thing that a page notes: once for each person and day, before
//! the text is shown, so that nobody reads what is not noted.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use ui::locale;

use super::pages::Seen;
use super::store;
use crate::app::App;
use crate::clock::Ids;
use crate::id::PersonId;

/// How long it is kept: two years, as long as such a trail is usually asked for.
const KEPT: SignedDuration = SignedDuration::from_hours(2 * 365 * 24);

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Read what is shared.
    Read,
    /// Sent the text that others may read, or proposed it to the other owner.
    Shared,
    /// Agreed with the text that the other owner proposed.
    Agreed,
    /// Said that nobody can be recognised.
    Approved,
    /// Asked a question first.
    Returned,
    /// Came to own it as well.
    Joined,
    /// Took it back.
    Withdrawn,
    /// Opened it in an emergency.
    Opened,
    /// Erased it because its key was gone.
    Lost,
}

impl Deed {
    const ALL: [Self; 9] = [
        Self::Read,
        Self::Shared,
        Self::Agreed,
        Self::Approved,
        Self::Returned,
        Self::Joined,
        Self::Withdrawn,
        Self::Opened,
        Self::Lost,
    ];

    /// As it stands in the database.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Shared => "shared",
            Self::Agreed => "agreed",
            Self::Approved => "approved",
            Self::Returned => "returned",
            Self::Joined => "joined",
            Self::Withdrawn => "withdrawn",
            Self::Opened => "opened",
            Self::Lost => "lost",
        }
    }

    /// Reads [`Deed::word`].
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.word() == word)
    }
}

/// A line that is to be written.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: String,
    /// What makes it one, however often it is written.
    pub(super) once: String,
    pub(super) deed: Deed,
    pub(super) by: By,
    /// Microseconds since 1970, UTC.
    pub(super) at: i64,
}

/// Who did it.
#[derive(Clone, Debug)]
pub(super) enum By {
    Person(PersonId),
    /// An administrator at the command line, as who and why they said.
    Administrator {
        name: Option<String>,
        reason: Option<String>,
    },
}

/// A line for what somebody does now.
///
/// # Errors
/// When no id can be made.
pub(super) fn entry(ids: &Ids, now: Timestamp, deed: Deed, by: By) -> anyhow::Result<Entry> {
    let id = ids.id(now).context("making an id")?;
    Ok(Entry {
        once: id.clone(),
        id,
        deed,
        by,
        at: now.as_microsecond(),
    })
}

/// A line for what this person does now.
///
/// # Errors
/// When no id can be made.
pub(super) fn by(app: &App, now: Timestamp, deed: Deed, person: &PersonId) -> anyhow::Result<Entry> {
    entry(&app.ids, now, deed, By::Person(person.clone()))
}

/// Notes that somebody reads what is shared, if it is not noted today.
///
/// # Errors
/// When the database does not answer: then nothing may be shown.
pub(super) async fn note_reading(app: &App, seen: &Seen) -> anyhow::Result<()> {
    let now = app.clock.now();
    let day = locale::local(now).date();
    let once = format!("{}/{}/{day}", seen.brief.id, seen.person);
    let this = once.clone();
    let is_noted = app.db.read(move |tx| store::is_noted(tx, &this)).await;
    if is_noted.context("looking whether a reading is noted")? {
        return Ok(());
    }
    let mut entry = by(app, now, Deed::Read, &seen.person)?;
    entry.once = once;
    let id = seen.brief.id.clone();
    app.db
        .write(move |tx| store::note(tx, &id, &entry))
        .await
        .context("noting that a case is read")
}

/// Lines that are older than they are kept go.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn trim(app: &App) -> anyhow::Result<()> {
    let before = app.clock.now() - KEPT;
    app.db
        .write(move |tx| store::trim_trail(tx, before.as_microsecond()))
        .await
        .context("letting old lines about cases go")
}
