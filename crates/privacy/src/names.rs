//! People whom nobody announces: given names, surnames, and words with a capital that act like somebody.

use crate::class::{
    BOTH, CARE, EPONYM, EPONYM_HEAD, EPONYM_TAIL, FAMILY, GIVEN, INST_NAME, INST_TYPE, KIN, MEDICINE, MONTH,
    PARTICLE, PLACE, PLACE_HEAD, PRONOUN, PROPER, PROPER_NAME, ROLE, TITLE, UNIT, VERB, WEAK, WEEKDAY, WORD,
};
use crate::finding::{Certainty, Kind, Reason};
use crate::near;
use crate::page::Page;
use crate::people;
use crate::surnames::{self, Proof};
use crate::token::Shape;
use crate::typos;

/// Finds them.
pub(crate) fn find(page: &mut Page<'_>) {
    let mut at = 0;
    while at < page.len() {
        let token = page.at(at);
        if token.shape == Shape::Word && page.is_free(at) {
            // A saying with a name in it is passed over whole.
            if let Some(end) = saying(page, at) {
                at = end;
                continue;
            }
            let may = if page.caseless {
                !page.has(at, WORD) || page.has(at, BOTH | FAMILY)
            } else {
                token.capital || page.has(at, GIVEN)
            };
            if may
                && !is_eponym(page, at)
                && !is_compound(page, at)
                && let Some((certainty, reason)) = judge(page, at)
            {
                let proof = if reason == Reason::GivenName || reason == Reason::Behaviour {
                    Proof::Name
                } else {
                    Proof::Role
                };
                let to = rest(page, at, proof);
                let from = before(page, at);
                people::claim(page, from, to, certainty, reason, None);
                at = to;
                continue;
            }
        }
        at += 1;
    }
}

fn saying(page: &Page<'_>, at: usize) -> Option<usize> {
    let token = page.at(at);
    if !token.capital && !page.caseless && token.length < 5 {
        return None;
    }
    page.phrase(at, PROPER_NAME | CARE | ROLE | INST_TYPE)
        .filter(|end| *end > at + 1)
}

/// Where a name ends whose first word is certain.
fn rest(page: &Page<'_>, at: usize, proof: Proof) -> usize {
    let mut to = at + 1;
    // "Jan-Willem", "Anne-Marie".
    if page.is_any(to, "-")
        && page.at(to).glued
        && page.at(to + 1).glued
        && (page.is_capital(to + 1) || page.caseless && page.has(to + 1, GIVEN | FAMILY))
    {
        to += 2;
    }
    if page.at(to).line {
        return to;
    }
    let is_stranger =
        page.caseless && !page.has(to, WORD) && page.is_word(to) && page.is(to + 1, '(') && page.is_free(to);
    if is_stranger && !page.has(at, FAMILY) {
        return to + 1;
    }
    if proof == Proof::Name || page.has(at, FAMILY | GIVEN) {
        let starts = page.is_capital(to) || page.has(to, PARTICLE) || page.caseless && page.has(to, FAMILY);
        let is_particle_only = page.has(to, PARTICLE) && !page.is_capital(to) && page.has(to, PLACE_HEAD);
        let is_free_word = !page.caseless || page.has(to, FAMILY | PARTICLE);
        if starts
            && is_free_word
            && !page.at(to).opens
            && let Some(end) = surnames::name(page, to, Proof::Name)
        {
            let core_is_capital = (to..end).any(|at| page.is_capital(at)) || page.caseless;
            let is_town = is_particle_only && !page.has(end - 1, FAMILY)
                || page.says(to, &["in", "uit", "bij", "op", "te", "aan"]);
            if core_is_capital && !is_town && (!page.caseless || is_small_surname(page, to, end)) {
                return end;
            }
        }
    }
    to
}

/// "natasja de haas," is a name, "natasja van de administratie" and "ewa van de post het" are none.
fn is_small_surname(page: &Page<'_>, from: usize, end: usize) -> bool {
    let core = end - 1;
    let closes = page.at(end).line
        || matches!(page.at(end).shape, Shape::Mark(_) | Shape::Outside)
        || page.has(end, VERB);
    let article = page.says(core.wrapping_sub(1), &["de", "het", "'t"]);
    !page.has(from, PARTICLE)
        || !page.has(core, WORD)
        || page.has(core, FAMILY) && (!article || closes || core == from + 1)
        || closes && (core == from + 1 || !article)
}

/// A surname takes the small words before it along: "de Vries".
fn before(page: &Page<'_>, at: usize) -> usize {
    let mut from = at;
    if !page.has(at, FAMILY) || page.has(at, GIVEN) || page.caseless {
        return from;
    }
    while from > 0
        && at - from < 4
        && page.is_free(from - 1)
        && page.is_capital(from - 1)
        && page.has(from - 1, PARTICLE)
        && !page.at(from - 1).opens
    {
        from -= 1;
    }
    from
}

