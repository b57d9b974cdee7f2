//! Somebody who looks for a way to hold a meeting finds a method and reads how it goes.

use crate::Journeys;
use crate::browser::Browser;
use crate::pages::method_ids;
use anyhow::{Context, Result, ensure};
use session::{Catalogue, Language};
use std::collections::BTreeSet;

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(
        list: the_start_page_lists_every_method,
        a_method_page_shows_every_step_in_order,
        eight_people_with_small_questions_get_suggestions_with_reasons
    );
}

async fn the_start_page_lists_every_method(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    let links: BTreeSet<String> = browser
        .ask(
            "return [...document.querySelectorAll('main a[href^=\"/methods/\"]')].map(link => link.pathname)",
            &[],
        )
        .await?;
    let expected: BTreeSet<String> = method_ids()
        .into_iter()
        .map(|id| format!("/methods/{id}"))
        .collect();
    ensure!(expected.len() >= 2, "there is no catalogue to compare with");
    let missing: Vec<_> = expected.difference(&links).collect();
    ensure!(missing.is_empty(), "missing on the start page: {missing:?}");
    Ok(())
}

async fn a_method_page_shows_every_step_in_order(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    browser.follow("main a[href='/methods/focusmethode']").await?;
    let (catalogue, _) = Catalogue::built_in();
    let method = catalogue
        .get("focusmethode")
        .context("the focus method is in the catalogue")?;
    let title = browser.one("h1").await?.text().await?;
    browser
        .expect(
            "the method's name as heading",
            title.contains(method.name.get(Language::Nl)),
        )
        .await?;
    let page = browser.one("main").await?.text().await?;
    let steps: Vec<_> = method
        .steps
        .iter()
        .map(|step| step.title.get(Language::Nl))
        .collect();
    in_order(&page, &steps)
}

async fn eight_people_with_small_questions_get_suggestions_with_reasons(browser: &Browser) -> Result<()> {
    search(browser, &[("people", "8"), ("minutes", "90")], "small_questions").await?;
    let unexplained: Vec<String> = browser
        .ask(
            "return [...document.querySelectorAll('#results article')]
                     .filter(card => !card.querySelector('.reasons li')).map(card => card.innerText)",
            &[],
        )
        .await?;
    ensure!(
        unexplained.is_empty(),
        "suggested without a reason: {unexplained:?}"
    );
    browser.one("#results a[href='/methods/speedsparren']").await?;
    let kept = browser.one("input[name='people']").await?.value().await?;
    browser
        .expect("the answers still in the form", kept.as_deref() == Some("8"))
        .await
}

/// Fills in the questions of the start page and sends them.
async fn search(browser: &Browser, numbers: &[(&str, &str)], question: &str) -> Result<()> {
    browser.open("/").await?;
    for (field, answer) in numbers {
        browser
            .one(&format!("input[name='{field}']"))
            .await?
            .send_keys(*answer)
            .await?;
    }
    browser
        .one(&format!("select[name='question'] option[value='{question}']"))
        .await?
        .click()
        .await?;
    browser.follow("form[method='get'] button").await
}

/// Fails unless the texts stand in the page in this order.
fn in_order(page: &str, texts: &[&str]) -> Result<()> {
    let mut rest = page;
    for text in texts {
        let (_, after) = rest
            .split_once(text)
            .with_context(|| format!("{text:?} is missing, or out of order, in:\n{page}"))?;
        rest = after;
    }
    Ok(())
}
