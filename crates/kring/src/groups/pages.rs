//! Handlers of the groups slice.

use std::collections::BTreeMap;

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use ui::locale;

use super::rules::{self, Sight, Standing};
use super::views::{self, Inside, Mine, Shown};
use super::{Group, store};
use crate::agreements::rules::May;
use crate::agreements::views::Refused;
use crate::agreements::{self, Home, Scope};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::{GroupId, PersonId};
use crate::meetings::rules::Phase;
use crate::web::{Html, Path, Visitor};
use crate::{ideas, meetings, programmes};

/// A group and as what somebody stands before it. For who has nothing to do with it, it does not exist.
pub(crate) struct Seen {
    pub(crate) person: PersonId,
    pub(crate) group: Group,
    pub(crate) standing: Standing,
}

impl FromRequestParts<App> for Seen {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Person(signed_in) = Person::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Path(id) = Path::<GroupId>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let today = locale::local(app.clock.now()).date().to_string();
        let person = signed_in.person.clone();
        let found = app
            .db
            .read(move |tx| store::find_for(tx, &id, &signed_in.person, &today))
            .await
            .context("finding a group")
            .map_err(|error| Answer::from(error).into_response())?;
        let (group, roles) = found.ok_or_else(|| Answer::NotFound.into_response())?;
        let standing = rules::standing(&roles)
            .filter(|standing| rules::may(*standing, Sight::Frame))
            .ok_or_else(|| Answer::NotFound.into_response())?;
        Ok(Self {
            person,
            group,
            standing,
        })
    }
}

impl Home for Seen {
    fn scope(&self) -> Scope {
        Scope {
            programme: self.group.programme_id.clone(),
            group: Some(self.group.id.clone()),
        }
    }

    fn person(&self) -> &PersonId {
        &self.person
    }

    fn may(&self) -> May {
        May {
            accept: self.standing != Standing::Organiser,
            write: rules::may(self.standing, Sight::Agreements),
        }
    }

    fn href(&self) -> String {
        format!("/groups/{}", self.group.id)
    }

    async fn page(self, app: &App, visitor: &Visitor, refused: (String, Refused)) -> Result<Html, Answer> {
        page(app, visitor, self, Some(refused)).await
    }
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    page(&app, &visitor, seen, None).await
}

/// The group, and a text that was not taken as its new agreements.
async fn page(
    app: &App,
    visitor: &Visitor,
    seen: Seen,
    refused: Option<(String, Refused)>,
) -> Result<Html, Answer> {
    let (scope, may, here) = (seen.scope(), seen.may(), seen.href());
    let Seen {
        person,
        group,
        standing,
    } = seen;
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let (id, programme) = (group.id.clone(), group.programme_id.clone());
    let (members, meetings, polls, inside, interventions, mut agreed) = app
        .db
        .read(move |tx| {
            let inside = if rules::may(standing, Sight::Inside) {
                let mut choices: BTreeMap<String, Vec<String>> = BTreeMap::new();
                for choice in ideas::store::choices_of_programme(tx, &programme)? {
                    choices.entry(choice.idea_id).or_default().push(choice.name);
                }
                Some(Inside {
                    between: store::between_meetings(tx, &id, &person)?,
                    topics: store::topics(tx, &id)?,
                    turns: store::turns(tx, &id, now.as_microsecond())?,
                    ideas: ideas::store::of_programme(tx, &programme)?,
                    choices,
                })
            } else {
                None
            };
            Ok::<_, ::store::Error>((
                store::members(tx, &id, &today)?,
                meetings::store::of_group(tx, &id)?,
                store::open_polls(tx, &id)?,
                inside,
                programmes::store::interventions_of_group(tx, &id)?,
                agreements::of(tx, &scope, &person)?,
            ))
        })
        .await
        .context("loading a group")?;
    (agreed.may, agreed.here, agreed.refused) = (may, here, refused);
    let mut meetings = meetings;
    meetings.retain(|meeting| meeting.published_at.is_some() || rules::may_plan(standing));
    let shown = Shown {
        group: &group,
        standing,
        members,
        meetings,
        polls,
        inside,
        interventions,
        agreed,
        now,
    };
    Ok(views::group(visitor, &shown))
}

/// "Mijn Kring": what is on now or next, what I still have to do, and where I belong.
pub(super) async fn mine(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
) -> Result<Html, Answer> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let person = signed_in.person.clone();
    let (belongings, actions, drafts, polls, mut coming, people, makes) = app
        .db
        .read(move |tx| {
            let mut coming = meetings::store::of_person(tx, &person)?;
            coming.retain(|meeting| {
                matches!(
                    meetings::rules::phase(meeting, now),
                    Phase::Now | Phase::Planned | Phase::Cancelled
                ) && meeting.ends() > now
            });
            let people = match coming.first() {
                Some(meeting) => meetings::store::attendants(tx, &meeting.id)?,
                None => Vec::new(),
            };
            Ok::<_, ::store::Error>((
                store::belongings(tx, &person, &today)?,
                meetings::store::open_actions(tx, &person)?,
                meetings::store::waiting_for(tx, &person)?,
                store::polls_waiting_for(tx, &person, now.as_microsecond())?,
                coming,
                people,
                !programmes::store::organisations_of(tx, &person)?.is_empty(),
            ))
        })
        .await
        .context("loading somebody's own page")?;
    let first = (!coming.is_empty()).then(|| coming.remove(0));
    let mine = Mine {
        name: &signed_in.name,
        first,
        people,
        coming,
        actions,
        drafts,
        polls,
        organises: makes || belongings.iter().any(|one| one.role == "organiser"),
        belongings,
        now,
    };
    Ok(views::mine(&visitor, &app.catalogue, &mine))
}
