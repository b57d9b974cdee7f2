//! What a meeting left behind, as far as this person may see it.

use std::collections::BTreeSet;

use maud::{Markup, html};
use session::model::{ResultKind, Word as _};
use ui::{Icon, icon};

use crate::cases::Case;
use crate::meetings::Outcome;
use crate::web::Visitor;
use crate::words::Words;

/// The order in which results are read: from the question to what people take home.
const ORDER: [ResultKind; 8] = [
    ResultKind::CoreQuestion,
    ResultKind::Fact,
    ResultKind::Question,
    ResultKind::Insight,
    ResultKind::Advice,
    ResultKind::Idea,
    ResultKind::Lesson,
    ResultKind::Action,
];

/// Results by kind. What only this person sees has a lock and says so.
pub(super) fn outcomes(visitor: &Visitor, outcomes: &[Outcome], cases: &[Case]) -> Markup {
    let from_causes: BTreeSet<&str> = cases
        .iter()
        .filter(|case| case.is_from_cause)
        .map(|case| case.id.as_str())
        .collect();
    let titles: BTreeSet<&str> = outcomes
        .iter()
        .filter_map(|outcome| outcome.case_title.as_deref())
        .collect();
    let several = titles.len() > 1;
    html! {
        @for kind in ORDER {
            @let of_kind: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.kind == kind.word()).collect();
            @if !of_kind.is_empty() {
                section.outcome class={ "outcome-" (kind.word()) } {
                    h3 { (label(visitor.words(), kind)) }
                    ul { @for outcome in of_kind { (card(visitor, outcome, several, &from_causes)) } }
                }
            }
        }
    }
}

fn card(visitor: &Visitor, outcome: &Outcome, several: bool, from_causes: &BTreeSet<&str>) -> Markup {
    let words = visitor.words();
    html! {
        li.outcome-card {
            p.outcome-text lang="nl" dir="auto" { (outcome.text) }
            @for taker in &outcome.takers {
                p.small.outcome-taker {
                    (words.meetings_takes_along(&taker.name))
                    @if let Some(why) = &taker.why { ": " span lang="nl" { (why) } }
                }
            }
            @match (outcome.audience.as_str(), &outcome.name) {
                ("writer", _) => p.small.only { (icon(Icon::Lock)) (words.meetings_only_you()) },
                ("owner", Some(name)) => p.small.only { (icon(Icon::Eye)) (words.meetings_only_owner(name)) },
                (_, Some(name)) => p.small { (name) },
                (_, None) => {}
            }
            @if let Some(title) = outcome.case_title.as_ref().filter(|_| several) {
                p.small lang="nl" { (title) }
            }
            @if let Some(cause) = outcome.case_id.as_deref().filter(|case| from_causes.contains(case)) {
                p.small { a href={ "/causes/" (cause) } { (words.meetings_case_cause()) } }
            }
        }
    }
}

fn label(words: &Words, kind: ResultKind) -> String {
    match kind {
        ResultKind::CoreQuestion => words.meetings_kind_core_question(),
        ResultKind::Fact => words.meetings_kind_fact(),
        ResultKind::Question => words.meetings_kind_question(),
        ResultKind::Insight => words.meetings_kind_insight(),
        ResultKind::Advice => words.meetings_kind_advice(),
        ResultKind::Idea => words.meetings_kind_idea(),
        ResultKind::Lesson => words.meetings_kind_lesson(),
        ResultKind::Action => words.meetings_actions(),
    }
}
