//! Handlers for whoever checks: nobody can be recognised, or a question first.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::letters::News;
use super::pages::{Seen, page};
use super::rules::{Act, State as Stand};
use super::sharing::of_no_programme;
use super::trail::{self, Deed};
use super::{store, telling};
use crate::app::App;
use crate::error::Answer;
use crate::people;
use crate::post;
use crate::web::{Form, Posted, Visitor};

/// Most letters of a question.
const MOST: usize = 1_000;

/// It may be read and brought.
pub(super) async fn approve(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    judge(&app, seen, &posted, None).await
}

/// It goes back with a question.
pub(super) async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let question = posted.text("question").trim().replace("\r\n", "\n");
    let words = visitor.words();
    let wrong = if question.is_empty() {
        Some(words.forms_missing())
    } else if question.chars().count() > MOST {
        Some(words.forms_too_long(MOST, question.chars().count()))
    } else {
        None
    };
    if let Some(wrong) = wrong {
        let seen = seen.only(Act::Judge)?;
        let page = page(&app, &visitor, seen, Some((question, wrong))).await?;
        return Err(Answer::Invalid(page));
    }
    judge(&app, seen, &posted, Some(question)).await
}

async fn judge(app: &App, seen: Seen, posted: &Posted, question: Option<String>) -> Result<Response, Answer> {
    let here = Redirect::to(&format!("/cases/{}", seen.brief.id)).into_response();
    if matches!(seen.brief.state(), Stand::Approved | Stand::Returned) && seen.may(Act::Read) {
        // Pressed twice, or somebody else who leads the group was quicker: the page says how it stands.
        return Ok(here);
    }
    let seen = seen.only(Act::Judge)?;
    // Nothing is approved that this person has not read: the form says which version it shows.
    if posted.text("version").parse() != Ok(seen.brief.version) {
        return Ok(here);
    }
    let (state, news, deed) = match &question {
        None => (Stand::Approved, News::Approved, Deed::Approved),
        Some(_) => (Stand::Returned, News::Returned, Deed::Returned),
    };
    let brief = &seen.brief;
    let wrapped = brief.wrapped.as_deref().context("a brief without its key")?;
    let key = app.vault.unwrap(&brief.id, wrapped)?;
    let sealed = match &question {
        Some(question) => Some(key.seal("question", question, &app.ids)?),
        None => None,
    };
    let now = app.clock.now();
    let owners = brief.owners();
    let owners = app
        .db
        .read(move |tx| people::store::readers(tx, &owners))
        .await
        .context("looking up whose brief it is")?;
    let owners = if seen.is_owner() { Vec::new() } else { owners };
    let mails = telling::mails(app, brief, news, (&owners, &seen.name), now)?;
    let along = of_no_programme();
    let entry = trail::by(app, now, deed, &seen.person)?;
    let (id, version, by) = (brief.id.clone(), brief.version, seen.person.clone());
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            if store::judge(tx, (&id, version), (state.word(), &by), at)? {
                if let Some(sealed) = &sealed {
                    store::keep(tx, &id, "question", sealed)?;
                }
                store::note(tx, &id, &entry)?;
                for mail in &mails {
                    post::store::enqueue_with(tx, mail, &along, at)?;
                }
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("ending the check of a brief")?;
    Ok(here)
}
