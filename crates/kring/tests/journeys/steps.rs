//! Pictures of a whole method in the room: every step through the eyes of facilitator, case owner, participant and big screen.
//!
//! The room is a rehearsal, so that robots write what stands on the pictures. Its robots stand still until they are asked, and the
//! one person in it writes nothing: their page shows the field that waits for them.

use crate::browser::{BEAMER, Browser, LAPTOP, PHONE, Scheme};
use crate::pages::{self, PARTICIPANT};
use crate::room::SHOWS_EVERYTHING;
use anyhow::{Context, Result, bail};
use std::path::Path;

/// Methods that differ most from each other, for whoever names none.
const METHODS: [&str; 6] = [
    "focusmethode",
    "speedsparren",
    "roddelmethode",
    "tienstappenmethode",
    "zes-denkhoeden",
    "dilemmamethode",
];

/// Whose page is seen, and what its address ends with. The robot that leads sits on seat 0, the case owner on seat 1.
const VIEWS: [(&str, &str); 4] = [
    ("facilitator", "?as=0"),
    ("owner", "?as=1"),
    ("participant", ""),
    ("screen", "/screen"),
];

/// More steps than any method has.
const MOST: usize = 120;

/// What is on the pictures.
pub(crate) struct Wanted {
    methods: Vec<String>,
    language: &'static str,
    scheme: Scheme,
}

impl Wanted {
    /// Reads words such as `focusmethode en dark`.
    pub(crate) fn of(words: &[String]) -> Self {
        let has = |word: &str| words.iter().any(|other| other == word);
        let settings = ["nl", "en", "light", "dark"];
        let named = words.iter().filter(|word| !settings.contains(&word.as_str()));
        let mut methods: Vec<String> = named.cloned().collect();
        if methods.is_empty() {
            methods = METHODS.map(ToOwned::to_owned).to_vec();
        }
        Self {
            methods,
            language: if has("en") { "en" } else { "nl" },
            scheme: if has("dark") { Scheme::Dark } else { Scheme::Light },
        }
    }
}

/// Plays the methods and takes pictures of every step.
pub(crate) async fn take(browser: &Browser, wanted: &Wanted, folder: &Path) -> Result<()> {
    browser.prefers(wanted.language).await?;
    browser.scheme(wanted.scheme).await?;
    pages::sign_in(browser, PARTICIPANT).await?;
    for method in &wanted.methods {
        let album = Album {
            browser,
            wanted,
            folder,
            method,
            room: begin(browser, method).await?,
        };
        album
            .fill()
            .await
            .with_context(|| format!("pictures of {method}"))?;
    }
    Ok(())
}

/// Starts a rehearsal; answers the path of its room.
async fn begin(browser: &Browser, method: &str) -> Result<String> {
    browser.screen(LAPTOP).await?;
    browser.open(&format!("/rehearsals?method={method}")).await?;
    browser
        .ask::<()>("document.querySelector('select[name=pace]').value = 'still'", &[])
        .await?;
    browser.follow("form[action='/rehearsals'] button").await?;
    browser.path().await
}

/// The pictures of one method.
struct Album<'a> {
    browser: &'a Browser,
    wanted: &'a Wanted,
    folder: &'a Path,
    method: &'a str,
    room: String,
}

impl Album<'_> {
    async fn fill(&self) -> Result<()> {
        for number in 0..MOST {
            self.press("button[name=only]").await?;
            self.page(&format!("{number:02}")).await?;
            if self.shows_hidden().await? {
                self.page(&format!("{number:02}b")).await?;
            }
            if !self.press(".rehearsal-on button:not([name])").await? {
                return Ok(());
            }
        }
        bail!("this has no end")
    }

    /// Presses a button above the own page, if it is there.
    async fn press(&self, button: &str) -> Result<bool> {
        self.browser.open(&self.room).await?;
        let is_there = !self.browser.all(button).await?.is_empty();
        if is_there {
            self.browser.follow(button).await?;
        }
        Ok(is_there)
    }

    /// Whoever leads shows what was written blind.
    async fn shows_hidden(&self) -> Result<bool> {
        self.browser.open(&format!("{}?as=0", self.room)).await?;
        let reveal = "form[id^='form-reveal'] button";
        let is_hidden = !self.browser.all(reveal).await?.is_empty();
        if is_hidden {
            self.browser.press_on(reveal).await?;
            let gone = format!("return document.querySelector(\"{reveal}\") === null");
            self.browser.until("shown", &gone).await?;
        }
        Ok(is_hidden)
    }

    /// This moment, through all eyes, on all screens.
    async fn page(&self, number: &str) -> Result<()> {
        for (name, end) in VIEWS {
            self.browser.open(&format!("{}{end}", self.room)).await?;
            for screen in [PHONE, LAPTOP, BEAMER] {
                self.browser.screen(screen).await?;
                if name == "screen" && screen.name != PHONE.name {
                    // It makes itself fit a moment after it became larger or smaller.
                    self.browser
                        .until("nothing to scroll to", SHOWS_EVERYTHING)
                        .await?;
                }
                let picture = self.browser.picture(screen).await?;
                let file = format!(
                    "room-{}-{number}-{name}-{}-{}-{}.png",
                    self.method,
                    screen.name,
                    self.wanted.language,
                    self.wanted.scheme.name()
                );
                let file = self.folder.join(file);
                std::fs::write(&file, picture).with_context(|| format!("writing {}", file.display()))?;
            }
        }
        Ok(())
    }
}
