//! Ages: in digits and words, with and without "jaar".
//!
//! How long something lasts is no age, so the sentence decides: somebody *is* 81, a man *van* 59, Truus (83), a 70-year-old.

use crate::class::{AGE_HEAD, KIN, NUMBER_WORD, ROLE, TITLE, UNIT};
use crate::finding::{Certainty, Kind, Reason, Suggestion};
use crate::near;
use crate::page::Page;
use crate::spelled::in_words;
use crate::token::Shape;

const OLDEST: u32 = 112;

/// Finds them; runs when names are known.
pub(crate) fn find(page: &mut Page<'_>) {
    for at in 0..page.len() {
        if !page.is_free(at) {
            continue;
        }
        if page.at(at).shape == Shape::Word {
            compound(page, at);
        }
        if let Some(age) = age(page, at)
            && let Some(reason) = reason(page, at, age)
        {
            note(page, at, age, reason);
        }
    }
}

fn note(page: &mut Page<'_>, at: usize, age: u32, reason: Reason) {
    let decade = Suggestion::Decade(u8::try_from(age / 10 * 10).unwrap_or_default());
    page.suggest(at, at + 1, (Kind::Age, Certainty::Likely, reason), decade);
}

/// A number that an age can be.
fn age(page: &Page<'_>, at: usize) -> Option<u32> {
    if page.at(at).shape == Shape::Number {
        let follows = page.before_glued_number(at)
            && !(page.before(at).shape == Shape::Word
                && page.before(at).length == 1
                && page.at(at).length == 2);
        return page
            .number(at)
            .filter(|age| *age <= OLDEST && page.at(at).length <= 3 && !follows);
    }
    // "een" is an article nearly always.
    if !page.has(at, NUMBER_WORD) || page.says(at, &["een", "één"]) && !is_year(page, at + 1) {
        return None;
    }
    in_words(page.word(at))
}

/// "tachtigjarige", "zesentachtigjarig".
fn compound(page: &mut Page<'_>, at: usize) {
    let word = page.word(at);
    if page.at(at).length < 9 || !page.ends(at, &["jarige"]) {
        return;
    }
    let Some(stem) = word.to_lowercase().strip_suffix("jarige").map(str::to_owned) else {
        return;
    };
    if stem.is_empty() || is_thing(page, at + 1) {
        return;
    }
    if let Some(age) = in_words(&stem).filter(|age| *age > 10) {
        note(page, at, age, Reason::Form);
    }
}

/// What may be so many years old and is nobody.
fn is_thing(page: &Page<'_>, at: usize) -> bool {
    page.says(at, near::THINGS)
}

fn is_year(page: &Page<'_>, at: usize) -> bool {
    page.says(at, &["jaar", "jr", "j", "jaren", "jaartjes", "jara", "jaer"])
}

/// Whether a token can be somebody: a name found before, or a word for people.
fn is_somebody(page: &Page<'_>, at: usize) -> bool {
    page.kind(at) == Some(Kind::Person) || page.has(at, AGE_HEAD | KIN | ROLE | TITLE) && page.is_word(at)
}

fn is_subject(page: &Page<'_>, at: usize) -> bool {
    page.says(at, near::SUBJECTS) || is_somebody(page, at)
}

/// A full stop, comma, line end, bracket or joining word: the number stands for itself.
fn is_end(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    token.line || page.is_any(at, ".,;:)!?–") || page.says(at, near::AFTER_AGE)
}

/// A number that may be an age, and what stands around it.
#[derive(Debug, Clone, Copy)]
struct Place {
    at: usize,
    age: u32,
    /// The token before.
    back: usize,
    /// The token after it, and after "jaar" or "weken".
    after: usize,
    has_year: bool,
    is_digits: bool,
}

