//! Random people: turns numbers into commands that mostly make sense where a session stands.

use std::collections::BTreeMap;

use session::command::{Entry, GroupTime};
use session::compile::{PlannedBlock, added};
use session::event::{
    ActionStatus, Attends, Ballot, Body, EndReason, Newcomer, Place, PlanChange, SideTalk, Spot,
};
use session::ids::{ActionNo, BlockNo, BroughtNo, CardNo, CaseNo, InputNo, NoteNo, Seat, StepNo, VisitNo};
use session::model::{FormFieldKind, InputKind, Moment, Role, VoteKind, Word};
use session::{Actor, Command};

use crate::room::{Room, catalogue, newcomer};

/// One move of somebody, as numbers. Small numbers are ordinary, so that shrinking finds ordinary stories.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Move {
    /// What.
    pub(crate) what: u8,
    /// Who, among those with a seat.
    pub(crate) who: u8,
    /// Which.
    pub(crate) which: u16,
    /// How much.
    pub(crate) much: u16,
    /// Seconds that passed before it; the clock may jump back.
    pub(crate) passed: i16,
}

/// People who come later than the others.
const LATE: [&str; 4] = ["laat1", "laat2", "laat3", "laat4"];

/// Reads the numbers of a move against a room.
pub(crate) struct Reader<'r> {
    room: &'r Room,
    step: Move,
    token: usize,
}

/// Whoever asks, and what.
pub(crate) fn command(room: &Room, step: Move, token: usize) -> (Actor, Command) {
    let reader = Reader { room, step, token };
    match step.what {
        0..=19 => (reader.lead(), reader.flow()),
        20..=27 => (reader.lead(), reader.time()),
        28..=79 => (reader.anybody(), reader.write()),
        80..=119 => reader.work(),
        120..=139 => reader.people(),
        140..=154 => reader.cases(),
        155..=169 => (reader.lead(), reader.plan()),
        170..=189 => (Actor::System, reader.door()),
        190..=199 => (Actor::System, Command::Tick),
        200..=209 => (reader.anybody(), reader.seatwork()),
        // Now and then anybody tries anything.
        210..=239 => (reader.anybody(), reader.flow()),
        _ => (reader.anybody(), reader.end()),
    }
}

