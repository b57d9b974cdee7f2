//! Words: the same messages in both languages, all of them used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The messages of a language: id and what stands behind it, by file.
fn messages(language: &str) -> BTreeMap<String, (String, String)> {
    let mut messages = BTreeMap::new();
    for file in fs::read_dir(root().join("locales").join(language)).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let mut id = String::new();
        for line in fs::read_to_string(&path).unwrap().lines() {
            let starts = line.starts_with(|first: char| first.is_ascii_lowercase());
            if let Some((key, text)) = line.split_once(" =").filter(|_| starts) {
                id = key.to_owned();
                let before = messages.insert(id.clone(), (name.clone(), text.trim().to_owned()));
                assert!(before.is_none(), "{language}: {id} stands twice");
            } else if line.starts_with(' ') && !id.is_empty() {
                messages.get_mut(&id).unwrap().1.push_str(line);
            }
        }
    }
    messages
}

/// `{ $name }` and selectors alike.
fn variables(text: &str) -> BTreeSet<String> {
    let name = |rest: &str| {
        rest.chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect()
    };
    text.split('$').skip(1).map(name).collect()
}

#[test]
fn both_languages_say_the_same_things_in_the_same_files() {
    let (nl, en) = (messages("nl"), messages("en"));
    assert!(nl.len() > 100, "only {} messages were found", nl.len());
    let place = |messages: &BTreeMap<String, (String, String)>| {
        messages
            .iter()
            .map(|(id, (file, _))| format!("{file}: {id}"))
            .collect::<BTreeSet<_>>()
    };
    let (nl_places, en_places) = (place(&nl), place(&en));
    let missing: Vec<_> = nl_places.symmetric_difference(&en_places).collect();
    assert!(missing.is_empty(), "only in one language: {missing:#?}");
    for (id, (_, text)) in &nl {
        let other = &en[id].1;
        assert!(!text.is_empty() && !other.is_empty(), "{id} is empty");
        assert_eq!(
            variables(text),
            variables(other),
            "{id} takes other values in English"
        );
    }
}

#[test]
fn every_message_is_used() {
    let mut source = String::new();
    read_all(&root().join("crates/kring/src"), &mut source);
    let unused: Vec<String> = messages("nl")
        .into_keys()
        .filter(|id| !source.contains(&format!("{}(", id.replace('-', "_"))))
        .collect();
    assert!(unused.is_empty(), "take these out of locales/: {unused:#?}");
}

fn read_all(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, into);
        } else {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}
