//! The circle with its clock, and the people in words.

use std::collections::BTreeSet;

use maud::{Markup, html};
use session::ids::{SECOND, Seat};
use session::model::OwnerPlace;
use session::view::SeatView;
use ui::locale::and_list;
use ui::{CircleView, Icon, Layout, Link, Place, Voice, icon};

use super::{Scene, presence, written};
use crate::people::initials;

/// Everybody with a seat. The ring around them is another part, because it changes with the time.
pub(super) fn circle(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let people = &scene.view.circle;
    if people.is_empty() {
        return html! {};
    }
    let present: Vec<String> = people
        .iter()
        .filter(|person| person.present)
        .map(|person| scene.name(person.seat))
        .collect();
    let speaking: Vec<String> = people
        .iter()
        .filter(|person| speaks(scene, person))
        .map(|person| scene.name(person.seat))
        .collect();
    let language = scene.visitor.language;
    let mut description = words.room_circle_people(and_list(language, &present));
    if !speaking.is_empty() {
        description.push(' ');
        description.push_str(&words.room_circle_speaks(and_list(language, &speaking)));
    }
    for line in [owners(scene), wrote(scene)].into_iter().flatten() {
        description.push(' ');
        description.push_str(&line);
    }
    let (layout, links) = arrangement(scene);
    ui::circle(&CircleView {
        id: "circle".to_owned(),
        title: words.room_circle(),
        description,
        seats: people.iter().map(|person| seat(scene, person)).collect(),
        layout,
        links,
        clock: None,
        middle: (String::new(), String::new()),
    })
}

/// Who owns the case, for the picture in words; where they are is said beside the step.
fn owners(scene: &Scene<'_>) -> Option<String> {
    let owners = scene
        .view
        .circle
        .iter()
        .filter(|person| person.owner && person.present);
    let names: Vec<String> = owners.map(|person| scene.name(person.seat)).collect();
    (!names.is_empty()).then(|| {
        scene
            .words()
            .room_circle_owner(and_list(scene.visitor.language, &names))
    })
}

/// How many have written, never what.
fn wrote(scene: &Scene<'_>) -> Option<String> {
    let people = || {
        scene
            .view
            .circle
            .iter()
            .filter(|person| person.present && person.takes_part)
    };
    let wrote = people().filter(|person| person.wrote).count();
    (wrote > 0 && scene.is_running()).then(|| scene.words().room_circle_wrote(wrote, people().count()))
}

/// In a round only who has the turn sits in the light; otherwise everybody who may speak.
fn speaks(scene: &Scene<'_>, person: &SeatView<'_>) -> bool {
    let in_turns = scene.view.step.as_ref().is_some_and(|step| step.turn.is_some());
    scene.is_running() && person.present && if in_turns { person.turn } else { person.may_speak }
}

/// Who may speak with many others does not sit in the light: then everybody would, and nobody would stand out.
fn few_speak(scene: &Scene<'_>) -> bool {
    let speakers = scene.view.circle.iter().filter(|person| speaks(scene, person));
    speakers.count() <= 2
}

fn seat(scene: &Scene<'_>, person: &SeatView<'_>) -> ui::Seat {
    let owner_place = scene
        .view
        .step
        .as_ref()
        .map_or(OwnerPlace::Circle, |step| step.owner_place);
    let place = match owner_place {
        _ if !person.present => Place::Away,
        OwnerPlace::Outside if person.owner => Place::Outside,
        OwnerPlace::Back if person.owner => Place::Back,
        OwnerPlace::Away if person.owner => Place::Away,
        OwnerPlace::CameraOff if person.owner => Place::CameraOff,
        _ => Place::Circle,
    };
    ui::Seat {
        label: person.name.map(initials).unwrap_or_default(),
        name: person
            .name
            .and_then(|name| name.split_whitespace().next())
            .unwrap_or_default()
            .to_owned(),
        voice: match speaks(scene, person) {
            true if few_speak(scene) => Voice::Speaks,
            true => Voice::May,
            false => Voice::Quiet,
        },
        owner: person.owner,
        facilitator: person.leads,
        place,
        // After the end nobody waits for anybody.
        pencil: person.wrote && scene.is_running(),
        ready: person.ready && scene.is_running(),
        guest: person.guest,
    }
}

