//! A page whose stream is held back on its way asks now and then, and says so.

use super::{does, looks_at, rehearse, shows, writes};
use crate::Journeys;
use crate::browser::Browser;
use anyhow::{Context, Result, bail};
use std::time::Duration;

const THEIRS: &str = "Wie merkt het als eerste?";
const OURS: &str = "Wanneer ging het voor het laatst goed?";
const AFTERWARDS: &str = "En wat als het weer gebeurt?";
const LINE: &str = "document.querySelector('[data-line]')";

/// Three streams are tried before the page takes the detour: a quarter of a minute on a busy machine.
const TRIES: Duration = Duration::from_secs(40);
/// A stream is tried again after a minute of asking.
const AGAIN: Duration = Duration::from_secs(100);

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: a_page_without_a_stream_takes_a_detour_and_says_so);
}

async fn a_page_without_a_stream_takes_a_detour_and_says_so(lead: &Browser) -> Result<()> {
    let (_, seats) = rehearse(lead, "focusmethode", "6").await?;
    let [.., here, there] = seats.as_slice() else {
        bail!("there are not two people to be: {seats:?}");
    };
    let held = lead.another().await?;
    let free = lead.another().await?;
    let went = goes(lead, &held, &free, here, there).await;
    for browser in [held, free] {
        browser.quit().await.context("closing a browser")?;
    }
    went
}

async fn goes(lead: &Browser, held: &Browser, free: &Browser, here: &str, there: &str) -> Result<()> {
    held.block(&["*/events*"]).await?;
    looks_at(held, here).await?;
    shows(held, "[data-line]", "Geen verbinding").await?;
    looks_at(free, there).await?;
    does(lead, "begin").await?;
    does(lead, "next").await?;
    shows(free, "#room-now h1", "Gerichte vragen").await?;
    take_the_detour(held, free).await?;
    go_back(held, free).await.context("the way back")
}

async fn take_the_detour(held: &Browser, free: &Browser) -> Result<()> {
    let words = "Verbonden via een omweg. De pagina kijkt om de paar tellen of er iets nieuws is.";
    says(held, TRIES, words).await?;
    shows(held, "#room-now h1", "Gerichte vragen").await?;
    writes(free, THEIRS).await?;
    shows(held, "main", THEIRS).await.context("what others wrote")?;
    writes(held, OURS).await?;
    shows(free, "main", OURS)
        .await
        .context("what was written on the detour")
}

async fn go_back(held: &Browser, free: &Browser) -> Result<()> {
    held.block(&[]).await?;
    says(held, AGAIN, "Verbonden").await?;
    writes(free, AFTERWARDS).await?;
    shows(held, "main", AFTERWARDS).await
}

/// Waits until the page says this of its line, word for word.
async fn says(browser: &Browser, patience: Duration, words: &str) -> Result<()> {
    let script = format!("return {LINE}.textContent === {}", serde_json::Value::from(words));
    browser.until_within(patience, words, &script).await
}
