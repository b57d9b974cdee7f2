//! Where those go who come late: a proposal with the fewest moves, and what keeps somebody out of each group.

use matching::{Board, Group, Instance, Kind, Rule, Rules, fit};

use super::worth::{Asked, Told, Worth, told};

/// How much a group of the best size counts, beside the rules of the form: as much as what is important.
const SIZE_WEIGHT: u32 = 3;

/// What keeps somebody out of a group; nothing when they fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Obstacle {
    /// How many are in it, when that is as many as there may be.
    pub(super) full: Option<usize>,
    /// Rules that must always hold and would not.
    pub(super) broken: Vec<Told>,
}

/// What keeps somebody out of each group: that it is full, and the rules that would be broken.
pub(super) fn obstacles(asked: &Asked, board: &Board<'_>, worth: &Worth, person: &str) -> Vec<Obstacle> {
    let most = asked.rules.size.most;
    let groups = worth.groups.iter().enumerate().map(|(at, group)| {
        let mut board = board.clone();
        board.put(person, at);
        let broken = told(asked, &board, person)
            .into_iter()
            .filter(|one| one.always && !one.kept);
        Obstacle {
            full: (group.people.len() >= most).then_some(group.people.len()),
            broken: broken.collect(),
        }
    });
    groups.collect()
}

/// Who gets which group: the late ones, and whoever moves. When not everybody can be placed, as many as can be without a move.
pub(super) fn propose(asked: &Asked, groups: &[Group], late: &[String]) -> Vec<(String, usize)> {
    let mut rules: Rules = asked.rules.clone();
    rules.rules.push(Rule {
        weight: Some(SIZE_WEIGHT),
        ..Rule::of_kind(Kind::Size)
    });
    // More people than there are places: then there is no such question.
    let instance = Instance::new(asked.people.clone(), asked.coaches.clone(), rules).ok();
    let placed = instance.as_ref().and_then(|instance| fit(instance, groups));
    let Some(placed) = placed else {
        return one_by_one(asked, groups, late);
    };
    let seats = placed.board.groups().into_iter().enumerate();
    let seats = seats.flat_map(|(at, group)| group.people.into_iter().map(move |id| (id, at)));
    seats
        .filter(|(id, _)| late.contains(id) || placed.moved.contains(id))
        .collect()
}

fn one_by_one(asked: &Asked, groups: &[Group], late: &[String]) -> Vec<(String, usize)> {
    let Ok(instance) = asked.by_hand(groups.len()) else {
        return Vec::new();
    };
    let mut board = Board::of(&instance, groups);
    let mut seats = Vec::new();
    for person in late {
        let sizes: Vec<usize> = board.groups().iter().map(|group| group.people.len()).collect();
        let open = sizes
            .iter()
            .enumerate()
            .filter(|(_, size)| **size < asked.rules.size.most);
        let tried = open.map(|(at, size)| {
            let mut tried = board.clone();
            tried.put(person, at);
            (tried.score(), *size, at, tried)
        });
        let allowed = tried.filter(|(.., tried)| {
            told(asked, tried, person)
                .iter()
                .all(|one| one.kept || !one.always)
        });
        if let Some((_, _, at, best)) = allowed.min_by_key(|(score, size, at, _)| (*score, *size, *at)) {
            board = best;
            seats.push((person.clone(), at));
        }
    }
    seats
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use matching::{Person, Size};

    use super::*;
    use crate::placing::question::{OFFERS, asked};
    use crate::placing::worth::weigh;

    fn person(id: &str, organisation: &str) -> Person {
        let mut person = Person {
            id: id.to_owned(),
            ..Person::default()
        };
        let own = BTreeSet::from([organisation.to_owned()]);
        person.traits.insert("organisation".to_owned(), own);
        person
    }

    /// Colleagues must be apart; groups of two or three.
    fn question(people: &[(&str, &str)]) -> Asked {
        let size = Size {
            least: 2,
            best: 2,
            most: 3,
        };
        let apart = Rule {
            of: Some("organisation".to_owned()),
            hard: true,
            ..Rule::of_kind(Kind::Differ)
        };
        let rules = Rules {
            size,
            groups: Some(2),
            rules: vec![apart],
        };
        let people = people.iter().map(|(id, at)| person(id, at)).collect();
        let offers = OFFERS.into_iter().filter(|offer| offer.field == "organisation");
        asked(rules, offers.collect(), people, (Vec::new(), false))
    }

    fn group(ids: &[&str]) -> Group {
        Group {
            people: ids.iter().map(|id| (*id).to_owned()).collect(),
            coach: None,
        }
    }

    fn seats(seats: &[(&str, usize)]) -> Vec<(String, usize)> {
        seats.iter().map(|(id, at)| ((*id).to_owned(), *at)).collect()
    }

    #[test]
    fn whoever_fits_moves_nobody_and_whoever_does_not_moves_one() {
        let fits = question(&[("a", "x"), ("b", "y"), ("c", "x"), ("d", "z"), ("e", "y")]);
        let groups = [group(&["a", "b"]), group(&["c", "d"])];
        assert_eq!(propose(&fits, &groups, &["e".to_owned()]), seats(&[("e", 1)]));
        // A third colleague of x has no place; one of y and one of z in both groups needs a move.
        let tight = question(&[
            ("a", "x"),
            ("b", "y"),
            ("c", "x"),
            ("d", "z"),
            ("e", "z"),
            ("f", "y"),
        ]);
        let groups = [group(&["a", "b", "e"]), group(&["c", "d"])];
        let placed = propose(&tight, &groups, &["f".to_owned()]);
        assert_eq!(placed, seats(&[("f", 1)]));
    }

    #[test]
    fn who_cannot_be_placed_keeps_nobody_else_waiting_and_is_told_why() {
        let tight = question(&[
            ("a", "x"),
            ("b", "y"),
            ("c", "x"),
            ("d", "z"),
            ("e", "x"),
            ("f", "w"),
        ]);
        let groups = [group(&["a", "b"]), group(&["c", "d"])];
        let placed = propose(&tight, &groups, &["e".to_owned(), "f".to_owned()]);
        assert_eq!(placed, seats(&[("f", 0)]));
        let instance = tight.by_hand(2).unwrap();
        let full = [group(&["a", "b", "f"]), group(&["c", "d"])];
        let board = Board::of(&instance, &full);
        let worth = weigh(&tight, &board, |_| true);
        let why = obstacles(&tight, &board, &worth, "e");
        let told: Vec<(Option<usize>, Vec<&[String]>)> = why
            .iter()
            .map(|one| {
                (
                    one.full,
                    one.broken.iter().map(|told| told.with.as_slice()).collect(),
                )
            })
            .collect();
        let (a, c) = (["a".to_owned()], ["c".to_owned()]);
        assert_eq!(told, [(Some(3), vec![a.as_slice()]), (None, vec![c.as_slice()])]);
    }
}
