//! How fast groups are composed, and how good they are.
//!
//! `cargo bench -p matching` composes 1,000 people under ten rules, five times from other seeds, and tells the processor time of each.
//! `cargo bench -p matching --bench invented -- --instances FILE` writes twenty questions of 12 to 60 people with the answers as JSON;
//! `crates/matching/bench/compare.py` has a constraint solver prove how good they can be.

#[path = "../tests/it/invented.rs"]
mod invented;

use std::ops::ControlFlow;
use std::time::Duration;

use matching::{Instance, Kind, Progress, compose};
use serde_json::json;

const SMALL: u64 = 20;

#[expect(clippy::print_stdout, reason = "figures for whoever runs it")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args()
        .skip_while(|argument| argument != "--instances")
        .skip(1);
    if let Some(file) = arguments.next() {
        std::fs::write(&file, serde_json::to_string(&small()?)?)?;
        println!("{SMALL} questions with their answers: {file}");
        return Ok(());
    }
    for seed in 1..=5 {
        let question = invented::question(seed, 1_000, true);
        let instance = instance(question)?;
        let from = processor_time();
        let board = compose(&instance, seed, go_on)?;
        println!(
            "1,000 people, ten rules, seed {seed}: {:.2} s, penalty {}",
            processor_time().saturating_sub(from).as_secs_f64(),
            board.score().penalty
        );
    }
    Ok(())
}

/// Questions that grow from 12 to 60 people; every other one has coaches.
fn small() -> Result<Vec<serde_json::Value>, Box<dyn std::error::Error>> {
    let mut all = Vec::new();
    for seed in 1..=SMALL {
        let count = 12 + usize::try_from((seed - 1) * 48 / (SMALL - 1))?;
        // So few that they cannot be divided get company.
        let mut count = count..;
        let (question, instance) = count
            .find_map(|count| {
                let question = provable(invented::question(seed, count, seed % 2 == 0));
                let ready = instance(question.clone()).ok()?;
                Some((question, ready))
            })
            .ok_or("no question")?;
        let from = processor_time();
        let board = compose(&instance, seed, go_on)?;
        all.push(json!({
            "seed": seed,
            "people": question.people,
            "coaches": question.coaches,
            "rules": question.rules,
            "groups": board.groups(),
            "penalty": board.score().penalty,
            "seconds": processor_time().saturating_sub(from).as_secs_f64(),
        }));
    }
    Ok(all)
}

/// The question without the rules that bring people together by a trait or by distance. A solver finds good answers to those as well,
/// but proves next to nothing about them.
fn provable(mut question: invented::Question) -> invented::Question {
    let rules = &mut question.rules.rules;
    rules.retain(|rule| !matches!(rule.kind, Kind::Gather | Kind::Travel));
    question
}

fn instance(question: invented::Question) -> Result<Instance, String> {
    Instance::new(question.people, question.coaches, question.rules)
        .map_err(|problems| format!("{problems:?}"))
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Of this thread, so that other work on the machine hardly counts.
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap_or(0),
        u32::try_from(time.tv_nsec).unwrap_or(0),
    )
}
