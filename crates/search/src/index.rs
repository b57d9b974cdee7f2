//! The index: texts go in and out.

use std::collections::BTreeMap;
use std::fmt;

use memchr::memmem::Finder;

use crate::intern::at;
use crate::passage::{Term, terms};
use crate::postings::{Postings, read, write};
use crate::set::Set;
use crate::tokens::{Token, tokens};
use crate::vocabulary::Vocabulary;

/// When more texts than this are gone, and more than are left, the index is made anew without them.
const GONE: usize = 1_000;

/// Texts by the words in them.
///
/// A text that is replaced or taken out leaves its words behind until the index is made anew, which happens by itself.
#[derive(Default)]
pub struct Index {
    pub(crate) vocabulary: Vocabulary,
    /// By word.
    pub(crate) postings: Vec<Postings>,
    /// By the number of the text; numbers are given in the order in which texts come.
    pub(crate) texts: Vec<Text>,
    pub(crate) alive: Set,
    by_id: BTreeMap<Box<str>, u32>,
    tags: BTreeMap<Box<str>, Vec<u32>>,
}

/// Says how much there is and nothing of what it says, so that no log can tell it.
impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("texts", &self.len())
            .finish_non_exhaustive()
    }
}

/// What is kept of a text.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) id: Box<str>,
    /// The beginning of the id as a number, to sort by.
    pub(crate) order: u128,
    /// How many words it has.
    pub(crate) length: u32,
    /// Its words, see [`Passage`].
    words: Box<[u8]>,
}

/// A field of a text, or the terms of several words in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage<'a> {
    weight: u8,
    /// Whether these are words as they follow each other, and no terms.
    pub(crate) plain: bool,
    words: &'a [u8],
}

impl Index {
    /// Adds or replaces a text. `fields` are its parts, each with how much a word in it weighs; `tags` say who may see it
    /// and by what it is filtered.
    pub fn put(&mut self, id: &str, fields: &[(u8, &str)], tags: &[&str]) {
        self.remove(id);
        let mut words = Vec::new();
        let mut weights = Vec::new();
        let mut length = 0;
        for (weight, text) in fields {
            let tokens = tokens(text);
            let numbers: Vec<u32> = tokens
                .iter()
                .map(|token| self.vocabulary.put(&token.word))
                .collect();
            let terms = self.terms(&tokens, &numbers);
            length += numbers.len();
            for (numbers, plain) in [(numbers, true), (terms, false)] {
                note(&mut words, *weight, plain, &numbers);
                weights.extend(numbers.into_iter().map(|number| (number, *weight)));
            }
        }
        let text = self.add(id, u32::try_from(length).unwrap_or(u32::MAX), words.into());
        self.post(text, weights);
        for tag in tags {
            let texts = self.tags.entry((*tag).into()).or_default();
            if texts.last() != Some(&text) {
                texts.push(text);
            }
        }
    }

    /// Takes a text out; an id that is not there changes nothing.
    pub fn remove(&mut self, id: &str) {
        let Some(text) = self.by_id.remove(id) else { return };
        self.alive.remove(text);
        let mut words: Vec<u32> = self.passages(text).flat_map(Passage::words).collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            if let Some(postings) = self.postings.get_mut(at(word)) {
                postings.alive = postings.alive.saturating_sub(1);
            }
        }
        if let Some(text) = self.texts.get_mut(at(text)) {
            text.words = Box::default();
        }
        let gone = self.texts.len() - self.by_id.len();
        if gone > GONE && gone > self.by_id.len() {
            self.renew();
        }
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Gives back memory that is only kept for growing: after many texts went in, as when a process starts.
    pub fn shrink(&mut self) {
        self.postings.iter_mut().for_each(Postings::shrink);
        self.tags.values_mut().for_each(Vec::shrink_to_fit);
        self.texts.shrink_to_fit();
    }

    /// About how many bytes it takes.
    pub fn bytes(&self) -> usize {
        // The id stands in the text and in the table of ids, which has room for half as much again.
        let of_text = |text: &Text| text.words.len() + text.id.len() * 2 + 48;
        let postings: usize = self.postings.iter().map(Postings::bytes).sum();
        let tags: usize = self
            .tags
            .values()
            .map(|texts| texts.capacity() * size_of::<u32>())
            .sum();
        self.vocabulary.bytes()
            + postings
            + self.postings.capacity() * size_of::<Postings>()
            + self.texts.iter().map(of_text).sum::<usize>()
            + self.texts.capacity() * size_of::<Text>()
            + self.alive.bytes()
            + tags
    }

    fn terms(&mut self, tokens: &[Token], numbers: &[u32]) -> Vec<u32> {
        let terms: Vec<Term> = terms(tokens, numbers, &self.vocabulary);
        terms
            .into_iter()
            .map(|term| self.vocabulary.put_term(&term.name, &term.key, term.link))
            .collect()
    }

