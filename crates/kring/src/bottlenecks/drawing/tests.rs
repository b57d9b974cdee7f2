//! Laws of the picture: nothing covers anything, nothing is lost.

use proptest::prelude::*;

use super::wrapping::measure;
use super::*;

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-z]{1,12}",
        "[A-Zw]{1,20}",
        Just("Arbeidsongeschiktheidsverzekeringsmaatschappijen".to_owned()),
        Just("voorbehoudenhandelingenbekwaamheidsverklaring".to_owned()),
        "[ëéïÅßЖ漢]{1,30}",
    ];
    prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}

fn bones() -> impl Strategy<Value = Vec<Bone>> {
    let item = (words(), 1..=6_i32, prop::option::of(0..20_i64)).prop_map(|(text, depth, votes)| Item {
        text,
        depth,
        votes,
    });
    let bone = (words(), prop::collection::vec(item, 0..7)).prop_map(|(name, mut items)| {
        // Nobody explains what is not there.
        let mut before = 0;
        for item in &mut items {
            item.depth = item.depth.min(before + 1);
            before = item.depth;
        }
        Bone { name, items }
    });
    prop::collection::vec(bone, 0..9)
}

fn overlap(one: &Plate, other: &Plate) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #[test]
    fn no_plate_covers_another_or_leaves_the_picture(effect in words(), bones in bones()) {
        let drawing = draw(&effect, &bones);
        for (place, plate) in drawing.plates.iter().enumerate() {
            prop_assert!(plate.x >= 0 && plate.y >= 0, "{plate:?}");
            prop_assert!(plate.x + plate.width <= drawing.width, "{plate:?}");
            prop_assert!(plate.y + plate.height <= drawing.height, "{plate:?}");
            for other in drawing.plates.iter().skip(place + 1) {
                prop_assert!(!overlap(plate, other), "{plate:?} {other:?}");
            }
        }
        for (x, y) in drawing.lines.iter().flat_map(|line| &line.points) {
            prop_assert!((0..=drawing.width).contains(x) && (0..=drawing.height).contains(y));
        }
    }

    #[test]
    fn every_row_fits_its_plate_and_no_letter_is_lost(effect in words(), bones in bones()) {
        let drawing = draw(&effect, &bones);
        for plate in &drawing.plates {
            let badge = plate.votes.map_or(0, |_| BADGE);
            for row in &plate.rows {
                prop_assert!(measure(row) * LETTER / 100 <= plate.width - 2 * PAD - badge, "{row} in {plate:?}");
            }
        }
        let mut drawn: Vec<String> = drawing.plates.iter().map(|plate| plate.rows.concat()).map(|text| letters(&text)).collect();
        let mut written: Vec<String> = bones
            .iter()
            .flat_map(|bone| bone.items.iter().map(|item| &item.text).chain([&bone.name]))
            .chain([&effect])
            .map(|text| letters(text))
            .collect();
        drawn.sort();
        written.sort();
        prop_assert_eq!(drawn, written);
    }

    #[test]
    fn no_bone_runs_through_a_plate(effect in words(), bones in bones()) {
        let drawing = draw(&effect, &bones);
        for bone in drawing.lines.iter().filter(|line| line.stroke == Stroke::Bone) {
            let [from, to] = [bone.points[0], bone.points[1]];
            for plate in drawing.plates.iter().filter(|plate| plate.kind != Kind::Category) {
                for y in plate.y..=plate.y + plate.height {
                    let is_beside = y >= from.1.min(to.1) && y <= from.1.max(to.1);
                    let x = along([from, to], y);
                    prop_assert!(!is_beside || x < plate.x || x > plate.x + plate.width, "{plate:?} {bone:?}");
                }
            }
        }
    }
}

#[test]
fn eight_categories_of_six_long_causes_stay_apart() {
    let long = "Arbeidsongeschiktheidsverzekeringsmaatschappijen vragen driemaal hetzelfde formulier";
    let bones: Vec<Bone> = (0..8)
        .map(|number| Bone {
            name: format!("Categorie {number} met een lange naam eraan vast"),
            items: [1, 2, 3, 1, 2, 1]
                .map(|depth| Item {
                    text: long.to_owned(),
                    depth,
                    votes: Some(3),
                })
                .into(),
        })
        .collect();
    let drawing = draw(long, &bones);
    assert_eq!(drawing.plates.len(), 8 * 7 + 1);
    for (place, plate) in drawing.plates.iter().enumerate() {
        assert!(
            drawing
                .plates
                .iter()
                .skip(place + 1)
                .all(|other| !overlap(plate, other))
        );
    }
    // Wide enough for a beamer, and not so wide that nobody can read it there.
    assert!((1_200..1_900).contains(&drawing.width), "{}", drawing.width);
}

#[test]
fn nothing_at_all_is_a_spine_and_an_effect() {
    let drawing = draw("", &[]);
    assert_eq!((drawing.plates.len(), drawing.lines.len()), (1, 1));
}
