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
    BOTH, CARE, Classes, FAMILY, GIVEN, NEVER, PHRASE, PLACE, PLACES, SECTIONS, STREET, STREETS, TOWN, WEAK,
    WORD,
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
    write(
        &out,
        &words
            .into_iter()
            .map(|(word, classes)| (word, settle(classes)))
            .collect::<Vec<_>>(),
    )
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
        let value = Hash::new().text(word).value();
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
