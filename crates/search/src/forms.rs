//! Which form of a word people would look up: "huizen" is a form of "huis", "gebeld" of "bel", "boompje" of "boom".
//!
//! Dutch spelling doubles letters by rule, so an ending can be taken off and the word spelled as it would be without. The rules
//! give several readings, and the word list says which one exists. What no rule can know stands in `lists/forms.txt` and
//! `lists/verbs.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::is_word;
use crate::spelling::{infinitives, undoubled, unspelled};
use crate::verbs::{PARTICLES, separable};

/// Endings come off one after the other: "boompjes", "boompje", "boom".
const STEPS: usize = 5;

/// `lists/forms.txt`: a form and its base.
static FORMS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    entries(include_str!("../lists/forms.txt"))
        .map(|entry| entry.split_once('=').unwrap_or((entry, entry)))
        .collect()
});

/// The words of a list without its remarks.
pub(crate) fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
}

/// The base of a folded word.
pub(crate) fn base(word: &str) -> String {
    let mut word = word.strip_suffix("'s").unwrap_or(word).replace('\'', "");
    if !word.is_ascii() {
        return word;
    }
    for _ in 0..STEPS {
        match step(&word) {
            Some(shorter) => word = shorter,
            None => break,
        }
    }
    word
}

/// A form that is nearer to the base, `None` when it is the base.
fn step(word: &str) -> Option<String> {
    if let Some(known) = FORMS.get(word) {
        return (*known != word).then(|| (*known).to_owned());
    }
    if word.len() < 4 {
        return None;
    }
    diminutive(word)
        .or_else(|| parted(word))
        .or_else(|| plural_or_infinitive(word))
        .or_else(|| plural_in_s(word))
        .or_else(|| inflected(word))
        .or_else(|| past(word))
        .or_else(|| third_person(word))
        .or_else(|| participle(word))
}

/// "huisje", "boompje", "balletje", "kettinkje", also several of them.
fn diminutive(word: &str) -> Option<String> {
    let one = word.strip_suffix('s').unwrap_or(word);
    let stem = one.strip_suffix("je")?;
    let of = |ending: &str| stem.strip_suffix(ending);
    let readings = [
        of("et").and_then(undoubled),
        of("et").map(str::to_owned),
        of("t").and_then(undoubled_vowel),
        of("t").map(str::to_owned),
        of("p").filter(|rest| rest.ends_with('m')).map(str::to_owned),
        of("k").map(|rest| format!("{rest}g")),
        Some(stem.to_owned()),
    ];
    let known = readings
        .into_iter()
        .flatten()
        .find(|reading| reading.len() >= 2 && is_word(reading));
    known.or_else(|| (one != word).then(|| one.to_owned()))
}

/// "autoo" as it stands in "autootje".
fn undoubled_vowel(word: &str) -> Option<String> {
    let last = word.chars().last().filter(|last| "aeou".contains(*last))?;
    let rest = word.strip_suffix(last)?;
    rest.ends_with(last).then(|| rest.to_owned())
}

/// A separable verb with something between its parts, or with an irregular second part: "opgebeld", "uitgaan".
fn parted(word: &str) -> Option<String> {
    PARTICLES.iter().find_map(|particle| {
        let rest = word.strip_prefix(particle)?;
        if let Some(known) = FORMS.get(rest).filter(|known| **known != rest) {
            return separable(particle, known).then(|| format!("{particle}{known}"));
        }
        let stem = participle(rest)?;
        separable(particle, &stem).then(|| format!("{particle}{stem}"))
    })
}

/// "huizen", "lopen", "wandelen", "ziekten".
fn plural_or_infinitive(word: &str) -> Option<String> {
    let stem = word.strip_suffix("en")?;
    // "teken" has "tekens": it is no plural itself.
    if stem.len() < 2 || is_word(&format!("{word}s")) {
        return None;
    }
    if let Some(rest) = stem.strip_suffix("hed") {
        return Some(format!("{rest}heid"));
    }
    let readings = unspelled(stem);
    if let Some(known) = readings.iter().find(|reading| is_word(reading)) {
        return Some(known.clone());
    }
    let without_n = word.strip_suffix('n')?;
    if is_word(without_n) {
        return Some(without_n.to_owned());
    }
    // Nothing is known about it, such as a new word: then by rule, so that at least its forms stay together.
    if is_word(word) || stem.len() < 4 {
        return None;
    }
    readings
        .into_iter()
        .max_by_key(|reading| reading.ends_with("eer"))
}

