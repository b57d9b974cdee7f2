//! The case being treated; for its owner also the fields that are still closed.

use maud::{Markup, html};
use session::view::OwnField;
use ui::{Icon, icon};

use super::Scene;
use super::groups::names;

/// What everybody may read of it, and what only its owner sees.
pub(super) fn case(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let shown = scene.is_running() || scene.view.looking_back;
    let Some(case) = scene.view.case.as_ref().filter(|_| shown) else {
        return html! {};
    };
    html! {
        h2 { (words.room_case()) }
        p.room-case-title { strong { (case.title) } }
        @if !case.sentence.is_empty() { p lang="nl" { (case.sentence) } }
        p.small { (words.room_case_of(names(scene, case.owners))) }
        @if case.own.is_empty() {
            @for (label, text) in &case.fields {
                h3 { (scene.say(label)) }
                p.room-text { (text) }
            }
        } @else {
            @for field in &case.own { (own(scene, field)) }
        }
    }
}

/// A field of the own case: closed until its step comes.
fn own(scene: &Scene<'_>, field: &OwnField<'_>) -> Markup {
    let words = scene.words();
    let form = format!("form-fill-{}", field.id);
    html! {
        h3 { (scene.say(field.label)) }
        p.small.room-notes-whose {
            @if field.open { (icon(Icon::Eye)) (words.room_field_open()) }
            @else { (icon(Icon::Lock)) (words.room_field_closed()) }
        }
        @if !field.text.is_empty() { p.room-text { (field.text) } }
        @if scene.is_open() && scene.is_running() && !scene.view.looking_back {
            details.room-change {
                summary id={ (form) "-summary" } {
                    (if field.text.is_empty() { words.room_field_fill() } else { words.room_change() })
                }
                (scene.form(&form, "fill", &[("field", field.id.to_owned())], &html! {
                    div.field {
                        label for={ (form) "-text" } { (scene.say(field.label)) }
                        textarea id={ (form) "-text" } name="text" rows="3" maxlength="4000" data-keep="" { (field.text) }
                    }
                    button.button.quiet type="submit" { (words.room_change_send()) }
                }))
            }
        }
    }
}
