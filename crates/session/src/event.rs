//! What happened. A session is the list of its events; everything else follows from them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{
    ActionNo, At, BlockNo, BroughtNo, CardNo, CaseNo, ClientKey, InputNo, NoteNo, Seat, Seq, StepNo, VisitNo,
};
use crate::model::{ChoiceWay, Moment, Role};
use crate::script::{Block, Script, ScriptInput, ScriptStep};

/// One line of the log: an event with its place, its time and the command that caused it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Place in the log, from 1, without gaps.
    pub seq: Seq,
    /// When it was decided.
    pub at: At,
    /// Key of the command, on the first event it caused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<ClientKey>,
    /// What happened.
    pub event: Event,
}

/// How the facilitator takes part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facilitation {
    /// Leads only; writes nothing about the case.
    #[default]
    Outside,
    /// Leads and takes part.
    Member,
    /// Leads, and joins a pair when the number is odd.
    PlaysAlong,
}

/// As what somebody attends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attends {
    /// Takes part.
    #[default]
    Participant,
    /// Leads, or may take over the lead.
    Facilitator,
    /// Only watches.
    Observer,
    /// Invited to speak at this meeting.
    Speaker,
}

/// Where somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In the room.
    #[default]
    Room,
    /// Online.
    Online,
}

/// Somebody who takes a seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Newcomer {
    /// Who this is outside the session; opaque.
    pub person: String,
    /// The name shown in the room.
    pub name: String,
    /// Their organisation, to keep colleagues apart in pairs.
    pub organisation: Option<String>,
    /// Joined by link, without an account.
    pub guest: bool,
    /// As what.
    pub attends: Attends,
    /// Where.
    pub place: Place,
    /// Without a phone or laptop; others type for them and nothing waits for them.
    pub without_device: bool,
}

/// An action of an earlier meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenAction {
    /// Who it is outside the session; opaque.
    pub id: String,
    /// Whose action it is, by name.
    pub who: String,
    /// What they would do.
    pub what: String,
}

/// An idea card of another group. Its origin is coarse on purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtCard {
    /// What it says.
    pub text: String,
    /// Where it comes from, for example "a group in another region".
    pub origin: String,
}

/// A case that was prepared before the meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PreparedCase {
    /// Persons who own it, as in [`Newcomer::person`].
    pub owners: Vec<String>,
    /// Neutral title.
    pub title: String,
    /// The question in one sentence.
    pub sentence: String,
    /// How urgent, 0 to 3, by the owner.
    pub urgency: u8,
    /// Days since the owner's last turn; `None` when they never had one.
    pub last_turn_days: Option<u32>,
    /// In how many earlier meetings it was not chosen.
    pub waited: u16,
    /// Hidden fields by id, closed until a step opens them.
    pub fields: BTreeMap<String, String>,
}

/// How a session begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Opening {
    /// The worked-out plan.
    pub script: Script,
    /// Seed of everything that is drawn.
    pub seed: u64,
    /// How the facilitator takes part.
    pub facilitation: Facilitation,
    /// Version of the group agreements to accept before the first case is seen.
    pub agreements: Option<u32>,
    /// Open actions of earlier meetings.
    pub actions: Vec<OpenAction>,
    /// Idea cards of other groups.
    pub brought: Vec<BroughtCard>,
    /// Cases prepared beforehand.
    pub cases: Vec<PreparedCase>,
    /// Keep people of one organisation apart in every grouping.
    pub avoid_same_organisation: bool,
    /// Observers see no names.
    pub observers_see_no_names: bool,
    /// Seconds after the last sign of life when a forgotten session ends itself.
    pub forgotten_after: Option<u32>,
}

/// How a step was reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The first step.
    Start,
    /// The step before was done.
    Next,
    /// The step before was skipped, for a reason.
    Skipped(Option<String>),
    /// Back to an earlier step.
    Back,
    /// To a chosen step.
    Jump,
    /// Its window of days was over.
    WindowOver,
}

/// Where the session stands in its script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The block.
    pub block: BlockNo,
    /// The step.
    pub step: StepNo,
    /// Which time, from 0, of each repeat of the block.
    pub rounds: Vec<u16>,
}

/// A small group, at one table or in one video room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallGroup {
    /// Its members; in halves the askers come first.
    pub seats: Vec<Seat>,
    /// How many of them, from the front, are askers. Zero outside halves.
    pub askers: u16,
    /// Whose turn it is.
    pub client: Option<Seat>,
}

