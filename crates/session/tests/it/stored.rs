//! Logs as they are stored: broken rows, unknown events, and rows that were erased on purpose.

use proptest::prelude::*;
use session::event::{Event, Recorded};
use session::ids::{At, ClientKey, Seat, Seq};
use session::replay::{erasable, erased, replay_stored, to_row};
use session::robots::{Cast, Mishaps, play};
use session::{Actor, Command, Eyes, Language, Refusal, Request, State, decide, replay, view};

use crate::room::{Room, catalogue, plan, script};

/// A whole meeting with everything that can go wrong, as events.
fn meeting() -> Vec<Recorded> {
    let plan = plan(&[
        "check-in",
        "troika",
        "casuskeuze",
        "incidentmethode",
        "deep-democracy",
        "evaluatie",
        "afronding",
    ]);
    let cast = Cast {
        people: 7,
        seed: 3,
        mishaps: Mishaps::ALL,
        language: Language::Nl,
    };
    play(catalogue(), &plan, &cast)
        .expect("the meeting can be played")
        .events
}

fn rows(events: &[Recorded]) -> Vec<String> {
    events
        .iter()
        .map(|recorded| to_row(recorded).expect("an event is JSON"))
        .collect()
}

fn read(rows: &[String]) -> State {
    replay_stored(
        rows.iter()
            .enumerate()
            .map(|(n, row)| (Seq(n as u64 + 1), row.as_str())),
    )
}

/// Reads a log with one row replaced and checks that everything before it stands and nothing can be changed.
#[track_caller]
fn opens_read_only(events: &[Recorded], rows: &[String], place: usize, row: &str) {
    let mut broken = rows.to_vec();
    row.clone_into(&mut broken[place]);
    let state = read(&broken);
    let damage = state
        .damage
        .clone()
        .unwrap_or_else(|| panic!("row {place} was read: {row:.200}"));
    assert_eq!(damage.seq, Seq(place as u64 + 1));
    assert!(!damage.reason.is_empty());
    let before = replay(&events[..place]);
    assert_eq!(
        State {
            damage: None,
            ..state.clone()
        },
        before,
        "what stood before row {place}"
    );
    let request = Request {
        key: ClientKey("k".to_owned()),
        actor: Actor::Seat(Seat(1)),
        command: Command::Ready,
    };
    assert_eq!(decide(&state, &request, state.last_at), Err(Refusal::ReadOnly));
    let seen = view(&state, Eyes::Seat(Seat(1)), state.last_at);
    let told = seen.damage.expect("people are told");
    assert!(told.nl.contains(&(place + 1).to_string()) && told.en.contains(&(place + 1).to_string()));
    assert!(
        seen.inputs.iter().all(|input| !input.open),
        "nothing can be written"
    );
}

/// A log as it was written before tables had time of their own, when turns could not be changed: speedsparren with six people,
/// somebody who comes late and somebody who leaves.
const EARLIER: &str = include_str!("logs/before-group-time.jsonl");

#[test]
fn a_log_of_an_earlier_version_is_read_to_its_end() {
    let rows: Vec<String> = EARLIER.lines().map(ToOwned::to_owned).collect();
    let state = read(&rows);
    assert_eq!(state.damage, None);
    assert_eq!(state.seq, Seq(rows.len() as u64));
    assert_eq!(state.phase, session::state::Phase::Closed);
}

#[test]
fn an_event_of_a_later_version_opens_the_session_read_only_at_any_place() {
    let events = meeting();
    let rows = rows(&events);
    for place in (0..rows.len()).step_by(7) {
        let at = events[place].at.0;
        let unknown = format!(
            "{{\"seq\":{},\"at\":{at},\"event\":{{\"teleported\":{{\"seat\":1}}}}}}",
            place + 1
        );
        opens_read_only(&events, &rows, place, &unknown);
    }
}

