//! Practices, homes, hospitals and other organisations of care.
//!
//! The word for the kind stands before the name (`verpleeghuis De Linde`), inside it (`Catharina Ziekenhuis`), or nowhere: hospitals
//! and large providers are in a list, and inside a Dutch sentence "bij De Linde" has its capitals because it is a name.

use crate::class::{
    CARE, EPONYM, FAMILY, GIVEN, INST_NAME, INST_SUFFIX, INST_TYPE, KIN, MEDICINE, MONTH, OWN_HEAD, PARTICLE,
    PHRASE, PLACE, PLACE_HEAD, PRONOUN, PROPER, PROPER_NAME, ROLE, TITLE, UNIT, VERB, WEEKDAY, WORD,
};
use crate::finding::{Certainty, Kind, Reason, Suggestion};
use crate::near;
use crate::page::Page;
use crate::token::Shape;

/// Finds those that are announced or known; runs before people.
pub(crate) fn find(page: &mut Page<'_>) {
    for at in 0..page.len() {
        // "de" and "van" begin many names, but none without a capital.
        let token = page.at(at);
        let may = token.capital || page.caseless || token.length > 5 || page.has(at, INST_TYPE);
        let is_kind = !page.caseless
            && page.is_word(at)
            && page.is_free(at)
            && page.is_capital(at + 1)
            && !page.at(at + 1).line
            && !page.has(at, INST_TYPE)
            && page.ends(at, near::TYPE_ENDINGS);
        if is_kind {
            announced(page, at, at + 1);
            continue;
        }
        if !may || !page.has(at, INST_NAME | INST_TYPE | PHRASE) || !page.is_free(at) {
            continue;
        }
        if let Some(end) = page.phrase(at, INST_NAME) {
            known(page, at, end);
        }
        if let Some(end) = page.phrase(at, INST_TYPE)
            && page.is_free(at)
        {
            announced(page, at, end);
        }
    }
    for at in 0..page.len() {
        if page.is_capital(at) && page.is_free(at) && page.has(at, INST_SUFFIX) {
            ends(page, at);
        }
        if page.has(at, OWN_HEAD) && page.is_free(at) && page.says(at, &["sint", "st", "huize"]) {
            saint(page, at);
        }
    }
}

/// "naar Sint Kruidhof", "in sint bavo", "bij Huize Rosa": what only churches and homes are called.
fn saint(page: &mut Page<'_>, at: usize) {
    let next = at + 1 + usize::from(page.is(at + 1, '.'));
    let back = at.wrapping_sub(1);
    let is_there = page.says(back, near::WAYS_THERE)
        || page.says(back, &["het", "de"]) && page.says(back.wrapping_sub(1), near::WAYS_THERE);
    let is_written = if page.caseless {
        !is_function(page, next) && !page.at(next).line
    } else {
        page.is_capital(at) && page.is_capital(next) && !page.at(at).opens
    };
    let is_other = page
        .phrase(at, PLACE | PROPER_NAME | CARE)
        .is_some_and(|end| end > at + 1);
    if is_there && is_written && !is_other && page.is_word(next) && page.is_free(next) {
        let to = if page.caseless {
            next + 1
        } else {
            name_end(page, next)
        };
        note(page, at, to, None, (Certainty::Likely, Reason::Form));
    }
}

/// "naar de reigershof": without capitals, what sounds like the name of a home and is no word.
pub(crate) fn find_small(page: &mut Page<'_>) {
    if !page.caseless {
        return;
    }
    for at in 1..page.len() {
        let back = at - 1;
        let is_there = page.says(back, &["de", "het", "'t"])
            && page.says(back.wrapping_sub(1), &["in", "naar", "bij", "uit", "vanuit"]);
        let is_name = is_there
            && page.is_word(at)
            && page.is_free(at)
            && page.at(at).length >= 7
            && !page.has(at, WORD | PLACE | UNIT)
            && page.ends(at, near::HOUSE_ENDINGS);
        if is_name {
            note(page, back, at + 1, None, (Certainty::Perhaps, Reason::Situation));
        }
    }
}

