//! Forms of a diagram as a whole, and of the categories of a programme.

use maud::{Markup, html};
use ui::{
    Crumb, Field, Problems, Tone, button, check_field, choice_field, hidden, long_field, notice, text_field,
};

use super::{choices, trail_inside};
use crate::bottlenecks::making::field as category_field;
use crate::bottlenecks::pages::{Board, Seen};
use crate::bottlenecks::rules::CATEGORY;
use crate::groups::Group;
use crate::meetings::Meeting;
use crate::programmes::{self, Programme};
use crate::web::{Html, LINE, Posted, Visitor};

/// What the form for a new one shows.
pub(in crate::bottlenecks) struct New<'a> {
    pub(in crate::bottlenecks) group: &'a Group,
    pub(in crate::bottlenecks) meetings: &'a [Meeting],
    pub(in crate::bottlenecks) posted: &'a Posted,
    pub(in crate::bottlenecks) problems: &'a Problems,
}

/// A form with what was typed.
type Typed<'a> = (&'a Posted, &'a Problems);

fn field<'a>((posted, problems): Typed<'a>, name: &'a str, label: &'a str, hint: &'a str) -> Field<'a> {
    Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    }
}

fn effect(visitor: &Visitor, typed: Typed<'_>) -> Markup {
    let words = visitor.words();
    let (label, hint) = (words.bottlenecks_effect(), words.bottlenecks_effect_help());
    text_field(&field(typed, "effect", &label, &hint), LINE)
}

fn meeting(visitor: &Visitor, meetings: &[Meeting], typed: Typed<'_>) -> Markup {
    let words = visitor.words();
    let (label, hint) = (words.bottlenecks_meeting(), words.bottlenecks_meeting_help());
    let choices = choices(visitor, meetings, words.bottlenecks_no_meeting());
    choice_field(&field(typed, "meeting", &label, &hint), &choices)
}

fn counts(visitor: &Visitor, typed: Typed<'_>) -> Markup {
    let words = visitor.words();
    let (label, hint) = (words.bottlenecks_counts(), words.bottlenecks_counts_help());
    check_field(&field(typed, "counts", &label, &hint))
}

pub(in crate::bottlenecks) fn new(visitor: &Visitor, new: &New<'_>) -> Html {
    let words = visitor.words();
    let typed = (new.posted, new.problems);
    let here = format!("/groups/{}/bottlenecks", new.group.id);
    let (anonymous, anonymous_help) = (words.bottlenecks_anonymous(), words.bottlenecks_anonymous_help());
    let (categories, categories_help) = (
        words.bottlenecks_categories(),
        words.bottlenecks_categories_help(),
    );
    let body = html! {
        div class={ "briefs accent-" (new.group.accent) } {
            header {
                h1 { (words.bottlenecks_new()) }
                p.lead { (words.bottlenecks_lead()) }
            }
            form.planning-form method="post" action=(here) {
                (hidden("key", new.posted.text("key")))
                (effect(visitor, typed))
                (long_field(&field(typed, "categories", &categories, &categories_help), 8, 600))
                (meeting(visitor, new.meetings, typed))
                (check_field(&field(typed, "anonymous", &anonymous, &anonymous_help)))
                (counts(visitor, typed))
                div { (button(&words.bottlenecks_make())) }
            }
        }
    };
    let trail = [
        Crumb {
            name: new.group.name.clone(),
            href: format!("/groups/{}", new.group.id),
        },
        Crumb {
            name: words.bottlenecks_title(),
            href: here.clone(),
        },
    ];
    visitor.page(&words.bottlenecks_new(), None, &trail, body)
}

/// What the form for changing one shows.
pub(in crate::bottlenecks) struct Settings<'a> {
    pub(in crate::bottlenecks) seen: &'a Seen,
    pub(in crate::bottlenecks) board: &'a Board,
    pub(in crate::bottlenecks) meetings: &'a [Meeting],
    pub(in crate::bottlenecks) posted: &'a Posted,
    pub(in crate::bottlenecks) problems: &'a Problems,
}

pub(in crate::bottlenecks) fn settings(visitor: &Visitor, shown: &Settings<'_>) -> Html {
    let words = visitor.words();
    let typed = (shown.posted, shown.problems);
    let bottleneck = &shown.seen.bottleneck;
    let named: Vec<(String, String)> = (1_usize..)
        .zip(&shown.board.categories)
        .map(|(number, category)| (category_field(&category.id), words.bottlenecks_category(number)))
        .collect();
    let (added, added_help) = (
        words.bottlenecks_category_new(),
        words.bottlenecks_category_help(),
    );
    let body = html! {
        div class={ "briefs accent-" (bottleneck.accent) } {
            header { h1 { (words.bottlenecks_settings()) } }
            @if let Some(problem) = shown.problems.of("form") { (notice(Tone::Problem, &html! { p { (problem) } })) }
            form.planning-form method="post" action={ (bottleneck.href()) "/settings" } {
                (hidden("edition", shown.posted.text("edition")))
                (effect(visitor, typed))
                fieldset {
                    legend { (words.bottlenecks_categories()) }
                    @for (name, label) in &named { (text_field(&field(typed, name, label, ""), CATEGORY)) }
                    (text_field(&field(typed, "category", &added, &added_help), CATEGORY))
                }
                (meeting(visitor, shown.meetings, typed))
                (counts(visitor, typed))
                div { (button(&words.bottlenecks_save())) }
            }
        }
    };
    visitor.page(
        &words.bottlenecks_settings(),
        None,
        &trail_inside(visitor, shown.seen),
        body,
    )
}

/// The categories of a programme, for its organisers.
pub(in crate::bottlenecks) fn categories(visitor: &Visitor, programme: &Programme, typed: Typed<'_>) -> Html {
    let words = visitor.words();
    let (label, hint) = (words.bottlenecks_categories(), words.bottlenecks_programme_help());
    let body = html! {
        div class={ "briefs accent-" (programme.accent) } {
            header {
                h1 { (words.bottlenecks_programme()) }
                p.lead { (words.bottlenecks_programme_lead()) }
            }
            form.planning-form method="post" action={ "/programmes/" (programme.id) "/categories" } {
                (hidden("was", typed.0.text("was")))
                (long_field(&field(typed, "categories", &label, &hint), 9, 600))
                div { (button(&words.bottlenecks_save())) }
            }
        }
    };
    visitor.page(
        &words.bottlenecks_programme(),
        None,
        &programmes::trail(visitor, programme),
        body,
    )
}
