//! Whether a word that no list knows sounds like a name rather than like a Dutch word, by its letters three at a time.
//!
//! `build.rs` counts how often each three letters stand in the names and in the words of the lists; here the logarithms of their
//! ratios are added up. Of names that were left out of the counting half score four or more, of words that were left out three in
//! a hundred do.

use crate::fold::fold;

/// For each three letters the logarithm of the ratio in sixteenths, plus [`MIDDLE`].
static SOUNDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sounds.bin"));

/// Letters and what stands around a word.
const SYMBOLS: usize = 27;
/// As likely in a name as in a word.
const MIDDLE: i32 = 48;
/// Stands around a word.
const EDGE: usize = SYMBOLS - 1;
/// One unit of the logarithm.
const UNIT: i32 = 16;

/// How much more a word sounds like a name than like a word; nothing for one that is as likely the one as the other.
pub(crate) fn likeness(word: &str) -> i32 {
    let letters = word.chars().filter_map(symbol);
    let (mut first, mut second, mut sum) = (EDGE, EDGE, 0);
    for third in letters.chain([EDGE]) {
        let at = (first * SYMBOLS + second) * SYMBOLS + third;
        sum += SOUNDS.get(at).map_or(0, |sound| i32::from(*sound) - MIDDLE);
        (first, second) = (second, third);
    }
    sum / UNIT
}

fn symbol(letter: char) -> Option<usize> {
    let letter = u8::try_from(fold(letter)).ok()?;
    letter.is_ascii_lowercase().then(|| usize::from(letter - b'a'))
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn names_of_no_list_sound_like_names_and_words_of_no_list_do_not() {
        for name in ["Ghizlane", "Yordanos", "Loubaba", "Zbyszek", "Anuradha"] {
            assert!(likeness(name) >= 4, "{name}: {}", likeness(name));
        }
        for word in [
            "begeleidinguur",
            "zorgmijding",
            "opschaalde",
            "doorpakken",
            "uitgeprint",
        ] {
            assert!(likeness(word) <= 0, "{word}: {}", likeness(word));
        }
        assert_eq!(likeness(""), likeness("ж"));
    }
}
