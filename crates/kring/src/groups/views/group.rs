//! The page of a group.

use std::collections::BTreeMap;

use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale::{and_list, near_date, sort_by_text};
use ui::{Crumb, Icon, Tone, icon, notice};

use crate::agreements::views as agreements;
use crate::groups::rules::{Sight, Standing, may, may_plan};
use crate::groups::{Between, Group, Member, Topic, Turn};
use crate::ideas::Idea;
use crate::meetings::rules::{Phase, phase};
use crate::meetings::{Meeting, views as meeting_views};
use crate::programmes::Intervention;
use crate::web::{Html, Visitor};
use crate::words::Words;

/// Everything the page shows.
pub(in crate::groups) struct Shown<'a> {
    /// The group.
    pub(in crate::groups) group: &'a Group,
    /// As what this person stands before it.
    pub(in crate::groups) standing: Standing,
    /// Who is in it.
    pub(in crate::groups) members: Vec<Member>,
    /// Its meetings, the first one first.
    pub(in crate::groups) meetings: Vec<Meeting>,
    /// Date polls that are open: id and title.
    pub(in crate::groups) polls: Vec<(String, String)>,
    /// What only the group sees.
    pub(in crate::groups) inside: Option<Inside>,
    /// What its practices have chosen.
    pub(in crate::groups) interventions: Vec<Intervention>,
    /// What it has promised each other.
    pub(in crate::groups) agreed: agreements::Shown,
    /// The present moment.
    pub(in crate::groups) now: Timestamp,
}

/// What only the group sees.
pub(in crate::groups) struct Inside {
    /// What goes on between its meetings.
    pub(in crate::groups) between: Between,
    /// What it talks about.
    pub(in crate::groups) topics: Vec<Topic>,
    /// Whose turn it is in the next meeting.
    pub(in crate::groups) turns: Vec<Turn>,
    /// Cards of the programme.
    pub(in crate::groups) ideas: Vec<Idea>,
    /// Names of who tries an idea, by idea.
    pub(in crate::groups) choices: BTreeMap<String, Vec<String>>,
}

/// The whole page.
pub(in crate::groups) fn group(visitor: &Visitor, shown: &Shown<'_>) -> Html {
    let words = visitor.words();
    let group = shown.group;
    let trail = [
        Crumb {
            name: words.shell_my(),
            href: "/my".to_owned(),
        },
        Crumb {
            name: group.programme.clone(),
            href: format!("/programmes/{}", group.programme_id),
        },
    ];
    let body = html! {
        div class={ "group accent-" (group.accent) } {
            header.group-head {
                p.kicker lang="nl" { (group.programme) }
                h1 lang="nl" { (group.name) }
                p.lead { (summary(visitor, shown)) }
            }
            div.columns {
                div {
                    (meetings(visitor, shown))
                    @if let Some(inside) = &shown.inside {
                        (briefs(words, shown, inside))
                    (between(words, shown, inside))
                        (topics(words, shown.group, &inside.topics))
                        (ideas(visitor, inside))
                    }
                    (interventions(words, shown))
                }
                div.aside {
                    (members(visitor, &shown.members))
                    (agreements::section(visitor, &shown.agreed))
                    @if let Some(inside) = &shown.inside { (turns(visitor, group, &inside.turns)) }
                    @if shown.standing == Standing::Organiser { section { p.small { (words.groups_organiser_note()) } } }
                }
            }
        }
    };
    visitor.page(&group.name, None, &trail, body)
}