    fn add(&mut self, id: &str, length: u32, words: Box<[u8]>) -> u32 {
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(Text {
            id: id.into(),
            order: order(id),
            length,
            words,
        });
        self.by_id.insert(id.into(), number);
        self.alive.add(number);
        number
    }

    /// Notes where the words of a text are found; a word that stands there more often weighs more.
    fn post(&mut self, text: u32, mut weights: Vec<(u32, u8)>) {
        self.postings
            .resize_with(at(self.vocabulary.len()), Postings::default);
        weights.sort_unstable();
        for same in weights.chunk_by(|(one, _), (other, _)| one == other) {
            let sum = same
                .iter()
                .fold(0_u8, |sum, (_, weight)| sum.saturating_add(*weight));
            let postings = same
                .first()
                .and_then(|(word, _)| self.postings.get_mut(at(*word)));
            if let Some(postings) = postings {
                postings.push(text, sum);
            }
        }
    }

    /// Makes the index anew without what is gone.
    fn renew(&mut self) {
        let before = std::mem::take(&mut self.texts);
        let mut moved = BTreeMap::new();
        self.postings.clear();
        self.by_id.clear();
        let alive = std::mem::take(&mut self.alive);
        for (old, text) in (0_u32..).zip(before).filter(|(old, _)| alive.has(*old)) {
            let passages = passages(&text.words);
            let weights =
                passages.flat_map(|passage| passage.words().map(move |word| (word, passage.weight)));
            let weights = weights.collect();
            let new = self.add(&text.id, text.length, text.words);
            self.post(new, weights);
            moved.insert(old, new);
        }
        for texts in self.tags.values_mut() {
            *texts = texts.iter().filter_map(|text| moved.get(text).copied()).collect();
        }
        self.tags.retain(|_, texts| !texts.is_empty());
        self.shrink();
    }

    /// The passages of a text.
    pub(crate) fn passages(&self, text: u32) -> impl Iterator<Item = Passage<'_>> {
        passages(
            self.texts
                .get(at(text))
                .map(|text| &*text.words)
                .unwrap_or_default(),
        )
    }

    /// The texts that somebody may see: with one of the first tags, and with all of the second ones.
    pub(crate) fn seen(&self, any_of: &[&str], all_of: &[&str]) -> Set {
        let with = |tags: &[&str]| {
            let mut set = Set::of(self.texts.len());
            for tag in tags {
                self.tags
                    .get(*tag)
                    .into_iter()
                    .flatten()
                    .for_each(|text| set.add(*text));
            }
            set
        };
        let mut seen = with(any_of);
        seen.keep(&self.alive);
        for tag in all_of {
            seen.keep(&with(&[*tag]));
        }
        seen
    }
}

/// The first sixteen letters of an id as a number that sorts as they do.
fn order(id: &str) -> u128 {
    let letters = id.bytes().chain(std::iter::repeat(0)).take(16);
    letters.fold(0, |order, letter| order << 8 | u128::from(letter))
}

/// Adds a passage: how many bytes, the weight, what it is, and the words.
fn note(bytes: &mut Vec<u8>, weight: u8, plain: bool, words: &[u32]) {
    if words.is_empty() {
        return;
    }
    let mut encoded = Vec::with_capacity(words.len() * 2);
    for word in words {
        write(&mut encoded, *word);
    }
    write(bytes, u32::try_from(encoded.len()).unwrap_or(u32::MAX));
    bytes.extend([weight, u8::from(plain)]);
    bytes.extend(encoded);
}

/// Words as they follow each other in a passage.
pub(crate) fn phrase(words: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for word in words {
        write(&mut bytes, *word);
    }
    bytes
}

fn passages(bytes: &[u8]) -> impl Iterator<Item = Passage<'_>> {
    let mut left = bytes;
    std::iter::from_fn(move || {
        let (length, rest) = read(left)?;
        let (weight, rest) = rest.split_first()?;
        let (plain, rest) = rest.split_first()?;
        let (words, rest) = rest.split_at_checked(at(length))?;
        left = rest;
        Some(Passage {
            weight: *weight,
            plain: *plain != 0,
            words,
        })
    })
}

impl<'a> Passage<'a> {
    /// Whether these words follow each other in it, see [`phrase`].
    pub(crate) fn has(self, phrase: &Finder<'_>) -> bool {
        let mut from = 0;
        while let Some(found) = self.words.get(from..).and_then(|left| phrase.find(left)) {
            let begin = from + found;
            // What begins inside a number is another word.
            let before = begin.checked_sub(1).and_then(|before| self.words.get(before));
            if before.is_none_or(|before| before & 0x80 == 0) {
                return true;
            }
            from = begin + 1;
        }
        false
    }

    /// The numbers of its words.
    pub(crate) fn words(self) -> impl Iterator<Item = u32> + use<'a> {
        let mut left = self.words;
        std::iter::from_fn(move || {
            let (word, rest) = read(left)?;
            left = rest;
            Some(word)
        })
    }
}
