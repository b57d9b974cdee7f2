//! What a live session hands over to its meeting: when it ends, and when its report is released.
//!
//! The room works these values out; `store` writes them. Writing the same values again changes nothing, so that it does not
//! matter how often a transaction is tried. Ids follow from the meeting and a number of the session for the same reason.

use crate::id::{MeetingId, PersonId};

/// Everything that is certain once the meeting is over. Nothing in it is said in the words of the group, except what somebody
/// told about an action of their own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ending {
    /// Cases that were treated.
    pub(crate) treated: Vec<Treated>,
    /// What became of earlier actions.
    pub(crate) looked_back: Vec<LookedBack>,
    /// When people were there.
    pub(crate) times: Vec<Times>,
    /// Who has not released their part of the report yet; empty once all of it is released.
    pub(crate) waits_for: Vec<PersonId>,
    /// Microseconds since 1970, UTC.
    pub(crate) at: i64,
}

/// A case that was treated.
#[derive(Clone, Debug)]
pub(crate) struct Treated {
    /// Its number in the session.
    pub(crate) number: u16,
    pub(crate) owner: PersonId,
    /// Who owns it as well.
    pub(crate) others: Vec<PersonId>,
    pub(crate) title: String,
    /// The question in one sentence.
    pub(crate) question: String,
}

impl Treated {
    /// The id of a case that was proposed in the room itself.
    pub(crate) fn id(&self, meeting: &MeetingId) -> String {
        format!("{meeting}-case-{}", self.number)
    }
}

/// An earlier action on which the group looked back.
#[derive(Clone, Debug)]
pub(crate) struct LookedBack {
    pub(crate) action: String,
    /// `done`, `half` or `not_done`.
    pub(crate) progress: &'static str,
    /// What helped, or the new step.
    pub(crate) note: Option<String>,
}

/// When somebody was there.
#[derive(Clone, Debug)]
pub(crate) struct Times {
    /// Their number in the session.
    pub(crate) seat: u16,
    /// `None` for a guest.
    pub(crate) person: Option<PersonId>,
    pub(crate) name: String,
    /// `participant`, `facilitator`, `speaker` or `observer`.
    pub(crate) attends: &'static str,
    /// Microseconds since 1970, UTC.
    pub(crate) arrived_at: i64,
    /// Microseconds since 1970, UTC.
    pub(crate) left_at: i64,
    /// Microseconds there in all.
    pub(crate) there: i64,
    /// `room` or `online`.
    pub(crate) place: &'static str,
    /// With the code at the start and at the end.
    pub(crate) confirmed: (bool, bool),
    pub(crate) corrected: bool,
    /// A case of theirs was treated.
    pub(crate) brought_case: bool,
    /// Method and microseconds of each part, in the order in which they were played.
    pub(crate) parts: Vec<(String, i64)>,
}

/// What the report holds once it is released.
#[derive(Clone, Debug, Default)]
pub(crate) struct Released {
    pub(crate) results: Vec<Kept>,
    pub(crate) actions: Vec<Agreed>,
}

/// A result that stays.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// Its number in the session.
    pub(crate) card: u32,
    /// Its place among all results of the meeting; the same however many of them are released.
    pub(crate) position: i64,
    /// A word of [`session::model::ResultKind`].
    pub(crate) kind: &'static str,
    /// Id of the step.
    pub(crate) step: String,
    pub(crate) text: String,
    /// Who wrote it, where the group knew.
    pub(crate) person: Option<PersonId>,
    /// `group`, `owner` or `writer`.
    pub(crate) audience: &'static str,
    /// Number of the case in the session.
    pub(crate) case: Option<u16>,
    pub(crate) takers: Vec<super::Taker>,
}

/// An action somebody took upon themselves.
#[derive(Clone, Debug)]
pub(crate) struct Agreed {
    /// Its number in the session.
    pub(crate) card: u32,
    /// `None` for a guest.
    pub(crate) person: Option<PersonId>,
    pub(crate) name: String,
    pub(crate) what: String,
    /// How they will notice that it worked.
    pub(crate) notice: Option<String>,
    /// A date, `YYYY-MM-DD`.
    pub(crate) until: Option<String>,
    pub(crate) buddy: Option<String>,
}
