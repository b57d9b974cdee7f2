//! Pairs and small groups: with whom, where, and who does what.

use maud::{Markup, html};
use session::ids::Seat;
use session::view::{GroupClockView, GroupView};
use ui::locale::and_list;
use ui::{Icon, icon};

use super::Scene;
use super::circle::{digits, others};
use super::lead::during;
use crate::room::rules::table_link;

/// The group of the viewer; everybody's groups where nobody in particular looks.
pub(super) fn mine(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let groups = &scene.view.groups;
    let mine = scene
        .view
        .your_group
        .and_then(|number| Some((number, groups.get(number.checked_sub(1)?)?)));
    html! {
        @if let Some((number, group)) = mine {
            div.room-group {
                p.room-group-who { (icon(Icon::People)) (words.room_group(number, others(scene, &group.seats))) }
                @if let Some(part) = part(scene, group) { p.room-group-part { (part) } }
                @if let Some(link) = scene.online.filter(|_| !scene.view.looking_back).and_then(|online| table_link(online, number)) {
                    p { a href=(link) rel="noreferrer" target="_blank" { (words.room_table_link(number)) } }
                }
                (own_time(scene, group))
                @if let Some(next) = &scene.view.your_next_group {
                    p.room-group-next { (words.room_group_next(others(scene, &next.seats))) }
                }
            }
        } @else if scene.my_seat().is_none() && !groups.is_empty() {
            ol.room-tables {
                @for (place, group) in groups.iter().enumerate() {
                    li {
                        strong { (words.room_table(place + 1)) } " " (names(scene, &group.seats))
                        @if let Some(clock) = &group.clock { " " span.small { (left(scene, clock)) } }
                    }
                }
            }
        }
    }
}

/// The time of this table beside the clock of the step: a pair that sits down later has its whole round.
fn own_time(scene: &Scene<'_>, group: &GroupView) -> Markup {
    let words = scene.words();
    html! {
        @if let Some(clock) = &group.clock {
            p.room-group-time {
                @if clock.done {
                    (icon(Icon::Check)) (words.room_group_is_done())
                } @else {
                    (icon(Icon::Clock)) (words.room_group_time()) " " (left(scene, clock))
                    @if clock.ends_at.is_none() { " " span.small { (words.room_group_stands()) } }
                }
            }
        }
        @if scene.view.may_set_group_time {
            div.room-buttons.small-buttons.room-group-buttons { (time_buttons(scene, group.clock.as_ref())) }
        }
    }
}

fn time_buttons(scene: &Scene<'_>, clock: Option<&GroupClockView>) -> Markup {
    let words = scene.words();
    let has_time = scene.view.clock.planned.is_some();
    let button = |verb: &str, label: &str| scene.action(&format!("form-{verb}"), verb, &during(scene), label);
    let runs = clock.is_some_and(|clock| clock.ends_at.is_some());
    let stands = clock.is_some_and(|clock| clock.left.is_some());
    let is_done = clock.is_some_and(|clock| clock.done);
    html! {
        @if has_time && !runs && !stands { (button("group-begin", &words.room_group_begin())) }
        @if runs { (button("group-pause", &words.room_pause())) }
        @if is_done { (button("group-resume", &words.room_group_not_done())) }
        @else if stands { (button("group-resume", &words.room_resume())) }
        @if runs || stands {
            @let values = during(scene).into_iter().chain([("seconds", "60".to_owned())]).collect::<Vec<_>>();
            (scene.action("form-group-time", "group-time", &values, &words.room_plus(1)))
        }
        @if !is_done { (button("group-done", &words.room_group_done())) }
    }
}

/// "3:20" that counts down where there is a script.
pub(super) fn left(scene: &Scene<'_>, clock: &GroupClockView) -> Markup {
    let now = scene.view.now;
    let left = clock.ends_at.map(|end| end.since(now)).or(clock.left);
    html! {
        @if let Some(left) = left {
            strong.room-group-left data-until=[clock.ends_at.map(|end| end.0)] { (digits(left)) }
        }
    }
}

/// "Jij vraagt, Bram denkt mee", or whose turn it is in the group.
fn part(scene: &Scene<'_>, group: &GroupView) -> Option<String> {
    let words = scene.words();
    let me = scene.my_seat()?;
    let (askers, thinkers) = group
        .seats
        .split_at(usize::from(group.askers).min(group.seats.len()));
    if !askers.is_empty() && !thinkers.is_empty() {
        let (count, others) = (askers.len(), others(scene, askers));
        return Some(if askers.contains(&me) && count == 1 {
            words.room_you_ask(thinkers.len(), names(scene, thinkers))
        } else if askers.contains(&me) {
            words.room_you_ask_in_turn(others, names(scene, thinkers))
        } else {
            words.room_you_think(count, others)
        });
    }
    group.client.map(|client| {
        if client == me {
            words.room_your_question_is_on()
        } else {
            words.room_question_of(scene.name(client))
        }
    })
}

/// "Bram en Chitra".
pub(super) fn names(scene: &Scene<'_>, seats: &[Seat]) -> String {
    let names: Vec<String> = seats.iter().map(|seat| scene.name(*seat)).collect();
    and_list(scene.visitor.language, &names)
}
