//! The own time of pairs and small groups, beside the clock of the step.

use session::command::GroupTime;
use session::event::{Event, SideTalk};
use session::ids::{SECOND, Seq};
use session::replay::{replay, replay_stored, to_row};
use session::script::Pace;
use session::view::GroupClockView;
use session::{Command, Refusal, compile};

use crate::room::{Room, catalogue, plan, script};

/// Six people in three pairs, each with eight minutes.
fn in_pairs() -> Room {
    let mut room = Room::begun(6, script(&["speedsparren"]));
    room.until("round");
    assert_eq!(room.groups().len(), 3, "{:?}", room.groups());
    room
}

/// The two people at a table, from 1.
fn table(room: &Room, number: usize) -> (u16, u16) {
    match room.groups()[number - 1].seats.as_slice() {
        [one, other] => (one.0, other.0),
        other => panic!("{other:?} is no pair"),
    }
}

/// What everybody sees of the own clock of a table.
fn clock(room: &Room, number: usize) -> Option<GroupClockView> {
    room.sees(0).groups[number - 1].clock
}

fn begin(room: &mut Room, number: usize) -> u16 {
    let (one, _) = table(room, number);
    room.by(one, Command::GroupTime(GroupTime::Begin));
    one
}

#[test]
fn a_pair_begins_when_it_begins_and_moves_neither_the_step_nor_another_pair() {
    let mut room = in_pairs();
    let step = room.sees(0).clock;
    assert_eq!(clock(&room, 1), None, "until then it follows the step");
    room.wait(90);
    let one = begin(&mut room, 1);
    let ends = room.now.plus(8 * 60 * SECOND);
    let (_, other) = table(&room, 1);
    for seat in [one, other, 0] {
        let seen = room.sees(seat).groups[0].clock.expect("the pair began");
        assert_eq!(
            (seen.ends_at, seen.left, seen.overtime),
            (Some(ends), None, false)
        );
    }
    assert_eq!(room.sees(0).clock, step, "the step goes on as it was");
    assert_eq!((clock(&room, 2), clock(&room, 3)), (None, None));
    assert_eq!(
        room.refused(other, Command::GroupTime(GroupTime::Begin)),
        Refusal::ClockAlready,
        "both press, and the time is not set back"
    );
    assert_eq!(replay(&room.events), room.state);
}

#[test]
fn a_pair_stops_goes_on_and_takes_a_minute_more() {
    let mut room = in_pairs();
    let one = begin(&mut room, 1);
    let (_, other) = table(&room, 1);
    room.wait(60);
    room.by(other, Command::GroupTime(GroupTime::Pause));
    room.wait(45);
    let left = 7 * 60 * SECOND;
    assert_eq!(
        clock(&room, 1).map(|clock| (clock.ends_at, clock.left)),
        Some((None, Some(left)))
    );
    room.by(one, Command::GroupTime(GroupTime::Add(60)));
    room.by(one, Command::GroupTime(GroupTime::Resume));
    let ends = room.now.plus(left + 60 * SECOND);
    assert_eq!(clock(&room, 1).and_then(|clock| clock.ends_at), Some(ends));
    room.wait(8 * 60 + 30);
    assert!(
        clock(&room, 1).is_some_and(|clock| clock.overtime),
        "whoever leads sees who runs over"
    );
    room.by(one, Command::GroupTime(GroupTime::Add(60)));
    let seen = clock(&room, 1).expect("the pair began");
    assert_eq!(
        seen.ends_at,
        Some(room.now.plus(60 * SECOND)),
        "a minute from now"
    );
    assert!(!seen.overtime);
    for (change, refusal) in [
        (GroupTime::Add(0), Refusal::BadLength),
        (GroupTime::Add(5 * 60 * 60), Refusal::BadLength),
        (GroupTime::Resume, Refusal::ClockAlready),
    ] {
        assert_eq!(
            room.refused(one, Command::GroupTime(change)),
            refusal,
            "{change:?}"
        );
    }
    let (waits, _) = table(&room, 2);
    for change in [GroupTime::Pause, GroupTime::Resume, GroupTime::Add(60)] {
        assert_eq!(room.refused(waits, Command::GroupTime(change)), Refusal::NoClock);
    }
}

#[test]
fn only_people_in_a_small_group_have_time_of_their_own() {
    let mut room = in_pairs();
    assert_eq!(
        room.refused(0, Command::GroupTime(GroupTime::Begin)),
        Refusal::NotInThisStep
    );
    assert!(!room.sees(0).may_set_group_time);
    assert!(room.sees(1).may_set_group_time);
    let mut together = Room::begun(6, script(&["focusmethode"]));
    assert_eq!(
        together.refused(1, Command::GroupTime(GroupTime::Begin)),
        Refusal::NotInThisStep
    );
    assert!(!together.sees(1).may_set_group_time);

    let mut written = plan(&["kollegiale-fallberatung"]);
    written.pace = Pace::Written;
    let Ok(script) = compile(&written, catalogue()) else {
        panic!("this method can be held in writing");
    };
    let mut room = Room::begun(9, script);
    while room.groups().is_empty() {
        room.next();
    }
    assert!(!room.sees(1).may_set_group_time);
    assert_eq!(
        room.refused(1, Command::GroupTime(GroupTime::Begin)),
        Refusal::NotInThisStep
    );
}

