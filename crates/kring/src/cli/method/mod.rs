//! `kring method …`: looking into methods without the web.

mod check;
mod play;

use std::process::ExitCode;

use anyhow::Context as _;
use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, Subcommand};
use serde::Serialize;
use session::model::{Experience, Kind, Lead, Method, Situation, Trust, Word};
use session::read;
use session::wizard::{Suggestion, Wish, minutes, suggest};
use session::{Catalogue, Text};
use ui::Language;

use self::check::check;
use self::play::{PlayArgs, play};
use super::out;
use crate::methods;
use crate::words::words;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum MethodCommand {
    /// List all methods
    #[command(after_help = "Examples:\n  kring method list\n  kring method list --lang en --json")]
    List {
        /// Print JSON for another program
        #[arg(long)]
        json: bool,
    },
    /// Show a method step by step
    #[command(
        after_help = "Examples:\n  kring method show focusmethode\n  kring method show speedsparren --lang en"
    )]
    Show {
        /// Its id, as `kring method list` shows it, or a method file
        #[arg(value_name = "ID")]
        id: String,
        /// Print JSON for another program
        #[arg(long)]
        json: bool,
    },
    /// Check method files and name every fault with line and column
    #[command(
        after_help = "Examples:\n  kring method check methods/mymethod.toml\n  kring method check --json methods/*.toml"
    )]
    Check {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<Utf8PathBuf>,
        /// Print JSON for another program
        #[arg(long)]
        json: bool,
    },
    /// Propose methods for a group, with reasons
    #[command(
        after_help = "Examples:\n  kring method wizard --people 8 --minutes 60\n  kring method wizard --people 12 --question small_questions --trust new"
    )]
    Wizard(WizardArgs),
    /// Let robots play a method to its end and tell how it went, with clock times
    #[command(
        after_help = "Examples:\n  kring method play focusmethode --people 8\n  kring method play speedsparren --people 7 --seed 3 --mishaps\n\nThe same people and seed give the same session."
    )]
    Play(PlayArgs),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct WizardArgs {
    /// People who take part, the facilitator not counted
    #[arg(long)]
    people: u16,
    /// Minutes there are for the method
    #[arg(long)]
    minutes: Option<u16>,
    /// What it is about
    #[arg(long, value_name = "SITUATION", value_parser = word::<Situation>)]
    question: Option<Situation>,
    /// How well they know each other: new, known or safe
    #[arg(long, value_parser = word::<Trust>)]
    trust: Option<Trust>,
    /// How practised they are: beginner, some or experienced
    #[arg(long, value_parser = word::<Experience>)]
    experience: Option<Experience>,
    /// Who leads: member, guide or trained
    #[arg(long, value_parser = word::<Lead>)]
    lead: Option<Lead>,
    /// Only methods that also work in writing, over days
    #[arg(long)]
    written: bool,
    /// Print JSON for another program
    #[arg(long)]
    json: bool,
}

pub(super) fn run(command: &MethodCommand, language: Language) -> anyhow::Result<ExitCode> {
    let (mut catalogue, bad) = Catalogue::built_in();
    for file in &bad {
        out::aside(format_args!(
            "{} is left out: it has {} faults",
            file.file,
            file.problems.len()
        ))?;
    }
    match command {
        MethodCommand::List { json } => list(&catalogue, language, *json),
        MethodCommand::Show { id, json } => match named(&mut catalogue, id, language)? {
            Some(id) => show(&catalogue, &id, language, *json),
            None => Ok(ExitCode::FAILURE),
        },
        MethodCommand::Check { files, json } => check(&catalogue, files, *json),
        MethodCommand::Wizard(args) => wizard(&catalogue, args, language),
        MethodCommand::Play(args) => match named(&mut catalogue, &args.id, language)? {
            Some(id) => play(&catalogue, &id, args, language),
            None => Ok(ExitCode::FAILURE),
        },
    }
}

/// The id of a method in the catalogue. A file is read and added first, so that an author can try it. `None` when there is no
/// such method or the file has faults, after it was said.
fn named(catalogue: &mut Catalogue, id: &str, language: Language) -> anyhow::Result<Option<String>> {
    if Utf8Path::new(id).extension() == Some("toml") {
        return from_file(catalogue, id);
    }
    if catalogue.get(id).is_some() {
        return Ok(Some(id.to_owned()));
    }
    let all = [Kind::Method, Kind::Module, Kind::Block]
        .into_iter()
        .flat_map(|kind| catalogue.of(kind));
    let nearest = all
        .map(|method| method.id.as_str())
        .min_by_key(|known| strsim::damerau_levenshtein(id, known));
    out::aside(words(language).method_unknown(id, nearest.unwrap_or_default()))?;
    Ok(None)
}

