//! Fields of a form in the room: a scale to press, a list to choose from, a line to write on.

use std::collections::BTreeMap;

use maud::{Markup, html};
use session::ids::{InputNo, Seat};
use session::model::{FormField, FormFieldKind};
use ui::locale;

use super::Scene;
use crate::web::Posted;

/// One question with its field. What somebody typed before stands in it again.
pub(super) fn form_field(scene: &Scene<'_>, form: &str, field: &FormField, typed: Option<&Posted>) -> Markup {
    let words = scene.words();
    let this = Field {
        id: format!("{form}-{}", field.id),
        name: format!("field-{}", field.id),
        label: field.label.get(scene.visitor.speech()),
        value: typed.map_or("", |typed| typed.text(&format!("field-{}", field.id))),
    };
    match field.kind {
        FormFieldKind::YesNo => this.buttons(
            &[
                ("yes".to_owned(), words.room_yes()),
                ("no".to_owned(), words.room_no()),
            ],
            None,
        ),
        FormFieldKind::Scale5 => this.buttons(
            &numbers(1, 5),
            Some((&words.room_scale_least(), &words.room_scale_most())),
        ),
        FormFieldKind::Grade10 => this.buttons(&numbers(0, 10), None),
        FormFieldKind::Person => this.list(&people(scene), &words.room_choose()),
        FormFieldKind::Date => this.line("date"),
        FormFieldKind::Number => this.line("number"),
        FormFieldKind::Text => this.text(),
    }
}

fn numbers(from: u8, to: u8) -> Vec<(String, String)> {
    (from..=to)
        .map(|number| (number.to_string(), number.to_string()))
        .collect()
}

/// The engine knows people by their seats.
fn people(scene: &Scene<'_>) -> Vec<(String, String)> {
    let people = scene.view.circle.iter();
    people
        .map(|person| (person.seat.0.to_string(), scene.name(person.seat)))
        .collect()
}

struct Field<'f> {
    id: String,
    name: String,
    label: &'f str,
    value: &'f str,
}

impl Field<'_> {
    /// A row of buttons of which one can be pressed; `ends` says what the first and the last mean.
    fn buttons(&self, choices: &[(String, String)], ends: Option<(&str, &str)>) -> Markup {
        html! {
            fieldset.scale {
                legend { (self.label) }
                div.scale-row {
                    @for (value, label) in choices {
                        label.scale-choice for={ (self.id) "-" (value) } {
                            input type="radio" id={ (self.id) "-" (value) } name=(self.name) value=(value) checked[value == self.value] data-keep="";
                            span { (label) }
                        }
                    }
                }
                @if let Some((least, most)) = ends {
                    p.hint.scale-ends { span { (least) } span { (most) } }
                }
            }
        }
    }

    fn list(&self, choices: &[(String, String)], first: &str) -> Markup {
        self.under_label(&html! {
            select id=(self.id) name=(self.name) data-keep="" {
                option value="" { (first) }
                @for (value, label) in choices {
                    option value=(value) selected[value == self.value] { (label) }
                }
            }
        })
    }

    fn line(&self, kind: &str) -> Markup {
        self.under_label(&html! {
            input type=(kind) id=(self.id) name=(self.name) value=(self.value) data-keep="";
        })
    }

    fn text(&self) -> Markup {
        self.under_label(&html! {
            textarea id=(self.id) name=(self.name) rows="2" maxlength="4000" data-keep="" { (self.value) }
        })
    }

    fn under_label(&self, field: &Markup) -> Markup {
        html! {
            div.field {
                label for=(self.id) { (self.label) }
                (field)
            }
        }
    }
}

/// The answers on a card, as a reader wants them.
pub(super) fn answers_in_words(
    scene: &Scene<'_>,
    input: InputNo,
    answers: &BTreeMap<String, String>,
) -> Markup {
    let fields = scene.state.input(input).map_or(&[][..], |input| &input.fields);
    answered(scene, fields, answers)
}

/// Answers under their questions.
pub(in crate::room::views) fn answered(
    scene: &Scene<'_>,
    fields: &[FormField],
    answers: &BTreeMap<String, String>,
) -> Markup {
    html! {
        @for field in fields {
            @if let Some(answer) = answers.get(&field.id) {
                p.room-text dir="auto" {
                    span.small { (field.label.get(scene.visitor.speech())) } " " (in_words(scene, field.kind, answer))
                }
            }
        }
    }
}

fn in_words(scene: &Scene<'_>, kind: FormFieldKind, answer: &str) -> String {
    let words = scene.words();
    match (kind, answer) {
        (FormFieldKind::YesNo, "yes") => words.room_yes(),
        (FormFieldKind::YesNo, "no") => words.room_no(),
        (FormFieldKind::Person, seat) => {
            let seat = seat.parse().ok().map(Seat);
            seat.map_or_else(|| answer.to_owned(), |seat| scene.name(seat))
        }
        (FormFieldKind::Date, day) => {
            let noon = locale::noon(day);
            noon.map_or_else(
                || answer.to_owned(),
                |noon| locale::date(scene.visitor.language, noon),
            )
        }
        _ => answer.to_owned(),
    }
}
