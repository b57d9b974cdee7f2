//! How long the engine takes: answering a command, replaying a log, showing a view, dividing people.
//!
//! `cargo bench -p session` prints the figures; `docs/performance.md` says what they should be.

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{Criterion, criterion_group, criterion_main};
use rustix::time::{ClockId, clock_gettime};
use session::command::Entry;
use session::compile::{PlannedBlock, Settings};
use session::event::{Attends, Body, Facilitation, Newcomer, Opening, Recorded};
use session::ids::{At, ClientKey, InputNo, SECOND, Seat, Seq};
use session::replay::{replay_stored, to_row};
use session::robots::{Cast, Mishaps, play};
use session::{
    Actor, Catalogue, Command, Eyes, Language, Plan, Request, State, compile, decide, replay, view,
};

const NOW: At = At(1_767_621_600 * SECOND);

fn plan(methods: &[&str]) -> Plan {
    let block = |method: &&str| PlannedBlock {
        method: (*method).to_owned(),
        settings: Settings::default(),
    };
    Plan {
        title: "Bijeenkomst".to_owned(),
        budget: Some(2 * 60 * 60),
        blocks: methods.iter().map(block).collect(),
        ..Plan::default()
    }
}

/// Time the processor spent on this thread: other work on the machine does not count.
struct CpuTime;

impl Measurement for CpuTime {
    type Intermediate = Duration;
    type Value = Duration;

    fn start(&self) -> Duration {
        let now = clock_gettime(ClockId::ThreadCPUTime);
        let seconds = u64::try_from(now.tv_sec).unwrap_or_default();
        Duration::new(seconds, u32::try_from(now.tv_nsec).unwrap_or_default())
    }

