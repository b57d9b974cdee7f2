//! How long things are valid, and what the cookie looks like.

use jiff::{SignedDuration, Timestamp};
use ui::locale;

/// How long a link in a mail works: a mail read after the weekend still does.
pub(super) const LINK_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How long somebody stays signed in on a device: long enough for the next meeting of a group that meets each month.
pub(super) const SIGN_IN_LIFE: SignedDuration = SignedDuration::from_hours(45 * 24);

/// The name of the cookie. Over https the prefix makes the browser refuse it from a neighbouring site; without https (only
/// on this very machine) browsers do not accept that prefix.
pub(super) const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-kring" } else { "kring" }
}

/// The cookie that carries a sign-in; an empty one that lives no second takes it away.
pub(super) fn cookie(https: bool, token: &str, seconds: i64) -> String {
    let name = cookie_name(https);
    let secure = if https { "; Secure" } else { "" };
    format!("{name}={token}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}")
}

/// The day in Amsterdam.
pub(super) fn day(now: Timestamp) -> String {
    locale::local(now).date().to_string()
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
}
