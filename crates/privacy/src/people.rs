//! People who are announced: "mevrouw De Jong", "dochter Lisa", "A.W. van Dam", "Berends, J.H.", "mvg, Petra".

use crate::class::{
    AGE_HEAD, BOTH, CALLED, CARE, DOES, EPONYM, FAMILY, GIVEN, INST_NAME, INST_TYPE, KIN, MEDICINE, MONTH,
    PARTICLE, PLACE, PLACE_HEAD, PRONOUN, PROPER, PROPER_NAME, ROLE, SELF, TITLE, VERB, WEAK, WEEKDAY, WORD,
};
use crate::finding::{Certainty, Kind, Reason, Suggestion};
use crate::initials;
use crate::near;
use crate::page::Page;
use crate::sound;
use crate::surnames::{Proof, name, particles};
use crate::token::Shape;

/// Finds them.
pub(crate) fn find(page: &mut Page<'_>) {
    for at in 0..page.len() {
        if page.is_word(at) && page.is(at + 1, ',') && page.is_free(at) {
            initials::reversed(page, at);
        }
    }
    for at in 0..page.len() {
        if page.at(at).shape != Shape::Word {
            continue;
        }
        if page.is_free(at) && page.at(at).length <= 3 {
            initials::initials(page, at);
        }
        if page.has(at, TITLE) {
            announced(page, at, Proof::Title);
        } else if page.has(at, KIN | ROLE) || page.says(at, near::SOME) || is_role(page, at) {
            announced(page, at, Proof::Role);
        }
        if page.has(at, SELF) {
            greeting(page, at);
        }
        if page.has(at, CALLED) {
            called(page, at);
        }
    }
}

/// Professions that are in no list still end like one; asked only before a word that may be a name.
fn is_role(page: &Page<'_>, at: usize) -> bool {
    const ENDINGS: &[&str] = near::ROLE_ENDINGS;
    let token = page.at(at);
    let next = page.at(at + 1);
    let may_follow = next.capital || next.classes & (GIVEN | FAMILY | WEAK) != 0;
    token.length >= 7 && !token.shout && may_follow && { page.ends(at, ENDINGS) }
}

fn announced(page: &mut Page<'_>, head: usize, proof: Proof) {
    let mut at = head + 1;
    while at < head + 5
        && (page.is(at, '.') && page.at(at).glued && !page.at(at + 1).opens
            || page.has(at, TITLE) && !page.at(at).line && !(page.is_capital(at) && page.at(at).opens))
    {
        at += 1;
    }
    // "oom en tante Vos", "mijn vader (Piet)", "zoon: Dex", "haar zus, Riet,": brackets may stand between.
    let bracket = proof == Proof::Role && page.is_any(at, "(:\"“'‘");
    let aside = proof == Proof::Role && page.is(at, ',') && is_aside(page, at + 1);
    let at = at + usize::from(bracket || aside);
    // "de meneer van de ambulance": with an article a title is a word for somebody.
    let is_word_for_somebody = proof == Proof::Title
        && !page.is_capital(at)
        && page.says(head.wrapping_sub(1), near::ARTICLES)
        && page.has(at, PLACE_HEAD | PARTICLE)
        && page.says(at, &["van", "uit", "in", "op", "aan", "bij", "met"]);
    if is_word_for_somebody && page.says(at + 1, &["de", "het", "'t", "een"]) {
        return;
    }
    if page.at(at).line
        || !page.is_word(at)
        || proof == Proof::Title && page.at(at).opens && page.has(at, WORD) && !page.has(at, FAMILY)
    {
        return;
    }
    if proof == Proof::Role && (page.has(at, INST_TYPE) || page.at(at).opens && !bracket) {
        return;
    }
    let compound = page.is(at + 1, '-')
        && page.at(at + 1).glued
        && page.at(at + 2).glued
        && page.is_word(at + 2)
        && !page.is_capital(at + 2)
        && !page.caseless
        && !page.has(at + 2, PARTICLE);
    if compound {
        return;
    }
    if let Some(to) = name(page, at, proof) {
        let is_place =
            proof == Proof::Role && to == at + 1 && page.has(at, PLACE) && !page.has(at, FAMILY | GIVEN)
                || proof == Proof::Role && page.phrase(at, INST_NAME).is_some_and(|end| end > at + 1);
        if !is_place {
            claim(page, at, to, Certainty::Certain, Reason::AfterRole, Some(head));
        }
    }
}