#[test]
fn a_broken_row_opens_the_session_read_only_at_any_place() {
    let events = meeting();
    let rows = rows(&events);
    for place in (0..rows.len()).step_by(11) {
        let half = rows[place]
            .chars()
            .take(rows[place].chars().count() / 2)
            .collect::<String>();
        opens_read_only(&events, &rows, place, &half);
        opens_read_only(&events, &rows, place, "");
    }
}

#[test]
fn a_row_in_the_wrong_place_opens_the_session_read_only() {
    let events = meeting();
    let rows = rows(&events);
    for place in (1..rows.len()).step_by(13) {
        opens_read_only(&events, &rows, place, &rows[place - 1].clone());
    }
}

#[test]
fn a_row_that_speaks_of_what_is_not_there_opens_the_session_read_only() {
    let events = meeting();
    let rows = rows(&events);
    let impossible = [
        r#"{"card_added":{"card":4000000000,"visit":0,"input":0,"body":{"text":"x"}}}"#,
        r#"{"card_added":{"card":0,"visit":0,"input":0,"body":{"text":"x"}}}"#,
        r#"{"card_added":{"card":5000,"visit":0,"input":60000,"body":{"text":"x"}}}"#,
        r#"{"entered":{"visit":60000,"cursor":{"block":0,"step":0,"rounds":[]},"way":"next","planned":null,"ends_at":null}}"#,
        r#"{"entered":{"visit":0,"cursor":{"block":900,"step":0,"rounds":[]},"way":"next","planned":null,"ends_at":null}}"#,
        r#"{"entered":{"visit":0,"cursor":{"block":1,"step":1,"rounds":[65535]},"way":"next","planned":null,"ends_at":null}}"#,
        r#"{"entered":{"visit":0,"cursor":{"block":0,"step":0,"rounds":[]},"way":"next","planned":9223372036854775807,"ends_at":null}}"#,
        r#"{"entered":{"visit":0,"cursor":{"block":0,"step":0,"rounds":[]},"way":"next","planned":-9223372036854775808,"ends_at":null}}"#,
        r#"{"joined":{"seat":900,"who":{}}}"#,
        r#"{"case_proposed":{"case":900,"owners":[],"title":"","sentence":"","urgency":0}}"#,
        r#"{"rated":{"card":4000000000,"seat":0,"value":"warm"}}"#,
        r#"{"turn_given":{"seat":900}}"#,
        r#"{"sealed":{"visit":0,"input":0,"old":[],"cards":[{"card":4000000000,"body":{"text":"x"}}],"used":{}}}"#,
    ];
    let place = rows.len() - 3;
    for event in impossible {
        let row = format!(
            "{{\"seq\":{},\"at\":{},\"event\":{event}}}",
            place + 1,
            events[place].at.0
        );
        opens_read_only(&events, &rows, place, &row);
    }
    let opened_again = format!("{{\"seq\":{},\"at\":0,\"event\":{{\"opened\":{{}}}}}}", place + 1);
    opens_read_only(&events, &rows, place, &opened_again);
    let not_opened = r#"{"seq":1,"at":0,"event":{"left":{"seat":0}}}"#;
    opens_read_only(&events, &rows, 0, not_opened);
}

#[test]
fn a_clock_with_an_absurd_time_breaks_nothing() {
    let events = meeting();
    let place = events.len() / 2;
    let at = events[place].at;
    for (ends_at, left) in [(i64::MAX, i64::MIN), (i64::MIN, i64::MAX)] {
        let clock = [
            Event::ClockStarted { ends_at: At(ends_at) },
            Event::ClockPaused { left },
            Event::ClockSet {
                ends_at: Some(At(ends_at)),
                left: None,
            },
        ];
        for event in clock {
            let mut absurd = events[..place].to_vec();
            absurd.push(Recorded {
                seq: Seq(place as u64 + 1),
                at,
                key: None,
                event,
            });
            let state = read(&rows(&absurd));
            assert_eq!(state.damage, None);
            for now in [At(i64::MIN), at, At(i64::MAX)] {
                let lead = state.lead.expect("somebody leads");
                let _seen = view(&state, Eyes::Seat(lead), now);
                for command in [
                    Command::Resume,
                    Command::Pause,
                    Command::AddTime(60),
                    Command::Back,
                    Command::Next,
                ] {
                    let key = ClientKey("k".to_owned());
                    let _either = decide(
                        &state,
                        &Request {
                            key,
                            actor: Actor::Seat(lead),
                            command,
                        },
                        now,
                    )
                    .is_ok();
                }
            }
        }
    }
}

