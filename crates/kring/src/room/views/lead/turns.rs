//! Turns in a round: who speaks, who comes next, who comes back, and how often everybody had the turn.

use maud::{Markup, html};
use session::ids::Seat;
use session::view::StepView;
use ui::locale::and_list;

use super::super::Scene;
use super::{during, press};

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
                    " " (passes(scene, turn))
                }
            }
            @if !step.queue.is_empty() { dt { (words.room_turn_queue()) } dd { (queue(scene, &step.queue)) } }
            @if !step.passed.is_empty() { dt { (words.room_turn_passed()) } dd { (names(step.passed)) } }
            @if !had.is_empty() { dt { (words.room_turn_counts()) } dd.small { (and_list(scene.visitor.language, &had)) } }
        }
    }
}

/// Who still comes, one a line: earlier, later, or passing for them. Every button sends the whole order, so that it needs no
/// script and a page that is behind changes nothing.
fn queue(scene: &Scene<'_>, seats: &[Seat]) -> Markup {
    let words = scene.words();
    html! {
        ol.lead-queue {
            @for (place, seat) in seats.iter().enumerate() {
                li {
                    span { (scene.name(*seat)) }
                    @if let Some(before) = place.checked_sub(1) {
                        (moves(scene, ("earlier", *seat), &swapped(seats, before), &words.room_turn_earlier(scene.name(*seat))))
                    }
                    @if place + 1 < seats.len() {
                        (moves(scene, ("later", *seat), &swapped(seats, place), &words.room_turn_later(scene.name(*seat))))
                    }
                    (passes(scene, *seat))
                }
            }
        }
    }
}

/// The order with this place and the one after it changed.
fn swapped(seats: &[Seat], place: usize) -> Vec<Seat> {
    let mut seats = seats.to_vec();
    if place + 1 < seats.len() {
        seats.swap(place, place + 1);
    }
    seats
}

fn moves(scene: &Scene<'_>, (way, seat): (&str, Seat), order: &[Seat], label: &str) -> Markup {
    let order: Vec<String> = order.iter().map(|seat| seat.0.to_string()).collect();
    let mut values = during(scene);
    values.push(("seats", order.join(",")));
    let sign = if way == "earlier" { "↑" } else { "↓" };
    let button = html! {
        button.button.quiet type="submit" aria-label=(label) title=(label) { span aria-hidden="true" { (sign) } }
    };
    scene.form(
        &format!("form-turn-{way}-{}", seat.0),
        "turn-order",
        &values,
        &button,
    )
}

fn passes(scene: &Scene<'_>, seat: Seat) -> Markup {
    let mut values = during(scene);
    values.push(("seat", seat.0.to_string()));
    let label = scene.words().room_pass_for(scene.name(seat));
    let button = html! { button.button.quiet type="submit" aria-label=(label) { (scene.words().room_pass_for_short()) } };
    scene.form(&format!("form-pass-for-{}", seat.0), "pass-for", &values, &button)
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
