//! From counts to figures by quarter.

use jiff::Timestamp;
use ui::locale;

use super::Held;

/// Three months, or all of them together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures {
    /// Meetings that were held.
    pub(super) held: i64,
    /// Of these, how many had a list long enough to count.
    pub(super) counted: i64,
    /// Places on these lists.
    pub(super) listed: i64,
    /// Of these, how many were taken.
    pub(super) present: i64,
    /// Microseconds that people spent together in these meetings, by their planned times.
    pub(super) together: i64,
}

/// A year, and a quarter of it from 1 to 4.
pub(super) type Quarter = (i16, i8);

impl Figures {
    fn add(&mut self, meeting: &Held) {
        self.held += 1;
        if let (Some(listed), Some(present)) = (meeting.listed, meeting.present) {
            self.counted += 1;
            self.listed += listed;
            self.present += present;
            self.together += present * (meeting.ends_at - meeting.starts_at).max(0);
        }
    }

    /// The share of places that were taken, in hundredths, rounded; `None` when there is nothing to count.
    pub(super) fn share(&self) -> Option<i64> {
        (self.listed > 0).then(|| (self.present * 200 + self.listed) / (self.listed * 2))
    }

    /// Hours that people spent together, rounded; `None` when there is nothing to count.
    pub(super) fn hours(&self) -> Option<i64> {
        const HOUR: i64 = 3_600_000_000;
        (self.counted > 0).then(|| (self.together * 2 + HOUR) / (HOUR * 2))
    }
}

/// The figures of each quarter in which there was a meeting, the oldest first, and of all together. Quarters are those of the
/// calendar in the Netherlands.
pub(super) fn by_quarter(held: &[Held]) -> (Vec<(Quarter, Figures)>, Figures) {
    let mut quarters: std::collections::BTreeMap<Quarter, Figures> = std::collections::BTreeMap::new();
    let mut all = Figures::default();
    for meeting in held {
        let at = Timestamp::from_microsecond(meeting.starts_at).unwrap_or_default();
        let day = locale::local(at).date();
        quarters
            .entry((day.year(), (day.month() + 2) / 3))
            .or_default()
            .add(meeting);
        all.add(meeting);
    }
    (quarters.into_iter().collect(), all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000_000;

    fn meeting(day: &str, list: Option<(i64, i64)>) -> Held {
        let starts_at = locale::noon(day).unwrap().as_microsecond();
        Held {
            starts_at,
            ends_at: starts_at + HOUR * 3 / 2,
            listed: list.map(|(_, listed)| listed),
            present: list.map(|(present, _)| present),
        }
    }

    #[test]
    fn meetings_are_counted_in_the_quarter_in_which_they_began() {
        let held = [
            meeting("2026-12-31", Some((6, 8))),
            meeting("2027-01-01", Some((5, 8))),
            meeting("2027-03-31", Some((8, 8))),
            meeting("2027-04-01", None),
        ];
        let (quarters, all) = by_quarter(&held);
        let told: Vec<(Quarter, i64, Option<i64>, Option<i64>)> = quarters
            .iter()
            .map(|(quarter, figures)| (*quarter, figures.held, figures.share(), figures.hours()))
            .collect();
        assert_eq!(
            told,
            [
                ((2026, 4), 1, Some(75), Some(9)),
                ((2027, 1), 2, Some(81), Some(20)),
                // A list that is too short is a meeting, and tells nothing about who came.
                ((2027, 2), 1, None, None),
            ]
        );
        assert_eq!(
            (all.held, all.counted, all.share(), all.hours()),
            (4, 3, Some(79), Some(29))
        );
    }

    #[test]
    fn a_year_turns_at_midnight_in_the_netherlands() {
        // Half past eleven in the evening of the 31st of December, UTC.
        let at: Timestamp = "2026-12-31T23:30:00Z".parse().unwrap();
        let late = Held {
            starts_at: at.as_microsecond(),
            ..meeting("2026-12-31", None)
        };
        assert_eq!(
            by_quarter(&[late]).0.first().map(|(quarter, _)| *quarter),
            Some((2027, 1))
        );
    }

    #[test]
    fn nothing_held_gives_no_figures() {
        assert_eq!(by_quarter(&[]), (vec![], Figures::default()));
        assert_eq!(Figures::default().share(), None);
    }
}
