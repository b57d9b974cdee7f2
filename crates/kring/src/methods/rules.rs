//! Reading what somebody looks for.

use serde::Deserialize;
use session::model::{Situation, Trust, Word as _};
use session::wizard::Wish;

/// Most people a method can be sought for.
pub(super) const MOST_PEOPLE: u16 = 60;
/// Most minutes a method can be sought for: a long day.
pub(super) const MOST_MINUTES: u16 = 480;

/// The search form as it was sent; everything is text, so that it can be shown again.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    pub(super) people: String,
    pub(super) minutes: String,
    pub(super) question: String,
    pub(super) trust: String,
}

/// What is wrong with a field of the search form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Issue {
    PeopleMissing,
    PeopleWrong,
    MinutesWrong,
}

/// What a search asks for: nothing in particular, a wish, or every problem in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reading {
    Everything,
    Wish(Wish),
    Issues(Vec<Issue>),
}

impl Search {
    /// Reads the form. A question or a measure of trust that Kring does not know counts as not asked.
    pub(super) fn read(&self) -> Reading {
        let fields = [&self.people, &self.minutes, &self.question, &self.trust];
        if fields.iter().all(|field| field.trim().is_empty()) {
            return Reading::Everything;
        }
        let mut issues = Vec::new();
        let people = match number(&self.people, 2, MOST_PEOPLE) {
            Ok(Some(people)) => people,
            Ok(None) => note(&mut issues, Issue::PeopleMissing),
            Err(()) => note(&mut issues, Issue::PeopleWrong),
        };
        let minutes = match number(&self.minutes, 10, MOST_MINUTES) {
            Ok(minutes) => minutes,
            Err(()) => Some(note(&mut issues, Issue::MinutesWrong)),
        };
        if !issues.is_empty() {
            return Reading::Issues(issues);
        }
        Reading::Wish(Wish {
            people,
            minutes,
            experience: None,
            trust: Trust::from_word(&self.trust),
            lead: None,
            situation: Situation::from_word(&self.question),
            written: false,
        })
    }
}

/// Notes an issue; the number that comes back is never used, because a reading with issues is no wish.
fn note(issues: &mut Vec<Issue>, issue: Issue) -> u16 {
    issues.push(issue);
    0
}

/// A whole number within bounds; `None` when nothing was filled in.
fn number(text: &str, min: u16, max: u16) -> Result<Option<u16>, ()> {
    match text.trim() {
        "" => Ok(None),
        digits => digits
            .parse()
            .ok()
            .filter(|number| (min..=max).contains(number))
            .map(Some)
            .ok_or(()),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn search(people: &str, minutes: &str, question: &str) -> Search {
        let owned = |text: &str| text.to_owned();
        Search {
            people: owned(people),
            minutes: owned(minutes),
            question: owned(question),
            trust: String::new(),
        }
    }

    #[test]
    fn an_empty_form_asks_for_everything() {
        assert_eq!(search("", " ", "").read(), Reading::Everything);
    }

    #[test]
    fn a_wish_needs_only_people() {
        let Reading::Wish(wish) = search("8", "", "moral_choice").read() else {
            panic!("no wish")
        };
        assert_eq!(
            (wish.people, wish.minutes, wish.situation),
            (8, None, Some(Situation::MoralChoice))
        );
    }

    #[rstest]
    #[case("", "60", &[Issue::PeopleMissing])]
    #[case("1", "", &[Issue::PeopleWrong])]
    #[case("61", "", &[Issue::PeopleWrong])]
    #[case("acht", "veel", &[Issue::PeopleWrong, Issue::MinutesWrong])]
    #[case("8", "-5", &[Issue::MinutesWrong])]
    fn every_issue_is_named_at_once(#[case] people: &str, #[case] minutes: &str, #[case] expected: &[Issue]) {
        assert_eq!(
            search(people, minutes, "").read(),
            Reading::Issues(expected.to_vec())
        );
    }

    #[test]
    fn an_unknown_question_counts_as_not_asked() {
        let Reading::Wish(wish) = search("8", "", "<script>").read() else {
            panic!("no wish")
        };
        assert_eq!(wish.situation, None);
    }
}
