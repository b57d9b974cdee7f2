//! A room to try things in: a session with people, a clock that is moved by hand, and the whole log.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use session::command::Entry;
use session::compile::{PlannedBlock, Settings};
use session::event::{
    Attends, Body, EndReason, Entered, Event, Facilitation, Newcomer, Opening, Place, Recorded, SmallGroup,
};
use session::ids::{At, CardNo, ClientKey, InputNo, SECOND, Seat};
use session::replay::to_row;
use session::script::{Script, ScriptStep};
use session::state::{Phase, Visit};
use session::{Actor, Catalogue, Command, Eyes, Plan, Refusal, Request, State, View, compile, decide, view};

/// When every test begins: 5 January 2026, 14:00 UTC.
pub(crate) const START: At = At(1_767_621_600 * SECOND);

/// The methods that come with Kring.
pub(crate) fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
        let (catalogue, bad) = Catalogue::built_in();
        assert_eq!(bad, [], "a method file has faults");
        catalogue
    });
    &CATALOGUE
}

/// A script of methods and blocks of Kring, in this order.
pub(crate) fn script(methods: &[&str]) -> Script {
    compile(&plan(methods), catalogue()).expect("the plan can be worked out")
}

/// A plan of methods and blocks without changes.
pub(crate) fn plan(methods: &[&str]) -> Plan {
    let block = |method: &&str| PlannedBlock {
        method: (*method).to_owned(),
        settings: Settings::default(),
    };
    Plan {
        title: "Bijeenkomst".to_owned(),
        blocks: methods.iter().map(block).collect(),
        ..Plan::default()
    }
}

/// A session that is tried out.
#[derive(Clone)]
pub(crate) struct Room {
    /// Where it stands.
    pub(crate) state: State,
    /// Everything that happened.
    pub(crate) events: Vec<Recorded>,
    /// What the clock says.
    pub(crate) now: At,
    keys: u64,
}

impl Room {
    /// A room with a facilitator on seat 0 and this many people from seat 1 on, in the lobby.
    pub(crate) fn of(people: usize, script: Script) -> Self {
        Self::with(
            people,
            Opening {
                script,
                seed: 7,
                ..Opening::default()
            },
        )
    }

    /// The same with another opening.
    pub(crate) fn with(people: usize, opening: Opening) -> Self {
        let mut room = Self {
            state: State::default(),
            events: Vec::new(),
            now: START,
            keys: 0,
        };
        room.house(Command::Open(Box::new(opening)));
        room.house(Command::Join(Newcomer {
            attends: Attends::Facilitator,
            ..newcomer("begeleider")
        }));
        for n in 1..=people {
            room.join(&format!("p{n}"));
        }
        room
    }

    /// A room that has begun.
    pub(crate) fn begun(people: usize, script: Script) -> Self {
        let mut room = Self::of(people, script);
        room.lead(Command::Begin);
        room
    }

    /// A room that has begun where the script lets it.
    pub(crate) fn begun_if_possible(people: usize, script: Script) -> Self {
        let mut room = Self::of(people, script);
        let _nothing_to_do = room.ask_lead(Command::Begin);
        room
    }

    /// Whoever leads asks; nothing when that is refused.
    pub(crate) fn ask_lead(&mut self, command: Command) -> Option<Vec<Event>> {
        let lead = self.state.lead.expect("somebody leads");
        self.ask(Actor::Seat(lead), command).ok()
    }

    /// Asks with a key of its own; a minute passes between commands only when a test says so.
    pub(crate) fn ask(&mut self, actor: Actor, command: Command) -> Result<Vec<Event>, Refusal> {
        self.keys += 1;
        let key = ClientKey(format!("k{}", self.keys));
        self.send(&Request { key, actor, command })
    }

    /// Sends a request as it is.
    pub(crate) fn send(&mut self, request: &Request) -> Result<Vec<Event>, Refusal> {
        let decided = decide(&self.state, request, self.now)?;
        for recorded in &decided {
            self.state.apply(recorded);
        }
        self.events.extend(decided.iter().cloned());
        Ok(decided.into_iter().map(|recorded| recorded.event).collect())
    }

