//! A session is robust against people: they come late, leave, come back, change their mind and send things twice.

use session::command::Entry;
use session::event::{Body, Event, Facilitation, Newcomer, PreparedCase};
use session::ids::{CardNo, CaseNo, Seat, VisitNo};
use session::model::{ChoiceWay, Role};
use session::state::Phase;
use session::{Actor, Command, Refusal};

use crate::room::{Room, case, newcomer, opening, script};
use crate::small;

/// A step in which everybody writes one entry of this mode.
fn writing(id: &str, mode: &str, keys: &str) -> String {
    small::step(
        id,
        &format!("[[step.input]]\nid = \"{id}-input\"\nlabel = T\nmode = \"{mode}\"\n{keys}"),
    )
}

#[test]
fn a_stranger_sees_nothing_of_the_case() {
    let prepared = PreparedCase {
        owners: vec!["p1".to_owned()],
        title: "Geheim".to_owned(),
        ..PreparedCase::default()
    };
    let mut opening = opening(script(&["focusmethode"]), Facilitation::Outside);
    opening.cases.push(prepared);
    let mut room = Room::with(3, opening);
    room.lead(Command::Begin);
    assert_eq!(room.sees(2).case.expect("the case is treated").title, "Geheim");
    let stranger = room.sees(9);
    assert!(stranger.case.is_none() && stranger.step.is_none() && stranger.you.is_none());
    assert!(stranger.circle.iter().all(|seat| seat.name.is_none()));
}

#[test]
fn after_the_end_no_new_face_comes_in_but_an_old_one_may() {
    let mut room = Room::begun(3, script(&["focusmethode"]));
    room.by(2, Command::Leave);
    room.end();
    let refused = room.ask(Actor::System, Command::Join(newcomer("nieuw")));
    assert_eq!(refused, Err(Refusal::Over));
    assert_eq!(room.join("p2"), Seat(2));
}

#[test]
fn who_left_before_the_beginning_gets_no_report() {
    let mut room = Room::of(4, script(&["focusmethode"]));
    room.by(4, Command::Leave);
    room.lead(Command::Begin);
    room.by(3, Command::Leave);
    room.end();
    room.lead(Command::Release);
    assert_eq!(
        room.state.released,
        Some(vec![Seat(0), Seat(1), Seat(2), Seat(3)])
    );
}

#[test]
fn a_co_owner_who_comes_back_owns_the_case_again() {
    let mut room = Room::begun(4, script(&["casuskeuze", "focusmethode"]));
    room.until("choose");
    room.by(1, case("Samen", Some(2)));
    room.by(2, Command::Leave);
    room.lead(Command::ChooseCase {
        way: ChoiceWay::Facilitator,
        case: Some(CaseNo(0)),
    });
    room.until("case");
    assert_eq!(room.state.owners_in(room.visit().cursor.block), [Seat(1)]);
    room.join("p2");
    assert_eq!(
        room.state.owners_in(room.visit().cursor.block),
        [Seat(1), Seat(2)]
    );
}

#[test]
fn passing_twice_while_waiting_passes_once() {
    let mut room = Room::begun(
        4,
        small::script(
            "case = \"none\"",
            &small::step("a", "speaks = [\"everyone\"]\nturn = \"round\""),
        ),
    );
    room.by(3, Command::Pass);
    assert_eq!(room.by(3, Command::Pass), []);
    assert_eq!(room.visit().turns.passed, [Seat(3)]);
}

#[test]
fn votes_for_a_case_that_was_chosen_are_free_again() {
    let mut room = Room::begun(
        4,
        script(&["casuskeuze", "focusmethode", "casuskeuze", "focusmethode"]),
    );
    room.until("choose");
    room.by(1, case("Een", None));
    room.by(2, case("Twee", None));
    let votes = room
        .step()
        .and_then(|step| step.step.choose_case.as_ref())
        .expect("a choice")
        .votes;
    room.by(
        3,
        Command::VoteCase {
            case: CaseNo(0),
            votes,
        },
    );
    room.lead(Command::ChooseCase {
        way: ChoiceWay::Vote,
        case: None,
    });
    room.next();
    room.until("choose");
    room.by(
        3,
        Command::VoteCase {
            case: CaseNo(1),
            votes,
        },
    );
    assert_eq!(
        room.refused(
            3,
            Command::VoteCase {
                case: CaseNo(0),
                votes: 1
            }
        ),
        Refusal::Gone
    );
}

#[test]
fn a_choice_that_is_changed_frees_the_case_chosen_before() {
    let mut room = Room::begun(4, script(&["casuskeuze", "focusmethode"]));
    room.until("choose");
    room.by(1, case("Een", None));
    room.by(2, case("Twee", None));
    for n in [0, 1] {
        room.lead(Command::ChooseCase {
            way: ChoiceWay::Facilitator,
            case: Some(CaseNo(n)),
        });
    }
    let chosen: Vec<bool> = room.state.cases.iter().map(|case| case.chosen).collect();
    assert_eq!(chosen, [false, true]);
}

