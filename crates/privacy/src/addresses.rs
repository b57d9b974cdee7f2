//! Streets with and without a house number.
//!
//! Streets mostly end in a word that says so; the others stand before a house number where somebody lives, before a postcode, or
//! between an article and a town.

use crate::class::{
    CARE, CODE_HEAD, EPONYM, FAMILY, GIVEN, INST_TYPE, KIN, LIVE, MEDICINE, PARTICLE, PLACE, PLACE_HEAD,
    PROPER, ROLE, STREET, TITLE, UNIT, WAY_HEAD, WORD,
};
use crate::finding::{Certainty, Kind, Reason, Suggestion};
use crate::near;
use crate::page::{Page, SPAN};
use crate::token::Shape;

/// How names of streets end. The second half also ends other words and needs a house number or a capital inside the sentence.
const ENDINGS: &[&str] = near::STREET_ENDINGS;
const LOOSE: &[&str] = near::LOOSE_STREET_ENDINGS;

/// Finds them.
pub(crate) fn find(page: &mut Page<'_>) {
    for at in 0..page.len() {
        if page.is_word(at) && page.is_free(at) {
            street(page, at);
        }
        if page.at(at).shape == Shape::Number && page.is_free(at) {
            before_number(page, at);
        }
        if page.is_capital(at) && page.is_free(at) {
            before_town(page, at);
        }
    }
}

/// "uit de Lange Vest in Arnhem", "aan het Jaagpad te Stein": between an article and a town.
fn before_town(page: &mut Page<'_>, at: usize) {
    let back = at.wrapping_sub(1);
    let is_way = page.says(back, &["de", "het", "'t"])
        && page.says(back.wrapping_sub(1), &["uit", "aan", "op", "in", "van", "naar"])
        || page.says(back, &["aan", "op"]);
    if !is_way || page.has(at, CARE | PROPER | PLACE | ROLE | TITLE) {
        return;
    }
    let mut to = at + 1;
    while to < at + 4
        && (page.is_capital(to) || page.says(to, &["van", "de", "der", "den"]) && page.is_capital(to + 1))
        && !page.at(to).line
    {
        to += 1;
    }
    let town =
        page.says(to, &["in", "te"]) && page.is_capital(to + 1) && page.phrase(to + 1, PLACE).is_some();
    let looks = ending(page, to - 1) > 0 || to > at + 1 || page.has(at, STREET) || lives(page, at);
    if town && looks {
        claim(page, at, to, Reason::Situation);
    }
}

pub(crate) fn claim(page: &mut Page<'_>, from: usize, to: usize, reason: Reason) -> bool {
    page.suggest(
        from,
        to,
        (Kind::Street, Certainty::Likely, reason),
        Suggestion::Address,
    )
}

/// How a word ends: like a street (two), like a street or something else (one), or neither.
fn ending(page: &Page<'_>, at: usize) -> u8 {
    let token = page.at(at);
    let is_second = page.is_capital(at)
        && page.is_capital(at.wrapping_sub(1))
        && page.has(at.wrapping_sub(1), WAY_HEAD)
        && !page.at(at.wrapping_sub(1)).opens;
    if is_second && page.says(at, LOOSE) {
        return 1;
    }
    if token.shape != Shape::Word || token.length < 6 || page.has(at, MEDICINE) {
        return u8::from(page.has(at, STREET));
    }
    if page.ends(at, ENDINGS) {
        2
    } else {
        u8::from(page.has(at, STREET) || page.ends(at, LOOSE))
    }
}

/// The end of a house number with what belongs to it: "52-III", "16 d", "147-10", "12 bis", "nr. 180".
pub(crate) fn after_number(page: &Page<'_>, at: usize) -> usize {
    let mut to = at + 1;
    let addition = page.at(to);
    let is_letter = |at: usize| {
        page.is_word(at)
            && page.at(at).length == 1
            && !page.at(at).line
            && (page.at(at).glued || !page.says(at, &["u", "à", "o"]))
    };
    let is_floor = page.says(to, &["bis", "hs", "rd", "zw", "huis", "hoog", "boven", "beneden"]);
    if (is_letter(to) || is_floor) && !addition.line {
        to += 1;
    }
    if page.is_any(to, "-/") && page.at(to).glued && page.at(to + 1).glued {
        let part = page.at(to + 1);
        let is_roman = part.shape == Shape::Word && part.length <= 4 && part.shout || part.length == 1;
        if part.shape == Shape::Number && part.length <= 4
            || is_roman
            || page.says(to + 1, &["i", "ii", "iii", "iv", "hs", "bis"])
        {
            to += 2;
        }
    }
    to
}

/// Where a house number begins after a street, over "nr." and "nummer".
fn number_after(page: &Page<'_>, at: usize) -> Option<usize> {
    let mut next = at + usize::from(page.says(at, near::SIDES) && !page.at(at).line);
    if page.says(next, &["nr", "no", "nummer", "huisnummer", "nrs"]) {
        next += 1;
        next += usize::from(page.is(next, '.'));
    }
    let token = page.at(next);
    if token.shape != Shape::Number {
        return None;
    }
    let is_house = token.shape == Shape::Number && token.length <= 5 && !token.line && page.is_free(next);
    let is_measure =
        page.has(next + 1, UNIT) || page.says(next + 1, &["jaar", "u"]) || page.is_any(next + 1, "%€");
    (is_house && (!is_measure || page.at(next + 1).glued && page.at(next + 1).length == 1)).then_some(next)
}