/// Small groups: pairs face each other, other groups sit in small rings.
fn arrangement(scene: &Scene<'_>) -> (Layout, Vec<Link>) {
    let groups = &scene.view.groups;
    if groups.is_empty() {
        return (Layout::Ring, Vec::new());
    }
    let pairs: Vec<(usize, usize)> = groups
        .iter()
        .filter_map(|group| match group.seats.as_slice() {
            [one, other] => Some((one.index(), other.index())),
            _ => None,
        })
        .collect();
    let is_in_halves = groups.iter().any(|group| group.askers > 0);
    if is_in_halves && pairs.len() == groups.len() {
        let links = pairs.iter().map(|(one, other)| Link(*one, *other)).collect();
        return (Layout::Facing(pairs), links);
    }
    let rings = groups
        .iter()
        .map(|group| group.seats.iter().map(|seat| seat.index()).collect())
        .collect();
    (Layout::Groups(rings), Vec::new())
}

/// The clock: a ring that runs empty and the time in the middle. The script lets it run; without one it shows the moment at
/// which the page was made.
pub(super) fn clock(scene: &Scene<'_>) -> Markup {
    if written::is_written(scene) {
        return written::clock(scene);
    }
    let words = scene.words();
    let clock = &scene.view.clock;
    let left = match (clock.ends_at, clock.left) {
        (Some(end), _) => Some(end.since(scene.view.now)),
        (None, left) => left,
    };
    let stands = clock.ends_at.is_none();
    let small = match (scene.view.phase, left) {
        ("lobby", _) => words.room_clock_lobby(),
        ("running", None) => words.room_clock_untimed(),
        (_, Some(left)) if left < 0 => words.room_clock_over(),
        (_, Some(_)) if stands => words.room_clock_stands(),
        (_, Some(_)) => words.room_clock_left(),
        _ => String::new(),
    };
    let shown = left.map(digits).unwrap_or_default();
    let has_groups = !scene.view.groups.is_empty();
    html! {
        div.part.room-clock.with-groups[has_groups] id="room-clock" data-part="" data-ends-at=[clock.ends_at.map(|end| end.0)]
            data-left=[clock.left] data-planned=[clock.planned] data-small=(words.room_clock_left()) {
            (ui::circle(&CircleView {
                id: "clock".to_owned(),
                title: words.room_clock(),
                description: format!("{shown} {small}"),
                // Without a clock the ring stays, empty.
                clock: Some(left.map_or((1.0, 1.0), |left| ring(left, clock.planned))),
                middle: if has_groups { (String::new(), String::new()) } else { (shown.clone(), small.clone()) },
                ..CircleView::default()
            }))
            p.room-digits aria-hidden="true" { strong data-digits="" { (shown) } " " span data-small-text="" { (small) } }
        }
    }
}

/// The lit part of the ring: what is left.
fn ring(left: i64, planned: Option<i64>) -> (f64, f64) {
    let seconds = |micros: i64| i32::try_from(micros / SECOND).map_or(f64::from(i32::MAX), f64::from);
    let planned = seconds(planned.unwrap_or(left).max(SECOND));
    ((1.0 - seconds(left) / planned).clamp(0.0, 1.0), 1.0)
}

/// "4:05", and "+0:30" in overtime.
pub(super) fn digits(left: i64) -> String {
    let sign = if left < 0 { "+" } else { "" };
    // Rounded up, so that a clock that has just been started shows its whole time.
    let seconds = if left < 0 {
        -left / SECOND
    } else {
        (left + SECOND - 1) / SECOND
    };
    format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
}

/// Who is here and what they are doing, in words; whoever leads gives turns here.
pub(super) fn people(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        @if !scene.view.circle.is_empty() {
            h2 { (words.room_people()) }
            ul.room-people-list { @for person in &scene.view.circle { (one(scene, person)) } }
            @if scene.view.phase == "running" && scene.view.ready.of > 0 && scene.view.ready.ready > 0 {
                p.room-count { (icon(Icon::Check)) (words.room_ready_count(scene.view.ready.ready, scene.view.ready.of)) }
            }
        }
    }
}

