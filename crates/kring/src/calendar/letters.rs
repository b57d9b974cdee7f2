//! What mails about meetings say: who, when, where, one thing to do, and where the rest is.

use ui::{Language, locale};

use super::news::{News, headline};
use super::{Details, Talk};
use crate::words::{Words, words};

/// Subject and text.
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) text: String,
}

/// Who reads a mail.
pub(super) struct To<'a> {
    pub(super) name: &'a str,
    /// Set for somebody who comes to speak.
    pub(super) talk: Option<&'a Talk>,
}

impl<'a> To<'a> {
    /// Somebody of the circle.
    pub(super) const fn member(name: &'a str) -> Self {
        Self { name, talk: None }
    }
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
    to: &To<'_>,
    links: &Links<'_>,
) -> Text {
    let words = words(language);
    let (subject, first) = headline(language, meeting, news, to.talk.is_some());
    let mut parts = vec![words.calendar_dear(to.name), first, facts(language, meeting)];
    // A subject may say as much as a title does.
    let about = to.talk.and_then(|talk| talk.subject.as_deref());
    let about = about.filter(|_| !meeting.is_sensitive && !matches!(news, News::Left));
    parts.extend(about.map(|about| words.calendar_line_subject(about)));
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
            parts.extend(papers(language, meeting).filter(|_| matches!(news, News::Soon(_))));
            ask(words, &news, (links, to), &mut parts);
        }
    }
    // Whoever left finds nothing there any more, and a speaker finds everything under the link above.
    if !matches!(news, News::Left) && to.talk.is_none() {
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

fn ask(words: &Words, news: &News<'_>, (links, to): (&Links<'_>, &To<'_>), parts: &mut Vec<String>) {
    // Whoever signed up has said already that they come.
    let question = match (news, to.talk) {
        (News::Place | News::MovedUp, _) => words.calendar_ask_place(),
        (_, Some(_)) => words.calendar_ask_speaker(),
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

/// What there is to read; its names stay out where titles do.
fn papers(language: Language, meeting: &Details) -> Option<String> {
    let words = words(language);
    let titles: Vec<String> = meeting
        .papers
        .iter()
        .map(|paper| format!("- {}", paper.title))
        .collect();
    if titles.is_empty() {
        None
    } else if meeting.is_sensitive {
        Some(words.papers_mail_some())
    } else {
        Some(words.papers_mail(titles.join("\n")))
    }
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
        let Text { subject, text } = letter(language, (&details(), news), &To::member("Noor"), &links);
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
