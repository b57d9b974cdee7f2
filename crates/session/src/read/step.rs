//! Reads one step and what people do in it.

use super::fields::Fields;
use crate::model::{
    Basis, ChooseCase, ClockStart, Decide, DecideOption, FormField, FormFieldKind, Grouping, Input,
    InputKind, Mode, Odd, OnlyIf, OwnerPlace, Pick, Rate, Reveal, Role, Scale, Shape, Step, StepKind,
    Strategy, TurnOrder, Vote, VoteKind, Wait,
};
use crate::text::Text;

pub(super) fn step(fields: &Fields<'_>) -> Step {
    let id = fields.id("step");
    for key in [
        "rate", "pick", "vote", "shows", "unlocks", "decide", "only_if", "only", "only_of", "speaks",
    ] {
        fields
            .sink()
            .remember(format!("step:{id}:{key}"), fields.span_of(key));
    }
    Step {
        title: fields.text("title"),
        kind: fields.word("kind", StepKind::Dialogue),
        seconds: fields.minutes("minutes"),
        basis: fields.word_or("basis", Basis::Proposal),
        speaks: fields.words("speaks"),
        silent: fields.words("silent"),
        owner_place: fields.word_or("owner_place", OwnerPlace::Circle),
        turn: fields.word_or("turn", TurnOrder::Free),
        turn_seconds: fields.maybe_number("turn_seconds").map(u32::from),
        say: fields.maybe_text("say"),
        rules: fields.texts("rules"),
        optional: fields.flag("optional") || fields.flag("starts_off"),
        starts_off: fields.flag("starts_off"),
        clock: fields.word_or("clock", ClockStart::Auto),
        wait: fields.word_or("wait", Wait::None),
        written_days: fields.number_or("written_days", 1),
        does: fields.word_texts::<Role>("does"),
        inputs: fields.tables("input", input),
        rate: fields.maybe_table("rate", rate),
        pick: fields.maybe_table("pick", pick),
        vote: fields.maybe_table("vote", vote),
        shows: fields.strings("shows"),
        unlocks: fields.strings("unlocks"),
        choose_case: fields.maybe_table("choose_case", choose_case),
        choose_role: fields.words("choose_role"),
        review_actions: fields.flag("review_actions"),
        deal_cards: fields.flag("deal_cards"),
        modules: fields.strings("modules"),
        confirm_presence: fields.maybe_word("confirm_presence"),
        grouping: fields.maybe_table("grouping", grouping),
        strategies: fields.tables("strategy", strategy),
        decide: fields.maybe_table("decide", decide),
        only_if: fields.maybe_table("only_if", only_if),
        only: fields.maybe_word("only"),
        only_of: fields.maybe_string("only_of"),
        id,
    }
}

fn input(fields: &Fields<'_>) -> Input {
    let id = fields.id("input");
    for key in ["board", "column"] {
        fields
            .sink()
            .remember(format!("input:{id}:{key}"), fields.span_of(key));
    }
    let kind = fields.word_or("kind", InputKind::Text);
    let mut who = fields.words("who");
    if who.is_empty() {
        who.push(Role::Everyone);
    }
    let input = Input {
        label: fields.text("label"),
        who,
        mode: fields.word("mode", Mode::Group),
        kind,
        result: fields.maybe_word("result"),
        min: fields.number_or("min", 0),
        max: fields.maybe_number("max"),
        max_words: fields.maybe_number("max_words"),
        max_sentences: fields.maybe_number("max_sentences"),
        starter: fields.maybe_text("starter"),
        reveal: fields.word_or("reveal", Reveal::Facilitator),
        together: fields.flag("together"),
        send_at_end: fields.flag_or("send_at_end", kind == InputKind::Text),
        board: fields.maybe_string("board"),
        column: fields.maybe_string("column"),
        fields: form_fields(fields, kind),
        id,
    };
    check_input(fields, &input);
    input
}

fn check_input(fields: &Fields<'_>, input: &Input) {
    if input.max.is_some_and(|max| max < input.min || max == 0) {
        fields.problem(
            "max",
            "nobody can satisfy this: `max` is less than `min`, or zero",
            "let `max` be at least `min`",
        );
    }
    if fields.has("reveal") && input.mode != Mode::Blind {
        fields.problem(
            "reveal",
            "only blind entries are revealed",
            "remove `reveal` or use `mode = \"blind\"`",
        );
    }
    if (input.kind == InputKind::Board) != input.board.is_some() {
        fields.problem(
            "board",
            "a board card needs a board, and only a board card",
            "use `kind = \"board\"` together with `board = \"...\"`",
        );
    }
    if input.together
        && matches!(
            input.mode,
            Mode::Private | Mode::Blind | Mode::Anonymous | Mode::Survey
        )
    {
        fields.problem(
            "together",
            "one text for the group cannot be hidden from the group",
            "use `mode = \"group\"`",
        );
    }
    if input.kind == InputKind::Form && input.fields.is_empty() {
        fields.problem(
            "fields",
            "a form needs fields",
            "add `fields = [ { id = ..., label = ..., kind = ... } ]`",
        );
    }
}

