//! Days on which a group rather does not meet: public holidays, and school holidays of its region.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use computus::gregorian_jiff_date;
use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan as _};
use serde::Deserialize;

/// School holidays as the ministry publishes them.
const SCHOOL: &str = include_str!("../../../../holidays/netherlands.toml");

/// Why a day is not free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    NewYear,
    GoodFriday,
    Easter,
    KingsDay,
    Liberation,
    Ascension,
    Whitsun,
    Christmas,
    School(Season),
}

/// A school holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Season {
    Autumn,
    Christmas,
    Spring,
    May,
    Summer,
}

/// One school holiday in some regions; both days are part of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Closed {
    from: Date,
    to: Date,
    regions: Vec<String>,
}

fn school() -> &'static BTreeMap<Season, Vec<Closed>> {
    static READ: LazyLock<BTreeMap<Season, Vec<Closed>>> =
        LazyLock::new(|| toml::from_str(SCHOOL).unwrap_or_default());
    &READ
}

/// Whether anything is known of the schools in the year after this day.
pub(super) fn knows_schools_on(day: Date) -> bool {
    school().values().flatten().any(|closed| closed.to >= day)
}

/// Why a group rather does not meet on this day; school holidays count in a region only.
pub(super) fn holiday(day: Date, region: Option<&str>) -> Option<Holiday> {
    public(day).or_else(|| {
        let region = region?;
        let is_closed = |closed: &Closed| {
            (closed.from..=closed.to).contains(&day) && closed.regions.iter().any(|other| other == region)
        };
        let mut seasons = school().iter();
        seasons
            .find(|(_, weeks)| weeks.iter().any(is_closed))
            .map(|(season, _)| Holiday::School(*season))
    })
}

/// The public holidays of the Netherlands, and Good Friday, on which most practices are closed.
fn public(day: Date) -> Option<Holiday> {
    match (day.month(), day.day()) {
        (1, 1) => return Some(Holiday::NewYear),
        (5, 5) => return Some(Holiday::Liberation),
        (12, 25 | 26) => return Some(Holiday::Christmas),
        _ => {}
    }
    if day == kings_day(day.year()) {
        return Some(Holiday::KingsDay);
    }
    let easter = gregorian_jiff_date(day.year().into()).ok()?;
    let after = |days: i32| easter.checked_add(Span::new().days(days)).ok() == Some(day);
    [
        (-2, Holiday::GoodFriday),
        (0, Holiday::Easter),
        (1, Holiday::Easter),
        (39, Holiday::Ascension),
        (49, Holiday::Whitsun),
        (50, Holiday::Whitsun),
    ]
    .into_iter()
    .find(|(days, _)| after(*days))
    .map(|(_, holiday)| holiday)
}

/// The 27th of April, or the day before when that is a Sunday.
fn kings_day(year: i16) -> Date {
    let day = date(year, 4, 27);
    if day.weekday() == Weekday::Sunday {
        day.saturating_sub(1.day())
    } else {
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::rules::REGIONS;

    #[test]
    fn the_list_can_be_read_and_every_school_is_closed_somewhere_in_it() {
        let read: BTreeMap<Season, Vec<Closed>> = toml::from_str(SCHOOL).unwrap();
        assert_eq!(read.len(), 5);
        for closed in read.values().flatten() {
            assert!(closed.from < closed.to, "{closed:?}");
            assert_eq!(closed.from.weekday(), Weekday::Saturday, "{closed:?}");
            assert_eq!(closed.to.weekday(), Weekday::Sunday, "{closed:?}");
            assert!(
                closed
                    .regions
                    .iter()
                    .all(|region| REGIONS.contains(&region.as_str())),
                "{closed:?}"
            );
        }
        // Every region has every season once in each school year.
        for region in REGIONS {
            for (season, weeks) in &read {
                let own = weeks
                    .iter()
                    .filter(|closed| closed.regions.iter().any(|other| other == region));
                assert_eq!(own.count(), 3, "{region} {season:?}");
            }
        }
    }

    #[test]
    fn public_holidays_fall_where_they_should() {
        for (day, expected) in [
            (date(2027, 3, 28), Holiday::Easter),
            (date(2027, 3, 29), Holiday::Easter),
            (date(2027, 5, 6), Holiday::Ascension),
            (date(2027, 5, 17), Holiday::Whitsun),
            (date(2027, 4, 27), Holiday::KingsDay),
            // A Sunday.
            (date(2031, 4, 26), Holiday::KingsDay),
            (date(2026, 12, 26), Holiday::Christmas),
        ] {
            assert_eq!(holiday(day, None), Some(expected), "{day}");
        }
        assert_eq!(holiday(date(2031, 4, 27), None), None);
        assert_eq!(holiday(date(2027, 6, 1), None), None);
    }

    #[test]
    fn school_holidays_differ_by_region() {
        let day = date(2027, 2, 16);
        assert_eq!(holiday(day, Some("zuid")), Some(Holiday::School(Season::Spring)));
        assert_eq!(holiday(day, Some("noord")), None);
        assert_eq!(holiday(day, None), None);
    }
}
