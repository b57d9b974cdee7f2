//! Rules that concern a whole file: do the parts refer to each other, can every rule be satisfied, can every step be reached.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{Sink, did_you_mean};
use crate::model::{InputKind, Kind, Method, ParameterKind, Role, Step, StepKind, Times};

pub(super) fn check(method: &Method, sink: &Sink<'_>) {
    if method.steps.is_empty() {
        sink.problem(0..0, "there are no steps", "add `[[step]]`");
    }
    unique(sink, "step", method.steps.iter().map(|step| step.id.as_str()));
    unique(sink, "input", inputs(method).map(|input| input.id.as_str()));
    unique(sink, "board", method.boards.iter().map(|board| board.id.as_str()));
    unique(
        sink,
        "parameter",
        method.parameters.iter().map(|parameter| parameter.id.as_str()),
    );
    unique(
        sink,
        "repeat",
        method.repeats.iter().map(|repeat| repeat.id.as_str()),
    );
    for step in &method.steps {
        step_refers_to_things_that_exist(method, step, sink);
        step_can_be_satisfied(method, step, sink);
        conditions_exist(method, step, sink);
    }
    boards_exist(method, sink);
    repeats_nest(method, sink);
    orders_are_neighbours(method, sink);
    if method.kind == Kind::Method
        && !method.steps.is_empty()
        && !method
            .steps
            .iter()
            .any(|step| !step.starts_off && step.only_if.is_none())
    {
        sink.problem(
            0..0,
            "every step is optional and off",
            "at least one step must always take place",
        );
    }
}

fn inputs(method: &Method) -> impl Iterator<Item = &crate::model::Input> {
    method.steps.iter().flat_map(|step| &step.inputs)
}

#[expect(
    single_use_lifetimes,
    reason = "stable Rust cannot leave a lifetime out inside `impl Trait`"
)]
fn unique<'m>(sink: &Sink<'_>, what: &str, ids: impl Iterator<Item = &'m str>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            sink.problem_at(
                &format!("{what}:{id}"),
                format!("two {what}s are called `{id}`"),
                "give one of them another id",
            );
        }
    }
}

/// Everything a step names must stand in the same file, and inputs it works with must come before it or in it.
fn step_refers_to_things_that_exist(method: &Method, step: &Step, sink: &Sink<'_>) {
    let written = written_so_far(method, step);
    let all: Vec<&str> = inputs(method).map(|input| input.id.as_str()).collect();
    let lists = [
        ("rate", step.rate.as_ref().map(|rate| &rate.of)),
        ("pick", step.pick.as_ref().map(|pick| &pick.of)),
        ("vote", step.vote.as_ref().map(|vote| &vote.of)),
        ("shows", Some(&step.shows)),
    ];
    for (key, names) in lists {
        for name in names.into_iter().flatten() {
            let place = format!("step:{}:{key}", step.id);
            if !all.contains(&name.as_str()) {
                sink.problem_at(
                    &place,
                    format!("there is no input `{name}`"),
                    did_you_mean(name, all.iter().copied()),
                );
            } else if !written.contains(name.as_str()) {
                sink.problem_at(
                    &place,
                    format!("`{name}` is written in a later step"),
                    "name an input of this step or an earlier one",
                );
            }
        }
    }
    let fields: Vec<&str> = method.fields.iter().map(|field| field.id.as_str()).collect();
    for name in &step.unlocks {
        if !fields.contains(&name.as_str()) {
            sink.problem_at(
                &format!("step:{}:unlocks", step.id),
                format!("there is no case field `{name}`"),
                did_you_mean(name, fields.iter().copied()),
            );
        }
    }
}

/// Inputs that may hold entries when this step runs: those up to it, and those of a repeat or loop it lies in.
fn written_so_far<'m>(method: &'m Method, step: &Step) -> BTreeSet<&'m str> {
    let position = |id: &str| method.steps.iter().position(|other| other.id == id);
    let here = position(&step.id).unwrap_or_default();
    let reach = method
        .repeats
        .iter()
        .filter_map(|repeat| Some((position(&repeat.from)?, position(&repeat.to)?)))
        .filter(|(from, to)| (*from..=*to).contains(&here))
        .map(|(_, to)| to)
        .max()
        .map_or(here, |to| to.max(here));
    let swapped = method
        .orders
        .iter()
        .filter(|order| order.contains(&step.id))
        .flatten()
        .filter_map(|id| position(id))
        .max();
    let reach = reach.max(swapped.unwrap_or(here));
    method
        .steps
        .iter()
        .take(reach + 1)
        .flat_map(|step| &step.inputs)
        .map(|input| input.id.as_str())
        .collect()
}

