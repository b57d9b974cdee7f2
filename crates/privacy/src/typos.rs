//! Whether a word of no list is a known word with a slip of the finger; asked only of the few words that may be a stranger's name.

use crate::class::WORD;
use crate::fold::{Hash, fold};
use crate::lexicon;

/// The longest word that is tried, so that the work has a bound.
const LONGEST: usize = 16;

fn is_word(letters: impl Iterator<Item = char>) -> bool {
    lexicon::classes(letters.fold(Hash::new(), Hash::folded)) & WORD != 0
}

/// Whether it is put together from two known words, as Dutch does all the time: "thuismeting", "vragenfase".
pub(crate) fn is_compound(word: &str) -> bool {
    let letters: Vec<char> = word.chars().take(40).map(fold).collect();
    (4..letters.len().saturating_sub(3)).any(|at| {
        let part = |from: usize, to: usize| letters.iter().copied().take(to).skip(from);
        let links = letters.get(at) == Some(&'s') && letters.len() > at + 4;
        is_word(part(0, at))
            && (is_word(part(at, letters.len())) || links && is_word(part(at + 1, letters.len())))
    })
}

/// Whether one slip makes it of a known word. Short words lie so close to each other that only swapped, doubled and left out letters
/// count for them.
pub(crate) fn is_typo(word: &str) -> bool {
    let letters: Vec<char> = word.chars().map(fold).collect();
    if letters.len() < 4 || letters.len() > LONGEST {
        return false;
    }
    let around = |at: usize| (letters.iter().take(at).copied(), letters.iter().skip(at).copied());
    let alphabet = || 'a'..='z';
    let swapped = (0..letters.len() - 1).any(|at| {
        let (before, after) = around(at);
        let mut pair: Vec<char> = after.collect();
        if pair.len() >= 2 {
            pair.swap(0, 1);
        }
        is_word(before.chain(pair))
    });
    let doubled = || {
        (0..letters.len()).any(|at| {
            let (before, after) = around(at);
            let is_double = at > 0 && letters.get(at) == letters.get(at - 1);
            (is_double || letters.len() >= 7) && is_word(before.chain(after.skip(1)))
        })
    };
    let long = letters.len() >= 6;
    let left_out = || {
        long && (0..=letters.len()).any(|at| {
            alphabet().any(|extra| {
                let (before, after) = around(at);
                is_word(before.chain([extra]).chain(after))
            })
        })
    };
    swapped
        || doubled()
        || left_out()
        || long
            && (0..letters.len()).any(|at| {
                alphabet().any(|other| {
                    let (before, after) = around(at);
                    is_word(before.chain([other]).chain(after.skip(1)))
                })
            })
}

#[cfg(test)]
mod tests {
    use super::is_typo;

    #[test]
    fn slips_of_known_words_are_seen_and_names_are_not() {
        for typed in ["gsproken", "wordrn", "opphing", "verteln", "verdrite"] {
            assert!(is_typo(typed), "{typed}");
        }
        for name in ["Oumnia", "Zwiebelink", "Praraa"] {
            assert!(!is_typo(name), "{name}");
        }
    }
}
