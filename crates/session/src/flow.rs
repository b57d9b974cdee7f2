//! The way through a script: what comes next, and what is still to come.

use std::collections::BTreeSet;

use crate::event::Cursor;
use crate::ids::{BlockNo, Seat, StepNo};
use crate::model::{Only, Per};
use crate::pairing::biggest;
use crate::script::{RepeatTimes, ScriptRepeat};
use crate::state::{State, Visit};

/// Never look further ahead than this many steps; a longer meeting does not exist.
const HORIZON: usize = 400;

/// A step still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Where.
    pub cursor: Cursor,
    /// Planned length in seconds; `None` is untimed.
    pub seconds: Option<u32>,
}

impl State {
    /// Where the session begins; `None` when no step is left.
    pub fn first(&self) -> Option<Cursor> {
        let block = *self.flow.agenda.first()?;
        self.first_in(block)
    }

    fn first_in(&self, block: BlockNo) -> Option<Cursor> {
        let repeats = self.script.block(block)?.repeats.len();
        let start = Cursor {
            block,
            step: *self.order(block).first()?,
            rounds: vec![0; repeats],
        };
        if self.active(&start) {
            Some(start)
        } else {
            self.after(&start)
        }
    }

    /// The step after a cursor; `None` at the end of the agenda.
    pub fn after(&self, cursor: &Cursor) -> Option<Cursor> {
        let mut here = cursor.clone();
        for _ in 0..HORIZON {
            here = self.one_further(&here)?;
            if self.active(&here) {
                return Some(here);
            }
        }
        None
    }

    /// One place further, whether or not the step there takes place.
    fn one_further(&self, here: &Cursor) -> Option<Cursor> {
        let block = self.script.block(here.block)?;
        let order = self.order(here.block);
        let place = order.iter().position(|step| *step == here.step)?;
        let mut rounds = here.rounds.clone();
        for (n, repeat) in block.repeats.iter().enumerate() {
            if self.last_place(here.block, repeat) != Some(place) {
                continue;
            }
            let round = rounds.get(n).copied().unwrap_or_default();
            if round + 1 < self.times(here, repeat) {
                if let Some(round) = rounds.get_mut(n) {
                    *round += 1;
                }
                let from = self.first_place(here.block, repeat)?;
                self.reset_inner(here.block, n, &mut rounds);
                return Some(Cursor {
                    block: here.block,
                    step: *order.get(from)?,
                    rounds,
                });
            }
            // The repeat is over; it starts anew when a repeat around it comes again.
            if let Some(round) = rounds.get_mut(n) {
                *round = 0;
            }
        }
        if let Some(step) = order.get(place + 1) {
            return Some(Cursor {
                block: here.block,
                step: *step,
                rounds,
            });
        }
        self.next_block(here.block)
    }

    fn next_block(&self, block: BlockNo) -> Option<Cursor> {
        let place = self.flow.agenda.iter().position(|other| *other == block)?;
        let next = *self.flow.agenda.get(place + 1)?;
        let repeats = self.script.block(next)?.repeats.len();
        Some(Cursor {
            block: next,
            step: *self.order(next).first()?,
            rounds: vec![0; repeats],
        })
    }

    /// Places of a repeat in the present order. Swapping steps keeps the repeat around the same places.
    fn places(&self, block: BlockNo, repeat: &ScriptRepeat) -> Option<(usize, usize)> {
        let planned = &self.script.block(block)?.order;
        let (from, to) = (
            planned.iter().position(|s| *s == repeat.from)?,
            planned.iter().position(|s| *s == repeat.to)?,
        );
        let inside = planned.get(from..=to)?;
        let places = self
            .order(block)
            .iter()
            .enumerate()
            .filter(|(_, step)| inside.contains(step))
            .map(|(place, _)| place);
        let places: Vec<usize> = places.collect();
        Some((*places.first()?, *places.last()?))
    }

    fn first_place(&self, block: BlockNo, repeat: &ScriptRepeat) -> Option<usize> {
        self.places(block, repeat).map(|(first, _)| first)
    }

