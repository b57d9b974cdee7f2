//! Typing for somebody else: whoever leads and the scribe help people without a device.

use maud::{Markup, html};
use session::ids::{Seat, VisitNo};
use session::view::InputView;
use ui::icon;

use super::writing::{answer, eye};
use super::{Scene, Told};
use crate::methods::labels;

/// Folded away, unless somebody in the room cannot type for themselves.
pub(super) fn typing(scene: &Scene<'_>, visit: VisitNo) -> Markup {
    let words = scene.words();
    let inputs = &scene.view.types_for;
    let without = |seat: &Seat| {
        scene
            .state
            .person(*seat)
            .is_some_and(|person| person.without_device)
    };
    let is_needed = inputs.iter().any(|(_, seats)| seats.iter().any(without));
    html! {
        @if !inputs.is_empty() {
            details.lead-fold id={ "typing-" (visit.0) } open[is_needed] {
                summary { (words.room_type_for()) }
                p.small { (words.room_type_for_text()) }
                @for (input, seats) in inputs { (one(scene, input, seats, visit)) }
            }
        }
    }
}

fn one(scene: &Scene<'_>, input: &InputView<'_>, seats: &[Seat], visit: VisitNo) -> Markup {
    let words = scene.words();
    let id = format!("form-for-{}-{}", input.no.0, visit.0);
    let typed = match scene.told {
        Told::Refused(_, posted) => posted
            .typed_for(input.no, visit)
            .filter(|typed| !typed.text("for").is_empty()),
        Told::Nothing => None,
    };
    let whom = typed.map_or("", |typed| typed.text("for"));
    let mut seats = seats.to_vec();
    // Those who cannot type themselves stand first.
    seats.sort_by_key(|seat| {
        scene
            .state
            .person(*seat)
            .is_none_or(|person| !person.without_device)
    });
    let values = [("input", input.no.0.to_string()), ("visit", visit.0.to_string())];
    scene.form(
        &id,
        "add",
        &values,
        &html! {
            div.field {
                label for={ (id) "-for" } { (words.room_type_whom()) }
                select id={ (id) "-for" } name="for" required data-keep="" {
                    option value="" { (words.room_choose()) }
                    @for seat in &seats {
                        @let value = seat.0.to_string();
                        option value=(value) selected[value == whom] { (scene.name(*seat)) }
                    }
                }
            }
            p { strong { (scene.say(input.label)) } }
            (answer(scene, &id, input, typed))
            div.room-send {
                button.button type="submit" { (words.room_send()) }
                p.small { (icon(eye(input.mode))) (words.room_sees(labels::sees(words, input.mode))) }
            }
        },
    )
}
