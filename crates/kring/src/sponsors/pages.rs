//! Handlers of the figures.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use ui::locale;

use super::rules::by_quarter;
use super::store;
use super::views::{self, Shown};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::evaluations;
use crate::id::ProgrammeId;
use crate::programmes::{self, Programme};
use crate::web::{Html, Path, Visitor, download, sheet};

/// A programme before somebody who may see its figures. For everybody else there is nothing at this address.
pub(super) struct Watched {
    programme: Programme,
}

impl FromRequestParts<App> for Watched {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Person(person) = Person::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Path(id) = Path::<ProgrammeId>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let today = locale::local(app.clock.now()).date().to_string();
        let found = app
            .db
            .read(move |tx| {
                if !store::may_look(tx, &id, &person.person, &today)? {
                    return Ok(None);
                }
                programmes::store::find(tx, &id)
            })
            .await
            .context("loading a programme for its figures")
            .map_err(|error| Answer::from(error).into_response())?;
        let programme = found.ok_or_else(|| Answer::NotFound.into_response())?;
        Ok(Self { programme })
    }
}

async fn load(app: &App, programme: Programme) -> anyhow::Result<Shown> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let id = programme.id.clone();
    let (counts, held, marks) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((
                store::counts(tx, &id, &today, now.as_microsecond())?,
                store::held(tx, &id)?,
                evaluations::of_programme(tx, &id)?,
            ))
        })
        .await
        .context("counting a programme for who pays")?;
    let (quarters, all) = by_quarter(&held);
    Ok(Shown {
        programme,
        counts,
        quarters,
        all,
        marks,
        now,
    })
}

/// The figures of a programme.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Watched { programme }: Watched,
) -> Result<Html, Answer> {
    Ok(views::figures(&visitor, &load(&app, programme).await?))
}

/// The same as a sheet, one figure a line.
pub(super) async fn as_sheet(
    State(app): State<App>,
    visitor: Visitor,
    Watched { programme }: Watched,
) -> Result<Response, Answer> {
    let shown = load(&app, programme).await?;
    let name = format!("kring-cijfers-{}.csv", locale::local(shown.now).date());
    Ok(download(&name, "text/csv", sheet(views::rows(&visitor, &shown))?))
}
