//! F38 to F48: what comes out, and what keeps people safe.

use session::catalogue::Catalogue;
use session::compile::compile;
use session::event::{ActionStatus, Facilitation, Newcomer, OpenAction, Place};
use session::ids::{ActionNo, BlockNo, SECOND, Seat};
use session::model::{Mode, Moment, ResultKind, Role, Scale, VoteKind};
use session::report::{attendance, outcomes, played, surveys};
use session::{Command, Language, Plan, Refusal, Text};

use crate::room::{Room, catalogue, form, newcomer, opening, script};
use crate::small;

fn add_form(room: &Room, input: &str, answers: &[(&str, &str)]) -> Command {
    Command::Add(Box::new(session::command::Entry {
        body: form(answers),
        ..room.entry(input, "")
    }))
}

#[test]
fn f38_the_report_holds_only_entries_of_a_type() {
    let input = |id: &str, more: &str| {
        format!("[[step.input]]\nid = \"{id}\"\nlabel = T\nmode = \"group\"\n{more}\n")
    };
    let kinds = [
        "question",
        "fact",
        "insight",
        "advice",
        "core_question",
        "lesson",
        "idea",
    ];
    let typed = kinds
        .map(|kind| input(kind, &format!("result = \"{kind}\"")))
        .concat();
    let steps = small::step(
        "a",
        &(typed
            + &input("loose", "")
            + "[[step.input]]\nid = \"own\"\nlabel = T\nmode = \"private\"\nresult = \"insight\""),
    );
    let mut room = Room::begun(3, small::script("case = \"none\"", &steps));
    for id in kinds.into_iter().chain(["loose", "own"]) {
        room.write(1, id, id);
    }
    let found: Vec<ResultKind> = outcomes(&room.state, None)
        .iter()
        .map(|outcome| outcome.kind)
        .collect();
    assert_eq!(
        found.len(),
        kinds.len(),
        "notes and private words are not in it: {found:?}"
    );
    assert_eq!(found[3], ResultKind::Advice);
    assert_eq!(
        outcomes(&room.state, Some(Seat(1))).len(),
        kinds.len() + 1,
        "an own insight is in one's own report"
    );
}

#[test]
fn f39_an_action_says_what_how_one_notices_when_and_with_whom_and_comes_back_in_the_next_meeting() {
    let mut room = Room::begun(3, script(&["acties"]));
    let fields: Vec<String> = room.sees(1).inputs[0]
        .fields
        .iter()
        .map(|field| field.id.clone())
        .collect();
    assert_eq!(fields, ["what", "notice", "when", "buddy"]);
    let wrong = add_form(&room, "action", &[("what", "bellen"), ("when", "30 februari")]);
    assert_eq!(
        room.refused(1, wrong),
        Refusal::BadField {
            field: "when".to_owned()
        }
    );
    let nobody = add_form(&room, "action", &[("what", "bellen"), ("buddy", "77")]);
    assert_eq!(
        room.refused(1, nobody),
        Refusal::BadField {
            field: "buddy".to_owned()
        }
    );
    let right = add_form(
        &room,
        "action",
        &[
            ("what", "bellen"),
            ("notice", "hij belt terug"),
            ("when", "2026-02-28"),
            ("buddy", "2"),
        ],
    );
    room.by(1, right);
    let outcome = &outcomes(&room.state, None)[0];
    assert_eq!(
        (outcome.kind, outcome.author),
        (ResultKind::Action, Some(Seat(1)))
    );
    let mut opening = opening(script(&["terugblik"]), Facilitation::Outside);
    opening.actions.push(OpenAction {
        id: "a1".to_owned(),
        who: "p1".to_owned(),
        what: "bellen".to_owned(),
    });
    let mut next = Room::with(3, opening);
    next.lead(Command::Begin);
    assert_eq!(next.sees(2).actions[0].what, "bellen");
    let note = Some("het hielp om vooraf te oefenen".to_owned());
    next.by(
        1,
        Command::ReviewAction {
            action: ActionNo(0),
            status: ActionStatus::Done,
            note,
        },
    );
    assert_eq!(
        next.screen().actions[0].status.map(|(status, _)| status),
        Some(ActionStatus::Done)
    );
}

