//! Words are compared without case and accents: "één", "Een" and "een" are one word.

/// Adds a letter in lower case without its accent. Marks that stand apart from their letter are left out.
pub(crate) fn fold(letter: char, word: &mut String) {
    if letter.is_ascii() {
        word.push(letter.to_ascii_lowercase());
        return;
    }
    match letter {
        '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200B}'..='\u{200D}' => {}
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => word.push('a'),
        'Ç' | 'ç' | 'Ć'..='č' => word.push('c'),
        'Ď'..='đ' | 'Ð' | 'ð' => word.push('d'),
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => word.push('e'),
        'Ĝ'..='ģ' | 'ǧ' | 'Ǧ' => word.push('g'),
        'Ĥ'..='ħ' => word.push('h'),
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => word.push('i'),
        'Ĵ' | 'ĵ' => word.push('j'),
        'Ķ'..='ĸ' => word.push('k'),
        'Ĺ'..='ł' => word.push('l'),
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => word.push('n'),
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => word.push('o'),
        'Ŕ'..='ř' => word.push('r'),
        'Ś'..='š' | 'Ș' | 'ș' => word.push('s'),
        'Ţ'..='ŧ' | 'Ț' | 'ț' => word.push('t'),
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => word.push('u'),
        'Ŵ' | 'ŵ' => word.push('w'),
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => word.push('y'),
        'Ź'..='ž' => word.push('z'),
        'Ĳ' | 'ĳ' => word.push_str("ij"),
        'ß' => word.push_str("ss"),
        'Æ' | 'æ' => word.push_str("ae"),
        'Œ' | 'œ' => word.push_str("oe"),
        'Þ' | 'þ' => word.push_str("th"),
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{00B4}' => word.push('\''),
        '\u{2010}' | '\u{2011}' => word.push('-'),
        other => word.extend(other.to_lowercase()),
    }
}
