//! What mails about a date poll say.

use jiff::Timestamp;
use ui::{Language, locale};

use super::rules::last_day;
use super::{Day, Poll};
use crate::calendar::Sample;
use crate::id::{GroupId, PersonId, PollId, ProgrammeId};
use crate::words::words;

/// Subject and text.
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) text: String,
}

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Say which days you can make.
    Asked,
    /// You have not said so yet.
    Reminder,
    /// Everybody has answered: choose.
    Complete,
    /// The last day is over: choose.
    Closed,
}

impl News {
    /// In a word, for keys and lists of mails.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Asked => "poll-asked",
            Self::Reminder => "poll-reminder",
            Self::Complete => "poll-complete",
            Self::Closed => "poll-closed",
        }
    }
}

/// A day and time of a poll, the same on every page and in every mail: "dinsdag 1 december 2026, 19:30–21:00 uur".
pub(super) fn when(language: Language, poll: &Poll, day: &Day) -> String {
    let starts = day.starts();
    words(language).calendar_when(
        locale::date(language, starts),
        locale::time(language, starts),
        locale::time(language, poll.end_of(starts)),
    )
}

/// What the meetings are called where others may look on.
fn title(language: Language, poll: &Poll) -> String {
    if poll.is_sensitive {
        words(language).calendar_neutral_group(poll.group_name.as_str())
    } else {
        poll.title.clone()
    }
}

/// A mail; `link` is where the one thing to do is done.
pub(super) fn letter(
    language: Language,
    (poll, days): (&Poll, &[Day]),
    news: News,
    (name, link, address): (&str, &str, &str),
) -> Text {
    let words = words(language);
    let title = title(language, poll);
    let (subject, first, ask) = match news {
        News::Asked => (
            words.polls_subject_asked(title.as_str()),
            words.polls_first_asked(poll.wanted, title.as_str(), poll.group_name.as_str()),
            words.polls_ask(),
        ),
        News::Reminder => (
            words.polls_subject_reminder(title.as_str()),
            words.polls_first_reminder(title.as_str(), poll.group_name.as_str()),
            words.polls_ask(),
        ),
        News::Complete => (
            words.polls_subject_complete(title.as_str()),
            words.polls_first_complete(title.as_str(), poll.group_name.as_str()),
            words.polls_ask_choose(),
        ),
        News::Closed => (
            words.polls_subject_closed(title.as_str()),
            words.polls_first_closed(title.as_str(), poll.group_name.as_str()),
            words.polls_ask_choose(),
        ),
    };
    let mut parts = vec![words.calendar_dear(name), first];
    if matches!(news, News::Asked | News::Reminder) {
        let days: Vec<String> = days
            .iter()
            .map(|day| format!("- {}", when(language, poll, day)))
            .collect();
        parts.push(days.join("\n"));
        let place = poll
            .place
            .as_deref()
            .map(|place| words.calendar_line_place(place));
        let online = poll
            .online
            .as_deref()
            .map(|link| words.calendar_line_online(link));
        let video = poll.makes_video.then(|| words.polls_line_video());
        let lines: Vec<String> = place.into_iter().chain(video.or(online)).collect();
        parts.push(lines.join("\n"));
        parts.push(words.polls_until(locale::near_date(language, last_day(poll.closes()))));
    }
    parts.push(format!("{ask}\n{link}"));
    if matches!(news, News::Asked | News::Reminder) {
        parts.push(words.polls_link_note());
    }
    parts.push(format!("Kring\n{address}"));
    Text {
        subject,
        text: format!("{}\n", parts.join("\n\n")),
    }
}

/// Each kind of mail about a poll, with invented people.
pub(crate) fn samples(language: Language) -> Vec<Sample> {
    let (poll, days) = invented();
    let link = "https://kring.example/poll/…";
    [News::Asked, News::Reminder, News::Complete, News::Closed]
        .into_iter()
        .map(|news| {
            let about = (&poll, days.as_slice());
            let Text { subject, text } =
                letter(language, about, news, ("Sanne", link, "https://kring.example"));
            Sample { subject, text }
        })
        .collect()
}

