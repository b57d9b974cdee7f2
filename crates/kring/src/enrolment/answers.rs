//! What somebody answered: judged against the form, and kept with the question as it was asked, so that an application can be read
//! whatever becomes of the form.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ui::{Language, Problems, box_name};

use super::form::Form;
use super::questions::{AGREED, Becomes, Kind, Question};
use crate::people::registers::register;
use crate::people::views::misshapen;
use crate::people::{HALF_DAYS, is_address};
use crate::web::{LINE, Posted, Reading, TEXT};
use crate::words::Words;

/// An answer with its question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Answer {
    /// The id of the question.
    pub(super) question: String,
    pub(super) kind: Kind,
    /// The question, as it was read.
    pub(super) label: String,
    /// The answer; for a register its id and the number.
    pub(super) values: Vec<String>,
    pub(super) becomes: Becomes,
}

/// A whole application, as it was typed and found in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Applied {
    pub(super) name: String,
    /// In lower case.
    pub(super) mail: String,
    pub(super) answers: Vec<Answer>,
}

/// Answers to the first two questions of the usual form, as they are kept: a profession and a place of work.
///
/// # Errors
/// Never in practice: answers can be written.
pub(crate) fn usual(job: &str, work: &str) -> serde_json::Result<String> {
    let form = Form::usual();
    let answers = form.0.iter().zip([job, work]).map(|(question, value)| Answer {
        question: question.id.clone(),
        kind: question.kind,
        label: question.label(Language::Nl).to_owned(),
        values: vec![value.to_owned()],
        becomes: question.becomes,
    });
    serde_json::to_string(&answers.collect::<Vec<_>>())
}

/// The field beside a number for the register it stands in.
pub(super) fn register_field(question: &Question) -> String {
    format!("{}-register", question.field())
}

/// The boxes of a question that are ticked, as they were sent.
pub(super) fn ticked(posted: &Posted, question: &Question) -> Vec<String> {
    let count = match question.kind {
        Kind::HalfDays => HALF_DAYS.len(),
        _ => question.options.len(),
    };
    let boxes = (0..count).filter_map(|index| posted.get(&box_name(&question.field(), index)));
    boxes.map(str::to_owned).collect()
}

/// Reads an application.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn read(
    form: &Form,
    posted: &Posted,
    language: Language,
    words: &Words,
) -> Result<Applied, Problems> {
    let mut reading = Reading::new(posted, words);
    let name = reading.text("name", LINE);
    let mail = crate::people::folded(&reading.raw("mail"));
    if !is_address(&mail) {
        reading.wrong("mail", words.people_mail_wrong());
    }
    let mut given: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut answers = Vec::new();
    for question in &form.0 {
        if !is_asked(question, &given) {
            continue;
        }
        let values = values(&mut reading, posted, question);
        if values.is_empty() {
            if question.required {
                reading.wrong(&question.field(), missing(question.kind, words));
            }
            continue;
        }
        given.insert(&question.id, values.clone());
        answers.push(Answer {
            question: question.id.clone(),
            kind: question.kind,
            label: question.label(language).to_owned(),
            values,
            becomes: question.becomes,
        });
    }
    reading.done(Applied { name, mail, answers })
}

/// Whether a question is asked, given the answers to those before it. What was typed for one that is not asked counts for nothing.
fn is_asked(question: &Question, given: &BTreeMap<&str, Vec<String>>) -> bool {
    question.when.is_empty()
        || question.when.iter().any(|when| {
            let values = given.get(when.question.as_str());
            values.is_some_and(|values| values.contains(&when.answer))
        })
}

fn missing(kind: Kind, words: &Words) -> String {
    match kind {
        Kind::Consent => words.enrolment_consent_missing(),
        Kind::Choice | Kind::Several | Kind::HalfDays => words.enrolment_choose_missing(),
        _ => words.forms_missing(),
    }
}

/// What was answered to a question that is asked; empty for nothing. Problems are noted.
fn values(reading: &mut Reading<'_>, posted: &Posted, question: &Question) -> Vec<String> {
    let field = question.field();
    let one = |value: Option<String>| value.into_iter().collect();
    match question.kind {
        Kind::Line | Kind::Organisation => one(reading.optional(&field, LINE)),
        Kind::Text => one(reading.optional(&field, TEXT)),
        Kind::Number => {
            let (least, most) = (question.least.unwrap_or(0), question.most.unwrap_or(1_000_000));
            one(reading
                .number(&field, least, most)
                .map(|number| number.to_string()))
        }
        Kind::Day => one(reading.optional_day(&field).map(|day: Date| day.to_string())),
        Kind::Consent => one(reading.ticked(&field).then(|| AGREED.to_owned())),
        Kind::Choice => {
            let typed = reading.raw(&field);
            known(reading, question, vec![typed])
        }
        Kind::Several => known(reading, question, ticked(posted, question)),
        Kind::HalfDays => {
            let mut chosen = ticked(posted, question);
            chosen.retain(|day| HALF_DAYS.contains(&day.as_str()));
            chosen
        }
        Kind::Register => number(reading, question),
    }
}

