//! The order of a round in the hands of whoever leads.

use session::event::Event;
use session::ids::Seat;
use session::replay::replay;
use session::{Command, Refusal};

use crate::room::Room;
use crate::small;

/// Four people in a round: the first one speaks.
fn round() -> Room {
    let keys = "turn = \"round\"\nspeaks = [\"everyone\"]";
    let steps = small::step("round", keys) + &small::step("after", "");
    let room = Room::begun(4, small::script("case = \"none\"", &steps));
    assert_eq!((now(&room), queue(&room)), (Some(1), vec![2, 3, 4]));
    room
}

fn now(room: &Room) -> Option<u16> {
    room.visit().turns.now.map(|seat| seat.0)
}

/// Who still comes, as everybody sees it.
fn queue(room: &Room) -> Vec<u16> {
    let step = room.screen().step.expect("a step");
    step.queue.iter().map(|seat| seat.0).collect()
}

fn order(seats: &[u16]) -> Command {
    Command::OrderTurns(seats.iter().copied().map(Seat).collect())
}

#[test]
fn whoever_leads_changes_the_order_and_everybody_still_comes_once() {
    let mut room = round();
    room.lead(order(&[4, 2, 3]));
    assert_eq!(
        (now(&room), queue(&room)),
        (Some(1), vec![4, 2, 3]),
        "who speaks goes on speaking"
    );
    assert_eq!(room.lead(order(&[4, 2, 3])), [], "pressed twice");
    let mut spoke = Vec::new();
    while let Some(seat) = now(&room) {
        spoke.push(seat);
        room.lead(Command::NextTurn);
    }
    assert_eq!(spoke, [1, 4, 2, 3]);
    assert_eq!(replay(&room.events), room.state);
}

#[test]
fn an_order_holds_exactly_those_who_still_come() {
    let mut room = round();
    for wrong in [&[2, 3][..], &[2, 3, 4, 1], &[2, 2, 3, 4], &[2, 3, 9], &[]] {
        assert_eq!(room.refused(0, order(wrong)), Refusal::Outdated, "{wrong:?}");
    }
    assert_eq!(room.refused(2, order(&[4, 3, 2])), Refusal::OnlyLead);
    assert_eq!(queue(&room), [2, 3, 4]);
    room.lead(Command::NextTurn);
    assert_eq!(
        room.refused(0, order(&[4, 2, 3])),
        Refusal::Outdated,
        "a page that is behind"
    );
    room.until("after");
    assert_eq!(room.refused(0, order(&[])), Refusal::NotInThisStep);
}

#[test]
fn whoever_leads_lets_somebody_pass_as_if_they_did_it_themselves() {
    let mut room = round();
    assert_eq!(room.refused(2, Command::PassFor(Seat(1))), Refusal::OnlyLead);
    room.lead(Command::PassFor(Seat(1)));
    assert_eq!((now(&room), queue(&room)), (Some(2), vec![3, 4]));
    // Somebody whose turn is still to come.
    room.lead(Command::PassFor(Seat(4)));
    assert_eq!((now(&room), queue(&room)), (Some(2), vec![3]));
    assert_eq!(room.lead(Command::PassFor(Seat(4))), [], "once is enough");
    let passed: Vec<Seat> = room
        .screen()
        .step
        .map(|step| step.passed.to_vec())
        .unwrap_or_default();
    assert_eq!(passed, [Seat(1), Seat(4)], "they come back at the end");
    room.lead(Command::NextTurn);
    room.lead(Command::NextTurn);
    assert_eq!(now(&room), Some(1));
    room.lead(Command::PassFor(Seat(1)));
    assert_eq!(now(&room), Some(4), "who passes a second time is done");
    room.lead(Command::NextTurn);
    assert_eq!(now(&room), None);
    assert_eq!(room.refused(0, Command::PassFor(Seat(2))), Refusal::NotYourTurn);
    room.by(3, Command::Leave);
    assert_eq!(room.refused(0, Command::PassFor(Seat(3))), Refusal::NotHere);
    assert_eq!(replay(&room.events), room.state);
}

#[test]
fn who_passed_before_their_turn_keeps_their_place_at_the_end_when_the_order_changes() {
    let mut room = round();
    room.by(3, Command::Pass);
    let events = room.lead(order(&[4, 2]));
    assert_eq!(
        events,
        [Event::TurnsOrdered {
            seats: vec![Seat(4), Seat(2)]
        }]
    );
    let mut spoke = Vec::new();
    while let Some(seat) = now(&room) {
        spoke.push(seat);
        room.lead(Command::NextTurn);
    }
    assert_eq!(spoke, [1, 4, 2, 3]);
}
