//! Where everything of a fishbone stands: plates with wrapped text, and the lines between them. Whole numbers in the units of the
//! picture; one function turns them into SVG (`views/svg.rs`).
//!
//! Categories stand in turn above and below the spine, each at the outer end of its bone; its causes are stacked between, each
//! indented under the one it explains. No plate covers another one or a bone, whatever is written in it: widths of letters are those of
//! a wide typeface, and a word that does not fit on a row is broken.

#[cfg(test)]
mod tests;
mod wrapping;

use wrapping::rows;

/// Height of a row of text.
pub(in crate::bottlenecks) const ROW: i32 = 22;
/// Size of the letters.
const LETTER: i32 = 17;
/// As much room as bold letters of that size take.
const BOLD: i32 = 19;
/// Between the edge of a plate and its text.
pub(in crate::bottlenecks) const PAD: i32 = 10;
/// Width of a category with its causes.
const COLUMN: i32 = 264;
/// Where the bone of a category runs down to the spine.
const GUTTER: i32 = 50;
/// Between two plates.
const GAP: i32 = 12;
/// Between the spine and the nearest plate.
const CLEAR: i32 = 22;
/// How far a reason is moved under its cause.
const INDENT: i32 = 18;
/// How far causes stay away from their bone.
const RIGHT: i32 = 24;
/// Width of the effect.
const HEAD: i32 = 260;
/// Around the whole.
const MARGIN: i32 = 16;
/// The least height above and below the spine: a bone is a slanted line and not a stub.
const LEAST: i32 = 90;
/// What a number of votes takes from a row.
const BADGE: i32 = 36;

/// A category with its causes, from top to bottom.
#[derive(Debug)]
pub(in crate::bottlenecks) struct Bone {
    pub(in crate::bottlenecks) name: String,
    pub(in crate::bottlenecks) items: Vec<Item>,
}

/// A cause.
#[derive(Debug)]
pub(in crate::bottlenecks) struct Item {
    pub(in crate::bottlenecks) text: String,
    /// 1 right under the category.
    pub(in crate::bottlenecks) depth: i32,
    /// Votes to show.
    pub(in crate::bottlenecks) votes: Option<i64>,
}

/// What a plate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::bottlenecks) enum Kind {
    Effect,
    Category,
    /// A cause right under its category.
    Cause,
    /// A reason of a cause.
    Reason,
}

/// A rectangle with text.
#[derive(Clone, Debug)]
pub(in crate::bottlenecks) struct Plate {
    pub(in crate::bottlenecks) kind: Kind,
    pub(in crate::bottlenecks) x: i32,
    pub(in crate::bottlenecks) y: i32,
    pub(in crate::bottlenecks) width: i32,
    pub(in crate::bottlenecks) height: i32,
    pub(in crate::bottlenecks) rows: Vec<String>,
    pub(in crate::bottlenecks) votes: Option<i64>,
}

impl Plate {
    fn middle(&self) -> i32 {
        self.y + self.height / 2
    }
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::bottlenecks) enum Stroke {
    Spine,
    Bone,
    /// From a cause to its bone.
    Twig,
    /// From a cause to a reason of it.
    Elbow,
}

/// A line through points.
#[derive(Clone, Debug)]
pub(in crate::bottlenecks) struct Line {
    pub(in crate::bottlenecks) stroke: Stroke,
    pub(in crate::bottlenecks) points: Vec<(i32, i32)>,
}

/// The whole picture.
#[derive(Debug)]
pub(in crate::bottlenecks) struct Drawing {
    pub(in crate::bottlenecks) width: i32,
    pub(in crate::bottlenecks) height: i32,
    pub(in crate::bottlenecks) plates: Vec<Plate>,
    pub(in crate::bottlenecks) lines: Vec<Line>,
}

/// Draws an effect with the causes of each category.
pub(in crate::bottlenecks) fn draw(effect: &str, bones: &[Bone]) -> Drawing {
    let (upper, lower): (Vec<_>, Vec<_>) = bones.iter().enumerate().partition(|(place, _)| place % 2 == 0);
    let columns = |side: Vec<(usize, &Bone)>| -> Vec<Column> {
        side.into_iter().map(|(_, bone)| Column::of(bone)).collect()
    };
    let (upper, lower) = (columns(upper), columns(lower));
    let head = rows(effect, HEAD - 2 * PAD, BOLD);
    let head_height = height(&head);
    let tallest = |side: &[Column]| {
        side.iter()
            .map(Column::height)
            .fold(LEAST, i32::max)
            .max(head_height / 2)
    };
    let spine = MARGIN + tallest(&upper) + CLEAR;
    let foot = spine + CLEAR + tallest(&lower);
    let count = i32::try_from(upper.len()).unwrap_or(0);
    let head_x = MARGIN + count * (COLUMN + GUTTER) + GAP;
    let mut drawing = Drawing {
        width: head_x + HEAD + MARGIN,
        height: foot + MARGIN,
        plates: Vec::new(),
        lines: vec![Line {
            stroke: Stroke::Spine,
            points: vec![(MARGIN, spine), (head_x, spine)],
        }],
    };
    for (side, edge) in [(upper, MARGIN), (lower, foot)] {
        for (place, column) in (0..).zip(side) {
            column.put(&mut drawing, MARGIN + place * (COLUMN + GUTTER), (edge, spine));
        }
    }
    drawing.plates.push(Plate {
        kind: Kind::Effect,
        x: head_x,
        y: spine - head_height / 2,
        width: HEAD,
        height: head_height,
        rows: head,
        votes: None,
    });
    drawing
}

