//! Handlers of the programmes slice.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::locale;

use super::rules::{self, Sight, Standing};
use super::store;
use super::views::{self, Shown};
use crate::app::App;
use crate::error::Answer;
use crate::id::ProgrammeId;
use crate::meetings;
use crate::web::{Path, Visitor};

/// The page of a programme. Public ones are there for everybody; the others only for who belongs to them, and a visitor who
/// is not signed in is asked to do so, whether or not there is a programme at this address.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ProgrammeId>,
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
            let standing = match &person {
                Some(person) => rules::standing(
                    &store::roles_of(tx, &id, person, &today)?,
                    store::is_on_a_list(tx, &id, person)?,
                ),
                None => Standing::Stranger,
            };
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
            Ok::<_, ::store::Error>(Some((programme, standing, meetings, groups)))
        })
        .await
        .context("loading a programme")?;
    let Some((programme, standing, meetings, groups)) = found else {
        return match visitor.person {
            Some(_) => Err(Answer::NotFound),
            None => Ok(Redirect::to("/sign-in").into_response()),
        };
    };
    let shown = Shown {
        programme: &programme,
        standing,
        meetings: &meetings,
        groups: &groups,
        now,
    };
    Ok(views::page(&visitor, &app.catalogue, &shown).into_response())
}
