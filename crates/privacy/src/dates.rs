//! Days: day and month, in digits or words, with or without a year, and the year of birth.
//!
//! A weekday, a month or a year alone points at nobody and is left.

use crate::class::{AGE_HEAD, BIRTH, DATE_HEAD, KIN, MONTH, NUMBER_WORD, ORDINAL, UNIT, WEEKDAY};
use crate::finding::{Certainty, Kind, Reason, Season, Suggestion};
use crate::near;
use crate::page::Page;
use crate::token::{Shape, is_apostrophe};

/// Finds them.
pub(crate) fn find(page: &mut Page<'_>) {
    for at in 0..page.len() {
        match page.at(at).shape {
            Shape::Number if page.is_free(at) && !page.before_glued_number(at) => {
                let _ = numeric(page, at) || with_month(page, at) || short(page, at);
            }
            Shape::Word if page.has(at, NUMBER_WORD | ORDINAL) && page.is_free(at) => {
                in_words(page, at);
            }
            _ => {}
        }
    }
}

/// Finds years of birth; runs when names are known.
pub(crate) fn births(page: &mut Page<'_>) {
    for at in 0..page.len() {
        if page.has(at, BIRTH) {
            let mut next = at + 1;
            while next < at + 5
                && (page.is_any(next, ".:,")
                    || page.says(next, &["in", "jaar", "het", "is", "op", "ca", "rond", "datum"]))
            {
                next += 1;
            }
            year_of_birth(page, next);
        } else if page.has(at, DATE_HEAD) && page.says(at, &["van"]) {
            let mut back = at.wrapping_sub(1);
            if page.is_any(back, "(,") || page.says(back, &["is", "was"]) {
                back = back.wrapping_sub(1);
            }
            let is_somebody = page.kind(back) == Some(Kind::Person)
                || page.has(back, AGE_HEAD | KIN)
                || page.says(back, &["hij", "ze", "zij"]);
            if is_somebody {
                year_of_birth(page, at + 1);
            }
        }
    }
}

fn year_of_birth(page: &mut Page<'_>, at: usize) {
    let is_short = page.is_quote(at) && page.at(at + 1).shape == Shape::Number && page.at(at + 1).length == 2;
    let (number, to) = if is_short { (at + 1, at + 2) } else { (at, at + 1) };
    let Some(year) = page.number(number).filter(|_| page.is_free(number)) else {
        return;
    };
    let year = if is_short { full_year(year) } else { year };
    if (page.at(number).length == 4 || is_short) && (1900..=2030).contains(&year) && !page.has(to, UNIT) {
        let born = u16::try_from(year / 10 * 10).unwrap_or_default();
        page.suggest(
            at,
            to,
            (Kind::Date, Certainty::Likely, Reason::Announced),
            Suggestion::BornIn(born),
        );
    }
}

/// A year of two digits: somebody of '38, a letter of '24.
fn full_year(year: u32) -> u32 {
    if year > 99 {
        year
    } else if year > 30 {
        1900 + year
    } else {
        2000 + year
    }
}

fn is_day(day: u32) -> bool {
    (1..=31).contains(&day)
}

fn claim(
    page: &mut Page<'_>,
    from: usize,
    to: usize,
    month: u32,
    year: Option<u32>,
    certainty: Certainty,
) -> bool {
    let born = year.map(full_year).filter(|_| is_birth(page, from));
    let suggestion = match born {
        Some(year) => Suggestion::BornIn(u16::try_from(year / 10 * 10).unwrap_or_default()),
        None => Suggestion::Season(Season::of_month(u8::try_from(month).unwrap_or_default())),
    };
    page.suggest(from, to, (Kind::Date, certainty, Reason::Form), suggestion)
}

fn is_birth(page: &Page<'_>, from: usize) -> bool {
    (1..=3).any(|back| from.checked_sub(back).is_some_and(|at| page.has(at, BIRTH)))
}

/// "4-3-1939", "04/03/39", "4.3.1939", "4 - 3 - 1939", "1939-03-04".
fn numeric(page: &mut Page<'_>, at: usize) -> bool {
    let (Some(a), Some(b), Some(c)) = (page.number(at), page.number(at + 2), page.number(at + 4)) else {
        return false;
    };
    let Shape::Mark(mark @ ('-' | '/' | '.' | '–')) = page.at(at + 1).shape else {
        return false;
    };
    if !page.is(at + 3, mark)
        || page.at(at + 2).line
        || page.at(at + 4).line
        || page.at(at + 5).is_number_glued()
        || page.at(at + 5).glued && page.at(at + 6).is_number_glued()
    {
        return false;
    }
    if page.at(at).length == 4 && (1..=12).contains(&b) && is_day(c) {
        return claim(page, at, at + 5, b, Some(a), Certainty::Certain);
    }
    let is_year = page.at(at + 4).length == 4 && (1880..=2100).contains(&c) || page.at(at + 4).length == 2;
    let (day, month) = if b > 12 && a <= 12 { (b, a) } else { (a, b) };
    // "1-0-0" and "2-1-2" are how often a medicine is taken; two digits at the end are a year.
    if is_year
        && is_day(day)
        && (1..=12).contains(&month)
        && page.at(at).length <= 2
        && page.at(at + 2).length <= 2
    {
        // "10.30.00" is a time.
        return claim(page, at, at + 5, month, Some(c), Certainty::Certain);
    }
    false
}

