//! A zone as it stands in a calendar file: when its clocks are set, and by how much.
//!
//! The rules come from the zone database, not from a text that somebody typed. A zone that sets its clocks on the last Sunday of the
//! same two months every year is written as such a rule, because that is what calendars know best; any other zone as the single
//! changes around the meetings.

use icalendar::parser::{Component, Parameter, Property};
use jiff::civil::{DateTime, Weekday};
use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{Span, Timestamp};

use super::plain;

/// A change of the clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    /// On the clock that is about to be set.
    at: DateTime,
    from: Offset,
    to: Offset,
    is_summer: bool,
    name: String,
}

impl Change {
    /// The month, when it happened on the last Sunday of it.
    fn month_of_last_sunday(&self) -> Option<i8> {
        let date = self.at.date();
        let is_last = date.weekday() == Weekday::Sunday && date.day() + 7 > date.days_in_month();
        is_last.then(|| date.month())
    }
}

/// A moment on the wall clock of the zone.
pub(super) fn moment(name: &'static str, zone: &TimeZone, moment: Timestamp) -> Property<'static> {
    let local = zone.to_datetime(moment);
    Property {
        params: vec![Parameter {
            key: "TZID".into(),
            val: Some(id(zone).to_owned().into()),
        }],
        ..plain(name, &local.strftime("%Y%m%dT%H%M%S").to_string())
    }
}

fn id(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}

/// The zone, right for everything between two moments.
pub(super) fn component(zone: &TimeZone, first: Timestamp, last: Timestamp) -> Component<'static> {
    let changes = changes(zone, first, last);
    let observances: Vec<Component<'static>> = match yearly(&changes) {
        Some(pair) => pair
            .into_iter()
            .map(|(change, month)| observance(change, Some(month)))
            .collect(),
        None if changes.is_empty() => vec![standing(zone, first)],
        None => changes.iter().map(|change| observance(change, None)).collect(),
    };
    Component {
        name: "VTIMEZONE".into(),
        properties: vec![plain("TZID", id(zone))],
        components: observances,
    }
}

/// The changes from a year before the first moment until a year after the last, so that the rule that holds at both is among them.
fn changes(zone: &TimeZone, first: Timestamp, last: Timestamp) -> Vec<Change> {
    let year = Span::new().hours(24 * 366);
    let (from, to) = (
        first.checked_sub(year).unwrap_or(first),
        last.checked_add(year).unwrap_or(last),
    );
    let mut before = zone.to_offset(from);
    let mut found = Vec::new();
    for next in zone.following(from).take_while(|next| next.timestamp() <= to) {
        found.push(Change {
            at: before.to_datetime(next.timestamp()),
            from: before,
            to: next.offset(),
            is_summer: next.dst() == Dst::Yes,
            name: next.abbreviation().to_owned(),
        });
        before = next.offset();
    }
    found
}

/// The first change to summer and the first one from it, when all others happen on the last Sunday of the same months at the same time.
fn yearly(changes: &[Change]) -> Option<Vec<(&Change, i8)>> {
    let mut pair: Vec<(&Change, i8)> = Vec::new();
    for change in changes {
        let month = change.month_of_last_sunday()?;
        match pair.iter().find(|(first, _)| first.is_summer == change.is_summer) {
            None => pair.push((change, month)),
            Some((first, known)) => {
                let is_alike = *known == month
                    && first.at.time() == change.at.time()
                    && (first.from, first.to) == (change.from, change.to);
                if !is_alike {
                    return None;
                }
            }
        }
    }
    (pair.len() == 2).then_some(pair)
}

fn observance(change: &Change, month: Option<i8>) -> Component<'static> {
    let mut properties = vec![
        plain("DTSTART", &change.at.strftime("%Y%m%dT%H%M%S").to_string()),
        plain("TZOFFSETFROM", &offset(change.from)),
        plain("TZOFFSETTO", &offset(change.to)),
        plain("TZNAME", &change.name),
    ];
    if let Some(month) = month {
        properties.push(plain("RRULE", &format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU")));
    }
    Component {
        name: if change.is_summer { "DAYLIGHT" } else { "STANDARD" }.into(),
        properties,
        components: Vec::new(),
    }
}

/// A zone that never sets its clocks.
fn standing(zone: &TimeZone, at: Timestamp) -> Component<'static> {
    let offset = offset(zone.to_offset(at));
    Component {
        name: "STANDARD".into(),
        properties: vec![
            plain("DTSTART", "19700101T000000"),
            plain("TZOFFSETFROM", &offset),
            plain("TZOFFSETTO", &offset),
        ],
        components: Vec::new(),
    }
}

fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
