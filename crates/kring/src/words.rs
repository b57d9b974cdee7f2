//! The words of the interface, typed: one function for each message in `locales/`.
//!
//! Dutch decides which messages there are. A message that is used but missing in a language does not compile; one that is
//! not used any more is reported as dead code.

use std::sync::LazyLock;

use ui::Language;

#[expect(
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    dead_code,
    unreachable_pub,
    reason = "written by fluent-typed, and checked there: every message exists in every language"
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// All messages in one language.
pub(crate) use generated::L10nLanguage as Words;

/// The messages of a language, read once.
pub(crate) fn words(language: Language) -> &'static Words {
    static NL: LazyLock<Words> = LazyLock::new(|| generated::L10n::Nl.load());
    static EN: LazyLock<Words> = LazyLock::new(|| generated::L10n::En.load());
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}