#[test]
fn when_the_meeting_stands_still_so_do_its_groups_and_who_stopped_by_itself_goes_on_by_itself() {
    let stops = [
        (vec![Command::Pause], vec![Command::Resume]),
        (
            vec![Command::OpenSideTalk(SideTalk::Disturbance)],
            vec![Command::CloseSideTalk],
        ),
        (
            vec![Command::Pause, Command::OpenSideTalk(SideTalk::Meta)],
            vec![Command::CloseSideTalk, Command::Resume],
        ),
    ];
    for (stop, go) in stops {
        let mut room = in_pairs();
        begin(&mut room, 1);
        let rests = begin(&mut room, 2);
        room.wait(60);
        room.by(rests, Command::GroupTime(GroupTime::Pause));
        for command in stop {
            room.lead(command);
        }
        room.wait(600);
        let left = 7 * 60 * SECOND;
        assert_eq!(clock(&room, 1).and_then(|clock| clock.left), Some(left));
        if room.state.clock.side_talk.is_some() {
            assert_eq!(
                room.refused(rests, Command::GroupTime(GroupTime::Resume)),
                Refusal::SideTalkFirst
            );
            assert!(!room.sees(rests).may_set_group_time);
        }
        let last = go.len() - 1;
        for (place, command) in go.into_iter().enumerate() {
            room.lead(command);
            let goes = clock(&room, 1).is_some_and(|clock| clock.ends_at.is_some());
            assert_eq!(goes, place == last, "only when the meeting goes on");
        }
        assert_eq!(
            clock(&room, 1).and_then(|clock| clock.ends_at),
            Some(room.now.plus(left))
        );
        assert_eq!(
            clock(&room, 2).and_then(|clock| clock.left),
            Some(left),
            "their own pause"
        );
        assert_eq!(replay(&room.events), room.state);
    }
}

#[test]
fn own_time_ends_with_the_round_and_with_the_pair() {
    let mut room = in_pairs();
    begin(&mut room, 1);
    room.next();
    assert_eq!(room.sees(0).groups.len(), 3, "the next round");
    assert!(room.sees(0).groups.iter().all(|group| group.clock.is_none()));
    begin(&mut room, 1);
    room.lead(Command::Back);
    assert!(
        room.sees(0).groups.iter().all(|group| group.clock.is_none()),
        "also going back"
    );
    begin(&mut room, 1);
    room.lead(Command::Regroup);
    assert!(
        room.sees(0).groups.iter().all(|group| group.clock.is_none()),
        "divided anew"
    );
}

#[test]
fn a_pair_that_is_done_says_so_and_can_take_it_back() {
    let mut room = in_pairs();
    let done = |room: &Room| {
        room.sees(0)
            .groups
            .iter()
            .map(|group| group.clock.is_some_and(|clock| clock.done))
            .collect::<Vec<_>>()
    };
    let one = begin(&mut room, 1);
    let (other, _) = table(&room, 2);
    room.wait(9 * 60);
    room.by(one, Command::GroupTime(GroupTime::Done));
    room.by(other, Command::GroupTime(GroupTime::Done));
    assert_eq!(
        done(&room),
        [true, true, false],
        "also a pair that never pressed begin"
    );
    assert!(
        clock(&room, 1).is_some_and(|clock| !clock.overtime),
        "who is done does not run over"
    );
    assert_eq!(
        room.refused(one, Command::GroupTime(GroupTime::Done)),
        Refusal::ClockAlready
    );
    room.by(one, Command::GroupTime(GroupTime::Resume));
    assert!(clock(&room, 1).is_some_and(|clock| clock.overtime && !clock.done));
    room.by(other, Command::GroupTime(GroupTime::Resume));
    assert_eq!(done(&room), [false, false, false]);
    room.by(other, Command::GroupTime(GroupTime::Begin));
    assert_eq!(
        clock(&room, 2).and_then(|clock| clock.ends_at),
        Some(room.now.plus(8 * 60 * SECOND))
    );
    assert_eq!(replay(&room.events), room.state);
}

#[test]
fn a_row_about_a_table_that_is_not_there_is_damage() {
    let mut room = in_pairs();
    begin(&mut room, 3);
    let mut rows = room.events.clone();
    let Some(Event::GroupClockSet { group, .. }) = rows.last_mut().map(|row| &mut row.event) else {
        panic!("the last event is about a group");
    };
    *group = 3;
    let rows: Vec<String> = rows
        .iter()
        .map(|row| to_row(row).expect("an event is JSON"))
        .collect();
    let numbered = rows.iter().zip(1..).map(|(row, seq)| (Seq(seq), row.as_str()));
    assert!(
        replay_stored(numbered).damage.is_some(),
        "the tables are 0, 1 and 2"
    );
}
