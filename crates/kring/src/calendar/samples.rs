//! Every kind of mail about a meeting, with invented people, so that an organiser can read them beforehand.

use jiff::Timestamp;
use ui::Language;

use super::letters::{Links, Text, To, letter};
use super::news::News;
use super::{Details, Talk};
use crate::id::{MeetingId, ProgrammeId};
use crate::words::words;

/// A mail as it reads, with invented people.
pub(crate) struct Sample {
    pub(crate) subject: String,
    pub(crate) text: String,
}

/// Each kind of mail about a meeting.
pub(crate) fn samples(language: Language) -> Vec<Sample> {
    let meeting = invented();
    let links = Links {
        address: "https://kring.example",
        reply: Some("https://kring.example/reply/…"),
    };
    let talk = Talk {
        subject: Some(words(language).calendar_sample_subject()),
        slot: None,
        version: 0,
    };
    let speaker = To {
        name: "Dorien",
        talk: Some(&talk),
    };
    let because = words(language).calendar_sample_because();
    [
        News::Invited,
        News::Soon(14),
        News::Soon(1),
        News::Moved,
        News::Cancelled(Some(&because)),
        News::Left,
        News::Place,
        News::MovedUp,
    ]
    .into_iter()
    .map(|news| (news, To::member("Sanne")))
    .chain([(News::Invited, speaker)])
    .map(|(news, to)| {
        let Text { subject, text } = letter(language, (&meeting, news), &to, &links);
        Sample { subject, text }
    })
    .collect()
}

/// A meeting of a group, on a Tuesday evening.
pub(super) fn invented() -> Details {
    let moment = |text: &str| {
        text.parse::<Timestamp>()
            .map(Timestamp::as_microsecond)
            .unwrap_or_default()
    };
    Details {
        id: MeetingId("0197".to_owned()),
        programme_id: ProgrammeId("0196".to_owned()),
        programme: "Leren in de wijk".to_owned(),
        group_name: Some("Groep 4".to_owned()),
        title: "Tweede bijeenkomst".to_owned(),
        starts_at: moment("2026-12-01T18:30:00Z"),
        ends_at: moment("2026-12-01T20:00:00Z"),
        place: Some("Gezondheidscentrum De Linde, zaal 2".to_owned()),
        online: Some("https://video.example/kring".to_owned()),
        directions: Some("Bel aan bij de zij-ingang.".to_owned()),
        sequence: 0,
        published_at: Some(0),
        state: "planned".to_owned(),
        reminder_days: "14,1".to_owned(),
        is_sensitive: false,
        case_turn: Some("Noor".to_owned()),
        lead_turn: None,
        notes_turn: None,
        papers: Vec::new(),
    }
}
