//! Bad input by the thousand, always the same: method files and stored rows with bytes changed, cut, doubled and
//! swapped never make the engine panic. The targets in `fuzz/` look further with coverage; this runs everywhere.

use std::fs;
use std::path::{Path, PathBuf};

use session::ids::Seq;
use session::replay::{replay_stored, to_row};
use session::robots::{Cast, Mishaps, play};
use session::view::look_back;
use session::{Catalogue, Eyes, Language, Plan, compile, read, view};

use crate::room::{catalogue, plan};

/// Numbers from a seed (a linear congruential generator is enough to spoil a file).
struct Faults(u64);

impl Faults {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % bound.max(1)
    }

    /// A text with one to four faults in it.
    fn spoil(&mut self, text: &str) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(3) {
            let (at, other) = (self.below(chars.len()), self.below(chars.len()));
            let end = (at + self.below(40)).min(chars.len());
            match self.below(7) {
                0 => drop(chars.drain(at..end)),
                1 => chars.splice(at..at, "9999999999999999999".chars()).for_each(drop),
                2 => {
                    let again: Vec<char> = chars[at..end].to_vec();
                    chars.splice(other..other, again).for_each(drop);
                }
                3 => chars.truncate(at),
                4 if !chars.is_empty() => chars.swap(at, other),
                5 => chars
                    .splice(
                        at..at,
                        ['é', '\u{0}', '"', ']', '-'][..=self.below(4)].iter().copied(),
                    )
                    .for_each(drop),
                _ if !chars.is_empty() => chars[at] = ['0', '"', '=', '[', '\n', '7', '-'][self.below(7)],
                _ => {}
            }
        }
        chars.into_iter().collect()
    }
}

/// Every method file of the repository.
pub(crate) fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../methods");
    let mut files: Vec<PathBuf> = ["", "modules", "blocks"]
        .iter()
        .flat_map(|part| fs::read_dir(folder.join(part)).expect("the folder is there"))
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

#[test]
fn a_spoiled_method_file_never_panics_and_every_fault_has_a_place() {
    let mut faults = Faults(1);
    let (mut good, mut bad) = (0, 0);
    for file in files() {
        let source = fs::read_to_string(&file).expect("the file can be read");
        for _ in 0..60 {
            let spoiled = faults.spoil(&source);
            match read::read(&spoiled) {
                Ok(method) => {
                    good += 1;
                    runs(method);
                }
                Err(problems) => {
                    bad += 1;
                    assert!(!problems.is_empty());
                    let lines = spoiled.matches('\n').count() + 1;
                    for problem in problems {
                        assert!(
                            (1..=lines).contains(&problem.line) && problem.column > 0,
                            "{problem:?}"
                        );
                        assert!(
                            !problem.message.is_empty() && !problem.hint.is_empty(),
                            "{problem:?}"
                        );
                    }
                }
            }
        }
    }
    assert!(
        good > 100 && bad > 1_000,
        "the faults are too mild or too harsh: {good} good, {bad} bad"
    );
}

/// A file that passes the check after all also works.
fn runs(method: session::model::Method) {
    let id = method.id.clone();
    let mut catalogue = Catalogue::clone(catalogue());
    catalogue.insert(method);
    if let Ok(script) = compile(&Plan::of_method(&id), &catalogue) {
        let mut room = crate::room::Room::begun_if_possible(5, script);
        for _ in 0..60 {
            if room.ask_lead(session::Command::Next).is_none() {
                break;
            }
        }
    }
}

#[test]
fn a_spoiled_row_never_panics_and_loses_nothing_before_it() {
    let plan = plan(&["casuskeuze", "speedsparren", "deep-democracy"]);
    let cast = Cast {
        people: 5,
        seed: 9,
        mishaps: Mishaps::ALL,
        language: Language::En,
    };
    let events = play(catalogue(), &plan, &cast).expect("it can be played").events;
    let rows: Vec<String> = events
        .iter()
        .map(|recorded| to_row(recorded).expect("JSON"))
        .collect();
    let mut faults = Faults(2);
    for place in 0..rows.len() {
        // The first row holds the whole script; its faults are tried more often.
        for _ in 0..if place == 0 { 40 } else { 3 } {
            let mut spoiled = rows.clone();
            spoiled[place] = faults.spoil(&rows[place]);
            let numbered = spoiled
                .iter()
                .enumerate()
                .map(|(n, row)| (Seq(n as u64 + 1), row.as_str()));
            let state = replay_stored(numbered);
            if let Some(damage) = &state.damage {
                assert!(
                    damage.seq.0 > place as u64,
                    "row {} was good: {}",
                    damage.seq.0,
                    damage.reason
                );
            }
            drop(view(&state, Eyes::Seat(session::ids::Seat(1)), state.last_at));
            drop(look_back(
                &state,
                Eyes::Screen,
                session::ids::VisitNo(1),
                state.last_at,
            ));
        }
    }
}
