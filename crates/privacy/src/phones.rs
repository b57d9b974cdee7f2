//! Telephone numbers, by the Dutch numbering plan: ten digits that begin with a zero, or +31 and nine.
//!
//! Numbers of services (0800, 0900, 112, 113) belong to nobody and are left.

use crate::class::{PHONE_HEAD, UNIT};
use crate::finding::{Certainty, Kind, Reason};
use crate::page::Page;
use crate::token::Shape;

/// Finds them.
pub(crate) fn find(page: &mut Page<'_>) {
    let mut at = 0;
    while at < page.len() {
        let starts = match page.at(at).shape {
            Shape::Mark('+' | '(') => page.at(at + 1).shape == Shape::Number || page.is(at + 1, '+'),
            Shape::Number => !page.before_glued_number(at),
            _ => false,
        };
        if starts && page.is_free(at) {
            if let Some(to) = national(page, at) {
                page.claim(at, to, Kind::Phone, Certainty::Certain, Reason::Form);
                at = to;
                continue;
            }
            local(page, at);
        }
        at += 1;
    }
}

/// The digits so far decide how many must follow.
fn wanted(digits: &str, has_plus: bool) -> Option<usize> {
    match digits.get(..2).unwrap_or(digits) {
        "31" if has_plus => Some(11),
        "00" if digits.starts_with("0031") => Some(13),
        _ if has_plus || digits.starts_with("00") => None,
        _ if digits.starts_with('0') => Some(10),
        _ => None,
    }
}

fn national(page: &Page<'_>, at: usize) -> Option<usize> {
    let mut digits = String::new();
    let (mut has_plus, mut to) = (false, at);
    while to < at + 24 {
        let token = page.at(to);
        if token.line && to > at {
            break;
        }
        match token.shape {
            Shape::Mark('+') if digits.is_empty() => has_plus = true,
            Shape::Mark('(' | ')' | '-' | '.' | '/' | '–' | '—' | '‑') => {}
            Shape::Number => {
                // "+31 (0)6": the zero is not dialled.
                let is_trunk = page.word(to) == "0" && page.is(to.wrapping_sub(1), '(') && !digits.is_empty();
                if !is_trunk {
                    digits.push_str(page.word(to));
                }
                if wanted(&digits, has_plus).is_some_and(|wanted| digits.len() == wanted)
                    && !page.at(to + 1).is_number_glued()
                {
                    return is_given_out(&digits).then_some(to + 1);
                }
            }
            _ => break,
        }
        if digits.len() > 13 {
            break;
        }
        to += 1;
    }
    foreign(page, at, to, &digits, has_plus)
}

/// Another country: a plus, and as many digits as such numbers have.
fn foreign(page: &Page<'_>, at: usize, mut to: usize, digits: &str, has_plus: bool) -> Option<usize> {
    while to > at && page.at(to - 1).shape != Shape::Number {
        to -= 1;
    }
    let is_abroad = (has_plus && (9..=14).contains(&digits.len()))
        || (digits.starts_with("00") && !digits.starts_with("000") && (11..=15).contains(&digits.len()));
    (is_abroad && to > at).then_some(to)
}

fn is_given_out(digits: &str) -> bool {
    let area = digits
        .strip_prefix("0031")
        .or_else(|| digits.strip_prefix("31").filter(|_| digits.len() == 11))
        .unwrap_or_else(|| digits.strip_prefix('0').unwrap_or(digits));
    !area.starts_with('0')
        && !area.starts_with("800")
        && !area.starts_with("900")
        && !area.starts_with("906")
        && !area.starts_with("909")
}

/// "tel. 543 81 91", "bel 612345678": shorter, but announced.
fn local(page: &mut Page<'_>, at: usize) {
    let mut back = at;
    let mut head = None;
    for _ in 0..3 {
        let Some(before) = back.checked_sub(1) else { break };
        back = before;
        if page.has(back, PHONE_HEAD) {
            head = Some(back);
            break;
        }
        if !(page.is_any(back, ":.(") || page.says(back, &["is", "nr", "nummer", "op", "via", "naar"])) {
            break;
        }
    }
    if head.is_none() || page.at(at).shape != Shape::Number {
        return;
    }
    let (mut digits, mut to, mut end) = (0, at, at);
    while to < at + 10 && (to == at || !page.at(to).line) {
        match page.at(to).shape {
            Shape::Number => {
                digits += page.at(to).length;
                end = to + 1;
            }
            Shape::Mark('-' | '.' | '/') if page.at(to).glued => {}
            _ => break,
        }
        to += 1;
    }
    if (6..=9).contains(&digits) && !page.has(end, UNIT) {
        page.claim(at, end, Kind::Phone, Certainty::Likely, Reason::Announced);
    }
}
