//! The rows of a workbook (XLSX): a packed folder of XML, of which anything can be made.
//!
//! What it unpacks to is measured before it is unpacked, and a cell far down or far to the right costs no more than one near.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read as _};

use calamine::{Data, Reader as _, SheetType, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::reading::{MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Row, Unreadable, add, tidy};

/// What a workbook may unpack to, in bytes. One with so many rows of people stays far below it.
const MOST_UNPACKED: u64 = 24 * 1024 * 1024;
/// The most parts of a workbook.
const MOST_PARTS: usize = 1_000;

/// The rows of the first visible sheet that has any.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    measure(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_broken| Unreadable::NoSpreadsheet)?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    // The list is on the first sheet that has anything on it; what people keep on the others is theirs.
    for name in sheets {
        let rows = sheet(&mut book, &name)?;
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

/// Unpacks everything into nothing, to see how large it is: what a file says of itself proves nothing.
fn measure(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_broken| Unreadable::NoSpreadsheet)?;
    if archive.len() > MOST_PARTS {
        return Err(Unreadable::TooLarge);
    }
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let part = archive
            .by_index(index)
            .map_err(|_broken| Unreadable::NoSpreadsheet)?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink())
            .map_err(|_broken| Unreadable::NoSpreadsheet)?;
        left = left.checked_sub(size).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

/// Cell by cell, never as one block: a single cell in the last corner would make that block larger than any memory.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Row>, Unreadable> {
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|_broken| Unreadable::NoSpreadsheet)?;
    let mut found: BTreeMap<u32, BTreeMap<usize, String>> = BTreeMap::new();
    let mut weight = 0;
    while let Some(cell) = cells.next_cell().map_err(|_broken| Unreadable::NoSpreadsheet)? {
        let (row, column) = cell.get_position();
        let text = tidy(&Data::from(cell.get_value().clone()).to_string());
        let column = usize::try_from(column).unwrap_or(MOST_COLUMNS);
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        // Many cells can share one long text, so what they weigh together is not what was unpacked.
        weight += text.len();
        if weight > MOST_BYTES {
            return Err(Unreadable::TooLarge);
        }
        found.entry(row).or_default().insert(column, text);
        if found.len() > MOST_ROWS + 1 {
            return Err(Unreadable::TooManyRows);
        }
    }
    let mut rows = Vec::new();
    for (row, mut cells) in found {
        let width = cells.keys().next_back().map_or(0, |last| last + 1);
        let cells = (0..width).map(|column| cells.remove(&column).unwrap_or_default());
        let number = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        add(&mut rows, number, cells.collect())?;
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::reading::read;
    use super::*;

    fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(&mut book);
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn a_workbook_is_read_from_its_first_sheet_with_anything_on_it() {
        let bytes = book(|book| {
            book.add_worksheet();
            let hidden = book.add_worksheet().set_hidden(true);
            hidden.write(0, 0, "Geheim").unwrap();
            let sheet = book.add_worksheet();
            sheet.write(2, 1, "Naam").unwrap();
            sheet.write(2, 2, "Groep").unwrap();
            sheet.write(4, 1, " Zoë ").unwrap();
            sheet.write(4, 2, 4).unwrap();
            sheet.write_formula(5, 1, "=1+1").unwrap();
            // A cell in the last corner is neither read nor paid for.
            sheet.write(1_048_575, 16_383, "ver weg").unwrap();
        });
        let read: Vec<(usize, String)> = read(&bytes)
            .unwrap()
            .into_iter()
            .map(|row| (row.number, row.cells.join("|")))
            .collect();
        let expected =
            [(3, "|Naam|Groep"), (5, "|Zoë|4"), (6, "|0")].map(|(number, row)| (number, row.to_owned()));
        assert_eq!(read, expected);
    }

    /// A packed folder with one file, which holds so many spaces.
    fn folder(file: &str, size: u64) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(file, SimpleFileOptions::default()).unwrap();
        io::copy(&mut io::repeat(b' ').take(size), &mut archive).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_workbook_that_swells_is_not_unpacked() {
        let bytes = folder("xl/workbook.xml", MOST_UNPACKED + 1);
        assert!(bytes.len() < MOST_BYTES / 10, "{}", bytes.len());
        assert_eq!(read(&bytes), Err(Unreadable::TooLarge));
        let shared = book(|book| {
            let sheet = book.add_worksheet();
            let long = "x".repeat(30_000);
            for row in 0..100 {
                sheet.write(row, 0, &long).unwrap();
            }
        });
        assert!(shared.len() < MOST_BYTES / 10, "{}", shared.len());
        assert_eq!(read(&shared), Err(Unreadable::TooLarge));
    }

    #[test]
    fn what_is_no_list_is_named_for_what_it_is() {
        let tall = book(|book| {
            let sheet = book.add_worksheet();
            for row in 0..=u32::try_from(MOST_ROWS).unwrap() + 1 {
                sheet.write(row, 0, "x").unwrap();
            }
        });
        let empty = book(|book| {
            book.add_worksheet();
        });
        for (what, bytes, expected) in [
            ("no cells", empty, Unreadable::Empty),
            (
                "a letter",
                folder("word/document.xml", 9),
                Unreadable::NoSpreadsheet,
            ),
            (
                "half a workbook",
                tall.iter().take(900).copied().collect(),
                Unreadable::NoSpreadsheet,
            ),
            ("too many rows", tall, Unreadable::TooManyRows),
        ] {
            assert_eq!(read(&bytes), Err(expected), "{what}");
        }
    }
}
