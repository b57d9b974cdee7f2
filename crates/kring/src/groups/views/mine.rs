//! "Mijn Kring": somebody's own page.

use jiff::Timestamp;
use maud::{Markup, html};
use session::Catalogue;
use ui::{Icon, Tone, empty, facts, notice};

use crate::groups::Belonging;
use crate::meetings::rules::{Phase, phase};
use crate::meetings::{Action, Attendant, Meeting, views as meeting_views};
use crate::web::{Html, Visitor};

/// Everything the page shows.
pub(in crate::groups) struct Mine<'a> {
    /// The name of this person.
    pub(in crate::groups) name: &'a str,
    /// The meeting that goes on now, or else the next one.
    pub(in crate::groups) first: Option<Meeting>,
    /// Who is on its list.
    pub(in crate::groups) people: Vec<Attendant>,
    /// The meetings after it.
    pub(in crate::groups) coming: Vec<Meeting>,
    /// What this person still has to do.
    pub(in crate::groups) actions: Vec<Action>,
    /// Meetings whose report waits for this person.
    pub(in crate::groups) drafts: Vec<Meeting>,
    /// Date polls that wait for an answer: id and title.
    pub(in crate::groups) polls: Vec<(String, String)>,
    /// Where they belong.
    pub(in crate::groups) belongings: Vec<Belonging>,
    /// Whether they set up programmes.
    pub(in crate::groups) organises: bool,
    /// The present moment.
    pub(in crate::groups) now: Timestamp,
}

/// How many meetings are listed after the first.
const AHEAD: usize = 4;

/// The whole page.
pub(in crate::groups) fn mine(visitor: &Visitor, catalogue: &Catalogue, mine: &Mine<'_>) -> Html {
    let words = visitor.words();
    let first_name = mine.name.split_whitespace().next().unwrap_or(mine.name);
    let body = html! {
        h1 { (words.groups_hello(first_name)) }
        (drafts(visitor, &mine.drafts))
        (polls(visitor, &mine.polls))
        @match &mine.first {
            Some(meeting) => (first(visitor, catalogue, mine, meeting)),
            None => (empty(&words.groups_nothing_title(), &words.groups_nothing_text(), &html! {})),
        }
        div.columns {
            section {
                h2 { (words.groups_my_actions()) }
                @if mine.actions.is_empty() { p { (words.groups_my_actions_none()) } }
                (meeting_views::action_list(visitor, &mine.actions, false))
            }
            div.aside {
                (belongings(visitor, &mine.belongings))
                @if !mine.coming.is_empty() {
                    section {
                        h2 { (words.groups_after_that()) }
                        ul.meeting-lines {
                            @for meeting in mine.coming.iter().take(AHEAD) {
                                (meeting_views::line(visitor, meeting, phase(meeting, mine.now)))
                            }
                        }
                    }
                }
                @if mine.organises { p { a href="/programmes" { (words.programmes_mine()) } } }
                p { a href="/my/cases" { (words.briefs_mine()) } }
                p { a href="/library" { (words.library_name()) } }
                p.small { a href="/my/profile" { (words.profile_title()) } }
                p.small { a href="/my/calendar" { (words.calendar_to_feed()) } }
                p.small { a href="/my/devices" { (words.auth_devices_title()) } }
            }
        }
    };
    visitor.page(&words.shell_my(), None, &[], body)
}

/// Reports that nobody else can give to the group.
fn drafts(visitor: &Visitor, drafts: &[Meeting]) -> Markup {
    let words = visitor.words();
    html! {
        @for meeting in drafts {
            (notice(Tone::Calm, &html! {
                p { (words.groups_draft(&meeting.title)) }
                p { a.button href={ "/room/" (meeting.id) } { (words.groups_draft_look()) } }
            }))
        }
    }
}

/// Questions about days that wait for an answer.
fn polls(visitor: &Visitor, polls: &[(String, String)]) -> Markup {
    let words = visitor.words();
    html! {
        @for (id, title) in polls {
            (notice(Tone::Calm, &html! {
                p { a href={ "/polls/" (id) } { (words.polls_waiting(title.as_str())) } }
            }))
        }
    }
}

/// The meeting that counts now: when, where, how, and the agenda beside it.
fn first(visitor: &Visitor, catalogue: &Catalogue, mine: &Mine<'_>, meeting: &Meeting) -> Markup {
    let words = visitor.words();
    let phase = phase(meeting, mine.now);
    let expected = mine.people.iter().filter(|person| person.role == "participant");
    let items = meeting_views::items(meeting, catalogue, expected.count());
    let method = items.iter().find(|item| item.is_method);
    let method = method.and_then(|item| catalogue.get(&item.method));
    let mut lines = vec![
        (Icon::Clock, meeting_views::moment(visitor, meeting)),
        (Icon::Place, meeting_views::place(visitor, meeting)),
    ];
    if let Some(method) = method {
        lines.push((Icon::People, method.name.get(visitor.speech()).to_owned()));
    }
    html! {
        section class={ "first accent-" (meeting.accent) } {
            div.first-text {
                p.kicker {
                    (if phase == Phase::Now { words.meetings_now() } else { words.groups_next() })
                    " · " span lang="nl" { (meeting.group_name.as_ref().unwrap_or(&meeting.programme)) }
                }
                h2 lang="nl" { (meeting.title) }
                (facts(&lines))
                (meeting_views::agenda(visitor, catalogue, &items))
                p { a.button href={ "/meetings/" (meeting.id) } { (words.groups_to_meeting()) } }
            }
            (meeting_views::circle(visitor, meeting, &mine.people, &[], (phase, mine.now)))
        }
    }
}

fn belongings(visitor: &Visitor, belongings: &[Belonging]) -> Markup {
    let words = visitor.words();
    html! {
        section {
            h2 { (words.groups_mine()) }
            @if belongings.is_empty() { p { (words.groups_mine_none()) } }
            ul.group-lines {
                @for belonging in belongings {
                    li class={ "accent-" (belonging.accent) } lang="nl" {
                        @match (&belonging.group_id, &belonging.group_name) {
                            (Some(id), Some(name)) => {
                                a href={ "/groups/" (id) } { (name) }
                                span.small { (belonging.programme) " · " (role(visitor, &belonging.role)) }
                            }
                            _ if belonging.role == "sponsor" => {
                                a href={ "/programmes/" (belonging.programme_id) "/figures" } { (belonging.programme) }
                                span.small { (role(visitor, &belonging.role)) }
                            }
                            _ => {
                                a href={ "/programmes/" (belonging.programme_id) } { (belonging.programme) }
                                span.small { (role(visitor, &belonging.role)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn role(visitor: &Visitor, role: &str) -> String {
    let words = visitor.words();
    match role {
        "facilitator" => words.groups_role_facilitator(),
        "organiser" => words.groups_role_organiser(),
        "sponsor" => words.sponsors_role(),
        _ => words.groups_role_participant(),
    }
}
