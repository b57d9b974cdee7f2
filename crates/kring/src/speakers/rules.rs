//! What a part of a meeting is, and until when somebody can be asked to speak.

use jiff::Timestamp;
use jiff::civil::Time;
use ui::locale::local;

use crate::meetings::Meeting;

/// What is wrong with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Only one of the two is there.
    Half(&'static str),
    /// No time of the clock.
    Time,
    /// Not within the meeting.
    Outside,
    /// No number, or longer than the rest of the meeting.
    Minutes(i64),
}

/// Reads when somebody speaks, by the clock on the wall, as minutes after the beginning and how many; nothing for the whole meeting.
pub(super) fn slot(
    (from, minutes): (&str, &str),
    (starts, ends): (Timestamp, Timestamp),
) -> Result<Option<(i64, i64)>, Wrong> {
    let (from, minutes) = (from.trim(), minutes.trim());
    match (from.is_empty(), minutes.is_empty()) {
        (true, true) => return Ok(None),
        (true, false) => return Err(Wrong::Half("from")),
        (false, true) => return Err(Wrong::Half("minutes")),
        (false, false) => {}
    }
    let at: Time = from.parse().map_err(|_no_time| Wrong::Time)?;
    let whole = starts.duration_until(ends).as_mins();
    let begins = minute_of(local(starts).time());
    // An evening may go on after midnight.
    let offset = (minute_of(at) - begins).rem_euclid(24 * 60);
    if offset >= whole {
        return Err(Wrong::Outside);
    }
    let rest = whole - offset;
    let minutes = minutes
        .parse()
        .ok()
        .filter(|minutes| (1..=rest).contains(minutes));
    minutes
        .map(|minutes| Some((offset, minutes)))
        .ok_or(Wrong::Minutes(rest))
}

fn minute_of(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

/// Whether somebody can still be asked to speak: until it ends.
pub(super) fn can_ask(meeting: &Meeting, now: Timestamp) -> bool {
    meeting.state == "planned" && meeting.ends() > now
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_within_its_meeting() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        // From half past seven to nine in the evening in winter.
        let meeting = (at("2026-12-01T18:30:00Z"), at("2026-12-01T20:00:00Z"));
        for (typed, expected) in [
            (("", ""), Ok(None)),
            (("20:00", "30"), Ok(Some((30, 30)))),
            (("19:30", "90"), Ok(Some((0, 90)))),
            (("20:00", ""), Err(Wrong::Half("minutes"))),
            (("", "30"), Err(Wrong::Half("from"))),
            (("acht uur", "30"), Err(Wrong::Time)),
            (("21:00", "10"), Err(Wrong::Outside)),
            (("19:00", "10"), Err(Wrong::Outside)),
            (("20:30", "31"), Err(Wrong::Minutes(30))),
            (("20:30", "0"), Err(Wrong::Minutes(30))),
            (("20:30", "een"), Err(Wrong::Minutes(30))),
        ] {
            assert_eq!(slot(typed, meeting), expected, "{typed:?}");
        }
        let late = (at("2026-12-01T22:30:00Z"), at("2026-12-01T23:30:00Z"));
        assert_eq!(slot(("00:00", "20"), late), Ok(Some((30, 20))));
    }
}
