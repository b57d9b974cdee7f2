//! From counted answers to what is shown: averages, bars, texts. Whether there are enough answers was decided where they were read.

use std::collections::BTreeMap;

use super::Counted;
use crate::meetings::rules::Standing;

/// Whether somebody may read what people thought of a meeting: whoever led it, and nobody else. An organiser reads averages over
/// a programme.
pub(super) const fn may_read(standing: Standing) -> bool {
    matches!(standing, Standing::Facilitator)
}

/// A question with its answers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Summary {
    pub(crate) id: String,
    pub(crate) label_nl: String,
    pub(crate) label_en: String,
    /// How many answered.
    pub(crate) answered: i64,
    pub(crate) told: Told,
}

/// What the answers tell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Told {
    /// Marks: the average, and each mark of the scale with how often it was given.
    Marks { average: f64, bars: Vec<(u8, i64)> },
    /// Yes and no, in that order.
    YesNo(i64, i64),
    /// In words, sorted by themselves.
    Texts(Vec<String>),
}

/// Answers by question, in the order of the questions.
pub(super) fn summaries(counted: Vec<Counted>) -> Vec<Summary> {
    let mut order: Vec<String> = Vec::new();
    let mut by_question: BTreeMap<String, Vec<Counted>> = BTreeMap::new();
    for answer in counted {
        if !by_question.contains_key(&answer.question) {
            order.push(answer.question.clone());
        }
        by_question
            .entry(answer.question.clone())
            .or_default()
            .push(answer);
    }
    order
        .into_iter()
        .filter_map(|question| summary(by_question.get(&question)?))
        .collect()
}

fn summary(answers: &[Counted]) -> Option<Summary> {
    let first = answers.first()?.clone();
    let told = match first.kind.as_str() {
        "scale5" => marks(answers, 1..=5),
        "grade10" => marks(answers, 0..=10),
        "yes_no" => {
            let given = |word: &str| {
                answers
                    .iter()
                    .filter(|answer| answer.answer == word)
                    .map(|answer| answer.times)
                    .sum()
            };
            Told::YesNo(given("yes"), given("no"))
        }
        _ => Told::Texts(answers.iter().map(|answer| answer.answer.clone()).collect()),
    };
    Some(Summary {
        id: first.question,
        label_nl: first.label_nl,
        label_en: first.label_en,
        answered: answers.iter().map(|answer| answer.times).sum(),
        told,
    })
}

fn marks(answers: &[Counted], scale: std::ops::RangeInclusive<u8>) -> Told {
    let given = |mark: u8| -> i64 {
        let same = answers.iter().filter(|answer| answer.answer.parse() == Ok(mark));
        same.map(|answer| answer.times).sum()
    };
    let bars: Vec<(u8, i64)> = scale.map(|mark| (mark, given(mark))).collect();
    let count: i64 = bars.iter().map(|(_, times)| times).sum();
    let sum: i64 = bars.iter().map(|(mark, times)| i64::from(*mark) * times).sum();
    Told::Marks {
        average: ratio(sum, count),
        bars,
    }
}

/// Rounded to a tenth, so that nothing of a single answer shows in the digits behind it.
fn ratio(sum: i64, count: i64) -> f64 {
    let tenths = if count == 0 {
        0
    } else {
        (sum * 20 + count) / (count * 2)
    };
    i32::try_from(tenths).map_or(0.0, f64::from) / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_led_a_meeting_reads_what_people_thought_of_it() {
        let readers: Vec<Standing> = Standing::ALL
            .into_iter()
            .filter(|standing| may_read(*standing))
            .collect();
        assert_eq!(readers, [Standing::Facilitator]);
    }

    fn counted(question: &str, kind: &str, answer: &str, times: i64) -> Counted {
        Counted {
            question: question.to_owned(),
            position: 1,
            kind: kind.to_owned(),
            label_nl: question.to_owned(),
            label_en: question.to_owned(),
            answer: answer.to_owned(),
            times,
        }
    }

    #[test]
    fn marks_become_an_average_of_one_digit_and_a_bar_for_each_mark() {
        let answers = vec![
            counted("free", "scale5", "4", 4),
            counted("free", "scale5", "5", 2),
        ];
        let summary = &summaries(answers)[0];
        assert_eq!(summary.answered, 6);
        let bars = vec![(1, 0), (2, 0), (3, 0), (4, 4), (5, 2)];
        assert_eq!(summary.told, Told::Marks { average: 4.3, bars });
    }

    #[test]
    fn questions_keep_their_order_and_texts_stand_by_themselves() {
        let answers = vec![
            counted("take-along", "yes_no", "no", 1),
            counted("take-along", "yes_no", "yes", 5),
            counted("grade", "grade10", "8", 5),
            counted("tip", "text", "Begin op tijd", 1),
        ];
        let summaries = summaries(answers);
        let ids: Vec<&str> = summaries.iter().map(|summary| summary.id.as_str()).collect();
        assert_eq!(ids, ["take-along", "grade", "tip"]);
        assert_eq!(summaries[0].told, Told::YesNo(5, 1));
        assert_eq!(summaries[2].told, Told::Texts(vec!["Begin op tijd".to_owned()]));
    }
}
