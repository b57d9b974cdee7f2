//! What a composition is worth, in the rows of the form: for whom a rule holds, how each group does, and when all of it can.

use std::collections::{BTreeMap, BTreeSet};

use matching::{Board, Coach, Group, Instance, Person, Problem, Rules, Size, explain};

use super::question::Offer;
use crate::people::HALF_DAYS;

/// A question, with the rows of the form in which its rules stand.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) people: Vec<Person>,
    pub(super) coaches: Vec<Coach>,
    pub(super) rules: Rules,
    pub(super) offers: Vec<Offer>,
    /// Rows about something that nobody has filled in: no rules.
    pub(super) idle: Vec<Offer>,
}

impl Asked {
    /// Ready to be answered.
    pub(super) fn instance(&self) -> Result<Instance, Vec<Problem>> {
        Instance::new(self.people.clone(), self.coaches.clone(), self.rules.clone())
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
        Instance::new(self.people.clone(), self.coaches.clone(), rules)
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
    /// The id of who leads it.
    pub(super) coach: Option<String>,
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
        for reason in explain(board, &person.id).iter().filter(|reason| !reason.kept) {
            if let Some(row) = rules.get_mut(reason.rule) {
                row.unmet += 1;
            }
        }
        let told = told(asked, board, &person.id);
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
            free: free(asked, &group),
            coach: group.coach,
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

/// What each rule says about the place of somebody; rules without a row of the form say nothing. That a group has no coach is
/// said of the group.
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
    told.filter(|one| one.kept || one.offer.field != "coach" || !one.with.is_empty())
        .collect()
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

fn free(asked: &Asked, group: &Group) -> Option<Vec<String>> {
    let people = asked
        .people
        .iter()
        .filter(|person| group.people.contains(&person.id));
    let coach = asked
        .coaches
        .iter()
        .filter(|coach| group.coach.as_ref() == Some(&coach.id));
    let said = people
        .map(|person| &person.free)
        .chain(coach.map(|coach| &coach.free))
        .filter(|free| !free.is_empty());
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
        let people = vec![
            person("a", &["thu-evening", "tue-morning", "mon-evening"]),
            person("b", &[]),
            person("c", &["tue-morning", "thu-evening"]),
            person("d", &["wed-morning"]),
        ];
        let coach = Coach {
            id: "coach".to_owned(),
            free: BTreeSet::from(["thu-evening".to_owned()]),
            ..Coach::default()
        };
        let size = Size {
            least: 1,
            best: 2,
            most: 3,
        };
        let asked = Asked {
            people,
            coaches: vec![coach],
            rules: Rules {
                size,
                groups: None,
                rules: Vec::new(),
            },
            offers: Vec::new(),
            idle: Vec::new(),
        };
        let led = |group: &[&str], coach: Option<&str>| {
            let group = Group {
                people: group.iter().map(|id| (*id).to_owned()).collect(),
                coach: coach.map(str::to_owned),
            };
            free(&asked, &group)
        };
        let when = |group: &[&str]| led(group, None);
        assert_eq!(
            led(&["a", "c"], Some("coach")),
            Some(vec!["thu-evening".to_owned()])
        );
        assert_eq!(
            when(&["a", "b", "c"]),
            Some(vec!["tue-morning".to_owned(), "thu-evening".to_owned()])
        );
        assert_eq!(when(&["a", "d"]), Some(Vec::new()));
        assert_eq!(when(&["b"]), None);
    }
}
