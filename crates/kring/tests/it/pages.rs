//! What must hold on every page: no inline script or style, headings in order, ids once, everything labelled.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};
use session::Catalogue;
use session::model::Kind;

use crate::site::{Site, run, texts};

/// Every page that needs no signing in.
pub(crate) fn paths() -> Vec<String> {
    let (catalogue, _) = Catalogue::built_in();
    let methods = catalogue
        .of(Kind::Method)
        .map(|method| format!("/methods/{}", method.id));
    let fixed = [
        "/",
        "/?people=8&minutes=60&question=stuck&trust=known",
        "/?people=no",
        "/?people=60&minutes=10",
        "/methods/focusmethode/pack",
        "/methods/speedsparren/pack?people=7",
        "/sign-in",
        "/sign-in/0000",
        "/p/unknown",
        "/p/unknown/apply",
        "/applications/0000",
        "/o/unknown",
        "/sign-ups/0000",
        "/nowhere",
    ];
    fixed.into_iter().map(str::to_owned).chain(methods).collect()
}

#[test]
fn every_page_is_well_made_in_both_languages() {
    run(async {
        let site = Site::new().await;
        let mut faults = Vec::new();
        for language in ["nl", "en"] {
            for path in paths() {
                let page = site.get_in(language, &path).await.page();
                faults.extend(
                    check(&page, language)
                        .into_iter()
                        .map(|fault| format!("{language} {path}: {fault}")),
                );
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

fn all<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

pub(crate) fn check(page: &Html, language: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if all(page, &format!("html[lang={language}]")).is_empty() {
        faults.push("the language is not said".to_owned());
    }
    if texts(page, "title")
        .concat()
        .trim_end_matches("· Kring")
        .trim()
        .is_empty()
    {
        faults.push("no title".to_owned());
    }
    inline(page, &mut faults);
    headings(page, &mut faults);
    ids(page, &mut faults);
    labels(page, &mut faults);
    faults
}

/// The content security policy would refuse these.
fn inline(page: &Html, faults: &mut Vec<String>) {
    for element in all(page, "*") {
        for (name, _) in element.value().attrs() {
            if name == "style" || name.starts_with("on") {
                faults.push(format!("<{}> has the attribute {name}", element.value().name()));
            }
        }
    }
    // Data for search engines is a script element that runs nothing.
    let inline = "style, script:not([src]):not([type='application/ld+json'])";
    if !all(page, inline).is_empty() {
        faults.push("an inline style or script".to_owned());
    }
}

/// One first heading, and no level left out on the way down.
fn headings(page: &Html, faults: &mut Vec<String>) {
    if all(page, "h1").len() != 1 {
        faults.push(format!("{} first headings", all(page, "h1").len()));
    }
    let mut before = 0;
    for heading in all(page, "h1, h2, h3, h4, h5, h6") {
        let level: u32 = heading.value().name().trim_start_matches('h').parse().unwrap();
        if level > before + 1 {
            faults.push(format!(
                "<h{level}> after <h{before}>: {}",
                heading.text().collect::<String>()
            ));
        }
        before = level;
    }
}

fn ids(page: &Html, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for element in all(page, "[id]") {
        let id = element.attr("id").unwrap();
        if id.is_empty() || !seen.insert(id) {
            faults.push(format!("the id {id:?} stands twice"));
        }
    }
    for (attribute, selector) in [
        ("aria-labelledby", "[aria-labelledby]"),
        ("aria-describedby", "[aria-describedby]"),
        ("for", "label[for]"),
    ] {
        for element in all(page, selector) {
            for id in element.attr(attribute).unwrap().split_whitespace() {
                if !seen.contains(id) {
                    faults.push(format!("{attribute} points at {id:?}, which is not there"));
                }
            }
        }
    }
    for link in all(page, "a[href^='#']") {
        let target = link.attr("href").unwrap().trim_start_matches('#');
        if !seen.contains(target) {
            faults.push(format!("a link leads to #{target}, which is not there"));
        }
    }
}

/// What can be used has a name, pictures too.
fn labels(page: &Html, faults: &mut Vec<String>) {
    for input in all(page, "input:not([type=hidden]), select, textarea") {
        let id = input.attr("id").unwrap_or_default();
        if all(page, &format!("label[for='{id}']")).is_empty() {
            faults.push(format!("the field {id:?} has no label"));
        }
    }
    for element in all(page, "a, button, summary") {
        if element.text().collect::<String>().trim().is_empty() {
            faults.push(format!("an empty <{}>", element.value().name()));
        }
    }
    for picture in all(page, "svg") {
        let is_named = picture.attr("role") == Some("img") && picture.attr("aria-labelledby").is_some();
        if !is_named && picture.attr("aria-hidden") != Some("true") {
            faults.push("a picture without a name that is not hidden either".to_owned());
        }
    }
}
