//! What a code looks like, what somebody may be called, and how long a guest is a guest.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::web::limit::Rule;

/// What codes are made of: nothing that looks or sounds like something else, and no vowels, so that no code is a word.
const LETTERS: &[u8; 23] = b"23456789CDFHJKMNPRTVWXY";

/// Letters and digits in a code. 3,400 million codes: with a thousand open rooms a guess hits one in three million times.
const LENGTH: usize = 7;

/// What somebody may type for something that is in [`LETTERS`].
const MISREAD: [(char, char); 5] = [('B', '8'), ('S', '5'), ('Z', '2'), ('G', '6'), ('U', 'V')];

/// Codes looked up from one network. A whole practice may be one, and everybody comes in when the meeting begins; at this rate
/// guessing the code of one of a thousand open rooms takes months.
pub(crate) const CODES_OF_NETWORK: Rule = Rule {
    name: "codes of rooms from a network",
    times: 300,
    within: Duration::from_mins(15),
};

/// Most characters in a name.
const NAME: usize = 40;

/// How long a browser keeps its pass at least. What it opens is decided at each door.
pub(crate) const PASS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How long after the planned end a guest may still read the report.
const AFTER: SignedDuration = SignedDuration::from_hours(24);

/// A code from randomness.
pub(crate) fn code(random: u64) -> String {
    let count = LETTERS.len() as u64;
    let mut rest = random;
    let mut code = String::new();
    for _ in 0..LENGTH {
        let place = usize::try_from(rest % count).unwrap_or_default();
        code.extend(LETTERS.get(place).copied().map(char::from));
        rest /= count;
    }
    code
}

/// What somebody typed as the code it must be; `None` when it is none. A whole link will do as well.
pub(crate) fn folded(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_end_matches('/');
    let typed = typed.rsplit_once('/').map_or(typed, |(_, last)| last);
    let letters = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !"-–.·".contains(*c));
    let code: String = letters
        .map(|c| c.to_ascii_uppercase())
        .map(|c| {
            MISREAD
                .iter()
                .find(|(read, _)| *read == c)
                .map_or(c, |(_, meant)| *meant)
        })
        .collect();
    let fits = code.len() == LENGTH && code.bytes().all(|byte| LETTERS.contains(&byte));
    fits.then_some(code)
}

/// A code as people read it to each other: "7KR-4FXM".
pub(crate) fn spoken(code: &str) -> String {
    let (first, rest) = code.split_at_checked(3).unwrap_or((code, ""));
    format!("{first}-{rest}")
}

/// Why a name will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameProblem {
    /// Nothing was typed, or nothing that can be read.
    Missing,
    /// Without a letter nobody knows how to say it.
    NoLetter,
    /// More than this many characters.
    TooLong(usize),
}

/// A name as it will be shown.
///
/// # Errors
/// See [`NameProblem`].
pub(crate) fn name(typed: &str) -> Result<String, NameProblem> {
    // Invisible characters could turn the writing around or make two names look the same.
    let seen: String = typed
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !is_invisible(*c))
        .collect();
    let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        Err(NameProblem::Missing)
    } else if !name.chars().any(char::is_alphanumeric) {
        Err(NameProblem::NoLetter)
    } else if name.chars().count() > NAME {
        Err(NameProblem::TooLong(NAME))
    } else {
        Ok(name)
    }
}

const fn is_invisible(c: char) -> bool {
    // The joiner between the parts of an emoji (U+200D) is needed.
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A name that nobody in the room has yet: "Sam", "Sam (2)".
pub(crate) fn distinct(name: &str, taken: &[String]) -> String {
    let is_taken = |name: &str| {
        let name = name.to_lowercase();
        taken.iter().any(|other| other.to_lowercase() == name)
    };
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

/// When somebody stops being a guest of a meeting that is planned to end then.
pub(crate) fn ends(meeting: Timestamp) -> Timestamp {
    meeting.saturating_add(AFTER).unwrap_or(Timestamp::MAX)
}

/// The name of the cookie; see the one of `auth` for the prefix.
pub(crate) const fn cookie_name(https: bool) -> &'static str {
    if https {
        "__Host-kring-guest"
    } else {
        "kring-guest"
    }
}

/// The cookie that carries the pass for some seconds.
pub(crate) fn cookie(https: bool, token: &str, seconds: i64) -> String {
    let name = cookie_name(https);
    let secure = if https { "; Secure" } else { "" };
    format!("{name}={token}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_was_read_out_and_typed() {
        let code = code(0x1234_5678_9abc_def0);
        assert_eq!(folded(&code), Some(code.clone()));
        for typed in [
            spoken(&code),
            format!(" {} ", code.to_lowercase()),
            code.split_at(4).0.to_owned() + " " + code.split_at(4).1,
            format!("https://kring.example/join/{code}/"),
        ] {
            assert_eq!(folded(&typed).as_deref(), Some(code.as_str()), "{typed}");
        }
        assert_eq!(folded("bsz-gu77").as_deref(), Some("8526V77"));
    }

    #[test]
    fn what_is_no_code_is_none() {
        for typed in [
            "",
            "7KR",
            "7KR-4FXM2",
            "7KR-4FXA",
            "zeven kring",
            "7KR/4FX",
            "💬💬💬💬💬💬💬",
        ] {
            assert_eq!(folded(typed), None, "{typed}");
        }
    }

    #[test]
    fn codes_use_every_letter_and_differ() {
        let codes: Vec<String> = (0..500)
            .map(|n: u64| code(n.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
            .collect();
        let all = codes.concat();
        assert!(LETTERS.iter().all(|letter| all.contains(char::from(*letter))));
        let mut once = codes.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), codes.len());
    }

    #[test]
    fn a_name_is_tidied_and_a_bad_one_says_what_is_wrong() {
        for (typed, expected) in [
            (" Sam \n de  Wit ", Ok("Sam de Wit")),
            ("Sam 🙂", Ok("Sam 🙂")),
            ("\u{202e}maS\u{200b}", Ok("maS")),
            ("شيرين", Ok("شيرين")),
            ("", Err(NameProblem::Missing)),
            (" \u{200b}\u{7} ", Err(NameProblem::Missing)),
            ("🙂", Err(NameProblem::NoLetter)),
            (&"n".repeat(41), Err(NameProblem::TooLong(40))),
            (&"ŋ".repeat(40), Ok("ŋ".repeat(40).as_str())),
        ] {
            assert_eq!(name(typed), expected.map(str::to_owned), "{typed:?}");
        }
    }

    #[test]
    fn two_people_with_one_name_are_told_apart() {
        let taken = ["sam", "Sam (2)", "Noor"].map(str::to_owned);
        assert_eq!(distinct("Sam", &taken), "Sam (3)");
        assert_eq!(distinct("Élise", &taken), "Élise");
    }

    #[test]
    fn a_guest_may_read_the_report_for_one_more_day() {
        let end: Timestamp = "2026-11-23T10:30:00Z".parse().unwrap();
        assert_eq!(ends(end).to_string(), "2026-11-24T10:30:00Z");
    }
}
