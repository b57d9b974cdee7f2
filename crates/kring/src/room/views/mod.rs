//! HTML of the room. A page is a set of parts with an id each; a stream sends the same parts when they change.
//!
//! Nothing here decides what somebody may see: that is all in [`View`]. The state is only asked for facts about the whole group.

mod agreeing;
mod back;
mod boards;
mod cards;
mod case;
mod choices;
mod circle;
mod door;
mod end;
mod fields;
mod groups;
mod guests;
pub(super) mod join;
mod keys;
mod lead;
mod may;
mod notes;
mod now;
mod presence;
mod rated;
mod typing;
mod work;
mod writing;
mod written;

use std::cell::Cell;

use maud::{Markup, html};
use session::ids::Seat;
use session::{State, Text, View};
use ui::{Tone, hidden, notice};

use super::entrance::Entrance;
use super::rehearsal::{self, Mine};
use crate::id::MeetingId;
use crate::web::{Html, Posted, Visitor, asset};
use crate::words::Words;

pub(super) use back::back;
pub(super) use cards::changed as changed_cards;
pub(super) use circle::some as some_people;
use door::places;
pub(super) use door::{Door, door};
pub(super) use lead::{attendance, block};

/// Keys for the forms of a page, so that sending one twice does it once. A stream makes no keys: its page has a script,
/// and the script makes one for each sending.
pub(super) struct Keys {
    start: String,
    next: Cell<u32>,
}

impl Keys {
    pub(super) const fn none() -> Self {
        Self::starting_with(String::new())
    }

    pub(super) const fn starting_with(start: String) -> Self {
        Self {
            start,
            next: Cell::new(0),
        }
    }

    fn key(&self) -> String {
        if self.start.is_empty() {
            return String::new();
        }
        self.next.set(self.next.get() + 1);
        format!("{}-{}", self.start, self.next.get())
    }
}

/// What the page says above everything else.
pub(super) enum Told {
    /// Nothing.
    Nothing,
    /// Why the last form was not carried out, and what was in it.
    Refused(String, Posted),
}

/// Everything the parts of a room are made from.
pub(super) struct Scene<'a> {
    pub(super) visitor: &'a Visitor,
    pub(super) meeting: &'a MeetingId,
    /// The accent colour of the programme.
    pub(super) accent: &'a str,
    /// The address of the video meeting.
    pub(super) online: Option<&'a str>,
    pub(super) state: &'a State,
    pub(super) view: View<'a>,
    pub(super) keys: Keys,
    pub(super) told: &'a Told,
    pub(super) entrance: &'a Entrance,
    /// Set in a rehearsal.
    pub(super) rehearsal: Option<&'a Mine>,
}

impl<'a> Scene<'a> {
    fn words(&self) -> &'static Words {
        self.visitor.words()
    }

    fn say(&self, text: &'a Text) -> &'a str {
        text.get(self.visitor.speech())
    }

    fn leads(&self) -> bool {
        self.view.you.as_ref().is_some_and(|you| you.leads)
    }

    fn my_seat(&self) -> Option<Seat> {
        self.view.you.as_ref().map(|you| you.seat)
    }

    /// A name as the viewer may see it.
    fn name(&self, seat: Seat) -> String {
        let Some(person) = self.view.circle.get(seat.index()) else {
            return self.words().room_somebody(seat.index() + 1);
        };
        match person.name {
            Some(name) if person.guest => self.words().guests_marked(name),
            Some(name) => name.to_owned(),
            None => self.words().room_somebody(seat.index() + 1),
        }
    }

    fn is_guest(&self) -> bool {
        let me = self.my_seat().and_then(|seat| self.view.circle.get(seat.index()));
        me.is_some_and(|person| person.guest)
    }

    fn is_running(&self) -> bool {
        self.view.phase == "running"
    }

    fn is_open(&self) -> bool {
        self.view.damage.is_none() && self.view.you.is_some()
    }

    /// A form that goes to another address of the room than its commands.
    fn errand(&self, id: &str, to: &str, values: &[(&str, String)], label: &str) -> Markup {
        html! {
            form id=(id) method="post" action={ "/room/" (self.meeting) "/" (to) } data-form="" {
                @for (name, value) in values { (hidden(name, value)) }
                button.button.quiet type="submit" { (label) }
            }
        }
    }

    /// A form that does one thing. `id` is the same as long as it is the same form: what somebody typed stays in it.
    fn form(&self, id: &str, verb: &str, values: &[(&str, String)], body: &Markup) -> Markup {
        html! {
            form id=(id) method="post" action=(self.address("/commands", "")) data-form="" {
                (hidden("key", &self.keys.key()))
                (hidden("do", verb))
                @for (name, value) in values { (hidden(name, value)) }
                (body)
            }
        }
    }

    /// An address in this room, with a query such as `step=3` or none. In a rehearsal it leads to the same eyes.
    fn address(&self, path: &str, query: &str) -> String {
        let eyes = self.rehearsal.map(Mine::query).unwrap_or_default();
        let join = match (eyes.is_empty(), query.is_empty()) {
            (_, true) => "",
            (true, false) => "?",
            (false, false) => "&",
        };
        format!("/room/{}{path}{eyes}{join}{query}", self.meeting)
    }

    /// A form that is only a button.
    fn action(&self, id: &str, verb: &str, values: &[(&str, String)], label: &str) -> Markup {
        let button = html! { button.button.quiet type="submit" { (label) } };
        self.form(id, verb, values, &button)
    }

    /// The button that this moment is for.
    fn main_action(&self, id: &str, verb: &str, values: &[(&str, String)], label: &str) -> Markup {
        let button = html! { button.button type="submit" { (label) } };
        self.form(id, verb, values, &button)
    }
}

