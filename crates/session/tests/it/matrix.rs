//! Who may do what, and when: every command, asked by everybody who can be in a room, in every state of a meeting.
//!
//! The table is read by people in a review. Its cells say who is allowed: F whoever leads, C another facilitator, O the
//! case owner, P a participant, G a guest, B an observer, S a speaker, X somebody who left, H the house. Nobody else has
//! a seat, so nobody else can ask.

use session::command::{Entry, GroupTime};
use session::compile::{PlannedBlock, added};
use session::event::{
    ActionStatus, Attends, Ballot, Body, EndReason, Newcomer, OpenAction, Opening, Place, PlanChange,
    SideTalk, Spot,
};
use session::ids::{ActionNo, BlockNo, BroughtNo, CardNo, CaseNo, NoteNo, Seat, StepNo};
use session::model::{ChoiceWay, Moment, Role};
use session::{Actor, Command};

use crate::room::{Room, catalogue, newcomer, script};

const LEAD: u16 = 0;
const OWNER: u16 = 1;
const PARTICIPANT: u16 = 2;
const GUEST: u16 = 3;
const CO_LEAD: u16 = 4;
const OBSERVER: u16 = 5;
const SPEAKER: u16 = 6;
const GONE: u16 = 7;

/// Everybody who can ask, by the letter in the table.
const ACTORS: [(char, Actor); 9] = [
    ('F', Actor::Seat(Seat(LEAD))),
    ('C', Actor::Seat(Seat(CO_LEAD))),
    ('O', Actor::Seat(Seat(OWNER))),
    ('P', Actor::Seat(Seat(PARTICIPANT))),
    ('G', Actor::Seat(Seat(GUEST))),
    ('B', Actor::Seat(Seat(OBSERVER))),
    ('S', Actor::Seat(Seat(SPEAKER))),
    ('X', Actor::Seat(Seat(GONE))),
    ('H', Actor::System),
];

/// Somebody of each kind, in the lobby.
fn lobby() -> Room {
    let mut room = Room::with(
        2,
        Opening {
            script: script(&["casuskeuze", "focusmethode", "speedsparren", "action-learning"]),
            actions: vec![OpenAction {
                id: "earlier".to_owned(),
                who: "p1".to_owned(),
                what: "Bellen".to_owned(),
            }],
            seed: 7,
            ..Opening::default()
        },
    );
    let comes = |person: &str, attends: Attends, guest: bool| {
        Command::Join(Newcomer {
            attends,
            guest,
            ..newcomer(person)
        })
    };
    room.house(comes("gast", Attends::Participant, true));
    room.house(comes("mede", Attends::Facilitator, false));
    room.house(comes("kijkt", Attends::Observer, false));
    room.house(comes("spreekt", Attends::Speaker, false));
    room.house(comes("weg", Attends::Participant, false));
    room.by(GONE, Command::Leave);
    room
}

/// The states of a meeting, each with a name for the head of the table.
fn states() -> Vec<(&'static str, Room)> {
    let lobby = lobby();
    let mut choosing = lobby.clone();
    choosing.lead(Command::Begin);
    choosing.until("choose");
    choosing.by(OWNER, session_case());
    let mut asking = choosing.clone();
    asking.lead(Command::ChooseCase {
        way: ChoiceWay::Facilitator,
        case: Some(CaseNo::at(0)),
    });
    asking.until("questions");
    asking.write(PARTICIPANT, "question", "Wie merkt het?");
    let mut responding = asking.clone();
    responding.until("central-question");
    responding.write(PARTICIPANT, "core", "De centrale vraag is wie het merkt.");
    responding.until("feedback");
    let mut pairs = responding.clone();
    pairs.until("round");
    let mut round = pairs.clone();
    round.until("progress");
    let mut review = responding.clone();
    review.lead(Command::End(EndReason::Early));
    let mut released = review.clone();
    released.by(OWNER, Command::Release);
    vec![
        ("lobby", lobby),
        ("choosing", choosing),
        ("asking", asking),
        ("responding", responding),
        ("in pairs", pairs),
        ("in a round", round),
        ("review", review),
        ("released", released),
    ]
}

fn session_case() -> Command {
    Command::ProposeCase {
        co_owner: None,
        title: "Een titel".to_owned(),
        sentence: "Een vraag".to_owned(),
        urgency: 1,
    }
}

/// What an actor would write: into the first field that is open for them, or else into the first of the step.
fn entry(room: &Room, actor: Actor) -> Entry {
    let here = room.step().and_then(|step| step.inputs.first().copied());
    let open = match actor {
        Actor::Seat(seat) => room
            .sees(seat.0)
            .inputs
            .iter()
            .find(|input| input.open)
            .map(|input| input.no),
        Actor::System => None,
    };
    Entry {
        input: open.or(here).unwrap_or_default(),
        body: Body::Text("Een paar woorden".to_owned()),
        spot: None,
        on_behalf_of: None,
        visit: None,
        unfinished: false,
    }
}

