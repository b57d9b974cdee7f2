//! Meetings in people's own calendars: planning a row of them, inviting, moving and cancelling, who says they come, reminders, and
//! the list that a calendar subscribes to.
//!
//! What a meeting does is the work of `plans`, what happens at it that of `room`. Everything that people must hear is written into the
//! outbox in the transaction of what happened, so a plan and its mails never tell different things. Nothing is mailed about a meeting
//! before it is published. A reminder is planned with the invitation, stands in the outbox for everybody to see, and is taken back
//! when the meeting moves, is cancelled, or when its reader says that they do not come.

mod days;
mod departing;
mod feeds;
mod holidays;
mod letters;
mod open;
mod pages;
mod planning;
mod replies;
mod rows;
mod rules;
mod samples;
mod series;
pub(crate) mod store;
mod telling;
mod video;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};
use jiff::Timestamp;

use crate::app::App;
use crate::id::{MeetingId, PersonId, ProgrammeId};

pub(crate) use departing::leave;
pub(crate) use open::{Because, Change, Host, link_to_answer, make_known, set_directions, take_off, take_on};
pub(crate) use planning::{Frame, Start, agenda, prepare};
pub(crate) use replies::{Taken, take_answer};
pub(crate) use rows::{Offer, USUAL, choices};
pub(crate) use rules::{Wish, is_link};
pub(crate) use samples::{Sample, samples};
pub(crate) use series::{Rhythm, propose, span};
pub(crate) use telling::catch_up;
pub(crate) use video::room as video_room;
pub(crate) use views::{methods, video_field, when_and_where};

/// Planning, answering, and lists for calendars; `P` gives out the places of open meetings.
pub(crate) fn routes<P: Host>() -> Router<App> {
    Router::new()
        .route("/groups/{id}/series", get(rows::show).post(rows::plan))
        .route(
            "/meetings/{id}/date",
            get(pages::date).post(pages::change_date::<P>),
        )
        .route("/meetings/{id}/publication", post(pages::publish))
        .route(
            "/meetings/{id}/cancellation",
            get(pages::cancellation).post(pages::cancel::<P>),
        )
        .route("/meetings/{id}/reply", post(replies::reply_signed_in::<P>))
        .route("/meetings/{id}/kring.ics", get(feeds::one))
        .route(
            "/reply/{token}",
            get(replies::show::<P>).post(replies::reply::<P>),
        )
        .route("/my/calendar", get(feeds::show).post(feeds::renew))
        .route("/my/calendar/end", post(feeds::end))
        .route("/calendar/{token}/kring.ics", get(feeds::list))
}

/// A meeting with everything that a calendar or an invitation says of it.
#[derive(Clone, Debug)]
pub(crate) struct Details {
    pub(crate) id: MeetingId,
    pub(crate) programme_id: ProgrammeId,
    /// The name of the programme.
    pub(crate) programme: String,
    /// The name of the group; `None` for an open meeting.
    pub(crate) group_name: Option<String>,
    pub(crate) title: String,
    /// Microseconds since 1970, UTC.
    pub(crate) starts_at: i64,
    /// Microseconds since 1970, UTC.
    pub(crate) ends_at: i64,
    pub(crate) place: Option<String>,
    /// Address of the video meeting.
    pub(crate) online: Option<String>,
    /// How to get there.
    pub(crate) directions: Option<String>,
    /// Rises with every change that calendars must hear of.
    pub(crate) sequence: i64,
    /// When people were invited; `None` while it is only a plan.
    pub(crate) published_at: Option<i64>,
    /// `planned`, `held` or `cancelled`.
    pub(crate) state: String,
    /// Days before the meeting on which people are reminded, such as `14,1`.
    pub(crate) reminder_days: String,
    /// It stands in calendars under a title that says nothing.
    pub(crate) is_sensitive: bool,
    /// Who brings a case, when that goes round in the group.
    pub(crate) case_turn: Option<String>,
    /// Who leads, when that goes round.
    pub(crate) lead_turn: Option<String>,
    /// Who takes notes, when that goes round.
    pub(crate) notes_turn: Option<String>,
}
from_row!(Details {
    id,
    programme_id,
    programme,
    group_name,
    title,
    starts_at,
    ends_at,
    place,
    online,
    directions,
    sequence,
    published_at,
    state,
    reminder_days,
    is_sensitive,
    case_turn,
    lead_turn,
    notes_turn
});

impl Details {
    /// When it begins.
    pub(crate) fn starts(&self) -> Timestamp {
        Timestamp::from_microsecond(self.starts_at).unwrap_or_default()
    }

    /// When it ends.
    pub(crate) fn ends(&self) -> Timestamp {
        Timestamp::from_microsecond(self.ends_at).unwrap_or_default()
    }
}

/// Somebody on the list of a meeting, to write to.
#[derive(Clone, Debug)]
pub(crate) struct Invited {
    pub(crate) person_id: PersonId,
    pub(crate) name: String,
    pub(crate) mail: String,
    /// The code of the language their mails are written in.
    pub(crate) language: String,
    /// `expected`, `declined`, `present` or `absent`.
    pub(crate) state: String,
}
from_row!(Invited {
    person_id,
    name,
    mail,
    language,
    state
});

/// What somebody said about coming.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    /// `expected`, `declined`, `present` or `absent`.
    pub(crate) state: String,
    /// When they said so; `None` when they said nothing yet.
    pub(crate) answered_at: Option<i64>,
    /// Why they do not come.
    pub(crate) reason: Option<String>,
}
from_row!(Given {
    state,
    answered_at,
    reason
});
