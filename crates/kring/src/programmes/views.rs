//! HTML of the programmes slice.

use jiff::Timestamp;
use maud::{Markup, html};
use session::Catalogue;
use ui::{Crumb, Icon, facts, locale};

use super::rules::Standing;
use super::{GroupLine, Programme};
use crate::agreements::views as agreements;
use crate::meetings::rules::{Phase, phase};
use crate::meetings::{Invitation, Meeting, views as meeting_views};
use crate::web::{Html, Visitor};

/// Everything the page shows.
pub(super) struct Shown<'a> {
    /// The programme.
    pub(super) programme: &'a Programme,
    /// As what this person stands before it.
    pub(super) standing: Standing,
    /// Its open meetings, each with its invitation.
    pub(super) meetings: &'a [(Meeting, Option<Invitation>)],
    /// Its groups, for an organiser.
    pub(super) groups: &'a [GroupLine],
    /// What people promise each other in its open meetings.
    pub(super) agreed: &'a agreements::Shown,
    /// The present moment.
    pub(super) now: Timestamp,
}

/// How many people an open meeting is planned for before anybody has put their name down.
const USUAL_SIZE: usize = 10;

/// The whole page.
pub(super) fn page(visitor: &Visitor, catalogue: &Catalogue, shown: &Shown<'_>) -> Html {
    let programme = shown.programme;
    let trail: Vec<Crumb> = visitor
        .person
        .iter()
        .map(|_| Crumb {
            name: visitor.words().shell_my(),
            href: "/my".to_owned(),
        })
        .collect();
    let body = html! {
        div class={ "programme accent-" (programme.accent) } {
            (head(visitor, programme))
            (purpose(visitor, programme))
            (groups(visitor, shown))
            (coming(visitor, catalogue, shown))
            (past(visitor, shown))
            (agreements::section(visitor, shown.agreed))
        }
    };
    visitor.page(&programme.name, Some(&programme.goal), &trail, body)
}

fn head(visitor: &Visitor, programme: &Programme) -> Markup {
    let words = visitor.words();
    let kind = match programme.kind.as_str() {
        "open" => words.programmes_kind_open(),
        "trajectory" => words.programmes_kind_trajectory(),
        _ => words.programmes_kind_groups(),
    };
    html! {
        header.programme-head {
            p.kicker { (kind) }
            h1 lang="nl" { (programme.name) }
            p.lead lang="nl" { (programme.goal) }
            (facts(&[
                (Icon::People, programme.organisation.clone()),
                (Icon::Place, programme.region.clone()),
            ]))
        }
    }
}

fn purpose(visitor: &Visitor, programme: &Programme) -> Markup {
    let words = visitor.words();
    html! {
        dl.programme-facts {
            div { dt { (words.programmes_audience()) } dd lang="nl" { (programme.audience) } }
            div { dt { (words.programmes_time()) } dd lang="nl" { (programme.time_asked) } }
            div {
                dt { (words.programmes_period()) }
                dd { (words.programmes_from_to(day(visitor, &programme.starts_on), day(visitor, &programme.ends_on))) }
            }
            @if let Some(funder) = &programme.funder {
                div { dt { (words.programmes_funder()) } dd lang="nl" { (funder) } }
            }
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
        @if shown.standing == Standing::Organiser {
            p { a href={ "/programmes/" (shown.programme.id) "/mailings" } { (words.mailings_title()) } }
        }
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
        @if shown.standing == Standing::Organiser {
            p { a href={ "/programmes/" (shown.programme.id) "/evaluation" } { (words.programmes_to_evaluation()) } }
        }
    }
}

/// Open meetings still to come, with their invitation and agenda.
fn coming(visitor: &Visitor, catalogue: &Catalogue, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let coming: Vec<&(Meeting, Option<Invitation>)> = shown
        .meetings
        .iter()
        .filter(|(meeting, _)| matches!(phase(meeting, shown.now), Phase::Planned | Phase::Now))
        .collect();
    html! {
        @if !coming.is_empty() {
            section {
                h2 { (words.programmes_coming()) }
                @for (meeting, invitation) in coming {
                    article.open-meeting {
                        header {
                            h3 lang="nl" { (meeting.title) }
                            p {
                                (meeting_views::moment(visitor, meeting)) " · " (meeting_views::place(visitor, meeting))
                                @if phase(meeting, shown.now) == Phase::Now { " · " strong { (words.meetings_now()) } }
                            }
                        }
                        @if let Some(invitation) = invitation {
                            (meeting_views::invitation(visitor, invitation))
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
            }
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
