//! What mails about meetings say: who, when, where, one thing to do, and where the rest is.

use ui::{Language, locale};

use super::Details;
use crate::words::{Words, words};

/// Subject and text.
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) text: String,
}

/// What a mail is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum News<'a> {
    /// Come to this meeting.
    Invited,
    /// There is a place for you at this open meeting.
    Place,
    /// You waited for a place, and this one became free.
    MovedUp,
    /// It is at another time or place than you knew.
    Moved,
    /// It does not take place.
    Cancelled(Option<&'a str>),
    /// It goes on without you.
    Left,
    /// So many days to go.
    Soon(u32),
}

/// Where a mail leads to.
pub(super) struct Links<'a> {
    /// How people reach Kring.
    pub(super) address: &'a str,
    /// Where this person says whether they come.
    pub(super) reply: Option<&'a str>,
}

/// The day and time of a meeting, the same on every page and in every mail: "dinsdag 1 december 2026, 19:30–21:00 uur".
pub(super) fn when(language: Language, meeting: &Details) -> String {
    words(language).calendar_when(
        locale::date(language, meeting.starts()),
        locale::time(language, meeting.starts()),
        locale::time(language, meeting.ends()),
    )
}

/// What a meeting is called where others may look on.
pub(super) fn title(language: Language, meeting: &Details) -> String {
    if !meeting.is_sensitive {
        return meeting.title.clone();
    }
    match &meeting.group_name {
        Some(group) => words(language).calendar_neutral_group(group.as_str()),
        None => words(language).calendar_neutral(),
    }
}

