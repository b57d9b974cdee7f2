//! A fishbone: causes along the bones, above and below the spine, towards the head.

use maud::{Markup, html};
use session::model::Labelled;
use session::view::CardView;

use super::cell;
use crate::room::views::Scene;

/// Every other bone above the spine; on a phone all of them below each other.
pub(super) fn fishbone(scene: &Scene<'_>, bones: &[&Labelled], cards: &[&CardView<'_>]) -> Markup {
    let above: Vec<&Labelled> = bones.iter().copied().step_by(2).collect();
    let below: Vec<&Labelled> = bones.iter().copied().skip(1).step_by(2).collect();
    html! {
        div.board-bones { @for bone in &above { (cell(scene, bone, cards)) } }
        svg.board-spine viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            path.line d="M10 50H940" {}
            path.head d="M940 26L992 50L940 74Z" {}
            @for x in ends(above.len()) { path.line d={ "M" (x) " 0L" (x + 60) " 50" } {} }
            @for x in ends(below.len()) { path.line d={ "M" (x) " 100L" (x + 60) " 50" } {} }
        }
        div.board-bones { @for bone in &below { (cell(scene, bone, cards)) } }
    }
}

/// Where the bones of one side begin: in the middle of their columns.
fn ends(count: usize) -> Vec<usize> {
    let width = 1_000 / count.max(1);
    (0..count)
        .map(|bone| bone * width + width / 2 - 40.min(width / 2))
        .collect()
}
