//! HTML of the enrolment slice.

mod admission;
mod apply;
mod builder;
mod fields;
mod own;
mod question;

use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale;

use super::answers::Answer;
use super::questions::{AGREED, Kind};
use super::rules::State;
use crate::people::registers::register;
use crate::people::views::half_day;
use crate::web::Visitor;
use crate::words::Words;

pub(super) use admission::{Deciding, Overview, application, list};
pub(super) use apply::{applied, apply, closed, preview};
pub(super) use builder::{Builder, builder};
pub(super) use fields::Sheet;
pub(super) use own::{Own, departure, own};
pub(super) use question::{Writing, question};

/// How an application stands, in words.
fn state(words: &Words, state: State) -> String {
    match state {
        State::Applied => words.enrolment_state_applied(),
        State::Waiting => words.enrolment_state_waiting(),
        State::Offered => words.enrolment_state_offered(),
        State::Admitted => words.enrolment_state_admitted(),
        State::Refused => words.enrolment_state_refused(),
        State::Withdrawn => words.enrolment_state_withdrawn(),
        State::Lapsed => words.enrolment_state_lapsed(),
    }
}

fn moment(visitor: &Visitor, at: i64) -> String {
    let at = Timestamp::from_microsecond(at).unwrap_or_default();
    visitor.words().enrolment_moment(
        locale::date(visitor.language, at),
        locale::time(visitor.language, at),
    )
}

/// What was asked, with what was answered.
fn answers(visitor: &Visitor, answers: &[Answer]) -> Markup {
    html! {
        dl.answers {
            @for answer in answers {
                div {
                    dt { (answer.label) }
                    dd { (value(visitor, answer)) }
                }
            }
        }
    }
}

/// An answer in words.
fn value(visitor: &Visitor, answer: &Answer) -> String {
    let words = visitor.words();
    match (answer.kind, answer.values.as_slice()) {
        (Kind::Consent, [agreed]) if agreed == AGREED => words.enrolment_agreed(),
        (Kind::Register, [id, number]) => {
            let name = register(id).map_or(id.as_str(), |register| register.name(visitor.language));
            format!("{name} {number}")
        }
        (Kind::HalfDays, days) => {
            let days: Vec<String> = days.iter().map(|day| half_day(words, day)).collect();
            locale::and_list(visitor.language, &days)
        }
        (Kind::Day, [day]) => {
            let noon = locale::noon(day);
            noon.map_or_else(|| day.clone(), |noon| locale::date(visitor.language, noon))
        }
        (_, values) => locale::and_list(visitor.language, values),
    }
}
