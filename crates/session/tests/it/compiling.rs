//! From a plan with settings to a script: every setting works, and every impossible wish is named.

use std::collections::BTreeSet;

use session::compile::{Limits, PlanProblem, PlannedBlock, Settings, added, compile};
use session::ids::{BlockNo, StepNo};
use session::model::Per;
use session::script::{Pace, RepeatTimes, Script};
use session::{Catalogue, Language, Plan};

use crate::room::{Room, catalogue, plan, script};
use crate::small;

fn with(method: &str, change: impl FnOnce(&mut Settings)) -> Result<Script, Vec<PlanProblem>> {
    let mut plan = Plan::of_method(method);
    change(&mut plan.blocks[0].settings);
    compile(&plan, catalogue())
}

fn ids(script: &Script) -> Vec<&str> {
    let order = script.blocks[0].order.iter();
    order
        .map(|step| script.steps[step.index()].step.id.as_str())
        .collect()
}

#[test]
fn every_method_and_block_of_kring_becomes_a_script_whose_numbers_hold() {
    for method in catalogue().methods().map(|method| method.id.as_str()) {
        let script = script(&["check-in", method, "evaluatie"]);
        for (no, step) in script.steps.iter().enumerate() {
            assert!(script.block(step.block).is_some());
            let lists = [
                &step.inputs,
                &step.shows,
                &step.rate_of,
                &step.pick_of,
                &step.vote_of,
            ];
            assert!(
                lists
                    .iter()
                    .all(|list| list.iter().all(|input| script.input(*input).is_some()))
            );
            assert!(
                step.inputs
                    .iter()
                    .all(|input| script.inputs[input.index()].step == StepNo::at(no))
            );
            assert!(
                step.leads_to
                    .iter()
                    .flatten()
                    .all(|to| script.step(*to).is_some_and(|to| to.block == step.block))
            );
            let named = step
                .step
                .decide
                .as_ref()
                .map_or(0, |d| d.options.iter().filter(|o| o.to.is_some()).count());
            assert_eq!(
                step.leads_to.iter().flatten().count(),
                named,
                "{method} / {}",
                step.step.id
            );
            assert_eq!(step.modules.len(), step.step.modules.len());
            assert_eq!(step.step.only.is_some(), step.only_in.is_some());
        }
    }
}

#[test]
fn inner_repeats_come_before_outer_ones() {
    let script = script(&["speedsparren"]);
    let lengths: Vec<u16> = script.blocks[0]
        .repeats
        .iter()
        .map(|repeat| repeat.to.0 - repeat.from.0)
        .collect();
    assert!(lengths.len() > 1 && lengths.is_sorted(), "{lengths:?}");
}

#[test]
fn settings_change_the_copy_and_leave_the_original_alone() {
    let before = catalogue().get("speedsparren").cloned();
    let script = with("speedsparren", |settings| {
        settings.parameters.insert("rounds".to_owned(), "2".to_owned());
        settings.seconds.insert("round".to_owned(), Some(300));
        settings.seconds.insert("notes".to_owned(), None);
        settings.off.insert("explain".to_owned());
        let limits = Limits {
            min: Some(2),
            max: Some(4),
            max_words: Some(9),
        };
        settings.limits.insert("question".to_owned(), limits);
    })
    .expect("these settings fit");
    assert!(!ids(&script).contains(&"explain"));
    let step = |id| {
        script
            .step(script.find_step(BlockNo(0), id).expect("the step is there"))
            .expect("a step")
    };
    assert_eq!(step("round").step.seconds, Some(300));
    assert_eq!(step("notes").step.seconds, None);
    let input = script
        .input(
            script
                .find_input(BlockNo(0), "question")
                .expect("the input is there"),
        )
        .expect("an input");
    assert_eq!((input.min, input.max, input.max_words), (2, Some(4), Some(9)));
    assert!(
        script.blocks[0]
            .repeats
            .iter()
            .any(|repeat| repeat.times == RepeatTimes::Number(2))
    );
    assert_eq!(catalogue().get("speedsparren").cloned(), before);
}

#[test]
fn a_step_that_starts_off_takes_place_only_when_it_is_switched_on() {
    let on = |settings: &mut Settings| assert!(settings.on.insert("harvest".to_owned()));
    assert!(!ids(&with("troika", |_| {}).expect("it fits")).contains(&"harvest"));
    assert!(ids(&with("troika", on).expect("it fits")).contains(&"harvest"));
}

#[test]
fn a_choice_of_a_parameter_decides_which_steps_take_place() {
    let choose = |value: &'static str| {
        with("deep-democracy", move |settings| {
            let parameters = &mut settings.parameters;
            parameters.insert("third-step".to_owned(), value.to_owned());
        })
    };
    let spread = choose("spread").expect("it fits");
    let debate = choose("debate").expect("it fits");
    assert!(ids(&spread).contains(&"spread-no") && !ids(&spread).contains(&"debate"));
    assert!(ids(&debate).contains(&"debate") && !ids(&debate).contains(&"spread-no"));
}

#[test]
fn when_the_last_step_of_a_repeat_is_left_out_the_repeat_goes_on_around_the_others() {
    let steps = small::step("a", "")
        + &small::step("b", "optional = true")
        + &small::step("c", "")
        + "[[repeat]]\nid = \"r\"\nfrom = \"a\"\nto = \"b\"\ntimes = 2\n";
    let catalogue = small::catalogue("case = \"none\"", &steps);
    let mut plan = Plan::of_method("small");
    plan.blocks[0].settings.off.insert("b".to_owned());
    let script = compile(&plan, &catalogue).expect("it fits");
    let mut room = Room::begun(2, script);
    assert_eq!(room.ids_to_the_end(), ["a", "a", "c"]);
}

