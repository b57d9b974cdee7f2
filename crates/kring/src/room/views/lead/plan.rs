//! The rest of the plan: minutes of each step to come, steps left out or taken in again, another order, one more case.

use maud::{Markup, html};
use session::ids::{BlockNo, SECOND, StepNo};
use session::model::{CaseNeed, Kind};
use ui::hidden;

use super::super::Scene;
use super::steps::{Row, Stand, class, length, rows};
use super::time::{clock_time, set};

/// Shortest and longest length of a step that the buttons offer, in seconds.
const LENGTHS: std::ops::RangeInclusive<u32> = 60..=4 * 60 * 60;

pub(super) fn plan(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let blocks = rows(scene).into_iter().filter(|(_, is_open, _)| *is_open);
    let blocks: Vec<(BlockNo, Vec<Row>)> = blocks.map(|(block, _, rows)| (block, to_come(rows))).collect();
    let has_rows = blocks.iter().any(|(_, rows)| !rows.is_empty());
    html! {
        details.lead-fold id="lead-plan" {
            summary { (words.room_plan()) }
            @if let Some(budget) = &scene.view.budget {
                p { (words.room_plan_ends(clock_time(scene, budget.expected_end), clock_time(scene, budget.planned_end))) }
            }
            @if has_rows {
                (scene.form("form-plan", "plan", &[], &html! {
                    @for (block, rows) in blocks.iter().filter(|(_, rows)| !rows.is_empty()) {
                        @if let Some(script) = scene.state.script.block(*block) { h3 { (scene.say(&script.name)) } }
                        ol.lead-steps { @for row in rows { (change(scene, row)) } }
                    }
                }))
            }
            (order(scene))
            (more(scene))
        }
    }
}

fn to_come(rows: Vec<Row>) -> Vec<Row> {
    let is_ahead = |row: &Row| row.stand == Stand::Off || (row.stand == Stand::Ahead && row.times > 0);
    rows.into_iter().filter(is_ahead).collect()
}

/// Each button says what the step shall be, not by how much it changes: pressing twice changes it once.
fn change(scene: &Scene<'_>, row: &Row) -> Markup {
    let words = scene.words();
    let Some(step) = scene.state.script.step(row.no) else {
        return html! {};
    };
    let title = scene.say(&step.step.title);
    let button = |seconds: Option<u32>, off: bool, label: String| {
        let ends = ends_with(scene, row, if off { 0 } else { seconds.unwrap_or_default() });
        html! {
            button.button.quiet type="submit" name="set" value=(set(row.no.0, seconds, off)) title=(ends) {
                (label) span.visually-hidden { ": " (title) ", " (ends) }
            }
        }
    };
    let is_off = row.stand == Stand::Off;
    let seconds = row.seconds.unwrap_or_default();
    let (less, longer) = (seconds.saturating_sub(60), seconds.saturating_add(60));
    html! {
        li.(class(row.stand)) {
            span.lead-step {
                (title) " " span.small { (length(scene, row)) }
                @if step.step.optional && !is_off { span.small { " · " (words.room_optional()) } }
            }
            span.lead-step-buttons {
                @if is_off {
                    (button(row.seconds, false, words.room_take_in()))
                } @else {
                    @if row.seconds.is_some() && LENGTHS.contains(&less) { (button(Some(less), false, words.room_minus(1))) }
                    @if row.seconds.is_some() && LENGTHS.contains(&longer) { (button(Some(longer), false, words.room_plus(1))) }
                    (button(row.seconds, true, leave_out(scene, row)))
                }
            }
        }
    }
}

/// When the meeting would end if a step took this long.
fn ends_with(scene: &Scene<'_>, row: &Row, seconds: u32) -> String {
    let times = i64::try_from(row.times.max(1)).unwrap_or(1);
    let now = if row.stand == Stand::Off {
        0
    } else {
        row.seconds.unwrap_or_default()
    };
    let more = (i64::from(seconds) - i64::from(now)) * times * SECOND;
    let budget = scene.view.budget.as_ref();
    budget.map_or_else(String::new, |budget| {
        scene
            .words()
            .room_then_ends(clock_time(scene, budget.expected_end.plus(more)))
    })
}

