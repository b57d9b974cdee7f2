//! A question in the shape in which it can be answered quickly: people as numbers, rules as costs.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::{Kind, Problem, Rule, Rules, Size, check};
use crate::{Coach, Person};

/// A cost in one number, so that sums and comparisons are one step: how often hard rules are broken in the upper half, the penalty
/// in the lower one. Differences of costs work too, because whole numbers carry.
pub(crate) type Cost = i64;

pub(crate) const BREACH: Cost = 1 << 32;

/// How often hard rules are broken, and the penalty.
pub(crate) const fn split(cost: Cost) -> (i64, i64) {
    #[expect(clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
    let penalty = cost as i32 as i64;
    ((cost - penalty) >> 32, penalty)
}

/// Who belongs nowhere yet.
pub(crate) const NOWHERE: usize = usize::MAX;

/// A question, checked and ready.
#[derive(Clone, Debug)]
pub struct Instance {
    pub(crate) people: Vec<Person>,
    pub(crate) coaches: Vec<Coach>,
    pub(crate) rules: Rules,
    /// How many groups.
    pub(crate) groups: usize,
    /// What it costs that two people are together, a row for each person.
    pairs: Vec<Cost>,
    /// What unmet wishes cost when nobody is with anybody; who is together earns it back.
    pub(crate) base: Cost,
    /// The same for each person, every wish at the later one of its two people.
    pub(crate) wishes: Vec<Cost>,
    pub(crate) size_cost: Cost,
    pub(crate) slot_cost: Cost,
    pub(crate) coach_cost: Cost,
    /// Half-days as bits.
    slots: BTreeMap<String, u64>,
    /// For each person and each coach, when they are free.
    pub(crate) free: Vec<u64>,
    pub(crate) coach_free: Vec<u64>,
    /// What is known of each person under the rules against being alone, as numbers of values.
    pub(crate) values: Vec<Vec<usize>>,
    /// What it costs that one person alone has a value.
    pub(crate) alone: Vec<Cost>,
    /// For each coach: who lives in a region that is not theirs.
    pub(crate) elsewhere: Vec<Vec<bool>>,
    /// A coach, or none, for each group, and behind them the places that coaches have left.
    pub(crate) seats: Vec<Option<usize>>,
}

impl Instance {
    /// Checks a question and makes it ready.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn new(people: Vec<Person>, coaches: Vec<Coach>, rules: Rules) -> Result<Self, Vec<Problem>> {
        let problems = check(&people, &coaches, &rules);
        let (true, Some(groups)) = (problems.is_empty(), rules.groups_for(people.len())) else {
            return Err(problems);
        };
        let costs: Vec<Cost> = rules
            .weights()
            .into_iter()
            .zip(&rules.rules)
            .map(|(weight, rule)| if rule.hard { BREACH } else { Cost::from(weight) })
            .collect();
        let total = |kind: Kind| -> Cost {
            let of_kind = costs
                .iter()
                .zip(&rules.rules)
                .filter(|(_, rule)| rule.kind == kind);
            of_kind.map(|(cost, _)| cost).sum()
        };
        let (pairs, wishes) = pairs(&people, &rules.rules, &costs);
        let slots = slots(&people, &coaches);
        let (values, alone) = values(&people, &rules.rules, &costs);
        Ok(Self {
            groups,
            pairs,
            base: wishes.iter().sum(),
            wishes,
            size_cost: total(Kind::Size),
            slot_cost: total(Kind::CommonSlot),
            coach_cost: total(Kind::Coach),
            free: people.iter().map(|person| bits(&slots, &person.free)).collect(),
            coach_free: coaches.iter().map(|coach| bits(&slots, &coach.free)).collect(),
            values,
            alone,
            elsewhere: coaches
                .iter()
                .map(|coach| people.iter().map(|person| is_elsewhere(coach, person)).collect())
                .collect(),
            seats: seats(&coaches, groups),
            slots,
            people,
            coaches,
            rules,
        })
    }

    /// How many groups a composition of it has.
    #[must_use]
    pub const fn groups(&self) -> usize {
        self.groups
    }

    pub(crate) fn pair(&self, one: usize, other: usize) -> Cost {
        self.pairs
            .get(one * self.people.len() + other)
            .copied()
            .unwrap_or_default()
    }

    /// What it costs that somebody is together with these.
    pub(crate) fn with(&self, person: usize, others: &[usize]) -> Cost {
        let from = person * self.people.len();
        let row = self.pairs.get(from..from + self.people.len()).unwrap_or_default();
        others.iter().filter_map(|other| row.get(*other)).sum()
    }

    pub(crate) fn number_of(&self, id: &str) -> Option<usize> {
        self.people.iter().position(|person| person.id == id)
    }

    pub(crate) fn bit(&self, slot: &str) -> u64 {
        self.slots.get(slot).copied().unwrap_or_default()
    }

    /// The same question with fewer rules.
    pub(crate) fn with_rules(&self, keep: impl Fn(usize) -> bool) -> Option<Self> {
        let mut rules = self.rules.clone();
        let mut number = 0;
        rules.rules.retain(|_| {
            number += 1;
            keep(number - 1)
        });
        rules.groups = Some(self.groups);
        Self::new(self.people.clone(), self.coaches.clone(), rules).ok()
    }

    pub(crate) const fn size(&self) -> Size {
        self.rules.size
    }

    /// How heavily a group-wide rule counts in comparison with one that counts pairs.
    pub(crate) fn wide(&self) -> Cost {
        Cost::try_from(self.rules.size.best).unwrap_or(1)
    }
}

