//! F1 to F12: steps and their order.

use std::collections::BTreeSet;

use session::compile::{PlannedBlock, compile};
use session::event::{Event, PlanChange, SideTalk, Way};
use session::ids::{BlockNo, SECOND, VisitNo};
use session::model::{Kind, Role, StepKind, Word};
use session::report::played;
use session::view::Progress;
use session::{Command, Plan, Refusal};

use crate::room::{Room, catalogue, plan, script};
use crate::small;

#[test]
fn f01_steps_come_in_the_order_of_the_file_and_are_of_twelve_kinds() {
    let mut room = Room::begun(6, script(&["focusmethode"]));
    let ids = [
        "case",
        "questions",
        "central-question",
        "feedback",
        "advice",
        "harvest",
    ];
    assert_eq!(room.ids_to_the_end(), ids);
    assert_eq!(StepKind::WORDS.len(), 12);
    let kinds: BTreeSet<StepKind> = [Kind::Method, Kind::Module, Kind::Block]
        .into_iter()
        .flat_map(|kind| catalogue().of(kind))
        .flat_map(|method| method.steps.iter().map(|step| step.kind))
        .collect();
    assert_eq!(kinds.len(), 12, "each is used somewhere: {kinds:?}");
}

#[test]
fn f02_a_group_of_steps_repeats_as_often_as_the_method_says() {
    let mut room = Room::begun(6, script(&["speedsparren"]));
    let mut rounds = Vec::new();
    while room.step().is_some_and(|step| step.step.id != "notes") {
        if room.step().is_some_and(|step| step.step.id == "round") {
            let round = room.sees(1).step.and_then(|step| step.round).expect("a round");
            rounds.push((round.0, round.1, round.2.map(|label| label.nl.clone())));
        }
        room.next();
    }
    let label = Some("Ronde".to_owned());
    assert_eq!(
        rounds,
        [(1, 3, label.clone()), (2, 3, label.clone()), (3, 3, label)]
    );
}

#[test]
fn f03_the_whole_block_repeats_with_the_roles_swapped_or_with_the_next_client() {
    let mut room = Room::begun(6, script(&["speedsparren"]));
    room.until("round");
    let askers = |room: &Room| room.state.seats_with(room.visit(), &[Role::Asker]);
    let (first, thinkers) = (
        askers(&room),
        room.state.seats_with(room.visit(), &[Role::Thinker]),
    );
    room.until("notes");
    room.until("round");
    assert!(room.screen().step.is_some_and(|step| step.swapped));
    assert_eq!(askers(&room), thinkers);
    assert_eq!(room.state.seats_with(room.visit(), &[Role::Thinker]), first);

    let mut crowds = Room::begun(4, script(&["wise-crowds"]));
    let client = |room: &Room| room.groups()[0].client;
    let one = client(&crowds);
    crowds.next();
    crowds.until("question");
    assert!(one.is_some() && client(&crowds).is_some() && client(&crowds) != one);
}

