//! Who leads in whose place, and the way to the lead for whom it is open.

use maud::{Markup, html};
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
            (notice(Tone::Calm, &html! { p { (words.room_stands_in(scene.name(leads), scene.name(right))) } }))
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

fn take_over(scene: &Scene<'_>, waits: bool) -> Markup {
    let words = scene.words();
    let text = scene.state.lead.map_or_else(
        || words.room_nobody_leads(),
        |lead| words.room_lead_is_silent(scene.name(lead)),
    );
    html! {
        @if !waits { p { (text) } }
        (scene.main_action("form-take-over", "take-over", &[], &words.room_take_over()))
    }
}

/// Not yet: the page counts the seconds, and shows the button when they are over.
fn waiting(scene: &Scene<'_>, from: session::ids::At) -> Markup {
    let words = scene.words();
    let name = scene.state.lead.map(|lead| scene.name(lead)).unwrap_or_default();
    let lead = scene.state.lead.and_then(|lead| scene.state.person(lead));
    let text = if lead.is_some_and(|lead| lead.present) {
        words.room_lead_line_lost(name)
    } else {
        words.room_lead_left(name)
    };
    let seconds = from.since(scene.view.now).max(0) / session::ids::SECOND + 1;
    html! {
        p { (text) }
        p.small data-hides-at=(from.0) { (words.room_take_over_wait(seconds)) " " span data-until=(from.0) {} }
        div hidden data-shows-at=(from.0) { (take_over(scene, true)) }
    }
}
