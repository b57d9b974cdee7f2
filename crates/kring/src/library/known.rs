//! What this process knows of the shelf: an index over the texts that others may find, in memory only.
//!
//! Before each search it is brought up to date with what changed since the last number it saw, so every process and both engines find
//! the same. An entry that was taken back is among the changes, and goes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use search::{Ask, Hit, Index};
use ui::Language;

use super::rules::Shelf;
use super::store::Changed;
use super::text::{QUESTIONS, Text};
use super::views::labels;
use crate::app::App;
use crate::words::words;

/// How much a word of a list weighs.
const LABEL: u8 = 3;

/// The index of this process. Cheap to clone; all clones are one.
#[derive(Clone, Default)]
pub struct Known(Arc<Mutex<Inside>>);

#[derive(Default)]
struct Inside {
    /// The number of the last change that is in it.
    seen: i64,
    index: Index,
    leaves: BTreeMap<String, Leaf>,
}

/// An entry on the shelf.
struct Leaf {
    /// For whom it is, as a tag.
    scope: String,
    text: Text,
}

/// Who looks, as tags of what they may see.
#[derive(Clone, Debug, Default)]
pub(super) struct Scopes(Vec<String>);

impl Scopes {
    /// Of programmes and the organisations that run them.
    pub(super) fn of(reach: &[(String, String)]) -> Self {
        let mut tags = BTreeSet::new();
        for (programme, organisation) in reach {
            tags.insert(scope_tag("programme", programme));
            tags.insert(scope_tag("organisation", organisation));
        }
        Self(tags.into_iter().collect())
    }

    fn tags(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }
}

fn scope_tag(scope: &str, id: &str) -> String {
    format!("{scope}/{id}")
}

/// A filter, as a tag.
pub(super) fn filter_tag(field: &str, word: &str) -> String {
    format!("{field}:{word}")
}

/// What was found.
pub(super) struct Results {
    /// How many in all.
    pub(super) total: usize,
    pub(super) hits: Vec<(Hit, Text)>,
}

/// What can be chosen to see less: words that stand in entries this person may see.
#[derive(Clone, Debug, Default)]
pub(super) struct Facets {
    pub(super) interventions: BTreeSet<String>,
    pub(super) jobs: BTreeSet<String>,
    /// How many entries they may see.
    pub(super) count: usize,
}

impl Known {
    /// What somebody broke off in the middle of a change is built again from the beginning.
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(|broken: PoisonError<_>| {
            let mut inside = broken.into_inner();
            *inside = Inside::default();
            self.0.clear_poison();
            inside
        })
    }

    /// The number after which there may be something new.
    pub(super) fn seen(&self) -> i64 {
        self.inside().seen
    }

    /// Takes in what changed. What another request took in meanwhile is not undone by an older answer of the database.
    pub(super) fn take_in(&self, app: &App, changes: Vec<Changed>) {
        let opened: Vec<(Changed, Option<Text>)> = changes
            .into_iter()
            .map(|change| {
                let text = opened(app, &change).unwrap_or_else(|error| {
                    // One text that does not open must not hide all others.
                    tracing::error!(
                        entry = change.id,
                        "an entry of the library cannot be read: {error:#}"
                    );
                    None
                });
                (change, text)
            })
            .collect();
        let mut inside = self.inside();
        let begun_at = inside.seen;
        for (change, text) in opened.into_iter().filter(|(change, _)| change.change > begun_at) {
            inside.seen = inside.seen.max(change.change);
            inside.put(change, text);
        }
    }

    /// Finds entries for words, among those that somebody may see.
    pub(super) fn find(
        &self,
        words: &str,
        scopes: &Scopes,
        filters: &[String],
        part: (usize, usize),
    ) -> Results {
        let (skip, limit) = part;
        let all_of: Vec<&str> = filters.iter().map(String::as_str).collect();
        let inside = self.inside();
        let found = inside.index.find(&Ask {
            words,
            any_of: &scopes.tags(),
            all_of: &all_of,
            skip,
            limit,
        });
        Results {
            total: found.total,
            hits: inside.with_texts(found.hits),
        }
    }

    /// Entries that are like a text, among those that somebody may see.
    pub(super) fn similar(&self, text: &str, scopes: &Scopes, limit: usize) -> Vec<(Hit, Text)> {
        let inside = self.inside();
        let hits = inside.index.similar(text, &scopes.tags(), limit);
        inside.with_texts(hits)
    }

    /// What somebody can choose to see less.
    pub(super) fn facets(&self, scopes: &Scopes) -> Facets {
        let mut facets = Facets::default();
        let inside = self.inside();
        for leaf in inside
            .leaves
            .values()
            .filter(|leaf| scopes.0.contains(&leaf.scope))
        {
            facets.count += 1;
            facets
                .interventions
                .extend(leaf.text.interventions.iter().cloned());
            facets.jobs.extend(leaf.text.job.iter().cloned());
        }
        facets
    }
}

impl Inside {
    fn put(&mut self, change: Changed, text: Option<Text>) {
        let Some(text) = text else {
            self.index.remove(&change.id);
            self.leaves.remove(&change.id);
            return;
        };
        let id = if change.scope == "organisation" {
            &change.organisation_id
        } else {
            &change.programme_id
        };
        let scope = scope_tag(&change.scope, id);
        let mut tags = vec![scope.clone()];
        let labels = [
            ("theme", &text.themes),
            ("category", &text.categories),
            ("intervention", &text.interventions),
        ];
        for (field, words) in labels {
            tags.extend(words.iter().map(|word| filter_tag(field, word)));
        }
        tags.extend(text.job.iter().map(|job| filter_tag("job", job)));
        let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
        // What somebody chose from a list is found by its Dutch words: entries are Dutch.
        let dutch = words(Language::Nl);
        let labels: Vec<String> = (text.themes.iter().map(|word| labels::theme(dutch, word)))
            .chain(text.categories.iter().map(|word| labels::category(dutch, word)))
            .chain(text.interventions.iter().cloned())
            .collect();
        let answers = QUESTIONS
            .iter()
            .map(|question| (question.weight, text.of(question.name)));
        let fields: Vec<(u8, &str)> = answers
            .chain(labels.iter().map(|label| (LABEL, label.as_str())))
            .collect();
        self.index.put(&change.id, &fields, &tags);
        self.leaves.insert(change.id, Leaf { scope, text });
    }

    fn with_texts(&self, hits: Vec<Hit>) -> Vec<(Hit, Text)> {
        hits.into_iter()
            .filter_map(|hit| {
                let text = self.leaves.get(&hit.id)?.text.clone();
                Some((hit, text))
            })
            .collect()
    }
}

/// What others read of an entry; nothing when they find it no more.
fn opened(app: &App, change: &Changed) -> anyhow::Result<Option<Text>> {
    let (Shelf::Open, Some(wrapped), Some(sealed)) =
        (Shelf::from_word(&change.shelf), &change.wrapped, &change.sealed)
    else {
        return Ok(None);
    };
    let key = app.vault.unwrap(&change.id, wrapped)?;
    Text::read(&key.open("public", sealed)?).map(Some)
}
