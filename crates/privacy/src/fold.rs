//! Words are compared without case and accents: "Özlem", "ozlem" and "OZLEM" are one name.

/// A letter in lower case without its accent; `ß`, `æ`, `œ` and `þ` become their usual two letters by [`second`].
#[inline]
pub(crate) fn fold(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Æ' | 'æ' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ď'..='đ' | 'Ð' | 'ð' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' | 'ǧ' | 'Ǧ' => 'g',
        'Ĥ'..='ħ' => 'h',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => 'i',
        'Ĵ' | 'ĵ' => 'j',
        'Ķ'..='ĸ' => 'k',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Œ' | 'œ' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' | 'Ș' | 'ș' | 'ß' => 's',
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Þ' | 'þ' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => 'u',
        'Ŵ' | 'ŵ' => 'w',
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => 'y',
        'Ź'..='ž' => 'z',
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '`' | '\u{00B4}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

/// The second letter of a ligature.
pub(crate) fn second(letter: char) -> Option<char> {
    match letter {
        'ß' => Some('s'),
        'Æ' | 'æ' | 'Œ' | 'œ' => Some('e'),
        'Þ' | 'þ' => Some('h'),
        _ => None,
    }
}

/// A hash (FNV-1a) that a word and a phrase of several words build up letter by letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hash(u64);

impl Hash {
    /// Of nothing.
    pub(crate) const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// With one more letter, folded.
    #[inline]
    pub(crate) fn letter(self, letter: char) -> Self {
        let hash = self.folded(fold(letter));
        second(letter).map_or(hash, |more| hash.folded(more))
    }

    /// With one more letter that is folded already.
    pub(crate) fn folded(self, letter: char) -> Self {
        Self((self.0 ^ u64::from(u32::from(letter))).wrapping_mul(0x0000_0100_0000_01b3))
    }

    /// With more text.
    pub(crate) fn text(self, text: &str) -> Self {
        text.chars().fold(self, Self::letter)
    }

    /// With the next word of a phrase.
    pub(crate) const fn joined(self, word: Self) -> Self {
        Self((self.0.rotate_left(23) ^ word.0).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// Well mixed, to look up with.
    pub(crate) const fn value(self) -> u64 {
        let mut mixed = self.0;
        mixed ^= mixed >> 32;
        mixed = mixed.wrapping_mul(0xd6e8_feb8_6659_fd93);
        mixed ^ (mixed >> 32)
    }
}