pub(super) fn letter(
    language: Language,
    (meeting, news): (&Details, News<'_>),
    name: &str,
    links: &Links<'_>,
) -> Text {
    let words = words(language);
    let title = title(language, meeting);
    let day = locale::near_date(language, meeting.starts());
    let (subject, first) = match news {
        News::Invited => (
            words.calendar_subject_invited(title.as_str(), day),
            words.calendar_first_invited(title.as_str(), home(meeting)),
        ),
        News::Place => (
            words.calendar_subject_place(title.as_str(), day),
            words.calendar_first_place(title.as_str(), home(meeting)),
        ),
        News::MovedUp => (
            words.calendar_subject_moved_up(title.as_str(), day),
            words.calendar_first_moved_up(title.as_str(), home(meeting)),
        ),
        News::Moved => (
            words.calendar_subject_moved(title.as_str(), day),
            words.calendar_first_moved(title.as_str(), home(meeting)),
        ),
        News::Cancelled(_) => (
            words.calendar_subject_cancelled(title.as_str(), day),
            words.calendar_first_cancelled(title.as_str(), home(meeting)),
        ),
        News::Left => (
            words.calendar_subject_left(title.as_str(), day),
            words.calendar_first_left(title.as_str(), home(meeting)),
        ),
        News::Soon(days) => (
            words.calendar_subject_soon(title.as_str(), day),
            words.calendar_first_soon(days, title.as_str(), home(meeting)),
        ),
    };
    let mut parts = vec![words.calendar_dear(name), first, facts(language, meeting)];
    if matches!(news, News::Invited | News::Moved) {
        parts.extend(turns(language, meeting));
    }
    match news {
        News::Cancelled(because) => {
            parts.extend(because.map(|because| words.calendar_because(because)));
            parts.push(words.calendar_file_gone());
        }
        News::Left => parts.push(words.calendar_file_gone()),
        News::Invited | News::Place | News::MovedUp | News::Moved | News::Soon(_) => {
            ask(words, &news, links, &mut parts);
        }
    }
    // Whoever left finds nothing there any more.
    if !matches!(news, News::Left) {
        parts.push(format!(
            "{}\n{}/meetings/{}",
            words.calendar_all_of_it(),
            links.address,
            meeting.id
        ));
    }
    parts.push(format!("Kring\n{}", links.address));
    Text {
        subject,
        text: format!("{}\n", parts.join("\n\n")),
    }
}

fn ask(words: &Words, news: &News<'_>, links: &Links<'_>, parts: &mut Vec<String>) {
    // Whoever signed up has said already that they come.
    let question = match news {
        News::Place | News::MovedUp => words.calendar_ask_place(),
        _ => words.calendar_ask(),
    };
    parts.extend(links.reply.map(|reply| format!("{question}\n{reply}")));
    if !matches!(news, News::Soon(_)) {
        parts.push(words.calendar_file());
    }
}

/// When and where, a line each.
fn facts(language: Language, meeting: &Details) -> String {
    let words = words(language);
    let mut lines = vec![words.calendar_line_when(when(language, meeting))];
    lines.extend(
        meeting
            .place
            .as_deref()
            .map(|place| words.calendar_line_place(place)),
    );
    lines.extend(
        meeting
            .directions
            .as_deref()
            .map(|way| words.calendar_line_way(way)),
    );
    lines.extend(
        meeting
            .online
            .as_deref()
            .map(|link| words.calendar_line_online(link)),
    );
    lines.join("\n")
}

/// Whose turn it is, a line each; `None` when nothing goes round. A reminder leaves it out: it is written long before, and turns swap.
fn turns(language: Language, meeting: &Details) -> Option<String> {
    let words = words(language);
    let case = meeting
        .case_turn
        .as_deref()
        .map(|name| words.rota_line_case(name));
    let lead = meeting
        .lead_turn
        .as_deref()
        .map(|name| words.rota_line_lead(name));
    let notes = meeting
        .notes_turn
        .as_deref()
        .map(|name| words.rota_line_notes(name));
    let lines: Vec<String> = [case, lead, notes].into_iter().flatten().collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The group, or for an open meeting the programme.
fn home(meeting: &Details) -> &str {
    meeting.group_name.as_ref().unwrap_or(&meeting.programme)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A meeting for tests of rules.
    pub(in super::super) fn details() -> Details {
        crate::calendar::samples::invented()
    }

    fn letter_in(language: Language, news: News<'_>) -> String {
        let links = Links {
            address: "https://kring.example.nl",
            reply: Some("https://kring.example.nl/reply/0af1"),
        };
        let Text { subject, text } = letter(language, (&details(), news), "Noor", &links);
        format!("{subject}\n\n{text}")
    }

    #[test]
    fn an_invitation_says_who_when_where_and_asks_one_thing() {
        insta::assert_snapshot!(letter_in(Language::Nl, News::Invited), @r#"
        Uitnodiging: Tweede bijeenkomst, dinsdag 1 december

        Dag Noor,

        Je bent uitgenodigd: Tweede bijeenkomst (Groep 4).

        Wanneer: dinsdag 1 december 2026, 19:30–21:00 uur
        Waar: Gezondheidscentrum De Linde, zaal 2
        Zo kom je er: Bel aan bij de zij-ingang.
        Online: https://video.example/kring

        Brengt een casus in: Noor

        Laat weten of je komt:
        https://kring.example.nl/reply/0af1

        Open de bijlage om de bijeenkomst in je agenda te zetten. Verandert er iets, dan krijg je een nieuwe en verschuift hij mee.

        Alles over deze bijeenkomst:
        https://kring.example.nl/meetings/0197

        Kring
        https://kring.example.nl
        "#);
        insta::assert_snapshot!(letter_in(Language::En, News::Invited), @r#"
        Invitation: Tweede bijeenkomst, Tuesday 1 December

        Dear Noor,

        You are invited: Tweede bijeenkomst (Groep 4).

        When: Tuesday, 1 December 2026, 19:30–21:00
        Where: Gezondheidscentrum De Linde, zaal 2
        How to get there: Bel aan bij de zij-ingang.
        Online: https://video.example/kring

        Brings a case: Noor

        Say whether you are coming:
        https://kring.example.nl/reply/0af1

        Open the attachment to put the meeting into your calendar. If anything changes you get a new one, and it moves along.

        Everything about this meeting:
        https://kring.example.nl/meetings/0197

        Kring
        https://kring.example.nl
        "#);
    }

    #[test]
    fn moving_and_cancelling_say_so_at_once() {
        insta::assert_snapshot!(letter_in(Language::Nl, News::Moved), @r#"
        Gewijzigd: Tweede bijeenkomst, nu dinsdag 1 december

        Dag Noor,

        Er is iets veranderd aan Tweede bijeenkomst (Groep 4). Dit geldt nu:

        Wanneer: dinsdag 1 december 2026, 19:30–21:00 uur
        Waar: Gezondheidscentrum De Linde, zaal 2
        Zo kom je er: Bel aan bij de zij-ingang.
        Online: https://video.example/kring

        Brengt een casus in: Noor

        Laat weten of je komt:
        https://kring.example.nl/reply/0af1

        Open de bijlage om de bijeenkomst in je agenda te zetten. Verandert er iets, dan krijg je een nieuwe en verschuift hij mee.

        Alles over deze bijeenkomst:
        https://kring.example.nl/meetings/0197

        Kring
        https://kring.example.nl
        "#);
        insta::assert_snapshot!(letter_in(
            Language::Nl,
            News::Cancelled(Some("De begeleider is ziek."))
        ), @r#"
        Gaat niet door: Tweede bijeenkomst, dinsdag 1 december

        Dag Noor,

        Tweede bijeenkomst (Groep 4) gaat niet door.

        Wanneer: dinsdag 1 december 2026, 19:30–21:00 uur
        Waar: Gezondheidscentrum De Linde, zaal 2
        Zo kom je er: Bel aan bij de zij-ingang.
        Online: https://video.example/kring

        Waarom: De begeleider is ziek.

        Open de bijlage om de bijeenkomst uit je agenda te halen.

        Alles over deze bijeenkomst:
        https://kring.example.nl/meetings/0197

        Kring
        https://kring.example.nl
        "#);
    }

    #[test]
    fn a_reminder_says_how_long_it_still_is() {
        insta::assert_snapshot!(letter_in(Language::Nl, News::Soon(1)), @r#"
        Herinnering: Tweede bijeenkomst, dinsdag 1 december

        Dag Noor,

        Morgen is het zover: Tweede bijeenkomst (Groep 4).

        Wanneer: dinsdag 1 december 2026, 19:30–21:00 uur
        Waar: Gezondheidscentrum De Linde, zaal 2
        Zo kom je er: Bel aan bij de zij-ingang.
        Online: https://video.example/kring

        Laat weten of je komt:
        https://kring.example.nl/reply/0af1

        Alles over deze bijeenkomst:
        https://kring.example.nl/meetings/0197

        Kring
        https://kring.example.nl
        "#);
        insta::assert_snapshot!(letter_in(Language::En, News::Soon(14)), @r#"
        Reminder: Tweede bijeenkomst, Tuesday 1 December

        Dear Noor,

        In 14 days: Tweede bijeenkomst (Groep 4).

        When: Tuesday, 1 December 2026, 19:30–21:00
        Where: Gezondheidscentrum De Linde, zaal 2
        How to get there: Bel aan bij de zij-ingang.
        Online: https://video.example/kring

        Say whether you are coming:
        https://kring.example.nl/reply/0af1

        Everything about this meeting:
        https://kring.example.nl/meetings/0197

        Kring
        https://kring.example.nl
        "#);
    }

    #[test]
    fn a_sensitive_meeting_has_a_title_that_says_nothing() {
        let mut meeting = details();
        meeting.is_sensitive = true;
        assert_eq!(title(Language::Nl, &meeting), "Bijeenkomst van Groep 4");
        meeting.group_name = None;
        assert_eq!(title(Language::En, &meeting), "Meeting");
    }
}
