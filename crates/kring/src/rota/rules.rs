//! Whose turn it is: the fairest order for what goes round in a group.
//!
//! A turn goes to whoever had it longest ago, and first to who never had it. Passed over are those who do not come, who are on a pause,
//! and, as long as somebody else is there, who has another turn in the same meeting. A turn that was given stays where it is until its
//! person declines or leaves.

use std::collections::BTreeMap;

use crate::id::{MeetingId, PersonId};

/// What goes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Duty {
    /// Brings a case.
    Case,
    /// Leads the meeting.
    Lead,
    /// Takes notes.
    Notes,
}

impl Duty {
    /// All of them, in the order in which people read them.
    pub(crate) const ALL: [Self; 3] = [Self::Case, Self::Lead, Self::Notes];

    /// As it stands in the database and in forms.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Lead => "lead",
            Self::Notes => "notes",
        }
    }

    /// The duty of a word.
    pub(crate) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|duty| duty.word() == word)
    }

    /// The duties of a list of words.
    pub(crate) fn list(words: &str) -> Vec<Self> {
        words.split(',').filter_map(Self::of).collect()
    }
}

/// Who can have a turn, in the order in which they came.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) person: PersonId,
    /// A day until which they are passed over, `YYYY-MM-DD`.
    pub(crate) pause: Option<String>,
}

/// A meeting still to come.
#[derive(Clone, Debug)]
pub(crate) struct Ahead {
    pub(crate) meeting: MeetingId,
    /// `YYYY-MM-DD`.
    pub(crate) day: String,
    /// Who does not come.
    pub(crate) declined: Vec<PersonId>,
    /// Turns that were given.
    pub(crate) given: BTreeMap<Duty, PersonId>,
}

/// When somebody had a turn last, as `YYYY-MM-DD`.
pub(crate) type Last = BTreeMap<(Duty, PersonId), String>;

/// Who has which turn in each meeting. `ahead` is in order of time.
pub(crate) fn assign(
    duties: &[Duty],
    candidates: &[Candidate],
    ahead: &[Ahead],
    mut last: Last,
) -> Vec<BTreeMap<Duty, PersonId>> {
    let mut all = Vec::new();
    for meeting in ahead {
        let mut turns: BTreeMap<Duty, PersonId> = meeting
            .given
            .iter()
            .filter(|(duty, person)| {
                let is_there = candidates.iter().any(|one| one.person == **person);
                duties.contains(duty) && is_there && !meeting.declined.contains(person)
            })
            .map(|(duty, person)| (*duty, person.clone()))
            .collect();
        for duty in duties {
            if !turns.contains_key(duty)
                && let Some(person) = fairest(*duty, candidates, meeting, (&turns, &last))
            {
                turns.insert(*duty, person);
            }
        }
        for (duty, person) in &turns {
            last.insert((*duty, person.clone()), meeting.day.clone());
        }
        all.push(turns);
    }
    all
}

