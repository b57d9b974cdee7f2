//! The form of a case in two lines.

use maud::html;
use ui::{Crumb, Field, Problems, Tone, button, check_field, hidden, notice, radio_field};

use super::field;
use super::sharing::guarded;
use super::write::{plain, readers, urgencies};
use crate::briefs::guard::Spot;
use crate::briefs::rules::Readers;
use crate::briefs::template::{SPONTANEOUS, questions};
use crate::groups::Group;
use crate::web::{Html, Posted, Visitor};

/// What the form shows.
pub(in crate::briefs) struct Quick<'a> {
    pub(in crate::briefs) group: &'a Group,
    pub(in crate::briefs) posted: &'a Posted,
    pub(in crate::briefs) problems: &'a Problems,
    /// What the privacy guard sees in it.
    pub(in crate::briefs) spots: &'a [Spot],
}

pub(in crate::briefs) fn quick(visitor: &Visitor, quick: &Quick<'_>) -> Html {
    let (words, group) = (visitor.words(), quick.group);
    let form = (quick.posted, quick.problems);
    // Who shares shares with somebody.
    let mut shared_with = readers(words);
    shared_with.retain(|choice| choice.value != Readers::Owner.word());
    let tick = |name: &'static str, label: &str| {
        check_field(&Field {
            name,
            label,
            hint: "",
            value: quick.posted.text(name),
            problem: quick.problems.of(name),
        })
    };
    let body = html! {
        div class={ "briefs accent-" (group.accent) } {
            header {
                h1 { (words.briefs_quick()) }
                p.lead { (words.briefs_quick_lead()) }
            }
            @if !quick.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })) }
            form.planning-form method="post" action={ "/groups/" (group.id) "/cases/quick" } {
                (hidden("form-key", quick.posted.text("form-key")))
                // Enter in a field presses the first button of a form: that one must replace nothing.
                button.visually-hidden type="submit" tabindex="-1" aria-hidden="true" {}
                (guarded(words, quick.posted, quick.spots))
                @for question in questions(SPONTANEOUS) { (field(words, question, form)) }
                (radio_field(&plain("urgency", &words.briefs_urgency(), "", form), &urgencies(words)))
                (radio_field(&plain("readers", &words.briefs_readers(), &words.briefs_readers_help(), form), &shared_with))
                (tick("looked", &words.briefs_looked_yes()))
                @if !quick.spots.is_empty() { (tick("anyway", &words.privacy_anyway())) }
                div { (button(&words.briefs_quick_send())) }
                p.small {
                    (words.briefs_send_note()) " "
                    a href={ "/groups/" (group.id) "/cases/new" } { (words.briefs_quick_more()) }
                }
            }
        }
    };
    let trail = [Crumb {
        name: group.name.clone(),
        href: format!("/groups/{}", group.id),
    }];
    visitor.page(&words.briefs_quick(), None, &trail, body)
}
