//! What the privacy guard sees in the text that somebody is about to share. Nothing of it is kept: it is looked at again each time.

use ::privacy::Finding;

use super::template::QUESTIONS;
use crate::privacy::{replaced, sure};
use crate::web::Posted;

/// A spot in an answer.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// The name of the question.
    pub(super) field: &'static str,
    pub(super) finding: Finding,
}

impl Spot {
    /// What the button that replaces it says to the server: the question, and where in its answer.
    pub(super) fn value(&self) -> String {
        format!("{}:{}:{}", self.field, self.finding.start, self.finding.end)
    }
}

/// Everything the guard is fairly sure of, in the order of the questions.
pub(super) fn spots(posted: &Posted) -> Vec<Spot> {
    QUESTIONS
        .iter()
        .flat_map(|question| {
            sure(posted.text(question.name)).map(|finding| Spot {
                field: question.name,
                finding,
            })
        })
        .collect()
}

/// What somebody typed with one spot replaced; as it was when the spot is not there any more.
pub(super) fn with_replaced(posted: &Posted, value: &str) -> Posted {
    let spot = spots(posted).into_iter().find(|spot| spot.value() == value);
    posted
        .fields()
        .filter(|(name, _)| *name != "replace")
        .map(|(name, text)| {
            let here = spot.as_ref().filter(|spot| spot.field == name);
            let text = here.and_then(|spot| replaced(text, &spot.finding));
            (
                name.to_owned(),
                text.unwrap_or_else(|| posted.text(name).to_owned()),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        fields
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn one_spot_is_replaced_and_everything_else_stays() {
        let before = posted(&[
            ("title", "Bellen"),
            ("situation", "Ze belt vanaf 06-12345678, elke dag."),
            ("version", "3"),
            ("replace", "x"),
        ]);
        let spots = spots(&before);
        let [spot] = spots.as_slice() else {
            panic!("{spots:?}")
        };
        let after = with_replaced(&before, &spot.value());
        assert_eq!(after.text("situation"), "Ze belt vanaf, elke dag.");
        assert_eq!((after.text("title"), after.text("version")), ("Bellen", "3"));
        assert_eq!(after.get("replace"), None);
        // A button of a page that is older than the text does nothing.
        assert_eq!(
            with_replaced(&after, &spot.value()).text("situation"),
            "Ze belt vanaf, elke dag."
        );
    }
}
