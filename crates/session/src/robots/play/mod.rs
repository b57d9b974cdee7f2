//! Plays a plan to its end.

mod choice;
mod pen;
mod scene;

use super::cast::{facilitator, needs_owner, newcomer, opening};
use super::lines;
use crate::catalogue::Catalogue;
use crate::command::{Actor, Command, Request};
use crate::compile::{Plan, PlanProblem, compile};
use crate::decide::{decide, next_due};
use crate::draw::Draw;
use crate::event::{Attends, Newcomer, Recorded};
use crate::ids::{At, ClientKey, SECOND, Seat};
use crate::model::Role;
use crate::refusal::Refusal;
use crate::replay::to_row;
use crate::script::{Pace, Script};
use crate::state::{Phase, State};
use crate::text::{Language, Text};

/// When a performance begins: 5 January 2026, 13:55 UTC, so that the first step starts on the hour.
const DOORS_OPEN: At = At(1_767_621_300 * SECOND);

/// Minutes between doors and the first step.
const BEFORE: i64 = 5 * 60 * SECOND;

/// Nobody needs more steps than this; a performance that does is going round in circles.
const MOST_STEPS: usize = 300;

/// Who plays, and what goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cast {
    /// People who take part; the facilitator comes on top.
    pub people: u16,
    /// Everything that is drawn follows from it.
    pub seed: u64,
    /// What goes wrong on the way.
    pub mishaps: Mishaps,
    /// The language of what robots write.
    pub language: Language,
}

/// What can go wrong in a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "mishaps happen independently of each other"
)]
pub struct Mishaps {
    /// The last person comes when the second step is going on.
    pub late: bool,
    /// Somebody leaves in the third step.
    pub drop_out: bool,
    /// The facilitator's line drops in the second step; somebody takes over; the facilitator comes back two steps later.
    pub lead_vanishes: bool,
    /// The case owner leaves in the fourth step.
    pub owner_leaves: bool,
}

impl Mishaps {
    /// All of them at once.
    pub const ALL: Self = Self {
        late: true,
        drop_out: true,
        lead_vanishes: true,
        owner_leaves: true,
    };
}

/// A session as it was played.
#[derive(Clone, Debug)]
pub struct Performance {
    /// The whole log.
    pub events: Vec<Recorded>,
    /// The state at the end.
    pub state: State,
    /// Commands that were refused; a clean performance has none.
    pub refused: Vec<(Command, Refusal)>,
}

impl Performance {
    /// The log as rows of JSON, as it would be stored.
    pub fn rows(&self) -> Vec<String> {
        self.events
            .iter()
            .filter_map(|event| to_row(event).ok())
            .collect()
    }
}

/// Lets robots play a plan.
///
/// # Errors
/// The problems of a plan that cannot be worked out.
pub fn play(catalogue: &Catalogue, plan: &Plan, cast: &Cast) -> Result<Performance, Vec<PlanProblem>> {
    let script = compile(plan, catalogue)?;
    let mut stage = Stage::new(script, *cast);
    stage.arrive();
    stage.perform();
    stage.look_after_the_report();
    Ok(Performance {
        events: stage.events,
        state: stage.state,
        refused: stage.refused,
    })
}

struct Stage {
    state: State,
    events: Vec<Recorded>,
    refused: Vec<(Command, Refusal)>,
    cast: Cast,
    now: At,
    keys: u64,
    draw: Draw,
    lines: usize,
    steps: usize,
}

impl Stage {
    fn new(script: Script, cast: Cast) -> Self {
        let mut stage = Self {
            state: State::default(),
            events: Vec::new(),
            refused: Vec::new(),
            cast,
            now: DOORS_OPEN,
            keys: 0,
            draw: Draw::new(cast.seed, 0),
            lines: 0,
            steps: 0,
        };
        let opening = opening(script, cast.seed, cast.language, &|n| format!("robot-{n}"));
        stage.house(Command::Open(Box::new(opening)));
        stage
    }

    fn say(&self, text: &Text) -> String {
        text.get(self.cast.language).to_owned()
    }

    fn house(&mut self, command: Command) {
        self.ask(Actor::System, command);
    }

