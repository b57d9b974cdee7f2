//! Turns in a round: who speaks, who comes next, who comes back, and how often everybody had the turn.

use maud::{Markup, html};
use session::ids::Seat;
use session::view::StepView;
use ui::locale::and_list;

use super::super::Scene;
use super::press;

fn round<'s>(scene: &'s Scene<'_>) -> Option<&'s StepView<'s>> {
    let step = scene.view.step.as_ref()?;
    let goes_round = step.turn.is_some() || !step.queue.is_empty() || !step.passed.is_empty();
    goes_round.then_some(step)
}

/// The round at a look, with the small clock of the turn.
pub(super) fn turns(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let Some(step) = round(scene) else {
        return html! {};
    };
    let names = |seats: &[Seat]| {
        let names: Vec<String> = seats.iter().map(|seat| scene.name(*seat)).collect();
        names.join(", ")
    };
    let had: Vec<String> = scene
        .view
        .circle
        .iter()
        .filter(|person| person.turns > 0)
        .map(|person| words.room_turns_of(scene.name(person.seat), person.turns))
        .collect();
    html! {
        dl.lead-turns {
            @if let Some(turn) = step.turn {
                dt { (words.room_turn_now()) }
                dd {
                    strong { (scene.name(turn)) }
                    @if let Some(ends) = step.turn_ends { " " span.lead-turn-clock data-until=(ends.0) {} }
                }
            }
            @if !step.queue.is_empty() { dt { (words.room_turn_queue()) } dd { (names(&step.queue)) } }
            @if !step.passed.is_empty() { dt { (words.room_turn_passed()) } dd { (names(step.passed)) } }
            @if !had.is_empty() { dt { (words.room_turn_counts()) } dd.small { (and_list(scene.visitor.language, &had)) } }
        }
    }
}

/// The button that gives the turn on; where nobody has it, to the first of the round.
pub(super) fn next(scene: &Scene<'_>, is_main: bool) -> Markup {
    let words = scene.words();
    let Some(step) = round(scene) else {
        return html! {};
    };
    let values: Vec<(&str, String)> = step
        .turn
        .map(|seat| ("seat", seat.0.to_string()))
        .into_iter()
        .collect();
    let next = step.queue.first().or_else(|| step.passed.first());
    let label = match next {
        Some(seat) => words.room_next_turn_of(scene.name(*seat)),
        None => words.room_last_turn(),
    };
    press(
        scene,
        ("v", is_main),
        ("form-lead-next-turn", "next-turn"),
        &values,
        &label,
    )
}
