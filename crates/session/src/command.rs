//! What people ask of a session.

use serde::{Deserialize, Serialize};

use crate::event::{
    ActionStatus, AddedBlock, Ballot, Body, EndReason, Newcomer, Opening, Place, PlanChange, SideTalk, Spot,
};
use crate::ids::{
    ActionNo, At, BroughtNo, CardNo, CaseNo, ClientKey, InputNo, NoteNo, Seat, StepNo, VisitNo,
};
use crate::model::{ChoiceWay, Moment, Role};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Somebody in the room. The caller has proved who they are.
    Seat(Seat),
    /// The house itself: doors, lines and clocks.
    System,
}

/// A command with what is needed to carry it out once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Made by the client; the same key does nothing the second time.
    pub key: ClientKey,
    /// Who asks.
    pub actor: Actor,
    /// What they ask.
    pub command: Command,
}

/// Something that may be asked of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// A command that was meant for one visit: refused when the group is in another one by now. Two who lead at the same
    /// time, or a page that is behind, then move the group one step and not two.
    During {
        /// The visit it was meant for.
        visit: VisitNo,
        /// What is asked.
        command: Box<Command>,
    },
    /// Open the session. House only.
    Open(Box<Opening>),
    /// Give somebody a seat, or their old seat back. House only, after checking who they are.
    Join(Newcomer),
    /// Shut a session that was opened and never began, so that it can be opened again. House only.
    Shut,
    /// Leave.
    Leave,
    /// Give a seat to somebody without a device. For whoever leads.
    Bring(Newcomer),
    /// Note that somebody is gone. For whoever leads.
    SeeOff(Seat),
    /// Note that somebody is there again. For whoever leads.
    WelcomeBack(Seat),
    /// A line dropped. House only.
    LineLost(Seat),
    /// A line is back. House only.
    LineBack(Seat),
    /// Accept the group agreements.
    AcceptAgreements {
        /// The version that was read.
        version: u32,
    },
    /// Confirm to be there, with the code of the big screen. The house compares the code.
    ConfirmPresence(Moment),
    /// Correct somebody's attendance.
    CorrectAttendance {
        /// Whose.
        seat: Seat,
        /// Arrived.
        from: At,
        /// Left.
        to: Option<At>,
        /// Where.
        place: Place,
    },
    /// Begin the meeting with its first step.
    Begin,
    /// Go on to the next step.
    Next,
    /// Go back one step.
    Back,
    /// Leave this step and go on.
    Skip {
        /// Why, if somebody wants to say.
        reason: Option<String>,
    },
    /// Go to a step of this block or a later one.
    GoTo(StepNo),
    /// Start the clock of a step that waits for it.
    StartClock,
    /// Stop the clock.
    Pause,
    /// Let the clock go on.
    Resume,
    /// Add or take away seconds.
    AddTime(i32),
    /// Stop the clock for a side conversation.
    OpenSideTalk(SideTalk),
    /// Return from it.
    CloseSideTalk,
    /// Begin, stop, lengthen or end the time of the own small group.
    GroupTime(GroupTime),
    /// Give somebody the turn.
    GiveTurn(Seat),
    /// Give the next one the turn.
    NextTurn,
    /// The turn of this person is over: the next one has it. Nothing happens when it was over already.
    EndTurn(Seat),
    /// Pass and perhaps come back.
    Pass,
    /// Let somebody pass who does not do it themselves: out of the room for a moment, or without a device. For whoever leads.
    PassFor(Seat),
    /// Let those who still come speak in another order: the same people, each once. For whoever leads.
    OrderTurns(Vec<Seat>),
    /// Write something.
    Add(Box<Entry>),
    /// Rewrite an own card.
    Change {
        /// The card.
        card: CardNo,
        /// What it shall say.
        body: Body,
    },
    /// Move a card on its board.
    Move {
        /// The card.
        card: CardNo,
        /// Where to.
        spot: Spot,
    },
    /// Take an own card back.
    Remove(CardNo),
    /// Show blind entries.
    Reveal(InputNo),
    /// Rate a card.
    Rate {
        /// The card.
        card: CardNo,
        /// A word of the scale.
        value: String,
        /// How or why.
        note: Option<String>,
    },
    /// Mark a card.
    Pick {
        /// The card.
        card: CardNo,
        /// Why.
        why: Option<String>,
    },
    /// Take the mark away.
    Unpick(CardNo),
    /// Vote on a card.
    Vote {
        /// The card.
        card: CardNo,
        /// The vote.
        ballot: Ballot,
    },
    /// Propose a case, planned or on the spot.
    ProposeCase {
        /// Somebody who owns it too.
        co_owner: Option<Seat>,
        /// Neutral title.
        title: String,
        /// The question in one sentence.
        sentence: String,
        /// 0 to 3.
        urgency: u8,
    },
    /// Vote for a case.
    VoteCase {
        /// The case.
        case: CaseNo,
        /// Votes for it; zero takes them back.
        votes: u16,
    },
    /// Choose a case.
    ChooseCase {
        /// How.
        way: ChoiceWay,
        /// Which, when the facilitator decides.
        case: Option<CaseNo>,
    },
    /// Fill in a field of the own case.
    FillField {
        /// The field.
        field: String,
        /// What it shall say.
        text: String,
    },
    /// Open a field of the own case.
    Unlock(String),
    /// Give a role.
    GiveRole {
        /// The role.
        role: Role,
        /// Who shall have it.
        seats: Vec<Seat>,
    },
    /// Take a free role oneself.
    Volunteer(Role),
    /// Draw who gets a role.
    DrawRole(Role),
    /// Hand the lead over.
    HandOver(Seat),
    /// Somebody only watches from now on, or takes part again. For whoever leads.
    Watch {
        /// Who.
        seat: Seat,
        /// Whether they only watch.
        watches: bool,
    },
    /// Whether those who only watch see names. For whoever leads.
    ShowNames(bool),
    /// Take the lead of a facilitator who is silent.
    TakeOver,
    /// Take the own lead back.
    TakeBack,
    /// I am ready.
    Ready,
    /// Not yet.
    NotReady,
    /// Answer the deciding question.
    Decide {
        /// Id of the answer.
        option: String,
    },
    /// Choose a module.
    ChooseModule(String),
    /// Put steps that may change places in another order.
    Reorder(Vec<StepNo>),
    /// Change the rest of the plan.
    Replan(Vec<PlanChange>),
    /// Add a block, for example a second case. [`crate::compile::added`] works it out against the running script.
    AddBlock(Box<AddedBlock>),
    /// Divide people anew.
    Regroup,
    /// Look back on an earlier action.
    ReviewAction {
        /// The action.
        action: ActionNo,
        /// What became of it.
        status: ActionStatus,
        /// What helped.
        note: Option<String>,
    },
    /// Keep a note for oneself, in any step and between them.
    Note(String),
    /// Throw an own note away.
    DropNote(NoteNo),
    /// Take an idea card of another group.
    TakeBrought(BroughtNo),
    /// Do what is due now: show at zero, close windows, remind, end what was forgotten. House only.
    Tick,
    /// End the meeting.
    End(EndReason),
    /// The case owner strikes a card from what stays.
    Strike(CardNo),
    /// The case owner keeps it after all.
    Keep(CardNo),
    /// Release the report to those who were there; of several case owners each releases their own part, and two who own one
    /// case do it together.
    Release,
}

/// What people in a small group do with their own time. The step and the other groups go on as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupTime {
    /// We begin: as long as the step is planned, counted from now.
    Begin,
    /// Stop for a moment.
    Pause,
    /// Go on.
    Resume,
    /// Add or take away seconds.
    Add(i32),
    /// We are done; [`GroupTime::Resume`] takes it back.
    Done,
}

/// An entry somebody writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The input.
    pub input: InputNo,
    /// What it says.
    pub body: Body,
    /// Where it shall lie.
    #[serde(default)]
    pub spot: Option<Spot>,
    /// For whom it is typed, when not for oneself.
    #[serde(default)]
    pub on_behalf_of: Option<Seat>,
    /// The visit it was written in; `None` means the current one. An entry of an earlier visit is accepted late.
    #[serde(default)]
    pub visit: Option<VisitNo>,
    /// Sent because the time was up.
    #[serde(default)]
    pub unfinished: bool,
}
