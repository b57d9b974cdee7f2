//! One open meeting for its organisers: the address to share, who comes, who waits.

use maud::{Markup, html};
use ui::{Crumb, Problems, Tone, button, facts as fact_list, hidden, notice};

use super::{facts, who};
use crate::meetings::Attendant;
use crate::openings::rules::{Offer, State};
use crate::openings::{Opening, SignUp};
use crate::programmes;
use crate::web::{Html, Posted, Visitor};

/// Everything the page shows.
pub(in crate::openings) struct Crowd<'a> {
    pub(in crate::openings) opening: &'a Opening,
    pub(in crate::openings) offer: Offer,
    /// Whether the invitation, the date and the places can be changed.
    pub(in crate::openings) can_change: bool,
    /// Whether people can be added and taken off.
    pub(in crate::openings) takes_people: bool,
    /// Who signed up and is not gone: those who wait in the order of the line, the others as they came.
    pub(in crate::openings) sign_ups: &'a [SignUp],
    /// Who is on the list of the meeting.
    pub(in crate::openings) attendants: &'a [Attendant],
    /// How people reach Kring.
    pub(in crate::openings) address: &'a str,
    /// What stands in the form with which somebody is added.
    pub(in crate::openings) posted: &'a Posted,
    pub(in crate::openings) problems: &'a Problems,
}

impl Crowd<'_> {
    fn of(&self, state: State) -> Vec<&SignUp> {
        self.sign_ups.iter().filter(|one| one.state == state).collect()
    }
}

pub(in crate::openings) fn crowd(visitor: &Visitor, crowd: &Crowd<'_>) -> Html {
    let opening = crowd.opening;
    let programme = &opening.programme;
    let mut trail = programmes::trail(visitor, programme);
    trail.push(Crumb {
        name: visitor.words().openings_list(),
        href: format!("/programmes/{}/openings", programme.id),
    });
    let title = opening.meeting.title.as_str();
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                h1 lang="nl" { (title) }
                (fact_list(&facts(visitor, opening, crowd.offer)))
            }
            (standing(visitor, crowd))
            (ways(visitor, crowd))
            section id="people" {
                h2 { (visitor.words().openings_people(crowd.of(State::Coming).len())) }
                (leading(visitor, crowd))
                (people(visitor, crowd, State::Coming))
                @if crowd.of(State::Coming).is_empty() { p { (visitor.words().openings_nobody()) } }
            }
            (others(visitor, crowd))
            (adding(visitor, crowd))
        }
    };
    visitor.page(title, None, &trail, body)
}

/// How far it is: to be made known, to be shared, or over.
fn standing(visitor: &Visitor, crowd: &Crowd<'_>) -> Markup {
    let (words, opening) = (visitor.words(), crowd.opening);
    let front = opening.front();
    match crowd.offer {
        Offer::Draft => notice(
            Tone::Warning,
            &html! {
                p { (words.openings_draft()) }
                @if opening.programme.state == "draft" { p { (words.openings_programme_draft()) } }
                form method="post" action={ (opening.desk()) "/publication" } { (button(&words.openings_publish())) }
                p { a href=(front) { (words.openings_preview()) } }
            },
        ),
        Offer::Cancelled => notice(Tone::Warning, &html! { p { (words.calendar_is_cancelled()) } }),
        Offer::Over => notice(Tone::Calm, &html! { p { (words.openings_is_over()) } }),
        Offer::Closed => notice(Tone::Calm, &html! { p { (words.openings_is_closed()) } }),
        Offer::Place(_) | Offer::Line(_) => html! {
            p { (words.openings_share()) " " a href=(front) { (crowd.address) (front) } }
        },
    }
}

/// Where the rest of it is changed.
fn ways(visitor: &Visitor, crowd: &Crowd<'_>) -> Markup {
    let (words, id) = (visitor.words(), &crowd.opening.meeting.id);
    html! {
        nav.manage aria-label=(words.openings_manage()) {
            @if crowd.can_change {
                a href={ (crowd.opening.desk()) "/invitation" } { (words.openings_to_form()) }
                a href={ "/meetings/" (id) "/date" } { (words.calendar_date_title()) }
                a href={ "/meetings/" (id) "/plan" } { (words.meetings_to_plan()) }
                a href={ "/meetings/" (id) "/cancellation" } { (words.openings_to_cancellation()) }
            }
            a href={ "/meetings/" (id) } { (words.openings_to_meeting()) }
        }
    }
}

/// Who leads it.
fn leading(visitor: &Visitor, crowd: &Crowd<'_>) -> Markup {
    let words = visitor.words();
    let leaders: Vec<&str> = crowd
        .attendants
        .iter()
        .filter(|one| one.role == "facilitator")
        .map(|one| one.name.as_str())
        .collect();
    html! {
        @if leaders.is_empty() { p { (words.openings_no_leader()) } }
        @else { p { (words.openings_led_by(ui::locale::and_list(visitor.language, &leaders))) } }
    }
}

fn people(visitor: &Visitor, crowd: &Crowd<'_>, state: State) -> Markup {
    html! {
        @if !crowd.of(state).is_empty() {
            ol.question-lines.sign-ups { @for one in crowd.of(state) { (line(visitor, crowd, one)) } }
        }
    }
}

fn line(visitor: &Visitor, crowd: &Crowd<'_>, one: &SignUp) -> Markup {
    let words = visitor.words();
    // Somebody Kring knew already keeps the name they have.
    let known = crowd
        .attendants
        .iter()
        .find(|attendant| one.person_id.as_ref() == Some(&attendant.person_id));
    let name = known.map_or(one.name.as_str(), |known| known.name.as_str());
    html! {
        li {
            div {
                strong { (name) }
                span.small { (one.mail) @if let Some(organisation) = &one.organisation { " · " (organisation) } }
            }
            @if crowd.takes_people {
                form method="post" action={ (crowd.opening.desk()) "/people/" (one.id) "/removal" } {
                    button.button.quiet type="submit" {
                        (words.openings_remove()) span.visually-hidden { ": " (name) }
                    }
                }
            }
        }
    }
}

/// Who waits, and who has not confirmed.
fn others(visitor: &Visitor, crowd: &Crowd<'_>) -> Markup {
    let words = visitor.words();
    let (waiting, asked) = (crowd.of(State::Waiting).len(), crowd.of(State::Asked).len());
    html! {
        @if waiting > 0 {
            section id="waiting" {
                h2 { (words.openings_waiting(waiting)) }
                p.small { (words.openings_waiting_text()) }
                (people(visitor, crowd, State::Waiting))
            }
        }
        @if asked > 0 {
            section id="unconfirmed" {
                h2 { (words.openings_unconfirmed(asked)) }
                p.small { (words.openings_unconfirmed_text()) }
                (people(visitor, crowd, State::Asked))
            }
        }
    }
}

fn adding(visitor: &Visitor, crowd: &Crowd<'_>) -> Markup {
    let words = visitor.words();
    let is_open = !crowd.problems.is_empty();
    let labels = [words.openings_their_name(), words.openings_their_mail()];
    html! {
        @if crowd.takes_people {
            details open[is_open] {
                summary { (words.openings_add()) }
                @if is_open { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
                form.planning-form method="post" action={ (crowd.opening.desk()) "/people" } novalidate {
                    p.small { (words.openings_add_text()) }
                    (hidden("key", crowd.posted.text("key")))
                    (who(visitor, crowd.posted, crowd.problems, &labels))
                    div { button.button type="submit" { (words.openings_add_now()) } }
                }
            }
        }
    }
}
