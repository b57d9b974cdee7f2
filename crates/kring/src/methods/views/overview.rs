//! A method at one glance: its dial, its facts, and the list of its steps with their times.

use maud::{Markup, html};
use session::model::{Basis, GroupSize, Method, Per, Repeat, Step, Times};
use ui::locale::{elapsed, minutes};
use ui::{Dial, Icon, Segment, dial, facts};

use crate::methods::labels;
use crate::methods::timeline::{Part, Timeline, is_on};
use crate::web::Visitor;
use crate::words::Words;

/// An untimed step still gets a piece of the dial: two minutes wide.
const UNTIMED: u32 = 120;

/// The dial of a method. `numbered` writes the number of each step beside its piece.
pub(super) fn method_dial(visitor: &Visitor, timeline: &Timeline<'_>, numbered: bool) -> Markup {
    let segments = timeline
        .turns
        .iter()
        .map(|turn| Segment {
            weight: f64::from(turn.step.seconds.unwrap_or(UNTIMED)),
            talk: !turn.step.speaks.is_empty(),
            label: if numbered {
                turn.number.to_string()
            } else {
                String::new()
            },
        })
        .collect();
    let total = minutes(visitor.language, timeline.seconds());
    let unit = if numbered {
        visitor.words().circle_minute()
    } else {
        String::new()
    };
    dial(&Dial {
        segments,
        middle: (total, unit),
    })
}

/// Minutes, people and trust as a row of short facts.
pub(super) fn short_facts(visitor: &Visitor, method: &Method, timeline: &Timeline<'_>) -> Markup {
    let words = visitor.words();
    let length = minutes(visitor.language, timeline.seconds());
    let length = if timeline.follows_people {
        words.methods_minutes_about(length)
    } else {
        words.methods_minutes(length)
    };
    facts(&[
        (Icon::Clock, length),
        (Icon::People, best_people(words, method.group)),
        (Icon::Trust, labels::trust(words, method.trust)),
    ])
}

/// "6 tot 10 mensen".
pub(super) fn best_people(words: &Words, group: GroupSize) -> String {
    if group.best_from == group.best_to {
        words.methods_people_exactly(group.best_from)
    } else {
        words.methods_people(group.best_from, group.best_to)
    }
}

/// The steps as a table of times; each row leads to its step.
pub(super) fn overview(visitor: &Visitor, method: &Method, timeline: &Timeline<'_>) -> Markup {
    let words = visitor.words();
    let has_proposals = method
        .steps
        .iter()
        .any(|step| step.seconds.is_some() && step.basis == Basis::Proposal);
    html! {
        ol.overview { (rows(visitor, method, timeline, &timeline.parts)) }
        @if has_proposals { p.small { (words.methods_proposals_note()) } }
    }
}

fn rows(visitor: &Visitor, method: &Method, timeline: &Timeline<'_>, parts: &[Part<'_>]) -> Markup {
    html! {
        @for part in parts {
            @match part {
                Part::Step(step, number) => (row(visitor, method, timeline, step, *number)),
                Part::Repeat { repeat, times, parts } => {
                    li.overview-repeat {
                        p { (repeat_name(visitor, repeat, *times)) }
                        ol { (rows(visitor, method, timeline, parts)) }
                    }
                }
            }
        }
    }
}

fn row(visitor: &Visitor, method: &Method, timeline: &Timeline<'_>, step: &Step, number: usize) -> Markup {
    let start = timeline.first(number).map(|turn| elapsed(turn.start));
    html! {
        li.overview-step {
            a href={ "#step-" (number) } {
                span.overview-number { (number) } " "
                span.overview-title {
                    (step.title.get(visitor.speech()))
                    @if let Some(remark) = remark(visitor, method, step) { span.small { " · " (remark) } }
                }
                " " span.overview-length { (length(visitor, step)) }
                @if let Some(start) = start {
                    " "
                    span.overview-start {
                        span.visually-hidden { (visitor.words().methods_overview_start()) " " }
                        (start)
                    }
                }
            }
        }
    }
}

/// What is special about whether this step takes place.
pub(super) fn remark(visitor: &Visitor, method: &Method, step: &Step) -> Option<String> {
    let words = visitor.words();
    // A setting that holds unless somebody changes it needs no remark.
    if let Some(condition) = step.only_if.as_ref().filter(|_| !is_on(method, step)) {
        let parameter = method
            .parameters
            .iter()
            .find(|parameter| parameter.id == condition.parameter)?;
        let value = super::method::option_label(visitor, &parameter.kind, &condition.is);
        return Some(words.methods_only_if(&value));
    }
    if !is_on(method, step) {
        return Some(words.methods_starts_off());
    }
    step.optional.then(|| words.methods_optional())
}

/// "5 min", with a tilde when the minutes are our proposal.
pub(super) fn length(visitor: &Visitor, step: &Step) -> Markup {
    let words = visitor.words();
    let is_proposal = step.basis == Basis::Proposal;
    html! {
        @match step.seconds {
            None => (words.methods_untimed()),
            Some(seconds) => {
                @if is_proposal {
                    span title=(words.methods_proposal_why()) {
                        span aria-hidden="true" { "~ " }
                        (words.methods_minutes(minutes(visitor.language, seconds)))
                        span.visually-hidden { " (" (words.methods_proposal()) ")" }
                    }
                } @else {
                    (words.methods_minutes(minutes(visitor.language, seconds)))
                }
            }
        }
    }
}

/// "Ronde · 3 keer · daarna wisselen de helften van rol".
pub(super) fn repeat_name(visitor: &Visitor, repeat: &Repeat, times: u16) -> String {
    let words = visitor.words();
    let how_often = match repeat.times {
        Times::Per(Per::Person) => Some(words.methods_per_person()),
        Times::Per(Per::GroupMember) => Some(words.methods_per_group_member()),
        Times::Per(Per::Owner) => Some(words.methods_per_owner()),
        // Once is how every step goes; only a setting can make it more.
        Times::Number(_) | Times::Parameter(_) => (times > 1).then(|| words.methods_times(times)),
    };
    let label = repeat
        .label
        .as_ref()
        .map(|label| label.get(visitor.speech()).to_owned());
    let swap = repeat.swap.then(|| words.methods_swap());
    let parts: Vec<String> = [label, how_often, swap].into_iter().flatten().collect();
    parts.join(" · ")
}
