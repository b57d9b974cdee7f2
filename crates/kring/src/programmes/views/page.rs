//! The page of a programme.

use jiff::Timestamp;
use maud::{Markup, PreEscaped, html};
use session::Catalogue;
use ui::{Crumb, Icon, Language, Tone, button_link, facts, locale, notice};

use crate::agreements::views as agreements;
use crate::meetings::rules::{Phase, free_places, phase, takes_sign_ups};
use crate::meetings::{Invitation, Meeting, views as meeting_views};
use crate::programmes::rules::{self, Standing, takes_applications};
use crate::programmes::{GroupLine, Programme, Said, events};
use crate::web::{Html, Visitor};

/// Everything the page shows.
pub(in crate::programmes) struct Shown<'a> {
    /// The programme.
    pub(in crate::programmes) programme: &'a Programme,
    /// As what this person stands before it.
    pub(in crate::programmes) standing: Standing,
    /// Whether they take part in it.
    pub(in crate::programmes) takes_part: bool,
    /// Messages of others that they have not read; `None` for who has no role in it.
    pub(in crate::programmes) unread: Option<i64>,
    /// Its open meetings, each with its invitation.
    pub(in crate::programmes) meetings: &'a [(Meeting, Option<Invitation>)],
    /// Its groups, for an organiser.
    pub(in crate::programmes) groups: &'a [GroupLine],
    /// What people promise each other in its open meetings.
    pub(in crate::programmes) agreed: &'a agreements::Shown,
    /// How people reach Kring.
    pub(in crate::programmes) address: &'a str,
    /// The present moment.
    pub(in crate::programmes) now: Timestamp,
}

/// How many people an open meeting is planned for before anybody has put their name down.
const USUAL_SIZE: usize = 10;

/// The whole page.
pub(in crate::programmes) fn page(visitor: &Visitor, catalogue: &Catalogue, shown: &Shown<'_>) -> Html {
    let programme = shown.programme;
    let trail: Vec<Crumb> = visitor
        .person
        .iter()
        .map(|_| Crumb {
            name: visitor.words().shell_my(),
            href: "/my".to_owned(),
        })
        .collect();
    let (name, goal) = (
        programme.name_in(visitor.language),
        programme.goal_in(visitor.language),
    );
    let coming_up = rules::coming(shown.meetings, shown.now);
    let body = html! {
        div class={ "programme accent-" (programme.accent) } {
            (organising(visitor, shown))
            (head(visitor, programme))
            (purpose(visitor, programme))
            (applying(visitor, shown))
            (groups(visitor, shown))
            (threads(visitor, shown))
            (coming(visitor, catalogue, shown, &coming_up))
            (past(visitor, shown))
            (agreements::section(visitor, shown.agreed))
            @if shown.takes_part {
                p.small { a href={ "/programmes/" (programme.id) "/departure" } { (visitor.words().programmes_leave()) } }
            }
            @if programme.is_there_for_all() {
                script type="application/ld+json" {
                    (PreEscaped(events::structured(visitor.language, shown.address, programme, &coming_up)))
                }
            }
        }
    };
    visitor.page(name.text, Some(goal.text), &trail, body)
}

/// A text in its own language.
fn said(text: Said<'_>) -> Markup {
    html! { span lang=(text.language) { (text.text) } }
}

fn head(visitor: &Visitor, programme: &Programme) -> Markup {
    let (name, goal) = (
        programme.name_in(visitor.language),
        programme.goal_in(visitor.language),
    );
    html! {
        header.programme-head {
            p.kicker { (super::kind(visitor.words(), &programme.kind)) }
            h1 lang=(name.language) { (name.text) }
            p.lead lang=(goal.language) { (goal.text) }
            (facts(&[
                (Icon::People, programme.organisation.clone()),
                (Icon::Place, programme.region.clone()),
            ]))
        }
    }
}

