//! Whether somebody comes: said from a mail without signing in, or on the page of the meeting.
//!
//! Opening the link changes nothing, because mail scanners open links; the button does. Whoever said no may say yes again.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use paper::calendar::Reply;
use serde::Deserialize;

use super::open::{Host, is_for_host};
use super::rules::{TEXT, takes_replies};
use super::telling::{Telling, UID_END, remind, reminders_of};
use super::{Details, Given, Invited, speaking, store, views};
use crate::app::App;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::meetings::Seen;
use crate::people;
use crate::web::{Form, Path, Visitor};
use crate::words::Words;

/// What was pressed, and why.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Said {
    /// `yes` or `no`.
    #[serde(default)]
    pub(super) comes: String,
    #[serde(default)]
    pub(super) reason: String,
}

/// Somebody who answers about a meeting.
struct Asked {
    meeting: Details,
    given: Given,
    person: Invited,
}

/// The page of a link in a mail.
pub(super) async fn show<P: Host>(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Answer> {
    if is_for_host::<P>(&app, &token).await? {
        return Ok(Redirect::to(&format!("/sign-ups/{token}")).into_response());
    }
    let asked = by_link(&app, &token).await?;
    let is_open = takes_replies(&asked.meeting, app.clock.now());
    Ok(views::reply(
        &visitor,
        &asked.meeting,
        &asked.given,
        &asked.person.name,
        is_open,
    )
    .into_response())
}

pub(super) async fn reply<P: Host>(
    State(app): State<App>,
    Path(token): Path<String>,
    Form(said): Form<Said>,
) -> Result<Redirect, Answer> {
    let asked = by_link(&app, &token).await?;
    take::<P>(&app, asked, said).await?;
    Ok(Redirect::to(&format!("/reply/{token}")))
}

pub(super) async fn reply_signed_in<P: Host>(
    State(app): State<App>,
    seen: Seen,
    Form(said): Form<Said>,
) -> Result<Response, Answer> {
    let here = format!("/meetings/{}#reply", seen.meeting.id);
    let asked = find(&app, seen.meeting.id, seen.person)
        .await?
        .ok_or(Answer::NotFound)?;
    // Whoever gave an open place back has nothing to do with the meeting any more.
    let to = match take::<P>(&app, asked, said).await? {
        Noted::Said => here.as_str(),
        Noted::GaveBack => "/my",
    };
    Ok(Redirect::to(to).into_response())
}

/// Notes what somebody says who is known by another way than these pages.
pub(super) async fn say<P: Host>(
    app: &App,
    meeting: MeetingId,
    person: PersonId,
    said: Said,
) -> Result<(), Answer> {
    let asked = find(app, meeting, person).await?.ok_or(Answer::NotFound)?;
    take::<P>(app, asked, said).await?;
    Ok(())
}

async fn by_link(app: &App, token: &str) -> Result<Asked, Answer> {
    let (meeting, person) = speaking::by_link(app, token).await?;
    find(app, meeting, person).await?.ok_or(Answer::NotFound)
}

async fn find(app: &App, meeting: MeetingId, person: PersonId) -> anyhow::Result<Option<Asked>> {
    let found = app
        .db
        .read(move |tx| {
            let given = store::given(tx, &meeting, &person)?;
            let invited = store::invited(tx, &meeting)?;
            let known = invited.into_iter().find(|one| one.person_id == person);
            Ok::<_, ::store::Error>((store::details(tx, &meeting)?, given, known))
        })
        .await
        .context("loading what somebody said")?;
    let (Some(meeting), Some(given), Some(person)) = found else {
        return Ok(None);
    };
    Ok(Some(Asked {
        meeting,
        given,
        person,
    }))
}

/// What came of something that a mailbox got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    Comes,
    DoesNotCome,
    /// The meeting began or does not take place.
    TooLate,
    /// Nobody who is invited.
    Stranger,
    /// A mail that did not arrive was noted.
    Bounced,
    Nothing,
}

/// What somebody pressed in their calendar. "Perhaps" is no answer yet: whoever says it is reminded like everybody else.
pub(crate) async fn take_answer<P: Host>(
    app: &App,
    answer: paper::calendar::Answer,
) -> anyhow::Result<Taken> {
    let Some(id) = answer.uid.strip_suffix(UID_END) else {
        return Ok(Taken::Nothing);
    };
    let (meeting, mail) = (MeetingId(id.to_owned()), answer.mail.clone());
    let person = app
        .db
        .read(move |tx| people::store::by_mail(tx, &mail))
        .await
        .context("looking up who answers")?;
    let Some(person) = person else {
        return Ok(Taken::Stranger);
    };
    let Some(asked) = find(app, meeting, person.id).await? else {
        return Ok(Taken::Stranger);
    };
    // Said about a time that has changed since; what a calendar leaves out is 0.
    let is_old = answer.sequence > 0 && i64::from(answer.sequence) < asked.meeting.sequence;
    let comes = match answer.reply {
        _ if is_old => return Ok(Taken::Nothing),
        Reply::Tentative => return Ok(Taken::Nothing),
        Reply::Accepted => true,
        Reply::Declined => false,
    };
    if !takes_replies(&asked.meeting, app.clock.now()) {
        return Ok(Taken::TooLate);
    }
    note::<P>(app, asked, comes, answer.comment.as_deref().unwrap_or_default()).await?;
    Ok(if comes { Taken::Comes } else { Taken::DoesNotCome })
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Noted {
    Said,
    /// It was a place at an open meeting, and is somebody else's now.
    GaveBack,
}

/// Notes it. Whoever does not come hears nothing more of this meeting; whoever comes after all is reminded again.
async fn take<P: Host>(app: &App, asked: Asked, said: Said) -> Result<Noted, Answer> {
    let now = app.clock.now();
    if !takes_replies(&asked.meeting, now) {
        return Err(Answer::Forbidden(too_late));
    }
    let comes = match said.comes.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Answer::Unreadable),
    };
    Ok(note::<P>(app, asked, comes, &said.reason).await?)
}

async fn note<P: Host>(app: &App, asked: Asked, comes: bool, reason: &str) -> anyhow::Result<Noted> {
    let now = app.clock.now();
    let mut telling = Telling::default();
    if comes {
        remind(app, &asked.meeting, &asked.person, &mut telling)?;
    }
    let reason: String = reason.trim().chars().take(TEXT).collect();
    let (id, person) = (asked.meeting.id, asked.person.person_id);
    let host = app.clone();
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            if !comes && P::has_given(tx, &id, &person)? {
                P::take_back(&host, tx, &id, &person)?;
                return Ok(Noted::GaveBack);
            }
            let state = if comes { "expected" } else { "declined" };
            let kept = (!comes && !reason.is_empty()).then_some(reason.as_str());
            if !store::note_reply(tx, &id, &person, (state, kept), at)? {
                return Ok(Noted::Said);
            }
            if !comes {
                crate::post::store::withdraw(tx, &reminders_of(&id, Some(&person)), at)?;
            }
            telling.write(tx, at)?;
            Ok::<_, anyhow::Error>(Noted::Said)
        })
        .await
        .context("noting whether somebody comes")
}

fn too_late(words: &Words) -> String {
    words.calendar_reply_too_late()
}
