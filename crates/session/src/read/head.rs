//! Reads the head of a method file: what it is, for whom, its boards, roles, repeats.

use super::fields::{Fields, did_you_mean};
use super::step;
use crate::model::{
    Board, CaseNeed, Experience, GroupSize, Kind, Labelled, Lead, Method, Parameter, ParameterKind, Per,
    Repeat, RoleHow, RoleNeed, Suit, Times, Trust,
};
use crate::text::Text;

/// Licences a method text may have. Other licences need a decision page first.
const LICENCES: [&str; 3] = ["EUPL-1.2", "CC-BY-SA-4.0", "CC-BY-SA-3.0"];

pub(super) fn method(root: &Fields<'_>) -> Method {
    let id = root.id("method");
    let kind = root.word("kind", Kind::Method);
    let full = kind == Kind::Method;
    Method {
        id,
        kind,
        version: u32::from(root.number("version")),
        name: root.text("name"),
        summary: root.text("summary"),
        purpose: root.text("purpose"),
        use_when: at_least_one(root, full, "use_when"),
        avoid_when: at_least_one(root, full, "avoid_when"),
        sources: sources(root, full),
        licence: licence(root),
        attribution: root.maybe_text("attribution"),
        trust: needed(root, full, "trust", Trust::New),
        experience: needed(root, full, "experience", Experience::Beginner),
        lead: needed(root, full, "lead", Lead::Member),
        case: needed(root, full, "case", CaseNeed::None),
        written: root.flag("written"),
        group: group(root, full),
        suits: root.tables("suits", suit),
        parameters: root.tables("parameter", parameter),
        roles: root.tables("role", role),
        fields: root.tables("field", |field| labelled(field, "field")),
        boards: root.tables("board", board),
        steps: root.tables("step", step::step),
        repeats: root.tables("repeat", repeat),
        orders: root.tables("order", order),
    }
}

fn needed<W: crate::model::Word>(root: &Fields<'_>, full: bool, key: &'static str, fallback: W) -> W {
    if full {
        root.word(key, fallback)
    } else {
        root.word_or(key, fallback)
    }
}

fn at_least_one(root: &Fields<'_>, full: bool, key: &'static str) -> Vec<Text> {
    let texts = root.texts(key);
    if full && texts.is_empty() {
        root.problem(
            key,
            format!("`{key}` says nothing"),
            "name at least one situation, so that people can choose well",
        );
    }
    texts
}

fn sources(root: &Fields<'_>, full: bool) -> Vec<String> {
    let sources = root.strings("sources");
    if full && sources.is_empty() {
        root.problem(
            "sources",
            "`sources` is missing",
            "name where the steps come from, or \"Kring\" when they are ours",
        );
    }
    sources
}

fn licence(root: &Fields<'_>) -> String {
    let Some(licence) = root.maybe_string("licence") else {
        return LICENCES[0].to_owned();
    };
    if !LICENCES.contains(&licence.as_str()) {
        root.problem(
            "licence",
            format!("a method text may not have the licence `{licence}`"),
            did_you_mean(&licence, LICENCES),
        );
    }
    if licence.starts_with("CC-") && !root.has("attribution") {
        root.problem(
            "licence",
            "a Creative Commons licence asks to name the maker",
            "add `attribution`",
        );
    }
    licence
}

fn group(root: &Fields<'_>, full: bool) -> GroupSize {
    let anybody = GroupSize {
        min: 2,
        best_from: 3,
        best_to: 15,
        max: 30,
        split: None,
    };
    if full && !root.has("group") {
        root.problem(
            "group",
            "`group` is missing",
            "add `group = { min = 6, best = [6, 10], max = 15 }`",
        );
    }
    root.maybe_table("group", |group| {
        let best = group.numbers("best");
        let (best_from, best_to) = if let [from, to] = best.as_slice() {
            (*from, *to)
        } else {
            group.problem("best", "`best` needs two numbers", "write `best = [6, 10]`");
            (0, 0)
        };
        let size = GroupSize {
            min: group.number("min"),
            best_from,
            best_to,
            max: group.number("max"),
            split: group.maybe_number("split"),
        };
        if !(size.min >= 2
            && size.min <= size.best_from
            && size.best_from <= size.best_to
            && size.best_to <= size.max)
        {
            group.problem(
                "min",
                "the group sizes contradict each other",
                "they must rise: 2 <= min <= best <= max",
            );
        }
        size
    })
    .unwrap_or(anybody)
}

