//! Only watching, for this meeting; and a session that was opened and never began.

use session::event::{Attends, Event, Newcomer, Opening};
use session::ids::Seat;
use session::model::Role;
use session::state::Phase;
use session::{Command, Refusal};

use crate::room::{Room, case, newcomer, script};
use crate::small;

fn watch(seat: u16, watches: bool) -> Command {
    Command::Watch {
        seat: Seat(seat),
        watches,
    }
}

#[test]
fn somebody_who_only_watches_writes_nothing_and_nobody_waits_for_them() {
    let step = small::step(
        "a",
        "[[step.input]]\nid = \"core\"\nlabel = T\nmode = \"blind\"\nreveal = \"ready\"",
    );
    let mut room = Room::begun(5, small::script("case = \"none\"", &step));
    for seat in 1..=4 {
        room.write(seat, "core", "De centrale vraag is wie het team helpt.");
        room.by(seat, Command::Ready);
    }
    let events = room.lead(watch(5, true));
    assert!(
        events.iter().any(|event| matches!(event, Event::Revealed { .. })),
        "the others were all ready: {events:?}"
    );
    assert!(room.sees(5).inputs.is_empty() && room.sees(2).ready.of == 4);
    assert!(!room.state.recipients().contains(&Seat(5)), "no report");
    assert!(!room.sees(5).cards.is_empty(), "they see what everybody sees");
    room.lead(watch(5, false));
    assert!(room.state.takes_part(Seat(5)) && room.state.recipients().contains(&Seat(5)));
    assert!(room.lead(watch(5, false)).is_empty(), "twice is once");
}

#[test]
fn in_pairs_somebody_who_takes_part_again_sits_down_with_others() {
    let mut room = Room::begun(6, script(&["speedsparren"]));
    room.lead(watch(6, true));
    room.until("round");
    let sits = |room: &Room| room.groups().iter().any(|group| group.seats.contains(&Seat(6)));
    assert!(!sits(&room));
    room.lead(watch(6, false));
    assert!(sits(&room));
}

#[test]
fn who_leads_owns_a_case_or_was_invited_takes_part() {
    let mut room = Room::of(4, script(&["casuskeuze", "focusmethode"]));
    room.house(Command::Join(Newcomer {
        attends: Attends::Speaker,
        ..newcomer("spreekt")
    }));
    room.by(1, case("Een titel", None));
    room.lead(Command::GiveRole {
        role: Role::Owner,
        seats: vec![Seat(2)],
    });
    for seat in [0, 1, 2, 5] {
        assert_eq!(room.refused(0, watch(seat, true)), Refusal::CannotWatch, "{seat}");
    }
    assert_eq!(room.refused(3, watch(4, true)), Refusal::OnlyLead);
    assert_eq!(room.refused(0, watch(9, true)), Refusal::UnknownSeat);
    // Whoever took over and gives the lead back takes part too.
    room.lead(Command::HandOver(Seat(3)));
    assert_eq!(room.refused(3, watch(3, true)), Refusal::CannotWatch);
    room.by(3, watch(4, true));
    assert_eq!(room.state.people[4].attends, Attends::Observer);
}

#[test]
fn names_are_hidden_from_those_who_watch_and_from_nobody_else() {
    let mut room = Room::begun(4, script(&["focusmethode"]));
    room.lead(watch(4, true));
    let names = |room: &Room, seat: u16| {
        room.sees(seat)
            .circle
            .iter()
            .filter(|seat| seat.name.is_some())
            .count()
    };
    assert_eq!((names(&room, 4), names(&room, 3)), (5, 5));
    room.lead(Command::ShowNames(false));
    assert_eq!((names(&room, 4), names(&room, 3)), (0, 5));
    assert!(room.lead(Command::ShowNames(false)).is_empty());
    assert_eq!(room.refused(4, Command::ShowNames(true)), Refusal::OnlyLead);
    room.lead(Command::ShowNames(true));
    assert_eq!(names(&room, 4), 5);
}

/// A lobby with agreements in which somebody has a note, and the opening of another day.
fn lobby() -> (Room, Opening) {
    let opening = Opening {
        script: script(&["focusmethode"]),
        agreements: Some(1),
        seed: 7,
        ..Opening::default()
    };
    let mut room = Room::with(3, opening.clone());
    for seat in 0..=3 {
        room.by(seat, Command::AcceptAgreements { version: 1 });
    }
    room.by(2, Command::Note("Voor mezelf".to_owned()));
    let later = Opening {
        agreements: Some(2),
        ..opening
    };
    (room, later)
}

#[test]
fn a_session_that_never_began_is_shut_as_if_it_had_never_been_opened() {
    let (mut room, _) = lobby();
    assert_eq!(room.refused(0, Command::Shut), Refusal::OnlyHouse);
    room.house(Command::Shut);
    assert_eq!(
        (room.state.phase, room.state.present().count()),
        (Phase::Unopened, 0)
    );
    assert_eq!(room.refused(2, Command::Leave), Refusal::NotOpen);
    let mut running = Room::begun(3, script(&["focusmethode"]));
    let began = running.ask(session::Actor::System, Command::Shut);
    assert_eq!(began, Err(Refusal::AlreadyBegun));
}

#[test]
fn a_session_that_was_shut_is_opened_again_with_the_same_seats() {
    let (mut room, later) = lobby();
    room.house(Command::Shut);
    room.house(Command::Open(Box::new(later)));
    assert_eq!(room.state.lead, None, "nobody is in");
    room.house(Command::Join(Newcomer {
        attends: Attends::Facilitator,
        ..newcomer("begeleider")
    }));
    for person in ["p2", "p1", "p4"] {
        room.join(person);
    }
    assert_eq!(room.state.people.len(), 5, "who was in has the same seat");
    assert_eq!(room.state.lead, Some(Seat(0)));
    assert_eq!(room.refused(0, Command::Begin), Refusal::AgreementsFirst);
    for seat in [0, 1, 2, 4] {
        room.by(seat, Command::AcceptAgreements { version: 2 });
    }
    assert_eq!(room.sees(2).notes.len(), 1, "an own note is still there");
    room.lead(Command::Begin);
    assert!(
        !room.state.people[3].attended,
        "who did not come back was not there"
    );
}