    fn last_place(&self, block: BlockNo, repeat: &ScriptRepeat) -> Option<usize> {
        self.places(block, repeat).map(|(_, last)| last)
    }

    /// Repeats inside another one begin anew with each round of it.
    fn reset_inner(&self, block: BlockNo, outer: usize, rounds: &mut [u16]) {
        let Some(block_script) = self.script.block(block) else {
            return;
        };
        let Some(outer_places) = block_script
            .repeats
            .get(outer)
            .and_then(|repeat| self.places(block, repeat))
        else {
            return;
        };
        for (n, repeat) in block_script.repeats.iter().enumerate() {
            let inside = self
                .places(block, repeat)
                .is_some_and(|(from, to)| outer_places.0 <= from && to <= outer_places.1);
            if let Some(round) = rounds.get_mut(n).filter(|_| inside && n != outer) {
                *round = 0;
            }
        }
    }

    /// How often a repeat runs with the people who are there.
    pub fn times(&self, cursor: &Cursor, repeat: &ScriptRepeat) -> u16 {
        let times = match repeat.times {
            RepeatTimes::Number(number) => number,
            RepeatTimes::Per(Per::Person) => count(
                self.clients_so_far(cursor.block)
                    .union(&self.taking_part().into_iter().collect())
                    .count(),
            ),
            RepeatTimes::Per(Per::Owner) => count(self.owners_in(cursor.block).len()),
            RepeatTimes::Per(Per::GroupMember) => self.group_turns(cursor.block, repeat),
        };
        times.min(repeat.max.unwrap_or(u16::MAX)).max(1)
    }

    /// Who was the client in a round of this block already.
    pub(crate) fn clients_so_far(&self, block: BlockNo) -> BTreeSet<Seat> {
        let visits = self.visits.iter().filter(|visit| visit.cursor.block == block);
        visits.filter_map(|visit| visit.client).collect()
    }

    /// Rounds until every member of every small group has been the client: those that were, and those still needed
    /// by the group that is furthest behind. Before people are divided, what the step intends.
    fn group_turns(&self, block: BlockNo, repeat: &ScriptRepeat) -> u16 {
        let with_groups = |visit: &&Visit| visit.cursor.block == block && !visit.groups.is_empty();
        let Some(last) = self.visits.iter().rev().find(with_groups) else {
            let step = self.script.step(repeat.from);
            let intended = step.and_then(|step| step.step.grouping.map(|grouping| grouping.size));
            return count(biggest(
                self.taking_part().len(),
                usize::from(intended.unwrap_or(1)),
            ));
        };
        let place = self
            .script
            .block(block)
            .and_then(|script| script.repeats.iter().position(|other| other == repeat));
        let rounds: BTreeSet<u16> = self
            .visits
            .iter()
            .filter(|visit| {
                visit.cursor.block == block && visit.groups.iter().any(|group| group.client.is_some())
            })
            .filter_map(|visit| visit.cursor.rounds.get(place?).copied())
            .collect();
        let had = self.group_clients_so_far(block);
        let waits = |seat: &&Seat| {
            let present = self.person(**seat).is_some_and(|person| person.present);
            present && self.takes_part(**seat) && !had.contains(*seat)
        };
        let most = last
            .groups
            .iter()
            .map(|group| group.seats.iter().filter(waits).count())
            .max();
        count(rounds.len() + most.unwrap_or_default())
    }

    /// Who was the client of a small group of this block already.
    pub(crate) fn group_clients_so_far(&self, block: BlockNo) -> BTreeSet<Seat> {
        let visits = self.visits.iter().filter(|visit| visit.cursor.block == block);
        visits
            .flat_map(|visit| visit.groups.iter().filter_map(|group| group.client))
            .collect()
    }

