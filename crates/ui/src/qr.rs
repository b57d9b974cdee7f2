//! A QR code, for an address that people scan from a big screen.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder, QRCode};
use maud::{Markup, html};

/// Light modules around the code; scanners need four.
const QUIET: usize = 4;

/// A text as a QR code; `None` when it is too long for one. `id` is the beginning of element ids, `title` says where it leads.
///
/// The code is dark on light in the dark theme too: many scanners cannot read it the other way round.
pub fn qr(id: &str, title: &str, text: &str) -> Option<Markup> {
    // Level M survives a reflection on a beamer screen.
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size + 2 * QUIET;
    let title_id = format!("{id}-title");
    Some(html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-labelledby=(title_id) shape-rendering="crispEdges" {
            title id=(title_id) { (title) }
            rect.qr-light width=(side) height=(side) {}
            path.qr-dark d=(path(&code)) {}
        }
    })
}

/// The dark modules as bars, one for each run in a row.
fn path(code: &QRCode) -> String {
    let mut path = String::new();
    for (y, row) in rows(code).into_iter().enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            if run.first() == Some(&true) {
                let length = run.len();
                let written = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
                debug_assert!(written.is_ok(), "writing into a string cannot fail");
            }
            x += run.len();
        }
    }
    path
}

fn rows(code: &QRCode) -> Vec<Vec<bool>> {
    let row = |y: usize| {
        code[y]
            .iter()
            .take(code.size)
            .map(|module| module.value())
            .collect()
    };
    (0..code.size).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_edge() {
        let code = QRBuilder::new("https://kring.example/join/ABC")
            .ecl(ECL::M)
            .build()
            .unwrap();
        let rows = rows(&code);
        let last = code.size - 1;
        for (x, y) in [(0, 0), (last - 6, 0), (0, last - 6)] {
            assert!(
                (0..7).all(|n| rows[y][x + n] && rows[y + 6][x + n]),
                "corner {x} {y}"
            );
            assert!((1..6).all(|n| !rows[y + 1][x + n]), "corner {x} {y} is no ring");
        }
        let path = path(&code);
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        let dark: usize = rows.iter().flatten().filter(|dark| **dark).count();
        let drawn: usize = path
            .split('h')
            .skip(1)
            .step_by(2)
            .map(|rest| rest.split('v').next().unwrap().parse::<usize>().unwrap())
            .sum();
        assert_eq!(drawn, dark);
    }

    #[test]
    fn what_does_not_fit_is_no_code() {
        assert!(qr("qr", "", &"x".repeat(5000)).is_none());
        assert!(qr("qr", "Naar de kring", "https://kring.example/join/ABC").is_some());
    }
}
