//! Planning a row of meetings: the form, and the days to look through.

use maud::{Markup, html};
use session::Catalogue;
use session::model::Method;
use ui::locale::sort_by_text;
use ui::{
    Choice, Crumb, Field, Problems, Tone, check_field, choice_field, date_field, hidden, long_field, notice,
    number_field, text_field, time_field,
};

use super::days::{Rows, spoken};
use super::{problems, video_field};
use crate::calendar::days::day_field;
use crate::calendar::holidays::{Holiday, Season, knows_schools_on};
use crate::calendar::rows::{Offer, choices};
use crate::calendar::rules::{Issue, LINE, MINUTES, TEXT, Wrong};
use crate::calendar::series::{MOST, Proposal};
use crate::groups::Group;
use crate::programmes::rules::REGIONS;
use crate::web::{Html, Posted, Visitor};
use crate::words::Words;

/// How far somebody is.
pub(in super::super) enum Looked {
    /// Nothing is proposed yet.
    No,
    /// Days to look through.
    Proposed(Vec<Proposal>),
    /// Days that somebody typed; the numbers of the rows with something wrong.
    Typed(Vec<(usize, Wrong)>),
}

pub(in super::super) fn series(
    visitor: &Visitor,
    offer: &Offer<'_>,
    group: &Group,
    posted: &Posted,
    looked: &Looked,
    issues: &[Issue],
) -> Html {
    let words = visitor.words();
    let problems = problems(words, issues);
    let rows = Rows::new(
        visitor,
        posted,
        (methods(visitor, offer.catalogue), &offer.topics),
    );
    let body = html! {
        div class={ "planning accent-" (group.accent) } {
            header {
                h1 { (words.calendar_series_title()) }
                p.lead { (words.calendar_series_lead()) }
            }
            @if !problems.is_empty() || matches!(looked, Looked::Typed(rows) if !rows.is_empty()) {
                (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } }))
            }
            form.planning-form method="post" action={ "/groups/" (group.id) "/series" } {
                // Enter in a field presses the first button of a form: that one must invite nobody.
                button.visually-hidden type="submit" name="do" value="look" tabindex="-1" aria-hidden="true" {}
                (frame(visitor, offer, posted, &problems))
                @match looked {
                    Looked::No => div { button.button type="submit" name="do" value="look" { (words.calendar_look()) } },
                    Looked::Proposed(proposals) => (proposed(visitor, &rows, proposals)),
                    Looked::Typed(wrong) => (typed(visitor, &rows, wrong, problems.of("days"))),
                }
            }
        }
    };
    let back = Crumb {
        name: group.name.clone(),
        href: format!("/groups/{}", group.id),
    };
    visitor.page(&words.calendar_series_title(), None, &[back], body)
}

/// What, when, where, and how it goes on.
fn frame(visitor: &Visitor, offer: &Offer<'_>, posted: &Posted, problems: &Problems) -> Markup {
    let words = visitor.words();
    let of = |name: &'static str, label, hint| field(posted, problems, name, label, hint);
    let (title, place, online, directions) = (
        words.calendar_title(),
        words.calendar_place(),
        words.calendar_online(),
        words.calendar_directions(),
    );
    let (title_hint, online_hint) = (words.calendar_title_hint(), words.calendar_online_hint());
    let (first, time, minutes) = (
        words.calendar_first(),
        words.calendar_time(),
        words.calendar_minutes(),
    );
    let (weeks, count, region) = (
        words.calendar_weeks(),
        words.calendar_count(),
        words.calendar_region(),
    );
    let (method, method_hint) = (words.calendar_method(), words.calendar_method_hint());
    let (from_list, from_list_hint) = (words.topics_use(), words.topics_use_hint(offer.topics.len()));
    html! {
        fieldset {
            legend { (words.calendar_legend_what()) }
            (text_field(&of("title", &title, &title_hint), LINE_MOST))
            (choice_field(&of("method", &method, &method_hint), &methods(visitor, offer.catalogue)))
            @if !offer.topics.is_empty() {
                (check_field(&of("use_topics", &from_list, &from_list_hint)))
            }
        }
        fieldset {
            legend { (words.calendar_legend_when()) }
            div.field-row {
                (date_field(&of("date", &first, "")))
                (time_field(&of("time", &time, "")))
                (number_field(&of("minutes", &minutes, ""), MINUTES.0.into(), MINUTES.1.into()))
            }
            div.field-row {
                (number_field(&of("weeks", &weeks, ""), 1, 26))
                (number_field(&of("count", &count, ""), 1, MOST.into()))
                (choice_field(&of("region", &region, ""), &regions(words)))
            }
        }
        fieldset {
            legend { (words.calendar_legend_where()) }
            (text_field(&of("place", &place, ""), LINE_MOST))
            (long_field(&of("directions", &directions, ""), 2, TEXT_MOST))
            (text_field(&of("online", &online, &online_hint), LINE_MOST))
            @if let Some(video) = video_field(words, posted, offer.has_video) { (video) }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "two small constants")]
pub(super) const LINE_MOST: u32 = LINE as u32;
#[expect(clippy::cast_possible_truncation, reason = "two small constants")]
const TEXT_MOST: u32 = TEXT as u32;

/// A field with what was typed and what is wrong with it.
pub(super) fn field<'a>(
    posted: &'a Posted,
    problems: &'a Problems,
    name: &'static str,
    label: &'a str,
    hint: &'a str,
) -> Field<'a> {
    Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    }
}

