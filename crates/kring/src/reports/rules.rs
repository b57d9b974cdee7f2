//! From counts to what an organiser should look at first.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::{Circle, Rhythm, Turnout};
use crate::id::GroupId;

/// Fewest participants of a group: a meeting with fewer than four is not worth its name (domain knowledge, 3.5: quorum).
const FEWEST: i64 = 4;
/// Most participants of a group.
const MOST: i64 = 15;
/// The share of places that should be taken, in hundredths (domain knowledge, 3.5).
const NORM: i64 = 80;
/// A share says something from so many places on.
const ENOUGH: i64 = 12;
/// A group that met longer ago, and has nothing ahead of it, is silent. Groups meet every four to eight weeks (domain knowledge, 3.4).
const SILENCE: SignedDuration = SignedDuration::from_hours(8 * 7 * 24);

/// Why an organiser should look at a group, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Concern {
    /// Nothing planned, and not met for long, or never.
    Silent,
    /// Met a short time ago, and has nothing planned.
    NothingAhead,
    /// Nobody leads it.
    NoFacilitator,
    /// So few take part.
    Small(i64),
    /// So many take part.
    Large(i64),
    /// So many meetings are over and not closed.
    LeftOpen(i64),
    /// Many stay away.
    Absent,
}

/// Where a group stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) circle: Circle,
    pub(super) rhythm: Rhythm,
    pub(super) turnout: Turnout,
    /// Sorted.
    pub(super) concerns: Vec<Concern>,
}

/// The share of places that were taken, in hundredths; `None` when there were none.
pub(super) fn share(turnout: &Turnout) -> Option<i64> {
    (turnout.listed > 0).then(|| turnout.present * 100 / turnout.listed)
}

/// All places and all who came.
pub(super) fn together(turnouts: &[Turnout]) -> Turnout {
    turnouts.iter().fold(Turnout::default(), |sum, one| Turnout {
        group_id: None,
        listed: sum.listed + one.listed,
        present: sum.present + one.present,
    })
}

/// A line for each group: what needs attention first, then in the order in which the groups came.
pub(super) fn lines(
    circles: Vec<Circle>,
    rhythms: Vec<Rhythm>,
    turnouts: Vec<Turnout>,
    now: Timestamp,
) -> Vec<Line> {
    let mut rhythms: BTreeMap<Option<GroupId>, Rhythm> = rhythms
        .into_iter()
        .map(|rhythm| (rhythm.group_id.clone(), rhythm))
        .collect();
    let mut turnouts: BTreeMap<Option<GroupId>, Turnout> = turnouts
        .into_iter()
        .map(|turnout| (turnout.group_id.clone(), turnout))
        .collect();
    let mut lines: Vec<Line> = circles
        .into_iter()
        .map(|circle| {
            let group = Some(circle.id.clone());
            let rhythm = rhythms.remove(&group).unwrap_or_default();
            let turnout = turnouts.remove(&group).unwrap_or_default();
            let concerns = concerns(&circle, &rhythm, &turnout, now);
            Line {
                circle,
                rhythm,
                turnout,
                concerns,
            }
        })
        .collect();
    lines.sort_by_key(|line| {
        line.concerns
            .first()
            .copied()
            .map_or((1, None), |first| (0, Some(first)))
    });
    lines
}

