//! Other words for the same thing in care: `lists/synonyms.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::keys::stem;
use crate::tokens::{Token, tokens};

/// What the list says, by the keys of its words. A term of several words is the keys of its words with a space between.
struct Terms {
    /// The other terms of each term.
    others: BTreeMap<String, Vec<String>>,
    /// Terms of several words by the key of their first one.
    long: BTreeMap<String, Vec<Vec<String>>>,
}

static TERMS: LazyLock<Terms> = LazyLock::new(|| {
    let mut terms = Terms {
        others: BTreeMap::new(),
        long: BTreeMap::new(),
    };
    for line in include_str!("../lists/synonyms.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let (wide, narrow) = line.split_once('>').unwrap_or((line, ""));
        let (wide, narrow) = (read(wide), read(narrow));
        for term in &wide {
            terms.add(term, &wide);
            terms.add(term, &narrow);
        }
        wide.iter().chain(&narrow).for_each(|term| terms.note(term));
    }
    terms
});

/// The terms between commas.
fn read(terms: &str) -> Vec<String> {
    let key = |token: Token| stem(&token.word.replace('-', ""));
    let term = |term: &str| tokens(term).into_iter().map(key).collect::<Vec<_>>().join(" ");
    terms
        .split(',')
        .map(term)
        .filter(|term| !term.is_empty())
        .collect()
}

impl Terms {
    fn add(&mut self, term: &str, others: &[String]) {
        let known = self.others.entry(term.to_owned()).or_default();
        for other in others.iter().filter(|other| *other != term) {
            if !known.contains(other) {
                known.push(other.clone());
            }
        }
    }

    fn note(&mut self, term: &str) {
        let words: Vec<String> = term.split(' ').map(str::to_owned).collect();
        let Some(first) = words.first().filter(|_| words.len() > 1) else {
            return;
        };
        let known = self.long.entry(first.clone()).or_default();
        if !known.contains(&words) {
            known.push(words.clone());
        }
    }
}

/// Other terms for a term, as keys.
pub(crate) fn others(term: &str) -> &'static [String] {
    TERMS.others.get(term).map(Vec::as_slice).unwrap_or_default()
}

/// The terms of several words that begin with this key.
pub(crate) fn beginning(key: &str) -> &'static [Vec<String>] {
    TERMS.long.get(key).map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_says_something_and_stands_once_in_a_line() {
        let mut wrong = Vec::new();
        for line in include_str!("../lists/synonyms.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let terms: Vec<String> = line.split(['>', ',']).flat_map(read).collect();
            assert!(terms.len() >= 2, "{line}");
            for (index, term) in terms.iter().enumerate() {
                if term.split(' ').all(|word| word.ends_with('.'))
                    || terms.iter().skip(index + 1).any(|other| other == term)
                {
                    wrong.push(format!("{term} in {line}"));
                }
            }
        }
        assert_eq!(wrong, [""; 0]);
        assert!(TERMS.others.len() >= 500, "{}", TERMS.others.len());
    }

    #[test]
    fn a_word_leads_to_the_others_and_a_kind_only_from_above() {
        assert!(others("huisarts").contains(&"dokter".to_owned()));
        assert!(others("dokter").contains(&"huisarts".to_owned()));
        assert!(others("agressie").contains(&"schop".to_owned()));
        assert!(others("schop").is_empty());
    }
}
