//! Journeys: what a person does from beginning to end, in a real Chromium, on a running `kring demo`.
//!
//! Not part of plain `cargo test`, because they need a browser; `./check` runs them, and so does
//! `cargo test -p kring --test journeys`. With `-- --pictures` they take pictures of every page instead of walking; see
//! docs/journeys.md. Pages are chosen by what a person sees, so a journey survives a change of styling.

/// Adds functions to the list of journeys, each under its own name.
macro_rules! journeys {
    ($list:ident: $($journey:ident),+) => { $($list.add(stringify!($journey), $journey);)+ };
}

mod accessibility;
mod bottlenecks;
mod browser;
mod calendar;
mod cases;
mod choices;
mod composing;
mod hands;
mod keyboard;
mod library;
mod list;
mod methods;
mod openings;
mod pages;
mod people;
mod pictures;
mod programme;
mod room;
mod speakers;
mod stage;
mod steps;

use anyhow::Result;
use browser::Browser;
use libtest_mimic::{Arguments, Trial};
use stage::Stage;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let stage = Arc::new(Stage::new(
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("journeys"),
    ));
    let mut words = std::env::args().skip(1);
    let code = if words.next().as_deref() == Some("--pictures") {
        told(pictures::take(&stage, &words.collect::<Vec<_>>()))
    } else {
        let arguments = Arguments::from_args();
        libtest_mimic::run(&arguments, journeys(&stage)).exit_code()
    };
    match told(stage.close()) {
        ExitCode::SUCCESS => code,
        failed => failed,
    }
}

/// Every journey, named as what it promises.
fn journeys(stage: &Arc<Stage>) -> Vec<Trial> {
    let mut list = Journeys {
        stage,
        trials: Vec::new(),
    };
    methods::add(&mut list);
    choices::add(&mut list);
    keyboard::add(&mut list);
    people::add(&mut list);
    calendar::add(&mut list);
    programme::add(&mut list);
    bottlenecks::add(&mut list);
    openings::add(&mut list);
    cases::add(&mut list);
    library::add(&mut list);
    speakers::add(&mut list);
    composing::add(&mut list);
    list::add(&mut list);
    room::add(&mut list);
    accessibility::add(&mut list);
    list.trials
}

/// The list under construction.
struct Journeys<'a> {
    stage: &'a Arc<Stage>,
    trials: Vec<Trial>,
}

impl Journeys<'_> {
    fn add<J>(&mut self, name: &'static str, journey: J)
    where
        J: AsyncFnOnce(&Browser) -> Result<()> + Send + 'static,
    {
        let stage = Arc::clone(self.stage);
        let run = move || {
            stage
                .run(name, journey)
                .map_err(|problem| in_words(&problem).into())
        };
        self.trials.push(Trial::test(name, run));
    }
}

fn told(outcome: Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            drop(writeln!(std::io::stderr(), "error: {}", in_words(&problem)));
            ExitCode::FAILURE
        }
    }
}

/// What went wrong and why, without a backtrace of Rust or of Chromium: a journey fails on what stands on the page.
fn in_words(problem: &anyhow::Error) -> String {
    let whole = problem
        .chain()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\nbecause: ");
    match whole.split_once("Stacktrace:") {
        Some((told, _)) => told.trim_end().to_owned(),
        None => whole,
    }
}
