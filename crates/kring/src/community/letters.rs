//! What mails about threads say. Those of a sensitive programme say only that there is something, and where.

use ui::Language;

use super::{Place, ThreadNews};
use crate::calendar::Sample;
use crate::id::{GroupId, ProgrammeId, ThreadId};
use crate::words::words;

/// So many threads of a place stand in a daily mail, and so many messages of each; the rest is a click away.
const THREADS: usize = 10;
const MESSAGES: usize = 5;

/// So many letters of a message stand in a daily mail.
const LETTERS: usize = 300;

/// Subject and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) text: String,
}

/// One message, as it was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    /// The title of the thread.
    pub(super) title: &'a str,
    pub(super) author: &'a str,
    pub(super) text: &'a str,
    pub(super) thread: &'a ThreadId,
}

/// What is new in a place.
#[derive(Clone, Debug)]
pub(super) struct PlaceNews {
    pub(super) place: Place,
    pub(super) threads: Vec<ThreadNews>,
}

/// The mail about one message.
pub(super) fn message(
    language: Language,
    place: &Place,
    (said, by_mail): (Said<'_>, bool),
    (name, address): (&str, &str),
) -> Text {
    let words = words(language);
    let link = format!("{address}/threads/{}", said.thread);
    let (subject, first) = if place.is_sensitive {
        (
            words.community_subject_neutral(),
            vec![words.community_first_neutral()],
        )
    } else {
        let first = words.community_first_message(said.author, said.title, place.name());
        (
            words.community_subject_message(said.title, place.name()),
            vec![first, quoted(said.text)],
        )
    };
    let mut parts = vec![words.community_dear(name)];
    parts.extend(first);
    let ask = if by_mail {
        words.community_answer_by_mail()
    } else {
        words.community_read_and_answer()
    };
    parts.push(format!("{ask}\n{link}"));
    let choice = format!("{address}{}/threads", place.home());
    parts.push(format!("{}\n{choice}", words.community_why_each()));
    signed(&subject, parts, address)
}

/// What somebody answered by mail and could not be posted, back to them.
pub(super) fn returned(
    language: Language,
    (thread, because): (&ThreadId, Because),
    text: &str,
    (name, address): (&str, &str),
) -> Text {
    let words = words(language);
    let because = match because {
        Because::Closed => words.community_returned_closed(),
        Because::Long(most) => words.community_returned_long(most),
    };
    let parts = vec![
        words.community_dear(name),
        because,
        format!("{}\n{address}/threads/{thread}", words.community_read_on()),
        words.community_returned_text(),
        quoted(text),
    ];
    signed(&words.community_subject_returned(), parts, address)
}

/// Why an answer was not posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Because {
    Closed,
    /// It has more letters than this.
    Long(u32),
}

/// The daily mail.
pub(super) fn digest(language: Language, news: &[PlaceNews], (name, address): (&str, &str)) -> Text {
    let words = words(language);
    let mut parts = vec![words.community_dear(name), words.community_first_digest()];
    for PlaceNews { place, threads } in news {
        let all = format!("{address}{}/threads", place.home());
        if place.is_sensitive {
            parts.push(format!("{}\n{all}", words.community_digest_neutral()));
            continue;
        }
        for thread in threads.iter().take(THREADS) {
            let count = thread.messages.len();
            parts.push(words.community_digest_thread(thread.title.as_str(), place.name(), count));
            let shown = thread.messages.iter().take(MESSAGES);
            parts.extend(shown.map(|(author, text)| quoted(&format!("{author}: {}", shortened(text)))));
            parts.push(format!(
                "{}\n{address}/threads/{}",
                words.community_read_on(),
                thread.id
            ));
        }
        if threads.len() > THREADS {
            parts.push(format!(
                "{}\n{all}",
                words.community_digest_more(threads.len() - THREADS)
            ));
        }
    }
    parts.push(words.community_why_digest());
    signed(&words.community_subject_digest(), parts, address)
}

fn signed(subject: &str, mut parts: Vec<String>, address: &str) -> Text {
    parts.push(format!("Kring\n{address}"));
    Text {
        subject: one_line(subject),
        text: format!("{}\n", parts.join("\n\n")),
    }
}