    fn end(&self, began: Duration) -> Duration {
        self.start().saturating_sub(began)
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Duration) -> f64 {
        value.as_secs_f64() * 1e9
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

/// A session that is filled by hand.
struct Room {
    state: State,
    events: Vec<Recorded>,
    keys: u64,
}

impl Room {
    fn of(people: usize, catalogue: &Catalogue, plan: &Plan) -> Self {
        let script = compile(plan, catalogue).unwrap_or_default();
        let mut room = Self {
            state: State::default(),
            events: Vec::new(),
            keys: 0,
        };
        let opening = Opening {
            script,
            seed: 7,
            facilitation: Facilitation::Outside,
            ..Opening::default()
        };
        room.ask(Actor::System, Command::Open(Box::new(opening)));
        for n in 0..=people {
            let who = Newcomer {
                person: format!("p{n}"),
                name: format!("Naam {n}"),
                organisation: Some(format!("o{}", n % 5)),
                attends: if n == 0 {
                    Attends::Facilitator
                } else {
                    Attends::Participant
                },
                ..Newcomer::default()
            };
            room.ask(Actor::System, Command::Join(who));
        }
        room.ask(Actor::Seat(Seat(0)), Command::Begin);
        room
    }

    /// A copy to go on with, without the events so far.
    fn copy(&self) -> Self {
        Self {
            state: self.state.clone(),
            events: Vec::new(),
            keys: self.keys,
        }
    }

    fn ask(&mut self, actor: Actor, command: Command) {
        self.keys += 1;
        let key = ClientKey(format!("key-{}", self.keys));
        for recorded in decide(&self.state, &Request { key, actor, command }, NOW).unwrap_or_default() {
            self.state.apply(&recorded);
            self.events.push(recorded);
        }
    }

    fn until(&mut self, step: &str) {
        for _ in 0..100 {
            if self.state.now_step().is_some_and(|now| now.step.id == step) {
                return;
            }
            self.ask(Actor::Seat(Seat(0)), Command::Next);
        }
    }

    /// Fifteen people ask questions until the log has this many events.
    fn fill(&mut self, events: usize) {
        self.until("questions");
        let input = question(&self.state);
        for n in 0.. {
            if self.events.len() >= events {
                return;
            }
            let seat = Seat::at(n % 15 + 1);
            self.ask(
                Actor::Seat(seat),
                add(input, "Wat heb je zelf al geprobeerd, en wat gebeurde er toen?"),
            );
        }
    }
}

fn question(state: &State) -> InputNo {
    state
        .now_step()
        .and_then(|step| step.inputs.first().copied())
        .unwrap_or_default()
}

fn add(input: InputNo, text: &str) -> Command {
    Command::Add(Box::new(Entry {
        input,
        body: Body::Text(text.to_owned()),
        spot: None,
        on_behalf_of: None,
        visit: None,
        unfinished: false,
    }))
}

fn request(seat: u16, command: Command) -> Request {
    Request {
        key: ClientKey("one-more".to_owned()),
        actor: Actor::Seat(Seat(seat)),
        command,
    }
}

/// A meeting of fifteen people as robots play it, cut off after 500 events.
fn meeting(catalogue: &Catalogue) -> Vec<Recorded> {
    let plan = plan(&[
        "check-in",
        "casuskeuze",
        "focusmethode",
        "casuskeuze",
        "incidentmethode",
        "deep-democracy",
        "evaluatie",
    ]);
    let cast = Cast {
        people: 15,
        seed: 1,
        mishaps: Mishaps::default(),
        language: Language::Nl,
    };
    let mut events = play(catalogue, &plan, &cast)
        .map(|performance| performance.events)
        .unwrap_or_default();
    assert!(
        events.len() >= 500,
        "the meeting has only {} events",
        events.len()
    );
    events.truncate(500);
    events
}

/// Asks one thing after another in a room that goes on; how long the log is hardly changes by it.
fn in_turn(room: &mut Room, commands: &[(u16, Command)], times: u64) {
    for n in 0..usize::try_from(times).unwrap_or_default() {
        if let Some((seat, command)) = commands.get(n % commands.len()) {
            room.ask(Actor::Seat(Seat(*seat)), command.clone());
        }
    }
}

fn commands(c: &mut Criterion<CpuTime>) {
    let (catalogue, _) = Catalogue::built_in();
    let mut group = c.benchmark_group("decide and apply, 15 people");
    for length in [500, 5_000, 50_000] {
        let mut full = Room::of(15, &catalogue, &plan(&["focusmethode", "evaluatie"]));
        full.fill(length);
        let writes = add(
            question(&full.state),
            "Een vraag van een woord of tien, zoals mensen ze stellen",
        );
        let stories = [
            ("a card", vec![(3, writes)]),
            (
                "ready and not ready",
                vec![(3, Command::Ready), (3, Command::NotReady)],
            ),
            ("a step on and back", vec![(0, Command::Next), (0, Command::Back)]),
        ];
        for (what, commands) in stories {
            let mut room = full.copy();
            in_turn(&mut room, &commands, 2);
            assert!(room.events.len() > 1, "{what} is refused");
            group.bench_function(format!("{what}, log of {length}"), |b| {
                b.iter_custom(|times| measured(&full, &commands, times));
            });
        }
    }
    group.finish();
}

/// Time for this many commands. The room begins anew before its log has grown by a fifth; the first few commands after
/// that are not counted, they pay for the memory of the copy.
fn measured(full: &Room, commands: &[(u16, Command)], times: u64) -> Duration {
    let most = (full.events.len() / 5).max(100) as u64;
    let mut spent = Duration::ZERO;
    let mut left = times;
    while left > 0 {
        let part = left.min(most);
        let mut room = full.copy();
        in_turn(&mut room, commands, 40);
        let began = CpuTime.start();
        in_turn(&mut room, commands, part);
        spent += CpuTime.end(began);
        left -= part;
    }
    spent
}

fn replays(c: &mut Criterion<CpuTime>) {
    let (catalogue, _) = Catalogue::built_in();
    let events = meeting(&catalogue);
    let rows: Vec<String> = events.iter().filter_map(|event| to_row(event).ok()).collect();
    let mut group = c.benchmark_group("replay of 500 events");
    group.bench_function("decoded", |b| b.iter(|| replay(black_box(&events))));
    group.bench_function("stored rows", |b| {
        b.iter(|| {
            replay_stored(
                black_box(&rows)
                    .iter()
                    .enumerate()
                    .map(|(n, row)| (Seq(n as u64 + 1), row.as_str())),
            )
        });
    });
    group.finish();
}

fn views(c: &mut Criterion<CpuTime>) {
    let (catalogue, _) = Catalogue::built_in();
    let state = replay(&meeting(&catalogue));
    let mut group = c.benchmark_group("view after 500 events");
    let lead = state.lead.map_or(Eyes::Screen, Eyes::Seat);
    for (who, eyes) in [
        ("participant", Eyes::Seat(Seat(4))),
        ("lead with budget", lead),
        ("screen", Eyes::Screen),
    ] {
        group.bench_function(who, |b| b.iter(|| view(black_box(&state), eyes, NOW)));
    }
    group.finish();
}

fn pairings(c: &mut Criterion<CpuTime>) {
    let (catalogue, _) = Catalogue::built_in();
    let mut group = c.benchmark_group("dividing people");
    for people in [15, 30] {
        for (method, step) in [("speedsparren", "round"), ("troika", "question")] {
            let mut room = Room::of(people, &catalogue, &plan(&[method]));
            room.until(step);
            let anew = request(0, Command::Regroup);
            assert!(decide(&room.state, &anew, NOW).is_ok(), "{method} divides nobody");
            group.bench_function(format!("{method}, {people} people"), |b| {
                b.iter(|| decide(&room.state, black_box(&anew), NOW));
            });
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(CpuTime);
    targets = commands, replays, views, pairings
}
criterion_main!(benches);