fn reason(page: &Page<'_>, at: usize, age: u32) -> Option<Reason> {
    let next = at + 1;
    let has_year = is_year(page, next);
    let is_small = page.says(next, &["maanden", "maand", "weken", "mnd", "mnden", "dagen"]);
    let after = next + usize::from(has_year || is_small);
    let place = Place {
        at,
        age,
        back: at.wrapping_sub(1),
        after: after + usize::from(has_year && page.is(after, '.')),
        has_year,
        is_digits: is_digits(page, at),
    };
    let adjective = next + usize::from(page.is_any(next, "-–"));
    if page.says(adjective, near::YEAR_OLD) {
        return (!is_thing(page, adjective + 1)).then_some(Reason::Form);
    }
    let is_old = page.says(next + 1, &["oud", "oude"]) || has_year && page.says(next + 1, &["jong", "jonge"]);
    if (has_year || is_small) && is_old {
        return Some(Reason::Form);
    }
    if is_announced(page, place) {
        return Some(Reason::Announced);
    }
    let is_count = page.has(next, UNIT) && !is_small || is_small && !is_small_child(page, place);
    let told = birthday(page, place) || !is_count && (alone(page, place) || in_sentence(page, place));
    told.then_some(Reason::Situation)
}

/// "leeftijd: 45", "een leeftijd van 45".
fn is_announced(page: &Page<'_>, place: Place) -> bool {
    const WORDS: &[&str] = &["leeftijd", "lft", "lftd"];
    let two = place.back.wrapping_sub(1);
    let is_joined = page.is(place.back, ':') || page.says(place.back, &["van", "is"]);
    page.says(place.back, WORDS) || is_joined && page.says(two, WORDS)
}

/// "op haar 45e".
fn birthday(page: &Page<'_>, place: Place) -> bool {
    let next = place.at + 1;
    let two = place.back.wrapping_sub(1);
    page.says(next, &["e", "ste", "de"])
        && page.at(next).glued
        && page.says(place.back, &["zijn", "haar", "mijn", "hun", "m'n"])
        && page.says(two, &["op", "sinds", "vanaf", "rond", "na", "voor", "tot"])
        && (10..=OLDEST).contains(&place.age)
}

/// "een baby van 6 weken", "de baby (5 dagen)".
fn is_small_child(page: &Page<'_>, place: Place) -> bool {
    let two = place.back.wrapping_sub(1);
    let is_told = page.says(place.back, &["van"]) && page.says(two, near::SMALL_CHILDREN);
    is_told || page.is(place.back, '(') && page.is(place.after, ')') && page.has(two, AGE_HEAD)
}

/// Between commas, at the beginning of a sentence, in a row: "Mevrouw is hier twee jaar, 62, gevlucht", "73 jaar, gepensioneerd".
fn alone(page: &Page<'_>, place: Place) -> bool {
    let Place {
        at,
        age,
        back,
        after,
        has_year,
        is_digits,
        ..
    } = place;
    let two = back.wrapping_sub(1);
    let is_adult = age >= 18 && page.at(at).length == 2 && page.is(after, ',') && page.is_word(after + 1);
    let is_plain = is_adult && (page.is_word(two) || page.is(two, '.')) && !page.has(after + 1, NUMBER_WORD);
    let closes = page.is_any(after, ",).;") || page.is(after.wrapping_sub(1), '.');
    let in_commas = page.is(back, ',') && (has_year && closes || is_digits && is_plain);
    let first = page.at(at).opens && has_year && page.is(after, ',');
    // "83 is ze", "Negentig jaar werd hij".
    let verb = if has_year { after } else { at + 1 };
    let turned = (is_digits || has_year)
        && page.says(verb, &["is", "was", "werd", "wordt"])
        && page.says(verb + 1, &["ze", "hij", "zij", "mevrouw", "meneer"]);
    // "Hij is 88, zij 84."
    let is_each = page.says(back, &["allebei", "beiden", "beide"]) && is_digits;
    let short = (page.says(back, &["hij", "zij", "ze"]) || is_each)
        && (has_year || page.is_any(at + 1, ".,;)"))
        && (age >= 20 || is_digits)
        && page.at(at).length >= 2;
    in_commas || first || turned || short || among_children(page, at) || both(page, place)
}

