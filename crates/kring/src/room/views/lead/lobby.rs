//! Before the beginning: who is in, what is missing, what will happen when.

use maud::{Markup, html};
use session::ids::SECOND;
use session::model::{CaseNeed, Kind};
use ui::{Icon, icon};

use super::super::Scene;
use super::{people, press, time};

pub(super) fn lobby(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let missing = missing(scene);
    html! {
        h2 { (words.room_lead()) }
        ul.lead-missing {
            li { (icon(Icon::People)) (words.room_inside(scene.state.taking_part().len())) }
            @for text in &missing { li.not-yet { (icon(Icon::Alert)) (text) } }
            @if missing.is_empty() { li.ready { (icon(Icon::Check)) (words.room_lobby_ready()) } }
        }
        @if needs_owner(scene) { (people::owner(scene)) }
        div.lead-bar { (press(scene, ("n", true), ("form-begin", "begin"), &[], &words.room_begin())) }
        p { a href={ "/room/" (scene.meeting) "/screen" } target="_blank" { (words.room_open_screen()) } }
        (plan(scene))
        div.lead-more { (people::people(scene)) }
    }
}

/// What the methods of the plan still need.
fn missing(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words();
    let state = scene.state;
    let people = state.taking_part().len();
    let blocks = state
        .script
        .blocks
        .iter()
        .filter(|block| block.kind == Kind::Method);
    let most = blocks.max_by_key(|block| block.group.min);
    let too_few = most.filter(|block| people < usize::from(block.group.min));
    let mut missing: Vec<String> = too_few
        .map(|block| words.room_too_few(scene.say(&block.name), block.group.min))
        .into_iter()
        .collect();
    if needs_owner(scene) {
        missing.push(words.room_owner_missing());
    }
    missing
}

/// Whether a method about one case has nobody who brings it in, and no step in which the group chooses.
fn needs_owner(scene: &Scene<'_>) -> bool {
    let state = scene.state;
    let needs = state
        .script
        .blocks
        .iter()
        .any(|block| block.case == CaseNeed::One);
    let chooses = state
        .script
        .steps
        .iter()
        .any(|step| step.step.choose_case.is_some());
    let owned = state
        .roles
        .get(&session::model::Role::Owner)
        .is_some_and(|seats| !seats.is_empty());
    let prepared = state.cases.iter().any(|case| {
        let mut owners = case.owners.iter();
        owners.any(|seat| state.person(*seat).is_some_and(|person| person.present))
    });
    needs && !chooses && !owned && !prepared
}

/// The parts of the meeting with the time each begins, if it begins now.
fn plan(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let state = scene.state;
    let ahead = state.ahead();
    let mut at = scene.view.now;
    let mut rows = Vec::new();
    for block in &state.flow.agenda {
        let steps = ahead.iter().filter(|step| step.cursor.block == *block);
        let seconds: u32 = steps.map(|step| step.seconds.unwrap_or_default()).sum();
        rows.push((at, *block, seconds));
        at = at.plus(i64::from(seconds) * SECOND);
    }
    html! {
        h3 { (words.room_plan_now()) }
        table.lead-plan {
            caption.visually-hidden { (words.room_plan_now()) }
            thead.visually-hidden { tr { th { (words.room_plan_at()) } th { (words.room_plan_what()) } th { (words.room_plan_long()) } } }
            tbody {
                @for (at, block, seconds) in &rows {
                    @if let Some(script) = state.script.block(*block) {
                        tr {
                            td { (time::clock_time(scene, *at)) }
                            td { (scene.say(&script.name)) }
                            td { (words.room_minutes(time::length(scene, *seconds))) }
                        }
                    }
                }
                tr { td { (time::clock_time(scene, at)) } td { (words.room_plan_end()) } td {} }
            }
        }
    }
}
