//! `kring method play`: robots play a method, and it is told as a story.

use std::process::ExitCode;

use clap::Args;
use session::robots::{self, Cast, Mishaps};
use session::{Catalogue, Plan};
use ui::Language;

use super::speech;
use crate::cli::out;

#[derive(Debug, Args)]
pub(in crate::cli) struct PlayArgs {
    /// Its id, as `kring method list` shows it, or a method file
    #[arg(value_name = "ID")]
    pub(super) id: String,
    /// People who take part, the facilitator not counted
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=200))]
    people: u16,
    /// Everything that is drawn by lot follows from it
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Let things go wrong: somebody comes late, somebody leaves, the facilitator and the case owner drop out
    #[arg(long)]
    mishaps: bool,
    /// Print the events as JSON for another program
    #[arg(long)]
    json: bool,
}

pub(super) fn play(
    catalogue: &Catalogue,
    id: &str,
    args: &PlayArgs,
    language: Language,
) -> anyhow::Result<ExitCode> {
    let mishaps = if args.mishaps {
        Mishaps::ALL
    } else {
        Mishaps::default()
    };
    let cast = Cast {
        people: args.people,
        seed: args.seed,
        mishaps,
        language: speech(language),
    };
    let performance = match robots::play(catalogue, &Plan::of_method(id), &cast) {
        Ok(performance) => performance,
        Err(problems) => {
            problems
                .iter()
                .try_for_each(|problem| out::aside(problem.message(speech(language))))?;
            return Ok(ExitCode::FAILURE);
        }
    };
    if args.json {
        out::json(&performance.events)?;
    } else {
        out::line(robots::transcript(&performance.events, speech(language)).trim_end())?;
    }
    // A refusal means that a screen offered what the engine does not allow.
    for (_, refusal) in &performance.refused {
        out::aside(refusal.message(speech(language)))?;
    }
    Ok(if performance.refused.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
