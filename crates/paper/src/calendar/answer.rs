//! What calendars answer: somebody pressed yes, perhaps or no in Outlook, Google or another one, and it mails a file with METHOD:REPLY
//! (RFC 5546, 3.2.3).

use icalendar::parser::{Calendar, Property, read_calendar, unfold};

/// A file longer than this is no answer to an invitation.
const LONGEST: usize = 200_000;

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Comes.
    Accepted,
    /// Does not come.
    Declined,
    /// Perhaps comes.
    Tentative,
}

/// An answer to an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which meeting.
    pub uid: String,
    /// Which version of it the answer is about; 0 when the calendar does not say.
    pub sequence: u32,
    /// Who, as a mail address in lower case. A calendar writes what it likes here: it proves nothing.
    pub mail: String,
    /// What.
    pub reply: Reply,
    /// In words, when somebody added some.
    pub comment: Option<String>,
}

/// Why a file is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// It cannot be read.
    #[error("this is no calendar file")]
    Unreadable,
    /// It says something else than an answer.
    #[error("this calendar file is no answer to an invitation")]
    OtherMethod,
    /// The meeting, the person or what they say is not in it.
    #[error("this answer does not say who answers what")]
    Incomplete,
}

/// Reads an answer.
///
/// # Errors
/// When the text is no calendar file, or not an answer of one person to one meeting.
pub fn answer(file: &str) -> Result<Answer, NoAnswer> {
    if file.len() > LONGEST {
        return Err(NoAnswer::Unreadable);
    }
    let file = unfold(file);
    let calendar = read_calendar(&file).map_err(|_syntax| NoAnswer::Unreadable)?;
    if !value(&calendar.properties, "METHOD").is_some_and(|method| method.eq_ignore_ascii_case("REPLY")) {
        return Err(NoAnswer::OtherMethod);
    }
    read(&calendar).ok_or(NoAnswer::Incomplete)
}

fn read(calendar: &Calendar<'_>) -> Option<Answer> {
    let event = calendar.components.iter().find(|part| part.name == "VEVENT")?;
    let mut attendees = event
        .properties
        .iter()
        .filter(|property| property.name == "ATTENDEE");
    let (attendee, None) = (attendees.next()?, attendees.next()) else {
        return None;
    };
    let address = attendee.val.as_ref();
    let mail = address
        .get(..7)
        .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"))
        .and(address.get(7..));
    let said = attendee
        .params
        .iter()
        .find(|parameter| parameter.key == "PARTSTAT")?;
    let reply = match said.val.as_ref()?.as_ref().to_ascii_uppercase().as_str() {
        "ACCEPTED" => Reply::Accepted,
        "DECLINED" => Reply::Declined,
        "TENTATIVE" => Reply::Tentative,
        _ => return None,
    };
    Some(Answer {
        uid: value(&event.properties, "UID")?.to_owned(),
        sequence: value(&event.properties, "SEQUENCE")
            .and_then(|number| number.parse().ok())
            .unwrap_or(0),
        mail: mail?.trim().to_lowercase(),
        reply,
        comment: value(&event.properties, "COMMENT")
            .map(unmarked)
            .filter(|comment| !comment.trim().is_empty()),
    })
}

fn value<'p>(properties: &'p [Property<'_>], name: &str) -> Option<&'p str> {
    let found = properties.iter().find(|property| property.name == name);
    found.map(|property| property.val.as_ref())
}

/// Text without the marks of RFC 5545, 3.3.11.
fn unmarked(text: &str) -> String {
    let mut letters = text.chars();
    let mut plain = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(other) => plain.push(other),
                None => {}
            },
            letter => plain.push(letter),
        }
    }
    plain
}
