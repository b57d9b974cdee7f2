//! What I may write in this step: one form for each input.

use maud::{Markup, html};
use session::Text;
use session::ids::VisitNo;
use session::model::{Board, BoardKind, FormField, FormFieldKind, InputKind, Mode};
use session::view::InputView;
use ui::{Icon, icon};

use super::{Scene, Told};
use crate::methods::labels;
use crate::room::form::Posted;

/// Every input that is open for me, and how many entries are in.
pub(super) fn writing(scene: &Scene<'_>) -> Markup {
    let Some(step) = scene
        .view
        .step
        .as_ref()
        .filter(|_| scene.is_open() && scene.is_running())
    else {
        return html! {};
    };
    html! {
        @for input in scene.view.inputs.iter().filter(|input| input.open) {
            (one(scene, input, step.visit))
        }
        @for input in scene.view.inputs.iter().filter(|input| !input.open && input.used > 0) {
            p.room-full id={ "full-" (input.no.0) } {
                (icon(Icon::Check)) (scene.words().room_entry_in(scene.say(input.label)))
            }
        }
    }
}

fn one(scene: &Scene<'_>, input: &InputView<'_>, visit: VisitNo) -> Markup {
    let words = scene.words();
    // One id for each entry: after sending, a new and empty form takes the place of the old one.
    let id = format!("form-add-{}-{}-{}", input.no.0, visit.0, input.used);
    let typed = match scene.told {
        Told::Refused(_, posted) => posted.typed_for(input.no, visit),
        Told::Nothing => None,
    };
    let values = [("input", input.no.0.to_string()), ("visit", visit.0.to_string())];
    let body = html! {
        h2 { (scene.say(input.label)) }
        @match input.kind {
            InputKind::Form | InputKind::Action | InputKind::Idea if !input.fields.is_empty() => {
                @for field in input.fields { (form_field(scene, &id, field, typed)) }
            }
            _ => (text(scene, &id, input, typed)),
        }
        (spot(scene, &id, input))
        div.room-send {
            button.button type="submit" { (words.room_send()) }
            p.small { (icon(eye(input.mode))) (words.room_sees(labels::sees(words, input.mode))) }
        }
    };
    scene.form(&id, "add", &values, &body)
}

const fn eye(mode: Mode) -> Icon {
    match mode {
        Mode::Private | Mode::Owner | Mode::Facilitator => Icon::Lock,
        Mode::Blind | Mode::Survey => Icon::Hidden,
        Mode::Group | Mode::Anonymous => Icon::Eye,
    }
}

fn text(scene: &Scene<'_>, id: &str, input: &InputView<'_>, typed: Option<&Posted>) -> Markup {
    let field = format!("{id}-text");
    let hint = limits(scene, input);
    html! {
        div.field {
            label.visually-hidden for=(field) { (scene.say(input.label)) }
            @if !hint.is_empty() { p.hint id={ (field) "-hint" } { (hint) } }
            textarea id=(field) name="text" rows="3" maxlength="4000" data-keep=""
                placeholder=[input.starter.map(|starter| scene.say(starter))]
                aria-describedby=[(!hint.is_empty()).then(|| format!("{field}-hint"))] {
                (typed.map_or("", |typed| typed.text("text")))
            }
        }
    }
}

/// "hooguit 30 woorden, één zin".
fn limits(scene: &Scene<'_>, input: &InputView<'_>) -> String {
    let words = scene.words();
    let limits = [
        input
            .starter
            .map(|starter| words.room_starter(scene.say(starter))),
        input.max_words.map(|most| words.room_most_words(most)),
        input.max_sentences.map(|most| words.room_most_sentences(most)),
        input
            .max
            .filter(|max| *max > 1)
            .map(|max| words.room_entries(max, input.used)),
    ];
    limits.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn form_field(scene: &Scene<'_>, form: &str, field: &FormField, typed: Option<&Posted>) -> Markup {
    let words = scene.words();
    let (id, name) = (format!("{form}-{}", field.id), format!("field-{}", field.id));
    let value = typed.map_or("", |typed| typed.text(&name));
    let label = text_of(scene, &field.label);
    let select = |choices: &[(String, String)]| {
        html! {
            select id=(id) name=(name) data-keep="" {
                option value="" { (words.room_choose()) }
                @for (value_of, label) in choices {
                    option value=(value_of) selected[value_of == value] { (label) }
                }
            }
        }
    };
    let numbers = |from: u8, to: u8| -> Vec<(String, String)> {
        (from..=to)
            .map(|number| (number.to_string(), number.to_string()))
            .collect()
    };
    html! {
        div.field {
            label for=(id) { (label) }
            @match field.kind {
                FormFieldKind::YesNo => (select(&[
                    ("yes".to_owned(), words.room_yes()),
                    ("no".to_owned(), words.room_no()),
                ])),
                FormFieldKind::Scale5 => (select(&numbers(1, 5))),
                FormFieldKind::Grade10 => (select(&numbers(0, 10))),
                FormFieldKind::Person => (select(&people(scene))),
                FormFieldKind::Date => input type="date" id=(id) name=(name) value=(value) data-keep="";,
                FormFieldKind::Number => input type="number" id=(id) name=(name) value=(value) data-keep="";,
                FormFieldKind::Text => {
                    textarea id=(id) name=(name) rows="2" maxlength="4000" data-keep="" { (value) }
                }
            }
        }
    }
}

fn people(scene: &Scene<'_>) -> Vec<(String, String)> {
    let people = scene.view.circle.iter();
    people
        .map(|person| (scene.name(person.seat), scene.name(person.seat)))
        .collect()
}

fn text_of<'a>(scene: &Scene<'a>, text: &'a Text) -> &'a str {
    text.get(scene.visitor.speech())
}

/// Where a card shall lie, from a menu.
fn spot(scene: &Scene<'_>, form: &str, input: &InputView<'_>) -> Markup {
    let words = scene.words();
    let board = scene
        .view
        .boards
        .iter()
        .find(|board| input.board == Some(board.id.as_str()));
    let Some(board) = board else { return html! {} };
    html! {
        @match (input.column, is_scale(board)) {
            (Some(column), _) => (ui::hidden("column", column)),
            (None, true) => {
                @let (first, last) = (board.columns.first(), board.columns.last());
                @if let (Some(first), Some(last)) = (first, last) {
                    (ui::hidden("column", &first.id))
                    div.field {
                        label for={ (form) "-position" } {
                            (words.room_position(scene.say(&first.label), scene.say(&last.label)))
                        }
                        input type="range" id={ (form) "-position" } name="position" min="0" max="100" value="50";
                    }
                }
            }
            (None, false) => {
                div.field {
                    label for={ (form) "-column" } { (scene.say(&board.label)) }
                    select id={ (form) "-column" } name="column" {
                        @for column in &board.columns { option value=(column.id) { (scene.say(&column.label)) } }
                    }
                }
            }
        }
        @if board.kind == BoardKind::Table {
            div.field {
                label for={ (form) "-row" } { (words.room_row()) }
                input type="text" id={ (form) "-row" } name="row" maxlength="200";
            }
        }
    }
}

fn is_scale(board: &Board) -> bool {
    board.kind == BoardKind::Scale
}
