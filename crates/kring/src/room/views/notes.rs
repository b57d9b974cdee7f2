//! Notes for oneself: at hand in every step, kept with whoever wrote them, nobody else's to read.

use maud::{Markup, html};
use session::view::NoteView;
use ui::{Icon, icon};

use super::Scene;

/// The own notes and a place for one more; after the report is released only to read.
pub(super) fn notes(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let notes = &scene.view.notes;
    if scene.my_seat().is_none() || scene.view.must_accept.is_some() {
        return html! {};
    }
    let may_write = scene.is_open() && scene.view.phase != "closed";
    let owns = scene
        .view
        .circle
        .iter()
        .any(|person| person.owner && Some(person.seat) == scene.my_seat());
    html! {
        @if may_write || !notes.is_empty() {
            details.room-notes id="notes" open[owns || scene.view.phase == "closed"] {
                summary { h2 { (words.room_notes(notes.len())) } }
                p.small.room-notes-whose { (icon(Icon::Lock)) (words.room_notes_whose()) }
                @if may_write { (write(scene)) }
                @if !notes.is_empty() { ul.room-notes-list { @for note in notes { (one(scene, note, may_write)) } } }
            }
        }
    }
}

fn write(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    // One id for each note: an empty form takes the place of the one that was sent.
    let number = scene.view.notes.first().map_or(0, |note| note.note.0 + 1);
    let id = format!("form-note-{number}");
    scene.form(
        &id,
        "note",
        &[],
        &html! {
            div.field {
                label.visually-hidden for={ (id) "-text" } { (words.room_note_label()) }
                textarea id={ (id) "-text" } name="text" rows="2" maxlength="4000" data-keep=""
                    placeholder=(words.room_note_hint()) {}
            }
            button.button.quiet type="submit" { (words.room_note_keep()) }
        },
    )
}

fn one(scene: &Scene<'_>, note: &NoteView<'_>, may_drop: bool) -> Markup {
    let words = scene.words();
    html! {
        li id={ "note-" (note.note.0) } {
            p.room-text dir="auto" { (note.text) }
            div.room-buttons.small-buttons {
                @if let Some(step) = note.step { p.small { (scene.say(step)) } }
                @if may_drop {
                    (scene.action(
                        &format!("form-drop-note-{}", note.note.0),
                        "drop-note",
                        &[("note", note.note.0.to_string())],
                        &words.room_note_drop(),
                    ))
                }
            }
        }
    }
}
