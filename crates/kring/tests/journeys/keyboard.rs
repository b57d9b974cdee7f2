//! Everything by keyboard, with a focus that can be seen.

use crate::Journeys;
use crate::browser::Browser;
use anyhow::{Result, bail, ensure};
use serde::Deserialize;
use thirtyfour::Key;

/// More stops than any page should ask of somebody who has only a keyboard.
const MOST_STOPS: usize = 150;

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(
        list: the_first_stop_jumps_over_the_header,
        by_keyboard_only_from_the_start_page_into_a_method_and_back
    );
}

async fn the_first_stop_jumps_over_the_header(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    browser.press(Key::Tab).await?;
    let first = focus(browser).await?;
    ensure!(first.href == "#content", "the first stop is {}", first.name);
    browser.press(Key::Enter).await?;
    browser
        .until(
            "the focus in the content",
            "return document.activeElement.id === 'content'",
        )
        .await
}

async fn by_keyboard_only_from_the_start_page_into_a_method_and_back(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    for page in ["/methods/speedsparren", "/"] {
        tab_to(browser, page).await?;
        browser.leave(async || browser.press(Key::Enter).await).await?;
        browser
            .expect("the page behind the link", browser.path().await? == page)
            .await?;
    }
    Ok(())
}

/// What has the focus, and whether a person can see that it has.
#[derive(Deserialize)]
struct Focus {
    name: String,
    href: String,
    visible: bool,
    marked: bool,
}

async fn focus(browser: &Browser) -> Result<Focus> {
    // A card may carry the mark of the link inside it.
    let script = "
        const it = document.activeElement, box = it.getBoundingClientRect();
        const marked = element => {
            const style = getComputedStyle(element);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        };
        const around = [];
        for (let element = it; element && element !== document.body; element = element.parentElement) around.push(element);
        return {
            name: it.tagName + ' ' + it.innerText,
            href: it.getAttribute('href') ?? '',
            visible: box.width > 0 && box.height > 0
                && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
            marked: around.some(marked),
        }";
    browser.ask(script, &[]).await
}

/// Presses Tab until the link has the focus. Every stop on the way must be on the screen and marked.
async fn tab_to(browser: &Browser, href: &str) -> Result<()> {
    for _ in 0..MOST_STOPS {
        browser.press(Key::Tab).await?;
        let now = focus(browser).await?;
        ensure!(
            now.visible,
            "the focus is on something that is not on the screen: {}",
            now.name
        );
        ensure!(now.marked, "nobody can see that this has the focus: {}", now.name);
        if now.href == href {
            return Ok(());
        }
    }
    bail!("{href} was not reached with {MOST_STOPS} times Tab")
}
