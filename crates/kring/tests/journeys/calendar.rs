//! A year of meetings: planned around the holidays, in everybody's mail, answered from there, moved.

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{Browser, LAPTOP, PHONE};
use anyhow::{Result, ensure};
use serde_json::Value;

/// Leads a group of the demo.
const COACH: &str = "Thea Lindeborg";
const TITLE: &str = "Oefenen met elkaar";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: a_year_is_planned_answered_from_the_mail_and_moved);
}

async fn a_year_is_planned_answered_from_the_mail_and_moved(browser: &Browser) -> Result<()> {
    find_the_group(browser).await?;
    plan(browser).await?;
    let member = browser.another().await?;
    member.screen(PHONE).await?;
    say_no_from_the_mail(&member).await?;
    move_it(browser).await?;
    hear_of_it(&member).await?;
    member.stays_silent().await?;
    member.quit().await
}

async fn find_the_group(browser: &Browser) -> Result<()> {
    browser.open("/demo").await?;
    let face = format!("//main//button[contains(., \"{COACH}\")]");
    browser.leave(async || browser.press_on_path(&face).await).await?;
    browser.follow("main a[href^='/groups/']").await?;
    browser.follow("main a[href$='/series']").await
}

/// Two looks: first the days, then the invitation. Enter in a field invites nobody.
async fn plan(browser: &Browser) -> Result<()> {
    fill(
        browser,
        &[
            ("title", TITLE),
            ("date", "2098-12-16"),
            ("count", "2"),
            ("place", "Zaal De Brug"),
        ],
    )
    .await?;
    browser
        .leave(async || {
            browser
                .one("#title")
                .await?
                .send_keys(thirtyfour::Key::Enter + "")
                .await
                .map_err(Into::into)
        })
        .await?;
    let days: Vec<String> = browser
        .ask(
            "return [...document.querySelectorAll('.planning-days input')].map(day => day.value).filter(day => day)",
            &[],
        )
        .await?;
    ensure!(days == ["2098-12-16", "2099-01-27"], "{days:?}");
    is_in_nobodys_way(browser).await?;
    browser.screen(LAPTOP).await?;
    browser
        .follow("button[name='do'][value='invite']:not([aria-hidden])")
        .await?;
    browser.until("the meeting in the group", &on_page(TITLE)).await
}

/// Fills in fields by name.
pub(crate) async fn fill(browser: &Browser, fields: &[(&str, &str)]) -> Result<()> {
    for (name, value) in fields {
        let script = "document.querySelector(`[name=\"${arguments[0]}\"]`).value = arguments[1]; return true";
        let values = [Value::from(*name), Value::from(*value)];
        browser.ask::<bool>(script, &values).await?;
    }
    Ok(())
}

/// Whether a text stands on the page.
pub(crate) fn on_page(text: &str) -> String {
    format!(
        "return document.querySelector('main').innerText.includes({})",
        Value::from(text)
    )
}

/// Loads the mailbox of the demo until a mail like this is there, and opens it.
async fn open_mail(browser: &Browser, subject: &str) -> Result<()> {
    browser.open("/demo/mail").await?;
    let path = format!("//main//a[contains(., \"{subject}\")]");
    let script = format!(
        "if ({}) return true; setTimeout(() => location.reload(), 200); return false",
        on_page(subject).trim_start_matches("return ")
    );
    browser.until(subject, &script).await?;
    browser.leave(async || browser.press_on_path(&path).await).await
}

async fn say_no_from_the_mail(member: &Browser) -> Result<()> {
    open_mail(member, "Uitnodiging: ").await?;
    is_in_nobodys_way(member).await?;
    member.screen(PHONE).await?;
    // The server of a journey finds its port by itself, and its links do not know it.
    let script = "return new URL(document.querySelector('main a[href*=\"/reply/\"]').href).pathname";
    let path: String = member.ask(script, &[]).await?;
    member.open(&path).await?;
    is_in_nobodys_way(member).await?;
    member.screen(PHONE).await?;
    member.follow("button[name='comes'][value='no']").await?;
    member.until("said no", &on_page("Je hebt je afgemeld.")).await?;
    member.follow("button[name='comes'][value='yes']").await?;
    member
        .until("said yes", &on_page("Je hebt gezegd dat je komt."))
        .await
}

async fn move_it(browser: &Browser) -> Result<()> {
    let meeting = format!("//main//a[contains(., \"{TITLE}\")]");
    browser
        .leave(async || browser.press_on_path(&meeting).await)
        .await?;
    browser.follow("main a[href$='/date']").await?;
    is_in_nobodys_way(browser).await?;
    browser.screen(LAPTOP).await?;
    fill(browser, &[("date", "2098-12-17"), ("time", "20:00")]).await?;
    browser.follow(".planning-form button[type='submit']").await?;
    browser.until("the new time", &on_page("20:00")).await
}

/// The mail about the new time carries a file that calendars take for the same meeting.
async fn hear_of_it(member: &Browser) -> Result<()> {
    open_mail(member, "Gewijzigd: ").await?;
    let script = "const link = document.querySelector('main a[href$=\"kring.ics\"]');
        return fetch(new URL(link.href).pathname).then(answer => answer.text())";
    let file: String = member.ask(script, &[]).await?;
    for line in [
        "METHOD:REQUEST",
        "SEQUENCE:1",
        "DTSTART;TZID=Europe/Amsterdam:20981217T200000",
    ] {
        ensure!(file.contains(line), "{line} is missing in\n{file}");
    }
    Ok(())
}
