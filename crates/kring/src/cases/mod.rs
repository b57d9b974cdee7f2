//! Prepared cases, as far as the agenda needs them: a neutral title and one sentence.
//!
//! The story of a case, who may read it and what is kept of it will live here too, encrypted. Nothing of a case is ever shown
//! to an organiser.

pub(crate) mod store;

use ::store::from_row;

use crate::id::PersonId;

/// A case on the list of a meeting.
#[derive(Clone, Debug)]
pub(crate) struct Case {
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
}
from_row!(Case {
    owner_id,
    owner,
    title,
    question,
    state
});
