//! What whoever leads sees: the words to say now, the one button for what comes next, and calm behind it everything else.
//!
//! Whoever does not lead sees here who stands in for whom, and the way to the lead when it is theirs to take.

mod attendance;
mod block;
mod lobby;
mod people;
mod plan;
mod steps;
mod succession;
mod tables;
mod time;
mod turns;
mod watching;

use maud::{Markup, html};
use session::ids::InputNo;
use session::model::Mode;
use ui::{Icon, icon};

use super::Scene;

pub(in crate::room) use attendance::attendance;
pub(in crate::room) use block::block;

/// The board of whoever leads; for everybody else who leads in whose place.
pub(super) fn lead(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    // Whoever leads reads the agreements first, like everybody.
    if scene.view.damage.is_some() || scene.view.must_accept.is_some() {
        return html! {};
    }
    if !scene.leads() {
        return succession::succession(scene);
    }
    match scene.view.phase {
        "lobby" => html! { div.lead-board { (lobby::lobby(scene)) } },
        "running" => html! {
            div.lead-board {
                h2 { (words.room_lead()) }
                (succession::succession(scene))
                (script(scene))
                (owner_missing(scene))
                (turns::turns(scene))
                (tables::tables(scene))
                (bar(scene))
                (moves(scene))
                (progress(scene))
                (time::budget(scene))
                div.lead-more {
                    (steps::steps(scene))
                    (plan::plan(scene))
                    (people::people(scene))
                    (time::side_talks(scene))
                    (end(scene))
                }
            }
        },
        // The report is its owner's; what is left to whoever leads is who was there.
        _ => html! { div.lead-board { p { (people::attendance_link(scene)) } } },
    }
}

/// A button of whoever leads, with the key that presses it.
fn press(
    scene: &Scene<'_>,
    (key, is_main): (&str, bool),
    (id, verb): (&str, &str),
    values: &[(&str, String)],
    label: &str,
) -> Markup {
    let button = html! {
        button.button.quiet[!is_main] type="submit" data-key=[(!key.is_empty()).then_some(key)] { (label) }
    };
    scene.form(id, verb, values, &button)
}

/// For which visit a button stands on the page: it moves nobody on who has moved on already.
pub(super) fn during(scene: &Scene<'_>) -> Vec<(&'static str, String)> {
    let visit = scene.state.current;
    visit
        .map(|visit| ("during", visit.0.to_string()))
        .into_iter()
        .collect()
}

fn script(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        @if let Some(step) = &scene.view.step {
            @if let Some(say) = step.say {
                div.room-say {
                    p.room-say-label { (icon(Icon::Speech)) (words.room_say()) }
                    blockquote { (scene.say(say)) }
                }
            }
            @if let Some(tip) = step.tip { p.small { strong { (words.room_tip()) } " " (scene.say(tip)) } }
        }
    }
}

fn owner_missing(scene: &Scene<'_>) -> Markup {
    html! { @if scene.view.owner_missing { (people::owner(scene)) } }
}

/// What the main button does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Main {
    TimeIn,
    Start,
    Resume,
    Turn,
    Reveal,
    Next,
}

fn main_of(scene: &Scene<'_>) -> Main {
    let clock = &scene.view.clock;
    let stands = clock.ends_at.is_none() && clock.left.is_some();
    match () {
        () if clock.side_talk.is_some() => Main::TimeIn,
        () if stands && clock.left == clock.planned => Main::Start,
        () if stands => Main::Resume,
        () if scene.view.step.as_ref().is_some_and(|step| step.turn.is_some()) => Main::Turn,
        () if !to_reveal(scene).is_empty() => Main::Reveal,
        () => Main::Next,
    }
}

/// Always within reach, on a phone at its lower edge: the clock and the sensible next thing.
fn bar(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let main = main_of(scene);
    html! {
        div.lead-bar {
            p.lead-clock data-mirror="" aria-hidden="true" {}
            @match main {
                Main::TimeIn => (press(scene, ("t", true), ("form-time-in", "time-in"), &during(scene), &words.room_time_in())),
                Main::Start => (press(scene, (" ", true), ("form-start", "start"), &during(scene), &words.room_start_clock())),
                Main::Resume => (press(scene, (" ", true), ("form-resume", "resume"), &during(scene), &words.room_resume())),
                Main::Turn => (turns::next(scene, true)),
                Main::Reveal => (reveals(scene, true)),
                Main::Next => (next(scene, true)),
            }
            (time::bar(scene))
        }
    }
}

