//! Whether a word of no list is a known word with a slip of the finger; asked only of the few words that may be a stranger's name.

use crate::class::{CARE, KIN, MEDICINE, PROPER, ROLE, TITLE, WORD};
use crate::fold::{Hash, fold};
use crate::lexicon;

/// The longest word that is tried, so that the work has a bound.
const LONGEST: usize = 16;

/// Whether a hash is that of a known word that is no name.
fn is_word(hash: Hash) -> bool {
    lexicon::classes(hash) & (WORD | MEDICINE | PROPER | CARE) != 0
}

/// Whether a hash is that of a word for somebody: "vaer" is a father.
fn is_somebody(hash: Hash) -> bool {
    lexicon::classes(hash) & (KIN | ROLE | TITLE) != 0
}

fn hash_on(hash: Hash, letters: &[char]) -> Hash {
    letters.iter().copied().fold(hash, Hash::folded)
}

/// The beginnings of a word with their hashes, and what follows each: from nothing up to the whole word.
fn splits(letters: &[char]) -> impl Iterator<Item = (Hash, &[char])> {
    let hashes = letters.iter().scan(Hash::new(), |hash, letter| {
        *hash = hash.folded(*letter);
        Some(*hash)
    });
    let beginnings = std::iter::once(Hash::new()).chain(hashes).enumerate();
    beginnings.map(|(at, hash)| (hash, letters.get(at..).unwrap_or_default()))
}

/// Whether it is put together from two known words, as Dutch does all the time: "thuismeting", "vragenfase".
pub(crate) fn is_compound(word: &str) -> bool {
    let letters: Vec<char> = word.chars().take(40).map(fold).collect();
    splits(&letters).any(|(before, after)| {
        let first = letters.len() - after.len();
        // "valrisico" has a short first part.
        let is_part = (after.len() >= 4 && first >= 4 || after.len() >= 5 && first == 3) && is_word(before);
        is_part
            && (is_word(hash_on(Hash::new(), after))
                || matches!(after, ['s', rest @ ..] if rest.len() >= 4 && is_word(hash_on(Hash::new(), rest))))
    })
}

/// Whether one slip makes it of a known word. Short words lie so close to each other that only swapped, doubled and left out letters
/// count for them.
pub(crate) fn is_typo(word: &str) -> bool {
    let letters: Vec<char> = word.chars().map(fold).collect();
    if letters.len() < 4 || letters.len() > LONGEST {
        return false;
    }
    let swapped = splits(&letters).any(|(before, after)| {
        matches!(after, [first, second, rest @ ..]
            if first != second && is_word(hash_on(before.folded(*second).folded(*first), rest)))
    });
    let long = letters.len() >= 6;
    let is_double = |at: usize| at > 0 && letters.get(at) == letters.get(at - 1);
    let doubled = || {
        splits(&letters).enumerate().any(|(at, (before, after))| {
            matches!(after, [_, rest @ ..] if (is_double(at) || letters.len() >= 7) && is_word(hash_on(before, rest)))
        })
    };
    let short = || {
        splits(&letters)
            .any(|(before, after)| ('a'..='z').any(|extra| is_somebody(hash_on(before.folded(extra), after))))
    };
    let other = || {
        splits(&letters).any(|(before, after)| {
            let rest = after.get(1..);
            ('a'..='z').map(|extra| before.folded(extra)).any(|hash| {
                is_word(hash_on(hash, after)) || rest.is_some_and(|rest| is_word(hash_on(hash, rest)))
            })
        })
    };
    swapped || doubled() || long && other() || !long && short()
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
