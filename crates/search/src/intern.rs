//! Words as numbers. A word is stored once, and the table needs no allocation of its own for each.

use crate::bits::hash;

/// Gives each text a number, from zero in the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
    /// Numbers plus one by hash, zero for an empty slot. Never more than two thirds full, and a power of two.
    slots: Vec<u32>,
}

impl Interner {
    /// How many texts there are.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The text of a number, empty for a number that was never given.
    pub(crate) fn text(&self, number: u32) -> &str {
        let index = at(number);
        let begin = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or_default();
        let end = self.ends.get(index).copied().unwrap_or(begin);
        self.text.get(at(begin)..at(end)).unwrap_or_default()
    }

    /// The number of a text that has one.
    pub(crate) fn get(&self, text: &str) -> Option<u32> {
        let (number, _) = self.look(text);
        number
    }

    /// The number of a text, a new one when it is new.
    pub(crate) fn put(&mut self, text: &str) -> u32 {
        if self.slots.len() < (self.ends.len() + 1) * 3 / 2 {
            self.grow();
        }
        let (known, slot) = self.look(text);
        if let Some(number) = known {
            return number;
        }
        let number = self.len();
        self.text.push_str(text);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        if let Some(free) = self.slots.get_mut(slot) {
            *free = number + 1;
        }
        number
    }

    /// The number, or the free slot where it belongs.
    fn look(&self, text: &str) -> (Option<u32>, usize) {
        let mut slot = self.first_slot(text);
        while let Some(taken) = self.slots.get(slot).and_then(|slot| slot.checked_sub(1)) {
            if self.text(taken) == text {
                return (Some(taken), slot);
            }
            slot = (slot + 1) % self.slots.len();
        }
        (None, slot)
    }

    fn first_slot(&self, text: &str) -> usize {
        let mask = u64::try_from(self.slots.len())
            .unwrap_or_default()
            .saturating_sub(1);
        usize::try_from(hash(text) & mask).unwrap_or_default()
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        self.slots = vec![0; size];
        for number in 0..self.len() {
            let mut slot = self.first_slot(self.text(number));
            while self.slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) % size;
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = number + 1;
            }
        }
    }

    /// Bytes on the heap.
    pub(crate) fn bytes(&self) -> usize {
        self.text.capacity() + (self.ends.capacity() + self.slots.capacity()) * size_of::<u32>()
    }
}

/// A number as an index.
pub(crate) fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number() {
        let mut words = Interner::default();
        let many: Vec<String> = (0..10_000).map(|number| format!("woord{number}")).collect();
        for (number, word) in many.iter().enumerate() {
            assert_eq!(at(words.put(word)), number);
        }
        for (number, word) in many.iter().enumerate() {
            assert_eq!(words.get(word).map(at), Some(number));
            assert_eq!(words.text(u32::try_from(number).unwrap()), word);
        }
        assert_eq!(words.get("woord"), None);
        assert_eq!(words.text(10_000), "");
    }
}
