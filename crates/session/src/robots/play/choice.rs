//! What robots choose: a module, a case, roles, cards that were dealt.

use super::Stage;
use crate::command::Command;
use crate::event::ActionStatus;
use crate::ids::{CaseNo, SECOND, Seat};
use crate::model::Role;
use crate::robots::lines;
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
        let Some(block) = self.state.now_block() else {
            return;
        };
        let here = self
            .state
            .now_step()
            .map(|step| step.step.choose_role.clone())
            .unwrap_or_default();
        let least = |role: Role| {
            block
                .roles
                .iter()
                .find(|need| need.role == role)
                .map_or(1, |need| need.min.max(1))
        };
        let mut wanted: Vec<(Role, usize)> = here
            .into_iter()
            .map(|role| (role, usize::from(least(role))))
            .collect();
        let needs = block
            .roles
            .iter()
            .filter(|need| need.role != Role::Owner)
            .map(|need| (need.role, usize::from(need.min)));
        wanted.extend(needs);
        for (role, count) in wanted {
            let filled = self.state.roles.get(&role).is_some_and(|seats| !seats.is_empty());
            if role == Role::Facilitator || filled {
                continue;
            }
            let visit_owners = self
                .state
                .now_visit()
                .map(|visit| self.state.owners_in(visit.cursor.block).to_vec())
                .unwrap_or_default();
            if role == Role::Owner && !visit_owners.is_empty() {
                continue;
            }
            let taken: Vec<Seat> = self
                .state
                .roles
                .values()
                .flatten()
                .copied()
                .chain(visit_owners)
                .collect();
            let free: Vec<Seat> = self
                .state
                .taking_part()
                .into_iter()
                .filter(|seat| !taken.contains(seat))
                .take(count)
                .collect();
            if let (Some(lead), false) = (self.lead(), free.is_empty()) {
                self.by(lead, Command::GiveRole { role, seats: free });
            }
        }
    }
}
