//! What mails about signing up say. The one with a place and its calendar file is written by `calendar`.

use jiff::Timestamp;
use ui::{Language, locale};

use super::rules::State;
use super::{Opening, SignUp};
use crate::calendar::Sample;
use crate::id::{MeetingId, SignUpId};
use crate::meetings::{Invitation, Meeting};
use crate::programmes::Programme;
use crate::words::{Words, words};

/// Subject and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) text: String,
}

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News<'a> {
    /// Confirm that you want to come.
    Asked,
    /// You signed up before, and that stands.
    Again,
    /// You stand on the list, without having signed up.
    Listed,
    /// There is no place, and so many wait in front of you.
    Waiting(i64),
    /// You wait, and it is at another time or place.
    Moved,
    /// You wait, and it does not take place.
    CalledOff(Option<&'a str>),
    /// You wait no longer.
    Off,
}

impl News<'_> {
    /// In a word, for keys and lists of mails.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Asked => "sign-up-asked",
            Self::Again => "sign-up-again",
            Self::Listed => "sign-up-listed",
            Self::Waiting(_) => "sign-up-waiting",
            Self::Moved => "sign-up-moved",
            Self::CalledOff(_) => "sign-up-called-off",
            Self::Off => "sign-up-off",
        }
    }
}

/// Where a mail leads to.
pub(super) struct Links<'a> {
    /// How people reach Kring.
    pub(super) address: &'a str,
    /// The whole address of the page of whoever signed up.
    pub(super) own: &'a str,
}

/// The mail to whoever signed up.
pub(super) fn letter(opening: &Opening, sign_up: &SignUp, news: News<'_>, links: &Links<'_>) -> Text {
    let language = sign_up.language();
    let words = words(language);
    let meeting = &opening.meeting;
    let name = title(opening, sign_up, words);
    let name = name.as_str();
    let (subject, first) = match news {
        News::Asked => (
            words.openings_subject_asked(name),
            words.openings_first_asked(name),
        ),
        News::Again | News::Listed => (
            words.openings_subject_again(name),
            words.openings_first_again(name),
        ),
        News::Waiting(ahead) => (
            words.openings_subject_waiting(name),
            words.openings_first_waiting(ahead, name),
        ),
        News::Moved => (
            words.openings_subject_moved(name),
            words.openings_first_moved(name),
        ),
        News::CalledOff(_) => (
            words.openings_subject_called_off(name),
            words.openings_first_called_off(name),
        ),
        News::Off => (words.openings_subject_off(name), words.openings_first_off(name)),
    };
    let when = words.calendar_when(
        locale::date(language, meeting.starts()),
        locale::time(language, meeting.starts()),
        locale::time(language, meeting.ends()),
    );
    let mut facts = vec![words.calendar_line_when(when)];
    facts.extend(
        meeting
            .place
            .as_deref()
            .map(|place| words.calendar_line_place(place)),
    );
    let mut parts = vec![
        words.calendar_dear(sign_up.name.as_str()),
        first,
        facts.join("\n"),
    ];
    parts.extend(more(opening, words, news, links));
    if let Some(contact) = &opening.programme.contact {
        parts.push(words.enrolment_questions(contact.as_str()));
    }
    let organisation = &opening.programme.organisation;
    parts.push(format!("{organisation}\nKring\n{}", links.address));
    Text {
        subject,
        text: format!("{}\n", parts.join("\n\n")),
    }
}

/// What the meeting is called where others may look on.
fn title(opening: &Opening, sign_up: &SignUp, words: &Words) -> String {
    if opening.programme.is_sensitive {
        return words.calendar_neutral();
    }
    let (title, _) = opening
        .invitation
        .title_in(sign_up.language(), &opening.meeting.title);
    title.to_owned()
}

/// What follows from the news, and the one thing to do.
fn more(opening: &Opening, words: &Words, news: News<'_>, links: &Links<'_>) -> Vec<String> {
    let own = |text: String| format!("{text}\n{}", links.own);
    match news {
        News::Asked => vec![own(words.openings_confirm_here()), words.openings_not_you()],
        News::Again | News::Moved => vec![own(words.openings_see_here())],
        News::Waiting(_) => vec![words.openings_moves_up(), own(words.openings_see_here())],
        News::Listed => vec![format!(
            "{}\n{}/meetings/{}",
            words.calendar_all_of_it(),
            links.address,
            opening.meeting.id
        )],
        News::CalledOff(because) => because
            .map(|because| words.calendar_because(because))
            .into_iter()
            .collect(),
        News::Off => Vec::new(),
    }
}