/// Some of the people, each to take the place of how they looked before.
pub(in crate::room) fn some(scene: &Scene<'_>, seats: &BTreeSet<Seat>) -> Markup {
    let people = scene.view.circle.iter();
    html! { @for person in people.filter(|person| seats.contains(&person.seat)) { (one(scene, person)) } }
}

fn one(scene: &Scene<'_>, person: &SeatView<'_>) -> Markup {
    let words = scene.words();
    let step = scene.view.step.as_ref().filter(|_| scene.is_running());
    let takes_turns = step.is_some_and(|step| step.turn.is_some() || !step.queue.is_empty());
    let may_move = scene.is_open()
        && matches!(scene.view.phase, "lobby" | "running")
        && Some(person.seat) == scene.my_seat()
        && scene.rehearsal.is_none();
    html! {
        li.away[!person.present].turn[person.turn && scene.is_running()] id={ "person-" (person.seat.0) } {
            p.room-person {
                span.room-name { (scene.name(person.seat)) } " "
                span.small { (about(scene, person).join(" · ")) }
            }
            (presence::of_person(scene, person.seat))
            @if may_move { (elsewhere(scene, person.seat)) }
            @if scene.leads() && takes_turns && person.present && person.takes_part && !person.turn {
                (scene.action(
                    &format!("form-turn-{}", person.seat.0),
                    "turn",
                    &[("seat", person.seat.0.to_string())],
                    &words.room_give_turn(),
                ))
            }
        }
    }
}

/// Sitting down in the room instead of online, or the other way round.
fn elsewhere(scene: &Scene<'_>, seat: Seat) -> Markup {
    let words = scene.words();
    let (place, label) = if is_online(scene, seat) {
        ("room", words.guests_to_room())
    } else {
        ("online", words.guests_to_online())
    };
    scene.errand("form-place", "seat", &[("place", place.to_owned())], &label)
}

fn is_online(scene: &Scene<'_>, seat: Seat) -> bool {
    let person = scene.state.person(seat);
    person.is_some_and(|person| person.place == session::event::Place::Online)
}

fn about(scene: &Scene<'_>, person: &SeatView<'_>) -> Vec<String> {
    let words = scene.words();
    let facts = [
        (person.leads, words.room_is_lead()),
        (person.owner, words.room_is_owner()),
        (Some(person.seat) == scene.my_seat(), words.room_is_you()),
        (!person.present, words.room_is_away()),
        (
            person.present && is_online(scene, person.seat),
            words.guests_is_online(),
        ),
        (person.turn && scene.is_running(), words.room_has_turn()),
        (person.wrote && scene.is_running(), words.room_wrote()),
        (person.ready && scene.is_running(), words.room_is_ready()),
        (person.guest, words.room_is_guest()),
        (person.watches, words.room_only_watches()),
        (person.present && person.line_lost, words.room_is_without_line()),
    ];
    facts
        .into_iter()
        .filter(|(is_so, _)| *is_so)
        .map(|(_, word)| word)
        .collect()
}

/// "Bram en Chitra": the others of a small group.
pub(super) fn others(scene: &Scene<'_>, seats: &[Seat]) -> String {
    let names: Vec<String> = seats
        .iter()
        .filter(|seat| Some(**seat) != scene.my_seat())
        .map(|seat| scene.name(*seat))
        .collect();
    and_list(scene.visitor.language, &names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_counts_down_and_then_up() {
        for (left, expected) in [
            (5 * 60 * SECOND, "5:00"),
            (61 * SECOND - 1, "1:01"),
            (1, "0:01"),
            (0, "0:00"),
            (-30 * SECOND, "+0:30"),
        ] {
            assert_eq!(digits(left), expected, "{left}");
        }
    }

    #[test]
    fn the_ring_runs_empty() {
        assert_eq!(ring(60 * SECOND, Some(60 * SECOND)), (0.0, 1.0));
        assert_eq!(ring(15 * SECOND, Some(60 * SECOND)), (0.75, 1.0));
        assert_eq!(ring(-5 * SECOND, Some(60 * SECOND)), (1.0, 1.0));
    }
}