#[test]
fn a_log_with_erased_rows_gives_the_same_state() {
    let events = meeting();
    let may_go = erasable(&events);
    assert!(
        may_go.len() > 10,
        "the meeting has anonymous entries: {}",
        may_go.len()
    );
    let without: Vec<Recorded> = events
        .iter()
        .map(|row| {
            if may_go.contains(&row.seq) {
                erased(row)
            } else {
                row.clone()
            }
        })
        .collect();
    assert_eq!(replay(&without), replay(&events));
    assert_eq!(read(&rows(&without)), replay(&events), "also as it is stored");
}

#[test]
fn after_erasing_nothing_tells_who_wrote_without_a_name_or_when() {
    let events = meeting();
    let state = replay(&events);
    let may_go = erasable(&events);
    for row in &events {
        let tells = match &row.event {
            Event::EntryUsed { .. } => true,
            Event::CardAdded(card) => state.nameless(card.input),
            _ => false,
        };
        assert_eq!(
            tells,
            may_go.contains(&row.seq) && !matches!(row.event, Event::Sealed(_)),
            "{row:?}"
        );
    }
    let gone = erased(&events[3]);
    assert_eq!(
        (gone.at.0, gone.seq, &gone.key),
        (0, events[3].seq, &events[3].key)
    );
}

proptest! {
    #![proptest_config(crate::laws::cases(40))]

    #[test]
    fn any_part_of_the_erasable_rows_may_be_erased(some in any::<u64>(), late in 0..4_u16) {
        let mut room = Room::begun(4, script(&["deep-democracy"]));
        room.until("alternative");
        for seat in 1..=4 {
            room.write(seat, "other-view", &format!("van {seat}"));
        }
        let entry = room.entry("other-view", "laat");
        room.next();
        for seat in 0..late {
            room.by(seat + 1, Command::Add(Box::new(entry.clone())));
        }
        let may_go = erasable(&room.events);
        let chosen = |seq: &Seq| may_go.contains(seq) && (some >> (seq.0 % 64)) & 1 == 1;
        // A seal goes only together with the entries before it; otherwise any part may be gone already.
        let last = may_go.iter().filter(|seq| chosen(seq)).max().copied().unwrap_or_default();
        let without: Vec<Recorded> = room.events.iter()
            .map(|row| if may_go.contains(&row.seq) && row.seq <= last { erased(row) } else { row.clone() })
            .collect();
        prop_assert_eq!(&replay(&without), &room.state);
        let rows = rows(&without);
        prop_assert_eq!(&read(&rows), &room.state);
    }
}

#[test]
fn sealed_cards_stand_in_a_drawn_order() {
    let mut orders = std::collections::BTreeSet::new();
    for seed in 0..12 {
        let opening = session::event::Opening {
            seed,
            script: script(&["deep-democracy"]),
            ..Default::default()
        };
        let mut room = Room::with(4, opening);
        room.lead(Command::Begin);
        room.until("alternative");
        for seat in 1..=4 {
            room.write(seat, "other-view", &format!("van {seat}"));
        }
        room.next();
        orders.insert(crate::room::texts(&room.screen()));
    }
    assert!(orders.len() > 3, "the order of writing shows through: {orders:?}");
}
