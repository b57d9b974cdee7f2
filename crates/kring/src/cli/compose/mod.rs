//! `kring compose`: groups from two files, without a server or a database.

mod people;
mod problem;
mod rules;
mod told;

use std::io::{self, IsTerminal as _};
use std::ops::ControlFlow;
use std::process::ExitCode;

use camino::Utf8PathBuf;
use clap::Args;
use matching::{Instance, Problem as Fault, Progress, compose};
use ui::Language;

use self::people::People;
use self::problem::{Problem, Sink};
use self::rules::Rulebook;
use super::out;
use crate::words::{Words, words};

/// With fewer people the answer is there before anybody would look at the progress.
const LONG: usize = 100;

#[derive(Debug, Args)]
pub(in crate::cli) struct ComposeArgs {
    /// The people, one a row (CSV)
    #[arg(value_name = "FILE")]
    people: Utf8PathBuf,
    /// The rules (TOML)
    #[arg(long, value_name = "FILE")]
    rules: Utf8PathBuf,
    /// Print JSON for another program
    #[arg(long)]
    json: bool,
    /// Tell how far it is, also when nobody looks at a terminal
    #[arg(long)]
    progress: bool,
}

/// What is asked, and in which words it is answered.
struct Question<'q> {
    people: &'q People,
    book: &'q Rulebook,
    /// The file with the rules.
    file: &'q str,
    language: Language,
    words: &'q Words,
}

/// Prints groups; exit code 1 when the files are not right or hard rules do not go together.
pub(super) fn run(args: &ComposeArgs, language: Language) -> anyhow::Result<ExitCode> {
    let words = words(language);
    let mut of_people = Sink::new(args.people.as_str(), words);
    let mut of_rules = Sink::new(args.rules.as_str(), words);
    let people = problem::source(&mut of_people).map(|text| people::read(&text, &mut of_people));
    let book = problem::source(&mut of_rules).map(|text| rules::read(&text, &mut of_rules));
    let (people, book) = (people.unwrap_or_default(), book.unwrap_or_default());
    let Some(instance) = ready(&people, &book, &mut of_people, &mut of_rules) else {
        let problems: Vec<Problem> = [of_people, of_rules]
            .into_iter()
            .flat_map(Sink::into_problems)
            .collect();
        problem::print(&problems, args.json)?;
        return Ok(ExitCode::FAILURE);
    };
    let question = Question {
        people: &people,
        book: &book,
        file: args.rules.as_str(),
        language,
        words,
    };
    let is_long = people.everybody.len() >= LONG;
    let is_watched = args.progress || (is_long && io::stderr().is_terminal());
    let composed = compose(&instance, book.seed, |progress| {
        watch(is_watched, progress, words)
    });
    Ok(match composed {
        Ok(board) => {
            told::groups(&question, &board, args.json)?;
            ExitCode::SUCCESS
        }
        Err(impossible) => {
            told::conflict(&question, &impossible, args.json)?;
            ExitCode::FAILURE
        }
    })
}

/// The question, when both files are right; otherwise what is wrong has been said.
fn ready(
    people: &People,
    book: &Rulebook,
    of_people: &mut Sink<'_>,
    of_rules: &mut Sink<'_>,
) -> Option<Instance> {
    let rules = book.rules_for(people.everybody.len());
    // Half a file of people says nothing about how they can be divided.
    let is_whole = of_people.is_clean();
    match Instance::new(people.everybody.clone(), book.coaches.clone(), rules) {
        Ok(instance) if is_whole && of_rules.is_clean() => return Some(instance),
        Ok(_) => {}
        Err(faults) => {
            for fault in faults {
                say(&fault, people, book, is_whole, of_people, of_rules);
            }
        }
    }
    None
}

/// Says what the crate found, at the line where it can be put right.
fn say(
    fault: &Fault,
    people: &People,
    book: &Rulebook,
    is_whole: bool,
    of_people: &mut Sink<'_>,
    of_rules: &mut Sink<'_>,
) {
    let words = of_rules.words;
    let line = |number: &usize| number.checked_sub(1).and_then(|at| book.line(at));
    match fault {
        Fault::Nobody if is_whole => of_people.add(None, words.composing_nobody_at_all()),
        Fault::Sizes => of_rules.add(book.size_line, words.composing_sizes()),
        Fault::Undivided { people, least, most } if is_whole => {
            of_rules.add(book.size_line, words.composing_undivided(*people, *least, *most));
        }
        Fault::Groups {
            people,
            groups,
            least,
            most,
        } if is_whole => {
            of_rules.add(
                book.size_line,
                words.composing_groups(*people, *groups, *least, *most),
            );
        }
        // Whoever stands there twice, or names themselves or a stranger, was named while the people were read; and of half a file
        // nobody can tell how it is divided.
        Fault::Nobody
        | Fault::Twice(_)
        | Fault::Unknown { .. }
        | Fault::Oneself(_)
        | Fault::Undivided { .. }
        | Fault::Groups { .. } => {}
        Fault::NoTrait(number) => of_rules.add(
            line(number),
            words.composing_missing("of", "of = \"organisation\""),
        ),
        Fault::TraitOfNobody { number, of } => {
            let known = people.columns.iter().map(String::as_str);
            let known: Vec<&str> = known.filter(|column| !people::is_special(column)).collect();
            // Without a first row nobody can tell which columns there are.
            if is_whole || !(people.columns.is_empty() || known.contains(&of.as_str())) {
                of_rules.add(
                    line(number),
                    words.composing_trait_of_nobody(of, known.join(", ")),
                );
            }
        }
        Fault::NoDistance(number) => {
            of_rules.add(line(number), words.composing_missing("km", "km = 30"));
        }
        Fault::Weight(number) => of_rules.add(line(number), words.composing_wrong("weight", "weight = 5")),
        Fault::HardSize(number) => of_rules.add(line(number), words.composing_hard_size()),
        Fault::Slots => of_people.add(None, words.composing_slots()),
    }
}

fn watch(is_watched: bool, progress: Progress, words: &Words) -> ControlFlow<()> {
    if is_watched {
        // Whether somebody still reads how far it is makes no difference to the answer.
        drop(out::aside(words.composing_progress(progress.done, progress.all)));
    }
    ControlFlow::Continue(())
}
