//! What the house does when a moment has come: show at zero, remind, close windows, end what was forgotten.

use super::{Decided, Decision};
use crate::event::{EndReason, Event, Way};
use crate::ids::{At, DAY, SECOND, Seat};
use crate::model::{Mode, Reveal};
use crate::script::Pace;
use crate::state::{Phase, State, Visit};

impl Decision<'_> {
    pub(super) fn tick(&self) -> Decided {
        self.house()?;
        if forgotten_at(self.state).is_some_and(|at| at <= self.now) {
            return Ok(self.end(EndReason::Forgotten));
        }
        let Some(visit) = self.state.now_visit() else {
            return Ok(Vec::new());
        };
        let over = self.state.clock.ends_at.is_some_and(|end| end <= self.now);
        if self.state.script.pace == Pace::Written {
            return self.window(visit, over);
        }
        Ok(if over {
            self.show_at_zero(visit)
        } else {
            Vec::new()
        })
    }

    fn show_at_zero(&self, visit: &Visit) -> Vec<Event> {
        let (Some(no), Some(step)) = (self.state.current, self.state.now_step()) else {
            return Vec::new();
        };
        let timed = step
            .inputs
            .iter()
            .filter(|input| waits_for_zero(self.state, visit, **input));
        timed.filter_map(|input| self.reveal_event(no, *input)).collect()
    }

    /// In written mode a window of days closes by itself. With too few voices it stays open a day longer, once.
    fn window(&self, visit: &Visit, over: bool) -> Decided {
        let missing = self.state.missing(visit);
        if !over {
            let waiting = missing.into_iter().filter(|seat| !visit.reminded.contains(seat));
            let due = remind_at(self.state, visit).is_some_and(|at| at <= self.now);
            let (Some(no), true) = (self.state.current, due) else {
                return Ok(Vec::new());
            };
            return Ok(waiting.map(|seat| Event::Reminded { visit: no, seat }).collect());
        }
        let awaited = self.state.awaited(visit).len();
        let extended = self.state.clock.ends_at > visit.planned.map(|planned| visit.entered.plus(planned));
        if missing.len() * 2 > awaited && !extended {
            let ends_at = self.state.clock.ends_at.map(|end| end.plus(DAY));
            return Ok(vec![Event::ClockSet { ends_at, left: None }]);
        }
        self.next(visit, Way::WindowOver)
    }
}

impl State {
    /// Who still has something to write in a visit, by the minimum the step asks for.
    pub fn missing(&self, visit: &Visit) -> Vec<Seat> {
        let Some(step) = self.script.step(visit.cursor.step) else {
            return Vec::new();
        };
        let lacks = |seat: &Seat| {
            step.inputs.iter().any(|no| {
                let Some(input) = self.input(*no).filter(|input| input.min > 0 && !input.together) else {
                    return false;
                };
                let has = visit.entries.get(&(*no, *seat)).copied().unwrap_or_default();
                self.has_any_role(visit, *seat, &input.who) && has < input.min
            })
        };
        self.awaited(visit).into_iter().filter(lacks).collect()
    }
}

/// Half-way through the window.
fn remind_at(state: &State, visit: &Visit) -> Option<At> {
    let end = state.clock.ends_at?;
    Some(visit.entered.plus(end.since(visit.entered) / 2))
}

fn waits_for_zero(state: &State, visit: &Visit, input: crate::ids::InputNo) -> bool {
    let timed = state
        .input(input)
        .is_some_and(|input| input.mode == Mode::Blind && input.reveal == Reveal::Time);
    timed && !visit.revealed.contains_key(&input) && visit.entries.keys().any(|(other, _)| *other == input)
}

fn forgotten_at(state: &State) -> Option<At> {
    let seconds = state
        .forgotten_after
        .filter(|_| state.phase == Phase::Running && state.script.pace == Pace::Live)?;
    // A step that is still being timed is not forgotten, however quiet people are.
    let quiet = state.last_at.max(state.clock.ends_at.unwrap_or(state.last_at));
    Some(quiet.plus(i64::from(seconds) * SECOND))
}

/// When the house should tick next; `None` when nothing is due by time.
///
/// This is how a shell knows when to wake up: ticks are not events and nobody has to poll.
pub fn next_due(state: &State) -> Option<At> {
    if !matches!(state.phase, Phase::Running) {
        return None;
    }
    let visit = state.now_visit()?;
    let written = state.script.pace == Pace::Written;
    let shows = state
        .now_step()?
        .inputs
        .iter()
        .any(|input| waits_for_zero(state, visit, *input));
    let clock = state.clock.ends_at.filter(|_| written || shows);
    let unreminded = || {
        state
            .missing(visit)
            .iter()
            .any(|seat| !visit.reminded.contains(seat))
    };
    let remind = remind_at(state, visit).filter(|_| written && unreminded());
    [clock, remind, forgotten_at(state)].into_iter().flatten().min()
}
