//! `ARCHITECTURE.md` against the code: which slice uses which, which files a slice has, where SQL stands, how long files are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Modules that every slice may use.
const SHARED: [&str; 10] = [
    "app",
    "clock",
    "config",
    "error",
    "id",
    "places",
    "telemetry",
    "vault",
    "web",
    "words",
];
/// Modules above the slices: they may use all of them, no slice may use them.
const ABOVE: [&str; 2] = ["cli", "demo"];
/// Files any slice may have.
const FILES: [&str; 5] = ["mod", "rules", "store", "pages", "views"];

struct Slice {
    may_use: BTreeSet<String>,
    files: BTreeSet<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Names in backticks.
fn names(cell: &str) -> BTreeSet<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The table under "### Slices".
fn table() -> BTreeMap<String, Slice> {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let section = page
        .split("### Slices")
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let name = names(cells[0]).into_iter().next().unwrap();
        (
            name,
            Slice {
                may_use: names(cells[2]),
                files: names(cells[3]),
            },
        )
    })
    .collect()
}

/// Every Rust file under a folder, with its path from that folder.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files
}

/// The modules of the application that a text names after `crate::`, braces included.
fn used_modules(source: &str) -> BTreeSet<String> {
    let code: Vec<&str> = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let mut used = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let word = |text: &str| -> String {
            text.trim()
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect()
        };
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut item = String::new();
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => used.extend([word(&std::mem::take(&mut item))]),
                    c => item.push(c),
                }
            }
            used.insert(word(&item));
        } else {
            used.insert(word(rest));
        }
    }
    used.remove("");
    used
}

#[test]
fn a_slice_uses_only_what_the_table_allows() {
    let (slices, source) = (table(), root().join("crates/kring/src"));
    assert!(slices.len() >= 8, "the table was not found");
    let mut faults = Vec::new();
    for (name, slice) in &slices {
        let folder = source.join(name);
        if !folder.exists() {
            continue;
        }
        for file in rust_files(&folder) {
            for used in used_modules(&fs::read_to_string(&file).unwrap()) {
                let is_known = slices.contains_key(&used) || ABOVE.contains(&used.as_str());
                if is_known && used != *name && !slice.may_use.contains(&used) {
                    let file = file.strip_prefix(&source).unwrap().display();
                    faults.push(format!(
                        "{file} uses {used}, but the table does not allow {name} to use {used}"
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_two_slices_need_each_other() {
    let slices = table();
    for name in slices.keys() {
        let mut reached: BTreeSet<&String> = slices[name].may_use.iter().collect();
        while let Some(next) = reached
            .iter()
            .flat_map(|one| &slices[*one].may_use)
            .find(|next| !reached.contains(next))
        {
            reached.insert(next);
        }
        assert!(!reached.contains(name), "{name} needs itself through others");
    }
}

#[test]
fn the_web_knows_no_slice_but_auth() {
    // The shell shows who is signed in; everything else of a slice reaches the web through its routes.
    let slices = table();
    for file in rust_files(&root().join("crates/kring/src/web")) {
        for used in used_modules(&fs::read_to_string(&file).unwrap()) {
            assert!(
                used == "auth" || !slices.contains_key(&used),
                "{} uses {used}",
                file.display()
            );
        }
    }
}

#[test]
fn every_folder_is_a_slice_of_the_table_or_a_shared_module() {
    let slices = table();
    for entry in fs::read_dir(root().join("crates/kring/src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let is_shared = SHARED.contains(&name.as_str()) || ABOVE.contains(&name.as_str());
        let is_entry = ["lib", "main"].contains(&name.as_str());
        assert!(
            is_shared || is_entry || slices.contains_key(&name),
            "{name} is in no table of ARCHITECTURE.md"
        );
    }
}

#[test]
fn a_slice_has_only_files_with_the_agreed_names() {
    for (name, slice) in table() {
        let folder = root().join("crates/kring/src").join(&name);
        if !folder.exists() {
            continue;
        }
        for entry in fs::read_dir(&folder).unwrap() {
            let file = entry.unwrap().path();
            let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
            assert!(
                FILES.contains(&stem.as_str()) || slice.files.contains(&stem),
                "{name}/{stem} is neither {FILES:?} nor a file of its own in the table"
            );
        }
    }
}

#[test]
fn sql_stands_only_in_store_files() {
    for file in rust_files(&root().join("crates/kring/src")) {
        let source = fs::read_to_string(&file).unwrap();
        let inside_store = file.file_stem().unwrap() == "store"
            || file.parent().unwrap().file_name().unwrap() == "store"
            || file.components().any(|part| part.as_os_str() == "demo");
        assert!(
            inside_store || !source.contains("sql!("),
            "{} has SQL in it",
            file.display()
        );
    }
}

#[test]
fn handlers_and_rules_keep_to_their_work() {
    for file in rust_files(&root().join("crates/kring/src")) {
        let source = fs::read_to_string(&file).unwrap();
        let code: String = source
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        match file.file_stem().unwrap().to_str().unwrap() {
            "pages" => assert!(!code.contains("html!"), "{} writes HTML", file.display()),
            "rules" => {
                for word in ["async fn", "Tx<", ".now()", "html!"] {
                    assert!(!code.contains(word), "{} has {word} in it", file.display());
                }
            }
            _ => (),
        }
    }
}

#[test]
fn no_file_grows_beyond_four_hundred_lines() {
    let mut long = Vec::new();
    for folder in ["crates/kring", "crates/ui"] {
        for file in rust_files(&root().join(folder)) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > 400 {
                long.push(format!("{} has {lines} lines", file.display()));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn crates_know_each_other_only_through_the_application() {
    let own = ["matching", "paper", "privacy", "search", "session", "store", "ui"];
    for name in own {
        let manifest = fs::read_to_string(root().join("crates").join(name).join("Cargo.toml")).unwrap();
        for other in own.into_iter().filter(|other| *other != name).chain(["kring"]) {
            let line = |line: &str| {
                line.starts_with(&format!("{other}.")) || line.starts_with(&format!("{other} ="))
            };
            assert!(!manifest.lines().any(line), "{name} depends on {other}");
        }
    }
}

#[test]
fn the_pure_crates_stay_pure() {
    for name in ["session", "privacy", "matching", "search"] {
        for file in rust_files(&root().join("crates").join(name).join("src")) {
            let source = fs::read_to_string(&file).unwrap();
            let code: Vec<&str> = source
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            for word in [
                "async fn",
                "std::time",
                "SystemTime",
                "HashMap",
                "HashSet",
                "rand::",
                "std::fs",
                "std::env",
            ] {
                let is_free = !code
                    .iter()
                    .any(|line| line.contains(word) && !line.contains("env!("));
                assert!(is_free, "{} has {word} in it", file.display());
            }
        }
    }
}

#[test]
fn the_reader_of_this_test_finds_modules() {
    let source = "use crate::web::{Html, Visitor};\nuse crate::{app::App, error::{Answer, X}, people};\n// crate::demo\nfn f() { crate::id::x() }";
    let expected = ["app", "error", "id", "people", "web"];
    assert_eq!(used_modules(source).into_iter().collect::<Vec<_>>(), expected);
}