/// A category and its causes, measured and not yet placed.
struct Column {
    name: Vec<String>,
    items: Vec<Measured>,
}

struct Measured {
    rows: Vec<String>,
    depth: i32,
    votes: Option<i64>,
}

impl Measured {
    fn of(item: &Item) -> Self {
        let depth = item.depth.max(1);
        let votes = item.votes.filter(|votes| *votes > 0);
        let badge = votes.map_or(0, |_| BADGE);
        Self {
            rows: rows(&item.text, width_at(depth) - 2 * PAD - badge, LETTER),
            depth,
            votes,
        }
    }
}

/// Width of a cause at a depth.
fn width_at(depth: i32) -> i32 {
    COLUMN - RIGHT - (depth - 1) * INDENT
}

impl Column {
    fn of(bone: &Bone) -> Self {
        Self {
            name: rows(&bone.name, COLUMN - 2 * PAD, BOLD),
            items: bone.items.iter().map(Measured::of).collect(),
        }
    }

    fn height(&self) -> i32 {
        height(&self.name) + self.stack()
    }

    /// Height of the causes, with a gap before each.
    fn stack(&self) -> i32 {
        self.items.iter().map(|item| height(&item.rows) + GAP).sum()
    }

    /// Puts it at its place: the name at the outer edge, the causes beside it, towards the spine.
    fn put(self, drawing: &mut Drawing, x: i32, (edge, spine): (i32, i32)) {
        let is_above = edge < spine;
        let name_height = height(&self.name);
        let name_y = if is_above { edge } else { edge - name_height };
        let mut y = if is_above {
            edge + name_height + GAP
        } else {
            name_y - self.stack()
        };
        let bone = if is_above {
            [
                (x + COLUMN - GAP, name_y + name_height),
                (x + COLUMN + GUTTER - GAP, spine),
            ]
        } else {
            [(x + COLUMN - GAP, name_y), (x + COLUMN + GUTTER - GAP, spine)]
        };
        drawing.line(Stroke::Bone, &bone);
        drawing.plates.push(Plate {
            kind: Kind::Category,
            x,
            y: name_y,
            width: COLUMN,
            height: name_height,
            rows: self.name,
            votes: None,
        });
        // The last plate of each depth so far: what the next one may explain.
        let mut above: Vec<(i32, i32)> = Vec::new();
        for item in self.items {
            let depth = usize::try_from(item.depth).unwrap_or(1);
            let plate = item.at(x, y);
            y += plate.height + GAP;
            above.truncate(depth - 1);
            match above.last() {
                None => drawing.line(
                    Stroke::Twig,
                    &[
                        (plate.x + plate.width, plate.middle()),
                        (along(bone, plate.middle()), plate.middle()),
                    ],
                ),
                Some((left, bottom)) => drawing.line(
                    Stroke::Elbow,
                    &[
                        (*left, *bottom),
                        (*left, plate.middle()),
                        (plate.x, plate.middle()),
                    ],
                ),
            }
            above.push((plate.x + INDENT / 2, plate.y + plate.height));
            drawing.plates.push(plate);
        }
    }
}

impl Measured {
    fn at(self, x: i32, y: i32) -> Plate {
        Plate {
            kind: if self.depth == 1 {
                Kind::Cause
            } else {
                Kind::Reason
            },
            x: x + (self.depth - 1) * INDENT,
            y,
            width: width_at(self.depth),
            height: height(&self.rows),
            rows: self.rows,
            votes: self.votes,
        }
    }
}

impl Drawing {
    fn line(&mut self, stroke: Stroke, points: &[(i32, i32)]) {
        self.lines.push(Line {
            stroke,
            points: points.to_vec(),
        });
    }
}

/// Where a bone is at a height.
fn along([from, to]: [(i32, i32); 2], y: i32) -> i32 {
    let rise = to.1 - from.1;
    if rise == 0 {
        return from.0;
    }
    from.0 + (to.0 - from.0) * (y - from.1) / rise
}

fn height(rows: &[String]) -> i32 {
    i32::try_from(rows.len()).unwrap_or(1) * ROW + 2 * PAD
}