fn from_file(catalogue: &mut Catalogue, file: &str) -> anyhow::Result<Option<String>> {
    let source = std::fs::read_to_string(file).with_context(|| format!("reading {file}"))?;
    match read::read(&source) {
        Ok(method) => {
            let id = method.id.clone();
            catalogue.insert(method);
            Ok(Some(id))
        }
        Err(problems) => {
            problems
                .iter()
                .try_for_each(|problem| out::aside(format_args!("{file}:{problem}")))?;
            Ok(None)
        }
    }
}

const fn speech(language: Language) -> session::Language {
    match language {
        Language::Nl => session::Language::Nl,
        Language::En => session::Language::En,
    }
}

fn text(language: Language, text: &Text) -> &str {
    text.get(speech(language))
}

/// One line of the list.
#[derive(Serialize)]
struct Listed<'c> {
    id: &'c str,
    name: &'c Text,
    summary: &'c Text,
    /// With as many people as it works best with.
    minutes: Option<u32>,
    min_people: u16,
    max_people: u16,
}

impl<'c> Listed<'c> {
    fn of(catalogue: &Catalogue, method: &'c Method) -> Self {
        Self {
            id: &method.id,
            name: &method.name,
            summary: &method.summary,
            minutes: minutes(catalogue, &method.id, method.group.best_from),
            min_people: method.group.min,
            max_people: method.group.max,
        }
    }
}

fn list(catalogue: &Catalogue, language: Language, json: bool) -> anyhow::Result<ExitCode> {
    let listed: Vec<Listed<'_>> = catalogue
        .methods()
        .map(|method| Listed::of(catalogue, method))
        .collect();
    if json {
        out::json(&listed)?;
        return Ok(ExitCode::SUCCESS);
    }
    let width = listed
        .iter()
        .map(|method| method.id.len())
        .max()
        .unwrap_or_default();
    for method in &listed {
        let minutes = method
            .minutes
            .map(|minutes| minutes.to_string())
            .unwrap_or_default();
        let people = format!("{}-{}", method.min_people, method.max_people);
        let summary = text(language, method.summary);
        out::line(format_args!(
            "{:width$}  {minutes:>3} min  {people:>5}  {summary}",
            method.id
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn show(catalogue: &Catalogue, id: &str, language: Language, json: bool) -> anyhow::Result<ExitCode> {
    let method = catalogue
        .get(id)
        .context("the method is gone from the catalogue")?;
    if json {
        out::json(method)?;
    } else {
        out::line(methods::describe(method, language).trim_end())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn wizard(catalogue: &Catalogue, args: &WizardArgs, language: Language) -> anyhow::Result<ExitCode> {
    let suggestions = suggest(
        catalogue,
        &Wish {
            people: args.people,
            minutes: args.minutes,
            experience: args.experience,
            trust: args.trust,
            lead: args.lead,
            situation: args.question,
            written: args.written,
        },
    );
    if args.json {
        out::json(&suggestions)?;
    } else if suggestions.is_empty() {
        out::aside(words(language).method_nothing_fits())?;
    } else {
        suggestions
            .iter()
            .try_for_each(|suggestion| print_suggestion(suggestion, language))?;
    }
    Ok(if suggestions.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn print_suggestion(suggestion: &Suggestion<'_>, language: Language) -> std::io::Result<()> {
    let name = text(language, suggestion.name);
    out::line(format_args!(
        "{name} ({}, {} min)",
        suggestion.id, suggestion.minutes
    ))?;
    for reason in &suggestion.reasons {
        out::line(format_args!("  + {}", text(language, reason)))?;
    }
    for warning in &suggestion.warnings {
        out::line(format_args!("  ! {}", text(language, warning)))?;
    }
    Ok(())
}

/// Reads a word of the method language, and names the known ones when it is another.
fn word<W: Word>(text: &str) -> Result<W, String> {
    W::from_word(text).ok_or_else(|| format!("choose one of: {}", W::WORDS.join(", ")))
}
