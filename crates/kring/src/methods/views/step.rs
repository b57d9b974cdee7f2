//! One step of a method: its circle, who does what, what is written and who sees it.

use maud::{Markup, html};
use session::model::{Input, Method, Mode, Pick, Reveal, Role, Step, VoteKind};
use ui::locale::{and_list, or_list};
use ui::{CircleView, Icon, circle, icon, tags};

use super::overview;
use crate::methods::labels;
use crate::methods::picture::Cast;
use crate::methods::timeline::Timeline;
use crate::web::Visitor;

/// What all steps of a page share.
pub(super) struct Context<'a> {
    pub(super) visitor: &'a Visitor,
    pub(super) method: &'a Method,
    pub(super) modules: &'a [&'a Method],
    pub(super) timeline: &'a Timeline<'a>,
    pub(super) cast: Cast,
}

impl Context<'_> {
    /// "jouw vraag en jouw advies": the labels of inputs, wherever in the method they are written.
    fn inputs(&self, ids: &[String]) -> String {
        let inputs = self
            .method
            .steps
            .iter()
            .flat_map(|step| &step.inputs)
            .collect::<Vec<_>>();
        let label = |id: &String| {
            let found = inputs.iter().find(|input| input.id == *id);
            found.map(|input| format!("‘{}’", input.label.get(self.visitor.speech())))
        };
        and_list(
            self.visitor.language,
            &ids.iter().filter_map(label).collect::<Vec<_>>(),
        )
    }

    fn roles(&self, roles: &[Role]) -> String {
        labels::roles(self.visitor.words(), self.visitor.language, roles)
    }
}

/// The card of a step.
pub(super) fn step(context: &Context<'_>, step: &Step, number: usize) -> Markup {
    let visitor = context.visitor;
    let words = visitor.words();
    let speech = visitor.speech();
    html! {
        article.step id={ "step-" (number) } {
            header.step-head {
                p.step-number { (words.methods_step_number(number)) }
                h3 { (step.title.get(speech)) }
                p.step-length { (icon(Icon::Clock)) (overview::length(visitor, step)) }
                (tags(&step_tags(context, step)))
            }
            div.step-picture { (picture(context, step, number)) (voices(context, step)) }
            div.step-text {
                @if let Some(say) = &step.say {
                    blockquote.say {
                        p.say-who { (icon(Icon::Speech)) (words.methods_facilitator_says()) }
                        p { (say.get(speech)) }
                    }
                }
                (does(context, step))
                @if !step.rules.is_empty() {
                    div.rules {
                        h4 { (words.methods_rules()) }
                        ul { @for rule in &step.rules { li { (rule.get(speech)) } } }
                    }
                }
                (writing(context, step))
                (working(context, step))
            }
        }
    }
}

fn step_tags(context: &Context<'_>, step: &Step) -> Vec<String> {
    let visitor = context.visitor;
    let words = visitor.words();
    let grouping = step.grouping.map(|grouping| labels::grouping(words, grouping));
    let written = context
        .method
        .written
        .then(|| words.methods_written_days(step.written_days));
    [overview::remark(visitor, context.method, step), grouping, written]
        .into_iter()
        .flatten()
        .collect()
}

/// The circle of the step. Its clock shows which part of the whole this step takes.
fn picture(context: &Context<'_>, step: &Step, number: usize) -> Markup {
    let words = context.visitor.words();
    let picture = context.cast.draw(step);
    let total = f64::from(context.timeline.seconds().max(1));
    let clock = context.timeline.first(number).map_or((0.0, 0.0), |turn| {
        (f64::from(turn.start) / total, f64::from(turn.end()) / total)
    });
    let minutes = step
        .seconds
        .map(|seconds| ui::locale::minutes(context.visitor.language, seconds));
    circle(&CircleView {
        id: format!("circle-{number}"),
        title: words.circle_title(step.title.get(context.visitor.speech())),
        description: in_words(context, step),
        seats: picture.seats,
        layout: picture.layout,
        links: picture.links,
        clock: Some(clock),
        middle: minutes
            .map(|minutes| (minutes, words.circle_minute()))
            .unwrap_or_default(),
    })
}

