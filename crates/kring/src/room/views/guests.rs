//! The door for guests as whoever leads and the big screen see it: code, link and QR, and who came in by it.

use maud::{Markup, html};
use session::event::Attends;
use session::ids::Seat;
use ui::{Icon, icon};

use super::Scene;
use crate::guests::rules::spoken;
use crate::id::GuestId;
use crate::room::Who;
use crate::room::entrance::Way;

/// Nothing for participants: whoever wants somebody in asks the facilitator.
pub(super) fn door(scene: &Scene<'_>) -> Markup {
    let Some(way) = scene.entrance.way.as_ref().filter(|_| is_ahead_of_the_end(scene)) else {
        return html! {};
    };
    match scene.my_seat() {
        None => screen(scene, way),
        Some(seat) => {
            let is_keeper = scene.leads()
                || scene
                    .state
                    .person(seat)
                    .is_some_and(|person| person.attends == Attends::Facilitator);
            html! { @if is_keeper && scene.is_open() { (keeper(scene, way)) } }
        }
    }
}

fn is_ahead_of_the_end(scene: &Scene<'_>) -> bool {
    scene.view.damage.is_none() && matches!(scene.view.phase, "lobby" | "running")
}

/// Large before the beginning, small while people work.
fn screen(scene: &Scene<'_>, way: &Way) -> Markup {
    let words = scene.words();
    let is_lobby = scene.view.phase == "lobby";
    html! {
        @if way.door.is_open {
            div.room-code.large[is_lobby] {
                @if let Some(qr) = &way.qr { (qr) }
                div {
                    p.room-code-label { (words.guests_screen_code()) }
                    p.room-code-text { (spoken(&way.door.code)) }
                    p.room-code-link { (short_link(&way.link)) }
                }
            }
        }
    }
}

fn keeper(scene: &Scene<'_>, way: &Way) -> Markup {
    let words = scene.words();
    let guests: Vec<_> = scene
        .view
        .circle
        .iter()
        .filter(|person| person.guest && person.present)
        .filter_map(|person| {
            let known = scene.state.person(person.seat)?;
            Some((person.seat, Who::guest_of(&known.person)?))
        })
        .collect();
    let turn = if way.door.is_open {
        ("closed", words.guests_close())
    } else {
        ("open", words.guests_open())
    };
    // Open before the beginning; another one, so that it does not stay open, while people work.
    let is_lobby = scene.view.phase == "lobby";
    let id = if is_lobby {
        "room-guests-lobby"
    } else {
        "room-guests"
    };
    html! {
        details.room-guests id=(id) open[is_lobby && way.door.is_open] {
            summary {
                (icon(if way.door.is_open { Icon::People } else { Icon::Lock }))
                span { (if way.door.is_open { words.guests_door_open() } else { words.guests_door_closed() }) }
            }
            @if way.door.is_open {
                div.room-code {
                    @if let Some(qr) = &way.qr { (qr) }
                    div {
                        p.room-code-text { (spoken(&way.door.code)) }
                        p.room-code-link.copy { (way.link) }
                        p.small { (words.guests_share()) }
                    }
                }
            } @else {
                p.small { (words.guests_closed_text()) }
            }
            (scene.errand("form-door", "door", &[("door", turn.0.to_owned())], &turn.1))
            (list(scene, &guests))
        }
    }
}

/// Who came in by the door, each with the way out.
fn list(scene: &Scene<'_>, guests: &[(Seat, GuestId)]) -> Markup {
    let words = scene.words();
    html! {
        @if !guests.is_empty() {
            ul.room-guests-list {
                @for (seat, guest) in guests {
                    li {
                        span { (scene.name(*seat)) }
                        details {
                            summary { (words.guests_remove()) }
                            p.small { (words.guests_remove_text()) }
                            (scene.errand(
                                &format!("form-guest-{}", seat.0),
                                &format!("guests/{guest}/removal"),
                                &[],
                                &words.guests_remove_button(),
                            ))
                        }
                    }
                }
            }
        }
    }
}

/// As people type it: without the beginning that a browser adds itself.
fn short_link(link: &str) -> &str {
    let link = link.split_once("://").map_or(link, |(_, rest)| rest);
    link.rsplit_once('/').map_or(link, |(join, _)| join)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screen_shows_what_people_type() {
        assert_eq!(
            short_link("https://kring.example/join/7KR4FXM"),
            "kring.example/join"
        );
    }
}
