//! A report as a sheet: a row for each entry. For Excel it begins with a byte order mark.

use anyhow::Context as _;
use session::model::Word as _;

use super::{Entry, Part, Report};
use crate::words::Words;

/// The report as CSV.
pub(super) fn write(report: &Report, words: &Words) -> anyhow::Result<String> {
    let mut rows = vec![vec![
        words.room_sheet_part(),
        words.room_sheet_case(),
        words.room_sheet_kind(),
        words.room_sheet_step(),
        words.room_sheet_text(),
        words.room_sheet_author(),
        words.room_sheet_taken(),
        words.room_sheet_why(),
        words.room_sheet_note(),
    ]];
    for part in &report.parts {
        rows.extend(part.entries.iter().map(|entry| row(part, entry, words)));
    }
    crate::web::sheet(rows).context("writing a sheet")
}

fn row(part: &Part, entry: &Entry, words: &Words) -> Vec<String> {
    let answers = entry
        .answers
        .iter()
        .map(|answer| format!("{}: {}", answer.question, answer.answer));
    let text = if entry.answers.is_empty() {
        entry.text.clone()
    } else {
        answers.collect::<Vec<_>>().join("\n")
    };
    let by = entry.taken_along.iter().map(|taken| taken.by.as_str());
    let why = entry.taken_along.iter().filter_map(|taken| taken.why.as_deref());
    let notes = [
        entry.struck.then(|| words.room_struck()),
        entry.private.then(|| words.room_only_you()),
    ];
    vec![
        part.name.clone(),
        part.case.clone().unwrap_or_default(),
        entry.kind.map_or("note", |kind| kind.word()).to_owned(),
        entry.step.clone(),
        text,
        entry.author.clone().unwrap_or_default(),
        by.collect::<Vec<_>>().join("; "),
        why.collect::<Vec<_>>().join("; "),
        notes.into_iter().flatten().collect::<Vec<_>>().join("; "),
    ]
}
