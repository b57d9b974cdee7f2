//! Names with initials: "A.W. van Dam", and with the surname first: "Berends, J.H.", "Jansen, Petra".

use crate::class::{
    CARE, FAMILY, GIVEN, MEDICINE, PARTICLE, PLACE_HEAD, PRONOUN, ROLE, SELF, TITLE, VERB, WORD,
};
use crate::finding::{Certainty, Reason};
use crate::near;
use crate::page::{Page, SPAN};
use crate::people;
use crate::surnames::{Proof, is_other, name, over_initials, particles};
use crate::token::Shape;

/// Whether letters with dots are an abbreviation: "i.v.m.", "o.a.".
fn is_abbreviation(page: &Page<'_>, from: usize, to: usize) -> bool {
    const KNOWN: &[&str] = near::ABBREVIATIONS;
    let letters: String = (from..to)
        .filter(|at| page.is_word(*at))
        .map(|at| page.word(at).to_lowercase())
        .collect();
    let is_single = letters.len() == 1 && !page.is_capital(from);
    // "P.S. Ik schrijf": also with capitals.
    if matches!(letters.as_str(), "ps" | "nb") && page.has(to, WORD | PRONOUN) && !page.has(to, FAMILY) {
        return true;
    }
    KNOWN.contains(&letters.as_str()) && !page.is_capital(from) || is_single
}

pub(crate) fn initials(page: &mut Page<'_>, at: usize) {
    let core = over_initials(page, at);
    let starts = !page.at(at).glued || page.is_any(at.wrapping_sub(1), "(\"“/");
    if core == at || !starts {
        return;
    }
    // "m. van soest": a small single letter begins a name where a line or a list does.
    let is_listed = page.at(at).line
        || page.has(at.wrapping_sub(1), ROLE | TITLE | SELF)
        || page.is_any(at.wrapping_sub(1), ":,(");
    let is_lone = core == at + 2
        && page.caseless
        && is_listed
        && !page.has(at + 2, WORD | VERB | PRONOUN) | page.has(at + 2, PARTICLE);
    if is_abbreviation(page, at, core) && !is_lone {
        return;
    }
    let surname = particles(page, core);
    if page.at(surname).line {
        return;
    }
    let several = core > at + 2;
    // "Patiënt A. Ze zegt": one letter, and a usual word begins the next sentence.
    let is_sentence = !several && surname == core && page.has(surname, WORD) && !page.has(surname, FAMILY)
        || page.has(surname, PRONOUN | VERB) && surname == core;
    let is_small = page.caseless
        && !(page.has(surname, FAMILY) && (several || !page.has(surname, WORD))
            || several && !page.has(surname, WORD | VERB | MEDICINE | CARE) && page.at(surname).length >= 3
            || (several || is_lone)
                && surname > core
                && (page.has(surname, FAMILY) || !page.has(surname, WORD))
            || is_lone && !page.has(surname, WORD) && page.at(surname).length >= 4);
    if is_sentence || is_small {
        return;
    }
    if let Some(to) = name(page, at, Proof::Name) {
        people::claim(page, at, to, Certainty::Likely, Reason::Initials, None);
    }
}

/// "Berends, J.H.", "Jonge, P.G.C. de".
pub(crate) fn reversed(page: &mut Page<'_>, at: usize) {
    if !(page.is(at + 1, ',') && page.at(at + 1).glued) || page.at(at + 2).line {
        return;
    }
    let initials = over_initials(page, at + 2);
    if initials == at + 2 {
        given_after(page, at);
        return;
    }
    let is_listed = page.at(at).line || page.is_any(at.wrapping_sub(1), ":.-•*");
    let known = page.has(at, FAMILY) || !page.has(at, WORD) || is_listed;
    let is_told = initials > at + 4 && (page.is(initials, '(') || page.at(initials).shape == Shape::Number);
    let surname = page.is_capital(at) || page.caseless && (known || is_told);
    let is_short = is_abbreviation(page, at + 2, initials) && initials == at + 4;
    if !surname || is_other(page, at) || is_short && !page.is_capital(at + 2) && !(page.caseless && is_listed)
    {
        return;
    }
    let mut to = initials;
    while to < initials + 3
        && page.has(to, PARTICLE)
        && !page.at(to).line
        && !page.says(to, &["in", "op", "uit", "aan", "bij"])
    {
        to += 1;
    }
    let closes = page.at(to).line
        || matches!(page.at(to).shape, Shape::Mark(_) | Shape::Number | Shape::Outside)
        || page.has(to, crate::class::BIRTH);
    if !closes && initials == at + 4 {
        return;
    }
    let from = surname_start(page, at);
    people::claim(page, from, to, Certainty::Likely, Reason::Initials, None);
}

/// "Jansen, Petra": where a surname stands at the beginning of a line or after a colon.
fn given_after(page: &mut Page<'_>, at: usize) {
    let is_listed = page.at(at).line
        || page.is_any(at.wrapping_sub(1), ":.-•*)")
        || page.is_capital(at) && page.is_capital(at + 2);
    let is_name = page.has(at, FAMILY)
        && page.has(at + 2, GIVEN)
        && (page.is_capital(at) && page.is_capital(at + 2) || page.caseless);
    let mut to = at + 3;
    while to < at + 6 && page.has(to, PARTICLE) && !page.at(to).line && !page.has(to, PLACE_HEAD) {
        to += 1;
    }
    let closes = page.at(to).line || matches!(page.at(to).shape, Shape::Mark(_) | Shape::Outside);
    if is_listed && is_name && closes {
        people::claim(page, at, to, Certainty::Likely, Reason::Surname, None);
    }
}

/// The first part of a surname with hyphens, seen from its last.
fn surname_start(page: &Page<'_>, at: usize) -> usize {
    let mut from = at;
    while from >= 2
        && at - from < SPAN
        && page.is(from - 1, '-')
        && page.at(from - 1).glued
        && page.is_word(from - 2)
        && page.is_free(from - 2)
    {
        from -= 2;
    }
    from
}
