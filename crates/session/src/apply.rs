//! Carries an event into the state. It never fails and never decides: what is written happened.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::event::{
    AddedBlock, Attends, Entered, Event, NewCard, Newcomer, Opening, Place, Recorded, Sealed, SmallGroup,
};
use crate::ids::{At, BlockNo, CardNo, InputNo, Seat, StepNo, VisitNo};
use crate::pairing::pairs_of;
use crate::state::{
    Card, Case, Clock, Flow, GroupClock, Note, Person, Phase, Review, State, Stay, Turns, Visit,
};

impl State {
    /// The state after one more event. Costs the same however long the log is.
    pub fn apply(&mut self, recorded: &Recorded) {
        let at = recorded.at.max(self.last_at);
        self.seq = recorded.seq;
        self.last_at = at;
        if let Some(key) = &recorded.key {
            self.keys.insert(key.clone());
        }
        match &recorded.event {
            Event::Opened(opening) => self.opened(opening),
            Event::Entered(entered) => self.entered(entered, at),
            Event::CardAdded(card) => self.card_added(card, at),
            Event::BlockAdded(added) => self.block_added(added),
            Event::Ended { reason } => {
                self.leave_step(at);
                self.phase = Phase::Review;
                self.ended = Some((at, *reason));
                self.clock = Clock::default();
            }
            Event::Released { to } => {
                self.phase = Phase::Closed;
                self.released = Some(to.clone());
            }
            Event::Erased {} => {}
            Event::Shut {} => self.shut(),
            other => self.apply_small(other, at),
        }
    }

    /// Events about people, split off so that each part can be read at one look.
    fn apply_small(&mut self, event: &Event, at: At) {
        match event {
            Event::Joined { seat, who } => self.joined(*seat, who, at),
            Event::Returned { seat, place } => self.returned(*seat, *place, at),
            Event::Left { seat } => self.left(*seat, at),
            Event::LineLost { seat } => self.with_person(*seat, |person| person.line_lost = Some(at)),
            Event::LineBack { seat } => self.with_person(*seat, |person| person.line_lost = None),
            Event::AgreementsAccepted { seat } => self.with_person(*seat, |person| person.accepted = true),
            Event::PresenceConfirmed { seat, moment } => {
                self.with_person(*seat, |person| {
                    person.confirmed.insert(*moment);
                });
            }
            Event::AttendanceCorrected {
                seat,
                from,
                to,
                place,
            } => {
                let stay = Stay {
                    from: *from,
                    to: *to,
                    place: *place,
                };
                self.with_person(*seat, |person| {
                    (person.corrected, person.attended) = (Some(stay), true);
                });
            }
            Event::Watches { seat, watches } => self.watches(*seat, *watches),
            Event::NamesShown { shown } => self.observers_see_no_names = !shown,
            Event::RoleGiven { role, seats } => drop(self.roles.insert(*role, seats.clone())),
            Event::LeadGiven { to } => (self.lead, self.rightful_lead) = (Some(*to), Some(*to)),
            Event::LeadTaken { by } => self.lead = Some(*by),
            Event::LeadReturned { to } => self.lead = Some(*to),
            other => self.apply_clock(other, at),
        }
    }

    fn apply_clock(&mut self, event: &Event, at: At) {
        match event {
            Event::ClockStarted { ends_at } => {
                (self.clock.ends_at, self.clock.left) = (Some(*ends_at), None);
                self.release_groups(at);
            }
            Event::ClockPaused { left } => {
                (self.clock.ends_at, self.clock.left) = (None, Some(*left));
                self.hold_groups(at);
            }
            Event::ClockSet { ends_at, left } => (self.clock.ends_at, self.clock.left) = (*ends_at, *left),
            Event::SideTalkOpened { kind } => {
                self.clock.resume = self.clock.ends_at.is_some();
                self.clock.side_talk = Some((*kind, at));
                self.hold_groups(at);
            }
            Event::SideTalkClosed {} => {
                (self.clock.side_talk, self.clock.resume) = (None, false);
                // Where the clock of the step stood still before, the groups wait for it as well.
                if self.clock.left.is_none() {
                    self.release_groups(at);
                }
            }
            Event::GroupClockSet {
                group,
                ends_at,
                left,
                done,
            } => {
                let clock = GroupClock {
                    ends_at: *ends_at,
                    left: *left,
                    held: false,
                    done: *done,
                };
                self.with_visit(|visit| {
                    visit.group_clocks.insert(*group, clock);
                });
            }
            other => self.apply_turns_and_plan(other, at),
        }
    }

