//! A case that was on the list of a meeting and was not treated goes along to the next one, and its owners hear of it.

use anyhow::Context as _;
use jiff::Timestamp;
use ui::Language;
use ui::locale::near_date;

use super::letters::News;
use super::pages::moment;
use super::sharing::of_no_programme;
use super::{Brief, store, telling};
use crate::app::App;
use crate::cases;
use crate::id::MeetingId;
use crate::people;
use crate::post::{self, Mail};

/// Carries over what is left of meetings that are over or called off.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn carry_over(app: &App) -> anyhow::Result<()> {
    let left = app.db.read(store::untreated).await;
    for (id, from) in left.context("looking for cases that were not treated")? {
        carry(app, &id, from).await?;
    }
    Ok(())
}

async fn carry(app: &App, id: &str, from: MeetingId) -> anyhow::Result<()> {
    let (wanted, now) = (id.to_owned(), app.clock.now());
    let found = app
        .db
        .read(move |tx| {
            let Some(brief) = store::find(tx, &wanted)? else {
                return Ok(None);
            };
            let next = store::ahead(tx, &brief.group_id, now.as_microsecond())?;
            let owners = people::store::readers(tx, &brief.owners())?;
            Ok::<_, ::store::Error>(Some((brief, next.into_iter().next(), owners)))
        })
        .await;
    let Some((brief, next, owners)) = found.context("looking where a case goes")? else {
        return Ok(());
    };
    let mut mails = Vec::new();
    for owner in &owners {
        mails.extend(told(app, &brief, next.as_ref(), (owner, now))?);
    }
    let (to, along) = (next.map(|next| next.id), of_no_programme());
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            if !cases::store::carry(tx, &brief.id, &from, to.as_ref())? {
                return Ok(());
            }
            store::bring(tx, &brief.id, to.as_ref(), at)?;
            for mail in &mails {
                post::store::enqueue_with(tx, mail, &along, at)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("carrying a case over")
}

fn told(
    app: &App,
    brief: &Brief,
    next: Option<&store::Ahead>,
    (owner, now): (&people::Addressed, Timestamp),
) -> anyhow::Result<Vec<Mail>> {
    let language = Language::from_tag(&owner.language).unwrap_or_default();
    let day = next.map(|next| near_date(language, moment(next.starts_at)));
    let news = if next.is_some() {
        News::Carried
    } else {
        News::LeftOver
    };
    let people = std::slice::from_ref(owner);
    telling::mails(
        app,
        brief,
        news,
        (people, day.as_deref().unwrap_or_default()),
        now,
    )
}
