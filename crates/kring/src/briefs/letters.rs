//! What mails about a brief say: that something waits, and never a word of it.

use ui::Language;

use crate::words::{Words, words};

/// What happened to a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// It waits for the check.
    Waits,
    /// It may be read and brought.
    Approved,
    /// There is a question about it.
    Returned,
    /// Somebody is asked to own it as well.
    Asked,
    /// The other owner proposes a text to share.
    Proposed,
    /// The other owner took it back.
    TakenBack,
    /// It was not treated and goes along to a day.
    Carried,
    /// It was not treated, and there is no next meeting yet.
    LeftOver,
    /// It was opened in an emergency; to its owners.
    Opened,
    /// The same, to whoever leads the group.
    OpenedHere,
}

/// Subject and text; `other` is who wrote or who looked.
pub(super) fn letter(
    language: Language,
    news: News,
    (name, other, group): (&str, &str, &str),
    (link, address): (&str, &str),
) -> (String, String) {
    let words = words(language);
    let (subject, first, ask) = said(words, news, other, group);
    let parts = [
        words.calendar_dear(name),
        first,
        words.briefs_mail_nothing(),
        format!("{ask}\n{link}"),
        format!("Kring\n{address}"),
    ];
    (subject, format!("{}\n", parts.join("\n\n")))
}

/// The subject, the first sentence, and what stands above the link.
fn said(words: &Words, news: News, other: &str, group: &str) -> (String, String, String) {
    match news {
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
        News::Asked => (
            words.briefs_mail_asked_subject(group),
            words.briefs_mail_asked(other, group),
            words.briefs_mail_asked_see(),
        ),
        News::Proposed => (
            words.briefs_mail_proposed_subject(group),
            words.briefs_mail_proposed(other, group),
            words.briefs_mail_see(),
        ),
        News::TakenBack => (
            words.briefs_mail_back_subject(group),
            words.briefs_mail_back(other, group),
            words.briefs_mail_back_see(),
        ),
        News::Carried => (
            words.briefs_mail_carried_subject(group),
            words.briefs_mail_carried(other, group),
            words.briefs_mail_see(),
        ),
        News::LeftOver => (
            words.briefs_mail_carried_subject(group),
            words.briefs_mail_left_over(group),
            words.briefs_mail_see(),
        ),
        News::Opened => (
            words.briefs_mail_opened_subject(group),
            words.briefs_mail_opened(other, group),
            words.briefs_mail_opened_see(),
        ),
        News::OpenedHere => (
            words.briefs_mail_opened_subject(group),
            words.briefs_mail_opened_here(other, group),
            words.briefs_mail_opened_group(),
        ),
    }
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
        for news in [
            News::Waits,
            News::Asked,
            News::Proposed,
            News::TakenBack,
            News::Carried,
            News::LeftOver,
            News::Opened,
            News::OpenedHere,
        ] {
            let (subject, _) = letter(Language::En, news, about, links);
            assert!(subject.ends_with("Groep 4"), "{subject}");
        }
    }
}
