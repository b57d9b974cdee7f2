//! `kring method check`: every fault of a method file at once.

use std::process::ExitCode;

use anyhow::Context as _;
use camino::{Utf8Path, Utf8PathBuf};
use serde::Serialize;
use session::Catalogue;
use session::read::{self, Problem};

use crate::cli::out;

/// The outcome for one file.
#[derive(Serialize)]
struct Checked {
    file: String,
    problems: Vec<Problem>,
}

pub(super) fn check(catalogue: &Catalogue, files: &[Utf8PathBuf], json: bool) -> anyhow::Result<ExitCode> {
    let checked = files
        .iter()
        .map(|file| check_file(file, catalogue))
        .collect::<anyhow::Result<Vec<Checked>>>()?;
    if json {
        out::json(&checked)?;
    } else {
        for Checked { file, problems } in &checked {
            for problem in problems {
                out::line(format_args!("{file}:{problem}"))?;
            }
            if problems.is_empty() {
                out::line(format_args!("{file}: ok"))?;
            }
        }
    }
    let is_fine = checked.iter().all(|checked| checked.problems.is_empty());
    Ok(if is_fine {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn check_file(file: &Utf8Path, catalogue: &Catalogue) -> anyhow::Result<Checked> {
    let source = std::fs::read_to_string(file).with_context(|| format!("reading {file}"))?;
    let problems = match read::read(&source) {
        Err(problems) => problems,
        Ok(method) => {
            let missing = catalogue.missing_modules(&method).into_iter();
            let mut problems: Vec<Problem> = missing
                .map(|id| {
                    at_start(
                        format!("there is no module `{id}`"),
                        "modules are the files in methods/modules/",
                    )
                })
                .collect();
            if file.file_stem() != Some(method.id.as_str()) {
                let message = format!("the id `{}` is not the name of the file", method.id);
                problems.push(at_start(message, "give file and id the same name"));
            }
            problems
        }
    };
    Ok(Checked {
        file: file.to_string(),
        problems,
    })
}

fn at_start(message: String, hint: &str) -> Problem {
    Problem {
        line: 1,
        column: 1,
        message,
        hint: hint.to_owned(),
    }
}
