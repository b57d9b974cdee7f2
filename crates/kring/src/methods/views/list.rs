//! The start page: finding a method, and all of them.

use maud::{Markup, html};
use session::Catalogue;
use session::model::{Method, Situation, Word as _};
use session::wizard::{Suggestion, situation_label};
use ui::locale::sort_by_text;
use ui::{Card, Choice, Field, Problems, button, card, choice_field, empty, number_field};

use super::overview;
use crate::methods::labels::capital;
use crate::methods::rules::{Issue, MOST_MINUTES, MOST_PEOPLE, Search};
use crate::methods::timeline::Timeline;
use crate::web::{Html, Visitor};
use crate::words::Words;

/// So many suggestions stand under the first heading: enough to choose from, few enough to read.
const BEST: usize = 6;

/// What stands under the search form.
pub(in crate::methods) enum Found<'c> {
    /// Everything, because nothing was asked.
    All,
    /// The form has problems; everything stands under it.
    Issues(Vec<Issue>),
    /// What fits, best first.
    Fitting(Vec<Suggestion<'c>>),
}

/// The start page; a demo greets above it.
pub(in crate::methods) fn list(
    visitor: &Visitor,
    catalogue: &Catalogue,
    search: &Search,
    found: &Found<'_>,
    greeting: Option<&Markup>,
) -> Html {
    let words = visitor.words();
    let issues: &[Issue] = match found {
        Found::Issues(issues) => issues,
        Found::All | Found::Fitting(_) => &[],
    };
    let body = html! {
        section.hero {
            h1 { (words.methods_title()) }
            p.lead { (words.methods_lead()) }
        }
        @if let Some(greeting) = greeting { (greeting) }
        (finder(visitor, search, issues))
        section #results {
            @match found {
                Found::All | Found::Issues(_) => (everything(visitor, catalogue)),
                Found::Fitting(suggestions) => (fitting(visitor, catalogue, suggestions)),
            }
        }
    };
    visitor.page(&words.methods_title(), Some(&words.methods_lead()), &[], body)
}

fn finder(visitor: &Visitor, search: &Search, issues: &[Issue]) -> Markup {
    let words = visitor.words();
    let problems = problems(words, issues);
    let field = |name, label: &'_ str, hint: &'_ str, value: &'_ str| -> Markup {
        let field = Field {
            name,
            label,
            hint,
            value,
            problem: problems.of(name),
        };
        match name {
            "people" => number_field(&field, 2, u32::from(MOST_PEOPLE)),
            "minutes" => number_field(&field, 10, u32::from(MOST_MINUTES)),
            "question" => choice_field(&field, &questions(visitor)),
            _ => choice_field(&field, &trusts(words)),
        }
    };
    html! {
        form.finder method="get" action="/" {
            h2 { (words.find_title()) }
            div.finder-fields {
                (field("people", &words.find_people(), &words.find_people_hint(), &search.people))
                (field("minutes", &words.find_minutes(), &words.find_minutes_hint(), &search.minutes))
                (field("question", &words.find_question(), "", &search.question))
                (field("trust", &words.find_trust(), "", &search.trust))
                (button(&words.find_submit()))
            }
        }
    }
}

fn problems(words: &Words, issues: &[Issue]) -> Problems {
    let mut problems = Problems::none();
    for issue in issues {
        match issue {
            Issue::PeopleMissing => problems.add("people", words.find_people_missing()),
            Issue::PeopleWrong => problems.add("people", words.find_people_wrong(MOST_PEOPLE)),
            Issue::MinutesWrong => problems.add("minutes", words.find_minutes_wrong(MOST_MINUTES)),
        }
    }
    problems
}

fn questions(visitor: &Visitor) -> Vec<Choice> {
    let known = Situation::WORDS
        .iter()
        .filter_map(|word| Situation::from_word(word));
    let mut choices: Vec<Choice> = known
        .map(|situation| Choice {
            value: situation.word().to_owned(),
            label: capital(situation_label(situation).get(visitor.speech())),
        })
        .collect();
    sort_by_text(visitor.language, &mut choices, |choice| &choice.label);
    choices.insert(
        0,
        Choice {
            value: String::new(),
            label: visitor.words().find_question_any(),
        },
    );
    choices
}

fn trusts(words: &Words) -> Vec<Choice> {
    let choice = |value: &str, label| Choice {
        value: value.to_owned(),
        label,
    };
    vec![
        choice("", words.find_trust_any()),
        choice("new", words.find_trust_new()),
        choice("known", words.find_trust_known()),
        choice("safe", words.find_trust_safe()),
    ]
}

/// All methods, in alphabetical order.
fn everything(visitor: &Visitor, catalogue: &Catalogue) -> Markup {
    let words = visitor.words();
    let mut methods: Vec<&Method> = catalogue.methods().collect();
    sort_by_text(visitor.language, &mut methods, |method| {
        method.name.get(visitor.speech())
    });
    html! {
        h2 { (words.methods_all()) " " span.count { (words.methods_count(methods.len())) } }
        div.cards { @for method in &methods { (method_card(visitor, method, &html! {})) } }
    }
}

fn fitting(visitor: &Visitor, catalogue: &Catalogue, suggestions: &[Suggestion<'_>]) -> Markup {
    let words = visitor.words();
    let all = html! { p { a href="/" { (words.find_reset()) } } };
    if suggestions.is_empty() {
        return empty(&words.find_nothing_title(), &words.find_nothing_text(), &all);
    }
    let (best, also) = suggestions.split_at(suggestions.len().min(BEST));
    html! {
        h2 { (words.find_results()) }
        (suggestion_cards(visitor, catalogue, best))
        @if !also.is_empty() {
            h2 { (words.find_also()) " " span.count { (words.methods_count(also.len())) } }
            (suggestion_cards(visitor, catalogue, also))
        }
        (all)
    }
}

fn suggestion_cards(visitor: &Visitor, catalogue: &Catalogue, suggestions: &[Suggestion<'_>]) -> Markup {
    html! {
        div.cards {
            @for suggestion in suggestions {
                @if let Some(method) = catalogue.get(suggestion.id) {
                    (method_card(visitor, method, &reasons(visitor, suggestion)))
                }
            }
        }
    }
}

/// Why a method fits, and what to mind.
fn reasons(visitor: &Visitor, suggestion: &Suggestion<'_>) -> Markup {
    html! {
        ul.reasons {
            @for reason in &suggestion.reasons { li.reason { (reason.get(visitor.speech())) } }
            @for warning in &suggestion.warnings {
                li.reason-but {
                    span.visually-hidden { (visitor.words().find_but()) " " }
                    (warning.get(visitor.speech()))
                }
            }
        }
    }
}

fn method_card(visitor: &Visitor, method: &Method, more: &Markup) -> Markup {
    let timeline = Timeline::of(method);
    card(&Card {
        title: method.name.get(visitor.speech()).to_owned(),
        href: format!("/methods/{}", method.id),
        summary: method.summary.get(visitor.speech()).to_owned(),
        picture: Some(overview::method_dial(visitor, &timeline, false)),
        detail: html! { (overview::short_facts(visitor, method, &timeline)) (more) },
    })
}
