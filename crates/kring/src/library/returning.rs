//! Handlers for looking back: some weeks after a case was treated its owner tells what became of it, and the group reads that when the
//! owner wants it.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Serialize;
use ui::Problems;

use super::rules::State as Stand;
use super::store::{self, Told};
use super::views::{self, Looked, Returning};
use super::{Treated, writing};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::groups::{self, rules::Standing};
use crate::id::PersonId;
use crate::vault;
use crate::web::{Form, Html, Path, Posted, Reading, Visitor};

/// How it went, the best first.
pub(super) const PROGRESS: [&str; 3] = ["done", "half", "not_done"];

/// Most letters of what became of it: it goes into an entry as it stands.
pub(super) const MOST: u32 = 1_500;

/// The name of the key under which it is sealed. The case itself may have a key of its own.
pub(super) fn record(case: &str) -> String {
    format!("{case}/return")
}

/// The case of such a name.
pub(super) fn case_of(record: &str) -> Option<&str> {
    record.strip_suffix("/return")
}

/// What somebody told, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Said {
    pub(super) progress: String,
    pub(super) text: String,
    pub(super) is_for_group: bool,
}

/// What was told about a case, when something was.
pub(super) async fn told(app: &App, case: &str) -> anyhow::Result<Option<Said>> {
    Ok(kept(app, case).await?.0)
}

/// What was told, the wrapped key when there is one, and the version of it.
async fn kept(app: &App, case: &str) -> anyhow::Result<(Option<Said>, Option<String>, i64)> {
    let (id, name) = (case.to_owned(), record(case));
    let row = app
        .db
        .read(move |tx| store::return_of(tx, &id, &name))
        .await
        .context("loading what became of a case")?;
    let Some(row) = row else {
        return Ok((None, None, 1));
    };
    let said = match (&row.progress, &row.wrapped, &row.sealed) {
        (Some(progress), Some(wrapped), Some(sealed)) => Some(Said {
            progress: progress.clone(),
            text: opened(app, case, wrapped, sealed)?,
            is_for_group: row.is_for_group,
        }),
        _ => None,
    };
    Ok((said, row.wrapped, row.version))
}

fn opened(app: &App, case: &str, wrapped: &str, sealed: &str) -> anyhow::Result<String> {
    app.vault.unwrap(&record(case), wrapped)?.open("told", sealed)
}

/// The form, with what was told before.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Path(case): Path<String>,
) -> Result<Html, Answer> {
    let case = writing::treated(&app, &me.person, case).await?;
    let (said, _, version) = kept(&app, &case.id).await?;
    let posted = as_posted(said.as_ref(), version);
    Ok(page(
        &visitor,
        &case,
        (&posted, &Problems::none()),
        said.is_some(),
    ))
}

fn as_posted(said: Option<&Said>, version: i64) -> Posted {
    let posted = Posted::default().with("version", &version.to_string());
    match said {
        None => posted,
        Some(said) => posted
            .with("progress", &said.progress)
            .with("told", &said.text)
            .with("for-group", if said.is_for_group { "yes" } else { "" }),
    }
}

fn page(
    visitor: &Visitor,
    case: &Treated,
    (posted, problems): (&Posted, &Problems),
    is_answered: bool,
) -> Html {
    views::returning(
        visitor,
        &Returning {
            case,
            posted,
            problems,
            is_answered,
        },
    )
}

/// Keeps what became of it, and puts it under the result of the entry when its owner wants that; it is looked through there before
/// anybody else finds it.
pub(super) async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Path(case): Path<String>,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let case = writing::treated(&app, &me.person, case).await?;
    let mut reading = Reading::new(&posted, visitor.words());
    let said = Said {
        progress: reading.one_of("progress", &PROGRESS),
        text: reading.optional("told", MOST).unwrap_or_default(),
        is_for_group: reading.ticked("for-group"),
    };
    let into_entry = reading.ticked("for-library");
    let said = reading
        .done(said)
        .map_err(|problems| Answer::Invalid(page(&visitor, &case, (&posted, &problems), false)))?;
    let version: i64 = posted.text("version").parse().unwrap_or(0);
    let here = format!("/library/returns/{}", case.id);
    if keep(&app, &me.person, &case, (&said, version)).await? {
        if into_entry {
            put_into_entry(&app, &me.person, &case, &said.text).await?;
        }
        return Ok(Redirect::to(&here).into_response());
    }
    let (known, _, version) = kept(&app, &case.id).await?;
    if known.as_ref() == Some(&said) {
        // Pressed twice.
        return Ok(Redirect::to(&here).into_response());
    }
    let mut problems = Problems::none();
    problems.add("whole", visitor.words().briefs_stale());
    let newer = posted.with("version", &version.to_string());
    Err(Answer::Conflict(page(
        &visitor,
        &case,
        (&newer, &problems),
        false,
    )))
}

