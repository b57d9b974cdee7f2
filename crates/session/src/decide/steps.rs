//! Moving through the script and changing the rest of the plan.

use super::writing::short;
use super::{Decided, Decision};
use crate::command::Command;
use crate::event::{AddedBlock, Cursor, EndReason, Event, PlanChange, Way};
use crate::ids::{StepNo, VisitNo};
use crate::refusal::Refusal;
use crate::state::{Phase, Visit};

/// Shortest and longest length of a step, in seconds.
const LENGTHS: std::ops::RangeInclusive<u32> = 30..=4 * 60 * 60;

impl Decision<'_> {
    pub(super) fn steps(&self, command: &Command) -> Decided {
        if let Command::Decide { option } = command {
            return self.decide_option(option);
        }
        self.leader()?;
        match (command, self.state.now_visit()) {
            (Command::Begin, None) => {
                let first = self.state.first().ok_or(Refusal::CannotGoThere)?;
                Ok(self.enter(first, Way::Start))
            }
            (Command::Begin, Some(_)) => Err(Refusal::AlreadyBegun),
            (Command::End(reason), visit) => {
                visit.ok_or(Refusal::NotBegun)?;
                // Only the house may say that a session was forgotten.
                Ok(self.end(if *reason == EndReason::Forgotten {
                    EndReason::Early
                } else {
                    *reason
                }))
            }
            (Command::Replan(changes), _) => self.replan(changes),
            (Command::AddBlock(added), _) => self.add_block(added),
            (Command::Reorder(steps), _) => self.reorder(steps),
            (_, None) => Err(Refusal::NotBegun),
            (Command::Next, Some(visit)) => self.next(visit, Way::Next),
            (Command::Skip { reason }, Some(visit)) => {
                self.next(visit, Way::Skipped(short(reason.as_deref())?))
            }
            (Command::Back, Some(_)) => self.back(),
            (Command::GoTo(step), Some(visit)) => self.go_to(visit, *step),
            (Command::ChooseModule(id), Some(visit)) => self.choose_module(visit, id),
            (Command::Regroup, Some(visit)) => self.regroup(visit),
            _ => Err(Refusal::NotInThisStep),
        }
    }

    pub(super) fn next(&self, visit: &Visit, way: Way) -> Decided {
        if self.state.clock.side_talk.is_some() {
            return Err(Refusal::SideTalkFirst);
        }
        let step = self.state.now_step();
        let waits_for_module = step.is_some_and(|step| !step.modules.is_empty()) && visit.module.is_none();
        if waits_for_module && way == Way::Next {
            return Err(Refusal::ChooseModuleFirst);
        }
        if way == Way::Next && self.waits_for_case() {
            return Err(Refusal::ChooseCaseFirst);
        }
        let next = self.led_back(visit).or_else(|| self.state.after(&visit.cursor));
        Ok(match next {
            Some(cursor) => self.enter(cursor, way),
            None => self.end(EndReason::Done),
        })
    }

    /// Where the answer to the deciding question leads, while that way may still be taken.
    fn led_back(&self, visit: &Visit) -> Option<Cursor> {
        let option = visit.decided?;
        let step = self.state.script.step(visit.cursor.step)?;
        let to = step.leads_to.get(usize::from(option)).copied().flatten()?;
        let max = step.step.decide.as_ref()?.options.get(usize::from(option))?.max;
        let taken = self
            .state
            .flow
            .taken
            .get(&(visit.cursor.step, option))
            .copied()
            .unwrap_or_default();
        let cursor = self.state.cursor_at(&visit.cursor, to)?;
        // Whoever went back by hand takes the same way again, not a second time.
        let last = self.state.visits.iter().rposition(|visit| visit.cursor == cursor);
        let again = last.is_some_and(|no| !self.state.trail.contains(&VisitNo::at(no)));
        let may = again || max.is_none_or(|max| taken < max);
        Some(cursor).filter(|_| may)
    }

    fn back(&self) -> Decided {
        let trail = &self.state.trail;
        let before = trail
            .len()
            .checked_sub(2)
            .and_then(|place| trail.get(place))
            .ok_or(Refusal::NoEarlierStep)?;
        let visit = self.state.visit(*before).ok_or(Refusal::NoEarlierStep)?;
        Ok(self.enter(visit.cursor.clone(), Way::Back))
    }

    fn go_to(&self, visit: &Visit, step: StepNo) -> Decided {
        let target = self.state.script.step(step).ok_or(Refusal::CannotGoThere)?;
        let agenda = &self.state.flow.agenda;
        let place = |block| agenda.iter().position(|other| *other == block);
        let ahead = place(target.block) >= place(visit.cursor.block) && place(target.block).is_some();
        let cursor = self
            .state
            .cursor_at(&visit.cursor, step)
            .filter(|cursor| ahead && *cursor != visit.cursor);
        Ok(self.enter(cursor.ok_or(Refusal::CannotGoThere)?, Way::Jump))
    }

    fn decide_option(&self, option: &str) -> Decided {
        let seat = self.member()?;
        let visit = self.state.now_visit().ok_or(Refusal::NotBegun)?;
        let step = self.state.now_step().ok_or(Refusal::NotBegun)?;
        let decide = step.step.decide.as_ref().ok_or(Refusal::NotInThisStep)?;
        // What everybody decides is said aloud; whoever leads enters it.
        let leads = self.state.lead == Some(seat);
        let asked = decide.by != crate::model::Role::Everyone && self.state.has_role(visit, seat, decide.by);
        if !leads && !asked {
            return Err(Refusal::NotForYou);
        }
        let place = decide
            .options
            .iter()
            .position(|other| other.id == option)
            .ok_or(Refusal::NotOnScale)?;
        Ok(vec![Event::Decided {
            option: u8::try_from(place).unwrap_or(u8::MAX),
        }])
    }

    /// A chosen module is played in place of the step, so its first step begins at once.
    fn choose_module(&self, visit: &Visit, id: &str) -> Decided {
        let step = self.state.now_step().ok_or(Refusal::NotBegun)?;
        let place = step
            .modules
            .iter()
            .position(|module| module.id == id)
            .ok_or(Refusal::NotInThisStep)?;
        let first = step.modules.get(place).and_then(|module| module.steps.first());
        let module = u8::try_from(place).unwrap_or(u8::MAX);
        let cursor = Cursor {
            step: *first.ok_or(Refusal::NotInThisStep)?,
            ..visit.cursor.clone()
        };
        let mut events = vec![Event::ModuleChosen { module }];
        events.extend(self.enter(cursor, Way::Next));
        Ok(events)
    }

    fn regroup(&self, visit: &Visit) -> Decided {
        let grouping = self.state.grouping_of(visit).ok_or(Refusal::NotInThisStep)?;
        let step = self.state.now_step().ok_or(Refusal::NotInThisStep)?;
        let people = self.to_divide(step, visit.cursor.block);
        Ok(vec![Event::Regrouped {
            groups: self.divide(&people, grouping, &visit.cursor),
        }])
    }

    /// Steps may change places with each other while none of them has been visited.
    fn reorder(&self, steps: &[StepNo]) -> Decided {
        let block = steps
            .first()
            .and_then(|step| self.state.script.step(*step))
            .map(|step| step.block);
        let block = block.ok_or(Refusal::CannotReorder)?;
        let mut wanted = steps.to_vec();
        wanted.sort_unstable();
        let allowed = self.state.script.block(block).is_some_and(|script| {
            script.swaps.iter().any(|swap| {
                let mut swap = swap.clone();
                swap.sort_unstable();
                swap == wanted
            })
        });
        let visited = self
            .state
            .visits
            .iter()
            .any(|visit| steps.contains(&visit.cursor.step));
        if !allowed || visited {
            return Err(Refusal::CannotReorder);
        }
        let mut new = steps.iter();
        let order = self.state.order(block).iter();
        let order = order.map(|step| {
            if steps.contains(step) {
                new.next().copied().unwrap_or(*step)
            } else {
                *step
            }
        });
        Ok(vec![Event::Reordered {
            block,
            order: order.collect(),
        }])
    }

    fn replan(&self, changes: &[PlanChange]) -> Decided {
        for change in changes {
            self.state.script.step(change.step).ok_or(Refusal::Gone)?;
            if change.seconds.is_some_and(|seconds| !LENGTHS.contains(&seconds)) {
                return Err(Refusal::BadLength);
            }
            let current = self
                .state
                .now_visit()
                .is_some_and(|visit| visit.cursor.step == change.step);
            if current {
                return Err(Refusal::CannotGoThere);
            }
        }
        if changes.is_empty() {
            return Err(Refusal::Empty);
        }
        Ok(vec![Event::Replanned {
            changes: changes.to_vec(),
        }])
    }

    fn add_block(&self, added: &AddedBlock) -> Decided {
        let first_step = added.block.order.first().map(|step| step.index());
        let fits = first_step == Some(self.state.script.steps.len())
            && added
                .inputs
                .iter()
                .all(|input| input.step.index() >= self.state.script.steps.len())
            && self.state.flow.agenda.contains(&added.after);
        if !fits {
            return Err(Refusal::Outdated);
        }
        let agenda = &self.state.flow.agenda;
        let place = |block| agenda.iter().position(|other| *other == block);
        let here = self.state.now_visit().and_then(|visit| place(visit.cursor.block));
        if here.is_some_and(|here| place(added.after).is_none_or(|after| after < here)) {
            return Err(Refusal::CannotGoThere);
        }
        Ok(vec![Event::BlockAdded(Box::new(added.clone()))])
    }

    /// Ends the meeting; whatever the steps kept hidden is shown or sealed first.
    pub(super) fn end(&self, reason: EndReason) -> Vec<Event> {
        // Not only of the last step: one that was left backwards was never closed.
        let visits = self.state.visits.iter().enumerate();
        let mut events: Vec<Event> = visits
            .flat_map(|(no, visit)| self.closing_of(VisitNo::at(no), visit))
            .collect();
        debug_assert!(
            self.state.phase != Phase::Closed,
            "a closed session was refused before"
        );
        events.push(Event::Ended { reason });
        events
    }
}
