//! Asking a group for days: the form.

use maud::{Markup, html};
use ui::locale::{date, noon};
use ui::{
    Choice, Crumb, Field, Problems, Tone, boxes_field, choice_field, date_field, hidden, long_field, notice,
    number_field, text_field, time_field,
};

use crate::calendar::{Offer, methods, video_field};
use crate::groups::Group;
use crate::polls::Member;
use crate::polls::rules::{MINUTES, MOST_DAYS, WEEKS, needed, row_fields, rows};
use crate::web::{Html, LINE, Posted, TEXT, Visitor};
use crate::words::Words;

/// What the fields of the form need.
#[derive(Clone, Copy)]
struct Fields<'a> {
    words: &'a Words,
    posted: &'a Posted,
    problems: &'a Problems,
}

impl<'a> Fields<'a> {
    fn of(&self, name: &'a str, label: &'a str, hint: &'a str) -> Field<'a> {
        Field {
            name,
            label,
            hint,
            value: self.posted.text(name),
            problem: self.problems.of(name),
        }
    }

    fn number(&self, name: &str, label: &str, hint: &str, (least, most): (i64, i64)) -> Markup {
        let (least, most) = (
            u32::try_from(least).unwrap_or(0),
            u32::try_from(most).unwrap_or(0),
        );
        number_field(&self.of(name, label, hint), least, most)
    }
}

pub(in crate::polls) fn form(
    visitor: &Visitor,
    offer: &Offer<'_>,
    (group, members): (&Group, &[Member]),
    posted: &Posted,
    problems: &Problems,
) -> Html {
    let words = visitor.words();
    let fields = Fields {
        words,
        posted,
        problems,
    };
    let body = html! {
        div class={ "planning accent-" (group.accent) } {
            header {
                h1 { (words.polls_new_title()) }
                p.lead { (words.polls_new_lead()) }
            }
            @if !problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })) }
            form.planning-form method="post" action={ "/groups/" (group.id) "/polls/new" } {
                // Enter in a field presses the first button of a form: that one must mail nobody.
                button.visually-hidden type="submit" name="do" value="rows" tabindex="-1" aria-hidden="true" {}
                (hidden("key", posted.text("key")))
                (hidden("rows", &rows(posted).to_string()))
                (what(visitor, offer, fields))
                (days(visitor, fields))
                (needs(fields, members))
                div.planning-buttons {
                    button.button type="submit" name="do" value="ask" { (words.polls_ask_everybody(members.len())) }
                }
                p.small { (words.polls_ask_text()) }
            }
        }
    };
    let back = Crumb {
        name: group.name.clone(),
        href: format!("/groups/{}", group.id),
    };
    visitor.page(&words.polls_new_title(), None, &[back], body)
}

fn what(visitor: &Visitor, offer: &Offer<'_>, fields: Fields<'_>) -> Markup {
    let words = fields.words;
    let (title, title_hint) = (words.calendar_title(), words.calendar_title_hint());
    let (method, method_hint) = (words.calendar_method(), words.calendar_method_hint());
    let (place, directions) = (words.calendar_place(), words.calendar_directions());
    let (online, online_hint) = (words.calendar_online(), words.calendar_online_hint());
    let methods = methods(visitor, offer.catalogue);
    html! {
        fieldset {
            legend { (words.calendar_legend_what()) }
            (text_field(&fields.of("title", &title, &title_hint), LINE))
            (choice_field(&fields.of("method", &method, &method_hint), &methods))
            (fields.number("minutes", &words.calendar_minutes(), "", MINUTES))
            (text_field(&fields.of("place", &place, ""), LINE))
            (long_field(&fields.of("directions", &directions, ""), 2, TEXT))
            (text_field(&fields.of("online", &online, &online_hint), LINE))
            @if let Some(video) = video_field(words, fields.posted, offer.has_video) { (video) }
        }
    }
}

