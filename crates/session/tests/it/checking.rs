//! What the reader of method files says: every fault at once, with line, column and what to do.

use std::fs;

use session::model::{Kind, Mode, StepKind, Word};
use session::{Language, Text, read};

use crate::mutations::files;
use crate::room::catalogue;
use crate::small::{source, step};

/// Broken files: what is wrong with them, keys for the head, and the steps.
#[expect(clippy::too_many_lines, reason = "a table, one line or so a row")]
fn broken() -> Vec<(&'static str, String)> {
    let ok = step("a", "speaks = [\"everyone\"]");
    let input = |keys: &str| step("a", &format!("[[step.input]]\nid = \"i\"\nlabel = T\n{keys}"));
    let none = "case = \"none\"";
    vec![
        ("not TOML at all", "id = [\nkind = \"method\"\n\"".to_owned()),
        ("an empty file", String::new()),
        (
            "a language is missing",
            source(none, &ok).replace("summary = { nl = \"x\", en = \"x\" }", "summary = { nl = \"x\" }"),
        ),
        (
            "an empty text",
            source(none, &ok).replace(
                "summary = { nl = \"x\", en = \"x\" }",
                "summary = { nl = \"\", en = \"x\" }",
            ),
        ),
        ("a key with a slip", source("case = \"none\"\nwriten = true", &ok)),
        ("a word with a slip", source(none, &step("a", "turn = \"rond\""))),
        ("a wrong type", source("case = 3\nwritten = \"yes\"", &ok)),
        ("an id with a capital", source(none, &step("Stap", ""))),
        (
            "two steps with one id",
            source(none, &(step("a", "") + &step("a", ""))),
        ),
        ("no steps", source(none, "")),
        ("minutes that are none", source(none, &step("a", "minutes = 0.7"))),
        (
            "group sizes that contradict",
            source(none, &ok).replace("min = 2", "min = 9"),
        ),
        (
            "an unknown licence",
            source("case = \"none\"\nlicence = \"MIT\"", &ok),
        ),
        (
            "a licence without a maker",
            source("case = \"none\"\nlicence = \"CC-BY-SA-4.0\"", &ok),
        ),
        (
            "speaks and is silent",
            source(
                none,
                &step("a", "speaks = [\"everyone\"]\nsilent = [\"everyone\"]"),
            ),
        ),
        (
            "an owner without a case",
            source(none, &step("a", "speaks = [\"owner\"]")),
        ),
        (
            "a role nobody can have",
            source(
                none,
                &step("a", "speaks = [\"scribe\", \"asker\", \"client\", \"inner\"]"),
            ),
        ),
        (
            "a minimum above the maximum",
            source(none, &input("mode = \"group\"\nmin = 3\nmax = 2")),
        ),
        (
            "reveal without blind",
            source(none, &input("mode = \"group\"\nreveal = \"time\"")),
        ),
        (
            "a group text that is hidden",
            source(none, &input("mode = \"private\"\ntogether = true")),
        ),
        (
            "a form without fields",
            source(none, &input("mode = \"group\"\nkind = \"form\"")),
        ),
        (
            "a board that is not there",
            source(
                none,
                &input("mode = \"group\"\nkind = \"board\"\nboard = \"hat\""),
            ),
        ),
        (
            "a scale with three ends",
            source(
                "case = \"none\"\n[[board]]\nid = \"s\"\nkind = \"scale\"\nlabel = T\ncolumns = [ { id = \"x\", label = T }, { id = \"y\", label = T }, { id = \"z\", label = T } ]",
                &ok,
            ),
        ),
        (
            "shows what comes later",
            source(
                none,
                &(step("a", "shows = [\"i\"]")
                    + &input("mode = \"group\"").replace("id = \"a\"", "id = \"b\"")),
            ),
        ),
        (
            "rates what does not exist",
            source(
                none,
                &step(
                    "a",
                    "rate = { of = [\"niets\"], by = \"everyone\", scale = \"appeals\" }",
                ),
            ),
        ),
        (
            "unlocks what does not exist",
            source("case = \"one\"", &step("a", "unlocks = [\"outcome\"]")),
        ),
        (
            "a decision without a way on",
            source(
                none,
                &step(
                    "a",
                    "decide = { by = \"everyone\", ask = T, options = [ { id = \"x\", label = T, to = \"a\" } ] }",
                ),
            ),
        ),
        (
            "a repeat that ends before it begins",
            source(
                none,
                &(step("a", "")
                    + &step("b", "")
                    + "[[repeat]]\nid = \"r\"\nfrom = \"b\"\nto = \"a\"\ntimes = 2"),
            ),
        ),
        (
            "repeats that cross",
            source(
                none,
                &(step("a", "")
                    + &step("b", "")
                    + &step("c", "")
                    + "[[repeat]]\nid = \"r\"\nfrom = \"a\"\nto = \"b\"\ntimes = 2\n[[repeat]]\nid = \"s\"\nfrom = \"b\"\nto = \"c\"\ntimes = 2"),
            ),
        ),
        (
            "a repeat that does not say how often",
            source(
                none,
                &(step("a", "") + "[[repeat]]\nid = \"r\"\nfrom = \"a\"\nto = \"q\""),
            ),
        ),
        (
            "a condition that can never be true",
            source(none, &step("a", "only_if = { parameter = \"p\", is = \"x\" }")),
        ),
        (
            "an order of steps apart",
            source(
                none,
                &(step("a", "") + &step("b", "") + &step("c", "") + "[[order]]\nsteps = [\"a\", \"c\"]"),
            ),
        ),
        (
            "five faults at once",
            source(
                "case = \"non\"\nwritten = 1",
                &(step("A", "turn = \"rond\"\nminutes = 500")
                    + "[[repeat]]\nid = \"r\"\nfrom = \"x\"\nto = \"A\"\ntimes = 2"),
            ),
        ),
    ]
}

