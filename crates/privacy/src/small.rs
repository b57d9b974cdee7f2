//! Names in texts without capitals, where every word may be one.
//!
//! A word that the lists know as nothing but a name is one. What no list knows is one when it sounds like a name and stands where
//! somebody is meant; the surer the place, the less it has to sound like one.

use crate::class::{
    BIRTH, BOTH, DOES, EPONYM_HEAD, FAMILY, GIVEN, KIN, PARTICLE, PLACE, PLACE_HEAD, ROLE, UNIT, VERB, WEAK,
    WORD,
};
use crate::finding::{Certainty, Kind, Reason};
use crate::names::{acts, is_after_article, is_in};
use crate::near;
use crate::page::Page;
use crate::sound;
use crate::surnames::{self, Proof};
use crate::token::Shape;
use crate::typos;

/// A given name must mean nothing else, or stand beside a surname or another name.
pub(crate) fn small(page: &Page<'_>, at: usize, named: bool) -> Option<(Certainty, Reason)> {
    let grammar = page.has(at, VERB | PARTICLE | PLACE_HEAD | UNIT | EPONYM_HEAD);
    if grammar && !page.has(at, GIVEN) {
        return None;
    }
    let token = page.at(at);
    let next = at + 1;
    let surname = has_surname(page, next);
    let is_joined = page.says(next, &["en"]) || page.is(next, ',') && page.is_any(at.wrapping_sub(1), "(:");
    let paired = page.says(at.wrapping_sub(1), &["en"])
        && page.kind(at.wrapping_sub(2)) == Some(Kind::Person)
        || is_joined && page.has(next + 1, GIVEN) && !page.has(next + 1, WORD | PLACE);
    if page.has(at, GIVEN) && !page.has(at, WORD) {
        let town = page.has(at, PLACE) && is_in(page, at);
        let fine = !town
            && !grammar
            && (token.length >= 4 || acts(page, at) || surname || paired || !page.has(at, FAMILY));
        return fine.then_some((Certainty::Likely, Reason::GivenName));
    }
    let told = page.is(next, '(') && page.at(next + 1).shape == Shape::Number
        || page.is(next, ',')
            && !(page.is(at.wrapping_sub(1), ',') && page.kind(at.wrapping_sub(2)) == Some(Kind::Person))
            && page.number(next + 1).is_some_and(|age| age > 1 && age <= 110)
            && (page.is(next + 2, ',') || page.says(next + 2, &["jaar", "jr"]))
        || page.says(next, &["is", "was", "wordt"])
            && page.number(next + 1).is_some_and(|age| (18..=110).contains(&age))
            && !page.has(next + 2, UNIT)
        || token.opens && page.says(next, &["uit"]) && page.phrase(next + 1, PLACE).is_some();
    let begins = token.opens && acts(page, at) && !surnames::is_adverb(page, at) && !page.has(at, PARTICLE);
    let both = page.has(at, BOTH)
        && !surnames::is_adverb(page, at)
        && !page.has(at, VERB)
        && (begins || surname && !is_after_article(page, at) || paired);
    let weak = page.has(at, WEAK)
        && !page.has(at, PLACE)
        && (surname
            || paired
            || told
            || token.length >= 4
                && (acts(page, at)
                    || named
                        && !is_after_article(page, at)
                        && (follows(page, at) || is_somebody_place(page, at))));
    // "wijnand zwaagstra", "voor teus, dat": a surname that may be a given name as well.
    let family = page.has(at, FAMILY)
        && !page.has(at, WORD | PLACE | GIVEN)
        && token.length >= 4
        && (surname || named && !is_after_article(page, at) && is_somebody_place(page, at));
    let is_new = unknown(page, at, (told, paired, surname), named);
    (both || weak || family || is_new).then_some((Certainty::Perhaps, Reason::GivenName))
}

/// A surname that is nothing else, or one behind the small words that only surnames begin with.
fn has_surname(page: &Page<'_>, next: usize) -> bool {
    if page.at(next).line {
        return false;
    }
    page.has(next, FAMILY) && !page.has(next, WORD | VERB)
        || page.has(next, PARTICLE)
            && !page.has(next, PLACE_HEAD)
            && page.has(next + 1, FAMILY)
            && page.is_word(next + 1)
        || page.says(next, &["van"])
            && (page.has(next + 1, PARTICLE) && page.has(next + 2, FAMILY)
                || page.has(next + 1, FAMILY) && !page.has(next + 1, WORD))
}

/// Before it stands what stands before people.
fn follows(page: &Page<'_>, at: usize) -> bool {
    let back = at.wrapping_sub(1);
    let is_quote = page.is_any(back, "\"“„'‘") && page.is(back.wrapping_sub(1), ':');
    page.says(back, near::BEFORE_PEOPLE)
        || page.has(back, VERB) && page.is_word(back)
        || page.has(back, KIN | ROLE)
        || is_quote
        || page.is_any(back, ":(") && page.has(back.wrapping_sub(1), KIN | ROLE | WORD)
        || page.is(back, ',') && page.has(back.wrapping_sub(1), KIN | ROLE)
}

/// Before and after it stands what stands beside people.
fn is_somebody_place(page: &Page<'_>, at: usize) -> bool {
    let after = page.at(at + 1);
    let follows = follows(page, at);
    let closes = after.line
        || matches!(after.shape, Shape::Mark(_) | Shape::Outside)
        || after.classes & (VERB | DOES | PLACE_HEAD) != 0
        || page.says(at + 1, near::AFTER_NAMES);
    follows && closes
        || page.at(at).opens && (acts(page, at) || page.is(at + 1, ','))
        || follows && page.at(at).line
}