/// A visit to a step begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// Its number. Going back to a step gives the old number again.
    pub visit: VisitNo,
    /// Where.
    pub cursor: Cursor,
    /// How it was reached.
    pub way: Way,
    /// Planned length in microseconds; `None` is untimed.
    pub planned: Option<i64>,
    /// When the clock is at zero, if it runs already.
    pub ends_at: Option<At>,
    /// Small groups, when people are divided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<SmallGroup>,
    /// Who will sit with whom in the round after this one, if nobody comes or goes meanwhile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<SmallGroup>,
    /// Which strategy applies, by its place in the step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strategy: Option<u8>,
    /// Order of speaking.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<Seat>,
    /// Idea cards dealt, each to a seat.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dealt: Vec<(BroughtNo, Seat)>,
    /// Whose turn it is in a repeat for every person or owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<Seat>,
}

/// What stands on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A text.
    Text(String),
    /// Answers by field id.
    Form(BTreeMap<String, String>),
}

/// Where a card lies on a board.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The column, quadrant or bone; on a scale one of the ends.
    pub column: String,
    /// The row of a table, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// Position on a scale, 0 to 100 from the first end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u8>,
}

/// A card as it was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCard {
    /// Its number.
    pub card: CardNo,
    /// The visit it belongs to.
    pub visit: VisitNo,
    /// The input it answers.
    pub input: InputNo,
    /// Who wrote it; `None` for anonymous and group texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Seat>,
    /// Who typed it, when that was somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed_by: Option<Seat>,
    /// What it says.
    pub body: Body,
    /// Where it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<Spot>,
    /// Sent after its step was over, for example by a phone that was without a line.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// Sent unfinished because the time was up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unfinished: bool,
}

/// Anonymous cards in a drawn order, so that nothing tells any more who wrote which or when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The visit.
    pub visit: VisitNo,
    /// The input.
    pub input: InputNo,
    /// Numbers the cards had until now.
    pub old: Vec<CardNo>,
    /// The cards, with new numbers.
    pub cards: Vec<SealedCard>,
    /// How many entries each seat used, for the limit.
    pub used: BTreeMap<Seat, u16>,
}

/// One anonymous card after sealing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedCard {
    /// Its new number.
    pub card: CardNo,
    /// What it says.
    pub body: Body,
    /// Where it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<Spot>,
    /// Who takes it along, and why.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub picks: BTreeMap<Seat, Option<String>>,
    /// Votes by seat.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub votes: BTreeMap<Seat, Ballot>,
    /// Ratings by seat.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ratings: BTreeMap<Seat, (String, Option<String>)>,
    /// Struck by the case owner before it was sealed again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
}

/// Kinds of side conversation that stop the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SideTalk {
    /// Talk about the talk.
    Meta,
    /// Where do we go from here.
    Strategy,
    /// A time-out.
    TimeOut,
    /// Something disturbs; disturbances come first.
    Disturbance,
}

/// What became of an earlier action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// Done.
    Done,
    /// Half done.
    Half,
    /// Not done.
    NotDone,
}

/// A change in the rest of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanChange {
    /// The step.
    pub step: StepNo,
    /// Its new length in seconds; `None` makes it untimed.
    pub seconds: Option<u32>,
    /// Whether it is left out.
    pub off: bool,
}

/// Somebody's vote on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// Dots, or 1 for an answer.
    pub dots: u16,
    /// The answer, in a vote with answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// What the voter needs to come along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
}

/// Why a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    /// The agenda was done.
    Done,
    /// The facilitator ended it early.
    Early,
    /// Nobody had given a sign of life for the set time.
    Forgotten,
}

/// A block added while the session runs, with its steps and inputs already numbered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedBlock {
    /// After which block it comes.
    pub after: BlockNo,
    /// The block.
    pub block: Block,
    /// Its steps.
    pub steps: Vec<ScriptStep>,
    /// Its inputs.
    pub inputs: Vec<ScriptInput>,
}

