//! Towns, villages, quarters and regions.
//!
//! Names that mean nothing else are found wherever they stand with a capital. "Well", "Hoorn" and "Bergen" need a word before
//! them after which a place comes; so does everything in a text without capitals.

use crate::class::{
    CARE, EPONYM, EPONYM_TAIL, FAMILY, GIVEN, INST_TYPE, LIVE, MEDICINE, MONTH, NUMBER_WORD, PHRASE, PLACE,
    PLACE_HEAD, PRONOUN, PROPER, ROLE, TITLE, UNIT, VERB, WEAK, WEEKDAY, WORD,
};
use crate::finding::{Certainty, Kind, Reason, Suggestion};
use crate::near;
use crate::page::Page;
use crate::token::{Shape, is_apostrophe};
use crate::typos;

/// How names of villages end; only after a word that announces a place.
const ENDINGS: &[&str] = near::PLACE_ENDINGS;

/// Finds them.
pub(crate) fn find(page: &mut Page<'_>) {
    for at in 0..page.len() {
        let may = page.is_capital(at)
            || page.caseless
            || !page.has(at, WORD)
            || page.word(at).starts_with(is_apostrophe);
        if may && page.has(at, PLACE | PHRASE) && page.is_free(at) {
            known(page, at);
        }
    }
    for at in 0..page.len() {
        let may = page.is_capital(at) || page.caseless && page.is_word(at) && !page.has(at, WORD);
        if may && page.is_free(at) && announces(page, at) {
            unknown(page, at);
        }
    }
}

fn claim(page: &mut Page<'_>, from: usize, to: usize, certainty: Certainty, reason: Reason) {
    page.suggest(from, to, (Kind::Place, certainty, reason), Suggestion::Region);
}

/// Whether a place may follow the words before, over an article.
fn is_announced(page: &Page<'_>, at: usize) -> bool {
    let back = at.wrapping_sub(1);
    let article = usize::from(page.says(back, &["de", "het", "'t", "heel"]));
    let back = back.wrapping_sub(article);
    page.has(back, PLACE_HEAD) && page.is_word(back)
        || page.is(back, ',') && page.has(back.wrapping_sub(1), LIVE)
}

fn known(page: &mut Page<'_>, at: usize) {
    let Some(end) = page.phrase(at, PLACE) else { return };
    let token = page.at(at);
    let glued = page.is(end, '-') && page.at(end).glued && page.is_word(end + 1) && page.at(end + 1).glued;
    if glued && !page.is_capital(end + 1) || page.has(end, EPONYM_TAIL) && !page.at(end).line {
        return;
    }
    let several = end > at + 1;
    // "twee petten"
    if page.caseless
        && !several
        && (page.has(at.wrapping_sub(1), NUMBER_WORD) || page.at(at.wrapping_sub(1)).shape == Shape::Number)
    {
        return;
    }
    if !several && page.has(at, PROPER)
        || several
            && !token.capital
            && !is_after_somebody(page, at)
            && page.says(at, &["de", "het", "'t"])
            && (at..end).all(|at| page.has(at, WORD | crate::class::PARTICLE))
    {
        return;
    }
    let means_more = means_more(page, at, several);
    let is_place = is_meant(page, at, several);
    // "Bergen op Zoom" among small letters is still one.
    let is_small =
        !token.capital && several && (!page.has(at, WORD) || page.word(at).starts_with(is_apostrophe));
    let is_somebody = page.has(at.wrapping_sub(1), TITLE | ROLE) && means_more;
    if (is_place || is_small) && !is_somebody {
        let mut to = end;
        while page.is(to, '-') && page.at(to).glued && page.is_capital(to + 1) {
            to += 2;
        }
        // "Noordeinde Gld", "Hengelo (O)".
        to += usize::from(page.is_capital(to) && !page.at(to).line && page.says(to, near::PROVINCES));
        if is_house(page, at, several) {
            return;
        }
        claim(page, at, to, Certainty::Likely, Reason::KnownPlace);
    }
}

/// Whether it is something else too.
fn means_more(page: &Page<'_>, at: usize, several: bool) -> bool {
    // Long ones are hardly ever what else they may be: "terschelling" is a surname too.
    let names = if page.at(at).length >= 9 { 0 } else { FAMILY | WEAK };
    !several && page.has(at, WORD | GIVEN | names | MONTH | MEDICINE | EPONYM | CARE)
}

/// Somebody, and that one comes from there: "radjesh uit beugen".
fn is_after_somebody(page: &Page<'_>, at: usize) -> bool {
    page.says(at.wrapping_sub(1), &["uit"]) && page.kind(at.wrapping_sub(2)) == Some(Kind::Person)
}

