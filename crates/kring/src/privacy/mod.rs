//! What the privacy guard finds in a text, in words, and what can be put in its place.
//!
//! The finding itself is the work of the crate `privacy`. It lowers the risk that somebody is recognised and does not make a text
//! anonymous: wherever it is used, the page says so. While somebody types, their page asks what is found in one field; the text
//! is looked at and forgotten.

mod pages;
mod views;

use ::privacy::{Certainty, Finding, Kind, Reason, Season, Suggestion};
use axum::Router;
use axum::routing::post;
use ui::Language;

pub(crate) use views::watched;

use crate::app::App;
use crate::words::{Words, words};

/// What is found in a text that somebody is typing.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/privacy/findings", post(pages::look))
}

/// What the guard is fairly sure of, in the order of the text. What it only thinks possible would be shown too often for nothing.
pub(crate) fn sure(text: &str) -> impl Iterator<Item = Finding> {
    let found = ::privacy::find(text).into_iter();
    found.filter(|finding| finding.certainty > Certainty::Perhaps)
}

/// A piece of a text, by bytes.
pub(crate) fn piece(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// What it is.
pub(crate) fn kind(kind: Kind, words: &Words) -> String {
    match kind {
        Kind::Person => words.privacy_kind_person(),
        Kind::Street => words.privacy_kind_street(),
        Kind::Postcode => words.privacy_kind_postcode(),
        Kind::Place => words.privacy_kind_place(),
        Kind::Date => words.privacy_kind_date(),
        Kind::Age => words.privacy_kind_age(),
        Kind::Phone => words.privacy_kind_phone(),
        Kind::Mail => words.privacy_kind_mail(),
        Kind::Web => words.privacy_kind_web(),
        Kind::Bsn => words.privacy_kind_bsn(),
        Kind::Number => words.privacy_kind_number(),
        Kind::Registration => words.privacy_kind_registration(),
        Kind::Iban => words.privacy_kind_iban(),
        Kind::Institution => words.privacy_kind_institution(),
    }
}

/// How sure the guard is.
pub(crate) fn certainty(certainty: Certainty, words: &Words) -> String {
    match certainty {
        Certainty::Perhaps => words.privacy_perhaps(),
        Certainty::Likely => words.privacy_likely(),
        Certainty::Certain => words.privacy_certain(),
    }
}

/// Why it was found.
pub(crate) fn reason(reason: Reason, words: &Words) -> String {
    match reason {
        Reason::Form => words.privacy_reason_form(),
        Reason::Checksum => words.privacy_reason_checksum(),
        Reason::Announced => words.privacy_reason_announced(),
        Reason::AfterRole => words.privacy_reason_role(),
        Reason::GivenName => words.privacy_reason_given_name(),
        Reason::Surname => words.privacy_reason_surname(),
        Reason::Initials => words.privacy_reason_initials(),
        Reason::Behaviour => words.privacy_reason_behaviour(),
        Reason::KnownPlace => words.privacy_reason_known_place(),
        Reason::Situation => words.privacy_reason_situation(),
        Reason::KnownInstitution => words.privacy_reason_known_institution(),
        Reason::Repeated => words.privacy_reason_repeated(),
    }
}

/// What could stand there. A word of the text keeps its Dutch article, whatever the language of the messages.
pub(crate) fn instead(finding: &Finding, text: &str, words: &Words) -> String {
    match &finding.suggestion {
        Suggestion::Nothing => words.privacy_leave_out(),
        Suggestion::Somebody => words.privacy_somebody(),
        Suggestion::Word(word) => words.privacy_a(piece(text, word.start, word.end).to_lowercase()),
        Suggestion::Decade(0) => words.privacy_young_child(),
        Suggestion::Decade(decade) => words.privacy_decade(usize::from(*decade)),
        Suggestion::BornIn(year) => words.privacy_born_in(year.to_string()),
        Suggestion::Season(Season::Spring) => words.privacy_spring(),
        Suggestion::Season(Season::Summer) => words.privacy_summer(),
        Suggestion::Season(Season::Autumn) => words.privacy_autumn(),
        Suggestion::Season(Season::Winter) => words.privacy_winter(),
        Suggestion::Region => words.privacy_region(),
        Suggestion::Address => words.privacy_address(),
        Suggestion::Organisation => words.privacy_organisation(),
    }
}

/// What comes in the place of a piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Patch {
    /// Where it begins and ends, in bytes: also what goes along with the finding, such as a title or a space.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Empty when the piece is left out.
    pub(crate) text: String,
}

/// What somebody is called before their surname, and what they are without a name.
const TITLES: [(&str, &str); 14] = [
    ("mevrouw ", "een vrouw"),
    ("mevr. ", "een vrouw"),
    ("mevr ", "een vrouw"),
    ("mw. ", "een vrouw"),
    ("mw ", "een vrouw"),
    ("meneer ", "een man"),
    ("de heer ", "een man"),
    ("dhr. ", "een man"),
    ("dhr ", "een man"),
    ("dokter ", "een arts"),
    ("dr. ", "een arts"),
    ("zuster ", "een verpleegkundige"),
    ("broeder ", "een verpleegkundige"),
    ("juffrouw ", "een vrouw"),
];

