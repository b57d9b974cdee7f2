//! The days of a row of meetings that somebody looked through, each with what it has of its own.

use jiff::Timestamp;
use jiff::civil::Date;
use ui::locale;

use super::rules::{LINE, Wrong, day};
use super::series::MOST;
use crate::web::Posted;

/// A day, and what its meeting has of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) on: Date,
    /// What it is about; `None` for the title of the whole row.
    pub(super) topic: Option<String>,
    /// Its method; `None` for that of the whole row.
    pub(super) method: Option<String>,
}

/// The name of the field of a day.
pub(super) fn day_field(number: usize) -> String {
    format!("day-{number}")
}

/// The name of the field of what it is about.
pub(super) fn topic_field(number: usize) -> String {
    format!("topic-{number}")
}

/// The name of the field of its method.
pub(super) fn method_field(number: usize) -> String {
    format!("method-{number}")
}

/// Reads the days that somebody looked through, in order and each once; an empty row is a meeting less. Rows with something wrong are
/// named by their number.
pub(super) fn days(
    posted: &Posted,
    methods: &[&str],
    now: Timestamp,
) -> Result<Vec<Day>, Vec<(usize, Wrong)>> {
    let today = locale::local(now).date();
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for number in 0..usize::from(MOST) {
        let text = |field: String| posted.text(&field).trim();
        if text(day_field(number)).is_empty() {
            continue;
        }
        let (topic, method) = (text(topic_field(number)), text(method_field(number)));
        let own = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        match day(text(day_field(number))) {
            _ if topic.chars().count() > LINE => wrong.push((number, Wrong::Long(LINE))),
            _ if !method.is_empty() && !methods.contains(&method) => wrong.push((number, Wrong::Choose)),
            Some(day) if day >= today => found.push(Day {
                on: day,
                topic: own(topic),
                method: own(method),
            }),
            _ => wrong.push((number, Wrong::Date)),
        }
    }
    // Of two rows with the same day the first counts: sorting keeps their order.
    found.sort_by_key(|one: &Day| one.on);
    found.dedup_by_key(|one| one.on);
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn read(fields: &[(&str, &str)]) -> Result<Vec<Day>, Vec<(usize, Wrong)>> {
        let posted: Posted = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        days(&posted, &["balint"], "2026-11-01T09:00:00Z".parse().unwrap())
    }

    fn plain(year: i16, month: i8, day: i8) -> Day {
        Day {
            on: date(year, month, day),
            topic: None,
            method: None,
        }
    }

    #[test]
    fn days_that_were_looked_through_come_once_and_in_order() {
        let found = read(&[
            ("day-0", "2027-02-02"),
            ("topic-0", " Grenzen "),
            ("method-0", "balint"),
            ("day-1", ""),
            ("topic-1", "Vervallen"),
            ("day-2", "2027-01-05"),
            ("day-3", "2027-02-02"),
            ("topic-3", "Dubbel"),
        ]);
        let own = Day {
            topic: Some("Grenzen".to_owned()),
            method: Some("balint".to_owned()),
            ..plain(2027, 2, 2)
        };
        assert_eq!(found, Ok(vec![plain(2027, 1, 5), own]));
    }

    #[test]
    fn rows_with_something_wrong_are_named() {
        let long = "x".repeat(LINE + 1);
        let found = read(&[
            ("day-0", "2 februari"),
            ("day-1", "2027-02-02"),
            ("topic-1", &long),
            ("day-2", "2027-03-02"),
            ("method-2", "verzonnen"),
            ("day-7", "2026-10-31"),
        ]);
        let wrong = [
            (0, Wrong::Date),
            (1, Wrong::Long(LINE)),
            (2, Wrong::Choose),
            (7, Wrong::Date),
        ];
        assert_eq!(found, Err(wrong.to_vec()));
    }
}
