//! Meetings: when and where, the agenda, who comes, and what came out.
//!
//! Running a meeting is the work of the room: the page of a meeting leads to it while the meeting goes on, and offers the script
//! of its method for paper.

pub(crate) mod agenda;
mod invitation;
pub(crate) mod kept;
mod pages;
pub(crate) mod rules;
pub(crate) mod store;
pub(crate) mod views;

use ::store::{Error, FromRow, Row, from_row};
use axum::Router;
use axum::routing::{get, post};
use jiff::Timestamp;
use ui::Language;

use crate::agreements::Scope;
use crate::app::App;
use crate::id::{GroupId, MeetingId, PersonId, ProgrammeId};

pub(crate) use invitation::{InLanguage, Invitation};
pub(crate) use pages::Seen;

/// The page of a meeting.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/meetings/{id}", get(pages::show))
        .route("/meetings/{id}/watching", post(pages::watch))
        .route("/meetings/{id}/attendance", get(pages::attendance))
        .route("/meetings/{id}/attendance.csv", get(pages::attendance_sheet))
}

/// A meeting with the names of where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Meeting {
    pub(crate) id: MeetingId,
    pub(crate) programme_id: ProgrammeId,
    /// The name of the programme.
    pub(crate) programme: String,
    /// The accent colour of the programme.
    pub(crate) accent: String,
    /// `None` for an open meeting.
    pub(crate) group_id: Option<GroupId>,
    /// The name of the group.
    pub(crate) group_name: Option<String>,
    /// Neutral title.
    pub(crate) title: String,
    /// Microseconds since 1970, UTC.
    pub(crate) starts_at: i64,
    /// Microseconds since 1970, UTC.
    pub(crate) ends_at: i64,
    /// Where people meet.
    pub(crate) place: Option<String>,
    /// The address of the video meeting.
    pub(crate) online: Option<String>,
    /// The plan of the agenda, as JSON.
    pub(crate) plan: String,
    /// `planned`, `held` or `cancelled`.
    pub(crate) state: String,
    /// When people were invited, in microseconds since 1970, UTC; `None` while it is only a plan of whoever organises it.
    pub(crate) published_at: Option<i64>,
}
from_row!(Meeting {
    id,
    programme_id,
    programme,
    accent,
    group_id,
    group_name,
    title,
    starts_at,
    ends_at,
    place,
    online,
    plan,
    state,
    published_at
});

impl Meeting {
    /// Whose agreements hold at it.
    pub(crate) fn scope(&self) -> Scope {
        Scope {
            programme: self.programme_id.clone(),
            group: self.group_id.clone(),
        }
    }

    /// When it begins.
    pub(crate) fn starts(&self) -> Timestamp {
        Timestamp::from_microsecond(self.starts_at).unwrap_or_default()
    }

    /// When it ends.
    pub(crate) fn ends(&self) -> Timestamp {
        Timestamp::from_microsecond(self.ends_at).unwrap_or_default()
    }

    /// A meeting for tests of rules.
    #[cfg(test)]
    pub(crate) fn sample(starts: Timestamp, ends: Timestamp) -> Self {
        Self {
            id: MeetingId("meeting".to_owned()),
            programme_id: ProgrammeId("programme".to_owned()),
            programme: String::new(),
            accent: String::new(),
            group_id: None,
            group_name: None,
            title: String::new(),
            starts_at: starts.as_microsecond(),
            ends_at: ends.as_microsecond(),
            place: None,
            online: None,
            plan: String::new(),
            state: "planned".to_owned(),
            published_at: Some(0),
        }
    }
}

/// Somebody on the list of a meeting.
#[derive(Clone, Debug)]
pub(crate) struct Attendant {
    pub(crate) person_id: PersonId,
    pub(crate) name: String,
    /// Where they work and as what, if known.
    pub(crate) job: Option<String>,
    pub(crate) organisation: Option<String>,
    /// `participant`, `facilitator` or `speaker`.
    pub(crate) role: String,
    /// `expected`, `declined`, `present` or `absent`.
    pub(crate) state: String,
}
from_row!(Attendant {
    person_id,
    name,
    job,
    organisation,
    role,
    state
});

