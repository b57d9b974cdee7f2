//! The buttons of the clock, the time over the whole meeting, and conversations that stop the clock.

use jiff::Timestamp;
use maud::{Markup, html};
use session::budget::Budget;
use session::ids::{At, SECOND};
use ui::locale::{minutes, time};
use ui::{Icon, icon};

use super::super::{Scene, written};
use super::{during, press};

const MINUTE: i64 = 60 * SECOND;

/// From this many minutes on somebody should look at the plan.
const FAR_BEHIND: i64 = 6;

/// "20:45".
pub(super) fn clock_time(scene: &Scene<'_>, at: At) -> String {
    let at = Timestamp::from_microsecond(at.0).unwrap_or_default();
    time(scene.visitor.language, at)
}

/// "2,5".
pub(super) fn length(scene: &Scene<'_>, seconds: u32) -> String {
    minutes(scene.visitor.language, seconds)
}

/// Beside the main button: pause, and one minute more.
pub(super) fn bar(scene: &Scene<'_>) -> Markup {
    if written::is_written(scene) {
        return written::longer(scene);
    }
    let words = scene.words();
    let clock = &scene.view.clock;
    html! {
        @if clock.side_talk.is_none() {
            @if clock.ends_at.is_some() {
                (press(scene, (" ", false), ("form-pause", "pause"), &during(scene), &words.room_pause()))
            }
            (more(scene, 60, "+"))
        }
    }
}

/// The other steps of the clock.
pub(super) fn buttons(scene: &Scene<'_>) -> Markup {
    if written::is_written(scene) {
        return html! {};
    }
    let words = scene.words();
    let clock = &scene.view.clock;
    html! {
        @if clock.side_talk.is_none() {
            (more(scene, 300, ""))
            @if clock.planned.is_some() || clock.left.is_some() || clock.ends_at.is_some() { (more(scene, -60, "-")) }
            (press(scene, ("t", false), ("form-time-out", "time-out"), &during(scene), &words.room_time_out()))
        }
    }
}

fn more(scene: &Scene<'_>, seconds: i32, key: &str) -> Markup {
    let words = scene.words();
    let label = if seconds < 0 {
        words.room_minus(-seconds / 60)
    } else {
        words.room_plus(seconds / 60)
    };
    let values = with(scene, "seconds", seconds.to_string());
    press(
        scene,
        (key, false),
        (&format!("form-time-{seconds}"), "time"),
        &values,
        &label,
    )
}

/// Ahead or behind over the whole meeting, and how to win time back.
pub(super) fn budget(scene: &Scene<'_>) -> Markup {
    // Days are not ahead or behind by minutes.
    if written::is_written(scene) {
        return html! {};
    }
    let words = scene.words();
    let Some(budget) = &scene.view.budget else {
        return html! {};
    };
    let late = budget.drift / MINUTE;
    let (class, sign, text) = match late {
        1.. => {
            let class = if late < FAR_BEHIND { "late" } else { "very-late" };
            (
                class,
                Icon::Clock,
                words.room_behind(clock_time(scene, budget.expected_end), late),
            )
        }
        ..=-1 => (
            "ahead",
            Icon::Check,
            words.room_ahead(clock_time(scene, budget.expected_end), -late),
        ),
        0 => (
            "on-time",
            Icon::Check,
            words.room_on_time(clock_time(scene, budget.expected_end)),
        ),
    };
    html! {
        div.lead-budget.(class) {
            p { (icon(sign)) (text) }
            (proposal(scene, budget))
        }
    }
}

/// Changes that win the time back, with what they come to before anybody agrees to them.
fn proposal(scene: &Scene<'_>, budget: &Budget) -> Markup {
    let words = scene.words();
    if budget.proposal.is_empty() || budget.wins == 0 {
        return html! {};
    }
    let set: Vec<String> = budget
        .proposal
        .iter()
        .map(|change| set(change.step.0, change.seconds, change.off))
        .collect();
    let then = budget.expected_end.plus(-i64::from(budget.wins) * SECOND);
    html! {
        details.lead-fold id="lead-win" {
            summary { (words.room_win_time(clock_time(scene, then))) }
            ul.lead-changes {
                @for change in &budget.proposal {
                    @if let Some(step) = scene.state.script.step(change.step) {
                        @let title = scene.say(&step.step.title);
                        @let old = length(scene, scene.state.seconds_of(change.step).unwrap_or_default());
                        li {
                            @if change.off { (words.room_win_off(title, old)) }
                            @else { (words.room_win_shorter(title, length(scene, change.seconds.unwrap_or_default()), old)) }
                        }
                    }
                }
            }
            (scene.action("form-win", "plan", &[("set", set.join(","))], &words.room_win_button()))
        }
    }
}

/// For this visit, and one value more.
fn with(scene: &Scene<'_>, name: &'static str, value: String) -> Vec<(&'static str, String)> {
    let mut values = during(scene);
    values.push((name, value));
    values
}

/// "3:240:on": how a form says what a step shall be.
pub(super) fn set(step: u16, seconds: Option<u32>, off: bool) -> String {
    let seconds = seconds.map_or_else(String::new, |seconds| seconds.to_string());
    format!("{step}:{seconds}:{}", if off { "off" } else { "on" })
}

/// Conversations beside the method: the clock waits for them.
pub(super) fn side_talks(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    if scene.view.clock.side_talk.is_some() {
        return html! {};
    }
    let kinds = [
        (
            "disturbance",
            words.room_talk_disturbance(),
            words.room_talk_disturbance_text(),
        ),
        ("meta", words.room_talk_meta(), words.room_talk_meta_text()),
        (
            "strategy",
            words.room_talk_strategy(),
            words.room_talk_strategy_text(),
        ),
    ];
    html! {
        details.lead-fold id="lead-talks" {
            summary { (words.room_talks()) }
            ul.lead-changes {
                @for (kind, label, text) in &kinds {
                    li.lead-row {
                        (scene.action(&format!("form-talk-{kind}"), "side-talk", &with(scene, "kind", (*kind).to_owned()), label))
                        span.small { (text) }
                    }
                }
            }
        }
    }
}
