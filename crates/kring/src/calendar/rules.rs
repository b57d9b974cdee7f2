//! What may be planned, and when people are reminded.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use ui::locale::{self, AMSTERDAM};

use super::Details;
use super::series::{MOST, span};
use crate::programmes::rules::REGIONS;
use crate::web::Posted;

/// A meeting takes at least and at most so many minutes.
pub(super) const MINUTES: (u16, u16) = (15, 480);

/// Longest title, place and address.
pub(super) const LINE: usize = 200;

/// Longest way there, and longest reason.
pub(super) const TEXT: usize = 1_000;

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Missing,
    Date,
    Past,
    Time,
    Number(u16, u16),
    Link,
    Long(usize),
    /// Neither a place nor an address.
    Nowhere,
    /// Not on the list to choose from.
    Choose,
    /// All rows are empty.
    NoDays,
    /// Somebody else changed it meanwhile.
    Changed,
    /// It began, is over or was cancelled.
    TooLate,
}

/// A field and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Issue {
    pub(super) field: &'static str,
    pub(super) wrong: Wrong,
}

/// When and where, as somebody filled it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) title: String,
    pub(crate) first: Date,
    pub(crate) at: Time,
    pub(crate) minutes: u16,
    pub(crate) place: Option<String>,
    pub(crate) online: Option<String>,
    /// A new video room takes the place of that address.
    pub(crate) makes_video: bool,
    pub(crate) directions: Option<String>,
}

impl Wish {
    /// Begin and end, by the clock on the wall; `None` for a day that has no such time.
    pub(crate) fn span(&self) -> Option<(Timestamp, Timestamp)> {
        span(self.first, self.at, self.minutes, &AMSTERDAM)
    }
}

/// How a row goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) weeks: u8,
    pub(super) count: u8,
    pub(super) region: Option<String>,
    pub(super) method: String,
}

/// Collects what is wrong while it reads.
struct Reading<'p> {
    posted: &'p Posted,
    issues: Vec<Issue>,
}

impl Reading<'_> {
    fn wrong(&mut self, field: &'static str, wrong: Wrong) {
        self.issues.push(Issue { field, wrong });
    }

    fn line(&mut self, field: &'static str, most: usize) -> Option<String> {
        let text = self.posted.text(field).trim();
        if text.chars().count() > most {
            self.wrong(field, Wrong::Long(most));
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn number(&mut self, field: &'static str, (least, most): (u16, u16)) -> u16 {
        let number = self.posted.text(field).trim().parse().ok();
        number
            .filter(|number| (least..=most).contains(number))
            .unwrap_or_else(|| {
                self.wrong(field, Wrong::Number(least, most));
                least
            })
    }

    fn link(&mut self, field: &'static str) -> Option<String> {
        let link = self.line(field, LINE)?;
        if !is_link(&link) {
            self.wrong(field, Wrong::Link);
        }
        Some(link)
    }
}

/// Whether a browser may be sent there.
pub(crate) fn is_link(link: &str) -> bool {
    let rest = link
        .strip_prefix("https://")
        .or_else(|| link.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !link.contains(|letter: char| letter.is_whitespace() || letter.is_control())
    })
}

/// Reads when and where, or says everything that is wrong. `has_video`: Kring can make video rooms.
pub(super) fn wish(posted: &Posted, now: Timestamp, has_video: bool) -> Result<Wish, Vec<Issue>> {
    let mut reading = Reading {
        posted,
        issues: Vec::new(),
    };
    let title = reading.line("title", LINE);
    if title.is_none() {
        reading.wrong("title", Wrong::Missing);
    }
    let first = day(posted.text("date"));
    let today = locale::local(now).date();
    match first {
        None => reading.wrong("date", Wrong::Date),
        Some(day) if day < today => reading.wrong("date", Wrong::Past),
        Some(_) => {}
    }
    let at = posted.text("time").trim().parse::<Time>().ok();
    if at.is_none() {
        reading.wrong("time", Wrong::Time);
    }
    let minutes = reading.number("minutes", MINUTES);
    let (place, online) = (reading.line("place", LINE), reading.link("online"));
    let directions = reading.line("directions", TEXT);
    let makes_video = has_video && !posted.text("makes_video").is_empty();
    if place.is_none() && online.is_none() && !makes_video {
        reading.wrong("place", Wrong::Nowhere);
    }
    match (title, first, at) {
        (Some(title), Some(first), Some(at)) if reading.issues.is_empty() => Ok(Wish {
            title,
            first,
            at,
            minutes,
            place,
            online,
            makes_video,
            directions,
        }),
        _ => Err(reading.issues),
    }
}

/// Reads how a row goes on. `methods` are the ones to choose from.
pub(super) fn row(posted: &Posted, methods: &[&str]) -> Result<Row, Vec<Issue>> {
    let mut reading = Reading {
        posted,
        issues: Vec::new(),
    };
    let weeks = reading.number("weeks", (1, 26));
    let count = reading.number("count", (1, MOST.into()));
    let region = posted.text("region");
    if !region.is_empty() && !REGIONS.contains(&region) {
        reading.wrong("region", Wrong::Choose);
    }
    let method = posted.text("method");
    if !methods.contains(&method) {
        reading.wrong("method", Wrong::Choose);
    }
    if !reading.issues.is_empty() {
        return Err(reading.issues);
    }
    Ok(Row {
        weeks: u8::try_from(weeks).unwrap_or(1),
        count: u8::try_from(count).unwrap_or(1),
        region: (!region.is_empty()).then(|| region.to_owned()),
        method: method.to_owned(),
    })
}

