//! An application as whoever sent it follows it, and leaving a programme.

use maud::{Markup, html};
use ui::{Crumb, Icon, Tone, button_link, facts, notice};

use super::{answers, moment, state};
use crate::enrolment::Application;
use crate::enrolment::rules::State;
use crate::programmes::Programme;
use crate::web::{Html, Visitor};

/// Everything the page shows.
pub(in crate::enrolment) struct Own<'a> {
    pub(in crate::enrolment) programme: &'a Programme,
    pub(in crate::enrolment) application: &'a Application,
    /// What the link holds.
    pub(in crate::enrolment) token: &'a str,
    /// Whether there is a place to take now.
    pub(in crate::enrolment) can_take: bool,
}

pub(in crate::enrolment) fn own(visitor: &Visitor, own: &Own<'_>) -> Html {
    let (words, application) = (visitor.words(), own.application);
    let name = own.programme.name_in(visitor.language);
    let title = words.enrolment_own();
    let body = html! {
        div class={ "organising accent-" (own.programme.accent) } {
            header {
                p.kicker lang=(name.language) { (name.text) }
                h1 { (title) }
                (facts(&[
                    (Icon::People, application.name.clone()),
                    (Icon::Clock, words.enrolment_sent(moment(visitor, application.applied_at))),
                ]))
            }
            (standing(visitor, own))
            (offer(visitor, own))
            section {
                h2 { (words.enrolment_your_answers()) }
                (answers(visitor, &application.answered()))
            }
            (withdrawal(visitor, own))
            @if let Some(front) = own.programme.front() { p { a href=(front) { (words.enrolment_to_programme()) } } }
        }
    };
    visitor.page(&title, None, &[], body)
}

/// How it stands, and what comes next.
fn standing(visitor: &Visitor, own: &Own<'_>) -> Markup {
    let (words, application) = (visitor.words(), own.application);
    let (tone, next) = match application.state {
        State::Applied => (Tone::Calm, words.enrolment_next_applied()),
        State::Waiting => (Tone::Calm, words.enrolment_next_waiting()),
        State::Offered if own.can_take => (Tone::Good, words.enrolment_next_offered()),
        State::Offered | State::Lapsed => (Tone::Warning, words.enrolment_next_lapsed()),
        State::Admitted => (Tone::Good, words.enrolment_next_admitted()),
        State::Refused => (Tone::Calm, words.enrolment_next_refused()),
        State::Withdrawn => (Tone::Calm, words.enrolment_next_withdrawn()),
    };
    notice(
        tone,
        &html! {
            p { strong { (state(words, application.state)) } }
            p { (next) }
            @if let Some(reason) = application.reason.as_ref().filter(|_| application.state != State::Withdrawn) {
                p.quoted { (reason) }
            }
            @if application.state == State::Admitted { p { (button_link(&words.enrolment_to_my(), "/my")) } }
        },
    )
}

fn offer(visitor: &Visitor, own: &Own<'_>) -> Markup {
    let words = visitor.words();
    html! {
        @if let Some(until) = own.application.offer_until.filter(|_| own.can_take) {
            form method="post" action={ "/applications/" (own.token) "/acceptance" } {
                p { (words.enrolment_kept_until(moment(visitor, until))) }
                p { button.button type="submit" { (words.enrolment_take()) } }
            }
        }
    }
}

fn withdrawal(visitor: &Visitor, own: &Own<'_>) -> Markup {
    let words = visitor.words();
    let text = match own.application.state {
        State::Admitted => words.enrolment_leave_text(),
        State::Offered => words.enrolment_decline_text(),
        _ => words.enrolment_withdraw_text(),
    };
    html! {
        @if own.application.state.stands() {
            details.withdrawal {
                summary { (words.enrolment_cannot_short()) }
                form method="post" action={ "/applications/" (own.token) "/withdrawal" } {
                    p { (text) }
                    button.button.quiet type="submit" { (words.enrolment_withdraw()) }
                }
            }
        }
    }
}

/// What leaving means, before it is done.
pub(in crate::enrolment) fn departure(visitor: &Visitor, programme: &Programme) -> Html {
    let words = visitor.words();
    let here = format!("/programmes/{}", programme.id);
    let name = programme.name_in(visitor.language);
    let title = words.enrolment_leave(name.text);
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            h1 { (title) }
            p { (words.enrolment_leave_text()) }
            ul {
                li { (words.enrolment_leave_meetings()) }
                li { (words.enrolment_leave_place()) }
                li { (words.enrolment_leave_kept()) }
            }
            form.planning-buttons method="post" action={ (here) "/departure" } {
                button.button type="submit" { (words.enrolment_leave_now()) }
                a.button.quiet href=(here) { (words.forms_cancel()) }
            }
        }
    };
    let trail = [Crumb {
        name: name.text.to_owned(),
        href: format!("/programmes/{}", programme.id),
    }];
    visitor.page(&title, None, &trail, body)
}
