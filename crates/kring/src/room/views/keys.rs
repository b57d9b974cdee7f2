//! The list of keys for whoever leads. It stands outside the parts, so that it stays open whatever happens in the room.

use maud::{Markup, html};

use super::Scene;

/// A dialog and its button. Both appear only with the script, and only while the page has buttons with a key.
pub(super) fn keys(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let keys = [
        ("N".to_owned(), words.room_key_next()),
        ("B".to_owned(), words.room_key_back()),
        (words.room_key_space(), words.room_key_clock()),
        ("+".to_owned(), words.room_key_plus()),
        ("-".to_owned(), words.room_key_minus()),
        ("V".to_owned(), words.room_key_turn()),
        ("S".to_owned(), words.room_key_show()),
        ("T".to_owned(), words.room_key_talk()),
        ("?".to_owned(), words.room_key_help()),
    ];
    html! {
        button.button.quiet.lead-keys-open type="button" data-keys-open="" hidden { (words.room_keys()) }
        dialog.lead-keys id="room-keys" aria-labelledby="room-keys-title" data-pressed=(words.room_key_pressed("\u{2026}")) {
            h2 id="room-keys-title" { (words.room_keys()) }
            p { (words.room_keys_text()) }
            dl { @for (key, does) in &keys { div { dt { kbd { (key) } } dd { (does) } } } }
            p role="status" data-keys-state="" data-on=(words.room_keys_are_on()) data-off=(words.room_keys_are_off()) {}
            div.room-buttons {
                button.button.quiet type="button" data-keys-switch="" data-on=(words.room_keys_on()) data-off=(words.room_keys_off()) {
                    (words.room_keys_off())
                }
                button.button type="button" data-keys-close="" { (words.room_keys_close()) }
            }
        }
    }
}