/// A part of the page under its id; an empty one takes no room.
pub(super) type Part = (&'static str, Markup);

fn part(id: &'static str, body: &Markup) -> Part {
    (id, html! { div.part id=(id) data-part="" { (body) } })
}

/// When a part changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// With what the circle shows of somebody, and alike for everybody who sees the same names.
    Circle,
    /// With what is said of somebody; people are sent one by one.
    People,
    /// With what the viewer writes.
    Own,
    /// With how far everybody is; for whoever leads.
    Lead,
    /// With the course of the meeting; cards are sent one by one.
    Shared,
}

type Draw = fn(&Scene<'_>) -> Markup;

/// All parts of a room, in the order in which a phone shows them.
const PARTS: [(&str, Place, Draw); 16] = [
    (CIRCLE, Place::Circle, circle::circle),
    (CLOCK, Place::Shared, circle::clock),
    ("room-now", Place::Own, now::now),
    ("room-presence", Place::Shared, presence::presence),
    ("room-door", Place::Shared, guests::door),
    ("room-lead", Place::Lead, lead::lead),
    ("room-choices", Place::Shared, choices::choices),
    ("room-writing", Place::Own, writing::writing),
    ("room-case", Place::Shared, case::case),
    (CARDS, Place::Shared, cards::cards),
    ("room-notes", Place::Own, notes::notes),
    ("room-end", Place::Shared, end::end),
    (PEOPLE, Place::People, circle::people),
    ("room-agenda", Place::Shared, now::agenda),
    ("room-steps", Place::Shared, back::steps),
    (ELSEWHERE, Place::Shared, back::elsewhere),
];

/// The part whose cards are also sent one by one.
pub(super) const CARDS: &str = "room-cards";

/// The part whose people are also sent one by one.
pub(super) const PEOPLE: &str = "room-people";

/// The part that is drawn for all who see the same names.
const CIRCLE: &str = "room-circle";

/// Two parts bring their own element.
const CLOCK: &str = "room-clock";
const ELSEWHERE: &str = "room-elsewhere";

/// All parts of a room.
pub(super) fn parts(scene: &Scene<'_>) -> Vec<Part> {
    some_parts(scene, |_| true)
}

/// The parts of some places.
pub(super) fn some_parts(scene: &Scene<'_>, is_wanted: impl Fn(Place) -> bool) -> Vec<Part> {
    let wanted = PARTS.iter().filter(|(_, place, _)| is_wanted(*place));
    wanted
        .map(|(name, _, draw)| match *name {
            name @ (CLOCK | ELSEWHERE) => (name, draw(scene)),
            name => part(name, &draw(scene)),
        })
        .collect()
}

/// The page of somebody in the room.
pub(super) fn room(scene: &Scene<'_>) -> Html {
    let words = scene.words();
    let parts = parts(scene);
    let at = |name: &str| find(&parts, name);
    let body = html! {
        div.room.{ "accent-" (scene.accent) } {
            (rehearsal::banner(scene))
            (live(scene, "/events", &html! {
                (told(scene))
                div.room-stage {
                    div.room-picture { (at("room-circle")) (at("room-clock")) }
                    (at("room-now"))
                }
                div.room-columns {
                    div.room-work {
                        (at("room-presence")) (at("room-door")) (at("room-lead")) (at("room-choices")) (at("room-writing")) (at("room-end"))
                        (at("room-cards")) (at("room-case")) (at("room-notes"))
                    }
                    div.room-side { (at("room-people")) (at("room-agenda")) (at("room-steps")) }
                }
                (at("room-elsewhere"))
            }))
            div.room-ways {
                // Only for who has no script: a live page is always fresh.
                a.room-refresh href=(scene.address("", "")) { (words.room_refresh()) }
                a href={ "/room/" (scene.meeting) "/screen" } { (words.room_to_screen()) }
                @if scene.rehearsal.is_none() && !scene.is_guest() {
                    a href={ "/meetings/" (scene.meeting) } { (words.room_to_meeting()) }
                }
                (keys::keys(scene))
                (end::export(scene))
                @if scene.is_open() && scene.view.phase != "closed" {
                    div.room-leave { (scene.action("form-leave", "leave", &[], &words.room_leave())) }
                }
            }
        }
        (scripts())
    };
    scene.visitor.page(scene.view.title, None, &[], body)
}

/// What makes a page of the room live. Each script can do without the others.
fn scripts() -> Markup {
    html! {
        @for name in ["room.js", "room-writing.js", "room-boards.js", "room-circle.js", "room-keys.js"] {
            script type="module" src=(asset(name)) {}
        }
    }
}

/// The page of the big screen.
pub(super) fn screen(scene: &Scene<'_>) -> Html {
    let parts = parts(scene);
    let at = |name: &str| find(&parts, name);
    let body = html! {
        div.room.room-screen.{ "accent-" (scene.accent) } {
            (rehearsal::banner(scene))
            (live(scene, "/screen/events", &html! {
                div.room-stage {
                    div.screen-right data-fit="" {
                        (at("room-now")) (at("room-presence")) (at("room-choices")) (at("room-cards")) (at("room-end"))
                        p.screen-more data-more="" hidden { (scene.words().room_screen_more()) " " strong {} }
                    }
                    div.screen-left {
                        div.room-picture { (at("room-circle")) (at("room-clock")) }
                        (at("room-door")) (at("room-case")) (at("room-people"))
                    }
                }
                // Above the stage for the eye; the step comes first for everybody else.
                div.screen-agenda { (at("room-agenda")) }
            }))
        }
        (scripts())
        script type="module" src=(asset("room-screen.js")) {}
    };
    scene.visitor.page(scene.view.title, None, &[], body)
}

/// A part by its name; every name is in [`parts`].
fn find(parts: &[Part], name: &str) -> Markup {
    let found = parts.iter().find(|(id, _)| *id == name);
    found.map(|(_, markup)| markup.clone()).unwrap_or_default()
}

/// The element that the script makes live, with the words it needs.
fn live(scene: &Scene<'_>, events: &str, body: &Markup) -> Markup {
    let words = scene.words();
    let events = scene.address(events, &format!("after={}", scene.state.seq.0));
    let keeps = scene
        .my_seat()
        .map(|seat| format!("kring/{}/{}", scene.meeting, seat.0));
    html! {
        kring-room data-events=(events) data-keeps=[keeps]
            data-look-back[scene.view.looking_back]
            data-half=(words.room_time_half()) data-minute=(words.room_time_minute()) data-zero=(words.room_time_zero())
            data-now=(scene.view.now.0)
            data-live=(words.room_line_live()) data-polling=(words.room_line_polling()) data-waiting=(words.room_line_waiting())
            data-sending=(words.room_line_sending()) data-saved=(words.room_line_saved())
            data-kept=(words.room_line_kept()) data-late=(words.room_line_late()) data-over=(words.room_clock_over()) data-send=(words.room_send())
            data-closed=(words.room_line_closed()) data-drop=(words.room_line_drop()) {
            p.room-line role="status" data-line="" hidden {}
            p.visually-hidden role="status" data-announce="" {}
            div data-told="" {}
            (body)
        }
    }
}

/// What went wrong, and everything that was typed: a text whose field is gone stands here to be copied.
fn told(scene: &Scene<'_>) -> Markup {
    let damage = scene.view.damage.as_ref();
    html! {
        @if let Some(damage) = damage {
            (notice(Tone::Warning, &html! { p { (damage.get(scene.visitor.speech())) } }))
        }
        @if let Told::Refused(why, posted) = scene.told {
            (notice(Tone::Problem, &html! {
                p { (why) }
                @if !posted.typed().is_empty() {
                    p.small { (scene.words().room_typed()) }
                    @for text in posted.typed() { blockquote { (text) } }
                }
            }))
        }
    }
}
