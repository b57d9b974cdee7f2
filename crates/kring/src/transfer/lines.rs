//! A row of a list with all that can be said of it.

use super::Circle;
use super::columns::Column;
use super::entries::{Entry, Fault, Wrong};

/// Something that is worth knowing and stops nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// An earlier row asks for the same.
    Same(usize),
    /// Kring knows them by this name.
    KeepsName(String),
    /// Applications are decided elsewhere.
    Applicant,
    /// A function is kept with an organisation only.
    JobAlone,
}

/// Something that would happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// They become a participant of the programme.
    Joins,
    /// They lead in the programme, in no group.
    Leads,
    /// They get a seat.
    Sits(Seat),
    /// Where they work is filled in, if nobody has yet.
    Works,
}

/// A row with all that can be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) entry: Entry,
    pub(super) steps: Vec<Step>,
    pub(super) notes: Vec<Note>,
    pub(super) faults: Vec<Fault>,
}

impl Line {
    /// Notes a problem.
    pub(super) fn wrong(&mut self, column: Column, what: Wrong) {
        self.faults.push(Fault { column, what });
    }
}

/// A group that is there, or one that the list would make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    In(Circle),
    New(String),
}

impl Seat {
    pub(super) fn name(&self) -> &str {
        match self {
            Self::In(circle) => &circle.name,
            Self::New(name) => name,
        }
    }

    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::In(one), Self::In(two)) => one.id == two.id,
            (one, two) => one.name().to_lowercase() == two.name().to_lowercase(),
        }
    }
}