fn purpose(visitor: &Visitor, programme: &Programme) -> Markup {
    let words = visitor.words();
    let room = programme.capacity.map(|capacity| words.programmes_room(capacity));
    html! {
        dl.programme-facts {
            div { dt { (words.programmes_audience()) } dd { (said(programme.audience_in(visitor.language))) } }
            div { dt { (words.programmes_time()) } dd { (said(programme.time_asked_in(visitor.language))) } }
            div {
                dt { (words.programmes_period()) }
                dd { (words.programmes_from_to(day(visitor, &programme.starts_on), day(visitor, &programme.ends_on))) }
            }
            @if let Some(room) = room.filter(|_| programme.enrols) {
                div { dt { (words.programmes_places()) } dd { (room) } }
            }
            @if let Some(funder) = &programme.funder {
                div { dt { (words.programmes_funder()) } dd lang="nl" { (funder) } }
            }
            @if let Some(contact) = &programme.contact {
                div { dt { (words.programmes_contact()) } dd lang="nl" { (contact) } }
            }
        }
    }
}

/// What only its organisers see: how far it is, and where to change it.
fn organising(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let (words, programme) = (visitor.words(), shown.programme);
    let to = |part: &str| format!("/programmes/{}/{part}", programme.id);
    html! {
        @if shown.standing == Standing::Organiser {
            nav.manage aria-label=(words.programmes_manage()) {
                span.state data-state=(programme.state) { (super::state(words, &programme.state)) }
                a href=(to("overview")) { (words.reports_overview()) }
                a href=(to("settings")) { (words.programmes_settings()) }
                a href=(to("people")) { (words.placing_title()) }
                a href=(to("openings")) { (words.openings_list()) }
                a href=(to("applications")) { (words.programmes_applications()) }
                a href=(to("enrolment")) { (words.programmes_enrolment()) }
                a href=(to("mailings")) { (words.mailings_title()) }
                a href=(to("categories")) { (words.bottlenecks_programme()) }
                a href=(to("evaluation")) { (words.programmes_to_evaluation()) }
                a href=(to("sponsors")) { (words.sponsors_who()) }
            }
            @if programme.state == "draft" {
                (notice(Tone::Calm, &html! { p { (words.programmes_is_draft()) } }))
            } @else if let Some(front) = programme.front().filter(|_| programme.is_public) {
                p.small { (words.programmes_share()) " " a href=(front) { (shown.address) (front) } }
            }
        }
    }
}

/// Whether one can still apply, and the way there.
fn applying(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let (words, programme) = (visitor.words(), shown.programme);
    let today = locale::local(shown.now).date().to_string();
    let until = programme.enrol_until.as_deref().and_then(locale::noon);
    html! {
        @if takes_applications(programme, &today) && !shown.takes_part {
            @if let Some(front) = programme.front() {
                section.applying aria-labelledby="applying" {
                    h2 #applying { (words.programmes_applying()) }
                    p {
                        @match until {
                            Some(until) => (words.programmes_apply_until(locale::date(visitor.language, until))),
                            None => (words.programmes_apply_now()),
                        }
                    }
                    p { (button_link(&words.programmes_apply(), &format!("{front}/apply"))) }
                }
            }
        } @else if programme.state == "ended" {
            (notice(Tone::Calm, &html! { p { (words.programmes_is_ended()) } }))
        } @else if programme.enrols && programme.state != "draft" {
            (notice(Tone::Calm, &html! { p { (words.programmes_apply_over()) } }))
        }
    }
}

/// A stored date as its month: days would be noise in a period of years.
fn day(visitor: &Visitor, text: &str) -> String {
    locale::noon(text).map_or_else(|| text.to_owned(), |noon| locale::month(visitor.language, noon))
}

fn groups(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    html! {
        @if shown.standing == Standing::Organiser && !shown.groups.is_empty() {
            section {
                h2 { (words.programmes_groups()) }
                ul.group-lines {
                    @for group in shown.groups {
                        li {
                            a href={ "/groups/" (group.id) } { (group.name) }
                            span.small { (words.programmes_members(group.members)) }
                        }
                    }
                }
                p.small { (words.programmes_organiser_note()) }
            }
        }
    }
}

