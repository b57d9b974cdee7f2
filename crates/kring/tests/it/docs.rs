//! Every path and command that a Markdown file names exists.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// All Markdown files of the repository.
fn pages() -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir()
                && !name.starts_with('.')
                && !["target", "node_modules", "screenshots", "data"].contains(&name)
            {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

/// Everything in a page that stands in backticks or in a block of code.
fn code(text: &str) -> Vec<&str> {
    let mut code = Vec::new();
    let mut in_block = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if in_block {
            code.push(line.trim());
        } else {
            code.extend(line.split('`').skip(1).step_by(2).map(str::trim));
        }
    }
    code
}

const TOP: [&str; 9] = [
    "crates/",
    "docs/",
    "methods/",
    "migrations/",
    "locales/",
    "assets/",
    "registers/",
    "papers/",
    ".ci/",
];
const FILES: [&str; 12] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENCE",
    "README.md",
    "SECURITY.md",
    "STYLE.md",
    "clippy.toml",
    "deny.toml",
    "justfile",
    "rustfmt.toml",
];

/// A path of the repository, when a word is one: plain, without placeholders.
fn as_path(word: &str) -> Option<&str> {
    let word = word
        .trim_start_matches("./")
        .trim_end_matches([',', '.', ';', ':']);
    let word = word.split_once('#').map_or(word, |(path, _)| path);
    // NAME and NNNN stand for something the reader fills in.
    let is_placeholder = word.contains(['<', '{', '*', '…'])
        || ["mymethod", "NAME", "NNNN"]
            .iter()
            .any(|part| word.contains(part));
    let is_path = TOP.iter().any(|top| word.starts_with(top)) || FILES.contains(&word);
    (is_path && !is_placeholder && !word.contains(' ')).then_some(word)
}

#[test]
fn every_path_named_exists() {
    let mut missing = Vec::new();
    let mut seen = 0;
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for word in code(&text)
            .into_iter()
            .flat_map(str::split_whitespace)
            .filter_map(as_path)
        {
            seen += 1;
            if !root().join(word).exists() {
                missing.push(format!(
                    "{}: {word}",
                    page.strip_prefix(root()).unwrap().display()
                ));
            }
        }
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = target.split('#').next().unwrap();
            if !path.is_empty() && !target.contains("://") && !page.parent().unwrap().join(path).exists() {
                missing.push(format!("{}: link to {target}", page.display()));
            }
        }
    }
    assert!(seen > 20, "only {seen} paths were found");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The words of a command line, up to a comment or a second command; what stands in quotes is one word.
fn words(line: &str) -> Vec<&str> {
    let line = line.trim_start_matches("$ ");
    let end = ["    ", "  #", " && ", " | ", " > "]
        .iter()
        .filter_map(|mark| line.find(mark))
        .min();
    let line = line.get(..end.unwrap_or(line.len())).unwrap();
    let quoted = line.split('"').enumerate();
    quoted
        .flat_map(|(index, part)| {
            if index % 2 == 1 {
                vec![part]
            } else {
                part.split_whitespace().collect()
            }
        })
        .collect()
}

#[test]
fn every_kring_command_named_is_understood() {
    let mut faults = Vec::new();
    let mut seen = 0;
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for line in code(&text) {
            let mut words = words(line);
            // `cargo run --release -- demo` is `kring demo`.
            if words.first() == Some(&"cargo")
                && words.get(1) == Some(&"run")
                && let Some(dashes) = words.iter().position(|word| *word == "--")
            {
                words.splice(..=dashes, ["kring"]);
            }
            let is_sketch = words
                .iter()
                .any(|word| word.contains(['<', '…', '[']) || *word == "|" || *word == "...");
            if words.first() != Some(&"kring") || words.len() < 2 || is_sketch {
                continue;
            }
            seen += 1;
            if let Err(error) = kring::cli::command().try_get_matches_from(&words)
                && error.use_stderr()
                // `kring method check` in running text: the command is there, what it works on is left out.
                && error.kind() != clap::error::ErrorKind::MissingRequiredArgument
            {
                faults.push(format!("{}: {line}\n{error}", page.display()));
            }
        }
    }
    assert!(seen >= 3, "only {seen} commands were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_cargo_command_names_a_package_that_exists() {
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for line in code(&text).into_iter().filter(|line| line.starts_with("cargo ")) {
            let words = words(line);
            let known = [
                "run", "test", "build", "bench", "check", "clippy", "fmt", "doc", "fuzz", "deny", "insta",
                "nextest", "install",
            ];
            assert!(known.contains(&words[1]), "{}: {line}", page.display());
            for package in words
                .windows(2)
                .filter(|pair| ["-p", "--package"].contains(&pair[0]))
                .map(|pair| pair[1])
            {
                let is_there =
                    root().join("crates").join(package).exists() || package.chars().all(char::is_uppercase);
                assert!(is_there, "{}: {line}", page.display());
            }
        }
    }
}
