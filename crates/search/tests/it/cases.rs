//! `cases.txt`: questions over a small library of invented cases.

use std::collections::BTreeSet;

use search::{Ask, Index};

/// What a question finds.
fn found(index: &Index, question: &str) -> BTreeSet<String> {
    let found = index.find(&Ask {
        words: question,
        any_of: &["all"],
        limit: 100,
        ..Ask::default()
    });
    // With several words, a case that has only one of them is no answer yet.
    let most = found.hits.first().map_or(0.0, |hit| hit.score.floor());
    let best = found.hits.into_iter().filter(|hit| hit.score >= most);
    best.map(|hit| hit.id).collect()
}

/// The questions of a library that are answered wrongly, and how many there are in all.
fn wrong(library: &str) -> (Vec<String>, usize) {
    let mut index = Index::default();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in library.lines() {
        if let Some(case) = line.strip_prefix("case ") {
            let parts: Vec<&str> = case.split(" | ").collect();
            index.put(parts[0], &[(3, parts[1]), (1, parts[2])], &["all"]);
        } else if let Some(ask) = line.strip_prefix("ask ") {
            count += 1;
            wrong.extend(answer(&index, ask));
        }
    }
    (wrong, count)
}

/// What is wrong with the answer to a question: "words + ids that have to be found - ids that must not be".
fn answer(index: &Index, ask: &str) -> Option<String> {
    let question = ask
        .split(" + ")
        .next()
        .and_then(|left| left.split(" - ").next())
        .unwrap();
    let rest = ask.strip_prefix(question).unwrap();
    let (with, without) = rest.split_once(" - ").unwrap_or((rest, ""));
    let ids = |list: &str| -> BTreeSet<String> {
        list.split([' ', '+'])
            .filter(|id| !id.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let found = found(index, question);
    let right = ids(with).is_subset(&found) && found.is_disjoint(&ids(without));
    (!right).then(|| format!("{question}: found {found:?}, wanted {with}, not {without}"))
}

#[test]
fn a_small_library_answers_its_questions() {
    for library in [
        include_str!("cases.txt"),
        include_str!("cases-2.txt"),
        include_str!("cases-3.txt"),
    ] {
        let (wrong, count) = wrong(library);
        assert_eq!(wrong, [""; 0]);
        assert!(count >= 80, "{count}");
    }
}
