//! What whoever leads does for the others, and what happens when two of them do it at once.

use session::event::{Attends, Newcomer};
use session::ids::{InputNo, Seat};
use session::{Command, Refusal};

use crate::room::{Room, newcomer, script};
use crate::small;

#[test]
fn two_who_go_on_at_the_same_moment_move_the_group_one_step() {
    let mut room = Room::begun(6, script(&["speedsparren"]));
    let visit = room.state.current.expect("a visit");
    let during = |command: Command| Command::During {
        visit,
        command: Box::new(command),
    };
    room.lead(during(Command::Next));
    let second = room.state.current;
    for late in [
        Command::Next,
        Command::Skip { reason: None },
        Command::Back,
        Command::StartClock,
    ] {
        assert_eq!(room.refused(0, during(late)), Refusal::MovedOn);
    }
    assert_eq!(room.state.current, second);
    // It says when something is meant, and lets nobody do more than before.
    let now = Command::During {
        visit: second.expect("a visit"),
        command: Box::new(Command::Next),
    };
    assert_eq!(room.refused(2, now.clone()), Refusal::OnlyLead);
    let nested = Command::During {
        visit: second.expect("a visit"),
        command: Box::new(now),
    };
    assert_eq!(room.refused(0, nested), Refusal::NotInThisStep);
}

#[test]
fn a_turn_that_two_people_end_at_once_is_over_once() {
    let keys = "speaks = [\"everyone\"]";
    let steps = small::step("round", &format!("turn = \"round\"\n{keys}"));
    let mut room = Room::begun(4, small::script("case = \"none\"", &steps));
    let first = room.visit().turns.now.expect("somebody begins");
    assert_eq!(
        room.refused(first.0 % 4 + 1, Command::EndTurn(first)),
        Refusal::NotYourTurn
    );
    room.by(first.0, Command::EndTurn(first));
    let second = room.visit().turns.now;
    assert_ne!(second, Some(first));
    assert_eq!(room.lead(Command::EndTurn(first)), [], "it was over already");
    assert_eq!(room.visit().turns.now, second, "nobody was passed over");
    room.lead(Command::EndTurn(second.expect("the second")));
    assert_ne!(room.visit().turns.now, second);
}

#[test]
fn going_back_after_a_slip_gives_the_clock_as_it_was() {
    let mut room = Room::begun(6, script(&["speedsparren"]));
    room.until("round");
    room.wait(60);
    room.lead(Command::AddTime(300));
    room.lead(Command::Pause);
    room.wait(120);
    room.lead(Command::Resume);
    let left = room.sees(0).clock.ends_at.expect("it runs").since(room.now);
    room.next();
    room.wait(20);
    room.lead(Command::Back);
    let clock = room.sees(0).clock;
    assert_eq!(clock.ends_at.map(|end| end.since(room.now)), Some(left));
}

#[test]
fn whoever_leads_brings_in_somebody_without_a_device_and_types_for_them() {
    let mut room = Room::of(2, script(&["focusmethode"]));
    let brought = |name: &str| {
        Command::Bring(Newcomer {
            attends: Attends::Facilitator,
            ..newcomer(name)
        })
    };
    assert_eq!(room.refused(1, brought("Bram")), Refusal::OnlyLead);
    assert_eq!(room.refused(0, brought("  ")), Refusal::BadName);
    room.lead(brought("Bram"));
    let paper = room.state.people.last().expect("somebody");
    assert!(paper.without_device && paper.present);
    assert_eq!(
        paper.attends,
        Attends::Participant,
        "nobody is made a facilitator this way"
    );
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.until("central-question");
    let may = |room: &Room, seat: u16| -> Vec<(InputNo, Vec<Seat>)> {
        let view = room.sees(seat);
        view.types_for
            .iter()
            .map(|(input, seats)| (input.no, seats.clone()))
            .collect()
    };
    let core = room.input("core");
    assert_eq!(may(&room, 0), [(core, vec![Seat(2), Seat(3)])]);
    assert_eq!(may(&room, 2), []);
    let typed = session::command::Entry {
        on_behalf_of: Some(Seat(3)),
        ..room.entry("core", "De centrale vraag is van papier.")
    };
    room.lead(Command::Add(Box::new(typed)));
    assert_eq!(may(&room, 0), [(core, vec![Seat(2)])], "theirs is in");
}

#[test]
fn whoever_leads_notes_who_is_gone_and_who_is_back() {
    let mut room = Room::begun(4, script(&["speedsparren"]));
    assert_eq!(room.refused(1, Command::SeeOff(Seat(2))), Refusal::OnlyLead);
    assert_eq!(room.refused(1, Command::WelcomeBack(Seat(2))), Refusal::OnlyLead);
    assert_eq!(room.refused(0, Command::SeeOff(Seat(0))), Refusal::LeadAlready);
    assert_eq!(room.lead(Command::WelcomeBack(Seat(2))), [], "they never left");
    room.lead(Command::SeeOff(Seat(2)));
    assert!(!room.state.people[2].present);
    assert_eq!(room.refused(0, Command::SeeOff(Seat(2))), Refusal::NotHere);
    room.wait(60);
    room.lead(Command::WelcomeBack(Seat(2)));
    assert!(room.state.people[2].present);
    assert_eq!(
        room.state.people[2].stays.len(),
        2,
        "the minute away is not counted"
    );
}
