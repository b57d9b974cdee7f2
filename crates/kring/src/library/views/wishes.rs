//! What people look for, and offering to help.

use maud::{Markup, html};
use ui::{Choice, Field, Problems, Tone, button, choice_field, hidden, notice, text_field};

use crate::id::PersonId;
use crate::library::store::{Place, Wish};
use crate::web::{Html, LINE, Posted, Visitor};

/// What the page shows.
pub(in crate::library) struct Wishing<'a> {
    pub(in crate::library) person: &'a PersonId,
    /// The programmes of this person.
    pub(in crate::library) places: &'a [Place],
    pub(in crate::library) wishes: &'a [Wish],
    pub(in crate::library) posted: &'a Posted,
    pub(in crate::library) problems: &'a Problems,
    /// They offered to help just before.
    pub(in crate::library) has_offered: bool,
}

pub(in crate::library) fn wishes(visitor: &Visitor, shown: &Wishing<'_>) -> Html {
    let words = visitor.words();
    let body = html! {
        div.library {
            header {
                h1 { (words.library_wishes()) }
                p.lead { (words.library_wishes_lead()) }
            }
            @if shown.has_offered { (notice(Tone::Calm, &html! { p { (words.library_has_helped()) } })) }
            @if shown.wishes.is_empty() { p { (words.library_wishes_none()) } }
            ul.library-lines { @for wish in shown.wishes { (line(visitor, shown, wish)) } }
            (form(visitor, shown))
        }
    };
    visitor.page(&words.library_wishes(), None, &super::to_library(visitor), body)
}

fn line(visitor: &Visitor, shown: &Wishing<'_>, wish: &Wish) -> Markup {
    let words = visitor.words();
    let here = format!("/library/wishes/{}", wish.id);
    html! {
        li {
            h2 { (words.library_wish_about(wish.text.as_str())) }
            p.small { (words.library_from(wish.name.as_str(), wish.programme.as_str())) }
            @if wish.person_id == *shown.person {
                form method="post" action={ (here) "/closure" } {
                    button.button.quiet type="submit" { (words.library_wish_close()) }
                }
            } @else {
                form method="post" action={ (here) "/offers" } {
                    button.button.quiet type="submit" { (words.library_wish_help()) }
                    p.small { (words.library_wish_help_note(wish.name.as_str())) }
                }
            }
        }
    }
}

fn form(visitor: &Visitor, shown: &Wishing<'_>) -> Markup {
    let words = visitor.words();
    let (label, hint, place) = (
        words.library_wish(),
        words.library_wish_hint(),
        words.library_wish_place(),
    );
    let field = |name, label, hint| Field {
        name,
        label,
        hint,
        value: shown.posted.text(name),
        problem: shown.problems.of(name),
    };
    let places: Vec<Choice> = shown
        .places
        .iter()
        .map(|place| Choice {
            value: place.id.0.clone(),
            label: place.name.clone(),
        })
        .collect();
    html! {
        @if !places.is_empty() {
            form.planning-form method="post" action="/library/wishes" {
                (hidden("form-key", shown.posted.text("form-key")))
                (text_field(&field("about", &label, &hint), LINE))
                (choice_field(&field("programme", &place, ""), &places))
                div { (button(&words.library_wish_send())) }
            }
        }
    }
}
