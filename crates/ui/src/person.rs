//! Somebody in the picture: seen from above, with a mark of its own shape for everything there is to know.

use maud::{Markup, html};

use crate::circle::unit;
use crate::layout::Spot;

/// Whether somebody speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// Listens or works in silence.
    #[default]
    Quiet,
    /// May speak, as many others may.
    May,
    /// Speaks now.
    Speaks,
}

/// Where somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// On the seat, facing the others.
    #[default]
    Circle,
    /// On a chair outside the circle.
    Outside,
    /// On the seat, back turned to the others.
    Back,
    /// Out of the room.
    Away,
    /// Online, camera and microphone off.
    CameraOff,
}

/// One person in the picture.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent marks, each drawn by itself"
)]
#[derive(Clone, Debug, Default)]
pub struct Seat {
    /// Initials; empty shows none.
    pub label: String,
    /// A first name, shown where the picture is large and has place for it; empty shows none.
    pub name: String,
    /// Whether this person speaks.
    pub voice: Voice,
    /// Brings the case.
    pub owner: bool,
    /// Leads the session.
    pub facilitator: bool,
    /// Where the person is.
    pub place: Place,
    /// Writes, or has written.
    pub pencil: bool,
    /// Said to be ready.
    pub ready: bool,
    /// A guest of this one meeting.
    pub guest: bool,
}

/// One person alone, to explain a mark beside its meaning in words.
pub fn seat_mark(seat: &Seat) -> Markup {
    html! {
        svg.circle viewBox="-22 -22 44 44" aria-hidden="true" focusable="false" {
            g class=(classes(seat)) { (person(seat, 0.0)) }
        }
    }
}

/// How many people before this one are outside: each gets a corner of their own.
pub(crate) fn outside_before(seats: &[Seat], index: usize) -> usize {
    seats
        .iter()
        .take(index)
        .filter(|seat| is_outside(seat.place))
        .count()
}

const fn is_outside(place: Place) -> bool {
    matches!(place, Place::Outside | Place::Away)
}

/// The corners of the drawing lie outside the clock.
fn corner(taken: usize) -> (f64, f64) {
    match taken % 4 {
        0 => (99.0, 99.0),
        1 => (-99.0, 99.0),
        2 => (99.0, -99.0),
        _ => (-99.0, -99.0),
    }
}

/// How somebody is drawn among the others.
#[derive(Clone, Copy)]
pub(crate) struct Drawn {
    /// The number of the seat: pictures that follow each other move the same person.
    pub(crate) index: usize,
    /// How many people before this one are outside: each gets a corner of their own.
    pub(crate) outside_before: usize,
    pub(crate) scale: f64,
    /// Whether there is place for names.
    pub(crate) named: bool,
}

/// Somebody on their seat, or beside the circle with a gap where the seat is.
pub(crate) fn seat_at(seat: &Seat, home: Spot, drawn: Drawn) -> Markup {
    let (spot, scale) = match seat.place {
        Place::Circle | Place::CameraOff => (home, drawn.scale),
        Place::Back => (home.turned(), drawn.scale),
        Place::Outside | Place::Away => {
            let (x, y) = corner(drawn.outside_before);
            let spot = Spot {
                x,
                y,
                facing: home.facing,
            };
            (spot.looking_away(), drawn.scale.min(0.95))
        }
    };
    html! {
        @if is_outside(seat.place) {
            circle.gap cx=(unit(home.x)) cy=(unit(home.y)) r=(unit(14.0 * scale)) {}
        }
        g class=(classes(seat)) data-seat=(drawn.index) transform={ "translate(" (unit(spot.x)) " " (unit(spot.y)) ")" } {
            g transform={ "scale(" (hundredths(scale)) ")" } { (person(seat, spot.facing)) }
            @if drawn.named && !seat.name.is_empty() { (name(&seat.name, scale)) }
        }
    }
}

/// Below whom it belongs to, so that nobody has to guess and the middle stays free for the time.
fn name(name: &str, scale: f64) -> Markup {
    html! { text.name y=(unit(21.5 * scale + 6.0)) { (name) } }
}

/// A scale with two decimals.
fn hundredths(scale: f64) -> String {
    format!("{scale:.2}")
}

/// Somebody around (0, 0): seen from above, with initials that stay upright however they turn.
fn person(seat: &Seat, facing: f64) -> Markup {
    html! {
        @if seat.voice == Voice::Speaks { circle.light r="20" {} }
        @if seat.place == Place::Away { path.door d="M-18 18V-20H18V18" {} }
        g transform={ "rotate(" (unit(facing % 360.0)) ")" } {
            @if seat.facilitator { rect.mark x="-18.5" y="-18.5" width="37" height="37" rx="9" {} }
            @if seat.owner { circle.mark r="19.5" {} }
            ellipse.body cx="0" cy="5" rx="15" ry="9" {}
            circle.head.guest[seat.guest] cx="0" cy="0" r="10" {}
            @if seat.voice == Voice::Speaks {
                path.wave d="M-5 -12.5A7 7 0 0 1 5 -12.5" {}
                path.wave d="M-8 -16A11.5 11.5 0 0 1 8 -16" {}
            }
        }
        @if seat.place == Place::CameraOff { path.strike d="M-15 15L15 -15" {} }
        @if !seat.label.is_empty() { text.initials y="3.2" { (seat.label) } }
        @if seat.pencil { (pencil()) }
        @if seat.ready { (tick()) }
    }
}

impl Spot {
    /// Turned away from the centre of the drawing.
    fn looking_away(self) -> Self {
        Self {
            facing: self.x.atan2(-self.y).to_degrees(),
            ..self
        }
    }
}

fn classes(seat: &Seat) -> &'static str {
    match (seat.voice, seat.place) {
        (_, Place::Away) => "seat away",
        (_, Place::CameraOff) => "seat off",
        (Voice::Speaks, _) => "seat lit",
        (Voice::May, _) => "seat may",
        (Voice::Quiet, _) => "seat",
    }
}

/// A small pencil at the lower right of a person.
fn pencil() -> Markup {
    html! {
        g.pencil transform="translate(13 12)" {
            circle r="7" {}
            path d="M-3 3L-2.4 .6L2 -3.8L3.8 -2L-.6 2.4Z" {}
        }
    }
}

/// A tick at the upper right of a person.
fn tick() -> Markup {
    html! {
        g.tick transform="translate(13 -12)" {
            circle r="7" {}
            path d="M-3.2 .2L-.9 2.6L3.4 -2.4" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_has_a_shape_of_its_own() {
        let marked = |change: fn(&mut Seat)| {
            let mut seat = Seat::default();
            change(&mut seat);
            seat_mark(&seat).into_string()
        };
        let pictures = [
            marked(|_| ()),
            marked(|seat| seat.voice = Voice::Speaks),
            marked(|seat| seat.owner = true),
            marked(|seat| seat.facilitator = true),
            marked(|seat| seat.pencil = true),
            marked(|seat| seat.ready = true),
            marked(|seat| seat.place = Place::CameraOff),
            marked(|seat| seat.place = Place::Away),
        ];
        // Without the names of classes only shapes are left.
        let shape = |svg: &String| {
            let parts = svg.split(" class=\"").collect::<Vec<_>>();
            parts
                .iter()
                .map(|part| part.split_once('"').map_or(*part, |(_, rest)| rest))
                .collect::<String>()
        };
        let shapes: std::collections::BTreeSet<String> = pictures.iter().map(shape).collect();
        assert_eq!(
            shapes.len(),
            pictures.len(),
            "two marks look alike without colour: {shapes:#?}"
        );
    }
}
