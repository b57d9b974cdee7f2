//! Fields about people that more than one form has.

use maud::{Markup, html};
use ui::{Choice, Field, Language, box_name};

use super::HALF_DAYS;
use super::registers::{Misshapen, registers};
use crate::words::Words;

/// The days of a working week, as they stand in [`HALF_DAYS`].
const DAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

/// The parts of a day, as they stand in [`HALF_DAYS`].
const PARTS: [&str; 3] = ["morning", "afternoon", "evening"];

fn day(words: &Words, day: &str) -> String {
    match day {
        "tue" => words.people_tue(),
        "wed" => words.people_wed(),
        "thu" => words.people_thu(),
        "fri" => words.people_fri(),
        _ => words.people_mon(),
    }
}

fn part(words: &Words, part: &str) -> String {
    match part {
        "afternoon" => words.people_afternoon(),
        "evening" => words.people_evening(),
        _ => words.people_morning(),
    }
}

/// A half day in words: "maandagochtend".
pub(crate) fn half_day(words: &Words, code: &str) -> String {
    match code.split_once('-') {
        Some((on, at)) => words.people_half_day(day(words, on), part(words, at)),
        None => code.to_owned(),
    }
}

/// A language in which somebody can take part, in words.
pub(crate) fn language(words: &Words, code: &str) -> String {
    match code {
        "en" => words.people_language_en(),
        "de" => words.people_language_de(),
        "fr" => words.people_language_fr(),
        "fy" => words.people_language_fy(),
        _ => words.people_language_nl(),
    }
}

/// What a number should look like, in words.
pub(crate) fn misshapen(words: &Words, Misshapen { least, most }: Misshapen) -> String {
    if least == most {
        words.people_number_exact(least)
    } else {
        words.people_number_span(least, most)
    }
}

/// The registers to choose from, after an empty line.
pub(crate) fn register_choices(language: Language, words: &Words) -> Vec<Choice> {
    let none = Choice {
        value: String::new(),
        label: words.people_register_choose(),
    };
    let known = registers().iter().map(|register| Choice {
        value: register.id.clone(),
        label: register.name(language).to_owned(),
    });
    [none].into_iter().chain(known).collect()
}

/// A week of half days, a box each: a table, so that a glance tells and a screen reader names day and part.
pub(crate) fn half_days_field(words: &Words, field: &Field<'_>, free: &[String]) -> Markup {
    let name = field.name;
    html! {
        fieldset.field.options aria-describedby=[field.problem.map(|_| format!("{name}-problem"))] {
            legend { (field.label) }
            @if !field.hint.is_empty() { p.hint { (field.hint) } }
            @if let Some(problem) = field.problem { p.field-problem id={ (name) "-problem" } { (problem) } }
            table.half-days {
                thead {
                    tr {
                        td {}
                        @for at in PARTS { th scope="col" { (part(words, at)) } }
                    }
                }
                tbody {
                    @for on in DAYS {
                        tr {
                            th scope="row" { (day(words, on)) }
                            @for at in PARTS { td { (half_day_box(words, name, &format!("{on}-{at}"), free)) } }
                        }
                    }
                }
            }
        }
    }
}

fn half_day_box(words: &Words, name: &str, code: &str, free: &[String]) -> Markup {
    let index = HALF_DAYS
        .iter()
        .position(|known| *known == code)
        .unwrap_or_default();
    let id = match index {
        0 => name.to_owned(),
        _ => box_name(name, index),
    };
    html! {
        label for=(id) {
            input type="checkbox" id=(id) name=(box_name(name, index)) value=(code)
                checked[free.iter().any(|one| one == code)];
            span.visually-hidden { (half_day(words, code)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    #[test]
    fn every_half_day_is_a_day_and_a_part_of_it() {
        let all = DAYS
            .iter()
            .flat_map(|on| PARTS.iter().map(move |at| format!("{on}-{at}")));
        assert_eq!(all.collect::<Vec<_>>(), HALF_DAYS);
        assert_eq!(half_day(words(Language::Nl), "mon-morning"), "maandagochtend");
        assert_eq!(half_day(words(Language::En), "fri-evening"), "Friday evening");
    }
}
