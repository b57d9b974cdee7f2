//! What the mail says to whoever leads, when somebody was not there twice in a row.

use ui::Language;

use crate::words::words;

/// Subject and text. The subject names nobody: others may look on.
pub(super) fn letter(
    language: Language,
    name: &str,
    (absent, group): (&str, &str),
    (link, address): (&str, &str),
) -> (String, String) {
    let words = words(language);
    let parts = [
        words.calendar_dear(name),
        words.absence_mail_first(absent, group),
        words.absence_mail_why(),
        format!("{}\n{link}", words.absence_mail_see()),
        format!("Kring\n{address}"),
    ];
    (
        words.absence_mail_subject(group),
        format!("{}\n", parts.join("\n\n")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_names_nobody() {
        let links = (
            "https://kring.example.nl/groups/0195/turnout",
            "https://kring.example.nl",
        );
        let (subject, text) = letter(Language::Nl, "Thea", ("Noor", "Groep 4"), links);
        assert!(!subject.contains("Noor"));
        insta::assert_snapshot!(format!("{subject}\n\n{text}"), @r#"
        Iemand was er twee keer niet: Groep 4

        Dag Thea,

        Noor was er de laatste twee keer niet bij Groep 4.

        Misschien is er niets aan de hand. Even bellen helpt vaak. Alleen wie de groep begeleidt krijgt deze mail.

        Kijk wie er wanneer was:
        https://kring.example.nl/groups/0195/turnout

        Kring
        https://kring.example.nl
        "#);
    }
}