#[test]
fn dividing_anew_leaves_the_owner_who_listens_outside_out() {
    let steps = small::step(
        "a",
        "speaks = [\"participants\"]\nsilent = [\"owner\"]\nowner_place = \"outside\"\ngrouping = { shape = \"pairs\" }",
    );
    let mut room = Room::of(5, small::script("case = \"one\"", &steps));
    room.owner(&[5]);
    room.lead(Command::Begin);
    let sits = |room: &Room| room.groups().iter().any(|group| group.seats.contains(&Seat(5)));
    assert!(!sits(&room));
    room.lead(Command::Regroup);
    assert!(!sits(&room));
    room.by(5, Command::Leave);
    room.join("p5");
    assert!(!sits(&room), "who stays outside does not sit down on coming back");
}

#[test]
fn a_reason_longer_than_can_be_kept_is_refused_everywhere() {
    let long = Some("x".repeat(4_001));
    let too_long = Refusal::TooLong { max: 4_000 };
    let steps = [
        writing("a", "group", ""),
        small::step(
            "b",
            "pick = { of = [\"a-input\"], by = \"everyone\", why = true }",
        ),
        small::step(
            "c",
            "rate = { of = [\"a-input\"], by = \"everyone\", scale = \"appeals\" }\nreview_actions = true",
        ),
        small::step("d", "vote = { of = [\"a-input\"], kind = \"yes_no_need\" }"),
    ];
    let mut opening = opening(
        small::script("case = \"none\"", &steps.concat()),
        Facilitation::Outside,
    );
    opening.actions.push(session::event::OpenAction::default());
    let mut room = Room::with(3, opening);
    room.lead(Command::Begin);
    let card = room.write(1, "a-input", "een");
    assert_eq!(room.refused(0, Command::Skip { reason: long.clone() }), too_long);
    room.next();
    assert_eq!(
        room.refused(
            2,
            Command::Pick {
                card,
                why: long.clone()
            }
        ),
        too_long
    );
    room.next();
    let (value, note) = ("appeals".to_owned(), long.clone());
    assert_eq!(room.refused(2, Command::Rate { card, value, note }), too_long);
    let (action, status) = (session::ids::ActionNo(0), session::event::ActionStatus::Done);
    assert_eq!(
        room.refused(
            2,
            Command::ReviewAction {
                action,
                status,
                note: long.clone()
            }
        ),
        too_long
    );
    room.next();
    let ballot = session::event::Ballot {
        dots: 1,
        answer: Some("no".to_owned()),
        need: long,
    };
    assert_eq!(room.refused(2, Command::Vote { card, ballot }), too_long);
}

#[test]
fn a_struck_card_without_a_name_stays_struck_when_another_one_arrives_late() {
    let mut room = Room::of(3, small::script("case = \"one\"", &writing("a", "anonymous", "")));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.write(2, "a-input", "een");
    let late = room.entry("a-input", "laat");
    room.end();
    let card = |room: &Room, text: &str| {
        let body = Body::Text(text.to_owned());
        let found = room
            .state
            .cards
            .iter()
            .position(|card| !card.removed && card.body == body);
        CardNo::at(found.expect("the card is there"))
    };
    let first = card(&room, "een");
    room.by(1, Command::Strike(first));
    room.by(3, Command::Add(Box::new(late)));
    let first = card(&room, "een");
    let second = card(&room, "laat");
    assert!(
        room.state.cards[first.index()].struck,
        "the late card took the mark away"
    );
    assert!(!room.state.cards[second.index()].struck);
}

#[test]
fn without_a_name_everybody_still_has_exactly_their_entries_after_the_step_was_left() {
    let steps = writing("a", "anonymous", "max = 2") + &small::step("b", "");
    let mut room = Room::begun(3, small::script("case = \"none\"", &steps));
    room.write(1, "a-input", "een");
    let late = Command::Add(Box::new(room.entry("a-input", "laat")));
    room.next();
    room.by(1, late.clone());
    assert_eq!(room.refused(1, late.clone()), Refusal::Enough { max: 2 });
    room.by(2, late.clone());
    room.by(2, late.clone());
    assert_eq!(room.refused(2, late), Refusal::Enough { max: 2 });
}

#[test]
fn at_the_end_nothing_stays_hidden_even_in_a_step_that_was_left_backwards() {
    let steps = [
        small::step("a", ""),
        writing("b", "blind", ""),
        writing("c", "anonymous", ""),
    ]
    .concat();
    let mut room = Room::begun(3, small::script("case = \"none\"", &steps));
    room.next();
    room.write(1, "b-input", "blind");
    room.next();
    room.write(1, "c-input", "naamloos");
    room.lead(Command::Back);
    room.lead(Command::Back);
    room.end();
    let events: Vec<&Event> = room.events.iter().map(|recorded| &recorded.event).collect();
    assert!(
        events.iter().any(|event| matches!(event, Event::Revealed { .. })),
        "the blind entry was never shown"
    );
    assert!(
        events.iter().any(|event| matches!(event, Event::Sealed(_))),
        "the anonymous entry was never sealed"
    );
}