/// Three evenings to choose from.
fn invented() -> (Poll, Vec<Day>) {
    let moment = |text: &str| {
        text.parse::<Timestamp>()
            .map(Timestamp::as_microsecond)
            .unwrap_or_default()
    };
    let poll = Poll {
        id: PollId("0198".to_owned()),
        group_id: GroupId("0195".to_owned()),
        group_name: "Groep 4".to_owned(),
        programme_id: ProgrammeId("0196".to_owned()),
        accent: "blue".to_owned(),
        title: "Derde bijeenkomst".to_owned(),
        method: "focusmethode".to_owned(),
        minutes: 90,
        place: Some("Gezondheidscentrum De Linde, zaal 2".to_owned()),
        online: None,
        makes_video: false,
        directions: None,
        wanted: 1,
        apart_days: 0,
        at_least: 4,
        closes_at: moment("2026-11-20T23:00:00Z"),
        state: "open".to_owned(),
        made_by: PersonId("0194".to_owned()),
        is_sensitive: false,
    };
    let days = [
        "2026-12-01T18:30:00Z",
        "2026-12-03T18:30:00Z",
        "2026-12-08T18:30:00Z",
    ];
    let day = |text: &&str| Day {
        id: (*text).to_owned(),
        starts_at: moment(text),
        meeting_id: None,
    };
    (poll, days.iter().map(day).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter_in(language: Language, news: News) -> String {
        let (poll, days) = invented();
        let links = (
            "Noor",
            "https://kring.example.nl/poll/0af1",
            "https://kring.example.nl",
        );
        let Text { subject, text } = letter(language, (&poll, &days), news, links);
        format!("{subject}\n\n{text}")
    }

    #[test]
    fn a_mail_names_every_day_and_one_thing_to_do() {
        insta::assert_snapshot!(letter_in(Language::Nl, News::Asked), @r#"
        Wanneer kun je? Derde bijeenkomst

        Dag Noor,

        We zoeken een moment voor Derde bijeenkomst (Groep 4). Zeg per moment of je kunt. Dat duurt een minuut.

        - dinsdag 1 december 2026, 19:30–21:00 uur
        - donderdag 3 december 2026, 19:30–21:00 uur
        - dinsdag 8 december 2026, 19:30–21:00 uur

        Waar: Gezondheidscentrum De Linde, zaal 2

        Antwoorden kan tot en met vrijdag 20 november.

        Zeg wanneer je kunt:
        https://kring.example.nl/poll/0af1

        Deze link is van jou. Stuur hem niet door: wie hem opent, antwoordt als jij.

        Kring
        https://kring.example.nl
        "#);
        insta::assert_snapshot!(letter_in(Language::En, News::Reminder), @r#"
        One more thing: when can you make it? Derde bijeenkomst

        Dear Noor,

        We do not know yet when you can make it for Derde bijeenkomst (Groep 4). Will you tell us?

        - Tuesday, 1 December 2026, 19:30–21:00
        - Thursday, 3 December 2026, 19:30–21:00
        - Tuesday, 8 December 2026, 19:30–21:00

        Where: Gezondheidscentrum De Linde, zaal 2

        You can answer until and including Friday 20 November.

        Say when you can make it:
        https://kring.example.nl/poll/0af1

        This link is yours. Do not pass it on: whoever opens it answers as you.

        Kring
        https://kring.example.nl
        "#);
    }

    #[test]
    fn whoever_asked_hears_when_to_choose() {
        insta::assert_snapshot!(letter_in(Language::Nl, News::Complete), @r#"
        Iedereen heeft geantwoord: Derde bijeenkomst

        Dag Noor,

        Iedereen heeft gezegd wanneer het kan voor Derde bijeenkomst (Groep 4). Kies nu de dag; daarna nodigt Kring iedereen uit.

        Kies de dag:
        https://kring.example.nl/poll/0af1

        Kring
        https://kring.example.nl
        "#);
    }

    #[test]
    fn a_sensitive_programme_is_not_named_by_what_it_is_about() {
        let (mut poll, days) = invented();
        poll.is_sensitive = true;
        let text = letter(Language::Nl, (&poll, &days), News::Asked, ("Noor", "x", "y"));
        assert_eq!(text.subject, "Wanneer kun je? Bijeenkomst van Groep 4");
        assert!(!text.text.contains("Derde bijeenkomst"));
    }
}
