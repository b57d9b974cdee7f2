//! The library: an owner shares what they learned, a facilitator looks at it, and somebody in another group finds it by another word.

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{Browser, LAPTOP, PHONE};
use crate::calendar::fill;
use crate::hands::{press, sees, sign_in};
use anyhow::Result;

/// Two people of one group of the demo, and somebody of another group of its programme.
const OWNER: &str = "Sunita Baldewpal";
const LEADER: &str = "Vera Zomerhoeve";
const READER: &str = "Lotte Groeneschelp";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: what_somebody_learned_is_shared_checked_and_found_by_another_word);
}

async fn what_somebody_learned_is_shared_checked_and_found_by_another_word(browser: &Browser) -> Result<()> {
    browser.screen(PHONE).await?;
    let entry = shared(browser).await?;
    sign_in(browser, LEADER).await?;
    checked(browser).await?;
    read_by_another(browser).await?;
    nothing_left_to_do(browser, &entry).await
}

/// Answers the page of the entry.
async fn shared(browser: &Browser) -> Result<String> {
    sign_in(browser, OWNER).await?;
    consented(browser).await?;
    written(browser).await?;
    browser.path().await
}

async fn read_by_another(browser: &Browser) -> Result<()> {
    browser.screen(LAPTOP).await?;
    sign_in(browser, READER).await?;
    found(browser).await?;
    reads_alike(browser).await
}

async fn nothing_left_to_do(browser: &Browser, entry: &str) -> Result<()> {
    sign_in(browser, OWNER).await?;
    browser.open(entry).await?;
    sees(browser, "Je hoeft niets meer te doen").await?;
    is_in_nobodys_way(browser).await?;
    browser.complains_only_of_status("422").await
}

/// What sharing is stands there before somebody says yes; without a yes nothing begins.
async fn consented(browser: &Browser) -> Result<()> {
    browser.open("/library/mine").await?;
    is_in_nobodys_way(browser).await?;
    browser.follow("main a[href^='/library/cases/']").await?;
    sees(browser, "Trek je het in, dan vindt meteen niemand het meer").await?;
    is_in_nobodys_way(browser).await?;
    press(browser, "Begin met schrijven").await?;
    sees(browser, "Anders gebeurt er niets").await?;
    is_in_nobodys_way(browser).await?;
    browser.press_on_path("//input[@name='consent']").await?;
    press(browser, "Begin met schrijven").await
}

/// The guard points at a name; one press makes the text neutral.
async fn written(browser: &Browser) -> Result<()> {
    is_in_nobodys_way(browser).await?;
    fill(
        browser,
        &[
            (
                "context",
                "Iemand was bijna opgebrand door werk dat bleef liggen. Mevrouw Roozeboom merkte het.",
            ),
            ("advice", "Houd aan het eind van elk dagdeel een half uur vrij."),
        ],
    )
    .await?;
    browser.press_on_path("//input[@name='looked']").await?;
    press(browser, "Laat nakijken").await?;
    sees(browser, "Kring zag één plek").await?;
    is_in_nobodys_way(browser).await?;
    press(browser, "Vervang door").await?;
    press(browser, "Laat nakijken").await?;
    sees(browser, "Een begeleider kijkt of niemand te herkennen is").await?;
    is_in_nobodys_way(browser).await
}

async fn checked(browser: &Browser) -> Result<()> {
    browser.open("/library").await?;
    browser.follow("main a[href='/library/checks']").await?;
    is_in_nobodys_way(browser).await?;
    browser.follow("main a[href^='/library/entries/']").await?;
    sees(browser, "Is hier iemand in te herkennen?").await?;
    is_in_nobodys_way(browser).await?;
    press(browser, "Niemand is te herkennen").await?;
    sees(browser, "Houd aan het eind van elk dagdeel").await
}

/// "burn-out" stands nowhere in it.
async fn found(browser: &Browser) -> Result<()> {
    browser.open("/my").await?;
    browser.follow("main a[href='/library']").await?;
    is_in_nobodys_way(browser).await?;
    fill(browser, &[("words", "burn-out")]).await?;
    press(browser, "Zoek").await?;
    sees(browser, "hetzelfde betekent als").await?;
    is_in_nobodys_way(browser).await?;
    browser.follow("main .library-hits a").await?;
    sees(browser, "Houd aan het eind van elk dagdeel").await?;
    is_in_nobodys_way(browser).await
}

/// Whoever writes a case sees what helped others, a moment after the last key.
async fn reads_alike(browser: &Browser) -> Result<()> {
    browser.open("/my/cases").await?;
    browser.follow("main a[href$='/cases/new']").await?;
    fill(
        browser,
        &[(
            "situation",
            "Ik raak bijna opgebrand door werk dat blijft liggen.",
        )],
    )
    .await?;
    browser.press_on("[name=question]").await?;
    browser
        .types("Hoe houd ik aan het eind van elk dagdeel een half uur vrij?")
        .await?;
    sees(browser, "Dit kwam al eerder voorbij").await?;
    is_in_nobodys_way(browser).await
}
