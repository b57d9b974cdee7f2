//! What the page of somebody who types asks while they do.

use std::time::Duration;

use ::privacy::Finding;
use anyhow::Context as _;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;

use super::{does, kind, patch, piece, reason, sure};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::web::limit::Rule;
use crate::web::{Form, Posted, Visitor};
use crate::words::Words;

/// Somebody who types asks a few times in ten seconds; a program that wants to try names out asks more.
const LOOKS: Rule = Rule {
    name: "privacy-looks",
    times: 120,
    within: Duration::from_mins(1),
};

/// Bytes that are looked at; far more than any field of a form holds.
const MOST: usize = 64 * 1024;

/// What is found in the text of a field.
#[derive(Debug, Serialize)]
struct Look {
    /// How much, as a sentence in the language of the reader.
    saw: String,
    marks: Vec<Mark>,
}

/// A spot in the text of a field. Places are counted as a browser counts them: in units of UTF-16.
#[derive(Debug, Serialize)]
struct Mark {
    start: usize,
    end: usize,
    /// What it is and why it was found, in the language of the reader.
    why: String,
    /// What can be done about it: what the button says, or that only its writer can.
    does: String,
    /// What the button puts in its place.
    patch: Option<Instead>,
}

#[derive(Debug, Serialize)]
struct Instead {
    start: usize,
    end: usize,
    /// Empty when the piece is left out.
    text: String,
}

/// Everything the guard is fairly sure of in one text. Nothing of it is kept or logged.
pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Person(person): Person,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    app.limits.count(&LOOKS, &person.person.0)?;
    let text = posted.text("text");
    let text = piece(text, 0, text.floor_char_boundary(MOST));
    let words = visitor.words();
    let marks: Vec<Mark> = sure(text).map(|finding| mark(text, &finding, words)).collect();
    let look = Look {
        saw: words.privacy_saw(marks.len()),
        marks,
    };
    let look = serde_json::to_string(&look).context("writing what was found")?;
    Ok(([(CONTENT_TYPE, "application/json")], look).into_response())
}

fn mark(text: &str, finding: &Finding, words: &Words) -> Mark {
    let units = |at: usize| piece(text, 0, at).encode_utf16().count();
    let patch = patch(text, finding);
    Mark {
        start: units(finding.start),
        end: units(finding.end),
        why: format!("{}: {}", kind(finding.kind, words), reason(finding.reason, words)),
        does: does(patch.as_ref(), words),
        patch: patch.map(|patch| Instead {
            start: units(patch.start),
            end: units(patch.end),
            text: patch.text,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;
    use ui::Language;

    #[test]
    fn places_are_counted_as_a_browser_does() {
        let text = "Café 😀: ik belde 06-12345678, elke dag.";
        let found = ::privacy::find(text);
        let marks: Vec<Mark> = found
            .iter()
            .map(|one| mark(text, one, words(Language::Nl)))
            .collect();
        let [mark] = marks.as_slice() else {
            panic!("{marks:?}")
        };
        let units: Vec<u16> = text.encode_utf16().collect();
        let shown = String::from_utf16(&units[mark.start..mark.end]).unwrap();
        assert_eq!(shown, "06-12345678");
        let Some(patch) = &mark.patch else { panic!() };
        let before = String::from_utf16(&units[..patch.start]).unwrap();
        let after = String::from_utf16(&units[patch.end..]).unwrap();
        assert_eq!(
            format!("{before}{}{after}", patch.text),
            "Café 😀: ik belde, elke dag."
        );
    }
}
