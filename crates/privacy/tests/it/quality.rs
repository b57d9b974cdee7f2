//! How much is found and how often wrongly, over the invented cases. Counted as an independent scorer does: a mark is covered when all its
//! letters and digits are (small words in a name aside), a finding is right when it touches a mark.

use std::collections::BTreeMap;
use std::ops::Range;

use privacy::find;

use crate::invented::{Case, cases};

/// Inside names these need not be covered.
const SMALL: &[&str] = &[
    "van", "de", "der", "den", "het", "ten", "ter", "te", "el", "al", "'t", "t", "v", "d", "la",
];

struct Tally {
    marks: usize,
    covered: usize,
    findings: usize,
    right: usize,
    /// Texts in which nobody is named, and those in which something was found all the same.
    clean: usize,
    flagged: usize,
    missed: BTreeMap<&'static str, Vec<String>>,
}

fn is_covered(text: &str, (kind, mark): &(char, Range<usize>), found: &[Range<usize>]) -> bool {
    let words = text
        .get(mark.clone())
        .unwrap_or_default()
        .split(|letter: char| !letter.is_alphanumeric());
    let mut from = mark.start;
    words.into_iter().all(|word| {
        let start = text
            .get(from..)
            .unwrap_or_default()
            .find(word)
            .map_or(from, |at| from + at);
        from = start + word.len();
        let is_small = *kind == 'p' && SMALL.contains(&word.to_lowercase().as_str());
        word.is_empty()
            || is_small
            || found
                .iter()
                .any(|found| found.start <= start && from <= found.end)
    })
}

fn tally(cases: &[Case]) -> Tally {
    let mut tally = Tally {
        marks: 0,
        covered: 0,
        findings: 0,
        right: 0,
        clean: 0,
        flagged: 0,
        missed: BTreeMap::new(),
    };
    for case in cases {
        let found: Vec<Range<usize>> = find(&case.text)
            .iter()
            .map(|finding| finding.start..finding.end)
            .collect();
        let touches = |found: &Range<usize>, wanted: bool| {
            case.marks.iter().any(|(kind, mark)| {
                (*kind != '~') == wanted && mark.start < found.end && found.start < mark.end
            })
        };
        let counted = found
            .iter()
            .filter(|found| touches(found, true) || !touches(found, false));
        let (right, wrong): (Vec<_>, Vec<_>) = counted.partition(|found| touches(found, true));
        tally.findings += right.len() + wrong.len();
        tally.right += right.len();
        let marks: Vec<_> = case.marks.iter().filter(|(kind, _)| *kind != '~').collect();
        tally.clean += usize::from(marks.is_empty());
        tally.flagged += usize::from(marks.is_empty() && !wrong.is_empty());
        for mark in marks {
            tally.marks += 1;
            if is_covered(&case.text, mark, &found) {
                tally.covered += 1;
            } else {
                tally
                    .missed
                    .entry(case.name)
                    .or_default()
                    .push(case.text.get(mark.1.clone()).unwrap_or_default().to_owned());
            }
        }
    }
    tally
}

#[test]
fn nearly_everything_is_found_and_little_else() {
    let tally = tally(&cases());
    assert!(
        tally.marks > 500 && tally.clean > 20,
        "the cases were read: {}, {}",
        tally.marks,
        tally.clean
    );
    assert!(
        tally.covered * 1000 >= tally.marks * 975,
        "{} of {}, missed {:?}",
        tally.covered,
        tally.marks,
        tally.missed
    );
    assert!(
        tally.right * 1000 >= tally.findings * 985,
        "{} of {}",
        tally.right,
        tally.findings
    );
    assert!(
        tally.flagged * 20 <= tally.clean,
        "{} of {} clean texts",
        tally.flagged,
        tally.clean
    );
}

#[test]
fn texts_without_capitals_hide_little() {
    let small: Vec<Case> = cases()
        .into_iter()
        .filter(|case| case.text == case.text.to_lowercase())
        .collect();
    let tally = tally(&small);
    assert!(tally.marks > 60, "{}", tally.marks);
    assert!(
        tally.covered * 100 >= tally.marks * 93,
        "{} of {}, missed {:?}",
        tally.covered,
        tally.marks,
        tally.missed
    );
}

/// Everything without capitals, also what was written with them.
#[test]
fn people_are_found_when_their_capitals_are_taken_away() {
    let lower = |case: Case| Case {
        text: case.text.to_lowercase(),
        ..case
    };
    let same = |case: &Case| case.text.to_lowercase().len() == case.text.len();
    let small: Vec<Case> = cases().into_iter().filter(same).map(lower).collect();
    let tally = tally(&small);
    assert!(
        tally.covered * 100 >= tally.marks * 85,
        "{} of {}, missed {:?}",
        tally.covered,
        tally.marks,
        tally.missed
    );
    assert!(
        tally.right * 100 >= tally.findings * 95,
        "{} of {}",
        tally.right,
        tally.findings
    );
}
