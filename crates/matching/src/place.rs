//! Late entries: those who came after the groups were made get a place, and as few others as can be move for it.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::Group;
use crate::board::Board;
use crate::compose::search;
use crate::conflict::{self, Impossible};
use crate::instance::{BREACH, Cost, Instance, NOWHERE};

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
    let board = Board::of(instance, groups);
    let late: Vec<usize> = (0..instance.people.len())
        .filter(|person| board.at(*person) == NOWHERE)
        .collect();
    for moves in 0..=MOST_MOVES {
        let mut attempt = Attempt {
            board: board.clone(),
            home: board.group_of.clone(),
            moved: BTreeSet::new(),
            best: None,
            left: ATTEMPTS,
        };
        attempt.go_on(&late, moves);
        if let Some((_, board, moved)) = attempt.best {
            let people = moved.iter().filter_map(|person| instance.people.get(*person));
            let moved = people.map(|person| person.id.clone()).collect();
            return Ok(Placed { board, moved });
        }
    }
    let whole = search(instance, seed, &mut |_| ControlFlow::Continue(()));
    if whole.score().breaches > 0 {
        return Err(conflict::explain(instance, seed, &whole).into());
    }
    Err(Unplaced::TooManyMoves)
}

struct Attempt<'i> {
    board: Board<'i>,
    /// Where everybody was.
    home: Vec<usize>,
    moved: BTreeSet<usize>,
    best: Option<(Cost, Board<'i>, BTreeSet<usize>)>,
    left: u32,
}

impl Attempt<'_> {
    /// Places those who wait, with so many moves left.
    fn go_on(&mut self, waiting: &[usize], moves: usize) {
        let Some((person, others)) = waiting.split_first() else {
            self.arrive(moves);
            return;
        };
        for group in 0..self.board.instance.groups {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            // Whoever was moved away does not come back: then nobody needed to move.
            if self.home.get(*person) == Some(&group) {
                continue;
            }
            self.try_group(*person, group, others, moves);
        }
    }

    fn try_group(&mut self, person: usize, group: usize, others: &[usize], moves: usize) {
        if self.welcomes(group, person, None) {
            self.board.shift(person, group);
            self.go_on(others, moves);
            self.board.shift(person, NOWHERE);
        }
        if moves == 0 {
            return;
        }
        for resident in self.board.in_group(group).to_vec() {
            let is_late = self.home.get(resident) == Some(&NOWHERE);
            if is_late || self.moved.contains(&resident) || !self.welcomes(group, person, Some(resident)) {
                continue;
            }
            self.board.shift(resident, NOWHERE);
            self.board.shift(person, group);
            self.moved.insert(resident);
            let mut waiting = vec![resident];
            waiting.extend(others);
            self.go_on(&waiting, moves - 1);
            self.moved.remove(&resident);
            self.board.shift(person, NOWHERE);
            self.board.shift(resident, group);
        }
    }

    /// Whether somebody fits into a group, perhaps with another one out of it.
    fn welcomes(&self, group: usize, person: usize, without: Option<usize>) -> bool {
        let instance = self.board.instance;
        let members = self
            .board
            .in_group(group)
            .iter()
            .filter(|member| Some(**member) != without);
        let (mut size, mut clashes) = (0, false);
        for member in members {
            size += 1;
            clashes |= instance.pair(person, *member) >= BREACH;
        }
        size < instance.size().most && !clashes
    }

    /// Everybody has a place: keeps it when the hard rules hold, or lets one more person move.
    fn arrive(&mut self, moves: usize) {
        let size = self.board.instance.size();
        let sizes_hold = self
            .board
            .members
            .iter()
            .all(|members| members.len() >= size.least);
        if sizes_hold && self.board.score().breaches == 0 {
            let cost = self.board.cost;
            if self.best.as_ref().is_none_or(|(known, ..)| cost < *known) {
                self.best = Some((cost, self.board.clone(), self.moved.clone()));
            }
            return;
        }
        if moves == 0 {
            return;
        }
        for resident in 0..self.home.len() {
            let home = self.board.at(resident);
            let is_late = self.home.get(resident) == Some(&NOWHERE);
            if is_late || self.moved.contains(&resident) {
                continue;
            }
            self.board.shift(resident, NOWHERE);
            self.moved.insert(resident);
            self.go_on(&[resident], moves - 1);
            self.moved.remove(&resident);
            self.board.shift(resident, home);
        }
    }
}