#[test]
fn f40_the_evaluation_is_counted_without_names_and_never_shown_in_the_room() {
    let mut room = Room::begun(5, script(&["evaluatie"]));
    for seat in 1..=5 {
        let answer = add_form(
            &room,
            "survey",
            &[("grade", "8"), ("free", "4"), ("tip", &format!("tip van {seat}"))],
        );
        room.by(seat, answer);
    }
    let twice = add_form(&room, "survey", &[("grade", "1")]);
    assert_eq!(room.refused(3, twice), Refusal::Enough { max: 1 });
    let wrong = add_form(&room, "survey", &[("grade", "11")]);
    assert_eq!(room.refused(0, wrong.clone()), Refusal::NotForYou);
    for seat in 0..=5 {
        assert!(room.texts(seat).is_empty(), "not even to the writer");
    }
    room.end();
    let counted = surveys(&room.state);
    assert_eq!((counted.len(), counted[0].answered), (1, 5));
    let shown: Vec<_> = counted[0]
        .questions
        .iter()
        .map(|question| (question.field.id.as_str(), question.answered()))
        .collect();
    assert_eq!(shown, [("grade", 5), ("free", 5), ("tip", 5)]);
    assert_eq!(counted[0].questions[0].answers, [("8", 5)].into());
    assert!(room.state.cards.iter().all(|card| card.author.is_none()));
}

#[test]
fn f41_attendance_follows_from_coming_and_going_part_by_part_apart_from_content() {
    let mut room = Room::of(3, script(&["check-in", "evaluatie"]));
    room.wait(600);
    room.lead(Command::Begin);
    room.by(1, Command::ConfirmPresence(Moment::Start));
    room.wait(120);
    room.by(2, Command::Leave);
    room.wait(120);
    room.house(Command::Join(Newcomer {
        place: Place::Online,
        ..newcomer("p2")
    }));
    room.next();
    room.wait(60);
    room.by(3, Command::Leave);
    room.wait(60);
    room.end();
    let list = attendance(&room.state, room.now);
    let there: Vec<i64> = list.iter().map(|person| person.there / SECOND).collect();
    assert_eq!(
        there,
        [360, 360, 240, 300],
        "from the first step, gaps not counted"
    );
    assert_eq!(list[3].by_block[&BlockNo(1)], 60 * SECOND);
    assert_eq!((list[2].place, list[1].confirmed), (Place::Online, (true, false)));
    let from = list[3].from;
    room.lead(Command::CorrectAttendance {
        seat: Seat(3),
        from,
        to: None,
        place: Place::Room,
    });
    let corrected = &attendance(&room.state, room.now)[3];
    assert!(corrected.corrected && corrected.there == 360 * SECOND);
}