/// Something to read for a meeting, as its page names it.
#[derive(Clone, Debug)]
pub(crate) struct Paper {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Where it is, when it is no file.
    pub(crate) link: Option<String>,
}
from_row!(Paper { id, title, link });

/// Somebody who was there, and when: what a register asks for, and nothing of what was said.
#[derive(Clone, Debug)]
pub(crate) struct Present {
    /// Their number in the session.
    pub(crate) seat: i64,
    /// `None` for a guest.
    pub(crate) person_id: Option<PersonId>,
    pub(crate) name: String,
    pub(crate) job: Option<String>,
    pub(crate) organisation: Option<String>,
    /// `participant`, `facilitator`, `speaker` or `observer`.
    pub(crate) attends: String,
    /// Microseconds since 1970, UTC.
    pub(crate) arrived_at: i64,
    /// Microseconds since 1970, UTC.
    pub(crate) left_at: i64,
    /// Microseconds there in all.
    pub(crate) there: i64,
    /// `room` or `online`.
    pub(crate) place: String,
    /// With the code at the start and at the end.
    pub(crate) confirmed: (bool, bool),
    pub(crate) corrected: bool,
    /// A case of theirs was treated.
    pub(crate) brought_case: bool,
    /// Method and microseconds of each part.
    pub(crate) parts: Vec<(String, i64)>,
}

/// Something a meeting left behind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) id: String,
    /// A word of [`session::model::ResultKind`].
    pub(crate) kind: String,
    pub(crate) text: String,
    /// Who wrote it, where that is known.
    pub(crate) person_id: Option<PersonId>,
    /// The name of the writer.
    pub(crate) name: Option<String>,
    /// `group`, `owner` or `writer`.
    pub(crate) audience: String,
    /// The case it belongs to.
    pub(crate) case_id: Option<String>,
    /// The title of that case.
    pub(crate) case_title: Option<String>,
    /// Whose case that is.
    pub(crate) case_owner: Option<PersonId>,
    /// Who owns that case as well.
    pub(crate) co_owners: Vec<PersonId>,
    /// Who takes it along.
    pub(crate) takers: Vec<Taker>,
}

impl FromRow for Outcome {
    fn from_row(row: &Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("id")?,
            kind: row.get("kind")?,
            text: row.get("text")?,
            person_id: row.get("person_id")?,
            name: row.get("name")?,
            audience: row.get("audience")?,
            case_id: row.get("case_id")?,
            case_title: row.get("case_title")?,
            case_owner: row.get("case_owner")?,
            co_owners: Vec::new(),
            takers: Vec::new(),
        })
    }
}

/// Somebody who takes a result along, and why.
#[derive(Clone, Debug)]
pub(crate) struct Taker {
    /// `None` for a guest.
    pub(crate) person_id: Option<PersonId>,
    pub(crate) name: String,
    pub(crate) why: Option<String>,
}

/// What somebody is going to do.
#[derive(Clone, Debug)]
pub(crate) struct Action {
    pub(crate) id: String,
    pub(crate) meeting_id: MeetingId,
    /// The title of the meeting where it was agreed.
    pub(crate) meeting: String,
    pub(crate) name: String,
    pub(crate) what: String,
    /// A date, `YYYY-MM-DD`.
    pub(crate) until: Option<String>,
    /// `open`, `done` or `dropped`.
    pub(crate) state: String,
    /// `done`, `half` or `not_done`: how far it was when the group last looked back.
    pub(crate) progress: Option<String>,
    /// The cause of a bottleneck that it is about, where that was asked for.
    pub(crate) cause_id: Option<String>,
}
from_row!(Action {
    id,
    meeting_id,
    meeting,
    name,
    what,
    until,
    state,
    progress,
    cause_id
});

/// Somebody whose report has been waiting for long.
#[derive(Clone, Debug)]
pub(crate) struct Overdue {
    pub(crate) meeting_id: MeetingId,
    /// The title of the meeting.
    pub(crate) title: String,
    pub(crate) person_id: PersonId,
    pub(crate) mail: String,
    pub(crate) language: String,
}
from_row!(Overdue {
    meeting_id,
    title,
    person_id,
    mail,
    language
});

impl Overdue {
    /// What they are written to in.
    pub(crate) fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or_default()
    }
}
