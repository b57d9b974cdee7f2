//! What robots do in one step, and after the end.

use super::Stage;
use crate::command::Command;
use crate::event::EndReason;
use crate::ids::{At, SECOND, Seat};
use crate::model::{Mode, Reveal, Role, Wait};
use crate::report::{Outcome, outcomes};
use crate::robots::work::work_of;
use crate::script::Pace;
use crate::state::Phase;

impl Stage {
    /// Everything people do in one step, spread over its time.
    pub(super) fn play_step(&mut self) {
        self.choose_module();
        let began = self.now;
        let planned = self.state.now_visit().and_then(|visit| visit.planned);
        let length = planned.unwrap_or(2 * 60 * SECOND);
        self.now = began.plus(length / 4);
        self.turns(began, length);
        self.choose();
        self.now = self.now.max(began.plus(length / 2));
        if self.state.script.pace == Pace::Written {
            self.house(Command::Tick);
        }
        self.write(began.plus(length * 3 / 4));
        self.now = self.now.max(began.plus(length * 3 / 4));
        self.get_ready();
        self.reveal();
        self.work();
        self.decide();
        if self.state.script.pace == Pace::Live {
            self.now = self.now.max(began.plus(length));
        }
    }

    pub(super) fn people(&self) -> Vec<Seat> {
        self.state
            .present()
            .filter(|(_, person)| person.line_lost.is_none())
            .map(|(seat, _)| seat)
            .collect()
    }

    /// Turns go round; the second person passes once and comes back at the end.
    fn turns(&mut self, began: At, length: i64) {
        let total = self
            .state
            .now_visit()
            .map_or(0, |visit| visit.turns.queue.len() + 1);
        let mut n = 0;
        while let Some(turn) = self.state.now_visit().and_then(|visit| visit.turns.now) {
            n += 1;
            if n > 60 {
                break;
            }
            self.now = self
                .now
                .max(began.plus(length * n / (i64::try_from(total).unwrap_or(1) + 2)));
            let may_pass = n == 2
                && self
                    .state
                    .person(turn)
                    .is_some_and(|person| person.present && person.line_lost.is_none());
            match (may_pass, self.lead()) {
                (true, _) => self.by(turn, Command::Pass),
                (false, Some(lead)) => self.by(lead, Command::NextTurn),
                (false, None) => break,
            }
        }
    }

    fn get_ready(&mut self) {
        let waits = self
            .state
            .now_step()
            .is_some_and(|step| step.step.wait != Wait::None);
        let awaited = self
            .state
            .now_visit()
            .map(|visit| self.state.awaited(visit))
            .unwrap_or_default();
        for seat in awaited.into_iter().filter(|_| waits) {
            self.by(seat, Command::Ready);
        }
    }

    fn reveal(&mut self) {
        let Some(lead) = self.lead() else { return };
        let hidden: Vec<_> = {
            let Some((visit, step)) = self.state.now_visit().zip(self.state.now_step()) else {
                return;
            };
            let blind = step.inputs.iter().filter(|no| {
                self.state
                    .input(**no)
                    .is_some_and(|input| input.mode == Mode::Blind)
            });
            let facilitator = blind.filter(|no| {
                self.state
                    .input(**no)
                    .is_some_and(|input| input.reveal == Reveal::Facilitator)
            });
            facilitator
                .filter(|no| !visit.revealed.contains_key(no))
                .copied()
                .collect()
        };
        for input in hidden {
            self.by(lead, Command::Reveal(input));
        }
    }

    /// Rating, marking, voting, opening closed fields.
    fn work(&mut self) {
        for seat in self.people() {
            let commands = work_of(&self.state, seat, self.now, self.cast.language);
            for command in commands {
                self.by(seat, command);
            }
        }
    }

    /// A deciding question: one of the answers that may still be given, drawn.
    fn decide(&mut self) {
        let allowed: Vec<String> = {
            let Some((visit, step)) = self.state.now_visit().zip(self.state.now_step()) else {
                return;
            };
            let Some(decide) = step.step.decide.as_ref() else {
                return;
            };
            let taken = |place: usize| {
                let key = (visit.cursor.step, u8::try_from(place).unwrap_or(u8::MAX));
                self.state.flow.taken.get(&key).copied().unwrap_or_default()
            };
            let options = decide.options.iter().enumerate();
            let may = options.filter(|(place, option)| option.max.is_none_or(|max| taken(*place) < max));
            may.map(|(_, option)| option.id.clone()).collect()
        };
        let option = self.draw.one_of(&allowed).cloned();
        if let (Some(lead), Some(option)) = (self.lead(), option) {
            self.by(lead, Command::Decide { option });
        }
    }

    /// After the end the case owner strikes one card and releases the report.
    pub(super) fn look_after_the_report(&mut self) {
        if let Some(lead) = self.lead().filter(|_| self.state.phase == Phase::Running) {
            self.by(lead, Command::End(EndReason::Early));
        }
        let owners: Vec<Seat> = self
            .state
            .case_of
            .keys()
            .flat_map(|block| self.state.owners_in(*block).to_vec())
            .collect();
        let owners = if owners.is_empty() {
            self.state.roles.get(&Role::Owner).cloned().unwrap_or_default()
        } else {
            owners
        };
        let struck = owners.first().and_then(|owner| {
            let results = outcomes(&self.state, Some(*owner));
            let own = |outcome: &&Outcome<'_>| self.state.owners_in(outcome.block).contains(owner);
            results.iter().rfind(own).map(|outcome| (*owner, outcome.card))
        });
        if let Some((owner, card)) = struck {
            self.by(owner, Command::Strike(card));
        }
        for seat in self.state.release_waits_for() {
            self.by(seat, Command::Release);
        }
    }
}
