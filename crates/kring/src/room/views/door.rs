//! The door of a room: before somebody is in.

use maud::{Markup, html};
use session::Text;
use ui::{Crumb, Tone, button, button_link, notice};

use super::Told;
use crate::meetings::Meeting;
use crate::room::rehearsal::Mine;
use crate::web::{Html, Visitor};
use crate::words::Words;

/// What somebody sees who is not in.
pub(in crate::room) struct Door<'a> {
    pub(in crate::room) visitor: &'a Visitor,
    pub(in crate::room) meeting: &'a Meeting,
    /// Somebody has opened it.
    pub(in crate::room) is_open: bool,
    /// This person may open it now.
    pub(in crate::room) may_open: bool,
    /// How many are in.
    pub(in crate::room) inside: usize,
    /// This person was in before.
    pub(in crate::room) was_in: bool,
    /// The log cannot be read to its end.
    pub(in crate::room) damage: Option<Text>,
    pub(in crate::room) told: &'a Told,
    /// Set in a rehearsal: there is no meeting to go back to.
    pub(in crate::room) rehearsal: Option<&'a Mine>,
}

/// Closed: who opens it, and when. Open: one button.
pub(in crate::room) fn door(door: &Door<'_>) -> Html {
    let (visitor, meeting) = (door.visitor, door.meeting);
    let words = visitor.words();
    let here = format!("/room/{}", meeting.id);
    let body = html! {
        section.quiet-page.room-door.{ "accent-" (meeting.accent) } {
            h1 { (meeting.title) }
            @if let Told::Refused(why, _) = door.told { (notice(Tone::Problem, &html! { p { (why) } })) }
            @if let Some(damage) = &door.damage {
                (notice(Tone::Warning, &html! { p { (damage.get(visitor.speech())) } }))
            } @else if door.is_open {
                p.lead { (if door.was_in { words.room_door_left() } else { words.room_door_open(door.inside) }) }
                form method="post" action={ (here) "/seat" } {
                    (places(words, meeting))
                }
            } @else if door.may_open {
                p.lead { (words.room_door_yours()) }
                form method="post" action={ (here) "/opening" } { (button(&words.room_open())) }
            } @else {
                p.lead { (words.room_door_closed()) }
                p { (button_link(&words.room_refresh(), &here)) }
            }
            p.small { (words.room_door_kept()) }
        }
    };
    let (name, href) = if door.rehearsal.is_some() {
        (words.rehearsal_title(), "/rehearsals".to_owned())
    } else {
        (words.room_to_meeting(), format!("/meetings/{}", meeting.id))
    };
    let trail = [Crumb { name, href }];
    visitor.page(&meeting.title, None, &trail, body)
}

/// Coming in, and saying where, in one tap. Where the meeting is comes first.
pub(super) fn places(words: &Words, meeting: &Meeting) -> Markup {
    let is_online_only = meeting.place.is_none() && meeting.online.is_some();
    let room = ("room", words.guests_room());
    let online = ("online", words.guests_online());
    let (first, second) = if is_online_only {
        (online, room)
    } else {
        (room, online)
    };
    html! {
        div.room-buttons {
            button.button type="submit" name="place" value=(first.0) { (first.1) }
            button.button.quiet type="submit" name="place" value=(second.0) { (second.1) }
        }
    }
}
