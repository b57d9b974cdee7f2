//! Files to take along, and rows as a CSV file that a spreadsheet opens safely.

use axum::body::Body;
use axum::http::{HeaderValue, header};
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

/// A file of somebody to save, never to look at in the browser. The name may hold letters of any language, and no quotes.
pub(crate) fn download_bytes(name: &str, kind: &str, bytes: Vec<u8>) -> Response {
    let is_safe = |c: char| (c.is_ascii_graphic() || c == ' ') && !"\"\\%".contains(c);
    let plain: String = name.chars().map(|c| if is_safe(c) { c } else { '_' }).collect();
    let mut response = file(&plain, kind.to_owned(), bytes.into());
    let named = format!(
        "attachment; filename=\"{plain}\"; filename*=UTF-8''{}",
        encoded(name)
    );
    if let Ok(named) = HeaderValue::from_str(&named) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, named);
    }
    response
}

/// As RFC 8187 wants it: everything but plain letters and digits as bytes.
fn encoded(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.extend(['%', hex_digit(byte >> 4), hex_digit(byte & 15)]);
        }
    }
    text
}

fn hex_digit(half: u8) -> char {
    char::from_digit(u32::from(half), 16)
        .unwrap_or('0')
        .to_ascii_uppercase()
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
    fn a_file_is_saved_under_its_name_and_no_name_ends_the_header() {
        let named = |name: &str| {
            let response = download_bytes(name, "application/pdf", Vec::new());
            let header = response.headers().get(header::CONTENT_DISPOSITION);
            header.unwrap().to_str().unwrap().to_owned()
        };
        assert_eq!(
            named("Één ijsje.pdf"),
            "attachment; filename=\"__n ijsje.pdf\"; filename*=UTF-8''%C3%89%C3%A9n%20ijsje.pdf"
        );
        assert_eq!(
            named("a\"\r\nX: y.pdf"),
            "attachment; filename=\"a___X: y.pdf\"; filename*=UTF-8''a%22%0D%0AX%3A%20y.pdf"
        );
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
