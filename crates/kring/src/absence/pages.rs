//! The page of who was there, for whoever leads.

use anyhow::Context as _;
use axum::extract::State;
use ui::locale;

use super::rules::turnouts;
use super::{store, views};
use crate::app::App;
use crate::error::Answer;
use crate::groups::{self, rules::Standing};
use crate::web::{Html, Visitor};

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    if seen.standing != Standing::Facilitator {
        return Err(Answer::NotFound);
    }
    let today = locale::local(app.clock.now()).date().to_string();
    let (group, programme) = (seen.group.id.clone(), seen.group.programme_id.clone());
    let (marks, norm) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((store::marks(tx, &group, &today)?, store::norm(tx, &programme)?))
        })
        .await
        .context("loading who was there")?;
    Ok(views::turnout(
        &visitor,
        &seen.group,
        (&marks, norm),
        &turnouts(&marks),
    ))
}
