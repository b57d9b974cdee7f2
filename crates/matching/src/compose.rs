//! Composing from nothing: a good beginning, then many small changes, of which worse ones are taken less and less often
//! (simulated annealing: Kirkpatrick, Gelatt and Vecchi, 1983). In whole numbers, so that every machine does the same.

use std::ops::ControlFlow;

use oorandom::Rand64;

use crate::board::Board;
use crate::conflict::{self, Exhausted, Impossible, exhaust};
use crate::instance::{Cost, Instance, NOWHERE, split};

/// How far a long composition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Parts done.
    pub done: u32,
    /// Parts in all.
    pub all: u32,
}

/// What a broken hard rule weighs while the search goes on: more than what most changes of places bring.
const HARD: i64 = 60;
/// Changes that are tried for each person of a small question in one run.
const STEPS_EACH: u64 = 20_000;
/// Runs for a small question, of which the best counts.
const RUNS: u32 = 16;
/// Changes that are tried in all for a large question.
const STEPS_OF_ALL: u64 = 4_800_000;
/// A question is large from so many people on.
const LARGE: usize = 100;
/// How often progress is told.
const PARTS: u32 = 20;

/// Composes groups. `watch` hears how far it is, and can stop it: then the best so far is the answer, if it keeps the hard rules.
///
/// # Errors
/// When no composition was found that keeps the hard rules: which of them do not go together, and whom that concerns.
pub fn compose(
    instance: &Instance,
    seed: u64,
    mut watch: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<Board<'_>, Impossible> {
    let best = search(instance, seed, &mut watch);
    if best.score().breaches == 0 {
        return Ok(best);
    }
    // A small question may have an answer so narrow that only trying everything finds it.
    if let Exhausted::Found(board) = exhaust(instance) {
        let mut random = Rand64::new(u128::from(seed));
        let (board, _) = anneal(board, &mut random, steps_for(instance), &mut |_| {
            ControlFlow::Continue(())
        });
        return Ok(board);
    }
    Err(conflict::explain(instance, seed, &best))
}

/// The best that was found, whether or not it keeps the hard rules.
pub(crate) fn search<'i>(
    instance: &'i Instance,
    seed: u64,
    watch: &mut impl FnMut(Progress) -> ControlFlow<()>,
) -> Board<'i> {
    let is_large = instance.people.len() >= LARGE;
    let (runs, steps) = if is_large {
        (1, STEPS_OF_ALL)
    } else {
        (RUNS, steps_for(instance))
    };
    let mut best: Option<Board<'i>> = None;
    for run in 0..runs {
        let mut random = Rand64::new(u128::from(seed) << 32 | u128::from(run));
        let mut told = |part: u32| {
            watch(Progress {
                done: run * PARTS + part,
                all: runs * PARTS,
            })
        };
        let found = anneal(begin(instance, &mut random), &mut random, steps, &mut told);
        let (board, flow) = found;
        if best.as_ref().is_none_or(|known| board.cost < known.cost) {
            best = Some(board);
        }
        if flow.is_break() || best.as_ref().is_some_and(|best| best.cost == 0) {
            break;
        }
    }
    best.unwrap_or_else(|| Board::empty(instance))
}

fn steps_for(instance: &Instance) -> u64 {
    u64::try_from(instance.people.len()).unwrap_or(1) * STEPS_EACH
}

/// A beginning: whoever is hardest to place goes first, each to where it costs least.
fn begin<'i>(instance: &'i Instance, random: &mut Rand64) -> Board<'i> {
    let count = instance.people.len();
    let mut order: Vec<(i64, u64, usize)> = (0..count)
        .map(|person| {
            let forbidden: i64 = (0..count)
                .map(|other| split(instance.pair(person, other)).0.abs())
                .sum();
            (-forbidden, random.rand_u64(), person)
        })
        .collect();
    order.sort_unstable();
    let mut board = Board::empty(instance);
    // Every run begins with other coaches.
    for group in 0..instance.groups {
        let seat = draw(random, board.seats.len());
        board.swap_seats(group, seat);
    }
    let sizes = sizes(count, instance.groups);
    for (_, _, person) in order {
        let open = sizes
            .iter()
            .enumerate()
            .filter(|(group, size)| board.in_group(*group).len() < **size);
        let open: Vec<usize> = open.map(|(group, _)| group).collect();
        let cheapest = open.into_iter().min_by_key(|group| {
            let mut cost = instance.with(person, board.in_group(*group));
            if instance.slot_cost > 0 {
                let free = instance.free.get(person).copied().unwrap_or(u64::MAX);
                if board.common(*group) & free == 0 {
                    cost += instance.slot_cost * instance.wide();
                }
            }
            (cost, random.rand_u64())
        });
        if let Some(group) = cheapest {
            board.shift(person, group);
        }
    }
    board
}

