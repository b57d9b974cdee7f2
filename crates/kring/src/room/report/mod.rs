//! The report of a session as a document, at any moment, for one reader.
//!
//! What a reader may have follows from how far the session is: while it runs, what is on their own screen; between the end and the
//! release, for those who release it everything that is theirs to decide about, and their own words for the others, with parts that
//! were released by themselves; afterwards the report, for exactly those to whom
//! it was released. Which card is in sight is decided by the crate `session`; here it is only put in order.

mod build;
mod json;
mod markdown;
mod pages;
mod sheet;

use serde::Serialize;
use session::State;
use session::ids::Seat;
use session::model::ResultKind;
use session::state::Phase;

use crate::words::Words;

pub(super) use pages::{csv, json, markdown};

/// The order in which a reader wants them: what it was about, what was found, what to do.
pub(super) const KINDS: [ResultKind; 8] = [
    ResultKind::CoreQuestion,
    ResultKind::Advice,
    ResultKind::Insight,
    ResultKind::Idea,
    ResultKind::Action,
    ResultKind::Lesson,
    ResultKind::Question,
    ResultKind::Fact,
];

/// What a kind of result is called in a heading.
pub(super) fn kind_name(words: &Words, kind: ResultKind) -> String {
    match kind {
        ResultKind::CoreQuestion => words.room_kind_core_question(),
        ResultKind::Advice => words.room_kind_advice(),
        ResultKind::Insight => words.room_kind_insight(),
        ResultKind::Idea => words.room_kind_idea(),
        ResultKind::Action => words.room_kind_action(),
        ResultKind::Lesson => words.room_kind_lesson(),
        ResultKind::Question => words.room_kind_question(),
        ResultKind::Fact => words.room_kind_fact(),
    }
}

/// What a reader may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// What is on their screen now.
    Screen,
    /// What they decide about.
    Draft,
    /// Only what they wrote themselves, and what was released to them.
    OwnWords,
    /// The released report.
    Report,
}

/// What somebody may have now; `None` is nothing at all, as if there were no report.
pub(super) fn sight(state: &State, seat: Seat) -> Option<Sight> {
    // Before somebody has promised what the group promised, there is nothing for them.
    let person = state.person(seat).filter(|person| person.accepted)?;
    let present = person.present;
    match state.phase {
        Phase::Unopened => None,
        Phase::Lobby | Phase::Running => present.then_some(Sight::Screen),
        Phase::Review if state.releasers().contains(&seat) => present.then_some(Sight::Draft),
        Phase::Review => present.then_some(Sight::OwnWords),
        Phase::Closed => {
            let released = state.released.as_ref().is_some_and(|to| to.contains(&seat));
            released.then_some(Sight::Report)
        }
    }
}

/// A report, ready to be written in any form. The fields of its JSON are described in `docs/export.md`.
#[derive(Clone, Debug, Serialize)]
struct Report {
    schema: &'static str,
    stage: &'static str,
    language: &'static str,
    title: String,
    /// Local time with its offset.
    starts: Option<String>,
    place: Option<String>,
    /// Who was there, the facilitator first.
    people: Vec<String>,
    parts: Vec<Part>,
    /// What became of earlier actions.
    looked_back: Vec<LookedBack>,
}

#[derive(Clone, Debug, Serialize)]
struct Part {
    method: String,
    name: String,
    version: u32,
    licence: String,
    attribution: Option<String>,
    case: Option<String>,
    question: Option<String>,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, Serialize)]
struct Entry {
    /// A word of [`ResultKind`]; `None` is a note.
    kind: Option<ResultKind>,
    step: String,
    text: String,
    /// Answers of a form, in the order of its questions.
    answers: Vec<Answered>,
    author: Option<String>,
    taken_along: Vec<Taken>,
    struck: bool,
    /// Not everybody sees it.
    private: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Answered {
    question: String,
    answer: String,
}

#[derive(Clone, Debug, Serialize)]
struct Taken {
    by: String,
    why: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct LookedBack {
    who: String,
    what: String,
    progress: &'static str,
    note: Option<String>,
}

impl Part {
    /// Entries of a kind; what somebody takes along comes first.
    fn of_kind(&self, kind: Option<ResultKind>) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = self.entries.iter().filter(|entry| entry.kind == kind).collect();
        entries.sort_by_key(|entry| entry.taken_along.is_empty());
        entries
    }
}
