//! The index: texts go in and out, questions are answered.

use std::collections::{BTreeMap, BTreeSet};

use crate::fold::fold;
use crate::{Ask, Found, Hit, How, Why};

/// Texts by the words in them.
#[derive(Debug, Default)]
pub struct Index {
    documents: BTreeMap<String, Document>,
}

#[derive(Debug)]
struct Document {
    words: BTreeMap<String, u32>,
    tags: BTreeSet<String>,
}

impl Index {
    /// Adds or replaces a text. `fields` are its parts, each with how much a word in it weighs; `tags` say who may see it
    /// and by what it is filtered.
    pub fn put(&mut self, id: &str, fields: &[(u8, &str)], tags: &[&str]) {
        let mut words = BTreeMap::new();
        for (weight, text) in fields {
            for word in tokens(text) {
                *words.entry(word).or_default() += u32::from(*weight);
            }
        }
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        self.documents.insert(id.to_owned(), Document { words, tags });
    }

    /// Takes a text out; an id that is not there changes nothing.
    pub fn remove(&mut self, id: &str) {
        self.documents.remove(id);
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// Answers a question.
    pub fn find(&self, ask: &Ask<'_>) -> Found {
        let mut hits = self.matches(&tokens(ask.words), ask.any_of, ask.all_of);
        let total = hits.len();
        hits.drain(..ask.skip.min(total));
        hits.truncate(ask.limit);
        Found { total, hits }
    }

    /// What reads alike a text that somebody is writing, the nearest first. Only texts with one of the tags `any_of`.
    pub fn similar(&self, text: &str, any_of: &[&str], limit: usize) -> Vec<Hit> {
        let mut hits = self.matches(&tokens(text), any_of, &[]);
        hits.truncate(limit);
        hits
    }

    fn matches(&self, asked: &[String], any_of: &[&str], all_of: &[&str]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (id, document) in &self.documents {
            let seen = any_of.iter().any(|tag| document.tags.contains(*tag));
            if !seen || !all_of.iter().all(|tag| document.tags.contains(*tag)) {
                continue;
            }
            let mut score = 0.0;
            let mut why = Vec::new();
            for word in asked {
                if let Some(count) = document.words.get(word) {
                    score += 1.0 + f32::from(u8::try_from(*count).unwrap_or(u8::MAX)) / 256.0;
                    why.push(Why {
                        asked: word.clone(),
                        found: word.clone(),
                        how: How::Literal,
                    });
                }
            }
            if asked.is_empty() || !why.is_empty() {
                hits.push(Hit {
                    id: id.clone(),
                    score,
                    why,
                });
            }
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| b.id.cmp(&a.id)));
        hits
    }
}

fn tokens(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .map(|word| {
            let mut folded = String::new();
            word.chars().for_each(|letter| fold(letter, &mut folded));
            folded
        })
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_somebody_may_see_is_found() {
        let mut index = Index::default();
        index.put("a", &[(1, "Een één huis")], &["group:1"]);
        index.put("b", &[(1, "huis")], &["group:2"]);
        let found = index.find(&Ask {
            words: "HUIS",
            any_of: &["group:1"],
            limit: 10,
            ..Ask::default()
        });
        assert_eq!(
            found.hits.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(),
            ["a"]
        );
        assert_eq!(
            index
                .find(&Ask {
                    words: "huis",
                    limit: 10,
                    ..Ask::default()
                })
                .total,
            0
        );
    }
}
