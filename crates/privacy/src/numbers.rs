//! Bank accounts, citizen service numbers, registrations and the numbers of clients and files.
//!
//! * IBAN: ISO 13616; the remainder by 97 is one. A Dutch one has 18 characters: NL, two digits, four letters, ten digits.
//! * BSN: nine digits (or eight, with a zero before); nine times the first plus eight times the second and so on, minus the last,
//!   can be divided by eleven (the eleven-test of the Logisch Ontwerp BSN).
//! * BIG: eleven digits. AGB: eight, the first two for the kind of care.

use crate::class::{BSN_HEAD, CARER_HEAD, CODE_HEAD, ID_HEAD, PHONE_HEAD, UNIT};
use crate::finding::{Certainty, Kind, Reason};
use crate::near;
use crate::page::Page;
use crate::token::Shape;

/// Digits and letters that belong together.
#[derive(Debug, Clone, Copy)]
struct Run {
    to: usize,
    digits: usize,
    letters: usize,
    /// The number of eleven-test digits as one value.
    value: u64,
    /// Separators between its parts.
    marks: usize,
    /// "140.000" and "2.095": a dot before every three digits.
    is_amount: bool,
}

/// Finds accounts; runs first, as their digits look like other numbers.
pub(crate) fn accounts(page: &mut Page<'_>) {
    for at in 0..page.len() {
        if page.is_word(at)
            && page.at(at).length == 2
            && page.is_free(at)
            && page.at(at + 1).shape == Shape::Number
        {
            iban(page, at);
        }
    }
}

/// Finds the others; runs when dates and telephone numbers are known.
pub(crate) fn find(page: &mut Page<'_>) {
    for at in 0..page.len() {
        // "machtigingsnummer": whatever somebody numbers.
        let is_numbered = page.at(at).length >= 9
            && page.ends(at, &["nummer", "nummers"])
            && !page.has(at, CODE_HEAD | BSN_HEAD | CARER_HEAD | PHONE_HEAD)
            && !page.says(at, &["huisnummer", "postbusnummer"]);
        if page.has(at, ID_HEAD) || is_numbered {
            announced(page, at);
        }
    }
    for at in 0..page.len() {
        if page.at(at).shape == Shape::Number && page.is_free(at) && !page.before_glued_number(at) {
            digits(page, at);
        }
    }
}

/// Finds what stands right behind a name or a date of birth: "(geb. 1966), 476283"; runs when those are known.
pub(crate) fn behind(page: &mut Page<'_>) {
    for at in 0..page.len() {
        if page.at(at).shape != Shape::Number
            || page.at(at).length < 5
            || !page.is_free(at)
            || page.before_glued_number(at)
        {
            continue;
        }
        let mut back = at;
        while back > 0 && at - back < 4 && page.is_any(back - 1, ",;:()-–") {
            back -= 1;
        }
        let owner = page.kind(back.wrapping_sub(1));
        if back < at
            && !page.at(at).line
            && matches!(owner, Some(Kind::Person | Kind::Date))
            && !page.has(at + 1, UNIT)
        {
            let to = run(page, at, false).to;
            page.claim(at, to, Kind::Number, Certainty::Likely, Reason::Situation);
        }
    }
}

/// "V-33018": letters before a number belong to it.
fn prefix(page: &Page<'_>, at: usize) -> usize {
    let dash = at.wrapping_sub(1);
    let letters = at.wrapping_sub(2);
    let is_dash = page.is(dash, '-') && page.at(dash).glued && page.at(at).glued;
    let is_prefix = is_dash
        && page.is_word(letters)
        && page.at(letters).length <= 3
        && page.at(letters).capital
        && page.is_free(letters)
        && page.is_free(dash);
    if is_prefix { letters } else { at }
}