/// Those that the form offers. Anything else was sent by no form of ours, or by one that has changed meanwhile.
fn known(reading: &mut Reading<'_>, question: &Question, mut chosen: Vec<String>) -> Vec<String> {
    chosen.retain(|answer| !answer.is_empty());
    let offered = |answer: &String| question.answers().contains(&answer.as_str());
    if !chosen.iter().all(offered) {
        let again = reading.words().enrolment_choose_again();
        reading.wrong(&question.field(), again);
        chosen.clear();
    }
    chosen
}

/// A register and a number in it.
fn number(reading: &mut Reading<'_>, question: &Question) -> Vec<String> {
    let field = question.field();
    let typed = reading.raw(&field);
    if typed.is_empty() {
        return Vec::new();
    }
    let chosen = reading.raw(&register_field(question));
    let id = question.register.clone().unwrap_or(chosen);
    let Some(register) = register(&id) else {
        let text = reading.words().people_register_missing();
        reading.wrong(&field, text);
        return Vec::new();
    };
    match register.read(&typed) {
        Ok(number) => vec![id, number],
        Err(shape) => {
            let text = misshapen(reading.words(), shape);
            reading.wrong(&field, text);
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::questions::{Reply, When};
    use super::*;
    use crate::words::words;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        let begin = [("name", "Noor"), ("mail", " Noor@Voorbeeld.example ")];
        let all = begin.iter().chain(fields);
        all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn form() -> Form {
        let mut job = Question::new("1", Kind::Choice, "Functie");
        job.options = ["arts", "anders"]
            .map(|nl| Reply {
                nl: nl.to_owned(),
                en: None,
            })
            .to_vec();
        let mut which = Question::new("2", Kind::Line, "Welke?");
        which.when = vec![When {
            question: "1".to_owned(),
            answer: "anders".to_owned(),
        }];
        let mut number = Question::new("3", Kind::Register, "BIG");
        (number.register, number.required) = (Some("big".to_owned()), false);
        let consent = Question::new("4", Kind::Consent, "Ik doe mee");
        Form(vec![job, which, number, consent])
    }

    fn wrong(fields: &[(&str, &str)]) -> Vec<String> {
        let read = read(&form(), &posted(fields), Language::Nl, words(Language::Nl));
        let problems = read.err().unwrap_or_default();
        let all = ["name", "mail", "q-1", "q-2", "q-3", "q-4"].into_iter();
        all.filter(|field| problems.of(field).is_some())
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn a_question_counts_only_after_the_answer_it_depends_on() {
        assert_eq!(wrong(&[("q-1", "arts"), ("q-4", "yes")]), [""; 0]);
        assert_eq!(wrong(&[("q-1", "anders"), ("q-4", "yes")]), ["q-2"]);
        let fields = [("q-1", "arts"), ("q-2", "iets"), ("q-4", "yes")];
        let read = read(&form(), &posted(&fields), Language::Nl, words(Language::Nl)).unwrap();
        assert!(
            read.answers.iter().all(|answer| answer.question != "2"),
            "it was not asked"
        );
        assert_eq!(read.mail, "noor@voorbeeld.example");
    }

    #[test]
    fn every_problem_is_named_at_once() {
        let fields = [
            ("name", ""),
            ("mail", "noor"),
            ("q-1", ""),
            ("q-3", "12"),
            ("q-4", ""),
        ];
        assert_eq!(wrong(&fields), ["name", "mail", "q-1", "q-3", "q-4"]);
        assert_eq!(
            wrong(&[("q-1", "bakker"), ("q-4", "yes")]),
            ["q-1"],
            "not on the list"
        );
    }

    #[test]
    fn a_number_is_kept_with_its_register() {
        let fields = [("q-1", "arts"), ("q-3", "BIG 0123 4567 890"), ("q-4", "yes")];
        let read = read(&form(), &posted(&fields), Language::Nl, words(Language::Nl)).unwrap();
        let number = read
            .answers
            .iter()
            .find(|answer| answer.kind == Kind::Register)
            .unwrap();
        assert_eq!(number.values, ["big", "01234567890"]);
    }
}
