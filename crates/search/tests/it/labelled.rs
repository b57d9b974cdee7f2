//! `labelled.txt`: what a question finds and what it does not find.

use search::{Ask, Index};

/// What a question finds in one text: the first reason, `None` when it finds nothing.
fn how(question: &str, text: &str) -> Option<String> {
    let mut index = Index::default();
    index.put("a", &[(1, text)], &["all"]);
    let found = index.find(&Ask {
        words: question,
        any_of: &["all"],
        limit: 1,
        ..Ask::default()
    });
    let hit = found.hits.first()?;
    Some(
        hit.why
            .first()
            .map_or_else(String::new, |why| format!("{:?}", why.how)),
    )
}

#[test]
fn questions_find_what_they_should_and_nothing_else() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for line in include_str!("labelled.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [expected, question, text] = parts[..] else {
            panic!("{line}")
        };
        let expected = expected.strip_prefix("+ ").map(str::to_owned);
        let got = how(question, text);
        count += 1;
        if got != expected {
            wrong.push(format!("{question}: {got:?} instead of {expected:?} in: {text}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(count >= 120, "{count}");
}
