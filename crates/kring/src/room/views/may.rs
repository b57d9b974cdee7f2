//! May I speak, may I write: in words, each with its own picture.

use maud::{Markup, html};
use session::model::Mode;
use session::view::{InputView, StepView, You};
use ui::{Icon, icon};

use super::Scene;

/// Both answers, and the buttons of whoever has the turn.
pub(super) fn may(scene: &Scene<'_>, step: &StepView<'_>) -> Markup {
    let words = scene.words();
    let has_turn = scene.view.you.as_ref().is_some_and(|you| you.has_turn);
    html! {
        ul.room-may {
            @if scene.view.clock.side_talk.is_some() {
                li { (icon(Icon::Clock)) (words.room_side_talk()) }
            }
            @if let Some((which, text)) = speak(scene, step) { li.mine[has_turn] { (icon(which)) (text) } }
            @if let Some(text) = write(scene) { li { (icon(Icon::Pencil)) (text) } }
        }
        @if has_turn && scene.is_open() {
            div.room-buttons {
                @let seat = scene.my_seat().map(|seat| ("seat", seat.0.to_string()));
                (scene.main_action("form-next-turn", "next-turn", seat.as_slice(), &words.room_turn_done()))
                (scene.action("form-pass", "pass", &[], &words.room_pass()))
            }
        }
    }
}

/// Who speaks. Nothing for somebody who leads a talk in which nobody has the turn.
fn speak(scene: &Scene<'_>, step: &StepView<'_>) -> Option<(Icon, String)> {
    let words = scene.words();
    let you = scene.view.you.as_ref();
    if you.is_some_and(|you| you.has_turn) {
        return Some((Icon::Speech, words.room_your_turn()));
    }
    if let Some(seat) = step.turn {
        let comes_next = you.is_some_and(|you| step.queue.first() == Some(&you.seat));
        let name = scene.name(seat);
        let text = if comes_next {
            words.room_turn_then_you(name)
        } else {
            words.room_turn_of(name)
        };
        return Some((Icon::Ear, text));
    }
    if step.speaks.is_empty() {
        return Some((Icon::Ear, words.room_silence()));
    }
    match you {
        Some(you) if you.may_speak => Some((Icon::Speech, words.room_may_speak())),
        Some(You { leads: false, .. }) => Some((Icon::Ear, words.room_listen())),
        _ => None,
    }
}

/// What is asked in writing; `None` where nothing can be written.
fn write(scene: &Scene<'_>) -> Option<String> {
    let words = scene.words();
    let inputs = &scene.view.inputs;
    if inputs.is_empty() || !scene.is_open() {
        return None;
    }
    let asked = |input: &&InputView<'_>| input.open && input.used < input.min;
    let shared = |input: &&InputView<'_>| input.open && input.mode != Mode::Private;
    Some(if inputs.iter().any(|input| asked(&input)) {
        words.room_write_now()
    } else if inputs.iter().any(|input| shared(&input)) {
        words.room_write_if_you_like()
    } else if inputs.iter().any(|input| input.open) {
        words.room_write_for_yourself()
    } else {
        words.room_written()
    })
}
