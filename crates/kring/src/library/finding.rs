//! Handlers for whoever looks for something, and what other slices show of the library.

use anyhow::Context as _;
use axum::extract::State;
use jiff::Timestamp;
use search::Why;
use serde::Deserialize;
use ui::locale;

use super::known::{Results, Scopes, filter_tag};
use super::rules::{self, CATEGORIES, Lead, THEMES};
use super::store;
use super::views::{self, Shown};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::PersonId;
use crate::web::{Form, Html, Posted, Query, Visitor};

/// How many entries stand on a page.
pub(super) const PAGE: usize = 20;

/// Letters of what somebody looks for.
const MOST: usize = 200;

/// How many entries are shown to somebody who is writing.
const NEAR: usize = 3;

/// Letters of a text that are looked at when something like it is sought.
const LETTERS: usize = 4_000;

/// What somebody looks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) words: String,
    pub(super) theme: String,
    pub(super) category: String,
    pub(super) intervention: String,
    pub(super) job: String,
    pub(super) page: String,
}

impl Asked {
    /// The fields by which somebody sees less, with what was chosen.
    pub(super) fn filters(&self) -> [(&'static str, &str); 4] {
        [
            ("theme", self.theme.as_str()),
            ("category", self.category.as_str()),
            ("intervention", self.intervention.as_str()),
            ("job", self.job.as_str()),
        ]
    }

    /// Whether anything at all was asked for.
    pub(super) fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.filters().iter().all(|(_, word)| word.is_empty())
    }

    fn tags(&self) -> Vec<String> {
        let chosen = self.filters().into_iter().filter(|(field, word)| match *field {
            // What is on no list is no filter: an old address still shows something.
            "theme" => THEMES.contains(word),
            "category" => CATEGORIES.contains(word),
            _ => !word.is_empty(),
        });
        chosen.map(|(field, word)| filter_tag(field, word)).collect()
    }

    /// Which page, counted from one.
    pub(super) fn page(&self) -> usize {
        self.page.parse().unwrap_or(1).clamp(1, 1_000)
    }
}

/// Brings what this process knows up to date, and says what somebody may see.
async fn up_to_date(app: &App, person: &PersonId) -> anyhow::Result<Scopes> {
    let today = today(app.clock.now());
    let (person, after) = (person.clone(), app.shelf.seen());
    let (reach, changes) = app
        .db
        .read(move |tx| {
            let changes = store::changes(tx, after)?;
            Ok::<_, ::store::Error>((store::reach(tx, &person, &today)?, changes))
        })
        .await
        .context("looking up what is new in the library")?;
    app.shelf.take_in(app, changes);
    Ok(Scopes::of(&reach))
}

/// The day of a moment, `YYYY-MM-DD`.
pub(super) fn today(at: Timestamp) -> String {
    locale::local(at).date().to_string()
}

/// The page on which somebody looks for something. Nobody sees more of the library than they may.
pub(super) async fn search(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Query(asked): Query<Asked>,
) -> Result<Html, Answer> {
    let scopes = up_to_date(&app, &me.person).await?;
    let skip = (asked.page() - 1) * PAGE;
    let sought: String = asked.words.chars().take(MOST).collect();
    let Results { total, hits } = app.shelf.find(&sought, &scopes, &asked.tags(), (skip, PAGE));
    let (person, day) = (me.person.clone(), today(app.clock.now()));
    let waiting = app
        .db
        .read(move |tx| waiting(tx, &person, &day))
        .await
        .context("looking up what waits for a check")?;
    let shown = Shown {
        facets: app.shelf.facets(&scopes),
        asked: &asked,
        total,
        hits,
        waiting: waiting.len(),
    };
    Ok(views::search(&visitor, &shown))
}

/// The entries that wait for this person to check them.
pub(super) fn waiting(
    tx: &mut ::store::Tx<'_>,
    person: &PersonId,
    today: &str,
) -> Result<Vec<super::Entry>, ::store::Error> {
    let entries = store::waiting(tx, person, today)?;
    if entries.is_empty() {
        return Ok(entries);
    }
    let around = store::leads_around(tx, person, today)?;
    let cases: Vec<&str> = entries.iter().map(|entry| entry.case_id.as_str()).collect();
    let owners = store::owners_of(tx, &cases)?;
    let is_mine = |entry: &super::Entry| {
        let leads: Vec<Lead> = around
            .iter()
            .filter(|(programme, _)| *programme == entry.programme_id)
            .map(|(_, lead)| lead.clone())
            .collect();
        let owners: Vec<PersonId> = owners
            .iter()
            .filter(|(case, _)| *case == entry.case_id)
            .map(|(_, owner)| owner.clone())
            .collect();
        rules::checkers(&leads, entry.group_id.as_ref(), &owners).contains(person)
    };
    Ok(entries.into_iter().filter(is_mine).collect())
}

/// An entry that is like what somebody writes.
#[derive(Clone, Debug)]
pub(crate) struct Near {
    pub(crate) id: String,
    pub(crate) title: String,
    /// What helped.
    pub(crate) advice: String,
    why: Vec<Why>,
}

impl Near {
    /// Why it was found, a word of the one text and a word of the other.
    pub(super) fn why(&self) -> &[Why] {
        &self.why
    }
}

/// Entries that are like a text, among those that somebody may see, the nearest first.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn similar(app: &App, person: &PersonId, text: &str) -> anyhow::Result<Vec<Near>> {
    let text: String = text.chars().take(LETTERS).collect();
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let scopes = up_to_date(app, person).await?;
    let found = app.shelf.similar(&text, &scopes, NEAR).into_iter();
    Ok(found
        .map(|(hit, text)| Near {
            id: hit.id,
            title: text.of("title").to_owned(),
            advice: text.of("advice").to_owned(),
            why: hit.why,
        })
        .collect())
}

/// A part of a page: what is like the text of a form that somebody is writing. It changes nothing; a form is posted because what it
/// says must not stand in an address.
pub(super) async fn like_this(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Form(posted): Form<Posted>,
) -> Result<Html, Answer> {
    let text: Vec<&str> = ["title", "question", "situation", "context", "tried", "hard"]
        .into_iter()
        .map(|name| posted.text(name))
        .collect();
    let near = similar(&app, &me.person, &text.join("\n")).await?;
    Ok(views::near(&visitor, &near).into())
}
