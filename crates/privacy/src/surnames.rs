//! Reading a name from where it begins: initials, given names, small words, surnames with hyphens.

use crate::class::{
    BOTH, CARE, Classes, FAMILY, GIVEN, INST_NAME, INST_TYPE, KIN, MEDICINE, MONTH, NUMBER_WORD, PARTICLE,
    PLACE, PLACE_HEAD, PRONOUN, PROPER, PROPER_NAME, PROPER_OTHER, ROLE, SELF, TITLE, UNIT, VERB, WEAK,
    WEEKDAY, WORD,
};
use crate::near;
use crate::page::{Page, SPAN};
use crate::sound;
use crate::token::Shape;
use crate::typos;

/// Words of these classes are no names in a text without capitals, unless they are nothing but a name.
const GRAMMAR: Classes =
    VERB | PRONOUN | PLACE_HEAD | UNIT | NUMBER_WORD | SELF | PARTICLE | MONTH | WEEKDAY | MEDICINE | CARE;

/// How much the words before prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Proof {
    /// A given name or initials: what follows may be a surname.
    Name,
    /// A greeting or a closing line.
    Greeting,
    /// A relative, a role.
    Role,
    /// A title: what follows is a surname, whatever else it means.
    Title,
}

/// Over "v.d.", "v/d" and the like; where the surname itself begins.
pub(crate) fn particles(page: &Page<'_>, at: usize) -> usize {
    let mut to = at;
    while to < at + 5 && page.is_word(to) && page.has(to, PARTICLE) && !(page.at(to).line && to > at) {
        let is_short = page.says(to, &["v", "d"]) || page.at(to).length == 1;
        let marks = usize::from(is_short && page.is_any(to + 1, "./") && page.at(to + 1).glued);
        if is_short && marks == 0 && to == at && !page.has(to + 1, PARTICLE) && !page.is_capital(to + 1) {
            break;
        }
        let next = to + 1 + marks;
        if !page.is_word(next) || page.at(next).line {
            break;
        }
        to = next;
    }
    to
}

/// Whether a word is certainly no part of a name.
pub(crate) fn is_other(page: &Page<'_>, at: usize) -> bool {
    page.has(at, CARE | MEDICINE | MONTH | WEEKDAY | PRONOUN | UNIT) && !page.has(at, GIVEN)
        || page.has(at, PROPER) && !page.has(at, FAMILY | GIVEN | WEAK)
        || page.at(at).length < 2
}

/// What may follow a name: the end, a mark, what somebody does, where.
fn closes(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    token.line
        || matches!(token.shape, Shape::Mark(_) | Shape::Outside)
        || token.classes & (VERB | PLACE_HEAD) != 0
        || page.says(at, near::AFTER_NAMES)
}

/// Whether a word without a capital can be a name here.
fn is_small_name(page: &Page<'_>, at: usize, proof: Proof, after_particle: bool) -> bool {
    let word = page.has(at, WORD);
    let nouns = if proof == Proof::Title {
        0
    } else {
        TITLE | KIN | ROLE | INST_TYPE
    };
    let grammar = page.has(at, GRAMMAR | nouns);
    let known = page.has(at, FAMILY | GIVEN | WEAK | PLACE);
    if grammar && (word || !page.has(at, GIVEN | FAMILY)) {
        return false;
    }
    let tail = page.at(at + 1);
    let closes = closes(page, at + 1);
    match proof {
        Proof::Title => {
            let acts = tail.line || matches!(tail.shape, Shape::Mark(_)) || tail.classes & VERB != 0;
            !word && (known || acts || !typos::is_typo(page.word(at)))
                || word && (acts || closes && page.has(at, PROPER_OTHER)) && !is_adverb(page, at)
                || page.has(at, FAMILY)
                    && (!is_adverb(page, at) || after_particle || page.is_any(at + 1, ",("))
                || after_particle && closes && !is_adverb(page, at)
        }
        Proof::Role | Proof::Greeting => {
            page.has(at, GIVEN | WEAK | FAMILY) && !word
                || page.has(at, BOTH) && closes && !is_adverb(page, at)
                || !word
                    && !known
                    && page.at(at).length >= 4
                    && proof == Proof::Role
                    && !after_particle
                    && (page.is(at + 1, '(')
                        || sound::likeness(page.word(at))
                            >= if matches!(tail.shape, Shape::Mark(',' | '.')) {
                                1
                            } else {
                                4
                            }
                        || !typos::is_typo(page.word(at)) && !typos::is_compound(page.word(at)))
                || page.has(at, FAMILY)
                    && proof == Proof::Role
                    && (tail.classes & VERB != 0 || matches!(tail.shape, Shape::Mark('.' | ',')))
                    && !is_adverb(page, at)
                || after_particle
                    && page.has(at, FAMILY)
                    && closes
                    && proof == Proof::Role
                    && !is_adverb(page, at)
        }
        Proof::Name => {
            page.has(at, FAMILY) && (!word || after_particle || closes && !is_adverb(page, at))
                || !word && page.at(at).length >= 4 && !page.has(at, GIVEN)
                || after_particle && !word
        }
    }
}

