//! Typing errors: one letter too many, too few or wrong, or two neighbours changed about.

/// Whether one such error makes one word of the other. Looks at each letter at most twice.
pub(crate) fn one_edit(asked: &[char], word: &str) -> bool {
    // Letters take up to four bytes, so the length in bytes rules most words out.
    if word.len() + 1 < asked.len() || word.len() > (asked.len() + 1) * 4 {
        return false;
    }
    let mut rest = word.chars();
    let mut same = 0;
    loop {
        let before = rest.clone();
        let Some(letter) = rest.next() else {
            return same + 1 == asked.len();
        };
        if asked.get(same) == Some(&letter) {
            same += 1;
            continue;
        }
        return differ_once(asked.get(same..).unwrap_or_default(), before);
    }
}

/// The same for two words that differ in their first letter.
fn differ_once(asked: &[char], word: std::str::Chars<'_>) -> bool {
    let is = |asked: &[char], word: std::str::Chars<'_>| word.eq(asked.iter().copied());
    let after = |count: usize| asked.get(count..);
    let (mut one, mut two) = (word.clone(), word.clone());
    let first = one.next();
    two.next();
    let second = two.next();
    let wrong = after(1).is_some_and(|asked| is(asked, one.clone()));
    let missing = is(asked, one);
    let extra = after(1).is_some_and(|asked| is(asked, word));
    let changed = asked.first().copied() == second
        && asked.get(1).copied() == first
        && after(2).is_some_and(|asked| is(asked, two));
    wrong || missing || extra || changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_is_forgiven_and_two_are_not() {
        let differs = |asked: &str, word: &str| one_edit(&asked.chars().collect::<Vec<_>>(), word);
        for (asked, word) in [
            ("demetie", "dementie"),
            ("dementiee", "dementie"),
            ("dementei", "dementie"),
            ("dimentie", "dementie"),
            ("ementie", "dementie"),
            ("dementi", "dementie"),
            ("edmentie", "dementie"),
            ("dementie", "dementies"),
        ] {
            assert!(differs(asked, word), "{asked} {word}");
        }
        for (asked, word) in [
            ("dementie", "dementie"),
            ("demnetei", "dementie"),
            ("dement", "dementie"),
            ("", "ab"),
            ("dementie", "medicatie"),
        ] {
            assert!(!differs(asked, word), "{asked} {word}");
        }
    }
}
