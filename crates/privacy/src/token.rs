//! Cutting a text into words, numbers and marks.
//!
//! Letters and digits part ("46jr" is a number and a word that hang together), hyphens are marks ("Storm-Sanders" is three
//! tokens), an apostrophe stays inside a word ("zzp'er") or before a short one ("'t", "'s"). Each letter is looked at once.

use crate::class::Classes;
use crate::fold::{Hash, fold};
use crate::lexicon;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// One character that is neither, nor space.
    Mark(char),
    /// Before the first and after the last token.
    Outside,
}

/// A piece of a text.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "five independent facts, asked one by one everywhere"
)]
pub(crate) struct Token {
    /// Where it begins, in bytes.
    pub(crate) start: usize,
    /// Where it ends, in bytes.
    pub(crate) end: usize,
    /// How many letters or digits.
    pub(crate) length: usize,
    /// Of its letters, folded.
    pub(crate) hash: Hash,
    /// What the lists say of it.
    pub(crate) classes: Classes,
    /// What it is made of.
    pub(crate) shape: Shape,
    /// Nothing stands between it and the token before.
    pub(crate) glued: bool,
    /// A line ends before it.
    pub(crate) line: bool,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// Two letters or more, all capitals.
    pub(crate) shout: bool,
    /// Begins a sentence or a line, so a capital says little.
    pub(crate) opens: bool,
}

/// What stands outside the text.
pub(crate) const OUTSIDE: Token = Token {
    start: 0,
    end: 0,
    length: 0,
    hash: Hash::new(),
    classes: 0,
    shape: Shape::Outside,
    glued: false,
    line: true,
    capital: false,
    shout: false,
    opens: false,
};

/// Apostrophes of every keyboard.
pub(crate) fn is_apostrophe(letter: char) -> bool {
    fold(letter) == '\''
}

/// All tokens of a text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut cutter = Cutter {
        tokens: Vec::with_capacity(text.len() / 4 + 8),
        opens: true,
    };
    let (mut line, mut gap, mut at) = (true, true, 0);
    while let Some(letter) = letter_at(text, at) {
        let start = at;
        at += letter.len_utf8();
        if letter.is_whitespace() {
            line |= letter == '\n' || letter == '\u{2029}';
            gap = true;
            continue;
        }
        // Soft hyphens and zero-width characters are not there.
        if matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}') {
            continue;
        }
        let mut token = Token {
            start,
            end: at,
            glued: !gap,
            line,
            length: 1,
            ..OUTSIDE
        };
        if letter.is_ascii_digit() {
            number(&mut token, text);
        } else if letter.is_alphabetic() || (is_apostrophe(letter) && is_short(text, at)) {
            word(&mut token, letter, text);
        } else {
            token.shape = Shape::Mark(letter);
        }
        at = token.end;
        cutter.push(token);
        (line, gap) = (false, false);
    }
    cutter.tokens
}

/// The letter that begins at a byte; most are one byte, and looking at it is all it takes.
#[inline]
fn letter_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        Some(char::from(byte))
    } else {
        text.get(at..)?.chars().next()
    }
}

fn number(token: &mut Token, text: &str) {
    token.shape = Shape::Number;
    while text.as_bytes().get(token.end).is_some_and(u8::is_ascii_digit) {
        token.end += 1;
        token.length += 1;
    }
}

fn word(token: &mut Token, first: char, text: &str) {
    token.shape = Shape::Word;
    token.capital = first.is_uppercase();
    token.hash = Hash::new().letter(first);
    let mut small = first.is_lowercase() || !first.is_alphabetic();
    while let Some(letter) = letter_at(text, token.end) {
        let next = token.end + letter.len_utf8();
        if letter.is_ascii_alphabetic() {
            token.hash = token.hash.folded(letter.to_ascii_lowercase());
        } else if letter.is_alphabetic() {
            token.hash = token.hash.letter(letter);
        } else if is_mark_of(letter) {
            // A mark on the letter before, of text whose accents are characters of their own.
            token.end = next;
            continue;
        } else if is_apostrophe(letter) && letter_at(text, next).is_some_and(char::is_alphabetic) {
            // "zzp'er"
            token.hash = token.hash.folded('\'');
            token.end = next;
            continue;
        } else {
            break;
        }
        small |= letter.is_lowercase();
        token.end = next;
        token.length += 1;
    }
    token.shout = !small && token.length >= 2;
}

/// A combining mark.
fn is_mark_of(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

/// After an apostrophe: "t", "s", "n", "k" or "m" and then no letter.
fn is_short(text: &str, at: usize) -> bool {
    let mut letters = text.get(at..).unwrap_or_default().chars();
    matches!(letters.next(), Some('t' | 's' | 'n' | 'k' | 'm' | 'T' | 'S'))
        && !letters
            .next()
            .is_some_and(|next| next.is_alphanumeric() || is_apostrophe(next))
}

struct Cutter {
    tokens: Vec<Token>,
    /// The next word begins a sentence.
    opens: bool,
}

impl Cutter {
    fn push(&mut self, mut token: Token) {
        self.opens |= token.line;
        match token.shape {
            Shape::Word => {
                token.classes = lexicon::classes(token.hash);
                token.opens = self.opens;
                self.opens = false;
            }
            Shape::Number => {
                token.opens = self.opens;
                self.opens = false;
            }
            Shape::Mark(mark) => self.mark(mark, &token),
            Shape::Outside => {}
        }
        self.tokens.push(token);
    }

    fn mark(&mut self, mark: char, token: &Token) {
        let before = self.tokens.last().copied().unwrap_or(OUTSIDE);
        match mark {
            '.' | '!' | '?' | '…' => {
                // After initials and titles no sentence begins.
                let is_short = before.shape == Shape::Word
                    && token.glued
                    && (before.length == 1
                        || before.length <= 4
                            && before.classes & crate::class::TITLE != 0
                            && before.classes & crate::class::WORD == 0);
                self.opens = !is_short;
            }
            ':' | '•' | '*' | '|' => self.opens = true,
            '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '(' | '[' | '«' | '»' | '-' | '–' | '—' | '>'
            | '#' | '_' => {
                self.opens |= matches!(mark, '"' | '“' | '„' | '‘') && !token.glued;
            }
            _ => self.opens = false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text)
            .iter()
            .map(|token| text.get(token.start..token.end).unwrap())
            .collect()
    }

    #[test]
    fn words_numbers_and_marks_part() {
        assert_eq!(
            cut("Mw. de Jong-'t Hart, 46jr"),
            ["Mw", ".", "de", "Jong", "-", "'t", "Hart", ",", "46", "jr"]
        );
        assert_eq!(
            cut("de zzp'er zei: 'ja'"),
            ["de", "zzp'er", "zei", ":", "'", "ja", "'"]
        );
        assert_eq!(cut("e\u{301}e\u{301}n"), ["e\u{301}e\u{301}n"]);
        assert_eq!(cut(" \n"), Vec::<&str>::new());
    }

    #[test]
    fn a_sentence_opens_after_its_end_and_not_after_initials() {
        let text = "Ja. Nee. A. Koeman en dr. Vos. Toen";
        let opening: Vec<&str> = tokens(text)
            .iter()
            .filter(|token| token.opens)
            .map(|token| text.get(token.start..token.end).unwrap())
            .collect();
        assert_eq!(opening, ["Ja", "Nee", "A", "Toen"]);
    }
}