/// Surnames that are adverbs or adjectives and may follow "mevrouw" as such.
pub(crate) fn is_adverb(page: &Page<'_>, at: usize) -> bool {
    page.says(at, near::ADVERBS)
}

/// The end of a name that begins at a token, if one does.
pub(crate) fn name(page: &Page<'_>, at: usize, proof: Proof) -> Option<usize> {
    if is_preposition(page, at) {
        return None;
    }
    let mut to = over_initials(page, at);
    // "cliënt w. jonkers": after a role and initials only a surname comes.
    let mut proof = match proof {
        Proof::Role if to > at => Proof::Title,
        Proof::Greeting if to > at => Proof::Name,
        other => other,
    };
    let (mut found, mut hyphen) = (false, false);
    while to < at + SPAN + 4 {
        let core = particles(page, to);
        let token = page.at(core);
        if token.shape != Shape::Word
            || !page.is_free(core)
            || token.line && (found || to > at)
            || found && token.opens && !hyphen
        {
            break;
        }
        let after_particle = core > to || core > at && !found;
        // "Meiling uit Sint Annaland"
        let is_from =
            found && core == to + 1 && is_preposition(page, to) && page.phrase(core, PLACE).is_some();
        if is_from {
            break;
        }
        if !is_core(page, core, (proof, found, hyphen), after_particle) {
            break;
        }
        found = true;
        to = core + 1;
        hyphen = page.is_any(to, "-–")
            && page.at(to).glued
            && page.at(to + 1).glued
            && (page.is_capital(particles(page, to + 1)) || !token.capital);
        if hyphen && !page.is_capital(to + 1) && token.capital && !page.has(to + 1, PARTICLE) {
            break;
        }
        to += usize::from(hyphen);
        proof = if proof == Proof::Title && !page.has(core, GIVEN) {
            Proof::Title
        } else {
            Proof::Name
        };
    }
    to -= usize::from(found && hyphen && page.is_any(to.wrapping_sub(1), "-–"));
    found.then_some(to)
}

/// "in Izmir", "uit Polen": a small word that also begins surnames, and no second one that says it does here.
fn is_preposition(page: &Page<'_>, at: usize) -> bool {
    // "een collega uit het westen"
    if page.caseless
        && page.says(at, &["in", "op", "uit", "aan", "bij", "onder"])
        && page.says(at + 1, &["de", "het"])
        && !page.has(at.wrapping_sub(1), TITLE)
        && !page.is(at.wrapping_sub(1), '.')
    {
        return true;
    }
    // "de dominee uit te hangen"
    if page.says(at + 1, &["te"]) && !page.is_capital(at) {
        return true;
    }
    (page.says(at, &["in", "op", "uit", "aan", "bij", "tot", "onder"])
        || page.says(at, &["ter", "ten", "te", "het", "'s"]) && !page.is_capital(at + 1))
        && (!page.is_capital(at) || page.at(at).opens)
        && !page.has(at + 1, PARTICLE)
}

