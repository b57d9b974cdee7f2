//! Which words there are in Dutch, and which of them compounds are made of.
//!
//! A filter of bits is enough, because it is only asked whether a word that a rule has made exists: 250,000 words are 444 kB.

use crate::bits::places;

static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));
static FIRSTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/firsts.bin"));
static LASTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lasts.bin"));

/// Whether it is a Dutch word, in any of its forms. Knows words of at most thirteen letters.
pub(crate) fn is_word(word: &str) -> bool {
    has(WORDS, word)
}

/// Whether compounds begin with it.
pub(crate) fn is_first(word: &str) -> bool {
    has(FIRSTS, word)
}

/// Whether compounds end with it.
pub(crate) fn is_last(word: &str) -> bool {
    has(LASTS, word)
}

fn has(filter: &[u8], word: &str) -> bool {
    places(word, filter.len()).all(|at| filter.get(at / 8).is_some_and(|byte| byte & (1 << (at % 8)) != 0))
}