/// The fields of an action are the same everywhere, so that actions can be looked back on in any meeting.
fn form_fields(fields: &Fields<'_>, kind: InputKind) -> Vec<FormField> {
    let own = fields.tables("fields", |field| FormField {
        id: field.id("form"),
        label: field.text("label"),
        kind: field.word("kind", FormFieldKind::Text),
    });
    if kind != InputKind::Action {
        return own;
    }
    if !own.is_empty() {
        fields.problem(
            "fields",
            "an action has its own fields",
            "remove `fields`, or use `kind = \"form\"`",
        );
    }
    let field = |id: &str, nl: &str, en: &str, kind| FormField {
        id: id.to_owned(),
        label: Text::new(nl, en),
        kind,
    };
    vec![
        field(
            "what",
            "Wat ga je doen?",
            "What will you do?",
            FormFieldKind::Text,
        ),
        field(
            "notice",
            "Waaraan merk je dat het gelukt is?",
            "How will you notice that it worked?",
            FormFieldKind::Text,
        ),
        field(
            "when",
            "Wanneer kijk je terug?",
            "When will you look back?",
            FormFieldKind::Date,
        ),
        field(
            "buddy",
            "Wie is je maatje?",
            "Who is your buddy?",
            FormFieldKind::Person,
        ),
    ]
}

fn rate(fields: &Fields<'_>) -> Rate {
    Rate {
        of: references(fields),
        by: fields.word_or("by", Role::Owner),
        scale: fields.word("scale", Scale::Appeals),
    }
}

fn pick(fields: &Fields<'_>) -> Pick {
    Pick {
        of: references(fields),
        by: fields.word_or("by", Role::Owner),
        max: fields.maybe_number("max"),
        why: fields.flag("why"),
        result: fields.maybe_word("result"),
    }
}

fn vote(fields: &Fields<'_>) -> Vote {
    let kind = fields.word("kind", VoteKind::Dots);
    let dots = fields.number_or("dots", 3);
    if dots == 0 {
        fields.problem("dots", "nobody can vote with zero dots", "give at least one");
    }
    Vote {
        of: references(fields),
        kind,
        dots,
    }
}

fn references(fields: &Fields<'_>) -> Vec<String> {
    let of = fields.strings("of");
    if of.is_empty() {
        fields.problem("of", "`of` names nothing", "name the inputs this is about");
    }
    of
}

fn choose_case(fields: &Fields<'_>) -> ChooseCase {
    let ways = fields.words("ways");
    if !fields.has("ways") {
        fields.problem(
            "ways",
            "`ways` is missing",
            "add `ways = [\"vote\"]`, or `ways = []` where cases are only put on the list",
        );
    }
    ChooseCase {
        ways,
        votes: fields.number_or("votes", 1),
    }
}

fn grouping(fields: &Fields<'_>) -> Grouping {
    let shape = fields.word("shape", Shape::Pairs);
    let size = match shape {
        Shape::Pairs | Shape::HalvesPairs => 2,
        Shape::Trios => 3,
        Shape::Groups => fields.number("size"),
        Shape::Ring => fields.number_or("size", 3),
    };
    if shape == Shape::Groups && size < 2 {
        fields.problem("size", "a group needs at least two people", "add `size = 4`");
    }
    let avoid = fields.maybe_string("avoid");
    if avoid.as_ref().is_some_and(|word| word != "same_organisation") {
        fields.problem(
            "avoid",
            "`avoid` knows only `same_organisation`",
            "write `avoid = \"same_organisation\"`",
        );
    }
    Grouping {
        shape,
        size,
        rotate: fields.flag("rotate"),
        keep: fields.flag("keep"),
        odd: fields.word_or("odd", Odd::Share),
        client: fields.flag("client"),
        avoid_same_organisation: avoid.is_some(),
    }
}

fn strategy(fields: &Fields<'_>) -> Strategy {
    let grouping = fields.maybe_table("grouping", grouping);
    if grouping.is_none() {
        fields.problem(
            "grouping",
            "a strategy needs a grouping",
            "add `grouping = { shape = \"groups\", size = 4 }`",
        );
    }
    Strategy {
        min_people: fields.number("min_people"),
        grouping: grouping.unwrap_or(Grouping {
            shape: Shape::Groups,
            size: 2,
            rotate: false,
            keep: false,
            odd: Odd::Share,
            client: false,
            avoid_same_organisation: false,
        }),
        note: fields.maybe_text("note"),
    }
}

fn decide(fields: &Fields<'_>) -> Decide {
    let options = fields.tables("options", |option| DecideOption {
        id: option.id("decision"),
        label: option.text("label"),
        to: option.maybe_string("to"),
        max: option.maybe_number("max"),
    });
    if options.len() < 2 {
        fields.problem(
            "options",
            "a decision needs at least two answers",
            "add another option",
        );
    }
    if options.iter().all(|option| option.to.is_some()) {
        fields.problem(
            "options",
            "no answer goes on to the next step",
            "leave `to` out of at least one option",
        );
    }
    if options
        .iter()
        .any(|option| option.to.is_some() && option.max.is_none())
    {
        fields.problem(
            "options",
            "an answer with `to` can go round forever",
            "add `max = 2` or another limit",
        );
    }
    Decide {
        by: fields.word_or("by", Role::Owner),
        ask: fields.text("ask"),
        options,
    }
}

fn only_if(fields: &Fields<'_>) -> OnlyIf {
    OnlyIf {
        parameter: fields.string("parameter"),
        is: fields.string("is"),
    }
}
