//! A composition under change: every move tells at once what it is worth.

use crate::Group;
use crate::instance::{Cost, Instance, NOWHERE, split};

/// What a composition is worth; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// How often hard rules are broken.
    pub breaches: i64,
    /// The penalty for rules that are not hard.
    pub penalty: i64,
}

impl From<Cost> for Score {
    fn from(cost: Cost) -> Self {
        let (breaches, penalty) = split(cost);
        Self { breaches, penalty }
    }
}

/// A composition of a question, or a part of one.
#[derive(Clone, Debug)]
pub struct Board<'i> {
    pub(crate) instance: &'i Instance,
    pub(crate) group_of: Vec<usize>,
    pub(crate) members: Vec<Vec<usize>>,
    /// The coach of each group, and behind them the places that coaches have left.
    pub(crate) seats: Vec<Option<usize>>,
    /// How many of each group have each value, a row for each group.
    counts: Vec<u16>,
    /// What it costs in each group that somebody alone has a value.
    alone: Vec<Cost>,
    /// What each group costs beside its pairs.
    sides: Vec<Cost>,
    pub(crate) cost: Cost,
}

impl<'i> Board<'i> {
    /// With nobody in a group yet.
    #[must_use]
    pub fn empty(instance: &'i Instance) -> Self {
        let groups = instance.groups;
        let mut board = Self {
            instance,
            group_of: vec![NOWHERE; instance.people.len()],
            members: vec![Vec::new(); groups],
            seats: instance.seats.clone(),
            counts: vec![0; groups * instance.alone.len()],
            alone: vec![0; groups],
            sides: vec![0; groups],
            cost: instance.base,
        };
        (0..groups).for_each(|group| board.settle(group));
        board
    }

    /// As somebody left it. Groups beyond the number of the question, and people who are not in it, are left out.
    #[must_use]
    pub fn of(instance: &'i Instance, groups: &[Group]) -> Self {
        let mut board = Self::empty(instance);
        for (number, group) in groups.iter().enumerate().take(instance.groups) {
            let coach = group.coach.as_ref();
            let coach = coach.and_then(|id| instance.coaches.iter().position(|coach| coach.id == *id));
            board.give(number, coach);
            for id in &group.people {
                if let Some(person) = instance.number_of(id) {
                    board.shift(person, number);
                }
            }
        }
        board
    }

    /// What it is worth now. Whoever has no group yet counts for nothing, except that wishes about them are unmet.
    #[must_use]
    pub fn score(&self) -> Score {
        self.cost.into()
    }

    /// What one group adds to the score; a wish that is unmet counts in the group of one of its two people. When everybody has a place,
    /// all groups together are the score of the board.
    #[must_use]
    pub fn score_of(&self, group: usize) -> Score {
        let members = self.in_group(group);
        let wishes = members
            .iter()
            .filter_map(|person| self.instance.wishes.get(*person));
        let mut cost = self.sides.get(group).copied().unwrap_or_default() + wishes.sum::<Cost>();
        for (at, person) in members.iter().enumerate() {
            let before = members.iter().take(at);
            cost += before
                .map(|other| self.instance.pair(*person, *other))
                .sum::<Cost>();
        }
        cost.into()
    }

    /// The groups as they are.
    #[must_use]
    pub fn groups(&self) -> Vec<Group> {
        let ids = |members: &Vec<usize>| {
            let mut members = members.clone();
            members.sort_unstable();
            let people = members
                .iter()
                .filter_map(|person| self.instance.people.get(*person));
            people.map(|person| person.id.clone()).collect()
        };
        let numbered = self.members.iter().enumerate();
        numbered
            .map(|(group, members)| Group {
                people: ids(members),
                coach: self.coach_of(group).and_then(|coach| {
                    let coach = self.instance.coaches.get(coach);
                    coach.map(|coach| coach.id.clone())
                }),
            })
            .collect()
    }

    /// Puts somebody into a group; `false` when there is no such person or group.
    pub fn put(&mut self, person: &str, group: usize) -> bool {
        match self.instance.number_of(person) {
            Some(person) if group < self.members.len() => {
                self.shift(person, group);
                true
            }
            _ => false,
        }
    }

    pub(crate) fn coach_of(&self, group: usize) -> Option<usize> {
        self.seats.get(group).copied().flatten()
    }

    pub(crate) fn at(&self, person: usize) -> usize {
        self.group_of.get(person).copied().unwrap_or(NOWHERE)
    }

    pub(crate) fn in_group(&self, group: usize) -> &[usize] {
        self.members.get(group).map_or(&[], Vec::as_slice)
    }

    /// Moves somebody to a group, or out of all with [`NOWHERE`].
    pub(crate) fn shift(&mut self, person: usize, to: usize) {
        let from = self.at(person);
        if from == to {
            return;
        }
        self.take_out(person, from);
        self.put_in(person, to);
        self.settle(from);
        self.settle(to);
    }

