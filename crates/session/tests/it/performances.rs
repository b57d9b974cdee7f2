//! Robots play every method to its end, whatever goes wrong, and the story reads well in both languages.

use session::compile::PlannedBlock;
use session::robots::{Cast, Mishaps, Performance, play, transcript};
use session::script::Pace;
use session::state::Phase;
use session::{Catalogue, Language, Plan, replay};

const MISHAPS: [Mishaps; 6] = [
    Mishaps {
        late: false,
        drop_out: false,
        lead_vanishes: false,
        owner_leaves: false,
    },
    Mishaps {
        late: true,
        drop_out: false,
        lead_vanishes: false,
        owner_leaves: false,
    },
    Mishaps {
        late: false,
        drop_out: true,
        lead_vanishes: false,
        owner_leaves: false,
    },
    Mishaps {
        late: false,
        drop_out: false,
        lead_vanishes: true,
        owner_leaves: false,
    },
    Mishaps {
        late: false,
        drop_out: false,
        lead_vanishes: false,
        owner_leaves: true,
    },
    Mishaps::ALL,
];

/// Methods whose mishaps are part of the reviewed stories as well.
const TOLD_WITH_MISHAPS: [&str; 6] = [
    "dilemmamethode",
    "focusmethode",
    "roddelmethode",
    "speedsparren",
    "tienstappenmethode",
    "troika",
];

fn catalogue() -> Catalogue {
    let (catalogue, bad) = Catalogue::built_in();
    assert!(bad.is_empty(), "method files with faults: {bad:#?}");
    catalogue
}

fn perform(catalogue: &Catalogue, plan: &Plan, cast: Cast) -> Performance {
    play(catalogue, plan, &cast).expect("the plan works out")
}

/// What must hold for every performance.
fn check(performance: &Performance, what: &str) {
    assert_eq!(performance.refused, Vec::new(), "{what}: robots were refused");
    assert_eq!(
        performance.state.phase,
        Phase::Closed,
        "{what}: did not reach its end"
    );
    assert!(
        replay(&performance.events) == performance.state,
        "{what}: replay gives another state"
    );
    let times = performance.events.windows(2).all(|pair| pair[0].at <= pair[1].at);
    assert!(times, "{what}: time ran backwards");
}

#[test]
fn every_method_is_played_to_its_end_by_3_to_15_people_whatever_goes_wrong() {
    let catalogue = catalogue();
    let mut played = 0;
    for method in catalogue.methods() {
        for people in 3..=15 {
            for (n, mishaps) in MISHAPS.into_iter().enumerate() {
                let cast = Cast {
                    people,
                    seed: u64::from(people) * 7 + n as u64,
                    mishaps,
                    language: Language::Nl,
                };
                let performance = perform(&catalogue, &Plan::of_method(&method.id), cast);
                check(
                    &performance,
                    &format!("{} with {people} people, {mishaps:?}", method.id),
                );
                played += 1;
            }
        }
    }
    assert_eq!(played, catalogue.methods().count() * 13 * MISHAPS.len());
}

#[test]
fn every_step_of_a_method_takes_place_when_nothing_goes_wrong() {
    let catalogue = catalogue();
    for method in catalogue.methods() {
        let people = method.group.best_from;
        let cast = Cast {
            people,
            seed: 1,
            mishaps: Mishaps::default(),
            language: Language::Nl,
        };
        let performance = perform(&catalogue, &Plan::of_method(&method.id), cast);
        let state = &performance.state;
        let visited: Vec<&str> = state
            .visits
            .iter()
            .filter_map(|visit| Some(state.script.step(visit.cursor.step)?.step.id.as_str()))
            .collect();
        let forward_jump = |id: &str| {
            // A deciding question may lead past a step.
            method
                .steps
                .iter()
                .flat_map(|step| &step.decide)
                .flat_map(|decide| &decide.options)
                .any(|option| {
                    let place = |wanted: &str| method.steps.iter().position(|step| step.id == wanted);
                    option.to.as_deref().is_some_and(|to| place(to) > place(id))
                })
        };
        for planned in &state.script.blocks[0].order {
            let id = state
                .script
                .step(*planned)
                .expect("a planned step exists")
                .step
                .id
                .as_str();
            assert!(
                visited.contains(&id) || forward_jump(id),
                "{}: step {id} never took place",
                method.id
            );
        }
    }
}

