//! The small parts pages are built from.

use maud::{Markup, html};

use crate::page::Crumb;
use crate::{Icon, icon};

/// How a notice sounds. The tone is also in the words and the icon; colour alone carries nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Calm,
    /// It worked.
    Good,
    /// Something needs attention.
    Warning,
    /// It did not work.
    Problem,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Calm => "notice calm",
            Self::Good => "notice good",
            Self::Warning => "notice warning",
            Self::Problem => "notice problem",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Calm => Icon::Info,
            Self::Good => Icon::Check,
            Self::Warning | Self::Problem => Icon::Alert,
        }
    }
}

/// A message above the content. Problems are announced at once by a screen reader, the others politely.
pub fn notice(tone: Tone, text: &Markup) -> Markup {
    let role = if tone == Tone::Problem { "alert" } else { "status" };
    html! {
        div class=(tone.class()) role=(role) {
            (icon(tone.icon()))
            div { (text) }
        }
    }
}

/// The button that does what the page is for.
pub fn button(label: &str) -> Markup {
    html! { button.button type="submit" { (label) } }
}

/// A link that looks like a button, for going somewhere.
pub fn button_link(label: &str, href: &str) -> Markup {
    html! { a.button href=(href) { (label) } }
}

/// A card in a list: a link with a picture, a sentence and a few facts.
pub struct Card {
    /// Its name, which is the link.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// One sentence.
    pub summary: String,
    /// A picture beside the text.
    pub picture: Option<Markup>,
    /// What stands under the sentence.
    pub detail: Markup,
}

/// A card; the whole surface leads to its page, the name is what a screen reader reads as link.
pub fn card(card: &Card) -> Markup {
    html! {
        article.card {
            @if let Some(picture) = &card.picture {
                div.card-picture { (picture) }
            }
            div.card-text {
                h3 { a href=(card.href) { (card.title) } }
                p { (card.summary) }
                (card.detail)
            }
        }
    }
}

/// Short facts with an icon each: minutes, people, trust.
pub fn facts(items: &[(Icon, String)]) -> Markup {
    html! {
        ul.facts {
            @for (which, text) in items {
                li { (icon(*which)) span { (text) } }
            }
        }
    }
}

/// Short words in small frames.
pub fn tags<S: AsRef<str>>(items: &[S]) -> Markup {
    html! {
        @if !items.is_empty() {
            ul.tags {
                @for item in items { li { (item.as_ref()) } }
            }
        }
    }
}

/// What a page shows when there is nothing yet: what this place is for, and what to do first.
pub fn empty(title: &str, text: &str, action: &Markup) -> Markup {
    html! {
        section.empty {
            h2 { (title) }
            p { (text) }
            (action)
        }
    }
}

/// The trail from the start page to here; the last name is the page itself and no link.
pub fn breadcrumbs(label: &str, trail: &[Crumb], here: &str) -> Markup {
    html! {
        nav.breadcrumbs aria-label=(label) {
            ol {
                @for crumb in trail {
                    li { a href=(crumb.href) { (crumb.name) } }
                }
                li aria-current="page" { (here) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_people_is_never_markup() {
        let page = card(&Card {
            title: "<script>alert(1)</script>".to_owned(),
            href: "/methods/x\" onclick=\"y".to_owned(),
            summary: "a & b".to_owned(),
            picture: None,
            detail: html! {},
        })
        .into_string();
        assert!(!page.contains("<script>"), "{page}");
        assert!(!page.contains("\" onclick"), "{page}");
        assert!(page.contains("a &amp; b"), "{page}");
    }

    #[test]
    fn a_problem_is_announced_at_once() {
        assert!(
            notice(Tone::Problem, &html! { "no" })
                .into_string()
                .contains("role=\"alert\"")
        );
        assert!(
            notice(Tone::Good, &html! { "yes" })
                .into_string()
                .contains("role=\"status\"")
        );
    }
}
