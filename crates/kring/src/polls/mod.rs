//! Date polls: a facilitator asks which of some days people can make, everybody says yes, if need be, or no from a link in a mail,
//! and the days that do become meetings.
//!
//! Planning without asking is the work of `calendar`, which also writes down what a poll ends in. What somebody answered is seen by
//! name only by whoever chooses; the others see counts.

mod answering;
mod choice;
mod deciding;
mod letters;
mod pages;
mod rules;
pub(crate) mod store;
mod telling;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};
use jiff::{SignedDuration, Timestamp};

use crate::app::App;
use crate::id::{GroupId, PersonId, PollId, ProgrammeId};

pub(crate) use letters::samples;
pub(crate) use telling::catch_up;

/// Asking, answering and choosing.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/groups/{id}/polls/new", get(pages::fresh).post(pages::ask))
        .route("/polls/{id}", get(pages::show).post(answering::answer_signed_in))
        .route("/polls/{id}/decision", post(deciding::decide))
        .route("/polls/{id}/deadline", post(deciding::put_off))
        .route("/polls/{id}/end", post(deciding::stop))
        .route("/poll/{token}", get(answering::show).post(answering::answer))
}

/// Days to choose from, and what the meetings will be.
#[derive(Clone, Debug)]
pub(crate) struct Poll {
    pub(crate) id: PollId,
    pub(crate) group_id: GroupId,
    /// The name of the group.
    pub(crate) group_name: String,
    pub(crate) programme_id: ProgrammeId,
    /// The accent colour of the programme.
    pub(crate) accent: String,
    /// What the meetings will be called.
    pub(crate) title: String,
    /// The id of a method of the catalogue.
    pub(crate) method: String,
    /// How long a meeting takes.
    pub(crate) minutes: i64,
    pub(crate) place: Option<String>,
    /// Address of the video meeting.
    pub(crate) online: Option<String>,
    /// Each meeting gets a video room of its own instead.
    pub(crate) makes_video: bool,
    /// How to get there.
    pub(crate) directions: Option<String>,
    /// How many meetings it is to end in.
    pub(crate) wanted: i64,
    /// Days between two of them, at least.
    pub(crate) apart_days: i64,
    /// With fewer people a day does not do.
    pub(crate) at_least: i64,
    /// Until when people answer; microseconds since 1970, UTC.
    pub(crate) closes_at: i64,
    /// `open`, `decided` or `stopped`.
    pub(crate) state: String,
    /// Who asked.
    pub(crate) made_by: PersonId,
    /// Mails about it have a title that says nothing.
    pub(crate) is_sensitive: bool,
}
from_row!(Poll {
    id,
    group_id,
    group_name,
    programme_id,
    accent,
    title,
    method,
    minutes,
    place,
    online,
    makes_video,
    directions,
    wanted,
    apart_days,
    at_least,
    closes_at,
    state,
    made_by,
    is_sensitive
});

impl Poll {
    /// Until when people answer.
    fn closes(&self) -> Timestamp {
        Timestamp::from_microsecond(self.closes_at).unwrap_or_default()
    }

    /// Whether people may answer now.
    fn takes_answers(&self, now: Timestamp) -> bool {
        self.state == "open" && now < self.closes()
    }

    /// When a meeting ends that begins then.
    fn end_of(&self, starts: Timestamp) -> Timestamp {
        starts
            .checked_add(SignedDuration::from_mins(self.minutes))
            .unwrap_or(starts)
    }
}

/// Somebody in the group that is asked.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) person_id: PersonId,
    pub(crate) name: String,
    pub(crate) mail: String,
    /// The code of the language their mails are written in.
    pub(crate) language: String,
    /// `facilitator` or `participant`; of both the first.
    pub(crate) role: String,
}
from_row!(Member {
    person_id,
    name,
    mail,
    language,
    role
});

/// A moment to choose.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    /// Of this row; names the field of its answer.
    pub(crate) id: String,
    /// Microseconds since 1970, UTC.
    pub(crate) starts_at: i64,
    /// What it became.
    pub(crate) meeting_id: Option<String>,
}
from_row!(Day {
    id,
    starts_at,
    meeting_id
});

impl Day {
    /// When it begins.
    fn starts(&self) -> Timestamp {
        Timestamp::from_microsecond(self.starts_at).unwrap_or_default()
    }
}

/// Somebody who is asked.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) person_id: PersonId,
    pub(crate) name: String,
    pub(crate) mail: String,
    /// The code of the language their mails are written in.
    pub(crate) language: String,
    /// Without them a day does not do.
    pub(crate) is_needed: bool,
    /// Microseconds since 1970, UTC; `None` until they answer.
    pub(crate) answered_at: Option<i64>,
    /// What they added.
    pub(crate) remark: Option<String>,
}
from_row!(Asked {
    person_id,
    name,
    mail,
    language,
    is_needed,
    answered_at,
    remark
});

/// What somebody said of a day.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) day_id: String,
    pub(crate) person_id: PersonId,
    /// `yes`, `maybe` or `no`.
    pub(crate) answer: String,
}
from_row!(Said {
    day_id,
    person_id,
    answer
});
