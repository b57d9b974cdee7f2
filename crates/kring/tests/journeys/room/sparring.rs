//! Speed sparring with four browsers and the big screen: who meets whom, in both halves.

use super::{appears, looks_at, rehearse, shows, tab_to, writes_by_keyboard};
use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{Browser, PHONE};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;

const QUESTION: &str = "het beeldbellen een vaste plek in mijn week geven?";
const NOTE: &str = "Eerst zelf een week oefenen";
/// Six people make three pairs, so that in three rounds everybody meets three others.
const PEOPLE: &str = "6";
const PAIRS: usize = 3;

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: four_browsers_see_the_same_pairs_through_all_rounds_of_speed_sparring);
}

/// Whoever leads, three people through whose eyes the others look, and the screen.
struct Table<'b> {
    lead: &'b Browser,
    people: [Browser; 3],
    screen: Browser,
}

async fn four_browsers_see_the_same_pairs_through_all_rounds_of_speed_sparring(lead: &Browser) -> Result<()> {
    let table = gather(lead).await.context("gathering")?;
    let played = play(&table).await;
    for browser in table.people.into_iter().chain([table.screen]) {
        browser.quit().await.context("closing a browser at the table")?;
    }
    played
}

/// Opens a rehearsal whose robots sit still, so that nobody acts but the browsers.
async fn gather(lead: &Browser) -> Result<Table<'_>> {
    let (room, seats) = rehearse(lead, "speedsparren", PEOPLE).await?;
    let [first, second, third, ..] = seats.as_slice() else {
        bail!("there are not three people to be: {seats:?}");
    };
    let people = [
        lead.another().await?,
        lead.another().await?,
        lead.another().await?,
    ];
    for (browser, seat) in people.iter().zip([first, second, third]) {
        looks_at(browser, seat).await?;
    }
    let [phone, ..] = &people;
    phone.screen(PHONE).await?;
    let screen = lead.another().await?;
    looks_at(&screen, &format!("{room}/screen")).await?;
    Ok(Table { lead, people, screen })
}

async fn play(table: &Table<'_>) -> Result<()> {
    goes_on(table, "begin", "Uitleg").await?;
    goes_on(table, "next", "Vraag kiezen").await?;
    asks(table).await.context("choosing a question")?;
    half(table).await.context("the first half")?;
    notes_stay_private(table).await.context("the notes")?;
    goes_on(table, "next", "Rolwissel").await?;
    half(table).await.context("the second half")?;
    goes_on(table, "next", "Noteren").await?;
    goes_on(table, "next", "Oogst").await?;
    looks_good(table).await
}

/// Nobody sees a question before the rounds begin.
async fn asks(table: &Table<'_>) -> Result<()> {
    let [phone, writer, _] = &table.people;
    writes_by_keyboard(writer, QUESTION).await?;
    shows(writer, "main", QUESTION).await?;
    for other in [table.lead, phone, &table.screen] {
        appears(other, QUESTION, 0).await?;
    }
    Ok(())
}

async fn looks_good(table: &Table<'_>) -> Result<()> {
    let [phone, ..] = &table.people;
    for browser in [phone, &table.screen, table.lead] {
        is_in_nobodys_way(browser).await?;
    }
    Ok(())
}

/// Presses the one button, and waits until all five pages are there.
async fn goes_on(table: &Table<'_>, verb: &str, step: &str) -> Result<()> {
    super::does(table.lead, verb).await?;
    for browser in table.people.iter().chain([table.lead, &table.screen]) {
        shows(browser, "#room-now h1", step).await?;
    }
    Ok(())
}

/// Three rounds: everybody sits with somebody else each time, and two who sit together say so of each other.
async fn half(table: &Table<'_>) -> Result<()> {
    let mut met = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
    for round in 1..=PAIRS {
        goes_on(table, "next", "Vraag en advies").await?;
        let of = format!("{round} van {PAIRS}");
        for (browser, met) in table.people.iter().zip(&mut met) {
            shows(browser, ".room-where", &of).await?;
            sits_with_somebody_new(browser, met).await?;
        }
        let script = "return document.querySelectorAll('#room-circle line.link').length";
        let pairs: usize = table.screen.ask(script, &[]).await?;
        ensure!(pairs == PAIRS, "the screen draws {pairs} pairs");
    }
    Ok(())
}

async fn sits_with_somebody_new(browser: &Browser, met: &mut BTreeSet<String>) -> Result<()> {
    let sits = browser.one(".room-group-who").await?.text().await?;
    let (table, with) = sits.split_once(": jij met ").context("no partner is named")?;
    ensure!(table.starts_with("Tafel "), "no table is named: {sits}");
    ensure!(met.insert(with.to_owned()), "{with} comes twice in one half");
    Ok(())
}

/// What somebody notes is on nobody else's page.
async fn notes_stay_private(table: &Table<'_>) -> Result<()> {
    goes_on(table, "next", "Noteren").await?;
    let [phone, other, writer] = &table.people;
    tab_to(writer, "#room-writing textarea").await?;
    writer.types(NOTE).await?;
    super::does(writer, "add").await?;
    shows(writer, "main", NOTE).await?;
    for other in [table.lead, phone, other, &table.screen] {
        appears(other, NOTE, 0).await?;
    }
    Ok(())
}
