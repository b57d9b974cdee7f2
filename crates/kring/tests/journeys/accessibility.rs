//! Nothing that axe-core knows to be in the way of people, and nothing wider than the screen: on a phone and on a laptop,
//! light and dark. What a program cannot see (is the order sensible, is the text clear) is not proven by this.

use crate::Journeys;
use crate::browser::{BEAMER, Browser, LAPTOP, PHONE, Scheme};
use crate::pages::{self, method_ids};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(
        list: pages_without_signing_in_are_in_nobodys_way,
        english_pages_are_in_nobodys_way,
        method_pages_are_in_nobodys_way,
        a_page_that_does_not_exist_is_in_nobodys_way,
        pages_of_a_facilitator_are_in_nobodys_way,
        pages_of_a_case_owner_are_in_nobodys_way,
        pages_of_an_organiser_are_in_nobodys_way
    );
}

async fn pages_without_signing_in_are_in_nobodys_way(browser: &Browser) -> Result<()> {
    visit_all(browser, "/", &[], "demo-1").await?;
    browser
        .open("/?people=8&minutes=90&question=small_questions")
        .await?;
    is_in_nobodys_way(browser).await
}

async fn english_pages_are_in_nobodys_way(browser: &Browser) -> Result<()> {
    browser.prefers("en").await?;
    for path in ["/", "/methods/focusmethode", "/sign-in"] {
        browser.open(path).await?;
        is_in_nobodys_way(browser).await?;
    }
    Ok(())
}

async fn method_pages_are_in_nobodys_way(browser: &Browser) -> Result<()> {
    for id in method_ids() {
        browser.open(&format!("/methods/{id}")).await?;
        is_in_nobodys_way(browser).await?;
    }
    Ok(())
}

async fn a_page_that_does_not_exist_is_in_nobodys_way(browser: &Browser) -> Result<()> {
    browser.open("/no-such-page").await?;
    is_in_nobodys_way(browser).await?;
    browser.complains_only_of_status("404").await
}

async fn pages_of_a_facilitator_are_in_nobodys_way(browser: &Browser) -> Result<()> {
    pages_of(browser, pages::FACILITATOR, "meetings-id-1").await
}

async fn pages_of_a_case_owner_are_in_nobodys_way(browser: &Browser) -> Result<()> {
    pages_of(browser, pages::CASE_OWNER, "meetings-id-1").await
}

async fn pages_of_an_organiser_are_in_nobodys_way(browser: &Browser) -> Result<()> {
    pages_of(browser, pages::ORGANISER, "programmes-id-1").await
}

async fn pages_of(browser: &Browser, who: usize, certain: &str) -> Result<()> {
    pages::sign_in(browser, who).await?;
    visit_all(browser, "/my", &pages::PUBLIC, certain).await
}

/// Looks at every page that can be reached; one of them must be `certain`.
async fn visit_all(browser: &Browser, start: &str, known: &[&str], certain: &str) -> Result<()> {
    let visited =
        pages::visit_from(browser, start, known, async |_| is_in_nobodys_way(browser).await).await?;
    ensure!(
        visited.iter().any(|name| name == certain),
        "{certain} was not reached, only {visited:?}"
    );
    Ok(())
}

/// Looks at the page that is open.
pub(crate) async fn is_in_nobodys_way(browser: &Browser) -> Result<()> {
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
            let page = browser.path().await?;
            ensure!(
                told.is_empty(),
                "{page}, {} px, {}:\n{}",
                screen.name,
                scheme.name(),
                told.join("\n")
            );
        }
    }
    fits_every_screen(browser).await
}

async fn fits_every_screen(browser: &Browser) -> Result<()> {
    for screen in [PHONE, LAPTOP, BEAMER] {
        browser.screen(screen).await?;
        let question = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
        let overhang: i64 = browser.ask(question, &[]).await?;
        let page = browser.path().await?;
        ensure!(
            overhang == 0,
            "{page} is {overhang} px wider than a screen of {} px",
            screen.name
        );
    }
    Ok(())
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