    /// Whether the step at a cursor takes place.
    fn active(&self, cursor: &Cursor) -> bool {
        if self.flow.off.contains(&cursor.step) {
            return false;
        }
        let Some(step) = self.script.step(cursor.step) else {
            return false;
        };
        let (Some(only), Some(repeat)) = (step.step.only, step.only_in) else {
            return true;
        };
        let round = cursor.rounds.get(repeat).copied().unwrap_or_default();
        let times = self
            .script
            .block(cursor.block)
            .and_then(|block| block.repeats.get(repeat))
            .map_or(1, |repeat| self.times(cursor, repeat));
        match only {
            Only::First => round == 0,
            Only::NotFirst => round > 0,
            Only::Last => round + 1 >= times,
            Only::NotLast => round + 1 < times,
        }
    }

    /// A cursor at a step, as if reached directly: repeats around the present place keep their round.
    pub fn cursor_at(&self, from: &Cursor, step: StepNo) -> Option<Cursor> {
        let block = self.script.step(step)?.block;
        let place = self.order(block).iter().position(|other| *other == step)?;
        let script = self.script.block(block)?;
        let rounds = script.repeats.iter().enumerate().map(|(n, repeat)| {
            let inside = self
                .places(block, repeat)
                .is_some_and(|(first, last)| (first..=last).contains(&place));
            let same = block == from.block && inside;
            from.rounds.get(n).copied().filter(|_| same).unwrap_or_default()
        });
        Some(Cursor {
            block,
            step,
            rounds: rounds.collect(),
        })
    }

    /// Planned length of a step now, in seconds.
    pub fn seconds_of(&self, step: StepNo) -> Option<u32> {
        match self.flow.seconds.get(&step) {
            Some(seconds) => *seconds,
            None => self.script.step(step)?.step.seconds,
        }
    }

    /// The step after a cursor when nobody decides otherwise: a first answer that leads past a step is the usual one.
    fn usually_after(&self, cursor: &Cursor) -> Option<Cursor> {
        let usual = self
            .script
            .step(cursor.step)
            .and_then(|step| *step.leads_to.first()?);
        let place = |step: StepNo| self.order(cursor.block).iter().position(|other| *other == step);
        let past = usual.filter(|to| place(*to) > place(cursor.step));
        match past {
            Some(to) => self.cursor_at(cursor, to),
            None => self.after(cursor),
        }
    }

    /// Everything still to come after the current step, if nobody takes a way back.
    pub fn ahead(&self) -> Vec<Ahead> {
        let mut ahead = Vec::new();
        let mut next = match self.now_visit() {
            Some(visit) => self.usually_after(&visit.cursor),
            None => self.first(),
        };
        while let Some(cursor) = next.take() {
            if ahead.len() >= HORIZON {
                break;
            }
            next = self.usually_after(&cursor);
            ahead.push(Ahead {
                seconds: self.seconds_of(cursor.step),
                cursor,
            });
        }
        ahead
    }

    /// Whether the halves have changed roles at a cursor.
    pub fn swapped(&self, cursor: &Cursor) -> bool {
        let repeats = self
            .script
            .block(cursor.block)
            .map_or(&[][..], |block| block.repeats.as_slice());
        let rounds = repeats
            .iter()
            .zip(&cursor.rounds)
            .filter(|(repeat, _)| repeat.swap)
            .map(|(_, round)| round);
        rounds.sum::<u16>() % 2 == 1
    }

    /// Which round this is, of how many, in the innermost repeat around a cursor; and what a round is called.
    pub fn round_of(&self, cursor: &Cursor) -> Option<(u16, u16, &ScriptRepeat)> {
        let block = self.script.block(cursor.block)?;
        let place = self
            .order(cursor.block)
            .iter()
            .position(|step| *step == cursor.step)?;
        let (n, repeat) = block.repeats.iter().enumerate().find(|(_, repeat)| {
            self.places(cursor.block, repeat)
                .is_some_and(|(from, to)| (from..=to).contains(&place))
        })?;
        let round = cursor.rounds.get(n).copied().unwrap_or_default();
        Some((round + 1, self.times(cursor, repeat), repeat))
    }

    /// The visit that had exactly this cursor last, for going back to it.
    pub fn visit_at(&self, cursor: &Cursor) -> Option<&Visit> {
        self.visits.iter().rev().find(|visit| visit.cursor == *cursor)
    }
}

fn count(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
