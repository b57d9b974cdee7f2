//! The organiser's page of enrolment: the frame, and the questions in their order.

use maud::{Markup, html};
use ui::{
    Choice, Field, Problems, Tone, check_field, choice_field, date_field, hidden, notice, number_field,
    radio_field,
};

use super::fields::condition;
use super::question::kind;
use crate::enrolment::Enrolment;
use crate::enrolment::questions::{Kind, Question};
use crate::enrolment::writing::{HOURS, ROOM};
use crate::programmes::{self, Programme};
use crate::web::{Html, Posted, Visitor};
use crate::words::Words;

/// Everything the page shows.
pub(in crate::enrolment) struct Builder<'a> {
    pub(in crate::enrolment) programme: &'a Programme,
    pub(in crate::enrolment) enrolment: &'a Enrolment,
    pub(in crate::enrolment) posted: &'a Posted,
    pub(in crate::enrolment) problems: &'a Problems,
    /// Somebody else was first.
    pub(in crate::enrolment) is_late: bool,
}

impl<'a> Builder<'a> {
    pub(in crate::enrolment) fn new(
        programme: &'a Programme,
        enrolment: &'a Enrolment,
        posted: &'a Posted,
    ) -> Self {
        static NONE: std::sync::LazyLock<Problems> = std::sync::LazyLock::new(Problems::none);
        Self {
            programme,
            enrolment,
            posted,
            problems: &NONE,
            is_late: false,
        }
    }

    fn field<'f>(&'f self, name: &'f str, label: &'f str, hint: &'f str) -> Field<'f> {
        Field {
            name,
            label,
            hint,
            value: self.posted.text(name),
            problem: self.problems.of(name),
        }
    }
}

/// Somebody else was first, and what is typed is still there.
pub(super) fn late(words: &Words, is_late: bool) -> Markup {
    html! { @if is_late { (notice(Tone::Warning, &html! { p { (words.enrolment_meanwhile()) } })) } }
}

pub(in crate::enrolment) fn builder(visitor: &Visitor, builder: &Builder<'_>) -> Html {
    let (words, programme) = (visitor.words(), builder.programme);
    let here = format!("/programmes/{}/enrolment", programme.id);
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                h1 { (words.programmes_enrolment()) }
                p.lead { (words.enrolment_builder_lead()) }
            }
            @if !builder.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
            (late(words, builder.is_late))
            form.planning-form method="post" action=(here) {
                (hidden("version", &builder.enrolment.version.to_string()))
                (frame(visitor, builder))
                div { button.button type="submit" { (words.forms_save()) } }
            }
            section #questions aria-labelledby="questions-title" {
                h2 #questions-title { (words.enrolment_form()) }
                p { (words.enrolment_form_text()) " " a href={ (here) "/preview" } { (words.enrolment_preview()) } }
                (questions(visitor, builder, &here))
                (add(words, &here))
            }
        }
    };
    visitor.page(
        &words.programmes_enrolment(),
        None,
        &programmes::trail(visitor, programme),
        body,
    )
}

fn frame(visitor: &Visitor, builder: &Builder<'_>) -> Markup {
    let words = visitor.words();
    let choice = |value: &str, label| Choice {
        value: value.to_owned(),
        label,
    };
    let waiting = [
        choice("promote", words.enrolment_promote()),
        choice("offer", words.enrolment_offer()),
    ];
    let (enrols, until, room) = (
        words.enrolment_enrols(),
        words.enrolment_until(),
        words.enrolment_room(),
    );
    let (manner, hours) = (words.enrolment_manner(), words.enrolment_hours());
    let (no_limit, no_end, hint) = (
        words.enrolment_room_hint(),
        words.enrolment_until_hint(),
        words.enrolment_enrols_hint(),
    );
    html! {
        fieldset {
            legend { (words.enrolment_places()) }
            (check_field(&builder.field("enrols", &enrols, &hint)))
            div.field-row {
                (date_field(&builder.field("until", &until, &no_end)))
                (number_field(&builder.field("capacity", &room, &no_limit), narrow(ROOM.0), narrow(ROOM.1)))
            }
            (radio_field(&builder.field("waiting", &manner, ""), &waiting))
            (number_field(&builder.field("hours", &hours, ""), narrow(HOURS.0), narrow(HOURS.1)))
        }
    }
}

fn narrow(bound: i64) -> u32 {
    u32::try_from(bound).unwrap_or(u32::MAX)
}

fn questions(visitor: &Visitor, builder: &Builder<'_>, here: &str) -> Markup {
    let words = visitor.words();
    let form = &builder.enrolment.form;
    html! {
        ol.question-lines {
            li.question-fixed { span { (words.enrolment_name()) ", " (words.enrolment_mail()) } span.small { (words.enrolment_fixed()) } }
            @for question in &form.0 {
                li #{ "q-" (question.id) } {
                    div {
                        a href={ (here) "/questions/" (question.id) } lang="nl" { (question.nl) }
                        span.small {
                            (kind(words, question.kind))
                            @if !question.required { " · " (words.enrolment_may_skip()) }
                            @if !question.when.is_empty() { " · " (condition(visitor, form, question)) }
                        }
                    }
                    (moves(words, builder, question, here))
                }
            }
        }
    }
}

fn moves(words: &Words, builder: &Builder<'_>, question: &Question, here: &str) -> Markup {
    let form = &builder.enrolment.form;
    let version = builder.enrolment.version.to_string();
    let button = |up: bool, sign: &str, label: String| {
        html! {
            button.button.quiet.tight type="submit" name="do" value=(if up { "up" } else { "down" })
                disabled[!form.can_move(&question.id, up)] {
                span aria-hidden="true" { (sign) }
                span.visually-hidden { (label) ": " (question.nl) }
            }
        }
    };
    html! {
        form.moves method="post" action={ (here) "/questions/" (question.id) "/position" } {
            (hidden("version", &version))
            (button(true, "↑", words.enrolment_up()))
            (button(false, "↓", words.enrolment_down()))
        }
    }
}

/// Choosing the kind of a new question leads to its page.
fn add(words: &Words, here: &str) -> Markup {
    let kinds: Vec<Choice> = Kind::ALL
        .into_iter()
        .map(|one| Choice {
            value: one.word().to_owned(),
            label: kind(words, one),
        })
        .collect();
    let label = words.enrolment_new_kind();
    let field = Field {
        name: "kind",
        label: &label,
        hint: "",
        value: "",
        problem: None,
    };
    html! {
        form.add-line method="get" action={ (here) "/questions/new" } {
            (choice_field(&field, &kinds))
            button.button.quiet type="submit" { (words.enrolment_add()) }
        }
    }
}
