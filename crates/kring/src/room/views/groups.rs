//! Pairs and small groups: with whom, where, and who does what.

use maud::{Markup, html};
use session::ids::Seat;
use session::view::GroupView;
use ui::locale::and_list;
use ui::{Icon, icon};

use super::Scene;
use super::circle::others;
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
                @if let Some(next) = &scene.view.your_next_group {
                    p.room-group-next { (words.room_group_next(others(scene, &next.seats))) }
                }
            }
        } @else if scene.my_seat().is_none() && !groups.is_empty() {
            ol.room-tables {
                @for (place, group) in groups.iter().enumerate() {
                    li { strong { (words.room_table(place + 1)) } " " (names(scene, &group.seats)) }
                }
            }
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
