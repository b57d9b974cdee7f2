//! The pages on which somebody without an account comes in by the code of the door.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale::{near_date, time};
use ui::{Icon, button, hidden, icon};

use super::places;
use crate::guests::rules::{NameProblem, spoken};
use crate::meetings::Meeting;
use crate::web::{Html, Visitor};
use crate::words::Words;

/// Asks for a code.
pub(in crate::room) fn ask(visitor: &Visitor, typed: &str, is_unknown: bool) -> Html {
    let words = visitor.words();
    let body = html! {
        section.quiet-page.room-join {
            h1 { (words.guests_ask_title()) }
            p.lead { (words.guests_ask_text()) }
            form method="get" action="/join" {
                div.field {
                    label for="code" { (words.guests_code()) }
                    p.hint id="code-hint" { (words.guests_code_hint()) }
                    @if is_unknown { p.field-problem id="code-problem" role="alert" { (words.guests_unknown()) } }
                    input.room-code-field type="text" id="code" name="code" value=(typed) maxlength="200" autocomplete="off"
                        autocapitalize="characters" spellcheck="false" autofocus
                        aria-describedby=(if is_unknown { "code-problem code-hint" } else { "code-hint" })
                        aria-invalid=[is_unknown.then_some("true")];
                }
                (button(&words.guests_on()))
            }
        }
    };
    visitor.page(&words.guests_ask_title(), None, &[], body)
}

/// What a guest is told and asked.
pub(in crate::room) struct Welcome<'a> {
    pub(in crate::room) visitor: &'a Visitor,
    pub(in crate::room) meeting: &'a Meeting,
    pub(in crate::room) code: &'a str,
    /// Until when they are a guest.
    pub(in crate::room) until: Timestamp,
    /// What the browser will be known by.
    pub(in crate::room) pass: &'a str,
    pub(in crate::room) name: &'a str,
    /// What is wrong with the name, or why nobody fits in.
    pub(in crate::room) problem: Option<&'a str>,
}

/// One question: how are you called. And what being a guest means.
pub(in crate::room) fn welcome(welcome: &Welcome<'_>) -> Html {
    let (visitor, meeting) = (welcome.visitor, welcome.meeting);
    let words = visitor.words();
    let has_problem = welcome.problem.is_some();
    let body = html! {
        section.quiet-page.room-join.{ "accent-" (meeting.accent) } {
            p.kicker { (words.guests_kicker()) " " (spoken(welcome.code)) }
            h1 { (meeting.title) }
            p.lead { (when(visitor, meeting)) }
            form method="post" action={ "/join/" (welcome.code) } {
                (hidden("pass", welcome.pass))
                div.field {
                    label for="name" { (words.guests_name()) }
                    p.hint id="name-hint" { (words.guests_name_hint()) }
                    @if let Some(problem) = welcome.problem { p.field-problem id="name-problem" role="alert" { (problem) } }
                    input type="text" id="name" name="name" value=(welcome.name) maxlength="200" autocomplete="name" required autofocus
                        aria-describedby=(if has_problem { "name-problem name-hint" } else { "name-hint" })
                        aria-invalid=[has_problem.then_some("true")];
                }
                (places(words, meeting))
            }
            @if let Some(person) = &visitor.person { p.small { (words.guests_signed_in(&person.name)) } }
            (means(visitor, welcome.until))
        }
    };
    visitor.page(&meeting.title, None, &[], body)
}

fn when(visitor: &Visitor, meeting: &Meeting) -> String {
    let language = visitor.language;
    visitor.words().guests_when(
        near_date(language, meeting.starts()),
        time(language, meeting.starts()),
        time(language, meeting.ends()),
    )
}

fn means(visitor: &Visitor, until: Timestamp) -> Markup {
    let words = visitor.words();
    let language = visitor.language;
    html! {
        div.room-join-means {
            h2 { (words.guests_means()) }
            ul {
                li { (icon(Icon::Eye)) span { (words.guests_means_sees()) } }
                li { (icon(Icon::People)) span { (words.guests_means_seen()) } }
                li { (icon(Icon::Lock)) span { (words.guests_means_secret()) } }
                li { (icon(Icon::Clock)) span { (words.guests_means_until(near_date(language, until), time(language, until))) } }
            }
        }
    }
}

/// What is wrong with a name, and what to do.
pub(in crate::room) fn name_problem(words: &Words, problem: NameProblem) -> String {
    match problem {
        NameProblem::Missing => words.guests_name_missing(),
        NameProblem::NoLetter => words.guests_name_letter(),
        NameProblem::TooLong(most) => words.guests_name_long(most),
    }
}
