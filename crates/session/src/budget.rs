//! Time over the whole meeting: ahead or behind, and where time can be won back.

use serde::Serialize;

use crate::event::PlanChange;
use crate::ids::{At, SECOND, StepNo};
use crate::script::Pace;
use crate::state::{Phase, State};

/// From this drift on, a proposal is made: a minute.
const NOTICEABLE: i64 = 60 * SECOND;

/// Steps of at least this many seconds can give some of their time.
const LONG_STEP: u32 = 6 * 60;

/// How the meeting stands against its plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Budget {
    /// When the meeting should end.
    pub planned_end: At,
    /// When it will end if the rest takes as long as planned.
    pub expected_end: At,
    /// Microseconds behind (positive) or ahead (negative) of the plan.
    pub drift: i64,
    /// Changes that would win the time back; empty while on time.
    pub proposal: Vec<PlanChange>,
    /// Seconds the proposal wins.
    pub wins: u32,
}

/// How a meeting stands at a given time; `None` before it begins, after it ends, and in written mode.
pub fn budget(state: &State, now: At) -> Option<Budget> {
    let began = state
        .began
        .filter(|_| state.phase == Phase::Running && state.script.pace == Pace::Live)?;
    let ahead: Vec<(StepNo, u32)> = state
        .ahead()
        .into_iter()
        .map(|step| (step.cursor.step, step.seconds.unwrap_or_default()))
        .collect();
    let rest = ahead.iter().map(|(_, seconds)| i64::from(*seconds)).sum::<i64>() * SECOND;
    let left = match (state.clock.ends_at, state.clock.left) {
        (Some(end), _) => end.since(now),
        (None, left) => left.unwrap_or_default(),
    };
    let expected_end = now.plus(left.max(0)).plus(rest);
    let planned_end = match state.script.budget {
        Some(seconds) => began.plus(i64::from(seconds) * SECOND),
        None => began
            .plus(state.visits.iter().filter_map(|visit| visit.planned).sum::<i64>())
            .plus(rest),
    };
    let drift = expected_end.since(planned_end);
    let (proposal, wins) = if drift >= NOTICEABLE {
        proposal(state, &ahead, drift / SECOND)
    } else {
        (Vec::new(), 0)
    };
    Some(Budget {
        planned_end,
        expected_end,
        drift,
        proposal,
        wins,
    })
}

/// Leaves out optional steps first, then takes up to a third of each long step, the longest first.
fn proposal(state: &State, ahead: &[(StepNo, u32)], seconds: i64) -> (Vec<PlanChange>, u32) {
    let wanted = u32::try_from(seconds).unwrap_or(u32::MAX);
    let times =
        |step: StepNo| u32::try_from(ahead.iter().filter(|(other, _)| *other == step).count()).unwrap_or(1);
    let mut steps: Vec<(StepNo, u32)> = ahead.to_vec();
    steps.sort_unstable();
    steps.dedup();
    let optional = |step: &StepNo| state.script.step(*step).is_some_and(|step| step.step.optional);
    let mut changes = Vec::new();
    let mut wins = 0;
    for (step, length) in steps
        .iter()
        .filter(|(step, length)| optional(step) && *length > 0)
    {
        if wins >= wanted {
            break;
        }
        changes.push(PlanChange {
            step: *step,
            seconds: Some(*length),
            off: true,
        });
        wins += length * times(*step);
    }
    steps.retain(|(step, length)| *length >= LONG_STEP && !optional(step));
    steps.sort_by_key(|(step, length)| (std::cmp::Reverse(*length), *step));
    for (step, length) in steps {
        if wins >= wanted {
            break;
        }
        let asked = (wanted - wins).div_ceil(times(step));
        // In half minutes, so that the new length reads like a plan.
        let cut = asked.min(length / 3).div_ceil(30) * 30;
        changes.push(PlanChange {
            step,
            seconds: Some(length - cut),
            off: false,
        });
        wins += cut * times(step);
    }
    (changes, wins)
}
