//! What somebody sees by the link in their mail.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::{Tone, button, button_link, facts as fact_list, notice};

use super::facts;
use crate::meetings::rules::{Phase, phase};
use crate::openings::rules::{Offer, State};
use crate::openings::{Opening, SignUp};
use crate::web::{Html, Visitor};

/// Everything the page shows.
pub(in crate::openings) struct Own<'a> {
    pub(in crate::openings) opening: &'a Opening,
    pub(in crate::openings) sign_up: &'a SignUp,
    /// What the link holds.
    pub(in crate::openings) token: &'a str,
    /// How many wait in front of them.
    pub(in crate::openings) ahead: i64,
    pub(in crate::openings) can_confirm: bool,
    pub(in crate::openings) can_leave: bool,
    pub(in crate::openings) now: Timestamp,
}

pub(in crate::openings) fn own(visitor: &Visitor, own: &Own<'_>) -> Html {
    let opening = own.opening;
    let (title, language) = opening
        .invitation
        .title_in(visitor.language, &opening.meeting.title);
    let body = html! {
        div class={ "organising accent-" (opening.programme.accent) } {
            header {
                p.kicker { (own.sign_up.name) }
                h1 lang=(language) { (title) }
                (fact_list(&facts(visitor, opening, Offer::Draft)))
            }
            (standing(visitor, own))
            (leaving(visitor, own))
            p { a href=(opening.front()) { (visitor.words().openings_back()) } }
        }
    };
    visitor.page(title, None, &[], body)
}

/// How it stands, and what to do now.
fn standing(visitor: &Visitor, own: &Own<'_>) -> Markup {
    let words = visitor.words();
    let meeting = &own.opening.meeting;
    let phase = phase(meeting, own.now);
    let (tone, text) = match (phase, own.sign_up.state) {
        (Phase::Cancelled, _) => (Tone::Warning, words.calendar_is_cancelled()),
        (_, State::Gone) => (Tone::Calm, words.openings_own_gone()),
        (Phase::Over, _) => (Tone::Calm, words.openings_is_over()),
        (_, State::Asked) if own.can_confirm => return confirming(visitor, own),
        (_, State::Asked) => (Tone::Warning, words.openings_own_too_late()),
        (_, State::Waiting) => (Tone::Calm, words.openings_own_waiting(own.ahead)),
        (_, State::Coming) => (Tone::Good, words.openings_own_coming()),
    };
    let is_coming = own.sign_up.state == State::Coming && phase != Phase::Cancelled;
    notice(
        tone,
        &html! {
            p role="status" { (text) }
            @if is_coming {
                @if phase == Phase::Now {
                    p { (button_link(&words.meetings_to_room(), &format!("/room/{}", meeting.id))) }
                } @else {
                    p { (words.openings_own_how(&own.sign_up.mail)) }
                    p { a href={ "/meetings/" (meeting.id) } { (words.openings_own_meeting()) } }
                }
            }
        },
    )
}

fn confirming(visitor: &Visitor, own: &Own<'_>) -> Markup {
    let words = visitor.words();
    notice(
        Tone::Calm,
        &html! {
            p { strong { (words.openings_own_asked()) } }
            p { (words.openings_own_asked_text()) }
            form method="post" action={ "/sign-ups/" (own.token) "/confirmation" } { (button(&words.openings_confirm())) }
        },
    )
}

fn leaving(visitor: &Visitor, own: &Own<'_>) -> Markup {
    let words = visitor.words();
    let text = match own.sign_up.state {
        State::Gone => return html! {},
        State::Coming => words.openings_leave_place(),
        State::Asked | State::Waiting => words.openings_leave_line(),
    };
    html! {
        @if own.can_leave {
            details.withdrawal {
                summary { (words.openings_cannot()) }
                form method="post" action={ "/sign-ups/" (own.token) "/withdrawal" } {
                    p { (text) }
                    button.button.quiet type="submit" { (words.calendar_reply_send_no()) }
                }
            }
        }
    }
}
