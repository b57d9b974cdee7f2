//! The page of a meeting: before it, while it goes on, and afterwards.

use jiff::Timestamp;
use maud::{Markup, html};
use session::Catalogue;
use ui::locale::{and_list, date, sort_by_text, time};
use ui::{Crumb, Icon, Tone, button, button_link, icon, notice};

use super::agenda::end;
use super::outcome::outcomes;
use super::papers::{papers, to_speakers};
use super::parts::{Said, case_next, prepared};
use super::watching::watching;
use super::{action_list, agenda, circle, items, place};
use crate::cases::Case;
use crate::id::PersonId;
use crate::meetings::agenda::Item;
use crate::meetings::rules::{Phase, Sight, Standing, chooses_watchers, may, may_plan};
use crate::meetings::{Attendant, Meeting, Paper};
use crate::web::{Html, Visitor, print_button};

/// Everything the page shows; what this person may not see is not in it.
pub(crate) struct Shown<'a> {
    /// Who looks.
    pub(crate) viewer: &'a PersonId,
    /// As what.
    pub(crate) standing: Standing,
    /// How far the meeting is.
    pub(crate) phase: Phase,
    /// The present moment.
    pub(crate) now: Timestamp,
    /// The meeting.
    pub(crate) meeting: &'a Meeting,
    /// Who is on the list.
    pub(crate) attendants: Vec<Attendant>,
    /// What speakers speak about.
    pub(crate) subjects: Vec<(PersonId, String)>,
    /// What there is to read.
    pub(crate) papers: Vec<Paper>,
    /// Why people do not come.
    pub(crate) reasons: Vec<(PersonId, String)>,
    /// What was said and prepared.
    pub(crate) said: Said,
}

/// The whole page.
pub(crate) fn page(visitor: &Visitor, catalogue: &Catalogue, shown: &Shown<'_>) -> Html {
    let meeting = shown.meeting;
    let expected = shown
        .attendants
        .iter()
        .filter(|person| person.role == "participant" && person.state != "declined");
    let items = items(meeting, catalogue, expected.count());
    let body = html! {
        div class={ "meeting accent-" (meeting.accent) } {
            (head(visitor, shown))
            @if meeting.published_at.is_none() { (draft(visitor, shown)) }
            (asked(visitor, shown, &items))
            (coming(visitor, shown))
            @if shown.said.awaits { (agreements_first(visitor, shown.meeting)) }
            (afterwards(visitor, shown))
            div.columns {
                section {
                    h2 { (visitor.words().meetings_agenda()) }
                    @if items.is_empty() { p { (visitor.words().meetings_agenda_none()) } }
                    (agenda(visitor, catalogue, &items))
                    (end(visitor, meeting, &items))
                    @if may_plan(shown.standing) && shown.phase.is_ahead() {
                        p { a href={ "/meetings/" (meeting.id) "/plan" } { (visitor.words().meetings_to_plan()) } }
                        p { a href={ "/meetings/" (meeting.id) "/date" } { (visitor.words().calendar_to_date()) } }
                    }
                    @if meeting.group_id.is_none() && shown.standing == Standing::Organiser {
                        p {
                            a href={ "/programmes/" (meeting.programme_id) "/openings/" (meeting.id) } {
                                (visitor.words().openings_to_people())
                            }
                        }
                    }
                    @if shown.phase.is_ahead() {
                        p { a href={ "/meetings/" (meeting.id) "/kring.ics" } { (visitor.words().calendar_to_file()) } }
                    }
                }
                div.aside {
                    (prepared(visitor, &shown.said.bottlenecks))
                    (papers(visitor, shown))
                    (cases(visitor, shown))
                    (people(visitor, shown))
                }
            }
        }
    };
    visitor.page(&meeting.title, None, &trail(visitor, meeting), body)
}

/// Nobody knows of it yet, and with one button everybody does.
fn draft(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let text = html! {
        p { (words.calendar_draft()) }
        @if shown.phase.is_ahead() {
            form method="post" action={ "/meetings/" (shown.meeting.id) "/publication" } { (button(&words.calendar_publish())) }
        }
    };
    notice(Tone::Warning, &text)
}

