//! Invented cases with what identifies people marked. Each was written before its findings were looked at, so that they tell how the detector does
//! on texts that it was not made for.

use std::ops::Range;

/// A text with its marks, in bytes.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) text: String,
    /// The letter of the kind, and where it stands; `~` for what may be found or not.
    pub(crate) marks: Vec<(char, Range<usize>)>,
}

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    let files = [
        include_str!("invented.txt"),
        include_str!("invented-2.txt"),
        include_str!("invented-3.txt"),
        include_str!("invented-4.txt"),
        include_str!("invented-5.txt"),
    ];
    let parts = files
        .iter()
        .flat_map(|file| format!("\n{file}").leak().split("\n= ").skip(1));
    parts
        .filter_map(|part| part.split_once('\n'))
        .map(|(name, source)| case(name, source.trim_end()))
        .collect()
}

/// `{p:Noor}` marks Noor; `{d:3 mei jl.|3 mei}` stands for the first and marks the second in it.
fn case(name: &'static str, source: &str) -> Case {
    let mut case = Case {
        name,
        text: String::new(),
        marks: Vec::new(),
    };
    let mut rest = source;
    while let Some((before, after)) = rest.split_once('{') {
        case.text.push_str(before);
        let (mark, after) = after.split_once('}').unwrap_or((after, ""));
        let (kind, shown) = mark.split_once(':').unwrap_or(("~", mark));
        let (shown, marked) = shown.split_once('|').unwrap_or((shown, shown));
        let start = case.text.len() + shown.find(marked).unwrap_or_default();
        case.text.push_str(shown);
        case.marks
            .push((kind.chars().next().unwrap_or('~'), start..start + marked.len()));
        rest = after;
    }
    case.text.push_str(rest);
    case
}