#[test]
fn every_impossible_wish_is_named_at_once() {
    let problems = with("dilemmamethode", |settings| {
        settings.parameters.insert("nope".to_owned(), "1".to_owned());
        settings.seconds.insert("no-step".to_owned(), None);
        settings.off.insert("case".to_owned());
        settings.limits.insert("no-input".to_owned(), Limits::default());
        settings
            .order
            .push(vec!["case".to_owned(), "weighing".to_owned()]);
    })
    .expect_err("nothing of this is possible");
    let unknown = |setting: &str| PlanProblem::UnknownSetting {
        method: "dilemmamethode".to_owned(),
        setting: setting.to_owned(),
    };
    for expected in [
        unknown("nope"),
        unknown("no-step"),
        unknown("no-input"),
        PlanProblem::NotOptional("case".to_owned()),
        PlanProblem::BadOrder("case".to_owned()),
    ] {
        assert!(
            problems.contains(&expected),
            "{expected:?} is missing from {problems:?}"
        );
    }
}

#[test]
fn a_value_outside_its_limits_is_named() {
    for bad in ["0", "6", "three", ""] {
        let set =
            |settings: &mut Settings| drop(settings.parameters.insert("rounds".to_owned(), bad.to_owned()));
        let expected = PlanProblem::BadValue {
            parameter: "rounds".to_owned(),
            value: bad.to_owned(),
        };
        assert_eq!(with("speedsparren", set), Err(vec![expected]));
    }
}

#[test]
fn a_plan_that_leads_nowhere_is_named() {
    assert_eq!(
        compile(&Plan::default(), catalogue()),
        Err(vec![PlanProblem::Empty])
    );
    let unknown = compile(
        &plan(&["focusmethode", "bestaat-niet", "brainstorm"]),
        catalogue(),
    );
    let unknown_methods = ["bestaat-niet", "brainstorm"].map(|id| PlanProblem::UnknownMethod(id.to_owned()));
    assert_eq!(
        unknown,
        Err(unknown_methods.to_vec()),
        "a module is no part of an agenda by itself"
    );
    let mut written = plan(&["speedsparren"]);
    written.pace = Pace::Written;
    assert_eq!(
        compile(&written, catalogue()),
        Err(vec![PlanProblem::NotWritten("speedsparren".to_owned())])
    );
    let mut without_modules = Catalogue::default();
    without_modules.insert(
        catalogue()
            .get("kollegiale-beratung")
            .expect("it is there")
            .clone(),
    );
    let missing =
        compile(&plan(&["kollegiale-beratung"]), &without_modules).expect_err("the modules are missing");
    assert!(
        missing.contains(&PlanProblem::UnknownModule("brainstorm".to_owned())),
        "{missing:?}"
    );
}

#[test]
fn every_problem_of_a_plan_has_words_of_its_own_in_both_languages() {
    let word = || "woord".to_owned();
    let problems = [
        PlanProblem::Empty,
        PlanProblem::UnknownMethod(word()),
        PlanProblem::UnknownModule(word()),
        PlanProblem::UnknownSetting {
            method: word(),
            setting: word(),
        },
        PlanProblem::BadValue {
            parameter: word(),
            value: word(),
        },
        PlanProblem::NotOptional(word()),
        PlanProblem::BadOrder(word()),
        PlanProblem::NotWritten(word()),
        PlanProblem::NothingLeft(word()),
    ];
    for language in Language::ALL {
        let told: BTreeSet<String> = problems.iter().map(|problem| problem.message(language)).collect();
        assert_eq!(told.len(), problems.len());
        assert!(
            told.iter()
                .skip(1)
                .filter(|message| message.contains("woord"))
                .count()
                >= problems.len() - 2
        );
    }
}

#[test]
fn a_block_added_on_the_way_continues_the_numbers_and_takes_place() {
    let mut room = Room::begun(4, script(&["check-in", "evaluatie"]));
    let block = PlannedBlock {
        method: "pauze".to_owned(),
        ..PlannedBlock::default()
    };
    let added_block =
        added(&room.state.script, &block, BlockNo(0), catalogue()).expect("it can be worked out");
    let stale = added_block.clone();
    room.lead(session::Command::AddBlock(Box::new(added_block)));
    assert_eq!(room.state.flow.agenda, [BlockNo(0), BlockNo(2), BlockNo(1)]);
    assert_eq!(
        room.refused(0, session::Command::AddBlock(Box::new(stale))),
        session::Refusal::Outdated
    );
    let blocks: Vec<&str> = room.screen().agenda.iter().map(|item| item.method).collect();
    assert_eq!(blocks, ["check-in", "pauze", "evaluatie"]);
    let problems = added(
        &room.state.script,
        &PlannedBlock::default(),
        BlockNo(0),
        catalogue(),
    );
    assert_eq!(problems, Err(vec![PlanProblem::UnknownMethod(String::new())]));
}

#[test]
fn a_repeat_for_every_person_follows_the_people() {
    let script = script(&["wise-crowds"]);
    let per: Vec<_> = script.blocks[0]
        .repeats
        .iter()
        .map(|repeat| repeat.times)
        .collect();
    assert!(
        per.iter()
            .any(|times| matches!(times, RepeatTimes::Per(Per::Person | Per::GroupMember))),
        "{per:?}"
    );
}
