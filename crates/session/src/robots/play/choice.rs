//! What robots choose: a module, a case, roles, cards that were dealt.

use super::Stage;
use crate::command::Command;
use crate::event::ActionStatus;
use crate::ids::{CaseNo, SECOND, Seat};
use crate::robots::lines;
use crate::robots::work::role_to_give;
use crate::sight::Eyes;
use crate::view::view;

impl Stage {
    /// Chooses a module, if the step asks for one; the module then takes the place of the step.
    pub(super) fn choose_module(&mut self) {
        let step = self.state.now_step();
        let modules: Vec<String> = step
            .map(|step| step.modules.iter().map(|module| module.id.clone()).collect())
            .unwrap_or_default();
        if let (Some(lead), Some(module)) = (self.lead(), self.draw.one_of(&modules).cloned()) {
            self.now = self.now.plus(30 * SECOND);
            self.by(lead, Command::ChooseModule(module));
        }
    }

    /// Choices of the step: a case, roles, a module, presence, cards that were dealt.
    pub(super) fn choose(&mut self) {
        self.choose_case();
        self.choose_roles();
        let Some(lead) = self.lead() else { return };
        let confirm = self.state.now_step().and_then(|step| step.step.confirm_presence);
        for seat in self.people() {
            if let Some(moment) = confirm {
                self.by(seat, Command::ConfirmPresence(moment));
            }
            let dealt = view(&self.state, Eyes::Seat(seat), self.now)
                .dealt
                .first()
                .map(|dealt| dealt.card);
            if let Some(card) = dealt {
                self.by(seat, Command::TakeBrought(card));
            }
        }
        let open: Vec<_> = view(&self.state, Eyes::Seat(lead), self.now)
            .actions
            .iter()
            .filter(|action| action.status.is_none())
            .map(|action| action.action)
            .collect();
        for (n, action) in open.into_iter().enumerate() {
            let status = [ActionStatus::Done, ActionStatus::Half, ActionStatus::NotDone]
                .get(n % 3)
                .copied();
            self.by(
                lead,
                Command::ReviewAction {
                    action,
                    status: status.unwrap_or(ActionStatus::Done),
                    note: None,
                },
            );
        }
    }

    fn choose_case(&mut self) {
        let Some(choose) = self
            .state
            .now_step()
            .and_then(|step| step.step.choose_case.clone())
        else {
            return;
        };
        let wants = self.state.cases.iter().any(|case| !case.chosen);
        if !wants || choose.ways.is_empty() {
            self.propose_case();
        }
        if choose.ways.is_empty() {
            return;
        }
        let open: Vec<_> = self
            .state
            .cases
            .iter()
            .enumerate()
            .filter(|(_, case)| !case.chosen)
            .map(|(n, _)| CaseNo::at(n))
            .collect();
        for seat in self.state.taking_part() {
            if let Some(case) = self.draw.one_of(&open).copied() {
                self.by(seat, Command::VoteCase { case, votes: 1 });
            }
        }
        let (Some(lead), Some(way)) = (self.lead(), choose.ways.first().copied()) else {
            return;
        };
        let case = open.first().copied();
        self.by(lead, Command::ChooseCase { way, case });
    }

    /// Somebody without a case on the list puts one there.
    fn propose_case(&mut self) {
        let (title, sentence) = lines::case(self.state.cases.len());
        let (title, sentence) = (self.say(&title), self.say(&sentence));
        let has_one = |seat: &Seat| self.state.cases.iter().any(|case| case.owners.contains(seat));
        let Some(seat) = self.state.taking_part().into_iter().find(|seat| !has_one(seat)) else {
            return;
        };
        let (co_owner, urgency) = (None, 1);
        self.by(
            seat,
            Command::ProposeCase {
                co_owner,
                title,
                sentence,
                urgency,
            },
        );
    }

    fn choose_roles(&mut self) {
        let mut last = None;
        while let (Some(lead), Some((role, seats))) = (self.lead(), role_to_give(&self.state)) {
            // A role that could not be given would be offered for ever.
            if last.replace(role) == Some(role) {
                break;
            }
            self.by(lead, Command::GiveRole { role, seats });
        }
    }
}
