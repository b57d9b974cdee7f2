//! Cases: proposing, choosing, their closed fields; and what was brought along: actions and idea cards.

use super::writing::short;
use super::{Decided, Decision};
use crate::command::Command;
use crate::event::Event;
use crate::ids::{CaseNo, Seat};
use crate::model::ChoiceWay;
use crate::refusal::Refusal;
use crate::state::Case;

/// Most characters in a title or sentence of a case.
const TITLE: usize = 200;

/// Most characters in a field of a case.
const FIELD: usize = 4_000;

impl Decision<'_> {
    pub(super) fn cases(&self, command: &Command) -> Decided {
        let seat = self.member()?;
        match command {
            Command::ProposeCase {
                co_owner,
                title,
                sentence,
                urgency,
            } => self.propose(seat, *co_owner, (title, sentence), *urgency),
            Command::VoteCase { case, votes } => self.vote_case(seat, *case, *votes),
            Command::ChooseCase { way, case } => {
                self.leader()?;
                self.choose_case(*way, *case)
            }
            Command::FillField { field, text } => {
                self.own_case_field(seat, field, false)?;
                if text.chars().count() > FIELD {
                    return Err(Refusal::TooLong {
                        max: u32::try_from(FIELD).unwrap_or(u32::MAX),
                    });
                }
                Ok(vec![Event::FieldFilled {
                    field: field.clone(),
                    text: text.clone(),
                }])
            }
            Command::Unlock(field) => {
                self.own_case_field(seat, field, true)?;
                Ok(vec![Event::FieldUnlocked { field: field.clone() }])
            }
            Command::ReviewAction { action, status, note } => {
                let asked = self.state.now_step().is_some_and(|step| step.step.review_actions);
                if !asked {
                    return Err(Refusal::NotInThisStep);
                }
                self.state.review(*action).ok_or(Refusal::Gone)?;
                Ok(vec![Event::ActionReviewed {
                    action: *action,
                    status: *status,
                    note: short(note.as_deref())?,
                }])
            }
            Command::TakeBrought(card) => {
                let dealt = self
                    .state
                    .visits
                    .iter()
                    .any(|visit| visit.dealt.iter().any(|(other, _)| other == card));
                if !dealt {
                    return Err(Refusal::NotInThisStep);
                }
                Ok(vec![Event::BroughtTaken { card: *card, seat }])
            }
            _ => Err(Refusal::NotInThisStep),
        }
    }

    fn propose(
        &self,
        seat: Seat,
        co_owner: Option<Seat>,
        (title, sentence): (&str, &str),
        urgency: u8,
    ) -> Decided {
        let open = self.state.now_visit().is_none()
            || self
                .state
                .now_step()
                .is_some_and(|step| step.step.choose_case.is_some());
        if !open {
            return Err(Refusal::NotInThisStep);
        }
        if !self.state.takes_part(seat) {
            return Err(Refusal::NotForYou);
        }
        if title.trim().is_empty() {
            return Err(Refusal::Empty);
        }
        if title.chars().count() > TITLE || sentence.chars().count() > TITLE {
            return Err(Refusal::TooLong {
                max: u32::try_from(TITLE).unwrap_or(u32::MAX),
            });
        }
        let mut owners = vec![seat];
        if let Some(other) = co_owner {
            owners.push(self.here(other)?);
        }
        owners.dedup();
        Ok(vec![Event::CaseProposed {
            case: CaseNo::at(self.state.cases.len()),
            owners,
            title: title.trim().to_owned(),
            sentence: sentence.trim().to_owned(),
            urgency: urgency.min(3),
        }])
    }

    fn vote_case(&self, seat: Seat, case: CaseNo, votes: u16) -> Decided {
        let step = self
            .state
            .now_step()
            .and_then(|step| step.step.choose_case.as_ref())
            .filter(|choose| !choose.ways.is_empty())
            .ok_or(Refusal::NotInThisStep)?;
        if !self.state.takes_part(seat) {
            return Err(Refusal::NotForYou);
        }
        let open = self.state.case(case).filter(|case| !case.chosen);
        open.ok_or(Refusal::Gone)?;
        let elsewhere: u16 = self
            .state
            .cases
            .iter()
            .enumerate()
            .filter(|(no, other)| CaseNo::at(*no) != case && !other.chosen)
            .filter_map(|(_, other)| other.votes.get(&seat))
            .fold(0, |sum, votes| sum.saturating_add(*votes));
        if elsewhere.saturating_add(votes) > step.votes {
            return Err(Refusal::NoVotesLeft { max: step.votes });
        }
        Ok(vec![Event::CaseVoted { case, seat, votes }])
    }

    fn choose_case(&self, way: ChoiceWay, case: Option<CaseNo>) -> Decided {
        let step = self
            .state
            .now_step()
            .and_then(|step| step.step.choose_case.as_ref())
            .ok_or(Refusal::NotInThisStep)?;
        if !step.ways.contains(&way) {
            return Err(Refusal::NotInThisStep);
        }
        let chosen = match (way, case) {
            (ChoiceWay::Facilitator, Some(case)) => case,
            _ => self.winner(way)?,
        };
        let owners = self.owners_here(self.state.case(chosen).ok_or(Refusal::Gone)?);
        if owners.is_empty() {
            return Err(Refusal::OwnerMissing);
        }
        Ok(vec![Event::CaseChosen {
            case: chosen,
            way,
            owners,
        }])
    }

    fn owners_here(&self, case: &Case) -> Vec<Seat> {
        case.owners
            .iter()
            .copied()
            .filter(|seat| self.here(*seat).is_ok())
            .collect()
    }

    /// Whether the group is to choose a case now, could, and did not. Going on as if it had would leave a session that nobody owns.
    pub(super) fn waits_for_case(&self) -> bool {
        let choose = self
            .state
            .now_step()
            .and_then(|step| step.step.choose_case.as_ref());
        let could = || {
            let mut open = self.state.cases.iter().filter(|case| !case.chosen);
            open.any(|case| !self.owners_here(case).is_empty())
        };
        choose.is_some_and(|choose| !choose.ways.is_empty()) && !self.state.has_chosen() && could()
    }

    /// The case that comes out on top. A tie goes to whoever waited longest, then to the draw.
    fn winner(&self, way: ChoiceWay) -> Result<CaseNo, Refusal> {
        let mut open: Vec<(CaseNo, &Case)> = self
            .state
            .cases
            .iter()
            .enumerate()
            .map(|(no, case)| (CaseNo::at(no), case))
            .filter(|(_, case)| !case.chosen && !self.owners_here(case).is_empty())
            .collect();
        // The draw decides between cases that are alike in everything: they stand in a drawn order, and the last best wins.
        self.draw().shuffle(&mut open);
        let waited = |case: &Case| (case.last_turn_days.unwrap_or(u32::MAX), case.waited);
        let votes = |case: &Case| case.votes.values().map(|votes| u32::from(*votes)).sum::<u32>();
        let best = open.into_iter().max_by_key(|(_, case)| match way {
            ChoiceWay::Vote | ChoiceWay::Learning | ChoiceWay::Facilitator => (votes(case), waited(case)),
            ChoiceWay::Urgency => (u32::from(case.urgency), waited(case)),
            ChoiceWay::Turn => (0, waited(case)),
            ChoiceWay::Random => (0, (0, 0)),
        });
        best.map(|(no, _)| no).ok_or(Refusal::NoCases)
    }

    /// Only the owner touches the closed fields, and opens them only in a step that says so.
    fn own_case_field(&self, seat: Seat, field: &str, opening: bool) -> Result<(), Refusal> {
        let visit = self.state.now_visit().ok_or(Refusal::NotBegun)?;
        if !self.state.owners_in(visit.cursor.block).contains(&seat) {
            return Err(Refusal::OnlyOwner);
        }
        self.state.case_in(visit.cursor.block).ok_or(Refusal::NoCases)?;
        let known = self
            .state
            .now_block()
            .is_some_and(|block| block.fields.iter().any(|other| other.id == field));
        let here = self
            .state
            .now_step()
            .is_some_and(|step| step.step.unlocks.iter().any(|other| other == field));
        if !known || (opening && !here) {
            Err(Refusal::NotInThisStep)
        } else {
            Ok(())
        }
    }
}
