//! Calendar files (iCalendar, RFC 5545) and what calendars say to each other with them (iTIP, RFC 5546).
//!
//! A calendar recognises a meeting by its UID. It moves what it has when the same UID comes with a higher SEQUENCE, and takes it out
//! when that comes with the method CANCEL; Google only does so for what came in as a REQUEST with an ORGANIZER and ATTENDEEs. Times are
//! written as wall clock times of a zone that stands in the file, because a plan keeps its wall clock time when summer begins.

mod answer;
mod zone;

use icalendar::parser::{Calendar, Component, Parameter, Property};
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use answer::{Answer, NoAnswer, Reply, answer};

/// Who made the file: RFC 5545, 3.7.3.
const PRODUCT: &str = "-//Kring//Kring//NL";

/// What a file asks of the calendar that gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Put this in, or move what you have.
    Request,
    /// Take this out.
    Cancel,
    /// A list to look at; nobody is asked to answer.
    Publish,
}

impl Method {
    /// The word of RFC 5546. The type of the part of a mail must say the same one.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Publish => "PUBLISH",
        }
    }
}

/// Somebody with a mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// As people call them.
    pub name: String,
    /// Without `mailto:`.
    pub mail: String,
}

/// One meeting in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same for as long as the meeting exists.
    pub uid: String,
    /// Rises whenever time, place or title change.
    pub sequence: u32,
    /// When this version of it was made.
    pub made: Timestamp,
    /// When it begins.
    pub starts: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// What everybody may read who sees the calendar over somebody's shoulder.
    pub title: String,
    /// Plain text.
    pub description: String,
    /// Where people meet.
    pub place: Option<String>,
    /// The page of the meeting.
    pub link: String,
    /// Who invites.
    pub organiser: Contact,
    /// Who is invited; empty in a list to look at.
    pub invited: Vec<Contact>,
    /// It does not take place.
    pub is_cancelled: bool,
}

/// A calendar file with these meetings, with lines as RFC 5545 wants them. `name` is what a calendar calls a list that somebody
/// subscribes to.
pub fn file(method: Method, zone: &TimeZone, name: Option<&str>, entries: &[Entry]) -> String {
    let mut properties = vec![
        plain("VERSION", "2.0"),
        plain("PRODID", PRODUCT),
        plain("CALSCALE", "GREGORIAN"),
        plain("METHOD", method.word()),
    ];
    if let Some(name) = name {
        properties.push(text("X-WR-CALNAME", name));
        // How often a calendar should look again; RFC 7986, 5.7, and what Outlook reads.
        properties.push(Property {
            params: vec![Parameter::new_ref("VALUE", Some("DURATION"))],
            ..plain("REFRESH-INTERVAL", "PT4H")
        });
        properties.push(plain("X-PUBLISHED-TTL", "PT4H"));
    }
    let mut components = Vec::new();
    let first = entries.iter().map(|entry| entry.starts).min();
    let last = entries.iter().map(|entry| entry.ends).max();
    if let (Some(first), Some(last)) = (first, last) {
        components.push(zone::component(zone, first, last));
    }
    components.extend(entries.iter().map(|entry| event(method, zone, entry)));
    let file = Calendar {
        properties,
        components,
    };
    file.to_string()
}

fn event(method: Method, zone: &TimeZone, entry: &Entry) -> Component<'static> {
    let status = if entry.is_cancelled {
        "CANCELLED"
    } else {
        "CONFIRMED"
    };
    let mut properties = vec![
        text("UID", &entry.uid),
        plain("SEQUENCE", &entry.sequence.to_string()),
        plain("DTSTAMP", &utc(entry.made)),
        plain("LAST-MODIFIED", &utc(entry.made)),
        zone::moment("DTSTART", zone, entry.starts),
        zone::moment("DTEND", zone, entry.ends),
        text("SUMMARY", &entry.title),
        text("DESCRIPTION", &entry.description),
        plain("URL", &entry.link),
        plain("STATUS", status),
        plain(
            "TRANSP",
            if entry.is_cancelled {
                "TRANSPARENT"
            } else {
                "OPAQUE"
            },
        ),
        // Whoever looks after somebody's calendar sees that there is something, and not what.
        plain("CLASS", "PRIVATE"),
    ];
    if let Some(place) = &entry.place {
        properties.push(text("LOCATION", place));
    }
    properties.push(Property {
        params: vec![name_of(&entry.organiser)],
        ..plain("ORGANIZER", &format!("mailto:{}", entry.organiser.mail))
    });
    if method != Method::Publish {
        properties.extend(entry.invited.iter().map(attendee));
    }
    Component {
        name: "VEVENT".into(),
        properties,
        components: Vec::new(),
    }
}

fn attendee(person: &Contact) -> Property<'static> {
    Property {
        params: vec![
            Parameter::new_ref("CUTYPE", Some("INDIVIDUAL")),
            Parameter::new_ref("ROLE", Some("REQ-PARTICIPANT")),
            Parameter::new_ref("PARTSTAT", Some("NEEDS-ACTION")),
            Parameter::new_ref("RSVP", Some("TRUE")),
            name_of(person),
        ],
        ..plain("ATTENDEE", &format!("mailto:{}", person.mail))
    }
}

/// The name of somebody, in quotes: it may hold what separates parameters. A quote itself cannot stand there (RFC 5545, 3.2).
fn name_of(person: &Contact) -> Parameter<'static> {
    let name: String = person
        .name
        .chars()
        .filter(|letter| !letter.is_control())
        .map(|letter| if letter == '"' { '\'' } else { letter })
        .collect();
    Parameter {
        key: "CN".into(),
        val: Some(format!("\"{name}\"").into()),
    }
}

/// A property whose value holds nothing that must be marked.
fn plain(name: &'static str, value: &str) -> Property<'static> {
    Property {
        name: name.into(),
        val: value.replace(['\r', '\n'], "").into(),
        params: Vec::new(),
    }
}

/// A property with text of people: RFC 5545, 3.3.11.
fn text(name: &'static str, value: &str) -> Property<'static> {
    let mut marked = String::with_capacity(value.len() + 8);
    for letter in value.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => marked.extend(['\\', letter]),
            '\n' => marked.push_str("\\n"),
            letter if letter.is_control() => marked.push(' '),
            letter => marked.push(letter),
        }
    }
    Property {
        name: name.into(),
        val: marked.into(),
        params: Vec::new(),
    }
}

/// A moment in UTC, as a calendar writes it.
fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests;
