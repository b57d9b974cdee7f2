//! Answers questions.

use memchr::memmem::Finder;

use crate::index::{Index, Passage, phrase};
use crate::intern::at;
use crate::postings::Postings;
use crate::question::{Question, Slot};
use crate::rank::{Ranking, Score, newest, order, rank};
use crate::set::Set;
use crate::{Ask, Found, Hit, How, Why};

impl Index {
    /// Answers a question.
    pub fn find(&self, ask: &Ask<'_>) -> Found {
        let mut seen = self.seen(ask.any_of, ask.all_of);
        let mut question = Question::read(self, ask.words);
        for phrase in &question.phrases {
            seen = self.with_phrase(phrase, &seen);
        }
        if question.slots.is_empty() {
            let texts = seen.iter().collect::<Vec<_>>();
            let total = texts.len();
            let page = page(texts, ask, |a, b| newest(self, *a, *b));
            let hits = page
                .into_iter()
                .map(|text| self.hit(text, 0.0, Vec::new()))
                .collect();
            return Found { total, hits };
        }
        let ranking = rank(self, &mut question.slots, &seen);
        let most = ranking.most;
        let total = ranking.scores.len();
        let best = page(ranking.scores, ask, |a, b| order(self, a, b));
        let hits = best
            .into_iter()
            .map(|score| self.explained(&score, most, &question.slots))
            .collect();
        Found { total, hits }
    }

    /// A hit with its reasons.
    pub(crate) fn explained(&self, score: &Score, most: u64, slots: &[Slot]) -> Hit {
        let share = score.points.saturating_mul(9_999) / most.max(1);
        let share = f32::from(u16::try_from(share).unwrap_or(9_999)) / 10_000.0;
        self.hit(
            score.text,
            f32::from(score.words) + share,
            self.why(score.text, slots),
        )
    }

    fn hit(&self, text: u32, score: f32, why: Vec<Why>) -> Hit {
        let id = self
            .texts
            .get(at(text))
            .map(|text| text.id.to_string())
            .unwrap_or_default();
        Hit { id, score, why }
    }

    /// For each slot that a text answers the best way, and of equal ones the first in the text.
    fn why(&self, text: u32, slots: &[Slot]) -> Vec<Why> {
        let words: Vec<u32> = self.passages(text).flat_map(Passage::words).collect();
        slots
            .iter()
            .filter_map(|slot| self.reason(slot, &words))
            .collect()
    }

    fn reason(&self, slot: &Slot, words: &[u32]) -> Option<Why> {
        let way = |word: &u32| {
            let index = slot.ways.binary_search_by_key(word, |(word, _)| *word).ok()?;
            slot.ways.get(index).map(|(word, how)| (*how, *word))
        };
        let best = words.iter().filter_map(way).min_by_key(|(how, _)| *how);
        let first = |half: &[u32]| {
            words
                .iter()
                .copied()
                .find(|word| half.binary_search(word).is_ok())
        };
        let halves = slot
            .halves
            .as_ref()
            .and_then(|[one, two]| Some((first(one)?, first(two)?)));
        let (found, how) = match (best, halves) {
            (Some((how, word)), halves) if how <= How::Part || halves.is_none() => {
                (self.vocabulary.text(word).to_owned(), how)
            }
            (_, Some((one, two))) => (
                format!("{} … {}", self.vocabulary.text(one), self.vocabulary.text(two)),
                How::Part,
            ),
            _ => return None,
        };
        Some(Why {
            asked: slot.asked.clone(),
            found,
            how,
        })
    }

    /// Those of some texts in which these words follow each other.
    fn with_phrase(&self, asked: &[String], among: &Set) -> Set {
        let mut found = Set::of(self.texts.len());
        let Some(words) = asked
            .iter()
            .map(|word| self.vocabulary.get(word))
            .collect::<Option<Vec<u32>>>()
        else {
            return found;
        };
        let mut among = among.clone();
        for word in &words {
            let mut with = Set::of(self.texts.len());
            let postings = self.postings.get(at(*word)).into_iter().flat_map(Postings::iter);
            postings.for_each(|(text, _)| with.add(text));
            among.keep(&with);
        }
        let bytes = phrase(&words);
        let finder = Finder::new(&bytes);
        for text in among.iter() {
            let mut passages = self.passages(text).filter(|passage| passage.plain);
            if passages.any(|passage| passage.has(&finder)) {
                found.add(text);
            }
        }
        found
    }

    pub(crate) fn best_of(&self, ranking: Ranking, limit: usize) -> Vec<Score> {
        let ask = Ask {
            limit,
            ..Ask::default()
        };
        page(ranking.scores, &ask, |a, b| order(self, a, b))
    }
}

/// One page of what was found, without putting the rest in order.
fn page<T>(mut all: Vec<T>, ask: &Ask<'_>, order: impl Fn(&T, &T) -> std::cmp::Ordering) -> Vec<T> {
    let end = ask.skip.saturating_add(ask.limit).min(all.len());
    if end < all.len() && end > 0 {
        all.select_nth_unstable_by(end, &order);
    }
    all.truncate(end);
    all.sort_unstable_by(&order);
    all.drain(..ask.skip.min(end));
    all
}