    /// Somebody does something that must succeed.
    #[track_caller]
    pub(crate) fn by(&mut self, seat: u16, command: Command) -> Vec<Event> {
        let told = format!("{command:?}");
        match self.ask(Actor::Seat(Seat(seat)), command) {
            Ok(events) => events,
            Err(refusal) => panic!("seat {seat} was refused {told:.120}: {refusal:?}"),
        }
    }

    /// Somebody does something that must be refused.
    #[track_caller]
    pub(crate) fn refused(&mut self, seat: u16, command: Command) -> Refusal {
        let told = format!("{command:?}");
        match self.ask(Actor::Seat(Seat(seat)), command) {
            Ok(events) => panic!("seat {seat} was allowed {told:.120}: {events:?}"),
            Err(refusal) => refusal,
        }
    }

    /// Whoever leads does something.
    #[track_caller]
    pub(crate) fn lead(&mut self, command: Command) -> Vec<Event> {
        let lead = self.state.lead.expect("somebody leads");
        self.by(lead.0, command)
    }

    /// The house does something.
    #[track_caller]
    pub(crate) fn house(&mut self, command: Command) -> Vec<Event> {
        match self.ask(Actor::System, command) {
            Ok(events) => events,
            Err(refusal) => panic!("the house was refused: {refusal:?}"),
        }
    }

    /// Somebody comes in, or comes back.
    #[track_caller]
    pub(crate) fn join(&mut self, person: &str) -> Seat {
        match self.house(Command::Join(newcomer(person))).as_slice() {
            [Event::Joined { seat, .. } | Event::Returned { seat, .. }] => *seat,
            other => panic!("coming in gave {other:?}"),
        }
    }

    /// Time passes.
    pub(crate) fn wait(&mut self, seconds: i64) {
        self.now = self.now.plus(seconds * SECOND);
    }

    /// The group goes on to the next step.
    #[track_caller]
    pub(crate) fn next(&mut self) -> Vec<Event> {
        self.lead(Command::Next)
    }

    /// Goes on until the step with this id.
    #[track_caller]
    pub(crate) fn until(&mut self, id: &str) {
        for _ in 0..200 {
            if self.step().is_some_and(|step| step.step.id == id) {
                return;
            }
            assert_eq!(self.state.phase, Phase::Running, "the step {id} never came");
            self.next();
        }
        panic!("the step {id} never came");
    }

    /// Goes on to the end and tells the ids of the steps that came, the current one first.
    #[track_caller]
    pub(crate) fn ids_to_the_end(&mut self) -> Vec<String> {
        let mut ids = Vec::new();
        while let Some(step) = self.step().filter(|_| self.state.phase == Phase::Running) {
            ids.push(step.step.id.clone());
            assert!(ids.len() < 200, "the session goes round in circles: {ids:?}");
            self.next();
        }
        ids
    }

    /// The current step.
    pub(crate) fn step(&self) -> Option<&ScriptStep> {
        self.state.now_step()
    }

    /// The current visit.
    #[track_caller]
    pub(crate) fn visit(&self) -> &Visit {
        self.state.now_visit().expect("the session runs")
    }

    /// Groups of the current visit.
    #[track_caller]
    pub(crate) fn groups(&self) -> Vec<SmallGroup> {
        self.visit().groups.clone()
    }

    /// An input by id, in the block where the group is, or anywhere.
    #[track_caller]
    pub(crate) fn input(&self, id: &str) -> InputNo {
        let here = self.state.now_visit().map(|visit| visit.cursor.block);
        let found = here.and_then(|block| self.state.script.find_input(block, id));
        let anywhere = || {
            let place = self
                .state
                .script
                .inputs
                .iter()
                .position(|input| input.input.id == id);
            place.map(InputNo::at)
        };
        found.or_else(anywhere).unwrap_or_else(|| panic!("no input {id}"))
    }

    /// Somebody writes a text.
    #[track_caller]
    pub(crate) fn write(&mut self, seat: u16, input: &str, text: &str) -> CardNo {
        let entry = self.entry(input, text);
        self.by(seat, Command::Add(Box::new(entry)));
        self.last_card()
    }

    /// An entry with a text.
    #[track_caller]
    pub(crate) fn entry(&self, input: &str, text: &str) -> Entry {
        Entry {
            input: self.input(input),
            body: Body::Text(text.to_owned()),
            spot: None,
            on_behalf_of: None,
            visit: None,
            unfinished: false,
        }
    }