impl Reader<'_> {
    fn seats(&self) -> usize {
        self.room.state.people.len().max(1)
    }

    fn seat(&self) -> Seat {
        Seat::at(usize::from(self.step.who) % self.seats())
    }

    fn other(&self) -> Seat {
        // One more than there are, so that a seat nobody has is tried too.
        Seat::at(usize::from(self.step.which) % (self.seats() + 1))
    }

    fn anybody(&self) -> Actor {
        Actor::Seat(self.seat())
    }

    fn lead(&self) -> Actor {
        Actor::Seat(self.room.state.lead.unwrap_or(self.seat()))
    }

    fn text(&self) -> String {
        format!("tok{} woord", self.token)
    }

    fn note(&self) -> Option<String> {
        self.step.much.is_multiple_of(2).then(|| self.text())
    }

    fn pick<T: Copy>(&self, of: &[T]) -> Option<T> {
        of.get(usize::from(self.step.which) % of.len().max(1)).copied()
    }

    fn flow(&self) -> Command {
        match self.step.much % 14 {
            0..=4 => Command::Next,
            5 => Command::During {
                visit: VisitNo(u32::from(self.step.which % 12)),
                command: Box::new(Command::Next),
            },
            6 => Command::Begin,
            7 => Command::Back,
            8 => Command::Skip {
                reason: Some(self.text()),
            },
            9 => Command::GoTo(StepNo(self.step.which % 40)),
            10 => self.decide(),
            11 => Command::ChooseModule(self.module()),
            12 => Command::Regroup,
            _ => Command::Reveal(self.blind()),
        }
    }

    fn decide(&self) -> Command {
        let decide = self.room.step().and_then(|step| step.step.decide.as_ref());
        let options: Vec<&str> =
            decide.map_or(Vec::new(), |d| d.options.iter().map(|o| o.id.as_str()).collect());
        Command::Decide {
            option: self.pick(&options).unwrap_or("yes").to_owned(),
        }
    }

    fn module(&self) -> String {
        let modules = self.room.step().map_or(Vec::new(), |step| {
            step.modules.iter().map(|m| m.id.as_str()).collect()
        });
        self.pick(&modules).unwrap_or("brainstorm").to_owned()
    }

    fn blind(&self) -> InputNo {
        let inputs = self.room.step().map_or(&[][..], |step| step.inputs.as_slice());
        self.pick(inputs).unwrap_or(InputNo(self.step.which % 30))
    }

    /// The queue begun somewhere else; now and then with somebody who is not in it.
    fn turned(&self) -> Vec<Seat> {
        let mut queue = self.room.screen().step.map(|step| step.queue).unwrap_or_default();
        let turns = usize::from(self.step.which) % queue.len().max(1);
        queue.rotate_left(turns);
        if self.step.which.is_multiple_of(7) {
            queue.push(self.other());
        }
        queue
    }

    fn time(&self) -> Command {
        match self.step.much % 11 {
            0 => Command::StartClock,
            1 => Command::Pause,
            2 => Command::Resume,
            3 => Command::AddTime(i32::from(self.step.passed)),
            4 => Command::OpenSideTalk(SideTalk::Meta),
            5 => Command::OpenSideTalk(SideTalk::Disturbance),
            6 => Command::CloseSideTalk,
            7 => Command::GiveTurn(self.other()),
            8 => Command::PassFor(self.other()),
            9 => Command::OrderTurns(self.turned()),
            _ if self.step.which.is_multiple_of(2) => Command::EndTurn(self.seat()),
            _ => Command::NextTurn,
        }
    }

    /// An input of this step that is open to the seat, or sometimes any input at all.
    fn target(&self) -> InputNo {
        let view = self.room.sees(self.seat().0);
        let open: Vec<InputNo> = view
            .inputs
            .iter()
            .filter(|input| input.open)
            .map(|input| input.no)
            .collect();
        let any = InputNo(self.step.which % 60);
        if self.step.much.is_multiple_of(16) {
            any
        } else {
            self.pick(&open).unwrap_or(any)
        }
    }

    fn write(&self) -> Command {
        let input = self.target();
        let visits = self.room.state.visits.len();
        let late = self.step.much.is_multiple_of(11) && visits > 0;
        Command::Add(Box::new(Entry {
            input,
            body: self.body(input),
            spot: self.spot(input),
            on_behalf_of: self.step.much.is_multiple_of(7).then(|| self.other()),
            visit: late.then(|| VisitNo::at(usize::from(self.step.which) % visits)),
            unfinished: self.step.much.is_multiple_of(13),
        }))
    }

    fn body(&self, input: InputNo) -> Body {
        let Some(input) = self.room.state.input(input) else {
            return Body::Text(self.text());
        };
        if !matches!(input.kind, InputKind::Form | InputKind::Action) {
            return Body::Text(self.text());
        }
        let answer = |kind| match kind {
            FormFieldKind::Text => self.text(),
            FormFieldKind::YesNo => "yes".to_owned(),
            FormFieldKind::Date => "2026-03-01".to_owned(),
            FormFieldKind::Person => "1".to_owned(),
            FormFieldKind::Number | FormFieldKind::Scale5 | FormFieldKind::Grade10 => "4".to_owned(),
        };
        let answers = input
            .fields
            .iter()
            .map(|field| (field.id.clone(), answer(field.kind)));
        Body::Form(answers.collect::<BTreeMap<_, _>>())
    }

    fn spot(&self, input: InputNo) -> Option<Spot> {
        let input = self.room.state.input(input)?;
        let block = self.room.state.now_block()?;
        let board = block
            .boards
            .iter()
            .find(|board| Some(&board.id) == input.board.as_ref())?;
        let columns: Vec<&str> = board.columns.iter().map(|column| column.id.as_str()).collect();
        Some(Spot {
            column: self.pick(&columns)?.to_owned(),
            row: self.step.much.is_multiple_of(2).then(|| "rij".to_owned()),
            position: u8::try_from(self.step.much % 140).ok(),
        })
    }

    /// A card the seat sees, or sometimes any number.
    fn card(&self) -> CardNo {
        let view = self.room.sees(self.seat().0);
        let seen: Vec<CardNo> = view.cards.iter().map(|card| card.card).collect();
        let any = CardNo(u32::from(self.step.which % 50));
        if self.step.much.is_multiple_of(10) {
            any
        } else {
            self.pick(&seen).unwrap_or(any)
        }
    }

    fn work(&self) -> (Actor, Command) {
        let (seat, card) = (self.anybody(), self.card());
        let command = match self.step.much % 9 {
            0 => self.change(card),
            1 => Command::Remove(card),
            2 => Command::Move {
                card,
                spot: Spot {
                    column: "white".to_owned(),
                    ..Spot::default()
                },
            },
            3 | 4 => self.rate(card),
            5 => Command::Pick {
                card,
                why: self.note(),
            },
            6 => Command::Unpick(card),
            _ => self.vote(card),
        };
        (seat, command)
    }

    fn change(&self, card: CardNo) -> Command {
        let input = self.room.state.card(card).map(|card| card.input);
        let body = input.map_or(Body::Text(self.text()), |input| self.body(input));
        Command::Change { card, body }
    }

    fn rate(&self, card: CardNo) -> Command {
        let scale = self
            .room
            .step()
            .and_then(|step| step.step.rate.as_ref())
            .map(|rate| rate.scale);
        let words: Vec<&str> = scale.map_or(Vec::new(), |scale| {
            scale.values().iter().map(|(word, _, _)| *word).collect()
        });
        let value = self.pick(&words).unwrap_or("warm").to_owned();
        Command::Rate {
            card,
            value,
            note: self.note(),
        }
    }

    fn vote(&self, card: CardNo) -> Command {
        let kind = self
            .room
            .step()
            .and_then(|step| step.step.vote.as_ref())
            .map_or(VoteKind::Dots, |vote| vote.kind);
        let words: Vec<&str> = kind.values().iter().map(|(word, _, _)| *word).collect();
        let ballot = Ballot {
            dots: self.step.much % 4,
            answer: self.pick(&words).map(str::to_owned),
            need: self.note(),
        };
        Command::Vote { card, ballot }
    }

    fn people(&self) -> (Actor, Command) {
        let roles = [
            Role::Owner,
            Role::Scribe,
            Role::Observer,
            Role::Inner,
            Role::Timekeeper,
            Role::Facilitator,
        ];
        let role = self.pick(&roles).unwrap_or(Role::Scribe);
        match self.step.much % 14 {
            11 => (self.lead(), Command::SeeOff(self.other())),
            12 => (self.lead(), Command::WelcomeBack(self.other())),
            13 => (
                self.lead(),
                Command::Watch {
                    seat: self.other(),
                    watches: !self.step.which.is_multiple_of(3),
                },
            ),
            10 => (
                self.lead(),
                Command::Bring(newcomer(LATE[usize::from(self.step.which) % 4])),
            ),
            0 => (
                self.lead(),
                Command::GiveRole {
                    role,
                    seats: vec![self.seat()],
                },
            ),
            1 => (self.anybody(), Command::Volunteer(role)),
            2 => (self.lead(), Command::DrawRole(role)),
            3 => (self.lead(), Command::HandOver(self.seat())),
            4 => (self.anybody(), Command::TakeOver),
            5 => (self.anybody(), Command::TakeBack),
            6 => (self.anybody(), Command::Ready),
            7 => (self.anybody(), Command::Note(self.text())),
            8 => (
                self.anybody(),
                Command::DropNote(NoteNo(u32::from(self.step.which % 9))),
            ),
            _ => (self.anybody(), Command::NotReady),
        }
    }

    fn cases(&self) -> (Actor, Command) {
        let case = CaseNo(self.step.which % 5);
        let ways = self
            .room
            .step()
            .and_then(|step| step.step.choose_case.as_ref())
            .map_or(&[][..], |c| c.ways.as_slice());
        match self.step.much % 8 {
            0 | 1 => (
                self.anybody(),
                crate::room::case(&self.text(), self.step.what.is_multiple_of(2).then_some(1)),
            ),
            2 => (
                self.anybody(),
                Command::VoteCase {
                    case,
                    votes: self.step.much % 3,
                },
            ),
            3 | 4 => {
                let way = self.pick(ways).unwrap_or(session::model::ChoiceWay::Vote);
                (
                    self.lead(),
                    Command::ChooseCase {
                        way,
                        case: Some(case),
                    },
                )
            }
            5 => (
                self.anybody(),
                Command::FillField {
                    field: self.field(),
                    text: self.text(),
                },
            ),
            6 => (self.anybody(), Command::Unlock(self.field())),
            _ => (
                self.anybody(),
                Command::TakeBrought(BroughtNo(self.step.which % 4)),
            ),
        }
    }

    fn field(&self) -> String {
        let fields = self.room.state.now_block().map_or(Vec::new(), |block| {
            block.fields.iter().map(|f| f.id.as_str()).collect()
        });
        self.pick(&fields).unwrap_or("outcome").to_owned()
    }

    fn plan(&self) -> Command {
        let step = StepNo(self.step.which % 40);
        match self.step.much % 5 {
            0 => Command::Replan(vec![PlanChange {
                step,
                seconds: Some(u32::from(self.step.much)),
                off: false,
            }]),
            1 => Command::Replan(vec![PlanChange {
                step,
                seconds: None,
                off: true,
            }]),
            2 => Command::Reorder(self.swap()),
            3 => self.add_block(),
            _ => Command::Reorder(vec![step]),
        }
    }

    fn swap(&self) -> Vec<StepNo> {
        let swaps: Vec<&Vec<StepNo>> = self
            .room
            .state
            .script
            .blocks
            .iter()
            .flat_map(|block| &block.swaps)
            .collect();
        let mut steps = self.pick(&swaps).cloned().unwrap_or_default();
        steps.reverse();
        steps
    }

    fn add_block(&self) -> Command {
        let planned = PlannedBlock {
            method: "pauze".to_owned(),
            ..PlannedBlock::default()
        };
        let after = BlockNo(self.step.which % 6);
        match added(&self.room.state.script, &planned, after, catalogue()) {
            Ok(added) if self.room.state.script.blocks.len() < 8 => Command::AddBlock(Box::new(added)),
            _ => Command::Next,
        }
    }

    fn door(&self) -> Command {
        let seat = self.seat();
        let person = self
            .room
            .state
            .person(seat)
            .map_or("p1", |person| person.person.as_str());
        match self.step.much % 8 {
            0 => Command::Join(Newcomer {
                organisation: Some("A".to_owned()),
                ..newcomer(LATE[usize::from(self.step.which) % 4])
            }),
            1 => Command::Join(Newcomer {
                attends: Attends::Observer,
                ..newcomer("kijker")
            }),
            2 | 3 => Command::Join(Newcomer {
                place: Place::Online,
                ..newcomer(person)
            }),
            4 | 5 => Command::LineLost(seat),
            _ => Command::LineBack(self.other()),
        }
    }

    fn seatwork(&self) -> Command {
        match self.step.much % 10 {
            0 | 1 => Command::Leave,
            2 => Command::Pass,
            3 => Command::AcceptAgreements {
                version: 1 + u32::from(self.step.which % 2),
            },
            4 => Command::ConfirmPresence(if Moment::WORDS.len() > 1 {
                Moment::Start
            } else {
                Moment::End
            }),
            5 => Command::ReviewAction {
                action: ActionNo(self.step.which % 3),
                status: ActionStatus::Half,
                note: self.note(),
            },
            6 => Command::CorrectAttendance {
                seat: self.other(),
                from: self.room.now,
                to: None,
                place: Place::Online,
            },
            7 | 8 => Command::GroupTime(match self.step.which % 6 {
                0 | 1 => GroupTime::Begin,
                2 => GroupTime::Pause,
                3 => GroupTime::Resume,
                4 => GroupTime::Done,
                _ => GroupTime::Add(i32::from(self.step.passed)),
            }),
            _ => Command::OpenSideTalk(SideTalk::TimeOut),
        }
    }

    fn end(&self) -> Command {
        let card = CardNo(u32::from(self.step.which % 50));
        match self.step.much % 8 {
            0 => Command::End(EndReason::Done),
            1 => Command::Release,
            2 | 3 => Command::Strike(card),
            4 => Command::Keep(card),
            _ => Command::Pass,
        }
    }
}
