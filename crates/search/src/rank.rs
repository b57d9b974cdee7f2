//! Which texts answer best. Counted in whole numbers, so that the same question has the same answer everywhere.
//!
//! More words of the question go before fewer. Between texts with as many, each word counts by how rare it is among what the
//! viewer may see, by how it was found (the same word before another form, a part, another word for it), and then by how often
//! and in which field it stands, in a short text more than in a long one.

use std::cmp::Ordering;

use crate::How;
use crate::index::Index;
use crate::intern::at;
use crate::postings::Postings;
use crate::question::{Slot, kinds, typos};
use crate::set::Set;

/// A text of this many words is neither long nor short.
const USUAL: u32 = 200;

/// For so many words of a question typing errors are looked for: each looks at all words there are.
const TRIED: usize = 8;

/// Of a hundred, how much a word counts that was found so.
pub(crate) fn worth(how: How) -> u8 {
    match how {
        How::Literal => 100,
        How::Stem => 90,
        How::Verb => 85,
        How::Part => 60,
        How::Synonym => 35,
        How::Typo => 30,
    }
}

/// How well a text answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Score {
    /// How many words of the question.
    pub(crate) words: u8,
    pub(crate) points: u64,
    pub(crate) text: u32,
}

/// Texts with their scores, in no order.
#[derive(Debug, Default)]
pub(crate) struct Ranking {
    pub(crate) scores: Vec<Score>,
    /// More points than this are not possible.
    pub(crate) most: u64,
}

/// What is counted for each text while one word is looked at.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    worth: u8,
    weight: u16,
}

/// What is counted for each text over all words.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    words: u8,
    points: u64,
}

/// All texts of `seen` that answer at least one slot. A slot that nothing answers is tried again in other ways; what
/// answers it then stands in it.
pub(crate) fn rank(index: &Index, slots: &mut [Slot], seen: &Set) -> Ranking {
    let mut counts = vec![Count::default(); index.texts.len()];
    let mut sums = vec![Sum::default(); index.texts.len()];
    let all = u64::try_from(seen.len()).unwrap_or(u64::MAX);
    let (mut most, mut tried) = (0, 0);
    for slot in slots {
        let mut found = count(index, slot, seen, &mut counts);
        if found.is_empty() && tried < TRIED {
            tried += 1;
            found = otherwise(index, slot, seen, &mut counts);
        }
        let rarity = rarity(all, u64::try_from(found.len()).unwrap_or(u64::MAX));
        most += rarity * 100 * 256;
        for text in found {
            let (Some(count), Some(sum)) = (counts.get_mut(at(text)), sums.get_mut(at(text))) else {
                continue;
            };
            let length = index.texts.get(at(text)).map_or(USUAL, |text| text.length);
            sum.words = sum.words.saturating_add(1);
            sum.points += rarity * u64::from(count.worth) * (128 + often(count.weight, length));
            *count = Count::default();
        }
    }
    let scores = (0_u32..).zip(sums).filter(|(_, sum)| sum.words > 0);
    let scores = scores.map(|(text, sum)| Score {
        words: sum.words,
        points: sum.points,
        text,
    });
    Ranking {
        scores: scores.collect(),
        most,
    }
}

/// The texts that answer a slot when nothing does as it was asked: with a typing error, or by what a compound is a kind of.
fn otherwise(index: &Index, slot: &mut Slot, seen: &Set, counts: &mut [Count]) -> Vec<u32> {
    for ways in [typos, kinds] {
        slot.ways = ways(index, &slot.asked);
        let found = count(index, slot, seen, counts);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Counts the texts that answer a slot, and tells which ones.
fn count(index: &Index, slot: &Slot, seen: &Set, counts: &mut [Count]) -> Vec<u32> {
    let mut found = Vec::new();
    let mut add = |text: u32, worth: u8, weight: u8| {
        if let Some(count) = counts.get_mut(at(text)) {
            if count.worth == 0 {
                found.push(text);
            }
            count.worth = count.worth.max(worth);
            count.weight = count.weight.saturating_add(u16::from(weight));
        }
    };
    for (word, how) in &slot.ways {
        let worth = worth(*how);
        for (text, weight) in postings(index, *word).filter(|(text, _)| seen.has(*text)) {
            add(text, worth, weight);
        }
    }
    if let Some([first, last]) = &slot.halves {
        let with = |words: &[u32]| {
            let mut set = Set::of(index.texts.len());
            words
                .iter()
                .flat_map(|word| postings(index, *word))
                .for_each(|(text, _)| set.add(text));
            set
        };
        let mut both = with(first);
        both.keep(&with(last));
        both.keep(seen);
        both.iter().for_each(|text| add(text, worth(How::Part), 1));
    }
    found
}

fn postings(index: &Index, word: u32) -> impl Iterator<Item = (u32, u8)> {
    index.postings.get(at(word)).into_iter().flat_map(Postings::iter)
}

/// How rare a word is that stands in `some` of `all` texts: about 256 more each time it is in half as many.
fn rarity(all: u64, some: u64) -> u64 {
    64 + logarithm(2 * all + 2).saturating_sub(logarithm(2 * some + 1))
}

/// To the base two, times 256, between powers of two along a straight line.
fn logarithm(number: u64) -> u64 {
    let whole = number.max(1).ilog2();
    let above = u128::from(number.max(1)) - (1_u128 << whole);
    let part = u64::try_from((above << 8) >> whole).unwrap_or_default();
    u64::from(whole) * 256 + part
}

/// How much a word counts for standing there often or in a field that weighs more: from 0 to 128, and less in a long text.
fn often(weight: u16, length: u32) -> u64 {
    let weight = u64::from(weight) * 256;
    let norm = 256 + u64::from(length.min(1 << 20)) * 256 / u64::from(USUAL);
    weight * 128 / (weight + norm)
}

/// The best first; of equal ones the one with the highest id.
pub(crate) fn order(index: &Index, a: &Score, b: &Score) -> Ordering {
    (b.words, b.points)
        .cmp(&(a.words, a.points))
        .then_with(|| newest(index, a.text, b.text))
}

/// The highest id first.
pub(crate) fn newest(index: &Index, a: u32, b: u32) -> Ordering {
    match (index.texts.get(at(a)), index.texts.get(at(b))) {
        (Some(a), Some(b)) => b.order.cmp(&a.order).then_with(|| b.id.cmp(&a.id)),
        (a, b) => a.is_some().cmp(&b.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_word_counts_more_and_a_word_in_every_text_still_counts() {
        let counted: Vec<u64> = [1, 2, 10, 100, 1_000].map(|some| rarity(1_000, some)).into();
        assert!(counted.is_sorted_by(|a, b| a > b), "{counted:?}");
        assert!(rarity(1_000, 1_000) > 0 && rarity(0, 0) > 0);
    }

    #[test]
    fn how_a_word_was_found_goes_before_how_often() {
        // Another word for it, as often as can be, against the word itself, once in a long text.
        let most = |how| u64::from(worth(how)) * (128 + often(u16::MAX, 1));
        let least = |how| u64::from(worth(how)) * (128 + often(1, 1 << 20));
        assert!(most(How::Synonym) < least(How::Literal));
        assert!(most(How::Synonym) < least(How::Stem) && most(How::Typo) < least(How::Part));
        assert!(often(1, 200) < often(3, 200) && often(1, 200) < often(1, 100));
    }
}