    fn apply_turns_and_plan(&mut self, event: &Event, at: At) {
        match event {
            Event::TurnGiven { seat } => self.turn_given(*seat, at),
            Event::TurnsOrdered { seats } => self.with_visit(|visit| {
                let queue = std::mem::replace(&mut visit.turns.queue, seats.clone());
                let others = queue.into_iter().filter(|seat| !seats.contains(seat));
                visit.turns.queue.extend(others);
            }),
            Event::TurnPassed { seat } => self.with_visit(|visit| visit.turns.passed.push(*seat)),
            Event::Regrouped { groups } => {
                self.divided(groups);
                self.with_visit(|visit| {
                    visit.next.clear();
                    visit.group_clocks.clear();
                });
            }
            Event::Ready { seat } => self.with_visit(|visit| {
                visit.ready.insert(*seat);
            }),
            Event::NotReady { seat } => self.with_visit(|visit| {
                visit.ready.remove(seat);
            }),
            Event::Decided { option } => self.with_visit(|visit| visit.decided = Some(*option)),
            Event::ModuleChosen { module } => self.module_chosen(*module),
            Event::Reordered { block, order } => {
                if let Some(steps) = self.flow.orders.get_mut(block.index()) {
                    steps.clone_from(order);
                }
            }
            Event::Replanned { changes } => {
                for change in changes {
                    self.flow.seconds.insert(change.step, change.seconds);
                    if change.off {
                        self.flow.off.insert(change.step)
                    } else {
                        self.flow.off.remove(&change.step)
                    };
                }
            }
            other => self.apply_cards(other),
        }
    }

    fn apply_cards(&mut self, event: &Event) {
        match event {
            Event::CardChanged { card, body } => self.with_card(*card, |card| card.body = body.clone()),
            Event::CardMoved { card, spot } => self.with_card(*card, |card| card.spot = Some(spot.clone())),
            Event::CardRemoved { card } => self.card_removed(*card),
            Event::EntryUsed { visit, input, seat } => self.count_entry(*visit, *input, *seat),
            Event::Sealed(sealed) => self.seal(sealed),
            Event::Revealed { visit, input, order } => {
                self.with_visit_no(*visit, |visit| drop(visit.revealed.insert(*input, order.clone())));
            }
            Event::Rated {
                card,
                seat,
                value,
                note,
            } => {
                self.with_card(*card, |card| {
                    drop(card.ratings.insert(*seat, (value.clone(), note.clone())));
                });
            }
            Event::Picked { card, seat, why } => {
                self.with_card(*card, |card| drop(card.picks.insert(*seat, why.clone())));
            }
            Event::Unpicked { card, seat } => self.with_card(*card, |card| drop(card.picks.remove(seat))),
            Event::Voted { card, seat, ballot } => {
                self.with_card(*card, |card| drop(card.votes.insert(*seat, ballot.clone())));
            }
            Event::Struck { card } => self.with_card(*card, |card| card.struck = true),
            Event::Kept { card } => {
                self.with_card(*card, |card| card.struck = false);
                self.ask_again(*card);
            }
            Event::ReleaseAgreed { seat } => drop(self.agreed.insert(*seat)),
            Event::PartReleased { block } => drop(self.released_parts.insert(*block)),
            other => self.apply_cases(other),
        }
    }

