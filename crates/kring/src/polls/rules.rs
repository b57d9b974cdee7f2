//! What may be asked, answered and decided, and when somebody is reminded.

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Span, Timestamp};
use ui::locale::{self, AMSTERDAM};
use ui::{Problems, box_name};

use super::{Day, Member};
use crate::calendar::{Frame, Rhythm, is_link, propose, span};
use crate::id::PersonId;
use crate::people::half_day;
use crate::web::{LINE, Posted, Reading, TEXT};
use crate::words::Words;

/// Most moments in one poll: more nobody fills in on a phone.
pub(super) const MOST_DAYS: usize = 24;

/// Moments that stand in the form before somebody asks for more.
pub(super) const FIRST_ROWS: usize = 6;

/// A meeting takes at least and at most so many minutes.
pub(super) const MINUTES: (i64, i64) = (15, 480);

/// Most weeks between two meetings.
pub(super) const WEEKS: i64 = 26;

/// What somebody asks.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) frame: Frame,
    /// In order of time, none twice.
    pub(super) starts: Vec<Timestamp>,
    pub(super) wanted: i64,
    pub(super) apart_days: i64,
    pub(super) at_least: i64,
    pub(super) closes: Timestamp,
    pub(super) needed: Vec<PersonId>,
}

/// The field of the day, and of the time, of a row.
pub(super) fn row_fields(row: usize) -> (String, String) {
    (box_name("day", row), box_name("time", row))
}

/// The field of the answer to a day.
pub(super) fn answer_field(day: &Day) -> String {
    format!("answer-{}", day.id)
}

/// Reads what somebody asks of these members. `has_video`: Kring can make video rooms.
pub(super) fn wish(
    posted: &Posted,
    words: &Words,
    (methods, members, has_video): (&[&str], &[Member], bool),
    now: Timestamp,
) -> Result<Wish, Problems> {
    let mut reading = Reading::new(posted, words);
    let title = reading.text("title", LINE);
    let method = reading.one_of("method", methods);
    let minutes = required(&mut reading, "minutes", MINUTES);
    let (place, directions) = (
        reading.optional("place", LINE),
        reading.optional("directions", TEXT),
    );
    let online = link(&mut reading);
    let makes_video = has_video && reading.ticked("makes_video");
    if place.is_none() && online.is_none() && !makes_video {
        reading.wrong("place", words.calendar_wrong_nowhere());
    }
    let starts = moments(&mut reading, posted, u16::try_from(minutes).unwrap_or(90), now);
    let wanted = required(&mut reading, "wanted", (1, 20));
    if starts.len() < 2 || i64::try_from(starts.len()).unwrap_or(0) < wanted {
        reading.wrong("days", words.polls_too_few_days(wanted.max(2)));
    }
    let apart = required(&mut reading, "apart", (0, WEEKS));
    let most = i64::try_from(members.len()).unwrap_or(1).max(1);
    let at_least = required(&mut reading, "at_least", (1, most));
    let closes = deadline(&mut reading, starts.first().copied(), now);
    let needed = needed(posted, members);
    let wish = Wish {
        frame: Frame {
            title,
            method,
            minutes: u16::try_from(minutes).unwrap_or(90),
            place,
            online,
            makes_video,
            directions,
        },
        starts,
        wanted,
        apart_days: apart * 7,
        at_least,
        closes: closes.unwrap_or(now),
        needed,
    };
    reading.done(wish)
}

fn required(reading: &mut Reading<'_>, field: &str, (least, most): (i64, i64)) -> i64 {
    if reading.raw(field).is_empty() {
        let missing = reading.words().forms_missing();
        reading.wrong(field, missing);
    }
    reading.number(field, least, most).unwrap_or(least)
}

fn link(reading: &mut Reading<'_>) -> Option<String> {
    let link = reading.optional("online", LINE)?;
    if !is_link(&link) {
        let wrong = reading.words().calendar_wrong_link();
        reading.wrong("online", wrong);
    }
    Some(link)
}

