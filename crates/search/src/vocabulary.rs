//! The words of all texts, and by which keys each is found. A word is analysed once, when it is first seen.

use crate::forms::is_verb;
use crate::intern::{Interner, at};
use crate::keys::{Key, Link, halves, keys};
use crate::stop::is_stop;
use crate::synonyms::beginning;
use crate::verbs::PARTICLES;

/// What has to be known of a word while a text is read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Traits {
    /// The number of its base among the keys.
    pub(crate) base: u32,
    /// Whether terms of several words begin with it.
    pub(crate) begins_term: bool,
    /// Whether verbs begin with it that fall apart.
    pub(crate) particle: bool,
    pub(crate) sort: Sort,
}

/// What sort of word it is, as far as that matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Sort {
    /// It says nothing about a text.
    Stop,
    /// It can be a form of a verb.
    Verb,
    #[default]
    Other,
}

/// Words and keys.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Interner,
    keys: Interner,
    traits: Vec<Traits>,
    /// The keys of each word.
    of_word: Vec<Box<[(u32, Link)]>>,
    /// The words of each key.
    of_key: Vec<Vec<(u32, Link)>>,
}

impl Vocabulary {
    /// How many words there are.
    pub(crate) fn len(&self) -> u32 {
        self.words.len()
    }

    /// The word of a number.
    pub(crate) fn text(&self, word: u32) -> &str {
        self.words.text(word)
    }

    /// The number of a word that stands in some text.
    pub(crate) fn get(&self, word: &str) -> Option<u32> {
        self.words.get(word)
    }

    /// The number of a word; a new one is analysed.
    pub(crate) fn put(&mut self, word: &str) -> u32 {
        self.put_as(word, || keys(word))
    }

    /// The number of what stands in a text in several words, with what it is found by.
    pub(crate) fn put_term(&mut self, term: &str, key: &str, link: Link) -> u32 {
        self.put_as(term, || vec![(key.to_owned(), link)])
    }

    fn put_as(&mut self, word: &str, keys: impl FnOnce() -> Vec<Key>) -> u32 {
        if let Some(known) = self.words.get(word) {
            return known;
        }
        let number = self.words.put(word);
        let keys: Vec<(u32, Link)> = keys()
            .into_iter()
            .map(|(key, link)| (self.key(&key), link))
            .collect();
        for (key, link) in &keys {
            if let Some(words) = self.of_key.get_mut(at(*key)) {
                words.push((number, *link));
            }
        }
        let base = keys.first().map(|(key, _)| *key).unwrap_or_default();
        let verb = |(key, link): &(u32, Link)| match link {
            Link::Form => is_verb(self.keys.text(*key)),
            Link::Verb => true,
            Link::Part => false,
        };
        let sort = if is_stop(word) {
            Sort::Stop
        } else if keys.iter().any(verb) {
            Sort::Verb
        } else {
            Sort::Other
        };
        self.traits.push(Traits {
            base,
            begins_term: !beginning(self.keys.text(base)).is_empty(),
            particle: PARTICLES.contains(&word),
            sort,
        });
        self.of_word.push(keys.into());
        number
    }

    fn key(&mut self, key: &str) -> u32 {
        let number = self.keys.put(key);
        if self.of_key.len() <= at(number) {
            self.of_key.push(Vec::new());
        }
        number
    }

    /// What has to be known of a word while a text is read.
    pub(crate) fn traits(&self, word: u32) -> Traits {
        self.traits.get(at(word)).copied().unwrap_or_default()
    }

    /// The base of a word.
    pub(crate) fn base(&self, word: u32) -> &str {
        self.keys.text(self.traits(word).base)
    }

    /// The keys of a word that are no parts of it, the base first.
    pub(crate) fn wholes(&self, word: u32) -> impl Iterator<Item = &str> {
        self.with(word, |link| link != Link::Part)
    }

    /// What verb a word can be a form of, the surest first: what is listed, then what its ending tells.
    pub(crate) fn verbs(&self, word: u32) -> impl Iterator<Item = &str> {
        let listed = self.with(word, |link| link == Link::Verb);
        listed.chain(self.with(word, |link| link == Link::Form))
    }

    fn with(&self, word: u32, wanted: impl Fn(Link) -> bool) -> impl Iterator<Item = &str> {
        let keys = self.of_word.get(at(word)).map(|keys| keys.iter());
        keys.unwrap_or_default()
            .filter(move |(_, link)| wanted(*link))
            .map(|(key, _)| self.keys.text(*key))
    }

    /// The words that a key leads to.
    pub(crate) fn words_of(&self, key: &str) -> &[(u32, Link)] {
        self.keys
            .get(key)
            .and_then(|key| self.of_key.get(at(key)))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The keys of the two halves of a compound.
    pub(crate) fn halves_of(word: &str) -> Option<[String; 2]> {
        halves(word)
    }

    /// Bytes on the heap.
    pub(crate) fn bytes(&self) -> usize {
        let pairs: usize = self.of_word.iter().map(|keys| keys.len()).sum();
        let words: usize = self.of_key.iter().map(Vec::capacity).sum();
        let heads = self.of_word.capacity() * size_of::<Box<[(u32, Link)]>>()
            + self.of_key.capacity() * size_of::<Vec<(u32, Link)>>()
            + self.traits.capacity() * size_of::<Traits>();
        self.words.bytes() + self.keys.bytes() + (pairs + words) * size_of::<(u32, Link)>() + heads
    }
}