    fn apply_cases(&mut self, event: &Event) {
        match event {
            Event::CaseProposed {
                owners,
                title,
                sentence,
                urgency,
                ..
            } => self.cases.push(Case {
                owners: owners.clone(),
                owner_persons: owners
                    .iter()
                    .filter_map(|seat| Some(self.person(*seat)?.person.clone()))
                    .collect(),
                title: title.clone(),
                sentence: sentence.clone(),
                urgency: *urgency,
                last_turn_days: None,
                waited: 0,
                votes: BTreeMap::default(),
                fields: BTreeMap::default(),
                chosen: false,
            }),
            Event::CaseVoted { case, seat, votes } => {
                if let Some(case) = self.cases.get_mut(case.index()) {
                    case.votes.insert(*seat, *votes);
                }
            }
            Event::CaseChosen { case, owners, .. } => {
                self.case_chosen(*case);
                if let Some(chosen) = self.cases.get_mut(case.index()) {
                    chosen.owners.clone_from(owners);
                    chosen.chosen = true;
                }
            }
            Event::FieldFilled { field, text } => self.with_case(|case| {
                let open = case.fields.get(field).is_some_and(|(_, open)| *open);
                case.fields.insert(field.clone(), (text.clone(), open));
            }),
            Event::FieldUnlocked { field } => self.with_case(|case| {
                case.fields.entry(field.clone()).or_default().1 = true;
            }),
            Event::ActionReviewed { action, status, note } => {
                if let Some(review) = self.reviews.get_mut(action.index()) {
                    review.status = Some((*status, note.clone()));
                }
            }
            Event::BroughtTaken { card, seat } => {
                if let Some((_, taken)) = self.brought.get_mut(card.index()) {
                    taken.insert(*seat);
                }
            }
            Event::Reminded { visit, seat } => {
                self.with_visit_no(*visit, |visit| {
                    visit.reminded.insert(*seat);
                });
            }
            other => self.apply_notes(other),
        }
    }

    fn apply_notes(&mut self, event: &Event) {
        match event {
            Event::Noted { note, seat, text } => {
                // Numbers of notes whose rows were erased stay taken.
                self.notes.resize(
                    note.index(),
                    Note {
                        seat: *seat,
                        text: None,
                        visit: None,
                    },
                );
                let (text, visit) = (Some(text.clone()), self.current);
                self.notes.push(Note {
                    seat: *seat,
                    text,
                    visit,
                });
            }
            Event::NoteDropped { note } => {
                if let Some(note) = self.notes.get_mut(note.index()) {
                    note.text = None;
                }
            }
            _ => {}
        }
    }

    /// As before it was opened. Nothing was said in it that others should keep; who was in finds their seat and their own notes
    /// again when it is opened anew.
    fn shut(&mut self) {
        let before = std::mem::take(self);
        let people = before.people.into_iter().map(|person| Person {
            present: false,
            attended: false,
            line_lost: None,
            accepted: false,
            confirmed: BTreeSet::default(),
            stays: Vec::new(),
            corrected: None,
            ..person
        });
        *self = Self {
            seq: before.seq,
            last_at: before.last_at,
            keys: before.keys,
            people: people.collect(),
            notes: before.notes,
            ..Self::default()
        };
    }

    /// Whoever only watches waits for no turn and nobody waits for them; whoever takes part again sits down with a group.
    fn watches(&mut self, seat: Seat, watches: bool) {
        let attends = if watches {
            Attends::Observer
        } else {
            Attends::Participant
        };
        self.with_person(seat, |person| person.attends = attends);
        if watches {
            self.waits_no_more(seat);
        } else if self.person(seat).is_some_and(|person| person.present) {
            self.join_groups(seat);
        }
    }

    fn waits_no_more(&mut self, seat: Seat) {
        self.with_visit(|visit| {
            visit.turns.queue.retain(|other| *other != seat);
            visit.turns.passed.retain(|other| *other != seat);
            visit.ready.remove(&seat);
        });
    }

