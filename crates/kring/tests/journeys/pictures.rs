//! Pictures of every page for people who judge how Kring looks: three screens, two languages, light and dark.

use crate::browser::{BEAMER, Browser, LAPTOP, PHONE, Scheme};
use crate::pages::{self, method_ids};
use crate::stage::Stage;
use crate::steps::{self, Wanted};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Takes pictures into the folder `screenshots` at the root of the repository: of all pages with the first word in their name, or of
/// the room in every step when the words begin with `room`.
pub(crate) fn take(stage: &Stage, words: &[String]) -> Result<()> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../screenshots");
    std::fs::create_dir_all(&folder).context("making the folder for the pictures")?;
    if let Some(("room", methods)) = words.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        let wanted = Wanted::of(methods);
        return stage.run("pictures", async |browser| {
            steps::take(browser, &wanted, &folder).await
        });
    }
    let wanted = words.first().map_or("", String::as_str);
    let camera = &Camera {
        folder: &folder,
        wanted,
    };
    stage.run("pictures", async |browser| {
        for id in method_ids() {
            browser.open(&format!("/methods/{id}")).await?;
            camera.take(browser, &format!("method-{id}")).await?;
        }
        pages::visit_from(browser, "/", &["methods-id"], async |name| {
            camera.take(browser, name).await
        })
        .await?;
        Ok(())
    })?;
    for (role, who) in [
        ("facilitator", pages::FACILITATOR),
        ("owner", pages::CASE_OWNER),
        ("organiser", pages::ORGANISER),
    ] {
        stage.run("pictures", async |browser| {
            pages::sign_in(browser, who).await?;
            pages::visit_from(browser, "/my", &pages::PUBLIC, async |name| {
                camera.take(browser, &format!("{role}-{name}")).await
            })
            .await?;
            Ok(())
        })?;
    }
    Ok(())
}

/// Where pictures go, and which.
struct Camera<'a> {
    folder: &'a Path,
    wanted: &'a str,
}

impl Camera<'_> {
    /// The open page, on every screen, in both languages, light and dark.
    async fn take(&self, browser: &Browser, name: &str) -> Result<()> {
        if !name.contains(self.wanted) {
            return Ok(());
        }
        let path = browser.path().await?;
        for language in ["en", "nl"] {
            browser.prefers(language).await?;
            browser.open(&path).await?;
            for scheme in [Scheme::Light, Scheme::Dark] {
                browser.scheme(scheme).await?;
                for screen in [PHONE, LAPTOP, BEAMER] {
                    browser.screen(screen).await?;
                    let file = format!("{name}-{}-{language}-{}.png", screen.name, scheme.name());
                    let file = self.folder.join(file);
                    let picture = browser.picture(screen).await?;
                    std::fs::write(&file, picture).with_context(|| format!("writing {}", file.display()))?;
                }
            }
        }
        Ok(())
    }
}