/// Finds "bij De Linde"; runs after people, so that "mevrouw De Vries" is taken.
pub(crate) fn find_bare(page: &mut Page<'_>) {
    if page.caseless {
        return;
    }
    for at in 0..page.len() {
        let is_article = page.is_capital(at)
            && page.says(
                at,
                &[
                    "de", "het", "'t", "huize", "villa", "sint", "st", "ter", "ten", "nieuwe", "oude",
                ],
            )
            || page.at(at).length == 2 && page.says(at, &["'t"]);
        if !is_article
            || page.at(at).opens
            || !page.is_free(at)
            || !page.at(at).capital && !page.is_capital(at + 1)
        {
            continue;
        }
        let next = at + 1 + usize::from(page.is(at + 1, '.'));
        let is_name = page.is_capital(next)
            && page.is_free(next)
            && !page.at(next).line
            && !page.has(
                next,
                CARE | PROPER_NAME | MONTH | WEEKDAY | PRONOUN | TITLE | ROLE,
            );
        let is_title = page.has(next, EPONYM)
            || page.is_any(at.wrapping_sub(1), "\"“„‘'«")
            || page
                .phrase(at, PROPER_NAME | CARE)
                .is_some_and(|end| end > at + 1);
        if is_name && !is_title && page.is_word(at.wrapping_sub(1)) && !page.is_capital(at.wrapping_sub(1)) {
            let to = name_end(page, next);
            note(page, at, to, None, (Certainty::Perhaps, Reason::Situation));
        }
    }
}

fn note(
    page: &mut Page<'_>,
    from: usize,
    to: usize,
    kind: Option<(usize, usize)>,
    (certainty, reason): (Certainty, Reason),
) -> bool {
    let suggestion = kind.map_or(Suggestion::Organisation, |(first, last)| {
        Suggestion::Word(page.at(first).start..page.at(last.saturating_sub(1)).end)
    });
    page.suggest(from, to, (Kind::Institution, certainty, reason), suggestion)
}

fn known(page: &mut Page<'_>, at: usize, end: usize) {
    let first = page.at(at);
    // Names that are also words, people or towns need their capital; short ones need all of theirs.
    let means_more = end == at + 1 && page.has(at, WORD | GIVEN | FAMILY | PLACE);
    let is_written = if page.caseless {
        !means_more || is_place_of_care(page, at)
    } else {
        first.capital || !means_more && first.length > 5
    };
    if end > at + 1
        && !first.capital
        && page.says(at, &["de", "het", "'t"])
        && (at..end).all(|at| page.has(at, WORD | PARTICLE))
    {
        return;
    }
    let is_short = end == at + 1 && first.length <= 4 && !first.shout && !page.caseless;
    let is_somebody = page.has(at.wrapping_sub(1), TITLE | KIN)
        || page.is(at.wrapping_sub(1), '.') && page.has(at.wrapping_sub(2), TITLE);
    let is_sentence = first.opens && means_more && !page.caseless;
    if !is_written
        || is_short
        || is_somebody
        || is_sentence
        || means_more
            && page.is_capital(at)
            && !page.caseless
            && !is_place_of_care(page, at)
            && page.has(at, GIVEN | WORD)
    {
        return;
    }
    let mut to = end;
    while page.is_word(to)
        && page.has(to, INST_SUFFIX)
        && !page.at(to).line
        && page.is_free(to)
        && !page.has(to, VERB)
        && !page.says(to, &["zorg", "medisch"])
    {
        to += 1;
    }
    note(page, at, to, None, (Certainty::Likely, Reason::KnownInstitution));
}

