//! The live room with a browser for everybody at the table: what one does, the others see.

mod clocks;
mod detour;
mod focus;
mod sparring;

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{BEAMER, Browser, LAPTOP, PHONE, Scheme};
use crate::pages;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::time::Duration;
use thirtyfour::Key;

pub(crate) fn add(list: &mut Journeys<'_>) {
    clocks::add(list);
    detour::add(list);
    focus::add(list);
    sparring::add(list);
}

/// How long a line stays cut: a lift, a dead spot in the corridor.
const CUT: Duration = Duration::from_mins(1);
/// More stops than the way to a field of the room may take.
const MOST_STOPS: usize = 200;

/// Whether everything on the big screen is in sight. What is for ears only has no size.
pub(crate) const SHOWS_EVERYTHING: &str = "
    const floor = document.querySelector('.room-stage').getBoundingClientRect().bottom + 1;
    const below = [...document.querySelectorAll('.room-stage :not(:has(*))')].filter((leaf) => {
        const { bottom, width } = leaf.getBoundingClientRect();
        return width > 1 && bottom > floor;
    });
    return below.length === 0 && document.scrollingElement.scrollHeight <= innerHeight";

/// Four people with a browser each, and the big screen.
struct Table<'b> {
    /// Leads, on a laptop.
    lead: &'b Browser,
    /// Brings the case, on a phone.
    owner: Browser,
    /// Takes part with a keyboard and nothing else.
    keys: Browser,
    /// Takes part on a phone, and loses the line for a while.
    phone: Browser,
    /// What everybody in the room looks at.
    screen: Browser,
}

impl<'b> Table<'b> {
    /// Opens the browsers; nobody is signed in yet.
    async fn set(lead: &'b Browser) -> Result<Self> {
        let table = Self {
            lead,
            owner: lead.another().await?,
            keys: lead.another().await?,
            phone: lead.another().await?,
            screen: lead.another().await?,
        };
        for browser in [&table.owner, &table.phone] {
            browser.screen(PHONE).await?;
        }
        table.screen.screen(BEAMER).await?;
        Ok(table)
    }

    /// The four who are in the room.
    fn people(&self) -> [&Browser; 4] {
        [self.lead, &self.owner, &self.keys, &self.phone]
    }

    /// Waits until all five pages show the step.
    async fn are_at(&self, step: &str) -> Result<()> {
        for browser in self.people().into_iter().chain([&self.screen]) {
            shows(browser, "#room-now h1", step).await?;
        }
        self.screen_shows_everything().await
    }

    /// Nobody in the room can scroll the big screen.
    async fn screen_shows_everything(&self) -> Result<()> {
        self.screen.until("nothing to scroll to", SHOWS_EVERYTHING).await
    }

    /// Waits until the other three and the big screen show a text that one of them wrote.
    async fn all_read(&self, text: &str) -> Result<()> {
        for browser in self.people().into_iter().chain([&self.screen]) {
            shows(browser, "main", text).await?;
        }
        Ok(())
    }

    /// All five pages, as they are now, on every screen.
    async fn is_in_nobodys_way(&self) -> Result<()> {
        for browser in self.people().into_iter().chain([&self.screen]) {
            is_in_nobodys_way(browser).await?;
            browser.scheme(Scheme::Light).await?;
            browser.screen(LAPTOP).await?;
        }
        self.screen.screen(BEAMER).await?;
        self.owner.screen(PHONE).await?;
        self.phone.screen(PHONE).await
    }

    /// Closes the browsers that were opened here, after their last look at the console.
    async fn clear(self) -> Result<()> {
        for browser in [self.owner, self.keys, self.phone, self.screen] {
            let silent = browser.stays_silent().await;
            browser.quit().await.context("closing a browser at the table")?;
            silent?;
        }
        Ok(())
    }
}

/// Presses the button of the form that does this, as soon as there is one. The page may renew itself at any moment, so a
/// button that vanished under the finger is looked for again.
pub(crate) async fn does(browser: &Browser, verb: &str) -> Result<()> {
    browser
        .press_on(&format!("form:has(input[name='do'][value='{verb}']) button"))
        .await
        .with_context(|| format!("doing {verb}"))
}