#[test]
fn the_story_of_every_method_reads_well_in_both_languages() {
    let catalogue = catalogue();
    for method in catalogue.methods() {
        for language in Language::ALL {
            let cast = Cast {
                people: method.group.best_from,
                seed: 1,
                mishaps: Mishaps::default(),
                language,
            };
            let performance = perform(&catalogue, &Plan::of_method(&method.id), cast);
            let name = format!("{}.{}", method.id, language.code());
            insta::assert_snapshot!(name, transcript(&performance.events, language));
        }
    }
}

#[test]
fn the_story_with_mishaps_reads_well_in_both_languages() {
    let catalogue = catalogue();
    for id in TOLD_WITH_MISHAPS {
        for language in Language::ALL {
            let cast = Cast {
                people: 7,
                seed: 2,
                mishaps: Mishaps::ALL,
                language,
            };
            let performance = perform(&catalogue, &Plan::of_method(id), cast);
            let name = format!("{id}.mishaps.{}", language.code());
            insta::assert_snapshot!(name, transcript(&performance.events, language));
        }
    }
}

fn meeting() -> Plan {
    let blocks = [
        "check-in",
        "terugblik",
        "casuskeuze",
        "focusmethode",
        "pauze",
        "casuskeuze",
        "consultatiemethode",
        "acties",
        "evaluatie",
        "afronding",
    ];
    Plan {
        title: "Bijeenkomst".to_owned(),
        pace: Pace::Live,
        budget: Some(150 * 60),
        blocks: blocks
            .map(|method| PlannedBlock {
                method: method.to_owned(),
                ..PlannedBlock::default()
            })
            .to_vec(),
    }
}

#[test]
fn a_whole_meeting_with_two_cases_reads_well_in_both_languages() {
    let catalogue = catalogue();
    for language in Language::ALL {
        let cast = Cast {
            people: 6,
            seed: 3,
            mishaps: Mishaps::ALL,
            language,
        };
        let performance = perform(&catalogue, &meeting(), cast);
        check(&performance, "a whole meeting");
        assert_eq!(
            performance.state.case_of.len(),
            2,
            "both methods have a case of their own"
        );
        insta::assert_snapshot!(
            format!("meeting.{}", language.code()),
            transcript(&performance.events, language)
        );
    }
}

#[test]
fn the_same_engine_plays_in_writing_over_days() {
    let catalogue = catalogue();
    let mut played = 0;
    for method in catalogue.methods().filter(|method| method.written) {
        for mishaps in MISHAPS {
            let plan = Plan {
                pace: Pace::Written,
                ..Plan::of_method(&method.id)
            };
            let cast = Cast {
                people: method.group.best_from,
                seed: 5,
                mishaps,
                language: Language::En,
            };
            let performance = perform(&catalogue, &plan, cast);
            check(&performance, &format!("{} in writing, {mishaps:?}", method.id));
            if method.id == "focusmethode" && mishaps == Mishaps::default() {
                insta::assert_snapshot!(
                    "focusmethode.written.en",
                    transcript(&performance.events, Language::En)
                );
            }
            played += 1;
        }
    }
    assert!(played > 6, "some methods work in writing");
}

#[test]
fn the_same_seed_gives_the_same_performance() {
    let catalogue = catalogue();
    let cast = Cast {
        people: 9,
        seed: 11,
        mishaps: Mishaps::ALL,
        language: Language::En,
    };
    let plan = Plan::of_method("speedsparren");
    let rows = |cast| perform(&catalogue, &plan, cast).rows();
    assert_eq!(rows(cast), rows(cast));
    assert_ne!(
        rows(cast),
        rows(Cast { seed: 12, ..cast }),
        "another seed divides people differently"
    );
}
