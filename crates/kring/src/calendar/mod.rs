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
mod latecomers;
mod letters;
mod news;
mod open;
mod pages;
mod planning;
mod replies;
mod rows;
mod rules;
mod samples;
mod series;
mod speaking;
pub(crate) mod store;
mod telling;
mod video;
mod views;

use ::store::{Error, FromRow, Row, from_row};
use axum::Router;
use axum::routing::{get, post};
use jiff::Timestamp;

use crate::app::App;
use crate::id::{MeetingId, PersonId, ProgrammeId};

pub(crate) use departing::leave;
pub(crate) use latecomers::catch_up;
pub(crate) use open::{Because, Change, Host, link_to_answer, make_known, set_directions, take_off, take_on};
pub(crate) use planning::{Frame, Start, agenda, prepare};
pub(crate) use replies::{Taken, take_answer};
pub(crate) use rows::{Offer, USUAL, choices};
pub(crate) use rules::{Wish, is_link};
pub(crate) use samples::{Sample, samples};
pub(crate) use series::{Rhythm, propose, span};
pub(crate) use speaking::{Step, Talk, by_link, let_go, say, tell_speaker};
pub(crate) use telling::rewrite_reminders;
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
    /// Its papers, as a reminder names them; a list for a calendar never has them.
    papers: Vec<Named>,
}

impl FromRow for Details {
    fn from_row(row: &Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: row.get("id")?,
            programme_id: row.get("programme_id")?,
            programme: row.get("programme")?,
            group_name: row.get("group_name")?,
            title: row.get("title")?,
            starts_at: row.get("starts_at")?,
            ends_at: row.get("ends_at")?,
            place: row.get("place")?,
            online: row.get("online")?,
            directions: row.get("directions")?,
            sequence: row.get("sequence")?,
            published_at: row.get("published_at")?,
            state: row.get("state")?,
            reminder_days: row.get("reminder_days")?,
            is_sensitive: row.get("is_sensitive")?,
            case_turn: row.get("case_turn")?,
            lead_turn: row.get("lead_turn")?,
            notes_turn: row.get("notes_turn")?,
            papers: Vec::new(),
        })
    }
}

/// A paper of a meeting by name.
#[derive(Clone, Debug)]
struct Named {
    title: String,
    /// A speaker reads it as well.
    for_speakers: bool,
}
from_row!(Named { title, for_speakers });

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
    /// Set for somebody who comes to speak.
    pub(crate) talk: Option<Talk>,
}

impl FromRow for Invited {
    fn from_row(row: &Row<'_>) -> Result<Self, Error> {
        let version: Option<i64> = row.get("version")?;
        let talk = match version {
            None => None,
            Some(version) => {
                let (from, minutes): (Option<i64>, Option<i64>) =
                    (row.get("from_minute")?, row.get("minutes")?);
                Some(Talk {
                    subject: row.get("subject")?,
                    slot: from.zip(minutes),
                    version,
                })
            }
        };
        Ok(Self {
            person_id: row.get("person_id")?,
            name: row.get("name")?,
            mail: row.get("mail")?,
            language: row.get("language")?,
            state: row.get("state")?,
            talk,
        })
    }
}

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
