//! The page on which one applies.

use maud::{Markup, html};
use ui::{Crumb, Tone, button_link, hidden, locale, notice};

use super::fields::{self, Sheet};
use crate::programmes::Programme;
use crate::web::{Html, Visitor, asset};

fn above(visitor: &Visitor, programme: &Programme) -> Vec<Crumb> {
    let front = programme.front();
    let crumb = front.map(|href| Crumb {
        name: programme.name_in(visitor.language).text.to_owned(),
        href,
    });
    crumb.into_iter().collect()
}

/// Where the script keeps what is typed.
fn draft(programme: &Programme) -> String {
    format!("kring/apply/{}", programme.id)
}

fn head(visitor: &Visitor, programme: &Programme, title: &str) -> Markup {
    let name = programme.name_in(visitor.language);
    html! {
        header {
            p.kicker lang=(name.language) { (name.text) }
            h1 { (title) }
        }
    }
}

pub(in crate::enrolment) fn apply(visitor: &Visitor, programme: &Programme, sheet: &Sheet<'_>) -> Html {
    let words = visitor.words();
    let title = words.enrolment_title();
    let until = programme.enrol_until.as_deref().and_then(locale::noon);
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            (head(visitor, programme, &title))
            @if !sheet.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
            p.lead {
                (words.enrolment_lead())
                @if let Some(until) = until { " " (words.programmes_apply_until(locale::date(visitor.language, until))) }
            }
            // What is typed stays in this tab until it is sent; without script the browser does what it does.
            enrolment-form data-draft=(draft(programme)) data-sent[!sheet.problems.is_empty()] {
                form.planning-form method="post" novalidate {
                    (hidden("key", sheet.posted.text("key")))
                    fieldset {
                        legend { (words.enrolment_who()) }
                        (fields::who(visitor, sheet))
                    }
                    @if !sheet.form.0.is_empty() {
                        fieldset {
                            legend { (words.enrolment_about()) }
                            (fields::questions(visitor, sheet))
                        }
                    }
                    p.small { (words.enrolment_privacy(&programme.organisation)) }
                    div { button.button type="submit" { (words.enrolment_send()) } }
                }
            }
            script type="module" src=(asset("apply.js")) {}
        }
    };
    visitor.page(&title, None, &above(visitor, programme), body)
}

/// The form as its organiser looks at it: nothing can be sent.
pub(in crate::enrolment) fn preview(visitor: &Visitor, programme: &Programme, sheet: &Sheet<'_>) -> Html {
    let words = visitor.words();
    let title = words.enrolment_preview();
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            (head(visitor, programme, &title))
            (notice(Tone::Calm, &html! {
                p { (words.enrolment_preview_text()) }
                p { a href={ "/programmes/" (programme.id) "/enrolment" } { (words.enrolment_preview_back()) } }
            }))
            enrolment-form {
                form.planning-form {
                    fieldset {
                        legend { (words.enrolment_who()) }
                        (fields::who(visitor, sheet))
                    }
                    @if !sheet.form.0.is_empty() {
                        fieldset {
                            legend { (words.enrolment_about()) }
                            (fields::questions(visitor, sheet))
                        }
                    }
                    p.small { (words.enrolment_privacy(&programme.organisation)) }
                    div { button.button type="button" disabled { (words.enrolment_send()) } }
                }
            }
            script type="module" src=(asset("apply.js")) {}
        }
    };
    visitor.page(&title, None, &crate::programmes::trail(visitor, programme), body)
}

pub(in crate::enrolment) fn closed(visitor: &Visitor, programme: &Programme) -> Html {
    let words = visitor.words();
    let title = words.programmes_apply_over();
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            (head(visitor, programme, &title))
            p { (words.enrolment_closed_text()) }
            @if let Some(front) = programme.front() { p { (button_link(&words.enrolment_to_programme(), &front)) } }
        }
    };
    visitor.page(&title, None, &above(visitor, programme), body)
}

pub(in crate::enrolment) fn applied(visitor: &Visitor, programme: &Programme) -> Html {
    let words = visitor.words();
    let title = words.enrolment_applied();
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            (head(visitor, programme, &title))
            p.lead { (words.enrolment_applied_text()) }
            ol.next-steps {
                li { (words.enrolment_applied_mail()) }
                li { (words.enrolment_applied_decision(&programme.organisation)) }
                li { (words.enrolment_applied_then()) }
            }
            p.small { (words.enrolment_applied_no_mail()) }
            enrolment-form data-draft=(draft(programme)) data-done {}
            script type="module" src=(asset("apply.js")) {}
            @if let Some(front) = programme.front() { p { a href=(front) { (words.enrolment_to_programme()) } } }
        }
    };
    visitor.page(&title, None, &above(visitor, programme), body)
}