/// Those who still come, the other way round.
fn turned(room: &Room) -> Vec<Seat> {
    let step = room.screen().step;
    step.map(|step| step.queue.into_iter().rev().collect())
        .unwrap_or_default()
}

/// Every command, once. A new one does not compile in [`name`] until it has a name; give it a row here as well.
#[expect(clippy::too_many_lines, reason = "a list with a line for each command")]
fn commands(room: &Room, actor: Actor) -> Vec<Command> {
    let card = CardNo::at(0);
    let step = room
        .state
        .now_visit()
        .map_or_else(StepNo::default, |visit| visit.cursor.step);
    let later = StepNo::at(room.state.script.steps.len() - 1);
    let planned = PlannedBlock {
        method: "terugblik".to_owned(),
        ..PlannedBlock::default()
    };
    let last = BlockNo::at(room.state.script.blocks.len() - 1);
    let block = added(&room.state.script, &planned, last, catalogue()).expect("a block can be added");
    let someone = Seat(PARTICIPANT);
    vec![
        Command::Open(Box::default()),
        Command::Join(newcomer("nieuw")),
        Command::Leave,
        Command::Bring(Newcomer {
            without_device: true,
            ..newcomer("zonder")
        }),
        Command::SeeOff(Seat(GUEST)),
        Command::WelcomeBack(Seat(GONE)),
        Command::LineLost(someone),
        Command::LineBack(someone),
        Command::AcceptAgreements { version: 1 },
        Command::ConfirmPresence(Moment::Start),
        Command::CorrectAttendance {
            seat: someone,
            from: room.now,
            to: None,
            place: Place::Online,
        },
        Command::Begin,
        Command::Next,
        Command::Back,
        Command::Skip { reason: None },
        Command::GoTo(later),
        Command::StartClock,
        Command::Pause,
        Command::Resume,
        Command::AddTime(60),
        Command::OpenSideTalk(SideTalk::TimeOut),
        Command::CloseSideTalk,
        Command::GroupTime(GroupTime::Begin),
        Command::GiveTurn(someone),
        Command::NextTurn,
        Command::EndTurn(someone),
        Command::Pass,
        Command::PassFor(someone),
        Command::OrderTurns(turned(room)),
        Command::Add(Box::new(entry(room, actor))),
        Command::Change {
            card,
            body: Body::Text("Anders".to_owned()),
        },
        Command::Move {
            card,
            spot: Spot::default(),
        },
        Command::Remove(card),
        Command::Reveal(room.input("core")),
        Command::Rate {
            card,
            value: "warm".to_owned(),
            note: None,
        },
        Command::Pick {
            card: CardNo::at(1),
            why: Some("Omdat".to_owned()),
        },
        Command::Unpick(card),
        Command::Vote {
            card,
            ballot: Ballot {
                dots: 1,
                answer: None,
                need: None,
            },
        },
        session_case(),
        Command::VoteCase {
            case: CaseNo::at(0),
            votes: 1,
        },
        Command::ChooseCase {
            way: ChoiceWay::Facilitator,
            case: Some(CaseNo::at(0)),
        },
        Command::FillField {
            field: "outcome".to_owned(),
            text: "Het liep anders".to_owned(),
        },
        Command::Unlock("outcome".to_owned()),
        Command::GiveRole {
            role: Role::Timekeeper,
            seats: vec![someone],
        },
        Command::Volunteer(Role::Owner),
        Command::DrawRole(Role::Scribe),
        Command::HandOver(Seat(CO_LEAD)),
        Command::Watch {
            seat: someone,
            watches: true,
        },
        Command::Watch {
            seat: Seat(OWNER),
            watches: true,
        },
        Command::Watch {
            seat: Seat(OBSERVER),
            watches: false,
        },
        Command::ShowNames(false),
        Command::Shut,
        Command::TakeOver,
        Command::TakeBack,
        Command::Ready,
        Command::NotReady,
        Command::Decide {
            option: "yes".to_owned(),
        },
        Command::ChooseModule("brainstorm".to_owned()),
        Command::Reorder(vec![step]),
        Command::Replan(vec![PlanChange {
            step: later,
            seconds: Some(300),
            off: false,
        }]),
        Command::AddBlock(Box::new(block)),
        Command::Regroup,
        Command::ReviewAction {
            action: ActionNo::at(0),
            status: ActionStatus::Done,
            note: None,
        },
        Command::Note("Voor mezelf".to_owned()),
        Command::DropNote(NoteNo::at(0)),
        Command::TakeBrought(BroughtNo::at(0)),
        Command::Tick,
        Command::End(EndReason::Early),
        Command::Strike(card),
        Command::Keep(card),
        Command::Release,
        Command::During {
            visit: room.state.current.unwrap_or_default(),
            command: Box::new(Command::Next),
        },
    ]
}

