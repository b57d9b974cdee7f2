//! Cards that somebody weighs: what is still to be weighed first, then warm before cold.

use maud::{Markup, html};
use session::ids::InputNo;
use session::model::Scale;
use session::view::CardView;

use super::Scene;
use super::cards::{in_language, one};
use crate::methods::labels::capital;

/// The scale an input is weighed on, in this step or another one.
pub(super) fn scale_of(scene: &Scene<'_>, input: InputNo) -> Option<Scale> {
    let mut steps = scene
        .state
        .script
        .steps
        .iter()
        .filter(|step| step.rate_of.contains(&input));
    steps
        .find_map(|step| step.step.rate.as_ref())
        .map(|rate| rate.scale)
}

/// The scale by which cards can be sorted: one for all of them, weighed now or before, by one person at most.
pub(super) fn scale(scene: &Scene<'_>, cards: &[&CardView<'_>]) -> Option<Scale> {
    let weighs = scene.view.step.as_ref().is_some_and(|step| step.rate.is_some());
    let is_weighed = cards.iter().any(|card| !card.ratings.is_empty());
    let by_one = cards.iter().all(|card| card.ratings.len() <= 1);
    let scales = || cards.iter().filter_map(|card| scale_of(scene, card.input));
    scales()
        .next()
        .filter(|scale| (weighs || is_weighed) && by_one && scales().all(|other| other == *scale))
}

/// A count of each value, and the cards under their values.
pub(super) fn sorted(scene: &Scene<'_>, scale: Scale, cards: &[&CardView<'_>]) -> Markup {
    let words = scene.words();
    let language = scene.visitor.language;
    let of = |value: Option<&str>| -> Vec<&CardView<'_>> {
        let rated = |card: &&&CardView<'_>| card.ratings.first().map(|(word, _)| *word) == value;
        cards.iter().filter(rated).copied().collect()
    };
    let open = of(None);
    let weighs = scene.view.step.as_ref().is_some_and(|step| step.rate.is_some());
    let open_label = if weighs {
        words.room_to_weigh()
    } else {
        words.room_not_weighed()
    };
    html! {
        ul.room-tally {
            @for value in scale.values() {
                li.{ "rate-" (value.0) } { strong { (of(Some(value.0)).len()) } " " (in_language(language, value)) }
            }
            @if !open.is_empty() { li { strong { (open.len()) } " " (open_label) } }
        }
        div.room-piles {
            @if weighs { (pile(scene, &open_label, "open", &open)) }
            @for value in scale.values() {
                (pile(scene, in_language(language, value), value.0, &of(Some(value.0))))
            }
            @if !weighs { (pile(scene, &open_label, "open", &open)) }
        }
    }
}

fn pile(scene: &Scene<'_>, label: &str, value: &str, cards: &[&CardView<'_>]) -> Markup {
    html! {
        @if !cards.is_empty() {
            section.room-pile.{ "rate-" (value) } {
                h3 { (capital(label)) }
                ul.room-cards { @for card in cards { (one(scene, card)) } }
            }
        }
    }
}
