//! A text in words.

use crate::fold::fold;

/// Longer ones are cut: no word is that long, and what is has to end somewhere.
const LONGEST: usize = 64;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Folded.
    pub(crate) word: String,
    /// Whether a sentence, or a part of one, ends after it.
    pub(crate) ends: bool,
}

/// The words of a text, in their order. A hyphen and an apostrophe inside a word belong to it: "ggz-instelling", "foto's".
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut word = String::new();
    let mut letters = 0;
    for letter in text.chars() {
        let inside = letter.is_alphanumeric() || is_mark(letter);
        if inside || (joins(letter) && !word.is_empty()) {
            letters += 1;
            if letters <= LONGEST {
                fold(letter, &mut word);
            }
            continue;
        }
        letters = 0;
        finish(&mut word, &mut tokens);
        if (!letter.is_whitespace() || letter == '\n')
            && let Some(last) = tokens.last_mut()
        {
            last.ends = true;
        }
    }
    finish(&mut word, &mut tokens);
    if let Some(last) = tokens.last_mut() {
        last.ends = true;
    }
    tokens
}

/// Marks that stand apart from the letter they belong to, and signs that only say where a word may be broken.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200B}'..='\u{200D}')
}

fn joins(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\'' | '\u{2010}' | '\u{2011}' | '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{00B4}'
    )
}

fn finish(word: &mut String, tokens: &mut Vec<Token>) {
    let trimmed = word.trim_matches(['-', '\'']);
    if !trimmed.is_empty() {
        tokens.push(Token {
            word: trimmed.to_owned(),
            ends: false,
        });
    }
    word.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_sentences_end() {
        let words = |text| {
            let mark = |token: Token| format!("{}{}", token.word, ["", "."][usize::from(token.ends)]);
            tokens(text).into_iter().map(mark).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            words("Cliënten bellen op, één keer."),
            "clienten bellen op. een keer."
        );
        assert_eq!(
            words("Foto\u{2019}s van de GGZ-instelling - 's avonds"),
            "foto's van de ggz-instelling. s avonds."
        );
        assert_eq!(
            words("coo\u{0308}rdinatie Ĳsland co\u{00AD}öperatie"),
            "coordinatie ijsland cooperatie."
        );
        assert_eq!(words("... ?!"), "");
    }
}
