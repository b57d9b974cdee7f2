//! What the mail to a new sponsor says.

use ui::Language;

use crate::words::words;

/// Subject and text.
pub(super) fn letter(
    language: Language,
    name: &str,
    programme: &str,
    (link, address): (&str, &str),
) -> (String, String) {
    let words = words(language);
    let parts = [
        words.calendar_dear(name),
        words.sponsors_mail_first(programme),
        words.sponsors_mail_what(),
        format!("{}\n{link}", words.sponsors_mail_see()),
        words.placing_sign_in(),
        format!("Kring\n{address}"),
    ];
    (
        words.sponsors_mail_subject(programme),
        format!("{}\n", parts.join("\n\n")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_says_what_can_be_seen_and_how_to_get_there() {
        let links = (
            "https://kring.example.nl/programmes/0195/figures",
            "https://kring.example.nl",
        );
        let told = |language| {
            let (subject, text) = letter(language, "Aafje Geldersma", "Leren in de wijk", links);
            format!("{subject}\n\n{text}")
        };
        insta::assert_snapshot!(told(Language::Nl), @r#"
        De cijfers van Leren in de wijk

        Dag Aafje Geldersma,

        Je kunt vanaf nu de cijfers van Leren in de wijk bekijken.

        Je ziet hoeveel mensen meedoen, hoeveel bijeenkomsten er waren en wat mensen ervan vonden. Namen, groepen en wat er besproken is, zie je niet.

        Bekijk de cijfers:
        https://kring.example.nl/programmes/0195/figures

        Aanmelden doe je met dit mailadres; een wachtwoord heb je niet nodig.

        Kring
        https://kring.example.nl
        "#);
        assert!(told(Language::En).contains("You do not see names, groups or what was said."));
    }
}
