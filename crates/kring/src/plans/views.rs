//! HTML of the plans slice.

use maud::{Markup, html};
use session::Catalogue;
use session::compile::{Plan, PlannedBlock};
use session::model::{Kind, Method, Parameter, ParameterKind};
use session::script::Pace;
use ui::locale::{date, sort_by_text, time};
use ui::{Crumb, Tone, button, hidden, notice};

use super::rules::{
    Issue, PACE, WHOLE, Wrong, method_field, optional, pace_word, parameter_field, seal, step_field,
    takes_place, value,
};
use crate::meetings::Meeting;
use crate::meetings::agenda::Item;
use crate::meetings::views::agenda;
use crate::web::{Html, Posted, Visitor};

/// Everything on the page.
pub(super) struct Shown<'a> {
    pub(super) visitor: &'a Visitor,
    pub(super) catalogue: &'a Catalogue,
    pub(super) meeting: &'a Meeting,
    pub(super) plan: &'a Plan,
    /// For how many people the times are.
    pub(super) people: usize,
    pub(super) items: &'a [Item],
    /// It can still be changed here.
    pub(super) is_open: bool,
    /// What was typed, when it was not taken.
    pub(super) posted: &'a Posted,
    pub(super) issues: &'a [Issue],
}

impl Shown<'_> {
    /// What is wrong with a field, in words.
    fn problem(&self, field: &str) -> Option<String> {
        let words = self.visitor.words();
        let issue = self.issues.iter().find(|issue| issue.field == field)?;
        Some(match &issue.wrong {
            Wrong::Changed => words.plans_changed(),
            Wrong::Closed => words.plans_closed(),
            Wrong::Number(min, max) => words.plans_number(*min, *max),
            Wrong::Choose => words.plans_choose(),
            Wrong::Plan(problem) => problem.message(self.visitor.speech()),
        })
    }

    /// What stands in a field: what was typed, or what is planned.
    fn shows<'s>(&'s self, field: &str, planned: &'s str) -> &'s str {
        self.posted.get(field).unwrap_or(planned)
    }
}

/// The agenda as it is, and the form to change it.
pub(super) fn page(shown: &Shown<'_>) -> Html {
    let words = shown.visitor.words();
    let meeting = shown.meeting;
    let body = html! {
        div class={ "plan accent-" (meeting.accent) } {
            header {
                h1 { (words.plans_title()) }
                p.lead { (words.plans_lead()) }
            }
            @if let Some(problem) = shown.problem(WHOLE) { (notice(Tone::Problem, &html! { p { (problem) } })) }
            div.columns {
                section {
                    h2 { (words.plans_now()) }
                    (agenda(shown.visitor, shown.catalogue, shown.items))
                    (together(shown))
                }
                @if shown.is_open { section { h2 { (words.plans_change()) } (form(shown)) } }
            }
        }
    };
    let back = Crumb {
        name: meeting.title.clone(),
        href: format!("/meetings/{}", meeting.id),
    };
    shown.visitor.page(&words.plans_title(), None, &[back], body)
}

/// What it comes to, and whether that fits.
fn together(shown: &Shown<'_>) -> Markup {
    let words = shown.visitor.words();
    let language = shown.visitor.language;
    let ends = shown.meeting.ends();
    let minutes = shown
        .items
        .iter()
        .map(|item| i64::from(item.seconds))
        .sum::<i64>()
        / 60;
    let has = shown.meeting.starts().duration_until(ends).as_secs() / 60;
    html! {
        @if shown.plan.pace == Pace::Written {
            p.agenda-end { (words.plans_until(date(language, ends), time(language, ends))) }
        } @else {
            p.agenda-end { (words.plans_together(minutes, shown.people, has)) }
            @if minutes > has { (notice(Tone::Warning, &html! { p { (words.plans_too_long(minutes - has)) } })) }
        }
    }
}

fn form(shown: &Shown<'_>) -> Markup {
    let words = shown.visitor.words();
    html! {
        form.plan-form method="post" action={ "/meetings/" (shown.meeting.id) "/plan" } {
            (hidden(WHOLE, &seal(&shown.meeting.plan)))
            (pace(shown))
            @for (part, block) in shown.plan.blocks.iter().enumerate() {
                @if let Some(method) = shown.catalogue.get(&block.method) { (one(shown, part, block, method)) }
            }
            div { (button(&words.plans_save())) }
        }
    }
}

