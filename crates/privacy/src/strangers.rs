//! People and places with names that are in no list.
//!
//! In a text that names people, a capital inside a sentence on a word that nobody knows is a name too. In a text that names nobody
//! it rather is a product, so there nothing is looked for.

use crate::class::{
    CARE, DOES, FAMILY, GIVEN, INST_TYPE, KIN, MEDICINE, PARTICLE, PLACE, PROPER, ROLE, TITLE, VERB, WEAK,
    WEAK_WORD, WORD,
};
use crate::finding::{Certainty, Kind, Reason, Suggestion};
use crate::near;
use crate::page::Page;
use crate::people;
use crate::sound;
use crate::surnames::{self, Proof};
use crate::token::Shape;
use crate::typos;

/// Finds them; runs when everybody else is known.
pub(crate) fn find(page: &mut Page<'_>) {
    if page.noisy || !page.names_somebody() {
        return;
    }
    for at in 0..page.len() {
        if !page.is_word(at) || !page.is_free(at) {
            continue;
        }
        if is_house(page, at) {
            page.suggest(
                at,
                at + 1,
                (Kind::Institution, Certainty::Perhaps, Reason::Situation),
                Suggestion::Organisation,
            );
        }
        if !is_stranger(page, at) {
            continue;
        }
        let is_name = if page.caseless {
            with_age(page, at)
        } else {
            page.is_capital(at) && (inside(page, at) || begins(page, at))
        };
        if is_name {
            let place = page.says(at.wrapping_sub(1), &["in", "te"]);
            let to = surnames::name(page, at, Proof::Name)
                .unwrap_or(at + 1)
                .max(at + 1);
            if place {
                page.suggest(
                    at,
                    at + 1,
                    (Kind::Place, Certainty::Perhaps, Reason::Situation),
                    Suggestion::Region,
                );
            } else {
                people::claim(page, at, to, Certainty::Perhaps, Reason::Behaviour, None);
            }
        }
    }
}

/// "Ze ligt in Avondrust": a usual word with a capital where somebody goes or lies.
fn is_house(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    if !token.capital || page.caseless {
        return false;
    }
    let is_plain = token.classes & !(WORD | crate::class::PHRASE | crate::class::STREET | FAMILY | DOES) == 0
        && page.has(at, WORD | crate::class::STREET);
    let is_there = page.says(at.wrapping_sub(1), &["in", "naar", "bij", "uit", "vanuit"])
        || page.says(at.wrapping_sub(1), &["van", "voor", "binnen", "team", "locatie"])
            && page.ends(at, near::HOUSE_ENDINGS);
    let is_there = is_there && !page.is_capital(at.wrapping_sub(1));
    !token.shout
        && !token.opens
        && token.length >= 5
        && is_plain
        && is_there
        && !page.is_capital(at + 1)
        && !(page.is(at + 1, '-') && page.at(at + 1).glued)
}

/// A word of no list that looks like a name.
fn is_stranger(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    let is_weak = page.has(at, WEAK_WORD)
        && token.opens
        && token.classes & !(WORD | WEAK_WORD | DOES | crate::class::PHRASE) == 0;
    let compound = page.is(at + 1, '-') && page.at(at + 1).glued
        || token.glued && page.is_any(at.wrapping_sub(1), "-./@_");
    // A surname alone at the end: whoever wrote it.
    let signs = page.at(at + 1).line
        && token.opens
        && page.has(at, FAMILY | WEAK)
        && token.classes & !(FAMILY | WEAK | crate::class::PHRASE) == 0;
    (is_weak && page.is(at + 1, ',') || signs || token.classes & !crate::class::PHRASE == 0)
        && (3..=13).contains(&token.length)
        && !token.shout
        && !compound
        && page.at(at + 1).shape != Shape::Number
        && page.stem(at) & !GIVEN == 0
        && !page.word(at).chars().skip(1).any(char::is_uppercase)
}