/// The month a word names, also with a slip of the finger.
fn month(page: &Page<'_>, at: usize) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    const SHORT: [&str; 12] = [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ];
    let token = page.at(at);
    if token.shape != Shape::Word || token.length > 11 {
        return None;
    }
    let word = page.word(at).to_ascii_lowercase();
    let number = |place: usize| u32::try_from(place + 1).ok();
    if token.classes & MONTH != 0 {
        let place = SHORT
            .iter()
            .position(|short| word.starts_with(short))
            .or_else(|| {
                NAMES
                    .iter()
                    .position(|name| word.starts_with(name.get(..3).unwrap_or(name)))
            });
        return place.and_then(number);
    }
    let may_slip = token.length >= 4 && token.classes & (crate::class::WORD | UNIT) == 0;
    may_slip
        .then(|| NAMES.iter().position(|name| crate::slip::is_slip(&word, name)))
        .flatten()
        .and_then(number)
}

/// The year after a month: "2023", "'23".
fn year_after(page: &Page<'_>, at: usize) -> Option<(u32, usize)> {
    let from = at + usize::from(page.is_any(at, ".,-/") && !page.at(at + 1).line);
    let from = if page.number(from).is_some() || page.is_quote(from) {
        from
    } else {
        at
    };
    if page.at(from).line {
        return None;
    }
    if page.is_quote(from) && page.at(from + 1).length == 2 && page.at(from + 1).glued {
        return page.number(from + 1).map(|year| (full_year(year), from + 2));
    }
    let year = page.number(from)?;
    let is_year = page.at(from).length == 4 && (1880..=2100).contains(&year) && !page.has(from + 1, UNIT);
    is_year.then_some((year, from + 1))
}

/// "4 maart", "4e mrt. '39", "4 maart 1939", "4-mrt-1939", "maart 4" is not how Dutch does it.
fn with_month(page: &mut Page<'_>, at: usize) -> bool {
    let Some(_) = page
        .number(at)
        .filter(|day| is_day(*day) && page.at(at).length <= 2)
    else {
        return false;
    };
    let mut next = at + 1;
    if page.says(next, &["e", "de", "ste"]) {
        next += 1;
    }
    if page.is_any(next, "-./") && page.at(next).glued {
        next += 1;
    }
    if page.says(next, &["van"]) {
        next += 1;
    }
    let Some(month) = month(page, next).filter(|_| !page.at(next).line) else {
        return false;
    };
    let after = year_after(page, next + 1);
    let (year, to) = after.map_or((None, next + 1), |(year, to)| (Some(year), to));
    claim(page, at, to, month, year, Certainty::Certain)
}

/// "vier maart", "de twaalfde januari".
fn in_words(page: &mut Page<'_>, at: usize) -> bool {
    let next = at + 1 + usize::from(page.says(at + 1, &["van"]));
    if !page.has(next, MONTH) || page.at(next).line || page.says(at, &["een", "één", "nul"]) {
        return false;
    }
    let Some(month) = month(page, next) else {
        return false;
    };
    let after = year_after(page, next + 1);
    let (year, to) = after.map_or((None, next + 1), |(year, to)| (Some(year), to));
    claim(page, at, to, month, year, Certainty::Likely)
}

/// "11-5", "7/5": only where a day is told, as the same digits are doses, scores and halves.
fn short(page: &mut Page<'_>, at: usize) -> bool {
    let (Some(day), Some(month)) = (page.number(at), page.number(at + 2)) else {
        return false;
    };
    let is_form = page.is_any(at + 1, "-/")
        && page.at(at + 1).glued
        && page.at(at + 2).glued
        && page.at(at).length <= 2
        && page.at(at + 2).length <= 2;
    if !is_form || !is_day(day) || !(1..=12).contains(&month) || (day, month) == (24, 7) {
        return false;
    }
    let to = at + 3;
    let goes_on = page.at(to).glued && (page.is_any(to, "-/%") || matches!(page.at(to).shape, Shape::Word))
        || page.is_any(to, "%€°");
    let is_count = page.has(to, UNIT) || page.says(to, near::AFTER_COUNTS);
    if goes_on || is_count {
        return false;
    }
    let back = at.wrapping_sub(1);
    let is_told = page.has(back, WEEKDAY)
        || page.says(back, near::BEFORE_DAYS)
        || page.has(back, DATE_HEAD)
        || (page.is_any(back, "(.:")
            && (page.has(back.wrapping_sub(1), DATE_HEAD | BIRTH | WEEKDAY)
                || page.is(to, ')')
                || page.is(to, ':')))
        || page.is(back, ',') && page.is(to, ')');
    // "de 1/2": a fraction; "score van 3/5".
    let is_score = page.has(back.wrapping_sub(1), NUMBER_WORD)
        || page.says(back.wrapping_sub(1), near::SCORES)
        || page.says(back, &["de", "een"]);
    let is_said = is_told && !is_score;
    let is_line = page.at(at).line && (page.is_any(to, ":,-–") || page.at(to).line);
    (is_said || is_line) && claim(page, at, to, month, None, Certainty::Likely)
}

impl Page<'_> {
    /// An apostrophe that stands alone, as before a short year.
    pub(crate) fn is_quote(&self, at: usize) -> bool {
        matches!(self.at(at).shape, Shape::Mark(mark) if is_apostrophe(mark))
    }

    /// Whether a number goes on from what stands before it: "12.5", "1-0-0", "A4".
    pub(crate) fn before_glued_number(&self, at: usize) -> bool {
        let token = self.at(at);
        let mark = self.before(at);
        token.glued
            && (mark.shape == Shape::Word
                || (matches!(mark.shape, Shape::Mark('.' | ',' | '-' | '/' | ':'))
                    && mark.glued
                    && at >= 2
                    && self.at(at - 2).shape == Shape::Number))
    }
}

impl crate::token::Token {
    /// A number that goes on from the token before.
    pub(crate) fn is_number_glued(&self) -> bool {
        self.glued && self.shape == Shape::Number
    }
}
