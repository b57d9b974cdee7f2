//! Handlers of the profile slice.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{Redirect, Response};
use serde::Deserialize;
use ui::{Problems, locale};

use super::kept::{self, Overview};
use super::views::{self, Draft};
use super::{form, store};
use crate::app::App;
use crate::auth::{self, Person};
use crate::briefs;
use crate::error::Answer;
use crate::id::PersonId;
use crate::library;
use crate::people::{self, Profile};
use crate::web::{Form, Html, Posted, Query, Visitor, download};

/// What happened just before.
#[derive(Deserialize)]
pub(super) struct Before {
    #[serde(default)]
    saved: String,
}

/// Somebody's profile with the address of their mail.
async fn load(app: &App, person: &PersonId) -> Result<(Profile, String), Answer> {
    let person = person.clone();
    let found = app
        .db
        .read(move |tx| {
            let profile = people::store::profile(tx, &person)?;
            let addressed = people::store::readers(tx, std::slice::from_ref(&person))?;
            let mail = addressed.into_iter().next().map(|one| one.mail);
            Ok::<_, ::store::Error>(profile.zip(mail))
        })
        .await
        .context("loading a profile")?;
    found.ok_or(Answer::NotFound)
}

/// The present year.
fn year(app: &App) -> i64 {
    locale::local(app.clock.now()).year().into()
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Query(before): Query<Before>,
) -> Result<Html, Answer> {
    let (profile, mail) = load(&app, &me.person).await?;
    let (posted, none) = (form::filled(&profile), Problems::none());
    let draft = Draft {
        is_saved: !before.saved.is_empty(),
        ..Draft::new(&posted, &none, &mail, year(&app))
    };
    Ok(views::profile(&visitor, &draft))
}

pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let (_, mail) = load(&app, &me.person).await?;
    let (words, year) = (visitor.words(), year(&app));
    let wanted = form::read(&posted, words, year).map_err(|problems| {
        let draft = Draft::new(&posted, &problems, &mail, year);
        Answer::Invalid(views::profile(&visitor, &draft))
    })?;
    if save(&app, me.person.clone(), wanted.clone()).await? {
        return Ok(Redirect::to("/my/profile?saved=yes"));
    }
    let (now, _) = load(&app, &me.person).await?;
    let differing = form::differing(&wanted, &now, visitor.language, words);
    if differing.is_empty() {
        // Somebody pressed twice: it stands there already.
        return Ok(Redirect::to("/my/profile?saved=yes"));
    }
    // The form is based on what stands there now: saving again is done knowingly.
    let fields = posted
        .fields()
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let version = ("version".to_owned(), now.version.to_string());
    let renewed: Posted = fields.chain([version]).collect();
    let none = Problems::none();
    let draft = Draft {
        differing: &differing,
        ..Draft::new(&renewed, &none, &mail, year)
    };
    Err(Answer::Conflict(views::profile(&visitor, &draft)))
}

/// Writes a profile down; `false` when it was changed elsewhere meanwhile.
async fn save(app: &App, person: PersonId, profile: Profile) -> Result<bool, Answer> {
    let now = app.clock.now();
    let count = profile.positions.len() + profile.company.len();
    let fresh: Result<Vec<String>, _> = (0..count).map(|_| app.ids.id(now)).collect();
    let fresh = fresh.context("making ids")?;
    let kept = app
        .db
        .write(move |tx| {
            let kept = people::store::change(tx, &person, &profile, &fresh)?;
            if kept {
                auth::tell_renamed(tx, &person, now);
            }
            Ok::<_, ::store::Error>(kept)
        })
        .await
        .context("changing a profile")?;
    Ok(kept)
}

async fn overview(app: &App, person: PersonId) -> Result<Overview, Answer> {
    let found = app
        .db
        .read(move |tx| store::overview(tx, &person))
        .await
        .context("looking up what is kept about somebody")?;
    found.ok_or(Answer::NotFound)
}

/// What Kring keeps about somebody.
pub(super) async fn data(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
) -> Result<Html, Answer> {
    let overview = overview(&app, me.person).await?;
    Ok(views::data(&visitor, &overview))
}

/// The same as a file, with everything in it.
pub(super) async fn take_along(State(app): State<App>, Person(me): Person) -> Result<Response, Answer> {
    let person = me.person.clone();
    let found = app
        .db
        .read(move |tx| {
            let profile = people::store::profile(tx, &person)?;
            let overview = store::overview(tx, &person)?;
            Ok::<_, ::store::Error>((profile.zip(overview), store::rest(tx, &person)?))
        })
        .await
        .context("gathering what is kept about somebody")?;
    let (Some((profile, overview)), rest) = found else {
        return Err(Answer::NotFound);
    };
    let briefs = briefs::kept_of(&app, me.person.clone()).await?;
    let shared = library::kept_of(&app, me.person).await?;
    let file = kept::file(app.clock.now(), (&profile, &briefs, &shared), &overview, &rest)
        .context("writing a file")?;
    Ok(download("kring.json", "application/json", file))
}