/// Whether a name of a place is meant as one here.
fn is_meant(page: &Page<'_>, at: usize, several: bool) -> bool {
    let token = page.at(at);
    let means_more = means_more(page, at, several);
    let means_word = !several && page.has(at, WORD | MONTH | MEDICINE | CARE);
    let after_street = page.kind(at.wrapping_sub(2)) == Some(Kind::Street);
    // "Schoterlandseweg 152, Nes": there it is a town, whatever it means elsewhere.
    let is_line = after_street && page.is(at.wrapping_sub(1), ',') && (token.capital || page.caseless);
    let announced = is_announced(page, at);
    if page.caseless {
        several && (announced || !page.has(at, WORD))
            || is_line
            || after_street && page.says(at.wrapping_sub(1), &["te", "in"])
            || announced && !means_word
            || is_after_somebody(page, at)
            || !means_more && token.length > 4
            || page.says(at.wrapping_sub(1), &["te"])
                && !page.has(at, VERB)
                && page.at(at.wrapping_sub(1)).classes & WORD != 0
                && !means_word
    } else if token.capital {
        !token.shout && (!means_word || announced && !token.opens || is_line)
            || token.shout && !means_more && token.length > 4 && !page.has(at, PROPER)
    } else {
        false
    }
}

/// "Hij ligt in De Lichtenvoorde": an article with a capital, inside a sentence, makes it a house; `institutions` takes it.
fn is_house(page: &Page<'_>, at: usize, several: bool) -> bool {
    let back = at.wrapping_sub(1);
    !several
        && !page.caseless
        && page.is_capital(at)
        && page.says(back, &["de", "het", "'t", "huize", "huis", "villa"])
        && (page.is_capital(back) || page.word(back).starts_with(is_apostrophe))
        && !page.at(back).opens
        && page.is_free(back)
}

/// Words after which something with a capital is a place.
fn announces(page: &Page<'_>, at: usize) -> bool {
    let back = at.wrapping_sub(1);
    let article = usize::from(page.says(back, &["de", "het", "'t", "den"]));
    let head = back.wrapping_sub(article);
    page.is_word(head) && page.has(head, PLACE_HEAD) && !page.at(at).line
}

/// "in Gelderswoude", "te Barsingerhorn", "de wijk Kerkelanden".
fn unknown(page: &mut Page<'_>, at: usize) {
    let is_other = page.has(
        at,
        CARE | MEDICINE | MONTH | WEEKDAY | TITLE | ROLE | INST_TYPE | UNIT | PRONOUN | EPONYM | PROPER,
    );
    let back = at.wrapping_sub(1);
    let strong = page.says(back, near::STRONG_PLACE_HEADS)
        || page.says(back, &["in"]) && page.has(back.wrapping_sub(1), LIVE);
    let looks = looks_like_one(page, at);
    let is_name = if page.caseless {
        !page.has(at, WORD | GIVEN | FAMILY)
            && looks
            && page.at(at).length >= 6
            && (page.ends(at, near::SURE_PLACE_ENDINGS) || !typos::is_compound(page.word(at)))
            || !page.has(at, WORD | VERB) && strong && looks
    } else {
        page.is_capital(at)
            && !page.at(at).shout
            && !page.has(at, WORD)
            && (strong || looks && !page.has(at, GIVEN))
            || page.is_capital(at) && strong && !page.at(at).shout && !page.at(at).opens
    };
    let compound =
        page.is(at + 1, '-') && page.at(at + 1).glued && page.is_word(at + 2) && !page.is_capital(at + 2);
    if is_other || !is_name || compound || page.has(at + 1, EPONYM_TAIL) || is_house(page, at, false) {
        return;
    }
    let mut to = at + 1;
    while to < at + 6
        && (page.is(to, '-') && page.at(to).glued && page.is_capital(to + 1)
            || page.is_capital(to)
                && !page.at(to).line
                && page.is_free(to)
                && !page.at(to).opens
                && !page.has(to, CARE | ROLE | TITLE | VERB))
    {
        to += 1 + usize::from(page.is(to, '-'));
    }
    claim(page, at, to, Certainty::Perhaps, Reason::Situation);
}

fn looks_like_one(page: &Page<'_>, at: usize) -> bool {
    // "Sterilium" ends like Dokkum.
    if page.at(at).length < 5 || page.ends(at, &["ium"]) {
        return false;
    }
    page.ends(at, ENDINGS)
}
