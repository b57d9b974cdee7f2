//! Answers a command: with the events it causes, or with a refusal that says what is possible.
//!
//! Pure: the state, the request and the time are all it knows. Whatever is drawn follows from the seed of the session,
//! and is written into the event, so that nobody has to draw it again.

mod cases;
mod door;
mod enter;
mod groups;
mod lead;
mod notes;
mod steps;
mod tick;
mod time;
mod work;
mod writing;

pub use lead::{SILENCE, may_take_over, may_watch, take_over_from};
pub use tick::next_due;

use crate::command::{Actor, Command, Request};
use crate::event::{Event, Recorded};
use crate::ids::{At, Seat, Seq};
use crate::refusal::Refusal;
use crate::state::{Phase, State};

/// The result of a part of deciding.
type Decided = Result<Vec<Event>, Refusal>;

/// Answers a request at a given time.
///
/// Applying the returned events to the state gives the state after the command. A key that was carried out before
/// gives no events: the answer is yes, and nothing happens twice.
///
/// # Errors
/// A [`Refusal`] when the command cannot be carried out now; nothing changes then.
pub fn decide(state: &State, request: &Request, now: At) -> Result<Vec<Recorded>, Refusal> {
    let length = request.key.0.chars().count();
    if !(1..=64).contains(&length) {
        return Err(Refusal::BadKey);
    }
    if state.damage.is_some() {
        return Err(Refusal::ReadOnly);
    }
    if state.keys.contains(&request.key) {
        return Ok(Vec::new());
    }
    // A clock that was set back must not make time run backwards in the log.
    let now = now.max(state.last_at);
    let decision = Decision {
        state,
        actor: request.actor,
        now,
    };
    let events = decision.answer(&request.command)?;
    Ok(record(state, request, now, events))
}

fn record(state: &State, request: &Request, at: At, events: Vec<Event>) -> Vec<Recorded> {
    let numbered = events.into_iter().enumerate();
    numbered
        .map(|(n, event)| Recorded {
            seq: Seq(state.seq.0 + 1 + n as u64),
            at,
            key: (n == 0).then(|| request.key.clone()),
            event,
        })
        .collect()
}

/// What a decision is based on.
struct Decision<'s> {
    state: &'s State,
    actor: Actor,
    now: At,
}