fn days(visitor: &Visitor, fields: Fields<'_>) -> Markup {
    let words = fields.words;
    let shown = rows(fields.posted);
    let problem = fields.problems.of("days");
    html! {
        fieldset aria-describedby=[problem.map(|_| "days-problem")] {
            legend { (words.polls_days()) }
            p.hint { (words.polls_days_hint()) }
            ol.planning-days { @for row in 0..shown { (day(visitor, fields, row)) } }
            @if let Some(problem) = problem { p.field-problem id="days-problem" { (problem) } }
            @if shown < MOST_DAYS {
                div { button.button.quiet type="submit" name="do" value="more" { (words.polls_more_rows()) } }
            }
            (fill(fields))
        }
    }
}

fn day(visitor: &Visitor, fields: Fields<'_>, row: usize) -> Markup {
    let words = fields.words;
    let (day, time) = row_fields(row);
    let value = fields.posted.text(&day);
    let problem = fields.problems.of(&day);
    let at = Some(fields.posted.text(&time)).filter(|at| !at.is_empty());
    let at = at.unwrap_or_else(|| {
        if value.is_empty() {
            fields.posted.text("time")
        } else {
            ""
        }
    });
    html! {
        li.poll-row {
            label.visually-hidden for=(day) { (words.calendar_day(row + 1)) }
            input type="date" id=(day) name=(day) value=(value) aria-invalid=[problem.map(|_| "true")]
                aria-describedby={ (day) "-note" };
            label.visually-hidden for=(time) { (words.polls_time_of(row + 1)) }
            input type="time" id=(time) name=(time) value=(at);
            span id={ (day) "-note" } {
                @if let Some(problem) = problem { span.field-problem { (problem) } }
                @else if let Some(noon) = noon(value) { (date(visitor.language, noon)) }
            }
        }
    }
}

/// A row of days in one go.
fn fill(fields: Fields<'_>) -> Markup {
    let words = fields.words;
    let (first, time) = (words.calendar_first(), words.calendar_time());
    let is_open = ["first", "weeks", "count", "time"]
        .iter()
        .any(|name| fields.problems.of(name).is_some());
    let most = i64::try_from(MOST_DAYS).unwrap_or(1);
    html! {
        details open[is_open] {
            summary { (words.polls_fill()) }
            div.field-row {
                (date_field(&fields.of("first", &first, "")))
                (time_field(&fields.of("time", &time, "")))
                (fields.number("weeks", &words.calendar_weeks(), "", (1, WEEKS)))
                (fields.number("count", &words.polls_fill_count(), "", (1, most)))
            }
            div { button.button.quiet type="submit" name="do" value="fill" { (words.polls_fill_in()) } }
        }
    }
}

fn needs(fields: Fields<'_>, members: &[Member]) -> Markup {
    let words = fields.words;
    let (label, hint) = (words.polls_needed(), words.polls_needed_hint());
    let (deadline, deadline_hint) = (words.polls_deadline(), words.polls_deadline_hint());
    let choice = |member: &Member| Choice {
        value: member.person_id.0.clone(),
        label: member.name.clone(),
    };
    let people: Vec<Choice> = members.iter().map(choice).collect();
    let chosen: Vec<String> = needed(fields.posted, members)
        .into_iter()
        .map(|person| person.0)
        .collect();
    let most = i64::try_from(members.len()).unwrap_or(1).max(1);
    html! {
        fieldset {
            legend { (words.polls_needs()) }
            (boxes_field(&fields.of("needed", &label, &hint), &people, &chosen))
            div.field-row {
                (fields.number("at_least", &words.polls_at_least(), "", (1, most)))
                (fields.number("wanted", &words.calendar_count(), "", (1, 20)))
                (fields.number("apart", &words.polls_apart(), "", (0, WEEKS)))
            }
            (date_field(&fields.of("closes", &deadline, &deadline_hint)))
        }
    }
}