async fn keep(
    app: &App,
    person: &PersonId,
    case: &Treated,
    (said, version): (&Said, i64),
) -> anyhow::Result<bool> {
    let (_, wrapped, _) = kept(app, &case.id).await?;
    let name = record(&case.id);
    let live = app
        .db
        .read(vault::store::live)
        .await
        .context("looking up the keys")?;
    let (key, fresh) = if let Some(wrapped) = wrapped {
        (app.vault.unwrap(&name, &wrapped)?, None)
    } else {
        let (key, wrapped) = app.vault.fresh(&name, &live, &app.ids)?;
        (key, Some(wrapped))
    };
    let sealed = key.seal("told", &said.text, &app.ids)?;
    let (id, person, now) = (case.id.clone(), person.clone(), app.clock.now().as_microsecond());
    let (progress, is_for_group) = (said.progress.clone(), said.is_for_group);
    app.db
        .write(move |tx| {
            let told = Told {
                progress: &progress,
                is_for_group,
                sealed: &sealed,
                version,
            };
            if let Some(wrapped) = &fresh
                && !vault::store::accepts(tx, &wrapped.key, now)?
            {
                return Ok(None);
            }
            let is_kept = store::answer(tx, (&id, &person), &told, now)?;
            if let (true, Some(wrapped)) = (is_kept, &fresh) {
                vault::store::keep(tx, &name, wrapped)?;
            }
            Ok::<_, ::store::Error>(Some(is_kept))
        })
        .await
        .context("keeping what became of a case")?
        .context("the key of the installation was replaced in the same moment")
}

/// Puts what became of a case into the text that its owner works on. What others read stays as it is until somebody looked.
async fn put_into_entry(app: &App, person: &PersonId, case: &Treated, result: &str) -> anyhow::Result<()> {
    let own = person.clone();
    let entries = app
        .db
        .read(move |tx| store::of_owner(tx, &own))
        .await
        .context("looking for the entry of a case")?;
    let Some(entry) = entries.into_iter().find(|entry| entry.case_id == case.id) else {
        return Ok(());
    };
    let mut text = entry.draft(app)?;
    if result.is_empty() || text.of("result") == result {
        return Ok(());
    }
    text.set("result", result);
    let sealed = entry.key(app)?.seal("draft", &text.write()?, &app.ids)?;
    let state = match entry.state() {
        Stand::Approved => Stand::Draft,
        other => other,
    };
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| {
            if store::change(tx, (&entry.id, entry.version), state.word(), now)? {
                store::keep(tx, &entry.id, "draft", &sealed)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("putting what became of a case into its entry")
}

/// What the owners of cases told their group.
pub(super) async fn of_group(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    if seen.standing == Standing::Organiser {
        return Err(Answer::NotFound);
    }
    let group = seen.group.id.clone();
    let rows = app
        .db
        .read(move |tx| store::of_group(tx, &group))
        .await
        .context("loading what became of the cases of a group")?;
    let looked: Vec<Looked> = rows
        .into_iter()
        .map(|row| {
            let text = match (&row.wrapped, &row.sealed) {
                (Some(wrapped), Some(sealed)) => opened(&app, &row.case_id, wrapped, sealed)?,
                _ => String::new(),
            };
            Ok(Looked { row, text })
        })
        .collect::<anyhow::Result<_>>()?;
    Ok(views::of_group(&visitor, &seen.group, &looked))
}
