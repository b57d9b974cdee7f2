//! HTML of rehearsals: where one is started, and what stands above its room.

use maud::{Markup, html};
use session::catalogue::Catalogue;
use session::ids::Seat;
use session::model::Kind;
use session::robots::is_robot;
use ui::locale::sort_by_text;
use ui::{
    Choice, Crumb, Field, Icon, Problems, button, button_link, choice_field, hidden, icon, number_field,
};

use super::rules::{self, Asked, PEOPLE, Pace, Role};
use super::{Mine, Rehearsal};
use crate::meetings::Meeting;
use crate::room::views::Scene;
use crate::web::{Html, Visitor};

/// Everything the page shows on which a rehearsal is started.
pub(super) struct Offer<'a> {
    pub(super) visitor: &'a Visitor,
    pub(super) catalogue: &'a Catalogue,
    pub(super) asked: &'a Asked,
    /// The meeting whose agenda is rehearsed.
    pub(super) meeting: Option<&'a Meeting>,
    /// How many are expected at it.
    pub(super) expected: usize,
    /// What this person is rehearsing.
    pub(super) mine: &'a [Rehearsal],
    pub(super) problems: &'a Problems,
}

/// Choosing what to rehearse, with how many, as whom.
pub(super) fn offer(offer: &Offer<'_>) -> Html {
    let words = offer.visitor.words();
    let title = words.rehearsal_title();
    let body = html! {
        div.rehearsal-offer {
            header {
                h1 { (title) }
                p.lead { (words.rehearsal_lead()) }
            }
            form.rehearsal-form method="post" action="/rehearsals" {
                (what(offer))
                (number_field(&Field {
                    name: "people",
                    label: &words.rehearsal_people(),
                    hint: &words.rehearsal_people_hint(),
                    value: &people(offer),
                    problem: offer.problems.of("people"),
                }, PEOPLE.0.into(), PEOPLE.1.into()))
                (choice_field(&Field {
                    name: "role",
                    label: &words.rehearsal_role(),
                    hint: "",
                    value: or(&offer.asked.role, Role::default().word()),
                    problem: offer.problems.of("role"),
                }, &Role::ALL.map(|role| choice(role.word(), role.label(words)))))
                (choice_field(&Field {
                    name: "pace",
                    label: &words.rehearsal_pace(),
                    hint: "",
                    value: or(&offer.asked.pace, Pace::default().word()),
                    problem: offer.problems.of("pace"),
                }, &Pace::ALL.map(|pace| choice(pace.word(), pace.label(words)))))
                div { (button(&words.rehearsal_start())) }
            }
            (running(offer))
        }
    };
    let trail = [Crumb {
        name: words.shell_my(),
        href: "/my".to_owned(),
    }];
    offer.visitor.page(&title, None, &trail, body)
}

fn choice(value: &str, label: String) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
    }
}

fn or<'a>(typed: &'a str, default: &'a str) -> &'a str {
    if typed.is_empty() { default } else { typed }
}

/// A meeting's own agenda, or one of the methods.
fn what(offer: &Offer<'_>) -> Markup {
    let words = offer.visitor.words();
    if let Some(meeting) = offer.meeting {
        return html! {
            (hidden("meeting", &meeting.id.0))
            p { (words.rehearsal_of_meeting(&meeting.title)) }
            @if let Some(problem) = offer.problems.of("method") { p.field-problem { (problem) } }
        };
    }
    let speech = offer.visitor.speech();
    let mut choices: Vec<Choice> = offer
        .catalogue
        .of(Kind::Method)
        .map(|method| choice(&method.id, method.name.get(speech).to_owned()))
        .collect();
    sort_by_text(offer.visitor.language, &mut choices, |choice| {
        choice.label.as_str()
    });
    choice_field(
        &Field {
            name: "method",
            label: &words.rehearsal_method(),
            hint: "",
            value: or(&offer.asked.method, "focusmethode"),
            problem: offer.problems.of("method"),
        },
        &choices,
    )
}

/// What was typed, or what fits.
fn people(offer: &Offer<'_>) -> String {
    if !offer.asked.people.is_empty() {
        return offer.asked.people.clone();
    }
    let (least, most) = (usize::from(PEOPLE.0), usize::from(PEOPLE.1));
    if offer.meeting.is_some() {
        return offer.expected.clamp(least, most).to_string();
    }
    let method = rules::method(offer.catalogue, or(&offer.asked.method, "focusmethode"));
    method
        .map_or(least, |method| rules::fitting(method).into())
        .to_string()
}

