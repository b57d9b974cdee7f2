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
    /// The id of the topic of the group's list that it is about.
    pub(super) listed: Option<String>,
}

/// What somebody can choose from for a day.
pub(super) struct Choices<'a> {
    /// Ids of methods.
    pub(super) methods: &'a [&'a str],
    /// Topics of the group's list: id and title.
    pub(super) topics: &'a [(String, String)],
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

/// The name of the field of the topic of the group's list.
pub(super) fn listed_field(number: usize) -> String {
    format!("listed-{number}")
}

/// Topics of the list shared out over the days in order, those that are chosen already left where they are.
pub(super) fn share_out(posted: &Posted, count: usize, topics: &[(String, String)]) -> Posted {
    let chosen: Vec<&str> = (0..usize::from(MOST))
        .map(|number| posted.text(&listed_field(number)))
        .collect();
    let mut left = topics.iter().filter(|(id, _)| !chosen.contains(&id.as_str()));
    let mut shared = posted.clone();
    for number in 0..count {
        let is_free = [listed_field(number), topic_field(number)]
            .iter()
            .all(|field| posted.text(field).trim().is_empty());
        if is_free && let Some((id, _)) = left.next() {
            shared = shared.with(&listed_field(number), id);
        }
    }
    shared
}

/// Reads the days that somebody looked through, in order and each once; an empty row is a meeting less. Rows with something wrong are
/// named by their number.
pub(super) fn days(
    posted: &Posted,
    choices: &Choices<'_>,
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
        let listed = text(listed_field(number));
        let topic_of_list = choices.topics.iter().find(|(id, _)| id == listed);
        let is_known = (method.is_empty() || choices.methods.contains(&method))
            && (listed.is_empty() || topic_of_list.is_some());
        let own = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        match day(text(day_field(number))) {
            _ if topic.chars().count() > LINE => wrong.push((number, Wrong::Long(LINE))),
            _ if !is_known => wrong.push((number, Wrong::Choose)),
            Some(day) if day >= today => found.push(Day {
                on: day,
                // What somebody typed goes before the words of the list.
                topic: own(topic).or_else(|| topic_of_list.map(|(_, title)| title.clone())),
                method: own(method),
                listed: own(listed),
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
        let topics = [("t1".to_owned(), "Rouw".to_owned())];
        let choices = Choices {
            methods: &["balint"],
            topics: &topics,
        };
        days(&posted, &choices, "2026-11-01T09:00:00Z".parse().unwrap())
    }

    fn plain(year: i16, month: i8, day: i8) -> Day {
        Day {
            on: date(year, month, day),
            topic: None,
            method: None,
            listed: None,
        }
    }

    #[test]
    fn a_day_takes_the_words_of_the_list_unless_it_has_its_own() {
        let found = read(&[
            ("day-0", "2027-01-05"),
            ("listed-0", "t1"),
            ("day-1", "2027-02-02"),
            ("listed-1", "t1"),
            ("topic-1", "Rouw en verlies"),
        ]);
        let told: Vec<_> = found
            .unwrap()
            .into_iter()
            .map(|day| (day.topic, day.listed))
            .collect();
        let of = |title: &str| (Some(title.to_owned()), Some("t1".to_owned()));
        assert_eq!(told, [of("Rouw"), of("Rouw en verlies")]);
        let strange = read(&[("day-0", "2027-01-05"), ("listed-0", "t2")]);
        assert_eq!(strange, Err(vec![(0, Wrong::Choose)]));
    }

    #[test]
    fn topics_are_shared_out_over_the_days_that_have_none() {
        let topics = ["a", "b", "c"].map(|id| (id.to_owned(), id.to_uppercase()));
        let posted: Posted = [("listed-1", "a"), ("topic-2", "Eigen")]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let shared = share_out(&posted, 5, &topics);
        let listed: Vec<&str> = (0..5)
            .map(|number| shared.text(&format!("listed-{number}")))
            .collect();
        assert_eq!(listed, ["b", "a", "", "c", ""]);
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
