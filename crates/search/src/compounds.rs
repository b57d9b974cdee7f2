//! What compounds are made of: "huisartsenpraktijk" of "huisarts" and "praktijk".
//!
//! A word is parted where compounds are known to begin and to end so (`lists/parts.txt`). What means something else than its
//! parts stands in `lists/whole.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::forms::{base, derived, entries};
use crate::lexicon::{is_first, is_last, is_word};

/// The shortest compound worth parting, in letters.
const SHORTEST: usize = 7;
/// The longest; longer is no word.
const LONGEST: usize = 40;
/// A part that no other compound has, when it is a word at least as long.
const LONG: usize = 5;
/// What may stand between two parts.
const LINKS: [&str; 6] = ["", "s", "en", "e", "n", "er"];
/// Compounds of compounds of compounds.
const DEPTH: usize = 3;

/// `lists/whole.txt`: a word and the parts that lead to it.
static WHOLE: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    entries(include_str!("../lists/whole.txt"))
        .map(|entry| match entry.split_once('=') {
            Some((word, parts)) => (word, parts.split(',').filter(|part| *part != word).collect()),
            None => (entry, Vec::new()),
        })
        .collect()
});

/// A compound in two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Compound {
    /// The first part, without what links it to the second.
    pub(crate) first: String,
    /// The first part as it is written.
    pub(crate) written: String,
    /// The second part as it is written.
    pub(crate) last: String,
}

/// The same, in a word that lasts.
#[derive(Debug, Clone)]
struct Pair<'a> {
    first: &'a str,
    written: &'a str,
    last: &'a str,
}

/// The best way to part a word, `None` when it is no compound. A word of the list is parted as it is looked up, an unknown one
/// as it stands: "ziekenhuisopnamen" ends in a known form.
pub(crate) fn parted(word: &str) -> Option<Compound> {
    let whole = |pair: Pair<'_>| Compound {
        first: pair.first.to_owned(),
        written: pair.written.to_owned(),
        last: pair.last.to_owned(),
    };
    let unknown = (!is_word(word)).then(|| pair(word).map(whole)).flatten();
    unknown.or_else(|| pair(&base(word)).map(whole))
}

fn pair(word: &str) -> Option<Pair<'_>> {
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    Beginnings {
        word,
        compound: vec![None; word.len()],
    }
    .pair(word.len())
}

/// The beginnings of a word that are compounds themselves; each is looked at once, however many ways lead to it.
struct Beginnings<'a> {
    word: &'a str,
    /// By their length in letters.
    compound: Vec<Option<bool>>,
}

impl<'a> Beginnings<'a> {
    /// The best way to part the first letters.
    fn pair(&mut self, length: usize) -> Option<Pair<'a>> {
        let word = self.word.get(..length)?;
        if length < SHORTEST || WHOLE.contains_key(word) {
            return None;
        }
        let known = is_word(word);
        let cuts = 3..=length - 3;
        cuts.filter_map(|cut| self.at(word, cut, known))
            .max_by_key(weight)
    }

    fn at(&mut self, word: &'a str, cut: usize, known: bool) -> Option<Pair<'a>> {
        let (written, last) = word.split_at_checked(cut)?;
        if !ends(last) {
            return None;
        }
        let mut firsts = LINKS.iter().filter_map(|link| written.strip_suffix(link));
        let first = firsts.find(|first| self.begins(first))?;
        // One of the two parts may be rare; of a word that is known as a whole, not both.
        let usual = is_first(first) || is_last(last) || is_last(&base(last));
        let sure = is_first(first) && is_last(last);
        // "vergadering" comes from "vergaderen", and is made of nothing.
        let enough = if !known {
            true
        } else if derived(word).is_some() {
            sure
        } else {
            usual
        };
        enough.then_some(Pair { first, written, last })
    }

    /// Whether compounds may begin so.
    fn begins(&mut self, first: &str) -> bool {
        first.len() >= 3
            && (is_first(first) || first.len() >= LONG && exists(first) || self.is_compound(first.len()))
    }

    fn is_compound(&mut self, length: usize) -> bool {
        if let Some(known) = self.compound.get(length).copied().flatten() {
            return known;
        }
        let is = self.pair(length).is_some();
        if let Some(known) = self.compound.get_mut(length) {
            *known = Some(is);
        }
        is
    }
}

/// Of several ways the usual one, and then the one whose shorter part is the longest.
fn weight(pair: &Pair<'_>) -> (bool, bool, usize) {
    let linked = pair.written.len() - pair.first.len();
    let last = is_last(pair.last);
    let balance = pair.first.len().min(pair.last.len()) * 4;
    (last && is_first(pair.first), last, balance.saturating_sub(linked))
}

/// Whether compounds may end so.
fn ends(last: &str) -> bool {
    last.len() >= 3
        && (is_last(last) || last.len() >= 4 && exists(last) && (last.len() >= LONG || is_last(&base(last))))
}

/// Whether it is a word, also one that is too long for the list.
fn exists(word: &str) -> bool {
    is_word(word)
        || word
            .strip_suffix("heid")
            .is_some_and(|stem| is_word(stem) && !["lijk", "baar", "zaam", "loos"].contains(&stem))
        || word
            .strip_suffix("ing")
            .is_some_and(|stem| is_word(&format!("{stem}en")))
        || word.strip_suffix('s').is_some_and(is_word)
}

/// The bases of all parts of a word, those of its parts included. Empty for a word that is no compound.
pub(crate) fn parts(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    collect(word, DEPTH, &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

fn collect(word: &str, depth: usize, found: &mut Vec<String>) {
    let base = base(word);
    if let Some(parts) = WHOLE.get(word).or_else(|| WHOLE.get(base.as_str())) {
        found.extend(parts.iter().map(|part| self::base(part)));
        return;
    }
    let Some(compound) = parted(word) else { return };
    for part in [compound.first, compound.last] {
        if depth > 0 {
            collect(&part, depth - 1, found);
        }
        found.push(match parted(&part) {
            Some(inner) => format!("{}{}", inner.written, self::base(&inner.last)),
            None => self::base(&part),
        });
    }
}
