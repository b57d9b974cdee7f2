//! The circle: the picture of Kring.
//!
//! The group sits around a ring; the ring is the clock. Who speaks sits in the light, with waves before the mouth. The case
//! owner has a round frame and may turn around or leave the circle, the facilitator a square frame. A pencil marks who
//! writes or has written, never what. Shape and text say everything; colour only helps.

use std::f64::consts::TAU;
use std::fmt::Write;

use maud::{Markup, html};

use crate::layout::{Layout, Spot};

/// Whether somebody speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// Listens or works in silence.
    #[default]
    Quiet,
    /// May speak now.
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
#[derive(Clone, Debug, Default)]
pub struct Seat {
    /// Initials or a short name; empty shows none.
    pub label: String,
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
}

/// Two seats that work together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link(pub usize, pub usize);

/// Everything a circle shows.
#[derive(Clone, Debug, Default)]
pub struct CircleView {
    /// Prefix for element ids, unique on the page.
    pub id: String,
    /// What the picture is, for a screen reader.
    pub title: String,
    /// The same as the picture, in words.
    pub description: String,
    /// The people, clockwise from the top.
    pub seats: Vec<Seat>,
    /// How they sit.
    pub layout: Layout,
    /// Lines between people who work together.
    pub links: Vec<Link>,
    /// The lit part of the clock, from and to as shares of a full turn; `None` for no clock.
    pub clock: Option<(f64, f64)>,
    /// What stands in the middle: a large line and a small one.
    pub middle: (String, String),
}

/// Radius of the clock.
const CLOCK: f64 = 108.0;

/// The picture as SVG.
pub fn circle(view: &CircleView) -> Markup {
    let spots = view.layout.spots(view.seats.len());
    let title = format!("{}-title", view.id);
    let description = format!("{}-description", view.id);
    html! {
        svg.circle viewBox="-120 -120 240 240" role="img" aria-labelledby={ (title) " " (description) } {
            title id=(title) { (view.title) }
            desc id=(description) { (view.description) }
            (clock(view.clock))
            @for (x, y, radius) in view.layout.frames() {
                circle.frame cx=(unit(x)) cy=(unit(y)) r=(unit(radius)) {}
            }
            @for link in &view.links { (line(*link, &spots)) }
            @for (index, (seat, spot)) in view.seats.iter().zip(&spots).enumerate() {
                (person(seat, *spot, outside_before(&view.seats, index)))
            }
            @if middle_is_free(&view.layout) { (middle(&view.middle)) }
        }
    }
}

/// One person alone, to explain a mark beside its meaning in words.
pub fn seat_mark(seat: &Seat) -> Markup {
    html! {
        svg.circle viewBox="-22 -22 44 44" aria-hidden="true" focusable="false" { (person(seat, Spot::default(), 0)) }
    }
}

fn clock(lit: Option<(f64, f64)>) -> Markup {
    html! {
        @if let Some((from, to)) = lit {
            circle.track cx="0" cy="0" r=(unit(CLOCK)) {}
            @if to - from >= 0.999 {
                circle.time cx="0" cy="0" r=(unit(CLOCK)) {}
            } @else if to > from {
                path.time d=(arc(CLOCK, from, to)) {}
            }
        }
    }
}

/// An arc on a ring around the centre, clockwise, in shares of a turn from the top.
pub(crate) fn arc(radius: f64, from: f64, to: f64) -> String {
    let point = |turn: f64| {
        let angle = turn * TAU;
        (radius * angle.sin(), -radius * angle.cos())
    };
    let (start, end) = (point(from), point(to));
    let large = u8::from(to - from > 0.5);
    format!(
        "M{} {}A{radius} {radius} 0 {large} 1 {} {}",
        unit(start.0),
        unit(start.1),
        unit(end.0),
        unit(end.1)
    )
}

/// A number with one decimal: enough for a drawing, short enough for a page with many.
pub(crate) fn unit(number: f64) -> String {
    let mut text = String::new();
    // Writing into a string cannot fail.
    let written = write!(text, "{number:.1}");
    debug_assert!(written.is_ok());
    match text.strip_suffix(".0") {
        Some("-0") => "0".to_owned(),
        Some(whole) => whole.to_owned(),
        None => text,
    }
}

fn line(link: Link, spots: &[Spot]) -> Markup {
    html! {
        @if let (Some(one), Some(other)) = (spots.get(link.0), spots.get(link.1)) {
            line.link x1=(unit(one.x)) y1=(unit(one.y)) x2=(unit(other.x)) y2=(unit(other.y)) {}
        }
    }
}

