//! Handlers for whoever writes: a new brief, and going on with one.

use anyhow::{Context as _, bail};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::Problems;

use super::form::{Filled, filled};
use super::pages::Seen;
use super::rules::{Act, Readers, State as Stand};
use super::template::Answers;
use super::views::{self, Sheet};
use super::{Brief, store};
use crate::app::App;
use crate::calendar::choices;
use crate::error::Answer;
use crate::groups::{self, rules::Standing};
use crate::id::PersonId;
use crate::library::{self, Near};
use crate::vault;
use crate::web::{Form, Html, Posted, Visitor};

/// How often sealing begins again when the key of the installation is replaced in the same moment.
const TRIES: usize = 3;

pub(super) fn methods(app: &App) -> Vec<&str> {
    choices(&app.catalogue).map(|method| method.id.as_str()).collect()
}

/// Whoever is in the group, or leads it, brings cases; an organiser does not.
pub(super) fn brings(seen: &groups::Seen) -> Result<(), Answer> {
    if seen.standing == Standing::Organiser {
        return Err(Answer::NotFound);
    }
    Ok(())
}

pub(super) async fn new(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    brings(&seen)?;
    let key = app.ids.id(app.clock.now()).context("making an id")?;
    let posted: Posted = [
        ("template", "short"),
        ("readers", Readers::Facilitator.word()),
        ("urgency", "1"),
        ("form-key", key.as_str()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect();
    Ok(views::write(
        &visitor,
        &sheet(&app, &seen.group, None, (&posted, &Problems::none())),
    ))
}

fn sheet<'a>(
    app: &'a App,
    group: &'a groups::Group,
    id: Option<&'a str>,
    (posted, problems): (&'a Posted, &'a Problems),
) -> Sheet<'a> {
    Sheet {
        catalogue: &app.catalogue,
        group: (group.id.0.as_str(), group.name.as_str(), group.accent.as_str()),
        id,
        posted,
        problems,
        is_stale: false,
        near: &[],
    }
}

/// Makes a brief of what was written. Sending the same form twice makes one.
pub(super) async fn make(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    brings(&seen)?;
    let written = filled(&posted, &methods(&app), visitor.words()).map_err(|problems| {
        Answer::Invalid(views::write(
            &visitor,
            &sheet(&app, &seen.group, None, (&posted, &problems)),
        ))
    })?;
    let form_key = match posted.text("form-key") {
        "" => app.ids.id(app.clock.now()).context("making an id")?,
        key => key.chars().take(64).collect(),
    };
    let id = add(&app, &seen, &written, &form_key).await?;
    Ok(saved(&posted, &id, 1))
}

pub(super) async fn add(
    app: &App,
    seen: &groups::Seen,
    written: &Filled,
    form_key: &str,
) -> anyhow::Result<String> {
    let brief = draft(app, seen, written)?;
    let text = written.answers.write()?;
    for _ in 0..TRIES {
        let live = app
            .db
            .read(vault::store::live)
            .await
            .context("looking up the keys")?;
        let (key, wrapped) = app.vault.fresh(&brief.id, &live, &app.ids)?;
        let sealed = key.seal("own", &text, &app.ids)?;
        let (kept, form_key) = (brief.clone(), form_key.to_owned());
        let added = app.db.write(move |tx| {
            if !vault::store::accepts(tx, &wrapped.key, kept.changed_at)? {
                return Ok(Added::KeyIsGone);
            }
            if !store::add(tx, &kept, &form_key)? {
                return store::by_form(tx, &form_key, &kept.owner_id).map(Added::Before);
            }
            vault::store::keep(tx, &kept.id, &wrapped)?;
            store::keep(tx, &kept.id, "own", &sealed)?;
            Ok::<_, ::store::Error>(Added::Now)
        });
        match added.await.context("keeping a new brief")? {
            Added::Now => return Ok(brief.id),
            Added::Before(before) => return before.context("the form of somebody else"),
            Added::KeyIsGone => {}
        }
    }
    bail!("the key of the installation changed while a brief was kept")
}

/// A brief as it begins.
fn draft(app: &App, seen: &groups::Seen, written: &Filled) -> anyhow::Result<Brief> {
    let now = app.clock.now();
    Ok(Brief {
        id: app.ids.id(now)?,
        group_id: seen.group.id.clone(),
        group_name: seen.group.name.clone(),
        accent: seen.group.accent.clone(),
        owner_id: seen.person.clone(),
        owner: String::new(),
        second_id: None,
        second: None,
        second_since: None,
        proposed_by: None,
        meeting_id: None,
        template: written.template.clone(),
        state: Stand::Draft.word().to_owned(),
        readers: written.readers.clone(),
        urgency: written.urgency,
        depth: written.depth,
        method: written.method.clone(),
        changed_at: now.as_microsecond(),
        version: 1,
        wrapped: None,
        treated: None,
        own: None,
        shared: None,
        question: None,
    })
}

