//! Leaving one step and beginning the next: what is shown, sealed, divided and drawn on the way.

use std::collections::{BTreeMap, BTreeSet};

use super::Decision;
use crate::event::{Cursor, Entered, Event, Sealed, SealedCard, Way};
use crate::ids::{BlockNo, BroughtNo, CardNo, CaseNo, DAY, InputNo, SECOND, Seat, VisitNo};
use crate::model::{CaseNeed, ChoiceWay, ClockStart, Mode, Role, RoleHow, StepKind, TurnOrder};
use crate::pairing;
use crate::script::{Pace, ScriptStep};
use crate::state::Visit;

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
            next: Vec::new(),
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
        entered.next = self.next_groups(step, &entered);
        entered.turns = self.turns(step, &entered);
        entered.dealt = if step.step.deal_cards {
            self.deal()
        } else {
            Vec::new()
        };
        entered
    }

    fn come_back(&self, no: VisitNo, visit: &Visit, way: Way) -> Entered {
        // The clock stands where it stood, with every minute that was added and every pause.
        let rest = visit.rest.map(|rest| rest.max(AT_LEAST));
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
            next: Vec::new(),
            strategy: visit.strategy,
            turns: Vec::new(),
            dealt: visit.dealt.clone(),
            client: visit.client,
        }
    }

    /// Planned length of a step. One that is played by a module has none: the module brings its own.
    fn planned(&self, cursor: &Cursor) -> Option<i64> {
        let step = self.state.script.step(cursor.step)?;
        if !step.modules.is_empty() {
            return None;
        }
        match self.state.script.pace {
            Pace::Live => self
                .state
                .seconds_of(cursor.step)
                .map(|seconds| i64::from(seconds) * SECOND),
            Pace::Written => {
                let days = step.step.written_days.max(1);
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
                struck: card.struck,
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
            let used = used.entry(seat).or_default();
            *used = used.saturating_add(1);
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

    /// Whether the group chooses the case of a block itself: in the block, or since the block with a case before it.
    fn chosen_on_the_way_to(&self, block: BlockNo) -> bool {
        let state = self.state;
        let one_case = |no: BlockNo| {
            state
                .script
                .block(no)
                .is_some_and(|script| script.case == CaseNeed::One)
        };
        let mut way: Vec<BlockNo> = state
            .flow
            .agenda
            .iter()
            .copied()
            .take_while(|no| *no != block)
            .collect();
        if let Some(before) = way.iter().rposition(|no| one_case(*no)) {
            way.drain(..=before);
        }
        way.push(block);
        let steps = way
            .iter()
            .flat_map(|no| state.order(*no))
            .filter_map(|no| state.script.step(*no));
        steps.into_iter().any(|step| step.step.choose_case.is_some())
    }

    /// A case prepared beforehand is taken by itself where no step lets the group choose one.
    fn prepared_case(&self, block: BlockNo) -> Option<Event> {
        let state = self.state;
        let wants = state
            .script
            .block(block)
            .is_some_and(|block| block.case == CaseNeed::One);
        let chosen = state.case_of.contains_key(&block) || state.next_case.is_some();
        let chooses = self.chosen_on_the_way_to(block);
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

    /// The order of speaking: round the circle from the seat after the case owner, or drawn.
    fn turns(&self, step: &ScriptStep, entered: &Entered) -> Vec<Seat> {
        if self.state.script.pace == Pace::Written || !entered.groups.is_empty() {
            return Vec::new();
        }
        let visit = preview(entered, self.now);
        let mut seats = self.state.seats_with(&visit, &step.step.speaks);
        if step.step.kind == StepKind::Ask {
            // Whoever is asked answers all along and has no turn of asking.
            seats.retain(|seat| {
                !self.state.owns(&visit, *seat) && !self.state.has_role(&visit, *seat, Role::Client)
            });
        }
        match step.step.turn {
            TurnOrder::Round => {
                // "owner, participants": the owner begins; otherwise the round begins next to the owner, who ends it.
                let owner_begins = step.step.speaks.first() == Some(&Role::Owner);
                let owner = self.state.owners_in(entered.cursor.block).first().copied();
                let begins = |seat: &Seat| {
                    owner.is_some_and(|owner| {
                        if owner_begins {
                            *seat == owner
                        } else {
                            *seat > owner
                        }
                    })
                };
                let start = seats.iter().position(begins).unwrap_or(0);
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

/// The visit as it will be, to ask who has which role in it.
fn preview(entered: &Entered, now: crate::ids::At) -> Visit {
    Visit {
        cursor: entered.cursor.clone(),
        way: entered.way.clone(),
        entered: now,
        left: None,
        rest: None,
        planned: entered.planned,
        groups: entered.groups.clone(),
        group_clocks: BTreeMap::new(),
        next: entered.next.clone(),
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
