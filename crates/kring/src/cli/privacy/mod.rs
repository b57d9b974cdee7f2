//! `kring privacy scan`: what in a text can give somebody away, without a server or a database.

mod lines;
mod told;

use std::io;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use ui::Language;

use crate::words::words;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum PrivacyCommand {
    /// Say what in a text can give somebody away
    #[command(
        after_help = "Examples:\n  kring privacy scan < case.txt\n  kring privacy scan --jsonl < cases.jsonl\n\nWith --jsonl each line is a text, {\"id\": …, \"text\": …}, and gets a line: {\"id\": …, \"spans\": [{\"start\": …, \"end\": …, \"type\": …}]}. Places are counted in characters (code points). Nothing is kept, and the text goes nowhere. Ends with exit code 1 when something could not be read."
    )]
    Scan(ScanArgs),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ScanArgs {
    /// Read and write one JSON object a line, for another program
    #[arg(long)]
    jsonl: bool,
}

/// Searches what comes in; exit code 1 when some of it could not be read.
pub(super) fn run(command: &PrivacyCommand, language: Language) -> anyhow::Result<ExitCode> {
    let PrivacyCommand::Scan(args) = command;
    let words = words(language);
    let input = io::stdin().lock();
    let is_read = if args.jsonl {
        lines::scan(input, words)?
    } else {
        told::scan(input, words)?
    };
    Ok(if is_read {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
