//! What mails about the library say: that something waits or is asked, and never a word of an entry or a case.

use ui::Language;

use crate::words::words;

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// An entry waits for the check.
    Waits,
    /// It is published.
    Published,
    /// There is a question about it.
    Returned,
    /// It is to be looked at again.
    LookAgain,
    /// What became of a treated case?
    Return,
}

impl News {
    /// A part of the key of its mails.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Waits => "waits",
            Self::Published => "published",
            Self::Returned => "returned",
            Self::LookAgain => "look-again",
            Self::Return => "return",
        }
    }
}

/// Subject and text; `other` is who wrote or who looked, `place` the name of the programme or the group.
pub(super) fn letter(
    language: Language,
    news: News,
    (name, other, place): (&str, &str, &str),
    (link, address): (&str, &str),
) -> (String, String) {
    let words = words(language);
    let (subject, first) = match news {
        News::Waits => (
            words.library_mail_waits_subject(place),
            words.library_mail_waits(other, place),
        ),
        News::Published => (
            words.library_mail_published_subject(place),
            words.library_mail_published(other, place),
        ),
        News::Returned => (
            words.library_mail_returned_subject(place),
            words.library_mail_returned(other, place),
        ),
        News::LookAgain => (
            words.library_mail_again_subject(place),
            words.library_mail_again(place),
        ),
        News::Return => (
            words.library_mail_return_subject(place),
            words.library_mail_return(place),
        ),
    };
    let parts = [
        words.calendar_dear(name),
        first,
        words.briefs_mail_nothing(),
        format!("{}\n{link}", words.briefs_mail_see()),
        format!("Kring\n{address}"),
    ];
    (subject, format!("{}\n", parts.join("\n\n")))
}

/// A mail to somebody with experience: who wants to ask, and where an answer goes. What about is behind the link.
pub(super) fn asks(
    language: Language,
    (name, other, mail): (&str, &str, &str),
    (link, address): (&str, &str),
) -> (String, String) {
    let words = words(language);
    let parts = [
        words.calendar_dear(name),
        words.library_mail_asks(other),
        words.library_mail_asks_answer(mail),
        format!("{}\n{link}", words.library_mail_asks_off()),
        format!("Kring\n{address}"),
    ];
    let subject = words.library_mail_asks_subject(other);
    (subject, format!("{}\n", parts.join("\n\n")))
}

/// A mail to somebody who looks for something, from somebody who can help.
pub(super) fn helps(
    language: Language,
    (name, other, mail): (&str, &str, &str),
    (link, address): (&str, &str),
) -> (String, String) {
    let words = words(language);
    let parts = [
        words.calendar_dear(name),
        words.library_mail_helps(other, mail),
        format!("{}\n{link}", words.library_mail_helps_off()),
        format!("Kring\n{address}"),
    ];
    let subject = words.library_mail_helps_subject(other);
    (subject, format!("{}\n", parts.join("\n\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_says_that_something_is_asked_and_nothing_of_it() {
        let links = (
            "https://kring.example.nl/library/returns/0195",
            "https://kring.example.nl",
        );
        let about = ("Noor", "", "Groep 4");
        let (subject, text) = letter(Language::Nl, News::Return, about, links);
        insta::assert_snapshot!(format!("{subject}\n\n{text}"), @r"
        Wat werd ervan? Groep 4

        Dag Noor,

        Een paar weken geleden bracht je een casus in (Groep 4). Hoe ging het verder? Het kost twee minuten.

        Wat erin staat, staat niet in deze mail.

        Kijk verder:
        https://kring.example.nl/library/returns/0195

        Kring
        https://kring.example.nl
        ");
        for news in [News::Waits, News::Published, News::Returned, News::LookAgain] {
            let (subject, _) = letter(Language::En, news, about, links);
            assert!(subject.ends_with("Groep 4"), "{subject}");
        }
    }
}
