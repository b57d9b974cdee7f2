//! The page of one method.

use maud::{Markup, html};
use session::Text;
use session::model::{Method, ParameterKind};
use ui::locale::{and_list, minutes, or_list};
use ui::{Crumb, Icon, Seat, Voice, icon, seat_mark};

use super::{overview, step};
use crate::methods::labels;
use crate::methods::picture::Cast;
use crate::methods::timeline::{Part, Timeline};
use crate::web::{Html, Visitor, print_button};

/// Everything about a method, step by step.
pub(in crate::methods) fn method(visitor: &Visitor, method: &Method, modules: &[&Method]) -> Html {
    let speech = visitor.speech();
    let timeline = Timeline::of(method);
    let name = method.name.get(speech);
    let trail = [Crumb {
        name: visitor.words().methods_all(),
        href: "/".to_owned(),
    }];
    let body = html! {
        (head(visitor, method, &timeline))
        (purpose(visitor, method))
        section.glance {
            h2 { (visitor.words().methods_overview()) }
            div.glance-body {
                (overview::overview(visitor, method, &timeline))
                (fact_list(visitor, method, &timeline))
            }
        }
        (steps(visitor, method, modules, &timeline))
        (settings(visitor, method))
        (source(visitor, method))
    };
    visitor.page(name, Some(method.summary.get(speech)), &trail, body)
}

fn head(visitor: &Visitor, method: &Method, timeline: &Timeline<'_>) -> Markup {
    html! {
        header.method-head {
            div {
                h1 { (method.name.get(visitor.speech())) }
                p.lead { (method.summary.get(visitor.speech())) }
                (overview::short_facts(visitor, method, timeline))
                p.actions-row {
                    a.button href={ "/rehearsals?method=" (method.id) } { (visitor.words().methods_rehearse()) }
                    (print_button(&visitor.words().methods_print()))
                    a.button.quiet href={ "/methods/" (method.id) "/pack" } { (visitor.words().methods_pack()) }
                }
            }
            (overview::method_dial(visitor, timeline, true))
        }
    }
}

fn purpose(visitor: &Visitor, method: &Method) -> Markup {
    let words = visitor.words();
    let list = |texts: &[Text]| {
        html! { ul { @for text in texts { li { (text.get(visitor.speech())) } } } }
    };
    html! {
        section.purpose {
            div.purpose-what {
                h2 { (words.methods_purpose()) }
                p { (method.purpose.get(visitor.speech())) }
            }
            @if !method.use_when.is_empty() {
                div.purpose-when { h2 { (words.methods_use_when()) } (list(&method.use_when)) }
            }
            @if !method.avoid_when.is_empty() {
                div.purpose-not { h2 { (words.methods_avoid_when()) } (list(&method.avoid_when)) }
            }
        }
    }
}

fn fact_list(visitor: &Visitor, method: &Method, timeline: &Timeline<'_>) -> Markup {
    let words = visitor.words();
    let total = minutes(visitor.language, timeline.seconds());
    let total = if timeline.follows_people {
        words.methods_total_for(&total, timeline.people)
    } else {
        words.methods_total(&total)
    };
    html! {
        dl.fact-list {
            dt { (words.methods_fact_time()) }
            dd {
                (total)
                @if timeline.shortest() < timeline.seconds() {
                    br; (words.methods_total_shortest(minutes(visitor.language, timeline.shortest())))
                }
                @if method.written { br; (words.methods_written()) }
            }
            dt { (words.methods_fact_group()) }
            dd {
                (overview::best_people(words, method.group))
                @if (method.group.min, method.group.max) != (method.group.best_from, method.group.best_to) {
                    ", " (words.methods_people_limits(method.group.min, method.group.max))
                }
                @if let Some(size) = method.group.split { br; (words.methods_people_split(size)) }
            }
            dt { (words.methods_fact_trust()) }
            dd { (labels::trust(words, method.trust)) ", " (labels::experience(words, method.experience)) }
            dt { (words.methods_fact_lead()) }
            dd { (labels::lead(words, method.lead)) }
            dt { (words.methods_fact_case()) }
            dd { (labels::case(words, method.case)) }
        }
    }
}