/// "ziekte van Parkinson", "Barthel-index", "de roos van Leary", "cyste van Baker".
fn is_eponym(page: &Page<'_>, at: usize) -> bool {
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
fn is_compound(page: &Page<'_>, at: usize) -> bool {
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

/// Whether a word is somebody, and how sure that is.
fn judge(page: &Page<'_>, at: usize) -> Option<(Certainty, Reason)> {
    let token = page.at(at);
    let never = CARE | MEDICINE | TITLE | ROLE | UNIT | MONTH | WEEKDAY | INST_TYPE | PRONOUN | KIN;
    // "jan" is a month only beside a number.
    let is_jan = page.says(at, &["jan"])
        && page.at(at.wrapping_sub(1)).shape != Shape::Number
        && page.at(at + 1).shape != Shape::Number;
    if token.length < 2
        || page.has(at, PARTICLE) && !page.has(at, GIVEN)
        || page.has(at, never) && !is_jan
        || page.has(at, PROPER) && !page.has(at, GIVEN)
    {
        return None;
    }
    if page.caseless {
        return small(page, at);
    }
    if !token.capital {
        // A name that is nothing else, typed in haste.
        let is_name = page.has(at, GIVEN)
            && !page.has(at, WORD | PLACE | VERB | PARTICLE | FAMILY | EPONYM_HEAD)
            && token.length >= 4;
        return is_name.then_some((Certainty::Perhaps, Reason::GivenName));
    }
    if token.shout && token.length <= 3 && !acts(page, at) {
        return None;
    }
    let town = page.has(at, PLACE) && is_in(page, at);
    if town {
        return None;
    }
    if page.has(at, GIVEN) {
        let plain = !page.has(at, BOTH)
            || !token.opens && !is_after_article(page, at)
            || token.opens && (acts(page, at) && !page.has(at, VERB | PARTICLE) || is_named(page, at));
        return plain.then_some((Certainty::Likely, Reason::GivenName));
    }
    if page.has(at, INST_NAME) && !acts(page, at) {
        return None;
    }
    // "Petra's", "Jans".
    let genitive =
        page.stem(at) & GIVEN != 0 && page.stem(at) & WORD == 0 && !page.has(at, WORD | PLACE | FAMILY);
    if genitive {
        return Some((Certainty::Likely, Reason::GivenName));
    }
    if page.has(at, FAMILY) && !(page.has(at, PLACE) && is_in(page, at)) {
        let fine = if token.opens {
            !page.has(at, WORD) && (acts(page, at) || is_named(page, at))
        } else {
            !page.has(at, WORD) || !is_after_article(page, at) && !is_quoted(page, at)
        };
        return fine.then_some((Certainty::Likely, Reason::Surname));
    }
    if page.has(at, WEAK) && !page.has(at, PLACE) {
        let fine = !token.opens && !token.shout || acts(page, at) || is_named(page, at);
        return fine.then_some((Certainty::Perhaps, Reason::GivenName));
    }
    unknown(page, at)
}

/// A word of no list that does what people do.
fn unknown(page: &Page<'_>, at: usize) -> Option<(Certainty, Reason)> {
    let token = page.at(at);
    let is_new = !page.has(at, WORD | PLACE | PROPER | EPONYM)
        && !token.shout
        && (3..=13).contains(&token.length)
        && page.at(at).classes & !(crate::class::PHRASE) == 0;
    if !is_new || has_inner_capital(page, at) {
        return None;
    }
    let paired = page.says(at + 1, &["en"]) && page.is_capital(at + 2) && page.has(at + 2, GIVEN)
        || page.says(at.wrapping_sub(1), &["en"]) && page.kind(at.wrapping_sub(2)) == Some(Kind::Person);
    let does = acts(page, at) && !page.says(at + 1, near::VERBS_OF_THINGS) && !is_after_article(page, at);
    let full = page.is_capital(at + 1) && page.has(at + 1, FAMILY) && !page.at(at + 1).line
        || page.has(at + 1, PARTICLE)
            && page.is_capital(at + 2)
            && page.has(at + 2, FAMILY)
            && !page.has(at + 1, PLACE_HEAD);
    let told = page.is(at + 1, '(') && page.at(at + 2).shape == Shape::Number && page.at(at + 2).length <= 2;
    let other = page.at(at + 1);
    let full = full || is_name_like(page, at + 1) && other.length >= 4;
    let scale = (1..4).any(|next| page.has(at + next, EPONYM_TAIL) && page.is_capital(at + next));
    if scale {
        return None;
    }
    (paired || does || full || told).then_some((Certainty::Perhaps, Reason::Behaviour))
}

/// "`ChipSoft`", "BeterDichtbij": products.
fn has_inner_capital(page: &Page<'_>, at: usize) -> bool {
    page.word(at).chars().skip(1).any(char::is_uppercase)
}

/// The next word tells what somebody does.
fn acts(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    page.has(next, VERB) && !page.at(next).line && !page.is_capital(next)
}

/// A surname, a number of years, or another name follows.
fn is_named(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    let surname = is_name_like(page, next)
        || page.has(next, PARTICLE) && !page.has(next, PLACE_HEAD) && page.is_capital(next + 1);
    let age = page.is(next, '(') && page.at(next + 1).shape == Shape::Number
        || page.is(next, ',') && page.at(next + 1).shape == Shape::Number;
    let pair = page.says(next, &["en"]) && page.has(next + 1, GIVEN) && page.is_capital(next + 1);
    let joined =
        page.is(next, '-') && page.at(next).glued && page.has(next + 1, FAMILY) && page.is_capital(next + 1);
    let closes = page.at(at).line && page.at(next).line && page.has(at, GIVEN) && at > 3;
    surname || age || pair || joined || closes
}

/// A word with a capital that can go on a name.
fn is_name_like(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    let known = page.has(at, FAMILY | GIVEN | WEAK);
    token.capital
        && !token.line
        && !token.opens
        && !token.shout
        && token.length >= 3
        && (known
            || !page.has(
                at,
                WORD | PROPER | CARE | MEDICINE | PLACE | ROLE | TITLE | INST_TYPE | EPONYM_TAIL,
            ) && !has_inner_capital(page, at))
}

fn is_after_article(page: &Page<'_>, at: usize) -> bool {
    page.says(at.wrapping_sub(1), near::ARTICLES)
}

fn is_quoted(page: &Page<'_>, at: usize) -> bool {
    page.is_any(at.wrapping_sub(1), "\"“„'‘")
}

fn is_in(page: &Page<'_>, at: usize) -> bool {
    page.says(at.wrapping_sub(1), near::PREPOSITIONS)
}

/// Without capitals a given name must mean nothing else, or stand beside a surname or another name.
fn small(page: &Page<'_>, at: usize) -> Option<(Certainty, Reason)> {
    let grammar = page.has(at, VERB | PARTICLE | PLACE_HEAD | UNIT | EPONYM_HEAD);
    if grammar && !page.has(at, GIVEN) {
        return None;
    }
    let token = page.at(at);
    let next = at + 1;
    let surname = page.has(next, FAMILY) && !page.has(next, WORD | VERB) && !page.at(next).line
        || page.has(next, PARTICLE)
            && !page.has(next, PLACE_HEAD)
            && page.has(next + 1, FAMILY)
            && page.is_word(next + 1)
        || page.says(next, &["van"])
            && (page.has(next + 1, PARTICLE) && page.has(next + 2, FAMILY)
                || page.has(next + 1, FAMILY) && !page.has(next + 1, WORD));
    let paired =
        page.says(at.wrapping_sub(1), &["en"]) && page.kind(at.wrapping_sub(2)) == Some(Kind::Person);
    if page.has(at, GIVEN) && !page.has(at, WORD) {
        let town = page.has(at, PLACE) && is_in(page, at);
        let fine = !town
            && !grammar
            && (token.length >= 4 || acts(page, at) || surname || paired || !page.has(at, FAMILY));
        return fine.then_some((Certainty::Likely, Reason::GivenName));
    }
    let told = page.is(next, '(') && page.at(next + 1).shape == Shape::Number;
    let begins = token.opens && acts(page, at) && !surnames::is_adverb(page, at) && !page.has(at, PARTICLE);
    let both = page.has(at, BOTH)
        && !surnames::is_adverb(page, at)
        && !page.has(at, VERB)
        && (begins || surname && !is_after_article(page, at) || paired);
    let weak = page.has(at, WEAK)
        && !page.has(at, PLACE | FAMILY)
        && (surname || paired || told || acts(page, at) && token.length >= 4);
    let unknown = !page.has(at, WORD)
        && token.classes & !crate::class::PHRASE == 0
        && token.length >= 4
        && (told || paired || page.is(next + 1, '('))
        && !typos::is_compound(page.word(at))
        && !typos::is_typo(page.word(at))
        && (paired
            || told
            || !page.has(next, WORD)
                && page.is_word(next)
                && !page.at(next).line
                && page.is(next + 1, '(')
                && page.at(next + 2).shape == Shape::Number);
    (both || weak || unknown).then_some((Certainty::Perhaps, Reason::GivenName))
}