fn pairs(people: &[Person], rules: &[Rule], costs: &[Cost]) -> (Vec<Cost>, Vec<Cost>) {
    let mut pairs = vec![0; people.len() * people.len()];
    let mut wishes = Vec::new();
    for (one, person) in people.iter().enumerate() {
        let mut own = 0;
        for (other, second) in people.iter().enumerate().take(one) {
            let mut cost = 0;
            for (rule, weight) in rules.iter().zip(costs) {
                match count(rule, person, second) {
                    Pair::Costs => cost += weight,
                    Pair::Wished => {
                        cost -= weight;
                        own += weight;
                    }
                    Pair::Indifferent => {}
                }
            }
            for at in [one * people.len() + other, other * people.len() + one] {
                if let Some(pair) = pairs.get_mut(at) {
                    *pair = cost;
                }
            }
        }
        wishes.push(own);
    }
    (pairs, wishes)
}

/// What a rule says about two people being together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pair {
    Costs,
    Wished,
    Indifferent,
}

pub(crate) fn count(rule: &Rule, one: &Person, other: &Person) -> Pair {
    let named =
        |of: fn(&Person) -> &BTreeSet<String>| of(one).contains(&other.id) || of(other).contains(&one.id);
    let costs = match rule.kind {
        Kind::Apart => named(|person| &person.apart),
        Kind::Together if named(|person| &person.together) => return Pair::Wished,
        Kind::Differ | Kind::Spread => share(rule, one, other) == Some(true),
        Kind::Gather => share(rule, one, other) == Some(false),
        Kind::Travel => one
            .place
            .zip(other.place)
            .is_some_and(|(here, there)| rule.km.is_some_and(|most| here.kilometres_to(there) > most)),
        _ => false,
    };
    if costs { Pair::Costs } else { Pair::Indifferent }
}

/// Whether two people share something of a trait; `None` when it is not known of one of them.
fn share(rule: &Rule, one: &Person, other: &Person) -> Option<bool> {
    let of = rule.of.as_ref()?;
    let (here, there) = (one.traits.get(of)?, other.traits.get(of)?);
    Some(!here.is_disjoint(there))
}

fn slots(people: &[Person], coaches: &[Coach]) -> BTreeMap<String, u64> {
    let of_people = people.iter().flat_map(|person| &person.free);
    let names: BTreeSet<&String> = of_people
        .chain(coaches.iter().flat_map(|coach| &coach.free))
        .collect();
    names
        .into_iter()
        .cloned()
        .zip((0..64).map(|bit| 1 << bit))
        .collect()
}

fn bits(slots: &BTreeMap<String, u64>, free: &BTreeSet<String>) -> u64 {
    if free.is_empty() {
        return u64::MAX;
    }
    let known = free.iter().filter_map(|slot| slots.get(slot));
    known.fold(0, |all, bit| all | bit)
}

fn values(people: &[Person], rules: &[Rule], costs: &[Cost]) -> (Vec<Vec<usize>>, Vec<Cost>) {
    let mut alone = Vec::new();
    let mut all = vec![Vec::new(); people.len()];
    for (rule, cost) in rules.iter().zip(costs) {
        let (Kind::NeverAlone, Some(of)) = (rule.kind, &rule.of) else {
            continue;
        };
        let mut numbers: BTreeMap<&String, usize> = BTreeMap::new();
        for (person, own) in people.iter().zip(&mut all) {
            for value in person.traits.get(of).into_iter().flatten() {
                own.push(*numbers.entry(value).or_insert_with(|| {
                    alone.push(*cost);
                    alone.len() - 1
                }));
            }
        }
    }
    (all, alone)
}

fn is_elsewhere(coach: &Coach, person: &Person) -> bool {
    let regions = person.traits.get("region");
    !coach.regions.is_empty() && regions.is_some_and(|own| own.is_disjoint(&coach.regions))
}

/// Coaches get groups in turn, as long as they can take more.
fn seats(coaches: &[Coach], groups: usize) -> Vec<Option<usize>> {
    let most = coaches.iter().map(|coach| coach.groups).max().unwrap_or(0);
    let mut seats: Vec<Option<usize>> = (0..most)
        .flat_map(|turn| {
            let numbered = coaches.iter().enumerate();
            numbered.filter_map(move |(number, coach)| (turn < coach.groups).then_some(Some(number)))
        })
        .collect();
    while seats.len() < groups {
        seats.push(None);
    }
    seats
}
