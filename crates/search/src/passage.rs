//! A text as numbers of words, with what stands in it in several words: "belde … op", "palliatieve zorg".

use crate::forms::base;
use crate::keys::Link;
use crate::synonyms::beginning;
use crate::tokens::Token;
use crate::verbs::separable;
use crate::vocabulary::{Sort, Vocabulary};

/// How far the parts of a verb may stand from each other, in words.
const APART: usize = 14;
/// What follows a particle that ends a part of a sentence: the beginning of the next one, or "in de nacht" as an afterthought.
/// Before anything else, "op" begins such a thing itself: "op de gang".
const AFTER: [&str; 41] = [
    "en", "maar", "of", "want", "omdat", "dat", "toen", "als", "terwijl", "zodat", "om", "die", "waarop",
    "dus", "voordat", "zonder", "in", "op", "aan", "met", "bij", "naar", "van", "voor", "uit", "over", "tot",
    "tegen", "tijdens", "na", "door", "vanwege", "sinds", "waar", "waarom", "waarheen", "hoe", "wie", "wat",
    "wanneer", "welke",
];
/// Particles that begin nothing else.
const ALONE: [&str; 15] = [
    "vast", "weg", "terug", "mee", "los", "neer", "samen", "af", "toe", "klaar", "kwijt", "thuis", "stil",
    "schoon", "vrij",
];
/// Verbs that say nothing alone, and something with a particle: "weggaan".
const VERBS: [&str; 3] = ["ga", "doe", "kom"];

/// Several words that are one term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// What it is called in the vocabulary.
    pub(crate) name: String,
    /// What it is found by.
    pub(crate) key: String,
    pub(crate) link: Link,
    /// Which words of the text belong to it.
    pub(crate) words: Vec<usize>,
}

/// The terms of several words in a text. `numbers` are the words of `tokens` in the vocabulary.
pub(crate) fn terms(tokens: &[Token], numbers: &[u32], vocabulary: &Vocabulary) -> Vec<Term> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (index, token) in tokens.iter().enumerate() {
        let Some(number) = numbers.get(index) else { break };
        let traits = vocabulary.traits(*number);
        if traits.begins_term {
            found.extend(listed(index, tokens, numbers, vocabulary));
        }
        if traits.particle && index > begin {
            found.extend(verbs(index, begin, tokens, numbers, vocabulary));
        }
        if token.ends {
            begin = index + 1;
        }
    }
    found
}

/// Terms of the list of synonyms that begin at this word.
fn listed(index: usize, tokens: &[Token], numbers: &[u32], vocabulary: &Vocabulary) -> Vec<Term> {
    let Some(base) = numbers.get(index).map(|number| vocabulary.base(*number)) else {
        return Vec::new();
    };
    let stands = |keys: &&Vec<String>| {
        keys.iter().enumerate().all(|(offset, key)| {
            numbers
                .get(index + offset)
                .is_some_and(|number| vocabulary.base(*number) == key)
                && (offset == 0 || tokens.get(index + offset - 1).is_some_and(|before| !before.ends))
        })
    };
    let term = |keys: &Vec<String>| {
        let words = tokens
            .iter()
            .skip(index)
            .take(keys.len())
            .map(|token| token.word.as_str());
        Term {
            name: words.collect::<Vec<_>>().join(" "),
            key: keys.join(" "),
            link: Link::Form,
            words: (index..index + keys.len()).collect(),
        }
    };
    beginning(base).iter().filter(stands).map(term).collect()
}

/// Verbs of which this word can be the particle: "belde hem op", "op te bellen". Of several words before it that can be the verb,
/// each counts: "hij kwam en schreef het op".
fn verbs(
    index: usize,
    begin: usize,
    tokens: &[Token],
    numbers: &[u32],
    vocabulary: &Vocabulary,
) -> Vec<Term> {
    let Some(particle) = tokens.get(index) else {
        return Vec::new();
    };
    let next = tokens.get(index + 1).filter(|_| !particle.ends);
    let next = next.map_or("", |next| next.word.as_str());
    let among = if next == "te" {
        index + 2..index + 3
    } else if next.is_empty() || AFTER.contains(&next) || ALONE.contains(&particle.word.as_str()) {
        begin.max(index.saturating_sub(APART))..index
    } else {
        return Vec::new();
    };
    let term = |other: usize| {
        let key = together(other, &particle.word, numbers, vocabulary)?;
        let verb = &tokens.get(other)?.word;
        let (first, second) = if other < index {
            (verb, &particle.word)
        } else {
            (&particle.word, verb)
        };
        Some(Term {
            name: format!("{first} … {second}"),
            key,
            link: Link::Verb,
            words: vec![index, other],
        })
    };
    among.filter_map(term).collect()
}

/// The key of the verb that a word and a particle make.
fn together(word: usize, particle: &str, numbers: &[u32], vocabulary: &Vocabulary) -> Option<String> {
    let number = numbers.get(word)?;
    let stem = match vocabulary.traits(*number).sort {
        Sort::Stop => {
            let stem = base(vocabulary.text(*number));
            Some(stem).filter(|stem| VERBS.contains(&stem.as_str()) && separable(particle, stem))?
        }
        Sort::Verb => vocabulary
            .verbs(*number)
            .find(|stem| separable(particle, stem))?
            .to_owned(),
        Sort::Other => return None,
    };
    Some(format!("{particle}{stem}"))
}
