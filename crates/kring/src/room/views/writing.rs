//! What I may write in this step: one form for each input.

use maud::{Markup, html};
use session::ids::VisitNo;
use session::model::{Board, BoardKind, InputKind, Mode};
use session::view::InputView;
use ui::{Icon, icon};

use super::boards::rows;
use super::fields::form_field;
use super::{Scene, Told};
use crate::methods::labels;
use crate::web::Posted;

/// Every input that is open for me, how many entries are in, and whether I am ready.
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
        (ready(scene))
        (super::typing::typing(scene, step.visit))
    }
}

/// Ready or not yet: for whoever the step waits for.
fn ready(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let Some(you) = &scene.view.you else {
        return html! {};
    };
    let is_awaited = scene
        .state
        .now_visit()
        .is_some_and(|visit| scene.state.awaited(visit).contains(&you.seat));
    html! {
        @if is_awaited && scene.view.ready.waits_for > 0 {
            div.room-buttons.room-ready id="ready" {
                @if you.ready {
                    p.room-voice { (icon(Icon::Check)) (words.room_you_are_ready()) }
                    (scene.action("form-not-ready", "not-ready", &[], &words.room_not_ready()))
                } @else {
                    (scene.action("form-ready", "ready", &[], &words.room_ready()))
                }
            }
        }
    }
}

/// Where entries are counted each has a form of its own: after sending, an empty one that counts on takes the place of the old one.
/// Where as many as you like are asked the form stays, and the page empties it when its text is stored.
fn form_id(input: &InputView<'_>, visit: VisitNo) -> String {
    let (no, visit) = (input.no.0, visit.0);
    match input.max {
        Some(_) => format!("form-add-{no}-{visit}-{}", input.used),
        None => format!("form-add-{no}-{visit}"),
    }
}

fn one(scene: &Scene<'_>, input: &InputView<'_>, visit: VisitNo) -> Markup {
    let words = scene.words();
    let id = form_id(input, visit);
    let typed = match scene.told {
        Told::Refused(_, posted) => posted
            .typed_for(input.no, visit)
            .filter(|typed| typed.text("for").is_empty()),
        Told::Nothing => None,
    };
    let values = [("input", input.no.0.to_string()), ("visit", visit.0.to_string())];
    let body = html! {
        h2 { (scene.say(input.label)) }
        @if input.mode == Mode::Survey { p.hint { (words.room_survey()) } }
        (answer(scene, &id, input, typed))
        div.room-send {
            button.button type="submit" { (words.room_send()) }
            p.small { (icon(eye(input.mode))) (words.room_sees(labels::sees(words, input.mode))) }
        }
    };
    scene.form(&id, "add", &values, &body)
}

/// The fields of an input, and where it shall lie.
pub(super) fn answer(scene: &Scene<'_>, id: &str, input: &InputView<'_>, typed: Option<&Posted>) -> Markup {
    html! {
        @match input.kind {
            InputKind::Form | InputKind::Action | InputKind::Idea if !input.fields.is_empty() => {
                @for field in input.fields { (form_field(scene, id, field, typed)) }
            }
            _ => (text(scene, id, input, typed)),
        }
        (spot(scene, id, input))
    }
}

pub(super) const fn eye(mode: Mode) -> Icon {
    match mode {
        Mode::Private | Mode::Owner | Mode::Facilitator => Icon::Lock,
        Mode::Blind | Mode::Survey => Icon::Hidden,
        Mode::Group | Mode::Anonymous => Icon::Eye,
    }
}

fn text(scene: &Scene<'_>, id: &str, input: &InputView<'_>, typed: Option<&Posted>) -> Markup {
    let words = scene.words();
    let field = format!("{id}-text");
    let begins = input.starter.map(|starter| beginning(scene.say(starter)));
    let value = typed.map_or_else(
        || begins.clone().unwrap_or_default(),
        |typed| typed.text("text").to_owned(),
    );
    let limits = input.max_words.is_some() || input.max_sentences.is_some();
    html! {
        div.field {
            label.visually-hidden for=(field) { (scene.say(input.label)) }
            textarea id=(field) name="text" rows="3" maxlength="4000" data-keep=""
                data-begins=[begins.as_deref()] data-at-end[input.send_at_end]
                data-most-words=[input.max_words] data-most-sentences=[input.max_sentences]
                aria-describedby=[limits.then(|| format!("{field}-limits"))] {
                (value)
            }
            @if limits {
                p.hint.room-limits id={ (field) "-limits" } {
                    @if let Some(most) = input.max_words {
                        span data-count="words" { strong { (count(&value)) } " " (words.room_of_words(most)) }
                    }
                    @if let Some(most) = input.max_sentences {
                        span data-count="sentences" { strong hidden {} " " (words.room_most_sentences(most)) }
                    }
                    span.room-too-long role="status" data-too-long=(words.room_too_long()) {}
                }
            }
            @if let Some(max) = input.max.filter(|max| *max > 1) {
                p.hint { (words.room_entries(input.used, max)) }
            }
        }
    }
}

/// How a sentence begins, ready to be typed on. Where more than its end is open it stands there whole.
fn beginning(starter: &str) -> String {
    match starter.strip_suffix('…').map(str::trim_end) {
        Some(begin) if !begin.contains('…') => format!("{begin} "),
        _ => starter.to_owned(),
    }
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
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
        @if board.kind == BoardKind::Table { (rows(scene, form, board, "")) }
    }
}

fn is_scale(board: &Board) -> bool {
    board.kind == BoardKind::Scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_was_begun_can_be_typed_on() {
        assert_eq!(beginning("De centrale vraag is …"), "De centrale vraag is ");
        assert_eq!(beginning("Ik zou …, omdat …"), "Ik zou …, omdat …");
    }
}
