//! Handlers for a case that two people own: asking somebody, saying yes or no, and agreeing with what others may read.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::Timestamp;
use ui::locale;

use super::letters::News;
use super::pages::Seen;
use super::rules::{Act, State as Stand};
use super::sharing::{leaders, of_no_programme};
use super::trail::{self, Deed};
use super::{Brief, store, telling};
use crate::app::App;
use crate::cases;
use crate::error::Answer;
use crate::id::PersonId;
use crate::people;
use crate::post::{self, Mail};
use crate::web::{Form, Posted};

/// Asks somebody of the group to own it as well, or takes that back while there is no answer.
pub(super) async fn ask(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let seen = seen.only(Act::Write)?;
    let (brief, now) = (&seen.brief, app.clock.now());
    let here = Redirect::to(&format!("/cases/{}", brief.id)).into_response();
    if brief.owner_id != seen.person {
        return Err(Answer::NotFound);
    }
    let wanted = Some(posted.text("person").trim()).filter(|person| !person.is_empty());
    let wanted = wanted.map(|person| PersonId(person.to_owned()));
    if brief.second_since.is_some() || brief.second_id == wanted {
        return Ok(here);
    }
    let mails = match &wanted {
        Some(person) => {
            if !companions(&app, brief)
                .await?
                .iter()
                .any(|(one, _)| one == person)
            {
                return Err(Answer::NotFound);
            }
            mails_to(
                &app,
                brief,
                News::Asked,
                (std::slice::from_ref(person), &seen.name),
                now,
            )
            .await?
        }
        None => Vec::new(),
    };
    let (id, along) = (brief.id.clone(), of_no_programme());
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            if store::ask_second(tx, &id, wanted.as_ref(), at)? {
                for mail in &mails {
                    post::store::enqueue_with(tx, mail, &along, at)?;
                }
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("asking somebody to own a case as well")?;
    Ok(here)
}

/// Who is in the group today and does not own it: id and name.
async fn companions(app: &App, brief: &Brief) -> anyhow::Result<Vec<(PersonId, String)>> {
    let today = locale::local(app.clock.now()).date().to_string();
    let (group, owner) = (brief.group_id.clone(), brief.owner_id.clone());
    app.db
        .read(move |tx| store::companions(tx, &group, &owner, &today))
        .await
        .context("looking up who is in a group")
}

async fn mails_to(
    app: &App,
    brief: &Brief,
    news: News,
    (people, other): (&[PersonId], &str),
    now: Timestamp,
) -> anyhow::Result<Vec<Mail>> {
    let people = people.to_vec();
    let people = app
        .db
        .read(move |tx| people::store::readers(tx, &people))
        .await
        .context("looking up to whom to write")?;
    telling::mails(app, brief, news, (&people, other), now)
}

/// The mails to whoever owns a case beside this person.
pub(super) async fn to_other(
    app: &App,
    seen: &Seen,
    news: News,
    now: Timestamp,
) -> anyhow::Result<Vec<Mail>> {
    let mut owners = seen.brief.owners();
    owners.retain(|owner| *owner != seen.person);
    mails_to(app, &seen.brief, news, (&owners, &seen.name), now).await
}

/// Says yes or no to owning it as well.
pub(super) async fn answer(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let here = format!("/cases/{}", seen.brief.id);
    if !seen.is_asked() {
        // Pressed twice.
        return if seen.is_owner() {
            Ok(Redirect::to(&here).into_response())
        } else {
            Err(Answer::NotFound)
        };
    }
    let is_yes = posted.text("do") == "yes";
    let entry = trail::by(&app, app.clock.now(), Deed::Joined, &seen.person)?;
    let (id, person) = (seen.brief.id, seen.person);
    app.db
        .write(move |tx| {
            if !is_yes {
                store::ask_second(tx, &id, None, entry.at)?;
            } else if store::join(tx, &id, &person, entry.at)? {
                cases::store::add_owner(tx, &id, &person)?;
                store::note(tx, &id, &entry)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("answering whether somebody owns a case as well")?;
    Ok(Redirect::to(if is_yes { &here } else { "/my/cases" }).into_response())
}

/// Agrees with the text that the other owner proposed, as it stands on the page; it goes to whoever checks it.
pub(super) async fn agree(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let here = Redirect::to(&format!("/cases/{}", seen.brief.id)).into_response();
    if seen.brief.state() == Stand::Checking && seen.is_owner() {
        // Pressed twice.
        return Ok(here);
    }
    let seen = seen.only(Act::Agree)?;
    if seen.brief.proposed_by.as_ref() == Some(&seen.person) {
        return Err(Answer::NotFound);
    }
    if posted.text("version").parse() != Ok(seen.brief.version) {
        // It was changed meanwhile: the page shows what it says now.
        return Ok(here);
    }
    let now = app.clock.now();
    let leaders = leaders(&app, &seen.brief).await?;
    let mails = telling::mails(&app, &seen.brief, News::Waits, (&leaders, &seen.name), now)?;
    let entry = trail::by(&app, now, Deed::Agreed, &seen.person)?;
    let (id, version, along) = (seen.brief.id, seen.brief.version, of_no_programme());
    app.db
        .write(move |tx| {
            if store::agree(tx, (&id, version), entry.at)? {
                store::note(tx, &id, &entry)?;
                for mail in &mails {
                    post::store::enqueue_with(tx, mail, &along, entry.at)?;
                }
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("agreeing with what is shared of a case")?;
    Ok(here)
}
