//! Handlers for the second pair of eyes: nobody can be recognised, or a question first.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::locale;

use super::letters::News;
use super::pages::{Seen, page};
use super::rules::{self, Act, State as Stand};
use super::views::Experience;
use super::{store, telling};
use crate::app::App;
use crate::error::Answer;
use crate::post;
use crate::web::{Form, Posted, Visitor};

/// Most letters of a question.
pub(super) const MOST: u32 = 1_000;

/// It is published.
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
    let length = question.chars().count();
    let wrong = if question.is_empty() {
        Some(words.forms_missing())
    } else if u32::try_from(length).is_ok_and(|length| length <= MOST) {
        None
    } else {
        Some(words.forms_too_long(MOST, length))
    };
    if let Some(wrong) = wrong {
        let seen = seen.only(Act::Judge)?;
        return Err(Answer::Invalid(page(
            &app,
            &visitor,
            &seen,
            (Some((question, wrong)), Experience::default()),
        )?));
    }
    judge(&app, seen, &posted, Some(question)).await
}

async fn judge(app: &App, seen: Seen, posted: &Posted, question: Option<String>) -> Result<Response, Answer> {
    let entry = &seen.entry;
    let here = format!("/library/entries/{}", entry.id);
    // Pressed twice, or somebody else was quicker: the page says how it stands, or the list what else waits.
    let back = if seen.may(Act::Read) || seen.may(Act::ReadDraft) {
        here
    } else {
        "/library/checks".to_owned()
    };
    let back = Redirect::to(&back).into_response();
    if !seen.may(Act::Judge) {
        let was_judged = seen.role == rules::Role::Checker && entry.state() != Stand::Withdrawn;
        return if was_judged {
            Ok(back)
        } else {
            Err(Answer::NotFound)
        };
    }
    // Nothing is approved that this person has not read: the form says which version it shows.
    if posted.text("version").parse() != Ok(entry.version) {
        return Ok(back);
    }
    let key = entry.key(app)?;
    let now = app.clock.now();
    let (news, part, text) = match question {
        None => (News::Published, "public", entry.draft(app)?.write()?),
        Some(question) => (News::Returned, "question", question),
    };
    let sealed = key.seal(part, &text, &app.ids)?;
    let owner = std::slice::from_ref(&entry.owner_id);
    let mails = telling::mails(app, entry, (news, entry.version), (owner, &seen.name)).await?;
    let (id, version, by) = (entry.id.clone(), entry.version, seen.person.clone());
    let review_on = rules::review_on(locale::local(now).date()).to_string();
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            let is_done = if part == "public" {
                store::publish(tx, (&id, version), (&by, &review_on), at)?
            } else {
                store::send_back(tx, (&id, version), &by, at)?
            };
            if is_done {
                store::keep(tx, &id, part, &sealed)?;
                for mail in &mails {
                    post::store::enqueue(tx, mail, at)?;
                }
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("ending the check of an entry")?;
    Ok(back)
}

/// Its owner takes it back from whoever checks it, to go on writing.
pub(super) async fn recall(State(app): State<App>, seen: Seen) -> Result<Redirect, Answer> {
    let here = format!("/library/entries/{}", seen.entry.id);
    let seen = seen.only(Act::Recall)?;
    let (id, version, now) = (
        seen.entry.id,
        seen.entry.version,
        app.clock.now().as_microsecond(),
    );
    app.db
        .write(move |tx| store::change(tx, (&id, version), Stand::Draft.word(), now))
        .await
        .context("taking an entry back from the check")?;
    Ok(Redirect::to(&here))
}
