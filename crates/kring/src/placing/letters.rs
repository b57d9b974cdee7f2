//! What the mail to somebody says who got a place.

use ui::Language;
use ui::locale::and_list;

use crate::words::words;

/// Subject and text.
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) text: String,
}

/// Where somebody got a place.
pub(super) struct Place<'a> {
    pub(super) programme: &'a str,
    /// The name of the group; `None` for a place in the programme alone.
    pub(super) group: Option<&'a str>,
    /// `participant` or `facilitator`.
    pub(super) role: &'a str,
    /// Names of who leads the group.
    pub(super) leaders: &'a [String],
    /// The whole address of the page of the group, or of one's own page.
    pub(super) link: &'a str,
    /// How people reach Kring.
    pub(super) address: &'a str,
}

pub(super) fn letter(language: Language, name: &str, place: &Place<'_>) -> Text {
    let words = words(language);
    let (subject, first) = match (place.group, place.role) {
        (Some(group), "facilitator") => (
            words.placing_subject_leads(group),
            words.placing_first_leads(group, place.programme),
        ),
        (Some(group), _) => (
            words.placing_subject_in(group),
            words.placing_first_in(group, place.programme),
        ),
        (None, _) => (
            words.placing_subject_joined(),
            words.placing_first_joined(place.programme),
        ),
    };
    let mut parts = vec![words.calendar_dear(name), first];
    if place.role != "facilitator" && !place.leaders.is_empty() {
        parts.push(words.placing_led_by(and_list(language, place.leaders)));
    }
    let ask = match place.group {
        Some(_) => words.placing_see_group(),
        None => words.placing_see_own(),
    };
    parts.push(format!("{ask}\n{}", place.link));
    parts.push(words.placing_sign_in());
    parts.push(format!("Kring\n{}", place.address));
    Text {
        subject,
        text: format!("{}\n", parts.join("\n\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(language: Language, group: Option<&str>, role: &str) -> String {
        let leaders = ["Thea".to_owned()];
        let place = Place {
            programme: "Leren in de wijk",
            group,
            role,
            leaders: &leaders,
            link: "https://kring.example.nl/groups/0195",
            address: "https://kring.example.nl",
        };
        let Text { subject, text } = letter(language, "Noor", &place);
        format!("{subject}\n\n{text}")
    }

    #[test]
    fn a_mail_says_in_which_group_somebody_is_and_where_the_rest_stands() {
        insta::assert_snapshot!(text(Language::Nl, Some("Groep 4"), "participant"), @r#"
        Je zit in Groep 4

        Dag Noor,

        Je hebt een plaats in Groep 4 van Leren in de wijk.

        Thea begeleidt de groep.

        Kijk wie er nog meer in zit en wanneer jullie samenkomen:
        https://kring.example.nl/groups/0195

        Aanmelden doe je met dit mailadres; een wachtwoord heb je niet nodig.

        Kring
        https://kring.example.nl
        "#);
        insta::assert_snapshot!(text(Language::En, Some("Groep 4"), "facilitator"), @r#"
        You lead Groep 4

        Dear Noor,

        You lead Groep 4 of Leren in de wijk.

        See who else is in it and when you meet:
        https://kring.example.nl/groups/0195

        Sign in with this mail address; you need no password.

        Kring
        https://kring.example.nl
        "#);
        assert!(text(Language::Nl, None, "participant").starts_with("Je doet mee"));
    }
}
