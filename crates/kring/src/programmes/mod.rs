//! Programmes: what for, for whom, how long, who pays, and which groups or open meetings there are. Organisers make them here, and
//! a short address leads everybody to the page of one.
//!
//! Applying for one is the work of `enrolment`; this slice only tells until when it can be done.

mod editing;
mod events;
mod front;
mod pages;
pub(crate) mod rules;
mod settings;
pub(crate) mod store;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::get;
use ui::Language;

use crate::agreements;
use crate::app::App;
use crate::id::{GroupId, OrganisationId, ProgrammeId};

pub(crate) use events::event_markup;
pub(crate) use front::Front;
pub(crate) use pages::{Inside, Managed};
pub(crate) use views::trail;

/// The page of a programme, the short way to it, and the forms of its organisers.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/programmes", get(editing::list).post(editing::make))
        .route("/programmes/new", get(editing::new))
        .route("/programmes/{id}", get(pages::show))
        .route(
            "/programmes/{id}/settings",
            get(editing::show).post(editing::change),
        )
        .route("/p/{slug}", get(front::show))
        .route("/p/{slug}/feed.atom", get(front::feed))
        .merge(agreements::routes::<Inside>("/programmes/{id}"))
}

/// A programme with the name of the organisation that runs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Programme {
    pub(crate) id: ProgrammeId,
    pub(crate) organisation_id: OrganisationId,
    /// The name of the organisation that runs it.
    pub(crate) organisation: String,
    pub(crate) name: String,
    /// One of [`rules::KINDS`].
    pub(crate) kind: String,
    /// One of [`rules::STATES`].
    pub(crate) state: String,
    pub(crate) goal: String,
    pub(crate) audience: String,
    pub(crate) time_asked: String,
    pub(crate) name_en: Option<String>,
    pub(crate) goal_en: Option<String>,
    pub(crate) audience_en: Option<String>,
    pub(crate) time_asked_en: Option<String>,
    /// A date, `YYYY-MM-DD`.
    pub(crate) starts_on: String,
    /// A date, `YYYY-MM-DD`.
    pub(crate) ends_on: String,
    pub(crate) funder: Option<String>,
    pub(crate) region: String,
    /// Whom to ask, as everybody reads it.
    pub(crate) contact: Option<String>,
    /// One of [`rules::ACCENTS`].
    pub(crate) accent: String,
    /// Whether its page is there for people who are not signed in.
    pub(crate) is_public: bool,
    /// The last part of its short address.
    pub(crate) slug: Option<String>,
    /// Whether people apply here.
    pub(crate) enrols: bool,
    /// The last day on which they can, `YYYY-MM-DD`; `None` for as long as it is open.
    pub(crate) enrol_until: Option<String>,
    /// For how many people there is room; `None` for no limit.
    pub(crate) capacity: Option<i64>,
    /// How many days before a meeting its people are reminded, the most first, such as `14,1`; empty for never.
    pub(crate) reminder_days: String,
    /// Its meetings stand in calendars and mails under a title that says nothing.
    pub(crate) is_sensitive: bool,
    /// Whose school holidays are kept free, one of [`rules::REGIONS`].
    pub(crate) holidays: Option<String>,
    /// Of how many of a group's meetings somebody should be there, in percent; `None` when nothing is asked.
    pub(crate) attendance_norm: Option<i64>,
    /// Rises with every change.
    pub(crate) version: i64,
}
from_row!(Programme {
    id,
    organisation_id,
    organisation,
    name,
    kind,
    state,
    goal,
    audience,
    time_asked,
    name_en,
    goal_en,
    audience_en,
    time_asked_en,
    starts_on,
    ends_on,
    funder,
    region,
    contact,
    accent,
    is_public,
    slug,
    enrols,
    enrol_until,
    capacity,
    reminder_days,
    is_sensitive,
    holidays,
    attendance_norm,
    version
});

/// A text in the language it is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Said<'p> {
    pub(crate) text: &'p str,
    pub(crate) language: Language,
}

impl Programme {
    /// One that nobody has filled in yet.
    pub(crate) fn blank(id: ProgrammeId, organisation: OrganisationId) -> Self {
        Self {
            id,
            organisation_id: organisation,
            organisation: String::new(),
            name: String::new(),
            kind: "groups".to_owned(),
            state: "draft".to_owned(),
            goal: String::new(),
            audience: String::new(),
            time_asked: String::new(),
            name_en: None,
            goal_en: None,
            audience_en: None,
            time_asked_en: None,
            starts_on: String::new(),
            ends_on: String::new(),
            funder: None,
            region: String::new(),
            contact: None,
            accent: "teal".to_owned(),
            is_public: true,
            slug: None,
            enrols: false,
            enrol_until: None,
            capacity: None,
            reminder_days: "14,1".to_owned(),
            is_sensitive: false,
            holidays: None,
            attendance_norm: Some(80),
            version: 1,
        }
    }

    /// Whether somebody who is not signed in may read its page.
    pub(crate) fn is_there_for_all(&self) -> bool {
        self.is_public && self.state != "draft"
    }

    /// Its name, in this language when there is one.
    pub(crate) fn name_in(&self, language: Language) -> Said<'_> {
        said(language, &self.name, self.name_en.as_deref())
    }

    /// What it is for.
    pub(crate) fn goal_in(&self, language: Language) -> Said<'_> {
        said(language, &self.goal, self.goal_en.as_deref())
    }

    fn audience_in(&self, language: Language) -> Said<'_> {
        said(language, &self.audience, self.audience_en.as_deref())
    }

    fn time_asked_in(&self, language: Language) -> Said<'_> {
        said(language, &self.time_asked, self.time_asked_en.as_deref())
    }

    /// Its short address.
    pub(crate) fn front(&self) -> Option<String> {
        self.slug.as_ref().map(|slug| format!("/p/{slug}"))
    }
}

/// A text in a language, or in Dutch when nobody has written it in that one.
fn said<'p>(language: Language, nl: &'p str, en: Option<&'p str>) -> Said<'p> {
    match (language, en) {
        (Language::En, Some(en)) => Said {
            text: en,
            language: Language::En,
        },
        _ => Said {
            text: nl,
            language: Language::Nl,
        },
    }
}

/// An organisation that somebody may make programmes for.
#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub(crate) id: OrganisationId,
    pub(crate) name: String,
}
from_row!(Organisation { id, name });

/// A group as its programme lists it.
#[derive(Clone, Debug)]
pub(crate) struct GroupLine {
    pub(crate) id: GroupId,
    pub(crate) name: String,
    /// Members who take part now.
    pub(crate) members: i64,
}
from_row!(GroupLine { id, name, members });

/// What a practice has chosen to change.
#[derive(Clone, Debug)]
pub(crate) struct Intervention {
    /// The name of the practice.
    pub(crate) practice: String,
    pub(crate) title: String,
    /// `chosen`, `started` or `embedded`.
    pub(crate) state: String,
}
from_row!(Intervention {
    practice,
    title,
    state
});
