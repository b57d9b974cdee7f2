//! The circle: the picture of Kring.
//!
//! The group sits around a ring; the ring is the clock. Who speaks sits in the light, with waves before the mouth. The case
//! owner has a round frame and may turn around or leave the circle, the facilitator a square frame. A pencil marks who
//! writes or has written, never what; a tick marks who is ready, a broken outline who is a guest. Shape and text say everything; colour only helps.

use std::f64::consts::TAU;
use std::fmt::Write;

use maud::{Markup, html};

use crate::layout::{Layout, Spot};
use crate::person::{Drawn, Seat, outside_before, seat_at};

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

/// With more people than this their names would stand in each other's way.
const MOST_NAMES: usize = 9;

/// Height of a name below somebody.
const NAME: f64 = 9.0;

/// Radius of the clock.
const CLOCK: f64 = 112.0;

/// The picture as SVG.
pub fn circle(view: &CircleView) -> Markup {
    let named = view.layout == Layout::Ring && view.seats.len() <= MOST_NAMES;
    let spots = view.layout.spots(view.seats.len());
    let scale = Layout::scale(&spots, if named { NAME } else { 0.0 });
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
                (seat_at(seat, *spot, Drawn { index, outside_before: outside_before(&view.seats, index), scale, named }))
            }
            @if middle_is_free(&view.layout) { (middle(&view.middle)) }
        }
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
    use crate::person::Place;

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
    fn names_are_given_only_where_there_is_place() {
        let seats = |count: usize| {
            let seat = Seat {
                name: "Doortje".to_owned(),
                ..Seat::default()
            };
            CircleView {
                seats: vec![seat; count],
                ..CircleView::default()
            }
        };
        let names = |count| {
            circle(&seats(count))
                .into_string()
                .matches("class=\"name")
                .count()
        };
        assert_eq!((names(4), names(9), names(10)), (4, 9, 0));
    }

    #[test]
    fn somebody_keeps_their_number_when_they_move() {
        let view = view(&[Place::Circle, Place::Back, Place::Outside]);
        let ring = circle(&view).into_string();
        let moved = circle(&CircleView {
            layout: Layout::Facing(vec![(2, 0)]),
            ..view
        })
        .into_string();
        for seat in ["data-seat=\"0\"", "data-seat=\"1\"", "data-seat=\"2\""] {
            assert!(ring.contains(seat) && moved.contains(seat), "{seat}");
        }
    }

    #[test]
    fn nothing_is_styled_inline() {
        let svg = circle(&view(&[Place::Back, Place::CameraOff])).into_string();
        assert!(!svg.contains("style="), "{svg}");
    }
}