/// The way to the cases that members share, and for whoever leads how many wait.
fn briefs(words: &Words, shown: &Shown<'_>, inside: &Inside) -> Markup {
    let here = format!("/groups/{}/cases", shown.group.id);
    let waiting = inside.between.waiting;
    html! {
        section {
            h2 { (words.briefs_to_group()) }
            @if shown.standing == Standing::Facilitator && waiting > 0 {
                (notice(Tone::Warning, &html! { p { a href=(here) { (words.briefs_waiting(waiting)) } } }))
            }
            p {
                a href={ (here) "/new" } { (words.briefs_new()) } " · " a href=(here) { (words.briefs_to_group()) }
                " · " a href={ "/groups/" (shown.group.id) "/returns" } { (words.library_to_returns()) }
            }
            p {
                a href={ "/groups/" (shown.group.id) "/bottlenecks" } { (words.bottlenecks_to()) }
                @if inside.between.bottlenecks > 0 { " " span.small { (words.bottlenecks_running(inside.between.bottlenecks)) } }
            }
        }
    }
}

/// The way to what members say between meetings, here and elsewhere.
fn between(words: &Words, shown: &Shown<'_>, inside: &Inside) -> Markup {
    let here = format!("/groups/{}", shown.group.id);
    let Between {
        unread,
        chat_link: chat,
        ..
    } = &inside.between;
    let set = if chat.is_some() {
        words.community_chat_change()
    } else {
        words.community_chat_set()
    };
    html! {
        section {
            h2 { (words.community_title()) }
            p { a href={ (here) "/threads" } { (words.community_to_threads(*unread)) } }
            @if let Some(chat) = chat {
                p { a href=(chat) rel="nofollow noopener noreferrer" { (words.community_chat_open()) } }
                p.small { (words.community_chat_outside()) }
            }
            @if shown.standing == Standing::Facilitator { p.small { a href={ (here) "/chat" } { (set) } } }
        }
    }
}

/// Who leads it and when it meets next.
fn summary(visitor: &Visitor, shown: &Shown<'_>) -> String {
    let words = visitor.words();
    let members = shown
        .members
        .iter()
        .filter(|member| member.role == "participant")
        .count();
    let leads: Vec<&str> = shown
        .members
        .iter()
        .filter(|member| member.role == "facilitator")
        .map(|member| member.name.as_str())
        .collect();
    if leads.is_empty() {
        words.groups_summary(members)
    } else {
        words.groups_summary_led(members, and_list(visitor.language, &leads))
    }
}

fn meetings(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let (past, coming): (Vec<&Meeting>, Vec<&Meeting>) = shown
        .meetings
        .iter()
        .partition(|meeting| phase(meeting, shown.now) == Phase::Over || meeting.ends() <= shown.now);
    let line = |meeting: &Meeting| meeting_views::line(visitor, meeting, phase(meeting, shown.now));
    html! {
        section {
            h2 { (words.groups_coming()) }
            @if coming.is_empty() { p { (words.groups_coming_none()) } }
            ul.meeting-lines { @for meeting in coming { (line(meeting)) } }
            @if !shown.polls.is_empty() {
                h3 { (words.polls_open_title()) }
                ul { @for (id, title) in &shown.polls { li { a href={ "/polls/" (id) } lang="nl" { (title) } } } }
            }
            @if may_plan(shown.standing) {
                div.planning-buttons {
                    a.button.quiet href={ "/groups/" (shown.group.id) "/series" } { (words.calendar_to_series()) }
                    a.button.quiet href={ "/groups/" (shown.group.id) "/polls/new" } { (words.polls_to_new()) }
                }
                @if shown.standing == Standing::Organiser {
                    p { a href={ "/groups/" (shown.group.id) "/topics" } { (words.topics_to_keep()) } }
                }
                @if shown.standing == Standing::Facilitator {
                    p { a href={ "/groups/" (shown.group.id) "/turnout" } { (words.absence_to()) } }
                }
            }
        }
        @if !past.is_empty() {
            section {
                h2 { (words.groups_past()) }
                ul.meeting-lines { @for meeting in past.into_iter().rev() { (line(meeting)) } }
            }
        }
    }
}