    fn opened(&mut self, opening: &Opening) {
        self.phase = Phase::Lobby;
        for person in &mut self.people {
            person.accepted = opening.agreements.is_none();
        }
        self.script = Arc::new(opening.script.clone());
        self.seed = opening.seed;
        self.facilitation = opening.facilitation;
        self.agreements = opening.agreements;
        self.avoid_same_organisation = opening.avoid_same_organisation;
        self.observers_see_no_names = opening.observers_see_no_names;
        self.forgotten_after = opening.forgotten_after;
        self.flow = Flow {
            agenda: (0..self.script.blocks.len()).map(BlockNo::at).collect(),
            orders: self
                .script
                .blocks
                .iter()
                .map(|block| block.order.clone())
                .collect(),
            ..Flow::default()
        };
        self.reviews = opening
            .actions
            .iter()
            .map(|action| Review {
                action: action.clone(),
                status: None,
            })
            .collect();
        self.brought = opening
            .brought
            .iter()
            .map(|card| (card.clone(), BTreeSet::default()))
            .collect();
        for prepared in &opening.cases {
            self.cases.push(Case {
                owners: Vec::new(),
                owner_persons: prepared.owners.clone(),
                title: prepared.title.clone(),
                sentence: prepared.sentence.clone(),
                urgency: prepared.urgency,
                last_turn_days: prepared.last_turn_days,
                waited: prepared.waited,
                votes: BTreeMap::default(),
                fields: prepared
                    .fields
                    .iter()
                    .map(|(id, text)| (id.clone(), (text.clone(), false)))
                    .collect(),
                chosen: false,
            });
        }
    }

    fn joined(&mut self, seat: Seat, who: &Newcomer, at: At) {
        self.own_cases(seat, &who.person);
        self.people.push(Person {
            person: who.person.clone(),
            name: who.name.clone(),
            organisation: who.organisation.clone(),
            guest: who.guest,
            attends: who.attends,
            place: who.place,
            without_device: who.without_device,
            present: true,
            attended: self.phase == Phase::Running,
            line_lost: None,
            accepted: self.agreements.is_none(),
            confirmed: BTreeSet::default(),
            stays: vec![Stay {
                from: at,
                to: None,
                place: who.place,
            }],
            corrected: None,
            turns: 0,
        });
        self.leads_if_nobody_does(seat);
        self.join_groups(seat);
    }

    fn leads_if_nobody_does(&mut self, seat: Seat) {
        let is_facilitator = self
            .person(seat)
            .is_some_and(|person| person.attends == Attends::Facilitator);
        if is_facilitator && self.rightful_lead.is_none() {
            (self.lead, self.rightful_lead) = (Some(seat), Some(seat));
        }
    }

    /// Whoever owns a case owns it whenever they are in, also when it was chosen without them.
    fn own_cases(&mut self, seat: Seat, person: &str) {
        let theirs = |case: &&mut Case| case.owner_persons.iter().any(|owner| owner == person);
        for case in self.cases.iter_mut().filter(theirs) {
            if !case.owners.contains(&seat) {
                case.owners.push(seat);
            }
        }
    }

    fn returned(&mut self, seat: Seat, place: Place, at: At) {
        let running = self.phase == Phase::Running;
        self.with_person(seat, |person| {
            person.attended |= running;
            if !person.present {
                person.stays.push(Stay {
                    from: at,
                    to: None,
                    place,
                });
            }
            (person.present, person.line_lost, person.place) = (true, None, place);
        });
        let person = self.person(seat).map(|person| person.person.clone());
        self.own_cases(seat, person.as_deref().unwrap_or_default());
        // Somebody who led before the session was shut and opened again.
        self.leads_if_nobody_does(seat);
        self.join_groups(seat);
    }

    /// A late comer sits down with the smallest group, so that nobody is left alone until the next round.
    fn join_groups(&mut self, seat: Seat) {
        let divided = |visit: &Visit| {
            let step = self.script.step(visit.cursor.step);
            step.is_some_and(|step| self.is_divided(step, visit.cursor.block, seat))
        };
        if !self.now_visit().is_some_and(divided) {
            return;
        }
        self.with_visit(|visit| {
            if visit.groups.iter().any(|group| group.seats.contains(&seat)) {
                return;
            }
            if let Some(smallest) = visit.groups.iter_mut().min_by_key(|group| group.seats.len()) {
                smallest.seats.push(seat);
            }
        });
    }

