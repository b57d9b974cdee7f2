//! Handlers of the export.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Response;
use session::ids::At;
use ui::locale;

use super::build::Reading;
use super::{Report, sight};
use crate::app::App;
use crate::error::Answer;
use crate::room::Member;
use crate::room::pages::arrive;
use crate::web::{Visitor, download};

/// The report as Markdown.
pub(in crate::room) async fn markdown(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
) -> Result<Response, Answer> {
    let report = read(&app, &visitor, &member).await?;
    Ok(file(
        &member,
        "md",
        "text/markdown",
        super::markdown::write(&report, &visitor),
    ))
}

/// The report as a sheet.
pub(in crate::room) async fn csv(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
) -> Result<Response, Answer> {
    let report = read(&app, &visitor, &member).await?;
    let text = super::sheet::write(&report, visitor.words())?;
    Ok(file(&member, "csv", "text/csv", text))
}

/// The report for programs.
pub(in crate::room) async fn json(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
) -> Result<Response, Answer> {
    let report = read(&app, &visitor, &member).await?;
    let text = super::json::write(&report).context("writing a report as JSON")?;
    Ok(file(&member, "json", "application/json", text))
}

/// What this reader may have now. Nothing looks like an address that does not exist.
async fn read(app: &App, visitor: &Visitor, member: &Member) -> Result<Report, Answer> {
    let room = arrive(app, &member.meeting).await?;
    let now = At(app.clock.now().as_microsecond());
    room.look(|state| {
        let seat = member.seat(state)?;
        let reading = Reading {
            visitor,
            meeting: &member.meeting,
            state,
            seat,
            sight: sight(state, seat)?,
            now,
        };
        Some(reading.report())
    })
    .ok_or(Answer::NotFound)
}

/// A download. Its name tells the day and nothing else: it stands in lists that others see.
fn file(member: &Member, ending: &str, kind: &str, text: String) -> Response {
    let day = locale::local(member.meeting.starts()).date();
    download(&format!("kring-{day}.{ending}"), kind, text)
}
