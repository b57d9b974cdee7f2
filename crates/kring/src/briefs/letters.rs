//! What mails about a brief say: that something waits, and never a word of it.

use ui::Language;

use crate::words::words;

/// What happened to a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// It waits for the check.
    Waits,
    /// It may be read and brought.
    Approved,
    /// There is a question about it.
    Returned,
}

/// Subject and text; `other` is who wrote or who looked.
pub(super) fn letter(
    language: Language,
    news: News,
    (name, other, group): (&str, &str, &str),
    (link, address): (&str, &str),
) -> (String, String) {
    let words = words(language);
    let (subject, first, ask) = match news {
        News::Waits => (
            words.briefs_mail_waits_subject(group),
            words.briefs_mail_waits(other, group),
            words.briefs_mail_waits_see(),
        ),
        News::Approved => (
            words.briefs_mail_approved_subject(group),
            words.briefs_mail_approved(other, group),
            words.briefs_mail_see(),
        ),
        News::Returned => (
            words.briefs_mail_returned_subject(group),
            words.briefs_mail_returned(other, group),
            words.briefs_mail_see(),
        ),
    };
    let parts = [
        words.calendar_dear(name),
        first,
        words.briefs_mail_nothing(),
        format!("{ask}\n{link}"),
        format!("Kring\n{address}"),
    ];
    (subject, format!("{}\n", parts.join("\n\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_says_that_a_case_waits_and_nothing_of_it() {
        let links = ("https://kring.example.nl/cases/0195", "https://kring.example.nl");
        let about = ("Thea", "Noor", "Groep 4");
        let (subject, text) = letter(Language::Nl, News::Waits, about, links);
        insta::assert_snapshot!(format!("{subject}\n\n{text}"), @r#"
        Een casus wacht op jou: Groep 4

        Dag Thea,

        Noor wil een casus delen met Groep 4. Kijk jij of niemand erin te herkennen is?

        Wat erin staat, staat niet in deze mail.

        Lees de casus:
        https://kring.example.nl/cases/0195

        Kring
        https://kring.example.nl
        "#);
        for news in [News::Waits, News::Approved, News::Returned] {
            let (subject, _) = letter(Language::En, news, about, links);
            assert!(subject.ends_with("Groep 4"), "{subject}");
        }
    }
}
