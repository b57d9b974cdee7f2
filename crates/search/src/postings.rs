//! In which texts a word stands: for each word a row of bytes, the texts in the order in which they came.

/// The texts of one word.
#[derive(Debug, Default, Clone)]
pub(crate) struct Postings {
    /// For each text how much its number is above the one before, and how much the word weighs in it.
    bytes: Vec<u8>,
    /// The text after the last one.
    next: u32,
    /// How many of the texts are still there.
    pub(crate) alive: u32,
}

impl Postings {
    /// Adds a text that came after all others.
    pub(crate) fn push(&mut self, text: u32, weight: u8) {
        write(&mut self.bytes, text.saturating_sub(self.next));
        self.bytes.push(weight);
        self.next = text + 1;
        self.alive += 1;
    }

    /// Texts and weights.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, u8)> {
        let mut bytes = self.bytes.as_slice();
        let mut next = 0_u32;
        std::iter::from_fn(move || {
            let (gap, rest) = read(bytes)?;
            let (weight, rest) = rest.split_first()?;
            bytes = rest;
            let text = next.wrapping_add(gap);
            next = text.wrapping_add(1);
            Some((text, *weight))
        })
    }

    /// Gives back memory that it does not need.
    pub(crate) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
    }

    /// Bytes on the heap.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes.capacity()
    }
}

/// Adds a number, in fewer bytes the smaller it is.
pub(crate) fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        let [low, ..] = number.to_le_bytes();
        bytes.push(low | 0x80);
        number >>= 7;
    }
    let [low, ..] = number.to_le_bytes();
    bytes.push(low);
}

/// The number at the beginning, and what follows it.
#[inline]
pub(crate) fn read(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (first, mut rest) = bytes.split_first()?;
    let mut number = u32::from(first & 0x7f);
    let mut last = *first;
    let mut shift = 7;
    while last & 0x80 != 0 {
        let (next, more) = rest.split_first()?;
        number |= u32::from(next & 0x7f).checked_shl(shift)?;
        (last, rest, shift) = (*next, more, shift + 7);
    }
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let texts = [(0, 1), (1, 255), (130, 3), (40_000, 0), (u32::MAX - 1, 9)];
        let mut postings = Postings::default();
        for (text, weight) in texts {
            postings.push(text, weight);
        }
        assert_eq!(postings.iter().collect::<Vec<_>>(), texts);
    }
}
