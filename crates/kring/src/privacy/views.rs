//! What stands around a form whose fields are looked at while somebody types.

use maud::{Markup, html};

use crate::web::asset;
use crate::words::Words;

/// A form whose fields show what could give somebody away. Without script the form is what it is, and the guard looks when it is sent.
pub(crate) fn watched(words: &Words, form: &Markup) -> Markup {
    html! {
        privacy-marks data-fine=(words.privacy_marks_fine()) data-key=(words.privacy_marks_key()) {
            (form)
        }
        script type="module" src=(asset("privacy-marks.js")) {}
    }
}
