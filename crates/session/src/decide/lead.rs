//! Roles, and who leads.

use super::{Decided, Decision};
use crate::command::Command;
use crate::event::{Attends, Event};
use crate::ids::{At, SECOND, Seat};
use crate::model::{Role, RoleHow};
use crate::refusal::Refusal;
use crate::state::State;

/// After this many seconds of silence somebody else may take the lead (requirements, complaint 4).
pub const SILENCE: i64 = 60;

impl Decision<'_> {
    pub(super) fn lead(&self, command: &Command) -> Decided {
        match command {
            Command::TakeOver => self.take_over(),
            Command::TakeBack => {
                let seat = self.member()?;
                match (self.state.rightful_lead, self.state.lead) {
                    (Some(right), Some(lead)) if right == seat && lead == seat => Err(Refusal::LeadAlready),
                    (Some(right), _) if right == seat => Ok(vec![Event::LeadReturned { to: seat }]),
                    _ => Err(Refusal::OnlyLead),
                }
            }
            Command::HandOver(to) => {
                self.leader()?;
                let to = self.here(*to)?;
                if self.state.lead == Some(to) {
                    return Err(Refusal::LeadAlready);
                }
                Ok(vec![Event::LeadGiven { to }])
            }
            Command::GiveRole { role, seats } => {
                self.leader()?;
                self.give_role(*role, seats)
            }
            Command::Watch { seat, watches } => {
                self.leader()?;
                self.watch(*seat, *watches)
            }
            Command::ShowNames(shown) => {
                self.leader()?;
                Ok(if self.state.observers_see_no_names == *shown {
                    vec![Event::NamesShown { shown: *shown }]
                } else {
                    Vec::new()
                })
            }
            Command::Volunteer(role) => self.volunteer(*role),
            Command::DrawRole(role) => {
                self.leader()?;
                let free = self.free_for(*role);
                let seat = self.draw().one_of(&free).copied().ok_or(Refusal::RoleTaken)?;
                self.give_role(*role, &[seat])
            }
            _ => Err(Refusal::NotInThisStep),
        }
    }

    fn watch(&self, seat: Seat, watches: bool) -> Decided {
        let person = self.state.person(seat).ok_or(Refusal::UnknownSeat)?;
        let is_observer = person.attends == Attends::Observer;
        if is_observer == watches {
            return Ok(Vec::new());
        }
        if watches && !may_watch(self.state, seat) {
            return Err(Refusal::CannotWatch);
        }
        let mut events = vec![Event::Watches { seat, watches }];
        if watches {
            events.extend(self.without(seat));
        }
        Ok(events)
    }

    fn take_over(&self) -> Decided {
        let seat = self.member()?;
        check_take_over(self.state, seat, self.now)?;
        Ok(vec![if self.state.lead.is_some() {
            Event::LeadTaken { by: seat }
        } else {
            Event::LeadGiven { to: seat }
        }])
    }

    fn give_role(&self, role: Role, seats: &[Seat]) -> Decided {
        if seats.is_empty() {
            return Err(Refusal::Empty);
        }
        for seat in seats {
            self.here(*seat)?;
        }
        match role {
            Role::Facilitator => match seats {
                [to] if self.state.lead != Some(*to) => Ok(vec![Event::LeadGiven { to: *to }]),
                _ => Err(Refusal::LeadAlready),
            },
            Role::Owner
            | Role::Timekeeper
            | Role::Scribe
            | Role::Observer
            | Role::Player
            | Role::Interviewer
            | Role::Inner => {
                let mut seats = seats.to_vec();
                seats.sort_unstable();
                seats.dedup();
                Ok(vec![Event::RoleGiven { role, seats }])
            }
            _ => Err(Refusal::RoleTaken),
        }
    }

    /// A free role that the step or the method asks for.
    fn volunteer(&self, role: Role) -> Decided {
        let seat = self.member()?;
        let chosen_here = self
            .state
            .now_step()
            .is_some_and(|step| step.step.choose_role.contains(&role));
        let need = self
            .state
            .now_block()
            .and_then(|block| block.roles.iter().find(|need| need.role == role));
        let wanted = chosen_here || need.is_some_and(|need| need.how == RoleHow::Volunteer);
        let mut seats = self.state.roles.get(&role).cloned().unwrap_or_default();
        let room = seats.len() < need.map_or(1, |need| usize::from(need.max));
        if !wanted || !room || seats.contains(&seat) || !self.state.takes_part(seat) {
            return Err(Refusal::RoleTaken);
        }
        seats.push(seat);
        self.give_role(role, &seats)
    }

    fn free_for(&self, role: Role) -> Vec<Seat> {
        let has = self.state.roles.get(&role).map_or(&[][..], Vec::as_slice);
        let block = self.state.now_visit().map(|visit| visit.cursor.block);
        let owners = block.map_or(&[][..], |block| self.state.owners_in(block));
        self.state
            .taking_part()
            .into_iter()
            .filter(|seat| !has.contains(seat) && !owners.contains(seat))
            .collect()
    }
}

/// Whether somebody can be one who only watches: not whoever leads, owns a case or was invited to speak.
pub fn may_watch(state: &State, seat: Seat) -> bool {
    let has_role = state
        .roles
        .get(&Role::Owner)
        .is_some_and(|seats| seats.contains(&seat));
    let leads = state.lead == Some(seat) || state.rightful_lead == Some(seat);
    let mut cases = state.cases.iter();
    let is_tied = leads || has_role || cases.any(|case| case.owners.contains(&seat));
    let takes_part = |attends| matches!(attends, Attends::Participant | Attends::Observer);
    !is_tied
        && state
            .person(seat)
            .is_some_and(|person| takes_part(person.attends))
}

/// Whether somebody may take the lead now.
pub fn may_take_over(state: &State, seat: Seat, now: At) -> bool {
    let here = state
        .person(seat)
        .is_some_and(|person| person.present && person.accepted);
    here && check_take_over(state, seat, now).is_ok()
}

/// From when on somebody may take the lead of a facilitator whose line is lost; `None` while the lead is there, or when
/// others come first.
pub fn take_over_from(state: &State, seat: Seat) -> Option<At> {
    let here = state
        .person(seat)
        .is_some_and(|person| person.present && person.accepted);
    free_from(state, seat).ok().flatten().filter(|_| here)
}

fn check_take_over(state: &State, seat: Seat, now: At) -> Result<(), Refusal> {
    match free_from(state, seat)? {
        Some(at) if at > now => Err(Refusal::LeadIsHere {
            wait: u32::try_from((at.since(now) + SECOND - 1) / SECOND).ok(),
        }),
        _ => Ok(()),
    }
}

/// When the lead may be taken; `None` is at once. A co-facilitator comes first; without one, anybody who takes part may
/// lead the group on.
fn free_from(state: &State, seat: Seat) -> Result<Option<At>, Refusal> {
    let Some(lead) = state.lead else { return Ok(None) };
    if lead == seat {
        return Err(Refusal::LeadAlready);
    }
    let helps = |seat: Seat| {
        state
            .person(seat)
            .is_some_and(|person| person.attends == Attends::Facilitator)
    };
    let other_helper = state
        .present()
        .any(|(other, person)| other != lead && helps(other) && person.line_lost.is_none());
    if other_helper && !helps(seat) {
        return Err(Refusal::OnlyLead);
    }
    let since = state.lead_silent_since();
    let since = since.ok_or(Refusal::LeadIsHere { wait: None })?;
    Ok(Some(since.plus(SILENCE * SECOND)))
}
