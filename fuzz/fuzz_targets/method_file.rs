//! A method file with anything in it: reading names the faults, or the method can be played.
#![no_main]

use libfuzzer_sys::fuzz_target;
use session::event::{Attends, Newcomer, Opening};
use session::ids::{At, ClientKey, Seat};
use session::{Actor, Catalogue, Command, Eyes, Plan, Request, State, compile, decide, read, view};

fuzz_target!(|source: &str| {
    let method = match read::read(source) {
        Ok(method) => method,
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(
                problems
                    .iter()
                    .all(|problem| problem.line > 0 && problem.column > 0)
            );
            return;
        }
    };
    let id = method.id.clone();
    let mut catalogue = Catalogue::default();
    catalogue.insert(method);
    let Ok(script) = compile(&Plan::of_method(&id), &catalogue) else {
        return;
    };
    let mut state = State::default();
    let ask = |state: &mut State, n: usize, actor, command| {
        let request = Request {
            key: ClientKey(n.to_string()),
            actor,
            command,
        };
        for recorded in decide(state, &request, At(1_000_000)).unwrap_or_default() {
            state.apply(&recorded);
        }
    };
    ask(
        &mut state,
        0,
        Actor::System,
        Command::Open(Box::new(Opening {
            script,
            ..Opening::default()
        })),
    );
    for n in 1..7 {
        let attends = if n == 1 {
            Attends::Facilitator
        } else {
            Attends::Participant
        };
        let who = Newcomer {
            person: n.to_string(),
            name: n.to_string(),
            attends,
            ..Newcomer::default()
        };
        ask(&mut state, n, Actor::System, Command::Join(who));
    }
    ask(&mut state, 8, Actor::Seat(Seat(0)), Command::Begin);
    for n in 9..60 {
        drop(view(&state, Eyes::Seat(Seat(2)), At(1_000_000)));
        ask(&mut state, n, Actor::Seat(Seat(0)), Command::Next);
    }
});