fn steps(visitor: &Visitor, method: &Method, modules: &[&Method], timeline: &Timeline<'_>) -> Markup {
    let context = step::Context {
        visitor,
        method,
        modules,
        timeline,
        cast: Cast::of(method, timeline.people),
    };
    html! {
        section.steps {
            h2 { (visitor.words().methods_steps()) }
            (legend(visitor))
            (step_parts(&context, &timeline.parts))
        }
    }
}

fn step_parts(context: &step::Context<'_>, parts: &[Part<'_>]) -> Markup {
    html! {
        @for part in parts {
            @match part {
                Part::Step(which, number) => (step::step(context, which, *number)),
                Part::Repeat { repeat, times, parts } => {
                    div.repeat {
                        p.repeat-name { (overview::repeat_name(context.visitor, repeat, *times)) }
                        (step_parts(context, parts))
                    }
                }
            }
        }
    }
}

/// How to read the pictures, with the very marks they use.
fn legend(visitor: &Visitor) -> Markup {
    let words = visitor.words();
    let entries = [
        (
            Seat {
                voice: Voice::Speaks,
                ..Seat::default()
            },
            words.methods_legend_speaks(),
        ),
        (Seat::default(), words.methods_legend_quiet()),
        (
            Seat {
                owner: true,
                ..Seat::default()
            },
            words.methods_legend_owner(),
        ),
        (
            Seat {
                facilitator: true,
                ..Seat::default()
            },
            words.methods_legend_facilitator(),
        ),
        (
            Seat {
                pencil: true,
                ..Seat::default()
            },
            words.methods_legend_pencil(),
        ),
    ];
    html! {
        details.legend {
            summary { (words.methods_legend()) }
            ul {
                @for (seat, text) in entries { li { (seat_mark(&seat)) span { (text) } } }
                li { (icon(Icon::Clock)) span { (words.methods_legend_clock()) } }
            }
        }
    }
}

fn settings(visitor: &Visitor, method: &Method) -> Markup {
    let words = visitor.words();
    let speech = visitor.speech();
    let title = |id: &String| {
        let found = method.steps.iter().find(|step| step.id == *id);
        found
            .map(|step| step.title.get(speech).to_owned())
            .unwrap_or_default()
    };
    html! {
        section.settings {
            h2 { (words.methods_settings()) }
            ul {
                li { (words.methods_settings_minutes()) }
                @for parameter in &method.parameters {
                    li { (setting(visitor, parameter.label.get(speech), &parameter.kind)) }
                }
                @for order in &method.orders {
                    li {
                        (words.methods_order()) " "
                        (and_list(visitor.language, &order.iter().map(title).collect::<Vec<_>>())) "."
                    }
                }
            }
        }
    }
}

fn setting(visitor: &Visitor, label: &str, kind: &ParameterKind) -> String {
    let words = visitor.words();
    match kind {
        ParameterKind::Number { default, min, max } => {
            words.methods_setting_number(label, *min, *max, *default)
        }
        ParameterKind::Choice { default, options } => {
            let names: Vec<&str> = options
                .iter()
                .map(|option| option.label.get(visitor.speech()))
                .collect();
            let usual = option_label(visitor, kind, default);
            words.methods_setting_choice(label, or_list(visitor.language, &names), &usual)
        }
    }
}

/// The label of a value of a setting.
pub(super) fn option_label(visitor: &Visitor, kind: &ParameterKind, value: &str) -> String {
    match kind {
        ParameterKind::Number { .. } => value.to_owned(),
        ParameterKind::Choice { options, .. } => {
            let found = options.iter().find(|option| option.id == value);
            found.map_or_else(
                || value.to_owned(),
                |option| option.label.get(visitor.speech()).to_owned(),
            )
        }
    }
}

fn source(visitor: &Visitor, method: &Method) -> Markup {
    let words = visitor.words();
    html! {
        section.source {
            h2 { (words.methods_source()) }
            @for source in &method.sources { p lang="nl" { (source) } }
            @if let Some(attribution) = &method.attribution { p { (attribution.get(visitor.speech())) } }
            p.small {
                (words.methods_licence()) " " (method.licence)
                " · " (words.methods_version()) " " (method.version)
            }
        }
    }
}
