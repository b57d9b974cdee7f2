//! What holds for every text, however strange.

use privacy::{find, in_characters};
use proptest::prelude::*;

/// Pieces that texts about people are made of, and pieces that break programs.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "mevrouw",
        "De",
        "Jong",
        "van",
        "der",
        "J.H.",
        "J.",
        "(",
        ")",
        ",",
        ".",
        "-",
        "12",
        "1234",
        "AB",
        "06",
        "06-12345678",
        "@",
        "www.",
        "nl",
        "http://",
        "geb.",
        "'t",
        "’s",
        "\n",
        "NL91ABNA0417164300",
        "+31",
        "0",
        "é",
        "e\u{301}",
        "\u{200B}",
        "😀",
        "ß",
        "İ",
        "1/2",
        "3-4-1950",
        "jaar",
        "is",
        "verpleeghuis",
        "De Linde",
        "Kerkstraat",
        "tachtig",
        "\u{FEFF}",
        "\0",
        "BSN",
        "111222333",
        "A",
        "a",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[a-zA-Z]{1,30}", 1 => "[0-9]{1,30}"]
}

fn text() -> impl Strategy<Value = String> {
    (
        prop::collection::vec(piece(), 0..60),
        prop::sample::select(vec!["", " "]),
    )
        .prop_map(|(pieces, gap)| pieces.join(gap))
}

proptest! {
    #[test]
    fn findings_are_pieces_of_the_text_in_order_and_apart(text in text()) {
        let found = find(&text);
        for finding in &found {
            prop_assert!(finding.start < finding.end);
            prop_assert!(text.get(finding.start..finding.end).is_some(), "{finding:?} in {text:?}");
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start), "{found:?} in {text:?}");
        prop_assert_eq!(&found, &find(&text));
    }

    #[test]
    fn places_in_characters_cut_the_same_pieces(text in text()) {
        let found = find(&text);
        let letters: Vec<char> = text.chars().collect();
        for (finding, (start, end)) in found.iter().zip(in_characters(&text, &found)) {
            let piece: String = letters[start..end].iter().collect();
            prop_assert_eq!(Some(piece.as_str()), text.get(finding.start..finding.end));
        }
    }

    /// What stands in another paragraph does not make a number another number.
    #[test]
    fn a_number_is_found_whatever_stands_before_it(text in text()) {
        let before = format!("{text}\n\nBel 06-12345678.");
        let at = before.len() - "06-12345678.".len();
        prop_assert!(find(&before).iter().any(|finding| finding.start == at && finding.end == at + 11), "{before:?}");
    }
}

#[test]
fn much_of_anything_is_read() {
    for piece in [
        "a",
        "A",
        "1",
        "1 ",
        "1-",
        "A. ",
        "De ",
        "van ",
        "mevrouw ",
        "@",
        "a@",
        "a.",
        "(",
        "'",
        "é",
        "Jan en ",
        "\n",
        "06 ",
        "NL",
        "straat ",
        "12, ",
        "Xqz ",
        "https://",
        "hoek van ",
        "e\u{301}",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        drop(find(&text));
    }
}
