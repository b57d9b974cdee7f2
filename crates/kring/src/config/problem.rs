//! What can be wrong with settings, in words.

use crate::words::Words;

/// Something wrong with the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file was named but is not there or cannot be read.
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// The file has a key that means nothing.
    Unknown {
        /// The key.
        key: String,
        /// The file.
        place: String,
        /// The key that was probably meant.
        near: &'static str,
    },
    /// A value does not have the right form.
    Wrong {
        /// The key.
        key: &'static str,
        /// File, variable or flag.
        place: String,
        /// A right value.
        example: &'static str,
    },
    /// A setting needs another one beside it.
    Missing {
        /// The key that is not set.
        key: &'static str,
        /// The key that asks for it.
        because: &'static str,
        /// A right value.
        example: &'static str,
    },
}

impl Problem {
    /// The problem in words, with what to do.
    pub(crate) fn text(&self, words: &Words) -> String {
        match self {
            Self::Unreadable { file, reason } => words.config_unreadable(file, reason),
            Self::Unknown { key, place, near } => words.config_unknown(place, key, near),
            Self::Wrong { key, place, example } => words.config_wrong(place, key, example),
            Self::Missing {
                key,
                because,
                example,
            } => words.config_missing(key, because, example),
        }
    }
}