fn next(scene: &Scene<'_>, is_main: bool) -> Markup {
    let words = scene.words();
    let label = if scene.view.next.is_some() {
        words.room_next()
    } else {
        words.room_finish()
    };
    press(
        scene,
        ("n", is_main),
        ("form-next", "next"),
        &during(scene),
        &label,
    )
}

/// Shows what was written unseen. The first one is the next thing to do.
fn reveals(scene: &Scene<'_>, is_main: bool) -> Markup {
    html! {
        @for (place, (input, count)) in to_reveal(scene).into_iter().enumerate() {
            @let key = if place == 0 { "s" } else { "" };
            (press(
                scene,
                (key, is_main && place == 0),
                (&format!("form-reveal-{}", input.0), "reveal"),
                &[("input", input.0.to_string())],
                &scene.words().room_reveal(count),
            ))
        }
    }
}

/// Blind inputs of this step that hold something and are not shown yet, with how many entries.
fn to_reveal(scene: &Scene<'_>) -> Vec<(InputNo, usize)> {
    let state = scene.state;
    let (Some(visit), Some(no), Some(step)) = (state.now_visit(), state.current, state.now_step()) else {
        return Vec::new();
    };
    let blind = step.inputs.iter().filter(|input| {
        state
            .input(**input)
            .is_some_and(|input| input.mode == Mode::Blind)
    });
    blind
        .filter(|input| !state.revealed(no, **input))
        .map(|input| {
            let written = visit.entries.iter().filter(|((other, _), _)| other == input);
            (
                *input,
                written.map(|(_, count)| usize::from(*count)).sum::<usize>(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// The other ways to move: one tap each.
fn moves(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let main = main_of(scene);
    html! {
        div.room-buttons.small-buttons.lead-moves {
            @if main != Main::Reveal { (reveals(scene, false)) }
            @if main != Main::Turn { (turns::next(scene, false)) }
            @if !matches!(main, Main::Next | Main::TimeIn) { (next(scene, false)) }
            @if scene.state.trail.len() > 1 {
                (press(scene, ("b", false), ("form-back", "back"), &during(scene), &words.room_back()))
            }
            (time::buttons(scene))
            @if scene.state.now_visit().is_some_and(|visit| scene.state.grouping_of(visit).is_some()) {
                (press(scene, ("", false), ("form-regroup", "regroup"), &during(scene), &words.room_regroup()))
            }
        }
    }
}

/// How many are ready, and who is still busy; never with what.
fn progress(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let ready = scene.view.ready;
    let Some(visit) = scene.state.now_visit().filter(|_| ready.of > 0) else {
        return html! {};
    };
    let has_inputs = scene.state.now_step().is_some_and(|step| !step.inputs.is_empty());
    let awaited = scene.state.awaited(visit);
    let wrote = scene.view.circle.iter().filter(|person| person.wrote);
    let wrote = wrote.filter(|person| awaited.contains(&person.seat)).count();
    let busy: Vec<String> = awaited
        .iter()
        .filter(|seat| !visit.ready.contains(seat))
        .map(|seat| scene.name(*seat))
        .collect();
    html! {
        @if has_inputs || ready.ready > 0 {
            p.lead-progress {
                (icon(Icon::People))
                span {
                    @if has_inputs { (words.room_wrote_count(wrote, awaited.len())) " " }
                    (words.room_ready_count(ready.ready, ready.of))
                    @if ready.ready > 0 && !busy.is_empty() {
                        ". " (words.room_still_busy(ui::locale::and_list(scene.visitor.language, &busy)))
                    }
                }
            }
        }
    }
}

fn end(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        details.lead-fold id="lead-end" {
            summary { (words.room_end_early()) }
            p.small { (words.room_end_early_text()) }
            (scene.action("form-end", "end", &[], &words.room_end_button()))
        }
    }
}
