//! A case: written on a phone with a name and a date in it, warned about, made neutral, sent, and returned with a question.

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{Browser, PHONE};
use crate::calendar::{fill, on_page};
use anyhow::Result;

/// Two people of one group of the demo.
const OWNER: &str = "Saskia Windheuvel";
const LEADER: &str = "Thea Lindeborg";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: a_case_is_made_neutral_checked_and_returned_with_a_question);
}

async fn a_case_is_made_neutral_checked_and_returned_with_a_question(browser: &Browser) -> Result<()> {
    browser.screen(PHONE).await?;
    sign_in(browser, OWNER).await?;
    written(browser).await?;
    made_neutral(browser).await?;
    let case = browser.path().await?;
    sign_in(browser, LEADER).await?;
    returned(browser, &case).await?;
    sign_in(browser, OWNER).await?;
    browser.open(&case).await?;
    sees(browser, "Is er maar één die zo vaak belt?").await?;
    is_in_nobodys_way(browser).await
}

/// Whoever leads reads what is shared, and asks something first.
async fn returned(browser: &Browser, case: &str) -> Result<()> {
    browser.open(case).await?;
    sees(browser, "Is hier iemand in te herkennen?").await?;
    is_in_nobodys_way(browser).await?;
    fill(browser, &[("question", "Is er maar één die zo vaak belt?")]).await?;
    press(browser, "Stuur terug met deze vraag").await
}

/// What is typed is kept by itself; going on to share finds it there.
async fn written(browser: &Browser) -> Result<()> {
    browser.open("/my/cases").await?;
    is_in_nobodys_way(browser).await?;
    browser.follow("main a[href$='/cases/new']").await?;
    fill(
        browser,
        &[
            ("title", "Elke dag aan de telefoon"),
            ("question", "Hoe begrens ik iemand die elke dag belt?"),
            ("situation", "Mevrouw Roozeboom belt sinds 12 maart elke dag."),
        ],
    )
    .await?;
    browser.press_on("[name=role]").await?;
    browser.types("Ik neem altijd op.").await?;
    sees(browser, "Bewaard").await?;
    is_in_nobodys_way(browser).await?;
    browser
        .press_on_path("//input[@name='readers' and @value='group']")
        .await?;
    press(browser, "Bewaar en ga delen").await
}

/// The guard points at the name and the date; two presses make the text neutral.
async fn made_neutral(browser: &Browser) -> Result<()> {
    sees(browser, "Kring zag 2 plekken").await?;
    is_in_nobodys_way(browser).await?;
    press(browser, "Vervang door").await?;
    sees(browser, "Kring zag één plek").await?;
    press(browser, "Vervang door").await?;
    browser.press_on_path("//input[@name='looked']").await?;
    press(browser, "Stuur naar de begeleider").await?;
    sees(browser, "wordt nagekeken").await?;
    is_in_nobodys_way(browser).await
}

async fn sign_in(browser: &Browser, name: &str) -> Result<()> {
    browser.open("/demo").await?;
    let path = format!("//form[@action='/demo/sign-in']//button[contains(., \"{name}\")]");
    browser.leave(async || browser.press_on_path(&path).await).await
}

async fn press(browser: &Browser, button: &str) -> Result<()> {
    let path = format!("(//main//button[contains(., \"{button}\")])[1]");
    browser.leave(async || browser.press_on_path(&path).await).await
}

async fn sees(browser: &Browser, text: &str) -> Result<()> {
    browser.until(text, &on_page(text)).await
}
