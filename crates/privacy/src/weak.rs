//! Words that are given names somewhere and mean something here: "Lotje", "Aad".

use crate::class::{CARE, DOES, EPONYM, EPONYM_TAIL, FAMILY, PHRASE, PLACE, PROPER, VERB, WEAK_WORD, WORD};
use crate::finding::Kind;
use crate::names::is_after_article;
use crate::near;
use crate::page::Page;

/// "De maten zijn Aad, Tiny en ik", "voor Lotje is": a usual word that is a name somewhere, with a capital where people stand.
pub(crate) fn is_weak_word(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    let back = at.wrapping_sub(1);
    let stands = page.says(back, near::BEFORE_PEOPLE)
        || page.has(back, VERB) && page.is_word(back) && !page.is_capital(back)
        || page.is(back, ',') && page.kind(back.wrapping_sub(1)) == Some(Kind::Person);
    page.has(at, WEAK_WORD)
        && !page.noisy
        && !token.opens
        && !token.shout
        && token.length >= 3
        && stands
        && !is_after_article(page, at)
        && !page.has(at, PLACE | PROPER | CARE | EPONYM)
        && !page.has(at + 1, EPONYM_TAIL)
        && (!page.is_capital(at + 1) || page.has(at + 1, FAMILY))
}

/// "Lotje Huang": a usual word with a capital inside a sentence, and a surname behind it.
pub(crate) fn is_full_name(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    page.has(at, WORD)
        && token.classes & !(WORD | DOES | PHRASE) == 0
        && !page.noisy
        && !token.opens
        && !is_after_article(page, at)
        && page.is_capital(at + 1)
        && page.has(at + 1, FAMILY)
        && !page.has(at + 1, WORD | PLACE)
}