/// A word of no list.
fn unknown(page: &Page<'_>, at: usize, (told, paired, surname): (bool, bool, bool), named: bool) -> bool {
    let token = page.at(at);
    if token.classes & !(crate::class::PHRASE | WEAK) != 0 || !(3..=13).contains(&token.length) {
        return false;
    }
    let hangs = page.stem(at) & !(GIVEN | WEAK | FAMILY) != 0
        || token.glued && page.is_any(at.wrapping_sub(1), "-/@._")
        || page.at(at + 1).glued && page.is_any(at + 1, "-/@_&")
        || page.at(at + 1).glued && page.at(at + 1).shape == Shape::Number;
    if hangs {
        return false;
    }
    let next = at + 1;
    let several = page.is(next + 1, '(')
        && page.is_word(next)
        && !page.has(next, WORD)
        && !page.at(next).line
        && page.at(next + 2).shape == Shape::Number;
    // "josefien stigter, radjesh uit beugen": one more in a row.
    let listed = page.is(at.wrapping_sub(1), ',')
        && !(page.is(next, ',') && page.at(next + 1).shape == Shape::Number)
        && page.kind(at.wrapping_sub(2)) == Some(Kind::Person);
    if is_told_row(page, at) {
        return true;
    }
    // "maar bets moerkerk vindt": two in a row, and then what people do.
    let double = is_stranger(page, next)
        && (page.has(next + 1, VERB | DOES)
            || page.is_any(next + 1, ",.)")
            || page.says(next + 1, near::AFTER_NAMES));
    let wanted = if told || paired || several || double {
        -4
    } else if surname || listed {
        0
    } else if is_after_article(page, at) {
        return false;
    } else if token.opens && acts(page, at) {
        if named { 0 } else { 4 }
    } else if !named {
        return false;
    } else if is_somebody_place(page, at) {
        2
    } else {
        6
    };
    let likeness = sound::likeness(page.word(at));
    token.length >= 4
        && likeness >= wanted
        && (paired && likeness >= 0 || !typos::is_compound(page.word(at)))
        && (likeness >= 7 || paired && likeness >= 0 || !typos::is_typo(page.word(at)))
}

/// "galitje wiersma, 36 jaar", "jafassa brunsberg ruisingveld, geboren": two or three that nobody knows, and then how old.
fn is_told_row(page: &Page<'_>, at: usize) -> bool {
    let is_strange = |at: usize| {
        page.is_word(at)
            && page.at(at).classes & !(crate::class::PHRASE | FAMILY | WEAK | PARTICLE) == 0
            && !page.at(at).line
    };
    let row = (1..4).take_while(|far| is_strange(at + far)).count();
    let end = at + row + 1;
    row > 0
        && page.is_any(end, ",(")
        && (page.has(end + 1, BIRTH)
            || page.at(end + 1).shape == Shape::Number && page.at(end + 1).length <= 2)
}

/// A word of no list that is no slip either: behind another one a surname.
fn is_stranger(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    let is_known = token.classes & !(crate::class::PHRASE | FAMILY | WEAK) != 0;
    token.shape == Shape::Word
        && !is_known
        && !token.line
        && (5..=16).contains(&token.length)
        && (page.has(at, FAMILY | WEAK)
            || !typos::is_typo(page.word(at)) && !typos::is_compound(page.word(at)))
}

/// "van der", "van 't", "ten": no sentence goes on like this.
fn starts_surname(page: &Page<'_>, at: usize) -> bool {
    let sure = &["der", "den", "'t", "ten", "ter", "el", "ait", "ben", "oulad"];
    page.says(at, sure) && !page.at(at).line
        || page.says(at, &["van", "in", "op", "uit"]) && page.says(at + 1, sure)
}

/// Behind a given name a word of no list that can be a surname.
fn is_small_stranger(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    page.is_word(at)
        && page.is_free(at)
        && !token.line
        && token.classes & !crate::class::PHRASE == 0
        && (4..=16).contains(&token.length)
        && sound::likeness(page.word(at)) >= -3
        && !typos::is_typo(page.word(at))
        && !typos::is_compound(page.word(at))
}

/// Where a name without capitals ends that goes on at a token, when what goes on is no surname of the lists.
pub(crate) fn small_rest(page: &Page<'_>, at: usize, to: usize, proof: Proof) -> Option<usize> {
    if proof == Proof::Name && is_small_stranger(page, to) {
        return Some(to + 1 + usize::from(is_small_stranger(page, to + 1)));
    }
    let is_number = |at: usize| page.at(at).shape == Shape::Number;
    let core = surnames::particles(page, to);
    let is_part = |at: usize| page.is_word(at) && page.is_free(at) && !page.at(at).line;
    // "abdellatif van houten, 90"
    let is_told_of =
        core > to && page.is(core + 1, ',') && is_number(core + 2) && page.says(to, &["van", "de"]);
    // "nour van 't veer": these only begin surnames.
    let is_begun = page.has(at, GIVEN | WEAK) && starts_surname(page, to);
    if core > to && is_part(core) && (is_told_of || is_begun) {
        return Some(core + 1);
    }
    // "sharona kraan, geboren": told like a name.
    let is_told = page.is_any(to + 1, ",(") && (page.has(to + 2, BIRTH) || is_number(to + 2));
    let is_name =
        is_part(to) && page.at(to).length >= 3 && !page.has(to, VERB | PARTICLE | PLACE_HEAD | KIN | ROLE);
    (is_told && is_name).then_some(to + 1)
}
