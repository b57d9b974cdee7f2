//! The report on the page of the room: to decide about before the release, to read and print afterwards.

use std::collections::BTreeMap;

use jiff::Timestamp;
use maud::{Markup, html};
use session::event::{ActionStatus, Body, Place};
use session::ids::BlockNo;
use session::model::ResultKind;
use session::report::{Outcome, Played, outcomes, played};
use session::state::Phase;
use ui::locale::{date, time};
use ui::{Icon, facts};

use super::super::Scene;
use super::super::cards::body;
use super::super::fields::answered;
use super::names;
use crate::room::report::{KINDS, kind_name};

/// Title, when, where and who; then for each part of the agenda what came out of it.
pub(super) fn report(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let parts = parts(scene);
    html! {
        article.report {
            (head(scene))
            @for part in &parts { (part) }
            @if parts.is_empty() { p { (words.room_report_empty()) } }
            (looked_back(scene))
            p.report-foot.small { (words.room_report_confidential()) }
        }
    }
}

/// What the viewer reads of each part: everything once the report is released, before that what is theirs or was released to them.
pub(super) fn parts(scene: &Scene<'_>) -> Vec<Markup> {
    let mut results: BTreeMap<BlockNo, Vec<Outcome<'_>>> = BTreeMap::new();
    let reads = |block: BlockNo| {
        let in_review = scene
            .my_seat()
            .is_some_and(|seat| scene.state.reads_in_review(seat, block));
        scene.state.phase == Phase::Closed || in_review
    };
    for outcome in outcomes(scene.state, scene.my_seat()) {
        if reads(outcome.block) {
            results.entry(outcome.block).or_default().push(outcome);
        }
    }
    played(scene.state)
        .iter()
        .filter_map(|part| Some(one_part(scene, part, results.get(&part.block)?)))
        .collect()
}

fn head(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let language = scene.visitor.language;
    let at = |at: session::ids::At| Timestamp::from_microsecond(at.0).ok();
    let began = scene.state.began.and_then(at);
    let ended = scene.state.ended.and_then(|(moment, _)| at(moment));
    let mut lines = Vec::new();
    if let (Some(began), Some(ended)) = (began, ended) {
        let (from, to) = (time(language, began), time(language, ended));
        lines.push((Icon::Clock, format!("{}, {from}–{to}", date(language, began))));
    }
    lines.push((Icon::Place, place(scene)));
    lines.push((
        Icon::People,
        words.room_report_people(names(scene, &scene.state.recipients())),
    ));
    html! {
        header.report-head {
            p.kicker { (words.room_report_kicker()) }
            h2 lang="nl" { (scene.view.title) }
            (facts(&lines))
        }
    }
}

/// Where people were; a group may have been in two places at once.
fn place(scene: &Scene<'_>) -> String {
    let words = scene.words();
    let there = scene.state.people.iter().filter(|person| person.attended);
    let online = there
        .clone()
        .filter(|person| person.place == Place::Online)
        .count();
    match (online, there.count()) {
        (0, _) => words.room_report_in_the_room(),
        (online, all) if online == all => words.room_report_online(),
        _ => words.room_report_hybrid(),
    }
}

fn one_part(scene: &Scene<'_>, part: &Played<'_>, outcomes: &[Outcome<'_>]) -> Markup {
    let words = scene.words();
    html! {
        section.room-results {
            h3 {
                (part.name.get(scene.visitor.speech()))
                @if let Some(case) = part.case { ": " span lang="nl" { (case) } }
            }
            @for kind in KINDS {
                @let of_kind = of_kind(outcomes, kind);
                @if !of_kind.is_empty() {
                    div.{ "report-kind report-" (session::model::Word::word(kind)) } {
                        h4 { (kind_name(words, kind)) }
                        ul.room-cards { @for outcome in of_kind { (result(scene, outcome)) } }
                    }
                }
            }
            @if let Some(attribution) = part.attribution {
                p.small.report-attribution { (attribution.get(scene.visitor.speech())) " (" (part.licence) ")" }
            }
        }
    }
}

/// Results of a kind; what somebody takes along comes first.
fn of_kind<'o, 's>(outcomes: &'o [Outcome<'s>], kind: ResultKind) -> Vec<&'o Outcome<'s>> {
    let mut of_kind: Vec<&Outcome<'_>> = outcomes.iter().filter(|outcome| outcome.kind == kind).collect();
    of_kind.sort_by_key(|outcome| outcome.taken_along.is_empty());
    of_kind
}

fn looked_back(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let reviews = scene.state.reviews.iter();
    let told: Vec<_> = reviews
        .filter_map(|review| Some((&review.action, review.status.as_ref()?)))
        .collect();
    html! {
        @if !told.is_empty() {
            section.room-results {
                h3 { (words.room_report_looked_back()) }
                ul {
                    @for (action, (status, note)) in told {
                        li {
                            strong { (action.who) } ": " span lang="nl" { (action.what) } " · "
                            (match status {
                                ActionStatus::Done => words.room_action_done(),
                                ActionStatus::Half => words.room_action_half(),
                                ActionStatus::NotDone => words.room_action_not(),
                            })
                            @if let Some(note) = note { " · " span lang="nl" { (note) } }
                        }
                    }
                }
            }
        }
    }
}

/// One result, with what its reader may do about it.
pub(super) fn result(scene: &Scene<'_>, outcome: &Outcome<'_>) -> Markup {
    let words = scene.words();
    let card = outcome.card.0;
    let values = [("card", card.to_string())];
    let decides = scene.state.phase == Phase::Review
        && !scene.state.released_parts.contains(&outcome.block)
        && scene.my_seat().is_some_and(|seat| {
            outcome.author == Some(seat) || scene.state.owners_in(outcome.block).contains(&seat)
        });
    html! {
        li.room-card.picked[!outcome.taken_along.is_empty()].struck[outcome.struck] id={ "result-" (card) } {
            (what(scene, outcome))
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

fn what(scene: &Scene<'_>, outcome: &Outcome<'_>) -> Markup {
    match outcome.body {
        Body::Form(answers) => answered(scene, outcome.fields, answers),
        Body::Text(_) => body(outcome.body),
    }
}