    /// Changes the places of two people of different groups.
    pub(crate) fn swap(&mut self, one: usize, other: usize) {
        let (here, there) = (self.at(one), self.at(other));
        self.take_out(one, here);
        self.take_out(other, there);
        self.put_in(one, there);
        self.put_in(other, here);
        self.settle(here);
        self.settle(there);
    }

    /// Changes the coach of a group with what stands at another seat.
    pub(crate) fn swap_seats(&mut self, group: usize, seat: usize) {
        self.seats.swap(group, seat);
        self.settle(group);
        self.settle(seat);
    }

    /// Gives a group its coach, who comes from another seat when they have one left.
    fn give(&mut self, group: usize, coach: Option<usize>) {
        let seat = self.seats.iter().skip(group).position(|seat| *seat == coach);
        if let Some(seat) = seat {
            self.swap_seats(group, group + seat);
        } else if let Some(seat) = self.seats.get_mut(group) {
            *seat = coach;
            self.settle(group);
        }
    }

    fn take_out(&mut self, person: usize, from: usize) {
        let Some(members) = self.members.get_mut(from) else {
            return;
        };
        if let Some(at) = members.iter().position(|member| *member == person) {
            members.swap_remove(at);
        }
        self.cost -= self.instance.with(person, self.in_group(from));
        self.tally(person, from, false);
        if let Some(group) = self.group_of.get_mut(person) {
            *group = NOWHERE;
        }
    }

    fn put_in(&mut self, person: usize, to: usize) {
        self.cost += self.instance.with(person, self.in_group(to));
        let Some(members) = self.members.get_mut(to) else {
            return;
        };
        members.push(person);
        self.tally(person, to, true);
        if let Some(group) = self.group_of.get_mut(person) {
            *group = to;
        }
    }

    /// Counts the values of somebody who comes or goes.
    fn tally(&mut self, person: usize, group: usize, comes: bool) {
        let width = self.instance.alone.len();
        let Some(alone) = self.alone.get_mut(group) else {
            return;
        };
        for value in self.instance.values.get(person).into_iter().flatten() {
            let cost = self.instance.alone.get(*value).copied().unwrap_or_default();
            if let Some(count) = self.counts.get_mut(group * width + value) {
                let before = *count;
                *count = if comes {
                    before + 1
                } else {
                    before.saturating_sub(1)
                };
                *alone += cost * (Cost::from(*count == 1) - Cost::from(before == 1));
            }
        }
    }

    /// Counts again what a group costs beside its pairs.
    fn settle(&mut self, group: usize) {
        let side = self.side(group);
        if let Some(known) = self.sides.get_mut(group) {
            self.cost += side - *known;
            *known = side;
        }
    }

    fn side(&self, group: usize) -> Cost {
        let (instance, members) = (self.instance, self.in_group(group));
        // Groups that nobody is in yet cost nothing, so that a beginning is no worse than an end.
        if members.is_empty() {
            return 0;
        }
        let size = Cost::try_from(members.len().abs_diff(instance.size().best)).unwrap_or_default();
        let mut cost = size * instance.size_cost + self.alone.get(group).copied().unwrap_or_default();
        if instance.slot_cost > 0 && self.common(group) == 0 {
            cost += instance.slot_cost * instance.wide();
        }
        if instance.coach_cost > 0 {
            cost += instance.coach_cost * self.strangers(group);
        }
        cost
    }

    /// The half-days on which everybody of a group is free, its coach too, as bits.
    pub(crate) fn common(&self, group: usize) -> u64 {
        let coach = self
            .coach_of(group)
            .and_then(|coach| self.instance.coach_free.get(coach));
        let free = self
            .in_group(group)
            .iter()
            .filter_map(|person| self.instance.free.get(*person));
        free.chain(coach).fold(u64::MAX, |all, free| all & free)
    }

    /// How many of a group live where their coach does not work; the usual size when it has no coach.
    fn strangers(&self, group: usize) -> Cost {
        let Some(elsewhere) = self
            .coach_of(group)
            .and_then(|coach| self.instance.elsewhere.get(coach))
        else {
            return self.instance.wide();
        };
        let here = self.in_group(group).iter();
        let strangers = here
            .filter(|person| elsewhere.get(**person) == Some(&true))
            .count();
        Cost::try_from(strangers).unwrap_or_default()
    }

    /// Whether a group can get so many more people, or lose them with a negative number.
    pub(crate) fn can_change(&self, group: usize, by: isize) -> bool {
        let size = self.instance.size();
        let after = self.in_group(group).len().saturating_add_signed(by);
        (size.least..=size.most).contains(&after)
    }
}
