//! The menu with which a card moves.

use maud::{Markup, html};
use session::model::{Board, BoardKind};
use session::view::CardView;

use super::{board_of, label};
use crate::room::views::Scene;

/// Where a card may go; nothing for a card that stays where it is.
pub(in crate::room::views) fn to_move(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
    let words = scene.words();
    let Some(board) = board_of(scene, card).filter(|_| card.may_move && scene.is_open()) else {
        return html! {};
    };
    let form = format!("form-move-{}", card.card.0);
    let number = [("card", card.card.0.to_string())];
    html! {
        details.room-change.room-move {
            summary { (words.room_move()) }
            (scene.form(&form, "move", &number, &html! {
                @if board.kind == BoardKind::Scale { (position(scene, &form, board, card)) }
                @else { (column(scene, &form, board, card)) }
                @if board.kind == BoardKind::Table { (row(scene, &form, board, card)) }
                button.button.quiet type="submit" { (words.room_move()) }
            }))
        }
    }
}

/// One of the columns; the only one when the step fixes it.
fn column(scene: &Scene<'_>, form: &str, board: &Board, card: &CardView<'_>) -> Markup {
    let fixed = scene
        .state
        .input(card.input)
        .and_then(|input| input.column.as_deref());
    let now = card.spot.map(|spot| spot.column.as_str());
    html! {
        @if let Some(fixed) = fixed { (ui::hidden("column", fixed)) }
        @else {
            div.field {
                label for={ (form) "-column" } { (scene.words().room_move_to()) }
                select id={ (form) "-column" } name="column" {
                    @for column in &board.columns {
                        option value=(column.id) selected[now == Some(column.id.as_str())] { (label(scene, &column.label)) }
                    }
                }
            }
        }
    }
}

fn row(scene: &Scene<'_>, form: &str, board: &Board, card: &CardView<'_>) -> Markup {
    let now = card.spot.and_then(|spot| spot.row.as_deref()).unwrap_or_default();
    rows(scene, form, board, now)
}

/// A row by its name: one that is there already, or a new one.
pub(in crate::room::views) fn rows(scene: &Scene<'_>, form: &str, board: &Board, now: &str) -> Markup {
    let mut known: Vec<&str> = Vec::new();
    for card in scene
        .view
        .cards
        .iter()
        .filter(|card| board_of(scene, card).is_some_and(|other| other.id == board.id))
    {
        let row = card.spot.and_then(|spot| spot.row.as_deref());
        known.extend(row.filter(|row| !known.contains(row)));
    }
    html! {
        div.field {
            label for={ (form) "-row" } { (scene.words().room_row()) }
            input type="text" id={ (form) "-row" } name="row" maxlength="80" value=(now) list={ (form) "-rows" };
            datalist id={ (form) "-rows" } { @for row in known { option value=(row) {} } }
        }
    }
}

fn position(scene: &Scene<'_>, form: &str, board: &Board, card: &CardView<'_>) -> Markup {
    let now = card.spot.and_then(|spot| spot.position).unwrap_or(50);
    let (first, last) = (board.columns.first(), board.columns.last());
    html! {
        @if let (Some(first), Some(last)) = (first, last) {
            (ui::hidden("column", &first.id))
            div.field {
                label for={ (form) "-position" } {
                    (scene.words().room_position(label(scene, &first.label), label(scene, &last.label)))
                }
                input type="range" id={ (form) "-position" } name="position" min="0" max="100" value=(now);
            }
        }
    }
}
