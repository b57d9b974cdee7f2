//! Questions as an organiser has them, and the answers somebody would give by hand.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use matching::{Group, Instance, Kind, Person, Rule, Rules, Size, compose, explain, place};

fn person(id: &str, organisation: &str) -> Person {
    let mut person = Person {
        id: id.to_owned(),
        ..Person::default()
    };
    person.traits.insert(
        "organisation".to_owned(),
        BTreeSet::from([organisation.to_owned()]),
    );
    person
}

fn rules(size: (usize, usize, usize), rules: Vec<Rule>) -> Rules {
    let (least, best, most) = size;
    Rules {
        size: Size { least, best, most },
        groups: None,
        rules,
    }
}

fn hard(kind: Kind) -> Rule {
    Rule {
        hard: true,
        of: kind.needs_trait().then(|| "organisation".to_owned()),
        ..Rule::of_kind(kind)
    }
}

fn go_on(_: matching::Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[test]
fn three_colleagues_do_not_fit_into_two_groups_and_are_named() {
    let people = vec![
        person("anna", "De Linde"),
        person("bob", "De Linde"),
        person("carla", "De Linde"),
        person("dirk", "Het Plein"),
        person("els", "De Kade"),
        person("fien", "De Brug"),
    ];
    let asked = rules(
        (3, 3, 3),
        vec![
            Rule::of_kind(Kind::Together),
            hard(Kind::Apart),
            hard(Kind::Differ),
        ],
    );
    let instance = Instance::new(people, Vec::new(), asked).unwrap();
    let conflict = compose(&instance, 1, go_on).unwrap_err();
    assert_eq!(conflict.rules, [2]);
    assert_eq!(conflict.people, ["anna", "bob", "carla"]);
    assert!(conflict.is_proven);
}

#[test]
fn everybody_hears_why_they_sit_where_they_sit() {
    let mut people = vec![
        person("anna", "De Linde"),
        person("bob", "De Linde"),
        person("carla", "Het Plein"),
        person("dirk", "De Kade"),
    ];
    people[0].together.insert("carla".to_owned());
    let asked = rules((2, 2, 2), vec![hard(Kind::Differ), Rule::of_kind(Kind::Together)]);
    let instance = Instance::new(people, Vec::new(), asked).unwrap();
    let board = compose(&instance, 1, go_on).unwrap();
    assert_eq!(board.score().penalty, 0);
    let told = |id| -> Vec<(usize, bool, Vec<String>)> {
        explain(&board, id)
            .into_iter()
            .map(|reason| (reason.rule, reason.kept, reason.with))
            .collect()
    };
    assert_eq!(
        told("anna"),
        [
            (0, true, vec!["bob".to_owned()]),
            (1, true, vec!["carla".to_owned()])
        ]
    );
    assert_eq!(told("dirk"), []);
    assert_eq!(told("nobody"), []);
}

#[test]
fn a_late_colleague_moves_one_other_and_no_more() {
    let people = vec![
        person("anna", "De Linde"),
        person("bob", "Het Plein"),
        person("carla", "De Brug"),
        person("dirk", "De Kade"),
        person("late", "De Linde"),
    ];
    let mut asked = rules((2, 2, 3), vec![hard(Kind::Differ), hard(Kind::Apart)]);
    asked.groups = Some(2);
    let mut people = people;
    people[4].apart.insert("carla".to_owned());
    let instance = Instance::new(people, Vec::new(), asked).unwrap();
    let group = |ids: [&str; 2]| Group {
        people: ids.map(ToOwned::to_owned).to_vec(),
        coach: None,
    };
    let placed = place(&instance, &[group(["anna", "bob"]), group(["carla", "dirk"])], 1).unwrap();
    assert_eq!(placed.moved.len(), 1);
    assert_eq!(placed.board.score().breaches, 0);
}

#[test]
fn stopping_gives_the_best_so_far() {
    let people = (0..60)
        .map(|number| person(&format!("p{number}"), &format!("o{}", number % 30)))
        .collect();
    let asked = rules(
        (5, 6, 7),
        vec![
            Rule::of_kind(Kind::Size),
            Rule {
                of: Some("organisation".to_owned()),
                ..Rule::of_kind(Kind::Gather)
            },
        ],
    );
    let instance = Instance::new(people, Vec::new(), asked).unwrap();
    let mut heard = 0;
    let board = compose(&instance, 1, |progress| {
        heard += 1;
        assert!(progress.done <= progress.all);
        if heard == 3 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert_eq!(heard, 3);
    assert_eq!(
        board
            .unwrap()
            .groups()
            .iter()
            .map(|group| group.people.len())
            .sum::<usize>(),
        60
    );
}
