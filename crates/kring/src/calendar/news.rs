//! What there is to tell about a meeting: the subject of a mail and its first sentence.

use ui::{Language, locale};

use super::Details;
use super::letters::title;
use crate::words::words;

/// What a mail is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum News<'a> {
    /// Come to this meeting.
    Invited,
    /// There is a place for you at this open meeting.
    Place,
    /// You waited for a place, and this one became free.
    MovedUp,
    /// It is at another time or place than you knew.
    Moved,
    /// It does not take place.
    Cancelled(Option<&'a str>),
    /// It goes on without you.
    Left,
    /// So many days to go.
    Soon(u32),
}

/// Subject and first sentence of a mail.
pub(super) fn headline(
    language: Language,
    meeting: &Details,
    news: News<'_>,
    is_speaker: bool,
) -> (String, String) {
    let words = words(language);
    let title = title(language, meeting);
    let day = locale::near_date(language, meeting.starts());
    match news {
        News::Invited if is_speaker => (
            words.calendar_subject_invited(title.as_str(), day),
            words.calendar_first_speaker(title.as_str(), home(meeting)),
        ),
        News::Invited => (
            words.calendar_subject_invited(title.as_str(), day),
            words.calendar_first_invited(title.as_str(), home(meeting)),
        ),
        News::Place => (
            words.calendar_subject_place(title.as_str(), day),
            words.calendar_first_place(title.as_str(), home(meeting)),
        ),
        News::MovedUp => (
            words.calendar_subject_moved_up(title.as_str(), day),
            words.calendar_first_moved_up(title.as_str(), home(meeting)),
        ),
        News::Moved => (
            words.calendar_subject_moved(title.as_str(), day),
            words.calendar_first_moved(title.as_str(), home(meeting)),
        ),
        News::Cancelled(_) => (
            words.calendar_subject_cancelled(title.as_str(), day),
            words.calendar_first_cancelled(title.as_str(), home(meeting)),
        ),
        News::Left => (
            words.calendar_subject_left(title.as_str(), day),
            words.calendar_first_left(title.as_str(), home(meeting)),
        ),
        News::Soon(days) => (
            words.calendar_subject_soon(title.as_str(), day),
            words.calendar_first_soon(days, title.as_str(), home(meeting)),
        ),
    }
}

/// The group, or for an open meeting the programme.
fn home(meeting: &Details) -> &str {
    meeting.group_name.as_ref().unwrap_or(&meeting.programme)
}