/// "Laat vervallen, einde 20:41".
fn leave_out(scene: &Scene<'_>, row: &Row) -> String {
    let words = scene.words();
    let times = i64::try_from(row.times).unwrap_or_default();
    let wins = i64::from(row.seconds.unwrap_or_default()) * times * SECOND;
    match &scene.view.budget {
        Some(budget) if wins > 0 => {
            words.room_leave_out_ends(clock_time(scene, budget.expected_end.plus(-wins)))
        }
        _ => words.room_leave_out(),
    }
}

/// Steps that may change places, while none of them has been visited.
fn order(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let state = scene.state;
    let visited = |step: &StepNo| state.visits.iter().any(|visit| visit.cursor.step == *step);
    let swaps = state
        .flow
        .agenda
        .iter()
        .filter_map(|block| Some((*block, state.script.block(*block)?)))
        .flat_map(|(block, script)| script.swaps.iter().map(move |swap| (block, swap)))
        .filter(|(_, swap)| !swap.iter().any(visited));
    html! {
        @for (block, swap) in swaps {
            @let now: Vec<StepNo> = state.order(block).iter().copied().filter(|step| swap.contains(step)).collect();
            h3 { (words.room_order()) }
            ol.lead-steps {
                @for (place, step) in now.iter().enumerate() {
                    @if let Some(script) = state.script.step(*step) {
                        li.ahead {
                            span.lead-step { (scene.say(&script.step.title)) }
                            @if let Some(earlier) = earlier(&now, place) {
                                (scene.action(
                                    &format!("form-earlier-{}", step.0),
                                    "reorder",
                                    &[("steps", earlier)],
                                    &words.room_earlier(),
                                ))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The order in which a step has changed places with the one before it.
fn earlier(steps: &[StepNo], place: usize) -> Option<String> {
    let mut steps = steps.to_vec();
    let before = place.checked_sub(1)?;
    (place < steps.len()).then(|| steps.swap(before, place))?;
    let numbers: Vec<String> = steps.iter().map(|step| step.0.to_string()).collect();
    Some(numbers.join(","))
}

/// Once more with another case, in one tap; and the way to every other method.
fn more(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let state = scene.state;
    let with_case = state.flow.agenda.iter().rev().find_map(|block| {
        let script = state.script.block(*block)?;
        (script.kind == Kind::Method && script.case == CaseNeed::One).then_some(script)
    });
    html! {
        h3 { (words.room_more()) }
        @if let (Some(script), Some(after)) = (with_case, after_which(scene)) {
            (scene.form("form-second-case", "block", &[("method", script.method.clone())], &html! {
                (hidden("after", &after.0.to_string()))
                button.button.quiet type="submit" { (words.room_second_case(scene.say(&script.name))) }
            }))
        }
        p { a href=(scene.address("/block", "")) { (words.room_other_method()) } }
    }
}

/// A new block comes after the last method that is not over, so that the end of the meeting stays its end.
pub(super) fn after_which(scene: &Scene<'_>) -> Option<BlockNo> {
    let state = scene.state;
    let here = state.now_visit()?.cursor.block;
    let rest = state.flow.agenda.iter().skip_while(|block| **block != here);
    let methods = rest.filter(|block| {
        state
            .script
            .block(**block)
            .is_some_and(|script| script.kind == Kind::Method)
    });
    Some(methods.last().copied().unwrap_or(here))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_changes_places_with_the_one_before_it_and_the_first_stays() {
        let steps = [StepNo(4), StepNo(5), StepNo(6)];
        assert_eq!(earlier(&steps, 0), None);
        assert_eq!(earlier(&steps, 2).as_deref(), Some("4,6,5"));
        assert_eq!(earlier(&steps, 3), None);
    }
}
