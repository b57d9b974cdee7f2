//! Names of people in the names of diseases, tests and methods, which name nobody here.

use crate::class::{EPONYM, EPONYM_HEAD, EPONYM_TAIL, GIVEN, KIN, PARTICLE, ROLE};
use crate::finding::Kind;
use crate::page::Page;

/// "ziekte van Parkinson", "Barthel-index", "de roos van Leary", "cyste van Baker".
pub(crate) fn is_eponym(page: &Page<'_>, at: usize) -> bool {
    let back = at.wrapping_sub(1);
    let head = if page.says(back, &["van", "de", "volgens", "naar", "der"]) {
        back.wrapping_sub(1)
    } else {
        back
    };
    let head = if page.says(head, &["van"]) {
        head.wrapping_sub(1)
    } else {
        head
    };
    let is_headed = page.is_word(head)
        && page.has(head, EPONYM_HEAD)
        && (head < back || page.has(at, EPONYM) || !page.has(head, ROLE | KIN));
    let joined = at + 1 + usize::from(page.is_any(at + 1, "-–"));
    let is_tailed =
        page.has(joined, EPONYM_TAIL) && !page.at(joined).line && (page.has(at, EPONYM) || joined > at + 1);
    // "Barthel 9", "Katz-6".
    let is_scored = page.has(at, EPONYM) && !page.has(at, GIVEN);
    is_headed || is_tailed || is_scored
}

/// "Jip-en-Janneketaal", "Bakker-cyste": a capital and then a small word that hangs to it.
pub(crate) fn is_compound(page: &Page<'_>, at: usize) -> bool {
    let after = page.is(at + 1, '-')
        && page.at(at + 1).glued
        && page.at(at + 2).glued
        && page.is_word(at + 2)
        && !page.is_capital(at + 2)
        && !page.caseless
        && !page.has(at + 2, PARTICLE);
    let inside = page.at(at).glued
        && page.is(at.wrapping_sub(1), '-')
        && page.at(at.wrapping_sub(1)).glued
        && page.is_word(at.wrapping_sub(2));
    after || inside && page.kind(at.wrapping_sub(2)) != Some(Kind::Person)
}
