//! The rules of a composition, as somebody writes them, and what can be wrong with them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Coach, Person};

/// How large groups are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// Fewest people; always holds.
    pub least: usize,
    /// The size to come near to.
    pub best: usize,
    /// Most people; always holds.
    pub most: usize,
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Groups of the best size: each person more or less counts.
    Size,
    /// People who said so, or about whom it was said, are not together: each pair counts.
    Apart,
    /// People who wished so are together: each pair that is not counts.
    Together,
    /// Nobody shares this trait with another of the group, as colleagues share an organisation: each pair that does counts.
    Differ,
    /// Nobody is the only one in the group with what they have of this trait: each value that only one person has counts.
    NeverAlone,
    /// This trait is mixed over the groups: each pair that shares it counts.
    Spread,
    /// People who share this trait are together: each pair of a group that shares nothing counts.
    Gather,
    /// The group has a half-day on which everybody is free, its coach too: a group without one counts as often as the best size.
    CommonSlot,
    /// Nobody lives further than so many kilometres from another of the group: each pair that does counts.
    Travel,
    /// The group has a coach who works in everybody's region: each person elsewhere counts, and a group without a coach as
    /// often as the best size.
    Coach,
}

impl Kind {
    /// Whether the rule says which trait.
    #[must_use]
    pub const fn needs_trait(self) -> bool {
        matches!(
            self,
            Self::Differ | Self::NeverAlone | Self::Spread | Self::Gather
        )
    }
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What it is about.
    pub kind: Kind,
    /// The trait, for rules about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Kilometres, for travel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub km: Option<u32>,
    /// Whether it always holds.
    #[serde(default)]
    pub hard: bool,
    /// How heavily it counts; by its rank when left out: the last of the rules that are not hard counts once, the one before it
    /// twice, and so on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u32>,
}

impl Rule {
    /// A rule that is not hard, about nothing in particular.
    #[must_use]
    pub const fn of_kind(kind: Kind) -> Self {
        Self {
            kind,
            of: None,
            km: None,
            hard: false,
            weight: None,
        }
    }
}

/// All rules, the most important first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How large groups are.
    pub size: Size,
    /// How many groups; as many as come nearest to the best size when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<usize>,
    /// The rules in their order.
    #[serde(default, rename = "rule")]
    pub rules: Vec<Rule>,
}

/// Heaviest weight that somebody may give.
pub(crate) const HEAVIEST: u32 = 100;

impl Rules {
    /// How heavily each rule counts when it is not hard.
    pub(crate) fn weights(&self) -> Vec<u32> {
        let ranked = self.rules.iter().filter(|rule| !rule.hard).count();
        let mut rank = u32::try_from(ranked).unwrap_or(HEAVIEST).min(HEAVIEST);
        self.rules
            .iter()
            .map(|rule| {
                let own = rank.max(1);
                if !rule.hard {
                    rank = rank.saturating_sub(1);
                }
                rule.weight.unwrap_or(own)
            })
            .collect()
    }

    /// How many groups so many people make: nearest to the best size, within the smallest and the largest; `None` when they
    /// cannot be divided.
    #[must_use]
    pub fn groups_for(&self, people: usize) -> Option<usize> {
        let Size { least, best, most } = self.size;
        let (few, many) = (
            people.div_ceil(most.max(1)),
            people.checked_div(least).unwrap_or(people),
        );
        if let Some(groups) = self.groups {
            return (few <= groups && groups <= many).then_some(groups);
        }
        (few.max(1)..=many).min_by_key(|groups| (best * groups).abs_diff(people))
    }
}

/// Something that has to be put right before anything can be composed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nobody to place.
    #[error("there is nobody to place")]
    Nobody,
    /// Two people, or two coaches, with one id.
    #[error("{0:?} stands there twice")]
    Twice(String),
    /// A wish about somebody who is not there.
    #[error("{who:?} names {named:?}, and nobody is called so")]
    Unknown {
        /// Who wishes something.
        who: String,
        /// Whom they name.
        named: String,
    },
    /// Somebody who wishes to be together with or apart from themselves.
    #[error("{0:?} names themselves")]
    Oneself(String),
    /// Sizes that contradict each other.
    #[error("sizes rise from the least to the best to the most, and begin with 1")]
    Sizes,
    /// So many people cannot be divided into groups of these sizes.
    #[error("{people} people cannot be divided into groups of {least} to {most}")]
    Undivided {
        /// How many.
        people: usize,
        /// Fewest in a group.
        least: usize,
        /// Most in a group.
        most: usize,
    },
    /// So many people do not make so many groups of these sizes.
    #[error("{people} people cannot make {groups} groups of {least} to {most}")]
    Groups {
        /// How many.
        people: usize,
        /// How many groups were asked for.
        groups: usize,
        /// Fewest in a group.
        least: usize,
        /// Most in a group.
        most: usize,
    },
    /// A rule about a trait that does not say which.
    #[error("rule {0} does not say of which trait")]
    NoTrait(usize),
    /// A rule about a trait that nobody has: a slip of the pen most of the time.
    #[error("rule {number} is about {of:?}, and of nobody is that known")]
    TraitOfNobody {
        /// Which rule, from one.
        number: usize,
        /// The trait.
        of: String,
    },
    /// A rule about travel that does not say how far.
    #[error("rule {0} does not say how many kilometres")]
    NoDistance(usize),
    /// A weight that is none, or too much.
    #[error("rule {0} has a weight that is not between 1 and {HEAVIEST}")]
    Weight(usize),
    /// Sizes are never a hard rule of their own: the least and the most always hold.
    #[error("rule {0} about sizes cannot be hard: the least and the most always hold")]
    HardSize(usize),
    /// More half-days than a composition can tell apart.
    #[error("there are more than 64 different half-days")]
    Slots,
}

