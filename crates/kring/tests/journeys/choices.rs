//! Language and light or dark: chosen once, kept on the next page, and possible without script.

use crate::Journeys;
use crate::browser::{Browser, Scheme};
use anyhow::{Result, ensure};

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(
        list: the_first_page_speaks_the_language_of_the_browser,
        a_chosen_language_stays_and_leads_back_to_the_same_page,
        a_chosen_theme_stays_whatever_the_system_prefers,
        without_script_a_method_can_be_found_and_read_in_another_language
    );
}

async fn the_first_page_speaks_the_language_of_the_browser(browser: &Browser) -> Result<()> {
    for language in ["nl", "en"] {
        browser.prefers(language).await?;
        browser.open("/").await?;
        speaks(browser, language).await?;
    }
    Ok(())
}

async fn a_chosen_language_stays_and_leads_back_to_the_same_page(browser: &Browser) -> Result<()> {
    browser.open("/methods/speedsparren").await?;
    speaks(browser, "nl").await?;
    browser
        .follow("form[action='/language'] button[value='en']")
        .await?;
    browser
        .expect(
            "the page of before",
            browser.path().await? == "/methods/speedsparren",
        )
        .await?;
    speaks(browser, "en").await?;
    browser.open("/").await?;
    speaks(browser, "en").await
}

async fn a_chosen_theme_stays_whatever_the_system_prefers(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    let light = background(browser).await?;
    let dark = background_after_choosing(browser, "dark").await?;
    ensure!(dark != light, "dark looks the same as light: {dark}");
    browser.open("/methods/focusmethode").await?;
    ensure!(background(browser).await? == dark, "the next page is not dark");

    browser.scheme(Scheme::Dark).await?;
    let chosen = background_after_choosing(browser, "light").await?;
    ensure!(chosen == light, "the system's preference beats the choice");
    let left_to_system = background_after_choosing(browser, "auto").await?;
    ensure!(
        left_to_system == dark,
        "without a choice the system should decide"
    );
    Ok(())
}

async fn background_after_choosing(browser: &Browser, theme: &str) -> Result<String> {
    browser
        .follow(&format!("form[action='/theme'] button[value='{theme}']"))
        .await?;
    background(browser).await
}

async fn without_script_a_method_can_be_found_and_read_in_another_language(browser: &Browser) -> Result<()> {
    browser.without_script().await?;
    browser.open("/").await?;
    browser
        .one("main a[href='/methods/focusmethode']")
        .await?
        .click()
        .await?;
    browser
        .one("form[action='/language'] button[value='en']")
        .await?
        .click()
        .await?;
    browser.one("html[lang='en'] h1").await?;
    browser
        .expect(
            "the method in English",
            browser.path().await? == "/methods/focusmethode",
        )
        .await
}

async fn speaks(browser: &Browser, language: &str) -> Result<()> {
    let spoken: String = browser.ask("return document.documentElement.lang", &[]).await?;
    browser
        .expect(
            &format!("a page in {language}, not in {spoken}"),
            spoken == language,
        )
        .await
}

async fn background(browser: &Browser) -> Result<String> {
    browser
        .ask("return getComputedStyle(document.body).backgroundColor", &[])
        .await
}