impl Decision<'_> {
    fn answer(&self, command: &Command) -> Decided {
        match (self.state.phase, command) {
            (Phase::Unopened, Command::Open(opening)) => self.open(opening),
            (Phase::Unopened, _) => Err(Refusal::NotOpen),
            (_, Command::Open(_)) => Err(Refusal::AlreadyOpen),
            (Phase::Closed, _) => Err(Refusal::Closed),
            (_, Command::During { visit, command }) => match command.as_ref() {
                // One inside another says nothing more, and would let a request be as deep as its writer likes.
                Command::During { .. } => Err(Refusal::NotInThisStep),
                _ if self.state.current != Some(*visit) => Err(Refusal::MovedOn),
                command => self.answer(command),
            },
            (Phase::Lobby | Phase::Running, _) => self.while_open(command),
            (Phase::Review, _) => self.after_the_end(command),
        }
    }

    /// After the end people look after what stays; a text that was on its way still arrives.
    fn after_the_end(&self, command: &Command) -> Decided {
        match command {
            Command::Add(entry) => self.add(entry),
            Command::Strike(card) => self.strike(*card),
            Command::Keep(card) => self.keep(*card),
            Command::Release => self.release(),
            Command::Join(_) | Command::Leave | Command::LineLost(_) | Command::LineBack(_) => {
                self.door(command)
            }
            // Who was there and accepts the agreements only now may still read what comes out.
            Command::CorrectAttendance { .. }
            | Command::ConfirmPresence(_)
            | Command::AcceptAgreements { .. } => self.door(command),
            Command::Note(_) | Command::DropNote(_) => self.notes(command),
            Command::Tick => Ok(Vec::new()),
            _ => Err(Refusal::Over),
        }
    }

    fn while_open(&self, command: &Command) -> Decided {
        match command {
            Command::Strike(_) | Command::Keep(_) | Command::Release => Err(Refusal::NotOver),
            Command::Tick => self.tick(),
            Command::Begin
            | Command::Next
            | Command::Back
            | Command::Skip { .. }
            | Command::GoTo(_)
            | Command::Decide { .. }
            | Command::ChooseModule(_)
            | Command::Reorder(_)
            | Command::Replan(_)
            | Command::AddBlock(_)
            | Command::Regroup
            | Command::End(_) => self.steps(command),
            Command::StartClock
            | Command::Pause
            | Command::Resume
            | Command::AddTime(_)
            | Command::OpenSideTalk(_)
            | Command::CloseSideTalk
            | Command::GroupTime(_)
            | Command::GiveTurn(_)
            | Command::NextTurn
            | Command::EndTurn(_)
            | Command::Pass
            | Command::PassFor(_)
            | Command::OrderTurns(_) => self.time(command),
            Command::GiveRole { .. }
            | Command::Volunteer(_)
            | Command::DrawRole(_)
            | Command::HandOver(_)
            | Command::Watch { .. }
            | Command::ShowNames(_)
            | Command::TakeOver
            | Command::TakeBack => self.lead(command),
            Command::ProposeCase { .. }
            | Command::VoteCase { .. }
            | Command::ChooseCase { .. }
            | Command::FillField { .. }
            | Command::Unlock(_)
            | Command::ReviewAction { .. }
            | Command::TakeBrought(_) => self.cases(command),
            Command::Note(_) | Command::DropNote(_) => self.notes(command),
            Command::Add(entry) => self.add(entry),
            Command::Change { .. } | Command::Move { .. } | Command::Remove(_) => self.rewrite(command),
            Command::Reveal(_)
            | Command::Rate { .. }
            | Command::Pick { .. }
            | Command::Unpick(_)
            | Command::Vote { .. }
            | Command::Ready
            | Command::NotReady => self.work(command),
            _ => self.door(command),
        }
    }

    /// The seat that asks.
    fn seat(&self) -> Result<Seat, Refusal> {
        match self.actor {
            Actor::Seat(seat) if self.state.person(seat).is_some() => Ok(seat),
            Actor::Seat(_) => Err(Refusal::UnknownSeat),
            Actor::System => Err(Refusal::NotForYou),
        }
    }

    /// The seat that asks, when they are there and have accepted the agreements.
    fn member(&self) -> Result<Seat, Refusal> {
        let seat = self.seat()?;
        match self.state.person(seat) {
            Some(person) if !person.accepted => Err(Refusal::AgreementsFirst),
            Some(person) if !person.present => Err(Refusal::NotHere),
            _ => Ok(seat),
        }
    }

    /// The seat that asks, when it leads.
    fn leader(&self) -> Result<Seat, Refusal> {
        let seat = self.member()?;
        match self.state.lead {
            Some(lead) if lead == seat => Ok(seat),
            Some(_) => Err(Refusal::OnlyLead),
            None => Err(Refusal::NobodyLeads),
        }
    }

    fn house(&self) -> Result<(), Refusal> {
        if self.actor == Actor::System {
            Ok(())
        } else {
            Err(Refusal::OnlyHouse)
        }
    }

    /// Somebody who is there.
    fn here(&self, seat: Seat) -> Result<Seat, Refusal> {
        match self.state.person(seat) {
            Some(person) if person.present => Ok(seat),
            Some(_) => Err(Refusal::NotHere),
            None => Err(Refusal::UnknownSeat),
        }
    }

    fn draw(&self) -> crate::draw::Draw {
        crate::draw::Draw::new(self.state.seed, self.state.seq.0)
    }
}