/// Words after which "in het voorjaar" is only "het voorjaar".
const BEFORE_A_SEASON: [&str; 6] = ["sinds ", "vanaf ", "tot ", "na ", "voor ", "rond "];

/// What can be put in the place of a finding; `None` when that cannot be done well enough without its writer. Cases are written in
/// Dutch, and so is what comes in the place of a piece of one.
pub(crate) fn patch(text: &str, finding: &Finding) -> Option<Patch> {
    let (before, after) = (text.get(..finding.start)?, text.get(finding.end..)?);
    let dutch = words(Language::Nl);
    let (mut start, mut end) = (finding.start, finding.end);
    let instead = match &finding.suggestion {
        Suggestion::Nothing => String::new(),
        Suggestion::Somebody => match TITLES.iter().find(|(title, _)| ends_with(before, title)) {
            Some((title, somebody)) => {
                start -= title.len();
                (*somebody).to_owned()
            }
            None => dutch.privacy_someone(),
        },
        // "84 jaar" becomes "in de 80"; of "84-jarige" only its writer can make something.
        Suggestion::Decade(_) => {
            let years = [" jaar oud", " jaar"]
                .into_iter()
                .find(|years| after.starts_with(years))?;
            end += years.len();
            instead(finding, text, dutch)
        }
        Suggestion::Season(_) => {
            let season = instead(finding, text, dutch);
            if ends_with(before, "op ") {
                start -= "op ".len();
                season
            } else if BEFORE_A_SEASON.iter().any(|word| ends_with(before, word)) {
                season.strip_prefix("in ").unwrap_or(&season).to_owned()
            } else {
                season
            }
        }
        _ => instead(finding, text, dutch),
    };
    if instead.is_empty() {
        return left_out(text, start, end);
    }
    Some(Patch {
        start,
        end,
        text: at_its_place(text.get(..start)?, &instead),
    })
}

/// What the button that does it says; without one, that its writer has to.
pub(crate) fn does(patch: Option<&Patch>, words: &Words) -> String {
    match patch {
        None => words.privacy_change_yourself(),
        Some(Patch { text, .. }) if text.is_empty() => words.privacy_remove(),
        Some(Patch { text, .. }) => words.privacy_replace(text),
    }
}

/// Whether a text ends with a word, whatever its capitals; not with the end of a longer word.
fn ends_with(text: &str, word: &str) -> bool {
    let Some(at) = text.len().checked_sub(word.len()) else {
        return false;
    };
    let is_there = text.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(word));
    is_there
        && !text
            .get(..at)
            .is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
}

/// The text with one finding replaced, as far as that can be done.
pub(crate) fn replaced(text: &str, finding: &Finding) -> Option<String> {
    let patch = patch(text, finding)?;
    let (before, after) = (text.get(..patch.start)?, text.get(patch.end..)?);
    Some(format!("{before}{}{after}", patch.text))
}

/// Without the piece, and without the space that would stand there twice, or before a comma.
fn left_out(text: &str, start: usize, end: usize) -> Option<Patch> {
    let (before, after) = (text.get(..start)?, text.get(end..)?);
    let (mut start, mut end) = (start, end);
    if after.starts_with([',', '.', ';', ':', '!', '?', ')']) {
        start = before.trim_end_matches(' ').len();
    } else if after.starts_with(' ') && (before.is_empty() || before.ends_with(char::is_whitespace)) {
        end += " ".len();
    }
    Some(Patch {
        start,
        end,
        text: String::new(),
    })
}

/// With a capital at the beginning of a sentence.
fn at_its_place(before: &str, instead: &str) -> String {
    let begins = before
        .trim_end()
        .chars()
        .next_back()
        .is_none_or(|last| ".!?\n".contains(last));
    let mut letters = instead.chars();
    match letters.next() {
        Some(first) if begins => first.to_uppercase().chain(letters).collect(),
        _ => instead.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Replaces what is found, the last first, as far as that can be done.
    fn all_replaced(text: &str) -> String {
        let findings = ::privacy::find(text);
        assert!(!findings.is_empty(), "{text}");
        findings.iter().rev().fold(text.to_owned(), |text, finding| {
            replaced(&text, finding).unwrap_or(text)
        })
    }

    #[test]
    fn what_is_replaced_reads_as_a_sentence() {
        for (text, expected) in [
            (
                "Ik belde 06-12345678 en kreeg gehoor.",
                "Ik belde en kreeg gehoor.",
            ),
            ("Ze woont in Apeldoorn.", "Ze woont in een plaats in de regio."),
            (
                "Hij is 84 jaar oud en woont alleen.",
                "Hij is in de 80 en woont alleen.",
            ),
        ] {
            assert_eq!(all_replaced(text), expected, "{text}");
        }
    }

    #[test]
    fn an_age_within_a_word_is_left_to_its_writer() {
        let text = "Een 84-jarige vrouw.";
        let found = ::privacy::find(text);
        let age = found.iter().find(|one| one.kind == Kind::Age);
        assert_eq!(age.and_then(|age| replaced(text, age)), None);
    }
}
