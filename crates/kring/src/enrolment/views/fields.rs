//! The questions of a form as fields.

use maud::{Markup, html};
use ui::{
    Choice, Field, Problems, boxes_field, check_field, choice_field, date_field, long_field, mail_field,
    number_field, radio_field, text_field,
};

use crate::enrolment::answers::{register_field, ticked};
use crate::enrolment::form::Form;
use crate::enrolment::questions::{AGREED, Kind, Question};
use crate::people::views::{half_days_field, register_choices};
use crate::web::{LINE, Posted, TEXT, Visitor};

/// A form with what was typed in it.
pub(in crate::enrolment) struct Sheet<'a> {
    pub(super) form: &'a Form,
    pub(super) posted: &'a Posted,
    pub(super) problems: &'a Problems,
}

impl<'a> Sheet<'a> {
    pub(in crate::enrolment) const fn new(
        form: &'a Form,
        posted: &'a Posted,
        problems: &'a Problems,
    ) -> Self {
        Self {
            form,
            posted,
            problems,
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

/// Who applies: asked on every form.
pub(super) fn who(visitor: &Visitor, sheet: &Sheet<'_>) -> Markup {
    let words = visitor.words();
    html! {
        (text_field(&sheet.field("name", &words.enrolment_name(), &words.enrolment_name_hint()), LINE))
        (mail_field(&sheet.field("mail", &words.enrolment_mail(), &words.enrolment_mail_hint())))
    }
}

/// All questions. Those that depend on an earlier answer say so in words; with script they come and go.
pub(super) fn questions(visitor: &Visitor, sheet: &Sheet<'_>) -> Markup {
    html! { @for question in &sheet.form.0 { (framed(visitor, sheet, question)) } }
}

fn framed(visitor: &Visitor, sheet: &Sheet<'_>, question: &Question) -> Markup {
    if question.when.is_empty() {
        return asked(visitor, sheet, question);
    }
    html! {
        div.question-after data-when=(conditions(question)) {
            p.condition.small { (condition(visitor, sheet.form, question)) }
            (asked(visitor, sheet, question))
        }
    }
}

/// The conditions for the script: pairs of a field and a value, any of which will do.
fn conditions(question: &Question) -> String {
    let pairs = question
        .when
        .iter()
        .map(|when| [format!("q-{}", when.question), when.answer.clone()]);
    let pairs: serde_json::Value = pairs.map(|pair| serde_json::Value::from(pair.to_vec())).collect();
    pairs.to_string()
}

/// After which answers a question is asked, in words.
pub(super) fn condition(visitor: &Visitor, form: &Form, question: &Question) -> String {
    let words = visitor.words();
    let told = question.when.iter().filter_map(|when| {
        let earlier = form.find(&when.question)?;
        let label = earlier.label(visitor.language);
        if when.answer == AGREED && earlier.kind == Kind::Consent {
            return Some(words.enrolment_after_agreed(label));
        }
        let reply = earlier.options.iter().find(|reply| reply.nl == when.answer)?;
        Some(words.enrolment_after(label, reply.label(visitor.language)))
    });
    let told: Vec<String> = told.collect();
    words.enrolment_only(ui::locale::or_list(visitor.language, &told))
}

fn asked(visitor: &Visitor, sheet: &Sheet<'_>, question: &Question) -> Markup {
    let words = visitor.words();
    let name = question.field();
    let hint = question.help(visitor.language).to_owned();
    let label = match (question.required, question.kind) {
        (false, kind) if kind != Kind::Consent => words.enrolment_optional(question.label(visitor.language)),
        _ => question.label(visitor.language).to_owned(),
    };
    let field = sheet.field(&name, &label, &hint);
    match question.kind {
        Kind::Line => text_field(&field, LINE),
        Kind::Organisation => html! {
            (text_field(&field, LINE))
        },
        Kind::Text => long_field(&field, 5, TEXT),
        Kind::Number => number(&field, question),
        Kind::Day => date_field(&field),
        Kind::Consent => check_field(&field),
        Kind::Choice => radio_field(&field, &replies(visitor, question)),
        Kind::Several => boxes_field(
            &field,
            &replies(visitor, question),
            &ticked(sheet.posted, question),
        ),
        Kind::HalfDays => half_days_field(words, &field, &ticked(sheet.posted, question)),
        Kind::Register => register(visitor, sheet, &field, question),
    }
}

fn number(field: &Field<'_>, question: &Question) -> Markup {
    let bound = |number: Option<i64>, other: u32| {
        number
            .and_then(|number| u32::try_from(number).ok())
            .unwrap_or(other)
    };
    // A browser that is told a smallest number of 0 would refuse a negative one that the form allows.
    if question.least.is_some_and(|least| least < 0) {
        return text_field(field, LINE);
    }
    number_field(field, bound(question.least, 0), bound(question.most, 1_000_000))
}

fn replies(visitor: &Visitor, question: &Question) -> Vec<Choice> {
    let choice = |reply: &crate::enrolment::questions::Reply| Choice {
        value: reply.nl.clone(),
        label: reply.label(visitor.language).to_owned(),
    };
    question.options.iter().map(choice).collect()
}

/// A number, and the register it stands in unless the form asks for only one.
fn register(visitor: &Visitor, sheet: &Sheet<'_>, field: &Field<'_>, question: &Question) -> Markup {
    let words = visitor.words();
    if let Some(register) = question
        .register
        .as_deref()
        .and_then(crate::people::registers::register)
    {
        let hint = if field.hint.is_empty() {
            register.name(visitor.language)
        } else {
            field.hint
        };
        return text_field(
            &Field {
                name: field.name,
                label: field.label,
                hint,
                value: field.value,
                problem: field.problem,
            },
            LINE,
        );
    }
    let (other, which, number) = (
        register_field(question),
        words.people_register(),
        words.people_number(),
    );
    html! {
        fieldset.field.options {
            legend { (field.label) }
            @if !field.hint.is_empty() { p.hint { (field.hint) } }
            div.field-row {
                (choice_field(&sheet.field(&other, &which, ""), &register_choices(visitor.language, words)))
                (text_field(&sheet.field(field.name, &number, ""), LINE))
            }
        }
    }
}
