//! Who is who: people, where they work and as what.
//!
//! Signing in is the work of `auth`; who belongs to a group is the work of `groups`.

pub(crate) mod registers;
pub(crate) mod store;
pub(crate) mod views;

use ::store::from_row;
use jiff::Zoned;

use crate::id::PersonId;

/// Half days on which somebody can be free, in the order of a week.
pub(crate) const HALF_DAYS: [&str; 15] = [
    "mon-morning",
    "mon-afternoon",
    "mon-evening",
    "tue-morning",
    "tue-afternoon",
    "tue-evening",
    "wed-morning",
    "wed-afternoon",
    "wed-evening",
    "thu-morning",
    "thu-afternoon",
    "thu-evening",
    "fri-morning",
    "fri-afternoon",
    "fri-evening",
];

/// The half day in which a moment lies; `None` at a weekend. A morning ends at noon, an afternoon at five.
pub(crate) fn half_day(at: &Zoned) -> Option<&'static str> {
    let day = usize::try_from(at.weekday().to_monday_zero_offset()).ok()?;
    let part = match at.hour() {
        ..12 => 0,
        12..17 => 1,
        _ => 2,
    };
    HALF_DAYS.get(day * 3 + part).copied()
}

/// Somebody Kring knows.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Who.
    pub(crate) id: PersonId,
    /// As the group knows them.
    pub(crate) name: String,
    /// Where mail goes, in lower case.
    pub(crate) mail: String,
}
from_row!(Person { id, name, mail });

/// What somebody told about themselves, beside name and address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) region: Option<String>,
    /// The year since which they do this work.
    pub(crate) works_since: Option<i64>,
    /// What they hope for, in their own words.
    pub(crate) wishes: Option<String>,
    /// Registers and the numbers in them.
    pub(crate) registrations: Vec<(String, String)>,
    /// Codes of languages.
    pub(crate) languages: Vec<String>,
    /// Some of [`HALF_DAYS`].
    pub(crate) free: Vec<String>,
}

/// The languages somebody can take part in, in the order in which people choose from them.
pub(crate) const LANGUAGES: [&str; 5] = ["nl", "en", "de", "fr", "fy"];

/// With whom somebody would rather be in a group, or not.
pub(crate) const COMPANY: [&str; 2] = ["together", "apart"];

/// Everything somebody can change about themselves, but for the address of their mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Profile {
    pub(crate) name: String,
    /// The code of the language their mails are written in.
    pub(crate) language: String,
    pub(crate) told: Told,
    /// A function and the organisation or practice in which they have it.
    pub(crate) positions: Vec<(String, String)>,
    /// One of [`COMPANY`], and the name or address of a colleague.
    pub(crate) company: Vec<(String, String)>,
    /// Rises with every change.
    pub(crate) version: i64,
}

/// Somebody who reads a mail.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    /// Who.
    pub(crate) id: PersonId,
    /// The code of the language their mails are written in.
    pub(crate) language: String,
}
from_row!(Reader { id, language });

/// Somebody to write to.
#[derive(Clone, Debug)]
pub(crate) struct Addressed {
    /// Who.
    pub(crate) id: PersonId,
    /// As the group knows them.
    pub(crate) name: String,
    /// Where mail goes.
    pub(crate) mail: String,
    /// The code of the language their mails are written in.
    pub(crate) language: String,
}
from_row!(Addressed {
    id,
    name,
    mail,
    language
});

/// An address in the form in which it is stored and compared.
pub(crate) fn folded(mail: &str) -> String {
    mail.trim().to_lowercase()
}

/// Whether mail could go to an address: something, an @, and a host with a dot. Only a mail that arrives proves more.
pub(crate) fn is_address(mail: &str) -> bool {
    mail.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.split('.').count() > 1
            && host.split('.').all(|part| !part.is_empty())
            && !mail.contains(char::is_whitespace)
            && !host.contains('@')
    })
}

/// The first letters of the first and the last word of a name: "Sanne van der Wilgen" is "SW".
pub(crate) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_skip_the_small_words_of_a_name() {
        for (name, expected) in [("Sanne van der Wilgen", "SW"), ("Élise", "É"), ("", "")] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn only_what_mail_could_reach_is_an_address() {
        for (mail, expected) in [
            ("noor@voorbeeld.example", true),
            ("noor", false),
            ("@voorbeeld.example", false),
            ("noor@voorbeeld", false),
            ("noor@voorbeeld.", false),
            ("noor jansen@voorbeeld.example", false),
            ("noor@a@b.example", false),
        ] {
            assert_eq!(is_address(mail), expected, "{mail}");
        }
    }

    #[test]
    fn an_address_is_found_however_it_was_typed() {
        assert_eq!(folded("  Noor@Voorbeeld.Example "), "noor@voorbeeld.example");
    }
}