fn running(offer: &Offer<'_>) -> Markup {
    let words = offer.visitor.words();
    html! {
        @if !offer.mine.is_empty() {
            section {
                h2 { (words.rehearsal_running()) }
                ul.rehearsal-list {
                    @for rehearsal in offer.mine {
                        li {
                            strong { (rehearsal.title) }
                            (button_link(&words.rehearsal_to_room(), &format!("/room/{}", rehearsal.id)))
                            form method="post" action={ "/rehearsals/" (rehearsal.id) "/ending" } {
                                button.button.quiet { (words.rehearsal_end()) }
                            }
                        }
                    }
                }
                p.small { (words.rehearsal_running_note()) }
            }
        }
    }
}

/// What stands above every page of a rehearsal: that it is one, and what only its person can do. On the big screen the first
/// line is enough.
pub(in crate::room) fn banner(scene: &Scene<'_>) -> Markup {
    let words = scene.visitor.words();
    html! {
        @if let Some(mine) = scene.rehearsal {
            section.rehearsal aria-label=(words.rehearsal_title()) {
                p.rehearsal-what { (icon(Icon::Info)) span { strong { (words.rehearsal_title()) ": " } (words.rehearsal_what()) } }
                @if scene.view.you.is_some() {
                    (go_on(scene, mine))
                    details.rehearsal-more {
                        summary { (words.rehearsal_more()) }
                        div {
                            (eyes(scene))
                            (pace(scene, mine))
                            form method="post" action={ "/rehearsals/" (scene.meeting) "/ending" } {
                                button.button.quiet { (words.rehearsal_end()) }
                            }
                        }
                    }
                } @else {
                    a href={ "/room/" (scene.meeting) } { (words.rehearsal_own_seat()) }
                }
            }
        }
    }
}

/// Where a robot leads, the next step; where the person does, only what the robots still have to do.
fn go_on(scene: &Scene<'_>, mine: &Mine) -> Markup {
    let words = scene.visitor.words();
    let lead = scene.state.lead.and_then(|lead| scene.state.person(lead));
    let robot_leads = lead.is_some_and(|lead| is_robot(&lead.person));
    html! {
        @if scene.view.phase != "closed" {
            form.rehearsal-on method="post" action={ "/rehearsals/" (scene.meeting) "/progress" (mine.query()) } {
                @if robot_leads { button.button { (words.rehearsal_go_on()) } " " }
                @if !robot_leads || mine.pace == Pace::Still {
                    button.button.quiet[robot_leads] name="only" value="part" { (words.rehearsal_robots_part()) }
                }
            }
        }
    }
}

fn pace(scene: &Scene<'_>, mine: &Mine) -> Markup {
    let words = scene.visitor.words();
    html! {
        form.rehearsal-pace method="post" action={ "/rehearsals/" (scene.meeting) "/pace" (mine.query()) } {
            span { (words.rehearsal_pace()) }
            @for pace in Pace::ALL {
                button.button.quiet name="pace" value=(pace.word()) aria-pressed=(pace == mine.pace) { (pace.label(words)) }
            }
        }
    }
}

/// Everybody's page, and the big screen.
fn eyes(scene: &Scene<'_>) -> Markup {
    let words = scene.visitor.words();
    let seen = scene.view.you.as_ref().map(|you| you.seat);
    let people = scene.state.people.iter().enumerate();
    html! {
        div.rehearsal-eyes {
            p { (words.rehearsal_eyes()) }
            ul {
                @for (seat, person) in people.map(|(n, person)| (Seat::at(n), person)) {
                    @let own = !is_robot(&person.person);
                    @let query = if own { String::new() } else { format!("?as={}", seat.0) };
                    li {
                        a href={ "/room/" (scene.meeting) (query) } aria-current=[(seen == Some(seat)).then_some("page")] {
                            (person.name)
                        }
                        @if let Some(part) = part_of(scene, seat, own) { " " span.small { (part) } }
                    }
                }
                li { a href={ "/room/" (scene.meeting) "/screen" } { (words.room_to_screen()) } }
            }
        }
    }
}

fn part_of(scene: &Scene<'_>, seat: Seat, own: bool) -> Option<String> {
    let words = scene.visitor.words();
    let shown = scene.view.circle.get(seat.index())?;
    let parts = [
        (own, words.room_is_you()),
        (shown.leads, words.room_is_lead()),
        (shown.owner, words.room_is_owner()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(is_so, _)| *is_so)
        .map(|(_, part)| part)
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
