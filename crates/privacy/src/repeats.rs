//! What was found once is looked for everywhere: "mevrouw Wolf" on top makes "Wolf" further down a person.

use std::collections::BTreeMap;

use crate::class::{
    BOTH, CARE, FAMILY, GIVEN, KIN, MEDICINE, MONTH, OWN_HEAD, PARTICLE, PRONOUN, PROPER, ROLE, TITLE, VERB,
    WEAK, WEEKDAY, WORD,
};
use crate::finding::{Certainty, Kind, Reason, Suggestion};
use crate::page::Page;
use crate::people;
use crate::slip;

/// As many different names are compared with slips of the finger; more do not stand in one case.
const NAMES: usize = 48;

/// Finds them.
pub(crate) fn find(page: &mut Page<'_>) {
    let mut known: BTreeMap<u64, Kind> = BTreeMap::new();
    let mut names: Vec<String> = Vec::new();
    for at in 0..page.len() {
        let Some(kind @ (Kind::Person | Kind::Institution)) = page.kind(at) else {
            continue;
        };
        let token = page.at(at);
        if !page.is_word(at)
            || token.length < 3
            || page.has(at, PARTICLE | TITLE | ROLE | KIN)
            || kind == Kind::Institution
                && page.has(at, OWN_HEAD | crate::class::INST_SUFFIX | crate::class::PLACE)
        {
            continue;
        }
        if known.insert(token.hash.value(), kind).is_none()
            && kind == Kind::Person
            && token.length >= 5
            && names.len() < NAMES
        {
            names.push(page.word(at).to_lowercase());
        }
    }
    if known.is_empty() {
        return;
    }
    for at in 0..page.len() {
        let token = page.at(at);
        let may = if page.caseless {
            page.is_word(at) && (!page.has(at, WORD) || page.has(at, BOTH | FAMILY | WEAK))
        } else {
            token.capital
        };
        if may && page.is_free(at) {
            again(page, at, &known, &names);
        }
    }
}

fn again(page: &mut Page<'_>, at: usize, known: &BTreeMap<u64, Kind>, names: &[String]) {
    let token = page.at(at);
    let found = known.get(&token.hash.value()).copied();
    let kind = found.or_else(|| slipped(page, at, names).then_some(Kind::Person));
    let Some(kind) = kind.filter(|_| is_said(page, at)) else {
        return;
    };
    let mut from = at;
    while from > 0
        && at - from < 4
        && page.is_free(from - 1)
        && page.has(from - 1, PARTICLE)
        && page.is_capital(from - 1)
        && !page.at(from - 1).opens
    {
        from -= 1;
    }
    let mut to = at + 1;
    // "Jansen-Mulder", when only Jansen was known.
    let is_double = page.is(to, '-')
        && page.at(to).glued
        && page.at(to + 1).glued
        && page.is_word(to + 1)
        && page.is_free(to + 1);
    if is_double
        && (page.is_capital(to + 1) || page.caseless && (page.has(to + 1, FAMILY) || !page.has(to + 1, WORD)))
    {
        to += 2;
    }
    if kind == Kind::Person {
        people::claim(page, from, to, Certainty::Likely, Reason::Repeated, None);
    } else {
        page.suggest(
            from,
            at + 1,
            (kind, Certainty::Perhaps, Reason::Repeated),
            Suggestion::Organisation,
        );
    }
}

/// Whether the word is meant as a name here.
fn is_said(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    if page.has(at, CARE | MEDICINE | MONTH | WEEKDAY | PRONOUN)
        || page.has(at, PROPER) && !page.has(at, GIVEN | FAMILY)
    {
        return false;
    }
    let article = page.says(
        at.wrapping_sub(1),
        &["de", "het", "een", "deze", "die", "geen", "'t"],
    );
    if page.caseless {
        let plain = !page.has(at, WORD);
        return plain
            || page.has(at, BOTH | FAMILY | WEAK)
                && !article
                && !page.has(at, VERB | PARTICLE)
                && (page.has(at + 1, VERB) || page.at(at + 1).line || page.is_any(at + 1, ".,)!?"));
    }
    token.capital
        && (!token.opens || !page.has(at, WORD) || page.has(at + 1, VERB) || page.is_any(at + 1, ",("))
        && !(article && page.has(at, WORD))
}

/// A word of no list that is a found name but for one slip.
fn slipped(page: &Page<'_>, at: usize, names: &[String]) -> bool {
    let token = page.at(at);
    let is_new = token.classes & !crate::class::PHRASE == 0
        && token.length >= 5
        && token.length <= 16
        && (token.capital || page.caseless);
    is_new && {
        let word = page.word(at).to_lowercase();
        names.iter().any(|name| slip::is_slip(&word, name))
    }
}