/// The moments of all rows, in order of time.
fn moments(reading: &mut Reading<'_>, posted: &Posted, minutes: u16, now: Timestamp) -> Vec<Timestamp> {
    let mut found = Vec::new();
    for row in 0..MOST_DAYS {
        let (day, time) = row_fields(row);
        if posted.text(&day).trim().is_empty() {
            continue;
        }
        let date = reading.optional_day(&day);
        let at = posted.text(&time).trim().parse::<Time>().ok();
        if at.is_none() {
            let wrong = reading.words().calendar_wrong_time();
            reading.wrong(&day, wrong);
        }
        let (Some(date), Some(at)) = (date, at) else {
            continue;
        };
        match span(date, at, minutes, &AMSTERDAM) {
            Some((starts, _)) if starts > now => found.push(starts),
            _ => {
                let past = reading.words().calendar_wrong_past();
                reading.wrong(&day, past);
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The end of the last day on which people answer. It comes before the first day that they are asked about.
fn deadline(reading: &mut Reading<'_>, first: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    let day = reading.day("closes")?;
    let closes = end_of(day)?;
    if closes <= now {
        let past = reading.words().calendar_wrong_past();
        reading.wrong("closes", past);
    } else if first.is_some_and(|first| closes > first) {
        let late = reading.words().polls_deadline_late();
        reading.wrong("closes", late);
    }
    Some(closes)
}

/// Midnight after a day.
pub(super) fn end_of(day: Date) -> Option<Timestamp> {
    let next = day.checked_add(Span::new().days(1)).ok()?;
    Some(next.to_zoned(AMSTERDAM.clone()).ok()?.timestamp())
}

/// The last day before a moment that is a deadline.
pub(super) fn last_day(closes: Timestamp) -> Timestamp {
    closes.checked_sub(SignedDuration::from_mins(1)).unwrap_or(closes)
}

/// A later deadline, as somebody filled it in.
pub(super) fn later_deadline(
    posted: &Posted,
    words: &Words,
    (first, now): (Option<Timestamp>, Timestamp),
) -> Result<Timestamp, Problems> {
    let mut reading = Reading::new(posted, words);
    let closes = deadline(&mut reading, first, now);
    reading.done(closes.unwrap_or(now))
}

/// Whoever must be there, of these members.
pub(super) fn needed(posted: &Posted, members: &[Member]) -> Vec<PersonId> {
    members
        .iter()
        .enumerate()
        .filter(|(index, _)| !posted.text(&box_name("needed", *index)).is_empty())
        .map(|(_, member)| member.person_id.clone())
        .collect()
}

/// Rows filled with a row of days around the holidays, after the ones that stand there.
pub(super) fn filled(posted: &Posted, words: &Words, region: Option<&str>) -> Result<Posted, Problems> {
    let mut reading = Reading::new(posted, words);
    let first = reading.day("first");
    let weeks = required(&mut reading, "weeks", (1, WEEKS));
    let most = i64::try_from(MOST_DAYS).unwrap_or(1);
    let count = required(&mut reading, "count", (1, most));
    if reading.raw("time").parse::<Time>().is_err() {
        reading.wrong("time", words.calendar_wrong_time());
    }
    let time = reading.raw("time");
    let first = reading.done(first)?;
    let mut rows: Vec<(String, String)> = (0..MOST_DAYS)
        .map(row_fields)
        .map(|(day, at)| (posted.text(&day).to_owned(), posted.text(&at).to_owned()))
        .filter(|(day, _)| !day.trim().is_empty())
        .collect();
    let proposals = first.map(|first| {
        propose(Rhythm {
            first,
            weeks: u8::try_from(weeks).unwrap_or(1),
            count: u8::try_from(count).unwrap_or(1),
            region,
        })
    });
    rows.extend(
        proposals
            .into_iter()
            .flatten()
            .map(|one| (one.day.to_string(), time.clone())),
    );
    rows.sort();
    rows.dedup();
    let rows = rows.into_iter().chain(std::iter::repeat_with(Default::default));
    let filled = rows.take(MOST_DAYS).enumerate().flat_map(|(row, (day, at))| {
        let (day_field, time_field) = row_fields(row);
        [(day_field, day), (time_field, at)]
    });
    let kept = posted
        .fields()
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    Ok(kept.chain(filled).collect())
}

/// How many rows a form shows: the filled ones, and some more.
pub(super) fn rows(posted: &Posted) -> usize {
    let filled = (0..MOST_DAYS).filter(|row| !posted.text(&row_fields(*row).0).trim().is_empty());
    let asked: usize = posted.text("rows").parse().unwrap_or(FIRST_ROWS);
    let more = if posted.text("do") == "more" {
        FIRST_ROWS
    } else {
        0
    };
    let filled = filled.max().map_or(0, |last| last + 1);
    (asked + more).max(filled).clamp(FIRST_ROWS, MOST_DAYS)
}

/// What somebody says of every day, and what they add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answers {
    /// Id of a day, and `yes`, `maybe` or `no`.
    pub(super) given: Vec<(String, String)>,
    pub(super) remark: Option<String>,
}

/// Reads what somebody says of these days: of each one something.
pub(super) fn answers(posted: &Posted, words: &Words, days: &[Day]) -> Result<Answers, Problems> {
    let mut reading = Reading::new(posted, words);
    let mut given = Vec::new();
    for day in days {
        let field = answer_field(day);
        let answer = reading.raw(&field);
        if matches!(answer.as_str(), "yes" | "maybe" | "no") {
            given.push((day.id.clone(), answer));
        } else {
            reading.wrong(&field, words.polls_choose());
        }
    }
    let remark = reading.optional("remark", TEXT);
    reading.done(Answers { given, remark })
}

/// When somebody who has not answered is reminded: two days before the end, or half way when that is later.
pub(super) fn reminder(now: Timestamp, closes: Timestamp) -> Option<Timestamp> {
    let two_days = closes.checked_sub(SignedDuration::from_hours(48)).ok()?;
    let half = now.checked_add(now.duration_until(closes) / 2).ok()?;
    Some(two_days.max(half))
}

/// What stands in the form of somebody who has not answered: "yes" on half days on which they said to be free, when no other
/// meeting is in the way.
pub(super) fn known(starts: Timestamp, free: &[String], is_busy: bool) -> &'static str {
    let is_free = half_day(&locale::local(starts)).is_some_and(|half| free.iter().any(|one| one == half));
    if is_free && !is_busy { "yes" } else { "" }
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::words::words;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn posted(fields: &[(&str, &str)]) -> Posted {
        let owned = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        owned.collect()
    }

    #[test]
    fn a_deadline_is_the_end_of_a_day_here_also_when_the_clocks_change() {
        let end = |day: &str| end_of(day.parse().unwrap()).unwrap().to_string();
        assert_eq!(end("2027-01-31"), "2027-01-31T23:00:00Z");
        assert_eq!(end("2027-03-28"), "2027-03-28T22:00:00Z");
        assert_eq!(end("2027-10-31"), "2027-10-31T23:00:00Z");
    }

    #[test]
    fn a_reminder_comes_two_days_before_the_end_or_half_way() {
        let remind = |closes: &str| {
            reminder(at("2027-01-01T00:00:00Z"), at(closes))
                .unwrap()
                .to_string()
        };
        assert_eq!(remind("2027-01-11T00:00:00Z"), "2027-01-09T00:00:00Z");
        assert_eq!(remind("2027-01-03T00:00:00Z"), "2027-01-02T00:00:00Z");
    }

    #[test]
    fn what_somebody_said_about_being_free_is_used_where_nothing_is_in_the_way() {
        let free = ["tue-evening".to_owned()];
        let tuesday = at("2026-12-01T18:30:00Z");
        assert_eq!(known(tuesday, &free, false), "yes");
        assert_eq!(known(tuesday, &free, true), "");
        assert_eq!(known(at("2026-12-01T10:00:00Z"), &free, false), "");
        assert_eq!(known(at("2026-12-05T18:30:00Z"), &free, false), "");
    }

    #[test]
    fn days_are_filled_in_around_the_holidays_after_the_ones_that_stand_there() {
        let form = [
            ("first", "2026-12-15"),
            ("weeks", "2"),
            ("count", "3"),
            ("time", "19:30"),
            ("day-4", "2026-12-01"),
            ("time-4", "20:00"),
        ];
        let filled = filled(&posted(&form), words(Language::Nl), None).unwrap();
        let rows: Vec<(&str, &str)> = (0..5)
            .map(row_fields)
            .map(|(day, time)| (filled.text(&day), filled.text(&time)))
            .collect();
        // 29 December lies in no holiday without a region of schools.
        assert_eq!(
            rows,
            [
                ("2026-12-01", "20:00"),
                ("2026-12-15", "19:30"),
                ("2026-12-29", "19:30"),
                ("2027-01-12", "19:30"),
                ("", "")
            ]
        );
    }

    #[test]
    fn every_day_wants_an_answer() {
        let days = ["a", "b"].map(|id| Day {
            id: id.to_owned(),
            starts_at: 0,
            meeting_id: None,
        });
        let words = words(Language::Nl);
        let problems = answers(
            &posted(&[("answer-a", "yes"), ("answer-b", "perhaps")]),
            words,
            &days,
        )
        .unwrap_err();
        assert!(problems.of("answer-b").is_some() && problems.of("answer-a").is_none());
        let read = answers(&posted(&[("answer-a", "yes"), ("answer-b", "no")]), words, &days).unwrap();
        assert_eq!(
            read.given,
            [
                ("a".to_owned(), "yes".to_owned()),
                ("b".to_owned(), "no".to_owned())
            ]
        );
    }
}
