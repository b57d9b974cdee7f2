//! Counting a composition the slow way, straight from the words of `docs/composing.md`: what the quick way is held against.

use std::collections::BTreeSet;

use matching::{Coach, Group, Kind, Person, Rule, Rules};

/// How often hard rules are broken, and the penalty.
pub(crate) fn score(people: &[Person], coaches: &[Coach], rules: &Rules, groups: &[Group]) -> (i64, i64) {
    let ranked = rules.rules.iter().filter(|rule| !rule.hard).count();
    let (mut breaches, mut penalty, mut rank) = (0, 0, i64::try_from(ranked).unwrap());
    for rule in &rules.rules {
        let times = times(people, coaches, rules, rule, groups);
        if rule.hard {
            breaches += times;
        } else {
            penalty += times * rule.weight.map_or(rank, i64::from);
            rank -= 1;
        }
    }
    (breaches, penalty)
}

fn times(people: &[Person], coaches: &[Coach], rules: &Rules, rule: &Rule, groups: &[Group]) -> i64 {
    let find = |id: &String| people.iter().find(|person| person.id == *id).unwrap();
    let teams: Vec<(Vec<&Person>, Option<&Coach>)> = groups
        .iter()
        .map(|group| {
            let coach = coaches
                .iter()
                .find(|coach| Some(&coach.id) == group.coach.as_ref());
            (group.people.iter().map(find).collect(), coach)
        })
        .collect();
    let best = i64::try_from(rules.size.best).unwrap();
    if rule.kind == Kind::Together {
        let all: Vec<&Person> = people.iter().collect();
        let met: i64 = teams.iter().map(|(team, _)| wishes(team)).sum();
        return wishes(&all) - met;
    }
    teams
        .iter()
        .map(|(team, coach)| match rule.kind {
            Kind::Size => (i64::try_from(team.len()).unwrap() - best).abs(),
            Kind::NeverAlone => alone(team, rule.of.as_ref().unwrap()),
            Kind::CommonSlot => best * i64::from(!has_slot(team, *coach)),
            Kind::Coach => coach.map_or(best, |coach| elsewhere(team, coach)),
            _ => pairs(team, |one, other| is_against(rule, one, other)),
        })
        .sum()
}

fn pairs(team: &[&Person], counts: impl Fn(&Person, &Person) -> bool) -> i64 {
    let mut times = 0;
    for (at, one) in team.iter().enumerate() {
        times += i64::try_from(
            team.iter()
                .skip(at + 1)
                .filter(|other| counts(one, other))
                .count(),
        )
        .unwrap();
    }
    times
}

fn wishes(team: &[&Person]) -> i64 {
    pairs(team, |one, other| {
        one.together.contains(&other.id) || other.together.contains(&one.id)
    })
}

fn is_against(rule: &Rule, one: &Person, other: &Person) -> bool {
    let both = || {
        let of = rule.of.as_ref().unwrap();
        one.traits.get(of).zip(other.traits.get(of))
    };
    match rule.kind {
        Kind::Apart => one.apart.contains(&other.id) || other.apart.contains(&one.id),
        Kind::Differ | Kind::Spread => {
            both().is_some_and(|(here, there)| here.intersection(there).next().is_some())
        }
        Kind::Gather => both().is_some_and(|(here, there)| here.intersection(there).next().is_none()),
        Kind::Travel => one
            .place
            .zip(other.place)
            .is_some_and(|(here, there)| here.kilometres_to(there) > rule.km.unwrap()),
        kind => panic!("{kind:?} is not about pairs"),
    }
}

fn alone(team: &[&Person], of: &String) -> i64 {
    let values = |person: &&Person| {
        person
            .traits
            .get(of)
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
    };
    let all: Vec<String> = team.iter().flat_map(values).collect();
    let once = all
        .iter()
        .filter(|value| all.iter().filter(|other| other == value).count() == 1);
    i64::try_from(once.count()).unwrap()
}

fn has_slot(team: &[&Person], coach: Option<&Coach>) -> bool {
    let told: Vec<&BTreeSet<String>> = team
        .iter()
        .map(|person| &person.free)
        .chain(coach.map(|coach| &coach.free))
        .filter(|free| !free.is_empty())
        .collect();
    let Some(first) = told.first() else {
        return true;
    };
    first
        .iter()
        .any(|slot| told.iter().all(|free| free.contains(slot)))
}

fn elsewhere(team: &[&Person], coach: &Coach) -> i64 {
    let strangers = team.iter().filter(|person| {
        let regions = person.traits.get("region");
        !coach.regions.is_empty()
            && regions.is_some_and(|own| own.intersection(&coach.regions).next().is_none())
    });
    i64::try_from(strangers.count()).unwrap()
}
