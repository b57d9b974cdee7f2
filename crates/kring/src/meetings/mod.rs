//! Meetings: when and where, the agenda, who comes, and what came out.
//!
//! Running a meeting is the work of the room: the page of a meeting leads to it while the meeting goes on, and offers the script
//! of its method for paper.

pub(crate) mod agenda;
mod pages;
pub(crate) mod rules;
pub(crate) mod store;
pub(crate) mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::get;
use jiff::Timestamp;

use crate::app::App;
use crate::id::{GroupId, MeetingId, PersonId, ProgrammeId};

/// The page of a meeting.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/meetings/{id}", get(pages::show))
}

/// A meeting with the names of where it belongs.
#[derive(Clone, Debug)]
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
    state
});

impl Meeting {
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

/// Something a meeting left behind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    /// A word of [`session::model::ResultKind`].
    pub(crate) kind: String,
    pub(crate) text: String,
    /// Who wrote it, where that is known.
    pub(crate) person_id: Option<PersonId>,
    /// The name of the writer.
    pub(crate) name: Option<String>,
    /// `group`, `owner` or `writer`.
    pub(crate) audience: String,
}
from_row!(Outcome {
    kind,
    text,
    person_id,
    name,
    audience
});

/// What somebody is going to do.
#[derive(Clone, Debug)]
pub(crate) struct Action {
    pub(crate) meeting_id: MeetingId,
    /// The title of the meeting where it was agreed.
    pub(crate) meeting: String,
    pub(crate) name: String,
    pub(crate) what: String,
    /// A date, `YYYY-MM-DD`.
    pub(crate) until: String,
    /// `open`, `done` or `dropped`.
    pub(crate) state: String,
}
from_row!(Action {
    meeting_id,
    meeting,
    name,
    what,
    until,
    state
});

/// What people read before they decide to come to an open meeting.
#[derive(Clone, Debug)]
pub(crate) struct Invitation {
    pub(crate) goal: String,
    pub(crate) audience: String,
    /// One a line.
    pub(crate) questions: String,
    pub(crate) time_asked: String,
}
from_row!(Invitation {
    goal,
    audience,
    questions,
    time_asked
});
