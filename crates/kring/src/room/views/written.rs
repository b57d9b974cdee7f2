//! The room in writing: windows of days instead of a clock, each person in their own time.

use jiff::Timestamp;
use maud::{Markup, html};
use session::ids::{At, DAY};
use session::script::Pace;
use ui::locale::{date, short_month, time};
use ui::{CircleView, Icon, icon};

use super::Scene;

/// Seconds in a day, for giving the group a day more.
const A_DAY: i64 = 24 * 60 * 60;

pub(super) fn is_written(scene: &Scene<'_>) -> bool {
    scene.view.pace == Pace::Written
}

fn moment(at: At) -> Timestamp {
    Timestamp::from_microsecond(at.0).unwrap_or_default()
}

/// In the middle of the circle stands the day on which the window closes. Nothing ticks.
pub(super) fn clock(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let language = scene.visitor.language;
    let end = scene.view.clock.ends_at;
    let (shown, small) = match end {
        Some(end) => {
            let end = moment(end);
            let day = ui::locale::local(end).day();
            (
                format!("{day} {}", short_month(language, end)),
                words.room_window_until(time(language, end)),
            )
        }
        None if scene.view.phase == "lobby" => (String::new(), words.room_clock_lobby()),
        None => (String::new(), words.room_clock_untimed()),
    };
    html! {
        div.part.room-clock.room-window-clock id="room-clock" data-part="" {
            (ui::circle(&CircleView {
                id: "clock".to_owned(),
                title: words.room_clock(),
                description: format!("{shown} {small}"),
                clock: Some(share(scene)),
                middle: (shown.clone(), small.clone()),
                ..CircleView::default()
            }))
            p.room-digits aria-hidden="true" { strong { (shown) } " " span { (small) } }
        }
    }
}

/// The part of the ring that is left, in whole days.
fn share(scene: &Scene<'_>) -> (f64, f64) {
    let clock = &scene.view.clock;
    let days = |micros: i64| i32::try_from(micros.max(0) / DAY).map_or(1.0, f64::from);
    let (Some(end), Some(planned)) = (clock.ends_at, clock.planned) else {
        return (1.0, 1.0);
    };
    let left = days(end.since(scene.view.now).saturating_add(DAY - 1));
    ((1.0 - left / days(planned).max(1.0)).clamp(0.0, 1.0), 1.0)
}

/// Until when, how many did their part, and whether I did mine.
pub(super) fn window(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let (true, Some(visit)) = (is_written(scene), scene.state.now_visit()) else {
        return html! {};
    };
    let is_asked = scene
        .view
        .inputs
        .iter()
        .any(|input| input.min > 0 && !input.together);
    // Where nothing has to be written there is nobody to count.
    let asks = scene.state.now_step().is_some_and(|step| {
        let inputs = step.inputs.iter().filter_map(|input| scene.state.input(*input));
        inputs.into_iter().any(|input| input.min > 0 && !input.together)
    });
    let awaited = if asks {
        scene.state.awaited(visit)
    } else {
        Vec::new()
    };
    let missing = scene.state.missing(visit);
    let mine = scene.my_seat().filter(|seat| is_asked && awaited.contains(seat));
    html! {
        div.room-window {
            @if let Some(end) = scene.view.clock.ends_at {
                @let end = moment(end);
                p { (icon(Icon::Clock)) span { (words.room_window(date(scene.visitor.language, end), time(scene.visitor.language, end))) } }
            }
            @if !awaited.is_empty() {
                p { (icon(Icon::People)) span { (words.room_window_done(awaited.len(), awaited.len().saturating_sub(missing.len()))) } }
            }
            @if let Some(me) = mine {
                @if missing.contains(&me) { p { (icon(Icon::Pencil)) strong { (words.room_window_yours()) } } }
                @else { p.room-full { (icon(Icon::Check)) span { (words.room_window_yours_done()) } } }
            }
        }
    }
}

/// Whoever leads gives the group a day more.
pub(super) fn longer(scene: &Scene<'_>) -> Markup {
    let label = scene.words().room_window_longer();
    html! {
        @if scene.view.clock.ends_at.is_some() {
            (scene.action("form-time-day", "time", &[("seconds", A_DAY.to_string())], &label))
        }
    }
}
