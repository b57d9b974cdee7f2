//! What whoever leads sees: the words to say now, and the buttons for steps and time.

use maud::{Markup, html};
use session::ids::{InputNo, SECOND};
use session::model::{CaseNeed, Mode, Role};
use ui::locale::time;
use ui::{Choice, Field, choice_field};

use super::Scene;

/// Nothing for whoever does not lead; the way back to the lead for whom it is by right.
pub(super) fn lead(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let Some(you) = scene.view.you.as_ref().filter(|_| scene.is_open()) else {
        return html! {};
    };
    if you.may_take_back {
        return scene.action("form-take-back", "take-back", &[], &words.room_take_back());
    }
    if you.may_take_over {
        return scene.action("form-take-over", "take-over", &[], &words.room_take_over());
    }
    if !you.leads {
        return html! {};
    }
    match scene.view.phase {
        "lobby" => html! {
            (owner(scene))
            div.room-buttons { (scene.main_action("form-begin", "begin", &[], &words.room_begin())) }
        },
        "running" => html! {
            h2 { (words.room_lead()) }
            (script(scene))
            (owner(scene))
            (steps(scene))
            (time_buttons(scene))
            (budget(scene))
            (end(scene))
        },
        _ => html! {},
    }
}

fn script(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        @if let Some(step) = &scene.view.step {
            @if let Some(say) = step.say {
                div.room-say {
                    p.room-say-label { (words.room_say()) }
                    blockquote { (scene.say(say)) }
                }
            }
            @if let Some(tip) = step.tip { p.small { (words.room_tip()) " " (scene.say(tip)) } }
        }
    }
}

/// On with the step: first showing what is hidden and giving turns, then going on.
fn steps(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let hidden = to_reveal(scene);
    let in_turns = scene.view.step.as_ref().is_some_and(|step| step.turn.is_some());
    let is_next_main = hidden.is_empty();
    html! {
        div.room-buttons {
            @for (input, count) in &hidden {
                (scene.main_action(
                    &format!("form-reveal-{}", input.0),
                    "reveal",
                    &[("input", input.0.to_string())],
                    &words.room_reveal(*count),
                ))
            }
            @if in_turns { (scene.action("form-lead-next-turn", "next-turn", &[], &words.room_next_turn())) }
            @if is_next_main { (scene.main_action("form-next", "next", &[], &words.room_next())) }
            @else { (scene.action("form-next", "next", &[], &words.room_next())) }
            (scene.action("form-back", "back", &[], &words.room_back()))
        }
        @let ready = scene.view.ready;
        @if ready.waits_for > 0 {
            p.small { (words.room_ready_count(ready.ready, ready.of)) }
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

fn time_buttons(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let clock = &scene.view.clock;
    let waits = clock.ends_at.is_none() && clock.planned.is_some() && clock.left == clock.planned;
    html! {
        div.room-buttons.small-buttons {
            @if clock.side_talk.is_some() {
                (scene.main_action("form-time-in", "time-in", &[], &words.room_time_in()))
            } @else {
                @if clock.ends_at.is_some() {
                    (scene.action("form-pause", "pause", &[], &words.room_pause()))
                } @else if waits {
                    (scene.main_action("form-start", "start", &[], &words.room_start_clock()))
                } @else if clock.left.is_some() {
                    (scene.main_action("form-resume", "resume", &[], &words.room_resume()))
                }
                (scene.action("form-plus-1", "time", &[("seconds", "60".to_owned())], &words.room_plus(1)))
                (scene.action("form-plus-5", "time", &[("seconds", "300".to_owned())], &words.room_plus(5)))
                (scene.action("form-time-out", "time-out", &[], &words.room_time_out()))
            }
        }
    }
}

fn budget(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        @if let Some(budget) = &scene.view.budget {
            @let minutes = budget.drift / (60 * SECOND);
            @let ends = jiff::Timestamp::from_microsecond(budget.expected_end.0).unwrap_or_default();
            @let ends = time(scene.visitor.language, ends);
            p.small.room-budget {
                @if minutes >= 1 { (words.room_behind(minutes, ends)) }
                @else if minutes <= -1 { (words.room_ahead(minutes.abs(), ends)) }
                @else { (words.room_on_time(ends)) }
            }
        }
    }
}

fn end(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        details.room-end-early {
            summary { (words.room_end_early()) }
            p.small { (words.room_end_early_text()) }
            (scene.action("form-end", "end", &[], &words.room_end_button()))
        }
    }
}

/// Somebody must bring the case in before a method with one case can be played.
fn owner(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let state = scene.state;
    let has_cases = !state.cases.is_empty()
        || state
            .roles
            .get(&Role::Owner)
            .is_some_and(|seats| !seats.is_empty());
    let chooses = state
        .script
        .steps
        .iter()
        .any(|step| step.step.choose_case.is_some());
    let needs = state
        .script
        .blocks
        .iter()
        .any(|block| block.case == CaseNeed::One);
    let people: Vec<Choice> = state
        .taking_part()
        .into_iter()
        .map(|seat| Choice {
            value: seat.0.to_string(),
            label: scene.name(seat),
        })
        .collect();
    let field = Field {
        name: "seat",
        label: &words.room_who_owns(),
        hint: "",
        value: "",
        problem: None,
    };
    html! {
        @if needs && !has_cases && !chooses && !people.is_empty() {
            (scene.form("form-owner", "role", &[("role", "owner".to_owned())], &html! {
                (choice_field(&field, &people))
                button.button.quiet type="submit" { (words.room_make_owner()) }
            }))
        }
    }
}
