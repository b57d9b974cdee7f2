//! The demo world: an invented programme to look around in, with a meeting that starts this very moment.
//!
//! It exists only behind `kring demo`: in no other case are these routes there at all. [`open`] fills an empty database, or
//! opens the world it finds; a database with anything else in it is left alone.

mod between;
mod fill;
mod pages;
mod store;
#[cfg(test)]
mod tests;
mod views;
mod world;

use std::sync::Arc;

use anyhow::{Context as _, bail};
use axum::Router;
use axum::routing::{get, post};
use jiff::Timestamp;
use ui::locale;

use crate::app::{App, Demo};
use crate::auth;
use crate::id::PersonId;
use crate::people;
use crate::post::Mailbox;
use crate::room;
use world::World;

/// The domain of every address in the demo world; reserved, so no mail can go anywhere.
pub(crate) const DOMAIN: &str = "voorbeeld.kring.example";

/// Signing in as anybody. Only merged into the routes of a demo.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/demo", get(pages::choose))
        .route("/demo/sign-in", post(pages::enter))
        .route("/demo/mail", get(pages::mails))
        .route("/demo/mail/{id}", get(pages::mail))
        .route("/demo/mail/{id}/kring.ics", get(pages::calendar))
}

/// How a demo was opened.
pub struct Opened {
    /// The application with the routes of the demo.
    pub app: App,
    /// Whether the world was made on another day, so that its running meeting is over.
    pub is_old: bool,
}

/// Turns an application into a demo: fills its database when that is empty, or takes the world that is there. With `fresh`
/// that world is thrown away and made again.
///
/// # Errors
/// When the database holds people and is no demo; nothing is touched then.
pub async fn open(mut app: App, fresh: bool) -> anyhow::Result<Opened> {
    let world = Arc::new(World::read().context("reading the demo world")?);
    let (vault, ids, now) = (app.vault.clone(), app.ids.clone(), app.clock.now());
    let filled_at = app
        .db
        .write(move |tx| {
            let filled_at = store::filled_at(tx)?;
            if filled_at.is_none() && store::has_people(tx)? {
                return Ok(None);
            }
            match filled_at {
                Some(moment) if !fresh => return Ok(Some(moment)),
                Some(_) => store::empty(tx)?,
                None => {}
            }
            fill::fill(tx, &world, (&vault, &ids), now)?;
            Ok::<_, anyhow::Error>(Some(now.as_microsecond()))
        })
        .await
        .context("filling the demo world")?;
    let Some(filled_at) = filled_at else {
        bail!(
            "this database holds people and is no demo; choose another one with --data or --database, or leave them out"
        );
    };
    let made = Timestamp::from_microsecond(filled_at).context("reading when the demo world was made")?;
    let running = app
        .db
        .read(store::running)
        .await
        .context("finding the running meeting")?;
    let shared = Arc::clone(&app.catalogue);
    let mailbox = Mailbox::new();
    // Somebody who tries a mail server of their own gets their mail there.
    if app.mailer.is_none() {
        app.mailer = Some(Arc::new(mailbox.clone()));
    }
    app.demo = Some(Demo::new(mailbox, move |visitor| {
        running
            .as_ref()
            .map(|meeting| views::greeting(visitor, &shared, meeting))
            .unwrap_or_default()
    }));
    Ok(Opened {
        is_old: locale::local(made).date() != locale::local(now).date(),
        app,
    })
}

/// Brings the meetings in writing on their way: people are in, and some have done their part. Does nothing the second time.
///
/// # Errors
/// When the database does not answer.
pub async fn begin_in_writing(app: &App) -> anyhow::Result<()> {
    let written = app
        .db
        .read(store::written)
        .await
        .context("finding meetings in writing")?;
    for meeting in &written {
        room::under_way(app, meeting).await?;
    }
    Ok(())
}

/// As what somebody is worth signing in as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Leads the running meeting.
    Facilitator,
    /// Brings its case.
    CaseOwner,
    /// Takes part in it.
    Participant,
    /// Organises its programme.
    Organiser,
}

/// A link to sign in as somebody of the running meeting.
#[derive(Debug)]
pub struct Link {
    /// As what.
    pub part: Part,
    /// The name of this person.
    pub name: String,
    /// Where the link leads: a path on this server.
    pub path: String,
}

/// Sign-in links for the people of the running meeting: facilitator, case owner, two participants and an organiser.
///
/// # Errors
/// When the database does not answer.
pub async fn links(app: &App) -> anyhow::Result<Vec<Link>> {
    let world = World::read().context("reading the demo world")?;
    let mut links = Vec::new();
    for (part, mail) in cast(&world) {
        let person = app
            .db
            .read(move |tx| people::store::by_mail(tx, &mail))
            .await
            .context("finding somebody of the demo world")?;
        if let Some(person) = person {
            let path = auth::link_for(&app.db, &app.ids, app.clock.now(), person.id).await?;
            links.push(Link {
                part,
                name: person.name,
                path,
            });
        }
    }
    Ok(links)
}

/// Who is worth signing in as, with their addresses.
fn cast(world: &World) -> Vec<(Part, String)> {
    let running = world.programmes.iter().find_map(|programme| {
        let meeting = programme.meetings.iter().find(|meeting| meeting.now)?;
        Some((programme, meeting))
    });
    let Some((programme, meeting)) = running else {
        return Vec::new();
    };
    let owner = meeting.cases.first().map(|case| &case.owner);
    let others = meeting.people.iter().filter(|key| {
        Some(*key) != owner
            && !meeting.declined.contains(key)
            && !meeting.cases.iter().any(|case| case.owner == **key)
    });
    let parts = meeting
        .facilitators
        .iter()
        .take(1)
        .map(|key| (Part::Facilitator, key));
    let parts = parts
        .chain(owner.map(|key| (Part::CaseOwner, key)))
        .chain(others.take(2).map(|key| (Part::Participant, key)))
        .chain(programme.organisers.first().map(|key| (Part::Organiser, key)));
    parts
        .filter_map(|(part, key)| Some((part, world.people.get(key)?.mail())))
        .collect()
}

/// Somebody to sign in as.
#[derive(Clone, Debug)]
pub(crate) struct Face {
    pub(crate) person_id: PersonId,
    pub(crate) name: String,
    pub(crate) job: Option<String>,
    pub(crate) organisation: Option<String>,
    pub(crate) programme: String,
    pub(crate) accent: String,
    pub(crate) group_name: Option<String>,
    /// `facilitator`, `participant`, `speaker` or `organiser`.
    pub(crate) role: String,
}
::store::from_row!(Face {
    person_id,
    name,
    job,
    organisation,
    programme,
    accent,
    group_name,
    role
});
