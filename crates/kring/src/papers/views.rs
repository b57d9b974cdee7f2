//! HTML of the papers slice.

use maud::{Markup, html};
use ui::{Crumb, Field, Problems, Tone, button, check_field, file_field, hidden, notice, text_field};

use super::Paper;
use super::rules::ENDINGS;
use crate::meetings::Meeting;
use crate::web::{Html, LINE, Posted, Visitor};

/// A paper that somebody may read.
pub(crate) struct Listed {
    pub(crate) paper: Paper,
    pub(crate) may_remove: bool,
}

/// The form in which one is added.
pub(crate) struct Form<'a> {
    /// Where it is posted.
    pub(crate) action: &'a str,
    pub(crate) posted: &'a Posted,
    pub(crate) problems: &'a Problems,
    /// Whoever adds says whether speakers read it.
    pub(crate) asks_speakers: bool,
}

pub(super) fn page(visitor: &Visitor, meeting: &Meeting, papers: &[Listed], form: Option<Form<'_>>) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "papers accent-" (meeting.accent) } {
            header {
                p.kicker lang="nl" { (meeting.title) }
                h1 { (words.papers_title()) }
                p.lead { (words.papers_lead()) }
            }
            @if papers.is_empty() { p { (words.papers_none()) } }
            (list(visitor, papers, "/papers"))
            @if let Some(form) = form {
                section id="add" {
                    h2 { (words.papers_add()) }
                    (adding(visitor, &form))
                }
            }
        }
    };
    let back = Crumb {
        name: meeting.title.clone(),
        href: format!("/meetings/{}", meeting.id),
    };
    visitor.page(&words.papers_title(), None, &[back], body)
}

/// The papers, to load down and to take away. `base` is where each is found under its id.
pub(crate) fn list(visitor: &Visitor, papers: &[Listed], base: &str) -> Markup {
    let words = visitor.words();
    html! {
        @if !papers.is_empty() {
            ul.paper-list {
                @for Listed { paper, may_remove } in papers {
                    li {
                        (link(visitor, paper, base))
                        @if *may_remove && paper.for_speakers { p.small { (words.papers_with_speaker()) } }
                        @if *may_remove {
                            details {
                                summary { (words.papers_remove()) span.visually-hidden { ": " (paper.title) } }
                                form.planning-form method="post" action={ (base) "/" (paper.id) "/removal" } {
                                    p.small { (words.papers_remove_text()) }
                                    div { button.button.quiet type="submit" { (words.papers_remove_yes()) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn link(visitor: &Visitor, paper: &Paper, base: &str) -> Markup {
    let words = visitor.words();
    html! {
        p {
            @if let Some(address) = &paper.link {
                a href=(address) rel="nofollow noopener noreferrer" { (paper.title) }
                " " span.small { (words.papers_link()) }
            } @else {
                a href={ (base) "/" (paper.id) } download { (paper.title) }
                " " span.small { (paper.kind.as_deref().unwrap_or_default().to_uppercase()) ", " (size(visitor, paper.size)) }
            }
        }
    }
}

/// How large a file is, roughly.
fn size(visitor: &Visitor, bytes: Option<i64>) -> String {
    let (words, kilobytes) = (visitor.words(), bytes.unwrap_or_default() / 1024 + 1);
    if kilobytes < 1024 {
        words.papers_kilobytes(kilobytes)
    } else {
        words.papers_megabytes(kilobytes / 1024 + i64::from(kilobytes % 1024 > 0))
    }
}

/// The form for a file or a link.
pub(crate) fn adding(visitor: &Visitor, form: &Form<'_>) -> Markup {
    let words = visitor.words();
    let field = |name: &'static str, label, hint| Field {
        name,
        label,
        hint,
        value: form.posted.text(name),
        problem: form.problems.of(name),
    };
    let (title, title_hint) = (words.papers_name(), words.papers_name_hint());
    let (address, address_hint) = (words.papers_address(), words.papers_address_hint());
    let (file, file_hint) = (words.papers_file(), words.papers_file_hint());
    let (speakers, speakers_hint) = (words.papers_for_speakers(), words.papers_for_speakers_hint());
    html! {
        @if !form.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.papers_form_wrong()) } })) }
        form.planning-form method="post" action=(form.action) enctype="multipart/form-data" {
            // The file comes last: when it is too large, everything before it was read.
            (hidden("key", form.posted.text("key")))
            (text_field(&field("title", &title, &title_hint), LINE))
            @if form.asks_speakers { (check_field(&field("for_speakers", &speakers, &speakers_hint))) }
            (text_field(&field("link", &address, &address_hint), LINE))
            (file_field(&field("file", &file, &file_hint), ENDINGS))
            p.small { (words.papers_no_cases()) }
            div { (button(&words.papers_add_yes())) }
        }
    }
}
