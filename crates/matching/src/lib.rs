//! Composes groups: who sits with whom, so that hard rules hold and the ranked ones come as near as they can.
//!
//! * [`compose()`] makes groups from nothing, [`place()`] adds late entries and moves as few others as it can.
//! * [`Board`] is a composition that somebody looks at and changes: it tells what each change is worth, [`tally()`] what
//!   each rule adds to that, and [`explain()`] why somebody sits where they sit.
//! * When hard rules cannot hold together, [`Impossible`] names the smallest set of them that was found, and whom they concern.
//!
//! Everything is counted in whole numbers and drawn from a seed, so the same question gets the same answer on every machine. Pairs inside
//! a meeting are made by the session engine, which needs them while it decides.
//!
//! A score is a penalty: nothing is perfect except zero. `docs/composing.md` says what each rule counts.

mod board;
mod compose;
mod conflict;
mod explain;
mod instance;
mod place;
mod rules;
mod tally;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use board::{Board, Score};
pub use compose::{Progress, compose};
pub use conflict::Impossible;
pub use explain::{Breach, Reason, breaches, explain};
pub use instance::Instance;
pub use place::{Placed, Unplaced, fit, place};
pub use rules::{Kind, Problem, Rule, Rules, Size};
pub use tally::{Share, tally};

/// Somebody who gets a place. What is not known about somebody never counts against them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Unique among the people of one question.
    pub id: String,
    /// What is known, by a word such as `function` or `organisation`; somebody can have several functions.
    #[serde(default)]
    pub traits: BTreeMap<String, BTreeSet<String>>,
    /// Half-days on which they are free; none for "not known", which counts as free.
    #[serde(default)]
    pub free: BTreeSet<String>,
    /// Where they come from.
    #[serde(default)]
    pub place: Option<Place>,
    /// Ids of people with whom they must not or would rather not be together; one of the two saying so is enough.
    #[serde(default)]
    pub apart: BTreeSet<String>,
    /// Ids of people with whom they would like to be together; one of the two saying so is enough.
    #[serde(default)]
    pub together: BTreeSet<String>,
}

/// Degrees on the globe.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// North of the equator.
    pub latitude: f64,
    /// East of Greenwich.
    pub longitude: f64,
}

impl Place {
    /// Whole kilometres as the crow flies, on a globe of 6,371 km radius.
    #[must_use]
    pub fn kilometres_to(self, other: Self) -> u32 {
        let (from, to) = (self.latitude.to_radians(), other.latitude.to_radians());
        let turn = (other.longitude - self.longitude).to_radians();
        let half = |angle: f64| (angle / 2.0).sin().powi(2);
        let share = half(to - from) + from.cos() * to.cos() * half(turn);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between zero and half the way around the globe"
        )]
        let kilometres = (2.0 * 6_371.0 * share.clamp(0.0, 1.0).sqrt().asin()).round() as u32;
        kilometres
    }
}

/// Somebody who can lead groups.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coach {
    /// Unique among the coaches of one question.
    pub id: String,
    /// How many groups they can take.
    pub groups: usize,
    /// Where they work, as the trait `region` of people says it; none for everywhere.
    #[serde(default)]
    pub regions: BTreeSet<String>,
    /// Half-days on which they are free; none for "not known", which counts as free.
    #[serde(default)]
    pub free: BTreeSet<String>,
}

/// A group of a composition: ids of people in the order in which they were given, and of the coach.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Who is in it.
    pub people: Vec<String>,
    /// Who leads it, when coaches were given and one was left.
    pub coach: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_a_map() {
        let (utrecht, groningen) = (
            Place {
                latitude: 52.0907,
                longitude: 5.1214,
            },
            Place {
                latitude: 53.2194,
                longitude: 6.5665,
            },
        );
        // Measured on a map: 158 km.
        assert!((156..=160).contains(&utrecht.kilometres_to(groningen)));
        assert_eq!(utrecht.kilometres_to(utrecht), 0);
    }
}
