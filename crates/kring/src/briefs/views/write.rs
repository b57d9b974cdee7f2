//! The form in which somebody writes a case.

use maud::{Markup, html};
use session::Catalogue;
use ui::{Choice, Field, Problems, Tone, choice_field, hidden, notice, radio_field};

use super::{field, to_mine};
use crate::briefs::form::DEPTHS;
use crate::briefs::rules::Readers;
use crate::briefs::template::{TEMPLATES, questions};
use crate::calendar;
use crate::library::{self, Near};
use crate::privacy::watched;
use crate::web::{Html, Posted, Visitor, asset};
use crate::words::Words;

/// What the form shows.
pub(in crate::briefs) struct Sheet<'a> {
    pub(in crate::briefs) catalogue: &'a Catalogue,
    /// Id, name and accent of the group.
    pub(in crate::briefs) group: (&'a str, &'a str, &'a str),
    /// `None` for one that is not kept yet.
    pub(in crate::briefs) id: Option<&'a str>,
    pub(in crate::briefs) posted: &'a Posted,
    pub(in crate::briefs) problems: &'a Problems,
    /// Whether it was changed meanwhile on another device.
    pub(in crate::briefs) is_stale: bool,
    /// What others shared that reads alike.
    pub(in crate::briefs) near: &'a [Near],
}

pub(in crate::briefs) fn write(visitor: &Visitor, sheet: &Sheet<'_>) -> Html {
    let words = visitor.words();
    let (group, group_name, accent) = sheet.group;
    let action = match sheet.id {
        Some(id) => format!("/cases/{id}/text"),
        None => format!("/groups/{group}/cases"),
    };
    let form = (sheet.posted, sheet.problems);
    let body = html! {
        div class={ "briefs accent-" (accent) } {
            header {
                h1 { (words.briefs_write()) }
                p.lead { (words.briefs_write_lead(group_name)) }
            }
            @if !sheet.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })) }
            @if sheet.is_stale { (notice(Tone::Warning, &html! { p { (words.briefs_stale()) } })) }
            (privacy(words))
            brief-form data-saved=(words.briefs_saved()) data-stale=(words.briefs_stale_short())
                data-waiting=(words.briefs_not_saved()) {
                form.planning-form method="post" action=(action) {
                    (hidden("form-key", sheet.posted.text("form-key")))
                    (hidden("version", sheet.posted.text("version")))
                    (radio_field(&plain("template", &words.briefs_template(), &words.briefs_template_help(), form), &templates(words)))
                    (watched(words, &html! {
                        @for question in questions(sheet.posted.text("template")) { (field(words, question, form)) }
                    }))
                    (unasked(sheet.posted))
                    (settings(visitor, sheet))
                    div.actions-row {
                        button.button type="submit" name="do" value="keep" { (words.briefs_keep()) }
                        button.button.quiet type="submit" name="do" value="share" { (words.briefs_keep_and_share()) }
                    }
                    p.small role="status" data-status {}
                }
                div data-near="/library/similar" { (library::near(visitor, sheet.near)) }
            }
            script type="module" src=(asset("brief.js")) {}
        }
    };
    visitor.page(&words.briefs_write(), None, &to_mine(visitor), body)
}

/// What everybody must know before the first word.
fn privacy(words: &Words) -> Markup {
    html! {
        details.brief-privacy {
            summary { (words.briefs_privacy()) }
            ul {
                li { (words.briefs_privacy_sealed()) }
                li { (words.briefs_privacy_own()) }
                li { (words.briefs_privacy_neutral()) }
            }
        }
    }
}

/// Answers to questions that this template does not ask: they are not lost when somebody tries another.
fn unasked(posted: &Posted) -> Markup {
    let asked: Vec<&str> = questions(posted.text("template"))
        .map(|question| question.name)
        .collect();
    html! {
        @for question in &crate::briefs::template::QUESTIONS {
            @if !asked.contains(&question.name) { (hidden(question.name, posted.text(question.name))) }
        }
    }
}

pub(super) fn plain<'a>(
    name: &'static str,
    label: &'a str,
    hint: &'a str,
    (posted, problems): (&'a Posted, &'a Problems),
) -> Field<'a> {
    Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    }
}

fn settings(visitor: &Visitor, sheet: &Sheet<'_>) -> Markup {
    let words = visitor.words();
    let form = (sheet.posted, sheet.problems);
    let mut methods = vec![Choice {
        value: String::new(),
        label: words.briefs_method_any(),
    }];
    methods.extend(calendar::methods(visitor, sheet.catalogue));
    html! {
        fieldset {
            legend { (words.briefs_settings()) }
            (choice_field(&plain("method", &words.briefs_method(), "", form), &methods))
            (choice_field(&plain("depth", &words.briefs_depth(), &words.briefs_depth_help(), form), &depths(words)))
            (radio_field(&plain("urgency", &words.briefs_urgency(), "", form), &urgencies(words)))
            (radio_field(&plain("readers", &words.briefs_readers(), &words.briefs_readers_help(), form), &readers(words)))
        }
    }
}

fn templates(words: &Words) -> Vec<Choice> {
    let labels = [
        words.briefs_template_short(),
        words.briefs_template_long(),
        words.briefs_template_review(),
        words.briefs_template_dilemma(),
        words.briefs_template_spontaneous(),
    ];
    choices(TEMPLATES.into_iter().zip(labels))
}

pub(super) fn urgencies(words: &Words) -> Vec<Choice> {
    choices(crate::briefs::form::URGENCIES.into_iter().zip([
        urgency(words, 1),
        urgency(words, 2),
        urgency(words, 3),
    ]))
}

fn depths(words: &Words) -> Vec<Choice> {
    let unsaid = Choice {
        value: String::new(),
        label: words.briefs_depth_unsaid(),
    };
    let said = DEPTHS.into_iter().zip(1..).map(|(value, number)| Choice {
        value: value.to_owned(),
        label: depth(words, number),
    });
    std::iter::once(unsaid).chain(said).collect()
}

/// How personal the question is, in words; nothing when it is not said.
pub(super) fn depth(words: &Words, depth: i64) -> String {
    match depth {
        1 => words.briefs_depth_how(),
        2 => words.briefs_depth_handling(),
        3 => words.briefs_depth_pattern(),
        4 => words.briefs_depth_self(),
        _ => String::new(),
    }
}

/// How much it presses, in words.
pub(super) fn urgency(words: &Words, urgency: i64) -> String {
    match urgency {
        3 => words.briefs_urgency_high(),
        2 => words.briefs_urgency_some(),
        _ => words.briefs_urgency_none(),
    }
}

pub(super) fn readers(words: &Words) -> Vec<Choice> {
    choices(
        Readers::ALL
            .map(|one| (one.word(), reader(words, one)))
            .into_iter(),
    )
}

/// Who may read it, in words.
pub(super) fn reader(words: &Words, readers: Readers) -> String {
    match readers {
        Readers::Owner => words.briefs_readers_owner(),
        Readers::Facilitator => words.briefs_readers_facilitator(),
        Readers::Group => words.briefs_readers_group(),
    }
}

fn choices(pairs: impl Iterator<Item = (&'static str, String)>) -> Vec<Choice> {
    pairs
        .map(|(value, label)| Choice {
            value: value.to_owned(),
            label,
        })
        .collect()
}