fn concerns(circle: &Circle, rhythm: &Rhythm, turnout: &Turnout, now: Timestamp) -> Vec<Concern> {
    let long_ago = |at: i64| Timestamp::from_microsecond(at).is_ok_and(|at| now.duration_since(at) > SILENCE);
    let mut concerns = Vec::new();
    if rhythm.coming == 0 {
        concerns.push(if rhythm.last_at.is_none_or(long_ago) {
            Concern::Silent
        } else {
            Concern::NothingAhead
        });
    }
    if circle.facilitators == 0 {
        concerns.push(Concern::NoFacilitator);
    }
    if circle.participants < FEWEST {
        concerns.push(Concern::Small(circle.participants));
    }
    if circle.participants > MOST {
        concerns.push(Concern::Large(circle.participants));
    }
    if rhythm.left_open > 0 {
        concerns.push(Concern::LeftOpen(rhythm.left_open));
    }
    if turnout.listed >= ENOUGH && share(turnout).is_some_and(|share| share < NORM) {
        concerns.push(Concern::Absent);
    }
    concerns
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 3_600_000_000;

    fn now() -> Timestamp {
        Timestamp::from_microsecond(400 * DAY).unwrap()
    }

    fn circle(id: &str, participants: i64) -> Circle {
        Circle {
            id: GroupId(id.to_owned()),
            name: id.to_owned(),
            participants,
            facilitators: 1,
        }
    }

    fn concerns_of(
        last: Option<i64>,
        coming: i64,
        left_open: i64,
        (present, listed): (i64, i64),
    ) -> Vec<Concern> {
        let rhythm = Rhythm {
            coming,
            left_open,
            last_at: last.map(|days| (400 - days) * DAY),
            ..Rhythm::default()
        };
        let turnout = Turnout {
            listed,
            present,
            ..Turnout::default()
        };
        concerns(&circle("a", 8), &rhythm, &turnout, now())
    }

    #[test]
    fn what_an_organiser_should_look_at() {
        use Concern::{Absent, LeftOpen, NothingAhead, Silent};
        for (last, coming, left_open, turnout, expected) in [
            (Some(20), 2, 0, (14, 16), vec![]),
            (None, 1, 0, (0, 0), vec![]),
            (None, 0, 0, (0, 0), vec![Silent]),
            (Some(57), 0, 0, (16, 16), vec![Silent]),
            (Some(56), 0, 0, (16, 16), vec![NothingAhead]),
            (Some(20), 1, 2, (16, 16), vec![LeftOpen(2)]),
            (Some(20), 1, 0, (12, 16), vec![Absent]),
            (Some(20), 1, 0, (13, 16), vec![]),
            // Too few places to say anything.
            (Some(20), 1, 0, (1, 11), vec![]),
        ] {
            assert_eq!(
                concerns_of(last, coming, left_open, turnout),
                expected,
                "{last:?} {coming} {left_open} {turnout:?}"
            );
        }
    }

    #[test]
    fn a_group_can_be_too_small_too_large_and_without_anybody_who_leads() {
        let alone = Circle {
            facilitators: 0,
            ..circle("a", 3)
        };
        let rhythm = Rhythm {
            coming: 1,
            ..Rhythm::default()
        };
        assert_eq!(
            concerns(&alone, &rhythm, &Turnout::default(), now()),
            [Concern::NoFacilitator, Concern::Small(3)]
        );
        assert_eq!(
            concerns(&circle("a", 16), &rhythm, &Turnout::default(), now()),
            [Concern::Large(16)]
        );
    }

    #[test]
    fn groups_that_need_attention_stand_on_top_and_nothing_is_mixed_up() {
        let rhythm = |id: &str, coming| Rhythm {
            group_id: Some(GroupId(id.to_owned())),
            coming,
            ..Rhythm::default()
        };
        let turnout = Turnout {
            group_id: Some(GroupId("b".to_owned())),
            listed: 4,
            present: 3,
        };
        let lines = lines(
            vec![circle("a", 8), circle("b", 8), circle("c", 2), circle("d", 8)],
            // The open meetings of the programme belong to no group.
            vec![
                rhythm("a", 1),
                rhythm("b", 1),
                rhythm("c", 1),
                Rhythm {
                    coming: 9,
                    ..Rhythm::default()
                },
            ],
            vec![turnout.clone()],
            now(),
        );
        let order: Vec<&str> = lines.iter().map(|line| line.circle.id.0.as_str()).collect();
        assert_eq!(order, ["d", "c", "a", "b"]);
        assert_eq!(lines.last().map(|line| &line.turnout), Some(&turnout));
        assert_eq!(share(&turnout), Some(75));
        assert_eq!(share(&Turnout::default()), None);
    }
}
