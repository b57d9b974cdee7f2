//! What holds for every text, every question, and every order in which texts come and go.

use proptest::prelude::*;
use search::{Ask, Found, How, Index};

const TAGS: [&str; 4] = ["group:1", "group:2", "programme:1", "kind:case"];

/// A text as it is put in.
#[derive(Debug, Clone)]
struct Text {
    id: String,
    title: String,
    body: String,
    tags: Vec<&'static str>,
}

/// Pieces that texts are made of, and pieces that break programs.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "huis",
        "huizen",
        "huisarts",
        "huisartsenpraktijk",
        "dokter",
        "dementie",
        "vergeetachtig",
        "liep",
        "lopen",
        "belde",
        "bellen",
        "opgebeld",
        "op",
        "te",
        "niet",
        "pluis",
        "niet pluis",
        "de",
        "één",
        "foto's",
        "ggz-instelling",
        "-",
        "'",
        "\"",
        ".",
        ",",
        "\n",
        "zorg",
        "plan",
        "zorgplan",
        "palliatieve",
        "zorgt",
        "ge",
        "en",
        "s",
        "demetie",
        "dementei",
        "e\u{301}",
        "\u{200B}",
        "ß",
        "İ",
        "Ĳ",
        "😀",
        "\0",
        "je",
        "tje",
        "en",
        "den",
        "ge",
        "heid",
        "ing",
        "123",
    ]);
    prop_oneof![6 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[a-z]{1,20}"]
}

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..most).prop_map(|pieces| pieces.join(" "))
}

fn text() -> impl Strategy<Value = Text> {
    let tags = prop::sample::subsequence(TAGS.to_vec(), 0..=TAGS.len());
    ("[a-h]", words(4), words(12), tags).prop_map(|(id, title, body, tags)| Text {
        id,
        title,
        body,
        tags,
    })
}

/// Texts with different ids.
fn texts() -> impl Strategy<Value = Vec<Text>> {
    prop::collection::vec(text(), 0..8).prop_map(|mut texts| {
        texts.sort_by(|a, b| a.id.cmp(&b.id));
        texts.dedup_by(|a, b| a.id == b.id);
        texts
    })
}

fn put(index: &mut Index, text: &Text) {
    index.put(&text.id, &[(3, &text.title), (1, &text.body)], &text.tags);
}

fn index_of(texts: &[Text]) -> Index {
    let mut index = Index::default();
    for text in texts {
        put(&mut index, text);
    }
    index
}

fn find(index: &Index, words: &str, any_of: &[&str], all_of: &[&str]) -> Found {
    index.find(&Ask {
        words,
        any_of,
        all_of,
        skip: 0,
        limit: 100,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_and_no_question_breaks_it(text in any::<String>(), question in any::<String>(), both in words(30)) {
        let mut index = Index::default();
        index.put(&text, &[(0, &text), (255, &both)], &[&text]);
        index.put("other", &[(1, &question)], &[&text]);
        for question in [&question, &both, &text] {
            find(&index, question, &[&text], &[]);
            index.similar(question, &[&text], 3);
        }
        index.remove(&text);
        prop_assert_eq!(index.len(), usize::from(text != "other"));
    }

    #[test]
    fn a_text_is_found_by_each_of_its_words(text in text()) {
        let index = index_of(std::slice::from_ref(&text));
        for word in text.body.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)) {
            if text.tags.contains(&"group:1") && !word.contains('"') {
                prop_assert_eq!(find(&index, word, &["group:1"], &[]).total, 1, "{}", word);
            }
        }
    }

    #[test]
    fn what_nobody_may_see_changes_nothing(
        texts in texts(), question in words(5), any_of in prop::sample::subsequence(TAGS.to_vec(), 0..=2),
        all_of in prop::sample::subsequence(TAGS.to_vec(), 0..=1),
    ) {
        let may = |text: &&Text| any_of.iter().any(|tag| text.tags.contains(tag));
        let all = find(&index_of(&texts), &question, &any_of, &all_of);
        // Neither what is found nor how it is ranked tells anything about the other texts.
        let seen: Vec<Text> = texts.iter().filter(may).cloned().collect();
        prop_assert_eq!(&all, &find(&index_of(&seen), &question, &any_of, &all_of));
        for hit in &all.hits {
            let text = texts.iter().find(|text| text.id == hit.id).unwrap();
            prop_assert!(may(&text) && all_of.iter().all(|tag| text.tags.contains(tag)));
        }
    }

    #[test]
    fn the_order_in_which_texts_come_and_go_does_not_matter(
        texts in texts(), others in texts(), question in words(5), turn in 0..8_usize,
    ) {
        let straight = index_of(&texts);
        let mut other = index_of(&others);
        let from = turn.min(texts.len());
        texts.iter().skip(from).chain(texts.iter().take(from)).rev().for_each(|text| put(&mut other, text));
        texts.iter().take(from).for_each(|text| { other.remove(&text.id); put(&mut other, text); });
        others.iter().filter(|other| texts.iter().all(|text| text.id != other.id)).for_each(|text| other.remove(&text.id));
        prop_assert_eq!(straight.len(), other.len());
        prop_assert_eq!(find(&straight, &question, &TAGS, &[]), find(&other, &question, &TAGS, &[]));
        prop_assert_eq!(straight.similar(&question, &TAGS, 5), other.similar(&question, &TAGS, 5));
    }

    #[test]
    fn pages_are_pieces_of_the_whole(texts in texts(), question in words(3), limit in 1..4_usize) {
        let index = index_of(&texts);
        let whole = find(&index, &question, &TAGS, &[]);
        prop_assert_eq!(whole.total, whole.hits.len());
        let page = |skip| index.find(&Ask { words: &question, any_of: &TAGS, all_of: &[], skip, limit });
        let pages: Vec<_> = (0..whole.total).step_by(limit).flat_map(|skip| page(skip).hits).collect();
        prop_assert_eq!(&pages, &whole.hits);
        prop_assert!(whole.hits.is_sorted_by(|a, b| a.score >= b.score));
    }
}

