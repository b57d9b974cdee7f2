//! Handlers for sharing: the owner makes the text that others may read, and sends it to whoever checks it.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::{Problems, locale};

use super::form::to_share;
use super::guard::{spots, with_replaced};
use super::letters::News;
use super::pages::Seen;
use super::rules::{Act, State as Stand};
use super::template::{Answers, QUESTIONS};
use super::trail::{self, Deed};
use super::views::{self, Sharing};
use super::{Brief, store, telling};
use crate::app::App;
use crate::error::Answer;
use crate::people::{self, Addressed};
use crate::post::{self, Along};
use crate::web::{Form, Html, Posted, Visitor};

/// The text to share: what was shared before, or else what the owner wrote for themselves.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let seen = seen.only(Act::Send)?;
    let brief = &seen.brief;
    let answers = if brief.shared.is_some() {
        brief.shared(&app)?
    } else {
        brief.own(&app)?
    };
    let posted = as_posted(&answers, brief.version);
    Ok(page(&app, &visitor, &seen, (&posted, &Problems::none()))?)
}

fn as_posted(answers: &Answers, version: i64) -> Posted {
    QUESTIONS
        .iter()
        .map(|question| (question.name.to_owned(), answers.of(question.name).to_owned()))
        .chain([("version".to_owned(), version.to_string())])
        .collect()
}

fn page(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (posted, problems): (&Posted, &Problems),
) -> anyhow::Result<Html> {
    let sharing = Sharing {
        brief: &seen.brief,
        spots: &spots(posted),
        question: seen.brief.question(app)?,
        posted,
        problems,
        is_alone: !seen.is_checked_by_another(),
    };
    Ok(views::sharing(visitor, &sharing))
}

/// Sends it to whoever leads the group, with a mail that says nothing of it.
pub(super) async fn send(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let here = format!("/cases/{}", seen.brief.id);
    if seen.brief.state() == Stand::Checking {
        // Pressed twice.
        return Ok(Redirect::to(&here).into_response());
    }
    let seen = seen.only(Act::Send)?;
    if !posted.text("replace").is_empty() {
        let posted = with_replaced(&posted, posted.text("replace"));
        return Ok(page(&app, &visitor, &seen, (&posted, &Problems::none()))?.into_response());
    }
    let answers = match to_share(&posted, visitor.words()) {
        Ok(answers) => answers,
        Err(problems) => {
            return Err(Answer::Invalid(page(
                &app,
                &visitor,
                &seen,
                (&posted, &problems),
            )?));
        }
    };
    if posted.text("version").parse() != Ok(seen.brief.version) {
        let newer = as_posted(&answers, seen.brief.version);
        let mut problems = Problems::none();
        problems.add("whole", visitor.words().briefs_stale());
        return Err(Answer::Conflict(page(
            &app,
            &visitor,
            &seen,
            (&newer, &problems),
        )?));
    }
    keep(&app, &seen, &answers).await?;
    Ok(Redirect::to(&here).into_response())
}

async fn keep(app: &App, seen: &Seen, answers: &Answers) -> anyhow::Result<()> {
    let brief = &seen.brief;
    let wrapped = brief.wrapped.as_deref().context("a brief without its key")?;
    let key = app.vault.unwrap(&brief.id, wrapped)?;
    let sealed = key.seal("shared", &answers.write()?, &app.ids)?;
    let now = app.clock.now();
    let mails = telling::mails(
        app,
        brief,
        News::Waits,
        (&leaders(app, seen).await?, &seen.name),
        now,
    )?;
    let along = of_no_programme();
    let brief = brief.clone();
    let entry = trail::by(app, now, Deed::Shared, &seen.person)?;
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            let change = change(&brief, Stand::Checking);
            if store::change(tx, (&brief.id, brief.version), &change, at)? {
                store::keep(tx, &brief.id, "shared", &sealed)?;
                store::note(tx, &brief.id, &entry)?;
                for mail in &mails {
                    post::store::enqueue_with(tx, mail, &along, at)?;
                }
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("sending a brief to be checked")
}

fn change(brief: &Brief, state: Stand) -> store::Change<'_> {
    store::Change {
        template: &brief.template,
        readers: &brief.readers,
        urgency: brief.urgency,
        method: brief.method.as_deref(),
        state: state.word(),
    }
}

/// Organisers look through the mails of their programme: these are none of them.
pub(super) fn of_no_programme() -> Along {
    Along {
        programme: None,
        calendar: None,
    }
}

/// Whoever checks it: everybody who leads the group, but for the owner.
async fn leaders(app: &App, seen: &Seen) -> anyhow::Result<Vec<Addressed>> {
    let today = locale::local(app.clock.now()).date().to_string();
    let (group, owner) = (seen.brief.group_id.clone(), seen.person.clone());
    app.db
        .read(move |tx| {
            let mut leaders = store::leaders(tx, &group, &today)?;
            leaders.retain(|leader| *leader != owner);
            people::store::readers(tx, &leaders)
        })
        .await
        .context("looking up who leads a group")
}
