//! Reading the form of a brief.

use ui::Problems;

use super::guard::spots;
use super::rules::Readers;
use super::template::{Answers, QUESTIONS, TEMPLATES};
use crate::web::{Posted, Reading};
use crate::words::Words;

/// How much a case presses.
pub(super) const URGENCIES: [&str; 3] = ["1", "2", "3"];

/// How personal a question can be, from technical to about oneself.
pub(super) const DEPTHS: [&str; 4] = ["1", "2", "3", "4"];

/// What somebody filled in.
#[derive(Clone, Debug)]
pub(super) struct Filled {
    pub(super) template: String,
    pub(super) readers: String,
    pub(super) urgency: i64,
    /// From 1 to 4; 0 when it is not said.
    pub(super) depth: i64,
    pub(super) method: Option<String>,
    pub(super) answers: Answers,
}

/// Reads what is written, as far as it is. A draft may be empty; only what is too long, or on no list, is wrong.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn filled(posted: &Posted, methods: &[&str], words: &Words) -> Result<Filled, Problems> {
    let mut reading = Reading::new(posted, words);
    let answers = answers(&mut reading);
    let template = reading.one_of("template", &TEMPLATES);
    let readers = reading.one_of("readers", &Readers::ALL.map(Readers::word));
    let urgency = reading.one_of("urgency", &URGENCIES).parse().unwrap_or(1);
    let depth = reading.raw("depth");
    if !depth.is_empty() && !DEPTHS.contains(&depth.as_str()) {
        reading.wrong("depth", words.forms_choose());
    }
    let method = reading.raw("method");
    if !method.is_empty() && !methods.contains(&method.as_str()) {
        reading.wrong("method", words.forms_choose());
    }
    let filled = Filled {
        template,
        readers,
        urgency,
        depth: depth.parse().unwrap_or(0),
        method: (!method.is_empty()).then_some(method),
        answers,
    };
    reading.done(filled)
}

/// Reads the text that is to be shared: what is needed must be there, somebody must have looked, and what the guard sees must be gone,
/// or be said to be all right.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn to_share(posted: &Posted, template: &str, words: &Words) -> Result<Answers, Problems> {
    let mut reading = Reading::new(posted, words);
    let answers = answers(&mut reading);
    for name in answers.missing(template) {
        reading.wrong(name, words.forms_missing());
    }
    if !reading.ticked("looked") {
        reading.wrong("looked", words.briefs_looked_missing());
    }
    let seen = spots(posted).len();
    if seen > 0 && !reading.ticked("anyway") {
        reading.wrong("anyway", words.privacy_still(seen));
    }
    reading.done(answers)
}

/// All answers; those of questions that the template does not ask are kept.
fn answers(reading: &mut Reading<'_>) -> Answers {
    QUESTIONS
        .iter()
        .filter_map(|question| {
            let answer = reading.optional(question.name, question.most)?;
            Some((question.name.to_owned(), answer))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::words::words;

    fn posted(changes: &[(&str, &str)]) -> Posted {
        let begin = [("template", "short"), ("readers", "group"), ("urgency", "2")];
        begin
            .into_iter()
            .chain(changes.iter().copied())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    #[test]
    fn a_draft_may_be_empty_and_everything_wrong_is_named() {
        let words = words(Language::Nl);
        let read = |changes: &[(&str, &str)]| filled(&posted(changes), &["balint"], words);
        assert_eq!(read(&[]).unwrap().answers, Answers::default());
        let long = "x".repeat(2_000);
        let wrong = read(&[
            ("template", "x"),
            ("readers", "all"),
            ("urgency", "9"),
            ("depth", "5"),
            ("method", "verzonnen"),
            ("situation", &long),
        ]);
        let problems = wrong.unwrap_err();
        for field in ["template", "readers", "urgency", "depth", "method", "situation"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
    }

    #[test]
    fn what_is_shared_is_whole_and_looked_through() {
        let words = words(Language::Nl);
        let problems = to_share(&posted(&[("title", "Bellen")]), "short", words).unwrap_err();
        assert!(problems.of("title").is_none());
        for field in ["question", "situation", "role", "looked"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
        let whole = [
            ("title", "Bellen"),
            ("question", "Hoe?"),
            ("situation", "Zo."),
            ("role", "Ik."),
            ("looked", "yes"),
        ];
        assert!(to_share(&posted(&whole), "short", words).is_ok());
        // In two lines, two lines are enough; and the guard looks at them as well.
        let two = |title| {
            let two = [("title", title), ("question", "Hoe?"), ("looked", "yes")];
            to_share(&posted(&two), "spontaneous", words)
        };
        assert!(two("Bellen").is_ok());
        assert!(two("Mevrouw Roozeboom").unwrap_err().of("anyway").is_some());
    }
}
