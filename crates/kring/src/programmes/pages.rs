//! Handlers of the programmes slice.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use ui::locale;

use super::rules::{self, Sight, Standing};
use super::views::{self, Shown};
use super::{Programme, store};
use crate::agreements::rules::May;
use crate::agreements::views::Refused;
use crate::agreements::{self, Home, Scope};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::{PersonId, ProgrammeId};
use crate::meetings;
use crate::web::{Html, Path, Visitor};

/// A programme and as what somebody stands before it. Public ones are there for everybody; the others only for who belongs to
/// them, and a visitor who is not signed in is asked to do so, whether or not there is a programme at this address.
pub(super) struct Seen {
    /// `None` for a visitor who is not signed in.
    pub(super) person: Option<PersonId>,
    pub(super) programme: Programme,
    standing: Standing,
    takes_part: bool,
    /// Has a role in it, and so talks with the others.
    belongs: bool,
    /// What they may do with the agreements of the open meetings.
    may: May,
}

impl FromRequestParts<App> for Seen {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let who = Person::from_request_parts(parts, app).await;
        let Path(Place { id }) = Path::<Place>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let person = who
            .as_ref()
            .ok()
            .map(|Person(signed_in)| signed_in.person.clone());
        let found = find(app, id, person)
            .await
            .map_err(|error| Answer::from(error).into_response())?;
        match (found, who) {
            (Some(seen), _) => Ok(seen),
            (None, Ok(_)) => Err(Answer::NotFound.into_response()),
            (None, Err(sign_in)) => Err(sign_in.into_response()),
        }
    }
}

/// The part of an address that names the programme; there may be others beside it.
#[derive(Deserialize)]
struct Place {
    id: ProgrammeId,
}

/// The programme, if it is there for this person.
pub(super) async fn find(
    app: &App,
    id: ProgrammeId,
    person: Option<PersonId>,
) -> anyhow::Result<Option<Seen>> {
    let today = locale::local(app.clock.now()).date().to_string();
    app.db
        .read(move |tx| {
            let Some(programme) = store::find(tx, &id)? else {
                return Ok(None);
            };
            let (roles, on_a_list) = match &person {
                Some(person) => store::ties_of(tx, &id, person, &today)?,
                None => (Vec::new(), false),
            };
            let standing = rules::standing(&roles, on_a_list);
            let is_there = rules::may(standing, programme.is_there_for_all(), Sight::Page);
            Ok::<_, ::store::Error>(is_there.then(|| Seen {
                person: person.clone(),
                programme,
                standing,
                takes_part: roles.iter().any(|role| role == "participant"),
                belongs: !roles.is_empty(),
                may: rules::may_agree(&roles, on_a_list),
            }))
        })
        .await
        .context("finding a programme")
}

/// Somebody signed in, before a programme.
pub(crate) struct Inside {
    person: PersonId,
    seen: Seen,
}

impl FromRequestParts<App> for Inside {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Person(signed_in) = Person::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Self {
            person: signed_in.person,
            seen: Seen::from_request_parts(parts, app).await?,
        })
    }
}

impl Inside {
    pub(crate) const fn person(&self) -> &PersonId {
        &self.person
    }

    pub(crate) const fn programme(&self) -> &Programme {
        &self.seen.programme
    }

    /// Whether they are a participant of it.
    pub(crate) const fn takes_part(&self) -> bool {
        self.seen.takes_part
    }
}

/// A programme before somebody who organises it. For everybody else there is nothing at its addresses.
pub(crate) struct Managed {
    pub(crate) programme: Programme,
}

impl FromRequestParts<App> for Managed {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Inside { seen, .. } = Inside::from_request_parts(parts, app).await?;
        if seen.standing != Standing::Organiser {
            return Err(Answer::NotFound.into_response());
        }
        Ok(Self {
            programme: seen.programme,
        })
    }
}

impl Home for Inside {
    fn scope(&self) -> Scope {
        scope(&self.seen.programme.id)
    }

    fn person(&self) -> &PersonId {
        &self.person
    }

    fn may(&self) -> May {
        self.seen.may
    }

    fn href(&self) -> String {
        href(&self.seen.programme.id)
    }

    async fn page(self, app: &App, visitor: &Visitor, refused: (String, Refused)) -> Result<Html, Answer> {
        page(app, visitor, self.seen, Some(refused)).await
    }
}

/// The agreements of the open meetings of a programme.
fn scope(programme: &ProgrammeId) -> Scope {
    Scope {
        programme: programme.clone(),
        group: None,
    }
}

fn href(programme: &ProgrammeId) -> String {
    format!("/programmes/{programme}")
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    page(&app, &visitor, seen, None).await
}

/// The programme, and a text that was not taken as the new agreements of its open meetings.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    seen: Seen,
    refused: Option<(String, Refused)>,
) -> Result<Html, Answer> {
    let Seen {
        person,
        programme,
        standing,
        takes_part,
        belongs,
        may,
    } = seen;
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let (id, is_public) = (programme.id.clone(), programme.is_there_for_all());
    let (meetings, groups, unread, mut agreed) = app
        .db
        .read(move |tx| {
            let meetings = meetings::store::open_with_invitations(tx, &id)?;
            let groups = if rules::may(standing, is_public, Sight::Groups) {
                store::groups(tx, &id, &today)?
            } else {
                Vec::new()
            };
            let unread = match person.as_ref().filter(|_| belongs) {
                Some(person) => Some(store::unread(tx, &id, person)?),
                None => None,
            };
            let mut agreed = agreements::views::Shown::default();
            if let Some(person) = person.as_ref().filter(|_| standing != Standing::Stranger)
                && !meetings.is_empty()
            {
                agreed = agreements::of(tx, &scope(&id), person)?;
                agreed.may = may;
            }
            Ok::<_, ::store::Error>((meetings, groups, unread, agreed))
        })
        .await
        .context("loading a programme")?;
    (agreed.here, agreed.refused) = (href(&programme.id), refused);
    let shown = Shown {
        programme: &programme,
        agreed: &agreed,
        standing,
        takes_part,
        unread,
        meetings: &meetings,
        groups: &groups,
        address: &app.config.address,
        now,
    };
    Ok(views::page(visitor, &app.catalogue, &shown))
}
