//! The days of a row of meetings to look through, each with its own topic and method when it has them.

use maud::{Markup, html};
use ui::locale::{self, date};
use ui::{Choice, Field, choice_field, text_field};

use super::said;
use super::series::LINE_MOST;
use crate::calendar::days::{day_field, listed_field, method_field, topic_field};
use crate::calendar::rules::Wrong;
use crate::calendar::series::MOST;
use crate::web::{Posted, Visitor};

/// Rows for days that somebody adds.
const MORE: usize = 2;

/// What the rows are made of.
pub(super) struct Rows<'a> {
    visitor: &'a Visitor,
    pub(super) posted: &'a Posted,
    /// The methods to choose from, with nothing chosen first.
    methods: Vec<Choice>,
    /// The topics of the group's list, with none chosen first.
    topics: Vec<Choice>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(
        visitor: &'a Visitor,
        posted: &'a Posted,
        (methods, topics): (Vec<Choice>, &[(String, String)]),
    ) -> Self {
        let usual = Choice {
            value: String::new(),
            label: visitor.words().calendar_own_usual(),
        };
        let none = Choice {
            value: String::new(),
            label: visitor.words().topics_listed_none(),
        };
        let topics = topics.iter().map(|(id, title)| Choice {
            value: id.clone(),
            label: title.clone(),
        });
        Self {
            topics: std::iter::once(none).chain(topics).collect(),
            visitor,
            posted,
            methods: std::iter::once(usual).chain(methods).collect(),
        }
    }

    /// One day, with its weekday in words and why it is another than the row would have it.
    pub(super) fn row(&self, number: usize, value: &str, note: Option<&str>, wrong: Option<Wrong>) -> Markup {
        let words = self.visitor.words();
        let name = day_field(number);
        let day_is_wrong = matches!(wrong, Some(Wrong::Date));
        html! {
            li {
                label.visually-hidden for=(name) { (words.calendar_day(number + 1)) }
                input type="date" id=(name) name=(name) value=(value) aria-invalid=[day_is_wrong.then_some("true")]
                    aria-describedby={ (name) "-note" };
                span id={ (name) "-note" } {
                    @if day_is_wrong { span.field-problem { (words.calendar_wrong_date()) } }
                    @else { (spoken(self.visitor, value)) }
                    @if let Some(note) = note { " " span.small { (note) } }
                }
                (self.own(number, wrong))
            }
        }
    }

    /// What this day has of its own; folded away as long as that is nothing.
    fn own(&self, number: usize, wrong: Option<Wrong>) -> Markup {
        let words = self.visitor.words();
        let (topic, method) = (topic_field(number), method_field(number));
        let problem = |text: Wrong| said(words, text);
        let (too_long, unknown) = match wrong {
            Some(long @ Wrong::Long(_)) => (Some(problem(long)), None),
            Some(Wrong::Choose) => (None, Some(problem(Wrong::Choose))),
            _ => (None, None),
        };
        let values = (self.posted.text(&topic), self.posted.text(&method));
        let listed = listed_field(number);
        let chosen = self.posted.text(&listed);
        let is_filled = !values.0.trim().is_empty() || !values.1.is_empty() || !chosen.is_empty();
        let (topic_label, method_label) = (words.calendar_own_topic(), words.calendar_method());
        let listed_label = words.topics_listed();
        let field = |name, label, value, problem| Field {
            name,
            label,
            hint: "",
            value,
            problem,
        };
        html! {
            details.planning-own open[is_filled] {
                summary { (words.calendar_own()) span.visually-hidden { ": " (words.calendar_day(number + 1)) } }
                @if self.topics.len() > 1 {
                    (choice_field(&field(listed.as_str(), &listed_label, chosen, None), &self.topics))
                }
                (text_field(&field(topic.as_str(), &topic_label, values.0, too_long.as_deref()), LINE_MOST))
                (choice_field(&field(method.as_str(), &method_label, values.1, unknown.as_deref()), &self.methods))
            }
        }
    }

    /// Empty rows for days of one's own, as far as there is place.
    pub(super) fn more(&self, from: usize) -> Markup {
        let words = self.visitor.words();
        let last = (from + MORE).min(MOST.into());
        html! {
            @if from < last {
                details open[!self.posted.text(&day_field(from)).is_empty()] {
                    summary { (words.calendar_more_days()) }
                    ol.planning-days start=(from + 1) { @for number in from..last { (self.row(number, "", None, None)) } }
                }
            }
        }
    }
}

/// A day in words, with its weekday; nothing for what is no day.
pub(super) fn spoken(visitor: &Visitor, day: &str) -> String {
    locale::noon(day).map_or_else(String::new, |noon| date(visitor.language, noon))
}