/// Sizes that differ by one at most.
fn sizes(people: usize, groups: usize) -> Vec<usize> {
    let (each, over) = (people / groups.max(1), people % groups.max(1));
    (0..groups)
        .map(|group| each + usize::from(group < over))
        .collect()
}

/// A change that was made, and how it is undone.
enum Change {
    Moved { person: usize, from: usize },
    Swapped { one: usize, other: usize },
    Seats { group: usize, seat: usize },
}

impl Change {
    fn undo(self, board: &mut Board<'_>) {
        match self {
            Self::Moved { person, from } => board.shift(person, from),
            Self::Swapped { one, other } => board.swap(one, other),
            Self::Seats { group, seat } => board.swap_seats(group, seat),
        }
    }
}

/// Changes a board so many times; the best that was seen, and whether to go on.
fn anneal<'i>(
    mut board: Board<'i>,
    random: &mut Rand64,
    steps: u64,
    tell: &mut impl FnMut(u32) -> ControlFlow<()>,
) -> (Board<'i>, ControlFlow<()>) {
    let hottest = heat(&mut board, random);
    let mut best = board.clone();
    let part = (steps / u64::from(PARTS)).max(1);
    for step in 0..steps {
        if step % part == 0 && tell(u32::try_from(step / part).unwrap_or(PARTS)).is_break() {
            return (best, ControlFlow::Break(()));
        }
        let left = i64::try_from(steps - step).unwrap_or(1);
        let all = i64::try_from(steps).unwrap_or(1);
        // Falls with the square of what is left: much of the time is spent where it is nearly cold. In 1,024ths.
        let temperature = hottest * left / all * left / all;
        let before = board.cost;
        let Some(change) = try_one(&mut board, random) else {
            continue;
        };
        if !is_taken(board.cost - before, temperature, random) {
            change.undo(&mut board);
        } else if board.cost < best.cost {
            best.clone_from(&board);
            if best.cost == 0 {
                break;
            }
        }
    }
    (best, ControlFlow::Continue(()))
}

/// How warm it begins: as much as a usual change costs, in 1,024ths.
fn heat(board: &mut Board<'_>, random: &mut Rand64) -> i64 {
    const SAMPLES: i64 = 200;
    let mut sum = 0;
    for _ in 0..SAMPLES {
        let before = board.cost;
        if let Some(change) = try_one(board, random) {
            let (_, penalty) = split(board.cost - before);
            sum += penalty.abs();
            change.undo(board);
        }
    }
    (sum * 1_024 / SAMPLES / 4).max(1_024)
}

/// Whether a change is taken that costs so much: a better one always, a worse one with a chance of `exp(-cost / temperature)`.
fn is_taken(change: Cost, temperature: i64, random: &mut Rand64) -> bool {
    let (breaches, penalty) = split(change);
    let worse = breaches * HARD + penalty;
    if worse <= 0 {
        return true;
    }
    // The leading zeros of a random number are the whole part of its binary logarithm; the next bits make up for the rest, to
    // within a tenth. 1,024 times the natural logarithm is 710 times the binary one.
    let drawn = random.rand_u64();
    let zeros = drawn.leading_zeros();
    let rest = (drawn << (zeros + 1).min(63)) >> 54;
    let binary = (i64::from(zeros) + 1) * 1_024 - i64::try_from(rest).unwrap_or(0);
    worse * 1_024 * 1_024 <= temperature.saturating_mul(binary * 710 / 1_024)
}

fn try_one(board: &mut Board<'_>, random: &mut Rand64) -> Option<Change> {
    let instance = board.instance;
    let (people, groups) = (instance.people.len(), instance.groups);
    if groups < 2 {
        return None;
    }
    let choice = random.rand_range(0..64);
    if choice < 8 && instance.coaches.len() > 1 {
        let (group, seat) = (draw(random, groups), draw(random, board.seats.len()));
        board.swap_seats(group, seat);
        return Some(Change::Seats { group, seat });
    }
    let person = draw(random, people);
    let from = board.at(person);
    if choice < 24 {
        let to = draw(random, groups);
        if from == to || from == NOWHERE || !board.can_change(from, -1) || !board.can_change(to, 1) {
            return None;
        }
        board.shift(person, to);
        return Some(Change::Moved { person, from });
    }
    let other = draw(random, people);
    if board.at(other) == from {
        return None;
    }
    board.swap(person, other);
    Some(Change::Swapped { one: person, other })
}

fn draw(random: &mut Rand64, below: usize) -> usize {
    let below = u64::try_from(below).unwrap_or(1).max(1);
    usize::try_from(random.rand_range(0..below)).unwrap_or_default()
}
