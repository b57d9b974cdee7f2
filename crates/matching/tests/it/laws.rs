//! What holds for every question.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use matching::{
    Board, Group, Instance, Kind, Person, Rule, Rules, Score, Size, Unplaced, compose, explain, fit, place,
    tally,
};
use proptest::prelude::*;

use crate::invented::{Question, question};
use crate::naive;

fn instance(question: &Question) -> Instance {
    Instance::new(
        question.people.clone(),
        question.coaches.clone(),
        question.rules.clone(),
    )
    .unwrap()
}

fn go_on(_: matching::Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn scored(question: &Question, groups: &[Group]) -> (i64, i64) {
    naive::score(&question.people, &question.coaches, &question.rules, groups)
}

/// So many cases, or as many as `PROPTEST_CASES` asks for.
fn cases(usual: u32) -> ProptestConfig {
    #[expect(
        clippy::disallowed_methods,
        reason = "how long tests look is no setting of Kring"
    )]
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|asked| asked.parse().ok()).unwrap_or(usual),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn a_proposal_keeps_every_hard_rule_and_places_everybody_once(seed in 0_u64..1_000_000, count in 10_usize..70, coached: bool) {
        let question = question(seed, count, coached);
        let Ok(instance) = Instance::new(question.people.clone(), question.coaches.clone(), question.rules.clone()) else {
            // Eleven people, say, cannot be divided into groups of five to eight... in one way or another.
            return Ok(());
        };
        let Ok(board) = compose(&instance, seed, go_on) else {
            return Ok(());
        };
        let groups = board.groups();
        let (breaches, penalty) = scored(&question, &groups);
        prop_assert_eq!(breaches, 0);
        prop_assert_eq!(board.score().penalty, penalty);
        let mut placed: Vec<&String> = groups.iter().flat_map(|group| &group.people).collect();
        placed.sort();
        let mut all: Vec<&String> = question.people.iter().map(|person| &person.id).collect();
        all.sort();
        prop_assert_eq!(placed, all);
        prop_assert!(groups.iter().all(|group| (5..=8).contains(&group.people.len())));
        let again = compose(&instance, seed, go_on).map(|board| board.groups());
        prop_assert_eq!(again, Ok(groups), "the same seed, and another answer");
    }

    #[test]
    fn a_board_that_was_changed_counts_like_a_new_one(
        seed in 0_u64..1_000_000,
        coached: bool,
        moves in proptest::collection::vec((0_usize..30, 0_usize..4), 1..60),
    ) {
        let question = question(seed, 28, coached);
        let instance = instance(&question);
        let mut board = Board::empty(&instance);
        for (number, person) in question.people.iter().enumerate() {
            board.put(&person.id, number % instance.groups());
        }
        for (person, group) in moves {
            let known = person < question.people.len();
            prop_assert_eq!(board.put(&format!("p{person}"), group), known);
            let groups = board.groups();
            let (breaches, penalty) = scored(&question, &groups);
            // An empty group costs nothing; the slow way counts its size.
            if groups.iter().all(|group| !group.people.is_empty()) {
                prop_assert_eq!((board.score().breaches, board.score().penalty), (breaches, penalty));
            }
            prop_assert_eq!(Board::of(&instance, &groups).score(), board.score());
            let shares = tally(&board);
            let breaches: i64 = shares.iter().map(|share| share.score.breaches).sum();
            let penalty: i64 = shares.iter().map(|share| share.score.penalty).sum();
            prop_assert_eq!((breaches, penalty), (board.score().breaches, board.score().penalty));
            // The groups share the score out.
            let parts: Vec<Score> = (0..instance.groups()).map(|group| board.score_of(group)).collect();
            prop_assert!(parts.iter().all(|part| part.breaches >= 0 && part.penalty >= 0), "{parts:?}");
            let breaches: i64 = parts.iter().map(|part| part.breaches).sum();
            let penalty: i64 = parts.iter().map(|part| part.penalty).sum();
            prop_assert_eq!((breaches, penalty), (board.score().breaches, board.score().penalty));
        }
    }
}

/// What is known of somebody in a tiny question: organisation, function, half-days as bits, and the numbers of two others.
type Told = (usize, usize, usize, usize, usize);

