//! Who only watches, and whether they see names.

use maud::{Markup, html};
use session::decide::may_watch;
use session::event::Attends;
use session::ids::Seat;

use super::super::Scene;
use super::people::person_field;

/// What watching means, who may do it from now on, who takes part again.
pub(super) fn watching(scene: &Scene<'_>, present: &[Seat]) -> Markup {
    let words = scene.words();
    let watches = |seat: &Seat| {
        let person = scene.state.person(*seat);
        person.is_some_and(|person| person.attends == Attends::Observer)
    };
    let (watching, others): (Vec<Seat>, Vec<Seat>) = present.iter().copied().partition(watches);
    let others: Vec<Seat> = others
        .into_iter()
        .filter(|seat| may_watch(scene.state, *seat))
        .collect();
    html! {
        h3 { (words.room_watching()) }
        p.small { (words.room_watching_text()) }
        @if !others.is_empty() {
            (scene.form("form-watch", "watch", &[], &html! {
                (person_field(scene, "form-watch", &words.room_watch_who(), &others))
                button.button.quiet type="submit" { (words.room_watch()) }
            }))
        }
        @for seat in &watching {
            (scene.action(
                &format!("form-watch-{}", seat.0),
                "watch",
                &[("seat", seat.0.to_string()), ("watches", "no".to_owned())],
                &words.room_watch_no_more(scene.name(*seat)),
            ))
        }
        (names(scene))
    }
}

fn names(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let (text, shown, label) = if scene.state.observers_see_no_names {
        (words.room_names_hidden(), "yes", words.room_names_show())
    } else {
        (words.room_names_shown(), "no", words.room_names_hide())
    };
    html! {
        p.small { (text) }
        (scene.action("form-names", "names", &[("shown", shown.to_owned())], &label))
    }
}
