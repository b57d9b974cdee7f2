//! One Chromium, driven the way a person would: by what stands on the page, by mouse and by keyboard.
//!
//! Every wait is for a condition, with a limit. There is no sleeping for luck.

use crate::stage::{Guest, Running};
use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};

mod console;
mod drag;

pub(crate) use drag::Hand;

/// How long a page may take to show what was waited for. Generous: a machine that runs two journeys at once is busy.
const PATIENCE: Duration = Duration::from_secs(15);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// A screen that people have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    /// For names of pictures and failures.
    pub(crate) name: &'static str,
    width: u32,
    height: u32,
    touch: bool,
}

/// A small phone in a hand.
pub(crate) const PHONE: Screen = Screen {
    name: "360",
    width: 360,
    height: 740,
    touch: true,
};
/// A common laptop.
pub(crate) const LAPTOP: Screen = Screen {
    name: "1280",
    width: 1280,
    height: 800,
    touch: false,
};
/// A beamer or the big screen of a meeting room.
pub(crate) const BEAMER: Screen = Screen {
    name: "1920",
    width: 1920,
    height: 1080,
    touch: false,
};

/// What the system of this person prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    /// As CSS calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A fresh browser: no cookies, a laptop's screen, Dutch and light by preference.
pub(crate) struct Browser {
    driver: WebDriver,
    running: Running,
}

impl Browser {
    /// Starts a browser for the running Kring.
    pub(crate) async fn start(running: Running) -> Result<Self> {
        let mut wishes = ChromeCapabilities::new();
        for flag in [
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            // A browser that only talks to the page under test: no updates, no accounts, no field trials.
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--accept-lang=nl-NL,nl",
        ] {
            wishes.add_arg(flag)?;
        }
        if runs_as_root()? {
            // Chromium refuses its sandbox to root, which is who runs the check in a container.
            wishes.set_no_sandbox()?;
        }
        wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let driver = WebDriver::new(&running.chromedriver, wishes)
            .await
            .context("starting Chromium")?;
        let browser = Self { driver, running };
        browser.screen(LAPTOP).await?;
        browser.scheme(Scheme::Light).await?;
        Ok(browser)
    }

    /// Opens a page of Kring and waits until it has loaded.
    pub(crate) async fn open(&self, path: &str) -> Result<()> {
        self.driver
            .goto(format!("{}{path}", self.running.kring))
            .await
            .with_context(|| format!("opening {path}"))
    }

    /// Path and query of the page we are on.
    pub(crate) async fn path(&self) -> Result<String> {
        let url = self.driver.current_url().await?;
        Ok(url.as_str().trim_start_matches(&self.running.kring).to_owned())
    }

    /// Somebody of the running meeting, counted from 0 in the order in which the demo prints them.
    pub(crate) fn guest(&self, number: usize) -> Result<&Guest> {
        self.running
            .guests
            .get(number)
            .context("the demo printed too few sign-in links")
    }

    /// A second browser on the same Kring, for somebody else. Whoever asks for it quits it.
    pub(crate) async fn another(&self) -> Result<Self> {
        Self::start(self.running.clone()).await
    }

    /// The first visible element for this CSS selector, as soon as there is one.
    pub(crate) async fn one(&self, selector: &str) -> Result<WebElement> {
        let wanted = self
            .driver
            .query(By::Css(selector.to_owned()))
            .wait(PATIENCE, LOOK_AGAIN)
            .and_displayed();
        wanted
            .first()
            .await
            .with_context(|| format!("looking for {selector}"))
    }

    /// Clicks the first visible element for this CSS selector. A page that renews itself may take it away under the
    /// pointer; then it is looked for again.
    pub(crate) async fn press_on(&self, selector: &str) -> Result<()> {
        self.press_by(By::Css(selector.to_owned())).await
    }

    /// As [`Browser::press_on`], for what only `XPath` can say: an element by the text in it.
    pub(crate) async fn press_on_path(&self, path: &str) -> Result<()> {
        self.press_by(By::XPath(path.to_owned())).await
    }

    async fn press_by(&self, by: By) -> Result<()> {
        let mut last = None;
        let pressing = async {
            let mut look = tokio::time::interval(LOOK_AGAIN);
            loop {
                look.tick().await;
                for element in self.driver.find_all(by.clone()).await.unwrap_or_default() {
                    if element.is_displayed().await.unwrap_or(false) {
                        match element.click().await {
                            Ok(()) => return,
                            Err(reason) => last = Some(reason),
                        }
                    }
                }
            }
        };
        let pressed = tokio::time::timeout(PATIENCE, pressing).await;
        pressed.with_context(|| match last {
            Some(reason) => format!("could not press {by:?}: {reason}"),
            None => format!("nothing to press for {by:?}"),
        })
    }