    fn by(&mut self, seat: Seat, command: Command) {
        self.ask(Actor::Seat(seat), command);
    }

    fn ask(&mut self, actor: Actor, command: Command) {
        self.keys += 1;
        let request = Request {
            key: ClientKey(format!("robot-{}", self.keys)),
            actor,
            command,
        };
        match decide(&self.state, &request, self.now) {
            Ok(events) => {
                for event in events {
                    self.state.apply(&event);
                    self.events.push(event);
                }
            }
            Err(refusal) => self.refused.push((request.command, refusal)),
        }
    }

    fn arrive(&mut self) {
        let people = usize::from(self.cast.people);
        self.house(Command::Join(facilitator()));
        let on_time = if self.cast.mishaps.late {
            people.saturating_sub(1)
        } else {
            people
        };
        for n in 0..on_time {
            self.join(n);
        }
        if self.cast.mishaps.lead_vanishes {
            let second = Newcomer {
                person: "second".to_owned(),
                name: lines::SECOND_LEAD.to_owned(),
                attends: Attends::Facilitator,
                ..Newcomer::default()
            };
            self.house(Command::Join(second));
        }
        if self.state.cases.is_empty() && needs_owner(&self.state.script) {
            let seats = vec![Seat(1)];
            self.by(
                Seat(0),
                Command::GiveRole {
                    role: Role::Owner,
                    seats,
                },
            );
        }
        self.now = self.now.plus(BEFORE);
        self.by(Seat(0), Command::Begin);
    }

    fn join(&mut self, n: usize) {
        self.house(Command::Join(newcomer(n)));
    }

    fn perform(&mut self) {
        while self.state.phase == Phase::Running && self.steps < MOST_STEPS {
            self.steps += 1;
            self.go_wrong();
            self.play_step();
            if self.state.phase == Phase::Running {
                self.move_on();
            }
        }
    }

    /// Whoever leads ends the step; in written mode the window closes by itself.
    fn move_on(&mut self) {
        if self.state.script.pace == Pace::Written {
            let before = self.state.seq;
            for _ in 0..6 {
                let Some(due) = next_due(&self.state) else { break };
                self.now = self.now.max(due);
                let visit = self.state.current;
                self.house(Command::Tick);
                if self.state.current != visit || self.state.phase != Phase::Running {
                    break;
                }
            }
            if self.state.seq != before {
                return;
            }
        }
        let Some(lead) = self.lead() else { return };
        self.by(lead, Command::Next);
    }

    fn lead(&self) -> Option<Seat> {
        self.state.lead
    }

    fn go_wrong(&mut self) {
        let mishaps = self.cast.mishaps;
        let last = usize::from(self.cast.people).saturating_sub(1);
        match self.steps {
            2 if mishaps.lead_vanishes => self.lead_vanishes(),
            4 if mishaps.lead_vanishes => self.lead_comes_back(),
            _ => {}
        }
        match self.steps {
            2 if mishaps.late => self.join(last),
            3 if mishaps.drop_out && self.cast.people > 3 => {
                self.by(Seat(2), Command::Leave);
            }
            4 if mishaps.owner_leaves => self.owner_leaves(),
            _ => {}
        }
    }

    fn lead_vanishes(&mut self) {
        self.house(Command::LineLost(Seat(0)));
        self.now = self.now.plus(61 * SECOND);
        let second = self
            .state
            .people
            .iter()
            .position(|person| person.person == "second")
            .map(Seat::at);
        if let Some(second) = second {
            self.by(second, Command::TakeOver);
        }
    }

    fn lead_comes_back(&mut self) {
        self.house(Command::LineBack(Seat(0)));
        self.by(Seat(0), Command::TakeBack);
    }

    /// The case owner leaves; the group goes on with what it has.
    fn owner_leaves(&mut self) {
        let Some(block) = self.state.now_visit().map(|visit| visit.cursor.block) else {
            return;
        };
        let owner = self.state.owners_in(block).first().copied();
        if let Some(owner) =
            owner.filter(|owner| self.state.person(*owner).is_some_and(|person| person.present))
        {
            self.by(owner, Command::Leave);
        }
    }
}