/// "De wijkagent, Bron, wil", "haar nicht, Karin van der Molen, vindt": what stands between commas behind a role is its name.
fn is_aside(page: &Page<'_>, at: usize) -> bool {
    let never = PROPER | CARE | ROLE | KIN | TITLE | PRONOUN | MONTH | WEEKDAY | INST_TYPE;
    let from = particles(page, at);
    if page.at(at).line || !page.is_word(from) || page.has(from, never) && !page.has(from, GIVEN | FAMILY) {
        return false;
    }
    let mut to = from + 1;
    while to < from + 5
        && page.is_word(to)
        && !page.at(to).line
        && (page.is_capital(to) || page.has(to, PARTICLE) || page.caseless && !page.has(to, WORD))
    {
        to += 1;
    }
    let closes = page.is_any(to, ",(") && page.at(to).glued || page.is(to, '(');
    let acts = page.has(to, VERB | DOES) && !page.at(to).line;
    if page.caseless {
        let known = page.has(from, GIVEN | FAMILY | WEAK) && (!page.has(from, WORD) || from > at);
        let sounds = !page.has(from, WORD)
            && page.stem(from) & !GIVEN == 0
            && (to > from + 1 || sound::likeness(page.word(from)) >= 0);
        // "de arts, steenhuis, zei"
        let is_said = page.is(to, ',') && page.has(to + 1, VERB) && !page.has(from, WORD);
        return (closes || acts && from == to - 1) && (known || sounds || is_said);
    }
    let is_plain = page.has(from, WORD | PLACE) && from == at;
    page.is_capital(from)
        && (page.has(from, FAMILY | GIVEN) || page.stem(from) & (ROLE | KIN | TITLE | CARE | PROPER) == 0)
        && (!is_plain && (page.has(from, FAMILY | GIVEN) || page.stem(from) & !GIVEN == 0)
            || closes && !page.noisy && !page.has(from, PLACE))
}

/// "Mvg, Petra", "Hoi Kees,", "ik ben Soumaya", "groeten van Judith".
fn greeting(page: &mut Page<'_>, head: usize) {
    let mut at = head + 1;
    while at < head + 5
        && (page.is_any(at, ",.:!-–")
            || page.says(
                at,
                &["van", "is", "en", "de", "groet", "groeten", "namens", "uit"],
            ))
    {
        at += 1;
    }
    let is_weak = page.says(head, near::WEAK_SELF);
    let closing = page.at(at).line;
    // "Ik ben van Marokkaanse afkomst"
    if page.says(head, &["ik"]) && page.says(at, &["ben"]) {
        return;
    }
    if !page.is_word(at)
        || !page.is_free(at)
        || closing && is_weak
        || is_weak && !page.is_capital(at) && !page.has(at, GIVEN)
    {
        return;
    }
    let is_plain = page.has(at, WORD) && !page.has(at, BOTH)
        || page.has(at, PLACE | ROLE | KIN | TITLE | AGE_HEAD) && !page.has(at, GIVEN);
    let is_unknown = is_weak && !page.has(at, GIVEN | WEAK | FAMILY);
    if is_plain
        || is_unknown
        || page.caseless && is_weak && page.has(at, WORD)
        || page.says(at, &["wil", "door", "mens"])
    {
        return;
    }
    if let Some(to) = name(page, at, Proof::Greeting) {
        claim(page, at, to, Certainty::Likely, Reason::Announced, None);
    }
}

/// "Iedereen noemt hem Knoest", "bijnaam: Sjaak Afhaak": a nickname may be any word.
fn called(page: &mut Page<'_>, head: usize) {
    // "Het heet Ooit": a thing.
    if page.says(head, &["heet", "heette"]) && page.says(head.wrapping_sub(1), &["het", "dat", "dit", "wat"])
    {
        return;
    }
    let mut at = head + 1;
    while at < head + 4 && (page.is_any(at, ":\"“'‘") || page.says(at, near::CALLED_FILLERS)) {
        at += 1;
    }
    let is_name = page.is_capital(at)
        && !page.caseless
        && !page.noisy
        && page.is_free(at)
        && !page.at(at).line
        && !page.at(at).shout
        && !page.has(at, TITLE | PRONOUN | PROPER | CARE | EPONYM | ROLE | MEDICINE);
    if is_name
        && !(page.at(at).opens && page.has(at, WORD) && !page.is_any(at.wrapping_sub(1), "\"“'‘"))
        && page.phrase(at, PROPER_NAME | CARE).is_none()
    {
        claim(page, at, at + 1, Certainty::Perhaps, Reason::Announced, None);
    }
}

/// Notes a person; what could stand there is the role, when there is one.
pub(crate) fn claim(
    page: &mut Page<'_>,
    from: usize,
    to: usize,
    certainty: Certainty,
    reason: Reason,
    role: Option<usize>,
) -> bool {
    let suggestion = role
        .filter(|role| page.has(*role, ROLE | KIN))
        .map_or(Suggestion::Somebody, |role| {
            let token = page.at(role);
            Suggestion::Word(token.start..token.end)
        });
    page.suggest(from, to, (Kind::Person, certainty, reason), suggestion)
}
