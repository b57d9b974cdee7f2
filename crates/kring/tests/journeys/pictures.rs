//! Pictures of every page for people who judge how Kring looks: three screens, two languages, light and dark.

use crate::accessibility::method_ids;
use crate::browser::{BEAMER, Browser, LAPTOP, PHONE, Scheme};
use crate::stage::Stage;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Takes pictures of all pages with `wanted` in their name, into the folder `screenshots` at the root of the repository.
pub(crate) fn take(stage: &Stage, wanted: &str) -> Result<()> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../screenshots");
    std::fs::create_dir_all(&folder).context("making the folder for the pictures")?;
    stage.run("pictures", async |browser| {
        for language in ["nl", "en"] {
            browser.prefers(language).await?;
            take_in(browser, language, wanted, &folder).await?;
        }
        Ok(())
    })
}

async fn take_in(browser: &Browser, language: &str, wanted: &str, folder: &Path) -> Result<()> {
    let pages = std::iter::once(("start".to_owned(), "/".to_owned()))
        .chain(method_ids().map(|id| (format!("method-{id}"), format!("/methods/{id}"))));
    for (name, path) in pages.filter(|(name, _)| name.contains(wanted)) {
        browser.open(&path).await?;
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.scheme(scheme).await?;
            for screen in [PHONE, LAPTOP, BEAMER] {
                browser.screen(screen).await?;
                let file = folder.join(format!("{name}-{}-{language}-{}.png", screen.name, scheme.name()));
                std::fs::write(&file, browser.picture(screen).await?)
                    .with_context(|| format!("writing {}", file.display()))?;
            }
        }
    }
    Ok(())
}
