//! A bottleneck: begun by a member, filled on two telephones that see each other, voted on, and made a question for a meeting.

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{BEAMER, Browser, LAPTOP, PHONE};
use crate::calendar::{fill, on_page};
use crate::hands::{press, press_link, sees, sign_in};
use anyhow::{Result, ensure};

const MEMBER: &str = "Saskia Windheuvel";
const OTHER: &str = "Marloes Dijkzigt";
const LEADER: &str = "Thea Lindeborg";

const EFFECT: &str = "Nieuwe assistenten zijn na een half jaar weer weg";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: a_bottleneck_is_filled_by_two_voted_on_and_made_a_question);
}

async fn a_bottleneck_is_filled_by_two_voted_on_and_made_a_question(browser: &Browser) -> Result<()> {
    browser.screen(PHONE).await?;
    sign_in(browser, MEMBER).await?;
    begun(browser).await?;
    let here = browser.path().await?;
    let (other, leader) = (browser.another().await?, browser.another().await?);
    let went = together(browser, &other, &leader, &here).await;
    other.quit().await?;
    leader.quit().await?;
    went
}

async fn together(browser: &Browser, other: &Browser, leader: &Browser, here: &str) -> Result<()> {
    two_see_each_other(browser, other, here).await?;
    drawn_on_every_screen(browser).await?;
    voted(browser, leader, here).await?;
    asked(browser, here).await
}

async fn begun(browser: &Browser) -> Result<()> {
    press_link(browser, "Praktijkmanagers Wolderland").await?;
    press_link(browser, "Knelpunten uitzoeken").await?;
    sees(browser, "De digitale balie is er").await?;
    is_in_nobodys_way(browser).await?;
    press_link(browser, "Zoek een knelpunt uit").await?;
    is_in_nobodys_way(browser).await?;
    fill(browser, &[("effect", EFFECT)]).await?;
    press(browser, "Begin").await?;
    sees(browser, "Waardoor komt dit?").await
}

/// What one adds the other sees without doing anything, and what they were typing stays.
async fn two_see_each_other(browser: &Browser, other: &Browser, here: &str) -> Result<()> {
    sign_in(other, OTHER).await?;
    other.open(here).await?;
    types_a_cause(other, SECOND).await?;
    types_a_cause(browser, FIRST).await?;
    add_it(browser).await?;
    browser.until("one's own cause", &on_list(FIRST)).await?;
    other.until("the cause of somebody else", &on_list(FIRST)).await?;
    keeps_what_was_typed(other).await?;
    add_it(other).await?;
    browser.until("the cause of the other", &on_list(SECOND)).await?;
    explained(browser, other).await
}

const FIRST: &str = "Ze werken vooral alleen";
const SECOND: &str = "Niemand heeft tijd om ze in te werken";

async fn types_a_cause(browser: &Browser, text: &str) -> Result<()> {
    browser.press_on("#text").await?;
    browser.types(text).await
}

async fn add_it(browser: &Browser) -> Result<()> {
    browser.press_on_path("//section[@id='add']//button").await
}

async fn keeps_what_was_typed(other: &Browser) -> Result<()> {
    let typed: String = other
        .ask("return document.querySelector('#text').value", &[])
        .await?;
    ensure!(typed == SECOND, "{typed}");
    Ok(())
}

/// "Why?" beside a cause chooses it in the form.
async fn explained(browser: &Browser, other: &Browser) -> Result<()> {
    let why = format!("(//a[contains(., 'Waarom?') and contains(., '{FIRST}')])[1]");
    other.press_on_path(&why).await?;
    other.types("Op maandag is er maar één arts").await?;
    add_it(other).await?;
    let under = "return [...document.querySelectorAll('.bone-causes .bone-causes .bone-text')].some(text => text.textContent.includes('maar één arts'))";
    browser.until("the reason under its cause", under).await
}

/// Whether a cause stands in the list and in the drawing.
fn on_list(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or(text);
    format!(
        "return [...document.querySelectorAll('.bone-text')].some(one => one.textContent === '{text}') \
         && document.querySelector('.fishbone').textContent.includes('{first}')"
    )
}

/// On a telephone the lists come first; on a large screen the drawing does, whole.
async fn drawn_on_every_screen(browser: &Browser) -> Result<()> {
    is_in_nobodys_way(browser).await?;
    let order = "const top = name => document.querySelector(name).getBoundingClientRect().top; \
                 return top('.bone-drawing') > top('.bone-outline')";
    browser.screen(PHONE).await?;
    ensure!(
        browser.ask::<bool>(order, &[]).await?,
        "the lists come first on a telephone"
    );
    for screen in [LAPTOP, BEAMER] {
        browser.screen(screen).await?;
        ensure!(
            !browser.ask::<bool>(order, &[]).await?,
            "the drawing comes first on {}",
            screen.name
        );
        let fits = "const frame = document.querySelector('.bone-frame'); return frame.scrollWidth <= frame.clientWidth";
        ensure!(
            browser.ask::<bool>(fits, &[]).await?,
            "the drawing fits on {}",
            screen.name
        );
        let inside = "return [...document.querySelectorAll('.fishbone .plate')].every(plate => { \
                      const edge = plate.querySelector('rect').getBBox(); \
                      return [...plate.querySelectorAll('text')].every(text => { const box = text.getBBox(); \
                      return box.x >= edge.x && box.x + box.width <= edge.x + edge.width + 1; }); })";
        ensure!(
            browser.ask::<bool>(inside, &[]).await?,
            "every text stays in its plate"
        );
    }
    browser.screen(PHONE).await
}

async fn voted(browser: &Browser, leader: &Browser, here: &str) -> Result<()> {
    sign_in(leader, LEADER).await?;
    leader.open(here).await?;
    press(leader, "Begin de stemming").await?;
    // The page of the member takes the step by itself.
    sees(browser, "Kies hooguit 3 grondoorzaken").await?;
    is_in_nobodys_way(browser).await?;
    browser
        .press_on_path("//label[contains(., 'Ze werken vooral alleen')]")
        .await?;
    press(browser, "Bewaar mijn keuze").await?;
    leader
        .until("that one person voted", &on_page("Eén iemand heeft gestemd"))
        .await?;
    press(leader, "Sluit de stemming").await?;
    sees(leader, "één stem").await?;
    is_in_nobodys_way(leader).await
}

async fn asked(browser: &Browser, here: &str) -> Result<()> {
    browser.until("the roots", &on_page("Grondoorzaken")).await?;
    ensure!(browser.path().await?.starts_with(here), "still on the page");
    press_link(browser, "Maak hier een vraag van").await?;
    is_in_nobodys_way(browser).await?;
    press(browser, "Zet op de agenda").await?;
    sees(browser, "Hoe komen we verder met: Ze werken vooral alleen").await?;
    is_in_nobodys_way(browser).await?;
    browser.follow("main a[href^='/meetings/']").await?;
    press_link(browser, "Uit een knelpunt").await?;
    sees(browser, EFFECT).await
}
