//! From a treated case to an entry: one's own treated cases, what sharing is, and what waits for a check.

use maud::{Markup, html};
use ui::locale::near_date;
use ui::{Choice, Field, Problems, Tone, button, check_field, empty, notice, radio_field};

use super::labels::stands;
use super::moment;
use crate::library::{Entry, Treated};
use crate::web::{Html, Posted, Visitor};
use crate::words::Words;

/// What the page shows that asks for consent.
pub(in crate::library) struct Offer<'a> {
    pub(in crate::library) case: &'a Treated,
    pub(in crate::library) posted: &'a Posted,
    pub(in crate::library) problems: &'a Problems,
}

pub(in crate::library) fn offer(visitor: &Visitor, offer: &Offer<'_>) -> Html {
    let (words, case) = (visitor.words(), offer.case);
    let (label, consent) = (words.library_scope(), words.library_consent());
    let scope = Field {
        name: "scope",
        label: &label,
        hint: "",
        value: offer.posted.text("scope"),
        problem: offer.problems.of("scope"),
    };
    let consent = Field {
        name: "consent",
        label: &consent,
        hint: "",
        value: offer.posted.text("consent"),
        problem: offer.problems.of("consent"),
    };
    let body = html! {
        div class={ "library accent-" (case.accent) } {
            header {
                p.kicker lang="nl" { (case.title) }
                h1 { (words.library_share()) }
                p.lead { (words.library_share_lead()) }
            }
            @if !offer.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })) }
            section.library-terms aria-labelledby="terms-title" {
                h2 id="terms-title" { (words.library_terms()) }
                ul { @for line in terms(words) { li { (line) } } }
            }
            form.planning-form method="post" action={ "/library/cases/" (case.id) } {
                (radio_field(&scope, &scopes(words, &case.programme, &case.organisation)))
                (check_field(&consent))
                div { (button(&words.library_begin())) }
                p.small { (words.library_begin_note()) }
            }
        }
    };
    visitor.page(&words.library_share(), None, &super::to_mine(visitor), body)
}

/// What somebody must know before they say yes.
fn terms(words: &Words) -> [String; 5] {
    [
        words.library_terms_nameless(),
        words.library_terms_general(),
        words.library_terms_checked(),
        words.library_terms_review(),
        words.library_terms_withdrawal(),
    ]
}

/// For whom it can be.
pub(super) fn scopes(words: &Words, programme: &str, organisation: &str) -> Vec<Choice> {
    vec![
        Choice {
            value: "programme".to_owned(),
            label: words.library_scope_programme(programme),
        },
        Choice {
            value: "organisation".to_owned(),
            label: words.library_scope_organisation(organisation),
        },
    ]
}

pub(in crate::library) fn mine(visitor: &Visitor, treated: &[Treated]) -> Html {
    let words = visitor.words();
    let body = html! {
        div.library {
            header {
                h1 { (words.library_mine()) }
                p.lead { (words.library_mine_lead()) }
            }
            @if treated.is_empty() { (empty(&words.library_mine_none(), &words.library_mine_none_text(), &html! {})) }
            ul.library-lines {
                @for case in treated { (line(visitor, case)) }
            }
        }
    };
    visitor.page(&words.library_mine(), None, &super::to_library(visitor), body)
}

fn line(visitor: &Visitor, case: &Treated) -> Markup {
    let words = visitor.words();
    html! {
        li {
            h2 lang="nl" { (case.title) }
            p.small {
                (case.programme) " · " (words.library_treated(near_date(visitor.language, moment(case.ended_at))))
                @if let (Some(state), Some(shelf)) = (&case.state, &case.shelf) {
                    " · " span.state { (stands(words, state, shelf)) }
                }
            }
            p.actions-row {
                @match &case.entry_id {
                    Some(entry) => a.button.quiet href={ "/library/entries/" (entry) } { (words.library_to_entry()) },
                    None => a.button.quiet href={ "/library/cases/" (case.id) } { (words.library_share_case()) },
                }
                a href={ "/library/returns/" (case.id) } {
                    @if case.is_answered { (words.library_return_change()) } @else { (words.library_return_tell()) }
                }
            }
        }
    }
}

pub(in crate::library) fn checks(visitor: &Visitor, entries: &[(Entry, String)]) -> Html {
    let words = visitor.words();
    let body = html! {
        div.library {
            header {
                h1 { (words.library_checks()) }
                p.lead { (words.library_checks_lead()) }
            }
            @if entries.is_empty() { (empty(&words.library_checks_none(), &words.library_checks_none_text(), &html! {})) }
            ul.library-lines {
                @for (entry, title) in entries {
                    li {
                        h2 { a href={ "/library/entries/" (entry.id) } lang="nl" { (title) } }
                        p.small { (words.library_from(entry.owner.as_str(), entry.programme.as_str())) }
                    }
                }
            }
        }
    };
    visitor.page(&words.library_checks(), None, &super::to_library(visitor), body)
}