/// The length of an account of a country, for those that Dutch people have to do with.
fn iban_length(country: &str) -> Option<usize> {
    Some(match country.to_ascii_uppercase().as_str() {
        "NL" | "DK" | "FI" => 18,
        "BE" => 16,
        "DE" | "GB" | "IE" => 22,
        "FR" | "IT" => 27,
        "ES" | "RO" | "CZ" | "SE" => 24,
        "PL" | "HU" | "MA" => 28,
        "TR" => 26,
        "LU" | "AT" | "LT" => 20,
        "PT" => 25,
        "CH" => 21,
        _ => return None,
    })
}

fn iban(page: &mut Page<'_>, at: usize) {
    let country = page.word(at);
    let Some(length) = iban_length(country) else {
        return;
    };
    let mut code = String::from(country);
    let mut to = at + 1;
    while code.len() < length && to < at + 24 {
        let token = page.at(to);
        if token.line && !token.glued {
            break;
        }
        match token.shape {
            Shape::Word | Shape::Number => code.push_str(page.word(to)),
            Shape::Mark('.' | '-') if token.glued => {}
            _ => break,
        }
        to += 1;
    }
    if code.len() != length || !code.is_ascii() {
        return;
    }
    let looks_dutch = code
        .get(4..8)
        .is_some_and(|bank| bank.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && code
            .get(8..)
            .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    if remainder(&code) == 1 {
        page.claim(at, to, Kind::Iban, Certainty::Certain, Reason::Checksum);
    } else if length == 18 && looks_dutch {
        page.claim(at, to, Kind::Iban, Certainty::Likely, Reason::Form);
    }
}

/// The remainder by 97 of an account, its first four characters moved to the end and letters read as 10 to 35.
fn remainder(code: &str) -> u32 {
    let (head, tail) = code.split_at(4.min(code.len()));
    tail.chars().chain(head.chars()).fold(0, |rest, letter| {
        let value = letter.to_digit(36).unwrap_or_default();
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    })
}

/// The eleven-test.
fn is_bsn(value: u64) -> bool {
    let digit = |place: u32| value / 10_u64.pow(place) % 10;
    let sum: u64 = (1..9).map(|place| digit(place) * u64::from(place + 1)).sum();
    value > 0 && (sum + 11 - digit(0)).is_multiple_of(11)
}

/// What hangs together from a number; `spaced` lets single spaces join groups of digits.
fn run(page: &Page<'_>, at: usize, spaced: bool) -> Run {
    let mut run = Run {
        to: at,
        digits: 0,
        letters: 0,
        value: 0,
        marks: 0,
        is_amount: page.at(at).length <= 3,
    };
    let mut to = at;
    while to < at + 12 {
        let token = page.at(to);
        match token.shape {
            Shape::Number if to == at || token.glued || (spaced && !token.line) => {
                run.digits += token.length;
                run.is_amount &= to == at || (token.length == 3 && page.is_any(to - 1, ".,"));
                let value = page.word(to).bytes().filter(u8::is_ascii_digit);
                run.value = value.fold(run.value, |value, digit| {
                    value.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
                });
                run.to = to + 1;
            }
            Shape::Mark('.' | '-' | '/' | '–') if to > at && token.glued && page.at(to + 1).glued => {
                run.marks += 1;
            }
            Shape::Word if to > at && token.glued && token.length <= 3 && !spaced => {
                run.letters += token.length;
                run.to = to + 1;
            }
            _ => break,
        }
        to += 1;
    }
    run.is_amount &= run.to > at + 1 && run.letters == 0;
    run
}

/// The word that announces a number: the last one before it, over "nummer", "is" and a colon.
fn head(page: &Page<'_>, at: usize) -> Option<usize> {
    let mut back = at;
    for _ in 0..4 {
        back = back.checked_sub(1)?;
        let is_filler = page.is_any(back, ":.#(-")
            || page.says(
                back,
                &["is", "nr", "nummer", "no", "code", "van", "mijn", "zijn", "haar"],
            );
        if page.has(back, BSN_HEAD | CARER_HEAD) {
            return Some(back);
        }
        if !is_filler {
            return page.is_word(back).then_some(back);
        }
    }
    None
}

fn digits(page: &mut Page<'_>, at: usize) {
    let spaced = run(page, at, true);
    let tight = run(page, at, false);
    let head = head(page, at);
    let has = |class| head.is_some_and(|head| page.has(head, class));
    let (is_citizen, is_carer) = (has(BSN_HEAD), has(CARER_HEAD));
    if is_citizen && (8..=10).contains(&spaced.digits) {
        page.claim(at, spaced.to, Kind::Bsn, Certainty::Certain, Reason::Announced);
        return;
    }
    if is_carer && (6..=12).contains(&spaced.digits) {
        page.claim(
            at,
            spaced.to,
            Kind::Registration,
            Certainty::Certain,
            Reason::Announced,
        );
        return;
    }
    for shape in [tight, spaced] {
        if shape.letters > 0 || has(CODE_HEAD) || page.has(shape.to, UNIT) || page.is_any(shape.to, "€%") {
            continue;
        }
        let parts = shape.to - at;
        if shape.digits == 9 && parts <= 6 && is_bsn(shape.value) && !shape.is_amount {
            page.claim(at, shape.to, Kind::Bsn, Certainty::Likely, Reason::Checksum);
            return;
        }
        if shape.digits == 11 && parts == 1 {
            page.claim(at, shape.to, Kind::Registration, Certainty::Likely, Reason::Form);
            return;
        }
        let from = prefix(page, at);
        let is_service = page.word(at).starts_with("0800") || page.word(at).starts_with("0900");
        if from < at && shape.digits >= 5 && tight.to == shape.to && page.at(from).length <= 2 {
            page.claim(from, shape.to, Kind::Number, Certainty::Likely, Reason::Form);
            return;
        }
        if shape.digits >= 7 && !is_service && (parts == 1 || tight.to == shape.to) && !shape.is_amount {
            page.claim(at, shape.to, Kind::Number, Certainty::Likely, Reason::Form);
            return;
        }
    }
}

/// "dossier 51346", "cliëntnummer: CL-770.473", "incident P-770473".
fn announced(page: &mut Page<'_>, head: usize) {
    let mut at = head + 1;
    let mut fillers = 0;
    while fillers < 5 && (page.is_any(at, ":.#(-") || page.says(at, near::ID_FILLERS)) {
        at += 1;
        fillers += 1;
    }
    let from = at;
    // Letters before the digits: "CL7970975", "P-770473", "A 12345".
    if page.is_word(at) && page.at(at).length <= 4 && page.at(at).line == (at == head + 1 && page.at(at).line)
    {
        let is_prefix = page.at(at).shout || page.at(at).length == 1 || page.at(at + 1).glued;
        if !is_prefix {
            return;
        }
        at += 1;
        at += usize::from(page.is_any(at, "-./") && page.at(at).glued);
    }
    if page.at(at).shape != Shape::Number || !page.is_free(at) {
        return;
    }
    let tight = run(page, at, false);
    let spaced = run(page, at, true);
    let weak = page.says(head, near::WEAK_IDS);
    let chosen =
        if spaced.digits > tight.digits && spaced.digits >= 6 && page.at(spaced.to).shape != Shape::Word {
            spaced
        } else {
            tight
        };
    let least = if weak { 5 } else { 4 };
    let is_year = chosen.digits == 4 && chosen.letters == 0 && (1900..2100).contains(&chosen.value);
    let is_count = page.has(chosen.to, UNIT) || page.is_any(chosen.to, "€%") || is_year && from == at;
    if chosen.digits >= least && !is_count && !(chosen.is_amount && weak) {
        page.claim(
            from,
            chosen.to,
            Kind::Number,
            Certainty::Likely,
            Reason::Announced,
        );
        // "patiëntnummers 36173020 en 88950"
        if page.says(chosen.to, &["en"]) && page.ends(head, &["nummers"]) {
            announced(page, chosen.to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_checked() {
        // Invented: numbers that begin with nine are not given to anybody.
        assert!(is_bsn(999_999_990));
        assert!(!is_bsn(999_999_991));
        assert_eq!(remainder("NL91ABNA0417164300"), 1);
        assert_ne!(remainder("NL92ABNA0417164300"), 1);
    }
}
