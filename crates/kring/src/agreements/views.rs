//! HTML of agreements: the text itself, and the part of a page that shows it, who accepted it, and how to change it.

use axum::http::StatusCode;
use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale::{and_list, date, sort_by_text};
use ui::{Icon, Tone, hidden, icon, notice};

use super::Agreement;
use super::rules::{May, TextProblem, lines};
use crate::web::Visitor;
use crate::words::Words;

/// The agreements one by one. They are the group's own words, whatever the language of the page.
pub(crate) fn text(agreement: &str) -> Markup {
    html! { ol.agreements lang="nl" { @for line in lines(agreement) { li { (line) } } } }
}

/// What the part of a page shows.
#[derive(Default)]
pub(crate) struct Shown {
    /// The version that holds; `None` when nothing was agreed yet.
    pub(crate) current: Option<Agreement>,
    /// Names of who accepted it.
    pub(crate) accepted: Vec<String>,
    /// Whether the viewer did.
    pub(crate) is_accepted: bool,
    pub(crate) may: May,
    /// Where forms go: the page of the group or programme.
    pub(crate) here: String,
    /// What somebody typed that was not taken, and why.
    pub(crate) refused: Option<(String, Refused)>,
}

/// Why a new version was not taken.
#[derive(Clone, Copy)]
pub(crate) enum Refused {
    /// Something is wrong with the text.
    Text(TextProblem),
    /// Somebody else wrote a version meanwhile.
    Overtaken,
}

impl Refused {
    /// The status of a page that shows why.
    pub(crate) const fn status(self) -> StatusCode {
        match self {
            Self::Text(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Overtaken => StatusCode::CONFLICT,
        }
    }
}

/// The part of a page about agreements; nothing for who sees none and may not write any.
pub(crate) fn section(visitor: &Visitor, shown: &Shown) -> Markup {
    let words = visitor.words();
    if shown.current.is_none() && !shown.may.write {
        return html! {};
    }
    html! {
        section.agreements-part id="agreements" {
            h2 { (words.agreements_title()) }
            @match &shown.current {
                None => p { (words.agreements_none()) },
                Some(agreement) => {
                    (text(&agreement.text))
                    p.small { (words.agreements_version(agreement.version, day(visitor, agreement))) }
                    (acceptance(visitor, shown))
                }
            }
            @if shown.may.write { (writing(visitor, shown)) }
        }
    }
}

/// Since when a version holds.
pub(crate) fn day(visitor: &Visitor, agreement: &Agreement) -> String {
    let since = Timestamp::from_microsecond(agreement.since).unwrap_or_default();
    date(visitor.language, since)
}

fn acceptance(visitor: &Visitor, shown: &Shown) -> Markup {
    let words = visitor.words();
    let mut names: Vec<&str> = shown.accepted.iter().map(String::as_str).collect();
    sort_by_text(visitor.language, &mut names, |name| name);
    html! {
        @if shown.is_accepted {
            p.agreements-mine { (icon(Icon::Check)) (words.agreements_yours()) }
        } @else if shown.may.accept {
            form method="post" action={ (shown.here) "/agreements/acceptance" } {
                @if let Some(agreement) = &shown.current { (hidden("agreement", &agreement.id)) }
                (ui::button(&words.agreements_accept()))
            }
        }
        @if shown.may.write {
            p.small {
                @if names.is_empty() { (words.agreements_nobody()) }
                @else { (words.agreements_by(and_list(visitor.language, &names))) }
            }
        } @else {
            p.small { (words.agreements_count(names.len())) }
        }
    }
}

fn writing(visitor: &Visitor, shown: &Shown) -> Markup {
    let words = visitor.words();
    let (typed, problem) = match &shown.refused {
        Some((typed, why)) => (typed.as_str(), Some(reason(words, *why))),
        None => (
            shown
                .current
                .as_ref()
                .map_or("", |agreement| agreement.text.as_str()),
            None,
        ),
    };
    let based_on = shown.current.as_ref().map_or(0, |agreement| agreement.version);
    html! {
        details.agreements-write open[problem.is_some() || shown.current.is_none()] {
            summary { (words.agreements_write()) }
            @if let Some(problem) = &problem { (notice(Tone::Problem, &html! { p { (problem) } })) }
            form method="post" action={ (shown.here) "/agreements" } {
                (hidden("based_on", &based_on.to_string()))
                div.field {
                    label for="agreements-text" { (words.agreements_text()) }
                    p.hint id="agreements-text-hint" { (words.agreements_text_hint()) }
                    textarea id="agreements-text" name="text" rows="8" maxlength="8000" lang="nl"
                        aria-describedby="agreements-text-hint" aria-invalid=[problem.is_some().then_some("true")] {
                        // The first line end after the tag is not part of the text.
                        "\n" (typed)
                    }
                }
                p.small { (words.agreements_asks_again()) }
                (ui::button(&words.agreements_save()))
            }
        }
    }
}

fn reason(words: &Words, why: Refused) -> String {
    match why {
        Refused::Overtaken => words.agreements_overtaken(),
        Refused::Text(TextProblem::Empty) => words.agreements_empty(),
        Refused::Text(TextProblem::TooLong(most)) => words.agreements_long(most),
        Refused::Text(TextProblem::TooMany(most)) => words.agreements_many(most),
        Refused::Text(TextProblem::Unchanged) => words.agreements_unchanged(),
    }
}
