//! The agenda of a meeting with the time each part begins, worked out from the durations of its steps.
//!
//! Before a meeting there is only its plan. The engine already knows how a plan unfolds with a number of people, so this
//! asks it: a session that nobody has started yet, and everything that is ahead of it.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use session::Catalogue;
use session::compile::{Plan, PlanProblem};
use session::event::{Event, Newcomer, Opening, Recorded};
use session::ids::{At, BlockNo, Seat, Seq};
use session::model::Kind;
use session::script::{Pace, Script, ScriptStep};
use session::state::State;

/// Seconds in a day.
const A_DAY: u32 = 24 * 60 * 60;

/// One part of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Id of the method or block in the catalogue.
    pub(crate) method: String,
    /// Whether it has a page of its own.
    pub(crate) is_method: bool,
    /// When it begins.
    pub(crate) starts: Timestamp,
    /// How long it takes, in seconds; untimed steps count for nothing.
    pub(crate) seconds: u32,
    /// For how many days it is open, where people write over days.
    pub(crate) days: Option<u32>,
}

/// The parts of a plan for so many people, one after the other.
///
/// # Errors
/// Every problem of the plan.
pub(crate) fn agenda(
    plan: &Plan,
    catalogue: &Catalogue,
    starts: Timestamp,
    people: usize,
) -> Result<Vec<Item>, Vec<PlanProblem>> {
    let script = session::compile(plan, catalogue)?;
    let in_writing = script.pace == Pace::Written;
    let mut seconds: BTreeMap<BlockNo, u32> = BTreeMap::new();
    let state = before_it_begins(script, people);
    for ahead in state.ahead() {
        let length = if in_writing {
            state.script.step(ahead.cursor.step).map_or(0, window)
        } else {
            ahead.seconds.unwrap_or(0)
        };
        let total = seconds.entry(ahead.cursor.block).or_default();
        *total = total.saturating_add(length);
    }
    let mut clock = starts;
    let blocks = state.script.blocks.iter().enumerate().map(|(index, block)| {
        let length = seconds.get(&BlockNo::at(index)).copied().unwrap_or(0);
        let begins = clock;
        clock = clock
            .saturating_add(SignedDuration::from_secs(i64::from(length)))
            .unwrap_or(clock);
        Item {
            method: block.method.clone(),
            is_method: block.kind == Kind::Method,
            starts: begins,
            seconds: length,
            days: in_writing.then_some(length / A_DAY),
        }
    });
    Ok(blocks.collect())
}

/// Seconds for which a step is open in writing. One that is played by a module has none: the module brings its own.
fn window(step: &ScriptStep) -> u32 {
    if step.modules.is_empty() {
        u32::from(step.step.written_days.max(1)) * A_DAY
    } else {
        0
    }
}

/// A session at its door: everybody is in, nothing has happened.
pub(crate) fn before_it_begins(script: Script, people: usize) -> State {
    let opening = Opening {
        script,
        ..Opening::default()
    };
    let joined = (0..people).map(|seat| Event::Joined {
        seat: Seat::at(seat),
        who: Newcomer::default(),
    });
    let events = [Event::Opened(Box::new(opening))].into_iter().chain(joined);
    let log: Vec<Recorded> = (1..)
        .map(Seq)
        .zip(events)
        .map(|(seq, event)| Recorded {
            seq,
            at: At(0),
            key: None,
            event,
        })
        .collect();
    session::replay(&log)
}

#[cfg(test)]
mod tests {
    use session::compile::PlannedBlock;

    use super::*;

    fn items(methods: &[&str], people: usize) -> Vec<(String, String, u32)> {
        let (catalogue, _) = Catalogue::built_in();
        let plan = Plan {
            blocks: methods
                .iter()
                .map(|method| PlannedBlock {
                    method: (*method).to_owned(),
                    ..PlannedBlock::default()
                })
                .collect(),
            ..Plan::default()
        };
        let starts = "2026-11-23T13:00:00Z".parse().unwrap();
        let items = agenda(&plan, &catalogue, starts, people).unwrap();
        let told = |item: &Item| (item.method.clone(), item.starts.to_string(), item.seconds / 60);
        items.iter().map(told).collect()
    }

    #[test]
    fn each_part_begins_when_the_one_before_it_ends() {
        let expected = [
            ("check-in", "2026-11-23T13:00:00Z", 5),
            ("focusmethode", "2026-11-23T13:05:00Z", 50),
            ("evaluatie", "2026-11-23T13:55:00Z", 5),
        ];
        let items = items(&["check-in", "focusmethode", "evaluatie"], 8);
        let items: Vec<_> = items
            .iter()
            .map(|(method, at, minutes)| (method.as_str(), at.as_str(), *minutes))
            .collect();
        assert_eq!(items, expected);
    }

    #[test]
    fn a_part_with_a_turn_for_everybody_takes_longer_in_a_bigger_group() {
        let minutes = |people| items(&["terugblik-op-acties"], people)[0].2;
        assert_eq!(minutes(6), 3 + 6 * 2 + 5);
        assert_eq!(minutes(9), 3 + 9 * 2 + 5);
    }

    #[test]
    fn a_plan_that_cannot_be_worked_out_says_so() {
        let (catalogue, _) = Catalogue::built_in();
        let plan = Plan::of_method("bestaat-niet");
        let problems = agenda(&plan, &catalogue, Timestamp::UNIX_EPOCH, 8).unwrap_err();
        assert_eq!(problems, [PlanProblem::UnknownMethod("bestaat-niet".to_owned())]);
    }
}
