//! A line between two ends, with everybody's place on it.

use maud::{Markup, html};
use session::model::Board;
use session::view::CardView;

use super::label;
use crate::people::initials;
use crate::room::views::Scene;
use crate::room::views::cards::one;

/// Length of the line in the drawing, and where it begins.
const LENGTH: u32 = 920;
const START: u32 = 40;
/// Two marks closer than this stand above each other.
const CLOSE: u8 = 5;
/// From one mark to the one above it.
const RISE: u32 = 44;

/// The line with a mark for each card; the cards below it from the first end to the last.
pub(super) fn scale(scene: &Scene<'_>, board: &Board, cards: &[&CardView<'_>]) -> Markup {
    let mut cards = cards.to_vec();
    cards.sort_by_key(|card| place(card));
    let marks = marks(&cards.iter().map(|card| place(card)).collect::<Vec<_>>());
    let highest = marks.iter().map(|(_, floor)| *floor).max().unwrap_or_default();
    let line = 30 + RISE * (highest + 1);
    html! {
        div.board-scale {
            svg viewBox={ "0 0 1000 " (line + 24) } aria-hidden="true" focusable="false" {
                path.line d={ "M" (START) " " (line) "H" (START + LENGTH) } {}
                path.line d={ "M" (START) " " (line - 12) "V" (line + 12) "M" (START + LENGTH) " " (line - 12) "V" (line + 12) } {}
                @for ((x, floor), card) in marks.iter().zip(&cards) {
                    @let y = line - 22 - RISE * floor;
                    g.dot.mine[card.mine] {
                        circle cx=(x) cy=(y) r="19" {}
                        text x=(x) y=(y + 6) { (card.author.map(|author| initials(&scene.name(author))).unwrap_or_default()) }
                    }
                }
            }
            @if let (Some(first), Some(last)) = (board.columns.first(), board.columns.last()) {
                div.board-ends { p { (label(scene, &first.label)) } p { (label(scene, &last.label)) } }
            }
        }
        ul.room-cards { @for card in &cards { (one(scene, card)) } }
    }
}

fn place(card: &CardView<'_>) -> u8 {
    card.spot.and_then(|spot| spot.position).unwrap_or_default()
}

/// Where each mark stands: its x, and on which floor so that it covers none of those before it. The places are in order.
fn marks(places: &[u8]) -> Vec<(u32, u32)> {
    // For each floor the last place on it.
    let mut floors: Vec<u8> = Vec::new();
    places
        .iter()
        .map(|place| {
            let free = floors
                .iter()
                .position(|last| place.saturating_sub(*last) >= CLOSE);
            let floor = free.unwrap_or(floors.len());
            match floors.get_mut(floor) {
                Some(last) => *last = *place,
                None => floors.push(*place),
            }
            (
                START + u32::from(*place) * LENGTH / 100,
                u32::try_from(floor).unwrap_or_default(),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_covers_another() {
        assert_eq!(marks(&[0, 100]), [(40, 0), (960, 0)]);
        assert_eq!(marks(&[50, 50, 52, 55]), [(500, 0), (500, 1), (518, 2), (546, 0)]);
    }
}
