//! The fishbone as SVG: plates and lines of `drawing`, with classes and no style of its own.

use std::fmt::Write as _;

use maud::{Markup, html};

use crate::bottlenecks::drawing::{Bone, Drawing, Item, Kind, Line, PAD, Plate, ROW, Stroke, draw};
use crate::bottlenecks::pages::{Board, Seen};
use crate::bottlenecks::rules::Act;
use crate::bottlenecks::tree::{Spot, under};
use crate::web::Visitor;

/// From the top of a row to the line that its letters stand on.
const BASE: i32 = 16;
/// Where a number of votes stands, from the corner of its plate.
const BADGE: i32 = 21;

pub(super) fn picture(visitor: &Visitor, seen: &Seen, board: &Board) -> Markup {
    let words = visitor.words();
    let counts = seen.may(Act::Count);
    let bones: Vec<Bone> = board
        .categories
        .iter()
        .map(|category| Bone {
            name: category.name.clone(),
            items: under(&Spot::Category(category.id.clone()), &board.causes)
                .into_iter()
                .map(|(cause, depth)| Item {
                    text: cause.text.clone(),
                    depth: i32::try_from(depth).unwrap_or(1),
                    votes: counts.then_some(cause.votes),
                })
                .collect(),
        })
        .collect();
    let drawing = draw(&seen.bottleneck.effect, &bones);
    let (causes, categories) = (board.causes.len(), board.categories.len());
    let told = words.bottlenecks_picture_text(&seen.bottleneck.effect, categories, causes);
    html! {
        section.bone-drawing id="drawing" aria-labelledby="drawing-title" data-part="drawing" {
            h2 id="drawing-title" { (words.bottlenecks_drawing()) }
            div.bone-frame id="bone-frame" tabindex="0" role="group" aria-labelledby="drawing-title" {
                (svg(&drawing, &words.bottlenecks_picture(), &told))
            }
        }
    }
}

fn svg(drawing: &Drawing, title: &str, told: &str) -> Markup {
    html! {
        svg.fishbone viewBox={ "0 0 " (drawing.width) " " (drawing.height) } role="img" aria-labelledby="bone-title bone-told" {
            title id="bone-title" { (title) }
            desc id="bone-told" { (told) }
            @for line in &drawing.lines { polyline class=(stroke(line)) points=(points(line)) {} }
            @for plate in &drawing.plates { (self::plate(plate)) }
        }
    }
}

const fn stroke(line: &Line) -> &'static str {
    match line.stroke {
        Stroke::Spine => "bone spine",
        Stroke::Bone => "bone rib",
        Stroke::Twig => "bone twig",
        Stroke::Elbow => "bone elbow",
    }
}

fn points(line: &Line) -> String {
    line.points.iter().fold(String::new(), |mut text, (x, y)| {
        let written = write!(text, "{x},{y} ");
        debug_assert!(written.is_ok(), "writing into a string cannot fail");
        text
    })
}

fn plate(plate: &Plate) -> Markup {
    let class = match plate.kind {
        Kind::Effect => "plate effect",
        Kind::Category => "plate category",
        Kind::Cause => "plate cause",
        Kind::Reason => "plate reason",
    };
    let (x, y) = (plate.x + PAD, plate.y + PAD + BASE);
    html! {
        g class=(class) {
            rect x=(plate.x) y=(plate.y) width=(plate.width) height=(plate.height) rx="8" {}
            text lang="nl" {
                @for (place, row) in (0..).zip(&plate.rows) { tspan x=(x) y=(y + place * ROW) { (row) } }
            }
            @if let Some(votes) = plate.votes {
                @let (x, y) = (plate.x + plate.width - BADGE, plate.y + BADGE);
                circle.badge cx=(x) cy=(y) r="15" {}
                text.badge-count x=(x) y=(y + 6) { (votes) }
            }
        }
    }
}