/// A text of a round, as it is put in again and again.
fn put_round(index: &mut Index, number: usize, round: usize) {
    let text = format!("Casus {number} van ronde {round} over het familiegesprek, hij belde haar op.");
    index.put(
        &format!("id{number:04}"),
        &[(1, &text)],
        &["all", ["one", "two", "three"][number % 3]],
    );
}

#[test]
fn many_texts_that_go_leave_nothing_behind() {
    let mut index = Index::default();
    // In the last round only some are replaced, so that others come through when the index is made anew.
    for (round, count) in [2_000, 2_000, 1_200].into_iter().enumerate() {
        // Each round the other way round, so that numbers do not stay the same by chance.
        for number in 0..count {
            let number = if round % 2 == 0 {
                number
            } else {
                count - 1 - number
            };
            put_round(&mut index, number, round);
        }
    }
    let mut fresh = Index::default();
    for number in 0..2_000 {
        put_round(&mut fresh, number, if number < 1_200 { 2 } else { 1 });
    }
    assert_eq!(index.len(), 2_000);
    // Replaced twice over, it is hardly larger than one that was made at once.
    assert!(
        index.bytes() < fresh.bytes() * 3,
        "{} {}",
        index.bytes(),
        fresh.bytes()
    );
    for question in [
        "opbellen gesprek",
        "\"belde haar op\"",
        "ronde 1",
        "ronde 2",
        "",
        "77",
    ] {
        let ask = Ask {
            words: question,
            any_of: &["two"],
            all_of: &["all"],
            skip: 3,
            limit: 5,
        };
        assert_eq!(index.find(&ask), fresh.find(&ask), "{question}");
    }
    assert_eq!(find(&index, "opbellen", &["two"], &[]).total, 667);
    assert_eq!(
        find(&index, "opbellen", &["two"], &[]).hits[0].why[0].how,
        How::Verb
    );
}

#[test]
fn much_of_anything_is_read() {
    for piece in [
        "a",
        "e\u{301}",
        "-",
        "'",
        "a-",
        "a'",
        "\"",
        "\" ",
        "op ",
        "te op ",
        "belde ",
        "belde op en ",
        "niet pluis ",
        "niet ",
        "\n",
        "huis",
        "huisarts",
        "en",
        "bedden",
        "ge",
        "je ",
        "zorg ",
        "demetie ",
        "ééé ",
        "🙂",
        "12 ",
        "s",
        "heid",
        "ing",
        "\u{200B}",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let mut index = Index::default();
        index.put("a", &[(1, &text), (3, &text)], &["all"]);
        index.put("b", &[(1, "dementie")], &["all"]);
        find(&index, &text, &["all"], &["all"]);
        index.similar(&text, &["all"], 3);
        index.remove("a");
        assert_eq!(index.len(), 1);
    }
}