/// People of whom a few things are known, and rules about them: small enough to try everything.
fn tiny() -> impl Strategy<Value = Question> {
    let people =
        proptest::collection::vec((0_usize..3, 0_usize..3, 1_usize..8, 0_usize..7, 0_usize..7), 4..8);
    let hard = proptest::collection::vec(any::<bool>(), 5);
    (people, hard).prop_map(|(told, hard)| {
        let count = told.len();
        let people = told
            .into_iter()
            .enumerate()
            .map(|(number, told)| somebody(number, count, told));
        let kinds = [
            Kind::Apart,
            Kind::Differ,
            Kind::Together,
            Kind::NeverAlone,
            Kind::CommonSlot,
        ];
        let rules = kinds.into_iter().zip(hard).map(|(kind, hard)| {
            let of = if kind == Kind::Differ {
                "organisation"
            } else {
                "function"
            };
            Rule {
                hard,
                of: kind.needs_trait().then(|| of.to_owned()),
                ..Rule::of_kind(kind)
            }
        });
        let size = Size {
            least: 2,
            best: 2,
            most: 3,
        };
        Question {
            people: people.collect(),
            coaches: Vec::new(),
            rules: Rules {
                size,
                groups: None,
                rules: rules.collect(),
            },
        }
    })
}

fn somebody(number: usize, count: usize, (organisation, function, slots, apart, together): Told) -> Person {
    let mut person = Person {
        id: format!("p{number}"),
        ..Person::default()
    };
    for (of, value) in [("organisation", organisation), ("function", function)] {
        person
            .traits
            .insert(of.to_owned(), BTreeSet::from([value.to_string()]));
    }
    let slots = (0..3).filter(|bit| slots >> bit & 1 == 1);
    person.free = slots.map(|bit| format!("slot-{bit}")).collect();
    let named = |other: usize| (other != number && other < count).then(|| format!("p{other}"));
    person.apart.extend(named(apart));
    person.together.extend(named(together));
    person
}

/// Every composition of a small question, one for each way to share the people out.
fn every(question: &Question, groups: usize) -> Vec<Vec<Group>> {
    let count = question.people.len();
    let Size { least, most, .. } = question.rules.size;
    let ways = groups.pow(u32::try_from(count).unwrap());
    (0..ways)
        .map(|way| {
            let mut made = vec![Group::default(); groups];
            let mut rest = way;
            for person in &question.people {
                made[rest % groups].people.push(person.id.clone());
                rest /= groups;
            }
            made
        })
        .filter(|made| {
            made.iter()
                .all(|group| (least..=most).contains(&group.people.len()))
        })
        .collect()
}

