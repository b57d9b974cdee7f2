//! All steps of the meeting, and the way to each; leaving a step out on the way.

use maud::{Markup, html};
use session::ids::{BlockNo, StepNo};

use super::super::Scene;
use super::{during, time};

/// Where a step stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    Done,
    Now,
    Ahead,
    Off,
}

/// A step in the list of all.
pub(super) struct Row {
    pub(super) no: StepNo,
    pub(super) stand: Stand,
    /// How often it is still to come.
    pub(super) times: usize,
    /// Planned length in seconds.
    pub(super) seconds: Option<u32>,
}

/// The steps of each block in the order of the agenda, and whether the group may still go there.
pub(super) fn rows(scene: &Scene<'_>) -> Vec<(BlockNo, bool, Vec<Row>)> {
    let state = scene.state;
    let ahead = state.ahead();
    let now = state.now_visit().map(|visit| &visit.cursor);
    let agenda = &state.flow.agenda;
    let place = |block: BlockNo| agenda.iter().position(|other| *other == block);
    let here = now.and_then(|cursor| place(cursor.block));
    let row = |no: &StepNo| {
        let times = ahead.iter().filter(|step| step.cursor.step == *no).count();
        let stand = if now.is_some_and(|cursor| cursor.step == *no) {
            Stand::Now
        } else if state.flow.off.contains(no) {
            Stand::Off
        } else if times == 0 && state.visits.iter().any(|visit| visit.cursor.step == *no) {
            Stand::Done
        } else {
            Stand::Ahead
        };
        Row {
            no: *no,
            stand,
            times,
            seconds: state.seconds_of(*no),
        }
    };
    let blocks = agenda.iter();
    blocks
        .map(|block| {
            let is_open = place(*block) >= here;
            (*block, is_open, state.order(*block).iter().map(row).collect())
        })
        .collect()
}

pub(super) const fn class(stand: Stand) -> &'static str {
    match stand {
        Stand::Done => "done",
        Stand::Now => "now",
        Stand::Ahead => "ahead",
        Stand::Off => "off",
    }
}

/// "8 min" or "8 min, nog 3 keer".
pub(super) fn length(scene: &Scene<'_>, row: &Row) -> String {
    let words = scene.words();
    match (row.seconds, row.times) {
        (None, _) => words.room_untimed(),
        (Some(seconds), 0 | 1) => words.room_minutes(time::length(scene, seconds)),
        (Some(seconds), times) => words.room_minutes_times(time::length(scene, seconds), times),
    }
}

/// Every step, and a button to each that the group may go to.
pub(super) fn steps(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        details.lead-fold id="lead-steps" {
            summary { (words.room_all_steps()) }
            (skip(scene))
            (scene.form("form-go-to", "go-to", &during(scene), &html! {
                @for (block, is_open, rows) in rows(scene) {
                    @if let Some(script) = scene.state.script.block(block) { h3 { (scene.say(&script.name)) } }
                    ol.lead-steps { @for row in &rows { (step(scene, row, is_open)) } }
                }
            }))
        }
    }
}

fn step(scene: &Scene<'_>, row: &Row, is_open: bool) -> Markup {
    let words = scene.words();
    let Some(step) = scene.state.script.step(row.no) else {
        return html! {};
    };
    let title = scene.say(&step.step.title);
    html! {
        li.(class(row.stand)) aria-current=[(row.stand == Stand::Now).then_some("step")] {
            span.lead-step {
                (title)
                @match row.stand {
                    Stand::Done => span.visually-hidden { " " (words.room_done()) },
                    Stand::Off => span.small { " " (words.room_left_out()) },
                    _ => span.small { " " (length(scene, row)) },
                }
            }
            @if is_open && !matches!(row.stand, Stand::Now | Stand::Off) {
                button.button.quiet type="submit" name="step" value=(row.no.0) {
                    (words.room_go_there()) span.visually-hidden { ": " (title) }
                }
            }
        }
    }
}

/// Leaving this step out, with a reason if somebody wants to say one.
fn skip(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    scene.form("form-skip", "skip", &during(scene), &html! {
        div.field {
            label for="form-skip-reason" { (words.room_skip_reason()) }
            input type="text" id="form-skip-reason" name="reason" maxlength="200" autocomplete="off" data-keep="";
        }
        button.button.quiet type="submit" { (words.room_skip()) }
    })
}
