//! From the bytes of a file, or a text that was pasted, to rows of cells. It knows nothing of what the cells mean.
//!
//! A file comes from anywhere, so nothing of it is trusted. This module and `book` use nothing else of Kring, so that `fuzz/` can take
//! them alone.

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, WINDOWS_1252};

use super::book;

/// The largest file, and the most text in all cells together, in bytes.
pub(super) const MOST_BYTES: usize = 2 * 1024 * 1024;
/// The most rows below the headings.
pub(super) const MOST_ROWS: usize = 2_000;
/// Cells further to the right are not read.
pub(super) const MOST_COLUMNS: usize = 100;

/// A row with something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Its number in the file, from one, as a spreadsheet or an editor shows it.
    pub(super) number: usize,
    /// Each on one line, without spaces around it.
    pub(super) cells: Vec<String>,
}

/// Why a file gives no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// Nothing in it.
    Empty,
    /// More text than [`MOST_BYTES`], or a workbook that unpacks to far more than it should.
    TooLarge,
    /// More than [`MOST_ROWS`].
    TooManyRows,
    /// A workbook of before 2007, or one behind a password: they look the same.
    OldOrLocked,
    /// Something else, such as a picture or a letter.
    NoSpreadsheet,
}

/// Reads a workbook (XLSX) or a text with separators. The first row is the first with anything in it.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    let rows = if bytes.starts_with(b"PK\x03\x04") {
        book::rows(bytes)?
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Unreadable::OldOrLocked);
    } else {
        text(&decoded(bytes)?)?
    };
    let weight: usize = rows.iter().flat_map(|row| &row.cells).map(String::len).sum();
    match rows.len() {
        0 => Err(Unreadable::Empty),
        _ if weight > MOST_BYTES => Err(Unreadable::TooLarge),
        _ => Ok(rows),
    }
}

/// The rows as a text that [`read`] takes for the same rows, with the same numbers.
pub(super) fn written(rows: &[Row]) -> String {
    let (mut text, mut line) = (String::new(), 1);
    for row in rows {
        // Empty lines keep the numbers true, unless a file has hardly anything else.
        let empty = row.number.saturating_sub(line).min(100);
        text.push_str(&"\n".repeat(empty));
        let cells: Vec<String> = row.cells.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
        line += empty + 1;
    }
    text
}

