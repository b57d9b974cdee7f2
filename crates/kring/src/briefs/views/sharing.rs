//! The text that others may read: looked through once more, and sent to whoever checks it.

use maud::html;
use ui::{Crumb, Field, Problems, Tone, button, check_field, hidden, notice};

use super::{field, to_mine};
use crate::briefs::Brief;
use crate::briefs::template::questions;
use crate::web::{Html, Posted, Visitor};

/// What the page shows.
pub(in crate::briefs) struct Sharing<'a> {
    pub(in crate::briefs) brief: &'a Brief,
    /// What the facilitator asked.
    pub(in crate::briefs) question: Option<String>,
    pub(in crate::briefs) posted: &'a Posted,
    pub(in crate::briefs) problems: &'a Problems,
    /// Whether nobody else leads the group, so that the owner checks it themselves.
    pub(in crate::briefs) is_alone: bool,
}

pub(in crate::briefs) fn sharing(visitor: &Visitor, sharing: &Sharing<'_>) -> Html {
    let (words, brief) = (visitor.words(), sharing.brief);
    let form = (sharing.posted, sharing.problems);
    let looked = words.briefs_looked_yes();
    let looked = Field {
        name: "looked",
        label: &looked,
        hint: "",
        value: sharing.posted.text("looked"),
        problem: sharing.problems.of("looked"),
    };
    let body = html! {
        div class={ "briefs accent-" (brief.accent) } {
            header {
                h1 { (words.briefs_share()) }
                p.lead { (words.briefs_share_lead()) }
            }
            @match sharing.problems.of("whole") {
                Some(stale) => (notice(Tone::Warning, &html! { p { (stale) } })),
                None if !sharing.problems.is_empty() => (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })),
                None => {}
            }
            @if let Some(question) = &sharing.question {
                (notice(Tone::Warning, &html! {
                    p { strong { (words.briefs_asked()) } }
                    p.brief-text lang="nl" dir="auto" { (question) }
                }))
            }
            section.brief-check aria-labelledby="check-title" {
                h2 id="check-title" { (words.briefs_check_title()) }
                ul { @for line in check(visitor) { li { (line) } } }
            }
            form.planning-form method="post" action={ "/cases/" (brief.id) "/sharing" } {
                (hidden("version", sharing.posted.text("version")))
                @for question in questions(&brief.template) { (field(words, question, form)) }
                (check_field(&looked))
                div { (button(&if sharing.is_alone { words.briefs_send_alone() } else { words.briefs_send() })) }
                p.small { (words.briefs_send_note()) }
            }
        }
    };
    let mut trail = to_mine(visitor).to_vec();
    trail.push(Crumb {
        name: words.briefs_one(),
        href: format!("/cases/{}", brief.id),
    });
    visitor.page(&words.briefs_share(), None, &trail, body)
}

/// What to look for (domain knowledge, 6.3).
fn check(visitor: &Visitor) -> [String; 6] {
    let words = visitor.words();
    [
        words.briefs_check_names(),
        words.briefs_check_numbers(),
        words.briefs_check_age(),
        words.briefs_check_place(),
        words.briefs_check_rare(),
        words.briefs_check_family(),
    ]
}
