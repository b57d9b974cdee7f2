//! What a composition is worth, in the rows of the form: for whom a rule holds, how each group does, and when all of it can.

use std::collections::{BTreeMap, BTreeSet};

use matching::{Board, Instance, Person, Problem, Rules, Size, explain};

use super::question::Offer;
use crate::people::HALF_DAYS;

/// A question, with the rows of the form in which its rules stand.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) people: Vec<Person>,
    pub(super) rules: Rules,
    pub(super) offers: Vec<Offer>,
    /// Rows about something that nobody has filled in: no rules.
    pub(super) idle: Vec<Offer>,
}

impl Asked {
    /// Ready to be answered.
    pub(super) fn instance(&self) -> Result<Instance, Vec<Problem>> {
        Instance::new(self.people.clone(), Vec::new(), self.rules.clone())
    }

    /// For so many groups that somebody makes by hand, however large or small those are.
    pub(super) fn by_hand(&self, groups: usize) -> Result<Instance, Vec<Problem>> {
        let Size { best, most, .. } = self.rules.size;
        let size = Size {
            least: 1,
            best,
            most: most.max(self.people.len()),
        };
        let rules = Rules {
            size,
            groups: Some(groups),
            ..self.rules.clone()
        };
        Instance::new(self.people.clone(), Vec::new(), rules)
    }
}

/// What a rule came to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    pub(super) offer: Offer,
    /// How many people do not have it as they should.
    pub(super) unmet: usize,
}

/// What a rule says about the place of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) offer: Offer,
    pub(super) kept: bool,
    /// Whether it must always hold.
    pub(super) always: bool,
    /// With whom it has to do, or on which half-days.
    pub(super) with: Vec<String>,
}

/// How large a group is, beside what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    Right,
    /// Fewer than this.
    Small(usize),
    /// More than this.
    Large(usize),
}

/// How one group does.
#[derive(Clone, Debug)]
pub(super) struct Round {
    /// Ids, in the order of the question.
    pub(super) people: Vec<String>,
    /// What it adds to the penalty.
    pub(super) penalty: i64,
    /// How many reasons there are that something is not as it should be; `None` when nobody of it was asked about.
    pub(super) unmet: Option<usize>,
    /// Whether one of them is about a rule that must always hold.
    pub(super) breaks: bool,
    pub(super) fit: Fit,
    /// The half-days on which all can; `None` when nobody has said when they can.
    pub(super) free: Option<Vec<String>>,
}

/// What a composition is worth.
#[derive(Clone, Debug)]
pub(super) struct Worth {
    pub(super) rules: Vec<Kept>,
    pub(super) idle: Vec<Offer>,
    /// The penalty; zero is perfect.
    pub(super) penalty: i64,
    pub(super) groups: Vec<Round>,
    /// For each person that was asked about, what each rule says.
    pub(super) reasons: BTreeMap<String, Vec<Told>>,
}

/// Weighs a composition; `whom` says whose places are looked at.
pub(super) fn weigh(asked: &Asked, board: &Board<'_>, whom: impl Fn(&str) -> bool) -> Worth {
    let mut rules: Vec<Kept> = asked
        .offers
        .iter()
        .map(|offer| Kept {
            offer: *offer,
            unmet: 0,
        })
        .collect();
    let mut reasons = BTreeMap::new();
    for person in asked.people.iter().filter(|person| whom(&person.id)) {
        let told = told(asked, board, &person.id);
        for one in told.iter().filter(|one| !one.kept) {
            let row = rules.iter_mut().find(|row| row.offer == one.offer);
            row.into_iter().for_each(|row| row.unmet += 1);
        }
        reasons.insert(person.id.clone(), told);
    }
    let groups = board.groups().into_iter().enumerate();
    let groups = groups.map(|(number, group)| {
        let told: Vec<&Vec<Told>> = group.people.iter().filter_map(|id| reasons.get(id)).collect();
        let unmet = told.iter().copied().flatten().filter(|one| !one.kept);
        let always = unmet.clone().filter(|one| one.always);
        Round {
            penalty: board.score_of(number).penalty,
            breaks: always.count() > 0,
            unmet: (!told.is_empty()).then(|| unmet.count()),
            fit: fit(asked.rules.size, group.people.len()),
            free: free(&asked.people, &group.people),
            people: group.people,
        }
    });
    Worth {
        groups: groups.collect(),
        rules,
        idle: asked.idle.clone(),
        penalty: board.score().penalty,
        reasons,
    }
}

impl Worth {
    /// Whether a rule is broken that must always hold.
    pub(super) fn breaks(&self) -> bool {
        self.groups.iter().any(|group| group.breaks)
    }
}

/// What each rule says about the place of somebody; rules without a row of the form say nothing.
pub(super) fn told(asked: &Asked, board: &Board<'_>, person: &str) -> Vec<Told> {
    let reasons = explain(board, person).into_iter();
    let told = reasons.filter_map(|reason| {
        Some(Told {
            offer: *asked.offers.get(reason.rule)?,
            kept: reason.kept,
            always: asked.rules.rules.get(reason.rule)?.hard,
            with: reason.with,
        })
    });
    told.collect()
}

const fn fit(size: Size, people: usize) -> Fit {
    if people > size.most {
        Fit::Large(size.most)
    } else if people > 0 && people < size.least {
        Fit::Small(size.least)
    } else {
        Fit::Right
    }
}

fn free(everybody: &[Person], group: &[String]) -> Option<Vec<String>> {
    let people = everybody.iter().filter(|person| group.contains(&person.id));
    let said = people.map(|person| &person.free).filter(|free| !free.is_empty());
    let all = said.fold(None, |all: Option<BTreeSet<String>>, free| {
        Some(all.map_or_else(|| free.clone(), |all| &all & free))
    })?;
    let order = |half_day: &String| HALF_DAYS.iter().position(|known| known == half_day);
    let mut all: Vec<String> = all.into_iter().collect();
    all.sort_by_key(order);
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, free: &[&str]) -> Person {
        Person {
            id: id.to_owned(),
            free: free.iter().map(|one| (*one).to_owned()).collect(),
            ..Person::default()
        }
    }

    #[test]
    fn a_group_can_when_all_who_said_so_can_in_the_order_of_the_week() {
        let people = [
            person("a", &["thu-evening", "tue-morning", "mon-evening"]),
            person("b", &[]),
            person("c", &["tue-morning", "thu-evening"]),
            person("d", &["wed-morning"]),
        ];
        let when = |group: &[&str]| {
            let group: Vec<String> = group.iter().map(|id| (*id).to_owned()).collect();
            free(&people, &group)
        };
        assert_eq!(
            when(&["a", "b", "c"]),
            Some(vec!["tue-morning".to_owned(), "thu-evening".to_owned()])
        );
        assert_eq!(when(&["a", "d"]), Some(Vec::new()));
        assert_eq!(when(&["b"]), None);
    }
}