#[test]
fn f42_the_facilitator_the_participant_and_the_big_screen_each_see_their_own_view() {
    let mut room = Room::of(6, script(&["focusmethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.write(2, "own-notes", "mijn aantekening");
    let (lead, participant, screen) = (room.sees(0), room.sees(2), room.screen());
    let step = lead.step.as_ref().expect("a step");
    assert!(step.say.is_some() && step.tip.is_some() && lead.next.is_some() && lead.budget.is_some());
    let step = participant.step.as_ref().expect("a step");
    assert!(step.say.is_none() && step.tip.is_none() && step.does.is_some() && participant.budget.is_none());
    assert_eq!(participant.inputs.len(), 1);
    assert!(
        screen.you.is_none()
            && screen.inputs.is_empty()
            && screen.cards.is_empty()
            && screen.budget.is_none()
    );
    assert_eq!(screen.clock, participant.clock);
}

#[test]
fn f43_a_group_with_one_screen_and_paper_is_never_held_up() {
    let mut room = Room::of(1, script(&["focusmethode"]));
    for n in 2..=6 {
        room.house(Command::Join(Newcomer {
            without_device: true,
            ..newcomer(&format!("papier{n}"))
        }));
    }
    room.owner(&[2]);
    room.lead(Command::Begin);
    room.until("central-question");
    assert_eq!(room.screen().ready.of, 1, "nobody waits for paper");
    let typed = session::command::Entry {
        on_behalf_of: Some(Seat(3)),
        ..room.entry("core", "De centrale vraag is van papier.")
    };
    room.lead(Command::Add(Box::new(typed)));
    assert_eq!(room.ids_to_the_end().last().map(String::as_str), Some("harvest"));
}

#[test]
fn f44_before_anything_is_sent_the_screen_knows_which_fields_are_free_text_and_who_will_read_them() {
    // The guard that finds names and numbers is a crate of its own; this is what it needs from a view.
    let mut room = Room::of(6, script(&["focusmethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.until("advice");
    let view = room.sees(2);
    let input = &view.inputs[0];
    assert_eq!(
        (input.mode, input.fields.len(), input.open),
        (Mode::Group, 0, true)
    );
    assert!(!input.label.nl.is_empty());
    let state = room.state.clone();
    let told = room.refused(
        2,
        Command::Add(Box::new(room.entry("advice", &"woord ".repeat(61)))),
    );
    assert!(
        told.message(Language::Nl).contains("je tekst blijft staan"),
        "a refusal loses nothing"
    );
    assert_eq!(room.state, state);
}

#[test]
fn f45_before_the_agreements_are_accepted_nobody_sees_a_word() {
    let mut opening = opening(script(&["focusmethode"]), Facilitation::Outside);
    opening.agreements = Some(4);
    let mut room = Room::with(6, opening);
    assert_eq!(room.refused(0, Command::Begin), Refusal::AgreementsFirst);
    assert_eq!(
        room.refused(1, Command::AcceptAgreements { version: 3 }),
        Refusal::OtherAgreements { version: 4 }
    );
    for seat in [0, 1, 2] {
        room.by(seat, Command::AcceptAgreements { version: 4 });
    }
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.until("questions");
    let card = room.write(2, "question", "Wat wil je zelf?");
    let written = room.state.card(card).expect("the card").clone();
    assert!(room.state.sees(Seat(1), &written) && !room.state.sees(Seat(3), &written));
    let waits = room.sees(3);
    assert_eq!((waits.must_accept, waits.cards.len()), (Some(4), 0));
    assert!(waits.step.is_none() && waits.inputs.is_empty() && waits.case.is_none());
    let early = Command::Add(Box::new(room.entry("question", "Mag ik al?")));
    assert_eq!(room.refused(3, early), Refusal::AgreementsFirst);
    room.by(3, Command::AcceptAgreements { version: 4 });
    assert_eq!(room.texts(3), ["Wat wil je zelf?"]);
}

#[test]
fn f46_every_text_is_there_in_both_languages_and_an_organisation_may_word_a_method_its_own_way() {
    let mut own: Catalogue = catalogue().clone();
    let mut method = catalogue().get("focusmethode").expect("the method").clone();
    method.name = Text::new("Onze focusronde", "Our focus round");
    own.insert(method);
    let script = compile(&Plan::of_method("focusmethode"), &own).expect("it fits");
    let room = Room::begun(6, script);
    let names: Vec<&str> = Language::ALL
        .iter()
        .map(|language| room.screen().agenda[0].name.get(*language))
        .collect();
    assert_eq!(names, ["Onze focusronde", "Our focus round"]);
    assert_eq!(
        catalogue()
            .get("focusmethode")
            .map(|method| method.name.nl.as_str()),
        Some("Focusmethode")
    );
}

#[test]
fn f47_licence_and_makers_of_a_method_travel_with_the_session() {
    for method in catalogue().methods() {
        let free = !method.licence.starts_with("CC-");
        assert!(free || method.attribution.is_some(), "{}", method.id);
    }
    let room = Room::begun(6, script(&["troika"]));
    let part = &played(&room.state)[0];
    assert_eq!(part.licence, "CC-BY-SA-4.0");
    assert!(
        part.attribution
            .is_some_and(|text| text.en.contains("liberatingstructures.com"))
    );
}

#[test]
fn f48_colour_never_carries_a_meaning_alone() {
    let scales = [
        Scale::WarmLukewarmCold,
        Scale::WarmNeutralCold,
        Scale::Appeals,
        Scale::OneToFive,
        Scale::AnswerOrNot,
        Scale::PossibleOrStrike,
    ];
    let votes = [VoteKind::Consensus, VoteKind::YesNoNeed];
    let words = scales
        .iter()
        .flat_map(|scale| scale.values())
        .chain(votes.iter().flat_map(|vote| vote.values()));
    for (value, nl, en) in words {
        assert!(!nl.is_empty() && !en.is_empty(), "{value} has words");
    }
    let hats = &catalogue().get("zes-denkhoeden").expect("the method").boards[0];
    assert!(hats.columns.len() >= 5);
    for hat in &hats.columns {
        assert!(
            hat.label.nl.split_whitespace().count() > 1,
            "a hat is more than its colour: {:?}",
            hat.label
        );
    }
    // Places in the circle, roles and readiness are words and numbers in the view as well.
    let mut room = Room::of(4, script(&["focusmethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    let you = room.sees(1).you.expect("a viewer");
    assert!(you.roles.contains(&Role::Owner) && you.may_speak);
}
