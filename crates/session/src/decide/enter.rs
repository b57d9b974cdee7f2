//! Leaving one step and beginning the next: what is shown, sealed, divided and drawn on the way.

use std::collections::{BTreeMap, BTreeSet};

use super::Decision;
use crate::event::{Cursor, Entered, Event, Facilitation, Sealed, SealedCard, SmallGroup, Way};
use crate::ids::{BlockNo, BroughtNo, CardNo, CaseNo, DAY, InputNo, SECOND, Seat, VisitNo};
use crate::model::{
    CaseNeed, ChoiceWay, ClockStart, Grouping, Mode, Odd, OwnerPlace, Per, Role, RoleHow, Shape, TurnOrder,
};
use crate::pairing::{self, Wishes};
use crate::script::{Pace, RepeatTimes, ScriptStep};
use crate::state::{State, Visit};

/// Somebody who comes back to a step has at least this long.
const AT_LEAST: i64 = 60 * SECOND;

impl Decision<'_> {
    /// Everything that happens when the group moves to a cursor.
    pub(super) fn enter(&self, cursor: Cursor, way: Way) -> Vec<Event> {
        let mut events = self.leave(&way);
        events.extend(self.roles_of(cursor.block));
        events.extend(self.prepared_case(cursor.block));
        // A way back by decision is a new visit; going back by hand opens the old one again.
        let earlier = self
            .state
            .visits
            .iter()
            .rposition(|visit| visit.cursor == cursor)
            .map(VisitNo::at);
        let on_the_trail = earlier.is_some_and(|visit| self.state.trail.contains(&visit));
        let again = earlier.filter(|_| matches!(way, Way::Back | Way::Jump) || !on_the_trail);
        let entered = match again.and_then(|no| Some((no, self.state.visit(no)?))) {
            Some((no, visit)) => self.come_back(no, visit, way),
            None => self.first_time(cursor, way),
        };
        let first_turn = entered.turns.first().copied();
        events.push(Event::Entered(Box::new(entered)));
        events.extend(first_turn.map(|seat| Event::TurnGiven { seat: Some(seat) }));
        events
    }

    fn first_time(&self, cursor: Cursor, way: Way) -> Entered {
        let no = VisitNo::at(self.state.visits.len());
        let planned = self.planned(&cursor);
        let mut entered = Entered {
            visit: no,
            cursor,
            way,
            planned,
            ends_at: None,
            groups: Vec::new(),
            strategy: None,
            turns: Vec::new(),
            dealt: Vec::new(),
            client: None,
        };
        let Some(step) = self.state.script.step(entered.cursor.step) else {
            return entered;
        };
        entered.ends_at = planned
            .filter(|_| step.step.clock == ClockStart::Auto)
            .map(|planned| self.now.plus(planned));
        entered.strategy = self.strategy(step);
        entered.client = self.client(&entered.cursor);
        entered.groups = self.groups(step, &entered);
        entered.turns = self.turns(step, &entered);
        entered.dealt = if step.step.deal_cards {
            self.deal()
        } else {
            Vec::new()
        };
        entered
    }

    fn come_back(&self, no: VisitNo, visit: &Visit, way: Way) -> Entered {
        let used = visit.left.unwrap_or(self.now).since(visit.entered);
        let rest = visit.planned.map(|planned| (planned - used).max(AT_LEAST));
        Entered {
            visit: no,
            cursor: visit.cursor.clone(),
            way,
            planned: visit.planned,
            ends_at: rest.map(|rest| self.now.plus(rest)),
            groups: pairing::repair(&visit.groups, &self.state.taking_part())
                .into_iter()
                .filter(|_| !visit.groups.is_empty())
                .collect(),
            strategy: visit.strategy,
            turns: Vec::new(),
            dealt: visit.dealt.clone(),
            client: visit.client,
        }
    }

    fn planned(&self, cursor: &Cursor) -> Option<i64> {
        match self.state.script.pace {
            Pace::Live => self
                .state
                .seconds_of(cursor.step)
                .map(|seconds| i64::from(seconds) * SECOND),
            Pace::Written => {
                let days = self.state.script.step(cursor.step)?.step.written_days.max(1);
                Some(i64::from(days) * DAY)
            }
        }
    }

    /// What happens to the step that is left: blind entries are shown, anonymous ones lose their order.
    fn leave(&self, way: &Way) -> Vec<Event> {
        let Some((no, visit)) = self
            .state
            .current
            .and_then(|no| Some((no, self.state.visit(no)?)))
        else {
            return Vec::new();
        };
        if matches!(way, Way::Back) {
            return Vec::new();
        }
        self.closing_of(no, visit)
    }

    /// Shows and seals what a visit still keeps hidden or in order.
    pub(super) fn closing_of(&self, no: VisitNo, visit: &Visit) -> Vec<Event> {
        let Some(step) = self.state.script.step(visit.cursor.step) else {
            return Vec::new();
        };
        let mut events = Vec::new();
        for input in &step.inputs {
            match self.state.input(*input).map(|input| input.mode) {
                Some(Mode::Blind) if !visit.revealed.contains_key(input) => {
                    events.extend(self.reveal_event(no, *input));
                }
                Some(Mode::Anonymous | Mode::Survey) => events.extend(self.seal_event(no, visit, *input)),
                _ => {}
            }
        }
        events
    }

    /// Shows blind entries in a drawn order; nothing when there are none.
    pub(super) fn reveal_event(&self, visit: VisitNo, input: InputNo) -> Option<Event> {
        let mut order = self.cards_of(visit, input);
        if order.is_empty() {
            return None;
        }
        self.draw().shuffle(&mut order);
        Some(Event::Revealed { visit, input, order })
    }

    pub(super) fn cards_of(&self, visit: VisitNo, input: InputNo) -> Vec<CardNo> {
        let cards = self.state.by_input.get(&input).into_iter().flatten();
        cards
            .filter(|no| self.state.card(**no).is_some_and(|card| card.visit == visit))
            .copied()
            .collect()
    }

    fn seal_event(&self, no: VisitNo, visit: &Visit, input: InputNo) -> Option<Event> {
        let old = self.cards_of(no, input);
        let unsealed = old
            .iter()
            .filter_map(|card| self.state.card(*card))
            .any(|card| card.at.0 != 0);
        unsealed.then(|| Event::Sealed(Box::new(self.seal(no, visit, input, old, None))))
    }

    /// Puts anonymous cards in a drawn order, with one more when it came late.
    pub(super) fn seal(
        &self,
        no: VisitNo,
        visit: &Visit,
        input: InputNo,
        old: Vec<CardNo>,
        late: Option<(SealedCard, Seat)>,
    ) -> Sealed {
        let mut cards: Vec<SealedCard> = old
            .iter()
            .filter_map(|card| self.state.card(*card))
            .map(|card| SealedCard {
                card: CardNo(0),
                body: card.body.clone(),
                spot: card.spot.clone(),
                picks: card.picks.clone(),
                votes: card.votes.clone(),
                ratings: card.ratings.clone(),
            })
            .collect();
        let mut used: BTreeMap<Seat, u16> = visit
            .entries
            .iter()
            .filter(|((other, _), _)| *other == input)
            .map(|((_, seat), count)| (*seat, *count))
            .collect();
        if let Some((card, seat)) = late {
            cards.push(card);
            *used.entry(seat).or_default() += 1;
        }
        self.draw().shuffle(&mut cards);
        for (n, card) in cards.iter_mut().enumerate() {
            card.card = CardNo::at(self.state.cards.len() + n);
        }
        Sealed {
            visit: no,
            input,
            old,
            cards,
            used,
        }
    }

    /// Roles of a block that are drawn or divided by the engine, when it begins.
    fn roles_of(&self, block: BlockNo) -> Vec<Event> {
        let begins = self
            .state
            .now_visit()
            .is_none_or(|visit| visit.cursor.block != block);
        let already = self.state.visits.iter().any(|visit| visit.cursor.block == block);
        let Some(script) = self.state.script.block(block).filter(|_| begins && !already) else {
            return Vec::new();
        };
        let mut draw = self.draw();
        let mut taken: BTreeSet<Seat> = self.state.owners_in(block).iter().copied().collect();
        let mut events = Vec::new();
        for need in script
            .roles
            .iter()
            .filter(|need| matches!(need.how, RoleHow::Draw | RoleHow::Automatic))
        {
            if need.role == Role::Owner && !self.state.owners_in(block).is_empty() {
                continue;
            }
            let mut free: Vec<Seat> = self
                .state
                .taking_part()
                .into_iter()
                .filter(|seat| !taken.contains(seat))
                .collect();
            draw.shuffle(&mut free);
            free.truncate(usize::from(need.max));
            free.sort_unstable();
            taken.extend(&free);
            events.push(Event::RoleGiven {
                role: need.role,
                seats: free,
            });
        }
        events
    }

    /// A case prepared beforehand is taken by itself where no step lets the group choose one.
    fn prepared_case(&self, block: BlockNo) -> Option<Event> {
        let state = self.state;
        let wants = state
            .script
            .block(block)
            .is_some_and(|block| block.case == CaseNeed::One);
        let chosen = state.case_of.contains_key(&block) || state.next_case.is_some();
        let chooses = state
            .script
            .steps
            .iter()
            .any(|step| step.step.choose_case.is_some() && state.flow.agenda.contains(&step.block));
        if !wants || chosen || chooses {
            return None;
        }
        let here = |seat: &Seat| state.person(*seat).is_some_and(|person| person.present);
        let cases = state.cases.iter().enumerate().filter(|(_, case)| !case.chosen);
        cases
            .map(|(no, case)| {
                (
                    CaseNo::at(no),
                    case.owners.iter().copied().filter(here).collect::<Vec<_>>(),
                )
            })
            .find(|(_, owners)| !owners.is_empty())
            .map(|(case, owners)| Event::CaseChosen {
                case,
                way: ChoiceWay::Facilitator,
                owners,
            })
    }

    fn strategy(&self, step: &ScriptStep) -> Option<u8> {
        let people = self.state.taking_part().len();
        let fits = |min: u16| people >= usize::from(min);
        let strategies = step
            .step
            .strategies
            .iter()
            .enumerate()
            .filter(|(_, strategy)| fits(strategy.min_people));
        strategies
            .max_by_key(|(_, strategy)| strategy.min_people)
            .and_then(|(place, _)| u8::try_from(place).ok())
    }

    /// In a repeat for every person or owner: whose turn it is in this round.
    fn client(&self, cursor: &Cursor) -> Option<Seat> {
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

    fn inside(&self, cursor: &Cursor, repeat: &crate::script::ScriptRepeat) -> bool {
        let order = self.state.order(cursor.block);
        let place = |step| order.iter().position(|other| *other == step);
        match (place(repeat.from), place(cursor.step), place(repeat.to)) {
            (Some(from), Some(here), Some(to)) => from <= here && here <= to,
            _ => false,
        }
    }

    fn grouping(step: &ScriptStep, strategy: Option<u8>) -> Option<Grouping> {
        let chosen = strategy.and_then(|place| step.step.strategies.get(usize::from(place)));
        chosen.map(|strategy| strategy.grouping).or(step.step.grouping)
    }

    /// Who is divided: those who take part and are in the room for this step.
    fn to_divide(&self, step: &ScriptStep, block: BlockNo) -> Vec<Seat> {
        let owners = self.state.owners_in(block);
        let owner_stays_out =
            step.step.owner_place != OwnerPlace::Circle || step.step.silent.contains(&Role::Owner);
        let client_turns = step
            .step
            .grouping
            .as_ref()
            .is_some_and(|grouping| grouping.client);
        let out = |seat: &Seat| owner_stays_out && !client_turns && owners.contains(seat);
        self.state
            .taking_part()
            .into_iter()
            .filter(|seat| !out(seat))
            .collect()
    }

    /// Small groups for a step: kept and repaired, or divided anew.
    fn groups(&self, step: &ScriptStep, entered: &Entered) -> Vec<SmallGroup> {
        let Some(grouping) =
            Self::grouping(step, entered.strategy).filter(|grouping| grouping.shape != Shape::Ring)
        else {
            return Vec::new();
        };
        let people = self.to_divide(step, entered.cursor.block);
        let before = self
            .state
            .visits
            .iter()
            .rev()
            .find(|visit| visit.cursor.block == entered.cursor.block && !visit.groups.is_empty());
        let round = self.client_round(&entered.cursor);
        let keeps = grouping.keep || round.is_some_and(|round| round > 0);
        if let Some(before) = before.filter(|_| keeps) {
            // A facilitator who joined to make the number even stays with the partner.
            let helper = self.state.lead.filter(|lead| self.state.group_of(before, *lead).is_some());
            let helper = helper.filter(|lead| !people.contains(lead));
            let people: Vec<Seat> = people.into_iter().chain(helper).collect();
            return self.with_client(pairing::repair(&before.groups, &people), grouping, round, before);
        }
        self.divide(&people, grouping, &entered.cursor)
    }

    /// In a repeat once for every member of the small group: which round this is.
    fn client_round(&self, cursor: &Cursor) -> Option<u16> {
        let block = self.state.script.block(cursor.block)?;
        let per_member =
            |repeat: &crate::script::ScriptRepeat| repeat.times == RepeatTimes::Per(Per::GroupMember);
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
        let same_round = self.client_round(&before.cursor) == Some(round);
        let had = self.state.group_clients_so_far(before.cursor.block);
        for group in &mut groups {
            if !(same_round && group.client.is_some()) {
                group.client = group.seats.iter().find(|seat| !had.contains(seat)).copied();
            }
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
            colleagues: &colleagues,
            burden: &burden,
        };
        if grouping.shape == Shape::HalvesPairs {
            let (askers, thinkers) = self.halves(people, grouping, cursor);
            pairing::pair_halves(&askers, &thinkers, &wishes, &mut self.draw())
        } else {
            let people = self.with_helper(people, grouping);
            pairing::divide(&people, grouping, &wishes, &mut self.draw())
        }
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

    /// The order of speaking: round the circle from the seat after the case owner, or drawn.
    fn turns(&self, step: &ScriptStep, entered: &Entered) -> Vec<Seat> {
        if self.state.script.pace == Pace::Written || !entered.groups.is_empty() {
            return Vec::new();
        }
        let visit = preview(entered, self.now);
        let mut seats = self.state.seats_with(&visit, &step.step.speaks);
        match step.step.turn {
            TurnOrder::Round => {
                let owner = self.state.owners_in(entered.cursor.block).first().copied();
                let start = owner.map_or(0, |owner| {
                    seats.iter().position(|seat| *seat > owner).unwrap_or(0)
                });
                let start = start.min(seats.len());
                seats.rotate_left(start);
                seats
            }
            TurnOrder::Random => {
                self.draw().shuffle(&mut seats);
                seats
            }
            TurnOrder::Free | TurnOrder::OwnerChooses | TurnOrder::Parallel => Vec::new(),
        }
    }

    /// Idea cards of other groups, dealt round the circle in a drawn order.
    fn deal(&self) -> Vec<(BroughtNo, Seat)> {
        let mut cards: Vec<BroughtNo> = (0..self.state.brought.len()).map(BroughtNo::at).collect();
        self.draw().shuffle(&mut cards);
        let people = self.state.taking_part();
        cards.into_iter().zip(people.into_iter().cycle()).collect()
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

/// The visit as it will be, to ask who has which role in it.
fn preview(entered: &Entered, now: crate::ids::At) -> Visit {
    Visit {
        cursor: entered.cursor.clone(),
        way: entered.way.clone(),
        entered: now,
        left: None,
        planned: entered.planned,
        groups: entered.groups.clone(),
        strategy: entered.strategy,
        client: entered.client,
        dealt: Vec::new(),
        turns: crate::state::Turns::default(),
        revealed: BTreeMap::new(),
        sealed: BTreeSet::new(),
        ready: BTreeSet::new(),
        decided: None,
        module: None,
        cards: Vec::new(),
        entries: BTreeMap::new(),
        reminded: BTreeSet::new(),
    }
}
