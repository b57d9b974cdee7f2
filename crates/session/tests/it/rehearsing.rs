//! Robots beside people: what they would do next, one thing at a time, from the same state always the same.

use session::catalogue::Catalogue;
use session::compile::{Plan, compile};
use session::ids::{At, ClientKey, SECOND, Seat};
use session::model::{Kind, Role};
use session::robots::{Move, Part, facilitator, moves, needs_owner, newcomer, onward, opening, part};
use session::state::Phase;
use session::{Actor, Command, Language, Refusal, Request, State, decide};

/// Nobody needs more moves than this, whatever the method.
const MOST: usize = 6_000;

struct Table {
    state: State,
    now: At,
    keys: u32,
    refused: Vec<(Command, Refusal)>,
}

impl Table {
    fn of(method: &str, people: usize) -> Self {
        let (catalogue, _) = Catalogue::built_in();
        let script = compile(&Plan::of_method(method), &catalogue).unwrap();
        let needs_owner = needs_owner(&script);
        let mut table = Self {
            state: State::default(),
            now: At(1_767_621_300 * SECOND),
            keys: 0,
            refused: Vec::new(),
        };
        let person = |n| newcomer(n).person;
        let opening = opening(script, 7, Language::Nl, &person);
        table.ask(Actor::System, Command::Open(Box::new(opening)));
        table.ask(Actor::System, Command::Join(facilitator()));
        for n in 0..people {
            table.ask(Actor::System, Command::Join(newcomer(n)));
        }
        if needs_owner && table.state.cases.is_empty() {
            let seats = vec![Seat(1)];
            let role = Role::Owner;
            table.ask(Actor::Seat(Seat(0)), Command::GiveRole { role, seats });
        }
        table
    }

    fn ask(&mut self, actor: Actor, command: Command) {
        self.keys += 1;
        let request = Request {
            key: ClientKey(format!("key-{}", self.keys)),
            actor,
            command,
        };
        match decide(&self.state, &request, self.now) {
            Ok(events) => events.iter().for_each(|event| self.state.apply(event)),
            Err(refusal) => self.refused.push((request.command, refusal)),
        }
    }

    fn everybody(&self) -> Vec<Seat> {
        (0..self.state.people.len()).map(Seat::at).collect()
    }

    fn next(&self, seats: &[Seat]) -> Option<Move> {
        let wishes = moves(&self.state, seats, self.now, self.state.seed, Language::Nl);
        let first = wishes.into_iter().next();
        first.or_else(|| onward(&self.state, seats, self.now))
    }

    /// Lets these seats go on until they have nothing to do.
    fn play(&mut self, seats: &[Seat]) {
        for _ in 0..MOST {
            let Some(Move { seat, command }) = self.next(seats) else {
                return;
            };
            self.now = self.now.plus(SECOND);
            self.ask(Actor::Seat(seat), command);
            assert!(self.refused.is_empty(), "{:?}", self.refused);
            if decide::next_due(&self.state).is_some_and(|due| due <= self.now) {
                self.ask(Actor::System, Command::Tick);
            }
        }
        panic!(
            "the robots go round in circles at {:?}",
            self.state.now_step().map(|step| &step.step.id)
        );
    }
}

#[test]
fn robots_play_every_method_to_its_released_report_one_move_at_a_time() {
    let (catalogue, _) = Catalogue::built_in();
    let methods = catalogue.methods().filter(|method| method.kind == Kind::Method);
    for method in methods {
        for people in [method.group.min, method.group.best_from] {
            let mut table = Table::of(&method.id, usize::from(people));
            let everybody = table.everybody();
            table.play(&everybody);
            assert_eq!(table.state.phase, Phase::Closed, "{} with {people}", method.id);
        }
    }
}

#[test]
fn robots_leave_to_a_person_what_the_person_is_asked() {
    let mut table = Table::of("focusmethode", 6);
    let person = Seat(6);
    let robots: Vec<Seat> = table
        .everybody()
        .into_iter()
        .filter(|seat| *seat != person)
        .collect();
    table.play(&robots);
    assert_eq!(
        table.state.phase,
        Phase::Closed,
        "the robots get there without the person"
    );
    let wrote = table.state.cards.iter().any(|card| card.author == Some(person));
    assert!(!wrote, "somebody wrote in the name of the person");
}

#[test]
fn the_same_state_gives_the_same_moves() {
    let mut table = Table::of("speedsparren", 8);
    let everybody = table.everybody();
    for _ in 0..40 {
        let (one, other) = (table.next(&everybody), table.next(&everybody));
        assert_eq!(one, other);
        let Some(Move { seat, command }) = one else { break };
        table.ask(Actor::Seat(seat), command);
    }
    assert!(table.state.cards.len() > 1, "nobody wrote");
}

#[test]
fn a_person_is_waited_for_until_they_have_written() {
    let mut table = Table::of("focusmethode", 6);
    let everybody = table.everybody();
    let person = Seat(6);
    let robots: Vec<Seat> = everybody.iter().copied().filter(|seat| *seat != person).collect();
    for _ in 0..MOST {
        let wishes = moves(&table.state, &robots, table.now, 7, Language::Nl);
        if wishes.is_empty() && part(&table.state, person, table.now) == Part::Open {
            break;
        }
        let Move { seat, command } = table.next(&robots).unwrap();
        table.ask(Actor::Seat(seat), command);
    }
    assert_eq!(part(&table.state, person, table.now), Part::Open);
    // As a robot would write it.
    while let Some(Move { seat, command }) = moves(&table.state, &[person], table.now, 7, Language::Nl).pop()
    {
        table.ask(Actor::Seat(seat), command);
    }
    assert_eq!(part(&table.state, person, table.now), Part::Done);
}
