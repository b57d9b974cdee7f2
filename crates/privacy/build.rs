//! Makes the table of words from the lists, see `src/lexicon.rs`.

#[path = "src/class.rs"]
#[expect(dead_code, reason = "a union that only the detector asks for")]
mod class;
#[path = "src/fold.rs"]
mod fold;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use class::{
    BOTH, CARE, Classes, DOES, FAMILY, GIVEN, NEVER, PHRASE, PLACE, PLACES, SECTIONS, STREET, STREETS, TOWN,
    WEAK, WEAK_WORD, WORD,
};
use fold::Hash;

const GENERATED: [&str; 7] = [
    "words", "given", "weak", "family", "places", "capitals", "streets",
];
const OWN: [&str; 6] = ["names", "people", "care", "places", "institutions", "numbers"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=lists");
    println!("cargo::rerun-if-changed=src/class.rs");
    println!("cargo::rerun-if-changed=src/fold.rs");
    let mut words: BTreeMap<String, Classes> = BTreeMap::new();
    let lists = PathBuf::from("lists");
    for name in GENERATED {
        generated(
            &fs::read_to_string(lists.join(format!("{name}.txt")))?,
            section(name)?,
            &mut words,
        );
    }
    for name in OWN {
        own(
            &fs::read_to_string(lists.join("own").join(format!("{name}.txt")))?,
            &mut words,
        )?;
    }
    // Every beginning of a phrase says that more may follow, so that looking for one stops early.
    let beginnings = |phrase: &String| {
        phrase
            .match_indices(' ')
            .map(|(at, _)| phrase.split_at(at).0.to_owned())
            .collect::<Vec<_>>()
    };
    let phrases: Vec<String> = words.keys().flat_map(beginnings).collect();
    for first in phrases {
        *words.entry(first).or_default() |= PHRASE;
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    fs::write(out.join("sounds.bin"), sounds(&words))?;
    let verbs: Vec<String> = words
        .keys()
        .filter(|word| is_verb(word, &words))
        .cloned()
        .collect();
    for verb in verbs {
        *words.entry(verb).or_default() |= DOES;
    }
    write(
        &out,
        &words
            .into_iter()
            .map(|(word, classes)| (word, settle(classes)))
            .collect::<Vec<_>>(),
    )
}

/// "telt" and "telde", because there are "tellen" and "geteld"; "verhuist" has "verhuizen" and "verhuisd".
fn is_verb(word: &str, words: &BTreeMap<String, Classes>) -> bool {
    let is_word = |word: &str| words.get(word).is_some_and(|classes| classes & WORD != 0);
    let stem = word
        .strip_suffix("de")
        .or_else(|| word.strip_suffix("te"))
        .or_else(|| word.strip_suffix('t'));
    let Some(stem) = stem.filter(|stem| stem.len() >= 3 && stem.is_ascii() && is_word(word)) else {
        return false;
    };
    let infinitives = infinitives(stem);
    let has_prefix = ["be", "ver", "ont", "her", "er", "ge"]
        .iter()
        .any(|prefix| stem.starts_with(prefix));
    let participle = ["d", "t"].iter().any(|ending| {
        is_word(&format!("ge{stem}{ending}")) || has_prefix && is_word(&format!("{stem}{ending}"))
    });
    infinitives
        .iter()
        .any(|infinitive| is_word(infinitive) && (participle || is_word(&format!("ge{infinitive}"))))
}

/// The infinitives that a stem may have: "tel" of "tellen", "loop" of "lopen", "lees" of "lezen".
fn infinitives(stem: &str) -> Vec<String> {
    let mut stems = vec![stem.to_owned()];
    let mut letters = stem.chars().rev();
    if let (Some(last), Some(before), Some(third)) = (letters.next(), letters.next(), letters.next()) {
        stems.push(format!("{stem}{last}"));
        let head = stem.get(..stem.len() - 1).unwrap_or_default();
        let soft = match last {
            'f' => 'v',
            's' => 'z',
            other => other,
        };
        stems.push(format!("{head}{soft}"));
        if before == third && "aeou".contains(before) {
            let short = stem.get(..stem.len() - 2).unwrap_or_default();
            stems.push(format!("{short}{last}"));
            stems.push(format!("{short}{soft}"));
        }
    }
    stems.into_iter().map(|stem| stem + "en").collect()
}

/// How much likelier three letters are in names than in words, see `src/sound.rs`.
fn sounds(words: &BTreeMap<String, Classes>) -> Vec<u8> {
    const SYMBOLS: usize = 27;
    let mut counts = vec![(0_u32, 0_u32); SYMBOLS * SYMBOLS * SYMBOLS];
    for (word, classes) in words {
        let is_plain =
            (3..=13).contains(&word.len()) && word.bytes().all(|letter| letter.is_ascii_lowercase());
        if !is_plain || classes & (GIVEN | WEAK | FAMILY | WORD) == 0 {
            continue;
        }
        let (mut first, mut second) = (SYMBOLS - 1, SYMBOLS - 1);
        for third in word
            .bytes()
            .map(|letter| usize::from(letter - b'a'))
            .chain([SYMBOLS - 1])
        {
            if let Some((names, others)) = counts.get_mut((first * SYMBOLS + second) * SYMBOLS + third) {
                *names += u32::from(classes & (GIVEN | WEAK | FAMILY) != 0);
                *others += u32::from(classes & WORD != 0);
            }
            (first, second) = (second, third);
        }
    }
    let (names, others) = counts
        .iter()
        .fold((0, 0), |(names, others), (a, b)| (names + a, others + b));
    let ratio = |(a, b): &(u32, u32)| {
        // What hardly occurs says nothing: as if the three letters had stood twice more, shared like all others.
        let share =
            |count: u32, all: u32| f64::from(count) / f64::from(all) + 2.0 / f64::from(names + others);
        (share(*a, names) / share(*b, others)).ln()
    };
    // Between minus three and three, in sixteenths.
    let level = |ratio: f64| (-48..48).filter(|level| ratio * 16.0 > f64::from(*level)).count();
    let levels = counts.iter().map(|count| level(ratio(count)));
    levels
        .map(|level| u8::try_from(level).unwrap_or_default())
        .collect()
}

/// What a word of several lists is in the end.
fn settle(mut classes: Classes) -> Classes {
    if classes & PLACES != 0 {
        classes |= PLACE;
    }
    if classes & STREETS != 0 {
        classes |= STREET;
    }
    // "Jan" in lower case is a shipping term that nobody uses; only [both] says which names are usual words.
    if classes & GIVEN != 0 && classes & WORD != 0 && classes & BOTH == 0 {
        classes &= !WORD;
    }
    if classes & WEAK != 0 && classes & (WORD | GIVEN) != 0 {
        if classes & GIVEN == 0 {
            classes |= WEAK_WORD;
        }
        classes &= !WEAK;
    }
    if classes & NEVER != 0 {
        classes &= !(GIVEN | WEAK | FAMILY | BOTH | NEVER);
    }
    // An abbreviation that is a girl as well: "ANNA".
    if classes & GIVEN != 0 {
        classes &= !CARE;
    }
    if classes & BOTH != 0 && classes & (GIVEN | WEAK) == 0 {
        classes &= !BOTH;
    }
    if classes & BOTH != 0 {
        classes |= WORD;
    }
    if classes & TOWN != 0 {
        classes &= !WORD;
    }
    classes & !(PLACES | STREETS | TOWN)
}

fn section(name: &str) -> Result<Classes, String> {
    let found = SECTIONS.iter().find(|(section, _)| *section == name);
    found
        .map(|(_, class)| *class)
        .ok_or_else(|| format!("no class is called {name}"))
}

fn key(word: &str) -> String {
    let mut key = String::new();
    for letter in word.chars() {
        key.push(fold::fold(letter));
        key.extend(fold::second(letter));
    }
    key
}

/// A list of `make.py`: each line begins with how many letters it shares with the one before.
fn generated(text: &str, class: Classes, words: &mut BTreeMap<String, Classes>) {
    let mut before: Vec<char> = Vec::new();
    for line in text.lines() {
        let mut letters = line.chars();
        let shared = letters
            .next()
            .and_then(|digit| digit.to_digit(36))
            .unwrap_or_default();
        before.truncate(usize::try_from(shared).unwrap_or_default());
        before.extend(letters);
        let word: String = before.iter().collect();
        *words.entry(spaced(&word)).or_default() |= class;
    }
}

/// The tokeniser parts words at these marks, so a phrase has spaces there.
fn spaced(word: &str) -> String {
    let key = key(word).replace(['-', '.', '&', '+', '/'], " ");
    key.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A list by hand: sections in brackets, words between commas and line ends.
fn own(text: &str, words: &mut BTreeMap<String, Classes>) -> Result<(), String> {
    let mut class = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            class = section(name)?;
            continue;
        }
        for word in line.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            *words.entry(spaced(word)).or_default() |= class;
        }
    }
    Ok(())
}

