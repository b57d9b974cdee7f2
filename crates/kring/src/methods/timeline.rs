//! How a method unfolds: repeats worked out for a group of usual size, with the time each step begins.
//!
//! This is the picture of a method before anybody plans it. A session that runs has a script of its own in the crate
//! `session`, with the people who are really there.

use session::model::{Method, Only, OnlyIf, ParameterKind, Per, Repeat, Shape, Step, Times};

/// A step or a repeat of several, in the order of the file.
pub(super) enum Part<'m> {
    /// One step with its number, from 1.
    Step(&'m Step, usize),
    /// Steps that come again.
    Repeat {
        /// The repeat.
        repeat: &'m Repeat,
        /// How often, for a group of usual size.
        times: u16,
        /// What is in it.
        parts: Vec<Part<'m>>,
    },
}

/// One time that a step takes place.
#[derive(Clone, Copy)]
pub(super) struct Turn<'m> {
    /// The step.
    pub(super) step: &'m Step,
    /// Its number, from 1.
    pub(super) number: usize,
    /// Seconds after the start of the method.
    pub(super) start: u32,
}

impl Turn<'_> {
    /// Seconds after the start at which it ends.
    pub(super) fn end(&self) -> u32 {
        self.start.saturating_add(self.step.seconds.unwrap_or(0))
    }
}

/// A method unfolded for a group of usual size.
pub(super) struct Timeline<'m> {
    /// People it is worked out for, the facilitator not counted.
    pub(super) people: u16,
    /// Whether the length follows the number of people.
    pub(super) follows_people: bool,
    /// Steps and repeats.
    pub(super) parts: Vec<Part<'m>>,
    /// Every time a step takes place, with its beginning. Steps that are off unless somebody switches them on are not in it.
    pub(super) turns: Vec<Turn<'m>>,
}

impl<'m> Timeline<'m> {
    pub(super) fn of(method: &'m Method) -> Self {
        let people = usual_people(method);
        let parts = parts(method, 0..method.steps.len(), &[], people);
        let mut turns = Vec::new();
        let mut clock = 0;
        unfold(method, &parts, &mut Vec::new(), &mut |step, number| {
            let turn = Turn {
                step,
                number,
                start: clock,
            };
            clock = turn.end();
            turns.push(turn);
        });
        let follows_people = method
            .repeats
            .iter()
            .any(|repeat| matches!(repeat.times, Times::Per(Per::Person | Per::GroupMember)));
        Self {
            people,
            follows_people,
            parts,
            turns,
        }
    }

    /// Length in seconds; untimed steps count for nothing.
    pub(super) fn seconds(&self) -> u32 {
        self.turns.last().map_or(0, Turn::end)
    }

    /// Length in seconds without the steps that may be left out.
    pub(super) fn shortest(&self) -> u32 {
        let needed = self.turns.iter().filter(|turn| !turn.step.optional);
        needed.map(|turn| turn.step.seconds.unwrap_or(0)).sum()
    }

    /// The first time a step takes place; `None` when it is off unless switched on.
    pub(super) fn first(&self, number: usize) -> Option<&Turn<'m>> {
        self.turns.iter().find(|turn| turn.number == number)
    }
}

/// Whether a step takes place unless somebody changes the settings.
pub(super) fn is_on(method: &Method, step: &Step) -> bool {
    !step.starts_off
        && step
            .only_if
            .as_ref()
            .is_none_or(|condition| holds_by_default(method, condition))
}

fn holds_by_default(method: &Method, condition: &OnlyIf) -> bool {
    let parameter = method
        .parameters
        .iter()
        .find(|parameter| parameter.id == condition.parameter);
    parameter.is_some_and(|parameter| match &parameter.kind {
        ParameterKind::Number { default, .. } => default.to_string() == condition.is,
        ParameterKind::Choice { default, .. } => *default == condition.is,
    })
}

/// A group of usual size: near the middle of what works best, at most twelve so that a picture stays readable, and a number
/// that fits the small groups of the method.
fn usual_people(method: &Method) -> u16 {
    let from = method.group.best_from.max(1);
    let to = method.group.best_to.clamp(from, from.max(12));
    let misfits = |people: u16| {
        let groupings = method.steps.iter().filter_map(|step| step.grouping);
        groupings
            .filter(|grouping| !people.is_multiple_of(group_size(grouping.shape, grouping.size)))
            .count()
    };
    let middle = u16::midpoint(from, to);
    (from..=to)
        .min_by_key(|people| (misfits(*people), people.abs_diff(middle)))
        .unwrap_or(from)
}

fn group_size(shape: Shape, size: u16) -> u16 {
    match shape {
        Shape::Pairs | Shape::HalvesPairs => 2,
        Shape::Trios => 3,
        Shape::Groups => size.max(1),
        Shape::Ring => 1,
    }
}

