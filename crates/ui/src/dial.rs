//! The dial: a whole method as a ring, every step a piece as long as its minutes.

use maud::{Markup, html};

use crate::circle::{arc, unit};

/// One step on the dial.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Its length, in any unit, as long as all segments use the same.
    pub weight: f64,
    /// Whether people talk in it; quiet steps are drawn lighter.
    pub talk: bool,
    /// The number beside it; empty shows none.
    pub label: String,
}

/// A dial with its text in the middle.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dial {
    /// The steps, clockwise from the top.
    pub segments: Vec<Segment>,
    /// What stands in the middle: a large line and a small one.
    pub middle: (String, String),
}

/// Radius of the middle of the ring.
const RING: f64 = 40.0;
/// The gap between two pieces, as a share of a turn.
const GAP: f64 = 0.012;

/// The dial as SVG. It only repeats what the text beside it says, so a screen reader skips it.
pub fn dial(dial: &Dial) -> Markup {
    // Numbers stand outside the ring and need room.
    let has_numbers = dial.segments.iter().any(|segment| !segment.label.is_empty());
    let view_box = if has_numbers {
        "-60 -60 120 120"
    } else {
        "-46 -46 92 92"
    };
    html! {
        svg.dial viewBox=(view_box) aria-hidden="true" focusable="false" {
            @for (segment, from, to) in pieces(&dial.segments) {
                path class=(if segment.talk { "piece talk" } else { "piece" }) d=(arc(RING, from, to)) {}
                @if !segment.label.is_empty() {
                    (number(&segment.label, f64::midpoint(from, to)))
                }
            }
            @if !dial.middle.0.is_empty() {
                text.middle y=(if dial.middle.1.is_empty() { "9" } else { "4" }) { (dial.middle.0) }
                @if !dial.middle.1.is_empty() { text.middle-small y="16" { (dial.middle.1) } }
            }
        }
    }
}

fn number(label: &str, turn: f64) -> Markup {
    let angle = turn * std::f64::consts::TAU;
    html! {
        text.number x=(unit(54.0 * angle.sin())) y=(unit(-54.0 * angle.cos() + 2.5)) { (label) }
    }
}

/// Each segment with where its piece begins and ends, gaps taken off.
fn pieces(segments: &[Segment]) -> Vec<(&Segment, f64, f64)> {
    let total: f64 = segments.iter().map(|segment| segment.weight).sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let gap = if segments.len() > 1 { GAP } else { 0.001 };
    let mut at = 0.0;
    let mut pieces = Vec::with_capacity(segments.len());
    for segment in segments {
        let end = at + segment.weight / total;
        // A very short step keeps at least a sliver.
        pieces.push((
            segment,
            at + gap / 2.0,
            (end - gap / 2.0).max(at + gap / 2.0 + 0.004),
        ));
        at = end;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(weight: f64) -> Segment {
        Segment {
            weight,
            talk: true,
            label: String::new(),
        }
    }

    #[test]
    fn pieces_are_as_long_as_their_minutes_and_fill_the_ring() {
        let segments = [segment(5.0), segment(15.0)];
        let pieces = pieces(&segments);
        let length = |index: usize| pieces[index].2 - pieces[index].1 + GAP;
        assert!((length(0) - 0.25).abs() < 1e-9 && (length(1) - 0.75).abs() < 1e-9);
    }

    #[test]
    fn a_method_without_any_minutes_has_an_empty_dial() {
        assert!(pieces(&[segment(0.0)]).is_empty());
        assert!(pieces(&[]).is_empty());
    }
}
