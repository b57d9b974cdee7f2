//! Divides people into small groups: pairs, halves, trios, groups of a size, rings.
//!
//! Whoever met before is kept apart as long as that is possible, and so are colleagues when that is asked. Two halves
//! are matched exactly (the assignment problem): as long as a round without a repeat exists, it is found. For pairs out
//! of one circle the circle method is tried first, which has a round without a repeat until everybody met everybody;
//! otherwise drawn divisions are improved by exchanging two people until no exchange helps.

use std::collections::BTreeMap;

use pathfinding::matrix::Matrix;
use pathfinding::prelude::kuhn_munkres_min;

use crate::draw::Draw;
use crate::event::SmallGroup;
use crate::ids::Seat;
use crate::model::Grouping;

/// What a division has to take into account.
pub(crate) struct Wishes<'w> {
    /// How often two people met in this session, lower seat first.
    pub met: &'w BTreeMap<(Seat, Seat), u16>,
    /// How often they met since the halves changed roles last; the same as nobody outside halves.
    pub met_this_half: &'w BTreeMap<(Seat, Seat), u16>,
    /// Whether two people are of one organisation and must be kept apart where possible.
    pub colleagues: &'w dyn Fn(Seat, Seat) -> bool,
    /// How often each person shared a partner already; whoever shared least comes first.
    pub burden: &'w BTreeMap<Seat, u16>,
}

/// A second meeting weighs more than any number of colleagues who meet.
const MET: u64 = 1_000;
/// And meeting again in the same roles more than any number of meetings with the roles swapped.
const MET_THIS_HALF: u64 = 50_000;
const COLLEAGUES: u64 = 10;
/// Sharing a partner again weighs more than meeting a colleague, and less than meeting somebody twice.
const SHARED: i64 = 400;
/// Having two at one's table a second time weighs more than any sharing: with seven people it forces a repeat later.
const HOST: i64 = 5_000;

impl Wishes<'_> {
    fn cost(&self, one: Seat, other: Seat) -> u64 {
        let times = |met: &BTreeMap<(Seat, Seat), u16>| {
            let met = met
                .get(&(one.min(other), one.max(other)))
                .copied()
                .unwrap_or_default();
            // Growing faster than the number of meetings spreads repeats that cannot be avoided.
            u64::from(met) * u64::from(met + 1) / 2
        };
        let colleagues = u64::from((self.colleagues)(one, other));
        times(self.met_this_half) * MET_THIS_HALF + times(self.met) * MET + colleagues * COLLEAGUES
    }

    fn group_cost(&self, group: &[Seat]) -> u64 {
        let pairs = group
            .iter()
            .enumerate()
            .flat_map(|(n, one)| group.iter().skip(n + 1).map(move |other| (*one, *other)));
        pairs.map(|(one, other)| self.cost(one, other)).sum()
    }
}

/// Divides people for one round of pairs, trios or groups of a size.
pub(crate) fn divide(
    people: &[Seat],
    grouping: Grouping,
    wishes: &Wishes<'_>,
    draw: &mut Draw,
) -> Vec<SmallGroup> {
    let sizes = sizes(people.len(), usize::from(grouping.size));
    let mut best: Option<(u64, Vec<Vec<Seat>>)> = None;
    let attempts = if people.len() <= 20 { 60 } else { 8 };
    for attempt in 0..attempts {
        let mut order = people.to_vec();
        if grouping.size == 2 && attempt < people.len() {
            round_robin(&mut order, attempt);
        } else {
            draw.shuffle(&mut order);
        }
        let mut groups = cut(&order, &sizes);
        while improve(&mut groups, wishes) {}
        let cost = groups.iter().map(|group| wishes.group_cost(group)).sum();
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, groups));
        }
        if cost == 0 {
            break;
        }
    }
    let groups = best.map(|(_, groups)| groups).unwrap_or_default();
    groups
        .into_iter()
        .map(|seats| small_group(seats, grouping.client))
        .collect()
}

fn small_group(seats: Vec<Seat>, client: bool) -> SmallGroup {
    SmallGroup {
        client: seats.first().copied().filter(|_| client),
        seats,
        askers: 0,
    }
}

