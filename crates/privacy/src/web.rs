//! Mail addresses, web addresses and names on social networks.

use crate::finding::{Certainty, Kind, Reason};
use crate::near;
use crate::page::Page;
use crate::token::Shape;

/// Endings of addresses as people write them without "www" before it.
const ENDINGS: &[&str] = near::TOP_LEVELS;

/// As far as an address may go to the left of its "@" in tokens; real ones end long before.
const REACH: usize = 24;

/// Finds them.
pub(crate) fn find(page: &mut Page<'_>) {
    for at in 0..page.len() {
        match page.at(at).shape {
            Shape::Mark('@') => mail(page, at),
            Shape::Mark('(' | '[') if page.says(at + 1, &["at"]) && page.is_any(at + 2, ")]") => {
                spelled(page, at, at + 3);
            }
            Shape::Word if page.at(at).length > 10 && page.says(at, &["apenstaartje", "apestaartje"]) => {
                spelled(page, at, at + 1);
            }
            Shape::Word if page.at(at + 1).glued => address(page, at),
            _ => {}
        }
    }
}

/// The end of what hangs together after a token, over these marks and letters and digits.
fn run(page: &Page<'_>, from: usize, marks: &str) -> usize {
    let mut to = from;
    while to < page.len() && (to == from || page.at(to).glued) {
        let is_part = matches!(page.at(to).shape, Shape::Word | Shape::Number) || page.is_any(to, marks);
        if !is_part {
            break;
        }
        to += 1;
    }
    // A full stop or comma after it belongs to the sentence.
    while to > from && page.is_any(to - 1, ".-_~,;:!?'&=#%") {
        to -= 1;
    }
    to
}

fn mail(page: &mut Page<'_>, at: usize) {
    let mut from = at;
    while from > 0 && at - from < REACH && page.at(from).glued {
        let is_part =
            matches!(page.before(from).shape, Shape::Word | Shape::Number) || page.is_any(from - 1, "._%+-'");
        if !is_part {
            break;
        }
        from -= 1;
    }
    let is_glued = page.at(at + 1).glued;
    let to = if is_glued {
        run(page, at + 1, ".-_")
    } else {
        at + 1
    };
    if from < at && to > at + 1 {
        page.claim(from, to, Kind::Mail, Certainty::Certain, Reason::Form);
    } else if from == at && to > at + 1 && page.is_word(at + 1) {
        page.claim(at, to, Kind::Web, Certainty::Likely, Reason::Form);
    }
}

/// "jan (at) voorbeeld.nl" and "jan apenstaartje voorbeeld punt nl".
fn spelled(page: &mut Page<'_>, at: usize, after: usize) {
    let Some(mut from) = at.checked_sub(1) else { return };
    while from > 0 && page.at(from).glued && at - from < REACH {
        from -= 1;
    }
    let mut to = run(page, after, ".-_");
    if page.says(to, &["punt"]) && page.is_word(to + 1) {
        to += 2;
    }
    if to > after && matches!(page.at(from).shape, Shape::Word | Shape::Number) {
        page.claim(from, to, Kind::Mail, Certainty::Likely, Reason::Form);
    }
}

fn address(page: &mut Page<'_>, at: usize) {
    if !page.is_free(at) || (page.at(at).glued && page.is_any(at.wrapping_sub(1), ".@/-_")) {
        return;
    }
    let has_scheme = page.says(at, &["http", "https"])
        && page.is(at + 1, ':')
        && page.is(at + 2, '/')
        && page.is(at + 3, '/');
    let has_www = page.says(at, &["www"]) && page.is(at + 1, '.') && page.at(at + 2).glued;
    if has_scheme || has_www || ends_like_one(page, at) {
        let to = run(page, at, "./:?=&%#_~+-@,!");
        page.claim(at, to, Kind::Web, Certainty::Certain, Reason::Form);
    }
}

/// "praktijkdelinde.nl", "mijn-praktijk.zorg/team": names between dots, the last one an ending that exists.
fn ends_like_one(page: &Page<'_>, at: usize) -> bool {
    let mut next = at;
    let mut dots = 0;
    while next < at + REACH {
        let is_name =
            matches!(page.at(next).shape, Shape::Word | Shape::Number) && (next == at || page.at(next).glued);
        if !is_name {
            return false;
        }
        let is_end = !page.at(next + 1).glued
            || !(page.is_any(next + 1, ".-_")
                || matches!(page.at(next + 1).shape, Shape::Word | Shape::Number));
        let is_ending = dots > 0 && page.is(next - 1, '.') && page.says(next, ENDINGS);
        if is_ending && (is_end || !page.at(next + 2).glued) {
            // "Zie je.nu komt" lacks a space; a name before the dot is longer than two letters and no usual pair of words.
            return !(page.at(at).classes & crate::class::WORD != 0
                && dots == 1
                && page.says(next, near::ENDINGS_THAT_ARE_WORDS));
        }
        if is_end {
            return false;
        }
        if page.is_any(next + 1, ".-_") {
            dots += usize::from(page.is(next + 1, '.'));
            next += 2;
        } else {
            next += 1;
        }
    }
    false
}