/// With a capital inside a sentence, and no article that makes it a thing.
fn inside(page: &Page<'_>, at: usize) -> bool {
    let thing = page.says(at.wrapping_sub(1), near::THING_HEADS);
    let quoted = page.is_any(at.wrapping_sub(1), "\"“„'‘");
    !page.at(at).opens && !thing && !quoted
}

/// At the beginning of a sentence: somebody who acts, is told the age of, or stands beside somebody.
fn begins(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    // "Lotje, de oudste dochter, vroeg".
    let role = page.is(next, ',')
        && (page.has(next + 1, ROLE | KIN)
            || page.says(next + 1, &["de", "het", "onze", "mijn", "haar", "zijn", "een"])
                && (page.has(next + 2, ROLE | KIN) || page.has(next + 3, ROLE | KIN)));
    let pair = page.says(next, &["en"])
        && page.is_capital(next + 1)
        && !page.has(
            next + 1,
            WORD | PLACE | PROPER | CARE | MEDICINE | ROLE | TITLE | INST_TYPE,
        );
    let surname = page.has(next, PARTICLE) && page.is_capital(next + 1)
        || page.says(next, &["van"]) && page.has(next + 1, PARTICLE) && page.is_capital(next + 2);
    // Alone on the last line, or after the last full stop: whoever wrote it.
    let line = page.at(next).line && at > 8;
    let is_role = |at: usize| page.has(at, ROLE | KIN) && page.is_word(at);
    let mail = page.is(next, '(')
        && (page.at(next + 1).shape == Shape::Number
            || page.kind(next + 1).is_some()
            || is_role(next + 1)
            || page.is_word(next + 1) && is_role(next + 2));
    // "Afwezig: Reinou."
    let named = page.is(at.wrapping_sub(1), ':') && (page.is_any(next, ".,;") || page.at(next).line);
    let named = named && sound::likeness(page.word(at)) >= 0 && !typos::is_typo(page.word(at));
    let sounds = sound::likeness(page.word(at));
    let acts = page.has(next, VERB | DOES)
        && !page.at(next).line
        && sounds
            >= if page.says(next, near::VERBS_OF_THINGS) {
                3
            } else {
                -2
            }
        && !typos::is_typo(page.word(at))
        && !typos::is_compound(page.word(at));
    // "Soenil hefet het": sounds like nothing else.
    let alone = sounds >= 5
        && page.is_word(next)
        && !page.is_capital(next)
        && !page.at(next).line
        && !typos::is_typo(page.word(at))
        && !typos::is_compound(page.word(at));
    let row = page.is(at.wrapping_sub(1), ':') && page.is(next, ',') && page.is_capital(next + 1);
    role || alone || named || row || pair || surname || line || mail || acts
}

/// Two words that nobody knows and then an age: "dat was galitje wiersma, 36 jaar".
fn with_age(page: &Page<'_>, at: usize) -> bool {
    let next = at + 1;
    let last = next + usize::from(page.has(next, PARTICLE));
    let several = page.is_word(last)
        && !page.has(last, WORD)
        && !page.at(last).line
        && page.is_any(last + 1, ",(")
        && page.at(last + 2).shape == Shape::Number
        && page.at(last + 2).length <= 2;
    several && !typos::is_typo(page.word(at))
}

impl Page<'_> {
    /// Whether somebody is named. One name that stands alone may be a brand ("de tillift van Arjo"), so it needs two, or one
    /// behind a title, a role or initials.
    pub(crate) fn names_somebody(&self) -> bool {
        let proof = |reason: Reason| match reason {
            Reason::Surname => 0,
            Reason::Behaviour | Reason::Repeated => 1,
            _ => 2,
        };
        let people = self
            .findings()
            .iter()
            .filter(|finding| finding.kind == Kind::Person);
        people
            .map(|finding| {
                if finding.certainty == Certainty::Perhaps {
                    1
                } else {
                    proof(finding.reason)
                }
            })
            .sum::<u32>()
            >= 2
    }
}