/// Whether they come, for who is expected.
fn coming(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let me = shown
        .attendants
        .iter()
        .find(|person| person.person_id == *shown.viewer);
    let Some(me) = me.filter(|_| shown.phase == Phase::Planned && shown.meeting.published_at.is_some())
    else {
        return html! {};
    };
    let declined = me.state == "declined";
    html! {
        form #reply.meeting-reply method="post" action={ "/meetings/" (shown.meeting.id) "/reply" } {
            @if declined {
                p { (words.calendar_said_no()) }
                button.button.quiet type="submit" name="comes" value="yes" { (words.calendar_reply_yes()) }
            } @else {
                details {
                    summary { (words.calendar_reply_no()) }
                    div.field {
                        label for="reason" { (words.calendar_reply_reason()) }
                        p.hint id="reason-hint" { (words.calendar_reply_reason_hint()) }
                        input type="text" id="reason" name="reason" maxlength="1000" aria-describedby="reason-hint";
                    }
                    button.button.quiet type="submit" name="comes" value="no" { (words.calendar_reply_send_no()) }
                }
            }
        }
    }
}

/// Where the agreements can be read and accepted.
fn agreements_first(visitor: &Visitor, meeting: &Meeting) -> Markup {
    let words = visitor.words();
    let text = html! {
        p { (words.meetings_agreements_first()) }
        p { a href={ (at_home(meeting)) "#agreements" } { (words.meetings_to_agreements()) } }
    };
    notice(Tone::Calm, &text)
}

/// The page of the group it belongs to, or of its programme.
fn at_home(meeting: &Meeting) -> String {
    match &meeting.group_id {
        Some(id) => format!("/groups/{id}"),
        None => format!("/programmes/{}", meeting.programme_id),
    }
}

fn trail(visitor: &Visitor, meeting: &Meeting) -> Vec<Crumb> {
    let here = Crumb {
        name: meeting.group_name.as_ref().unwrap_or(&meeting.programme).clone(),
        href: at_home(meeting),
    };
    let home = Crumb {
        name: visitor.words().shell_my(),
        href: "/my".to_owned(),
    };
    vec![home, here]
}

fn head(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let meeting = shown.meeting;
    let owners: Vec<&str> = shown
        .said
        .cases
        .iter()
        .flat_map(Case::owners)
        .map(|owner| owner.0.as_str())
        .collect();
    html! {
        header.meeting-head {
            div {
                p.kicker { (state(visitor, shown.phase)) }
                h1 { (meeting.title) }
                dl.when {
                    dt { (icon(Icon::Clock)) span.visually-hidden { (words.meetings_when()) } }
                    dd {
                        strong { (date(visitor.language, meeting.starts())) } br;
                        (words.meetings_times(
                            time(visitor.language, meeting.starts()),
                            time(visitor.language, meeting.ends()),
                        ))
                    }
                    dt { (icon(Icon::Place)) span.visually-hidden { (words.meetings_where()) } }
                    dd {
                        (place(visitor, meeting))
                        @if let Some(address) = meeting.online.as_ref().filter(|_| shown.phase != Phase::Over) {
                            br; a href=(address) rel="noreferrer" { (words.meetings_video()) }
                        }
                    }
                }
            }
            (circle(visitor, meeting, &shown.attendants, &owners, (shown.phase, shown.now)))
        }
    }
}

fn state(visitor: &Visitor, phase: Phase) -> String {
    let words = visitor.words();
    match phase {
        Phase::Planned => words.meetings_planned(),
        Phase::Now => words.meetings_now(),
        Phase::Over => words.meetings_over(),
        Phase::Cancelled => words.meetings_cancelled(),
    }
}

/// What is asked of this person now, and what they can use for it.
fn asked(visitor: &Visitor, shown: &Shown<'_>, items: &[Item]) -> Markup {
    let words = visitor.words();
    let brings = shown.said.cases.iter().any(|case| case.is_of(shown.viewer));
    let text = match (shown.phase, shown.standing) {
        (Phase::Cancelled, _) => words.meetings_ask_cancelled(),
        (Phase::Over, Standing::Organiser) => words.meetings_ask_over_organiser(),
        (Phase::Over, Standing::Speaker | Standing::Member) => words.meetings_ask_over_not_there(),
        (Phase::Over, _) => words.meetings_ask_over(),
        (_, Standing::Organiser) => words.meetings_ask_organiser(),
        (_, Standing::Facilitator) => words.meetings_ask_facilitator(),
        (_, Standing::Speaker) => words.meetings_ask_speaker(),
        _ if brings => words.meetings_ask_owner(),
        (Phase::Now, _) => words.meetings_ask_now(),
        (Phase::Planned, _) => words.meetings_ask_planned(),
    };
    let leads = matches!(shown.phase, Phase::Planned | Phase::Now) && shown.standing == Standing::Facilitator;
    let method = items.iter().find(|item| item.is_method);
    let text = html! {
        p { (text) }
        @if shown.phase == Phase::Now && shown.standing != Standing::Organiser {
            p { (words.meetings_room()) }
            @if leads {
                form method="post" action={ "/room/" (shown.meeting.id) "/opening" } { (button(&words.meetings_open_room())) }
            } @else {
                p { (button_link(&words.meetings_to_room(), &format!("/room/{}", shown.meeting.id))) }
            }
        }
        @if let Some(method) = method.filter(|_| leads || shown.phase == Phase::Now) {
            p.actions-row {
                a.button.quiet href={ "/rehearsals?meeting=" (shown.meeting.id) } { (words.meetings_rehearse()) }
                a.button.quiet href={ "/methods/" (method.method) } { (words.meetings_script()) }
                (print_button(&words.meetings_print()))
                a.button.quiet href={ "/meetings/" (shown.meeting.id) "/pack" } { (words.meetings_pack()) }
            }
        }
    };
    notice(Tone::Calm, &text)
}

