//! Which pages there are: found by following links, the way people do, so that a new page is looked at without being
//! named anywhere.

use crate::browser::Browser;
use anyhow::{Result, bail, ensure};
use session::Catalogue;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Who leads the running meeting, by number of [`Browser::guest`].
pub(crate) const FACILITATOR: usize = 0;
/// Who brings the case.
pub(crate) const CASE_OWNER: usize = 1;
/// Who takes part.
pub(crate) const PARTICIPANT: usize = 2;
/// Who takes part as well.
pub(crate) const OTHER_PARTICIPANT: usize = 3;
/// Who organises the programme.
pub(crate) const ORGANISER: usize = 4;

/// Kinds of pages that look the same to everybody: looked at once, without signing in.
pub(crate) const PUBLIC: [&str; 3] = ["start", "methods-id", "demo"];

/// How many pages of one kind are looked at: the first ones stand for the others.
const OF_ONE_KIND: usize = 2;
/// More kinds than Kring has; a limit, so that a link that makes links ends as a failure.
const MOST_PAGES: usize = 100;

/// The ids of all methods, as they stand in the addresses of their pages.
pub(crate) fn method_ids() -> Vec<String> {
    let (catalogue, _) = Catalogue::built_in();
    catalogue.methods().map(|method| method.id.clone()).collect()
}

/// Signs in as somebody, the way one does in a demo: by choosing a name.
pub(crate) async fn sign_in(browser: &Browser, who: usize) -> Result<()> {
    let name = &browser.guest(who)?.name;
    browser.open("/demo").await?;
    let faces = browser.all("form[action='/demo/sign-in'] button").await?;
    for face in faces {
        if face.text().await?.starts_with(name.as_str()) {
            return browser.leave(async || Ok(face.click().await?)).await;
        }
    }
    bail!("{name} is not among the faces of the demo")
}

/// Opens a page and every page that can be reached from it, except those of `known` kinds, and hands each one's name to
/// `look`. Of pages that differ only in an id, the first ones are taken. Answers all names: a visit that came nowhere
/// proves nothing.
pub(crate) async fn visit_from(
    browser: &Browser,
    start: &str,
    known: &[&str],
    look: impl AsyncFn(&str) -> Result<()>,
) -> Result<Vec<String>> {
    let mut seen = BTreeSet::from([start.to_owned()]);
    let mut waiting = VecDeque::from([start.to_owned()]);
    let mut of_kind: BTreeMap<String, usize> = BTreeMap::new();
    let mut visited = Vec::new();
    while let Some(path) = waiting.pop_front() {
        let kind = kind_of(&path);
        let number = of_kind.entry(kind.clone()).or_default();
        *number += 1;
        if *number > OF_ONE_KIND || known.contains(&kind.as_str()) {
            continue;
        }
        ensure!(
            visited.len() < MOST_PAGES,
            "more than {MOST_PAGES} kinds of pages; the last is {path}"
        );
        let name = format!("{kind}-{number}");
        browser.open(&path).await?;
        look(&name).await?;
        visited.push(name);
        for link in links(browser).await? {
            if seen.insert(link.clone()) {
                waiting.push_back(link);
            }
        }
    }
    Ok(visited)
}

/// The paths of the page's links into Kring. What ends like a file, or is there to be saved, is for another program.
async fn links(browser: &Browser) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map(link => link.pathname)
        .filter(path => !/[.][a-z]+$/.test(path))";
    browser.ask(script, &[]).await
}

/// What pages that differ only in an id have in common: `/meetings/0192…` is `meetings-id`.
fn kind_of(path: &str) -> String {
    let parts = path.trim_matches('/').split('/');
    let parts = parts.map(|part| {
        if part.len() == ID_LENGTH && part.contains('-') {
            "id"
        } else {
            part
        }
    });
    let kind: Vec<_> = parts.collect();
    match kind.as_slice() {
        [""] => "start".to_owned(),
        // Every method has its own page, and they are all alike.
        ["methods", _] => "methods-id".to_owned(),
        _ => kind.join("-"),
    }
}

/// The length of a UUID as text.
const ID_LENGTH: usize = 36;
