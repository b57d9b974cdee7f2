//! Where the seats of a circle stand.
//!
//! All measures are in units of the drawing: the centre is (0, 0), the drawing runs from -120 to 120, and the clock lies
//! on a ring of radius 112.

use std::f64::consts::{FRAC_PI_2, TAU};

/// How the group sits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One ring, everybody facing the middle.
    #[default]
    Ring,
    /// Two rings facing each other: of each pair the first sits inside. Who is in no pair stays out of the drawing's rings
    /// and sits between them.
    Facing(Vec<(usize, usize)>),
    /// Small groups, each in its own little ring.
    Groups(Vec<Vec<usize>>),
    /// These seats form an inner ring, the others sit around and listen.
    Fishbowl(Vec<usize>),
}

/// A spot in the drawing and the direction somebody there looks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Spot {
    /// To the right of the centre.
    pub(crate) x: f64,
    /// Below the centre.
    pub(crate) y: f64,
    /// Degrees clockwise from looking up.
    pub(crate) facing: f64,
}

impl Spot {
    /// On a ring around a centre, at a share of a turn clockwise from the top, looking at the centre of that ring.
    fn on_ring(centre: (f64, f64), radius: f64, turn: f64) -> Self {
        let angle = turn * TAU - FRAC_PI_2;
        Self {
            x: centre.0 + radius * angle.cos(),
            y: centre.1 + radius * angle.sin(),
            facing: turn * 360.0 + 180.0,
        }
    }

    /// The same spot, looking the other way.
    pub(crate) fn turned(self) -> Self {
        Self {
            facing: self.facing + 180.0,
            ..self
        }
    }
}

/// Radius of the ring of seats.
const SEATS: f64 = 70.0;

/// Width of somebody with a frame around them, drawn at scale 1.
const PERSON: f64 = 41.0;
/// Smaller than this nobody can be recognised.
const SMALLEST: f64 = 0.6;
/// Larger than this somebody at the bottom, with a name below, would reach into the clock.
const LARGEST: f64 = 1.08;

impl Layout {
    /// A spot for each of `count` seats, in the order of the seats.
    pub(crate) fn spots(&self, count: usize) -> Vec<Spot> {
        match self {
            Self::Ring => ring(count, SEATS),
            Self::Facing(pairs) => facing(count, pairs),
            Self::Groups(groups) => clusters(count, groups),
            Self::Fishbowl(inner) => fishbowl(count, inner),
        }
    }

    /// How large somebody is drawn on these spots: as large as the place between two allows, less what stands below each.
    pub(crate) fn scale(spots: &[Spot], below: f64) -> f64 {
        let mut closest = f64::MAX;
        for (index, one) in spots.iter().enumerate() {
            for other in spots.iter().skip(index + 1) {
                closest = closest.min((one.x - other.x).hypot(one.y - other.y));
            }
        }
        ((closest - below) / PERSON).clamp(SMALLEST, LARGEST)
    }

    /// Frames around small groups: centre and radius.
    pub(crate) fn frames(&self) -> Vec<(f64, f64, f64)> {
        let Self::Groups(groups) = self else {
            return Vec::new();
        };
        cluster_centres(groups)
            .into_iter()
            .map(|(x, y, radius)| (x, y, radius + 17.0))
            .collect()
    }
}

fn ring(count: usize, radius: f64) -> Vec<Spot> {
    (0..count)
        .map(|seat| Spot::on_ring((0.0, 0.0), radius, share(seat, count)))
        .collect()
}