fn suit(fields: &Fields<'_>) -> Suit {
    let rank = fields.number("rank");
    if !(1..=2).contains(&rank) {
        fields.problem(
            "rank",
            "`rank` is 1 or 2",
            "1 for a first choice, 2 for a second choice",
        );
    }
    Suit {
        situation: fields.word("situation", crate::model::Situation::NewGroup),
        rank: u8::try_from(rank).unwrap_or(2),
    }
}

pub(super) fn labelled(fields: &Fields<'_>, scope: &str) -> Labelled {
    Labelled {
        id: fields.id(scope),
        label: fields.text("label"),
    }
}

fn parameter(fields: &Fields<'_>) -> Parameter {
    let id = fields.id("parameter");
    let label = fields.text("label");
    let kind = match fields.string("kind").as_str() {
        "choice" => choice_kind(fields),
        "number" => number_kind(fields),
        other => {
            fields.problem(
                "kind",
                format!("`kind` does not know `{other}`"),
                "use one of: number, choice",
            );
            number_kind(fields)
        }
    };
    Parameter { id, label, kind }
}

fn number_kind(fields: &Fields<'_>) -> ParameterKind {
    let (default, min, max) = (
        fields.number("default"),
        fields.number("min"),
        fields.number("max"),
    );
    if !(min <= default && default <= max) {
        fields.problem(
            "default",
            "`default` lies outside `min` and `max`",
            "choose a default between them",
        );
    }
    ParameterKind::Number { default, min, max }
}

fn choice_kind(fields: &Fields<'_>) -> ParameterKind {
    let default = fields.string("default");
    let options = fields.tables("options", |option| labelled(option, "option"));
    if !options.iter().any(|option| option.id == default) {
        fields.problem(
            "default",
            format!("`{default}` is not one of the options"),
            did_you_mean(&default, options.iter().map(|o| o.id.as_str())),
        );
    }
    ParameterKind::Choice { default, options }
}

fn role(fields: &Fields<'_>) -> RoleNeed {
    let need = RoleNeed {
        role: fields.word("role", crate::model::Role::Owner),
        min: fields.number_or("min", 1),
        max: fields.number_or("max", 1),
        how: fields.word_or("how", RoleHow::Choice),
    };
    if need.min > need.max {
        fields.problem("min", "`min` is more than `max`", "let them rise");
    }
    need
}

fn board(fields: &Fields<'_>) -> Board {
    let board = Board {
        id: fields.id("board"),
        kind: fields.word("kind", crate::model::BoardKind::Columns),
        label: fields.text("label"),
        columns: fields.tables("columns", |column| labelled(column, "column")),
    };
    let (fits, wanted) = match board.kind {
        crate::model::BoardKind::Quadrants => (board.columns.len() == 4, "exactly four"),
        crate::model::BoardKind::Scale => (board.columns.len() == 2, "exactly two, the ends"),
        _ => (!board.columns.is_empty(), "at least one"),
    };
    if !fits {
        fields.problem(
            "columns",
            format!("this board has {} columns", board.columns.len()),
            format!("it needs {wanted}"),
        );
    }
    board
}

/// Steps that may change places; the list is known by its first step.
fn order(fields: &Fields<'_>) -> Vec<String> {
    let steps = fields.strings("steps");
    let first = steps.first().map(String::as_str).unwrap_or_default();
    fields
        .sink()
        .remember(format!("order:{first}"), fields.span_of("steps"));
    steps
}

fn repeat(fields: &Fields<'_>) -> Repeat {
    let id = fields.id("repeat");
    let times = times(fields);
    for key in ["from", "to"] {
        fields
            .sink()
            .remember(format!("repeat:{id}:{key}"), fields.span_of(key));
    }
    Repeat {
        id,
        from: fields.string("from"),
        to: fields.string("to"),
        times,
        max: fields.maybe_number("max"),
        swap: fields.flag("swap"),
        label: fields.maybe_text("label"),
    }
}

fn times(fields: &Fields<'_>) -> Times {
    if let Some(per) = fields.maybe_word::<Per>("per") {
        return Times::Per(per);
    }
    if !fields.has("times") {
        fields.problem(
            "times",
            "a repeat must say how often",
            "add `times = 3` or `per = \"person\"`",
        );
    }
    fields
        .number_or_name("times")
        .map_or(Times::Number(1), |either| match either {
            Ok(number) => Times::Number(number),
            Err(name) => Times::Parameter(name),
        })
}
