//! What an organiser may read and write of a mail: everything but the keys in it.

/// Longest subject.
pub(super) const SUBJECT: usize = 200;

/// Longest text.
pub(super) const TEXT: usize = 10_000;

/// What stands in the place of a key. Whoever has the key in a link answers for somebody else, so an organiser does not see it.
const COVER: &str = "••••••••";

/// How long a key is: 256 bits as hexadecimal digits.
const KEY: usize = 64;

/// Places and ends of the keys in a text.
fn keys(text: &str) -> Vec<(usize, usize)> {
    let (mut found, mut begins) = (Vec::new(), None);
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (place, letter) in ends {
        match (begins, letter.is_ascii_hexdigit()) {
            (None, true) => begins = Some(place),
            (Some(begin), false) => {
                if place - begin == KEY {
                    found.push((begin, place));
                }
                begins = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    found
}

/// The text without its keys.
pub(super) fn covered(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for (begin, end) in keys(text) {
        shown.push_str(text.get(from..begin).unwrap_or_default());
        shown.push_str(COVER);
        from = end;
    }
    shown.push_str(text.get(from..).unwrap_or_default());
    shown
}

/// A changed text with the keys of the old one where they were covered; `None` when it covers more than there were.
pub(super) fn uncovered(changed: &str, old: &str) -> Option<String> {
    let mut known = keys(old).into_iter();
    let mut parts = changed.replace("\r\n", "\n");
    let mut text = String::with_capacity(parts.len());
    while let Some((before, after)) = parts.split_once(COVER) {
        let (begin, end) = known.next()?;
        text.push_str(before);
        text.push_str(old.get(begin..end)?);
        parts = after.to_owned();
    }
    text.push_str(&parts);
    Some(text)
}

/// What is wrong with a changed mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Empty,
    Long(usize),
    /// A covered link was copied: there is no key for the second one.
    Covered,
}

/// Reads a changed mail: subject and text, or what is wrong with each.
pub(super) fn changed(
    subject: &str,
    text: &str,
    old: &str,
) -> Result<(String, String), Vec<(&'static str, Wrong)>> {
    let mut wrong = Vec::new();
    // A subject is one line.
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    for (field, content, most) in [
        ("subject", subject.as_str(), SUBJECT),
        ("text", text.trim(), TEXT),
    ] {
        if content.is_empty() {
            wrong.push((field, Wrong::Empty));
        } else if content.chars().count() > most {
            wrong.push((field, Wrong::Long(most)));
        }
    }
    match uncovered(text, old) {
        Some(text) if wrong.is_empty() => Ok((subject, text)),
        Some(_) => Err(wrong),
        None => {
            wrong.push(("text", Wrong::Covered));
            Err(wrong)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail() -> String {
        format!(
            "Dag Noor,\n\nLaat weten of je komt:\nhttps://kring.example.nl/reply/{}\n\nMeer: https://kring.example.nl/x/{}\n",
            "0a".repeat(32),
            "1b".repeat(32)
        )
    }

    #[test]
    fn an_organiser_never_sees_a_key() {
        let shown = covered(&mail());
        assert!(!shown.contains("0a0a") && !shown.contains("1b1b"), "{shown}");
        assert!(
            shown.contains("https://kring.example.nl/reply/••••••••\n"),
            "{shown}"
        );
        // A number that is no key stays.
        assert_eq!(covered("kamer 12345678"), "kamer 12345678");
    }

    #[test]
    fn what_was_not_changed_comes_back_whole() {
        let shown = covered(&mail()).replace('\n', "\r\n");
        assert_eq!(uncovered(&shown, &mail()), Some(mail()));
    }

    #[test]
    fn a_link_may_be_left_out_and_not_doubled() {
        let text = uncovered("Kom: https://kring.example.nl/reply/••••••••", &mail()).unwrap();
        assert!(text.ends_with(&"0a".repeat(32)), "{text}");
        let doubled = "•••••••• •••••••• ••••••••";
        assert_eq!(
            changed("Dag", doubled, &mail()),
            Err(vec![("text", Wrong::Covered)])
        );
    }

    #[test]
    fn a_subject_is_one_line_and_neither_is_empty() {
        assert_eq!(
            changed("Dag\r\nBcc: x", "Tekst", ""),
            Ok(("Dag Bcc: x".to_owned(), "Tekst".to_owned()))
        );
        let wrong = changed(" ", &"x".repeat(TEXT + 1), "").unwrap_err();
        assert_eq!(wrong, [("subject", Wrong::Empty), ("text", Wrong::Long(TEXT))]);
    }
}
