//! The form of an open meeting: what stands in it, and what somebody wrote in it.

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use ui::{Problems, locale};

use super::rules::{ROOM, USUAL_ROOM};
use super::{Leader, Opening};
use crate::calendar::{self, Wish};
use crate::id::PersonId;
use crate::meetings::Invitation;
use crate::web::{LINE, Posted, Reading, TEXT};
use crate::words::Words;

/// The fields that say when and where; afterwards the calendar changes them.
const PLANNED: [&str; 7] = [
    "title",
    "date",
    "time",
    "minutes",
    "place",
    "directions",
    "online",
];

/// What somebody wrote about the invitation.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) invitation: Invitation,
    pub(super) leader: Option<PersonId>,
}

/// What somebody wrote about a new meeting.
#[derive(Clone, Debug)]
pub(super) struct New {
    pub(super) wish: Wish,
    /// The id of a method of the catalogue, when they chose one.
    pub(super) method: Option<String>,
    pub(super) wanted: Wanted,
}

/// The form of a new one before somebody fills it in.
pub(super) fn blank(id: String, leader: &PersonId) -> Posted {
    [
        ("id", id),
        ("time", "19:30".to_owned()),
        ("minutes", "90".to_owned()),
        ("capacity", USUAL_ROOM.to_string()),
        ("leader", leader.0.clone()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

/// The form of one that is there.
pub(super) fn filled(opening: &Opening, leading: &[PersonId]) -> Posted {
    let i = &opening.invitation;
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let closes = i
        .closes_at
        .and_then(|at| Timestamp::from_microsecond(at).ok())
        .map(locale::local);
    let leader = leading.first().map(|person| person.0.clone());
    [
        ("version", i.version.to_string()),
        ("goal", i.goal.clone()),
        ("audience", i.audience.clone()),
        ("questions", i.questions.clone()),
        ("time_asked", i.time_asked.clone()),
        ("title_en", or_empty(&i.title_en)),
        ("goal_en", or_empty(&i.goal_en)),
        ("audience_en", or_empty(&i.audience_en)),
        ("questions_en", or_empty(&i.questions_en)),
        ("time_asked_en", or_empty(&i.time_asked_en)),
        (
            "capacity",
            i.capacity.map(|count| count.to_string()).unwrap_or_default(),
        ),
        (
            "closes_on",
            closes
                .as_ref()
                .map(|at| at.date().to_string())
                .unwrap_or_default(),
        ),
        (
            "closes_time",
            closes
                .map(|at| at.strftime("%H:%M").to_string())
                .unwrap_or_default(),
        ),
        ("leader", leader.unwrap_or_default()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

/// Reads a whole new meeting.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn read_new(
    posted: &Posted,
    words: &Words,
    (before, leaders, methods): (Invitation, &[Leader], &[&str]),
    (now, has_video): (Timestamp, bool),
) -> Result<New, Problems> {
    let mut reading = Reading::new(posted, words);
    let wish = calendar::when_and_where(posted, words, (now, has_video));
    if let Err(problems) = &wish {
        for field in PLANNED {
            if let Some(problem) = problems.of(field) {
                reading.wrong(field, problem.to_owned());
            }
        }
    }
    let method = reading.raw("method");
    if !method.is_empty() {
        let _known = reading.one_of("method", methods);
    }
    let wish = wish.ok();
    let starts = wish.as_ref().and_then(Wish::span).map(|(starts, _)| starts);
    let wanted = wanted(&mut reading, (before, leaders), starts);
    let read = reading.done((wish, wanted))?;
    match read {
        (Some(wish), wanted) => Ok(New {
            wish,
            method: (!method.is_empty()).then_some(method),
            wanted,
        }),
        // Its problems stand in the reading.
        (None, _) => Err(Problems::none()),
    }
}

/// Reads what can be changed of one that is there.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn read(
    posted: &Posted,
    words: &Words,
    (before, leaders): (Invitation, &[Leader]),
    starts: Timestamp,
) -> Result<Wanted, Problems> {
    let mut reading = Reading::new(posted, words);
    let wanted = wanted(&mut reading, (before, leaders), Some(starts));
    reading.done(wanted)
}

fn wanted(
    reading: &mut Reading<'_>,
    (before, leaders): (Invitation, &[Leader]),
    starts: Option<Timestamp>,
) -> Wanted {
    let r = reading;
    let closes_at = closes(r, starts);
    let capacity = r.number("capacity", ROOM.0, ROOM.1);
    if capacity.is_none() && r.raw("capacity").is_empty() {
        r.wrong("capacity", r.words().forms_missing());
    }
    let leader = r.raw("leader");
    if !leader.is_empty() && !leaders.iter().any(|one| one.id.0 == leader) {
        r.wrong("leader", r.words().forms_choose());
    }
    Wanted {
        invitation: Invitation {
            goal: r.text("goal", TEXT),
            audience: r.text("audience", TEXT),
            questions: lines(&r.text("questions", TEXT)),
            time_asked: r.text("time_asked", TEXT),
            title_en: r.optional("title_en", LINE),
            goal_en: r.optional("goal_en", TEXT),
            audience_en: r.optional("audience_en", TEXT),
            questions_en: r.optional("questions_en", TEXT).map(|text| lines(&text)),
            time_asked_en: r.optional("time_asked_en", TEXT),
            capacity,
            closes_at,
            version: r.raw("version").parse().unwrap_or(before.version),
            ..before
        },
        leader: (!leader.is_empty()).then_some(PersonId(leader)),
    }
}

/// One question a line, without empty lines.
fn lines(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

/// The last moment to sign up: the end of a day when no time was given.
fn closes(reading: &mut Reading<'_>, starts: Option<Timestamp>) -> Option<i64> {
    let (day, time) = (reading.optional_day("closes_on"), reading.raw("closes_time"));
    let typed = time.parse::<Time>();
    if typed.is_err() && !time.is_empty() {
        reading.wrong("closes_time", reading.words().calendar_wrong_time());
    }
    if day.is_none() && !time.is_empty() && reading.raw("closes_on").is_empty() {
        reading.wrong("closes_on", reading.words().forms_missing());
    }
    let at = typed.unwrap_or(Time::constant(23, 59, 0, 0));
    let closes = DateTime::from_parts(day?, at)
        .to_zoned(locale::AMSTERDAM.clone())
        .ok()?
        .timestamp();
    if starts.is_some_and(|starts| closes > starts) {
        reading.wrong("closes_on", reading.words().openings_closes_late());
    }
    Some(closes.as_microsecond())
}

/// The fields in which two versions differ, each with what stands in it now.
pub(super) fn differing(posted: &Posted, now: &Posted) -> Vec<(String, String)> {
    let fields = now.fields().filter(|(name, value)| {
        *name != "version" && posted.text(name).trim().replace("\r\n", "\n") != *value
    });
    fields
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::id::MeetingId;
    use crate::words::words;

    const GOOD: [(&str, &str); 13] = [
        ("title", "Open avond"),
        ("date", "2026-12-15"),
        ("time", "19:30"),
        ("minutes", "90"),
        ("place", "De Linde"),
        ("goal", "Leren van elkaar"),
        ("audience", "Wie wil"),
        ("questions", "Hoe begin je?\r\n\r\n Wat dan? "),
        ("time_asked", "Anderhalf uur"),
        ("capacity", "8"),
        ("closes_on", "2026-12-14"),
        ("leader", "thea"),
        ("version", "1"),
    ];

    fn read_with(changes: &[(&str, &str)]) -> Result<New, Problems> {
        let fields = GOOD.iter().chain(changes);
        let posted: Posted = fields
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let thea = [Leader {
            id: PersonId("thea".to_owned()),
            name: "Thea".to_owned(),
        }];
        let before = Invitation::blank(MeetingId("m".to_owned()));
        let now = "2026-11-23T09:00:00Z".parse().unwrap();
        read_new(
            &posted,
            words(Language::Nl),
            (before, &thea, &["focusmethode"]),
            (now, false),
        )
    }

    #[test]
    fn a_filled_in_form_is_a_meeting() {
        let new = read_with(&[]).unwrap();
        let invitation = &new.wanted.invitation;
        assert_eq!(invitation.questions, "Hoe begin je?\nWat dan?");
        let closes = Timestamp::from_microsecond(invitation.closes_at.unwrap()).unwrap();
        assert_eq!(
            closes.to_string(),
            "2026-12-14T22:59:00Z",
            "the end of the day, by the wall"
        );
        assert_eq!((new.method, invitation.capacity), (None, Some(8)));
    }

    #[test]
    fn every_problem_stands_at_its_field() {
        let wrong = |changes: &[(&str, &str)]| -> Vec<&str> {
            let fields = [
                "title",
                "date",
                "time",
                "place",
                "method",
                "goal",
                "capacity",
                "closes_on",
                "closes_time",
                "leader",
            ];
            let Err(problems) = read_with(changes) else {
                return Vec::new();
            };
            fields
                .into_iter()
                .filter(|field| problems.of(field).is_some())
                .collect()
        };
        assert_eq!(wrong(&[]), [""; 0]);
        assert_eq!(
            wrong(&[("title", ""), ("goal", " "), ("place", "")]),
            ["title", "place", "goal"]
        );
        assert_eq!(wrong(&[("capacity", "")]), ["capacity"]);
        assert_eq!(wrong(&[("capacity", "0")]), ["capacity"]);
        assert_eq!(
            wrong(&[("closes_on", "2026-12-16")]),
            ["closes_on"],
            "after it began"
        );
        assert_eq!(
            wrong(&[("closes_on", ""), ("closes_time", "12:00")]),
            ["closes_on"]
        );
        assert_eq!(wrong(&[("closes_time", "noon")]), ["closes_time"]);
        assert_eq!(
            wrong(&[("leader", "bram"), ("method", "x")]),
            ["method", "leader"]
        );
        assert_eq!(wrong(&[("date", "2026-11-22")]), ["date"]);
    }
}