/// The way to what its people say between meetings.
fn threads(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    html! {
        @if let Some(unread) = shown.unread {
            section {
                h2 { (words.community_title()) }
                p { a href={ "/programmes/" (shown.programme.id) "/threads" } { (words.community_to_threads(unread)) } }
                p { a href={ "/programmes/" (shown.programme.id) "/directory" } { (words.community_directory()) } }
            }
        }
    }
}

/// Open meetings still to come, with their invitation and agenda.
fn coming(
    visitor: &Visitor,
    catalogue: &Catalogue,
    shown: &Shown<'_>,
    coming: &[&(Meeting, Option<Invitation>)],
) -> Markup {
    let words = visitor.words();
    let feed = shown.programme.front().map(|front| format!("{front}/feed.atom"));
    let feed = feed.filter(|_| shown.programme.is_there_for_all());
    html! {
        @if !coming.is_empty() {
            section {
                h2 { (words.programmes_coming()) }
                @for (meeting, invitation) in coming {
                    article.open-meeting {
                        header {
                            (open_title(visitor, meeting, invitation.as_ref()))
                            p {
                                (meeting_views::moment(visitor, meeting)) " · " (meeting_views::place(visitor, meeting))
                                @if phase(meeting, shown.now) == Phase::Now { " · " strong { (words.meetings_now()) } }
                            }
                        }
                        @if let Some(invitation) = invitation {
                            (meeting_views::invitation(visitor, invitation))
                            (to_signing_up(visitor, meeting, invitation, shown.now))
                        }
                        details {
                            summary { (words.meetings_agenda()) }
                            (meeting_views::agenda(
                                visitor,
                                catalogue,
                                &meeting_views::items(meeting, catalogue, USUAL_SIZE),
                            ))
                        }
                    }
                }
                @if let Some(feed) = feed {
                    p.small { a href=(feed) type="application/atom+xml" rel="alternate" { (words.programmes_feed()) } }
                }
            }
        }
    }
}

fn open_title(visitor: &Visitor, meeting: &Meeting, invitation: Option<&Invitation>) -> Markup {
    let (title, language) = invitation.map_or((meeting.title.as_str(), Language::Nl), |one| {
        one.title_in(visitor.language, &meeting.title)
    });
    html! { h3 lang=(language) { (title) } }
}

/// The way to the page of an open meeting, with how many can still come.
fn to_signing_up(visitor: &Visitor, meeting: &Meeting, invitation: &Invitation, now: Timestamp) -> Markup {
    let words = visitor.words();
    let Some(own) = invitation
        .page()
        .filter(|_| takes_sign_ups(meeting, invitation, now))
    else {
        return html! {};
    };
    let (label, places) = match free_places(invitation) {
        Some(0) => (
            words.openings_wait_title(),
            words.openings_full(invitation.waiting),
        ),
        Some(free) => (words.programmes_apply(), words.openings_free(free)),
        None => (words.programmes_apply(), words.openings_free_for_all()),
    };
    html! {
        p.actions-row {
            a.button href=(own) { (label) span.visually-hidden { ": " (meeting.title) } }
            span { (places) }
        }
    }
}

/// Open meetings that have been. Only their titles: what was said stays with who was there.
fn past(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let past: Vec<&Meeting> = shown
        .meetings
        .iter()
        .map(|(meeting, _)| meeting)
        .filter(|meeting| phase(meeting, shown.now) == Phase::Over)
        .rev()
        .collect();
    html! {
        @if !past.is_empty() {
            section {
                h2 { (words.programmes_past()) }
                ul.plain-lines {
                    @for meeting in past {
                        li {
                            span lang="nl" { (meeting.title) }
                            span.small { (locale::date(visitor.language, meeting.starts())) }
                        }
                    }
                }
            }
        }
    }
}
