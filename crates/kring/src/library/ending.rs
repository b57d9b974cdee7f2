//! Handlers for what an owner decides about what is published: for whom it is, that it still holds, and that it is taken back.

use ::store::Db;
use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;
use jiff::Timestamp;
use ui::locale;

use super::pages::Seen;
use super::rules::{self, Act, SCOPES};
use super::{store, views};
use crate::app::App;
use crate::error::Answer;
use crate::web::{Form, Html, Posted, Visitor};
use crate::words::Words;

/// Its owner says that it still holds: it is found until the next time.
pub(super) async fn review(State(app): State<App>, seen: Seen) -> Result<Redirect, Answer> {
    let seen = seen.only(Act::Review)?;
    let now = app.clock.now();
    let day = rules::review_on(locale::local(now).date()).to_string();
    let here = format!("/library/entries/{}", seen.entry.id);
    app.db
        .write(move |tx| store::looked_again(tx, &seen.entry.id, &day, now.as_microsecond()))
        .await
        .context("noting that an entry still holds")?;
    Ok(Redirect::to(&here))
}

/// Consent for another use. Fewer people do not find it from this moment; more people only when its owner says so with so many words, and
/// the form has one button for each.
pub(super) async fn consent(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let seen = seen.only(Act::Own)?;
    let scope = posted.text("scope").to_owned();
    if !SCOPES.contains(&scope.as_str()) {
        return Err(Answer::NotFound);
    }
    let (id, now) = (seen.entry.id.clone(), app.clock.now().as_microsecond());
    if scope != seen.entry.scope {
        let (case, person) = (seen.entry.case_id.clone(), seen.entry.owner_id.clone());
        let is_allowed = app
            .db
            .write(move |tx| {
                let missing = store::allow(tx, (&case, &person), rules::use_for(&scope), now)?;
                if missing.is_empty() {
                    store::set_scope(tx, &id, &scope, now)?;
                }
                Ok::<_, ::store::Error>(missing.is_empty())
            })
            .await
            .context("noting another consent")?;
        if !is_allowed {
            return Err(Answer::Forbidden(waits));
        }
    }
    Ok(Redirect::to(&format!("/library/entries/{}", seen.entry.id)))
}

fn waits(words: &Words) -> String {
    words.library_consent_waits()
}

/// Asks first, and says what will be lost.
pub(super) async fn ask(visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let seen = seen.only(Act::Own)?;
    Ok(views::withdrawal(&visitor, &seen.entry))
}

/// Takes it back: every text and the key with which copies could be read. No process finds it from the next search on.
pub(super) async fn withdraw(State(app): State<App>, seen: Seen) -> Result<Redirect, Answer> {
    let seen = seen.only(Act::Own)?;
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| store::forget(tx, &seen.entry.id, now))
        .await
        .context("taking an entry back")?;
    Ok(Redirect::to("/library/mine"))
}

/// Takes back what cannot be read any more because its key is gone; answers whether the record was of this slice.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn forget_lost(db: &Db, record: &str, now: Timestamp) -> anyhow::Result<bool> {
    let record = record.to_owned();
    db.write(move |tx| store::forget_record(tx, &record, now.as_microsecond()))
        .await
        .context("taking back what has no key any more")
}
