//! Puts the catalogue of methods into the binary: every file of `methods/` becomes one entry of a list.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let methods = Path::new(&folder_of("CARGO_MANIFEST_DIR")?).join("../../methods");
    let mut files = Vec::new();
    for folder in ["", "modules", "blocks"] {
        let folder = methods.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        collect(&folder, &mut files)?;
    }
    files.sort();
    let mut list = String::from("&[\n");
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        writeln!(
            list,
            "    ({name:?}, include_str!({:?})),",
            fs::canonicalize(file)?.to_string_lossy()
        )
        .map_err(io::Error::other)?;
    }
    list.push(']');
    let out = PathBuf::from(folder_of("OUT_DIR")?).join("methods.rs");
    fs::write(out, list)
}

/// A folder that cargo tells a build script about.
fn folder_of(variable: &str) -> io::Result<OsString> {
    env::var_os(variable).ok_or_else(|| io::Error::other(format!("cargo did not say where {variable} is")))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
    Ok(())
}
