//! Working with what was written: showing, rating, marking, voting, being ready; and what stays afterwards.

use super::writing::short;
use super::{Decided, Decision};
use crate::command::Command;
use crate::event::{Attends, Ballot, Event};
use crate::ids::{BlockNo, CardNo, InputNo, Seat};
use crate::model::{Mode, Reveal, Role, VoteKind};
use crate::refusal::Refusal;
use crate::script::ScriptStep;
use crate::state::{Card, Visit};

impl Decision<'_> {
    pub(super) fn work(&self, command: &Command) -> Decided {
        let seat = self.member()?;
        let (Some(visit), Some(step)) = (self.state.now_visit(), self.state.now_step()) else {
            return Err(Refusal::NotBegun);
        };
        match command {
            Command::Reveal(input) => self.reveal(seat, *input),
            Command::Rate { card, value, note } => {
                self.rate(seat, (visit, step), *card, value, note.as_deref())
            }
            Command::Pick { card, why } => self.pick(seat, (visit, step), *card, why.as_deref()),
            Command::Unpick(card) => {
                let found = self.state.card(*card).ok_or(Refusal::Gone)?;
                let picked = found.picks.contains_key(&seat);
                Ok(if picked {
                    vec![Event::Unpicked { card: *card, seat }]
                } else {
                    Vec::new()
                })
            }
            Command::Vote { card, ballot } => self.vote(seat, step, *card, ballot),
            Command::Ready => Ok(self.ready(seat, visit, step)),
            Command::NotReady => {
                let was = visit.ready.contains(&seat);
                Ok(if was {
                    vec![Event::NotReady { seat }]
                } else {
                    Vec::new()
                })
            }
            _ => Err(Refusal::NotInThisStep),
        }
    }

    fn reveal(&self, seat: Seat, input: InputNo) -> Decided {
        if self.state.lead != Some(seat) {
            return Err(Refusal::OnlyLead);
        }
        let blind = self
            .state
            .input(input)
            .is_some_and(|input| input.mode == Mode::Blind);
        let visit = self.state.visits.iter().rposition(|visit| {
            self.state
                .script
                .step(visit.cursor.step)
                .is_some_and(|step| step.inputs.contains(&input))
        });
        let visit = visit
            .map(crate::ids::VisitNo::at)
            .filter(|_| blind)
            .ok_or(Refusal::NotInThisStep)?;
        if self.state.revealed(visit, input) {
            return Err(Refusal::AlreadyShown);
        }
        Ok(self.reveal_event(visit, input).into_iter().collect())
    }

    /// A card of this block that belongs to the given inputs and that the seat may see.
    fn workable(&self, seat: Seat, card: CardNo, of: &[InputNo]) -> Result<&Card, Refusal> {
        let found = self.state.card(card).ok_or(Refusal::Gone)?;
        let counts = self.state.cards_of(found.input).contains(&card);
        if !of.contains(&found.input) || !counts || !self.state.sees(seat, found) {
            return Err(Refusal::NotInThisStep);
        }
        Ok(found)
    }

    fn rate(
        &self,
        seat: Seat,
        (visit, step): (&Visit, &ScriptStep),
        card: CardNo,
        value: &str,
        note: Option<&str>,
    ) -> Decided {
        let rate = step.step.rate.as_ref().ok_or(Refusal::NotInThisStep)?;
        if !self.state.has_role(visit, seat, rate.by) {
            return Err(Refusal::NotForYou);
        }
        self.workable(seat, card, &step.rate_of)?;
        if !rate.scale.has(value) {
            return Err(Refusal::NotOnScale);
        }
        let note = short(note)?;
        Ok(vec![Event::Rated {
            card,
            seat,
            value: value.to_owned(),
            note,
        }])
    }

    fn pick(
        &self,
        seat: Seat,
        (visit, step): (&Visit, &ScriptStep),
        card: CardNo,
        why: Option<&str>,
    ) -> Decided {
        let pick = step.step.pick.as_ref().ok_or(Refusal::NotInThisStep)?;
        if !self.state.has_role(visit, seat, pick.by) {
            return Err(Refusal::NotForYou);
        }
        let found = self.workable(seat, card, &step.pick_of)?;
        let why = short(why)?;
        let mut events = Vec::new();
        let picked = self.picked(seat, &step.pick_of);
        if let Some(max) = pick
            .max
            .filter(|max| !found.picks.contains_key(&seat) && picked.len() >= usize::from(*max))
        {
            // Choosing another one where only one may be chosen moves the mark.
            match (max, picked.as_slice()) {
                (1, [before]) => events.push(Event::Unpicked { card: *before, seat }),
                _ => return Err(Refusal::NoVotesLeft { max }),
            }
        }
        events.push(Event::Picked { card, seat, why });
        Ok(events)
    }

    fn picked(&self, seat: Seat, of: &[InputNo]) -> Vec<CardNo> {
        let cards = of
            .iter()
            .filter_map(|input| self.state.by_input.get(input))
            .flatten();
        cards
            .copied()
            .filter(|no| {
                self.state
                    .card(*no)
                    .is_some_and(|card| card.picks.contains_key(&seat))
            })
            .collect()
    }

    fn vote(&self, seat: Seat, step: &ScriptStep, card: CardNo, ballot: &Ballot) -> Decided {
        let vote = step.step.vote.as_ref().ok_or(Refusal::NotInThisStep)?;
        if !self.state.takes_part(seat) {
            return Err(Refusal::NotForYou);
        }
        self.workable(seat, card, &step.vote_of)?;
        if vote.kind == VoteKind::Dots {
            let cards = step
                .vote_of
                .iter()
                .filter_map(|input| self.state.by_input.get(input))
                .flatten();
            let elsewhere = cards
                .filter(|no| **no != card)
                .filter_map(|no| self.state.card(*no)?.votes.get(&seat));
            let spent = elsewhere.fold(0_u16, |sum, other| sum.saturating_add(other.dots));
            if spent.saturating_add(ballot.dots) > vote.dots {
                return Err(Refusal::NoVotesLeft { max: vote.dots });
            }
            let ballot = Ballot {
                dots: ballot.dots,
                answer: None,
                need: None,
            };
            return Ok(vec![Event::Voted { card, seat, ballot }]);
        }
        let known = |answer: &&str| vote.kind.values().iter().any(|(value, _, _)| value == answer);
        let answer = ballot
            .answer
            .as_deref()
            .filter(known)
            .ok_or(Refusal::NotOnScale)?;
        let need = short(ballot.need.as_deref())?;
        Ok(vec![Event::Voted {
            card,
            seat,
            ballot: Ballot {
                dots: 1,
                answer: Some(answer.to_owned()),
                need,
            },
        }])
    }

    /// When the last one is ready, entries that wait for that are shown.
    fn ready(&self, seat: Seat, visit: &Visit, step: &ScriptStep) -> Vec<Event> {
        if visit.ready.contains(&seat) {
            return Vec::new();
        }
        let mut events = vec![Event::Ready { seat }];
        events.extend(self.shown_when_ready(visit, step, seat));
        events
    }

    /// What is shown because everybody but this one is ready: now this one is as well, or leaves.
    pub(super) fn shown_when_ready(&self, visit: &Visit, step: &ScriptStep, seat: Seat) -> Vec<Event> {
        let awaited = self.state.awaited(visit);
        let everybody = awaited
            .iter()
            .all(|other| *other == seat || visit.ready.contains(other));
        let Some(no) = self.state.current.filter(|_| everybody) else {
            return Vec::new();
        };
        let waits = |input: &&InputNo| {
            let input = self.state.input(**input);
            input.is_some_and(|input| input.mode == Mode::Blind && input.reveal == Reveal::Ready)
        };
        let hidden = step.inputs.iter().filter(waits);
        hidden
            .filter(|input| !visit.revealed.contains_key(input))
            .filter_map(|input| self.reveal_event(no, *input))
            .collect()
    }

    /// The owner of the case decides what stays; everybody decides about their own words. What was released stays as it is.
    fn may_strike(&self, card: CardNo) -> Result<(), Refusal> {
        let seat = self.seat()?;
        let found = self.state.card(card).ok_or(Refusal::Gone)?;
        let block = self
            .state
            .visit(found.visit)
            .map(|visit| visit.cursor.block)
            .ok_or(Refusal::Gone)?;
        let own = found.author == Some(seat);
        let owns_case = self.state.owners_in(block).contains(&seat) && self.state.sees(seat, found);
        if !own && !owns_case {
            return Err(Refusal::OnlyOwner);
        }
        if self.state.released_parts.contains(&block) {
            return Err(Refusal::PartReleased);
        }
        Ok(())
    }

    pub(super) fn strike(&self, card: CardNo) -> Decided {
        self.may_strike(card)?;
        Ok(vec![Event::Struck { card }])
    }

    pub(super) fn keep(&self, card: CardNo) -> Decided {
        self.may_strike(card)?;
        Ok(vec![Event::Kept { card }])
    }

    /// To exactly those who were there; the case owner releases, or whoever leads where there is no case. Of several each
    /// releases their own: a part goes out once everybody who owns its case agreed to it, and the rest with the last of them.
    /// Nobody's silence counts as a yes.
    pub(super) fn release(&self) -> Decided {
        let seat = self.seat()?;
        let releasers = self.state.releasers();
        if !releasers.contains(&seat) {
            return Err(Refusal::OnlyOwner);
        }
        let released = Event::Released {
            to: self.state.recipients(),
        };
        if releasers == [seat] {
            return Ok(vec![released]);
        }
        let agrees = |other: &Seat| *other == seat || self.state.agreed.contains(other);
        let mut events = Vec::new();
        if !self.state.agreed.contains(&seat) {
            events.push(Event::ReleaseAgreed { seat });
        }
        if releasers.iter().all(agrees) {
            events.push(released);
            return Ok(events);
        }
        let parts = self.state.case_of.keys().filter(|block| {
            let owners = self.state.owners_in(**block);
            owners.contains(&seat) && owners.iter().all(agrees) && !self.state.released_parts.contains(block)
        });
        events.extend(parts.map(|block| Event::PartReleased { block: *block }));
        Ok(events)
    }
}

