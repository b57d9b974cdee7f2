//! Hard rules that do not go together: which ones, and whom they concern.
//!
//! First rules are left out one at a time, as long as the rest cannot be kept either; what remains is needed, each of it. Whether it
//! really cannot be kept is then proved where that is possible: by people who must all be in different groups and are more than
//! there are groups, or by trying everything.

use std::ops::ControlFlow;

use crate::board::Board;
use crate::compose::search;
use crate::explain::breaches;
use crate::instance::{BREACH, Instance, split};

/// No composition was found that keeps all hard rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("hard rules do not go together")]
pub struct Impossible {
    /// Numbers of rules, from zero, that do not go together; with one of them left out there is a composition. Sizes always hold and
    /// are part of it unsaid.
    pub rules: Vec<usize>,
    /// The ids of those whom it concerns, in the order in which people were given.
    pub people: Vec<String>,
    /// Whether it was proved; otherwise much was tried and nothing found.
    pub is_proven: bool,
}

/// Attempts of the proof by trying everything.
const ATTEMPTS: u32 = 2_000_000;

pub(crate) fn explain(instance: &Instance, seed: u64, best: &Board<'_>) -> Impossible {
    let rules = &instance.rules.rules;
    let mut needed: Vec<usize> = (0..rules.len())
        .filter(|at| rules.get(*at).is_some_and(|rule| rule.hard))
        .collect();
    for rule in needed.clone() {
        let fewer: Vec<usize> = needed.iter().copied().filter(|at| *at != rule).collect();
        let is_possible = instance
            .with_rules(|at| fewer.contains(&at))
            .is_some_and(|question| {
                let found = search(&question, seed, &mut |_| ControlFlow::Continue(()));
                found.score().breaches == 0 || matches!(exhaust(&question), Exhausted::Found(_))
            });
        if !is_possible {
            needed = fewer;
        }
    }
    let Some(question) = instance.with_rules(|at| needed.contains(&at)) else {
        return concerned(needed, best, false);
    };
    let clique = clique(&question);
    if clique.len() > question.groups {
        let people = clique.iter().filter_map(|person| question.people.get(*person));
        return Impossible {
            rules: needed,
            people: people.map(|person| person.id.clone()).collect(),
            is_proven: true,
        };
    }
    let is_proven = matches!(exhaust(&question), Exhausted::Nothing);
    let nearest = search(&question, seed, &mut |_| ControlFlow::Continue(()));
    concerned(needed, &nearest, is_proven)
}

/// The answer with those whom the breaches of the nearest composition concern.
fn concerned(rules: Vec<usize>, nearest: &Board<'_>, is_proven: bool) -> Impossible {
    let breaches = breaches(nearest);
    let people = nearest.instance.people.iter().map(|person| &person.id);
    Impossible {
        people: people
            .filter(|id| breaches.iter().any(|breach| breach.people.contains(id)))
            .cloned()
            .collect(),
        rules,
        is_proven,
    }
}

/// People of whom no two may be together, as many as are found: from each person on, whoever fits with all so far.
fn clique(instance: &Instance) -> Vec<usize> {
    let count = instance.people.len();
    let is_forbidden = |one: usize, other: usize| instance.pair(one, other) >= BREACH;
    let degree = |one: usize| (0..count).filter(|other| is_forbidden(one, *other)).count();
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|person| (usize::MAX - degree(*person), *person));
    let mut best = Vec::new();
    for first in &order {
        let mut found = vec![*first];
        for person in &order {
            if found.iter().all(|other| is_forbidden(*person, *other)) {
                found.push(*person);
            }
        }
        if found.len() > best.len() {
            best = found;
        }
    }
    best.sort_unstable();
    best
}

/// What trying everything came to.
pub(crate) enum Exhausted<'i> {
    /// There is one.
    Found(Board<'i>),
    /// There is none.
    Nothing,
    /// It would take too long.
    Unknown,
}

/// Tries every composition of a small question, as far as the hard rules allow.
pub(crate) fn exhaust(instance: &Instance) -> Exhausted<'_> {
    // Seats of coaches are not tried through, so with them nothing would be proved.
    if !instance.coaches.is_empty() || instance.people.len() > 40 {
        return Exhausted::Unknown;
    }
    let count = instance.people.len();
    let weight = |person: usize| {
        (0..count)
            .map(|other| split(instance.pair(person, other)).0.abs())
            .sum::<i64>()
    };
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|person| (-weight(*person), *person));
    let mut attempts = ATTEMPTS;
    let mut board = Board::empty(instance);
    match try_all(&mut board, &order, &mut attempts) {
        Some(true) => Exhausted::Found(board),
        Some(false) => Exhausted::Nothing,
        None => Exhausted::Unknown,
    }
}

/// Whether the rest of the people can be placed; `None` when the attempts ran out.
fn try_all(board: &mut Board<'_>, rest: &[usize], attempts: &mut u32) -> Option<bool> {
    let Some((person, later)) = rest.split_first() else {
        return Some(board.score().breaches == 0);
    };
    let size = board.instance.size();
    let mut saw_empty = false;
    for group in 0..board.instance.groups {
        *attempts = attempts.checked_sub(1)?;
        let members = board.in_group(group);
        if members.is_empty() && std::mem::replace(&mut saw_empty, true) {
            // All empty groups are alike.
            continue;
        }
        let clashes = members
            .iter()
            .any(|other| board.instance.pair(*person, *other) >= BREACH);
        if members.len() >= size.most || clashes {
            continue;
        }
        board.shift(*person, group);
        let missing =
            (0..board.instance.groups).map(|group| size.least.saturating_sub(board.in_group(group).len()));
        let needs_slot = board.instance.slot_cost >= BREACH;
        let fits = missing.sum::<usize>() <= later.len() && !(needs_slot && board.common(group) == 0);
        if fits && try_all(board, later, attempts)? {
            return Some(true);
        }
        board.shift(*person, crate::instance::NOWHERE);
    }
    Some(false)
}
