//! A text a line, as JSON; one line is in memory at a time.

use std::io::{self, BufRead, BufWriter, Read as _, Write as _};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cli::out;
use crate::words::Words;

/// The longest line that is read, in bytes. A text of a megabyte fits, also when each of its letters is written as an escape.
const LONGEST: u64 = 8 * 1024 * 1024;

#[derive(Deserialize)]
struct Text {
    #[serde(default)]
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    spans: Vec<Span>,
}

#[derive(Serialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// Answers line by line; whether every line was read.
pub(super) fn scan(mut input: impl BufRead, words: &Words) -> io::Result<bool> {
    let mut answers = BufWriter::new(io::stdout().lock());
    let (mut line, mut number, mut is_read) = (Vec::new(), 0_usize, true);
    loop {
        line.clear();
        number += 1;
        let length = input.by_ref().take(LONGEST).read_until(b'\n', &mut line)?;
        if length == 0 {
            break;
        }
        let is_whole = line.ends_with(b"\n") || u64::try_from(length).is_ok_and(|length| length < LONGEST);
        if !is_whole {
            skip_line(&mut input)?;
        }
        if is_whole && line.trim_ascii().is_empty() {
            continue;
        }
        if let Some(text) = read(&line).filter(|_| is_whole) {
            serde_json::to_writer(&mut answers, &answer(text))?;
            answers.write_all(b"\n")?;
        } else {
            is_read = false;
            let reason = if is_whole {
                words.privacy_not_a_text()
            } else {
                words.privacy_long_line()
            };
            out::aside(words.privacy_line(number, reason))?;
        }
    }
    answers.flush()?;
    Ok(is_read)
}

fn read(line: &[u8]) -> Option<Text> {
    serde_json::from_slice(line).ok()
}

fn answer(text: Text) -> Answer {
    let found = ::privacy::find(&text.text);
    let places = ::privacy::in_characters(&text.text, &found);
    let spans = found.iter().zip(places).map(|(finding, (start, end))| Span {
        start,
        end,
        kind: finding.kind.code(),
    });
    Answer {
        id: text.id,
        spans: spans.collect(),
    }
}

/// Passes over the rest of a line without keeping it.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let ends = buffer.iter().position(|byte| *byte == b'\n');
        let length = ends.map_or(buffer.len(), |at| at + 1);
        if length == 0 {
            return Ok(());
        }
        input.consume(length);
        if ends.is_some() {
            return Ok(());
        }
    }
}