/// The first token of a name of several words that ends before a token: "Van Zuijlen van Nieveltlaan", "P.C. Hooftstraat".
fn first_of(page: &Page<'_>, last: usize) -> usize {
    let mut from = last;
    while from > 0 && last - from < SPAN {
        let back = from - 1;
        if page.at(from).line || !page.is_free(back) {
            break;
        }
        let is_initial = page.is(back, '.')
            && page.is_word(back.wrapping_sub(1))
            && page.at(back.wrapping_sub(1)).length <= 3
            && (page.is_capital(back.wrapping_sub(1)) || page.has(back.wrapping_sub(1), WAY_HEAD));
        if is_initial && !page.has(back.wrapping_sub(1), PLACE_HEAD) {
            from -= 2;
            continue;
        }
        let is_part = if page.caseless {
            // "deken van erpstraat"
            let is_inside = page.says(back, &["van", "de"])
                && page.has(back.wrapping_sub(1), WAY_HEAD)
                && page.has(back.wrapping_sub(1), TITLE | WORD)
                && !page.says(back.wrapping_sub(1), near::BEFORE_STREETS);
            page.has(back, WAY_HEAD | GIVEN)
                && !page.has(back, LIVE)
                && (is_inside || !page.says(back, near::BEFORE_STREETS))
        } else {
            page.is_capital(back)
                && !page.has(back, LIVE | KIN | PLACE_HEAD | UNIT)
                && !(page.at(back).opens && page.has(back, WORD) && !page.has(back, WAY_HEAD))
                || page.says(back, &["van", "de", "der", "den", "ten", "ter", "'t", "het"])
                    && page.is_capital(back.wrapping_sub(1))
                    && !page.at(back.wrapping_sub(1)).opens
                || page.is(back, '-') && page.at(from).glued && page.at(back).glued
        };
        if !is_part {
            break;
        }
        from = back;
    }
    while from < last && (page.is(from, '-') || page.is(from, '.')) {
        from += 1;
    }
    // "van de Kerkstraat": a name does not begin with a small "van".
    while from < last && !page.caseless && !page.is_capital(from) {
        from += 1;
    }
    from
}

fn street(page: &mut Page<'_>, at: usize) {
    // A usual word in small letters is a street only before its number.
    let token = page.at(at);
    let near = |at: usize| page.at(at).shape == Shape::Number;
    let has_number = near(at + 1) || near(at + 2) || near(at + 3);
    let is_plain = page.has(at, WORD) && (!token.capital || token.opens && !page.has(at, STREET));
    if is_plain && !has_number && !(page.caseless && page.has(at, STREET)) {
        return;
    }
    let ends = ending(page, at);
    let is_part_of_word =
        page.is(at + 1, '-') && page.at(at + 1).glued && page.at(at + 2).glued && page.is_word(at + 2);
    if ends == 0 || is_part_of_word && !page.is_capital(at + 2) {
        return;
    }
    let from = first_of(page, at);
    let house = if has_number {
        number_after(page, at + 1)
    } else {
        None
    };
    if let Some(house) = house {
        let is_named =
            page.is_capital(at) || from < at || !page.has(at, WORD) && ends == 2 || page.has(at, STREET);
        if is_named
            && !page.has(at, CARE | TITLE | ROLE)
            && (ends == 2
                || lives(page, from)
                || page.is_capital(at) && (page.has(at, STREET) || page.is(from.wrapping_sub(1), ',')))
        {
            claim(page, from, after_number(page, house), Reason::Form);
        }
        return;
    }
    if page.says(at, &["snelweg", "omweg", "onderweg", "halverwege", "voorstraat"]) && !page.is_capital(at) {
        return;
    }
    let is_inside = !page.at(at).opens || from < at;
    let is_known = !page.has(at, WORD) || page.has(at, STREET) && is_inside;
    // "Thuis, aan de Havendijk, is het stil", "op de Lange Akker": with a capital inside a sentence.
    let is_way = page.says(from.wrapping_sub(1), &["de", "het", "'t"])
        && page.says(from.wrapping_sub(2), &["aan", "op"])
        && page.is_capital(at)
        && !page.noisy
        && is_inside
        && (is_known && from == at || from < at && page.has(from, WAY_HEAD))
        && !page.has(at, PLACE | CARE | PROPER | INST_TYPE);
    let is_certain = ends == 2
        && (page.is_capital(at) && (is_inside || is_known)
            || page.caseless && is_known && !page.has(at, PLACE | FAMILY));
    let is_lived = ends >= 1
        && page.is_capital(at)
        && is_inside
        && lives(page, from)
        && is_known
        && !page.has(at, PLACE);
    if is_certain && (lives(page, from) || !page.has(at, PLACE)) || is_lived || is_way {
        claim(page, from, at + 1, Reason::Situation);
    }
}

