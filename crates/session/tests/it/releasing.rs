//! Several case owners: each decides about their own part, and two who own one case decide together.

use session::event::{Attends, Event, Newcomer};
use session::ids::{BlockNo, CardNo, Seat};
use session::model::ChoiceWay;
use session::replay::replay;
use session::report::kept;
use session::state::Phase;
use session::{Command, Refusal};

use crate::room::{Room, case, newcomer, script};

fn chosen(room: &mut Room, owner: u16, co_owner: Option<u16>) {
    room.until("choose");
    room.by(owner, case("Een titel", co_owner));
    room.lead(Command::ChooseCase {
        way: ChoiceWay::Facilitator,
        case: Some(session::ids::CaseNo::at(room.state.cases.len() - 1)),
    });
}

/// The case of seats 1 and 2 was treated; seat 3 gave an advice, which stands on the card.
fn one_case_of_two() -> (Room, CardNo) {
    let mut room = Room::begun(5, script(&["casuskeuze", "focusmethode"]));
    chosen(&mut room, 1, Some(2));
    room.until("advice");
    let card = room.write(3, "advice", "Bel eerst de wijkverpleging.");
    room.end();
    (room, card)
}

/// First the case of seat 1 with an advice, then that of seat 2 with another one.
fn two_cases() -> (Room, [CardNo; 2]) {
    let mut room = Room::begun(
        5,
        script(&["casuskeuze", "focusmethode", "casuskeuze", "focusmethode"]),
    );
    let mut cards = [CardNo::at(0); 2];
    room.house(Command::Join(Newcomer {
        attends: Attends::Observer,
        ..newcomer("kijkt")
    }));
    for (owner, card) in [1, 2].into_iter().zip(&mut cards) {
        chosen(&mut room, owner, None);
        room.until("advice");
        *card = room.write(3, "advice", "Bel eerst de wijkverpleging.");
        room.next();
        room.until("harvest");
    }
    room.end();
    (room, cards)
}

fn out(room: &Room) -> Vec<CardNo> {
    kept(&room.state)
        .iter()
        .map(|(outcome, _)| outcome.card)
        .collect()
}

#[test]
fn one_owner_releases_as_ever_with_one_event() {
    let mut room = Room::begun(4, script(&["casuskeuze", "focusmethode"]));
    chosen(&mut room, 1, None);
    room.until("advice");
    room.end();
    let everybody = (0..=4).map(Seat).collect();
    assert_eq!(room.by(1, Command::Release), [Event::Released { to: everybody }]);
}

#[test]
fn two_who_own_one_case_both_agree_before_anything_of_it_goes_out() {
    let (mut room, card) = one_case_of_two();
    assert_eq!(room.refused(3, Command::Release), Refusal::OnlyOwner);
    assert_eq!(
        room.by(1, Command::Release),
        [Event::ReleaseAgreed { seat: Seat(1) }]
    );
    assert_eq!(room.by(1, Command::Release), [], "once is enough");
    assert_eq!(
        (room.state.phase, room.state.release_waits_for()),
        (Phase::Review, vec![Seat(2)])
    );
    assert_eq!(out(&room), []);
    assert!(!room.state.reads_in_review(Seat(3), BlockNo::at(1)));
    room.by(2, Command::Release);
    assert_eq!(room.state.phase, Phase::Closed);
    assert_eq!(out(&room), [card]);
    assert_eq!(replay(&room.events), room.state);
}

#[test]
fn who_agreed_is_asked_again_when_more_would_stay_and_not_when_less_would() {
    let (mut room, card) = one_case_of_two();
    room.by(1, Command::Release);
    room.by(2, Command::Strike(card));
    assert_eq!(
        room.state.release_waits_for(),
        [Seat(2)],
        "striking takes nothing away from a yes"
    );
    room.by(2, Command::Keep(card));
    assert_eq!(
        room.state.release_waits_for(),
        [Seat(1), Seat(2)],
        "now something stays that was struck"
    );
    room.by(1, Command::Release);
    // A telephone that was without a line sends what it kept.
    let late = room.entry("advice", "En daarna de huisarts.");
    room.by(4, Command::Add(Box::new(late)));
    assert_eq!(room.state.release_waits_for(), [Seat(1), Seat(2)]);
    room.by(2, Command::Release);
    room.by(1, Command::Release);
    assert_eq!(out(&room).len(), 2);
}

#[test]
fn each_owner_releases_their_own_part_and_the_rest_goes_out_with_the_last_one() {
    let (mut room, [first, second]) = two_cases();
    let (one, other) = (BlockNo::at(1), BlockNo::at(3));
    assert!(room.state.reads_in_review(Seat(1), one) && !room.state.reads_in_review(Seat(1), other));
    let events = room.by(1, Command::Release);
    assert_eq!(
        events,
        [
            Event::ReleaseAgreed { seat: Seat(1) },
            Event::PartReleased { block: one }
        ]
    );
    assert_eq!(out(&room), [first], "the other part waits for its own owner");
    assert_eq!(room.state.phase, Phase::Review);
    for seat in [0, 2, 3, 4].map(Seat) {
        assert!(room.state.reads_in_review(seat, one), "{seat:?}");
        assert_eq!(
            room.state.reads_in_review(seat, other),
            seat == Seat(2),
            "{seat:?}"
        );
    }
    assert_eq!(
        room.refused(1, Command::Strike(second)),
        Refusal::OnlyOwner,
        "not their case"
    );
    room.by(2, Command::Strike(second));
    room.by(2, Command::Release);
    assert_eq!((room.state.phase, out(&room)), (Phase::Closed, vec![first]));
    assert_eq!(replay(&room.events), room.state);
}

#[test]
fn what_was_released_stays_as_it_is() {
    let (mut room, [first, _]) = two_cases();
    room.by(1, Command::Release);
    for command in [Command::Strike(first), Command::Keep(first)] {
        assert_eq!(room.refused(1, command.clone()), Refusal::PartReleased);
        assert_eq!(
            room.refused(3, command),
            Refusal::PartReleased,
            "their own words as well"
        );
    }
    let mut late = room.entry("advice", "Te laat.");
    late.input = room.state.cards[first.index()].input;
    assert_eq!(
        room.refused(4, Command::Add(Box::new(late))),
        Refusal::PartReleased
    );
}

#[test]
fn a_part_is_out_only_for_who_takes_part() {
    let (mut room, _) = two_cases();
    room.by(1, Command::Release);
    let watches = Seat(6);
    assert!(room.state.person(watches).is_some_and(|person| person.attended));
    assert!(!room.state.reads_in_review(watches, BlockNo::at(1)));
}
