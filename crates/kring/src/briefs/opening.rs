//! Opening a case in an emergency, at the command line: the one way to a text for somebody who does not own it and was not given it.
//!
//! Who it concerns hears of it in the same transaction that notes it, before the text is shown.

use anyhow::Context as _;
use ui::{Language, locale};

use super::letters::News;
use super::sharing::of_no_programme;
use super::template::{Answers, QUESTIONS};
use super::trail::{self, By, Deed};
use super::{Brief, rules::State, store, telling, views};
use crate::app::App;
use crate::people;
use crate::post;
use crate::words::words;

/// What an administrator sees of a case: that there is one.
#[derive(Clone, Debug)]
pub(crate) struct Exists {
    pub(crate) id: String,
    /// The group, by name.
    pub(crate) group_name: String,
    /// The owner, by name.
    pub(crate) owner: String,
    pub(crate) state: String,
    /// Microseconds since 1970, UTC.
    pub(crate) changed_at: i64,
}
::store::from_row!(Exists {
    id,
    group_name,
    owner,
    state,
    changed_at
});

/// The cases that have a text, the newest first.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn existing(app: &App) -> anyhow::Result<Vec<Exists>> {
    app.db
        .read(store::existing)
        .await
        .context("looking up which cases there are")
}

/// A text, by the names of its questions.
pub(crate) type Text = Vec<(String, String)>;

/// What was opened.
#[derive(Clone, Debug)]
pub(crate) struct Opened {
    /// What the owner wrote for themselves.
    pub(crate) own: Text,
    /// What is shared; empty when nothing is.
    pub(crate) shared: Text,
    /// Who hears of it, by name.
    pub(crate) told: Vec<String>,
}

/// Opens a case for an administrator with this name, for this reason; `None` when there is no text under this id.
///
/// # Errors
/// When the database does not answer or the key is gone. Then nobody has seen anything.
pub(crate) async fn open(
    app: &App,
    id: &str,
    (name, reason): (Option<&str>, &str),
    language: Language,
) -> anyhow::Result<Option<Opened>> {
    let now = app.clock.now();
    let (wanted, today) = (id.to_owned(), locale::local(now).date().to_string());
    let found = app
        .db
        .read(move |tx| {
            let Some(brief) = store::find(tx, &wanted)? else {
                return Ok(None);
            };
            let leaders = store::leaders(tx, &brief.group_id, &today)?;
            let leaders = people::store::readers(tx, &leaders)?;
            let owners = people::store::readers(tx, &brief.owners())?;
            Ok::<_, ::store::Error>(Some((brief, owners, leaders)))
        })
        .await;
    let Some((brief, owners, mut leaders)) = found.context("finding a case")? else {
        return Ok(None);
    };
    if brief.state() == State::Withdrawn {
        return Ok(None);
    }
    let opened = (
        text(&brief.own(app)?, language),
        text(&brief.shared(app)?, language),
    );
    leaders.retain(|leader| owners.iter().all(|owner| owner.id != leader.id));
    let by = words(language).briefs_trail_administrator();
    let by = name.unwrap_or(&by);
    let mut mails = telling::mails(app, &brief, News::Opened, (&owners, by), now)?;
    mails.extend(telling::mails(
        app,
        &brief,
        News::OpenedHere,
        (&leaders, by),
        now,
    )?);
    note(app, &brief, (name, reason), mails).await?;
    Ok(Some(Opened {
        own: opened.0,
        shared: opened.1,
        told: owners
            .into_iter()
            .chain(leaders)
            .map(|person| person.name)
            .collect(),
    }))
}

async fn note(
    app: &App,
    brief: &Brief,
    (name, reason): (Option<&str>, &str),
    mails: Vec<post::Mail>,
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let by = By::Administrator {
        name: name.map(ToOwned::to_owned),
        reason: Some(reason.to_owned()),
    };
    let entry = trail::entry(&app.ids, now, Deed::Opened, by)?;
    let (id, along) = (brief.id.clone(), of_no_programme());
    app.db
        .write(move |tx| {
            store::note(tx, &id, &entry)?;
            for mail in &mails {
                post::store::enqueue_with(tx, mail, &along, entry.at)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("noting that a case is opened")
}

fn text(answers: &Answers, language: Language) -> Text {
    let words = words(language);
    QUESTIONS
        .iter()
        .map(|question| {
            (
                views::asked(words, question.name).0,
                answers.of(question.name).to_owned(),
            )
        })
        .filter(|(_, answer)| !answer.is_empty())
        .collect()
}
