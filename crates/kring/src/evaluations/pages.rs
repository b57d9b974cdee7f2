//! Handlers of the evaluations slice.

use anyhow::Context as _;
use axum::extract::State;
use ui::locale;

use super::rules::{self, summaries};
use super::store;
use super::views::{self, OfMeeting};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::ProgrammeId;
use crate::meetings::Seen;
use crate::programmes;
use crate::web::{Html, Path, Visitor};

/// What people thought of one meeting: for whoever led it.
pub(super) async fn of_meeting(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    if !rules::may_read(seen.standing) {
        return Err(Answer::NotFound);
    }
    let id = seen.meeting.id.clone();
    let (answered, counted) = app
        .db
        .read(move |tx| Ok::<_, ::store::Error>((store::answered(tx, &id)?, store::of_meeting(tx, &id)?)))
        .await
        .context("counting the answers of a meeting")?;
    let shown = OfMeeting {
        meeting: &seen.meeting,
        answered,
        summaries: &summaries(counted),
    };
    Ok(views::of_meeting(&visitor, &shown))
}

/// Averages over a programme: for whoever organises it.
pub(super) async fn of_programme(
    State(app): State<App>,
    visitor: Visitor,
    Person(person): Person,
    Path(id): Path<ProgrammeId>,
) -> Result<Html, Answer> {
    let today = locale::local(app.clock.now()).date().to_string();
    let found = app
        .db
        .read(move |tx| {
            let roles = programmes::store::roles_of(tx, &id, &person.person, &today)?;
            let organises =
                programmes::rules::standing(&roles, false) == programmes::rules::Standing::Organiser;
            let Some(programme) = programmes::store::find(tx, &id)?.filter(|_| organises) else {
                return Ok(None);
            };
            Ok::<_, ::store::Error>(Some((programme, super::of_programme(tx, &id)?)))
        })
        .await
        .context("counting the answers of a programme")?;
    let (programme, marks) = found.ok_or(Answer::NotFound)?;
    Ok(views::of_programme(&visitor, &programme, &marks))
}
