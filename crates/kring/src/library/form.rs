//! Reading the form of an entry.

use ui::Problems;

use super::guard::spots;
use super::rules::{CATEGORIES, THEMES};
use super::text::{QUESTIONS, Text};
use crate::web::{LINE, Posted, Reading};
use crate::words::Words;
use ::privacy::Certainty;

/// What somebody may choose from beside the fixed lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    /// Ids of methods.
    pub(super) methods: Vec<String>,
    /// Titles of interventions of the programme.
    pub(super) interventions: Vec<String>,
    /// The functions of the owner.
    pub(super) jobs: Vec<String>,
}

/// Reads what is written, as far as it is. A draft may be empty; only what is too long, or on no list, is wrong.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn filled(posted: &Posted, lists: &Lists, words: &Words) -> Result<Text, Problems> {
    let mut reading = Reading::new(posted, words);
    let text = read(&mut reading, posted, lists);
    reading.done(text)
}

/// Reads what goes to whoever checks it: what is needed must be there, somebody must have looked, what the guard is certain of must be
/// gone, and what it is less sure of must be gone or be said to be all right.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn to_check(posted: &Posted, lists: &Lists, words: &Words) -> Result<Text, Problems> {
    let mut reading = Reading::new(posted, words);
    let text = read(&mut reading, posted, lists);
    for name in text.missing() {
        reading.wrong(name, words.forms_missing());
    }
    if !reading.ticked("looked") {
        reading.wrong("looked", words.library_looked_missing());
    }
    let spots = spots(&text);
    for spot in &spots {
        if spot.finding.certainty == Certainty::Certain {
            reading.wrong(spot.field, words.library_certain());
        }
    }
    if !spots.is_empty() && !reading.ticked("anyway") {
        reading.wrong("anyway", words.privacy_still(spots.len()));
    }
    reading.done(text)
}

fn read(reading: &mut Reading<'_>, posted: &Posted, lists: &Lists) -> Text {
    let mut text = Text::default();
    for question in &QUESTIONS {
        let answer = reading.optional(question.name, question.most);
        text.set(question.name, &answer.unwrap_or_default());
    }
    text.themes = ticked(posted, "theme", &THEMES);
    text.categories = ticked(posted, "category", &CATEGORIES);
    let known: Vec<&str> = lists.interventions.iter().map(String::as_str).collect();
    text.interventions = ticked(posted, "intervention", &known);
    text.method = chosen(reading, "method", &lists.methods);
    text.job = chosen(reading, "job", &lists.jobs);
    text
}

/// The boxes of a field that are ticked, in the order of the list.
fn ticked(posted: &Posted, field: &str, known: &[&str]) -> Vec<String> {
    let begin = format!("{field}-");
    let values: Vec<&str> = posted
        .fields()
        .filter(|(name, _)| name.starts_with(&begin))
        .map(|(_, value)| value)
        .collect();
    let found = known.iter().filter(|word| values.contains(word));
    found.map(|word| (*word).to_owned()).collect()
}

fn chosen(reading: &mut Reading<'_>, field: &str, known: &[String]) -> Option<String> {
    let choice = reading.optional(field, LINE)?;
    if !known.contains(&choice) {
        reading.wrong(field, reading.words().forms_choose());
    }
    Some(choice)
}

/// The form as it stands for an entry.
pub(super) fn as_posted(text: &Text, version: i64) -> Posted {
    let boxes = |field: &'static str, all: &[String]| -> Vec<(String, String)> {
        let named = all.iter().enumerate();
        named
            .map(|(number, word)| (ui::box_name(field, number), word.clone()))
            .collect()
    };
    let answers = QUESTIONS.map(|question| (question.name.to_owned(), text.of(question.name).to_owned()));
    let settings = [
        ("method".to_owned(), text.method.clone().unwrap_or_default()),
        ("job".to_owned(), text.job.clone().unwrap_or_default()),
        ("version".to_owned(), version.to_string()),
    ];
    answers
        .into_iter()
        .chain(settings)
        .chain(boxes("theme", &text.themes))
        .chain(boxes("category", &text.categories))
        .chain(boxes("intervention", &text.interventions))
        .collect()
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::words::words;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        let owned = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        owned.collect()
    }

    const WHOLE: [(&str, &str); 5] = [
        ("title", "Elke dag aan de telefoon"),
        ("question", "Hoe begrens ik iemand die vaak belt?"),
        ("context", "Iemand belt vaak."),
        ("advice", "Vaste belmomenten."),
        ("looked", "yes"),
    ];

    #[test]
    fn a_draft_may_be_empty_and_what_is_on_no_list_is_wrong() {
        let words = words(Language::Nl);
        let lists = Lists::default();
        assert_eq!(filled(&posted(&[]), &lists, words).unwrap(), Text::default());
        let long = "x".repeat(2_500);
        let wrong = posted(&[("method", "verzonnen"), ("job", "koning"), ("advice", &long)]);
        let problems = filled(&wrong, &lists, words).unwrap_err();
        for field in ["method", "job", "advice"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
        let boxes = posted(&[
            ("theme-3", "tasks"),
            ("theme-0", "verzonnen"),
            ("category-0", "money"),
        ]);
        let text = filled(&boxes, &lists, words).unwrap();
        assert_eq!(
            (text.themes, text.categories),
            (vec!["tasks".to_owned()], vec!["money".to_owned()])
        );
    }

    #[test]
    fn what_leaves_the_circle_is_whole_looked_through_and_without_what_is_certain() {
        let (words, lists) = (words(Language::Nl), Lists::default());
        let problems = to_check(&posted(&[]), &lists, words).unwrap_err();
        for field in ["title", "question", "context", "advice", "looked"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
        assert!(to_check(&posted(&WHOLE), &lists, words).is_ok());
        // Less sure: to be said to be all right. Certain: to be gone, whatever is ticked.
        let perhaps = || posted(&WHOLE).with("context", "Iemand van 84 jaar belt vaak.");
        assert!(
            to_check(&perhaps(), &lists, words)
                .unwrap_err()
                .of("anyway")
                .is_some()
        );
        assert!(to_check(&perhaps().with("anyway", "yes"), &lists, words).is_ok());
        for certain in ["Ze belt vanaf 06-12345678.", "Mevrouw Roozeboom belt vaak."] {
            let posted = posted(&WHOLE).with("context", certain).with("anyway", "yes");
            assert!(
                to_check(&posted, &lists, words)
                    .unwrap_err()
                    .of("context")
                    .is_some(),
                "{certain}"
            );
        }
    }

    #[test]
    fn the_form_of_an_entry_reads_back_as_the_entry() {
        let mut text = Text {
            themes: vec!["tasks".to_owned()],
            categories: vec!["money".to_owned(), "process".to_owned()],
            method: Some("balint".to_owned()),
            ..Text::default()
        };
        text.categories.sort();
        text.categories.reverse();
        text.set("title", "Bellen");
        let lists = Lists {
            methods: vec!["balint".to_owned()],
            ..Lists::default()
        };
        let again = filled(&as_posted(&text, 3), &lists, words(Language::Nl)).unwrap();
        assert_eq!(again, text);
    }
}
