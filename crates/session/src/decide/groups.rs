//! Who sits with whom in a step: divided anew, kept and repaired, or in parallel circles.

use std::collections::{BTreeMap, BTreeSet};

use super::Decision;
use crate::event::{Cursor, Entered, Event, Facilitation, Recorded, SmallGroup};
use crate::ids::{BlockNo, Seat, Seq};
use crate::model::{Grouping, Odd, Per, Shape};
use crate::pairing::{self, Wishes};
use crate::script::{RepeatTimes, ScriptRepeat, ScriptStep};
use crate::state::{State, Visit};

impl Decision<'_> {
    /// In a repeat for every person or owner: whose turn it is in this round.
    pub(super) fn client(&self, cursor: &Cursor) -> Option<Seat> {
        let block = self.state.script.block(cursor.block)?;
        let (n, repeat) = block.repeats.iter().enumerate().find(|(_, repeat)| {
            matches!(repeat.times, RepeatTimes::Per(Per::Person | Per::Owner)) && self.inside(cursor, repeat)
        })?;
        let round = cursor.rounds.get(n).copied()?;
        let here = |visit: &&Visit| visit.cursor.block == cursor.block && visit.client.is_some();
        if let Some(visit) = self
            .state
            .visits
            .iter()
            .rev()
            .filter(here)
            .find(|v| v.cursor.rounds.get(n) == Some(&round))
        {
            return visit.client;
        }
        let had = self.state.clients_so_far(cursor.block);
        let candidates = match repeat.times {
            RepeatTimes::Per(Per::Owner) => self.state.owners_in(cursor.block).to_vec(),
            _ => self.state.taking_part(),
        };
        candidates.into_iter().find(|seat| !had.contains(seat))
    }

    pub(super) fn inside(&self, cursor: &Cursor, repeat: &ScriptRepeat) -> bool {
        let order = self.state.order(cursor.block);
        let place = |step| order.iter().position(|other| *other == step);
        match (place(repeat.from), place(cursor.step), place(repeat.to)) {
            (Some(from), Some(here), Some(to)) => from <= here && here <= to,
            _ => false,
        }
    }

    pub(super) fn grouping(step: &ScriptStep, strategy: Option<u8>) -> Option<Grouping> {
        let chosen = strategy.and_then(|place| step.step.strategies.get(usize::from(place)));
        chosen.map(|strategy| strategy.grouping).or(step.step.grouping)
    }

    /// Who is divided: those who take part and are in the room for this step.
    pub(super) fn to_divide(&self, step: &ScriptStep, block: BlockNo) -> Vec<Seat> {
        let people = self.state.taking_part().into_iter();
        people
            .filter(|seat| self.state.is_divided(step, block, *seat))
            .collect()
    }

    /// Small groups for a step: kept and repaired, or divided anew.
    pub(super) fn groups(&self, step: &ScriptStep, entered: &Entered) -> Vec<SmallGroup> {
        let before = self
            .state
            .visits
            .iter()
            .rev()
            .find(|visit| visit.cursor.block == entered.cursor.block && !visit.groups.is_empty());
        let Some(grouping) =
            Self::grouping(step, entered.strategy).filter(|grouping| grouping.shape != Shape::Ring)
        else {
            return self.parallel_circles(entered.cursor.block, before);
        };
        let people = self.to_divide(step, entered.cursor.block);
        if let Some(announced) = self.announced(&people, grouping, &entered.cursor) {
            return announced;
        }
        let round = self.client_round(&entered.cursor);
        let keeps = grouping.keep || round.is_some_and(|round| round > 0);
        if let Some(before) = before.filter(|_| keeps) {
            // A facilitator who joined to make the number even stays with the partner.
            let helper = self
                .state
                .lead
                .filter(|lead| self.state.group_of(before, *lead).is_some());
            let helper = helper.filter(|lead| !people.contains(lead));
            let people: Vec<Seat> = people.into_iter().chain(helper).collect();
            return self.with_client(pairing::repair(&before.groups, &people), grouping, round, before);
        }
        self.divide(&people, grouping, &entered.cursor)
    }

    /// Who will sit with whom in the round after one that begins now, so that people can be told. Dividing needs to know who met,
    /// so the coming round is worked out from the state as this one will have left it.
    pub(super) fn next_groups(&self, step: &ScriptStep, entered: &Entered) -> Vec<SmallGroup> {
        let rotates =
            Self::grouping(step, entered.strategy).is_some_and(|grouping| grouping.rotate && !grouping.keep);
        let next = self
            .state
            .after(&entered.cursor)
            .filter(|next| next.step == entered.cursor.step);
        let Some(next) = next.filter(|_| rotates && !entered.groups.is_empty()) else {
            return Vec::new();
        };
        let mut state = self.state.clone();
        state.apply(&Recorded {
            seq: Seq(state.seq.0 + 1),
            at: self.now,
            key: None,
            event: Event::Entered(Box::new(entered.clone())),
        });
        let then = Decision {
            state: &state,
            actor: self.actor,
            now: self.now,
        };
        let entered = Entered {
            cursor: next,
            ..entered.clone()
        };
        then.groups(step, &entered)
    }

    /// The groups that were announced for this round, if still the same people are there.
    fn announced(&self, people: &[Seat], grouping: Grouping, cursor: &Cursor) -> Option<Vec<SmallGroup>> {
        let before = self.state.now_visit().filter(|visit| !visit.next.is_empty())?;
        if self.state.after(&before.cursor).as_ref() != Some(cursor) {
            return None;
        }
        let helper = self.helper(people.len(), grouping);
        let seats: BTreeSet<Seat> = before
            .next
            .iter()
            .flat_map(|group| &group.seats)
            .copied()
            .collect();
        let all_come = people.iter().all(|seat| seats.contains(seat));
        let all_known = seats
            .iter()
            .all(|seat| people.contains(seat) || helper == Some(*seat));
        (all_come && all_known).then(|| before.next.clone())
    }

    /// With more people than a method can hold in one circle, circles side by side, each with an owner of its own.
    fn parallel_circles(&self, block: BlockNo, before: Option<&Visit>) -> Vec<SmallGroup> {
        let people = self.state.taking_part();
        let Some(most) = self.state.splits_at(block) else {
            return Vec::new();
        };
        if let Some(before) = before {
            let mut circles = pairing::repair(&before.groups, &people);
            for circle in circles.iter_mut().filter(|circle| circle.client.is_none()) {
                circle.client = circle.seats.first().copied();
            }
            return circles;
        }
        let count = people.len().div_ceil(usize::from(most.max(2)));
        if count < 2 {
            return Vec::new();
        }
        let owners = self.state.owners_in(block);
        let mut others: Vec<Seat> = people.into_iter().filter(|seat| !owners.contains(seat)).collect();
        self.draw().shuffle(&mut others);
        let mut circles = vec![SmallGroup::default(); count];
        let people = owners.iter().chain(&others);
        for (circle, seat) in (0..count).cycle().zip(people) {
            if let Some(circle) = circles.get_mut(circle) {
                circle.seats.push(*seat);
                circle.client.get_or_insert(*seat);
            }
        }
        circles
    }

    /// In a repeat once for every member of the small group: which round this is.
    fn client_round(&self, cursor: &Cursor) -> Option<u16> {
        let block = self.state.script.block(cursor.block)?;
        let per_member = |repeat: &ScriptRepeat| repeat.times == RepeatTimes::Per(Per::GroupMember);
        let (n, _) = block
            .repeats
            .iter()
            .enumerate()
            .find(|(_, repeat)| per_member(repeat) && self.inside(cursor, repeat))?;
        cursor.rounds.get(n).copied()
    }

    /// The next member of each group becomes the client when a new round begins.
    fn with_client(
        &self,
        mut groups: Vec<SmallGroup>,
        grouping: Grouping,
        round: Option<u16>,
        before: &Visit,
    ) -> Vec<SmallGroup> {
        let Some(round) = round.filter(|_| grouping.client) else {
            return groups;
        };
        // Whose turn it is stays so through the round. When they leave, the next one gets a round of their own.
        if self.client_round(&before.cursor) == Some(round) {
            return groups;
        }
        let had = self.state.group_clients_so_far(before.cursor.block);
        for group in &mut groups {
            // A facilitator who joined to make the number even helps and never has a turn.
            let may = |seat: &&Seat| !had.contains(*seat) && self.state.takes_part(**seat);
            group.client = group.seats.iter().find(may).copied();
        }
        groups
    }

    /// Divides people anew.
    pub(super) fn divide(&self, people: &[Seat], grouping: Grouping, cursor: &Cursor) -> Vec<SmallGroup> {
        let state = self.state;
        let apart = state.avoid_same_organisation || grouping.avoid_same_organisation;
        let organisation = |seat: Seat| {
            state
                .person(seat)
                .and_then(|person| person.organisation.as_deref())
        };
        let colleagues =
            |a: Seat, b: Seat| apart && organisation(a).is_some() && organisation(a) == organisation(b);
        let burden = shared_so_far(state, cursor.block);
        let wishes = Wishes {
            met: &state.met,
            met_this_half: &self.met_this_half(cursor),
            colleagues: &colleagues,
            burden: &burden,
        };
        if grouping.shape == Shape::HalvesPairs {
            let (askers, thinkers) = self.halves(people, grouping, cursor);
            pairing::pair_halves(&askers, &thinkers, &wishes, &mut self.draw())
        } else {
            let people = self.with_helper(people, grouping);
            let mut groups = pairing::divide(&people, grouping, &wishes, &mut self.draw());
            for group in groups.iter_mut().filter(|_| grouping.client) {
                group.client = group.seats.iter().find(|seat| state.takes_part(**seat)).copied();
            }
            groups
        }
    }

    /// Who met since the halves changed roles last. Meeting again with the roles swapped is a small thing; meeting
    /// again in the same roles is not.
    fn met_this_half(&self, cursor: &Cursor) -> BTreeMap<(Seat, Seat), u16> {
        let state = self.state;
        let mut met = BTreeMap::new();
        let same_half = |visit: &&Visit| {
            let kept = state.grouping_of(visit).is_none_or(|grouping| grouping.keep);
            visit.cursor.block == cursor.block
                && !kept
                && state.swapped(&visit.cursor) == state.swapped(cursor)
        };
        for group in state
            .visits
            .iter()
            .filter(same_half)
            .flat_map(|visit| &visit.groups)
        {
            for pair in pairing::pairs_of(group) {
                *met.entry(pair).or_default() += 1;
            }
        }
        met
    }

    /// The facilitator joins an odd number when the method says so and the facilitator does.
    fn with_helper(&self, people: &[Seat], grouping: Grouping) -> Vec<Seat> {
        let mut people = people.to_vec();
        people.extend(self.helper(people.len(), grouping));
        people
    }

    fn helper(&self, people: usize, grouping: Grouping) -> Option<Seat> {
        let lead = self.state.lead.filter(|lead| !self.state.takes_part(*lead))?;
        let joins = self.state.facilitation == Facilitation::PlaysAlong && grouping.odd == Odd::Facilitator;
        (joins && people % 2 == 1).then_some(lead)
    }

    /// The two halves: as they were, late comers added to the smaller one, and evened out when people left.
    fn halves(&self, people: &[Seat], grouping: Grouping, cursor: &Cursor) -> (Vec<Seat>, Vec<Seat>) {
        let swapped = self.state.swapped(cursor);
        let was_first = |seat: Seat| {
            let mut visits = self
                .state
                .visits
                .iter()
                .rev()
                .filter(|visit| visit.cursor.block == cursor.block);
            visits.find_map(|visit| {
                let (_, group) = self.state.group_of(visit, seat)?;
                let asks = group
                    .seats
                    .iter()
                    .take(usize::from(group.askers))
                    .any(|other| *other == seat);
                (group.askers > 0).then(|| asks != self.state.swapped(&visit.cursor))
            })
        };
        let mut first: Vec<Seat> = people
            .iter()
            .copied()
            .filter(|seat| was_first(*seat) == Some(true))
            .collect();
        let mut second: Vec<Seat> = people
            .iter()
            .copied()
            .filter(|seat| was_first(*seat) == Some(false))
            .collect();
        let mut new: Vec<Seat> = people
            .iter()
            .copied()
            .filter(|seat| was_first(*seat).is_none())
            .collect();
        self.draw().shuffle(&mut new);
        for seat in new {
            if first.len() <= second.len() {
                first.push(seat);
            } else {
                second.push(seat);
            }
        }
        even_out(&mut first, &mut second);
        let (askers, mut thinkers) = if swapped { (second, first) } else { (first, second) };
        if askers.len() > thinkers.len() {
            thinkers.extend(self.helper(people.len(), grouping));
        }
        (askers, thinkers)
    }
}

/// How often each person shared a partner in this block already.
fn shared_so_far(state: &State, block: BlockNo) -> BTreeMap<Seat, u16> {
    let visits = state.visits.iter().filter(|visit| visit.cursor.block == block);
    let shared = visits
        .flat_map(|visit| &visit.groups)
        .filter(|group| group.askers > 0 && group.seats.len() > 2);
    let mut burden = BTreeMap::new();
    for seat in shared.flat_map(|group| &group.seats) {
        *burden.entry(*seat).or_default() += 1;
    }
    burden
}

fn even_out(first: &mut Vec<Seat>, second: &mut Vec<Seat>) {
    while first.len().abs_diff(second.len()) > 1 {
        let (from, to) = if first.len() > second.len() {
            (&mut *first, &mut *second)
        } else {
            (&mut *second, &mut *first)
        };
        to.extend(from.pop());
    }
}