fn fairest(
    duty: Duty,
    candidates: &[Candidate],
    meeting: &Ahead,
    (turns, last): (&BTreeMap<Duty, PersonId>, &Last),
) -> Option<PersonId> {
    let is_free = |one: &&Candidate| {
        let pauses = one.pause.as_ref().is_some_and(|until| *until >= meeting.day);
        !pauses && !meeting.declined.contains(&one.person)
    };
    let has_turn = |person: &PersonId| turns.values().any(|other| other == person);
    let found = candidates.iter().filter(is_free).min_by_key(|one| {
        // `None` comes before any day, and of equals the first stays.
        (has_turn(&one.person), last.get(&(duty, one.person.clone())))
    });
    found.map(|one| one.person.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn person(name: &str) -> PersonId {
        PersonId(name.to_owned())
    }

    fn candidates(names: &[&str]) -> Vec<Candidate> {
        let one = |name: &&str| Candidate {
            person: person(name),
            pause: None,
        };
        names.iter().map(one).collect()
    }

    fn ahead(days: &[&str]) -> Vec<Ahead> {
        let one = |day: &&str| Ahead {
            meeting: MeetingId((*day).to_owned()),
            day: (*day).to_owned(),
            declined: Vec::new(),
            given: BTreeMap::new(),
        };
        days.iter().map(one).collect()
    }

    fn names(turns: &[BTreeMap<Duty, PersonId>], duty: Duty) -> Vec<&str> {
        turns
            .iter()
            .map(|turns| turns.get(&duty).map_or("-", |person| person.0.as_str()))
            .collect()
    }

    const DAYS: [&str; 4] = ["2027-01-05", "2027-02-02", "2027-03-02", "2027-04-06"];

    #[test]
    fn whoever_had_it_longest_ago_is_next_and_who_never_had_it_goes_first() {
        let last = Last::from([
            ((Duty::Case, person("noor")), "2026-11-01".to_owned()),
            ((Duty::Case, person("bram")), "2026-09-01".to_owned()),
        ]);
        let turns = assign(
            &[Duty::Case],
            &candidates(&["noor", "bram", "saar"]),
            &ahead(&DAYS),
            last,
        );
        assert_eq!(names(&turns, Duty::Case), ["saar", "bram", "noor", "saar"]);
    }

    #[test]
    fn who_declines_or_pauses_is_passed_over_and_keeps_their_place() {
        let mut people = candidates(&["noor", "bram", "saar"]);
        people[1].pause = Some("2027-02-28".to_owned());
        let mut meetings = ahead(&DAYS);
        meetings[0].declined.push(person("noor"));
        let turns = assign(&[Duty::Case], &people, &meetings, Last::new());
        assert_eq!(names(&turns, Duty::Case), ["saar", "noor", "bram", "saar"]);
    }

    #[test]
    fn a_turn_that_was_given_stays_until_its_person_cannot() {
        let people = candidates(&["noor", "bram", "saar"]);
        let mut meetings = ahead(&DAYS[..2]);
        meetings[0].given.insert(Duty::Case, person("saar"));
        let turns = assign(&[Duty::Case], &people, &meetings, Last::new());
        assert_eq!(names(&turns, Duty::Case), ["saar", "noor"]);
        meetings[0].declined.push(person("saar"));
        let turns = assign(&[Duty::Case], &people, &meetings, Last::new());
        assert_eq!(names(&turns, Duty::Case), ["noor", "bram"]);
        let without = candidates(&["noor", "bram"]);
        meetings[0].declined.clear();
        let turns = assign(&[Duty::Case], &without, &meetings, Last::new());
        assert_eq!(names(&turns, Duty::Case), ["noor", "bram"]);
    }

    #[test]
    fn nobody_has_two_turns_in_one_meeting_while_somebody_else_is_there() {
        let duties = [Duty::Case, Duty::Lead, Duty::Notes];
        let turns = assign(
            &duties,
            &candidates(&["noor", "bram", "saar"]),
            &ahead(&DAYS[..1]),
            Last::new(),
        );
        assert_eq!(turns[0].len(), 3);
        let mut all: Vec<_> = turns[0].values().collect();
        all.dedup();
        assert_eq!(all.len(), 3);
        let turns = assign(&duties, &candidates(&["noor"]), &ahead(&DAYS[..1]), Last::new());
        assert_eq!(names(&turns, Duty::Notes), ["noor"]);
        assert!(assign(&duties, &[], &ahead(&DAYS[..1]), Last::new())[0].is_empty());
    }

    proptest! {
        /// With nobody away, nobody has a turn twice before everybody had it once.
        #[test]
        fn a_turn_goes_round(people in 1_usize..9, meetings in 1_usize..30) {
            let names: Vec<String> = (0..people).map(|number| format!("p{number}")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let days: Vec<String> = (0..meetings).map(|number| format!("2027-{number:04}")).collect();
            let days: Vec<&str> = days.iter().map(String::as_str).collect();
            let turns = assign(&Duty::ALL, &candidates(&names), &ahead(&days), Last::new());
            for duty in Duty::ALL {
                let mut counts = BTreeMap::new();
                for turns in &turns {
                    *counts.entry(turns.get(&duty).cloned()).or_insert(0_usize) += 1;
                }
                let (most, least) = (counts.values().max().copied(), counts.values().min().copied());
                let least = if counts.len() < people { Some(0) } else { least };
                // A turn may move to the next one because of another turn in the same meeting.
                prop_assert!(most.unwrap_or(0) - least.unwrap_or(0) <= 2, "{:?} {:?}", duty, counts);
            }
        }
    }
}
