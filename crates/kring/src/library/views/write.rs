//! The form in which an owner writes an entry.

use maud::{Markup, html};
use session::Catalogue;
use ui::{
    Choice, Field, Problems, Tone, boxes_field, check_field, choice_field, hidden, long_field, notice,
    text_field,
};

use super::labels::{asked, category, theme};
use crate::calendar;
use crate::library::Entry;
use crate::library::form::Lists;
use crate::library::guard::{Spot, spots};
use crate::library::rules::{CATEGORIES, THEMES};
use crate::library::text::{QUESTIONS, Question, Text};
use crate::privacy;
use crate::web::{Html, Posted, Visitor, asset};
use crate::words::Words;

/// What the form shows.
pub(in crate::library) struct Sheet<'a> {
    pub(in crate::library) catalogue: &'a Catalogue,
    pub(in crate::library) entry: &'a Entry,
    /// What whoever checked it asked.
    pub(in crate::library) question: Option<String>,
    /// Whether anybody can check it.
    pub(in crate::library) has_checker: bool,
    pub(in crate::library) lists: &'a Lists,
    pub(in crate::library) posted: &'a Posted,
    pub(in crate::library) problems: &'a Problems,
}

pub(in crate::library) fn write(visitor: &Visitor, sheet: &Sheet<'_>) -> Html {
    let (words, entry) = (visitor.words(), sheet.entry);
    let here = format!("/library/entries/{}/text", entry.id);
    let body = html! {
        div class={ "library accent-" (entry.accent) } {
            header {
                h1 { (words.library_write()) }
                p.lead { (words.library_write_lead()) }
            }
            (problems(words, sheet))
            brief-form data-here=(here) data-saved=(words.briefs_saved()) data-stale=(words.briefs_stale_short())
                data-waiting=(words.briefs_not_saved()) {
                form.planning-form method="post" action=(here) {
                    (hidden("version", sheet.posted.text("version")))
                    // Enter in a field presses the first button of a form: that one must replace and send nothing.
                    button.visually-hidden type="submit" name="do" value="keep" tabindex="-1" aria-hidden="true" { (words.briefs_keep()) }
                    (guarded(words, sheet.posted))
                    @for question in &QUESTIONS { (field(words, sheet, question)) }
                    (choices(visitor, sheet))
                    (sending(words, sheet))
                    p.small role="status" data-status {}
                }
            }
            script type="module" src=(asset("brief.js")) {}
        }
    };
    let mut trail = super::to_mine(visitor);
    trail.push(ui::Crumb {
        name: words.library_one(),
        href: format!("/library/entries/{}", entry.id),
    });
    visitor.page(&words.library_write(), None, &trail, body)
}

fn problems(words: &Words, sheet: &Sheet<'_>) -> Markup {
    html! {
        @match sheet.problems.of("whole") {
            Some(stale) => (notice(Tone::Warning, &html! { p { (stale) } })),
            None if !sheet.problems.is_empty() => (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })),
            None => {}
        }
        @if let Some(question) = &sheet.question {
            (notice(Tone::Warning, &html! {
                p { strong { (words.library_asked()) } }
                p.library-text lang="nl" dir="auto" { (question) }
            }))
        }
        @if !sheet.has_checker { (notice(Tone::Warning, &html! { p { (words.library_no_checker()) } })) }
    }
}

fn field(words: &Words, sheet: &Sheet<'_>, question: &Question) -> Markup {
    let (label, hint) = asked(words, question.name);
    let field = plain(sheet, question.name, &label, &hint);
    html! {
        @if question.lines == 1 { (text_field(&field, question.most)) }
        @else { (long_field(&field, question.lines, question.most)) }
    }
}

fn plain<'a>(sheet: &'a Sheet<'_>, name: &'static str, label: &'a str, hint: &'a str) -> Field<'a> {
    Field {
        name,
        label,
        hint,
        value: sheet.posted.text(name),
        problem: sheet.problems.of(name),
    }
}

