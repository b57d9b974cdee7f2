//! Boards: each drawn as what it is, with every card on its place.
//!
//! A card moves by the menu on it, with or without script; `room-boards.js` adds dragging, which fills in that same menu.

mod fishbone;
mod menu;
mod scale;
mod table;

use maud::{Markup, html};
use session::model::{Board, BoardKind, Labelled, Word as _};
use session::view::CardView;

use super::Scene;
use super::cards::one;

pub(super) use menu::{rows, to_move};

/// The board a card lies on, if it is one of this step.
pub(super) fn board_of<'s>(scene: &Scene<'s>, card: &CardView<'_>) -> Option<&'s Board> {
    let named = scene.state.input(card.input)?.board.as_deref()?;
    card.spot?;
    scene.view.boards.iter().copied().find(|board| board.id == named)
}

/// A board with the cards that lie on it.
pub(super) fn board(scene: &Scene<'_>, board: &Board, cards: &[&CardView<'_>]) -> Markup {
    let columns = columns(scene, board, cards);
    let id = format!("board-{}", board.id);
    html! {
        section.board.{ "board-" (board.kind.word()) } id=(id) aria-labelledby={ (id) "-label" } data-board=""
            data-moved=(scene.words().room_moved_to()) {
            h2 id={ (id) "-label" } { (label(scene, &board.label)) }
            @match board.kind {
                BoardKind::Columns | BoardKind::Quadrants => {
                    div.board-cells { @for column in &columns { (cell(scene, column, cards)) } }
                }
                BoardKind::Table => (table::table(scene, &columns, cards)),
                BoardKind::Scale => (scale::scale(scene, board, cards)),
                BoardKind::Fishbone => (fishbone::fishbone(scene, &columns, cards)),
            }
        }
    }
}

/// Columns to draw. Where a step writes in one column of many, the others come when there is something in them.
fn columns<'b>(scene: &Scene<'_>, board: &'b Board, cards: &[&CardView<'_>]) -> Vec<&'b Labelled> {
    let step = scene
        .view
        .step
        .as_ref()
        .and_then(|step| scene.state.script.step(step.no));
    let inputs = step.into_iter().flat_map(|step| &step.inputs);
    let writes: Vec<Option<&str>> = inputs
        .filter_map(|no| scene.state.input(*no))
        .filter(|input| input.board.as_deref() == Some(board.id.as_str()))
        .map(|input| input.column.as_deref())
        .collect();
    let all = board.kind != BoardKind::Columns || writes.contains(&None);
    let is_used = |column: &&Labelled| {
        writes.contains(&Some(column.id.as_str()))
            || cards
                .iter()
                .any(|card| card.spot.is_some_and(|spot| spot.column == column.id))
    };
    board
        .columns
        .iter()
        .filter(|column| all || is_used(column))
        .collect()
}

/// One column, quadrant or bone.
fn cell(scene: &Scene<'_>, column: &Labelled, cards: &[&CardView<'_>]) -> Markup {
    let here = cards
        .iter()
        .filter(|card| card.spot.is_some_and(|spot| spot.column == column.id));
    html! {
        div.board-cell data-column=(column.id) {
            h3 { (label(scene, &column.label)) }
            ul.board-cards { @for card in here { (one(scene, card)) } }
        }
    }
}

fn label<'t>(scene: &Scene<'_>, text: &'t session::Text) -> &'t str {
    text.get(scene.visitor.speech())
}

/// Whether a step writes on a board: then it stands there before the first card.
pub(super) fn is_written_on(scene: &Scene<'_>, board: &Board) -> bool {
    let step = scene
        .view
        .step
        .as_ref()
        .and_then(|step| scene.state.script.step(step.no));
    let mut inputs = step
        .into_iter()
        .flat_map(|step| &step.inputs)
        .filter_map(|no| scene.state.input(*no));
    inputs.any(|input| input.board.as_deref() == Some(board.id.as_str()))
}