/// Whether what comes before says that somebody lives here, or that one goes there.
fn lives(page: &Page<'_>, from: usize) -> bool {
    // "het adres van Kawtar is Westeinde 15"
    let is_told = page.says(from.wrapping_sub(1), &["is"])
        && (2..6).any(|far| {
            page.says(
                from.wrapping_sub(far),
                &["adres", "huisadres", "woonadres", "postadres"],
            )
        });
    if is_told {
        return true;
    }
    let mut back = from;
    for _ in 0..4 {
        let Some(before) = back.checked_sub(1) else {
            return false;
        };
        back = before;
        if page.has(back, LIVE) {
            return true;
        }
        if !(page.says(back, near::TO_AN_ADDRESS) || page.is_any(back, ":,(")) {
            return false;
        }
    }
    false
}

/// The beginning of a street's name that stands before a house number and does not end like one: "De Cotelaer 152 C".
pub(crate) fn name_before(page: &Page<'_>, number: usize, is_certain: bool) -> Option<usize> {
    let mut last = number.checked_sub(1)?;
    if page.is(last, '.') && page.says(last.wrapping_sub(1), &["nr", "no"]) {
        last = last.checked_sub(2)?;
    } else if page.says(last, &["nr", "nummer", "huisnummer", "no"]) {
        last = last.checked_sub(1)?;
    }
    if !page.is_word(last) || !page.is_free(last) || page.at(number).line {
        return None;
    }
    if page.caseless {
        if !is_certain && page.has(last, WORD) && !lives(page, last) {
            return None;
        }
        let mut from = last;
        while from > 0
            && last - from < 4
            && !page.at(from).line
            && page.is_word(from - 1)
            && page.is_free(from - 1)
            && (page.has(from - 1, WAY_HEAD) || is_certain && !page.has(from - 1, LIVE | PLACE_HEAD))
        {
            if page.has(from - 1, LIVE)
                || page.says(from - 1, &["aan", "naar"])
                || page.says(from - 1, &["op", "in"]) && !is_certain
            {
                break;
            }
            from -= 1;
        }
        return Some(from);
    }
    if !page.is_capital(last) || page.at(last).shout && page.at(last).length < 5 {
        return None;
    }
    let mut from = first_of(page, last);
    // "In de Stack 10", "Op 't Hof 3".
    while from > 0
        && last - from < 5
        && page.is_word(from - 1)
        && page.is_free(from - 1)
        && !page.at(from).line
        && (page.is_capital(from - 1) && page.has(from - 1, WAY_HEAD)
            || page.says(from - 1, &["de", "het", "'t", "den", "der"])
                && page.is_capital(from.wrapping_sub(2))
                && page.has(from.wrapping_sub(2), WAY_HEAD))
    {
        from -= 1;
    }
    Some(from)
}

/// A capital before a number, where somebody lives or goes.
fn before_number(page: &mut Page<'_>, number: usize) {
    let token = page.at(number);
    if token.length > 4 || page.before_glued_number(number) || token.glued {
        return;
    }
    // "aan de zicht 36 in leiden"
    let end = after_number(page, number);
    let in_town = page.caseless && page.says(end, &["in", "te"]) && page.phrase(end + 1, PLACE).is_some();
    let Some(from) = name_before(page, number, in_town) else {
        return;
    };
    let last = number - 1 - usize::from(page.is(number - 1, '.'));
    let is_other = (from..=last).any(|at| {
        page.has(
            at,
            CARE | EPONYM | MEDICINE | ROLE | TITLE | INST_TYPE | CODE_HEAD | UNIT,
        ) || page.has(at, PROPER) && !page.has(at, FAMILY | STREET | WAY_HEAD)
            || page.at(at).shape == Shape::Word && page.has(at, crate::class::MONTH | crate::class::WEEKDAY)
    });
    let measure = page.has(number + 1, UNIT)
        || page.says(number + 1, &["jaar", "jr", "u", "en"])
        || page.is_any(number + 1, "%€/:+")
        || page.is(number + 1, '.') && page.at(number + 2).is_number_glued();
    let back = from.wrapping_sub(1);
    let is_way = page.says(back, &["op", "aan", "naar"])
        || page.says(back, &["de", "het"]) && page.says(back.wrapping_sub(1), &["op", "aan"])
        || lives(page, from)
        || page.is(back, ',') && page.says(back.wrapping_sub(1), &["heen", "langs", "thuis"])
        || page.is(back, ',')
            && page.is_any(after_number(page, number), ",.)")
            && (2..8).any(|far| back.checked_sub(far).is_some_and(|far| page.has(far, LIVE)));
    let is_name = !page.has(from, PARTICLE) || page.is_capital(last);
    let is_person = page.has(from, GIVEN) && !page.has(from, WORD) && !lives(page, from);
    if !is_other && !measure && is_way && is_name && !is_person {
        claim(page, from, after_number(page, number), Reason::Situation);
    }
}
