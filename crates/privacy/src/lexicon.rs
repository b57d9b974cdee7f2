//! Which word is what: a table made by `build.rs` from the lists, ready in the binary, so that starting costs nothing.
//!
//! A word is kept as 32 bits of its hash beside the place that the other bits choose. Of a million words that are in no list
//! about a thousandth of one is taken for one that is.

use crate::class::Classes;
use crate::fold::Hash;

/// Six bytes a slot: the upper half of the hash, and which set of classes; set zero is an empty slot.
static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/table.bin"));
/// The sets of classes that occur.
#[expect(clippy::unreadable_literal, reason = "written by a program")]
static SETS: &[Classes] = include!(concat!(env!("OUT_DIR"), "/sets.rs"));
/// Slots minus one; their number is a power of two.
#[expect(clippy::unreadable_literal, reason = "written by a program")]
const MASK: u64 = include!(concat!(env!("OUT_DIR"), "/mask.rs"));

const SLOT: usize = 6;

/// The classes of a word, none when it is in no list.
pub(crate) fn classes(hash: Hash) -> Classes {
    let value = hash.value();
    let wanted = (value >> 32).to_le_bytes();
    let mut slot = usize::try_from(value & MASK).unwrap_or_default() * SLOT;
    // The table is never full, so this ends; each turn looks at one more neighbour.
    while let Some(&[a, b, c, d, low, high]) = TABLE.get(slot..slot + SLOT) {
        let set = usize::from(u16::from_le_bytes([low, high]));
        if set == 0 {
            return 0;
        }
        if wanted.starts_with(&[a, b, c, d]) {
            return SETS.get(set).copied().unwrap_or_default();
        }
        slot += SLOT;
        if slot >= TABLE.len() {
            slot = 0;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class;

    #[test]
    fn words_are_found_whatever_their_case_and_accents() {
        for word in ["ozlem", "Özlem", "ÖZLEM"] {
            assert!(classes(Hash::new().text(word)) & class::GIVEN != 0, "{word}");
        }
        assert!(classes(Hash::new().text("tafel")) & class::WORD != 0);
        let words = ["hoek", "van", "holland"].map(|word| Hash::new().text(word));
        let phrase = words.into_iter().reduce(Hash::joined).unwrap();
        assert!(classes(phrase) & class::PLACE != 0);
        assert!(classes(Hash::new().text("hoek")) & class::PHRASE != 0);
        assert_eq!(classes(Hash::new().text("qqxqzzq")), 0);
    }
}
