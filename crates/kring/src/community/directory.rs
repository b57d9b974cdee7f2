//! Who of a programme wants to be found, and with what. Nobody stands in a list who did not say so.

use std::collections::BTreeMap;

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;
use serde::Deserialize;
use ui::{Problems, locale};

use super::finding::{Wish, choices};
use super::pages::{Inside, Turned};
use super::views::{self, Found};
use super::{Card, rules, store};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::PersonId;
use crate::web::{Form, Html, Posted, Query, Reading, Visitor};

/// Letters in each part of a card.
const PART: u32 = 1_000;

/// What somebody looks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub(super) about: String,
    #[serde(default)]
    pub(super) job: String,
    #[serde(default)]
    pub(super) region: String,
    #[serde(default)]
    page: String,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Inside { person, place, .. }: Inside,
    Query(asked): Query<Asked>,
) -> Result<Html, Answer> {
    let today = locale::local(app.clock.now()).date().to_string();
    let programme = place.programme_id.clone();
    let (mut listed, jobs) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((
                store::listed(tx, &programme, &today)?,
                store::jobs(tx, &programme)?,
            ))
        })
        .await
        .context("loading who wants to be found")?;
    let mut by_person: BTreeMap<PersonId, Vec<(String, String)>> = BTreeMap::new();
    for (person, job, organisation) in jobs {
        by_person.entry(person).or_default().push((job, organisation));
    }
    for one in &mut listed {
        one.jobs = by_person.remove(&one.person_id).unwrap_or_default();
    }
    let is_listed = listed.iter().any(|one| one.person_id == person);
    let (jobs, regions) = choices(visitor.language, &listed);
    let all = listed.len();
    listed.retain(|one| {
        Wish {
            about: &asked.about,
            job: &asked.job,
            region: &asked.region,
        }
        .fits(one)
    });
    locale::sort_by_text(visitor.language, &mut listed, |one| &one.name);
    let count = i64::try_from(listed.len()).unwrap_or(i64::MAX);
    let page = rules::page_asked(&asked.page, 1, count);
    let found = Found {
        place: &place,
        asked: &asked,
        jobs: &jobs,
        regions: &regions,
        people: rules::part(&listed, page),
        count,
        all,
        part: (page, rules::pages(count)),
        is_listed,
    };
    Ok(views::directory(&visitor, &found))
}

/// Takes them off the list of one programme: one press, and nobody is asked.
pub(super) async fn leave(
    State(app): State<App>,
    Inside { person, place, .. }: Inside,
) -> Result<Redirect, Answer> {
    let here = format!("/programmes/{}/directory", place.programme_id);
    app.db
        .write(move |tx| store::unlist(tx, &person, &place.programme_id))
        .await
        .context("taking somebody off a list")?;
    Ok(Redirect::to(&here))
}

/// What somebody says of themselves, and in which of their programmes.
pub(super) async fn mine(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Query(turned): Query<Turned>,
) -> Result<Html, Answer> {
    let (card, programmes) = load(&app, &me.person).await?;
    let card = card.unwrap_or_default();
    let listed = programmes
        .iter()
        .enumerate()
        .filter(|(_, (.., is_listed))| *is_listed)
        .map(|(index, (id, ..))| (ui::box_name("in", index), id.clone()));
    let parts = [
        ("expertise", card.expertise),
        ("offers", card.offers),
        ("seeks", card.seeks),
    ];
    let parts = parts.map(|(name, text)| (name.to_owned(), text));
    let posted: Posted = parts.into_iter().chain(listed).collect();
    let is_saved = !turned.saved.is_empty();
    Ok(views::mine(
        &visitor,
        &programmes,
        (&posted, &Problems::none()),
        is_saved,
    ))
}

/// Their card, and the programmes they belong to: id, name, and whether they are found there.
type Mine = (Option<Card>, Vec<(String, String, bool)>);

async fn load(app: &App, person: &PersonId) -> anyhow::Result<Mine> {
    let (person, today) = (person.clone(), locale::local(app.clock.now()).date().to_string());
    app.db
        .read(move |tx| {
            Ok::<_, ::store::Error>((
                store::card(tx, &person)?,
                store::programmes_of(tx, &person, &today)?,
            ))
        })
        .await
        .context("loading a card")
}

pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let (_, programmes) = load(&app, &me.person).await?;
    let ticked: Vec<String> = programmes
        .iter()
        .map(|(id, ..)| id.clone())
        .filter(|id| {
            posted
                .fields()
                .any(|(name, value)| name.starts_with("in-") && value == id)
        })
        .collect();
    let mut reading = Reading::new(&posted, visitor.words());
    let mut part = |name: &str| reading.optional(name, PART).unwrap_or_default();
    let card = Card {
        expertise: part("expertise"),
        offers: part("offers"),
        seeks: part("seeks"),
    };
    if !ticked.is_empty() && card.is_empty() {
        reading.wrong("expertise", visitor.words().community_card_empty());
    }
    let card = reading.done(card).map_err(|problems| {
        Answer::Invalid(views::mine(&visitor, &programmes, (&posted, &problems), false))
    })?;
    app.db
        .write(move |tx| store::set_card(tx, &me.person, &card, &ticked))
        .await
        .context("noting who wants to be found")?;
    Ok(Redirect::to("/my/directory?saved=yes"))
}
