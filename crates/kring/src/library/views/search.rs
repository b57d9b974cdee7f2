//! The page on which somebody looks for something, and what reads alike while somebody writes.

use ::search::{Hit, How, Why};
use maud::{Markup, html};
use ui::locale::and_list;
use ui::{Choice, Field, Tone, button, choice_field, empty, hidden, notice, tags, text_field};

use super::labels::{category, label, theme};
use crate::library::finding::{Asked, Near, PAGE};
use crate::library::known::Facets;
use crate::library::rules::{CATEGORIES, THEMES};
use crate::library::text::Text;
use crate::web::{Html, LINE, Visitor};
use crate::words::Words;

/// What the page shows.
pub(in crate::library) struct Shown<'a> {
    pub(in crate::library) asked: &'a Asked,
    pub(in crate::library) facets: Facets,
    /// How many were found in all.
    pub(in crate::library) total: usize,
    pub(in crate::library) hits: Vec<(Hit, Text)>,
    /// How many entries wait for this person to check them.
    pub(in crate::library) waiting: usize,
}

pub(in crate::library) fn search(visitor: &Visitor, shown: &Shown<'_>) -> Html {
    let words = visitor.words();
    let body = html! {
        div.library {
            header {
                h1 { (words.library_name()) }
                p.lead { (words.library_lead()) }
            }
            @if shown.waiting > 0 {
                (notice(Tone::Warning, &html! { p { a href="/library/checks" { (words.library_waiting(shown.waiting)) } } }))
            }
            (form(words, shown))
            @if shown.facets.count == 0 { (empty(&words.library_empty(), &words.library_empty_text(), &html! {})) }
            @else { (results(visitor, shown)) }
            p { a href="/library/wishes" { (words.library_to_wishes()) } }
            p { a href="/library/mine" { (words.library_to_mine()) } }
        }
    };
    let mut trail = super::to_library(visitor);
    trail.pop();
    visitor.page(&words.library_name(), None, &trail, body)
}

fn form(words: &Words, shown: &Shown<'_>) -> Markup {
    let asked = shown.asked;
    let fixed = |list: &[&str], name: fn(&Words, &str) -> String| -> Vec<Choice> {
        let choices = list.iter().map(|word| Choice {
            value: (*word).to_owned(),
            label: name(words, word),
        });
        std::iter::once(all(words)).chain(choices).collect()
    };
    let free = |list: &mut dyn Iterator<Item = &String>| -> Vec<Choice> {
        let choices = list.map(|word| Choice {
            value: word.clone(),
            label: word.clone(),
        });
        std::iter::once(all(words)).chain(choices).collect()
    };
    let selects = [
        ("theme", words.library_theme(), fixed(&THEMES, theme)),
        ("category", words.library_category(), fixed(&CATEGORIES, category)),
        (
            "intervention",
            words.library_intervention(),
            free(&mut shown.facets.interventions.iter()),
        ),
        ("job", words.library_job(), free(&mut shown.facets.jobs.iter())),
    ];
    let (label, hint) = (words.library_words(), words.library_words_help());
    let sought = Field {
        name: "words",
        label: &label,
        hint: &hint,
        value: &asked.words,
        problem: None,
    };
    let is_filtered = asked.filters().iter().any(|(_, word)| !word.is_empty());
    html! {
        form.library-search role="search" method="get" action="/library" {
            div.library-words {
                (text_field(&sought, LINE))
                (button(&words.library_search()))
            }
            details open[is_filtered] {
                summary { (words.library_filters()) }
                div.library-filters {
                    @for (name, label, choices) in &selects {
                        @let value = asked.filters().iter().find(|(field, _)| field == name).map_or("", |(_, word)| *word);
                        (choice_field(&Field { name, label, hint: "", value, problem: None }, choices))
                    }
                }
            }
        }
    }
}

fn all(words: &Words) -> Choice {
    Choice {
        value: String::new(),
        label: words.library_all(),
    }
}

fn results(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    html! {
        section aria-labelledby="results" {
            h2 id="results" {
                @if shown.asked.is_empty() { (words.library_newest()) } @else { (words.library_found(shown.total)) }
            }
            @if shown.hits.is_empty() { p { (words.library_nothing()) } }
            ol.library-hits {
                @for (hit, text) in &shown.hits {
                    li {
                        h3 { a href={ "/library/entries/" (hit.id) } lang="nl" { (text.of("title")) } }
                        p lang="nl" { (text.of("question")) }
                        (labelled(words, text))
                        @if !hit.why.is_empty() { p.small.library-why { (why(visitor, &hit.why)) } }
                    }
                }
            }
            (turn(words, shown))
        }
    }
}

/// What an entry is about, in the words of the lists.
pub(super) fn labelled(words: &Words, text: &Text) -> Markup {
    let themes = text.themes.iter().map(|word| label(words, "theme", word));
    let categories = text.categories.iter().map(|word| label(words, "category", word));
    let all: Vec<String> = themes
        .chain(text.interventions.iter().cloned())
        .chain(categories)
        .collect();
    html! { @if !all.is_empty() { (tags(&all)) } }
}

/// Why it was found, for each word that was asked.
fn why(visitor: &Visitor, why: &[Why]) -> String {
    let words = visitor.words();
    let reasons: Vec<String> = why
        .iter()
        .map(|one| {
            let (asked, found) = (one.asked.as_str(), one.found.as_str());
            match one.how {
                How::Literal => words.library_why_literal(found),
                How::Stem | How::Verb => words.library_why_form(asked, found),
                How::Part => words.library_why_part(asked, found),
                How::Synonym => words.library_why_synonym(asked, found),
                How::Typo => words.library_why_typo(asked, found),
            }
        })
        .collect();
    words.library_why(and_list(visitor.language, &reasons))
}

/// The other pages of what was found.
fn turn(words: &Words, shown: &Shown<'_>) -> Markup {
    let (page, pages) = (shown.asked.page(), shown.total.div_ceil(PAGE));
    html! {
        @if pages > 1 {
            form.pager method="get" action="/library" {
                (hidden("words", &shown.asked.words))
                @for (field, word) in shown.asked.filters() { (hidden(field, word)) }
                @if page > 1 { button.button.quiet name="page" value=(page - 1) { (words.community_earlier()) } }
                span { (words.library_page(page, pages)) }
                @if page < pages { button.button.quiet name="page" value=(page + 1) { (words.community_later()) } }
            }
        }
    }
}

/// What reads alike the text that somebody writes; nothing when there is nothing.
pub(crate) fn near(visitor: &Visitor, near: &[Near]) -> Markup {
    let words = visitor.words();
    html! {
        @if !near.is_empty() {
            section.library-near aria-labelledby="near-title" {
                h2 id="near-title" { (words.library_near()) }
                ul {
                    @for one in near {
                        li {
                            details {
                                summary { span lang="nl" { (one.title) } }
                                p.library-text lang="nl" { (one.advice) }
                                p { a href={ "/library/entries/" (one.id) } { (words.library_near_read()) } }
                            }
                            @if !one.why().is_empty() { p.small.library-why { (why(visitor, one.why())) } }
                        }
                    }
                }
            }
        }
    }
}