/// Whether one goes there, lies there or comes from there.
fn is_place_of_care(page: &Page<'_>, at: usize) -> bool {
    let back = at.wrapping_sub(1);
    let article = page.says(back, &["het", "de", "'t"]);
    let before = if article { back.wrapping_sub(1) } else { back };
    page.says(before, near::WAYS_THERE) || article || page.has(back, INST_TYPE)
}

/// The end of a name that begins here: capitals, and small words between them.
fn name_end(page: &Page<'_>, from: usize) -> usize {
    let mut to = from + 1;
    while to < from + 6 {
        let joined = to + usize::from(page.is_any(to, "-&'’") && !page.at(to).line);
        let small = joined + usize::from(page.says(joined, near::INSIDE_NAMES));
        let small =
            small + usize::from(small > joined && page.says(small, &["de", "het", "den", "der", "'t"]));
        let is_part = |at: usize| {
            page.is_capital(at)
                && page.is_free(at)
                && !page.at(at).line
                && !page.at(at).opens
                && !page.has(at, MONTH | WEEKDAY)
        };
        // "De Linde in Arnhem": the town is a finding of its own.
        let is_town = small > joined && page.says(joined, &["in", "te", "bij", "en"]);
        if is_part(joined) && (joined == to || page.at(joined).glued || page.is_any(to, "&")) {
            to = joined + 1;
        } else if small > joined && is_part(small) && !is_town {
            to = small + 1;
        } else {
            break;
        }
    }
    to
}

fn announced(page: &mut Page<'_>, at: usize, after: usize) {
    let mut from = after;
    // "verpleeghuis 'De Linde'", "praktijk: De Linde", "stichting (De Linde)".
    from += usize::from(page.is_any(from, "\"“„‘'’:(") && !page.at(from + 1).line);
    // "Ik heb een fysiopraktijk, De Kroon, aan"
    let is_aside = page.is(from, ',')
        && page.is_capital(from + 1)
        && (page.has(from + 1, OWN_HEAD) || page.ends(from + 1, near::HOUSE_ENDINGS))
        && page.is(name_end(page, from + 1), ',');
    from += usize::from(is_aside);
    if page.at(from).line || !page.is_word(from) || !page.is_free(from) {
        return;
    }
    let kind = Some((at, after));
    let head = from;
    // "Huize Maria in": what is left over with a small word behind it is the name itself.
    let goes_on =
        |at: usize| page.is_word(at) && (page.caseless || page.is_capital(at) || !page.is_capital(at - 1));
    while page.has(from, OWN_HEAD) && goes_on(from + 1) && from < head + 3
        || page.has(from, OWN_HEAD) && page.is(from + 1, '.') && page.is_word(from + 2) && from == head
    {
        from += 1 + usize::from(page.is(from + 1, '.'));
    }
    if page.caseless {
        small(page, at, head, from, kind);
        return;
    }
    let weak = page.says(at, near::WEAK_TYPES)
        && page.has(from, WORD)
        && head == from
        && (page.noisy || page.is_capital(from + 1) && page.has(from + 1, WORD));
    let is_name =
        page.is_capital(from) && !page.at(from).line && !weak && (from > head || !is_other(page, from))
            || page.is_capital(head) && !page.at(head).opens && from > head && !is_function(page, from);
    let is_role =
        page.has(at, ROLE) && !page.has(at, TITLE) && page.has(from, GIVEN | FAMILY) && head == from;
    if is_name && !page.at(head).opens && !is_role {
        let to = name_end(page, from);
        let head = if page.is_capital(head) || from == head || page.is_capital(from) && from > head {
            head
        } else {
            from
        };
        // "Thuiszorg Rivierenzoom": written as one name.
        let first = if page.is_capital(at) && !page.at(at).opens && after == at + 1 && head == after {
            at
        } else {
            head
        };
        note(page, first, to, kind, (Certainty::Likely, Reason::Announced));
    } else if !page.is_capital(from) {
        small(page, at, head, from, kind);
    }
}

