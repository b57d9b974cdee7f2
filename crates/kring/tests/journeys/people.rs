//! People of the demo come in, see what is theirs, and go.

use crate::Journeys;
use crate::browser::Browser;
use crate::pages;
use anyhow::{Context, Result, ensure};

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(
        list: a_printed_link_signs_in_once_and_only_by_its_button,
        in_the_demo_one_can_be_anybody_and_find_the_meeting,
        without_signing_in_there_is_no_own_page,
        signing_in_works_without_script
    );
}

async fn a_printed_link_signs_in_once_and_only_by_its_button(browser: &Browser) -> Result<()> {
    let link = &browser.guest(pages::PARTICIPANT)?.link;
    // A scanner that reads mail opens links too, and must not use them up.
    browser.open(link).await?;
    browser.open(link).await?;
    press_the_button(browser, link).await?;
    browser
        .expect("the own page", browser.path().await? == "/my")
        .await?;
    browser.follow("form[action='/sign-out'] button").await?;
    browser.stays_silent().await?;
    signs_nobody_in(browser, link).await
}

async fn signs_nobody_in(browser: &Browser, used_link: &str) -> Result<()> {
    browser.open(used_link).await?;
    press_the_button(browser, used_link).await?;
    browser
        .expect("the door", browser.path().await? == used_link)
        .await?;
    let inside = browser.is_signed_in().await?;
    browser
        .expect("nobody signed in with a used link", !inside)
        .await?;
    browser.complains_only_of_status("422").await
}

async fn press_the_button(browser: &Browser, link: &str) -> Result<()> {
    browser.follow(&format!("form[action='{link}'] button")).await
}

async fn in_the_demo_one_can_be_anybody_and_find_the_meeting(browser: &Browser) -> Result<()> {
    // Members of a group stand under its heading.
    let member = "form[action='/demo/sign-in'] h3 + ul button";
    browser.open("/").await?;
    browser.follow("main a[href='/demo']").await?;
    let name = browser.one(&format!("{member} strong")).await?.text().await?;
    browser.follow(member).await?;
    let first_name = name.split(' ').next().context("a person without a name")?;
    let greeting = browser.one("h1").await?.text().await?;
    ensure!(
        greeting.contains(first_name),
        "{greeting:?} does not greet {name}"
    );
    browser.follow("main a[href^='/meetings/']").await?;
    browser.one("h1").await?;
    Ok(())
}

async fn without_signing_in_there_is_no_own_page(browser: &Browser) -> Result<()> {
    browser.open("/my").await?;
    browser
        .expect("a way in", browser.path().await?.starts_with("/sign-in"))
        .await
}

async fn signing_in_works_without_script(browser: &Browser) -> Result<()> {
    let link = &browser.guest(pages::OTHER_PARTICIPANT)?.link;
    browser.without_script().await?;
    browser.open(link).await?;
    browser
        .one(&format!("form[action='{link}'] button"))
        .await?
        .click()
        .await?;
    browser.one("form[action='/sign-out']").await?;
    browser
        .expect("the own page", browser.path().await? == "/my")
        .await
}