/// "tafels", "ouders"; not "huis", which has "huizen".
fn plural_in_s(word: &str) -> Option<String> {
    let one = word
        .strip_suffix('s')
        .filter(|one| one.len() >= 3 && !one.ends_with('s'))?;
    (is_word(one) && infinitives(word).iter().all(|more| !is_word(more))).then(|| one.to_owned())
}

/// "grote", "boze", "oude"; not "stage", which has "stages".
fn inflected(word: &str) -> Option<String> {
    let stem = word.strip_suffix('e').filter(|stem| stem.len() >= 2)?;
    if is_word(&format!("{word}s")) {
        return None;
    }
    unspelled(stem).into_iter().find(|reading| is_word(reading))
}

/// "werkte", "belde", "lopend", "lopende".
fn past(word: &str) -> Option<String> {
    if let Some(infinitive) = word.strip_suffix('d').or_else(|| word.strip_suffix("de"))
        && infinitive.ends_with("en")
        && infinitive.len() >= 5
        && is_word(infinitive)
    {
        return Some(infinitive.to_owned());
    }
    let stem = word.strip_suffix("te").or_else(|| word.strip_suffix("de"))?;
    is_verb(stem).then(|| stem.to_owned())
}

/// "werkt", "behandeld"; not "gast", which has "gasten".
fn third_person(word: &str) -> Option<String> {
    const PREFIXES: [&str; 12] = [
        "be", "ver", "ont", "her", "mis", "over", "onder", "door", "om", "voor", "weer", "er",
    ];
    let prefixed = PREFIXES.iter().any(|prefix| word.starts_with(prefix));
    let stem = word
        .strip_suffix('t')
        .or_else(|| word.strip_suffix('d').filter(|_| prefixed))?;
    let own = if prefixed {
        is_noun(word)
    } else {
        is_noun_or_adjective(word)
    };
    (stem.len() >= 3 && is_verb(stem) && !own).then(|| stem.to_owned())
}

/// "gebeld", "gepraat"; not "gedicht", which has "gedichten".
fn participle(word: &str) -> Option<String> {
    let rest = word.strip_prefix("ge").filter(|rest| rest.len() >= 3)?;
    if !rest.ends_with(['d', 't']) || FORMS.contains_key(word) || is_noun_or_adjective(word) {
        return None;
    }
    let stem = rest.strip_suffix(['d', 't']).filter(|stem| is_verb(stem));
    stem.or_else(|| is_verb(rest).then_some(rest)).map(str::to_owned)
}

/// Whether somebody can do this: "loop" has "lopen".
pub(crate) fn is_verb(stem: &str) -> bool {
    stem.len() >= 6 && stem.ends_with("eer") || infinitives(stem).iter().any(|infinitive| is_word(infinitive))
}

/// Whether a word in t or d has forms of its own: "kasten" beside "kast", "lichter" beside "licht".
fn is_noun_or_adjective(word: &str) -> bool {
    is_word(&format!("{word}er")) || is_noun(word)
}

fn is_noun(word: &str) -> bool {
    is_word(&format!("{word}en")) && !is_word(&format!("{word}e"))
}

/// What else a word is near to, by what it is derived from: "begeleiding" and "begeleid", "traagheid" and "traag".
pub(crate) fn derived(base: &str) -> Option<String> {
    if FORMS.contains_key(base) || !base.is_ascii() {
        return None;
    }
    if let Some(stem) = base
        .strip_suffix("heid")
        .filter(|stem| stem.len() >= 3 && is_word(stem))
    {
        return Some(self::base(stem));
    }
    let stem = base.strip_suffix("ing").filter(|stem| stem.len() >= 3)?;
    unspelled(stem)
        .into_iter()
        .find(|reading| is_word(&format!("{stem}en")) && is_word(reading))
        .map(|stem| self::base(&stem))
}
