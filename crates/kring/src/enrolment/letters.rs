//! What mails about an application say.

use jiff::Timestamp;
use ui::{Language, locale};

use super::Application;
use crate::programmes::Programme;
use crate::words::words;

/// Subject and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) text: String,
}

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News<'a> {
    /// It arrived.
    Received,
    /// It had arrived before; that one stands.
    Again,
    /// There is a place; the organiser may have written something with it.
    Admitted(Option<&'a str>),
    /// Admitted, and so many are in front.
    Waiting(Option<&'a str>, i64),
    /// A place is kept until this moment.
    Offered(Timestamp),
    /// No place, for this reason.
    Refused(&'a str),
    /// The place that was offered went to somebody else.
    Lapsed,
    /// Taken back by whoever applied.
    Withdrawn,
}

impl News<'_> {
    /// In a word, for keys and lists of mails.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Received => "application-received",
            Self::Again => "application-again",
            Self::Admitted(_) => "application-admitted",
            Self::Waiting(..) => "application-waiting",
            Self::Offered(_) => "application-offered",
            Self::Refused(_) => "application-refused",
            Self::Lapsed => "application-lapsed",
            Self::Withdrawn => "application-withdrawn",
        }
    }
}

/// Where a mail leads to.
pub(super) struct Links<'a> {
    /// How people reach Kring.
    pub(super) address: &'a str,
    /// The whole address of the page of the application.
    pub(super) own: &'a str,
}

/// The mail to whoever applied.
pub(super) fn letter(
    programme: &Programme,
    application: &Application,
    news: News<'_>,
    links: &Links<'_>,
) -> Text {
    let language = application.language();
    let words = words(language);
    let name = programme.name_in(language).text;
    let (subject, first) = match news {
        News::Received => (
            words.enrolment_subject_received(name),
            words.enrolment_first_received(name),
        ),
        News::Again => (
            words.enrolment_subject_again(name),
            words.enrolment_first_again(name),
        ),
        News::Admitted(_) => (
            words.enrolment_subject_admitted(name),
            words.enrolment_first_admitted(name),
        ),
        News::Waiting(_, number) => (
            words.enrolment_subject_waiting(name),
            words.enrolment_first_waiting(name, number),
        ),
        News::Offered(_) => (
            words.enrolment_subject_offered(name),
            words.enrolment_first_offered(name),
        ),
        News::Refused(_) => (
            words.enrolment_subject_refused(name),
            words.enrolment_first_refused(name),
        ),
        News::Lapsed => (
            words.enrolment_subject_lapsed(name),
            words.enrolment_first_lapsed(name),
        ),
        News::Withdrawn => (
            words.enrolment_subject_withdrawn(name),
            words.enrolment_first_withdrawn(name),
        ),
    };
    let mut parts = vec![words.enrolment_dear(application.name.as_str()), first];
    parts.extend(more(language, news, links));
    if let Some(contact) = &programme.contact {
        parts.push(words.enrolment_questions(contact.as_str()));
    }
    parts.push(format!("{}\nKring\n{}", programme.organisation, links.address));
    Text {
        subject,
        text: format!("{}\n", parts.join("\n\n")),
    }
}

/// What follows from the news, and the one thing to do.
fn more(language: Language, news: News<'_>, links: &Links<'_>) -> Vec<String> {
    let words = words(language);
    let own = |text: String| format!("{text}\n{}", links.own);
    let quoted = |text: Option<&str>| text.map(|text| words.enrolment_organiser_wrote(text));
    match news {
        News::Received => vec![words.enrolment_then(), own(words.enrolment_see())],
        News::Again | News::Lapsed => vec![own(words.enrolment_see())],
        News::Admitted(text) => {
            let home = format!("{}\n{}/my", words.enrolment_next(), links.address);
            let leave = own(words.enrolment_cannot());
            quoted(text).into_iter().chain([home, leave]).collect()
        }
        News::Waiting(text, _) => quoted(text)
            .into_iter()
            .chain([own(words.enrolment_see())])
            .collect(),
        News::Offered(until) => {
            let day = locale::near_date(language, until);
            let time = locale::time(language, until);
            vec![
                words.enrolment_take_before(day, time),
                own(words.enrolment_take_here()),
            ]
        }
        News::Refused(reason) => vec![words.enrolment_organiser_wrote(reason)],
        News::Withdrawn => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;
    use crate::id::{ApplicationId, OrganisationId, ProgrammeId};

    fn written(language: Language, news: News<'_>) -> String {
        let id = ProgrammeId("p".to_owned());
        let mut programme = Programme::blank(id.clone(), OrganisationId("o".to_owned()));
        "Samen leren".clone_into(&mut programme.name);
        programme.name_en = Some("Learning together".to_owned());
        "Zorgkring".clone_into(&mut programme.organisation);
        programme.contact = Some("Wietske, secretariaat".to_owned());
        let application = Application {
            id: ApplicationId("a".to_owned()),
            programme_id: id,
            name: "Noor".to_owned(),
            mail: "noor@voorbeeld.example".to_owned(),
            language: language.code().to_owned(),
            answers: String::new(),
            state: State::Applied,
            position: None,
            offer_until: None,
            person_id: None,
            reason: None,
            applied_at: 0,
        };
        let links = Links {
            address: "https://kring.example.nl",
            own: "https://kring.example.nl/applications/0af1",
        };
        let Text { subject, text } = letter(&programme, &application, news, &links);
        format!("{subject}\n\n{text}")
    }

    #[test]
    fn a_mail_says_what_happened_and_one_thing_to_do() {
        let admitted = News::Admitted(Some("Tot in januari."));
        insta::assert_snapshot!(written(Language::Nl, admitted), @r#"
        Je doet mee: Samen leren

        Dag Noor,

        Fijn dat je meedoet aan Samen leren. Er is plaats voor je.

        De organisatie schrijft:
        Tot in januari.

        Je groep en de bijeenkomsten vind je hier. Meld je aan met dit mailadres:
        https://kring.example.nl/my

        Kun je toch niet? Geef je plaats door:
        https://kring.example.nl/applications/0af1

        Vragen? Wietske, secretariaat

        Zorgkring
        Kring
        https://kring.example.nl
        "#);
        let offered = News::Offered("2026-11-25T09:00:00Z".parse().unwrap());
        insta::assert_snapshot!(written(Language::En, offered), @r#"
        There is a place: Learning together

        Dear Noor,

        A place has become free in Learning together. You come first on the waiting list, so you can take it.

        The place is kept for you until Wednesday 25 November, 10:00.

        Take the place, or say that you no longer want it:
        https://kring.example.nl/applications/0af1

        Questions? Wietske, secretariaat

        Zorgkring
        Kring
        https://kring.example.nl
        "#);
    }

    #[test]
    fn whoever_can_still_do_something_has_the_link_and_nobody_else() {
        let until = Timestamp::UNIX_EPOCH;
        for language in Language::ALL {
            for (news, has_link) in [
                (News::Received, true),
                (News::Again, true),
                (News::Admitted(None), true),
                (News::Waiting(None, 2), true),
                (News::Offered(until), true),
                (News::Lapsed, true),
                (News::Refused("x"), false),
                (News::Withdrawn, false),
            ] {
                let text = written(language, news);
                assert_eq!(text.contains("/applications/0af1"), has_link, "{text}");
                assert!(text.contains("Wietske, secretariaat"), "{text}");
            }
        }
    }
}