/// Something that happened in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The session was opened.
    Opened(Box<Opening>),
    /// The session never began and was shut. It can be opened again.
    Shut {},
    /// Somebody took a new seat.
    Joined {
        /// The seat.
        seat: Seat,
        /// Who.
        who: Newcomer,
    },
    /// Somebody came back to their seat.
    Returned {
        /// The seat.
        seat: Seat,
        /// Where they are now.
        place: Place,
    },
    /// Somebody left.
    Left {
        /// The seat.
        seat: Seat,
    },
    /// Somebody's line dropped.
    LineLost {
        /// The seat.
        seat: Seat,
    },
    /// Somebody's line is back.
    LineBack {
        /// The seat.
        seat: Seat,
    },
    /// Somebody accepted the group agreements.
    AgreementsAccepted {
        /// The seat.
        seat: Seat,
    },
    /// Somebody confirmed to be there.
    PresenceConfirmed {
        /// The seat.
        seat: Seat,
        /// When.
        moment: Moment,
    },
    /// The facilitator corrected somebody's attendance.
    AttendanceCorrected {
        /// The seat.
        seat: Seat,
        /// Arrived.
        from: At,
        /// Left; `None` stayed to the end.
        to: Option<At>,
        /// Where.
        place: Place,
    },
    /// Somebody only watches from now on, or takes part again.
    Watches {
        /// The seat.
        seat: Seat,
        /// Whether they only watch.
        watches: bool,
    },
    /// Whether those who only watch see names from now on.
    NamesShown {
        /// Whether they do.
        shown: bool,
    },
    /// A visit to a step began.
    Entered(Box<Entered>),
    /// The clock started or went on.
    ClockStarted {
        /// When it is at zero.
        ends_at: At,
    },
    /// The clock stopped.
    ClockPaused {
        /// Microseconds left; negative in overtime.
        left: i64,
    },
    /// The clock got other time.
    ClockSet {
        /// When it is at zero; `None` while paused.
        ends_at: Option<At>,
        /// Microseconds left while paused.
        left: Option<i64>,
    },
    /// A side conversation began and stopped the clock.
    SideTalkOpened {
        /// Its kind.
        kind: SideTalk,
    },
    /// The side conversation is over.
    SideTalkClosed {},
    /// It is somebody's turn; `None` ends the turns.
    TurnGiven {
        /// Whose.
        seat: Option<Seat>,
    },
    /// Somebody passed and may come back at the end.
    TurnPassed {
        /// Who.
        seat: Seat,
    },
    /// Those who still come speak in another order.
    TurnsOrdered {
        /// Who still comes, in the new order.
        seats: Vec<Seat>,
    },
    /// People were divided anew.
    Regrouped {
        /// The groups.
        groups: Vec<SmallGroup>,
    },
    /// The own clock of a small group started, stopped or got other time, or the group is done. The clock of the step goes on as it was.
    GroupClockSet {
        /// Place of the group in the list.
        group: u16,
        /// When its time is up, while its clock runs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ends_at: Option<At>,
        /// Microseconds left while its clock stands still; negative in overtime.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        left: Option<i64>,
        /// The group says that it is done.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        done: bool,
    },
    /// Somebody wrote something.
    CardAdded(Box<NewCard>),
    /// A card was rewritten.
    CardChanged {
        /// The card.
        card: CardNo,
        /// What it says now.
        body: Body,
    },
    /// A card was moved on its board.
    CardMoved {
        /// The card.
        card: CardNo,
        /// Where it lies now.
        spot: Spot,
    },
    /// A card was taken back by its writer.
    CardRemoved {
        /// The card.
        card: CardNo,
    },
    /// Somebody used one of their anonymous entries; the card itself does not say who wrote it.
    EntryUsed {
        /// The visit.
        visit: VisitNo,
        /// The input.
        input: InputNo,
        /// Who.
        seat: Seat,
    },
    /// Anonymous cards of a visit in a drawn order. From here on the single events are not needed and may be erased.
    Sealed(Box<Sealed>),
    /// Blind entries were shown to everybody.
    Revealed {
        /// The visit.
        visit: VisitNo,
        /// The input.
        input: InputNo,
        /// In which order they are shown; drawn, against bias.
        order: Vec<CardNo>,
    },
    /// Somebody rated a card.
    Rated {
        /// The card.
        card: CardNo,
        /// Who.
        seat: Seat,
        /// A word of the scale.
        value: String,
        /// A word of how or why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// Somebody marked a card: this I take along.
    Picked {
        /// The card.
        card: CardNo,
        /// Who.
        seat: Seat,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    /// Somebody took the mark away.
    Unpicked {
        /// The card.
        card: CardNo,
        /// Who.
        seat: Seat,
    },
    /// Somebody voted on a card.
    Voted {
        /// The card.
        card: CardNo,
        /// Who.
        seat: Seat,
        /// The vote.
        ballot: Ballot,
    },
    /// Somebody proposed a case.
    CaseProposed {
        /// Its number.
        case: CaseNo,
        /// Its owners.
        owners: Vec<Seat>,
        /// Neutral title.
        title: String,
        /// The question in one sentence.
        sentence: String,
        /// 0 to 3.
        urgency: u8,
    },
    /// Somebody voted for a case.
    CaseVoted {
        /// The case.
        case: CaseNo,
        /// Who.
        seat: Seat,
        /// Votes for this case.
        votes: u16,
    },
    /// A case was chosen for the next method.
    CaseChosen {
        /// The case.
        case: CaseNo,
        /// How.
        way: ChoiceWay,
        /// Its owners in the room.
        owners: Vec<Seat>,
    },
    /// The owner filled in a field of the case.
    FieldFilled {
        /// The field.
        field: String,
        /// What it says.
        text: String,
    },
    /// The owner opened a field of the case.
    FieldUnlocked {
        /// The field.
        field: String,
    },
    /// Somebody got a role.
    RoleGiven {
        /// The role.
        role: Role,
        /// Who has it now.
        seats: Vec<Seat>,
    },
    /// The lead was handed over.
    LeadGiven {
        /// To whom.
        to: Seat,
    },
    /// Somebody took the lead over from a facilitator who was silent.
    LeadTaken {
        /// Who.
        by: Seat,
    },
    /// The facilitator took the lead back.
    LeadReturned {
        /// Who.
        to: Seat,
    },
    /// Somebody is ready.
    Ready {
        /// Who.
        seat: Seat,
    },
    /// Somebody is not ready after all.
    NotReady {
        /// Who.
        seat: Seat,
    },
    /// A deciding question was answered.
    Decided {
        /// Place of the answer.
        option: u8,
    },
    /// A module was chosen.
    ModuleChosen {
        /// Its place in the step's list.
        module: u8,
    },
    /// Steps changed places.
    Reordered {
        /// The block.
        block: BlockNo,
        /// The new order of its steps.
        order: Vec<StepNo>,
    },
    /// The rest of the plan changed.
    Replanned {
        /// The changes.
        changes: Vec<PlanChange>,
    },
    /// A block was added to the agenda.
    BlockAdded(Box<AddedBlock>),
    /// An earlier action was looked back on.
    ActionReviewed {
        /// The action.
        action: ActionNo,
        /// What became of it.
        status: ActionStatus,
        /// What helped, or the new step.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// Somebody took an idea card of another group.
    BroughtTaken {
        /// The card.
        card: BroughtNo,
        /// Who.
        seat: Seat,
    },
    /// Somebody kept a note for themselves: nobody else ever reads it, and it is in nobody else's report.
    Noted {
        /// Its number.
        note: NoteNo,
        /// Whose it is.
        seat: Seat,
        /// What it says.
        text: String,
    },
    /// Somebody threw a note of theirs away.
    NoteDropped {
        /// Which.
        note: NoteNo,
    },
    /// Somebody who had not written yet was reminded, in written mode.
    Reminded {
        /// The visit.
        visit: VisitNo,
        /// Who.
        seat: Seat,
    },
    /// The meeting is over; the case owner looks at what stays.
    Ended {
        /// Why.
        reason: EndReason,
    },
    /// The case owner decided that a card does not stay.
    Struck {
        /// The card.
        card: CardNo,
    },
    /// The case owner decided that it stays after all.
    Kept {
        /// The card.
        card: CardNo,
    },
    /// One of several who decide about the report agrees to it as it stands now.
    ReleaseAgreed {
        /// Who.
        seat: Seat,
    },
    /// Everybody who owns the case of a part agreed: those who were there may read it, and nothing in it changes any more.
    PartReleased {
        /// The part.
        block: BlockNo,
    },
    /// The report was released to exactly these people. From here on the session accepts nothing.
    Released {
        /// To whom.
        to: Vec<Seat>,
    },
    /// An event that was erased later, on purpose. It keeps its place and means nothing.
    Erased {},
}
