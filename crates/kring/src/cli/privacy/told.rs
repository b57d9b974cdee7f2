//! One text, and what was found in it in words.

use std::io::{self, Read};

use ::privacy::{Certainty, Finding, Kind, Reason, Season, Suggestion};

use crate::cli::out;
use crate::words::Words;

/// Tells what is in the text; whether it could be read.
pub(super) fn scan(mut input: impl Read, words: &Words) -> io::Result<bool> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before = error.as_bytes().iter().take(good);
            let line = 1 + before.filter(|byte| **byte == b'\n').count();
            out::aside(words.privacy_line(line, words.privacy_not_utf8()))?;
            return Ok(false);
        }
    };
    let found = ::privacy::find(&text);
    if found.is_empty() {
        out::line(words.privacy_nothing())?;
        return Ok(true);
    }
    let (mut line, mut at) = (1_usize, 0);
    for finding in &found {
        line += piece(&text, at, finding.start).matches('\n').count();
        at = finding.start;
        let shown = piece(&text, finding.start, finding.end).replace('\n', " ");
        let what = words.privacy_finding(
            line,
            shown,
            kind(finding.kind, words),
            certainty(finding.certainty, words),
            reason(finding.reason, words),
        );
        out::line(what)?;
        let instead = instead(finding, &text, words);
        out::line(format_args!("    {}", words.privacy_instead(instead)))?;
    }
    out::line(words.privacy_total(found.len()))?;
    Ok(true)
}

fn piece(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

fn kind(kind: Kind, words: &Words) -> String {
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

fn certainty(certainty: Certainty, words: &Words) -> String {
    match certainty {
        Certainty::Perhaps => words.privacy_perhaps(),
        Certainty::Likely => words.privacy_likely(),
        Certainty::Certain => words.privacy_certain(),
    }
}

fn reason(reason: Reason, words: &Words) -> String {
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
fn instead(finding: &Finding, text: &str, words: &Words) -> String {
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
