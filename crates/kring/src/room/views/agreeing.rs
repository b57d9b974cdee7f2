//! The agreements, before somebody sees a word of a case.

use maud::{Markup, html};
use ui::{Icon, icon};

use super::Scene;
use crate::agreements::views::text;

/// The agreements and one button; `None` for who has accepted them.
pub(super) fn first(scene: &Scene<'_>) -> Option<Markup> {
    let version = scene.view.must_accept.filter(|_| scene.view.phase != "closed")?;
    let words = scene.words();
    let agreement = scene.entrance.agreement.as_ref();
    let is_guest = scene.is_guest();
    Some(html! {
        p.room-where { (scene.view.title) }
        h1 { (words.agreements_first()) }
        p.room-task { (if is_guest { words.agreements_first_guest() } else { words.agreements_first_text() }) }
        div.room-agreements {
            @if let Some(agreement) = agreement { (text(&agreement.text)) }
            (scene.main_action(
                "form-accept",
                "accept",
                &[("version", version.to_string())],
                &words.agreements_accept(),
            ))
            p.small { (icon(Icon::Trust)) (words.agreements_first_note()) }
        }
    })
}
