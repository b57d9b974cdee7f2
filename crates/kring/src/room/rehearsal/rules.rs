//! What somebody may choose when they rehearse, and when a robot moves.

use session::catalogue::Catalogue;
use session::compile::Plan;
use session::ids::{At, SECOND};
use session::model::{Kind, Method};
use ui::Problems;

use crate::words::Words;

/// Fewest and most people in a rehearsal, the facilitator not counted.
pub(in crate::room) const PEOPLE: (u16, u16) = (3, 15);

/// How fast the robots are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::room) enum Pace {
    /// As people do: a few seconds between two of them.
    #[default]
    Calm,
    /// For who wants to click through.
    Quick,
    /// Only when asked.
    Still,
}

impl Pace {
    pub(in crate::room) const ALL: [Self; 3] = [Self::Calm, Self::Quick, Self::Still];

    pub(in crate::room) const fn word(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Quick => "quick",
            Self::Still => "still",
        }
    }

    pub(in crate::room) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.word() == word)
    }

    pub(in crate::room) fn label(self, words: &Words) -> String {
        match self {
            Self::Calm => words.rehearsal_pace_calm(),
            Self::Quick => words.rehearsal_pace_quick(),
            Self::Still => words.rehearsal_pace_still(),
        }
    }

    /// Microseconds between two things robots do; drawn, so that they do not tick like a clock.
    pub(super) const fn pause(self, seed: u64, seq: u64) -> i64 {
        let drawn = (seed ^ seq.wrapping_mul(0x9E37_79B9_7F4A_7C15)) >> 33;
        let share = (drawn % 1_000).cast_signed();
        match self {
            Self::Calm => 2 * SECOND + 3 * share * 1_000,
            Self::Quick => 300_000 + share * 400,
            Self::Still => i64::MAX,
        }
    }

    /// Microseconds a robot that leads waits when everybody is done, so that people can read.
    pub(super) const fn linger(self) -> i64 {
        match self {
            Self::Calm => 8 * SECOND,
            Self::Quick => 3 * SECOND,
            Self::Still => i64::MAX,
        }
    }
}

/// As whom somebody takes part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    Facilitator,
    Owner,
    #[default]
    Participant,
}

impl Role {
    pub(super) const ALL: [Self; 3] = [Self::Facilitator, Self::Owner, Self::Participant];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Facilitator => "facilitator",
            Self::Owner => "owner",
            Self::Participant => "participant",
        }
    }

    pub(super) fn label(self, words: &Words) -> String {
        match self {
            Self::Facilitator => words.rehearsal_as_facilitator(),
            Self::Owner => words.rehearsal_as_owner(),
            Self::Participant => words.rehearsal_as_participant(),
        }
    }
}

/// The form of a rehearsal as it was sent; everything is text, so that it can be shown again.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) method: String,
    /// A meeting whose agenda is rehearsed instead of one method.
    pub(super) meeting: String,
    pub(super) people: String,
    pub(super) role: String,
    pub(super) pace: String,
}

/// What somebody wants to rehearse.
pub(super) struct Wish {
    pub(super) people: u16,
    pub(super) role: Role,
    pub(super) pace: Pace,
}

impl Asked {
    /// # Errors
    /// Every problem, at its field.
    pub(super) fn read(&self, words: &Words) -> Result<Wish, Problems> {
        let mut problems = Problems::none();
        let people = self.people.trim().parse().ok();
        let people = people.filter(|people| (PEOPLE.0..=PEOPLE.1).contains(people));
        if people.is_none() {
            problems.add("people", words.rehearsal_people_wrong(PEOPLE.0, PEOPLE.1));
        }
        let role = Role::ALL.into_iter().find(|role| role.word() == self.role);
        if role.is_none() {
            problems.add("role", words.rehearsal_choose());
        }
        let pace = Pace::from_word(&self.pace);
        if pace.is_none() {
            problems.add("pace", words.rehearsal_choose());
        }
        match (people, role, pace) {
            (Some(people), Some(role), Some(pace)) => Ok(Wish { people, role, pace }),
            _ => Err(problems),
        }
    }
}

/// A method that can be rehearsed by itself.
pub(super) fn method<'c>(catalogue: &'c Catalogue, id: &str) -> Option<&'c Method> {
    catalogue.get(id).filter(|method| method.kind == Kind::Method)
}

/// How many people fit a method best.
pub(super) fn fitting(method: &Method) -> u16 {
    method.group.best_from.clamp(PEOPLE.0, PEOPLE.1)
}

/// The plan of one method, under its name.
pub(super) fn plan(method: &Method, language: session::Language) -> Plan {
    Plan {
        title: method.name.get(language).to_owned(),
        ..Plan::of_method(&method.id)
    }
}

/// Whether a moment has come.
pub(super) const fn until(due: At, now: At) -> Option<i64> {
    let left = due.since(now);
    if left > 0 { Some(left) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    fn asked(people: &str, role: &str, pace: &str) -> Result<Wish, Problems> {
        let asked = Asked {
            people: people.to_owned(),
            role: role.to_owned(),
            pace: pace.to_owned(),
            ..Asked::default()
        };
        asked.read(words(ui::Language::Nl))
    }

    #[test]
    fn every_problem_is_named_at_its_field() {
        let Err(problems) = asked("2", "boss", "") else {
            panic!("this was accepted");
        };
        for field in ["people", "role", "pace"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
        assert!(asked("3", "owner", "quick").is_ok() && asked("15", "facilitator", "still").is_ok());
    }

    #[test]
    fn robots_take_their_time_and_not_always_the_same() {
        let pauses: Vec<i64> = (1..200).map(|seq| Pace::Calm.pause(7, seq)).collect();
        assert!(
            pauses
                .iter()
                .all(|pause| (2 * SECOND..5 * SECOND).contains(pause))
        );
        assert!(pauses.iter().max() > pauses.iter().min());
        let quick = (1..200).map(|seq| Pace::Quick.pause(7, seq));
        assert!(quick.max() < Some(SECOND));
    }
}