/// "Ze zijn 80 en 89."
fn both(page: &Page<'_>, place: Place) -> bool {
    let is_pair = |at: usize| {
        page.says(at, &["zijn", "waren", "worden"])
            && page.says(at.wrapping_sub(1), &["ze", "zij", "beiden", "allebei"])
            && page
                .number(at + 1)
                .is_some_and(|age| (18..=OLDEST).contains(&age))
            && page.says(at + 2, &["en"])
            && page
                .number(at + 3)
                .is_some_and(|age| (18..=OLDEST).contains(&age))
            && !page.has(at + 4, UNIT)
    };
    is_pair(place.back) || is_pair(place.back.wrapping_sub(2))
}

fn in_sentence(page: &Page<'_>, place: Place) -> bool {
    let Place {
        at,
        after,
        has_year,
        is_digits,
        ..
    } = place;
    let closes = after_is_fine(page, after, has_year);
    after_somebody(page, at, after, has_year)
        || as_subject(page, at, closes, has_year)
        || (is_digits && after_sex(page, at, after))
}

/// "kinderen van 6, 8 en 11": a row of ages.
fn among_children(page: &Page<'_>, at: usize) -> bool {
    let mut back = at;
    for _ in 0..10 {
        let Some(before) = back.checked_sub(1) else {
            return false;
        };
        back = before;
        if page.says(back, &["van", "leeftijden"]) {
            let is_end = !page.is_any(at + 1, "%€:/") && !page.has(at + 1, UNIT);
            return is_end && page.says(back.wrapping_sub(1), near::CHILDREN);
        }
        let is_row = matches!(page.at(back).shape, Shape::Number | Shape::Mark(','))
            || page.says(back, &["en", "tot", "jaar", "t/m"]);
        if !is_row {
            return false;
        }
    }
    false
}

/// After "jaar" a word that tells a duration.
fn after_is_fine(page: &Page<'_>, after: usize, has_year: bool) -> bool {
    // "Ze is 80 jr. Haar nicht": the full stop is the end of the sentence too.
    if is_end(page, after) || has_year && page.is(after.wrapping_sub(1), '.') {
        return true;
    }
    has_year && page.says(after, near::AFTER_YEARS) && !page.says(after, &["op", "in", "bij", "sinds"])
}

/// "Truus (83)", "een man van 59", "mijn moeder, 81 jaar,", "zoon Dex van 8", "dhr Vos 81 jaar".
fn after_somebody(page: &Page<'_>, at: usize, after: usize, has_year: bool) -> bool {
    let back = at.wrapping_sub(1);
    let two = back.wrapping_sub(1);
    if page.is(back, '(') {
        let closes = page.is_any(after, "),;-–")
            || page.is(after, '/')
            || page.says(
                after,
                &["vrouw", "man", "m", "v", "gehuwd", "alleenstaand", "oud"],
            );
        return closes
            && (is_somebody(page, two)
                || page.says(two, &["hij", "zij", "ze", "hem", "haar"])
                || has_year
                || page.kind(two).is_none()
                    && page.is_capital(two)
                    && page.is_free(two)
                    && !page.at(two).shout);
    }
    if page.says(back, &["van"]) {
        let many = !has_year && page.says(after, &["de", "het", "onze", "deze", "die", "mijn"]);
        let is_fine =
            is_end(page, after) || has_year || is_digits(page, at) && !many && !page.has(after, UNIT);
        let subject = is_somebody(page, two) && !page.says(two, &["hulp", "arts"])
            || page.says(two, near::ONES) && has_year;
        return is_fine && subject && !is_start_of_measure(page, at);
    }
    if page.is(back, ',') {
        let subject = is_somebody(page, two) || page.kind(two) == Some(Kind::Person) || page.is(two, ')');
        // "Moeder (Bron, 88) zegt".
        let in_brackets = page.is(after, ')') && page.kind(two) == Some(Kind::Person);
        return (subject && (has_year || page.is_any(after, ",.;") || in_brackets || page.at(after).line)
            || has_year && is_end(page, after) && page.kind(two).is_some())
            && !page.is_any(after, "%");
    }
    // "en 8": "kinderen van 6, 8 en 11" and "Bram en Saar (9 en 11)".
    let is_person =
        page.kind(back) == Some(Kind::Person) || page.has(back, AGE_HEAD) && page.says(back, near::DIRECTLY);
    is_person
        && page.at(at).shape == Shape::Number
        && (has_year && after_is_fine(page, after, true) || page.is_any(after, ",.)") && !page.at(at).line)
}

