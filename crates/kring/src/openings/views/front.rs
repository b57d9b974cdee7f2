//! The page of an open meeting for everybody.

use maud::{Markup, PreEscaped, html};
use ui::{Crumb, Problems, Tone, facts as fact_list, hidden, locale, notice};

use super::{facts, who};
use crate::meetings::views as meeting_views;
use crate::openings::Opening;
use crate::openings::rules::Offer;
use crate::programmes;
use crate::web::{Html, Posted, Visitor};

/// Everything the page shows.
pub(in crate::openings) struct Front<'a> {
    pub(in crate::openings) opening: &'a Opening,
    pub(in crate::openings) offer: Offer,
    pub(in crate::openings) posted: &'a Posted,
    pub(in crate::openings) problems: &'a Problems,
    /// How people reach Kring.
    pub(in crate::openings) address: &'a str,
}

/// The way to the programme, when it is there for everybody.
fn trail(visitor: &Visitor, opening: &Opening) -> Vec<Crumb> {
    let programme = &opening.programme;
    let front = programme.front().filter(|_| programme.is_there_for_all());
    let crumb = front.map(|href| Crumb {
        name: programme.name_in(visitor.language).text.to_owned(),
        href,
    });
    crumb.into_iter().collect()
}

pub(in crate::openings) fn front(visitor: &Visitor, front: &Front<'_>) -> Html {
    let opening = front.opening;
    let (title, language) = opening
        .invitation
        .title_in(visitor.language, &opening.meeting.title);
    let programme = opening.programme.name_in(visitor.language);
    let (goal, _) = opening.invitation.goal_in(visitor.language);
    let body = html! {
        div class={ "organising accent-" (opening.programme.accent) } {
            header {
                p.kicker lang=(programme.language) { (programme.text) }
                h1 lang=(language) { (title) }
                (fact_list(&facts(visitor, opening, front.offer)))
            }
            @if !front.problems.is_empty() {
                (notice(Tone::Problem, &html! { p { (visitor.words().forms_wrong()) } }))
            }
            (state(visitor, front))
            (meeting_views::invitation(visitor, &opening.invitation))
            (signing_up(visitor, front))
            (organiser(visitor, opening))
            @if opening.meeting.published_at.is_some() {
                script type="application/ld+json" {
                    (PreEscaped(programmes::event_markup(
                        visitor.language,
                        front.address,
                        &opening.programme,
                        (&opening.meeting, &opening.invitation),
                    )))
                }
            }
        }
    };
    visitor.page(title, Some(goal), &trail(visitor, opening), body)
}

/// Why nobody can sign up, when that is so.
fn state(visitor: &Visitor, front: &Front<'_>) -> Markup {
    let words = visitor.words();
    let (tone, text) = match front.offer {
        Offer::Place(_) | Offer::Line(_) => return html! {},
        Offer::Draft => (Tone::Warning, words.openings_is_draft()),
        Offer::Closed => (Tone::Calm, words.openings_is_closed()),
        Offer::Cancelled => (Tone::Warning, words.calendar_is_cancelled()),
        Offer::Over => (Tone::Calm, words.openings_is_over()),
    };
    notice(tone, &html! { p { (text) } })
}

fn signing_up(visitor: &Visitor, front: &Front<'_>) -> Markup {
    let (words, opening) = (visitor.words(), front.opening);
    if !front.offer.is_open() {
        return html! {};
    }
    let waits = matches!(front.offer, Offer::Line(_));
    let closes = opening.invitation.closes_at;
    let closes = closes.and_then(|at| jiff::Timestamp::from_microsecond(at).ok());
    let labels = [words.enrolment_name(), words.enrolment_mail()];
    html! {
        section aria-labelledby="sign-up" {
            h2 #sign-up { (if waits { words.openings_wait_title() } else { words.openings_title() }) }
            p {
                (if waits { words.openings_wait_lead() } else { words.openings_lead() })
                @if let Some(closes) = closes {
                    " " (words.openings_until(
                        locale::near_date(visitor.language, closes),
                        locale::time(visitor.language, closes),
                    ))
                }
            }
            form.planning-form method="post" action={ (opening.front()) "/sign-ups" } novalidate {
                (hidden("key", front.posted.text("key")))
                (who(visitor, front.posted, front.problems, &labels))
                p.small { (words.openings_privacy(&opening.programme.organisation)) }
                div {
                    button.button type="submit" { (if waits { words.openings_wait() } else { words.openings_sign_up() }) }
                }
            }
        }
    }
}

/// Who asks people to come, and whom to ask.
fn organiser(visitor: &Visitor, opening: &Opening) -> Markup {
    let (words, programme) = (visitor.words(), &opening.programme);
    html! {
        p.small {
            (words.openings_organised_by(&programme.organisation))
            @if let Some(contact) = &programme.contact { " " (words.programmes_contact()) ": " span lang="nl" { (contact) } }
        }
    }
}

/// A mail is on its way.
pub(in crate::openings) fn asked(visitor: &Visitor, opening: &Opening) -> Html {
    let words = visitor.words();
    let (title, language) = opening
        .invitation
        .title_in(visitor.language, &opening.meeting.title);
    let heading = words.openings_asked();
    let body = html! {
        div class={ "organising accent-" (opening.programme.accent) } {
            header {
                p.kicker lang=(language) { (title) }
                h1 { (heading) }
            }
            p.lead { (words.openings_asked_lead()) }
            ol.next-steps {
                li { (words.openings_asked_open()) }
                li { (words.openings_asked_press()) }
                li { (words.openings_asked_then()) }
            }
            p.small { (words.openings_asked_no_mail()) }
            p { a href=(opening.front()) { (words.openings_back()) } }
        }
    };
    visitor.page(&heading, None, &trail(visitor, opening), body)
}
