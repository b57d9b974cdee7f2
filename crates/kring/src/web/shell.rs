//! The shell around every page: the way home, language and theme.

use maud::{Markup, html};
use ui::{Crumb, Icon, Language, Page, Theme, breadcrumbs, hidden, icon};

use super::{Visitor, asset};
use crate::words::Words;

/// A page in its shell.
pub(super) fn page(
    visitor: &Visitor,
    title: &str,
    description: Option<&str>,
    trail: &[Crumb],
    body: Markup,
) -> Markup {
    let words = visitor.words();
    Page {
        language: visitor.language,
        theme: visitor.theme,
        title: title.to_owned(),
        description: description.map(ToOwned::to_owned),
        styles: vec![asset("kring.css").to_owned()],
        scripts: vec![asset("print.js").to_owned()],
        favicon: asset("kring.svg").to_owned(),
        skip: words.shell_skip(),
        header: header(visitor),
        trail: html! { @if !trail.is_empty() { (breadcrumbs(&words.shell_trail(), trail, title)) } },
        body,
        footer: footer(visitor),
    }
    .render()
}

fn header(visitor: &Visitor) -> Markup {
    let words = visitor.words();
    html! {
        a.brand href="/" {
            (mark())
            span { "Kring" }
        }
        nav.site aria-label=(words.shell_navigation()) {
            a href="/" { (words.shell_methods()) }
            @if visitor.person.is_some() { a href="/my" { (words.shell_my()) } }
        }
        @match &visitor.person {
            Some(signed_in) => {
                form.choice method="post" action="/sign-out" {
                    a.choice-label href="/my/profile" {
                        (signed_in.name)
                        span.visually-hidden { ": " (words.shell_profile()) }
                    }
                    button { (words.shell_sign_out()) }
                }
            }
            None => a.sign-in href="/sign-in" { (words.shell_sign_in()) },
        }
        form.choice method="post" action="/language" {
            (hidden("back", &visitor.here))
            @for language in Language::ALL {
                button name="language" value=(language.code()) lang=(language.code())
                    aria-pressed=(language == visitor.language) title=(language.own_name()) {
                    (language.code().to_uppercase())
                    span.visually-hidden { " " (language.own_name()) }
                }
            }
        }
    }
}

fn footer(visitor: &Visitor) -> Markup {
    let words = visitor.words();
    html! {
        p { (words.shell_promise()) }
        form.choice method="post" action="/theme" {
            (hidden("back", &visitor.here))
            span.choice-label { (words.shell_theme()) }
            @for theme in Theme::ALL {
                button name="theme" value=(theme.code()) aria-pressed=(theme == visitor.theme) {
                    (theme_name(words, theme))
                }
            }
        }
    }
}

fn theme_name(words: &Words, theme: Theme) -> String {
    match theme {
        Theme::Auto => words.shell_theme_auto(),
        Theme::Light => words.shell_theme_light(),
        Theme::Dark => words.shell_theme_dark(),
    }
}

/// The mark of Kring: seats around a ring, one of them lit.
fn mark() -> Markup {
    html! {
        svg.brand-mark viewBox="-12 -12 24 24" aria-hidden="true" focusable="false" {
            circle.brand-ring r="7.6" {}
            circle.brand-lit cy="-7.6" r="3.4" {}
            circle.brand-seat cx="7.2" cy="-2.3" r="2.1" {}
            circle.brand-seat cx="4.5" cy="6.1" r="2.1" {}
            circle.brand-seat cx="-4.5" cy="6.1" r="2.1" {}
            circle.brand-seat cx="-7.2" cy="-2.3" r="2.1" {}
        }
    }
}

/// A print button. Printing needs script, so the button stays hidden without it.
pub(crate) fn print_button(label: &str) -> Markup {
    html! {
        print-button {
            button.button.quiet type="button" hidden { (icon(Icon::Printer)) (label) }
        }
    }
}
