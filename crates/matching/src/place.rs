//! Late entries: those who came after the groups were made get a place, and as few others as can be move for it.
//!
//! A search by the number of moves: first none, then one, two and three. Whoever is in the way of somebody must leave, and so must one of a
//! group that is full; when everybody has a place and a rule is still broken, one more of those who did not move yet goes elsewhere. On
//! the way to any answer each step is one of these, so the fewest moves are found, unless the attempts run out.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::Group;
use crate::board::Board;
use crate::compose::search;
use crate::conflict::{self, Impossible};
use crate::explain::verdict;
use crate::instance::{BREACH, Cost, Instance, NOWHERE, Pair, count};

/// Most people who are moved for those who come late.
const MOST_MOVES: usize = 3;
/// Attempts for each number of moves.
const ATTEMPTS: u32 = 300_000;

/// A composition in which everybody has a place.
#[derive(Clone, Debug)]
pub struct Placed<'i> {
    /// The composition.
    pub board: Board<'i>,
    /// The ids of those who had a place and got another one.
    pub moved: Vec<String>,
}

/// Why late entries got no place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unplaced {
    /// The hard rules cannot be kept with everybody in a group.
    #[error(transparent)]
    Impossible(#[from] Impossible),
    /// There is a composition, but more than three people would have to move for it.
    #[error("more than {MOST_MOVES} people would have to move: compose the groups again")]
    TooManyMoves,
}

/// Gives everybody of the question who is in none of these groups a place, with the fewest moves of others, and the best of those.
///
/// # Errors
/// When that is impossible, or takes more than three moves.
pub fn place<'i>(instance: &'i Instance, groups: &[Group], seed: u64) -> Result<Placed<'i>, Unplaced> {
    if let Some(placed) = fit(instance, groups) {
        return Ok(placed);
    }
    let whole = search(instance, seed, &mut |_| ControlFlow::Continue(()));
    if whole.score().breaches > 0 {
        return Err(conflict::explain(instance, seed, &whole).into());
    }
    Err(Unplaced::TooManyMoves)
}

/// The same for whoever cannot wait for the reason why it does not work; `None` when it takes more than three moves or is impossible.
///
/// A hard rule that is broken among those who have a place already stands in nobody's way: what must not be is one more. For whoever
/// moves every hard rule holds.
#[must_use]
pub fn fit<'i>(instance: &'i Instance, groups: &[Group]) -> Option<Placed<'i>> {
    let board = Board::of(instance, groups);
    let before = Before::of(&board);
    let mut late = before.late();
    let welcomes =
        |group: usize, person: usize| board.has_room(group, 0) && board.clashing(group, person).is_empty();
    // Whoever fits in the fewest groups chooses first.
    late.sort_by_cached_key(|person| {
        let welcoming = (0..instance.groups).filter(|group| welcomes(*group, *person));
        (welcoming.count(), *person)
    });
    for moves in 0..=MOST_MOVES {
        let mut attempt = Attempt {
            board: board.clone(),
            before: &before,
            moved: BTreeSet::new(),
            best: None,
            left: ATTEMPTS,
        };
        attempt.go_on(&late, moves);
        if let Some((_, board, moved)) = attempt.best {
            let board = before.polished(board, &late);
            let people = moved.iter().filter_map(|person| instance.people.get(*person));
            let moved = people.map(|person| person.id.clone()).collect();
            return Some(Placed { board, moved });
        }
    }
    None
}

impl Board<'_> {
    /// Those of a group with whom somebody must not be.
    fn clashing(&self, group: usize, person: usize) -> Vec<usize> {
        let members = self.in_group(group).iter().copied();
        members
            .filter(|member| self.instance.pair(person, *member) >= BREACH)
            .collect()
    }

    /// Whether one more fits into a group when so many have left it.
    fn has_room(&self, group: usize, leaving: usize) -> bool {
        self.in_group(group).len() < self.instance.size().most + leaving
    }
}

/// How it was before anybody was placed.
struct Before {
    /// Where everybody was.
    home: Vec<usize>,
    /// How often hard rules are broken among those who had a place.
    breaches: i64,
    /// For whom which hard rule did not hold.
    broken: BTreeSet<(usize, usize)>,
}

impl Before {
    fn of(board: &Board<'_>) -> Self {
        let home = board.group_of.clone();
        let mut before = Self {
            breaches: board.score().breaches,
            broken: BTreeSet::new(),
            home,
        };
        // A wish about somebody without a place is not broken yet.
        before.breaches -= before.open_wishes(board.instance);
        if before.breaches > 0 {
            before.broken = broken(board).collect();
        }
        before
    }

    fn is_late(&self, person: usize) -> bool {
        self.home.get(person) == Some(&NOWHERE)
    }

    fn late(&self) -> Vec<usize> {
        (0..self.home.len())
            .filter(|person| self.is_late(*person))
            .collect()
    }

    /// How many wishes that must be kept are about somebody without a place.
    fn open_wishes(&self, instance: &Instance) -> i64 {
        let rules = instance.rules.rules.iter().filter(|rule| rule.hard);
        let mut open = 0;
        for rule in rules {
            for one in self.late() {
                let Some(person) = instance.people.get(one) else {
                    continue;
                };
                let others = instance.people.iter().enumerate();
                // Two late ones are one pair.
                let others =
                    others.filter(|(other, _)| *other != one && (!self.is_late(*other) || *other > one));
                let wished = others.filter(|(_, other)| count(rule, person, other) == Pair::Wished);
                open += i64::try_from(wished.count()).unwrap_or_default();
            }
        }
        open
    }

