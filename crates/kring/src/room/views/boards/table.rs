//! A table: rows that people add, such as everybody a dilemma touches.

use maud::{Markup, html};
use session::model::Labelled;
use session::view::CardView;

use super::label;
use crate::room::views::Scene;
use crate::room::views::cards::one;

/// A real table, so that a screen reader says row and column; on a phone its rows stand below each other.
pub(super) fn table(scene: &Scene<'_>, columns: &[&Labelled], cards: &[&CardView<'_>]) -> Markup {
    let words = scene.words();
    let mut rows: Vec<Option<&str>> = Vec::new();
    for card in cards {
        let row = card.spot.and_then(|spot| spot.row.as_deref());
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    // Cards without a row come last.
    rows.sort_by_key(Option::is_none);
    html! {
        table.board-table {
            thead {
                tr {
                    th scope="col" { span.visually-hidden { (words.room_row_head()) } }
                    @for column in columns { th scope="col" { (label(scene, &column.label)) } }
                }
            }
            tbody {
                @for row in &rows {
                    tr {
                        th scope="row" { (row.map_or_else(|| words.room_without_row(), ToOwned::to_owned)) }
                        @for column in columns {
                            td data-column=(column.id) data-row=(row.unwrap_or_default()) {
                                p.board-head aria-hidden="true" { (label(scene, &column.label)) }
                                ul.board-cards {
                                    @for card in cards.iter().filter(|card| lies(card, &column.id, *row)) { (one(scene, card)) }
                                }
                            }
                        }
                    }
                }
                @if rows.is_empty() {
                    tr {
                        th scope="row" { (words.room_first_row()) }
                        @for column in columns {
                            td { p.board-head aria-hidden="true" { (label(scene, &column.label)) } }
                        }
                    }
                }
            }
        }
    }
}

fn lies(card: &CardView<'_>, column: &str, row: Option<&str>) -> bool {
    card.spot
        .is_some_and(|spot| spot.column == column && spot.row.as_deref() == row)
}
