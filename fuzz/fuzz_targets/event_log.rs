//! A stored log with anything in it, one row a line: it is read as far as it is sound, and can be looked at.
#![no_main]

use libfuzzer_sys::fuzz_target;
use session::ids::{ClientKey, Seat, Seq, VisitNo};
use session::replay::replay_stored;
use session::view::look_back;
use session::{Actor, Command, Eyes, Refusal, Request, decide, view};

fuzz_target!(|log: &str| {
    let rows = log.lines().enumerate().map(|(n, row)| (Seq(n as u64 + 1), row));
    let state = replay_stored(rows);
    for eyes in [Eyes::Screen, Eyes::Seat(Seat(0)), Eyes::Seat(Seat(1))] {
        drop(view(&state, eyes, state.last_at));
        drop(look_back(&state, eyes, VisitNo(0), state.last_at));
    }
    for command in [Command::Next, Command::Back, Command::Tick, Command::Regroup] {
        let request = Request {
            key: ClientKey("k".to_owned()),
            actor: Actor::Seat(Seat(0)),
            command,
        };
        let answer = decide(&state, &request, state.last_at);
        assert!(state.damage.is_none() || answer == Err(Refusal::ReadOnly));
    }
});
