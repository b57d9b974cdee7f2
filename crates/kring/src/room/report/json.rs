//! A report for programs.

use super::Report;

/// The report as JSON, on lines that can be compared.
pub(super) fn write(report: &Report) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    Ok(text)
}
