//! A case: written on a phone with a name and a date in it, warned about, made neutral, sent, and returned with a question. What
//! gives somebody away is marked while they type.

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{Browser, PHONE};
use crate::calendar::fill;
use crate::hands::{press, sees, sign_in};
use anyhow::Result;
use thirtyfour::Key;

/// Two people of one group of the demo.
const OWNER: &str = "Saskia Windheuvel";
const LEADER: &str = "Thea Lindeborg";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: a_case_is_made_neutral_checked_and_returned_with_a_question,
        what_gives_somebody_away_is_marked_while_typing);
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

/// One key replaces the spot at the cursor, undo takes it back, and a spot that is all right goes away.
async fn what_gives_somebody_away_is_marked_while_typing(browser: &Browser) -> Result<()> {
    browser.screen(PHONE).await?;
    on_a_new_case(browser).await?;
    browser.types(NAMED).await?;
    marked(browser, &["Roozeboom", "12 maart"]).await?;
    is_in_nobodys_way(browser).await?;
    replaced_and_back(browser).await?;
    by_button(browser, "Dit kan zo").await?;
    marked(browser, &["12 maart"]).await?;
    by_button(browser, "Vervang door").await?;
    holds(
        browser,
        "Mevrouw Roozeboom belt sinds het voorjaar. Haar zoon ook.",
    )
    .await?;
    marked(browser, &[]).await
}

/// With the cursor in the situation.
async fn on_a_new_case(browser: &Browser) -> Result<()> {
    sign_in(browser, OWNER).await?;
    browser.open("/my/cases").await?;
    browser.follow("main a[href$='/cases/new']").await?;
    browser.press_on("[name=situation]").await
}

const NAMED: &str = "Mevrouw Roozeboom belt sinds 12 maart. Haar zoon ook.";

/// The key replaces the spot at the cursor; undoing it brings back the text and its marks.
async fn replaced_and_back(browser: &Browser) -> Result<()> {
    browser.press(Key::Home).await?;
    browser.press_with(Key::Alt, Key::Enter).await?;
    holds(browser, "Een vrouw belt sinds 12 maart. Haar zoon ook.").await?;
    marked(browser, &["12 maart"]).await?;
    browser.undo().await?;
    holds(browser, NAMED).await?;
    marked(browser, &["Roozeboom", "12 maart"]).await?;
    browser.press(Key::Home).await
}

/// Presses a button of the line under the field.
async fn by_button(browser: &Browser, name: &str) -> Result<()> {
    let path = format!("//div[@class='marks-line']//button[contains(., \"{name}\")]");
    browser.press_on_path(&path).await
}

/// Waits until exactly these pieces of the situation are marked.
async fn marked(browser: &Browser, pieces: &[&str]) -> Result<()> {
    let script = format!(
        "return [...document.querySelector('[name=situation]').previousElementSibling.querySelectorAll('mark')]
            .map((mark) => mark.textContent).join('|') === {:?}",
        pieces.join("|")
    );
    browser.until(&format!("marks on {pieces:?}"), &script).await
}

/// Waits until the situation is this text.
async fn holds(browser: &Browser, text: &str) -> Result<()> {
    let script = format!("return document.querySelector('[name=situation]').value === {text:?}");
    browser.until(text, &script).await
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
