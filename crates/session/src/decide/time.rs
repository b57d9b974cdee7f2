//! The clock, side conversations, and whose turn it is.

use super::{Decided, Decision};
use crate::command::Command;
use crate::event::{Event, SideTalk};
use crate::ids::{SECOND, Seat};
use crate::refusal::Refusal;
use crate::state::Visit;

/// Longest time that can be added at once or set, in seconds: four hours, or a month in written mode.
const LONGEST: i64 = 31 * 24 * 60 * 60;

impl Decision<'_> {
    pub(super) fn time(&self, command: &Command) -> Decided {
        let visit = self.state.now_visit().ok_or(Refusal::NotBegun)?;
        match command {
            Command::OpenSideTalk(kind) => self.open_side_talk(*kind),
            Command::CloseSideTalk => self.close_side_talk(),
            Command::GiveTurn(seat) => self.give_turn(visit, *seat),
            Command::NextTurn => {
                let seat = self.member()?;
                if self.state.lead != Some(seat) && visit.turns.now != Some(seat) {
                    return Err(Refusal::NotYourTurn);
                }
                Ok(vec![Event::TurnGiven {
                    seat: next_turn(visit),
                }])
            }
            Command::EndTurn(over) => {
                let seat = self.member()?;
                if self.state.lead != Some(seat) && *over != seat {
                    return Err(Refusal::NotYourTurn);
                }
                let ends = visit.turns.now == Some(*over);
                let next = Event::TurnGiven {
                    seat: next_turn(visit),
                };
                Ok(ends.then_some(next).into_iter().collect())
            }
            Command::Pass => self.pass(visit),
            _ => self.clock(command),
        }
    }

    fn clock(&self, command: &Command) -> Decided {
        self.leader()?;
        let clock = &self.state.clock;
        if clock.side_talk.is_some() && !matches!(command, Command::AddTime(_)) {
            return Err(Refusal::SideTalkFirst);
        }
        match (command, clock.ends_at, clock.left) {
            (Command::StartClock | Command::Resume, None, Some(left)) => Ok(vec![Event::ClockStarted {
                ends_at: self.now.plus(left),
            }]),
            (Command::Pause, Some(ends_at), _) => Ok(vec![Event::ClockPaused {
                left: ends_at.since(self.now),
            }]),
            (Command::AddTime(seconds), ends_at, left) => {
                let more = i64::from(*seconds);
                if !(-LONGEST..=LONGEST).contains(&more) || more == 0 {
                    return Err(Refusal::BadLength);
                }
                let more = more * SECOND;
                match (ends_at, left) {
                    // Time added in overtime counts from now: "one minute more" means one minute more.
                    (Some(end), _) if more > 0 => Ok(vec![Event::ClockSet {
                        ends_at: Some(end.max(self.now).plus(more)),
                        left: None,
                    }]),
                    (Some(end), _) => Ok(vec![Event::ClockSet {
                        ends_at: Some(end.plus(more)),
                        left: None,
                    }]),
                    (None, Some(left)) => Ok(vec![Event::ClockSet {
                        ends_at: None,
                        left: Some(left.saturating_add(more)),
                    }]),
                    (None, None) if more > 0 => Ok(vec![Event::ClockStarted {
                        ends_at: self.now.plus(more),
                    }]),
                    (None, None) => Err(Refusal::NoClock),
                }
            }
            (_, None, None) => Err(Refusal::NoClock),
            _ => Err(Refusal::ClockAlready),
        }
    }

    /// The facilitator opens any side conversation; everybody may call a time-out or name a disturbance.
    fn open_side_talk(&self, kind: SideTalk) -> Decided {
        match kind {
            SideTalk::TimeOut | SideTalk::Disturbance => self.member()?,
            SideTalk::Meta | SideTalk::Strategy => self.leader()?,
        };
        if self.state.clock.side_talk.is_some() {
            return Err(Refusal::SideTalkFirst);
        }
        let mut events = vec![Event::SideTalkOpened { kind }];
        events.extend(self.state.clock.ends_at.map(|end| Event::ClockPaused {
            left: end.since(self.now),
        }));
        Ok(events)
    }

    fn close_side_talk(&self) -> Decided {
        self.leader()?;
        let clock = &self.state.clock;
        if clock.side_talk.is_none() {
            return Err(Refusal::NoSideTalk);
        }
        let mut events = vec![Event::SideTalkClosed {}];
        let goes_on = clock.left.filter(|_| clock.resume);
        events.extend(goes_on.map(|left| Event::ClockStarted {
            ends_at: self.now.plus(left),
        }));
        Ok(events)
    }

    /// The facilitator points; where the case owner chooses, they may point as well.
    fn give_turn(&self, visit: &Visit, to: Seat) -> Decided {
        let seat = self.member()?;
        let owner_points = self
            .state
            .now_step()
            .is_some_and(|step| step.step.turn == crate::model::TurnOrder::OwnerChooses)
            && self.state.owners_in(visit.cursor.block).contains(&seat);
        if self.state.lead != Some(seat) && !owner_points {
            return Err(Refusal::OnlyLead);
        }
        Ok(vec![Event::TurnGiven {
            seat: Some(self.here(to)?),
        }])
    }

    fn pass(&self, visit: &Visit) -> Decided {
        let seat = self.member()?;
        if visit.turns.now != Some(seat) && !visit.turns.queue.contains(&seat) {
            return Err(Refusal::NotYourTurn);
        }
        let has_turn = visit.turns.now == Some(seat);
        if !has_turn && visit.turns.passed.contains(&seat) {
            return Ok(Vec::new());
        }
        if !has_turn {
            return Ok(vec![Event::TurnPassed { seat }]);
        }
        let next = next_turn(visit);
        if visit.turns.returned.contains(&seat) {
            return Ok(vec![Event::TurnGiven { seat: next }]);
        }
        Ok(vec![Event::TurnPassed { seat }, Event::TurnGiven { seat: next }])
    }
}

/// Who comes next: the queue, then whoever passed.
fn next_turn(visit: &Visit) -> Option<Seat> {
    let turns = &visit.turns;
    let waiting = turns.queue.iter().find(|seat| !turns.passed.contains(seat));
    waiting.or_else(|| turns.passed.first()).copied()
}
