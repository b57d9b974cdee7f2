//! One text, and what was found in it in words.

use std::io::{self, Read};

use crate::cli::out;
use crate::privacy::{certainty, instead, kind, piece, reason};
use crate::words::Words;

/// Tells what is in the text; whether it could be read.
pub(super) fn scan(mut input: impl Read, words: &Words) -> io::Result<bool> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before = error.as_bytes().iter().take(good);
            let line = 1 + before.filter(|byte| **byte == b'\n').count();
            out::aside(words.privacy_line(line, words.privacy_not_utf8()))?;
            return Ok(false);
        }
    };
    let found = ::privacy::find(&text);
    if found.is_empty() {
        out::line(words.privacy_nothing())?;
        return Ok(true);
    }
    let (mut line, mut at) = (1_usize, 0);
    for finding in &found {
        line += piece(&text, at, finding.start).matches('\n').count();
        at = finding.start;
        let shown = piece(&text, finding.start, finding.end).replace('\n', " ");
        let what = words.privacy_finding(
            line,
            shown,
            kind(finding.kind, words),
            certainty(finding.certainty, words),
            reason(finding.reason, words),
        );
        out::line(what)?;
        let instead = instead(finding, &text, words);
        out::line(format_args!("    {}", words.privacy_instead(instead)))?;
    }
    out::line(words.privacy_total(found.len()))?;
    Ok(true)
}
