//! A live meeting on two screens: the facilitator's laptop and a participant's phone.

use crate::Journeys;
use crate::browser::{Browser, PHONE};
use crate::pages::{self, FACILITATOR, PARTICIPANT};
use anyhow::{Context, Result};
use serde_json::Value;

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: what_one_does_in_the_room_appears_on_the_others_screen);
}

async fn what_one_does_in_the_room_appears_on_the_others_screen(laptop: &Browser) -> Result<()> {
    let phone = laptop.another().await?;
    let outcome = meet(laptop, &phone).await;
    phone.quit().await.context("closing the phone's browser")?;
    outcome
}

async fn meet(laptop: &Browser, phone: &Browser) -> Result<()> {
    find_meeting(laptop, FACILITATOR).await?;
    laptop.follow("form[action$='/opening'] button").await?;
    phone.screen(PHONE).await?;
    find_meeting(phone, PARTICIPANT).await?;
    phone.follow("main a[href^='/room/']").await?;
    phone.follow("form[action$='/seat'] button").await?;
    shows(laptop, "#room-people", &phone.guest(PARTICIPANT)?.name).await?;
    go_through_a_step(laptop, phone).await?;
    phone.stays_silent().await
}

async fn find_meeting(browser: &Browser, who: usize) -> Result<()> {
    pages::sign_in(browser, who).await?;
    browser.follow("main a[href^='/meetings/']").await
}

async fn go_through_a_step(laptop: &Browser, phone: &Browser) -> Result<()> {
    let before = heading(laptop).await?;
    laptop.one("#form-begin button").await?.click().await?;
    laptop.one("#form-next button").await?;
    let step = heading(laptop).await?;
    laptop
        .expect("a step instead of the waiting room", step != before)
        .await?;
    shows(phone, "#room-now h1", &step).await?;
    // A page that is loaded again shows the same as one that followed along.
    phone.open(&phone.path().await?).await?;
    phone
        .expect("the same step after loading again", heading(phone).await? == step)
        .await
}

async fn heading(browser: &Browser) -> Result<String> {
    Ok(browser.one("#room-now h1").await?.text().await?)
}

/// Waits until a part of the page says something, without anybody loading it again.
async fn shows(browser: &Browser, part: &str, text: &str) -> Result<()> {
    let script = format!(
        "return document.querySelector({}).innerText.includes({})",
        Value::from(part),
        Value::from(text)
    );
    browser.until(&format!("{text:?} in {part}"), &script).await
}
