//! Prepared cases, as far as the agenda needs them: a neutral title and one sentence.
//!
//! The story of a case, who may read it and what is kept of it will live here too, encrypted. Nothing of a case is ever shown
//! to an organiser.

pub(crate) mod store;

use ::store::{Error, FromRow, Row};

use crate::id::PersonId;

/// A case on the list of a meeting.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) id: String,
    /// Who brings it.
    pub(crate) owner_id: PersonId,
    /// The name of the owner.
    pub(crate) owner: String,
    /// Neutral title.
    pub(crate) title: String,
    /// The question to the group, one sentence.
    pub(crate) question: String,
    /// `ready`, `treated` or `spare`.
    pub(crate) state: String,
    /// It came from a cause of a bottleneck, which has the same id.
    pub(crate) is_from_cause: bool,
    /// How much it presses, from 1 to 3, as its owner said; 2 when they did not.
    pub(crate) urgency: i64,
    /// In how many earlier meetings it was not treated.
    pub(crate) waited: i64,
    /// Who owns it as well, with their names.
    pub(crate) others: Vec<(PersonId, String)>,
}

impl FromRow for Case {
    fn from_row(row: &Row<'_>) -> Result<Self, Error> {
        let from_cause: i64 = row.get("from_cause")?;
        Ok(Self {
            id: row.get("id")?,
            owner_id: row.get("owner_id")?,
            owner: row.get("owner")?,
            title: row.get("title")?,
            question: row.get("question")?,
            state: row.get("state")?,
            is_from_cause: from_cause > 0,
            urgency: row.get("urgency")?,
            waited: row.get("waited")?,
            others: Vec::new(),
        })
    }
}

impl Case {
    /// Everybody whose case it is, the one who brings it first.
    pub(crate) fn owners(&self) -> impl Iterator<Item = &PersonId> {
        std::iter::once(&self.owner_id).chain(self.others.iter().map(|(person, _)| person))
    }

    /// Their names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.owner.as_str()).chain(self.others.iter().map(|(_, name)| name.as_str()))
    }

    /// Whether it is this person's case.
    pub(crate) fn is_of(&self, person: &PersonId) -> bool {
        self.owners().any(|owner| owner == person)
    }
}