    fn left(&mut self, seat: Seat, at: At) {
        self.with_person(seat, |person| {
            person.present = false;
            if let Some(stay) = person.stays.last_mut() {
                stay.to = Some(at);
            }
        });
        self.waits_no_more(seat);
    }

    fn entered(&mut self, entered: &Entered, at: At) {
        self.phase = Phase::Running;
        self.began.get_or_insert(at);
        for person in self.people.iter_mut().filter(|person| person.present) {
            person.attended = true;
        }
        self.leave_step(at);
        if entered.visit.index() == self.visits.len() {
            self.count_way_back(entered);
        }
        let block = entered.cursor.block;
        if let Some(case) = self.next_case.filter(|_| self.wants_case(block)) {
            self.case_of.entry(block).or_insert(case);
            self.next_case = None;
        }
        if entered.visit.index() == self.visits.len() {
            self.visits.push(Visit {
                cursor: entered.cursor.clone(),
                way: entered.way.clone(),
                entered: at,
                left: None,
                rest: None,
                planned: entered.planned,
                groups: Vec::new(),
                group_clocks: BTreeMap::default(),
                next: entered.next.clone(),
                strategy: entered.strategy,
                client: entered.client,
                dealt: entered.dealt.clone(),
                turns: Turns {
                    queue: entered.turns.clone(),
                    ..Turns::default()
                },
                revealed: BTreeMap::default(),
                sealed: BTreeSet::default(),
                ready: BTreeSet::default(),
                decided: None,
                module: None,
                cards: Vec::new(),
                entries: BTreeMap::default(),
                reminded: BTreeSet::default(),
            });
        } else {
            self.with_visit_no(entered.visit, |visit| {
                (visit.left, visit.way) = (None, entered.way.clone());
                visit.ready.clear();
            });
        }
        match self.trail.iter().position(|earlier| *earlier == entered.visit) {
            Some(place) => self.trail.truncate(place + 1),
            None => self.trail.push(entered.visit),
        }
        self.current = Some(entered.visit);
        let left = entered.planned.filter(|_| entered.ends_at.is_none());
        self.clock = Clock {
            ends_at: entered.ends_at,
            left,
            ..Clock::default()
        };
        self.divided(&entered.groups);
    }

    /// Remembers how often an answer led back, so that no loop goes on forever.
    fn count_way_back(&mut self, entered: &Entered) {
        let Some(visit) = self.now_visit() else { return };
        let (step, decided) = (visit.cursor.step, visit.decided);
        let leads_to = |option: u8| {
            self.script
                .step(step)?
                .leads_to
                .get(usize::from(option))
                .copied()
                .flatten()
        };
        if let Some(option) = decided.filter(|option| leads_to(*option) == Some(entered.cursor.step)) {
            let taken = self.flow.taken.entry((step, option)).or_default();
            *taken = taken.saturating_add(1);
        }
    }

    fn wants_case(&self, block: BlockNo) -> bool {
        self.script
            .block(block)
            .is_some_and(|block| block.case == crate::model::CaseNeed::One)
    }

    fn leave_step(&mut self, at: At) {
        let running = self.clock.ends_at.map(|end| end.since(at));
        let rest = running.or(self.clock.left);
        self.with_visit(|visit| {
            (visit.left, visit.rest) = (Some(at), rest);
            visit.group_clocks.clear();
        });
    }

    /// The whole meeting stands still, and the clocks of small groups with it.
    fn hold_groups(&mut self, at: At) {
        self.with_visit(|visit| {
            for clock in visit.group_clocks.values_mut() {
                if let Some(end) = clock.ends_at.take() {
                    (clock.left, clock.held) = (Some(end.since(at)), true);
                }
            }
        });
    }

    /// The meeting goes on; a group that stopped by itself still waits for its own people.
    fn release_groups(&mut self, at: At) {
        self.with_visit(|visit| {
            for clock in visit.group_clocks.values_mut().filter(|clock| clock.held) {
                clock.ends_at = clock.left.take().map(|left| at.plus(left));
                clock.held = false;
            }
        });
    }

