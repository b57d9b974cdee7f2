//! Looking back at an earlier step: a page of its own, to read only, with one way back to the group.
//!
//! The stream of the room may reach this page too. It only carries parts with their own ids, and what is looked at here has other
//! ids, so that nobody is thrown out of what they read.

use maud::{Markup, html};
use session::ids::VisitNo;
use session::state::{Phase, Visit};
use ui::{Icon, icon};

use super::{Scene, cards, case, find, groups, live, now, parts, scripts};
use crate::room::rehearsal;
use crate::web::Html;

/// An earlier step as the viewer may see it.
pub(in crate::room) fn back(scene: &Scene<'_>) -> Html {
    let words = scene.words();
    let parts = parts(scene);
    let seen = cards::cards(scene);
    let title = scene.view.step.as_ref().map_or("", |step| scene.say(step.title));
    let body = html! {
        div.room.room-look-back.{ "accent-" (scene.accent) } {
            (rehearsal::banner(scene))
            (live(scene, "/events", &html! {
                div.room-back-bar {
                    div {
                        p.room-back-label { (icon(Icon::Eye)) (words.room_looking_back()) }
                        (find(&parts, "room-elsewhere"))
                    }
                    a.button href=(scene.address("", "")) { (words.room_back_to_group()) }
                }
                @if let Some(step) = &scene.view.step {
                    div.room-back-step {
                        p.room-where { (now::place(scene, step)) }
                        h1 { (title) }
                        (groups::mine(scene))
                    }
                }
                div.part { (case::case(scene)) }
                div.part {
                    (seen)
                    @if scene.view.cards.is_empty() { p { (words.room_nothing_seen()) } }
                }
                (find(&parts, "room-steps"))
            }))
        }
        (scripts())
    };
    scene.visitor.page(title, None, &[], body)
}

/// Where the group is now. Shown on a page that looks back; the others say it by themselves.
pub(super) fn elsewhere(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let step = scene.state.now_step().filter(|_| scene.is_running());
    let visit = scene.state.current.map(|visit| visit.0);
    html! {
        p.room-elsewhere id="room-elsewhere" data-part="" data-visit=[visit] {
            @match step {
                Some(step) => (words.room_group_is_at(scene.say(&step.step.title))),
                None => (words.room_over_title()),
            }
        }
    }
}

/// Steps the group has done, each to look back at.
pub(super) fn steps(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let done = done(scene);
    html! {
        @if scene.my_seat().is_some() && !done.is_empty() {
            details.room-steps open[scene.view.looking_back] {
                summary id="room-steps-summary" { (words.room_look_back()) }
                ol.room-agenda {
                    @for (no, visit) in done {
                        @let is_here = scene.view.looking_back
                            && scene.view.step.as_ref().is_some_and(|step| step.visit == no);
                        li.done {
                            a href=(scene.address("", &format!("step={}", no.0))) aria-current=[is_here.then_some("page")] {
                                (title(scene, visit))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The way to the step before this one, close at hand.
pub(super) fn before(scene: &Scene<'_>) -> Markup {
    html! {
        @if scene.my_seat().is_some() {
            @if let Some((no, visit)) = done(scene).last() {
                p {
                    a href=(scene.address("", &format!("step={}", no.0)))
                        aria-label=(scene.words().room_look_back_at(title(scene, visit))) { (scene.words().room_look_back()) }
                }
            }
        }
    }
}

/// Earlier visits in the order of the meeting. A step that was passed over by going back is not one of them.
fn done<'s>(scene: &Scene<'s>) -> Vec<(VisitNo, &'s Visit)> {
    let state = scene.state;
    if state.phase != Phase::Running {
        return Vec::new();
    }
    let visits = state.visits.iter().enumerate();
    visits
        .map(|(n, visit)| (VisitNo::at(n), visit))
        .filter(|(no, visit)| visit.left.is_some() && Some(*no) != state.current)
        .collect()
}

/// "Vraag en advies · ronde 2 van 3".
fn title(scene: &Scene<'_>, visit: &Visit) -> String {
    let speech = scene.visitor.speech();
    let step = scene.state.script.step(visit.cursor.step);
    let title = step.map_or("", |step| step.step.title.get(speech)).to_owned();
    let round = scene.state.round_of(&visit.cursor).map(|(round, of, repeat)| {
        let label = repeat.label.as_ref().map(|label| label.get(speech).to_owned());
        let words = scene.words();
        words.room_round_of(label.unwrap_or_else(|| words.room_round()), round, of)
    });
    std::iter::once(title)
        .chain(round)
        .collect::<Vec<_>>()
        .join(" · ")
}