/// What became of a new brief.
enum Added {
    Now,
    /// The same form was sent before, and made this one; `None` when it is not theirs.
    Before(Option<String>),
    /// The key of the installation was replaced in that moment.
    KeyIsGone,
}

/// Where somebody goes on; the script that saves while somebody types asks for a version instead of a page.
fn saved(posted: &Posted, id: &str, version: i64) -> Response {
    match posted.text("do") {
        "auto" => format!("{id} {version}").into_response(),
        "share" => Redirect::to(&format!("/cases/{id}/sharing")).into_response(),
        _ => Redirect::to(&format!("/cases/{id}")).into_response(),
    }
}

/// What somebody wrote, in the form.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let seen = seen.only(Act::Write)?;
    let posted = as_posted(&app, &seen.brief)?;
    let near = near(&app, &seen.person, &seen.brief.own(&app)?).await?;
    let none = Problems::none();
    let mut sheet = of_brief(&app, &seen.brief, (&posted, &none));
    sheet.near = &near;
    Ok(views::write(&visitor, &sheet))
}

/// What others shared that reads alike.
pub(super) async fn near(app: &App, person: &PersonId, answers: &Answers) -> anyhow::Result<Vec<Near>> {
    let text = ["title", "question", "situation", "tried", "hard"].map(|name| answers.of(name));
    library::similar(app, person, &text.join("\n")).await
}

fn of_brief<'a>(app: &'a App, brief: &'a Brief, (posted, problems): (&'a Posted, &'a Problems)) -> Sheet<'a> {
    Sheet {
        catalogue: &app.catalogue,
        group: (
            brief.group_id.0.as_str(),
            brief.group_name.as_str(),
            brief.accent.as_str(),
        ),
        id: Some(&brief.id),
        posted,
        problems,
        is_stale: false,
        near: &[],
    }
}

fn as_posted(app: &App, brief: &Brief) -> anyhow::Result<Posted> {
    let answers = brief.own(app)?;
    let urgency = brief.urgency.to_string();
    let depth = Some(brief.depth).filter(|depth| *depth > 0);
    let depth = depth.map(|depth| depth.to_string()).unwrap_or_default();
    let version = brief.version.to_string();
    let settings = [
        ("template", brief.template.as_str()),
        ("readers", brief.readers.as_str()),
        ("urgency", urgency.as_str()),
        ("depth", depth.as_str()),
        ("method", brief.method.as_deref().unwrap_or_default()),
        ("version", version.as_str()),
    ];
    let answers = super::template::QUESTIONS.map(|question| (question.name, answers.of(question.name)));
    Ok(settings
        .into_iter()
        .chain(answers)
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect())
}

/// Keeps what was written, when nobody changed it meanwhile on another device.
pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let seen = seen.only(Act::Write)?;
    let brief = &seen.brief;
    let written = filled(&posted, &methods(&app), visitor.words()).map_err(|problems| {
        Answer::Invalid(views::write(
            &visitor,
            &of_brief(&app, brief, (&posted, &problems)),
        ))
    })?;
    let version: i64 = posted.text("version").parse().unwrap_or(0);
    if keep(&app, brief, version, written).await? {
        return Ok(saved(&posted, &brief.id, version + 1));
    }
    // What was typed stays in the form; saving again puts it in the place of what is there now.
    let newer: Posted = posted
        .fields()
        .filter(|(name, _)| *name != "version")
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .chain([("version".to_owned(), brief.version.to_string())])
        .collect();
    let none = Problems::none();
    let mut page = of_brief(&app, brief, (&newer, &none));
    page.is_stale = true;
    Err(Answer::Conflict(views::write(&visitor, &page)))
}

async fn keep(app: &App, brief: &Brief, version: i64, written: Filled) -> anyhow::Result<bool> {
    let wrapped = brief.wrapped.as_deref().context("a brief without its key")?;
    let key = app.vault.unwrap(&brief.id, wrapped)?;
    let sealed = key.seal("own", &written.answers.write()?, &app.ids)?;
    let (id, state, proposed_by) = (brief.id.clone(), brief.state.clone(), brief.proposed_by.clone());
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| {
            let change = store::Change {
                template: &written.template,
                readers: &written.readers,
                urgency: written.urgency,
                depth: written.depth,
                method: written.method.as_deref(),
                state: &state,
                proposed_by: proposed_by.as_ref(),
            };
            let is_kept = store::change(tx, (&id, version), &change, now)?;
            if is_kept {
                store::keep(tx, &id, "own", &sealed)?;
            }
            Ok::<_, ::store::Error>(is_kept)
        })
        .await
        .context("keeping a brief")
}