fn cases(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    html! {
        @if may(shown.standing, Sight::Cases) && !shown.said.cases.is_empty() {
            section {
                h2 { (words.meetings_cases()) }
                ul.case-list {
                    @for case in &shown.said.cases {
                        li {
                            h3 { (case.title) }
                            p lang="nl" { (case.question) }
                            p.small {
                                (words.meetings_case_of(and_list(visitor.language, &case.names().collect::<Vec<_>>())))
                                (case_next(words, case, shown.viewer))
                                @if case.is_from_cause { " · " a href={ "/causes/" (case.id) } { (words.meetings_case_cause()) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn people(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let over = shown.phase == Phase::Over;
    let mut people: Vec<&Attendant> = shown.attendants.iter().collect();
    sort_by_text(visitor.language, &mut people, |person| person.name.as_str());
    people.sort_by_key(|person| person.role == "participant");
    html! {
        section id="people" {
            h2 { (if over { words.meetings_people_over() } else { words.meetings_people() }) }
            ul.people-list {
                @for person in people {
                    li {
                        strong { (person.name) }
                        span.small { (about(visitor, person, over)) }
                        @for (_, subject) in shown.subjects.iter().filter(|(who, _)| *who == person.person_id) {
                            span.small lang="nl" { (subject) }
                        }
                        @for (_, reason) in shown.reasons.iter().filter(|(who, _)| *who == person.person_id) {
                            span.small { "“" (reason) "”" }
                        }
                    }
                }
            }
            (to_speakers(visitor, shown))
            @if chooses_watchers(shown.standing, shown.phase) { (watching(visitor, shown)) }
            @if over {
                p { a href={ "/meetings/" (shown.meeting.id) "/attendance" } { (words.meetings_to_attendance()) } }
                @if shown.standing == Standing::Facilitator {
                    p { a href={ "/meetings/" (shown.meeting.id) "/evaluation" } { (words.meetings_to_evaluation()) } }
                }
            }
        }
    }
}

/// Job, organisation, role and presence, as far as there is something to say.
fn about(visitor: &Visitor, person: &Attendant, over: bool) -> String {
    let words = visitor.words();
    let role = match person.role.as_str() {
        "facilitator" => Some(words.meetings_role_facilitator()),
        "speaker" => Some(words.meetings_role_speaker()),
        "observer" => Some(words.meetings_role_observer()),
        _ => None,
    };
    let state = match person.state.as_str() {
        "declined" => Some(words.meetings_declined()),
        "absent" if over => Some(words.meetings_absent()),
        _ => None,
    };
    let parts = [role, person.job.clone(), person.organisation.clone(), state];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn afterwards(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    if shown.phase != Phase::Over || shown.said.awaits || !may(shown.standing, Sight::Outcome) {
        return html! {};
    }
    let nothing = shown.said.outcomes.is_empty() && shown.said.actions.is_empty();
    // Who brought a case that was not treated had nothing to decide.
    let treated = shown.said.cases.iter().filter(|case| case.state == "treated");
    let names: Vec<&str> = treated.flat_map(Case::names).collect();
    html! {
        section.afterwards {
            h2 { (words.meetings_outcome()) }
            @if nothing {
                p { (words.meetings_outcome_none()) }
            } @else {
                p.small {
                    @if names.is_empty() { (words.meetings_outcome_note()) }
                    @else { (words.meetings_outcome_owner(and_list(visitor.language, &names))) }
                }
            }
            div.outcomes { (outcomes(visitor, &shown.said.outcomes, &shown.said.cases)) }
            @if !shown.said.actions.is_empty() {
                h3 { (words.meetings_actions()) }
                (action_list(visitor, &shown.said.actions, true))
            }
        }
    }
}