/// Each kind of mail about signing up for an open meeting of a programme, with invented people.
pub(crate) fn samples(language: Language, programme: &Programme) -> Vec<Sample> {
    let opening = invented(programme);
    let sign_up = SignUp {
        id: SignUpId("0199".to_owned()),
        meeting_id: opening.meeting.id.clone(),
        name: "Sanne".to_owned(),
        mail: "sanne@kring.example".to_owned(),
        organisation: None,
        language: language.code().to_owned(),
        state: State::Asked,
        position: None,
        person_id: None,
        asked_at: 0,
    };
    let links = Links {
        address: "https://kring.example",
        own: "https://kring.example/sign-ups/…",
    };
    let because = words(language).calendar_sample_because();
    [
        News::Asked,
        News::Again,
        News::Waiting(2),
        News::Moved,
        News::CalledOff(Some(&because)),
        News::Off,
    ]
    .into_iter()
    .map(|news| {
        let Text { subject, text } = letter(&opening, &sign_up, news, &links);
        Sample { subject, text }
    })
    .collect()
}

/// An open meeting of a programme on a Tuesday evening.
fn invented(programme: &Programme) -> Opening {
    let moment = |text: &str| {
        text.parse::<Timestamp>()
            .map(Timestamp::as_microsecond)
            .unwrap_or_default()
    };
    let id = MeetingId("0197".to_owned());
    let meeting = Meeting {
        id: id.clone(),
        programme_id: programme.id.clone(),
        programme: programme.name.clone(),
        accent: programme.accent.clone(),
        group_id: None,
        group_name: None,
        title: "Open avond".to_owned(),
        starts_at: moment("2026-12-01T18:30:00Z"),
        ends_at: moment("2026-12-01T20:00:00Z"),
        place: Some("Gezondheidscentrum De Linde, zaal 2".to_owned()),
        online: None,
        plan: String::new(),
        state: "planned".to_owned(),
        published_at: Some(0),
    };
    Opening {
        meeting,
        invitation: Invitation {
            title_en: Some("Open evening".to_owned()),
            ..Invitation::blank(id)
        },
        programme: programme.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{OrganisationId, ProgrammeId};

    fn programme() -> Programme {
        let blank = Programme::blank(ProgrammeId("0196".to_owned()), OrganisationId("o".to_owned()));
        Programme {
            name: "Leren in de wijk".to_owned(),
            organisation: "Zorgkring".to_owned(),
            contact: Some("Wietske, secretariaat".to_owned()),
            ..blank
        }
    }

    fn written(language: Language, place: usize) -> String {
        let Sample { subject, text } = samples(language, &programme()).swap_remove(place);
        format!("{subject}\n\n{text}")
    }

    #[test]
    fn the_mail_asks_for_one_thing_and_says_what_it_is_for() {
        insta::assert_snapshot!(written(Language::Nl, 0), @r#"
        Bevestig dat je komt: Open avond

        Dag Sanne,

        Je hebt je aangemeld voor Open avond. Nog één ding: bevestig dat je komt. Pas dan heb je een plaats.

        Wanneer: dinsdag 1 december 2026, 19:30–21:00 uur
        Waar: Gezondheidscentrum De Linde, zaal 2

        Bevestig je aanmelding:
        https://kring.example/sign-ups/…

        Heb je je niet aangemeld? Dan hoef je niets te doen.

        Vragen? Wietske, secretariaat

        Zorgkring
        Kring
        https://kring.example
        "#);
        insta::assert_snapshot!(written(Language::En, 2), @r#"
        You are on the waiting list: Open evening

        Dear Sanne,

        All places at Open evening are taken. You are on the waiting list, with 2 people in front of you.

        When: Tuesday, 1 December 2026, 19:30–21:00
        Where: Gezondheidscentrum De Linde, zaal 2

        When a place becomes free for you, it is yours by itself, with an invitation for your calendar.

        See how it stands, or sign off:
        https://kring.example/sign-ups/…

        Questions? Wietske, secretariaat

        Zorgkring
        Kring
        https://kring.example
        "#);
    }

    #[test]
    fn whoever_can_still_do_something_has_the_link_and_nobody_else() {
        for language in Language::ALL {
            let all = samples(language, &programme());
            let has_link: Vec<bool> = all.iter().map(|one| one.text.contains("/sign-ups/")).collect();
            assert_eq!(has_link, [true, true, true, true, false, false]);
        }
    }

    #[test]
    fn a_sensitive_programme_keeps_titles_out_of_mails() {
        let sensitive = Programme {
            is_sensitive: true,
            ..programme()
        };
        for one in samples(Language::Nl, &sensitive) {
            assert!(
                !one.subject.contains("Open avond") && !one.text.contains("Open avond"),
                "{}",
                one.text
            );
        }
    }
}
