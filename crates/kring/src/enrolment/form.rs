//! The form that an organiser makes: which questions, in which order, and which are only asked after a certain answer.

use serde::{Deserialize, Serialize};

use super::questions::{Becomes, Kind, Question, When};

/// All questions, in the order in which they are asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Form(pub(super) Vec<Question>);

impl Form {
    /// What a programme asks until its organiser decides otherwise.
    pub(super) fn usual() -> Self {
        let mut job = Question::new("1", Kind::Line, "Wat is je functie?");
        job.en = Some("What is your profession?".to_owned());
        job.becomes = Becomes::Job;
        let mut work = Question::new(
            "2",
            Kind::Organisation,
            "Bij welke praktijk of organisatie werk je?",
        );
        work.en = Some("For which practice or organisation do you work?".to_owned());
        let mut register = Question::new("3", Kind::Register, "Heb je een registratienummer?");
        register.en = Some("Do you have a registration number?".to_owned());
        register.hint = Some("Nodig voor je bewijs van deelname. Je kunt het later nog invullen.".to_owned());
        register.hint_en = Some("Your certificate needs it. You can still fill it in later.".to_owned());
        register.required = false;
        let mut free = Question::new("4", Kind::HalfDays, "Wanneer kun je meestal?");
        free.en = Some("When are you usually free?".to_owned());
        free.required = false;
        Self(vec![job, work, register, free])
    }

    pub(super) fn find(&self, id: &str) -> Option<&Question> {
        self.0.iter().find(|question| question.id == id)
    }

    /// The questions that come before one; all of them for a new one.
    pub(super) fn before(&self, id: &str) -> &[Question] {
        let end = self.0.iter().position(|question| question.id == id);
        self.0.get(..end.unwrap_or(self.0.len())).unwrap_or_default()
    }

    /// An id that no question has.
    pub(super) fn fresh(&self) -> String {
        let numbers = self
            .0
            .iter()
            .filter_map(|question| question.id.parse::<u64>().ok());
        (numbers.max().unwrap_or(0) + 1).to_string()
    }

    /// Puts a question in its place, or behind the others when it is new. Where an answer was only called differently, what depends on
    /// it goes along; where it is gone, nothing depends on it any more.
    pub(super) fn put(&mut self, question: Question) {
        let Some(place) = self.0.iter_mut().find(|known| known.id == question.id) else {
            self.0.push(question);
            return;
        };
        let before = std::mem::replace(place, question.clone());
        let now = question.answers();
        for (index, old) in before.answers().into_iter().enumerate() {
            if now.contains(&old) {
                continue;
            }
            let renamed = now.get(index).filter(|new| !before.answers().contains(*new));
            self.follow(&question.id, old, renamed.copied());
        }
    }

    fn follow(&mut self, question: &str, old: &str, new: Option<&str>) {
        for other in &mut self.0 {
            let is_meant = |when: &When| when.question == question && when.answer == old;
            match new {
                Some(new) => {
                    let meant = other.when.iter_mut().filter(|when| is_meant(when));
                    meant.for_each(|when| new.clone_into(&mut when.answer));
                }
                None => other.when.retain(|when| !is_meant(when)),
            }
        }
    }

    /// Takes a question away; what depended on it is asked always.
    pub(super) fn remove(&mut self, id: &str) {
        self.0.retain(|question| question.id != id);
        for other in &mut self.0 {
            other.when.retain(|when| when.question != id);
        }
    }

    /// Whether a question can go one place up or down: never in front of one it depends on.
    pub(super) fn can_move(&self, id: &str, up: bool) -> bool {
        self.pair(id, up).is_some_and(|(first, second)| {
            let (Some(first), Some(second)) = (self.0.get(first), self.0.get(second)) else {
                return false;
            };
            !second.when.iter().any(|when| when.question == first.id)
        })
    }

    /// Moves a question one place, when it can.
    pub(super) fn shift(&mut self, id: &str, up: bool) {
        if self.can_move(id, up)
            && let Some((first, second)) = self.pair(id, up)
        {
            self.0.swap(first, second);
        }
    }

    /// The places that change when a question moves, the upper one first.
    fn pair(&self, id: &str, up: bool) -> Option<(usize, usize)> {
        let at = self.0.iter().position(|question| question.id == id)?;
        let first = if up { at.checked_sub(1)? } else { at };
        (first + 1 < self.0.len()).then_some((first, first + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::questions::Reply;
    use super::*;

    fn choice(id: &str, answers: &[&str]) -> Question {
        let mut question = Question::new(id, Kind::Choice, id);
        let option = |nl: &&str| Reply {
            nl: (*nl).to_owned(),
            en: None,
        };
        question.options = answers.iter().map(option).collect();
        question
    }

    fn after(id: &str, question: &str, answer: &str) -> Question {
        let mut asked = Question::new(id, Kind::Line, id);
        asked.when = vec![When {
            question: question.to_owned(),
            answer: answer.to_owned(),
        }];
        asked
    }

    fn form() -> Form {
        Form(vec![
            choice("1", &["arts", "poh"]),
            Question::new("2", Kind::Line, "2"),
            after("3", "1", "poh"),
        ])
    }

    fn order(form: &Form) -> Vec<&str> {
        form.0.iter().map(|question| question.id.as_str()).collect()
    }

    #[test]
    fn a_question_never_comes_before_the_one_it_depends_on() {
        let mut form = form();
        assert!(
            !form.can_move("1", true) && !form.can_move("3", false),
            "at the ends"
        );
        form.shift("3", true);
        assert_eq!(order(&form), ["1", "3", "2"]);
        form.shift("3", true);
        form.shift("1", false);
        assert_eq!(order(&form), ["1", "3", "2"], "held back");
        assert!(!form.can_move("unknown", true));
    }

    #[test]
    fn what_depends_on_an_answer_follows_it() {
        let mut form = form();
        form.put(choice("1", &["huisarts", "poh"]));
        assert_eq!(
            form.find("3").unwrap().when[0].answer,
            "poh",
            "another one was renamed"
        );
        form.put(choice("1", &["huisarts", "praktijkondersteuner"]));
        assert_eq!(
            form.find("3").unwrap().when[0].answer,
            "praktijkondersteuner",
            "renamed"
        );
        form.put(choice("1", &["huisarts"]));
        assert!(form.find("3").unwrap().when.is_empty(), "gone");
    }

    #[test]
    fn removing_a_question_frees_what_depended_on_it() {
        let mut form = form();
        form.remove("1");
        assert_eq!(order(&form), ["2", "3"]);
        assert!(form.find("3").unwrap().when.is_empty());
        assert_eq!(form.fresh(), "4");
    }

    #[test]
    fn a_form_is_read_back_as_it_was_written() {
        for form in [form(), Form::usual(), Form::default()] {
            let text = serde_json::to_string(&form).unwrap();
            assert_eq!(serde_json::from_str::<Form>(&text).unwrap(), form);
        }
    }
}
