//! Handlers of the meetings slice.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::locale;

use super::rules::{self, Phase, Sight, Standing};
use super::views::{self, List, Said, Shown};
use super::{Action, Attendant, Meeting, Paper, Present, store};
use crate::agreements;
use crate::app::App;
use crate::auth::Person;
use crate::cases;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::web::{Form, Html, Path, Visitor, download, sheet};
use crate::words::Words;

/// A meeting and as what somebody stands before it. For who has nothing to do with it, it does not exist.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) person: PersonId,
    pub(crate) meeting: Meeting,
    pub(crate) standing: Standing,
    /// They are in its group today.
    pub(crate) belongs: bool,
}

impl FromRequestParts<App> for Seen {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Person(signed_in) = Person::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Path(id) = Path::<MeetingId>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let found = Self::find(app, signed_in.person, id).await;
        let found = found.map_err(|error| Answer::from(error).into_response())?;
        found.ok_or_else(|| Answer::NotFound.into_response())
    }
}

impl Seen {
    /// A meeting, for somebody who has something to do with it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn find(app: &App, person: PersonId, id: MeetingId) -> anyhow::Result<Option<Self>> {
        let today = locale::local(app.clock.now()).date().to_string();
        let who = person.clone();
        let found = app
            .db
            .read(move |tx| {
                let Some(meeting) = store::find(tx, &id)? else {
                    return Ok(None);
                };
                let ties = store::ties(tx, &meeting, &who, &today)?;
                Ok::<_, ::store::Error>(Some((meeting, ties)))
            })
            .await
            .context("finding a meeting")?;
        Ok(found.and_then(|(meeting, ties)| {
            let standing = rules::standing(&ties)
                .filter(|standing| rules::may(*standing, Sight::Plan))
                .filter(|standing| meeting.published_at.is_some() || rules::may_plan(*standing))?;
            Some(Self {
                person,
                meeting,
                standing,
                belongs: ties.belongs,
            })
        }))
    }
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let now = app.clock.now();
    let phase = rules::phase(&seen.meeting, now);
    let (seen, said, around, reasons) = app
        .db
        .read(move |tx| {
            let said = said(tx, &seen, phase)?;
            let (id, standing) = (&seen.meeting.id, seen.standing);
            let around = around(tx, id, standing, &seen.person)?;
            let reasons = if rules::sees_reasons(standing) {
                store::reasons(tx, id)?
            } else {
                Vec::new()
            };
            Ok::<_, ::store::Error>((seen.clone(), said, around, reasons))
        })
        .await
        .context("loading a meeting")?;
    let shown = Shown {
        viewer: &seen.person,
        standing: seen.standing,
        phase,
        now,
        meeting: &seen.meeting,
        attendants: around.attendants,
        subjects: around.subjects,
        papers: around.papers,
        reasons,
        said,
    };
    Ok(views::page(&visitor, &app.catalogue, &shown))
}

/// What was said and prepared, as far as somebody may see it.
fn said(tx: &mut ::store::Tx<'_>, seen: &Seen, phase: Phase) -> Result<Said, ::store::Error> {
    let (id, viewer, standing) = (&seen.meeting.id, &seen.person, seen.standing);
    let sees_cases = rules::may(standing, Sight::Cases);
    let mut said = Said {
        awaits: sees_cases && agreements::awaits(tx, &seen.meeting.scope(), viewer)?,
        cases: cases::store::of_meeting(tx, id)?,
        ..Said::default()
    };
    if rules::may(standing, Sight::Outcome) && !said.awaits && phase == Phase::Over {
        let owners: Vec<&PersonId> = said.cases.iter().flat_map(cases::Case::owners).collect();
        said.outcomes = store::outcomes(tx, id)?;
        said.outcomes
            .retain(|outcome| rules::is_for(outcome, viewer, &owners));
        said.actions = store::actions_of_meeting(tx, id)?;
    }
    if !seen.belongs {
        forget_causes(&mut said.cases, &mut said.actions);
    } else if sees_cases && phase != Phase::Over {
        said.bottlenecks = store::bottlenecks(tx, id)?;
    }
    let awaits = said.awaits;
    said.cases
        .retain(|case| sees_cases && (!awaits || case.is_of(viewer)));
    Ok(said)
}

