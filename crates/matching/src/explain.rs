//! Why somebody sits where they sit: rule by rule, with whom it has to do.

use crate::Person;
use crate::board::Board;
use crate::instance::{Instance, NOWHERE, Pair, count};
use crate::rules::{Kind, Rule};

/// What a rule says about the place of one person. Rules that have nothing to do with them say nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which rule, from zero.
    pub rule: usize,
    /// Whether it holds for them.
    pub kept: bool,
    /// With whom it has to do, as ids of people: those they are kept from or meet, wished for and got or missed, share something with,
    /// or live too far from. Half-days for a common one, and the coach for the rule about coaches.
    pub with: Vec<String>,
}

/// A hard rule that a composition breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Which rule, from zero.
    pub rule: usize,
    /// The ids of whom it concerns, in the order in which people were given.
    pub people: Vec<String>,
}

/// Why somebody sits where they sit; nothing for somebody who is not there or has no place.
#[must_use]
pub fn explain(board: &Board<'_>, person: &str) -> Vec<Reason> {
    let instance = board.instance;
    let Some(number) = instance
        .number_of(person)
        .filter(|number| board.at(*number) != NOWHERE)
    else {
        return Vec::new();
    };
    let rules = instance.rules.rules.iter().enumerate();
    rules
        .filter_map(|(at, rule)| {
            let (kept, with) = verdict(board, number, rule)?;
            Some(Reason { rule: at, kept, with })
        })
        .collect()
}

/// Every hard rule that a composition breaks, for each person or pair it concerns.
#[must_use]
pub fn breaches(board: &Board<'_>) -> Vec<Breach> {
    let instance = board.instance;
    let mut found: Vec<Breach> = Vec::new();
    let hard = instance
        .rules
        .rules
        .iter()
        .enumerate()
        .filter(|(_, rule)| rule.hard);
    for (at, rule) in hard {
        for number in 0..instance.people.len() {
            let Some((false, with)) = verdict(board, number, rule) else {
                continue;
            };
            let mut people = vec![number];
            match rule.kind {
                Kind::NeverAlone | Kind::Coach => {}
                Kind::CommonSlot => people = board.in_group(board.at(number)).to_vec(),
                _ => people.extend(with.iter().filter_map(|id| instance.number_of(id))),
            }
            people.sort_unstable();
            let people = names(instance, &people);
            let breach = Breach { rule: at, people };
            if !found.contains(&breach) {
                found.push(breach);
            }
        }
    }
    found
}

fn names(instance: &Instance, people: &[usize]) -> Vec<String> {
    let known = people.iter().filter_map(|person| instance.people.get(*person));
    known.map(|person| person.id.clone()).collect()
}

/// Whether a rule holds for somebody, and with whom it has to do; `None` when it does not concern them.
pub(crate) fn verdict(board: &Board<'_>, number: usize, rule: &Rule) -> Option<(bool, Vec<String>)> {
    let instance = board.instance;
    let person = instance.people.get(number)?;
    let group = board.at(number);
    match rule.kind {
        Kind::Size => None,
        Kind::Apart | Kind::Differ | Kind::Spread | Kind::Gather | Kind::Travel => {
            pairwise(board, number, rule)
        }
        Kind::Together => {
            let wished = others(instance, number, |other| {
                count(rule, person, other) == Pair::Wished
            });
            let (here, missed): (Vec<usize>, Vec<usize>) =
                wished.into_iter().partition(|other| board.at(*other) == group);
            match (here.is_empty(), missed.is_empty()) {
                (true, true) => None,
                (_, true) => Some((true, names(instance, &here))),
                _ => Some((false, names(instance, &missed))),
            }
        }
        Kind::NeverAlone => {
            let own = person.traits.get(rule.of.as_ref()?)?;
            let company: Vec<usize> = board
                .in_group(group)
                .iter()
                .copied()
                .filter(|other| {
                    *other != number && shares(instance, *other, rule, |value| own.contains(value))
                })
                .collect();
            let is_alone = own.iter().any(|value| {
                !company
                    .iter()
                    .any(|other| shares(instance, *other, rule, |known| known == value))
            });
            Some((!is_alone, sorted(instance, company)))
        }
        Kind::CommonSlot => {
            let common = board.common(group);
            let slots: Vec<String> = person
                .free
                .iter()
                .filter(|slot| instance.bit(slot) & common != 0)
                .cloned()
                .collect();
            Some((common != 0, slots))
        }
        Kind::Coach => {
            let coach = board
                .coach_of(group)
                .and_then(|coach| Some((coach, instance.coaches.get(coach)?)));
            let Some((at, coach)) = coach else {
                return Some((false, Vec::new()));
            };
            let elsewhere = instance.elsewhere.get(at).and_then(|people| people.get(number));
            Some((elsewhere != Some(&true), vec![coach.id.clone()]))
        }
    }
}

/// Rules that count pairs: those of the group with whom they count, or else those for whose sake the rule was kept.
fn pairwise(board: &Board<'_>, number: usize, rule: &Rule) -> Option<(bool, Vec<String>)> {
    let instance = board.instance;
    let person = instance.people.get(number)?;
    let group = board.at(number);
    let concerned = others(instance, number, |other| {
        count(rule, person, other) == Pair::Costs
    });
    if concerned.is_empty() {
        return None;
    }
    let met: Vec<usize> = concerned
        .iter()
        .copied()
        .filter(|other| board.at(*other) == group)
        .collect();
    if met.is_empty() {
        return Some((true, names(instance, &concerned)));
    }
    Some((false, names(instance, &met)))
}

fn others(instance: &Instance, number: usize, fits: impl Fn(&Person) -> bool) -> Vec<usize> {
    let people = instance.people.iter().enumerate();
    people
        .filter(|(at, other)| *at != number && fits(other))
        .map(|(at, _)| at)
        .collect()
}

fn sorted(instance: &Instance, mut people: Vec<usize>) -> Vec<String> {
    people.sort_unstable();
    names(instance, &people)
}

fn shares(instance: &Instance, person: usize, rule: &Rule, fits: impl Fn(&String) -> bool) -> bool {
    let known = instance.people.get(person).zip(rule.of.as_ref());
    let values = known.and_then(|(person, of)| person.traits.get(of));
    values.is_some_and(|values| values.iter().any(fits))
}