/// Sizes of groups: as many of the asked size as possible, the rest spread so that nobody is alone.
///
/// Pairs and trios keep at least their size, so an odd number of people gives one group of three; bigger groups never
/// exceed theirs.
fn sizes(people: usize, size: usize) -> Vec<usize> {
    let size = size.max(2);
    let count = if size <= 3 {
        people / size
    } else {
        people.div_ceil(size)
    }
    .max(1);
    let (small, bigger) = (people / count, people % count);
    // The bigger ones come last, where the circle method leaves the one without a partner.
    (0..count)
        .map(|n| small + usize::from(n + bigger >= count))
        .filter(|size| *size > 0)
        .collect()
}

/// People in the biggest group when this many are divided.
pub(crate) fn biggest(people: usize, size: usize) -> usize {
    sizes(people, size).into_iter().max().unwrap_or_default()
}

/// One round of the circle method: everybody moves on one place (with an even number the first stays), the two ends meet.
fn round_robin(order: &mut Vec<Seat>, round: usize) {
    let fixed = usize::from(order.len().is_multiple_of(2)).min(order.len());
    let moving = order.get_mut(fixed..).unwrap_or_default();
    if !moving.is_empty() {
        moving.rotate_left(round % moving.len());
    }
    let half = order.len() / 2;
    let mut paired: Vec<Seat> = order
        .iter()
        .take(half)
        .zip(order.iter().rev())
        .flat_map(|(a, b)| [*a, *b])
        .collect();
    if order.len() % 2 == 1 {
        paired.extend(order.get(half));
    }
    *order = paired;
}

fn cut(order: &[Seat], sizes: &[usize]) -> Vec<Vec<Seat>> {
    let mut rest = order;
    let mut groups = Vec::new();
    for size in sizes {
        let (group, others) = rest.split_at((*size).min(rest.len()));
        groups.push(group.to_vec());
        rest = others;
    }
    groups
}

/// Exchanges two people of different groups if that makes the division better.
fn improve(groups: &mut [Vec<Seat>], wishes: &Wishes<'_>) -> bool {
    for a in 0..groups.len() {
        for b in a + 1..groups.len() {
            let Ok([one, other]) = groups.get_disjoint_mut([a, b]) else {
                continue;
            };
            if exchange(one, other, wishes) {
                return true;
            }
        }
    }
    false
}

fn exchange(one: &mut [Seat], other: &mut [Seat], wishes: &Wishes<'_>) -> bool {
    let before = wishes.group_cost(one) + wishes.group_cost(other);
    for m in 0..one.len() {
        for n in 0..other.len() {
            swap_between(one, m, other, n);
            if wishes.group_cost(one) + wishes.group_cost(other) < before {
                return true;
            }
            swap_between(one, m, other, n);
        }
    }
    false
}

fn swap_between(one: &mut [Seat], m: usize, other: &mut [Seat], n: usize) {
    if let (Some(left), Some(right)) = (one.get_mut(m), other.get_mut(n)) {
        std::mem::swap(left, right);
    }
}

/// Puts each asker with a thinker, at the least cost over the whole room.
///
/// With one more on one side, two of that side share somebody of the other side. Every host is tried, so that the
/// division is the best there is; a host who had two before comes last, and so does whoever shared before.
pub(crate) fn pair_halves(
    askers: &[Seat],
    thinkers: &[Seat],
    wishes: &Wishes<'_>,
    draw: &mut Draw,
) -> Vec<SmallGroup> {
    let asks_more = askers.len() > thinkers.len();
    let (few, many) = if asks_more {
        (thinkers, askers)
    } else {
        (askers, thinkers)
    };
    let (mut few, mut many) = (few.to_vec(), many.to_vec());
    draw.shuffle(&mut few);
    draw.shuffle(&mut many);
    if few.is_empty() && !many.is_empty() {
        // One person is left; the next who comes sits down here.
        let askers = if asks_more { many.len() } else { 0 };
        return vec![SmallGroup {
            askers: u16::try_from(askers).unwrap_or(u16::MAX),
            seats: many,
            client: None,
        }];
    }
    let even = many.len() == few.len();
    let hosts = few.iter().map(|host| Some(*host)).filter(|_| !even);
    let hosts = hosts.chain(even.then_some(None));
    let best = hosts
        .filter_map(|host| assign(&few, &many, host, wishes))
        .min_by_key(|(cost, _)| *cost);
    let placed = best.map(|(_, placed)| placed).unwrap_or_default();
    let mut groups: Vec<SmallGroup> = few
        .iter()
        .map(|one| {
            let others = placed.iter().filter(|(table, _)| table == one);
            halves_group(*one, others.map(|(_, seat)| *seat).collect(), asks_more)
        })
        .collect();
    groups.sort_by_key(|group| group.seats.first().copied());
    groups
}