/// Seat `index` of `count` as a share of a turn.
fn share(index: usize, count: usize) -> f64 {
    real(index) / real(count.max(1))
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn facing(count: usize, pairs: &[(usize, usize)]) -> Vec<Spot> {
    let alone: Vec<usize> = (0..count)
        .filter(|seat| {
            !pairs
                .iter()
                .any(|(inside, outside)| inside == seat || outside == seat)
        })
        .collect();
    let places = pairs.len() + alone.len();
    let mut spots = vec![Spot::default(); count];
    for (index, (inside, outside)) in pairs.iter().enumerate() {
        put(
            &mut spots,
            *inside,
            Spot::on_ring((0.0, 0.0), 44.0, share(index, places)).turned(),
        );
        put(
            &mut spots,
            *outside,
            Spot::on_ring((0.0, 0.0), 85.0, share(index, places)),
        );
    }
    for (index, seat) in alone.iter().enumerate() {
        put(
            &mut spots,
            *seat,
            Spot::on_ring((0.0, 0.0), 85.0, share(pairs.len() + index, places)),
        );
    }
    spots
}

fn clusters(count: usize, groups: &[Vec<usize>]) -> Vec<Spot> {
    let mut spots = vec![Spot::default(); count];
    for (group, (x, y, radius)) in groups.iter().zip(cluster_centres(groups)) {
        for (index, seat) in group.iter().enumerate() {
            // Two people sit left and right of each other; three and more start at the top.
            let start = if group.len() == 2 { 0.25 } else { 0.0 };
            put(
                &mut spots,
                *seat,
                Spot::on_ring((x, y), radius, start + share(index, group.len())),
            );
        }
    }
    let alone: Vec<usize> = (0..count)
        .filter(|seat| !groups.iter().any(|group| group.contains(seat)))
        .collect();
    for (index, seat) in alone.iter().enumerate() {
        // Who is in no group sits in the middle, side by side, or at the top when two groups fill the middle.
        let x = 38.0 * (real(index) - (real(alone.len()) - 1.0) / 2.0);
        let spot = if groups.len() == 2 {
            Spot {
                x,
                y: -84.0,
                facing: 180.0,
            }
        } else {
            Spot {
                x,
                y: 0.0,
                facing: 0.0,
            }
        };
        put(&mut spots, *seat, spot);
    }
    spots
}

/// Centre of each small group and the radius of its ring.
fn cluster_centres(groups: &[Vec<usize>]) -> Vec<(f64, f64, f64)> {
    let distance = match groups.len() {
        0 | 1 => 0.0,
        2 => 52.0,
        3..=4 => 58.0,
        _ => 68.0,
    };
    // Two groups sit left and right of each other.
    let start = if groups.len() == 2 { 0.75 } else { 0.0 };
    groups
        .iter()
        .enumerate()
        .map(|(index, group)| {
            let centre = Spot::on_ring((0.0, 0.0), distance, start + share(index, groups.len()));
            let radius = match (groups.len(), group.len()) {
                (1, _) => 60.0,
                (_, 0..=2) => 16.0,
                (_, 3) => 20.0,
                (2, _) => 29.0,
                _ => 25.0,
            };
            (centre.x, centre.y, radius)
        })
        .collect()
}

fn fishbowl(count: usize, inner: &[usize]) -> Vec<Spot> {
    let mut spots = vec![Spot::default(); count];
    let radius = if inner.len() > 3 { 42.0 } else { 32.0 };
    for (index, seat) in inner.iter().enumerate() {
        put(
            &mut spots,
            *seat,
            Spot::on_ring((0.0, 0.0), radius, share(index, inner.len())),
        );
    }
    let outer: Vec<usize> = (0..count).filter(|seat| !inner.contains(seat)).collect();
    for (index, seat) in outer.iter().enumerate() {
        // Half a place on, so that the outer ring looks between the heads of the inner one.
        let turn = (real(index) + 0.5) / real(outer.len());
        put(&mut spots, *seat, Spot::on_ring((0.0, 0.0), 86.0, turn));
    }
    spots
}

fn put(spots: &mut [Spot], seat: usize, spot: Spot) {
    if let Some(place) = spots.get_mut(seat) {
        *place = spot;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Smallest distance between two seats.
    fn closest(spots: &[Spot]) -> f64 {
        let mut least = f64::MAX;
        for (index, one) in spots.iter().enumerate() {
            for other in &spots[index + 1..] {
                least = least.min((one.x - other.x).hypot(one.y - other.y));
            }
        }
        least
    }

    fn groups_of(size: usize, count: usize) -> Vec<Vec<usize>> {
        (0..count)
            .collect::<Vec<_>>()
            .chunks(size)
            .map(<[usize]>::to_vec)
            .collect()
    }

    /// The facilitator walks around.
    fn without_first(mut groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        groups[0].remove(0);
        groups
    }

    #[test]
    fn nobody_sits_on_somebody_elses_lap() {
        for count in 3..=16 {
            let half = count / 2;
            let pairs = (0..half).map(|seat| (seat, half + seat)).collect();
            for layout in [
                Layout::Ring,
                Layout::Facing(pairs),
                Layout::Groups(groups_of(2, count)),
                Layout::Groups(groups_of(3, count)),
                Layout::Groups(groups_of(4, count)),
                Layout::Groups(groups_of(5, count)),
                Layout::Groups(without_first(groups_of(4, count))),
                Layout::Fishbowl((0..(count / 3).max(2)).collect()),
            ] {
                let spots = layout.spots(count);
                assert_eq!(spots.len(), count);
                assert!(closest(&spots) > 25.0, "{count} {layout:?} {}", closest(&spots));
            }
        }
    }

    #[test]
    fn people_are_drawn_as_large_as_there_is_place() {
        let scale = |count| Layout::scale(&Layout::Ring.spots(count), 0.0);
        assert!((scale(4) - LARGEST).abs() < 1e-9, "few people are large");
        assert!(
            scale(15) < scale(12) && scale(12) < scale(8),
            "more people are smaller"
        );
        for count in 3..=15 {
            let spots = Layout::Ring.spots(count);
            assert!(
                scale(count) * PERSON <= closest(&spots) + 0.1,
                "{count} touch each other"
            );
        }
    }

    #[test]
    fn the_first_seat_is_at_the_top_and_looks_down() {
        let first = Layout::Ring.spots(8)[0];
        assert!(first.x.abs() < 1e-9 && first.y < -60.0);
        assert!((first.facing - 180.0).abs() < 1e-9);
    }

    #[test]
    fn a_pair_looks_at_each_other() {
        let spots = Layout::Facing(vec![(0, 1), (2, 3)]).spots(4);
        assert!((spots[0].facing - spots[1].facing).abs() % 360.0 - 180.0 < 1e-9);
        assert!(spots[0].y > spots[1].y, "the first of a pair sits inside");
    }
}
