//! The agenda with its times.

use jiff::Timestamp;
use maud::{Markup, html};
use session::Catalogue;
use ui::locale::{local, minutes, short_month, time};

use crate::meetings::Meeting;
use crate::meetings::agenda::{self, Item};
use crate::web::Visitor;

/// The agenda of a meeting for so many people; empty when its plan cannot be worked out, which the log then says.
pub(crate) fn items(meeting: &Meeting, catalogue: &Catalogue, people: usize) -> Vec<Item> {
    let plan = match serde_json::from_str(&meeting.plan) {
        Ok(plan) => plan,
        Err(error) => {
            tracing::error!(meeting = %meeting.id, "the plan of a meeting cannot be read: {error}");
            return Vec::new();
        }
    };
    agenda::agenda(&plan, catalogue, meeting.starts(), people).unwrap_or_else(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        tracing::error!(meeting = %meeting.id, ?problems, "the plan of a meeting cannot be worked out");
        Vec::new()
    })
}

/// The parts with their times; a method leads to its page.
pub(crate) fn agenda(visitor: &Visitor, catalogue: &Catalogue, items: &[Item]) -> Markup {
    html! {
        ol.agenda {
            @for item in items {
                li class=(if item.is_method { "agenda-method" } else { "agenda-part" }) {
                    span.agenda-time {
                        @if item.days.is_some() { (short_date(visitor.language, item.starts)) }
                        @else { (time(visitor.language, item.starts)) }
                    }
                    div {
                        (name(visitor, catalogue, item))
                        @if let Some(method) = catalogue.get(&item.method).filter(|_| item.is_method) {
                            p.small { (method.summary.get(visitor.speech())) }
                        }
                    }
                    span.agenda-length {
                        @if let Some(days) = item.days { (visitor.words().meetings_days(days)) }
                        @else { (visitor.words().methods_minutes(minutes(visitor.language, item.seconds))) }
                    }
                }
            }
        }
    }
}

/// "23 nov".
fn short_date(language: ui::Language, at: Timestamp) -> String {
    format!("{} {}", local(at).day(), short_month(language, at))
}

fn name(visitor: &Visitor, catalogue: &Catalogue, item: &Item) -> Markup {
    let name = catalogue
        .get(&item.method)
        .map_or(item.method.as_str(), |method| method.name.get(visitor.speech()));
    html! {
        @if item.is_method {
            a.agenda-name href={ "/methods/" (item.method) } { (name) }
        } @else {
            span.agenda-name { (name) }
        }
    }
}

/// What is left of the time when the agenda is through.
pub(super) fn end(visitor: &Visitor, meeting: &Meeting, items: &[Item]) -> Markup {
    let planned: i64 = items.iter().map(|item| i64::from(item.seconds)).sum();
    let all = meeting.starts().duration_until(meeting.ends()).as_secs();
    let spare = (all - planned) / 60;
    html! {
        @if !items.is_empty() && items.iter().all(|item| item.days.is_none()) {
            p.agenda-end.small {
                (visitor.words().meetings_end(time(visitor.language, meeting.ends())))
                @if spare > 0 { " " (visitor.words().meetings_spare(spare)) }
            }
        }
    }
}
