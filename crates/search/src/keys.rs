//! By what a word can be found: its base, the verb it is a form of, the parts it is made of.

use crate::compounds::{parted, parts};
use crate::forms::{base, derived};
use crate::stop::is_stop;
use crate::verbs::{strong, without_particle};

/// How a key belongs to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Link {
    /// The word is a form of it.
    Form,
    /// The word is a form of this verb, and one has to know the verb to see it.
    Verb,
    /// It is a part of the word.
    Part,
}

/// A key of a word.
pub(crate) type Key = (String, Link);

/// All keys of a folded word, the base first.
pub(crate) fn keys(word: &str) -> Vec<Key> {
    let whole = word.replace('-', "");
    let first = stem(&whole);
    let mut found: Vec<Key> = Vec::new();
    let near = derived(&first);
    let verb = strong(&whole).filter(|_| !is_stop(&whole));
    found.push((first, Link::Form));
    found.extend(near.map(|key| (key, Link::Form)));
    found.extend(verb.map(|key| (key, Link::Verb)));
    let kinds: Vec<String> = found
        .iter()
        .filter_map(|(key, _)| without_particle(key))
        .collect();
    // What is a form of a verb is no compound: "gesproken" has nothing to do with "rook".
    let is_verb = !kinds.is_empty() || found.iter().any(|(_, link)| *link == Link::Verb);
    let pieces = word.split('-').filter(|piece| piece.len() < word.len());
    let mut inner: Vec<String> = pieces
        .flat_map(|piece| parts(piece).into_iter().chain([stem(piece)]))
        .collect();
    if inner.is_empty() && !is_verb {
        inner = parts(&whole);
    }
    inner.extend(kinds);
    for part in inner {
        let near = derived(&part);
        found.push((part, Link::Part));
        found.extend(near.map(|key| (key, Link::Part)));
    }
    let mut keys: Vec<Key> = Vec::new();
    for (key, link) in found {
        if key.len() >= 2 && keys.iter().all(|(known, _)| *known != key) || keys.is_empty() {
            keys.push((key, link));
        }
    }
    keys
}

/// The base of a word; of a compound that is too long for the word list, with the base of its last part. Words that say nothing
/// lead to nothing else: "was" is not "wassen".
pub(crate) fn stem(word: &str) -> String {
    if is_stop(word) {
        return format!("{word}.");
    }
    match parted(word) {
        Some(compound) => format!("{}{}", compound.written, base(&compound.last)),
        None => base(word),
    }
}

/// The two parts of a compound, as keys.
pub(crate) fn halves(word: &str) -> Option<[String; 2]> {
    if let Some((first, last)) = word.split_once('-') {
        return Some([stem(first), stem(&last.replace('-', ""))]);
    }
    if without_particle(&base(word)).is_some() || strong(word).is_some() {
        return None;
    }
    let compound = parted(word)?;
    Some([stem(&compound.first), stem(&compound.last)])
}
