//! How long things are valid, how often they may be tried, and what the cookies look like.

use std::fmt::Write as _;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp, ToSpan as _};
use ui::locale;

use crate::id::{PersonId, SignInId};
use crate::web::limit::Rule;
use crate::web::own_path;

/// How long a link works that an administrator made: one that is read after the weekend still does.
pub(super) const LINK_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How long a code works, and the link beside it: mail may take some minutes.
pub(super) const CODE_LIFE: SignedDuration = SignedDuration::from_mins(15);

/// How often a code may be tried: somebody who types from paper makes two mistakes, not five.
pub(super) const CODE_TRIES: i64 = 5;

/// Within this time, in microseconds, the same form twice is one click too many and not somebody who wants another mail.
pub(super) const DOUBLE: i64 = 20 * 1_000_000;

/// After this time, in microseconds, nothing is left of somebody having asked for a code.
pub(super) const CODE_MEMORY: i64 = 24 * 3_600 * 1_000_000;

/// How long somebody stays signed in on a device at most.
pub(super) const SIGN_IN_LIFE: SignedDuration = SignedDuration::from_hours(180 * 24);

/// After so many days without a visit a sign-in ends: long enough for the next meeting of a group that meets each month.
const IDLE_DAYS: i64 = 45;

/// Where somebody goes who did not want to go anywhere in particular.
pub(super) const HOME: &str = "/my";

/// Longer paths are not remembered.
const LONGEST_PATH: usize = 500;

/// Codes for one address: a mail may get lost, and nobody's mailbox is filled by a stranger.
pub(super) const ASKS_FOR_ADDRESS: Rule = Rule {
    name: "codes for an address",
    times: 5,
    within: Duration::from_mins(15),
};

/// The same for a day: it keeps the number of guesses at one person's codes at a hundred.
pub(super) const ASKS_FOR_ADDRESS_A_DAY: Rule = Rule {
    name: "codes for an address in a day",
    times: 20,
    within: Duration::from_hours(24),
};

/// Codes from one network: a whole hospital may be one, and everybody signs in when the meeting begins.
pub(super) const ASKS_OF_NETWORK: Rule = Rule {
    name: "codes from a network",
    times: 60,
    within: Duration::from_mins(15),
};

/// Tries from one network, of codes and links together.
pub(super) const TRIES_OF_NETWORK: Rule = Rule {
    name: "tries from a network",
    times: 120,
    within: Duration::from_mins(15),
};

/// The name of the cookie of a sign-in. Over https the prefix makes the browser refuse it from a neighbouring site; without
/// https (only on this very machine) browsers do not accept that prefix.
pub(super) const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-kring" } else { "kring" }
}

/// The name of the cookie of a browser that asked for a code.
pub(super) const fn code_cookie_name(https: bool) -> &'static str {
    if https { "__Host-kring-code" } else { "kring-code" }
}

/// The cookie that carries a sign-in; an empty one that lives no second takes it away.
pub(super) fn cookie(https: bool, token: &str, seconds: i64) -> String {
    named(cookie_name(https), https, token, seconds)
}

/// The cookie that binds a code to the browser that asked for it.
pub(super) fn code_cookie(https: bool, token: &str, seconds: i64) -> String {
    named(code_cookie_name(https), https, token, seconds)
}

fn named(name: &str, https: bool, token: &str, seconds: i64) -> String {
    let secure = if https { "; Secure" } else { "" };
    format!("{name}={token}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}")
}

/// The day in Amsterdam.
pub(super) fn day(now: Timestamp) -> String {
    locale::local(now).date().to_string()
}

/// The earliest day of a last visit with which a sign-in still lives.
pub(super) fn oldest_day(now: Timestamp) -> String {
    let today = locale::local(now).date();
    today.saturating_sub(IDLE_DAYS.days()).to_string()
}

/// The topic of wake-ups about the end of a sign-in.
pub(super) fn topic(sign_in: &SignInId) -> String {
    format!("sign-in/{sign_in}")
}

/// The topic of wake-ups about the name of somebody.
pub(super) fn name_topic(person: &PersonId) -> String {
    format!("name/{person}")
}

/// Where to go after signing in: the page somebody wanted, if it is one of ours and not the door itself.
pub(super) fn goal(next: &str) -> &str {
    let is_door = next.starts_with("/sign-");
    let is_plain = next.bytes().all(|byte| byte.is_ascii_graphic());
    if next.is_empty() || next.len() > LONGEST_PATH || is_door || !is_plain || own_path(next) != next {
        HOME
    } else {
        next
    }
}

/// A path as the value in a query.
pub(super) fn encoded(path: &str) -> String {
    path.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let written = write!(text, "%{byte:02X}");
            debug_assert!(written.is_ok(), "writing into a string cannot fail");
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_bound_to_this_host_over_https() {
        assert_eq!(
            cookie(true, "t", 60),
            "__Host-kring=t; Path=/; Max-Age=60; SameSite=Lax; HttpOnly; Secure"
        );
        assert_eq!(
            cookie(false, "t", 60),
            "kring=t; Path=/; Max-Age=60; SameSite=Lax; HttpOnly"
        );
    }

    #[test]
    fn one_goes_on_to_a_page_of_ours_and_nowhere_else() {
        for (next, expected) in [
            ("/meetings/7?tab=people", "/meetings/7?tab=people"),
            ("", HOME),
            ("https://elsewhere.example", HOME),
            ("//elsewhere.example", HOME),
            ("/\\elsewhere.example", HOME),
            ("/sign-in/code", HOME),
            ("/sign-out", HOME),
            ("/x\r\nset-cookie: a", HOME),
            ("/é", HOME),
        ] {
            assert_eq!(goal(next), expected, "{next}");
        }
        assert_eq!(goal(&format!("/{}", "x".repeat(500))), HOME);
    }

    #[test]
    fn a_path_survives_the_query() {
        assert_eq!(encoded("/?a=1&b=c d%"), "/%3Fa%3D1%26b%3Dc%20d%25");
    }

    #[test]
    fn a_visit_a_month_ago_is_recent_enough() {
        let now = "2026-11-23T09:00:00Z".parse().unwrap();
        assert_eq!(
            (day(now).as_str(), oldest_day(now).as_str()),
            ("2026-11-23", "2026-10-09")
        );
    }
}