/// What it is about, chosen from lists.
fn choices(visitor: &Visitor, sheet: &Sheet<'_>) -> Markup {
    let words = visitor.words();
    let any = |label: String| {
        vec![Choice {
            value: String::new(),
            label,
        }]
    };
    let mut methods = any(words.library_method_none());
    methods.extend(calendar::methods(visitor, sheet.catalogue));
    let mut jobs = any(words.library_job_none());
    jobs.extend(sheet.lists.jobs.iter().map(|job| same(job)));
    let interventions: Vec<Choice> = sheet
        .lists
        .interventions
        .iter()
        .map(|title| same(title))
        .collect();
    let named = |list: &[&str], name: fn(&Words, &str) -> String| -> Vec<Choice> {
        list.iter()
            .map(|word| Choice {
                value: (*word).to_owned(),
                label: name(words, word),
            })
            .collect()
    };
    html! {
        fieldset {
            legend { (words.library_about()) }
            (choice_field(&plain(sheet, "method", &words.library_method(), ""), &methods))
            (boxes_field(&plain(sheet, "theme", &words.library_theme(), ""), &named(&THEMES, theme), &ticked(sheet, "theme")))
            @if !interventions.is_empty() {
                (boxes_field(&plain(sheet, "intervention", &words.library_intervention(), ""), &interventions, &ticked(sheet, "intervention")))
            }
            (boxes_field(&plain(sheet, "category", &words.library_category(), &words.library_category_help()),
                &named(&CATEGORIES, category), &ticked(sheet, "category")))
            @if !sheet.lists.jobs.is_empty() {
                (choice_field(&plain(sheet, "job", &words.library_job_from(), &words.library_job_help()), &jobs))
            }
        }
    }
}

fn same(text: &str) -> Choice {
    Choice {
        value: text.to_owned(),
        label: text.to_owned(),
    }
}

/// The values of the boxes that are ticked.
fn ticked(sheet: &Sheet<'_>, field: &str) -> Vec<String> {
    let begin = format!("{field}-");
    let boxes = sheet.posted.fields().filter(|(name, _)| name.starts_with(&begin));
    boxes.map(|(_, value)| value.to_owned()).collect()
}

/// Looking once more, and sending.
fn sending(words: &Words, sheet: &Sheet<'_>) -> Markup {
    let (looked, anyway) = (words.library_looked(), words.privacy_anyway());
    html! {
        section.library-terms aria-labelledby="check-title" {
            h2 id="check-title" { (words.briefs_check_title()) }
            ul { @for line in check(words) { li { (line) } } }
        }
        (check_field(&plain(sheet, "looked", &looked, "")))
        @if !spots(&as_text(sheet.posted)).is_empty() { (check_field(&plain(sheet, "anyway", &anyway, ""))) }
        div.actions-row {
            @if sheet.has_checker { button.button type="submit" name="do" value="send" { (words.library_send()) } }
            button.button.quiet type="submit" name="do" value="keep" { (words.briefs_keep()) }
        }
        p.small { (words.library_send_note()) }
    }
}

/// What to look for before others read it (domain knowledge, 6.2 and 6.3).
fn check(words: &Words) -> [String; 5] {
    [
        words.briefs_check_names(),
        words.briefs_check_numbers(),
        words.library_check_general(),
        words.briefs_check_rare(),
        words.library_check_outside(),
    ]
}

fn as_text(posted: &Posted) -> Text {
    let mut text = Text::default();
    for question in &QUESTIONS {
        text.set(question.name, posted.text(question.name));
    }
    text
}

/// What the guard sees, each with what can be done about it.
fn guarded(words: &Words, posted: &Posted) -> Markup {
    let text = as_text(posted);
    let spots = spots(&text);
    let count = spots.len();
    html! {
        @if count > 0 {
            section.library-guard aria-labelledby="guard-title" role="status" {
                h2 id="guard-title" { (words.privacy_saw(count)) }
                ul { @for spot in &spots { li { (spotted(words, &text, spot)) } } }
                p.small { (words.library_guard_text()) }
            }
        }
    }
}

fn spotted(words: &Words, text: &Text, spot: &Spot) -> Markup {
    let (text, finding) = (text.of(spot.field), &spot.finding);
    let does = privacy::patch(text, finding).map(|patch| match patch.text.as_str() {
        "" => words.privacy_remove(),
        instead => words.privacy_replace(instead),
    });
    html! {
        span {
            mark lang="nl" dir="auto" { (privacy::piece(text, finding.start, finding.end)) }
            span.small {
                (privacy::kind(finding.kind, words)) ": " (privacy::reason(finding.reason, words))
                " · " (asked(words, spot.field).0)
            }
        }
        @match does {
            Some(does) => button.button.quiet type="submit" name="replace" value=(spot.value()) { (does) },
            None => span.small { (words.privacy_change_yourself()) },
        }
    }
}
