//! The answer: who sits with whom and why, what each rule adds, or which rules do not go together.

use std::collections::BTreeSet;
use std::io;

use matching::{Board, Group, Impossible, Kind, Person, Reason, Rule, Share, explain, tally};
use serde::Serialize;
use ui::locale;

use super::Question;
use crate::cli::out;
use crate::words::Words;

/// The whole answer, for another program.
#[derive(Serialize)]
struct Composition {
    seed: u64,
    breaches: i64,
    penalty: i64,
    groups: Vec<Seated>,
    rules: Vec<Counted>,
}

#[derive(Serialize)]
struct Seated {
    coach: Option<String>,
    people: Vec<Member>,
}

#[derive(Serialize)]
struct Member {
    id: String,
    name: String,
    reasons: Vec<Because>,
    /// What the rules ask and nobody knows, as columns of the file.
    unknown: Vec<String>,
}

#[derive(Serialize)]
struct Because {
    /// Which rule, from one.
    rule: usize,
    kept: bool,
    with: Vec<String>,
    text: String,
}

#[derive(Serialize)]
struct Counted {
    #[serde(flatten)]
    rule: Rule,
    text: String,
    times: i64,
    breaches: i64,
    penalty: i64,
}

/// Why there is no answer, for another program.
#[derive(Serialize)]
struct Refused {
    impossible: Conflict,
}

#[derive(Serialize)]
struct Conflict {
    /// Which rules, from one.
    rules: Vec<usize>,
    people: Vec<String>,
    proven: bool,
    text: String,
}

/// Prints the groups.
pub(super) fn groups(question: &Question<'_>, board: &Board<'_>, json: bool) -> io::Result<()> {
    let score = board.score();
    let shares = tally(board);
    let composition = Composition {
        seed: question.book.seed,
        breaches: score.breaches,
        penalty: score.penalty,
        groups: board
            .groups()
            .iter()
            .map(|group| seated(question, board, group))
            .collect(),
        rules: question
            .book
            .rules
            .iter()
            .zip(&shares)
            .map(|(rule, share)| counted(question, rule, *share))
            .collect(),
    };
    if json {
        return out::json(&composition);
    }
    for (number, group) in (1..).zip(&composition.groups) {
        print_group(question, number, group)?;
    }
    print_score(question.words, &composition)
}

/// Prints which rules do not go together.
pub(super) fn conflict(question: &Question<'_>, impossible: &Impossible, json: bool) -> io::Result<()> {
    let text = conflict_text(question, impossible);
    if !json {
        return out::aside(text);
    }
    out::json(&Refused {
        impossible: Conflict {
            rules: impossible.rules.iter().map(|rule| rule + 1).collect(),
            people: impossible.people.clone(),
            proven: impossible.is_proven,
            text,
        },
    })
}

fn conflict_text(question: &Question<'_>, impossible: &Impossible) -> String {
    let words = question.words;
    let rules = impossible.rules.iter().filter_map(|at| {
        let rule = question.book.rules.get(*at)?;
        let line = question.book.line(*at)?;
        Some(format!("  {}:{line}: {}", question.file, label(question, rule)))
    });
    let rules = rules.collect::<Vec<_>>();
    let mut lines = vec![if rules.len() == 1 {
        words.composing_one_impossible()
    } else {
        words.composing_impossible()
    }];
    lines.extend(rules);
    let names = question.names(&impossible.people);
    if !names.is_empty() {
        lines.push(words.composing_concerns(locale::and_list(question.language, &names)));
    }
    lines.push(if impossible.is_proven {
        words.composing_proven()
    } else {
        words.composing_not_found()
    });
    lines.join("\n")
}

fn seated(question: &Question<'_>, board: &Board<'_>, group: &Group) -> Seated {
    let people = question.people.everybody.iter();
    let people = people.filter(|person| group.people.contains(&person.id));
    Seated {
        coach: group.coach.clone(),
        people: people
            .map(|person| Member {
                id: person.id.clone(),
                name: question.people.name(&person.id),
                reasons: explain(board, &person.id)
                    .into_iter()
                    .filter_map(|reason| because(question, reason))
                    .collect(),
                unknown: unknown(question, person),
            })
            .collect(),
    }
}

fn because(question: &Question<'_>, reason: Reason) -> Option<Because> {
    let rule = question.book.rules.get(reason.rule)?;
    Some(Because {
        rule: reason.rule + 1,
        kept: reason.kept,
        text: reason_text(question, rule, &reason),
        with: reason.with,
    })
}

fn counted(question: &Question<'_>, rule: &Rule, share: Share) -> Counted {
    Counted {
        rule: rule.clone(),
        text: label(question, rule),
        times: share.times,
        breaches: share.score.breaches,
        penalty: share.score.penalty,
    }
}

