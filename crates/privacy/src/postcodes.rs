//! Postcodes: four digits that do not begin with a zero, and two letters other than SA, SD and SS.
//!
//! A postcode says what stands around it: a house number and a street before, a town behind.

use crate::addresses;
use crate::class::{CODE_HEAD, PLACE, UNIT, WORD};
use crate::finding::{Certainty, Kind, Reason, Suggestion};
use crate::near;
use crate::page::Page;
use crate::token::Shape;

/// Finds them, with the house number before and the town after.
pub(crate) fn find(page: &mut Page<'_>) {
    for at in 0..page.len() {
        if is_postcode(page, at) {
            page.suggest(
                at,
                at + 2,
                (Kind::Postcode, Certainty::Certain, Reason::Form),
                Suggestion::Nothing,
            );
            house_before(page, at);
            place_after(page, at + 2);
        }
    }
}

fn is_postcode(page: &Page<'_>, at: usize) -> bool {
    let (digits, letters) = (page.at(at), page.at(at + 1));
    let is_form = digits.shape == Shape::Number
        && digits.length == 4
        && page.number(at).is_some_and(|number| number >= 1000)
        && letters.shape == Shape::Word
        && letters.length == 2
        && letters.end - letters.start == 2
        && !letters.line
        && !page.before_glued_number(at)
        && !page.at(at + 2).is_number_glued()
        && page.is_free(at)
        && page.is_free(at + 1);
    if !is_form || page.says(at + 1, &["sa", "sd", "ss"]) || page.has(at.wrapping_sub(1), CODE_HEAD) {
        return false;
    }
    let after_house = page.at(at.wrapping_sub(1)).shape == Shape::Number
        || page.is(at.wrapping_sub(1), ',')
            && matches!(page.at(at.wrapping_sub(2)).shape, Shape::Number | Shape::Word);
    let before_place = page.phrase(at + 2, PLACE).is_some();
    let is_announced = page.says(at.wrapping_sub(1), &["postcode", "pc"])
        || page.is_any(at.wrapping_sub(1), ":") && page.says(at.wrapping_sub(2), &["postcode", "pc"]);
    let means_something = page.has(at + 1, WORD | UNIT) || page.says(at + 1, near::MEASURES);
    let is_shout = letters.shout
        && !page.has(at + 1, UNIT)
        && !(page.number(at).is_some_and(|year| (1900..2100).contains(&year)) && page.has(at + 1, WORD));
    is_announced
        || is_shout
        || (after_house && (before_place || !means_something))
        || before_place && !means_something
        || (!means_something && !(page.number(at).is_some_and(|year| (1900..2100).contains(&year))))
}

/// "Hemelsley 70c, 1234 AB": what stands before a postcode is a house number, and before that its street.
fn house_before(page: &mut Page<'_>, postcode: usize) {
    let mut at = postcode;
    for _ in 0..6 {
        let Some(back) = at.checked_sub(1) else { return };
        if page.at(back).shape == Shape::Number
            && (back == 0 || !page.before_glued_number(back))
            && page.at(back).length <= 5
        {
            if let Some(from) = addresses::name_before(page, back, true) {
                let to = addresses::after_number(page, back).min(postcode);
                addresses::claim(page, from, to, Reason::Situation);
            }
            return;
        }
        at = back;
    }
}

fn place_after(page: &mut Page<'_>, at: usize) {
    let at = at + usize::from(page.is(at, ','));
    if page.at(at).line && !page.is_capital(at) {
        return;
    }
    let end = page.phrase(at, PLACE).or_else(|| {
        let is_name = page.is_capital(at) || page.caseless && page.is_word(at) && !page.has(at, WORD);
        is_name.then_some(at + 1)
    });
    let Some(mut end) = end else { return };
    while page.is(end, '-') && page.at(end).glued && page.is_capital(end + 1) {
        end += 2;
    }
    page.suggest(
        at,
        end,
        (Kind::Place, Certainty::Certain, Reason::Situation),
        Suggestion::Region,
    );
}