/// A subject is one line, whatever somebody called a thread.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What somebody wrote stands behind a mark on every line, so that nobody takes it for what Kring says: no line of it becomes a
/// button.
fn quoted(text: &str) -> String {
    let lines = text.lines().map(|line| format!("> {line}").trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

fn shortened(text: &str) -> String {
    let text = one_line(text);
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text,
    }
}

/// Each kind of mail about threads, with invented people.
pub(crate) fn samples(language: Language) -> Vec<Sample> {
    let (place, said) = (invented(), invented_news());
    let to = ("Sanne", "https://kring.example");
    let one = message(language, &place, (invented_message(&said), false), to);
    let news = PlaceNews {
        place: place.clone(),
        threads: vec![said.clone()],
    };
    let daily = digest(language, &[news], to);
    let sensitive = Place {
        is_sensitive: true,
        ..place
    };
    let neutral = message(language, &sensitive, (invented_message(&said), false), to);
    [one, daily, neutral]
        .into_iter()
        .map(|Text { subject, text }| Sample { subject, text })
        .collect()
}

fn invented() -> Place {
    Place {
        programme_id: ProgrammeId("0196".to_owned()),
        programme: "Samen leren".to_owned(),
        group_id: Some(GroupId("0195".to_owned())),
        group_name: Some("Groep 4".to_owned()),
        accent: "blue".to_owned(),
        is_sensitive: false,
    }
}

fn invented_news() -> ThreadNews {
    ThreadNews {
        id: ThreadId("0199".to_owned()),
        title: "Wie heeft een goede folder?".to_owned(),
        last: 2,
        messages: vec![
            (
                "Noor".to_owned(),
                "Ik zoek een folder over slapen.\n\nHet liefst één bladzijde.".to_owned(),
            ),
            (
                "Bram".to_owned(),
                "Die van ons staat op https://voorbeeld.example/slapen".to_owned(),
            ),
        ],
    }
}

fn invented_message(news: &ThreadNews) -> Said<'_> {
    let (author, text) = news
        .messages
        .first()
        .map_or(("", ""), |(author, text)| (author.as_str(), text.as_str()));
    Said {
        title: &news.title,
        author,
        text,
        thread: &news.id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TO: (&str, &str) = ("Sanne", "https://kring.example.nl");

    fn written(Text { subject, text }: Text) -> String {
        format!("{subject}\n\n{text}")
    }

    #[test]
    fn a_message_is_quoted_and_says_where_to_answer() {
        let news = invented_news();
        insta::assert_snapshot!(written(message(Language::Nl, &invented(), (invented_message(&news), false), TO)), @r#"
        Wie heeft een goede folder? (Groep 4)

        Dag Sanne,

        Noor schreef in "Wie heeft een goede folder?" (Groep 4):

        > Ik zoek een folder over slapen.
        >
        > Het liefst één bladzijde.

        Lees alles en antwoord:
        https://kring.example.nl/threads/0199

        Je krijgt elk bericht in een mail. Liever één mail per dag, of geen? Kies het hier:
        https://kring.example.nl/groups/0195/threads

        Kring
        https://kring.example.nl
        "#);
    }

    #[test]
    fn an_answer_by_mail_is_asked_for_where_it_can_be_given() {
        let news = invented_news();
        for (by_mail, asked) in [
            (true, "Antwoord op deze mail"),
            (false, "Lees alles en antwoord:"),
        ] {
            let said = (invented_message(&news), by_mail);
            let text = message(Language::Nl, &invented(), said, TO).text;
            assert!(text.contains(asked), "{text}");
        }
    }

    #[test]
    fn what_could_not_be_posted_goes_back_whole() {
        let id = ThreadId("0199".to_owned());
        for (because, reason) in [(Because::Closed, "gesloten"), (Because::Long(4_000), "4000")] {
            let text = returned(Language::Nl, (&id, because), "Mijn\nverhaal", TO).text;
            assert!(
                text.contains(reason) && text.contains("> Mijn\n> verhaal"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_day_is_one_mail() {
        let news = PlaceNews {
            place: invented(),
            threads: vec![invented_news()],
        };
        insta::assert_snapshot!(written(digest(Language::Nl, std::slice::from_ref(&news), TO)), @r#"
        Nieuw in je gesprekken

        Dag Sanne,

        Dit is er nieuw.

        Wie heeft een goede folder? (Groep 4), 2 nieuw

        > Noor: Ik zoek een folder over slapen. Het liefst één bladzijde.

        > Bram: Die van ons staat op https://voorbeeld.example/slapen

        Lees verder:
        https://kring.example.nl/threads/0199

        Deze mail komt hoogstens één keer per dag. Liever elk bericht, of geen mail? Kies het onderaan bij de gesprekken.

        Kring
        https://kring.example.nl
        "#);
        insta::assert_snapshot!(written(digest(Language::En, &[news], TO)), @r#"
        New in your conversations

        Dear Sanne,

        This is new.

        Wie heeft een goede folder? (Groep 4), 2 new

        > Noor: Ik zoek een folder over slapen. Het liefst één bladzijde.

        > Bram: Die van ons staat op https://voorbeeld.example/slapen

        Read on:
        https://kring.example.nl/threads/0199

        This mail comes once a day at most. Would you rather have each message, or no mail? Choose at the bottom of the conversations.

        Kring
        https://kring.example.nl
        "#);
    }

    #[test]
    fn a_mail_of_a_sensitive_programme_says_nothing() {
        let place = Place {
            is_sensitive: true,
            ..invented()
        };
        let news = PlaceNews {
            place: place.clone(),
            threads: vec![invented_news()],
        };
        for language in Language::ALL {
            for text in [
                message(language, &place, (invented_message(&invented_news()), false), TO),
                digest(language, std::slice::from_ref(&news), TO),
            ] {
                let text = written(text);
                for word in ["folder", "slapen", "Noor", "Bram", "Groep 4", "Samen leren"] {
                    assert!(!text.contains(word), "{word}: {text}");
                }
                assert!(text.contains("https://kring.example.nl/"), "{text}");
            }
        }
    }

    #[test]
    fn a_long_day_is_shortened() {
        let mut thread = invented_news();
        thread.messages = vec![("Noor".to_owned(), "é".repeat(400)); 7];
        let news = PlaceNews {
            place: invented(),
            threads: vec![thread; 12],
        };
        let text = digest(Language::Nl, &[news], TO).text;
        assert_eq!(text.matches(&format!("> Noor: {}…", "é".repeat(300))).count(), 50);
        assert!(text.contains("2 andere gesprekken"), "{text}");
    }
}