/// Everything that is wrong, at once.
pub(crate) fn check(people: &[Person], coaches: &[Coach], rules: &Rules) -> Vec<Problem> {
    let mut problems = Vec::new();
    if people.is_empty() {
        problems.push(Problem::Nobody);
    }
    twice(people.iter().map(|person| &person.id), &mut problems);
    twice(coaches.iter().map(|coach| &coach.id), &mut problems);
    let ids: BTreeSet<&String> = people.iter().map(|person| &person.id).collect();
    for person in people {
        for named in person.apart.union(&person.together) {
            if *named == person.id {
                problems.push(Problem::Oneself(named.clone()));
            } else if !ids.contains(named) {
                let (who, named) = (person.id.clone(), named.clone());
                problems.push(Problem::Unknown { who, named });
            }
        }
    }
    sizes(people.len(), rules, &mut problems);
    for (number, rule) in (1..).zip(&rules.rules) {
        one(people, number, rule, &mut problems);
    }
    let slots = people.iter().flat_map(|person| &person.free);
    let slots: BTreeSet<&String> = slots
        .chain(coaches.iter().flat_map(|coach| &coach.free))
        .collect();
    if slots.len() > 64 {
        problems.push(Problem::Slots);
    }
    problems
}

fn twice<'p>(ids: impl Iterator<Item = &'p String>, problems: &mut Vec<Problem>) {
    let mut seen: BTreeSet<&'p String> = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            problems.push(Problem::Twice(id.clone()));
        }
    }
}

fn sizes(people: usize, rules: &Rules, problems: &mut Vec<Problem>) {
    let Size { least, best, most } = rules.size;
    if least == 0 || least > best || best > most {
        problems.push(Problem::Sizes);
    } else if rules.groups_for(people).is_none() && people > 0 {
        problems.push(match rules.groups {
            Some(groups) => Problem::Groups {
                people,
                groups,
                least,
                most,
            },
            None => Problem::Undivided { people, least, most },
        });
    }
}

fn one(people: &[Person], number: usize, rule: &Rule, problems: &mut Vec<Problem>) {
    match &rule.of {
        None if rule.kind.needs_trait() => problems.push(Problem::NoTrait(number)),
        Some(of) if rule.kind.needs_trait() && !people.iter().any(|one| one.traits.contains_key(of)) => {
            problems.push(Problem::TraitOfNobody {
                number,
                of: of.clone(),
            });
        }
        _ => {}
    }
    if rule.kind == Kind::Travel && rule.km.is_none() {
        problems.push(Problem::NoDistance(number));
    }
    if rule
        .weight
        .is_some_and(|weight| !(1..=HEAVIEST).contains(&weight))
    {
        problems.push(Problem::Weight(number));
    }
    if rule.kind == Kind::Size && rule.hard {
        problems.push(Problem::HardSize(number));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(size: (usize, usize, usize)) -> Rules {
        let (least, best, most) = size;
        Rules {
            size: Size { least, best, most },
            groups: None,
            rules: Vec::new(),
        }
    }

    #[test]
    fn as_many_groups_as_come_nearest_to_the_best_size() {
        for (people, size, expected) in [
            (42, (6, 7, 8), Some(6)),
            (45, (6, 7, 8), Some(6)),
            (46, (6, 7, 8), Some(7)),
            (5, (6, 7, 8), None),
            // 17 is more than two groups of eight and less than three of six.
            (17, (6, 7, 8), None),
            (15, (6, 10, 15), Some(1)),
        ] {
            assert_eq!(rules(size).groups_for(people), expected, "{people} {size:?}");
        }
    }

    #[test]
    fn a_rule_counts_by_its_rank_unless_somebody_says_otherwise() {
        let mut ranked = rules((1, 1, 1));
        let hard = Rule {
            hard: true,
            ..Rule::of_kind(Kind::Apart)
        };
        let heavy = Rule {
            weight: Some(9),
            ..Rule::of_kind(Kind::Together)
        };
        ranked.rules = vec![
            Rule::of_kind(Kind::Size),
            hard,
            heavy,
            Rule::of_kind(Kind::CommonSlot),
        ];
        assert_eq!(ranked.weights(), [3, 2, 9, 1]);
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once() {
        let person = |id: &str, apart: &[&str]| Person {
            id: id.to_owned(),
            apart: apart.iter().map(|id| (*id).to_owned()).collect(),
            ..Person::default()
        };
        let mut wrong = rules((3, 2, 4));
        wrong.rules = vec![
            Rule::of_kind(Kind::Differ),
            Rule {
                of: Some("organisaton".to_owned()),
                ..Rule::of_kind(Kind::Spread)
            },
            Rule::of_kind(Kind::Travel),
            Rule {
                weight: Some(0),
                hard: true,
                ..Rule::of_kind(Kind::Size)
            },
        ];
        let problems = check(&[person("a", &["a", "c"]), person("a", &[])], &[], &wrong);
        assert_eq!(
            problems,
            [
                Problem::Twice("a".to_owned()),
                Problem::Oneself("a".to_owned()),
                Problem::Unknown {
                    who: "a".to_owned(),
                    named: "c".to_owned()
                },
                Problem::Sizes,
                Problem::NoTrait(1),
                Problem::TraitOfNobody {
                    number: 2,
                    of: "organisaton".to_owned()
                },
                Problem::NoDistance(3),
                Problem::Weight(4),
                Problem::HardSize(4),
            ]
        );
    }
}
