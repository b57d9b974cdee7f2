//! F34 to F37: clocks, being ready, and writing over days.

use session::compile::compile;
use session::decide::next_due;
use session::event::{Event, PlanChange, Way};
use session::ids::{DAY, SECOND, Seat};
use session::replay::replay;
use session::script::Pace;
use session::{Command, Refusal};

use crate::room::{Room, catalogue, plan, script};

#[test]
fn f34_a_step_counts_down_runs_over_gets_more_time_stands_still_or_has_no_time_and_the_meeting_is_won_back() {
    let mut plan = plan(&["focusmethode"]);
    plan.budget = Some(50 * 60);
    plan.blocks[0]
        .settings
        .seconds
        .insert("feedback".to_owned(), None);
    let mut room = Room::begun(6, compile(&plan, catalogue()).expect("it fits"));
    let clock = |room: &Room| room.sees(1).clock;
    assert_eq!(
        (clock(&room).ends_at, clock(&room).overtime),
        (Some(room.now.plus(300 * SECOND)), false)
    );
    room.wait(330);
    assert!(clock(&room).overtime);
    room.lead(Command::AddTime(60));
    assert_eq!(
        clock(&room).ends_at,
        Some(room.now.plus(60 * SECOND)),
        "a minute more is a minute from now"
    );
    assert!(!clock(&room).overtime);
    room.lead(Command::Pause);
    assert_eq!(room.refused(0, Command::Pause), Refusal::ClockAlready);
    room.wait(600);
    assert_eq!(clock(&room).left, Some(60 * SECOND));
    room.lead(Command::Resume);
    let budget = room.sees(0).budget.expect("a budget");
    assert!(budget.drift == 390 * SECOND && budget.wins >= 390, "{budget:?}");
    let changes: Vec<PlanChange> = budget.proposal.clone();
    room.lead(Command::Replan(changes));
    let after = room.sees(0).budget.expect("a budget").drift;
    assert_eq!(
        after,
        budget.drift - i64::from(budget.wins) * SECOND,
        "the proposal wins what it says"
    );
    room.until("feedback");
    assert_eq!(
        (clock(&room).ends_at, clock(&room).left),
        (None, None),
        "no time set"
    );
    assert_eq!(room.refused(0, Command::Pause), Refusal::NoClock);
    room.lead(Command::AddTime(120));
    assert_eq!(
        clock(&room).ends_at,
        Some(room.now.plus(120 * SECOND)),
        "unless somebody sets one"
    );
}

#[test]
fn f35_all_devices_follow_one_clock_that_survives_a_lost_line_and_a_facilitator_who_disappears() {
    let mut room = Room::begun(6, script(&["speedsparren"]));
    room.until("round");
    let ends = room.sees(0).clock.ends_at;
    assert!((0..=6).all(|seat| room.sees(seat).clock.ends_at == ends && room.sees(seat).now == room.now));
    assert_eq!(room.screen().clock.ends_at, ends);
    room.house(Command::LineLost(Seat(0)));
    room.wait(30);
    assert_eq!(
        room.refused(2, Command::TakeOver),
        Refusal::LeadIsHere { wait: Some(30) }
    );
    let from = room.sees(2).you.and_then(|you| you.take_over_from);
    assert_eq!(from, Some(room.now.plus(30 * SECOND)), "the page can say when");
    room.wait(31);
    assert!(room.sees(2).you.is_some_and(|you| you.may_take_over));
    room.by(2, Command::TakeOver);
    assert_eq!(room.sees(2).clock.ends_at, ends, "the clock goes on");
    assert_eq!(
        room.sees(4).stands_in,
        Some((Seat(2), Seat(0))),
        "everybody is told"
    );
    assert_eq!(
        replay(&room.events).clock,
        room.state.clock,
        "on another machine as well"
    );
    room.house(Command::LineBack(Seat(0)));
    assert!(
        room.sees(0)
            .you
            .is_some_and(|you| you.may_take_back && !you.leads)
    );
    room.by(0, Command::TakeBack);
    assert_eq!(room.sees(4).stands_in, None);
    assert!(room.sees(0).you.is_some_and(|you| you.leads));
}

#[test]
fn f36_in_silent_steps_everybody_sees_how_many_are_ready_and_never_what_they_wrote() {
    let mut room = Room::of(6, script(&["focusmethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.until("central-question");
    room.write(2, "core", "De centrale vraag is of ik durf.");
    room.by(2, Command::Ready);
    room.by(3, Command::Ready);
    let ready = room.screen().ready;
    assert_eq!(
        (ready.ready, ready.of, ready.waits_for, ready.enough),
        (2, 5, 5, false)
    );
    let circle = room.screen().circle;
    assert!(circle[2].wrote && circle[2].ready && !circle[3].wrote && circle[3].ready);
    assert!(room.texts(4).is_empty());
    room.by(3, Command::NotReady);
    for seat in 3..=6 {
        room.by(seat, Command::Ready);
    }
    assert!(room.screen().ready.enough);
    room.next();
    assert_eq!(
        room.screen().ready.ready,
        0,
        "the next step begins anew; nobody was held up"
    );
}

#[test]
fn f37_in_writing_steps_are_windows_of_days_with_reminders_and_a_minimum_of_voices() {
    let mut plan = plan(&["focusmethode"]);
    plan.pace = Pace::Written;
    let mut room = Room::of(6, compile(&plan, catalogue()).expect("it works in writing"));
    room.owner(&[1]);
    room.lead(Command::Begin);
    while room.step().is_some_and(|step| step.step.id != "central-question") {
        room.now = room.state.clock.ends_at.expect("a window").plus(SECOND);
        room.house(Command::Tick);
    }
    assert_eq!(room.entered().way, Way::WindowOver);
    let days = room.step().map_or(1, |step| i64::from(step.step.written_days));
    assert_eq!(room.entered().planned, Some(days * DAY));
    let began = room.now;
    room.write(2, "core", "De centrale vraag is of ik durf.");
    let due = next_due(&room.state).expect("a reminder is due");
    assert_eq!(due, began.plus(days * DAY / 2), "half-way");
    room.now = due;
    // Nobody keeps a page open for days.
    room.house(Command::LineLost(Seat(3)));
    let reminded = room
        .house(Command::Tick)
        .iter()
        .filter(|event| matches!(event, Event::Reminded { .. }))
        .count();
    assert_eq!(reminded, 4, "everybody who has not written, and not the owner");
    assert_eq!(room.house(Command::Tick), [], "once");
    room.now = next_due(&room.state).expect("the end of the window");
    let end = room.state.clock.ends_at;
    room.house(Command::Tick);
    assert_eq!(
        room.state.clock.ends_at,
        end.map(|end| end.plus(DAY)),
        "too few voices: a day longer"
    );
    room.now = next_due(&room.state).expect("the end of the longer window");
    room.house(Command::Tick);
    assert_eq!(
        room.step().map(|step| step.step.id.as_str()),
        Some("feedback"),
        "and then it goes on"
    );
}