/// Writes into the first field that is open, and sends it.
async fn writes(browser: &Browser, text: &str) -> Result<()> {
    let form = "#room-writing form:has(input[name='do'][value='add'])";
    let field = browser.one(&format!("{form} textarea")).await?;
    field.send_keys(text).await?;
    browser
        .press_on(&format!("{form} button[type='submit']"))
        .await
        .with_context(|| format!("sending {text:?}"))
}

/// Writes with the keyboard only: Tab to the field, type, Tab to the button, Enter.
async fn writes_by_keyboard(browser: &Browser, text: &str) -> Result<()> {
    tab_to(browser, "#room-writing textarea").await?;
    browser.types(text).await?;
    tab_to(browser, "#room-writing button[type='submit']").await?;
    browser.press(Key::Enter).await
}

/// Does something with the keyboard only.
async fn does_by_keyboard(browser: &Browser, verb: &str) -> Result<()> {
    tab_to(
        browser,
        &format!("form:has(input[name='do'][value='{verb}']) button"),
    )
    .await?;
    browser.press(Key::Enter).await
}

/// Presses Tab until something like this has the focus; the page may renew itself meanwhile and must not lose the place.
pub(crate) async fn tab_to(browser: &Browser, selector: &str) -> Result<()> {
    browser.one(selector).await?;
    let script = format!("return document.activeElement.matches({})", Value::from(selector));
    for _ in 0..MOST_STOPS {
        browser.press(Key::Tab).await?;
        if browser.ask::<bool>(&script, &[]).await? {
            return Ok(());
        }
    }
    bail!("{selector} was not reached with {MOST_STOPS} times Tab")
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

/// How often a text stands on the page.
async fn count(browser: &Browser, text: &str) -> Result<usize> {
    let script = format!(
        "return document.querySelector('main').innerText.split({}).length - 1",
        Value::from(text)
    );
    browser.ask(&script, &[]).await
}

async fn appears(browser: &Browser, text: &str, times: usize) -> Result<()> {
    let found = count(browser, text).await?;
    ensure!(
        found == times,
        "{text:?} stands {found} times on a page, not {times}"
    );
    Ok(())
}

/// Opens the page of the meeting that is on.
async fn find_meeting(browser: &Browser, who: usize) -> Result<()> {
    pages::sign_in(browser, who).await?;
    browser.follow("main a[href^='/meetings/']").await
}

/// Opens a rehearsal whose robots sit still, so that nobody acts but the browsers. Answers the path of its room, and the paths
/// that look at it with the eyes of the others.
async fn rehearse(lead: &Browser, method: &str, people: &str) -> Result<(String, Vec<String>)> {
    pages::sign_in(lead, pages::FACILITATOR).await?;
    lead.open(&format!("/rehearsals?method={method}")).await?;
    for (field, value) in [("people", people), ("role", "facilitator"), ("pace", "still")] {
        choose(lead, field, value).await?;
    }
    lead.follow(".rehearsal-form button[type='submit']").await?;
    let script =
        "return [...document.querySelectorAll('a[href*=\"?as=\"]')].map(link => link.getAttribute('href'))";
    Ok((lead.path().await?, lead.ask(script, &[]).await?))
}

/// Whoever leads looks at a place of a rehearsal in a browser of its own as well.
async fn looks_at(browser: &Browser, path: &str) -> Result<()> {
    pages::sign_in(browser, pages::FACILITATOR).await?;
    browser.open(path).await
}

/// Fills in a field of a form, whatever kind it is.
async fn choose(browser: &Browser, field: &str, value: &str) -> Result<()> {
    let script = "
        const [name, value] = arguments;
        const fields = [...document.querySelectorAll(`.rehearsal-form [name=\"${name}\"]`)];
        const radio = fields.find(field => field.type === 'radio' && field.value === value);
        if (radio) radio.checked = true; else fields[0].value = value;
        return true";
    let values = [Value::from(field), Value::from(value)];
    browser.ask::<bool>(script, &values).await?;
    Ok(())
}
