//! Words that are in nearly every text.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::forms::entries;

static STOP: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| entries(include_str!("../lists/stop.txt")).collect());

/// Whether a folded word says nothing about a text. A question of such words alone is still answered.
pub(crate) fn is_stop(word: &str) -> bool {
    STOP.contains(word)
}
