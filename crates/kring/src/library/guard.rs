//! What the privacy guard sees in an entry. Outside the closed group it points at everything, also what it is not sure of. Nothing of it
//! is kept: it is looked at again each time, by whoever writes and by whoever checks.

use ::privacy::Finding;

use super::text::{QUESTIONS, Text};
use crate::privacy::replaced;
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

/// Everything the guard sees, in the order of the questions.
pub(super) fn spots(text: &Text) -> Vec<Spot> {
    let all = QUESTIONS.iter().flat_map(|question| {
        let found = ::privacy::find(text.of(question.name)).into_iter();
        found.map(|finding| Spot {
            field: question.name,
            finding,
        })
    });
    all.collect()
}

/// What somebody typed with one spot replaced; as it was when the spot is not there any more.
pub(super) fn with_replaced(posted: Posted, value: &str) -> Posted {
    let mut text = Text::default();
    for question in &QUESTIONS {
        text.set(question.name, posted.text(question.name));
    }
    let spot = spots(&text).into_iter().find(|spot| spot.value() == value);
    let new = spot.and_then(|spot| Some((spot.field, replaced(text.of(spot.field), &spot.finding)?)));
    match new {
        Some((field, text)) => posted.with(field, &text),
        None => posted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spot_is_replaced_and_everything_else_stays() {
        let before: Posted = [
            ("title", "Bellen"),
            ("context", "Ze belt vanaf 06-12345678, elke dag."),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into_iter()
        .collect();
        let mut text = Text::default();
        text.set("context", before.text("context"));
        let [spot] = spots(&text).try_into().unwrap();
        let after = with_replaced(before, &spot.value());
        assert_eq!(after.text("context"), "Ze belt vanaf, elke dag.");
        assert_eq!(after.text("title"), "Bellen");
        // A button of a page that is older than the text does nothing.
        let again = with_replaced(after, &spot.value());
        assert_eq!(again.text("context"), "Ze belt vanaf, elke dag.");
    }
}