    /// The card that was added last.
    #[track_caller]
    pub(crate) fn last_card(&self) -> CardNo {
        let added = self
            .events
            .iter()
            .rev()
            .find_map(|recorded| match &recorded.event {
                Event::CardAdded(card) => Some(card.card),
                _ => None,
            });
        added.expect("a card was added")
    }

    /// What somebody sees.
    pub(crate) fn sees(&self, seat: u16) -> View<'_> {
        view(&self.state, Eyes::Seat(Seat(seat)), self.now)
    }

    /// What the big screen shows.
    pub(crate) fn screen(&self) -> View<'_> {
        view(&self.state, Eyes::Screen, self.now)
    }

    /// Texts of the cards somebody sees now.
    pub(crate) fn texts(&self, seat: u16) -> Vec<String> {
        texts(&self.sees(seat))
    }

    /// Somebody brings a case and it is chosen, in a step that asks for one.
    #[track_caller]
    pub(crate) fn choose_case_of(&mut self, owner: u16) {
        self.by(owner, case("Titel van de casus", None));
        let case = session::ids::CaseNo::at(self.state.cases.len() - 1);
        let choose = self.step().and_then(|step| step.step.choose_case.as_ref());
        let ways = choose.map_or(&[][..], |choose| choose.ways.as_slice());
        let by_hand = session::model::ChoiceWay::Facilitator;
        let way = ways.iter().find(|way| **way == by_hand).or(ways.first());
        let way = *way.expect("a way to choose");
        self.lead(Command::ChooseCase {
            way,
            case: Some(case),
        });
    }

    /// Gives somebody the role of case owner, where no case is chosen in the room.
    #[track_caller]
    pub(crate) fn owner(&mut self, seats: &[u16]) {
        self.lead(Command::GiveRole {
            role: session::model::Role::Owner,
            seats: seats.iter().map(|seat| Seat(*seat)).collect(),
        });
    }

    /// The last entry into a step.
    #[track_caller]
    pub(crate) fn entered(&self) -> &Entered {
        let entered = self
            .events
            .iter()
            .rev()
            .find_map(|recorded| match &recorded.event {
                Event::Entered(entered) => Some(entered),
                _ => None,
            });
        entered.expect("a step was entered")
    }

    /// Ends the meeting.
    #[track_caller]
    pub(crate) fn end(&mut self) {
        self.lead(Command::End(EndReason::Early));
    }

    /// The log as it is stored.
    pub(crate) fn rows(&self) -> Vec<String> {
        self.events
            .iter()
            .map(|recorded| to_row(recorded).expect("an event is JSON"))
            .collect()
    }
}

/// Somebody who takes part, online or not.
pub(crate) fn newcomer(person: &str) -> Newcomer {
    Newcomer {
        person: person.to_owned(),
        name: person.to_owned(),
        place: Place::Room,
        ..Newcomer::default()
    }
}

/// A proposal of a case.
pub(crate) fn case(title: &str, co_owner: Option<u16>) -> Command {
    Command::ProposeCase {
        co_owner: co_owner.map(Seat),
        title: title.to_owned(),
        sentence: "Hoe pak ik dit aan?".to_owned(),
        urgency: 1,
    }
}

/// Texts of the cards in a view.
pub(crate) fn texts(view: &View<'_>) -> Vec<String> {
    let text = |body: &Body| match body {
        Body::Text(text) => text.clone(),
        Body::Form(answers) => format!("{answers:?}"),
    };
    view.cards.iter().map(|card| text(card.body)).collect()
}

/// A form with these answers.
pub(crate) fn form(answers: &[(&str, &str)]) -> Body {
    let answers = answers
        .iter()
        .map(|(id, answer)| ((*id).to_owned(), (*answer).to_owned()));
    Body::Form(answers.collect::<BTreeMap<_, _>>())
}

/// An opening with this script and a facilitator who takes part in this way.
pub(crate) fn opening(script: Script, facilitation: Facilitation) -> Opening {
    Opening {
        script,
        facilitation,
        seed: 7,
        ..Opening::default()
    }
}