fn topics(words: &Words, group: &Group, topics: &[Topic]) -> Markup {
    let of = |state: &str| {
        topics
            .iter()
            .filter(|topic| topic.state == state)
            .collect::<Vec<_>>()
    };
    let list = |topics: Vec<&Topic>| {
        html! {
            ul lang="nl" {
                @for topic in topics {
                    li {
                        (topic.title)
                        @if let Some(guest) = &topic.guest {
                            " " span.guest { (icon(Icon::Speech)) (words.groups_guest(guest)) }
                        }
                    }
                }
            }
        }
    };
    html! {
        section {
            h2 { (words.groups_topics()) }
            @if !topics.is_empty() {
                div.topics {
                    div.topics-coming { h3 { (words.groups_topics_coming()) } (list(of("coming"))) }
                    div.topics-discussed { h3 { (words.groups_topics_discussed()) } (list(of("discussed"))) }
                }
            }
            p { a href={ "/groups/" (group.id) "/topics" } { (words.topics_to()) } }
        }
    }
}

fn ideas(visitor: &Visitor, inside: &Inside) -> Markup {
    let words = visitor.words();
    html! {
        @if !inside.ideas.is_empty() {
            section {
                h2 { (words.groups_ideas()) }
                p.small { (words.groups_ideas_note()) }
                ul.idea-cards {
                    @for idea in &inside.ideas {
                        li {
                            p.kicker { (idea.theme) }
                            p lang="nl" { (idea.text) }
                            p.small {
                                (words.groups_idea_from(&idea.origin))
                                @if let Some(names) = inside.choices.get(&idea.id) {
                                    br; em { (words.groups_idea_tried(and_list(visitor.language, names))) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn interventions(words: &Words, shown: &Shown<'_>) -> Markup {
    if shown.interventions.is_empty() || !may(shown.standing, Sight::Interventions) {
        return html! {};
    }
    let state = |state: &str| match state {
        "embedded" => words.groups_intervention_embedded(),
        "started" => words.groups_intervention_started(),
        _ => words.groups_intervention_chosen(),
    };
    let practices = shown
        .interventions
        .chunk_by(|left, right| left.practice == right.practice);
    html! {
        section {
            h2 { (words.groups_interventions()) }
            div.table-frame {
                table.interventions {
                    thead { tr { th scope="col" { (words.groups_practice()) } th scope="col" { (words.groups_chosen()) } } }
                    tbody lang="nl" {
                        @for practice in practices {
                            tr {
                                th scope="row" { @if let Some(first) = practice.first() { (first.practice) } }
                                td {
                                    ul.tags {
                                        @for intervention in practice {
                                            li class=(intervention.state) {
                                                (intervention.title) " · " (state(&intervention.state))
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn members(visitor: &Visitor, members: &[Member]) -> Markup {
    let words = visitor.words();
    let mut members: Vec<&Member> = members.iter().collect();
    sort_by_text(visitor.language, &mut members, |member| member.name.as_str());
    members.sort_by_key(|member| member.role != "facilitator");
    html! {
        section {
            h2 { (words.groups_members()) }
            ul.people-list {
                @for member in members {
                    li {
                        strong { (member.name) }
                        span.small { (about(words, member)) }
                    }
                }
            }
        }
    }
}

fn about(words: &Words, member: &Member) -> String {
    let role = (member.role == "facilitator").then(|| words.groups_facilitator());
    let parts = [role, member.job.clone(), member.organisation.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn turns(visitor: &Visitor, group: &Group, turns: &[Turn]) -> Markup {
    let words = visitor.words();
    let line = |turn: &Turn| match turn.duty.as_str() {
        "lead" => words.rota_line_lead(turn.name.as_str()),
        "notes" => words.rota_line_notes(turn.name.as_str()),
        _ => words.rota_line_case(turn.name.as_str()),
    };
    let starts = turns
        .first()
        .and_then(|turn| Timestamp::from_microsecond(turn.starts_at).ok());
    html! {
        section {
            h2 { (words.rota_next()) }
            @if let Some(starts) = starts { p.small { (near_date(visitor.language, starts)) } }
            ul { @for turn in turns { li { (line(turn)) } } }
            p { a href={ "/groups/" (group.id) "/rota" } { (words.rota_to()) } }
        }
    }
}
