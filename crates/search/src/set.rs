//! Sets of texts, one bit for each.

use crate::intern::at;

/// A set of texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Set {
    words: Vec<u64>,
}

impl Set {
    /// None of so many texts.
    pub(crate) fn of(texts: usize) -> Self {
        Self {
            words: vec![0; texts.div_ceil(64)],
        }
    }

    /// Adds a text; the set grows when it has to.
    pub(crate) fn add(&mut self, text: u32) {
        let index = at(text / 64);
        if index >= self.words.len() {
            self.words.resize(index + 1, 0);
        }
        if let Some(word) = self.words.get_mut(index) {
            *word |= 1 << (text % 64);
        }
    }

    /// Takes a text out.
    pub(crate) fn remove(&mut self, text: u32) {
        if let Some(word) = self.words.get_mut(at(text / 64)) {
            *word &= !(1 << (text % 64));
        }
    }

    /// Whether a text is in it.
    #[inline]
    pub(crate) fn has(&self, text: u32) -> bool {
        self.words
            .get(at(text / 64))
            .is_some_and(|word| word & (1 << (text % 64)) != 0)
    }

    /// Keeps what is in the other one as well.
    pub(crate) fn keep(&mut self, other: &Self) {
        for (index, word) in self.words.iter_mut().enumerate() {
            *word &= other.words.get(index).copied().unwrap_or_default();
        }
    }

    /// How many texts.
    pub(crate) fn len(&self) -> usize {
        self.words.iter().map(|word| at(word.count_ones())).sum()
    }

    /// The texts, from the first one.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.words).flat_map(|(index, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(index * 64 + bit)
            })
        })
    }

    /// Bytes on the heap.
    pub(crate) fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out_in_order() {
        let mut set = Set::of(3);
        for text in [200, 0, 63, 64, 7] {
            set.add(text);
        }
        set.remove(7);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 200]);
        assert_eq!(
            (set.len(), set.has(64), set.has(7), set.has(9999)),
            (4, true, false, false)
        );
    }
}
