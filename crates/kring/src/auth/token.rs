//! Secrets that prove who somebody is.

use std::fmt;

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

use crate::clock::Ids;

/// 256 random bits. Whoever has them is let in, so only their hash is ever stored and `Debug` hides them.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token([u8; 32]);

impl Token {
    pub(crate) fn fresh(ids: &Ids) -> anyhow::Result<Self> {
        ids.secret().map(Self).context("asking the system for randomness")
    }

    /// Reads what [`fmt::Display`] writes; `None` for anything else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(index * 2..index * 2 + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// The bits themselves, for hashing something else under them.
    pub(super) const fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What the database keeps: SHA-256. A slow hash would add nothing, because nobody can guess 256 bits.
    pub(crate) fn hash(&self) -> String {
        hex(&Sha256::digest(self.0))
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

/// Bytes as text.
pub(super) fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|half| char::from_digit(u32::from(half), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_never_shown_by_accident() {
        let token = Token::fresh(&Ids::Random).unwrap();
        assert_eq!(Token::parse(&token.to_string()), Some(token.clone()));
        assert!(!format!("{token:?}").contains(&token.to_string()));
        assert_ne!(token.hash(), token.to_string());
    }

    #[test]
    fn what_is_no_token_is_refused() {
        let long = "é".repeat(32);
        for text in [
            "",
            "abc",
            &"x".repeat(64),
            &"0".repeat(63),
            &long,
            &"+1".repeat(32),
        ] {
            assert_eq!(Token::parse(text), None, "{text}");
        }
    }
}
