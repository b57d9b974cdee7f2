//! What reads alike a text that somebody is writing.

use std::collections::BTreeMap;

use crate::index::Index;
use crate::intern::at;
use crate::keys::{Link, stem};
use crate::question::{Slot, slots};
use crate::rank::rank;
use crate::stop::is_stop;
use crate::tokens::{Token, tokens};
use crate::{Hit, How};

/// How many words of a text are looked for: the ones that tell most.
const TELLING: usize = 24;
/// How many words of a text are read at most.
const READ: usize = 5_000;
/// A text that shares fewer words is not alike, it only has a word in common.
const SHARED: u8 = 3;

impl Index {
    /// What reads alike a text that somebody is writing, the nearest first. Only texts with one of the tags `any_of`.
    ///
    /// The 24 words that tell most (often in this text, seldom in others) are looked for in all their forms, and with
    /// other words for them. A text needs three of them; when there are fewer to look for, all.
    pub fn similar(&self, text: &str, any_of: &[&str], limit: usize) -> Vec<Hit> {
        let seen = self.seen(any_of, &[]);
        let mut slots = self.telling(text);
        let needed = u8::try_from(slots.len()).map_or(SHARED, |count| count.min(SHARED));
        let mut ranking = rank(self, &mut slots, &seen);
        ranking.scores.retain(|score| score.words >= needed);
        let most = ranking.most;
        let best = self.best_of(ranking, limit);
        best.iter()
            .map(|score| self.explained(score, most, &slots))
            .collect()
    }

    /// The words of a text that tell most.
    fn telling(&self, text: &str) -> Vec<Slot> {
        let mut counts: BTreeMap<String, (u64, String)> = BTreeMap::new();
        let words = tokens(text).into_iter().take(READ).map(|token| token.word);
        for word in words.filter(|word| word.chars().count() >= 3 && !is_stop(word)) {
            counts.entry(stem(&word)).or_insert((0, word)).0 += 1;
        }
        let mut rated: Vec<(u64, String)> = counts
            .into_iter()
            .filter_map(|(stem, (count, word))| {
                let texts = self.alive_with(&stem);
                (texts > 0).then(|| (count.min(4) * 1_000_000 / (texts + 20), word))
            })
            .collect();
        rated.sort_unstable_by(|a, b| b.cmp(a));
        let words = rated
            .into_iter()
            .map(|(_, word)| Token { word, ends: true })
            .take(TELLING);
        let mut slots = slots(self, &words.collect::<Vec<_>>());
        for slot in &mut slots {
            // A part of a compound is too little to call two texts alike.
            slot.ways.retain(|(_, how)| *how != How::Part);
            slot.halves = None;
        }
        slots
    }

    /// In how many texts a word stands, in any of its forms.
    fn alive_with(&self, stem: &str) -> u64 {
        let words = self.vocabulary.words_of(stem).iter();
        let forms = words.filter(|(_, link)| *link == Link::Form);
        forms
            .filter_map(|(word, _)| self.postings.get(at(*word)))
            .map(|postings| u64::from(postings.alive))
            .sum()
    }
}
