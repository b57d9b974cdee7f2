//! Where a word stands in a filter (a Bloom filter): some bits that its hash chooses.

/// Bits that a word sets.
const SET: u64 = 8;

/// The bits of a word in a filter of so many bytes.
pub(crate) fn places(word: &str, bytes: usize) -> impl Iterator<Item = usize> {
    let hash = hash(word);
    let size = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_mul(8).max(1);
    let (first, step) = (hash & 0xffff_ffff, (hash >> 32) | 1);
    (0..SET).filter_map(move |turn| usize::try_from((first + turn * step) % size).ok())
}

/// FNV-1a, mixed once more because it changes little with the last letter.
pub(crate) fn hash(word: &str) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in word.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}