/// What the picture shows, in words.
fn in_words(context: &Context<'_>, step: &Step) -> String {
    let words = context.visitor.words();
    let speaks = if step.speaks.is_empty() {
        words.circle_silent()
    } else {
        words.circle_speaks(context.roles(&step.speaks))
    };
    let mut writers: Vec<Role> = step
        .inputs
        .iter()
        .flat_map(|input| input.who.iter().copied())
        .collect();
    writers.dedup();
    let pencils = (!writers.is_empty()).then(|| words.circle_writes(context.roles(&writers)));
    let sits = step
        .grouping
        .map(|grouping| words.circle_sits(labels::grouping(words, grouping)));
    let parts = [
        Some(speaks),
        labels::place(words, context.method, step.owner_place),
        sits,
        pencils,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn voices(context: &Context<'_>, step: &Step) -> Markup {
    let words = context.visitor.words();
    let turn = labels::turn(words, step.turn);
    html! {
        dl.voices {
            dt { (icon(Icon::Speech)) (words.methods_speaks()) }
            dd {
                @if step.speaks.is_empty() { (words.methods_nobody()) } @else { (context.roles(&step.speaks)) }
                @if let Some(turn) = turn { br; span.small { (turn) } }
                @if let Some(seconds) = step.turn_seconds {
                    br; span.small { (words.methods_turn_seconds(seconds)) }
                }
            }
            @if !step.silent.is_empty() && !step.speaks.is_empty() {
                dt { (icon(Icon::Ear)) (words.methods_silent()) }
                dd { (context.roles(&step.silent)) }
            }
        }
        @if let Some(place) = labels::place(words, context.method, step.owner_place) { p.voices-place { (place) } }
    }
}

/// What each role does; the tip for the facilitator comes last and stands apart. "Everyone" beside other roles speaks to
/// whoever has none of them.
fn does(context: &Context<'_>, step: &Step) -> Markup {
    let words = context.visitor.words();
    let speech = context.visitor.speech();
    let (tips, mut tasks): (Vec<_>, Vec<_>) =
        step.does.iter().partition(|(role, _)| *role == Role::Facilitator);
    tasks.sort_by_key(|(role, _)| *role == Role::Everyone);
    let name = |role: Role| match role {
        Role::Everyone if tasks.len() > 1 => words.does_everyone_else(),
        role => labels::spoken_to(words, role),
    };
    html! {
        @if !tasks.is_empty() {
            dl.does {
                @for (role, text) in &tasks {
                    dt { (name(*role)) }
                    dd { (text.get(speech)) }
                }
            }
        }
        @for (role, text) in tips {
            p.tip { strong { (labels::spoken_to(words, *role)) ":" } " " (text.get(speech)) }
        }
    }
}

fn writing(context: &Context<'_>, step: &Step) -> Markup {
    html! {
        @if !step.inputs.is_empty() {
            div.writing {
                h4 { (icon(Icon::Pencil)) (context.visitor.words().methods_writing()) }
                ul { @for input in &step.inputs { (entry(context, input)) } }
            }
        }
    }
}

fn entry(context: &Context<'_>, input: &Input) -> Markup {
    let words = context.visitor.words();
    let speech = context.visitor.speech();
    html! {
        li.entry {
            p.entry-label { (input.label.get(speech)) }
            @if let Some(starter) = &input.starter {
                p.entry-starter { span.visually-hidden { (words.methods_starter()) " " } (starter.get(speech)) }
            }
            @if !input.fields.is_empty() {
                ul.entry-fields { @for field in &input.fields { li { (field.label.get(speech)) } } }
            }
            p.small { (limits(context, input)) }
            dl.entry-facts {
                dt { (words.methods_writing_who()) }
                dd { (context.roles(&input.who)) }
                dt { (words.methods_writing_sees()) }
                dd { (icon(seen_as(input.mode))) (sees(context, input)) }
            }
        }
    }
}

fn seen_as(mode: Mode) -> Icon {
    match mode {
        Mode::Private | Mode::Owner | Mode::Facilitator => Icon::Lock,
        Mode::Blind | Mode::Survey => Icon::Hidden,
        Mode::Group | Mode::Anonymous => Icon::Eye,
    }
}

fn sees(context: &Context<'_>, input: &Input) -> String {
    let words = context.visitor.words();
    let sees = labels::sees(words, input.mode);
    if input.mode != Mode::Blind {
        return sees;
    }
    let when = match input.reveal {
        Reveal::Facilitator => words.methods_reveal_facilitator(),
        Reveal::Ready => words.methods_reveal_ready(),
        Reveal::Time => words.methods_reveal_time(),
        Reveal::Step => words.methods_reveal_step(),
    };
    format!("{sees}, {when}")
}

/// "precies 1, één zin, hoogstens 30 woorden, op het bord …".
fn limits(context: &Context<'_>, input: &Input) -> String {
    let words = context.visitor.words();
    let count = match (input.min, input.max) {
        (0, None) => None,
        (0, Some(max)) => Some(words.methods_at_most(max)),
        (min, None) => Some(words.methods_at_least(min)),
        (min, Some(max)) if min == max => Some(words.methods_exactly(max)),
        (min, Some(max)) => Some(words.methods_between(min, max)),
    };
    let board = input
        .board
        .as_ref()
        .and_then(|id| context.method.boards.iter().find(|board| board.id == *id));
    let parts = [
        input.together.then(|| words.methods_together()),
        count.filter(|_| !input.together),
        input
            .max_sentences
            .map(|count| words.methods_max_sentences(count)),
        input.max_words.map(|count| words.methods_max_words(count)),
        board.map(|board| words.methods_on_board(board.label.get(context.visitor.speech()))),
    ];
    labels::capital(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// What happens with things written before, and what else the step brings.
fn working(context: &Context<'_>, step: &Step) -> Markup {
    let lines = working_lines(context, step);
    let words = context.visitor.words();
    let speech = context.visitor.speech();
    let modules: Vec<&&Method> = step
        .modules
        .iter()
        .filter_map(|id| context.modules.iter().find(|module| module.id == *id))
        .collect();
    html! {
        @if !lines.is_empty() || !modules.is_empty() {
            div.working {
                h4 { (words.methods_working()) }
                ul { @for line in lines { li { (line) } } }
                @if !modules.is_empty() {
                    p { (words.methods_modules()) }
                    ul.modules {
                        @for module in modules {
                            li { strong { (module.name.get(speech)) } " " (module.summary.get(speech)) }
                        }
                    }
                }
            }
        }
    }
}

fn working_lines(context: &Context<'_>, step: &Step) -> Vec<String> {
    let words = context.visitor.words();
    let language = context.visitor.language;
    let list = |names: Vec<String>| or_list(language, &names);
    let mut lines = Vec::new();
    if !step.shows.is_empty() {
        lines.push(words.methods_shows(context.inputs(&step.shows)));
    }
    if let Some(rate) = &step.rate {
        let who = labels::capital(&context.roles(&[rate.by]));
        let scale = labels::scale(language, rate.scale);
        lines.push(words.methods_rate(who, context.inputs(&rate.of), &scale));
    }
    lines.extend(step.pick.as_ref().map(|pick| picking(context, pick)));
    lines.extend(step.vote.as_ref().map(|vote| match vote.kind {
        VoteKind::Dots => words.methods_vote_dots(vote.dots, context.inputs(&vote.of)),
        kind => words.methods_vote(context.inputs(&vote.of), labels::vote(language, kind)),
    }));
    if let Some(choice) = &step.choose_case {
        let ways = choice
            .ways
            .iter()
            .map(|way| labels::choice_way(words, *way))
            .collect();
        lines.push(words.methods_choose_case(list(ways)));
    }
    if !step.choose_role.is_empty() {
        lines.push(words.methods_choose_role(context.roles(&step.choose_role)));
    }
    lines.extend(other_lines(context, step));
    lines
}

fn other_lines(context: &Context<'_>, step: &Step) -> Vec<String> {
    let words = context.visitor.words();
    let speech = context.visitor.speech();
    let mut lines = Vec::new();
    let fields = context
        .method
        .fields
        .iter()
        .filter(|field| step.unlocks.contains(&field.id));
    let fields: Vec<String> = fields
        .map(|field| format!("‘{}’", field.label.get(speech)))
        .collect();
    if !fields.is_empty() {
        lines.push(words.methods_unlocks(and_list(context.visitor.language, &fields)));
    }
    let plain = [
        step.review_actions.then(|| words.methods_review_actions()),
        step.deal_cards.then(|| words.methods_deal_cards()),
        step.confirm_presence.map(|_| words.methods_confirm_presence()),
    ];
    lines.extend(plain.into_iter().flatten());
    for strategy in &step.strategies {
        let how = strategy
            .note
            .as_ref()
            .map(|note| note.get(speech).trim_end_matches('.').to_owned());
        let how = how.unwrap_or_else(|| labels::grouping(words, strategy.grouping));
        lines.push(words.methods_strategy(strategy.min_people, how));
    }
    if let Some(decide) = &step.decide {
        lines.push(words.methods_decide(decide.ask.get(speech)));
        for option in &decide.options {
            let label = option.label.get(speech);
            let target = option
                .to
                .as_ref()
                .and_then(|id| context.method.steps.iter().find(|step| step.id == *id));
            lines.push(match (target.map(|step| step.title.get(speech)), option.max) {
                (None, _) => words.methods_decide_on(label),
                (Some(title), None) => words.methods_decide_back(label, title),
                (Some(title), Some(max)) => words.methods_decide_back_max(label, title, max),
            });
        }
    }
    lines
}

fn picking(context: &Context<'_>, pick: &Pick) -> String {
    let words = context.visitor.words();
    let who = labels::capital(&context.roles(&[pick.by]));
    let what = context.inputs(&pick.of);
    if pick.why {
        words.methods_pick_why(who, what)
    } else {
        words.methods_pick(who, what)
    }
}
