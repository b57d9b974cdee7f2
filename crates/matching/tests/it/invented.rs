//! Invented questions, the same ones for the same seed: for tests, for measuring, and to compare with a solver that proves.

use std::collections::{BTreeMap, BTreeSet};

use matching::{Coach, Kind, Person, Place, Rule, Rules, Size};
use oorandom::Rand64;

const FUNCTIONS: [&str; 5] = [
    "gp",
    "practice-nurse",
    "manager",
    "district-nurse",
    "physiotherapist",
];
const EXPERIENCE: [&str; 3] = ["new", "some", "long"];
const HALF_DAYS: [&str; 6] = [
    "mon-evening",
    "tue-afternoon",
    "tue-evening",
    "wed-evening",
    "thu-afternoon",
    "thu-evening",
];
/// Four places a good half hour from each other.
const REGIONS: [(&str, f64, f64); 4] = [
    ("north", 52.6, 5.9),
    ("east", 52.2, 6.2),
    ("south", 51.8, 5.8),
    ("west", 52.1, 5.2),
];

/// A question.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) people: Vec<Person>,
    pub(crate) coaches: Vec<Coach>,
    pub(crate) rules: Rules,
}

struct Dice(Rand64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.0.rand_range(0..u64::try_from(limit.max(1)).unwrap_or(1))).unwrap_or_default()
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len())).copied()
    }
}

/// So many people, with coaches or without.
pub(crate) fn question(seed: u64, count: usize, with_coaches: bool) -> Question {
    let mut dice = Dice(Rand64::new(u128::from(seed) + 1));
    let mut people: Vec<Person> = (0..count)
        .map(|number| person(number, count, &mut dice))
        .collect();
    two_of_each_organisation(&mut people);
    let ids: Vec<String> = people.iter().map(|person| person.id.clone()).collect();
    for (number, person) in people.iter_mut().enumerate() {
        let wishes = [(9, false), (5, true)];
        for (rarity, is_together) in wishes {
            let other = dice.below(count);
            if dice.one_in(rarity) && other != number {
                let named = if is_together {
                    &mut person.together
                } else {
                    &mut person.apart
                };
                named.extend(ids.get(other).cloned());
            }
        }
    }
    let coaches = if with_coaches {
        coaches(count, &mut dice)
    } else {
        Vec::new()
    };
    Question {
        people,
        coaches,
        rules: ten_rules(with_coaches),
    }
}

fn person(number: usize, count: usize, dice: &mut Dice) -> Person {
    let mut traits: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut tell = |of: &str, value: String| {
        traits.entry(of.to_owned()).or_default().insert(value);
    };
    tell(
        "organisation",
        format!("practice-{}", dice.below(count * 2 / 3 + 1)),
    );
    tell("function", dice.pick(&FUNCTIONS).unwrap_or_default().to_owned());
    tell(
        "experience",
        dice.pick(&EXPERIENCE).unwrap_or_default().to_owned(),
    );
    tell("intervention", format!("intervention-{}", dice.below(4)));
    let (region, latitude, longitude) = dice.pick(&REGIONS).unwrap_or_default();
    tell("region", region.to_owned());
    let mut off = || f64::from(u32::try_from(dice.below(100)).unwrap_or_default()) / 500.0;
    let place = Place {
        latitude: latitude + off(),
        longitude: longitude + off(),
    };
    let mut free: BTreeSet<String> = HALF_DAYS
        .iter()
        .filter(|_| !dice.one_in(4))
        .map(|slot| (*slot).to_owned())
        .collect();
    if dice.one_in(10) {
        free.clear();
    }
    Person {
        id: format!("p{number}"),
        traits,
        free,
        place: Some(place),
        ..Person::default()
    }
}

/// A third colleague works somewhere else: with two groups, three would be too many.
fn two_of_each_organisation(people: &mut [Person]) {
    let mut known: BTreeMap<BTreeSet<String>, usize> = BTreeMap::new();
    for person in people {
        let Some(own) = person.traits.get_mut("organisation") else {
            continue;
        };
        let colleagues = known.entry(own.clone()).or_default();
        *colleagues += 1;
        if *colleagues > 2 {
            *own = BTreeSet::from([format!("practice-of-{}", person.id)]);
        }
    }
}

fn coaches(count: usize, dice: &mut Dice) -> Vec<Coach> {
    (0..=count.div_ceil(14))
        .map(|number| Coach {
            id: format!("c{number}"),
            groups: 2,
            regions: REGIONS
                .iter()
                .filter(|_| !dice.one_in(2))
                .map(|(name, ..)| (*name).to_owned())
                .collect(),
            free: BTreeSet::new(),
        })
        .collect()
}

fn ten_rules(with_coaches: bool) -> Rules {
    let about = |kind, of: &str| Rule {
        of: Some(of.to_owned()),
        ..Rule::of_kind(kind)
    };
    let mut rules = vec![
        Rule {
            hard: true,
            ..Rule::of_kind(Kind::Apart)
        },
        Rule {
            hard: true,
            ..about(Kind::Differ, "organisation")
        },
        Rule::of_kind(Kind::CommonSlot),
        Rule::of_kind(Kind::Together),
        about(Kind::NeverAlone, "function"),
        Rule {
            km: Some(60),
            ..Rule::of_kind(Kind::Travel)
        },
        about(Kind::Gather, "intervention"),
        about(Kind::Spread, "experience"),
        Rule::of_kind(Kind::Size),
    ];
    rules.push(if with_coaches {
        Rule::of_kind(Kind::Coach)
    } else {
        about(Kind::Gather, "region")
    });
    Rules {
        size: Size {
            least: 5,
            best: 7,
            most: 8,
        },
        groups: None,
        rules,
    }
}