fn pace(shown: &Shown<'_>) -> Markup {
    let words = shown.visitor.words();
    let chosen = shown.shows(PACE, pace_word(shown.plan.pace)).to_owned();
    let problem = shown.problem(PACE);
    let ways = [
        (Pace::Live, words.plans_live(), words.plans_live_text()),
        (Pace::Written, words.plans_written(), words.plans_written_text()),
    ];
    html! {
        fieldset.field aria-describedby=[problem.as_ref().map(|_| "pace-problem")] {
            legend { (words.plans_pace()) }
            @if let Some(problem) = &problem { p.field-problem id="pace-problem" { (problem) } }
            @for (way, label, text) in &ways {
                @let word = pace_word(*way);
                label.plan-choice for={ "pace-" (word) } {
                    input type="radio" id={ "pace-" (word) } name=(PACE) value=(word) checked[chosen == word];
                    span { (label) span.small { (text) } }
                }
            }
        }
    }
}

/// A part of the agenda with what may be set in it; nothing where nothing may.
fn one(shown: &Shown<'_>, part: usize, block: &PlannedBlock, method: &Method) -> Markup {
    let words = shown.visitor.words();
    let is_method = method.kind == Kind::Method;
    let steps: Vec<_> = optional(method).collect();
    if !is_method && steps.is_empty() && method.parameters.is_empty() {
        return html! {};
    }
    html! {
        fieldset.plan-part {
            legend { (method.name.get(shown.visitor.speech())) }
            @if is_method { (which(shown, part, block)) }
            @for parameter in &method.parameters { (setting(shown, part, block, parameter)) }
            @if !steps.is_empty() {
                p.small { (words.plans_steps()) }
                @for step in steps {
                    @let name = step_field(part, &step.id);
                    @let is_on = match shown.posted.get(WHOLE) {
                        Some(_) => shown.posted.get(&name).is_some(),
                        None => takes_place(&block.settings, step),
                    };
                    label.plan-choice for=(name) {
                        input type="checkbox" id=(name) name=(name) value="on" checked[is_on];
                        span {
                            (step.title.get(shown.visitor.speech()))
                            @if let Some(seconds) = step.seconds {
                                span.small { (words.methods_minutes(ui::locale::minutes(shown.visitor.language, seconds))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The method itself: another one may fit better.
fn which(shown: &Shown<'_>, part: usize, block: &PlannedBlock) -> Markup {
    let speech = shown.visitor.speech();
    let mut methods: Vec<&Method> = shown.catalogue.of(Kind::Method).collect();
    sort_by_text(shown.visitor.language, &mut methods, |method| {
        method.name.get(speech)
    });
    let options: Vec<(&str, &str)> = methods
        .into_iter()
        .map(|method| (method.id.as_str(), method.name.get(speech)))
        .collect();
    select(
        shown,
        &method_field(part),
        &shown.visitor.words().plans_method(),
        &block.method,
        &options,
    )
}

fn setting(shown: &Shown<'_>, part: usize, block: &PlannedBlock, parameter: &Parameter) -> Markup {
    let speech = shown.visitor.speech();
    let name = parameter_field(part, &parameter.id);
    let planned = value(&block.settings, parameter);
    let label = parameter.label.get(speech);
    match &parameter.kind {
        ParameterKind::Number { min, max, .. } => frame(
            shown,
            &name,
            label,
            &html! {
                input type="number" inputmode="numeric" id=(name) name=(name) min=(min) max=(max)
                    value=(shown.shows(&name, &planned)) aria-describedby=[described(shown, &name)]
                    aria-invalid=[shown.problem(&name).map(|_| "true")];
            },
        ),
        ParameterKind::Choice { options, .. } => {
            let options: Vec<(&str, &str)> = options
                .iter()
                .map(|option| (option.id.as_str(), option.label.get(speech)))
                .collect();
            select(shown, &name, label, &planned, &options)
        }
    }
}

fn select(shown: &Shown<'_>, name: &str, label: &str, planned: &str, options: &[(&str, &str)]) -> Markup {
    let chosen = shown.shows(name, planned);
    frame(
        shown,
        name,
        label,
        &html! {
            select id=(name) name=(name) aria-describedby=[described(shown, name)]
                aria-invalid=[shown.problem(name).map(|_| "true")] {
                @for (id, label) in options { option value=(id) selected[*id == chosen] { (label) } }
            }
        },
    )
}

fn described(shown: &Shown<'_>, name: &str) -> Option<String> {
    shown.problem(name).map(|_| format!("{name}-problem"))
}

fn frame(shown: &Shown<'_>, name: &str, label: &str, input: &Markup) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            @if let Some(problem) = shown.problem(name) { p.field-problem id={ (name) "-problem" } { (problem) } }
            (input)
        }
    }
}