/// What is about a bottleneck of the group leads nowhere for who is not in it.
fn forget_causes(cases: &mut [cases::Case], actions: &mut [Action]) {
    for case in cases {
        case.is_from_cause = false;
    }
    for action in actions {
        action.cause_id = None;
    }
}

/// Who comes, and what goes with it.
struct Around {
    attendants: Vec<Attendant>,
    /// What speakers speak about.
    subjects: Vec<(PersonId, String)>,
    papers: Vec<Paper>,
}

fn around(
    tx: &mut ::store::Tx<'_>,
    id: &MeetingId,
    standing: Standing,
    viewer: &PersonId,
) -> Result<Around, ::store::Error> {
    let attendants = if rules::may(standing, Sight::People) {
        store::attendants(tx, id)?
    } else {
        Vec::new()
    };
    // Most meetings have nobody who speaks.
    let subjects = if attendants.iter().any(|person| person.role == "speaker") {
        store::subjects(tx, id)?
    } else {
        Vec::new()
    };
    let speaker = (standing == Standing::Speaker).then_some(viewer);
    Ok(Around {
        attendants,
        subjects,
        papers: store::papers(tx, id, speaker)?,
    })
}

/// Who only watches.
#[derive(Deserialize)]
pub(super) struct Watching {
    #[serde(default)]
    person: String,
    #[serde(default)]
    watches: String,
}

/// Before a meeting, whoever leads says that somebody only watches it, or takes part after all.
pub(super) async fn watch(
    State(app): State<App>,
    seen: Seen,
    Form(asked): Form<Watching>,
) -> Result<Redirect, Answer> {
    if seen.standing != Standing::Facilitator {
        return Err(Answer::NotFound);
    }
    if !rules::chooses_watchers(seen.standing, rules::phase(&seen.meeting, app.clock.now())) {
        return Err(Answer::Forbidden(in_the_room));
    }
    let id = seen.meeting.id.clone();
    let role = if asked.watches == "no" {
        "participant"
    } else {
        "observer"
    };
    let is_done = app
        .db
        .write(move |tx| {
            let cases = cases::store::of_meeting(tx, &id)?;
            let owners: Vec<&PersonId> = cases.iter().flat_map(cases::Case::owners).collect();
            let people = store::attendants(tx, &id)?;
            let person = people.iter().find(|person| person.person_id.0 == asked.person);
            let Some(person) = person.filter(|person| rules::can_watch(person, &owners)) else {
                return Ok(false);
            };
            store::set_role(tx, &id, &person.person_id, role)?;
            Ok::<_, ::store::Error>(true)
        })
        .await
        .context("noting who only watches a meeting")?;
    if !is_done {
        return Err(Answer::NotFound);
    }
    Ok(Redirect::to(&format!("/meetings/{}#people", seen.meeting.id)))
}

fn in_the_room(words: &Words) -> String {
    words.meetings_watch_in_room()
}

/// Who was there, to the minute: everybody for who answers to a register, the others for themselves.
pub(super) async fn attendance(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let people = times(&app, &visitor, &seen).await?;
    Ok(views::attendance(&list(&app, &visitor, &seen, &people)))
}

/// The same as a sheet.
pub(super) async fn attendance_sheet(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
) -> Result<Response, Answer> {
    let people = times(&app, &visitor, &seen).await?;
    let text = sheet(views::rows(&list(&app, &visitor, &seen, &people)))?;
    let name = format!(
        "kring-{}-presentie.csv",
        locale::local(seen.meeting.starts()).date()
    );
    Ok(download(&name, "text/csv", text))
}

async fn times(app: &App, visitor: &Visitor, seen: &Seen) -> Result<Vec<Present>, Answer> {
    let (id, person) = (seen.meeting.id.clone(), seen.person.clone());
    let is_whole = rules::sees_all_times(seen.standing);
    let people = app
        .db
        .read(move |tx| store::times(tx, &id, (!is_whole).then_some(&person)))
        .await
        .context("loading who was there")?;
    let mut people = people;
    locale::sort_by_text(visitor.language, &mut people, |person| person.name.as_str());
    Ok(people)
}

fn list<'a>(app: &'a App, visitor: &'a Visitor, seen: &'a Seen, people: &'a [Present]) -> List<'a> {
    List {
        visitor,
        catalogue: &app.catalogue,
        meeting: &seen.meeting,
        people,
        is_whole: rules::sees_all_times(seen.standing),
    }
}
