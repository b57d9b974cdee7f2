//! HTML of the calendar slice.

mod days;
mod feed;
mod meeting;
mod reply;
mod series;

use jiff::Timestamp;
use maud::Markup;
use ui::{Field, Problems, check_field};

use super::rules::{self, Issue, Wish, Wrong};
use crate::web::Posted;
use crate::words::Words;

pub(super) use feed::feed;
pub(super) use meeting::{as_posted, cancellation, date};
pub(super) use reply::reply;
pub(crate) use series::methods;
pub(super) use series::{Looked, series};

/// Whether Kring makes a video room; nothing where it cannot.
pub(crate) fn video_field(words: &Words, posted: &Posted, has_video: bool) -> Option<Markup> {
    let (label, hint) = (words.calendar_make_video(), words.calendar_make_video_hint());
    let field = Field {
        name: "makes_video",
        label: &label,
        hint: &hint,
        value: posted.text("makes_video"),
        problem: None,
    };
    has_video.then(|| check_field(&field))
}

/// Reads when and where a new meeting is, or says at each field what is wrong with it.
///
/// # Errors
/// Every problem, at its field.
pub(crate) fn when_and_where(
    posted: &Posted,
    words: &Words,
    (now, has_video): (Timestamp, bool),
) -> Result<Wish, Problems> {
    rules::wish(posted, now, has_video)
        .and_then(|wish| match wish.span() {
            Some((starts, _)) if starts > now => Ok(wish),
            _ => Err(vec![Issue {
                field: "time",
                wrong: Wrong::Past,
            }]),
        })
        .map_err(|issues| problems(words, &issues))
}

/// What is wrong, in words, by field.
fn problems(words: &Words, issues: &[Issue]) -> Problems {
    let mut problems = Problems::none();
    for issue in issues {
        problems.add(issue.field, said(words, issue.wrong));
    }
    problems
}

fn said(words: &Words, wrong: Wrong) -> String {
    match wrong {
        Wrong::Missing => words.calendar_wrong_missing(),
        Wrong::Date => words.calendar_wrong_date(),
        Wrong::Past => words.calendar_wrong_past(),
        Wrong::Time => words.calendar_wrong_time(),
        Wrong::Number(least, most) => words.calendar_wrong_number(least, most),
        Wrong::Link => words.calendar_wrong_link(),
        Wrong::Long(most) => words.calendar_wrong_long(most),
        Wrong::Nowhere => words.calendar_wrong_nowhere(),
        Wrong::Choose => words.calendar_wrong_choose(),
        Wrong::NoDays => words.calendar_wrong_no_days(),
        Wrong::Changed => words.calendar_wrong_changed(),
        Wrong::TooLate => words.calendar_wrong_too_late(),
    }
}