#[test]
fn f04_an_answer_may_lead_back_and_never_more_often_than_its_maximum() {
    let mut room = Room::of(5, script(&["consultatiemethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    for _ in 0..2 {
        room.until("reaction");
        room.by(
            1,
            Command::Decide {
                option: "not-yet".to_owned(),
            },
        );
        room.next();
        assert_eq!(room.step().map(|step| step.step.id.as_str()), Some("questions"));
    }
    room.until("reaction");
    room.by(
        1,
        Command::Decide {
            option: "not-yet".to_owned(),
        },
    );
    room.next();
    assert_eq!(
        room.step().map(|step| step.step.id.as_str()),
        Some("closing"),
        "twice is the maximum"
    );
    assert_eq!(
        room.refused(
            2,
            Command::Decide {
                option: "helped".to_owned()
            }
        ),
        Refusal::NotInThisStep
    );
}

#[test]
fn f05_a_step_is_left_out_before_or_skipped_with_a_reason_and_one_goes_back() {
    let mut plan = plan(&["speedsparren"]);
    plan.blocks[0].settings.off.insert("explain".to_owned());
    let mut room = Room::begun(6, compile(&plan, catalogue()).expect("it fits"));
    assert_eq!(
        room.step().map(|step| step.step.id.as_str()),
        Some("choose-question")
    );
    let first = room.state.current;
    room.lead(Command::Skip {
        reason: Some("iedereen heeft er al een".to_owned()),
    });
    assert_eq!(
        room.entered().way,
        Way::Skipped(Some("iedereen heeft er al een".to_owned()))
    );
    room.lead(Command::Back);
    assert_eq!(room.state.current, first, "the same visit, not a new one");
    assert_eq!(room.refused(0, Command::Back), Refusal::NoEarlierStep);
}

#[test]
fn f06_some_steps_may_change_places_before_the_start_and_on_the_way() {
    let mut plan = plan(&["dilemmamethode"]);
    let order = vec!["questions".to_owned(), "dilemma".to_owned()];
    plan.blocks[0].settings.order.push(order);
    let planned = compile(&plan, catalogue()).expect("this order is allowed");
    let ids = Room::begun(6, planned).ids_to_the_end();
    let place = |id: &str| ids.iter().position(|other| other == id);
    assert!(place("questions") < place("dilemma"));

    let mut room = Room::begun(6, script(&["dilemmamethode"]));
    let step = |id: &str| room.state.script.find_step(BlockNo(0), id).expect("the step");
    let (dilemma, questions, weighing) = (step("dilemma"), step("questions"), step("weighing"));
    assert_eq!(
        room.refused(0, Command::Reorder(vec![weighing, dilemma])),
        Refusal::CannotReorder
    );
    room.lead(Command::Reorder(vec![questions, dilemma]));
    room.until("questions");
    assert!(
        room.state.visits.iter().all(|visit| visit.cursor.step != dilemma),
        "the dilemma comes after"
    );
    assert_eq!(
        room.refused(0, Command::Reorder(vec![dilemma, questions])),
        Refusal::CannotReorder
    );
}

#[test]
fn f07_a_step_is_done_in_another_way_with_more_people() {
    for (people, groups) in [(7, 0), (9, 2)] {
        let mut room = Room::begun(people, script(&["balintmethode"]));
        room.until("choose-case");
        room.choose_case_of(1);
        room.until("group-judgement");
        assert_eq!(room.groups().len(), groups, "{people} people");
        let note = room.sees(2).step.and_then(|step| step.strategy);
        assert_eq!(note.is_some(), groups > 0, "what changes is said");
    }
}

#[test]
fn f08_a_step_plays_a_module_that_is_chosen_on_the_spot() {
    let mut room = Room::of(6, script(&["kollegiale-beratung"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.until("key-question");
    let found = Command::Decide {
        option: "found".to_owned(),
    };
    room.by(1, found);
    room.until("method-choice");
    room.next();
    assert_eq!(
        room.step().map(|step| step.step.id.as_str()),
        Some("consultation")
    );
    assert!(room.sees(0).step.is_some_and(|step| step.modules.len() == 10));
    assert!(
        room.sees(2).step.is_some_and(|step| step.modules.is_empty()),
        "only whoever leads chooses"
    );
    assert_eq!(room.refused(0, Command::Next), Refusal::ChooseModuleFirst);
    room.lead(Command::ChooseModule("brainstorm".to_owned()));
    let module: Vec<String> = catalogue()
        .get("brainstorm")
        .expect("the module")
        .steps
        .iter()
        .map(|step| step.id.clone())
        .collect();
    let mut came = room.ids_to_the_end();
    came.retain(|id| id != "consultation");
    assert_eq!(
        came[..module.len()],
        module[..],
        "its steps come in place of the step"
    );
    assert_eq!(came.last().map(String::as_str), Some("closing"));
}

#[test]
fn f09_a_meeting_is_an_agenda_of_blocks_with_two_cases_and_one_time_budget() {
    let mut plan = plan(&[
        "check-in",
        "casuskeuze",
        "focusmethode",
        "pauze",
        "casuskeuze",
        "incidentmethode-kort",
        "acties",
        "evaluatie",
        "afronding",
    ]);
    plan.budget = Some(3 * 60 * 60);
    let mut room = Room::begun(6, compile(&plan, catalogue()).expect("a meeting"));
    let progress = |room: &Room| {
        room.screen()
            .agenda
            .iter()
            .map(|item| item.progress)
            .collect::<Vec<_>>()
    };
    assert_eq!(progress(&room)[..2], [Progress::Now, Progress::Ahead]);
    for (owner, method) in [(1, "case"), (2, "bring-in")] {
        room.until("choose");
        room.choose_case_of(owner);
        if method == "case" {
            room.until("case");
        } else {
            room.next();
        }
        let case = room.sees(3).case.expect("a case is treated");
        assert_eq!(case.owners, [session::ids::Seat(owner)]);
    }
    assert_eq!(progress(&room)[..5], [Progress::Done; 5]);
    let budget = room.sees(0).budget.expect("the facilitator sees the budget");
    assert_eq!(
        budget.planned_end,
        room.state.began.expect("it began").plus(3 * 60 * 60 * SECOND)
    );
    assert!(room.sees(1).budget.is_none());
}

#[test]
fn f10_a_side_conversation_stops_the_clock_and_returns() {
    let mut room = Room::begun(6, script(&["focusmethode"]));
    room.wait(60);
    assert_eq!(
        room.refused(2, Command::OpenSideTalk(SideTalk::Meta)),
        Refusal::OnlyLead
    );
    room.by(2, Command::OpenSideTalk(SideTalk::Disturbance));
    assert_eq!(
        room.sees(3).clock.side_talk.map(|(kind, _)| kind),
        Some(SideTalk::Disturbance)
    );
    room.wait(600);
    assert_eq!(room.sees(3).clock.left, Some(240 * SECOND), "time stands still");
    assert_eq!(room.refused(0, Command::Next), Refusal::SideTalkFirst);
    room.lead(Command::CloseSideTalk);
    assert_eq!(
        room.sees(3).clock.ends_at,
        Some(room.now.plus(240 * SECOND)),
        "the four minutes that were left"
    );
}

#[test]
fn f11_a_facilitator_changes_minutes_rounds_questions_and_words_in_a_copy() {
    let mut plan = plan(&["speedsparren"]);
    let settings = &mut plan.blocks[0].settings;
    settings.parameters.insert("rounds".to_owned(), "2".to_owned());
    settings.seconds.insert("round".to_owned(), Some(6 * 60));
    let limits = session::compile::Limits {
        max: Some(2),
        max_words: Some(5),
        min: None,
    };
    settings.limits.insert("question".to_owned(), limits);
    let mut room = Room::begun(6, compile(&plan, catalogue()).expect("it fits"));
    room.until("choose-question");
    assert_eq!(
        room.ask(
            session::Actor::Seat(session::ids::Seat(1)),
            Command::Add(Box::new(room.entry("question", "een twee drie vier vijf zes")))
        ),
        Err(Refusal::TooManyWords { max: 5, has: 6 })
    );
    room.until("round");
    assert_eq!(room.entered().planned, Some(6 * 60 * SECOND));
    assert_eq!(
        room.screen()
            .step
            .and_then(|step| step.round)
            .map(|round| round.1),
        Some(2)
    );
    let step = room
        .state
        .script
        .find_step(BlockNo(0), "notes")
        .expect("the step");
    room.lead(Command::Replan(vec![PlanChange {
        step,
        seconds: Some(120),
        off: false,
    }]));
    room.until("notes");
    assert_eq!(room.entered().planned, Some(120 * SECOND), "on the way as well");
}

#[test]
fn f12_a_running_session_keeps_the_version_it_began_with() {
    let steps = small::step("a", "") + &small::step("b", "");
    let catalogue = small::catalogue("case = \"none\"", &steps);
    let mut room = Room::begun(
        3,
        compile(&Plan::of_method("small"), &catalogue).expect("it fits"),
    );
    let mut newer = small::method("case = \"none\"", &small::step("other", ""));
    newer.version = 4;
    let mut catalogue = catalogue;
    catalogue.insert(newer);
    assert_eq!(room.ids_to_the_end(), ["a", "b"]);
    let method: Vec<(&str, u32)> = played(&room.state)
        .iter()
        .map(|part| (part.name.nl.as_str(), part.version))
        .collect();
    assert_eq!(method, [("x", 3)], "the report names method and version");
    let opened = room
        .events
        .iter()
        .any(|row| matches!(&row.event, Event::Opened(opening) if opening.script.blocks[0].version == 3));
    assert!(opened, "the version travels in the log");
    let planned = PlannedBlock {
        method: "small".to_owned(),
        ..PlannedBlock::default()
    };
    let later =
        session::compile::added(&room.state.script, &planned, BlockNo(0), &catalogue).expect("it fits");
    assert_eq!(
        later.block.version, 4,
        "a block that is added later is the newer one"
    );
    assert_eq!(room.state.current, Some(VisitNo(1)));
}
