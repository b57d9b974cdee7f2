//! Slips of the finger: one letter too few, too many, another one, or two that changed places.

/// Whether two words differ by one slip. Both are short; the work is linear in their length.
pub(crate) fn is_slip(typed: &str, meant: &str) -> bool {
    let (typed, meant) = (typed.as_bytes(), meant.as_bytes());
    let same = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (a, b) = (
        typed.get(same..).unwrap_or_default(),
        meant.get(same..).unwrap_or_default(),
    );
    match (a, b) {
        ([], [_]) | ([_], []) => true,
        ([first, second, rest @ ..], [third, fourth, other @ ..])
            if first == fourth && second == third && rest == other =>
        {
            true
        }
        ([_, rest @ ..], [_, other @ ..]) if rest == other => true,
        ([_, rest @ ..], other) if rest == other => true,
        (rest, [_, other @ ..]) if rest == other => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn one_slip_is_forgiven() {
        for typed in [
            "decmber",
            "decembr",
            "decemebr",
            "dexember",
            "deecember",
            "decemberr",
        ] {
            assert!(is_slip(typed, "december"), "{typed}");
        }
        assert!(!is_slip("dcmber", "december"));
        assert!(!is_slip("december", "december"));
    }
}