fn is_digits(page: &Page<'_>, at: usize) -> bool {
    page.at(at).shape == Shape::Number
}

fn is_start_of_measure(page: &Page<'_>, at: usize) -> bool {
    page.is_any(at + 1, "%€,/-:")
        && page.at(at + 1).glued
        && page.at(at + 2).shape == Shape::Number
        && page.at(at + 2).glued
}

/// "Ze is 81 en", "hij wordt 90.", "meneer is net 64 geworden", "zij is 34,".
fn as_subject(page: &Page<'_>, at: usize, closes: bool, has_year: bool) -> bool {
    let mut back = at.wrapping_sub(1);
    for _ in 0..2 {
        if page.has(back, crate::class::MONTH)
            || page.says(back, &["in"])
            || page.says(back, near::ADVERBS_OF_AGE)
        {
            back = back.wrapping_sub(1);
        }
    }
    if !page.says(back, &["is", "was", "wordt", "werd", "ben", "bent"]) || is_start_of_measure(page, at) {
        return false;
    }
    let two = back.wrapping_sub(1);
    let subject = is_subject(page, two)
        || page.says(back + 1, &["zij", "hij", "ze"])
        || page.is(two, ')')
        || is_subject(page, two.wrapping_sub(1)) && page.says(two, &["zelf"]);
    let inverted = page.says(two, &["nu", "inmiddels", "dan"]);
    // "Hij heet Rutger en is 44.": the subject stands further back in the sentence.
    let far = closes
        && page.at(at).length == 2
        && is_digits(page, at)
        && (2..12)
            .map_while(|far| back.checked_sub(far))
            .take_while(|far| !page.is_any(*far, ".!?") && !page.at(*far + 1).line)
            .any(|far| page.kind(far) == Some(Kind::Person) || page.says(far, &["hij", "ze", "zij"]))
        && (page.says(two, &["en", "die"]) || page.is_any(two, ",)"));
    // "Mevrouw uit het dorp is 81 jaar": with the word it needs no closer look.
    subject && closes
        || far
        || has_year
            && closes
            && (inverted
                || page.at(two).shape == Shape::Word
                    && !page.has(two, UNIT)
                    && !page.says(two, &["het", "dit", "dat", "termijn", "duur", "wachttijd", "er"]))
}

/// "M67", "v, 82 jr", "vr. 74".
fn after_sex(page: &Page<'_>, at: usize, after: usize) -> bool {
    let back = at.wrapping_sub(1);
    let glued =
        page.at(at).glued && page.says(back, &["m", "v"]) && page.at(at).length == 2 && !page.at(back).glued;
    let spaced = page.is_any(back, "/.,-")
        && page.says(
            back.wrapping_sub(1),
            &["m", "v", "vr", "man", "vrouw", "dhr", "mw"],
        )
        && page.at(at).length == 2
        && is_year(page, at + 1);
    (glued && (is_end(page, after) || page.is_word(after))) || spaced
}
