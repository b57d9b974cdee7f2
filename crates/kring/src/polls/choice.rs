//! Which days do: counting answers, and the best days for as many meetings as are wanted.
//!
//! A day that lacks somebody who must be there, or that can never have enough people, is not proposed. Of the others one that is
//! certain goes before one on which an answer is still awaited, then the most people who can come, then the fewest of them who said
//! "if need be", then the earliest day. For several meetings the days that are best together are taken, with enough time between two.

use jiff::{SignedDuration, Timestamp};

use super::{Asked, Day, Poll, Said};

/// Whether a day does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Somebody who must be there cannot, or too few people can ever come.
    Lacks,
    /// It may still do, when those who have not answered can come.
    Open,
    /// Everybody who must be there can, and enough others.
    Fits,
}

/// How a day stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) yes: usize,
    pub(super) maybe: usize,
    pub(super) no: usize,
    /// Names of those who must be there and cannot.
    pub(super) lacking: Vec<String>,
    pub(super) fit: Fit,
}

/// How each day stands, in the order of the days.
pub(super) fn tallies(poll: &Poll, days: &[Day], asked: &[Asked], said: &[Said]) -> Vec<Tally> {
    let least = usize::try_from(poll.at_least).unwrap_or(0);
    days.iter().map(|day| tally(day, asked, said, least)).collect()
}

fn tally(day: &Day, asked: &[Asked], said: &[Said], least: usize) -> Tally {
    let of = |person: &Asked| {
        let found = said
            .iter()
            .find(|said| said.day_id == day.id && said.person_id == person.person_id);
        found.map(|said| said.answer.as_str())
    };
    let count = |answer: &str| asked.iter().filter(|person| of(person) == Some(answer)).count();
    let (yes, maybe, no) = (count("yes"), count("maybe"), count("no"));
    let lacking: Vec<String> = asked
        .iter()
        .filter(|person| person.is_needed && of(person) == Some("no"))
        .map(|person| person.name.clone())
        .collect();
    let is_awaited = asked
        .iter()
        .any(|person| person.is_needed && of(person).is_none());
    let fit = if !lacking.is_empty() || asked.len() - no < least {
        Fit::Lacks
    } else if is_awaited || yes + maybe < least {
        Fit::Open
    } else {
        Fit::Fits
    };
    Tally {
        yes,
        maybe,
        no,
        lacking,
        fit,
    }
}

/// Days that go together: what they are worth, and which.
#[derive(Clone, Debug, Default)]
struct Chain {
    worth: usize,
    /// Places in the list of days.
    days: Vec<usize>,
}

/// Places, in the list of days, of those that are best together. `days` are in order of time.
pub(super) fn propose(poll: &Poll, days: &[Day], tallies: &[Tally], now: Timestamp) -> Vec<usize> {
    let wanted = usize::try_from(poll.wanted).unwrap_or(1);
    let apart = SignedDuration::from_hours(poll.apart_days.saturating_mul(24));
    let mut ends: Vec<(Timestamp, Vec<Chain>)> = Vec::new();
    let mut best = Chain::default();
    for (place, (day, tally)) in days.iter().zip(tallies).enumerate() {
        if tally.fit == Fit::Lacks || day.starts() <= now {
            continue;
        }
        let mut here: Vec<Chain> = vec![Chain::default()];
        // An hour less, because a row that goes on over the end of summer time is as far apart on the clock.
        let before = ends.iter().filter(|(moment, _)| {
            moment.duration_until(day.starts()) + SignedDuration::from_hours(1) >= apart
        });
        for chain in before.flat_map(|(_, chains)| chains) {
            let length = chain.days.len();
            match here.get_mut(length) {
                Some(known) if known.worth >= chain.worth => {}
                Some(known) => *known = chain.clone(),
                None => here.push(chain.clone()),
            }
        }
        here.truncate(wanted);
        for chain in &mut here {
            chain.worth += worth(tally);
            chain.days.push(place);
            if chain.worth > best.worth {
                best = chain.clone();
            }
        }
        ends.push((day.starts(), here));
    }
    best.days
}