fn write(out: &Path, words: &[(String, Classes)]) -> Result<(), Box<dyn Error>> {
    let mut sets: Vec<Classes> = vec![0];
    let slots = (words.len() * 3 / 2).next_power_of_two();
    let mut table = vec![(0_u32, 0_u16); slots];
    let mask = u64::try_from(slots)? - 1;
    for (word, classes) in words {
        let set = sets.iter().position(|set| set == classes).unwrap_or_else(|| {
            sets.push(*classes);
            sets.len() - 1
        });
        let parts = word.split(' ').map(|part| Hash::new().text(part));
        let value = parts.reduce(Hash::joined).unwrap_or(Hash::new()).value();
        let mut slot = usize::try_from(value & mask)?;
        while table.get(slot).is_some_and(|entry| entry.1 != 0) {
            slot = (slot + 1) % slots;
        }
        if let Some(entry) = table.get_mut(slot) {
            *entry = (u32::try_from(value >> 32)?, u16::try_from(set)?);
        }
    }
    let bytes: Vec<u8> = table
        .iter()
        .flat_map(|(print, set)| print.to_le_bytes().into_iter().chain(set.to_le_bytes()))
        .collect();
    fs::write(out.join("table.bin"), bytes)?;
    fs::write(out.join("sets.rs"), format!("&{sets:?}"))?;
    fs::write(out.join("mask.rs"), format!("{mask}"))?;
    Ok(())
}
