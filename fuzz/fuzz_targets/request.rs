//! Requests with anything in them, one a line, to a whole meeting that runs: refused or carried out, never a panic,
//! and the log always gives the state again.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use session::compile::{PlannedBlock, Settings};
use session::event::Recorded;
use session::robots::{Cast, Mishaps, play};
use session::{Catalogue, Eyes, Language, Plan, Request, State, decide, replay, view};

/// The first half of a meeting, as robots play it.
static MEETING: LazyLock<(Vec<Recorded>, State)> = LazyLock::new(|| {
    let (catalogue, _) = Catalogue::built_in();
    let block = |method: &str| PlannedBlock {
        method: method.to_owned(),
        settings: Settings::default(),
    };
    let methods = [
        "casuskeuze",
        "incidentmethode",
        "speedsparren",
        "deep-democracy",
        "evaluatie",
    ];
    let plan = Plan {
        blocks: methods.map(block).to_vec(),
        ..Plan::default()
    };
    let cast = Cast {
        people: 6,
        seed: 1,
        mishaps: Mishaps::default(),
        language: Language::Nl,
    };
    let mut events = play(&catalogue, &plan, &cast)
        .map(|performance| performance.events)
        .unwrap_or_default();
    events.truncate(events.len() / 2);
    let state = replay(&events);
    (events, state)
});

fuzz_target!(|requests: &str| {
    let (mut events, mut state) = MEETING.clone();
    for line in requests.lines() {
        let Ok(request) = serde_json::from_str::<Request>(line) else {
            continue;
        };
        for recorded in decide(&state, &request, state.last_at.plus(1_000_000)).unwrap_or_default() {
            state.apply(&recorded);
            events.push(recorded);
        }
        drop(view(&state, Eyes::Screen, state.last_at));
    }
    assert_eq!(replay(&events), state);
});
