//! Another time or place for a meeting, and calling it off.

use maud::html;
use ui::locale::local;
use ui::{Crumb, Tone, button, date_field, hidden, long_field, notice, number_field, text_field, time_field};

use super::series::field;
use super::{problems, video_field};
use crate::calendar::Details;
use crate::calendar::letters::when;
use crate::calendar::rules::{Issue, MINUTES};
use crate::web::{Html, Posted, Visitor};

/// Longest line and longest text of the fields here.
const MOST: (u32, u32) = (200, 1_000);

/// The form as it stands before somebody changes anything.
pub(in super::super) fn as_posted(meeting: &Details) -> Posted {
    let starts = local(meeting.starts());
    let minutes = meeting.starts().duration_until(meeting.ends()).as_secs() / 60;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        ("title", meeting.title.clone()),
        ("date", starts.date().to_string()),
        ("time", starts.strftime("%H:%M").to_string()),
        ("minutes", minutes.to_string()),
        ("place", text(&meeting.place)),
        ("online", text(&meeting.online)),
        ("directions", text(&meeting.directions)),
        ("seen", meeting.sequence.to_string()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

fn back(meeting: &Details) -> Crumb {
    Crumb {
        name: meeting.title.clone(),
        href: format!("/meetings/{}", meeting.id),
    }
}

pub(in super::super) fn date(
    visitor: &Visitor,
    (meeting, people): (&Details, usize),
    has_video: bool,
    posted: &Posted,
    issues: &[Issue],
) -> Html {
    let words = visitor.words();
    let problems = problems(words, issues);
    let of = |name: &'static str, label, hint| field(posted, &problems, name, label, hint);
    let (title, day, time, minutes) = (
        words.calendar_title(),
        words.calendar_date(),
        words.calendar_time(),
        words.calendar_minutes(),
    );
    let (place, online, directions) = (
        words.calendar_place(),
        words.calendar_online(),
        words.calendar_directions(),
    );
    let (title_hint, online_hint) = (words.calendar_title_hint(), words.calendar_online_hint());
    let is_known = meeting.published_at.is_some();
    let body = html! {
        div.planning {
            header {
                h1 { (words.calendar_date_title()) }
                p.lead { (words.calendar_now_is(when(visitor.language, meeting))) }
            }
            @if let Some(problem) = problems.of("whole") { (notice(Tone::Problem, &html! { p { (problem) } })) }
            form.planning-form method="post" action={ "/meetings/" (meeting.id) "/date" } {
                (hidden("seen", posted.text("seen")))
                (text_field(&of("title", &title, &title_hint), MOST.0))
                div.field-row {
                    (date_field(&of("date", &day, "")))
                    (time_field(&of("time", &time, "")))
                    (number_field(&of("minutes", &minutes, ""), MINUTES.0.into(), MINUTES.1.into()))
                }
                (text_field(&of("place", &place, ""), MOST.0))
                (long_field(&of("directions", &directions, ""), 2, MOST.1))
                (text_field(&of("online", &online, &online_hint), MOST.0))
                @if let Some(video) = video_field(words, posted, has_video) { (video) }
                @if is_known { p { (words.calendar_tells(people)) } } @else { p { (words.calendar_tells_nobody()) } }
                div { (button(&words.calendar_save())) }
            }
            p { a href={ "/meetings/" (meeting.id) "/cancellation" } { (words.calendar_to_cancellation()) } }
        }
    };
    visitor.page(&words.calendar_date_title(), None, &[back(meeting)], body)
}

pub(in super::super) fn cancellation(
    visitor: &Visitor,
    meeting: &Details,
    people: usize,
    because: &str,
    issues: &[Issue],
) -> Html {
    let words = visitor.words();
    let problems = problems(words, issues);
    let (label, hint) = (words.calendar_because_label(), words.calendar_because_hint());
    let because = ui::Field {
        name: "because",
        label: &label,
        hint: &hint,
        value: because,
        problem: problems.of("because"),
    };
    let body = html! {
        div.planning {
            header {
                h1 { (words.calendar_cancel_title()) }
                p.lead { (meeting.title) ", " (when(visitor.language, meeting)) }
            }
            @if let Some(problem) = problems.of("whole") { (notice(Tone::Problem, &html! { p { (problem) } })) }
            @if meeting.published_at.is_some() { p { (words.calendar_cancel_tells(people)) } }
            form.planning-form method="post" action={ "/meetings/" (meeting.id) "/cancellation" } {
                (long_field(&because, 3, MOST.1))
                div { (button(&words.calendar_cancel())) }
            }
            p { a href={ "/meetings/" (meeting.id) } { (words.calendar_cancel_not()) } }
        }
    };
    visitor.page(&words.calendar_cancel_title(), None, &[back(meeting)], body)
}