/// A role that is asked to speak or write must be able to exist in that step.
fn step_can_be_satisfied(method: &Method, step: &Step, sink: &Sink<'_>) {
    let place = format!("step:{}:speaks", step.id);
    let writers = step.inputs.iter().flat_map(|input| input.who.iter());
    let deciders = step
        .rate
        .iter()
        .map(|r| &r.by)
        .chain(step.pick.iter().map(|p| &p.by))
        .chain(step.decide.iter().map(|d| &d.by));
    for role in step
        .speaks
        .iter()
        .chain(&step.silent)
        .chain(writers)
        .chain(deciders)
        .chain(step.does.iter().map(|(role, _)| role))
    {
        if let Some(needed) = unfulfillable(method, step, *role) {
            sink.problem_at(
                &place,
                format!(
                    "nobody can be `{}` in step `{}`",
                    crate::model::Word::word(*role),
                    step.id
                ),
                needed,
            );
        }
    }
    for role in &step.speaks {
        if step.silent.contains(role) {
            sink.problem_at(
                &place,
                format!("`{}` cannot speak and be silent", crate::model::Word::word(*role)),
                "leave the role in one of the two lists",
            );
        }
    }
    if step.kind == StepKind::Silence && !step.speaks.is_empty() {
        sink.problem_at(
            &place,
            "somebody speaks in a silent step",
            "leave `speaks` out or choose another kind",
        );
    }
    if let Some(decide) = &step.decide {
        let steps: Vec<&str> = method.steps.iter().map(|step| step.id.as_str()).collect();
        for to in decide.options.iter().filter_map(|option| option.to.as_deref()) {
            if !steps.contains(&to) {
                sink.problem_at(
                    &format!("step:{}:decide", step.id),
                    format!("there is no step `{to}`"),
                    did_you_mean(to, steps.iter().copied()),
                );
            }
        }
    }
}

/// What is missing for a role to exist in a step; `None` when somebody can have it.
fn unfulfillable(method: &Method, step: &Step, role: Role) -> Option<&'static str> {
    let has_role = |wanted: Role| {
        method.roles.iter().any(|need| need.role == wanted) || step.choose_role.contains(&wanted)
    };
    let chosen_anywhere = |wanted: Role| {
        method
            .steps
            .iter()
            .any(|other| other.choose_role.contains(&wanted))
    };
    let shapes = || {
        let own = step
            .grouping
            .iter()
            .chain(step.strategies.iter().map(|strategy| &strategy.grouping));
        own.map(|grouping| (grouping.shape, grouping.client, grouping.keep))
            .collect::<Vec<_>>()
    };
    let in_file = || method.steps.iter().filter_map(|step| step.grouping.as_ref());
    match role {
        Role::Owner if method.kind == Kind::Method && method.case == crate::model::CaseNeed::None => {
            Some("set `case = \"one\"`, or use another role")
        }
        Role::Asker | Role::Thinker => {
            let halves = in_file().any(|grouping| grouping.shape == crate::model::Shape::HalvesPairs);
            (!halves).then_some("add a grouping with `shape = \"halves_pairs\"`")
        }
        Role::Client | Role::Consultants => {
            let in_groups = shapes().iter().any(|(_, client, keep)| *client || *keep);
            let in_repeat = method
                .repeats
                .iter()
                .any(|repeat| matches!(repeat.times, Times::Per(_)));
            (!in_groups && !in_repeat)
                .then_some("add `client = true` to the grouping, or a repeat `per = \"person\"`")
        }
        Role::Timekeeper | Role::Scribe | Role::Observer | Role::Player | Role::Interviewer | Role::Inner => {
            (!has_role(role) && !chosen_anywhere(role)).then_some("add a `[[role]]` for it")
        }
        Role::Outer => (!has_role(Role::Inner) && !chosen_anywhere(Role::Inner))
            .then_some("add a `[[role]]` for `inner`"),
        _ => None,
    }
}

fn conditions_exist(method: &Method, step: &Step, sink: &Sink<'_>) {
    if let Some(only_if) = &step.only_if {
        let parameter = method
            .parameters
            .iter()
            .find(|parameter| parameter.id == only_if.parameter);
        let fits = match parameter.map(|parameter| &parameter.kind) {
            Some(ParameterKind::Choice { options, .. }) => {
                options.iter().any(|option| option.id == only_if.is)
            }
            Some(ParameterKind::Number { min, max, .. }) => only_if
                .is
                .parse::<u16>()
                .is_ok_and(|n| (*min..=*max).contains(&n)),
            None => false,
        };
        if !fits {
            sink.problem_at(
                &format!("step:{}:only_if", step.id),
                "this condition can never be true",
                "name a parameter and one of its values",
            );
        }
    }
    if step.only.is_some() && !repeat_around(method, step) {
        sink.problem_at(
            &format!("step:{}:only", step.id),
            "`only` needs a repeat around the step",
            "add a `[[repeat]]` or remove `only`",
        );
    }
    if let Some(name) = &step.only_of {
        let repeats: Vec<&str> = method.repeats.iter().map(|repeat| repeat.id.as_str()).collect();
        if !repeats.contains(&name.as_str()) {
            sink.problem_at(
                &format!("step:{}:only_of", step.id),
                format!("there is no repeat `{name}`"),
                did_you_mean(name, repeats.iter().copied()),
            );
        }
    }
}