/// The parts of a range of steps. `open` are the repeats we are inside of.
fn parts<'m>(
    method: &'m Method,
    range: std::ops::Range<usize>,
    open: &[&'m Repeat],
    people: u16,
) -> Vec<Part<'m>> {
    let place = |id: &str| method.steps.iter().position(|step| step.id == id);
    let mut parts = Vec::new();
    let mut index = range.start;
    while index < range.end {
        let starting = method.repeats.iter().filter(|repeat| {
            place(&repeat.from) == Some(index) && !open.iter().any(|outer| outer.id == repeat.id)
        });
        let end_of = |repeat: &&Repeat| place(&repeat.to).map_or(0, |to| to + 1);
        // The longest repeat that starts here is the outermost one.
        let fitting = starting.filter(|repeat| (index + 1..=range.end).contains(&end_of(repeat)));
        if let Some(repeat) = fitting.max_by_key(end_of) {
            let end = end_of(&repeat);
            let inside: Vec<&Repeat> = open.iter().copied().chain([repeat]).collect();
            let inner = self::parts(method, index..end, &inside, people);
            parts.push(Part::Repeat {
                repeat,
                times: times(method, repeat, people),
                parts: inner,
            });
            index = end;
        } else {
            parts.extend(method.steps.get(index).map(|step| Part::Step(step, index + 1)));
            index += 1;
        }
    }
    parts
}

fn times(method: &Method, repeat: &Repeat, people: u16) -> u16 {
    let times = match &repeat.times {
        Times::Number(times) => *times,
        Times::Parameter(id) => match method.parameters.iter().find(|parameter| parameter.id == *id) {
            Some(parameter) => match parameter.kind {
                ParameterKind::Number { default, .. } => default,
                ParameterKind::Choice { .. } => 1,
            },
            None => 1,
        },
        Times::Per(Per::Person) => people,
        Times::Per(Per::GroupMember) => small_group(method, repeat).unwrap_or(people),
        Times::Per(Per::Owner) => 1,
    };
    repeat.max.map_or(times, |max| times.min(max))
}

/// The size of the small groups inside a repeat.
fn small_group(method: &Method, repeat: &Repeat) -> Option<u16> {
    let place = |id: &str| method.steps.iter().position(|step| step.id == id);
    let range = place(&repeat.from)?..=place(&repeat.to)?;
    let groupings = method.steps.get(range)?.iter().filter_map(|step| step.grouping);
    groupings
        .map(|grouping| group_size(grouping.shape, grouping.size))
        .max()
}

/// Walks through everything in the order in which it happens. `rounds` holds, for each repeat we are in, its id, which time
/// this is (from 0) and how many there are.
fn unfold<'m>(
    method: &Method,
    parts: &[Part<'m>],
    rounds: &mut Vec<(&'m str, u16, u16)>,
    visit: &mut impl FnMut(&'m Step, usize),
) {
    for part in parts {
        match part {
            Part::Step(step, number) => {
                if is_on(method, step) && takes_place(step, rounds) {
                    visit(step, *number);
                }
            }
            Part::Repeat { repeat, times, parts } => {
                for time in 0..*times {
                    rounds.push((&repeat.id, time, *times));
                    unfold(method, parts, rounds, visit);
                    rounds.pop();
                }
            }
        }
    }
}

/// Whether a step takes place in this round of its repeat.
fn takes_place(step: &Step, rounds: &[(&str, u16, u16)]) -> bool {
    let Some(only) = step.only else { return true };
    let round = match &step.only_of {
        Some(id) => rounds.iter().find(|(repeat, ..)| repeat == id),
        None => rounds.last(),
    };
    round.is_none_or(|(_, time, times)| {
        let (first, last) = (*time == 0, time + 1 == *times);
        match only {
            Only::First => first,
            Only::Last => last,
            Only::NotFirst => !first,
            Only::NotLast => !last,
        }
    })
}

#[cfg(test)]
mod tests {
    use session::Catalogue;

    use super::*;

    fn timeline(id: &str, look: impl Fn(&Timeline<'_>)) {
        let (catalogue, _) = Catalogue::built_in();
        look(&Timeline::of(catalogue.get(id).unwrap()));
    }

    #[test]
    fn the_focus_method_takes_fifty_minutes() {
        timeline("focusmethode", |timeline| {
            assert_eq!(timeline.seconds(), 50 * 60);
            let advice = timeline
                .turns
                .iter()
                .find(|turn| turn.step.id == "advice")
                .unwrap();
            assert_eq!(advice.start, 30 * 60);
        });
    }

    #[test]
    fn speed_sparring_runs_three_rounds_twice_with_the_swap_in_between() {
        timeline("speedsparren", |timeline| {
            let count = |id: &str| timeline.turns.iter().filter(|turn| turn.step.id == id).count();
            assert_eq!((count("round"), count("notes"), count("swap")), (6, 2, 1));
            // 58 minutes from the source, 3 to choose a question, 2 to swap.
            assert_eq!(timeline.shortest(), 63 * 60);
            assert_eq!(timeline.people % 2, 0, "pairs");
        });
    }

    #[test]
    fn in_a_troika_each_of_the_three_has_a_turn() {
        timeline("troika", |timeline| {
            assert_eq!(timeline.people % 3, 0);
            let count = |id: &str| timeline.turns.iter().filter(|turn| turn.step.id == id).count();
            assert_eq!((count("reflect"), count("consult")), (1, 3));
        });
    }

    #[test]
    fn every_method_unfolds_with_each_step_in_its_place() {
        let (catalogue, _) = Catalogue::built_in();
        for method in catalogue.methods() {
            let timeline = Timeline::of(method);
            assert!(
                timeline.seconds() >= 20 * 60,
                "{}: {}",
                method.id,
                timeline.seconds()
            );
            assert!(timeline.shortest() <= timeline.seconds(), "{}", method.id);
            for (index, step) in method.steps.iter().enumerate() {
                let first = timeline.first(index + 1);
                assert_eq!(first.is_some(), is_on(method, step), "{} {}", method.id, step.id);
            }
        }
    }
}
