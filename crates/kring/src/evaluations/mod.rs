//! What people think of a meeting: answers without names, counted, and never shown when there are too few.
//!
//! They are filled in inside the room, where nobody sees them; the room hands them over when the meeting ends. A facilitator sees
//! the answers of one meeting, an organiser the averages over a programme and no text of anybody.

mod pages;
mod rules;
pub(crate) mod store;
mod views;

use ::store::{Tx, from_row};
use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::id::ProgrammeId;

pub(crate) use rules::{Summary, Told};
pub(crate) use views::{digit, summaries};

/// The pages of evaluations.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/meetings/{id}/evaluation", get(pages::of_meeting))
        .route("/programmes/{id}/evaluation", get(pages::of_programme))
}

/// What people thought of the meetings of a programme: averages, and no text of anybody.
#[derive(Clone, Debug)]
pub(crate) struct Marks {
    /// How many meetings have answers.
    pub(crate) meetings: i64,
    /// How many answers there are in all.
    pub(crate) answered: i64,
    /// Empty when there are too few.
    pub(crate) summaries: Vec<Summary>,
}

/// The marks of a whole programme. Whoever asks sees to it that the reader may see them.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn of_programme(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Marks, ::store::Error> {
    let (meetings, answered) = store::counts(tx, programme)?;
    Ok(Marks {
        meetings,
        answered,
        summaries: rules::summaries(store::of_programme(tx, programme)?),
    })
}

/// A filled-in form of a meeting: how often each answer was given.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Method and entry.
    pub(crate) name: String,
    /// How many filled it in.
    pub(crate) answered: usize,
    /// The day, `YYYY-MM-DD`: never the time.
    pub(crate) day: String,
    pub(crate) questions: Vec<Question>,
}

/// A question with its answers.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) id: String,
    /// A word of [`session::model::FormFieldKind`].
    pub(crate) kind: String,
    pub(crate) label_nl: String,
    pub(crate) label_en: String,
    /// Each answer with how often it was given.
    pub(crate) answers: Vec<(String, usize)>,
}

/// An answer that may be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    /// Id of the question.
    pub(crate) question: String,
    pub(crate) position: i64,
    pub(crate) kind: String,
    pub(crate) label_nl: String,
    pub(crate) label_en: String,
    pub(crate) answer: String,
    /// How often.
    pub(crate) times: i64,
}
from_row!(Counted {
    question,
    position,
    kind,
    label_nl,
    label_en,
    answer,
    times
});