fn repeat_around(method: &Method, step: &Step) -> bool {
    let position = |id: &str| method.steps.iter().position(|other| other.id == id);
    let Some(here) = position(&step.id) else {
        return false;
    };
    method.repeats.iter().any(|repeat| {
        let (Some(from), Some(to)) = (position(&repeat.from), position(&repeat.to)) else {
            return false;
        };
        (from..=to).contains(&here)
    })
}

fn boards_exist(method: &Method, sink: &Sink<'_>) {
    let boards: BTreeMap<&str, Vec<&str>> = method
        .boards
        .iter()
        .map(|board| {
            (
                board.id.as_str(),
                board.columns.iter().map(|column| column.id.as_str()).collect(),
            )
        })
        .collect();
    for input in inputs(method).filter(|input| input.kind == InputKind::Board) {
        let Some(name) = &input.board else { continue };
        let Some(columns) = boards.get(name.as_str()) else {
            let hint = did_you_mean(name, boards.keys().copied());
            sink.problem_at(
                &format!("input:{}:board", input.id),
                format!("there is no board `{name}`"),
                hint,
            );
            continue;
        };
        if let Some(column) = input.column.as_deref().filter(|column| !columns.contains(column)) {
            let hint = did_you_mean(column, columns.iter().copied());
            sink.problem_at(
                &format!("input:{}:column", input.id),
                format!("the board has no column `{column}`"),
                hint,
            );
        }
    }
}

/// Repeats name existing steps in the right order, and lie inside or beside each other.
fn repeats_nest(method: &Method, sink: &Sink<'_>) {
    let steps: Vec<&str> = method.steps.iter().map(|step| step.id.as_str()).collect();
    let mut spans = Vec::new();
    for repeat in &method.repeats {
        let mut ends = Vec::new();
        for (key, name) in [("from", &repeat.from), ("to", &repeat.to)] {
            match steps.iter().position(|step| step == name) {
                Some(position) => ends.push(position),
                None => sink.problem_at(
                    &format!("repeat:{}:{key}", repeat.id),
                    format!("there is no step `{name}`"),
                    did_you_mean(name, steps.iter().copied()),
                ),
            }
        }
        if let [from, to] = ends.as_slice() {
            if from > to {
                sink.problem_at(
                    &format!("repeat:{}", repeat.id),
                    "this repeat ends before it begins",
                    "swap `from` and `to`",
                );
            }
            spans.push((repeat.id.as_str(), *from, *to));
        }
        if let Times::Parameter(name) = &repeat.times {
            let known = method
                .parameters
                .iter()
                .any(|p| p.id == *name && matches!(p.kind, ParameterKind::Number { .. }));
            if !known {
                sink.problem_at(
                    &format!("repeat:{}", repeat.id),
                    format!("there is no number parameter `{name}`"),
                    "add a `[[parameter]]` with `kind = \"number\"`",
                );
            }
        }
    }
    crossing_repeats(&spans, sink);
}

fn crossing_repeats(spans: &[(&str, usize, usize)], sink: &Sink<'_>) {
    for (n, (id, from, to)) in spans.iter().enumerate() {
        for (other, from2, to2) in spans.iter().skip(n + 1) {
            let apart = to < from2 || to2 < from;
            let inside = (from <= from2 && to2 <= to) || (from2 <= from && to <= to2);
            if !apart && !inside {
                sink.problem_at(
                    &format!("repeat:{id}"),
                    format!("the repeats `{id}` and `{other}` cross each other"),
                    "let one lie inside the other, or beside it",
                );
            }
        }
    }
}

fn orders_are_neighbours(method: &Method, sink: &Sink<'_>) {
    for order in &method.orders {
        let place = format!("order:{}", order.first().map(String::as_str).unwrap_or_default());
        let mut places: Vec<usize> = Vec::new();
        for name in order {
            match method.steps.iter().position(|step| step.id == *name) {
                Some(place) => places.push(place),
                None => sink.problem_at(
                    &place,
                    format!("`[[order]]` names `{name}`, which is no step"),
                    did_you_mean(name, method.steps.iter().map(|s| s.id.as_str())),
                ),
            }
        }
        places.sort_unstable();
        let neighbours = places
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a + 1 == *b));
        if !neighbours || order.len() < 2 {
            sink.problem_at(
                &place,
                "the steps of an `[[order]]` must be neighbours",
                "name two or more steps that follow each other",
            );
        }
    }
}
