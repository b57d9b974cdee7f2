//! People whom nobody announces: given names, surnames, and words with a capital that act like somebody.

use crate::class::{
    BOTH, CARE, DOES, EPONYM, EPONYM_HEAD, EPONYM_TAIL, FAMILY, GIVEN, INST_NAME, INST_TYPE, KIN, MEDICINE,
    MONTH, PARTICLE, PLACE, PLACE_HEAD, PRONOUN, PROPER, PROPER_NAME, ROLE, TITLE, UNIT, VERB, WEAK, WEEKDAY,
    WORD,
};
use crate::eponyms::{is_compound, is_eponym};
use crate::finding::{Certainty, Kind, Reason};
use crate::near;
use crate::page::Page;
use crate::people;
use crate::small::{small, small_rest};
use crate::sound;
use crate::surnames::{self, Proof};
use crate::token::Shape;
use crate::typos;
use crate::weak::{is_full_name, is_weak_word};

/// Finds them. What proves little alone (a surname, a name from elsewhere) counts in a text that names somebody all the same; in
/// others it is a brand as often.
pub(crate) fn find(page: &mut Page<'_>) {
    pass(page, false);
    if page.names_somebody() {
        pass(page, true);
    }
}

fn pass(page: &mut Page<'_>, named: bool) {
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
                && let Some((certainty, reason)) = judge(page, at, named)
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
    if !token.capital && (!page.caseless && token.length < 5 || token.classes & crate::class::PHRASE == 0) {
        return None;
    }
    // "in sint odiliënberg": a place is read as a whole.
    let back = at.wrapping_sub(1);
    let places = if page.has(back, PLACE_HEAD) && page.is_word(back) {
        PLACE
    } else {
        0
    };
    page.phrase(at, PROPER_NAME | CARE | ROLE | INST_TYPE | places)
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
    if page.caseless
        && let Some(end) = small_rest(page, at, to, proof)
    {
        return end;
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

/// Whether a word is somebody, and how sure that is.
fn judge(page: &Page<'_>, at: usize, named: bool) -> Option<(Certainty, Reason)> {
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
    // "De leverancier, Brady, levert": a firm.
    let back = at.wrapping_sub(1);
    let head = back.wrapping_sub(usize::from(page.is(back, ',')));
    if page.says(head, near::FIRMS) {
        return None;
    }
    if page.caseless {
        return small(page, at, named);
    }
    if !token.capital {
        // A name that is nothing else, typed in haste.
        let is_name = named
            && page.has(at, GIVEN)
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
            || token.opens
                && (acts(page, at) && !page.has(at, VERB | PARTICLE) && !surnames::is_adverb(page, at)
                    || is_named(page, at));
        return plain.then_some((Certainty::Likely, Reason::GivenName));
    }
    if page.has(at, INST_NAME) && !acts(page, at) {
        return None;
    }
    from_elsewhere(page, at, named)
}

/// A surname, a name from elsewhere, or a word of no list.
fn from_elsewhere(page: &Page<'_>, at: usize, named: bool) -> Option<(Certainty, Reason)> {
    let token = page.at(at);
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
        let shown = named || acts(page, at) || is_named(page, at);
        return (fine && shown).then_some((Certainty::Likely, Reason::Surname));
    }
    if page.has(at, WEAK) && !page.has(at, PLACE) {
        let fine = named && !token.opens && !token.shout || acts(page, at) || is_named(page, at);
        return fine.then_some((Certainty::Perhaps, Reason::GivenName));
    }
    if named && is_weak_word(page, at) {
        return Some((Certainty::Perhaps, Reason::GivenName));
    }
    if is_full_name(page, at) {
        return Some((Certainty::Perhaps, Reason::Behaviour));
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
    let second = page.says(at + 1, &["en"]) && page.is_capital(at + 2);
    let paired = second
        && (page.has(at + 2, GIVEN) || token.opens && is_name_like(page, at + 2) && is_couple(page, at + 2))
        || page.says(at.wrapping_sub(1), &["en"]) && page.kind(at.wrapping_sub(2)) == Some(Kind::Person);
    let sounds = sound::likeness(page.word(at));
    let does = acts(page, at)
        && (!page.says(at + 1, near::VERBS_OF_THINGS) && sounds >= -2 || sounds >= 4)
        && !is_after_article(page, at)
        && !(page.is_capital(at.wrapping_sub(1)) && page.kind(at.wrapping_sub(1)).is_none())
        && !page.ends(at, near::ENGLISH_ENDINGS)
        && !typos::is_typo(page.word(at));
    let full = page.is_capital(at + 1) && page.has(at + 1, FAMILY) && !page.at(at + 1).line
        || page.has(at + 1, PARTICLE)
            && page.is_capital(at + 2)
            && page.has(at + 2, FAMILY)
            && !page.has(at + 1, PLACE_HEAD);
    let told = page.is_any(at + 1, "(,")
        && page.number(at + 2).is_some_and(|age| age > 1 && age <= 110)
        && (page.is_any(at + 3, ",)") || page.says(at + 3, &["jaar", "jr"]))
        || page.is(at + 1, '(') && page.at(at + 2).shape == Shape::Number && page.at(at + 2).length <= 2;
    let other = page.at(at + 1);
    // "Piotrek Veenhuizen is", "Watse is 62 en": a town behind it, an age.
    let town =
        page.is_capital(at + 1) && page.has(at + 1, PLACE) && !page.has(at + 1, WORD) && acts(page, at + 1);
    let aged = page.says(at + 1, &["is", "was", "wordt"])
        && page.number(at + 2).is_some_and(|age| (18..=110).contains(&age))
        && !page.has(at + 3, UNIT);
    let full = full
        || town
        || aged
        || is_name_like(page, at + 1) && other.length >= 4 && !page.ends(at + 1, near::ENGLISH_ENDINGS);
    let scale = (1..4).any(|next| page.has(at + next, EPONYM_TAIL) && page.is_capital(at + next));
    if scale {
        return None;
    }
    (paired || does || full || told).then_some((Certainty::Perhaps, Reason::Behaviour))
}

/// The second of two at the beginning of a sentence: with a surname, or both do something.
fn is_couple(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    is_name_like(page, next)
        || page.has(next, PARTICLE) && page.is_capital(next + 1)
        || page.says(
            next,
            &[
                "zijn", "waren", "hebben", "hadden", "wonen", "woonden", "komen", "kwamen",
            ],
        ) && sound::likeness(page.word(at)) >= -2
}

/// "`ChipSoft`", "BeterDichtbij": products.
fn has_inner_capital(page: &Page<'_>, at: usize) -> bool {
    page.word(at).chars().skip(1).any(char::is_uppercase)
}

/// The next word tells what somebody does.
pub(crate) fn acts(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    page.has(next, VERB | DOES) && !page.at(next).line && !page.is_capital(next)
}

/// A surname, a number of years, or another name follows.
fn is_named(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    let surname = is_name_like(page, next)
        || page.has(next, PARTICLE) && !page.has(next, PLACE_HEAD) && page.is_capital(next + 1);
    let age = page.is(next, '(') && page.at(next + 1).shape == Shape::Number
        || page.is(next, ',') && page.at(next + 1).shape == Shape::Number;
    let pair = page.says(next, &["en"])
        && page.is_capital(next + 1)
        && (page.has(next + 1, GIVEN)
            || is_name_like(page, next + 1) && sound::likeness(page.word(next + 1)) >= 2);
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

pub(crate) fn is_after_article(page: &Page<'_>, at: usize) -> bool {
    page.says(at.wrapping_sub(1), near::ARTICLES)
}

fn is_quoted(page: &Page<'_>, at: usize) -> bool {
    page.is_any(at.wrapping_sub(1), "\"“„'‘")
}

pub(crate) fn is_in(page: &Page<'_>, at: usize) -> bool {
    page.says(at.wrapping_sub(1), near::PREPOSITIONS)
}
