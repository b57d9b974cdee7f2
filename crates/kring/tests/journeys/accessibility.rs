//! No page has anything that axe-core knows to be in the way of people, on a phone and on a laptop, light and dark, in
//! both languages. What a program cannot see (is the order sensible, is the text clear) is not proven by this.

use crate::Journeys;
use crate::browser::{BEAMER, Browser, LAPTOP, PHONE, Scheme};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use session::Catalogue;

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(
        list: axe_finds_nothing_on_the_start_page,
        axe_finds_nothing_on_any_method_page,
        axe_finds_nothing_on_a_page_that_does_not_exist,
        no_page_scrolls_sideways
    );
}

async fn axe_finds_nothing_on_the_start_page(browser: &Browser) -> Result<()> {
    for language in ["nl", "en"] {
        browser.prefers(language).await?;
        finds_nothing(browser, "/").await?;
    }
    Ok(())
}

async fn axe_finds_nothing_on_any_method_page(browser: &Browser) -> Result<()> {
    for id in method_ids() {
        finds_nothing(browser, &format!("/methods/{id}")).await?;
    }
    Ok(())
}

async fn axe_finds_nothing_on_a_page_that_does_not_exist(browser: &Browser) -> Result<()> {
    finds_nothing(browser, "/no-such-page").await?;
    // The missing page itself is the one thing the console may tell.
    let complaints = browser.complaints().await?;
    ensure!(
        complaints.iter().all(|line| line.contains("404")),
        "{complaints:#?}"
    );
    Ok(())
}

async fn no_page_scrolls_sideways(browser: &Browser) -> Result<()> {
    for path in std::iter::once("/".to_owned()).chain(method_ids().map(|id| format!("/methods/{id}"))) {
        browser.open(&path).await?;
        for screen in [PHONE, LAPTOP, BEAMER] {
            browser.screen(screen).await?;
            let question =
                "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
            let overhang: i64 = browser.ask(question, &[]).await?;
            ensure!(
                overhang == 0,
                "{path} is {overhang} px wider than a screen of {} px",
                screen.name
            );
        }
    }
    Ok(())
}

/// The ids of all methods, as they stand in the addresses of their pages.
pub(crate) fn method_ids() -> impl Iterator<Item = String> {
    let (catalogue, _) = Catalogue::built_in();
    catalogue
        .methods()
        .map(|method| method.id.clone())
        .collect::<Vec<_>>()
        .into_iter()
}

/// How many places of one violation are told; a colour that is wrong is wrong everywhere.
const SHOWN: usize = 3;

/// One rule that a page breaks, as axe-core reports it.
#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary")]
    summary: String,
}

async fn finds_nothing(browser: &Browser, path: &str) -> Result<()> {
    browser.open(path).await?;
    // Through the driver, so the page's own policy stays as it is.
    browser.ask::<Value>(&axe()?, &[]).await?;
    for scheme in [Scheme::Light, Scheme::Dark] {
        browser.scheme(scheme).await?;
        for screen in [PHONE, LAPTOP] {
            browser.screen(screen).await?;
            let question =
                "return axe.run({ resultTypes: ['violations'] }).then(result => result.violations)";
            let violations: Vec<Violation> = browser.ask(question, &[]).await?;
            let told: Vec<_> = violations.iter().map(describe).collect();
            ensure!(
                told.is_empty(),
                "{path}, {} px, {}:\n{}",
                screen.name,
                scheme.name(),
                told.join("\n")
            );
        }
    }
    Ok(())
}

fn describe(violation: &Violation) -> String {
    let Violation { id, help, nodes } = violation;
    let shown = nodes
        .iter()
        .take(SHOWN)
        .map(|node| format!("\n    {}\n    {}", node.html, node.summary));
    let more = nodes.len().saturating_sub(SHOWN);
    format!(
        "  {id}: {help}{}\n    and {more} more of this",
        shown.collect::<String>()
    )
}

/// The source of axe-core.
fn axe() -> Result<String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the path of a test tool is no setting of Kring"
    )]
    let file = std::env::var("KRING_AXE")
        .context("KRING_AXE must name axe-core's axe.min.js; ./check brings it and sets it")?;
    std::fs::read_to_string(&file).with_context(|| format!("reading axe-core from {file}"))
}