/// A certain day outweighs any number of people, and one who can come outweighs any number who come only if need be. No group has a
/// hundred people.
fn worth(tally: &Tally) -> usize {
    let certain = if tally.fit == Fit::Fits { 1_000_000 } else { 0 };
    1 + certain + (tally.yes + tally.maybe) * 100 + tally.yes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::id::{GroupId, PersonId, PollId, ProgrammeId};

    fn poll(wanted: i64, apart_days: i64, at_least: i64) -> Poll {
        Poll {
            id: PollId("p".to_owned()),
            group_id: GroupId("g".to_owned()),
            group_name: "Groep 4".to_owned(),
            programme_id: ProgrammeId("l".to_owned()),
            accent: "blue".to_owned(),
            title: "Bijeenkomst".to_owned(),
            method: "focusmethode".to_owned(),
            minutes: 90,
            place: None,
            online: None,
            makes_video: false,
            directions: None,
            wanted,
            apart_days,
            at_least,
            closes_at: 0,
            state: "open".to_owned(),
            made_by: PersonId("thea".to_owned()),
            is_sensitive: false,
        }
    }

    /// A day for each number of days after the beginning of 1970.
    fn days(numbers: &[i64]) -> Vec<Day> {
        let day = |number: &i64| Day {
            id: number.to_string(),
            starts_at: number * 86_400_000_000,
            meeting_id: None,
        };
        numbers.iter().map(day).collect()
    }

    /// People by name; a name with an exclamation mark must be there.
    fn people(names: &[&str]) -> Vec<Asked> {
        let person = |name: &&str| Asked {
            person_id: PersonId(name.trim_end_matches('!').to_owned()),
            name: name.trim_end_matches('!').to_owned(),
            mail: String::new(),
            language: "nl".to_owned(),
            is_needed: name.ends_with('!'),
            answered_at: None,
            remark: None,
        };
        names.iter().map(person).collect()
    }

    /// Answers of one person to the days, a letter each: yes, maybe, no, or `-` for none.
    fn says(days: &[Day], name: &str, letters: &str) -> Vec<Said> {
        let answer = |letter| match letter {
            'y' => Some("yes"),
            'm' => Some("maybe"),
            'n' => Some("no"),
            _ => None,
        };
        days.iter()
            .zip(letters.chars())
            .filter_map(|(day, letter)| {
                Some(Said {
                    day_id: day.id.clone(),
                    person_id: PersonId(name.to_owned()),
                    answer: answer(letter)?.to_owned(),
                })
            })
            .collect()
    }

    fn proposed(poll: &Poll, numbers: &[i64], asked: &[Asked], answers: &[(&str, &str)]) -> Vec<i64> {
        let days = days(numbers);
        let said: Vec<Said> = answers
            .iter()
            .flat_map(|(name, letters)| says(&days, name, letters))
            .collect();
        let tallies = tallies(poll, &days, asked, &said);
        propose(poll, &days, &tallies, Timestamp::UNIX_EPOCH)
            .into_iter()
            .map(|place| numbers[place])
            .collect()
    }

    #[test]
    fn most_people_win_and_if_need_be_counts_less() {
        let people = people(&["thea", "noor", "bram"]);
        let answers = [("thea", "yyy"), ("noor", "nmy"), ("bram", "yyy")];
        assert_eq!(proposed(&poll(1, 0, 2), &[1, 2, 3], &people, &answers), [3]);
        let answers = [("thea", "yyy"), ("noor", "nmm"), ("bram", "yyy")];
        assert_eq!(proposed(&poll(1, 0, 2), &[1, 2, 3], &people, &answers), [2]);
    }

    #[test]
    fn a_day_without_somebody_who_must_be_there_is_not_proposed() {
        let people = people(&["thea!", "noor", "bram"]);
        let answers = [("thea", "ny"), ("noor", "yn"), ("bram", "yy")];
        assert_eq!(proposed(&poll(1, 0, 2), &[1, 2], &people, &answers), [2]);
        let answers = [("thea", "nn"), ("noor", "yy"), ("bram", "yy")];
        assert!(proposed(&poll(1, 0, 2), &[1, 2], &people, &answers).is_empty());
    }

    #[test]
    fn a_certain_day_goes_before_one_with_more_people_that_awaits_an_answer() {
        let people = people(&["thea!", "noor", "bram", "saar"]);
        let answers = [("thea", "-y"), ("noor", "yy"), ("bram", "yy"), ("saar", "yn")];
        assert_eq!(proposed(&poll(1, 0, 3), &[1, 2], &people, &answers), [2]);
        let days = days(&[1]);
        let tally = tallies(&poll(1, 0, 3), &days, &people, &says(&days, "noor", "y")).remove(0);
        assert_eq!(tally.fit, Fit::Open);
    }

    #[test]
    fn too_few_people_are_seen_before_everybody_has_answered() {
        let people = people(&["thea", "noor", "bram"]);
        let days = days(&[1]);
        let said = [says(&days, "thea", "n"), says(&days, "noor", "n")].concat();
        let tallies = tallies(&poll(1, 0, 2), &days, &people, &said);
        assert_eq!(tallies[0].fit, Fit::Lacks);
    }

    #[test]
    fn several_meetings_keep_their_distance() {
        let people = people(&["thea"]);
        let answers = [("thea", "yyyyy")];
        // The second and the fourth day are too close to their neighbours.
        assert_eq!(
            proposed(&poll(3, 40, 1), &[1, 21, 42, 70, 90], &people, &answers),
            [1, 42, 90]
        );
        // One good day in the middle is worth less than two around it.
        assert_eq!(
            proposed(&poll(2, 10, 1), &[1, 6, 12], &people, &[("thea", "mym")]),
            [1, 12]
        );
        assert_eq!(
            proposed(&poll(9, 0, 1), &[1, 2], &people, &[("thea", "ym")]),
            [1, 2]
        );
    }

    #[test]
    fn a_day_that_is_over_is_not_proposed() {
        let people = people(&["thea"]);
        let days = days(&[1, 2]);
        let said = says(&days, "thea", "yy");
        let poll = poll(2, 0, 1);
        let tallies = tallies(&poll, &days, &people, &said);
        assert_eq!(propose(&poll, &days, &tallies, days[0].starts()), [1]);
    }

    /// Every set of days, tried one by one.
    fn by_hand(poll: &Poll, days: &[Day], tallies: &[Tally]) -> usize {
        let mut best = 0;
        for set in 0_u32..(1 << days.len()) {
            let chosen: Vec<usize> = (0..days.len()).filter(|place| set >> place & 1 == 1).collect();
            let apart = poll.apart_days * 86_400_000_000 - 3_600_000_000;
            let is_apart = chosen
                .windows(2)
                .all(|pair| days[pair[1]].starts_at - days[pair[0]].starts_at >= apart);
            let does = chosen.iter().all(|place| tallies[*place].fit != Fit::Lacks);
            if is_apart && does && chosen.len() <= usize::try_from(poll.wanted).unwrap() {
                best = best.max(chosen.iter().map(|place| worth(&tallies[*place])).sum());
            }
        }
        best
    }

    proptest! {
        #[test]
        fn no_other_days_are_better_together(
            wanted in 1_i64..5,
            apart in 0_i64..20,
            least in 0_i64..4,
            letters in prop::collection::vec("[ymn-]{9}", 4),
            gaps in prop::collection::vec(1_i64..15, 9),
        ) {
            let poll = poll(wanted, apart, least);
            let numbers: Vec<i64> = gaps.iter().scan(0, |sum, gap| { *sum += gap; Some(*sum) }).collect();
            let days = days(&numbers);
            let asked = people(&["thea!", "noor", "bram", "saar"]);
            let said: Vec<Said> = asked
                .iter()
                .zip(&letters)
                .flat_map(|(person, letters)| says(&days, &person.name, letters))
                .collect();
            let tallies = tallies(&poll, &days, &asked, &said);
            let chosen = propose(&poll, &days, &tallies, Timestamp::UNIX_EPOCH);
            let sum: usize = chosen.iter().map(|place| worth(&tallies[*place])).sum();
            prop_assert_eq!(sum, by_hand(&poll, &days, &tallies));
        }
    }
}