fn halves_group(one: Seat, others: Vec<Seat>, asks_more: bool) -> SmallGroup {
    let (askers, thinkers) = if asks_more {
        (others, vec![one])
    } else {
        (vec![one], others)
    };
    let count = u16::try_from(askers.len()).unwrap_or(u16::MAX);
    SmallGroup {
        seats: askers.into_iter().chain(thinkers).collect(),
        askers: count,
        client: None,
    }
}

/// Everybody of the many at a table of the few, with one more at the table of the host; with what it costs.
fn assign(
    few: &[Seat],
    many: &[Seat],
    host: Option<Seat>,
    wishes: &Wishes<'_>,
) -> Option<(i64, Vec<(Seat, Seat)>)> {
    // Growing faster than the number of times, so that sharing goes round before anybody shares often.
    let burden = |seat: Seat| {
        let times = i64::from(wishes.burden.get(&seat).copied().unwrap_or_default());
        times * (times + 1) / 2
    };
    let tables: Vec<Seat> = few.iter().copied().chain(host).collect();
    let cost = |seat: Seat, table: Seat| {
        let shares = if host == Some(table) { burden(seat) } else { 0 };
        i64::try_from(wishes.cost(table, seat)).unwrap_or(i64::MAX / 2) + shares * SHARED
    };
    let rows = many
        .iter()
        .map(|seat| tables.iter().map(|table| cost(*seat, *table)).collect::<Vec<_>>());
    let costs = Matrix::from_rows(rows).ok()?;
    if costs.rows == 0 || costs.rows > costs.columns {
        return None;
    }
    let (total, chosen) = kuhn_munkres_min(&costs);
    let placed = chosen
        .into_iter()
        .zip(many)
        .filter_map(|(table, seat)| Some((*tables.get(table)?, *seat)));
    Some((
        total + host.map_or(0, |host| burden(host) * HOST),
        placed.collect(),
    ))
}

/// Who meets whom in a group, lower seat first: everybody, and in halves only askers with thinkers.
pub(crate) fn pairs_of(group: &SmallGroup) -> Vec<(Seat, Seat)> {
    let seats = group.seats.iter().enumerate();
    let pairs = seats.flat_map(|(n, one)| group.seats.iter().skip(n + 1).map(move |other| (*one, *other)));
    let meet = |(one, other): &(Seat, Seat)| group.askers == 0 || asks(group, *one) != asks(group, *other);
    pairs
        .filter(meet)
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect()
}

/// Whether somebody is one of the askers of a group.
pub(crate) fn asks(group: &SmallGroup, seat: Seat) -> bool {
    group
        .seats
        .iter()
        .take(usize::from(group.askers))
        .any(|asker| *asker == seat)
}

/// Groups kept from an earlier step: without those who left, with those who came, and nobody alone.
pub(crate) fn repair(groups: &[SmallGroup], people: &[Seat]) -> Vec<SmallGroup> {
    let mut kept: Vec<SmallGroup> = Vec::new();
    for group in groups {
        let here = |seat: &&Seat| people.contains(seat);
        let askers = group
            .seats
            .iter()
            .take(usize::from(group.askers))
            .filter(here)
            .count();
        let seats: Vec<Seat> = group.seats.iter().filter(here).copied().collect();
        let client = group.client.filter(|client| seats.contains(client));
        kept.push(SmallGroup {
            askers: u16::try_from(askers).unwrap_or_default(),
            seats,
            client,
        });
    }
    let only = groups.len() == 1;
    kept.retain(|group| group.seats.len() > 1 || (only && !group.seats.is_empty()));
    let alone = people
        .iter()
        .filter(|seat| !kept.iter().any(|group| group.seats.contains(seat)));
    for seat in alone.copied().collect::<Vec<_>>() {
        let asked = groups.iter().any(|group| asks(group, seat));
        match kept.iter_mut().min_by_key(|group| group.seats.len()) {
            Some(group) if asked => {
                group.seats.insert(usize::from(group.askers), seat);
                group.askers += 1;
            }
            Some(group) => group.seats.push(seat),
            None => kept.push(SmallGroup {
                seats: vec![seat],
                askers: u16::from(asked),
                client: None,
            }),
        }
    }
    kept
}
