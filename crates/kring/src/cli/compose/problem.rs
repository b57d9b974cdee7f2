//! Everything that is wrong with the two files, in the order in which somebody reads them.

use serde::Serialize;

use crate::cli::out;
use crate::words::Words;

/// Something to put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Problem {
    file: String,
    /// From one; none when it is about the file as a whole.
    line: Option<usize>,
    /// What is wrong and what a right value looks like.
    text: String,
}

/// The problems of one file.
pub(super) struct Sink<'w> {
    file: String,
    pub(super) words: &'w Words,
    problems: Vec<Problem>,
}

/// All problems, for another program.
#[derive(Serialize)]
struct Listed<'p> {
    problems: &'p [Problem],
}

impl<'w> Sink<'w> {
    pub(super) fn new(file: &str, words: &'w Words) -> Self {
        Self {
            file: file.to_owned(),
            words,
            problems: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, line: impl Into<Option<usize>>, text: String) {
        let problem = Problem {
            file: self.file.clone(),
            line: line.into(),
            text,
        };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    pub(super) fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    /// The problems by line, those about the whole file first.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.line);
        self.problems
    }
}

/// The text of a file; `None` after it was said why not.
pub(super) fn source(sink: &mut Sink<'_>) -> Option<String> {
    let bytes = match std::fs::read(&sink.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            sink.add(None, sink.words.composing_unreadable(error.to_string()));
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before = error.as_bytes().iter().take(good);
            let line = 1 + before.filter(|byte| **byte == b'\n').count();
            sink.add(line, sink.words.composing_not_utf8());
            None
        }
    }
}

/// The known word that was probably meant.
pub(super) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> &'k str {
    let nearest = known
        .into_iter()
        .min_by_key(|known| strsim::damerau_levenshtein(word, known));
    nearest.unwrap_or_default()
}

/// Prints all problems: beside the answer, or as the answer to another program.
pub(super) fn print(problems: &[Problem], json: bool) -> std::io::Result<()> {
    if json {
        return out::json(&Listed { problems });
    }
    problems.iter().try_for_each(|problem| {
        let Problem { file, line, text } = problem;
        match line {
            Some(line) => out::aside(format_args!("{file}:{line}: {text}")),
            None => out::aside(format_args!("{file}: {text}")),
        }
    })
}