    /// Remembers the groups and that their members have met now.
    fn divided(&mut self, groups: &[SmallGroup]) {
        if groups.is_empty() {
            return;
        }
        // Groups that stay together meet once, however many steps they share.
        let kept = |state: &Self| Some(state.grouping_of(state.now_visit()?)?.keep);
        if kept(self) != Some(true) {
            for pair in groups.iter().flat_map(pairs_of) {
                let met = self.met.entry(pair).or_default();
                *met = met.saturating_add(1);
            }
        }
        self.with_visit(|visit| visit.groups = groups.to_vec());
    }

    fn turn_given(&mut self, seat: Option<Seat>, at: At) {
        self.with_visit(|visit| {
            let turns = &mut visit.turns;
            if let Some(before) = turns.now.filter(|before| !turns.passed.contains(before)) {
                turns.done.insert(before);
            }
            (turns.now, turns.since) = (seat, seat.map(|_| at));
            turns
                .returned
                .extend(seat.filter(|seat| turns.passed.contains(seat)));
            turns.queue.retain(|other| Some(*other) != seat);
            turns.passed.retain(|other| Some(*other) != seat);
        });
        if let Some(seat) = seat {
            self.with_person(seat, |person| person.turns += 1);
        }
    }

    /// Works the steps of a chosen module in behind the current step, in place of an earlier choice.
    fn module_chosen(&mut self, module: u8) {
        self.with_visit(|visit| visit.module = Some(module));
        let Some(visit) = self.now_visit() else { return };
        let (block, here) = (visit.cursor.block, visit.cursor.step);
        let Some(step) = self.script.step(here) else {
            return;
        };
        let every: Vec<StepNo> = step
            .modules
            .iter()
            .flat_map(|module| module.steps.iter().copied())
            .collect();
        let chosen = step
            .modules
            .get(usize::from(module))
            .map(|module| module.steps.clone())
            .unwrap_or_default();
        if let Some(order) = self.flow.orders.get_mut(block.index()) {
            order.retain(|step| !every.contains(step));
            let place = order
                .iter()
                .position(|step| *step == here)
                .map_or(order.len(), |place| place + 1);
            order.splice(place..place, chosen);
        }
    }

    fn block_added(&mut self, added: &AddedBlock) {
        let no = BlockNo::at(self.script.blocks.len());
        let script = Arc::make_mut(&mut self.script);
        script.blocks.push(added.block.clone());
        script.steps.extend(added.steps.iter().cloned());
        script.inputs.extend(added.inputs.iter().cloned());
        self.flow.orders.push(added.block.order.clone());
        let agenda = &mut self.flow.agenda;
        let place = agenda
            .iter()
            .position(|block| *block == added.after)
            .map_or(agenda.len(), |place| place + 1);
        agenda.insert(place, no);
    }

    fn card_added(&mut self, new: &NewCard, at: At) {
        let card = Card {
            visit: new.visit,
            input: new.input,
            author: new.author,
            typed_by: new.typed_by,
            body: new.body.clone(),
            spot: new.spot.clone(),
            at,
            late: new.late,
            unfinished: new.unfinished,
            removed: false,
            ..Card::blank()
        };
        self.place_card(new.card, card);
        if let Some(author) = new.author {
            self.count_entry(new.visit, new.input, author);
        }
        if self.phase == Phase::Review {
            self.ask_again(new.card);
        }
    }

    /// More than they agreed to would stay: those who own the case look again. Less needs nobody's consent.
    fn ask_again(&mut self, card: CardNo) {
        let visit = self.card(card).and_then(|card| self.visit(card.visit));
        let Some(block) = visit.map(|visit| visit.cursor.block) else {
            return;
        };
        let owners = self.deciders(block);
        self.agreed.retain(|seat| !owners.contains(seat));
    }

    fn place_card(&mut self, no: CardNo, card: Card) {
        let (visit, input) = (card.visit, card.input);
        // Erased events leave gaps in the numbers.
        while self.cards.len() < no.index() {
            self.cards.push(Card::blank());
        }
        self.cards.push(card);
        self.by_input.entry(input).or_default().push(no);
        self.with_visit_no(visit, |visit| {
            visit.cards.push(no);
            // A late entry joins what was shown already; it would be lost from sight otherwise.
            if let Some(order) = visit.revealed.get_mut(&input) {
                order.push(no);
            }
        });
    }

