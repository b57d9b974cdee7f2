//! Verbs that change inside ("loop", "liep") and verbs that fall apart ("opbellen", "belde … op").

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::forms::{base, is_verb};
use crate::lexicon::is_word;
use crate::spelling::infinitives;

/// What separable verbs begin with. The longer of two with the same beginning stands first.
pub(crate) const PARTICLES: [&str; 43] = [
    "achteruit",
    "achter",
    "aan",
    "af",
    "bijeen",
    "bij",
    "binnen",
    "deel",
    "door",
    "goed",
    "heen",
    "in",
    "kennis",
    "klaar",
    "kwijt",
    "langs",
    "los",
    "mee",
    "mis",
    "na",
    "neer",
    "om",
    "onder",
    "open",
    "over",
    "op",
    "plaats",
    "rond",
    "samen",
    "stil",
    "tegen",
    "terug",
    "thuis",
    "toe",
    "uit",
    "vast",
    "vol",
    "voor",
    "waar",
    "weg",
    "schoon",
    "dood",
    "vrij",
];
/// What verbs begin with that never fall apart.
const PREFIXES: [&str; 11] = [
    "be", "ver", "ont", "her", "ge", "mis", "over", "onder", "door", "om", "voor",
];

/// "tegen", "over" and "ver" in a row; no verb has more.
const MOST_PREFIXES: usize = 3;

/// `lists/verbs.txt`: a form and the base of its verb.
static STRONG: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| {
    let mut forms = BTreeMap::new();
    for line in include_str!("../lists/verbs.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let mut words = line.split_whitespace();
        let Some(infinitive) = words.next() else { continue };
        let stem = base(infinitive);
        for form in words {
            forms.entry(form).or_insert_with(|| stem.clone());
        }
    }
    forms
});

/// The base of the verb of which a word is a form that no ending explains: "liep" gives "loop", "begreep" "begrijp".
pub(crate) fn strong(word: &str) -> Option<String> {
    strong_within(word, MOST_PREFIXES)
}

fn strong_within(word: &str, prefixes: usize) -> Option<String> {
    if let Some(stem) = STRONG.get(word) {
        return (stem != word).then(|| stem.clone());
    }
    let more = prefixes.checked_sub(1)?;
    let inseparable = PREFIXES.iter().filter(|prefix| !PARTICLES.contains(prefix));
    PARTICLES.iter().chain(inseparable).find_map(|prefix| {
        let rest = word.strip_prefix(prefix).filter(|rest| rest.len() >= 2)?;
        let stem = strong_within(rest, more)?;
        separable(prefix, &stem).then(|| format!("{prefix}{stem}"))
    })
}

/// The verb without what can part from it: "opbel" is a kind of "bel". Not "overlijd", which has nothing to do with "lijd".
pub(crate) fn without_particle(stem: &str) -> Option<String> {
    let particles = PARTICLES.iter().filter(|particle| !PREFIXES.contains(particle));
    particles.into_iter().find_map(|particle| {
        let rest = stem.strip_prefix(particle).filter(|rest| rest.len() >= 3)?;
        (is_verb(rest) && separable(particle, rest)).then(|| rest.to_owned())
    })
}

/// Whether there is a verb of these two parts: "op" and "bel" are "opbellen".
pub(crate) fn separable(particle: &str, stem: &str) -> bool {
    infinitives(stem)
        .iter()
        .any(|infinitive| is_word(&format!("{particle}{infinitive}")))
}
