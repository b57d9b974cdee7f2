//! The text that others may read: looked through once more, and sent to whoever checks it.

use maud::{Markup, html};
use ui::{Crumb, Field, Problems, Tone, button, check_field, hidden, notice};

use super::{asked, field, to_mine};
use crate::briefs::Brief;
use crate::briefs::guard::Spot;
use crate::briefs::template::questions;
use crate::privacy;
use crate::web::{Html, Posted, Visitor};
use crate::words::Words;

/// What the page shows.
pub(in crate::briefs) struct Sharing<'a> {
    pub(in crate::briefs) brief: &'a Brief,
    /// What the facilitator asked.
    pub(in crate::briefs) question: Option<String>,
    pub(in crate::briefs) posted: &'a Posted,
    pub(in crate::briefs) problems: &'a Problems,
    /// What the privacy guard sees in it.
    pub(in crate::briefs) spots: &'a [Spot],
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
    let anyway = words.privacy_anyway();
    let anyway = Field {
        name: "anyway",
        label: &anyway,
        hint: "",
        value: sharing.posted.text("anyway"),
        problem: sharing.problems.of("anyway"),
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
                // Enter in a field presses the first button of a form: that one must replace nothing.
                button.visually-hidden type="submit" tabindex="-1" aria-hidden="true" {}
                (guarded(words, sharing.posted, sharing.spots))
                (privacy::watched(words, &html! { @for question in questions(&brief.template) { (field(words, question, form)) } }))
                (super::consents::ticks(words, sharing.posted))
                (check_field(&looked))
                @if !sharing.spots.is_empty() { (check_field(&anyway)) }
                div { (button(&sends(words, sharing))) }
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

/// To whom it goes next.
fn sends(words: &Words, sharing: &Sharing<'_>) -> String {
    match (sharing.brief.second_since, sharing.is_alone) {
        (Some(_), _) => words.briefs_send_other(),
        (None, true) => words.briefs_send_alone(),
        (None, false) => words.briefs_send(),
    }
}

/// What the guard sees, each with what can be done about it.
pub(super) fn guarded(words: &Words, posted: &Posted, spots: &[Spot]) -> Markup {
    let count = spots.len();
    html! {
        @if count > 0 {
            section.brief-guard aria-labelledby="guard-title" role="status" {
                h2 id="guard-title" { (words.privacy_saw(count)) }
                ul { @for spot in spots { li { (spotted(words, posted, spot)) } } }
                p.small { (words.privacy_saw_text()) }
            }
        }
    }
}

fn spotted(words: &Words, posted: &Posted, spot: &Spot) -> Markup {
    let (text, finding) = (posted.text(spot.field), &spot.finding);
    let shown = privacy::piece(text, finding.start, finding.end);
    let patch = privacy::patch(text, finding);
    let does = privacy::does(patch.as_ref(), words);
    html! {
        span {
            mark lang="nl" dir="auto" { (shown) }
            span.small {
                (privacy::kind(finding.kind, words)) ": " (privacy::reason(finding.reason, words))
                " · " (asked(words, spot.field).0)
            }
        }
        @if patch.is_some() { button.button.quiet type="submit" name="replace" value=(spot.value()) { (does) } }
        @else { span.small { (does) } }
    }
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
