//! Handlers of the programmes slice.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use ui::locale;

use super::rules::{self, Sight, Standing};
use super::store;
use super::views::{self, Shown};
use crate::agreements::views::Refused;
use crate::agreements::{self, Scope};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::{PersonId, ProgrammeId};
use crate::meetings;
use crate::web::{Form, Path, Visitor};

/// The page of a programme. Public ones are there for everybody; the others only for who belongs to them, and a visitor who
/// is not signed in is asked to do so, whether or not there is a programme at this address.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ProgrammeId>,
) -> Result<Response, Answer> {
    page(&app, visitor, id, None).await
}

/// The programme, and a text that was not taken as the new agreements of its open meetings.
async fn page(
    app: &App,
    visitor: Visitor,
    id: ProgrammeId,
    refused: Option<(String, Refused)>,
) -> Result<Response, Answer> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let person = visitor.person.as_ref().map(|signed_in| signed_in.person.clone());
    let found = app
        .db
        .read(move |tx| {
            let Some(programme) = store::find(tx, &id)? else {
                return Ok(None);
            };
            let (roles, on_a_list) = match &person {
                Some(person) => (
                    store::roles_of(tx, &id, person, &today)?,
                    store::is_on_a_list(tx, &id, person)?,
                ),
                None => (Vec::new(), false),
            };
            let standing = rules::standing(&roles, on_a_list);
            if !rules::may(standing, programme.is_public, Sight::Page) {
                return Ok(None);
            }
            let mut meetings = Vec::new();
            for meeting in meetings::store::open_of_programme(tx, &id)? {
                let invitation = meetings::store::invitation(tx, &meeting.id)?;
                meetings.push((meeting, invitation));
            }
            let groups = if rules::may(standing, programme.is_public, Sight::Groups) {
                store::groups(tx, &id, &today)?
            } else {
                Vec::new()
            };
            let mut agreed = agreements::views::Shown::default();
            if let Some(person) = person.as_ref().filter(|_| standing != Standing::Stranger)
                && !meetings.is_empty()
            {
                agreed = agreements::of(tx, &scope(&id), person)?;
                agreed.may = rules::may_agree(&roles, on_a_list);
            }
            Ok::<_, ::store::Error>(Some((programme, standing, meetings, groups, agreed)))
        })
        .await
        .context("loading a programme")?;
    let Some((programme, standing, meetings, groups, mut agreed)) = found else {
        return match visitor.person {
            Some(_) => Err(Answer::NotFound),
            None => Ok(Redirect::to("/sign-in").into_response()),
        };
    };
    agreed.here = format!("/programmes/{}", programme.id);
    agreed.refused = refused;
    let shown = Shown {
        programme: &programme,
        agreed: &agreed,
        standing,
        meetings: &meetings,
        groups: &groups,
        now,
    };
    Ok(views::page(&visitor, &app.catalogue, &shown).into_response())
}

/// The agreements of the open meetings of a programme.
fn scope(programme: &ProgrammeId) -> Scope {
    Scope {
        programme: programme.clone(),
        group: None,
    }
}

/// A new version of the agreements for the open meetings.
pub(super) async fn write_agreements(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
    Path(id): Path<ProgrammeId>,
    Form(written): Form<Written>,
) -> Result<Response, Answer> {
    if !may_agree(&app, &id, &signed_in.person).await?.write {
        return Err(Answer::NotFound);
    }
    let written_by = signed_in.person;
    let outcome = agreements::write(&app, scope(&id), written_by, &written.text, &written.based_on).await?;
    let Err(why) = outcome else {
        return Ok(Redirect::to(&format!("/programmes/{id}#agreements")).into_response());
    };
    let page = page(&app, visitor, id, Some((written.text, why))).await?;
    Ok((why.status(), page).into_response())
}

/// What somebody wrote as new agreements.
#[derive(Deserialize)]
pub(super) struct Written {
    #[serde(default)]
    text: String,
    #[serde(default)]
    based_on: String,
}

/// Somebody who comes to the open meetings accepts the agreements.
pub(super) async fn accept_agreements(
    State(app): State<App>,
    Person(signed_in): Person,
    Path(id): Path<ProgrammeId>,
    Form(accepted): Form<Accepted>,
) -> Result<Redirect, Answer> {
    if !may_agree(&app, &id, &signed_in.person).await?.accept {
        return Err(Answer::NotFound);
    }
    agreements::accept(&app, scope(&id), signed_in.person, accepted.agreement).await?;
    Ok(Redirect::to(&format!("/programmes/{id}#agreements")))
}

/// The version that somebody read.
#[derive(Deserialize)]
pub(super) struct Accepted {
    #[serde(default)]
    agreement: String,
}

async fn may_agree(app: &App, id: &ProgrammeId, person: &PersonId) -> Result<agreements::rules::May, Answer> {
    let today = locale::local(app.clock.now()).date().to_string();
    let (id, person) = (id.clone(), person.clone());
    let (roles, on_a_list) = app
        .db
        .read(move |tx| {
            let roles = store::roles_of(tx, &id, &person, &today)?;
            Ok::<_, ::store::Error>((roles, store::is_on_a_list(tx, &id, &person)?))
        })
        .await
        .context("finding who somebody is in a programme")?;
    Ok(rules::may_agree(&roles, on_a_list))
}