/// The methods to choose from, by name.
pub(crate) fn methods(visitor: &Visitor, catalogue: &Catalogue) -> Vec<Choice> {
    let mut methods: Vec<&Method> = choices(catalogue).collect();
    sort_by_text(visitor.language, &mut methods, |method| {
        method.name.get(visitor.speech())
    });
    let choice = |method: &Method| Choice {
        value: method.id.clone(),
        label: method.name.get(visitor.speech()).to_owned(),
    };
    methods.into_iter().map(choice).collect()
}

fn regions(words: &Words) -> Vec<Choice> {
    let labels = [
        words.calendar_region_noord(),
        words.calendar_region_midden(),
        words.calendar_region_zuid(),
    ];
    let none = Choice {
        value: String::new(),
        label: words.calendar_region_none(),
    };
    let named = REGIONS.into_iter().zip(labels).map(|(value, label)| Choice {
        value: value.to_owned(),
        label,
    });
    [none].into_iter().chain(named).collect()
}

fn proposed(visitor: &Visitor, rows: &Rows<'_>, proposals: &[Proposal]) -> Markup {
    let words = visitor.words();
    let last = proposals.last().map(|one| one.day);
    let is_blind = !rows.posted.text("region").is_empty() && last.is_some_and(|day| !knows_schools_on(day));
    let lines = proposals.iter().enumerate().map(|(number, one)| {
        let note = one.instead_of.map(|(day, why)| {
            words.calendar_instead_of(spoken(visitor, &day.to_string()), holiday(words, why))
        });
        rows.row(number, &one.day.to_string(), note.as_deref(), None)
    });
    html! {
        section #days aria-labelledby="days-title" {
            h2 id="days-title" { (words.calendar_days(proposals.len())) }
            @if proposals.is_empty() { p { (words.calendar_days_none()) } }
            @if is_blind { (notice(Tone::Warning, &html! { p { (words.calendar_schools_unknown()) } })) }
            p.small { (words.calendar_days_text()) }
            ol.planning-days { @for line in lines { (line) } }
            (rows.more(proposals.len()))
            (decide(words))
        }
    }
}

fn typed(visitor: &Visitor, rows: &Rows<'_>, wrong: &[(usize, Wrong)], none: Option<&str>) -> Markup {
    let words = visitor.words();
    let day = |number: usize| rows.posted.text(&day_field(number)).trim();
    let filled: Vec<usize> = (0..usize::from(MOST))
        .filter(|number| !day(*number).is_empty())
        .collect();
    let wrong = |number: usize| {
        wrong
            .iter()
            .find(|(row, _)| *row == number)
            .map(|(_, wrong)| *wrong)
    };
    html! {
        section #days aria-labelledby="days-title" {
            h2 id="days-title" { (words.calendar_days(filled.len())) }
            @if let Some(none) = none { p.field-problem { (none) } }
            ol.planning-days {
                @for number in &filled { (rows.row(*number, day(*number), None, wrong(*number))) }
            }
            (rows.more(filled.iter().max().map_or(0, |last| last + 1)))
            (decide(words))
        }
    }
}

fn decide(words: &Words) -> Markup {
    html! {
        (hidden("looked", "yes"))
        div.planning-buttons {
            button.button type="submit" name="do" value="invite" { (words.calendar_plan_and_invite()) }
            button.button.quiet type="submit" name="do" value="keep" { (words.calendar_plan_only()) }
            button.button.quiet type="submit" name="do" value="look" { (words.calendar_look_again()) }
        }
        p.small { (words.calendar_decide_text()) }
    }
}

fn holiday(words: &Words, holiday: Holiday) -> String {
    match holiday {
        Holiday::NewYear => words.calendar_holiday_new_year(),
        Holiday::GoodFriday => words.calendar_holiday_good_friday(),
        Holiday::Easter => words.calendar_holiday_easter(),
        Holiday::KingsDay => words.calendar_holiday_kings_day(),
        Holiday::Liberation => words.calendar_holiday_liberation(),
        Holiday::Ascension => words.calendar_holiday_ascension(),
        Holiday::Whitsun => words.calendar_holiday_whitsun(),
        Holiday::Christmas => words.calendar_holiday_christmas(),
        Holiday::School(Season::Autumn) => words.calendar_school_autumn(),
        Holiday::School(Season::Christmas) => words.calendar_school_christmas(),
        Holiday::School(Season::Spring) => words.calendar_school_spring(),
        Holiday::School(Season::May) => words.calendar_school_may(),
        Holiday::School(Season::Summer) => words.calendar_school_summer(),
    }
}