/// "chirurg Mei wilde": behind a role and before a verb it is no month.
fn is_announced_month(page: &Page<'_>, at: usize, proof: Proof) -> bool {
    let after = page.at(at + 1);
    page.has(at, MONTH)
        && matches!(proof, Proof::Role | Proof::Title)
        && page.is_word(at.wrapping_sub(1))
        && (after.classes & VERB != 0 && !after.line || page.is(at + 1, ','))
}

/// Whether a word is no part of a name whatever stands around it.
fn is_refused(page: &Page<'_>, core: usize, proof: Proof, after_particle: bool) -> bool {
    let token = page.at(core);
    let capital = token.capital && !page.caseless;
    let is_never = page.has(core, PRONOUN | MONTH | WEEKDAY)
        && !page.has(core, GIVEN)
        && !(capital
            && !token.opens
            && !page.noisy
            && (after_particle || is_announced_month(page, core, proof)))
        || page.has(core, CARE) && !after_particle
        || token.length < 2;
    if capital {
        is_never
            || proof == Proof::Role
                && !after_particle
                && is_other(page, core)
                && (page.noisy || !page.has(core, PROPER_OTHER))
    } else {
        // "mevrouw zwaan", "collega franssen": in the list of capitals, and no more than that.
        let is_announced = page.caseless
            && matches!(proof, Proof::Title | Proof::Role)
            && page.has(core, PROPER_OTHER)
            && (proof == Proof::Title || !page.has(core, WORD) && closes(page, core + 1))
            && !page.has(
                core,
                CARE | MEDICINE | MONTH | WEEKDAY | PRONOUN | UNIT | PROPER_NAME,
            );
        is_other(page, core) && !(after_particle && page.has(core, PROPER)) && !is_announced
    }
}

/// Whether a word is a part of the name that is being read.
fn is_core(
    page: &Page<'_>,
    core: usize,
    (proof, found, hyphen): (Proof, bool, bool),
    after_particle: bool,
) -> bool {
    let token = page.at(core);
    let capital = token.capital && !page.caseless;
    if is_refused(page, core, proof, after_particle) {
        return false;
    }
    if capital {
        let is_word = (page.has(core, WORD) && (page.noisy || token.opens || page.at(core + 1).capital)
            || token.length > 13)
            && !page.has(core, FAMILY | GIVEN | WEAK)
            && !page.is(core + 1, '-');
        let is_sign = token.shout && token.length <= 4 && !page.has(core, FAMILY | GIVEN);
        if is_sign
            || page.has(core, TITLE | ROLE | KIN)
                && !page.has(core, FAMILY | GIVEN)
                && !after_particle
                && proof != Proof::Title
        {
            return false;
        }
        return match proof {
            Proof::Title => !found || !is_word,
            Proof::Role | Proof::Greeting => !is_word || after_particle,
            Proof::Name => hyphen || after_particle || !is_word && !page.has(core, INST_NAME),
        };
    }
    if !page.caseless && token.capital {
        return false;
    }
    if page.caseless {
        let proof = if found && !hyphen { Proof::Name } else { proof };
        // After a surname no second one follows without a hyphen.
        return is_small_name(page, core, proof, after_particle) || hyphen && page.has(core, FAMILY);
    }
    // "mw de jong" among capitals: people who type fast.
    !found
        && proof == Proof::Title
        && page.has(core, FAMILY)
        && is_small_name(page, core, proof, after_particle)
        && (!page.has(core, WORD) || after_particle)
}

/// Over "A.W." and "Th."; the token after them.
pub(crate) fn over_initials(page: &Page<'_>, at: usize) -> usize {
    let mut to = at;
    while to < at + 12 {
        let token = page.at(to);
        let is_initial = token.shape == Shape::Word
            && (token.length == 1
                || token.capital
                    && token.length <= 3
                    && page.says(to, &["th", "chr", "ch", "ph", "ij", "fr", "jr"]))
            && !(token.line && to > at);
        if !(is_initial && page.is(to + 1, '.') && page.at(to + 1).glued) {
            break;
        }
        to += 2;
    }
    to
}
