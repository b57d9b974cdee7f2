//! The mails of the auth slice: plain text, one action, and what to do when it was not you.

use jiff::Timestamp;
use ui::{Language, locale};

use crate::words::words;

/// What a mail with a code holds.
pub(super) struct Opening {
    /// As it is read.
    pub(super) code: String,
    /// The whole address.
    pub(super) link: String,
    /// When both end.
    pub(super) until: Timestamp,
    /// Where Kring is.
    pub(super) address: String,
}

/// Subject and text.
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) text: String,
}

/// A code to type, with a link for another device.
pub(super) fn code(language: Language, opening: &Opening) -> Text {
    let words = words(language);
    let day = locale::near_date(language, opening.until);
    let time = locale::time(language, opening.until);
    let parts = [
        words.auth_mail_code(),
        format!("    {}", opening.code),
        words.auth_mail_type(day, time),
        format!("{}\n{}", words.auth_mail_link(), opening.link),
        words.auth_mail_not_you(),
        format!("Kring\n{}", opening.address),
    ];
    Text {
        subject: words.auth_mail_subject(),
        text: format!("{}\n", parts.join("\n\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(language: Language) -> String {
        let opening = Opening {
            code: "012 345".to_owned(),
            link: "https://kring.example.nl/sign-in/0af1".to_owned(),
            until: "2026-11-23T09:15:00Z".parse().unwrap(),
            address: "https://kring.example.nl".to_owned(),
        };
        let Text { subject, text } = code(language, &opening);
        format!("{subject}\n\n{text}")
    }

    #[test]
    fn a_code_comes_in_plain_words() {
        insta::assert_snapshot!(text(Language::Nl), @"
        Je code voor Kring

        Met deze code meld je je aan bij Kring:

            012 345

        Vul hem in op de pagina waar je om de code vroeg. Dat kan tot maandag 23 november, 10:15 uur.

        Wil je op een ander apparaat verder? Open daar deze link en druk op de knop:
        https://kring.example.nl/sign-in/0af1

        Heb je hier niet om gevraagd? Dan hoef je niets te doen. Geef de code aan niemand, ook niet als iemand erom belt of mailt.

        Kring
        https://kring.example.nl
        ");
        insta::assert_snapshot!(text(Language::En), @"
        Your code for Kring

        Sign in to Kring with this code:

            012 345

        Fill it in on the page where you asked for it. You can do so until Monday 23 November, 10:15.

        Would you rather go on with another device? Open this link there and press the button:
        https://kring.example.nl/sign-in/0af1

        Did you not ask for this? Then there is nothing you need to do. Give the code to nobody, not even to somebody who calls or mails to ask for it.

        Kring
        https://kring.example.nl
        ");
    }
}
