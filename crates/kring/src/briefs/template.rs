//! The questions of a case brief (domain knowledge, 2.2): which ones a template asks, and what somebody answered.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde::Serialize;

/// The templates, the usual one first.
pub(crate) const TEMPLATES: [&str; 5] = ["short", "long", "review", "dilemma", SPONTANEOUS];
/// A title and a sentence: for a case that comes up on the spot.
pub(crate) const SPONTANEOUS: &str = "spontaneous";

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// The name of its field.
    pub(super) name: &'static str,
    /// Lines of its field; one for a single line.
    pub(super) lines: u32,
    /// Most letters of an answer.
    pub(super) most: u32,
    /// Whether a brief cannot be shared without it.
    pub(super) is_needed: bool,
    /// In the templates with these letters: short, long, review, dilemma, spontaneous (q).
    templates: &'static str,
}

const fn question(name: &'static str, lines: u32, most: u32, templates: &'static str) -> Question {
    Question {
        name,
        lines,
        most,
        is_needed: false,
        templates,
    }
}

const fn needed(question: Question) -> Question {
    Question {
        is_needed: true,
        ..question
    }
}

/// Every question, in the order in which it is asked.
pub(super) const QUESTIONS: [Question; 13] = [
    needed(question("title", 1, 120, "slrdq")),
    needed(question("question", 2, 300, "slrdq")),
    // About 150 words.
    needed(question("situation", 7, 1_500, "slrd")),
    needed(question("role", 4, 1_000, "slrd")),
    question("tried", 4, 1_000, "l"),
    question("people", 3, 600, "lrd"),
    question("feelings", 3, 1_000, "ld"),
    question("hard", 3, 1_000, "sld"),
    question("wanted", 2, 600, "sl"),
    question("learning", 2, 600, "lr"),
    question("norm", 2, 600, "rd"),
    question("options", 5, 1_500, "d"),
    question("outcome", 4, 1_500, "lr"),
];

/// What stays hidden until the case was treated: the method would be spoiled by it.
pub(super) const HIDDEN: &str = "outcome";

/// The questions of a template.
pub(super) fn questions(template: &str) -> impl Iterator<Item = &'static Question> {
    let letter = match template {
        SPONTANEOUS => 'q',
        other => other.chars().next().unwrap_or('s'),
    };
    QUESTIONS
        .iter()
        .filter(move |question| question.templates.contains(letter))
}

/// What somebody answered, by the name of the question; nothing is left out because another template was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Answers(BTreeMap<String, String>);

impl Answers {
    pub(super) fn of(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The questions of a template that are needed and have no answer.
    pub(super) fn missing(&self, template: &str) -> Vec<&'static str> {
        let needed = questions(template).filter(|question| question.is_needed);
        needed
            .map(|question| question.name)
            .filter(|name| self.of(name).is_empty())
            .collect()
    }

    /// Without what stays hidden until later.
    pub(super) fn without_hidden(mut self) -> Self {
        self.0.remove(HIDDEN);
        self
    }

    /// As it is sealed.
    ///
    /// # Errors
    /// Never in practice: texts by name can always be written.
    pub(super) fn write(&self) -> anyhow::Result<String> {
        serde_json::to_string(&self.0).context("writing a brief")
    }

    /// From what was sealed.
    ///
    /// # Errors
    /// When it was not written by [`Answers::write`].
    pub(super) fn read(text: &str) -> anyhow::Result<Self> {
        serde_json::from_str(text).map(Self).context("reading a brief")
    }
}

impl FromIterator<(String, String)> for Answers {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(all: T) -> Self {
        Self(all.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_asks_what_is_always_needed() {
        for template in TEMPLATES {
            let needed: Vec<&str> = questions(template)
                .filter(|question| question.is_needed)
                .map(|question| question.name)
                .collect();
            let wanted = ["title", "question", "situation", "role"];
            let count = if template == SPONTANEOUS { 2 } else { 4 };
            assert_eq!(needed, wanted[..count], "{template}");
        }
        let count = |template| questions(template).count();
        assert_eq!(TEMPLATES.map(count), [6, 11, 8, 9, 2]);
    }

    #[test]
    fn answers_come_back_as_they_were_written() {
        assert_eq!(
            Answers::default().missing("short"),
            ["title", "question", "situation", "role"]
        );
        let answers: Answers = [
            ("title", "Elke dag aan de telefoon"),
            ("outcome", "Het liep goed af"),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into_iter()
        .collect();
        let again = Answers::read(&answers.write().unwrap()).unwrap();
        assert_eq!(again, answers);
        assert_eq!(again.missing("long"), ["question", "situation", "role"]);
        assert_eq!(again.without_hidden().of(HIDDEN), "");
    }
}
