//! Who leads in whose place, and the way to the lead for whom it is open.

use maud::{Markup, html};
use session::ids::{At, SECOND, Seat};
use ui::{Tone, notice};

use super::super::Scene;

pub(super) fn succession(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let is_over = matches!(scene.view.phase, "review" | "closed");
    if is_over {
        return html! {};
    }
    html! {
        @if let Some((leads, right)) = scene.view.stands_in {
            (notice(Tone::Calm, &html! { p { (stands_in(scene, leads, right)) } }))
        }
        @if let Some(you) = scene.view.you.as_ref().filter(|_| scene.is_open()) {
            @if you.may_take_back {
                (scene.main_action("form-take-back", "take-back", &[], &words.room_take_back()))
            } @else if you.may_take_over {
                (take_over(scene, false))
            } @else if let Some(from) = you.take_over_from {
                (waiting(scene, from))
            }
        }
    }
}

/// Why somebody is not there, as far as the room knows.
enum Absence {
    LineLost,
    Left,
}

fn absence(scene: &Scene<'_>, seat: Seat) -> Option<Absence> {
    let person = scene.state.person(seat)?;
    match person.line_lost {
        _ if !person.present => Some(Absence::Left),
        Some(_) => Some(Absence::LineLost),
        None => None,
    }
}

fn stands_in(scene: &Scene<'_>, leads: Seat, right: Seat) -> String {
    let (words, name, absent) = (scene.words(), scene.name(leads), scene.name(right));
    match absence(scene, right) {
        Some(Absence::LineLost) => words.room_stands_in_line_lost(name, absent),
        Some(Absence::Left) => words.room_stands_in_left(name, absent),
        None => words.room_stands_in(name, absent),
    }
}

fn take_over(scene: &Scene<'_>, waits: bool) -> Markup {
    let words = scene.words();
    let text = match scene.state.lead {
        Some(lead) => match absence(scene, lead) {
            Some(Absence::LineLost) => words.room_lead_line_long_lost(scene.name(lead)),
            _ => words.room_lead_long_gone(scene.name(lead)),
        },
        None => words.room_nobody_leads(),
    };
    html! {
        @if !waits { p { (text) } }
        (scene.main_action("form-take-over", "take-over", &[], &words.room_take_over()))
    }
}

/// Not yet: the page counts the seconds, and shows the button when they are over.
fn waiting(scene: &Scene<'_>, from: At) -> Markup {
    let words = scene.words();
    let name = scene.state.lead.map(|lead| scene.name(lead)).unwrap_or_default();
    let text = match scene.state.lead.and_then(|lead| absence(scene, lead)) {
        Some(Absence::LineLost) => words.room_lead_line_lost(name),
        _ => words.room_lead_left(name),
    };
    let seconds = from.since(scene.view.now).max(0) / SECOND + 1;
    html! {
        p { (text) }
        p.small data-hides-at=(from.0) { (words.room_take_over_wait(seconds)) " " span data-until=(from.0) {} }
        div hidden data-shows-at=(from.0) { (take_over(scene, true)) }
    }
}