#[test]
fn everybody_in_a_small_group_is_client_once_even_when_somebody_leaves_or_comes() {
    let mut room = Room::begun(6, script(&["troika"]));
    room.until("question");
    let mut clients: Vec<Seat> = Vec::new();
    while room.state.phase == Phase::Running {
        clients.extend(room.groups().iter().filter_map(|group| group.client));
        if clients.len() == 2 {
            // A client who was helped leaves; a late comer sits down.
            room.by(clients[0].0, Command::Leave);
            room.join("laat");
        }
        let round = room.visit().cursor.rounds.clone();
        while room.state.phase == Phase::Running && room.visit().cursor.rounds == round {
            room.next();
        }
        assert!(clients.len() < 20, "the rounds never end: {clients:?}");
    }
    clients.sort_unstable();
    assert_eq!(clients, [1, 2, 3, 4, 5, 6, 7].map(Seat), "each of the seven once");
}

#[test]
fn going_back_by_hand_does_not_use_up_a_loop() {
    let ask = "decide = { by = \"facilitator\", ask = T, options = [ { id = \"on\", label = T }, { id = \"again\", label = T, to = \"a\", max = 1 } ] }";
    let steps = [small::step("a", ""), small::step("b", ask), small::step("c", "")].concat();
    let mut room = Room::begun(3, small::script("case = \"none\"", &steps));
    room.until("b");
    room.lead(Command::Decide {
        option: "again".to_owned(),
    });
    room.next();
    room.lead(Command::Back);
    room.next();
    assert_eq!(
        room.step().map(|step| step.step.id.as_str()),
        Some("a"),
        "the same way again, not a second time"
    );
    assert_eq!(room.ids_to_the_end(), ["a", "b", "c"]);
}

#[test]
fn a_late_comer_in_a_pair_is_not_paired_with_the_same_people_again() {
    let steps = [
        small::step("a", "grouping = { shape = \"pairs\" }"),
        small::step("b", "grouping = { shape = \"pairs\", rotate = true }"),
    ];
    let mut room = Room::begun(4, small::script("case = \"none\"", &steps.concat()));
    let late = room.join("laat");
    let with = |room: &Room| {
        let group = room
            .groups()
            .into_iter()
            .find(|group| group.seats.contains(&late));
        group.expect("the late comer sits somewhere").seats
    };
    let met = with(&room);
    room.by(
        *met.iter()
            .map(|seat| &seat.0)
            .find(|seat| **seat != late.0)
            .expect("a partner"),
        Command::Leave,
    );
    room.next();
    let again = with(&room)
        .iter()
        .filter(|seat| met.contains(seat) && **seat != late)
        .count();
    assert_eq!(again, 0, "there were others to meet");
}

#[test]
fn what_was_written_before_the_facilitator_went_on_arrives_in_its_own_step() {
    let steps = [
        writing("a", "blind", "max_words = 2"),
        small::step("b", "shows = [\"a-input\"]"),
    ]
    .concat();
    let mut room = Room::begun(3, small::script("case = \"none\"", &steps));
    room.write(1, "a-input", "op tijd");
    let entry = Entry {
        visit: Some(VisitNo(0)),
        ..room.entry("a-input", "te laat en ook nog te lang")
    };
    room.next();
    room.by(2, Command::Add(Box::new(entry)));
    let seen = room.sees(3);
    let late: Vec<bool> = seen.cards.iter().map(|card| card.late).collect();
    assert_eq!(late, [false, true], "both are shown, the second marked as late");
}

#[test]
fn nobody_waits_for_somebody_without_a_phone() {
    let mut room = Room::of(
        2,
        small::script("case = \"none\"", &writing("a", "blind", "reveal = \"ready\"")),
    );
    room.house(Command::Join(Newcomer {
        without_device: true,
        ..newcomer("papier")
    }));
    room.lead(Command::Begin);
    room.write(1, "a-input", "een");
    room.by(1, Command::Ready);
    assert!(!room.state.revealed(VisitNo(0), room.input("a-input")));
    room.by(2, Command::Ready);
    assert!(
        room.state.revealed(VisitNo(0), room.input("a-input")),
        "everybody with a phone is ready"
    );
}

#[test]
fn a_group_waits_no_longer_for_somebody_who_left() {
    let mut room = Room::begun(
        3,
        small::script("case = \"none\"", &writing("a", "blind", "reveal = \"ready\"")),
    );
    room.write(1, "a-input", "een");
    room.by(1, Command::Ready);
    room.by(2, Command::Ready);
    room.by(3, Command::Leave);
    assert!(room.state.revealed(VisitNo(0), room.input("a-input")));
}

#[test]
fn a_role_that_is_no_role_for_a_person_is_not_given() {
    let mut room = Room::begun(3, script(&["focusmethode"]));
    let give = Command::GiveRole {
        role: Role::Everyone,
        seats: vec![Seat(1)],
    };
    assert_eq!(room.refused(0, give), Refusal::RoleTaken);
}