pub(super) fn day(text: &str) -> Option<Date> {
    text.trim().parse().ok()
}

/// When people are reminded of a meeting: so many days before it, at the hour it begins. What would not come after `earliest` is left
/// out: a reminder within a day after the invitation says nothing new.
pub(super) fn reminders(meeting: &Details, earliest: Timestamp) -> Vec<(u32, Timestamp)> {
    let days = meeting.reminder_days.split(',');
    let days = days
        .filter_map(|days| days.trim().parse::<u32>().ok())
        .filter(|days| *days > 0);
    days.filter_map(|days| {
        let local = locale::local(meeting.starts());
        let due = local
            .checked_sub(jiff::Span::new().days(i64::from(days)))
            .ok()?
            .timestamp();
        (due > earliest).then_some((days, due))
    })
    .collect()
}

/// Whether somebody may still say whether they come: until it begins.
pub(super) fn takes_replies(meeting: &Details, now: Timestamp) -> bool {
    meeting.state == "planned" && meeting.published_at.is_some() && meeting.starts() > now
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::super::letters::tests::details;
    use super::*;

    fn now() -> Timestamp {
        "2026-11-01T09:00:00Z".parse().unwrap()
    }

    fn posted(fields: &[(&str, &str)]) -> Posted {
        let pairs = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        pairs.collect()
    }

    const GOOD: [(&str, &str); 6] = [
        ("title", "Bijeenkomst"),
        ("date", "2026-12-01"),
        ("time", "19:30"),
        ("minutes", "90"),
        ("place", "De Linde"),
        ("online", ""),
    ];

    #[test]
    fn a_filled_in_form_is_a_plan() {
        let wish = wish(&posted(&GOOD), now(), false).unwrap();
        assert_eq!((wish.first, wish.at), (date(2026, 12, 1), time(19, 30, 0, 0)));
        assert_eq!((wish.place.as_deref(), wish.online), (Some("De Linde"), None));
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once() {
        let issues = wish(
            &posted(&[("date", "gisteren"), ("online", "javascript:x")]),
            now(),
            false,
        )
        .unwrap_err();
        let found: Vec<_> = issues.iter().map(|issue| (issue.field, issue.wrong)).collect();
        assert_eq!(
            found,
            [
                ("title", Wrong::Missing),
                ("date", Wrong::Date),
                ("time", Wrong::Time),
                ("minutes", Wrong::Number(15, 480)),
                ("online", Wrong::Link),
            ]
        );
    }

    #[test]
    fn a_meeting_is_somewhere_and_not_in_the_past() {
        let mut fields = GOOD.to_vec();
        fields.extend([("date", "2026-10-31"), ("place", " ")]);
        let issues = wish(&posted(&fields), now(), false).unwrap_err();
        let found: Vec<_> = issues.iter().map(|issue| issue.wrong).collect();
        assert_eq!(found, [Wrong::Past, Wrong::Nowhere]);
    }

    #[test]
    fn a_video_room_is_somewhere_when_there_is_a_server_for_it() {
        let mut fields = GOOD.to_vec();
        fields.extend([("place", ""), ("makes_video", "yes")]);
        assert!(wish(&posted(&fields), now(), true).unwrap().makes_video);
        let issues = wish(&posted(&fields), now(), false).unwrap_err();
        assert_eq!(issues.first().map(|issue| issue.wrong), Some(Wrong::Nowhere));
    }

    #[test]
    fn reminders_keep_their_hour_and_never_come_late_or_with_the_invitation() {
        let due = |now: &str| -> Vec<(u32, String)> {
            let now: Timestamp = now.parse().unwrap();
            let earliest = now.checked_add(jiff::SignedDuration::from_hours(24)).unwrap();
            let moments = reminders(&details(), earliest);
            moments
                .into_iter()
                .map(|(days, due)| (days, due.to_string()))
                .collect()
        };
        assert_eq!(
            due("2026-11-01T09:00:00Z"),
            [
                (14, "2026-11-17T18:30:00Z".to_owned()),
                (1, "2026-11-30T18:30:00Z".to_owned())
            ]
        );
        assert_eq!(due("2026-11-17T09:00:00Z").len(), 1);
        assert_eq!(due("2026-11-30T09:00:00Z").len(), 0);
        // Over the end of summer time: still at half past seven on the wall.
        let mut meeting = details();
        meeting.starts_at = "2026-10-26T18:30:00Z"
            .parse::<Timestamp>()
            .unwrap()
            .as_microsecond();
        meeting.reminder_days = "2".to_owned();
        let moments = reminders(&meeting, "2026-10-01T09:00:00Z".parse().unwrap());
        assert_eq!(moments[0].1.to_string(), "2026-10-24T17:30:00Z");
    }

    #[test]
    fn nobody_answers_about_what_began_or_is_off() {
        let meeting = details();
        assert!(takes_replies(&meeting, now()));
        assert!(!takes_replies(&meeting, meeting.starts()));
        let cancelled = Details {
            state: "cancelled".to_owned(),
            ..details()
        };
        assert!(!takes_replies(&cancelled, now()));
        let draft = Details {
            published_at: None,
            ..details()
        };
        assert!(!takes_replies(&draft, now()));
    }
}
