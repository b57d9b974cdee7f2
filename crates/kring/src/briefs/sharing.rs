//! Handlers for sharing: the owner makes the text that others may read, and sends it to whoever checks it.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::{Problems, locale};

use super::consents::{Use, ticked};
use super::form::to_share;
use super::guard::{spots, with_replaced};
use super::letters::News;
use super::pages::Seen;
use super::rules::{Act, State as Stand};
use super::template::{Answers, QUESTIONS};
use super::trail::{self, Deed};
use super::views::{self, Sharing};
use super::{Brief, owning, store, telling};
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
    let (id, person) = (brief.id.clone(), seen.person.clone());
    let allowed = app.db.read(move |tx| store::allowed_by(tx, &id, &person)).await;
    let allowed = allowed.context("looking up what an owner allows")?;
    let allowed = Use::ALL
        .into_iter()
        .filter(|one| allowed.iter().any(|word| word == one.word()))
        .map(|one| (one.field().to_owned(), "yes".to_owned()));
    let posted: Posted = as_posted(&answers, brief.version)
        .fields()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .chain(allowed)
        .collect();
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
    if seen.brief.state() == Stand::Checking || is_proposed_already(&seen, &posted) {
        // Pressed twice.
        return Ok(Redirect::to(&here).into_response());
    }
    let seen = seen.only(Act::Send)?;
    if !posted.text("replace").is_empty() {
        let posted = with_replaced(&posted, posted.text("replace"));
        return Ok(page(&app, &visitor, &seen, (&posted, &Problems::none()))?.into_response());
    }
    let answers = match to_share(&posted, &seen.brief.template, visitor.words()) {
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
    keep(&app, &seen, &answers, Some(ticked(&posted))).await?;
    Ok(Redirect::to(&here).into_response())
}

/// Whether this very form has made it a proposal.
fn is_proposed_already(seen: &Seen, posted: &Posted) -> bool {
    let before = posted.text("version").parse::<i64>();
    seen.brief.state() == Stand::Agreeing
        && seen.brief.proposed_by.as_ref() == Some(&seen.person)
        && before == Ok(seen.brief.version - 1)
}

/// Seals the text to share, and keeps what its owner allows, if they were asked. Of one owner it goes to whoever checks it, of two to the other one first.
pub(super) async fn keep(
    app: &App,
    seen: &Seen,
    answers: &Answers,
    uses: Option<Vec<Use>>,
) -> anyhow::Result<()> {
    let brief = &seen.brief;
    let wrapped = brief.wrapped.as_deref().context("a brief without its key")?;
    let key = app.vault.unwrap(&brief.id, wrapped)?;
    let sealed = key.seal("shared", &answers.write()?, &app.ids)?;
    let now = app.clock.now();
    let is_together = brief.owners().len() > 1;
    let (state, mails) = if is_together {
        (
            Stand::Agreeing,
            owning::to_other(app, seen, News::Proposed, now).await?,
        )
    } else {
        let leaders = leaders(app, brief).await?;
        (
            Stand::Checking,
            telling::mails(app, brief, News::Waits, (&leaders, &seen.name), now)?,
        )
    };
    let person = seen.person.clone();
    let by = is_together.then(|| person.clone());
    let along = of_no_programme();
    let brief = brief.clone();
    let entry = trail::by(app, now, Deed::Shared, &seen.person)?;
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            let change = store::Change {
                template: &brief.template,
                readers: &brief.readers,
                urgency: brief.urgency,
                depth: brief.depth,
                method: brief.method.as_deref(),
                state: state.word(),
                proposed_by: by.as_ref(),
            };
            if store::change(tx, (&brief.id, brief.version), &change, at)? {
                store::keep(tx, &brief.id, "shared", &sealed)?;
                store::note(tx, &brief.id, &entry)?;
                if let Some(uses) = &uses {
                    store::allow_only(tx, (&brief.id, &person), uses, at)?;
                }
                for mail in &mails {
                    post::store::enqueue_with(tx, mail, &along, at)?;
                }
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("sending a brief to be checked")
}

/// Organisers look through the mails of their programme: these are none of them.
pub(super) fn of_no_programme() -> Along {
    Along {
        programme: None,
        calendar: None,
    }
}

/// Whoever checks it: everybody who leads the group, but for its owners.
pub(super) async fn leaders(app: &App, brief: &Brief) -> anyhow::Result<Vec<Addressed>> {
    let today = locale::local(app.clock.now()).date().to_string();
    let (group, owners) = (brief.group_id.clone(), brief.owners());
    app.db
        .read(move |tx| {
            let mut leaders = store::leaders(tx, &group, &today)?;
            leaders.retain(|leader| !owners.contains(leader));
            people::store::readers(tx, &leaders)
        })
        .await
        .context("looking up who leads a group")
}