#[test]
fn every_fault_is_named_at_once_with_its_place_and_a_hint() {
    let mut told = String::new();
    for (what, source) in broken() {
        let Err(problems) = read::read(&source) else {
            panic!("nothing was said about: {what}\n{source}");
        };
        told += "## ";
        told += what;
        told.push('\n');
        for problem in problems {
            let line = source.lines().nth(problem.line - 1).unwrap_or_default();
            assert!(
                !problem.message.is_empty() && !problem.hint.is_empty(),
                "{what}: {problem:?}"
            );
            assert!(
                problem.column <= line.chars().count() + 1,
                "{what}: {problem:?} is not in `{line}`"
            );
            told += &problem.to_string();
            told.push('\n');
        }
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn five_faults_are_five_problems_each_on_its_own_line() {
    let (_, source) = broken().pop().expect("the last one");
    let problems = read::read(&source).expect_err("it is broken");
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert!(problems.len() >= 5, "{problems:#?}");
    assert!(lines.is_sorted(), "in the order of the file: {lines:?}");
    for (fault, line) in [
        ("`non`", "case"),
        ("`written`", "written"),
        ("`A`", "id = \"A\""),
        ("`rond`", "turn"),
        ("minutes", "minutes"),
    ] {
        let problem = problems
            .iter()
            .find(|problem| problem.message.contains(fault))
            .unwrap_or_else(|| panic!("{fault} is not named: {problems:#?}"));
        let found = source.lines().nth(problem.line - 1).unwrap_or_default();
        assert!(found.contains(line), "{fault} is said to stand in `{found}`");
    }
}

#[test]
fn every_method_file_of_the_repository_is_clean_and_named_after_its_id() {
    let files = files();
    assert!(files.len() >= 28 + 11 + 8, "{} files", files.len());
    for file in files {
        let source = fs::read_to_string(&file).expect("the file can be read");
        let method =
            read::read(&source).unwrap_or_else(|problems| panic!("{}: {problems:#?}", file.display()));
        assert_eq!(
            Some(method.id.as_str()),
            file.file_stem().and_then(|stem| stem.to_str())
        );
        assert_eq!(
            catalogue().get(&method.id),
            Some(&method),
            "the binary holds the file as it is"
        );
        assert_eq!(catalogue().missing_modules(&method), Vec::<&str>::new());
    }
}

#[test]
fn every_method_says_in_both_languages_what_each_step_asks() {
    let methods: Vec<_> = catalogue().methods().collect();
    assert!(methods.len() >= 28, "{} methods", methods.len());
    let whole = |text: &Text| {
        Language::ALL
            .iter()
            .all(|language| !text.get(*language).trim().is_empty())
    };
    for method in methods {
        for text in [&method.name, &method.summary, &method.purpose] {
            assert!(whole(text), "{}: {text:?}", method.id);
        }
        for step in &method.steps {
            let place = format!("{} / {}", method.id, step.id);
            assert!(whole(&step.title), "{place}");
            assert!(
                !step.does.is_empty() && step.does.iter().all(|(_, text)| whole(text)),
                "{place} asks nothing"
            );
            assert!(
                step.say.iter().all(whole) && step.rules.iter().all(whole),
                "{place}"
            );
            let labels = step
                .inputs
                .iter()
                .flat_map(|input| input.starter.iter().chain([&input.label]));
            assert!(labels.into_iter().all(whole), "{place}");
        }
    }
}

#[test]
fn every_method_gives_the_facilitator_words_to_begin_each_step_with() {
    let mut without = Vec::new();
    for method in catalogue().methods() {
        for step in method
            .steps
            .iter()
            .filter(|step| step.kind != StepKind::Break && step.say.is_none())
        {
            without.push(format!("{} / {}", method.id, step.id));
        }
    }
    assert_eq!(without, Vec::<String>::new(), "nothing to read aloud");
}

#[test]
fn dutch_and_english_are_not_the_same_text() {
    // A text that was copied and never translated reads the same in both languages; names may.
    for method in catalogue().methods() {
        assert_ne!(method.summary.nl, method.summary.en, "{}", method.id);
        for step in &method.steps {
            for (role, text) in &step.does {
                assert_ne!(text.nl, text.en, "{} / {} / {role:?}", method.id, step.id);
            }
        }
    }
}

#[test]
fn a_word_of_the_language_reads_as_it_is_written() {
    for word in Mode::WORDS {
        assert_eq!(Mode::from_word(word).map(Word::word), Some(*word));
    }
    assert_eq!(Kind::from_word("Method"), None, "words are lower case");
}
