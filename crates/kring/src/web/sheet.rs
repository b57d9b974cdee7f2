//! Files to take along, and rows as a CSV file that a spreadsheet opens safely.

use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

/// Tells a spreadsheet that what follows is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Rows as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe, so that what somebody wrote is
/// shown and never carried out (OWASP, "CSV Injection").
///
/// # Errors
/// Never in practice: rows are written into memory.
pub(crate) fn sheet(rows: Vec<Vec<String>>) -> anyhow::Result<String> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.into_iter().map(harmless))?;
    }
    let bytes = writer.into_inner()?;
    Ok(format!("{BYTE_ORDER_MARK}{}", String::from_utf8(bytes)?))
}

/// A cell that begins with none of the signs that start a formula, also not behind spaces.
fn harmless(cell: String) -> String {
    if is_formula(&cell) {
        format!("'{cell}")
    } else {
        cell
    }
}

fn is_formula(cell: &str) -> bool {
    let first = cell.trim_start().chars().next();
    let starts_formula = first.is_some_and(|sign| "=+-@|%\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(sign));
    starts_formula || cell.starts_with(['\t', '\r', '\n'])
}

/// What stood in a cell before [`sheet`] put an apostrophe in front of it, so that a sheet of ours can be read again.
pub(crate) fn as_written(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| is_formula(rest))
        .unwrap_or(cell)
}

/// A text to save.
pub(crate) fn download(name: &str, kind: &str, text: String) -> Response {
    file(name, format!("{kind}; charset=utf-8"), text.into())
}

/// A workbook to save.
pub(crate) fn download_workbook(name: &str, bytes: Vec<u8>) -> Response {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    file(name, kind.to_owned(), bytes.into())
}

/// A file to save. No cache keeps it: it depends on who asks, and on when.
fn file(name: &str, kind: String, content: Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, content).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in [
            "=1+1",
            "+31 6",
            "-2",
            "@SUM(A1)",
            "\t=1",
            " =cmd|' /C calc'!A0",
            "|x",
            "\u{ff1d}1",
            "\r\n=1",
        ] {
            let written = harmless(cell.to_owned());
            assert!(written.starts_with('\''), "{cell:?}");
            assert_eq!(as_written(&written), cell);
        }
        for cell in ["", "Begin klein", "3 = 3", "a-b", "'t Is goed"] {
            assert_eq!(harmless(cell.to_owned()), cell);
            assert_eq!(as_written(cell), cell);
        }
    }

    #[test]
    fn quotes_commas_and_lines_stay_in_their_cell() {
        let row = ["a,b", "\"c\"", "d\ne", "=f"].map(str::to_owned).to_vec();
        assert_eq!(
            sheet(vec![row]).unwrap(),
            "\u{feff}\"a,b\",\"\"\"c\"\"\",\"d\ne\",\"'=f\"\r\n"
        );
    }
}
