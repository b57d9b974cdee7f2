//! A row of meetings in one go: the same weekday and time, every so many weeks, around the holidays.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};

use super::holidays::{Holiday, holiday};

/// Most meetings in one row: two years of every two weeks.
pub(super) const MOST: u8 = 52;

/// No row goes on for longer than this many weeks.
const LONGEST: i32 = 3 * 53;

/// What somebody wants to plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rhythm<'a> {
    /// The day of the first meeting.
    pub(crate) first: Date,
    /// Weeks from one to the next, at least one.
    pub(crate) weeks: u8,
    /// How many meetings, at most [`MOST`].
    pub(crate) count: u8,
    /// Whose school holidays are kept free.
    pub(crate) region: Option<&'a str>,
}

/// A day for a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Proposal {
    pub(crate) day: Date,
    /// The day it should have been, and why it is later.
    pub(super) instead_of: Option<(Date, Holiday)>,
}

/// Days for a row. A day in a holiday moves week by week to the first free one before the next of the row; where there is none, that
/// turn is left out and the row becomes longer, so that there are as many meetings as were asked for.
pub(crate) fn propose(rhythm: Rhythm<'_>) -> Vec<Proposal> {
    let every = i32::from(rhythm.weeks.max(1));
    let mut found = Vec::new();
    let mut week = 0;
    while found.len() < usize::from(rhythm.count.min(MOST)) && week < LONGEST {
        let Some(day) = later(rhythm.first, week) else {
            break;
        };
        let is_busy = holiday(day, rhythm.region);
        let free = (0..every)
            .filter_map(|weeks| later(day, weeks))
            .find(|day| holiday(*day, rhythm.region).is_none());
        found.extend(free.map(|free| Proposal {
            day: free,
            instead_of: is_busy.map(|why| (day, why)),
        }));
        week += every;
    }
    found
}

fn later(day: Date, weeks: i32) -> Option<Date> {
    day.checked_add(Span::new().weeks(weeks)).ok()
}

/// Begin and end of a meeting at a time of day in a zone. A time that the clocks jump over when summer begins becomes the one an hour
/// later; of one that comes twice when it ends the first is taken.
pub(crate) fn span(day: Date, at: Time, minutes: u16, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
    let starts = zone
        .to_ambiguous_zoned(DateTime::from_parts(day, at))
        .compatible()
        .ok()?;
    let starts = starts.timestamp();
    let ends = starts
        .checked_add(SignedDuration::from_mins(minutes.into()))
        .ok()?;
    Some((starts, ends))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date, time};
    use proptest::prelude::*;
    use ui::locale::AMSTERDAM;

    use super::super::holidays::Season;
    use super::*;
    use crate::programmes::rules::REGIONS;

    #[test]
    fn a_year_of_every_six_weeks_goes_around_the_holidays() {
        let days = propose(Rhythm {
            first: date(2027, 1, 12),
            weeks: 6,
            count: 8,
            region: Some("midden"),
        });
        let moved = Proposal {
            day: date(2027, 3, 2),
            instead_of: Some((date(2027, 2, 23), Holiday::School(Season::Spring))),
        };
        assert_eq!(days[1], moved);
        // The row itself does not shift: the third is six weeks after the day on which the second should have been.
        assert_eq!(days[2].day, date(2027, 4, 6));
        assert_eq!(days.len(), 8);
    }

    #[test]
    fn a_turn_without_a_free_day_is_left_out_and_made_up_for() {
        let days = propose(Rhythm {
            first: date(2027, 7, 13),
            weeks: 2,
            count: 3,
            region: Some("noord"),
        });
        // Six weeks of summer: two turns have no free week at all.
        assert_eq!(
            days.iter().map(|one| one.day).collect::<Vec<_>>(),
            [date(2027, 8, 24), date(2027, 9, 7), date(2027, 9, 21)]
        );
    }

    #[test]
    fn a_meeting_keeps_its_time_on_the_wall_over_both_changes_of_the_clock() {
        for (day, utc) in [
            (date(2027, 3, 23), "2027-03-23T18:30:00Z"),
            (date(2027, 3, 30), "2027-03-30T17:30:00Z"),
            (date(2027, 10, 26), "2027-10-26T17:30:00Z"),
            (date(2027, 11, 2), "2027-11-02T18:30:00Z"),
        ] {
            let (starts, ends) = span(day, time(19, 30, 0, 0), 90, &AMSTERDAM).unwrap();
            assert_eq!(starts.to_string(), utc);
            assert_eq!(starts.duration_until(ends), SignedDuration::from_mins(90));
        }
    }

    #[test]
    fn a_time_that_is_jumped_over_or_comes_twice_is_still_a_time() {
        let night = time(2, 30, 0, 0);
        let (spring, _) = span(date(2027, 3, 28), night, 60, &AMSTERDAM).unwrap();
        assert_eq!(spring.to_string(), "2027-03-28T01:30:00Z");
        let (autumn, ends) = span(date(2027, 10, 31), night, 60, &AMSTERDAM).unwrap();
        assert_eq!(autumn.to_string(), "2027-10-31T00:30:00Z");
        assert_eq!(ends.to_string(), "2027-10-31T01:30:00Z");
    }

    proptest! {
        #[test]
        fn days_rise_keep_their_weekday_and_are_free(
            from in 0_i32..1_000,
            weeks in 1_u8..13,
            count in 1_u8..=MOST,
            region in prop::option::of(prop::sample::select(REGIONS.to_vec())),
        ) {
            let first = date(2026, 9, 1).checked_add(Span::new().days(from)).unwrap();
            let days = propose(Rhythm { first, weeks, count, region });
            let weekday: Weekday = first.weekday();
            prop_assert!(days.len() <= usize::from(count));
            for one in &days {
                prop_assert_eq!(one.day.weekday(), weekday);
                prop_assert!(holiday(one.day, region).is_none());
            }
            prop_assert!(days.windows(2).all(|pair| pair[0].day < pair[1].day), "{:?}", days);
        }
    }
}
