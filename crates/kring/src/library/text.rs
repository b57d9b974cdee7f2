//! What an entry says: its questions, what somebody answered, and what they chose from lists.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

/// A question of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// The name of its field.
    pub(super) name: &'static str,
    /// Lines of its field; one for a single line.
    pub(super) lines: u32,
    /// Most letters of an answer.
    pub(super) most: u32,
    /// Whether an entry cannot be sent without it.
    pub(super) is_needed: bool,
    /// How much a word in its answer weighs when somebody searches.
    pub(super) weight: u8,
}

const fn question(name: &'static str, (lines, most): (u32, u32), is_needed: bool, weight: u8) -> Question {
    Question {
        name,
        lines,
        most,
        is_needed,
        weight,
    }
}

/// Every question, in the order in which it is asked and read.
pub(super) const QUESTIONS: [Question; 6] = [
    question("title", (1, 120), true, 6),
    question("question", (2, 300), true, 4),
    question("context", (5, 1_200), true, 2),
    question("approach", (4, 1_000), false, 2),
    question("advice", (5, 2_000), true, 3),
    question("result", (4, 1_500), false, 2),
];

/// An entry as it is sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Text {
    /// By the name of the question.
    pub(super) answers: BTreeMap<String, String>,
    /// Some of [`super::rules::THEMES`].
    pub(super) themes: Vec<String>,
    /// Some of [`super::rules::CATEGORIES`].
    pub(super) categories: Vec<String>,
    /// Titles of interventions of the programme.
    pub(super) interventions: Vec<String>,
    /// A method of the catalogue.
    pub(super) method: Option<String>,
    /// The function from which it is told, when its owner wants that said.
    pub(super) job: Option<String>,
}

impl Text {
    /// The answer to a question; empty when there is none.
    pub(super) fn of(&self, name: &str) -> &str {
        self.answers.get(name).map_or("", String::as_str)
    }

    /// With an answer; an empty one is none.
    pub(super) fn set(&mut self, name: &str, answer: &str) {
        if answer.is_empty() {
            self.answers.remove(name);
        } else {
            self.answers.insert(name.to_owned(), answer.to_owned());
        }
    }

    /// The questions that are needed and have no answer.
    pub(super) fn missing(&self) -> impl Iterator<Item = &'static str> {
        let needed = QUESTIONS.iter().filter(|question| question.is_needed);
        needed
            .map(|question| question.name)
            .filter(|name| self.of(name).is_empty())
    }

    /// As it is sealed.
    ///
    /// # Errors
    /// Never in practice: texts by name can always be written.
    pub(super) fn write(&self) -> anyhow::Result<String> {
        serde_json::to_string(self).context("writing an entry of the library")
    }

    /// From what was sealed.
    ///
    /// # Errors
    /// When it was not written by [`Text::write`].
    pub(super) fn read(text: &str) -> anyhow::Result<Self> {
        serde_json::from_str(text).context("reading an entry of the library")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_as_it_was_written() {
        let mut text = Text::default();
        assert_eq!(
            text.missing().collect::<Vec<_>>(),
            ["title", "question", "context", "advice"]
        );
        text.set("title", "Elke dag aan de telefoon");
        text.themes.push("tasks".to_owned());
        let again = Text::read(&text.write().unwrap()).unwrap();
        assert_eq!(again, text);
        text.set("title", "");
        assert_eq!(text.of("title"), "");
    }
}
