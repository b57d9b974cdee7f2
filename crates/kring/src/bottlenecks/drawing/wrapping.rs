//! Breaking a text into rows, by the widths of letters in a wide typeface: nobody knows which one a browser has.

/// A text in rows of at most this width; a word that is wider is broken.
pub(super) fn rows(text: &str, width: i32, letter: i32) -> Vec<String> {
    let room = width * 100 / letter;
    let mut rows = vec![Row::default()];
    for word in text.split_whitespace() {
        let wide = measure(word);
        let last = rows.last().map_or(0, |row| row.width);
        if last > 0 && last + SPACE + wide <= room {
            if let Some(row) = rows.last_mut() {
                row.push(' ');
                row.text.push_str(word);
                row.width += wide;
            }
            continue;
        }
        if last > 0 {
            rows.push(Row::default());
        }
        for letter in word.chars() {
            let is_full = rows
                .last()
                .is_some_and(|row| row.width > 0 && row.width + advance(letter) > room);
            if is_full {
                rows.push(Row::default());
            }
            if let Some(row) = rows.last_mut() {
                row.push(letter);
            }
        }
    }
    rows.into_iter().map(|row| row.text).collect()
}

#[derive(Default)]
struct Row {
    text: String,
    /// In hundredths of the size of the letters.
    width: i32,
}

impl Row {
    fn push(&mut self, letter: char) {
        self.text.push(letter);
        self.width += advance(letter);
    }
}

/// Width of a space, in hundredths of the size of the letters.
const SPACE: i32 = 40;

pub(super) fn measure(text: &str) -> i32 {
    text.chars().map(advance).sum()
}

/// How far a letter reaches, in hundredths of its size: no less than in `DejaVu Sans`, the widest that browsers fall back to.
const fn advance(letter: char) -> i32 {
    match letter {
        ' ' => SPACE,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' => 38,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '[' | ']' => 44,
        'm' | 'M' | 'W' | '@' | '%' => 104,
        'A'..='Z' | 'w' | '&' | '+' | '=' | '<' | '>' | '#' | '~' => 86,
        '\u{21}'..='\u{7e}' => 66,
        '\u{80}'..='\u{24f}' => 90,
        _ => 140,
    }
}
