//! The clock, side conversations, and whose turn it is.

use super::{Decided, Decision};
use crate::command::{Command, GroupTime};
use crate::event::{Event, SideTalk};
use crate::ids::{At, SECOND, Seat};
use crate::refusal::Refusal;
use crate::script::Pace;
use crate::state::{GroupClock, Visit};

/// Longest time that can be added at once or set, in seconds: four hours, or a month in written mode.
const LONGEST: i64 = 31 * 24 * 60 * 60;

/// What a small group may add or take away at once, in seconds.
const LONGEST_IN_GROUP: std::ops::RangeInclusive<i64> = -4 * 60 * 60..=4 * 60 * 60;

impl Decision<'_> {
    pub(super) fn time(&self, command: &Command) -> Decided {
        let visit = self.state.now_visit().ok_or(Refusal::NotBegun)?;
        match command {
            Command::OpenSideTalk(kind) => self.open_side_talk(*kind),
            Command::CloseSideTalk => self.close_side_talk(),
            Command::GroupTime(change) => self.group_time(visit, *change),
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
            Command::Pass => pass(visit, self.member()?),
            Command::PassFor(seat) => {
                self.leader()?;
                pass(visit, self.here(*seat)?)
            }
            Command::OrderTurns(seats) => self.order_turns(visit, seats),
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

    /// A small group keeps its own time; the clock of the step and those of the others go on as they were.
    fn group_time(&self, visit: &Visit, change: GroupTime) -> Decided {
        let seat = self.member()?;
        // Days are not counted in minutes.
        let live = self.state.script.pace == Pace::Live;
        let (place, _) = self
            .state
            .group_of(visit, seat)
            .filter(|_| live)
            .ok_or(Refusal::NotInThisStep)?;
        if self.state.clock.side_talk.is_some() {
            return Err(Refusal::SideTalkFirst);
        }
        let group = u16::try_from(place).unwrap_or(u16::MAX);
        let clock = visit.group_clocks.get(&group).copied().unwrap_or_default();
        let (ends_at, left) = self.group_clock(visit, clock, change)?;
        Ok(vec![Event::GroupClockSet {
            group,
            ends_at,
            left,
            done: change == GroupTime::Done,
        }])
    }

    fn group_clock(
        &self,
        visit: &Visit,
        clock: GroupClock,
        change: GroupTime,
    ) -> Result<(Option<At>, Option<i64>), Refusal> {
        match (change, clock.ends_at, clock.left) {
            (GroupTime::Begin, None, None) => {
                let planned = visit.planned.ok_or(Refusal::NoClock)?;
                Ok((Some(self.now.plus(planned)), None))
            }
            (GroupTime::Pause, Some(end), _) => Ok((None, Some(end.since(self.now)))),
            (GroupTime::Resume, None, Some(left)) => Ok((Some(self.now.plus(left)), None)),
            (GroupTime::Resume, None, None) if clock.done => Ok((None, None)),
            (GroupTime::Done, ends_at, left) if !clock.done => {
                Ok((None, ends_at.map_or(left, |end| Some(end.since(self.now)))))
            }
            (GroupTime::Add(seconds), ..) => self.group_time_added(clock, seconds),
            (_, None, None) if !clock.done => Err(Refusal::NoClock),
            _ => Err(Refusal::ClockAlready),
        }
    }

    fn group_time_added(
        &self,
        clock: GroupClock,
        seconds: i32,
    ) -> Result<(Option<At>, Option<i64>), Refusal> {
        let more = i64::from(seconds);
        if !LONGEST_IN_GROUP.contains(&more) || more == 0 {
            return Err(Refusal::BadLength);
        }
        let more = more * SECOND;
        match (clock.ends_at, clock.left) {
            // In overtime a minute more is a minute from now, as in the whole group.
            (Some(end), _) if more > 0 => Ok((Some(end.max(self.now).plus(more)), None)),
            (Some(end), _) => Ok((Some(end.plus(more)), None)),
            (None, Some(left)) => Ok((None, Some(left.saturating_add(more)))),
            (None, None) => Err(Refusal::NoClock),
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

    /// Nobody falls out of the round and nobody comes in twice, whatever a page that is behind sends.
    fn order_turns(&self, visit: &Visit, seats: &[Seat]) -> Decided {
        self.leader()?;
        let waiting: Vec<Seat> = waiting(visit).collect();
        let sorted = |seats: &[Seat]| {
            let mut seats = seats.to_vec();
            seats.sort_unstable();
            seats
        };
        if waiting.is_empty() {
            return Err(Refusal::NotInThisStep);
        }
        if sorted(seats) != sorted(&waiting) {
            return Err(Refusal::Outdated);
        }
        let is_new = seats != waiting;
        let ordered = Event::TurnsOrdered {
            seats: seats.to_vec(),
        };
        Ok(is_new.then_some(ordered).into_iter().collect())
    }
}

/// Somebody has no turn now and comes back at the end; the second time they are done.
fn pass(visit: &Visit, seat: Seat) -> Decided {
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

/// Who comes next: the queue, then whoever passed.
fn next_turn(visit: &Visit) -> Option<Seat> {
    waiting(visit)
        .next()
        .or_else(|| visit.turns.passed.first().copied())
}

/// Who still comes and did not pass.
fn waiting(visit: &Visit) -> impl Iterator<Item = Seat> {
    let turns = &visit.turns;
    let waiting = turns.queue.iter().filter(|seat| !turns.passed.contains(seat));
    waiting.copied()
}
