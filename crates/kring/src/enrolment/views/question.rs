//! One question of a form, as its organiser writes it.

use maud::{Markup, html};
use ui::{
    Choice, Crumb, Field, Problems, Tone, check_field, choice_field, hidden, long_field, notice, text_field,
};

use super::builder::late;
use crate::enrolment::Enrolment;
use crate::enrolment::questions::{AGREED, Becomes, Kind, When};
use crate::enrolment::writing::{possible, when_field};
use crate::people::registers::registers;
use crate::programmes::{self, Programme};
use crate::web::{Html, LINE, Posted, TEXT, Visitor};
use crate::words::Words;

/// Everything the page shows.
#[derive(Clone)]
pub(in crate::enrolment) struct Writing<'a> {
    pub(in crate::enrolment) programme: &'a Programme,
    pub(in crate::enrolment) enrolment: &'a Enrolment,
    pub(in crate::enrolment) id: &'a str,
    pub(in crate::enrolment) posted: &'a Posted,
    pub(in crate::enrolment) problems: &'a Problems,
    /// Somebody else was first.
    pub(in crate::enrolment) is_late: bool,
}

impl<'a> Writing<'a> {
    pub(in crate::enrolment) fn new(
        programme: &'a Programme,
        enrolment: &'a Enrolment,
        id: &'a str,
        posted: &'a Posted,
    ) -> Self {
        static NONE: std::sync::LazyLock<Problems> = std::sync::LazyLock::new(Problems::none);
        Self {
            programme,
            enrolment,
            id,
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

    fn kind(&self) -> Kind {
        Kind::from_word(self.posted.text("kind")).unwrap_or(Kind::Line)
    }
}

/// A kind of question, in words.
pub(super) fn kind(words: &Words, kind: Kind) -> String {
    match kind {
        Kind::Line => words.enrolment_kind_line(),
        Kind::Text => words.enrolment_kind_text(),
        Kind::Choice => words.enrolment_kind_choice(),
        Kind::Several => words.enrolment_kind_several(),
        Kind::Number => words.enrolment_kind_number(),
        Kind::Day => words.enrolment_kind_day(),
        Kind::Register => words.enrolment_kind_register(),
        Kind::Organisation => words.enrolment_kind_organisation(),
        Kind::Consent => words.enrolment_kind_consent(),
        Kind::HalfDays => words.enrolment_kind_half_days(),
    }
}

fn becomes(words: &Words, becomes: Becomes) -> String {
    match becomes {
        Becomes::Nothing => words.enrolment_becomes_nothing(),
        Becomes::Job => words.enrolment_becomes_job(),
        Becomes::Region => words.enrolment_becomes_region(),
        Becomes::WorksSince => words.enrolment_becomes_since(),
        Becomes::Wishes => words.enrolment_becomes_wishes(),
    }
}

pub(in crate::enrolment) fn question(visitor: &Visitor, writing: &Writing<'_>) -> Html {
    let (words, programme) = (visitor.words(), writing.programme);
    let here = format!("/programmes/{}/enrolment", programme.id);
    let title = kind(words, writing.kind());
    let is_known = writing.enrolment.form.find(writing.id).is_some();
    let version = writing.enrolment.version.to_string();
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                p.kicker { (words.enrolment_question()) }
                h1 { (title) }
            }
            @if !writing.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
            (late(words, writing.is_late))
            form.planning-form method="post" action={ (here) "/questions/" (writing.id) } {
                (hidden("version", &version))
                (hidden("kind", writing.kind().word()))
                (text(words, writing))
                (answers(visitor, writing))
                (when(visitor, writing))
                div.planning-buttons {
                    button.button type="submit" { (words.forms_save()) }
                    a.button.quiet href={ (here) "#questions" } { (words.forms_cancel()) }
                }
            }
            @if is_known {
                details.withdrawal {
                    summary { (words.enrolment_remove()) }
                    form method="post" action={ (here) "/questions/" (writing.id) "/removal" } {
                        (hidden("version", &version))
                        p { (words.enrolment_remove_text()) }
                        button.button.quiet type="submit" { (words.enrolment_remove()) }
                    }
                }
            }
        }
    };
    let mut trail = programmes::trail(visitor, programme);
    trail.push(Crumb {
        name: words.programmes_enrolment(),
        href: here.clone(),
    });
    visitor.page(&title, None, &trail, body)
}