    fn card_removed(&mut self, no: CardNo) {
        let Some(card) = self.card(no) else { return };
        let (visit, input, author) = (card.visit, card.input, card.author);
        self.with_card(no, |card| card.removed = true);
        self.forget_card(no, visit, input);
        if let Some(author) = author {
            self.with_visit_no(visit, |visit| {
                if let Some(count) = visit.entries.get_mut(&(input, author)) {
                    *count = count.saturating_sub(1);
                }
            });
        }
    }

    fn forget_card(&mut self, no: CardNo, visit: VisitNo, input: InputNo) {
        if let Some(cards) = self.by_input.get_mut(&input) {
            cards.retain(|other| *other != no);
        }
        self.with_visit_no(visit, |visit| {
            visit.cards.retain(|other| *other != no);
            for order in visit.revealed.values_mut() {
                order.retain(|other| *other != no);
            }
        });
    }

    /// Replaces the anonymous cards of a visit by the drawn ones. Whatever was known of the single cards goes,
    /// whether their events are still in the log or were erased since.
    fn seal(&mut self, sealed: &Sealed) {
        let (visit, input) = (sealed.visit, sealed.input);
        for old in &sealed.old {
            self.forget_card(*old, visit, input);
            self.with_card(*old, |card| *card = Card::blank());
        }
        for new in &sealed.cards {
            let card = Card {
                visit,
                input,
                body: new.body.clone(),
                spot: new.spot.clone(),
                removed: false,
                picks: new.picks.clone(),
                votes: new.votes.clone(),
                ratings: new.ratings.clone(),
                struck: new.struck,
                ..Card::blank()
            };
            self.place_card(new.card, card);
        }
        if let (Phase::Review, Some(new)) = (self.phase, sealed.cards.first()) {
            self.ask_again(new.card);
        }
        self.with_visit_no(visit, |visit| {
            visit.sealed.insert(input);
            for (seat, count) in &sealed.used {
                visit.entries.insert((input, *seat), *count);
            }
        });
    }

    fn count_entry(&mut self, visit: VisitNo, input: InputNo, seat: Seat) {
        self.with_visit_no(visit, |visit| {
            let entries = visit.entries.entry((input, seat)).or_default();
            *entries = entries.saturating_add(1);
        });
    }

    fn case_chosen(&mut self, case: crate::ids::CaseNo) {
        let block = self.now_visit().map(|visit| visit.cursor.block);
        let before = match block.filter(|block| self.wants_case(*block)) {
            Some(block) => self.case_of.insert(block, case),
            None => self.next_case.replace(case),
        };
        // A choice that was changed: the case chosen before waits again.
        if let Some(waits) = before.and_then(|before| self.cases.get_mut(before.index())) {
            waits.chosen = false;
        }
    }

    fn with_person(&mut self, seat: Seat, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.people.get_mut(seat.index()) {
            change(person);
        }
    }

    fn with_card(&mut self, card: CardNo, change: impl FnOnce(&mut Card)) {
        if let Some(card) = self.cards.get_mut(card.index()) {
            change(card);
        }
    }

    fn with_visit(&mut self, change: impl FnOnce(&mut Visit)) {
        if let Some(visit) = self.current {
            self.with_visit_no(visit, change);
        }
    }

    fn with_visit_no(&mut self, visit: VisitNo, change: impl FnOnce(&mut Visit)) {
        if let Some(visit) = self.visits.get_mut(visit.index()) {
            change(visit);
        }
    }

    fn with_case(&mut self, change: impl FnOnce(&mut Case)) {
        let block = self.now_visit().map(|visit| visit.cursor.block);
        let no = block.and_then(|block| self.case_of.get(&block)).copied();
        if let Some(case) = no.and_then(|no| self.cases.get_mut(no.index())) {
            change(case);
        }
    }
}
