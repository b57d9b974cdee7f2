//! Lists of people in and out: importing people and their places from a spreadsheet, and taking along who is where.
//!
//! An import only adds. It moves nobody, renames nobody and takes nobody out: that is done by hand, in `placing`, and so is giving
//! somebody a place there the same as here. A list is read anew each time, first to show what would happen, and again inside the
//! transaction that makes it happen; nothing of it is kept in between.

mod book;
mod carrying;
mod columns;
mod entries;
mod known;
mod lines;
mod pages;
mod reading;
mod rules;
mod store;
mod views;
mod writing;

use ::store::from_row;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;

use crate::app::App;
use crate::id::GroupId;
use crate::words::Words;

/// What a posted list may weigh, with everything around it, in bytes. Larger than a file may be, so that one that is somewhat too
/// large is refused in words.
const MOST_POSTED: usize = 3 * reading::MOST_BYTES;

/// Importing and exporting people of a programme.
pub(crate) fn routes() -> Router<App> {
    let import = get(pages::show)
        .post(pages::take)
        .layer(DefaultBodyLimit::max(MOST_POSTED));
    Router::new()
        .route("/programmes/{id}/import", import)
        .route("/programmes/{id}/import/example.csv", get(pages::example_sheet))
        .route(
            "/programmes/{id}/import/example.xlsx",
            get(pages::example_workbook),
        )
        .route("/programmes/{id}/people.csv", get(pages::people_sheet))
        .route("/programmes/{id}/people.xlsx", get(pages::people_workbook))
}

/// As what somebody stands on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Participant,
    Facilitator,
    /// Has applied and is nothing yet.
    Applicant,
}

impl Role {
    /// The word in the database; an applicant is in no group.
    const fn code(self) -> &'static str {
        match self {
            Self::Participant | Self::Applicant => "participant",
            Self::Facilitator => "facilitator",
        }
    }

    fn of(code: &str) -> Self {
        match code {
            "facilitator" => Self::Facilitator,
            _ => Self::Participant,
        }
    }

    fn label(self, words: &Words) -> String {
        match self {
            Self::Participant => words.placing_participant(),
            Self::Facilitator => words.placing_facilitator(),
            Self::Applicant => words.transfer_applicant(),
        }
    }
}

/// A group of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Circle {
    id: GroupId,
    name: String,
}
from_row!(Circle { id, name });

/// A place that somebody has in the programme, with what else a list says of them.
#[derive(Clone, Debug)]
struct Place {
    mail: String,
    name: String,
    language: String,
    group_id: Option<GroupId>,
    group_name: Option<String>,
    /// `participant` or `facilitator`.
    role: String,
    /// The first function and organisation they told of.
    job: Option<String>,
    organisation: Option<String>,
}
from_row!(Place {
    mail,
    name,
    language,
    group_id,
    group_name,
    role,
    job,
    organisation
});

/// An application for the programme.
#[derive(Clone, Debug)]
struct Applied {
    mail: String,
    name: String,
    language: String,
    /// The address under which the applicant became somebody of the programme.
    person_mail: Option<String>,
    state: String,
}
from_row!(Applied {
    mail,
    name,
    language,
    person_mail,
    state
});
