//! Rehearsing: a real room in which the others are robots, for one person who wants to try a method.
//!
//! The room, its log and its engine are those of a meeting. What is different: who may come in (one person, who may look through
//! all eyes), who acts for the others (`driver`), and that nothing is kept: no meeting, no results, no attendance, and the log is
//! deleted when the rehearsal ends or a day after it began.

mod driver;
mod opening;
mod pages;
mod rules;
mod store;
mod views;

use ::store::{FromColumn, Kind, Value, from_row};
use anyhow::Context as _;
use axum::Router;
use axum::http::request::Parts;
use axum::routing::{get, post};
use jiff::{SignedDuration, Timestamp};
use session::event::Attends;
use session::ids::Seat;

use crate::app::App;
use crate::id::{MeetingId, PersonId, ProgrammeId};
use crate::meetings::Meeting;
use crate::room::{Member, Who};
use crate::web::SignedIn;

pub(super) use driver::Stage;
pub(super) use rules::Pace;
pub(super) use store::find;
pub(super) use views::banner;

/// A rehearsal that nobody ended is deleted after this long.
const LIFE: SignedDuration = SignedDuration::from_hours(24);

/// Starting a rehearsal and everything around it; the room itself is under `/room`.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/rehearsals", get(pages::offer).post(pages::start))
        .route("/rehearsals/{meeting}/progress", post(pages::go_on))
        .route("/rehearsals/{meeting}/pace", post(pages::set_pace))
        .route("/rehearsals/{meeting}/ending", post(pages::end))
}

/// A rehearsal and through whose eyes its person looks at it.
#[derive(Clone, Debug)]
pub(super) struct Rehearsal {
    pub(super) id: MeetingId,
    pub(super) person_id: PersonId,
    pub(super) title: String,
    pub(super) accent: String,
    /// The plan of the agenda, as JSON.
    pub(super) plan: String,
    /// What the robots write in.
    pub(super) language: Tongue,
    /// How fast the robots are.
    pub(super) pace: Pace,
    /// Microseconds since 1970, UTC.
    pub(super) made_at: i64,
}
from_row!(Rehearsal {
    id,
    person_id,
    title,
    accent,
    plan,
    language,
    pace,
    made_at
});

impl Rehearsal {
    /// What a room stands on, as for a meeting: it begins now and lasts as long as the rehearsal may.
    pub(super) fn meeting(&self) -> Meeting {
        let ends_at = self
            .made_at
            .saturating_add(i64::try_from(LIFE.as_micros()).unwrap_or(i64::MAX));
        Meeting {
            id: self.id.clone(),
            programme_id: ProgrammeId(String::new()),
            programme: String::new(),
            accent: self.accent.clone(),
            group_id: None,
            group_name: None,
            title: self.title.clone(),
            starts_at: self.made_at,
            ends_at,
            place: None,
            online: None,
            plan: self.plan.clone(),
            state: "planned".to_owned(),
            published_at: Some(0),
        }
    }
}

impl Rehearsal {
    /// Its person, in its room. The page says through whose eyes they look.
    pub(super) fn member(self, parts: &Parts, app: &App, who: SignedIn) -> Member {
        let stage = Stage::new(self.pace, self.language.0);
        app.rooms.room(&self.id, app.clock.now()).rehearses(stage);
        let query = parts.uri.query().unwrap_or_default().split('&');
        let mut eyes = query.filter_map(|pair| pair.strip_prefix("as=")?.parse().ok());
        let mine = Mine {
            looks_as: eyes.next().map(Seat),
            pace: self.pace,
        };
        let person = Who::Person(who.person);
        Member {
            rehearsal: Some(mine),
            ..Member::new(person, who.name, Attends::Participant, self.meeting())
        }
    }
}

/// Rehearsals made before this are over.
pub(super) fn oldest(now: Timestamp) -> i64 {
    now.checked_sub(LIFE).unwrap_or(Timestamp::MIN).as_microsecond()
}

/// Deletes rehearsals that nobody ended.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn sweep(app: &App) -> anyhow::Result<()> {
    let oldest = oldest(app.clock.now());
    let forgotten = app.db.read(move |tx| store::forgotten(tx, oldest)).await;
    let forgotten = forgotten.context("finding forgotten rehearsals")?;
    for id in forgotten {
        let gone = id.clone();
        let removed = app.db.write(move |tx| store::remove(tx, &gone)).await;
        removed.context("deleting a forgotten rehearsal")?;
        app.rooms.forget(&id);
    }
    Ok(())
}

/// The language of the robots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tongue(pub(super) session::Language);

impl FromColumn for Tongue {
    const KIND: Kind = Kind::Text;
    fn from_column(value: Value<'_>) -> Result<Self, String> {
        Ok(Self(match String::from_column(value)?.as_str() {
            "en" => session::Language::En,
            _ => session::Language::Nl,
        }))
    }
}

impl FromColumn for Pace {
    const KIND: Kind = Kind::Text;
    fn from_column(value: Value<'_>) -> Result<Self, String> {
        Ok(Self::from_word(&String::from_column(value)?).unwrap_or_default())
    }
}

/// What a page of a rehearsal shows above the room.
#[derive(Clone, Debug)]
pub(super) struct Mine {
    /// Through whose eyes; `None` for the own seat.
    pub(super) looks_as: Option<Seat>,
    /// How fast the robots are.
    pub(super) pace: Pace,
}

impl Mine {
    /// What links and forms of the page carry, so that they lead back to the same eyes.
    pub(super) fn query(&self) -> String {
        self.looks_as
            .map(|seat| format!("?as={}", seat.0))
            .unwrap_or_default()
    }
}