fn text(words: &Words, writing: &Writing<'_>) -> Markup {
    let is_consent = writing.kind() == Kind::Consent;
    let label = if is_consent {
        words.enrolment_sentence()
    } else {
        words.enrolment_asked()
    };
    let (hint, required) = (words.enrolment_hint(), words.enrolment_required());
    let field = |name, label: &str| text_field(&writing.field(name, label, ""), LINE * 2);
    html! {
        fieldset {
            legend { (words.enrolment_legend_text()) }
            (field("nl", &label))
            (field("en", &words.programmes_english(label.as_str())))
            (field("hint", &hint))
            (field("hint_en", &words.programmes_english(hint.as_str())))
            (check_field(&writing.field("required", &required, "")))
        }
    }
}

/// What there is to say about the answer, for kinds where there is.
fn answers(visitor: &Visitor, writing: &Writing<'_>) -> Markup {
    let words = visitor.words();
    let kind = writing.kind();
    let fitting: Vec<Choice> = Becomes::ALL
        .into_iter()
        .filter(|one| one.fits(kind))
        .map(|one| Choice {
            value: one.word().to_owned(),
            label: becomes(words, one),
        })
        .collect();
    let (label, hint) = (words.enrolment_becomes(), words.enrolment_becomes_hint());
    let has_more = kind.has_choices() || matches!(kind, Kind::Number | Kind::Register) || fitting.len() > 1;
    html! {
        @if has_more {
            fieldset {
                legend { (words.enrolment_legend_answer()) }
                (specific(visitor, writing))
                @if fitting.len() > 1 { (choice_field(&writing.field("becomes", &label, &hint), &fitting)) }
            }
        }
    }
}

fn specific(visitor: &Visitor, writing: &Writing<'_>) -> Markup {
    let words = visitor.words();
    match writing.kind() {
        Kind::Choice | Kind::Several => {
            let (label, hint) = (words.enrolment_replies(), words.enrolment_replies_hint());
            let english = words.programmes_english(label.as_str());
            html! {
                (long_field(&writing.field("replies", &label, &hint), 5, TEXT))
                (long_field(&writing.field("replies_en", &english, &words.enrolment_replies_en_hint()), 5, TEXT))
            }
        }
        Kind::Number => {
            let (least, most) = (words.enrolment_least(), words.enrolment_most());
            html! {
                div.field-row {
                    (text_field(&writing.field("least", &least, ""), 8))
                    (text_field(&writing.field("most", &most, ""), 8))
                }
            }
        }
        Kind::Register => {
            let any = Choice {
                value: String::new(),
                label: words.enrolment_any_register(),
            };
            let known = registers().iter().map(|register| Choice {
                value: register.id.clone(),
                label: register.name(visitor.language).to_owned(),
            });
            let choices: Vec<Choice> = [any].into_iter().chain(known).collect();
            choice_field(&writing.field("register", &words.people_register(), ""), &choices)
        }
        _ => html! {},
    }
}

/// The earlier answers after which it is asked.
fn when(visitor: &Visitor, writing: &Writing<'_>) -> Markup {
    let words = visitor.words();
    let form = &writing.enrolment.form;
    let earlier = possible(form, writing.id);
    let label = |when: &When| {
        let question = form.find(&when.question)?;
        let is_consent = question.kind == Kind::Consent && when.answer == AGREED;
        let answer = if is_consent {
            words.enrolment_agreed()
        } else {
            when.answer.clone()
        };
        Some(words.enrolment_after(question.nl.as_str(), answer))
    };
    html! {
        @if !earlier.is_empty() {
            fieldset {
                legend { (words.enrolment_legend_when()) }
                p.small { (words.enrolment_when_text()) }
                @for (index, when) in earlier.iter().enumerate() {
                    @let name = when_field(index);
                    label.option for=(name) {
                        input type="checkbox" id=(name) name=(name) value="yes" checked[!writing.posted.text(&name).is_empty()];
                        span { (label(when).unwrap_or_default()) }
                    }
                }
            }
        }
    }
}