    /// Cuts the line of this browser, or joins it again.
    pub(crate) async fn cut_line(&self, is_cut: bool) -> Result<()> {
        self.devtools("Network.enable", json!({})).await?;
        let line =
            json!({ "offline": is_cut, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", line).await
    }

    /// Lets nothing through to addresses like these (`*` stands for anything), as a network does that forbids them.
    pub(crate) async fn block(&self, addresses: &[&str]) -> Result<()> {
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.setBlockedURLs", json!({ "urls": addresses }))
            .await
    }

    /// Runs a script in every page from now on, before the page's own.
    pub(crate) async fn before_every_page(&self, script: &str) -> Result<()> {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .await
    }

    /// Freezes the page, as telephones do with one that nobody looks at, or wakes it.
    pub(crate) async fn freeze(&self, is_frozen: bool) -> Result<()> {
        let state = if is_frozen { "frozen" } else { "active" };
        self.devtools("Page.setWebLifecycleState", json!({ "state": state }))
            .await
    }

    /// Everything on the page for this CSS selector, now.
    pub(crate) async fn all(&self, selector: &str) -> Result<Vec<WebElement>> {
        Ok(self.driver.find_all(By::Css(selector.to_owned())).await?)
    }

    /// Clicks, and waits until the next page has loaded.
    pub(crate) async fn follow(&self, selector: &str) -> Result<()> {
        let target = self.one(selector).await?;
        self.leave(|| async { Ok(target.click().await?) })
            .await
            .with_context(|| format!("clicking {selector}"))
    }

    /// Does something that leads to another page, and waits until that page has loaded.
    pub(crate) async fn leave(&self, act: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        self.ask::<Value>("window.kringJourneyWasHere = true", &[])
            .await?;
        act().await?;
        self.until(
            "the next page",
            "return !window.kringJourneyWasHere && document.readyState === 'complete'",
        )
        .await
    }

    /// Evaluates a function body in the page.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, script: &str, values: &[Value]) -> Result<T> {
        Ok(self.driver.execute(script, values.to_vec()).await?.convert()?)
    }

    /// Waits until the function body returns true.
    pub(crate) async fn until(&self, what: &str, script: &str) -> Result<()> {
        self.until_within(PATIENCE, what, script).await
    }

    /// The same, for what takes its time by itself.
    pub(crate) async fn until_within(&self, patience: Duration, what: &str, script: &str) -> Result<()> {
        let mut look = tokio::time::interval(LOOK_AGAIN);
        let waiting = async {
            loop {
                look.tick().await;
                // Between two pages there is nothing to ask; that is not yet an answer.
                if self.ask::<bool>(script, &[]).await.unwrap_or(false) {
                    return;
                }
            }
        };
        tokio::time::timeout(patience, waiting)
            .await
            .with_context(|| format!("waited {patience:?} for {what}"))
    }

    /// Presses keys on whatever has the focus.
    pub(crate) async fn press(&self, key: Key) -> Result<()> {
        Ok(self
            .driver
            .action_chain()
            .send_keys(key.value().to_string())
            .perform()
            .await?)
    }

    /// Presses a key while another one is held, such as Alt+Enter.
    pub(crate) async fn press_with(&self, held: Key, key: Key) -> Result<()> {
        let keys = self.driver.action_chain().key_down(held.value());
        Ok(keys
            .send_keys(key.value().to_string())
            .key_up(held.value())
            .perform()
            .await?)
    }

    /// Takes back what was typed last.
    pub(crate) async fn undo(&self) -> Result<()> {
        let keys = self.driver.action_chain().key_down(Key::Control.value());
        Ok(keys.send_keys("z").key_up(Key::Control.value()).perform().await?)
    }

    /// Types a text into whatever has the focus.
    pub(crate) async fn types(&self, text: &str) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(text).perform().await?)
    }

    /// Takes on another screen.
    pub(crate) async fn screen(&self, screen: Screen) -> Result<()> {
        let Screen {
            width, height, touch, ..
        } = screen;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await
    }

    /// Takes on the preference for light or dark. Motion is always reduced: what moves cannot be clicked on.
    pub(crate) async fn scheme(&self, scheme: Scheme) -> Result<()> {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme.name() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }))
            .await
    }

    /// Switches the scripts of pages off, as some networks and some people do.
    pub(crate) async fn without_script(&self) -> Result<()> {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }))
            .await
    }

    /// Sends requests with this language preference.
    pub(crate) async fn prefers(&self, language: &str) -> Result<()> {
        self.devtools("Network.enable", json!({})).await?;
        self.devtools(
            "Network.setExtraHTTPHeaders",
            json!({ "headers": { "Accept-Language": language } }),
        )
        .await
    }

    async fn devtools(&self, method: &str, values: Value) -> Result<()> {
        self.driver
            .cdp()
            .send_raw(method, values)
            .await
            .with_context(|| method.to_owned())?;
        Ok(())
    }

    /// Whether this page greets somebody who is signed in.
    pub(crate) async fn is_signed_in(&self) -> Result<bool> {
        self.ask(
            "return document.querySelector(\"form[action='/sign-out']\") !== null",
            &[],
        )
        .await
    }

    /// The whole page, from top to bottom, as it looks on this screen.
    pub(crate) async fn picture(&self, screen: Screen) -> Result<Vec<u8>> {
        let height: u32 = self
            .ask("return document.documentElement.scrollHeight", &[])
            .await?;
        self.screen(Screen {
            height: height.max(screen.height),
            ..screen
        })
        .await?;
        let picture = self.driver.screenshot_as_png().await?;
        self.screen(screen).await?;
        Ok(picture)
    }

    /// Writes picture and source of the page into the folder; answers the picture's path.
    pub(crate) async fn keep(&self, folder: &Path, name: &str) -> Result<PathBuf> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join(format!("{name}.html")), self.driver.source().await?)?;
        let picture = folder.join(format!("{name}.png"));
        std::fs::write(&picture, self.driver.screenshot_as_png().await?)?;
        Ok(picture)
    }

    /// Fails unless `what` holds, naming the page.
    pub(crate) async fn expect(&self, what: &str, holds: bool) -> Result<()> {
        if !holds {
            bail!("on {}: expected {what}", self.path().await?);
        }
        Ok(())
    }

    /// Ends this browser.
    pub(crate) async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}

fn runs_as_root() -> Result<bool> {
    Ok(std::fs::metadata("/proc/self").context("who runs this?")?.uid() == 0)
}
