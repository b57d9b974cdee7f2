//! What the mail says to somebody who got a turn that was another's.

use jiff::Timestamp;
use ui::{Language, locale};

use super::rules::Duty;
use crate::words::words;

/// Subject and text.
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) text: String,
}

pub(super) fn letter(
    language: Language,
    name: &str,
    (duty, group, starts): (Duty, &str, Timestamp),
    (link, address): (&str, &str),
) -> Text {
    let words = words(language);
    let day = locale::near_date(language, starts);
    let first = match duty {
        Duty::Case => words.rota_mail_case(day.as_str(), group),
        Duty::Lead => words.rota_mail_lead(day.as_str(), group),
        Duty::Notes => words.rota_mail_notes(day.as_str(), group),
    };
    let parts = [
        words.calendar_dear(name),
        first,
        words.rota_mail_why(),
        format!("{}\n{link}", words.rota_mail_see()),
        format!("Kring\n{address}"),
    ];
    Text {
        subject: words.rota_mail_subject(day, group),
        text: format!("{}\n", parts.join("\n\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_says_what_one_does_when() {
        let starts = "2026-12-01T18:30:00Z".parse().unwrap();
        let links = (
            "https://kring.example.nl/groups/0195/rota",
            "https://kring.example.nl",
        );
        let Text { subject, text } = letter(Language::Nl, "Noor", (Duty::Case, "Groep 4", starts), links);
        insta::assert_snapshot!(format!("{subject}\n\n{text}"), @r#"
        Jij bent aan de beurt: dinsdag 1 december, Groep 4

        Dag Noor,

        Op dinsdag 1 december breng jij een casus in bij Groep 4.

        Iemand anders kan dan niet, of heeft met je geruild. Komt het je niet uit? Geef je beurt op het rooster aan een ander.

        Bekijk het rooster:
        https://kring.example.nl/groups/0195/rota

        Kring
        https://kring.example.nl
        "#);
    }
}
