//! Makes filters of the word lists, see `src/lexicon.rs`.

#[path = "src/bits.rs"]
mod bits;
#[path = "src/fold.rs"]
mod fold;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

/// The Dutch words of the privacy guard: the repository holds them once.
const WORDS: &str = "../privacy/lists/words.txt";
const PARTS: &str = "lists/parts.txt";
/// Words of care.
const CARE: &str = "lists/care.txt";
/// Bits for each word. Of a thousand words that are in no list, about one is taken for one that is.
const EACH: usize = 14;
/// Bits for each part of compounds: a word is asked for in many places, so a mistake in a thousand would be one in a hundred.
const EACH_PART: usize = 24;

fn main() -> Result<(), Box<dyn Error>> {
    for name in [WORDS, PARTS, CARE, "src/bits.rs", "src/fold.rs"] {
        println!("cargo::rerun-if-changed={name}");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let care: Vec<String> = listed(&fs::read_to_string(CARE)?);
    let mut words = unfolded(&fs::read_to_string(WORDS)?);
    words.extend(care.iter().cloned());
    fs::write(out.join("words.bin"), filter(&words, EACH))?;
    let parts = unfolded(&fs::read_to_string(PARTS)?);
    for (name, kinds) in [("firsts", ['1', '3']), ("lasts", ['2', '3'])] {
        let mut some: Vec<String> = parts
            .iter()
            .filter_map(|part| part.strip_suffix(kinds).map(str::to_owned))
            .collect();
        some.extend(care.iter().cloned());
        fs::write(out.join(format!("{name}.bin")), filter(&some, EACH_PART))?;
    }
    Ok(())
}

/// The words of a list by hand, without its remarks.
fn listed(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

/// A list in which each line begins with how many letters it shares with the one before.
fn unfolded(text: &str) -> Vec<String> {
    let mut before: Vec<char> = Vec::new();
    let mut words = Vec::new();
    for line in text.lines() {
        let mut letters = line.chars();
        let shared = letters
            .next()
            .and_then(|digit| digit.to_digit(36))
            .unwrap_or_default();
        before.truncate(usize::try_from(shared).unwrap_or_default());
        before.extend(letters);
        let mut word = String::new();
        for letter in &before {
            fold::fold(*letter, &mut word);
        }
        words.push(word);
    }
    words
}

fn filter(words: &[String], each: usize) -> Vec<u8> {
    let mut filter = vec![0_u8; (words.len() * each).div_ceil(8)];
    for word in words {
        for at in bits::places(word, filter.len()) {
            if let Some(byte) = filter.get_mut(at / 8) {
                *byte |= 1 << (at % 8);
            }
        }
    }
    filter
}
