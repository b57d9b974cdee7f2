//! Handlers that make a question of a root: it comes onto the list of a meeting as a case.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;
use ui::{Problems, locale};

use super::making::ahead;
use super::pages::{Board, Seen};
use super::rules::{Act, Role};
use super::views::{self, Asked};
use super::{Cause, store};
use crate::app::App;
use crate::cases;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::meetings::Meeting;
use crate::web::{Form, Html, LINE, Posted, Reading, Visitor};

/// Letters in a question: a cause, and some words before it.
pub(super) const QUESTION: u32 = LINE + 100;

/// Everything the form needs.
struct Loaded {
    cause: Cause,
    /// Meetings to come.
    meetings: Vec<Meeting>,
    /// Who can bring it; only whoever leads names somebody else.
    people: Vec<(PersonId, String)>,
}

/// Whether somebody may make a question of a cause, or put the one there is on the list of another meeting.
pub(super) fn may_ask(seen: &Seen, cause: &Cause) -> bool {
    let is_theirs = match &cause.case_owner {
        Some(owner) => *owner == seen.person || leads(seen),
        None => true,
    };
    let is_treated = cause.case_state.as_deref() == Some("treated");
    seen.may(Act::FollowUp) && cause.votes > 0 && is_theirs && !is_treated
}

fn leads(seen: &Seen) -> bool {
    matches!(seen.role, Role::Facilitator)
}

async fn load(app: &App, seen: &Seen) -> Result<Loaded, Answer> {
    let board = Board::load(app, seen).await?;
    let cause = seen.cause.as_deref().and_then(|id| board.find(id)).cloned();
    let cause = cause
        .filter(|cause| may_ask(seen, cause))
        .ok_or(Answer::NotFound)?;
    let people = if leads(seen) && cause.case_owner.is_none() {
        let group = seen.bottleneck.group_id.clone();
        let today = locale::local(app.clock.now()).date().to_string();
        app.db
            .read(move |tx| store::people(tx, &group, &today))
            .await
            .context("loading who can bring a question")?
    } else {
        Vec::new()
    };
    Ok(Loaded {
        cause,
        meetings: ahead(app, &seen.bottleneck.group_id).await?,
        people,
    })
}

fn form(visitor: &Visitor, seen: &Seen, loaded: &Loaded, (posted, problems): (&Posted, &Problems)) -> Html {
    let asked = Asked {
        seen,
        cause: &loaded.cause,
        meetings: &loaded.meetings,
        people: &loaded.people,
        posted,
        problems,
    };
    views::asking(visitor, &asked)
}

pub(super) async fn ask(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let loaded = load(&app, &seen).await?;
    let text = loaded.cause.text.clone();
    let first = seen
        .bottleneck
        .meeting_id
        .as_ref()
        .or_else(|| loaded.meetings.first().map(|one| &one.id));
    let fields = [
        (
            "meeting".to_owned(),
            first.map(|id| id.0.clone()).unwrap_or_default(),
        ),
        (
            "question".to_owned(),
            visitor.words().bottlenecks_question_start(&text),
        ),
        ("title".to_owned(), text),
    ];
    let posted = fields.into_iter().collect();
    Ok(form(&visitor, &seen, &loaded, (&posted, &Problems::none())))
}

/// A question as it was filled in.
struct Filled {
    title: String,
    question: String,
    meeting: MeetingId,
    owner: PersonId,
}

fn read(reading: &mut Reading<'_>, seen: &Seen, loaded: &Loaded) -> Filled {
    let ids: Vec<&str> = loaded
        .meetings
        .iter()
        .map(|meeting| meeting.id.0.as_str())
        .collect();
    let owner = if loaded.people.is_empty() {
        seen.person.clone()
    } else {
        let ids: Vec<&str> = loaded.people.iter().map(|(id, _)| id.0.as_str()).collect();
        PersonId(reading.one_of("owner", &ids))
    };
    Filled {
        title: reading.text("title", LINE),
        question: reading.text("question", QUESTION),
        meeting: MeetingId(reading.one_of("meeting", &ids)),
        owner,
    }
}

pub(super) async fn bring(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let loaded = load(&app, &seen).await?;
    let mut reading = Reading::new(&posted, visitor.words());
    let filled = read(&mut reading, &seen, &loaded);
    let filled = reading
        .done(filled)
        .map_err(|problems| Answer::Invalid(form(&visitor, &seen, &loaded, (&posted, &problems))))?;
    let (cause, home) = (loaded.cause.id, seen.bottleneck.id);
    let here = format!("/causes/{cause}");
    app.db
        .write(move |tx| {
            // The case has the id of the cause, so pressing twice makes one.
            let text = (filled.title.as_str(), filled.question.as_str());
            cases::store::put(tx, &cause, &filled.meeting, &filled.owner, text)?;
            store::touch(tx, &home)
        })
        .await
        .context("making a question of a cause")?;
    Ok(Redirect::to(&here))
}