/// The columns that the rules ask about and of which nothing is known of somebody.
fn unknown(question: &Question<'_>, person: &Person) -> Vec<String> {
    let mut columns = BTreeSet::new();
    for rule in &question.book.rules {
        let (asked, is_known): (&[&str], bool) = match (rule.kind, rule.of.as_deref()) {
            (Kind::CommonSlot, _) => (&["free"], !person.free.is_empty()),
            (Kind::Travel, _) => (&["latitude", "longitude"], person.place.is_some()),
            (Kind::Coach, _) => (&["region"], person.traits.contains_key("region")),
            (kind, Some(of)) if kind.needs_trait() => (&[of], person.traits.contains_key(of)),
            _ => continue,
        };
        if !is_known {
            let headings = asked.iter().map(|column| question.people.heading(column));
            columns.extend(headings.map(str::to_owned));
        }
    }
    columns.into_iter().collect()
}

fn print_group(question: &Question<'_>, number: usize, group: &Seated) -> io::Result<()> {
    let words = question.words;
    let people = group.people.len();
    out::line(match &group.coach {
        Some(coach) => words.composing_group_coach(number, coach, people),
        None => words.composing_group(number, people),
    })?;
    for member in &group.people {
        out::line(format_args!("  {}", member.name))?;
        for reason in &member.reasons {
            let sign = if reason.kept { '+' } else { '-' };
            out::line(format_args!("    {sign} {}", reason.text))?;
        }
        if !member.unknown.is_empty() {
            let unknown = words.composing_not_known(member.unknown.join(", "));
            out::line(format_args!("    ? {unknown}"))?;
        }
    }
    out::line("")
}

fn print_score(words: &Words, composition: &Composition) -> io::Result<()> {
    out::line(words.composing_score(composition.penalty, composition.seed))?;
    for (number, rule) in (1..).zip(&composition.rules) {
        let said = if rule.rule.hard {
            words.composing_is_kept()
        } else {
            words.composing_counted(rule.times, rule.penalty)
        };
        out::line(format_args!("  {number:>2}. {}: {said}", rule.text))?;
    }
    Ok(())
}

/// What a rule asks, in words.
fn label(question: &Question<'_>, rule: &Rule) -> String {
    let words = question.words;
    let of = question.people.heading(rule.of.as_deref().unwrap_or_default());
    match rule.kind {
        Kind::Size => words.composing_rule_size(),
        Kind::Apart => words.composing_rule_apart(),
        Kind::Together => words.composing_rule_together(),
        Kind::Differ => words.composing_rule_differ(of),
        Kind::NeverAlone => words.composing_rule_never_alone(of),
        Kind::Spread => words.composing_rule_spread(of),
        Kind::Gather => words.composing_rule_gather(of),
        Kind::CommonSlot => words.composing_rule_common_slot(),
        Kind::Travel => words.composing_rule_travel(rule.km.unwrap_or_default()),
        Kind::Coach => words.composing_rule_coach(),
    }
}

/// Why somebody sits where they sit, as far as one rule has to do with it.
fn reason_text(question: &Question<'_>, rule: &Rule, reason: &Reason) -> String {
    let words = question.words;
    let of = question.people.heading(rule.of.as_deref().unwrap_or_default());
    let listed = |items: &[String]| locale::and_list(question.language, items);
    let who = || listed(&question.names(&reason.with));
    match (rule.kind, reason.kept) {
        (Kind::Size, _) => words.composing_rule_size(),
        (Kind::Apart, true) => words.composing_apart_kept(who()),
        (Kind::Apart, false) => words.composing_apart_broken(who()),
        (Kind::Together, true) => words.composing_together_kept(who()),
        (Kind::Together, false) => words.composing_together_broken(who()),
        (Kind::Differ | Kind::Spread, true) => words.composing_differ_kept(of),
        (Kind::Differ | Kind::Spread, false) => words.composing_differ_broken(of, who()),
        (Kind::NeverAlone, true) => words.composing_alone_kept(of, who()),
        (Kind::NeverAlone, false) => words.composing_alone_broken(of),
        (Kind::Gather, true) => words.composing_gather_kept(of),
        (Kind::Gather, false) => words.composing_gather_broken(of, who()),
        (Kind::CommonSlot, true) if reason.with.is_empty() => words.composing_slot_kept(),
        (Kind::CommonSlot, true) => words.composing_slots_kept(listed(&reason.with)),
        (Kind::CommonSlot, false) => words.composing_slot_broken(),
        (Kind::Travel, true) => words.composing_travel_kept(rule.km.unwrap_or_default()),
        (Kind::Travel, false) => words.composing_travel_broken(rule.km.unwrap_or_default(), who()),
        (Kind::Coach, true) => words.composing_coach_kept(listed(&reason.with)),
        (Kind::Coach, false) if reason.with.is_empty() => words.composing_no_coach(),
        (Kind::Coach, false) => words.composing_coach_broken(listed(&reason.with)),
    }
}

impl Question<'_> {
    fn names(&self, ids: &[String]) -> Vec<String> {
        ids.iter().map(|id| self.people.name(id)).collect()
    }
}
