//! After the end: the case owner looks at what stays, then everybody who was there has the report.

use std::collections::BTreeMap;

use maud::{Markup, html};
use session::event::Body;
use session::ids::{BlockNo, Seat};
use session::model::{ResultKind, Role};
use session::report::{Outcome, outcomes, played};
use session::state::Phase;
use ui::locale::and_list;

use super::Scene;
use super::cards::body;
use crate::web::print_button;

/// Nothing before the end.
pub(super) fn end(scene: &Scene<'_>) -> Markup {
    match scene.state.phase {
        Phase::Review => review(scene),
        Phase::Closed => closed(scene),
        Phase::Unopened | Phase::Lobby | Phase::Running => html! {},
    }
}

/// Whether the viewer is the one who gives the report to the others: the case owner, or whoever leads where there is no case.
pub(super) fn may_release(scene: &Scene<'_>) -> bool {
    let state = scene.state;
    let mut owners: Vec<Seat> = state
        .case_of
        .keys()
        .flat_map(|block| state.owners_in(*block))
        .copied()
        .collect();
    owners.extend(state.roles.get(&Role::Owner).into_iter().flatten());
    scene.my_seat().is_some_and(|seat| match owners.as_slice() {
        [] => state.lead == Some(seat),
        owners => owners.contains(&seat),
    })
}

fn review(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        @if may_release(scene) {
            h2 { (words.room_review()) }
            p { (words.room_review_text()) }
            (report(scene))
            div.room-release {
                p { (words.room_release_to(names(scene, &scene.state.recipients()))) }
                (scene.main_action("form-release", "release", &[], &words.room_release()))
            }
        } @else if scene.my_seat().is_some() {
            h2 { (words.room_own_words()) }
            p { (words.room_review_wait()) }
            (own(scene))
        }
    }
}

/// The released report, for exactly those who were there.
fn closed(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let released = scene.state.released.as_deref().unwrap_or_default();
    let is_for_viewer = scene.my_seat().is_some_and(|seat| released.contains(&seat));
    html! {
        @if is_for_viewer {
            h2 { (words.room_report()) }
            (report(scene))
            p.small { (words.room_released_to(names(scene, released))) }
            (print_button(&words.room_print()))
        } @else {
            p { (words.room_report_not_yours()) }
        }
    }
}

fn names(scene: &Scene<'_>, seats: &[Seat]) -> String {
    let names: Vec<String> = seats.iter().map(|seat| scene.name(*seat)).collect();
    and_list(scene.visitor.language, &names)
}

/// Results by part of the agenda and by kind.
fn report(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let mut results: BTreeMap<BlockNo, Vec<Outcome<'_>>> = BTreeMap::new();
    for outcome in outcomes(scene.state, scene.my_seat()) {
        results.entry(outcome.block).or_default().push(outcome);
    }
    html! {
        @for part in played(scene.state) {
            @if let Some(outcomes) = results.get(&part.block) {
                section.room-results {
                    h3 {
                        (part.name.get(scene.visitor.speech()))
                        @if let Some(case) = part.case { ": " (case) }
                    }
                    @for kind in KINDS {
                        @let of_kind: Vec<_> = outcomes.iter().filter(|outcome| outcome.kind == kind).collect();
                        @if !of_kind.is_empty() {
                            h4 { (kind_name(scene, kind)) }
                            ul.room-cards { @for outcome in of_kind { (result(scene, outcome)) } }
                        }
                    }
                }
            }
        }
        @if results.is_empty() { p { (words.room_report_empty()) } }
    }
}

/// What the viewer wrote: everybody decides about their own words.
fn own(scene: &Scene<'_>) -> Markup {
    let mine: Vec<Outcome<'_>> = outcomes(scene.state, scene.my_seat())
        .into_iter()
        .filter(|outcome| outcome.author.is_some() && outcome.author == scene.my_seat())
        .collect();
    html! {
        ul.room-cards { @for outcome in &mine { (result(scene, outcome)) } }
        @if mine.is_empty() { p { (scene.words().room_report_empty()) } }
    }
}

/// The order in which a reader wants them: what it was about, what was found, what to do.
const KINDS: [ResultKind; 8] = [
    ResultKind::CoreQuestion,
    ResultKind::Advice,
    ResultKind::Insight,
    ResultKind::Idea,
    ResultKind::Action,
    ResultKind::Lesson,
    ResultKind::Question,
    ResultKind::Fact,
];

fn kind_name(scene: &Scene<'_>, kind: ResultKind) -> String {
    let words = scene.words();
    match kind {
        ResultKind::CoreQuestion => words.room_kind_core_question(),
        ResultKind::Advice => words.room_kind_advice(),
        ResultKind::Insight => words.room_kind_insight(),
        ResultKind::Idea => words.room_kind_idea(),
        ResultKind::Action => words.room_kind_action(),
        ResultKind::Lesson => words.room_kind_lesson(),
        ResultKind::Question => words.room_kind_question(),
        ResultKind::Fact => words.room_kind_fact(),
    }
}

fn result(scene: &Scene<'_>, outcome: &Outcome<'_>) -> Markup {
    let words = scene.words();
    let card = outcome.card.0;
    let values = [("card", card.to_string())];
    let decides = scene.state.phase == Phase::Review
        && (may_release(scene) || (outcome.author.is_some() && outcome.author == scene.my_seat()));
    html! {
        li.room-card.picked[!outcome.taken_along.is_empty()].struck[outcome.struck] id={ "result-" (card) } {
            @match outcome.body {
                Body::Form(answers) => {
                    @for field in outcome.fields {
                        @if let Some(answer) = answers.get(&field.id) {
                            p.room-text { span.small { (field.label.get(scene.visitor.speech())) ": " } (answer) }
                        }
                    }
                }
                Body::Text(_) => (body(outcome.body)),
            }
            p.small {
                @if let Some(author) = outcome.author { (scene.name(author)) }
                @else { (words.room_of_nobody()) }
                @if outcome.struck { " · " strong { (words.room_struck()) } }
            }
            @for (seat, why) in &outcome.taken_along {
                p.room-mark { (words.room_takes_along(scene.name(*seat))) @if let Some(why) = why { ": " (why) } }
            }
            @if decides {
                @if outcome.struck {
                    (scene.action(&format!("form-keep-{card}"), "keep", &values, &words.room_keep()))
                } @else {
                    (scene.action(&format!("form-strike-{card}"), "strike", &values, &words.room_strike()))
                }
            }
        }
    }
}
