//! What agreements may look like.

/// Most characters of a text.
const LENGTH: usize = 4_000;

/// Most lines: more than this nobody remembers.
const LINES: usize = 20;

/// What somebody may do with agreements.
#[derive(Clone, Copy, Default)]
pub(crate) struct May {
    /// Accept them: whoever sits in the circle.
    pub(crate) accept: bool,
    /// See by name who accepted them, and write new ones.
    pub(crate) write: bool,
}

/// Why a text will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextProblem {
    /// There is nothing in it.
    Empty,
    /// More than this many characters.
    TooLong(usize),
    /// More than this many lines.
    TooMany(usize),
    /// Just what it was before.
    Unchanged,
}

/// A text as it is kept: one agreement a line, without numbers and dashes before it.
///
/// # Errors
/// See [`TextProblem`].
pub(crate) fn text(typed: &str, before: Option<&str>) -> Result<String, TextProblem> {
    let lines: Vec<&str> = lines(typed).collect();
    let text = lines.join("\n");
    if text.is_empty() {
        Err(TextProblem::Empty)
    } else if text.chars().count() > LENGTH {
        Err(TextProblem::TooLong(LENGTH))
    } else if lines.len() > LINES {
        Err(TextProblem::TooMany(LINES))
    } else if before == Some(text.as_str()) {
        Err(TextProblem::Unchanged)
    } else {
        Ok(text)
    }
}

/// The single agreements of a text.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(|line| line.trim().trim_start_matches(['-', '*', '•', '–']).trim_start())
        .filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_one_agreement() {
        let typed = "- Wat hier gezegd wordt, blijft hier.\r\n\n * Telefoon weg.  \n";
        assert_eq!(
            text(typed, None).as_deref(),
            Ok("Wat hier gezegd wordt, blijft hier.\nTelefoon weg.")
        );
    }

    #[test]
    fn a_text_that_will_not_do_says_why() {
        for (typed, expected) in [
            (" \n - \n", TextProblem::Empty),
            (&"a".repeat(4_001), TextProblem::TooLong(4_000)),
            (&"a\n".repeat(21), TextProblem::TooMany(20)),
            ("- Telefoon weg.", TextProblem::Unchanged),
        ] {
            assert_eq!(text(typed, Some("Telefoon weg.")), Err(expected), "{typed:.20}");
        }
    }
}