/// A word that is nobody's name whatever stands before it.
fn is_other(page: &Page<'_>, at: usize) -> bool {
    page.has(at, CARE | MONTH | WEEKDAY | MEDICINE | PRONOUN)
        || page.has(at, PROPER) && !page.has(at, FAMILY | GIVEN | PLACE)
        || page.has(at, EPONYM) && !page.has(at, PLACE) && page.has(at + 1, WORD)
}

/// A word of grammar: no name consists of it.
fn is_function(page: &Page<'_>, at: usize) -> bool {
    page.has(
        at,
        VERB | PRONOUN
            | UNIT
            | PLACE_HEAD
            | KIN
            | ROLE
            | TITLE
            | INST_TYPE
            | MONTH
            | WEEKDAY
            | MEDICINE
            | CARE,
    ) || page.at(at).length < 3
}

/// The same without capitals: "bij zorgcentrum de korenbloem.", "huisartsenpraktijk zonneweide te".
fn small(page: &mut Page<'_>, at: usize, head: usize, from: usize, kind: Option<(usize, usize)>) {
    let has_article = page.says(at.wrapping_sub(1), near::DETERMINERS);
    let double = page.is(from + 1, '-')
        && page.at(from + 1).glued
        && page.at(from + 2).glued
        && page.is_word(from + 2);
    let to = from + if double { 3 } else { 1 };
    let closes = page.at(to).line
        || page.is_any(to, ".,;:)!?\"")
        || page.has(to, PLACE_HEAD | VERB)
        || page.says(to, near::AFTER_INSTITUTIONS);
    let is_known = page.has(from, PLACE) && from == head && has_article;
    if !page.caseless && (page.has(from, WORD) || from == head && page.at(from).length < 6) {
        return;
    }
    if has_article && !(from > head && closes && !page.has(from, WORD))
        || is_function(page, from)
        || is_known
        || page.has(at, ROLE) && from == head
    {
        return;
    }
    let is_word = page.has(from, WORD);
    let is_name = if from > head {
        closes
    } else {
        !is_word && closes && page.at(from).length >= 5
    };
    // "thuiszorg de avond": after a plain word for care an article may begin anything.
    if is_name
        && !(page.has(from, FAMILY | GIVEN) && from == head && page.has(at, ROLE))
        && !page.has(from, PARTICLE)
    {
        // "zorggroep drentheland" is the name; "verpleeghuis" mostly is no part of it.
        let is_part =
            page.caseless && head == at + 1 && page.says(at, &["zorggroep", "huize", "stichting", "hospice"]);
        let first = if is_part { at } else { head };
        note(page, first, to, kind, (Certainty::Perhaps, Reason::Announced));
    }
}

/// "Sint Elisabeth Ziekenhuis", "Linde Apotheek": the kind stands at the end, written with a capital.
fn ends(page: &mut Page<'_>, at: usize) {
    let mut from = at;
    while from > 0 && at - from < 4 && !page.at(from).line && page.is_free(from - 1) {
        let back = from - 1;
        let is_part = page.is_capital(back)
            && !page.has(back, CARE | PRONOUN | PLACE_HEAD)
            && !(page.at(back).opens && page.has(back, WORD))
            || page.is(back, '-') && page.at(from).glued && page.at(back).glued
            || page.is(back, '.') && page.says(back.wrapping_sub(1), &["st"]);
        if !is_part {
            break;
        }
        from = back;
    }
    while from < at && page.at(from).shape != Shape::Word {
        from += 1;
    }
    let is_named = (from..at).any(|at| {
        page.is_word(at)
            && (!page.has(at, WORD) && page.at(at).length <= 13 || page.has(at, FAMILY | GIVEN | PLACE))
    });
    if from < at && is_named && !(page.noisy && page.has(from, WORD)) {
        note(
            page,
            from,
            at + 1,
            Some((at, at + 1)),
            (Certainty::Likely, Reason::Form),
        );
    }
}
