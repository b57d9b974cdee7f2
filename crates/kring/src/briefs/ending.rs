//! Handlers for what becomes of a brief: onto the list of a meeting, or taken back for good.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::letters::News;
use super::pages::Seen;
use super::rules::Act;
use super::sharing::of_no_programme;
use super::trail::{self, Deed};
use super::{owning, store, views};
use crate::app::App;
use crate::cases;
use crate::error::Answer;
use crate::id::MeetingId;
use crate::post;
use crate::vault;
use crate::web::{Form, Html, Posted, Visitor};

/// Puts it on the list of a meeting of its group, or takes it off. Only the neutral title and the question stand there.
pub(super) async fn bring(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let seen = seen.only(Act::Bring)?;
    let brief = seen.brief;
    let shared = brief.shared(&app)?;
    let wanted = posted.text("meeting").trim().to_owned();
    let now = app.clock.now().as_microsecond();
    let here = format!("/cases/{}", brief.id);
    let is_there = app
        .db
        .write(move |tx| {
            if wanted.is_empty() {
                cases::store::take_off(tx, &brief.id)?;
                store::bring(tx, &brief.id, None, now)?;
                return Ok(true);
            }
            let ahead = store::ahead(tx, &brief.group_id, now)?;
            let Some(meeting) = ahead.iter().find(|one| one.id.0 == wanted) else {
                return Ok(false);
            };
            let meeting = MeetingId(meeting.id.0.clone());
            let text = (shared.of("title"), shared.of("question"));
            cases::store::put(tx, &brief.id, &meeting, &brief.owner_id, text)?;
            for owner in brief.owners() {
                cases::store::add_owner(tx, &brief.id, &owner)?;
            }
            store::bring(tx, &brief.id, Some(&meeting), now)?;
            Ok::<_, ::store::Error>(true)
        })
        .await
        .context("bringing a brief to a meeting")?;
    if !is_there {
        return Err(Answer::NotFound);
    }
    Ok(Redirect::to(&here).into_response())
}

/// Asks first, and says what will be lost.
pub(super) async fn ask(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let seen = seen.only(Act::Withdraw)?;
    let since = app
        .db
        .read(vault::store::since)
        .await
        .context("looking up how old the key is")?;
    Ok(views::withdrawal(&visitor, &seen.brief, since))
}

/// Takes it back: every text, the key with which copies could be read, its place on a list, and what is in the library of it. Of a case
/// that was treated only the title and the question stay, with the meeting.
pub(super) async fn withdraw(State(app): State<App>, seen: Seen) -> Result<Redirect, Answer> {
    let seen = seen.only(Act::Withdraw)?;
    let now = app.clock.now();
    let entry = trail::by(&app, now, Deed::Withdrawn, &seen.person)?;
    let mails = owning::to_other(&app, &seen, News::TakenBack, now).await?;
    let (id, along) = (seen.brief.id, of_no_programme());
    app.db
        .write(move |tx| {
            super::forget(tx, &id, &entry)?;
            for mail in &mails {
                post::store::enqueue_with(tx, mail, &along, entry.at)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("taking a brief back")?;
    Ok(Redirect::to("/my/cases"))
}