impl crate::state::State {
    /// Who may release the report: the case owners, or whoever leads where there is no case.
    pub fn releasers(&self) -> Vec<Seat> {
        let owned = self.case_of.keys().flat_map(|block| self.owners_in(*block));
        let given = self.roles.get(&Role::Owner).into_iter().flatten();
        let mut owners: Vec<Seat> = owned.chain(given).copied().collect();
        owners.sort_unstable();
        owners.dedup();
        if owners.is_empty() {
            owners.extend(self.lead);
        }
        owners
    }

    /// Who decides what stays of a part: the owners of its case, or everybody who decides about the report.
    pub fn deciders(&self, block: BlockNo) -> Vec<Seat> {
        match self.case_in(block) {
            Some(case) if !case.owners.is_empty() => case.owners.clone(),
            _ => self.releasers(),
        }
    }

    /// For whom the report still waits, once the meeting is over.
    pub fn release_waits_for(&self) -> Vec<Seat> {
        let mut waits = self.releasers();
        waits.retain(|seat| !self.agreed.contains(seat));
        waits
    }

    /// Whether somebody reads a part between the end and the release: it is theirs to decide about, or it was released to them.
    pub fn reads_in_review(&self, seat: Seat, block: BlockNo) -> bool {
        let released = self.released_parts.contains(&block) && self.recipients().contains(&seat);
        released || self.deciders(block).contains(&seat)
    }

    /// Who gets the report: everybody who was in between the beginning and the end, except those who only watched.
    pub fn recipients(&self) -> Vec<Seat> {
        let people = self.people.iter().enumerate();
        people
            .filter(|(_, person)| person.attended && person.attends != Attends::Observer)
            .map(|(n, _)| Seat::at(n))
            .collect()
    }
}