fn quoted(cell: &str) -> String {
    // Which sign separates is judged by the first row: what could be taken for one is put between quotes.
    if cell.contains(['"', ',', ';']) || cell.starts_with("sep=") {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Text in the encodings in which spreadsheets save it: UTF-8, UTF-16 with its mark, or else the old one of Windows.
fn decoded(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = match (Encoding::for_bom(bytes), std::str::from_utf8(bytes)) {
        (Some((encoding, mark)), _) => {
            let rest = bytes.get(mark..).unwrap_or_default();
            encoding.decode_without_bom_handling(rest).0.into_owned()
        }
        (None, Ok(text)) => text.to_owned(),
        (None, Err(_)) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    };
    // No list of people has signs that steer a printer: it is a picture, a PDF or the like.
    let is_binary = text
        .chars()
        .any(|sign| sign.is_control() && !matches!(sign, '\t' | '\r' | '\n'));
    if is_binary {
        Err(Unreadable::NoSpreadsheet)
    } else {
        Ok(text)
    }
}

fn text(source: &str) -> Result<Vec<Row>, Unreadable> {
    let (separator, skipped) = separator(source);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(source.as_bytes());
    let (mut record, mut lines) = (StringRecord::new(), Lines::default());
    let mut rows = Vec::new();
    while reader
        .read_record(&mut record)
        .map_err(|_broken| Unreadable::NoSpreadsheet)?
    {
        let number = lines.of(source, &record);
        let cells = record.iter().take(MOST_COLUMNS).map(tidy).collect();
        if number > skipped {
            add(&mut rows, number, cells)?;
        }
    }
    Ok(rows)
}

/// Counts the lines up to a record, each line once.
#[derive(Default)]
struct Lines {
    at: usize,
    before: usize,
}

impl Lines {
    /// The line on which a record begins, from one: the reader passes over the empty ones before it, and so do we.
    fn of(&mut self, source: &str, record: &StringRecord) -> usize {
        let begins = record.position().map_or(0, csv::Position::byte);
        let begins = usize::try_from(begins).unwrap_or_default().max(self.at);
        let rest = source.get(begins..).unwrap_or_default();
        let begins = source.len() - rest.trim_start_matches(['\r', '\n']).len();
        let passed = source.get(self.at..begins).unwrap_or_default();
        self.before += passed.bytes().filter(|byte| *byte == b'\n').count();
        self.at = begins;
        self.before + 1
    }
}

/// What stands between two cells, judged by the first line, and how many lines only say so (`sep=;`).
fn separator(source: &str) -> (u8, usize) {
    let (number, first) = source
        .lines()
        .enumerate()
        .find(|(_, line)| !line.trim().is_empty())
        .unwrap_or_default();
    if let Some(&[sign]) = first.trim().strip_prefix("sep=").map(str::as_bytes)
        && sign.is_ascii_punctuation()
    {
        return (sign, number + 1);
    }
    let mut counts = [(b'\t', 0), (b';', 0), (b',', 0)];
    let mut is_quoted = false;
    for byte in first.bytes() {
        is_quoted ^= byte == b'"';
        for (sign, count) in &mut counts {
            *count += usize::from(!is_quoted && byte == *sign);
        }
    }
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    (best.map_or(b',', |(sign, _)| *sign), 0)
}

/// Adds a row that has anything in it.
pub(super) fn add(rows: &mut Vec<Row>, number: usize, mut cells: Vec<String>) -> Result<(), Unreadable> {
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    if cells.is_empty() {
        return Ok(());
    }
    if rows.len() > MOST_ROWS {
        return Err(Unreadable::TooManyRows);
    }
    rows.push(Row { number, cells });
    Ok(())
}

/// One line, one space between words, and none of the signs without a shape that come along when people copy from mail and web.
pub(super) fn tidy(cell: &str) -> String {
    let visible = cell.replace(is_shapeless, "");
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_shapeless(sign: char) -> bool {
    (sign.is_control() && !sign.is_whitespace())
        || matches!(sign, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(usize, String)> {
        let rows = read(bytes).unwrap();
        rows.into_iter()
            .map(|row| (row.number, row.cells.join("|")))
            .collect()
    }

    fn expected(rows: &[(usize, &str)]) -> Vec<(usize, String)> {
        rows.iter()
            .map(|(number, row)| (*number, (*row).to_owned()))
            .collect()
    }

    #[test]
    fn every_way_in_which_a_spreadsheet_saves_a_list_reads_alike() {
        let list = "Naam;Mail\nZoë Brink;zoe@voorbeeld.example\n";
        let mut utf16 = vec![0xff, 0xfe];
        utf16.extend(list.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes));
        for (what, bytes) in [
            ("UTF-8", list.as_bytes().to_vec()),
            ("UTF-8 with its mark", format!("\u{feff}{list}").into_bytes()),
            (
                "commas and Windows lines",
                list.replace(';', ",").replace('\n', "\r\n").into_bytes(),
            ),
            ("tabs", list.replace(';', "\t").into_bytes()),
            ("UTF-16", utf16),
            (
                "Windows-1252",
                list.replace('ë', "?")
                    .bytes()
                    .map(|b| if b == b'?' { 0xeb } else { b })
                    .collect(),
            ),
        ] {
            let read = rows(&bytes);
            assert_eq!(
                read,
                expected(&[(1, "Naam|Mail"), (2, "Zoë Brink|zoe@voorbeeld.example")]),
                "{what}"
            );
        }
    }

    #[test]
    fn rows_keep_the_number_they_have_in_the_file() {
        let list =
            "\n\nNaam,Mail\n,,\n\n\"Zoë\nvan  Brink\" , z@a.example ,,\n\n\"Bo \"\"B\"\"\",b@a.example\n";
        let read = rows(list.as_bytes());
        assert_eq!(
            read,
            expected(&[
                (3, "Naam|Mail"),
                (6, "Zoë van Brink|z@a.example"),
                (9, "Bo \"B\"|b@a.example")
            ])
        );
        // And again when they come back from the page.
        assert_eq!(
            rows(written(&super::read(list.as_bytes()).unwrap()).as_bytes()),
            read
        );
        assert_eq!(
            rows(b"sep=;\nNaam;Mail, thuis"),
            expected(&[(2, "Naam|Mail, thuis")])
        );
        assert_eq!(
            rows(b"\"Naam, voluit\";Mail"),
            expected(&[(1, "Naam, voluit|Mail")])
        );
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(
            tidy("\u{feff} noor\u{200b}@voorbeeld.example\u{a0}"),
            "noor@voorbeeld.example"
        );
        assert_eq!(tidy("a\t b\r\nc"), "a b c");
    }

    #[test]
    fn what_is_no_list_is_named_for_what_it_is() {
        let long = "a@b.example\n".repeat(MOST_ROWS + 2);
        for (what, bytes, expected) in [
            ("nothing", Vec::new(), Unreadable::Empty),
            ("blank lines", b"\n ;; \n".to_vec(), Unreadable::Empty),
            (
                "an old workbook",
                vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1],
                Unreadable::OldOrLocked,
            ),
            (
                "a picture",
                vec![0xff, 0xd8, 0xff, 0xe0, 0, 0x10],
                Unreadable::NoSpreadsheet,
            ),
            (
                "a PDF",
                b"%PDF-1.7\n\x01\x02\n".to_vec(),
                Unreadable::NoSpreadsheet,
            ),
            ("too many bytes", vec![b'a'; MOST_BYTES + 1], Unreadable::TooLarge),
            ("too many lines", long.into_bytes(), Unreadable::TooManyRows),
        ] {
            assert_eq!(read(&bytes), Err(expected), "{what}");
        }
    }

    #[test]
    fn as_many_rows_as_are_allowed_are_read() {
        let list = format!("Mail\n{}", "a@b.example\n".repeat(MOST_ROWS));
        assert_eq!(read(list.as_bytes()).unwrap().len(), MOST_ROWS + 1);
    }

    proptest! {
        #[test]
        fn rows_survive_being_written_and_read(cells in prop::collection::vec(prop::collection::vec("[a-zA-Z ,;\"'=é]{0,6}", 2..5), 1..8)) {
            let rows: Vec<Row> = cells
                .into_iter()
                .enumerate()
                .map(|(at, cells)| Row { number: 2 * at + 1, cells: cells.iter().map(|cell| tidy(cell)).collect() })
                .filter(|row| row.cells.last().is_some_and(|last| !last.is_empty()))
                .collect();
            let back = read(written(&rows).as_bytes());
            prop_assert_eq!(back, if rows.is_empty() { Err(Unreadable::Empty) } else { Ok(rows) });
        }

        #[test]
        fn nothing_breaks_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400), is_book in any::<bool>()) {
            let mut file = if is_book { b"PK\x03\x04".to_vec() } else { Vec::new() };
            file.extend(bytes);
            if let Ok(rows) = read(&file) {
                prop_assert!(rows.iter().all(|row| row.cells.iter().any(|cell| !cell.is_empty())));
            }
        }
    }
}