fn without(question: &Question, rules: &[usize]) -> Question {
    let mut fewer = Question {
        people: question.people.clone(),
        coaches: Vec::new(),
        rules: question.rules.clone(),
    };
    let mut at = 0;
    fewer.rules.rules.retain(|rule| {
        at += 1;
        !rule.hard || rules.contains(&(at - 1))
    });
    fewer
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn nothing_better_exists_where_everything_can_be_tried(question in tiny()) {
        let instance = instance(&question);
        let best = every(&question, instance.groups()).iter().map(|groups| scored(&question, groups)).min().unwrap();
        match compose(&instance, 7, go_on) {
            Ok(board) => prop_assert_eq!((0, board.score().penalty), best),
            Err(conflict) => {
                prop_assert!(best.0 > 0, "there is a composition: {best:?}");
                prop_assert!(conflict.is_proven);
                // What is named does not go together, and each of it is needed.
                let named = without(&question, &conflict.rules);
                let all = every(&question, instance.groups());
                prop_assert!(all.iter().all(|groups| scored(&named, groups).0 > 0), "{conflict:?}");
                for rule in &conflict.rules {
                    let fewer: Vec<usize> = conflict.rules.iter().copied().filter(|other| other != rule).collect();
                    let fewer = without(&question, &fewer);
                    prop_assert!(all.iter().any(|groups| scored(&fewer, groups).0 == 0), "{conflict:?}");
                }
                prop_assert!(!conflict.people.is_empty());
            }
        }
    }

    #[test]
    fn late_entries_move_as_few_as_possible(question in tiny()) {
        let instance = instance(&question);
        // The last one comes late: the others sit in the first composition of them that breaks nothing.
        let late = question.people.last().unwrap().id.clone();
        let all = every(&question, instance.groups());
        let whole: Vec<&Vec<Group>> = all.iter().filter(|groups| scored(&question, groups).0 == 0).collect();
        let seated = |groups: &Vec<Group>| {
            let mut groups = groups.clone();
            for group in &mut groups {
                group.people.retain(|id| *id != late);
            }
            groups
        };
        let Some(before) = all.iter().map(seated).find(|groups| {
            let people: Vec<Person> = question.people.iter().filter(|person| person.id != late).cloned().map(|mut person| {
                person.apart.remove(&late);
                person.together.remove(&late);
                person
            }).collect();
            naive::score(&people, &[], &question.rules, groups).0 == 0
        }) else {
            return Ok(());
        };
        let moved = |after: &Vec<Group>| {
            let home = |groups: &[Group], id: &String| groups.iter().position(|group| group.people.contains(id));
            question.people.iter().filter(|person| person.id != late && home(&before, &person.id) != home(after, &person.id)).count()
        };
        let fewest = whole.iter().map(|groups| moved(groups)).min();
        match place(&instance, &before, 7) {
            Ok(placed) => {
                let after = placed.board.groups();
                prop_assert_eq!(scored(&question, &after).0, 0);
                prop_assert_eq!(Some(placed.moved.len()), fewest);
                prop_assert_eq!(moved(&after), placed.moved.len());
            }
            Err(Unplaced::TooManyMoves) => prop_assert!(fewest > Some(3), "{fewest:?}"),
            Err(Unplaced::Impossible(_)) => prop_assert_eq!(fewest, None),
        }
    }

    #[test]
    fn what_was_broken_before_is_in_no_late_entry_s_way(question in tiny(), way in any::<proptest::sample::Index>()) {
        let instance = instance(&question);
        let all = every(&question, instance.groups());
        if all.is_empty() {
            return Ok(());
        }
        // Any composition at all, however much it breaks; the last one comes late.
        let late = question.people.last().unwrap().id.clone();
        let mut before = way.get(&all).clone();
        for group in &mut before {
            group.people.retain(|id| *id != late);
        }
        let seated: Vec<Person> = question.people.iter().filter(|person| person.id != late).cloned().map(|mut person| {
            person.apart.remove(&late);
            person.together.remove(&late);
            person
        }).collect();
        let known = naive::score(&seated, &[], &question.rules, &before).0;
        let broken = |groups: &[Group]| {
            let board = Board::of(&instance, groups);
            let hard = |person: &Person| {
                let reasons = explain(&board, &person.id).into_iter();
                let broken = reasons.filter(|reason| !reason.kept && question.rules.rules[reason.rule].hard);
                broken.map(|reason| (reason.rule, person.id.clone())).collect::<Vec<_>>()
            };
            question.people.iter().flat_map(hard).collect::<BTreeSet<_>>()
        };
        let was_broken = broken(&before);
        let home = |groups: &[Group], id: &String| groups.iter().position(|group| group.people.contains(id));
        let stays = |after: &[Group], id: &String| home(&before, id) == home(after, id);
        let allowed = |groups: &[Group]| {
            let broken = broken(groups);
            let none_new = broken.iter().all(|one| was_broken.contains(one) && stays(groups, &one.1));
            scored(&question, groups).0 <= known && none_new
        };
        let moved = |after: &[Group]| {
            question.people.iter().filter(|person| person.id != late && !stays(after, &person.id)).count()
        };
        let fewest = all.iter().filter(|groups| allowed(groups)).map(|groups| moved(groups)).min();
        match fit(&instance, &before) {
            Some(placed) => {
                let after = placed.board.groups();
                prop_assert!(allowed(&after));
                prop_assert_eq!(moved(&after), placed.moved.len());
                prop_assert_eq!(Some(placed.moved.len()), fewest);
            }
            None => prop_assert!(fewest.is_none_or(|fewest| fewest > 3), "{fewest:?}"),
        }
    }

    #[test]
    fn a_reason_that_is_not_kept_stands_for_every_breach(question in tiny()) {
        let instance = instance(&question);
        for groups in every(&question, instance.groups()).iter().take(40) {
            let board = Board::of(&instance, groups);
            let broken = question.people.iter().any(|person| {
                explain(&board, &person.id).iter().any(|reason| !reason.kept && question.rules.rules[reason.rule].hard)
            });
            prop_assert_eq!(broken, board.score().breaches > 0);
            prop_assert_eq!(matching::breaches(&board).is_empty(), !broken);
        }
    }
}
