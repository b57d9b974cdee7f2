//! What somebody asks, as slots: each is a word of the question with every word of the texts that answers it.

use crate::How;
use crate::index::Index;
use crate::intern::at;
use crate::keys::Link;
use crate::passage::{Term, terms};
use crate::stop::is_stop;
use crate::synonyms::others;
use crate::tokens::{Token, tokens};
use crate::typos::one_edit;
use crate::verbs::strong;
use crate::vocabulary::Vocabulary;

/// More words than this are not looked at: nobody types them, and time must have an end.
pub(crate) const MOST: usize = 32;
/// Shorter words are not taken for typing errors, nor for what a compound is a kind of. In letters.
const LONG: usize = 5;

/// A question, read.
#[derive(Debug, Default)]
pub(crate) struct Question {
    pub(crate) slots: Vec<Slot>,
    /// Words that must follow each other.
    pub(crate) phrases: Vec<Vec<String>>,
}

/// A word of a question.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) asked: String,
    /// Words of the texts that answer it, each once and with the best reason, by number.
    pub(crate) ways: Vec<(u32, How)>,
    /// For a compound, what answers its two parts: a text needs both.
    pub(crate) halves: Option<[Vec<u32>; 2]>,
}

impl Question {
    /// Reads a question. Words between double quotes must stand in a text just so.
    pub(crate) fn read(index: &Index, words: &str) -> Self {
        let mut question = Self::default();
        for (turn, part) in words.split(['"', '\u{201C}', '\u{201D}', '\u{201E}']).enumerate() {
            let tokens = tokens(part);
            // Every second part stands between quotes.
            if turn % 2 == 1 && !tokens.is_empty() {
                question.quoted(index, tokens);
            } else {
                question.slots.extend(slots(index, &tokens));
            }
        }
        question.slots.truncate(MOST);
        let stop = |slot: &Slot| is_stop(&slot.asked);
        if !question.slots.iter().all(stop) {
            question.slots.retain(|slot| !stop(slot));
        }
        question
    }

    fn quoted(&mut self, index: &Index, tokens: Vec<Token>) {
        for token in &tokens {
            let literal = index.vocabulary.get(&token.word).map(|word| (word, How::Literal));
            self.slots.push(Slot {
                asked: token.word.clone(),
                ways: literal.into_iter().collect(),
                halves: None,
            });
        }
        if self.phrases.len() < MOST {
            self.phrases
                .push(tokens.into_iter().take(MOST).map(|token| token.word).collect());
        }
    }
}

/// A slot for each word, a word that is asked twice once.
pub(crate) fn slots(index: &Index, tokens: &[Token]) -> Vec<Slot> {
    let tokens = tokens.get(..tokens.len().min(MOST * 2)).unwrap_or_default();
    let mut asked = Vocabulary::default();
    let numbers: Vec<u32> = tokens.iter().map(|token| asked.put(&token.word)).collect();
    let terms = terms(tokens, &numbers, &asked);
    let mut slots: Vec<Slot> = Vec::new();
    for (at, (token, number)) in tokens.iter().zip(&numbers).enumerate() {
        if slots.iter().any(|slot| slot.asked == token.word) {
            continue;
        }
        let wholes: Vec<&str> = asked.wholes(*number).collect();
        let mut ways = ways(index, &token.word, &wholes);
        for term in terms.iter().filter(|term| term.words.contains(&at)) {
            ways.extend(term_ways(index, term));
        }
        slots.push(Slot {
            asked: token.word.clone(),
            ways: best(ways),
            halves: halves(index, &token.word),
        });
    }
    slots
}

/// What answers one word.
fn ways(index: &Index, word: &str, wholes: &[&str]) -> Vec<(u32, How)> {
    let vocabulary = &index.vocabulary;
    let mut ways: Vec<(u32, How)> = Vec::new();
    ways.extend(vocabulary.get(word).map(|word| (word, How::Literal)));
    for (turn, key) in wholes.iter().enumerate() {
        // The base comes first; what follows takes knowledge of verbs, or is what the base is derived from.
        let irregular = turn > 0 && strong(word).as_deref() == Some(key);
        ways.extend(vocabulary.words_of(key).iter().map(|(word, link)| {
            let how = match link {
                Link::Part => How::Part,
                Link::Verb => How::Verb,
                Link::Form if irregular => How::Verb,
                Link::Form => How::Stem,
            };
            (*word, how)
        }));
        ways.extend(synonyms(index, key));
    }
    ways
}

/// What answers a term of several words: the term itself, and other words for it.
fn term_ways<'a>(index: &'a Index, term: &'a Term) -> impl Iterator<Item = (u32, How)> + 'a {
    let how = if term.link == Link::Verb {
        How::Verb
    } else {
        How::Literal
    };
    let same = forms(index, &term.key).map(move |word| (word, how));
    same.chain(synonyms(index, &term.key))
}

fn synonyms<'a>(index: &'a Index, key: &str) -> impl Iterator<Item = (u32, How)> + 'a {
    others(key)
        .iter()
        .flat_map(|other| forms(index, other))
        .map(|word| (word, How::Synonym))
}

/// Each word once, with its best reason.
fn best(mut ways: Vec<(u32, How)>) -> Vec<(u32, How)> {
    ways.sort_unstable();
    ways.dedup_by_key(|(word, _)| *word);
    ways
}

fn halves(index: &Index, word: &str) -> Option<[Vec<u32>; 2]> {
    let halves = Vocabulary::halves_of(word)?;
    let words = halves.map(|half| {
        let others = synonyms(index, &half).map(|(word, _)| word);
        let mut words: Vec<u32> = forms(index, &half).chain(others).collect();
        words.sort_unstable();
        words.dedup();
        words
    });
    words.iter().all(|words| !words.is_empty()).then_some(words)
}

/// The words that a key leads to as a whole.
fn forms<'a>(index: &'a Index, key: &str) -> impl Iterator<Item = u32> + use<'a> {
    let words = index.vocabulary.words_of(key).iter();
    words
        .filter(|(_, link)| *link != Link::Part)
        .map(|(word, _)| *word)
}

/// What a compound is a kind of, for when nothing else answers it: a "telefoonnummer" is a "nummer".
pub(crate) fn kinds(index: &Index, asked: &str) -> Vec<(u32, How)> {
    let kind = Vocabulary::halves_of(asked).map(|[_, last]| last);
    // Short ones are too general: "leidinggeven" is no kind of "geven".
    let kind = kind.filter(|kind| kind.len() >= LONG);
    let words = kind.iter().flat_map(|kind| forms(index, kind));
    best(words.map(|word| (word, How::Part)).collect())
}

/// Words that differ from a word by one letter, for when nothing else answers it.
pub(crate) fn typos(index: &Index, asked: &str) -> Vec<(u32, How)> {
    let letters: Vec<char> = asked.chars().collect();
    if letters.len() < LONG || !letters.iter().all(|letter| letter.is_alphabetic()) {
        return Vec::new();
    }
    let words = 0..index.vocabulary.len();
    words
        .filter(|word| {
            index
                .postings
                .get(at(*word))
                .is_some_and(|postings| postings.alive > 0)
        })
        .filter(|word| one_edit(&letters, index.vocabulary.text(*word)))
        .map(|word| (word, How::Typo))
        .collect()
}