/// How many people before this one are outside: each gets a corner of their own.
fn outside_before(seats: &[Seat], index: usize) -> usize {
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

fn person(seat: &Seat, spot: Spot, outside_before: usize) -> Markup {
    let home = spot;
    let spot = match seat.place {
        Place::Circle | Place::CameraOff => spot,
        Place::Back => spot.turned(),
        Place::Outside | Place::Away => {
            let (x, y) = corner(outside_before);
            Spot {
                x,
                y,
                facing: spot.facing,
            }
            .looking_away()
        }
    };
    html! {
        @if is_outside(seat.place) {
            circle.gap cx=(unit(home.x)) cy=(unit(home.y)) r="13" {}
        }
        g class=(classes(seat)) transform={ "translate(" (unit(spot.x)) " " (unit(spot.y)) ")" } {
            @if seat.voice == Voice::Speaks { circle.light r="18.5" {} }
            @if seat.place == Place::Away { path.door d="M-17 17V-19H17V17" {} }
            g transform={ "rotate(" (unit(spot.facing % 360.0)) ")" } {
                @if seat.facilitator { rect.mark x="-17.5" y="-17.5" width="35" height="35" rx="7" {} }
                @if seat.owner { circle.mark r="18.5" {} }
                ellipse.body cx="0" cy="3.5" rx="13.5" ry="7.5" {}
                circle.head cx="0" cy="-1.5" r="7" {}
                @if seat.voice == Voice::Speaks {
                    path.wave d="M-4 -11.5A5.5 5.5 0 0 1 4 -11.5" {}
                    path.wave d="M-7 -15A10 10 0 0 1 7 -15" {}
                }
            }
            @if seat.place == Place::CameraOff { path.strike d="M-14 14L14 -14" {} }
            @if seat.pencil { (pencil()) }
            @if !seat.label.is_empty() { text.initials y="3" { (seat.label) } }
        }
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
        (Voice::Quiet, _) => "seat",
    }
}

/// A small pencil at the lower right of a person.
fn pencil() -> Markup {
    html! {
        g.pencil transform="translate(12.5 11)" {
            circle r="7" {}
            path d="M-3 3L-2.4 .6L2 -3.8L3.8 -2L-.6 2.4Z" {}
        }
    }
}

/// The middle is taken when small groups or an inner ring sit there.
const fn middle_is_free(layout: &Layout) -> bool {
    matches!(layout, Layout::Ring | Layout::Facing(_))
}

fn middle((large, small): &(String, String)) -> Markup {
    html! {
        @if !large.is_empty() { text.middle y=(if small.is_empty() { "9" } else { "4" }) { (large) } }
        @if !small.is_empty() { text.middle-small y="20" { (small) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(places: &[Place]) -> CircleView {
        CircleView {
            id: "c".to_owned(),
            title: "The circle".to_owned(),
            description: "Anna speaks".to_owned(),
            seats: places
                .iter()
                .map(|place| Seat {
                    place: *place,
                    ..Seat::default()
                })
                .collect(),
            clock: Some((0.0, 0.25)),
            ..CircleView::default()
        }
    }

    #[test]
    fn a_screen_reader_hears_what_is_drawn() {
        let svg = circle(&view(&[Place::Circle])).into_string();
        assert!(svg.contains("aria-labelledby=\"c-title c-description\""), "{svg}");
        assert!(svg.contains("<title id=\"c-title\">The circle</title>"), "{svg}");
        assert!(
            svg.contains("<desc id=\"c-description\">Anna speaks</desc>"),
            "{svg}"
        );
    }

    #[test]
    fn who_leaves_the_circle_leaves_a_gap_and_gets_a_corner() {
        let svg = circle(&view(&[Place::Outside, Place::Circle, Place::Away])).into_string();
        assert_eq!(svg.matches("class=\"gap\"").count(), 2, "{svg}");
        assert!(
            svg.contains("translate(99 99)") && svg.contains("translate(-99 99)"),
            "{svg}"
        );
        assert_eq!(
            svg.matches("class=\"door\"").count(),
            1,
            "only who left the room stands in a door: {svg}"
        );
    }

    #[test]
    fn the_clock_is_an_arc_from_the_top() {
        assert_eq!(arc(108.0, 0.0, 0.25), "M0 -108A108 108 0 0 1 108 0");
        assert_eq!(arc(10.0, 0.25, 1.0), "M10 0A10 10 0 1 1 0 -10");
        let full = CircleView {
            clock: Some((0.0, 1.0)),
            ..CircleView::default()
        };
        assert!(
            circle(&full).into_string().contains("<circle class=\"time\""),
            "a full turn is no arc"
        );
    }

    #[test]
    fn nothing_is_styled_inline() {
        let svg = circle(&view(&[Place::Back, Place::CameraOff])).into_string();
        assert!(!svg.contains("style="), "{svg}");
    }
}
