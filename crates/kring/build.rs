//! Turns `locales/` into typed functions and `assets/` into a table inside the binary.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use flate2::Compression;
use flate2::write::GzEncoder;
use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};
use sha2::{Digest, Sha256};

fn main() -> ExitCode {
    match assets() {
        Ok(()) => words(),
        Err(error) => {
            println!("cargo::error=assets: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Dutch is the language every other one is measured by.
fn words() -> ExitCode {
    let out = out_dir();
    println!("cargo::rerun-if-changed=../../locales");
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("../../locales")
            .with_default_language("nl")
            .with_output_file_path(&out.join("words.rs").to_string_lossy())
            .with_ftl_output(FtlOutputOptions::single_file(
                &out.join("words.ftl").to_string_lossy(),
            ))
            .with_lint_level(LintLevel::Strict)
            .with_prefix("")
            .without_bidi_isolation()
            .without_format(),
    )
}

/// Every file under a name that changes with its content, so that a browser may keep it for ever. The style sheets become
/// one file: one request, and the order of `@layer` decides, not the order of files.
fn assets() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../../assets");
    let root = Path::new("../../assets");
    let mut table = String::from("&[\n");
    let mut style = Vec::new();
    for file in files(&root.join("css"))? {
        style.extend(fs::read(file)?);
        style.push(b'\n');
    }
    entry(&mut table, "kring.css", &style)?;
    for folder in ["js", "img"] {
        for file in files(&root.join(folder))? {
            let name = file
                .file_name()
                .ok_or("a file without a name")?
                .to_string_lossy()
                .into_owned();
            entry(&mut table, &name, &fs::read(&file)?)?;
        }
    }
    table.push(']');
    fs::write(out_dir().join("assets.rs"), table)?;
    Ok(())
}

fn entry(table: &mut String, name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let (stem, extension) = name.rsplit_once('.').ok_or("a file without an extension")?;
    let kind = match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        other => return Err(format!("{name}: no media type for .{other} yet").into()),
    };
    let hash: String = Sha256::digest(bytes)
        .iter()
        .take(8)
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
    let (plain, packed) = (format!("{hash}-{name}"), format!("{hash}-{name}.gz"));
    fs::write(out_dir().join(&plain), bytes)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    fs::write(out_dir().join(&packed), gzip.finish()?)?;
    writeln!(
        table,
        "    Asset {{ name: {name:?}, path: \"/assets/{stem}.{hash}.{extension}\", etag: \"\\\"{hash}\\\"\", kind: {kind:?}, \
         plain: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{plain}\")), \
         gzip: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{packed}\")) }},"
    )?;
    Ok(())
}

/// The files of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>, std::io::Error>>()?;
    files.sort();
    Ok(files)
}

fn out_dir() -> PathBuf {
    PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default())
}
