//! Language and light or dark: chosen once, kept on the next page, and possible without script.

use crate::Journeys;
use crate::browser::{Browser, Scheme};
use anyhow::{Result, ensure};

pub(crate) fn add(list: &mut Journeys<'_>) {
    list.add(
        "the_first_page_speaks_the_language_of_the_browser",
        async |browser| {
            for language in ["nl", "en"] {
                browser.prefers(language).await?;
                browser.open("/").await?;
                speaks(browser, language).await?;
            }
            Ok(())
        },
    );
    list.add(
        "a_chosen_language_stays_and_leads_back_to_the_same_page",
        async |browser| {
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
        },
    );
    list.add(
        "a_chosen_theme_stays_whatever_the_system_prefers",
        async |browser| {
            browser.scheme(Scheme::Light).await?;
            browser.open("/").await?;
            let light = background(browser).await?;
            browser
                .follow("form[action='/theme'] button[value='dark']")
                .await?;
            let dark = background(browser).await?;
            ensure!(dark != light, "dark looks the same as light: {dark}");
            browser.open("/methods/focusmethode").await?;
            ensure!(background(browser).await? == dark, "the next page is not dark");

            browser.scheme(Scheme::Dark).await?;
            browser
                .follow("form[action='/theme'] button[value='light']")
                .await?;
            ensure!(
                background(browser).await? == light,
                "the system's preference beats the choice"
            );
            browser
                .follow("form[action='/theme'] button[value='auto']")
                .await?;
            ensure!(
                background(browser).await? == dark,
                "without a choice the system should decide"
            );
            Ok(())
        },
    );
    list.add(
        "without_script_a_method_can_be_found_and_read_in_another_language",
        async |browser| {
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
        },
    );
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
