//! Puts the migrations folder into the binary, in order.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let folder = Path::new(&env::var_os("CARGO_MANIFEST_DIR").ok_or("no manifest folder")?)
        .join("../../migrations")
        .canonicalize()?;
    println!("cargo::rerun-if-changed={}", folder.display());

    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?
            .file_name()
            .into_string()
            .map_err(|_name| "a migration has an unreadable name")?;
        if Path::new(&name)
            .extension()
            .is_some_and(|extension| extension == "sql")
        {
            names.push(name);
        }
    }
    names.sort();

    let mut code = String::from("&[\n");
    let mut last = 0;
    for name in &names {
        let (number, what) = parse(name).ok_or_else(|| {
            format!("migrations/{name}: name it NNNN_what.sql, four digits and lower case, such as 0002_people.sql")
        })?;
        if number <= last {
            return Err(format!("migrations/{name}: number {number} is used twice").into());
        }
        last = number;
        let path = folder.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        writeln!(
            code,
            "Migration {{ version: {number}, name: {what:?}, sql: include_str!({:?}) }},",
            path.display().to_string()
        )?;
    }
    code.push(']');
    let out = env::var_os("OUT_DIR").ok_or("no output folder")?;
    fs::write(Path::new(&out).join("migrations.rs"), code)?;
    Ok(())
}

/// `0002_people.sql` is number 2, named `people`.
fn parse(name: &str) -> Option<(i64, &str)> {
    let (number, what) = name.strip_suffix(".sql")?.split_once('_')?;
    let plain = what
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let counted = number.len() == 4 && number.chars().all(|c| c.is_ascii_digit());
    (plain && counted && !what.is_empty()).then(|| number.parse().ok().map(|number| (number, what)))?
}
