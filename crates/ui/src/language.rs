//! The languages of the interface, and which one a visitor reads best.

use std::fmt;

/// A language of the interface. Dutch comes first and is what we fall back on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English, British spelling.
    En,
}

impl Language {
    /// All languages, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The two-letter code, as in the `lang` attribute.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The name of the language in that language.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::En => "English",
        }
    }

    /// Reads a language tag such as `nl`, `nl-BE` or `en_GB.UTF-8`; `None` for a language Kring does not speak.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', '.']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The best language for an `Accept-Language` header: the known language with the highest weight, the first one
    /// named when weights are equal, Dutch when none is known. A malformed part of the header is skipped.
    pub fn negotiate(accept: &str) -> Self {
        let mut best = (0.0, Self::default());
        for part in accept.split(',') {
            let mut pieces = part.split(';');
            let Some(language) = pieces.next().and_then(Self::from_tag) else {
                continue;
            };
            let weight = match pieces.find_map(|piece| piece.trim().strip_prefix("q=")) {
                None => 1.0,
                Some(text) => text.parse::<f32>().unwrap_or(0.0),
            };
            if weight > best.0 {
                best = (weight, language);
            }
        }
        best.1
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, En, Nl};

    #[test]
    fn the_heaviest_known_language_wins() {
        for (header, expected) in [
            ("", Nl),
            ("de-DE, fr;q=0.8", Nl),
            ("en-GB,en;q=0.9,nl;q=0.8", En),
            ("en;q=0.5, nl-BE;q=0.9", Nl),
            ("fr, en;q=0.3", En),
            ("en;q=0, nl;q=0.1", Nl),
            ("en;q=rubbish, *", Nl),
            ("EN", En),
        ] {
            assert_eq!(Language::negotiate(header), expected, "{header}");
        }
    }

    #[test]
    fn a_locale_of_the_shell_is_a_tag_too() {
        assert_eq!(Language::from_tag("nl_NL.UTF-8"), Some(Nl));
        assert_eq!(Language::from_tag("en_GB"), Some(En));
        assert_eq!(Language::from_tag("C.UTF-8"), None);
    }
}