/// A command in words, for the head of its row.
#[expect(clippy::too_many_lines, reason = "a list with a line for each command")]
const fn name(command: &Command) -> &'static str {
    match command {
        Command::Open(_) => "open",
        Command::Join(_) => "join",
        Command::Leave => "leave",
        Command::Bring(_) => "bring somebody without a device",
        Command::SeeOff(_) => "see somebody off",
        Command::WelcomeBack(_) => "welcome somebody back",
        Command::LineLost(_) => "line lost",
        Command::LineBack(_) => "line back",
        Command::AcceptAgreements { .. } => "accept agreements",
        Command::ConfirmPresence(_) => "confirm presence",
        Command::CorrectAttendance { .. } => "correct attendance",
        Command::Begin => "begin",
        Command::Next => "next",
        Command::Back => "back",
        Command::Skip { .. } => "skip",
        Command::GoTo(_) => "go to",
        Command::StartClock => "start clock",
        Command::Pause => "pause",
        Command::Resume => "resume",
        Command::AddTime(_) => "add time",
        Command::OpenSideTalk(_) => "open side talk",
        Command::CloseSideTalk => "close side talk",
        Command::GroupTime(_) => "begin the time of an own group",
        Command::GiveTurn(_) => "give turn",
        Command::NextTurn => "next turn",
        Command::EndTurn(_) => "end turn",
        Command::Pass => "pass",
        Command::PassFor(_) => "pass for somebody",
        Command::OrderTurns(_) => "order turns",
        Command::Add(_) => "write",
        Command::Change { .. } => "change a participant's card",
        Command::Move { .. } => "move a participant's card",
        Command::Remove(_) => "remove a participant's card",
        Command::Reveal(_) => "reveal",
        Command::Rate { .. } => "rate",
        Command::Pick { .. } => "pick",
        Command::Unpick(_) => "unpick",
        Command::Vote { .. } => "vote on a card",
        Command::ProposeCase { .. } => "propose a case",
        Command::VoteCase { .. } => "vote for a case",
        Command::ChooseCase { .. } => "choose a case",
        Command::FillField { .. } => "fill a hidden field",
        Command::Unlock(_) => "unlock a hidden field",
        Command::GiveRole { .. } => "give a role",
        Command::Volunteer(_) => "volunteer",
        Command::DrawRole(_) => "draw a role",
        Command::HandOver(_) => "hand over",
        Command::Watch {
            seat: Seat(OWNER), ..
        } => "let the owner only watch",
        Command::Watch { watches: true, .. } => "let a participant only watch",
        Command::Watch { watches: false, .. } => "let an observer take part",
        Command::ShowNames(_) => "hide names from observers",
        Command::Shut => "shut",
        Command::TakeOver => "take over",
        Command::TakeBack => "take back",
        Command::Ready => "ready",
        Command::NotReady => "not ready",
        Command::Decide { .. } => "decide",
        Command::ChooseModule(_) => "choose a module",
        Command::Reorder(_) => "reorder",
        Command::Replan(_) => "replan",
        Command::AddBlock(_) => "add a block",
        Command::Regroup => "regroup",
        Command::ReviewAction { .. } => "look back on an action",
        Command::Note(_) => "note for oneself",
        Command::DropNote(_) => "drop a note",
        Command::TakeBrought(_) => "take an idea card",
        Command::Tick => "tick",
        Command::End(_) => "end",
        Command::Strike(_) => "strike a participant's card",
        Command::Keep(_) => "keep a participant's card",
        Command::Release => "release",
        Command::During { .. } => "next, from this very step",
    }
}

/// Who may do the command that stands in this row.
fn allowed(room: &Room, row: usize) -> String {
    let may = |actor: Actor| {
        let command = commands(room, actor).swap_remove(row);
        room.clone().ask(actor, command).is_ok()
    };
    let letters: String = ACTORS
        .into_iter()
        .filter(|(_, actor)| may(*actor))
        .map(|(letter, _)| letter)
        .collect();
    if letters.is_empty() {
        "-".to_owned()
    } else {
        letters
    }
}

#[test]
fn who_may_do_what_in_every_state() {
    let states = states();
    let (_, first) = states.first().expect("there are states");
    let names: Vec<&str> = commands(first, Actor::System).iter().map(name).collect();
    let line = |head: &str, cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| format!(" {cell:<10}")).collect();
        format!("{head:<32}{}", cells.concat()).trim_end().to_owned()
    };
    let heads: Vec<String> = states.iter().map(|(state, _)| (*state).to_owned()).collect();
    let mut table = vec![line("", &heads)];
    for (row, name) in names.iter().enumerate() {
        let cells: Vec<String> = states.iter().map(|(_, room)| allowed(room, row)).collect();
        table.push(line(name, &cells));
    }
    insta::assert_snapshot!(table.join("\n"));
}