    /// Whether sizes hold, and no hard rule is broken but for somebody who stayed, and for whom it was broken before.
    fn allows(&self, board: &Board<'_>) -> bool {
        let least = board.instance.size().least;
        let was_so = |(rule, person): (usize, usize)| {
            self.broken.contains(&(rule, person)) && self.home.get(person) == Some(&board.at(person))
        };
        board.members.iter().all(|members| members.len() >= least)
            && board.score().breaches <= self.breaches
            && (self.breaches == 0 || broken(board).all(was_so))
    }

    /// Better places for late ones only, as long as there are any: with many of them the search has seen a part of what there is.
    fn polished<'i>(&self, mut board: Board<'i>, late: &[usize]) -> Board<'i> {
        while self.polish(&mut board, late) {}
        board
    }

    fn polish(&self, board: &mut Board<'_>, late: &[usize]) -> bool {
        let mut is_better = false;
        for person in late {
            for group in 0..board.instance.groups {
                let (cost, from) = (board.cost, board.at(*person));
                if from == group || !board.has_room(group, 0) {
                    continue;
                }
                board.shift(*person, group);
                if board.cost < cost && self.allows(board) {
                    is_better = true;
                } else {
                    board.shift(*person, from);
                }
            }
            for other in late {
                let cost = board.cost;
                if board.at(*person) == board.at(*other) {
                    continue;
                }
                board.swap(*person, *other);
                if board.cost < cost && self.allows(board) {
                    is_better = true;
                } else {
                    board.swap(*person, *other);
                }
            }
        }
        is_better
    }
}

/// Every hard rule that does not hold for somebody who has a place, and for whom.
fn broken(board: &Board<'_>) -> impl Iterator<Item = (usize, usize)> {
    let rules = board.instance.rules.rules.iter().enumerate();
    rules.filter(|(_, rule)| rule.hard).flat_map(|(at, rule)| {
        let seated = (0..board.group_of.len()).filter(|person| board.at(*person) != NOWHERE);
        let broken = seated.filter(|person| matches!(verdict(board, *person, rule), Some((false, _))));
        broken.map(move |person| (at, person))
    })
}

struct Attempt<'i, 'b> {
    board: Board<'i>,
    before: &'b Before,
    moved: BTreeSet<usize>,
    best: Option<(Cost, Board<'i>, BTreeSet<usize>)>,
    left: u32,
}

impl Attempt<'_, '_> {
    /// Places those who wait, with so many moves left.
    fn go_on(&mut self, waiting: &[usize], moves: usize) {
        let Some((person, others)) = waiting.split_first() else {
            self.arrive(moves);
            return;
        };
        for group in self.cheapest_first(*person) {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            // Whoever was moved away does not come back: then nobody needed to move.
            if self.before.home.get(*person) != Some(&group) {
                self.try_group(*person, group, others, moves);
            }
        }
    }

    /// The groups, those first in which somebody costs least: the first answers are good ones.
    fn cheapest_first(&mut self, person: usize) -> Vec<usize> {
        let mut groups: Vec<(Cost, usize)> = Vec::new();
        for group in 0..self.board.instance.groups {
            self.board.shift(person, group);
            groups.push((self.board.cost, group));
            self.board.shift(person, NOWHERE);
        }
        groups.sort_unstable();
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// Puts somebody into a group. Whoever is in the way leaves, and when the group is full one more.
    fn try_group(&mut self, person: usize, group: usize, others: &[usize], moves: usize) {
        let leaving = self.board.clashing(group, person);
        if leaving.len() > moves || leaving.iter().any(|one| !self.may_move(*one)) {
            return;
        }
        if self.board.has_room(group, leaving.len()) {
            self.replace(&leaving, (person, group), others, moves);
            return;
        }
        if leaving.len() == moves {
            return;
        }
        for resident in self.board.in_group(group).to_vec() {
            if leaving.contains(&resident) || !self.may_move(resident) {
                continue;
            }
            let mut leaving = leaving.clone();
            leaving.push(resident);
            if self.board.has_room(group, leaving.len()) {
                self.replace(&leaving, (person, group), others, moves);
            }
        }
    }

    /// Late ones and those who moved stand where they are to stay.
    fn may_move(&self, person: usize) -> bool {
        !self.before.is_late(person) && !self.moved.contains(&person)
    }

    fn replace(
        &mut self,
        leaving: &[usize],
        (person, group): (usize, usize),
        others: &[usize],
        moves: usize,
    ) {
        for one in leaving {
            self.board.shift(*one, NOWHERE);
            self.moved.insert(*one);
        }
        self.board.shift(person, group);
        let waiting: Vec<usize> = leaving.iter().chain(others).copied().collect();
        self.go_on(&waiting, moves - leaving.len());
        self.board.shift(person, NOWHERE);
        for one in leaving {
            self.moved.remove(one);
            self.board.shift(*one, group);
        }
    }

    /// Everybody has a place: keeps it when the hard rules hold, or lets one more person move.
    fn arrive(&mut self, moves: usize) {
        let cost = self.board.cost;
        let is_best = self.best.as_ref().is_none_or(|(known, ..)| cost < *known);
        if (is_best || moves > 0) && self.before.allows(&self.board) {
            if is_best {
                self.best = Some((cost, self.board.clone(), self.moved.clone()));
            }
            return;
        }
        if moves == 0 {
            return;
        }
        for resident in 0..self.before.home.len() {
            if !self.may_move(resident) {
                continue;
            }
            let home = self.board.at(resident);
            self.board.shift(resident, NOWHERE);
            self.moved.insert(resident);
            self.go_on(&[resident], moves - 1);
            self.moved.remove(&resident);
            self.board.shift(resident, home);
        }
    }
}
