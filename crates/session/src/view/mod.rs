//! What exactly somebody may see and do now.
//!
//! A view borrows from the state and holds no decisions: a page, a stream fragment, a big screen or a test shows what
//! stands in it and nothing else. Who sees which card is decided in [`crate::sight`].

mod build;
mod cards;

use serde::Serialize;

use crate::budget::Budget;
use crate::event::{ActionStatus, Ballot, Body, SideTalk, Spot};
use crate::ids::{ActionNo, At, BlockNo, BroughtNo, CardNo, CaseNo, InputNo, NoteNo, Seat, StepNo, VisitNo};
use crate::model::{
    Basis, Board, ChoiceWay, FormField, InputKind, Kind, Labelled, Mode, Moment, OwnerPlace, Role, Scale,
    StepKind, VoteKind,
};
use crate::script::Pace;
use crate::text::Text;

pub use build::{look_back, view, view_of};

/// Everything one viewer may see and do.
#[derive(Clone, Debug, Serialize)]
pub struct View<'s> {
    /// Title of the meeting.
    pub title: &'s str,
    /// Minutes or days.
    pub pace: Pace,
    /// The server's time, so that devices can find the offset of their own clock.
    pub now: At,
    /// How far the meeting is: `lobby`, `running`, `review` or `closed`.
    pub phase: &'static str,
    /// Why nothing can be changed, when the log is damaged.
    pub damage: Option<Text>,
    /// The viewer; `None` for the big screen.
    pub you: Option<You<'s>>,
    /// Somebody leads in the place of whoever has the lead by right: who, and for whom.
    pub stands_in: Option<(Seat, Seat)>,
    /// Agreements to accept before anything of a case is shown.
    pub must_accept: Option<u32>,
    /// The agenda with what is done, now, and to come.
    pub agenda: Vec<AgendaItem<'s>>,
    /// The step; `None` before the start and after the end.
    pub step: Option<StepView<'s>>,
    /// What comes next.
    pub next: Option<&'s Text>,
    /// The clock.
    pub clock: ClockView,
    /// Ahead or behind; for whoever leads.
    pub budget: Option<Budget>,
    /// The circle: everybody with a seat.
    pub circle: Vec<SeatView<'s>>,
    /// Small groups, in the order of their tables.
    pub groups: Vec<GroupView>,
    /// Number of the viewer's small group, from 1.
    pub your_group: Option<usize>,
    /// Whether the viewer may begin, stop or end the time of their small group.
    pub may_set_group_time: bool,
    /// The viewer's small group in the round after this one, if nobody comes or goes.
    pub your_next_group: Option<GroupView>,
    /// What the viewer may write.
    pub inputs: Vec<InputView<'s>>,
    /// What the viewer may type for others, each with for whom: whoever leads and the scribe help people without a device.
    pub types_for: Vec<(InputView<'s>, Vec<Seat>)>,
    /// Cards in sight.
    pub cards: Vec<CardView<'s>>,
    /// Boards of this step.
    pub boards: Vec<&'s Board>,
    /// How many are ready, never what they wrote.
    pub ready: Readiness,
    /// The case being treated.
    pub case: Option<CaseView<'s>>,
    /// The method is about a case and nobody who is there owns one; for whoever leads, who can give the role of owner.
    pub owner_missing: bool,
    /// Cases to choose from.
    pub choice: Option<ChoiceView<'s>>,
    /// Actions to look back on.
    pub actions: Vec<ActionView<'s>>,
    /// Idea cards dealt to the viewer; on the big screen none.
    pub dealt: Vec<DealtView<'s>>,
    /// What the viewer keeps for themselves, newest first.
    pub notes: Vec<NoteView<'s>>,
    /// Whether this is a look back at an earlier step.
    pub looking_back: bool,
}

/// The viewer.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each shown or set by itself"
)]
#[derive(Clone, Debug, Serialize)]
pub struct You<'s> {
    /// Their seat.
    pub seat: Seat,
    /// Their name.
    pub name: &'s str,
    /// Roles in this step, most special first.
    pub roles: Vec<Role>,
    /// Whether they lead now.
    pub leads: bool,
    /// Whether the lead is theirs by right and somebody else has it.
    pub may_take_back: bool,
    /// Whether they may take the lead now.
    pub may_take_over: bool,
    /// From when on they may take the lead, when whoever leads lost the line.
    pub take_over_from: Option<At>,
    /// Whether they may speak in this step.
    pub may_speak: bool,
    /// Whether it is their turn.
    pub has_turn: bool,
    /// Whether they said that they are ready.
    pub ready: bool,
}

/// Whether a part of the agenda is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Over.
    Done,
    /// Going on.
    Now,
    /// To come.
    Ahead,
}

/// One part of the agenda.
#[derive(Clone, Debug, Serialize)]
pub struct AgendaItem<'s> {
    /// Its number.
    pub block: BlockNo,
    /// Its name.
    pub name: &'s Text,
    /// A method, or a part around it.
    pub kind: Kind,
    /// Id of its method file.
    pub method: &'s str,
    /// How far it is.
    pub progress: Progress,
}

/// The current step, or the one looked back at.
#[derive(Clone, Debug, Serialize)]
pub struct StepView<'s> {
    /// Its number in the script.
    pub no: StepNo,
    /// Its visit.
    pub visit: VisitNo,
    /// Its id in the method file.
    pub id: &'s str,
    /// Name of the method.
    pub method: &'s Text,
    /// Its name.
    pub title: &'s Text,
    /// What happens.
    pub kind: StepKind,
    /// Planned length in seconds.
    pub seconds: Option<u32>,
    /// Where the length comes from.
    pub basis: Basis,
    /// What the facilitator may read aloud; for whoever leads and for the big screen.
    pub say: Option<&'s Text>,
    /// A tip for whoever leads.
    pub tip: Option<&'s Text>,
    /// What the viewer does.
    pub does: Option<&'s Text>,
    /// Rules.
    pub rules: &'s [Text],
    /// Who may speak.
    pub speaks: &'s [Role],
    /// Who only listens.
    pub silent: &'s [Role],
    /// Where the case owner is.
    pub owner_place: OwnerPlace,
    /// Round, of how many, and what a round is called.
    pub round: Option<(u16, u16, Option<&'s Text>)>,
    /// What is different with this many people.
    pub strategy: Option<&'s Text>,
    /// Whether the halves changed roles.
    pub swapped: bool,
    /// Order of speaking that is still to come.
    pub queue: Vec<Seat>,
    /// Who passed.
    pub passed: &'s [Seat],
    /// Who has the turn.
    pub turn: Option<Seat>,
    /// When the turn should end.
    pub turn_ends: Option<At>,
    /// Rating in this step, and whether the viewer rates.
    pub rate: Option<(Scale, bool)>,
    /// Marking in this step: most marks, whether the reason is asked, whether the viewer marks.
    pub pick: Option<(Option<u16>, bool, bool)>,
    /// Voting in this step: the way, dots for each person, whether the viewer votes.
    pub vote: Option<(VoteKind, u16, bool)>,
    /// The deciding question.
    pub decide: Option<DecideView<'s>>,
    /// Modules to choose from; for whoever leads.
    pub modules: Vec<(&'s str, &'s Text)>,
    /// Roles the group fills in this step.
    pub choose_role: &'s [Role],
    /// Fields of the case the viewer may open.
    pub may_unlock: Vec<&'s Labelled>,
    /// Presence is confirmed by code in this step.
    pub confirm_presence: Option<Moment>,
}

/// A deciding question.
#[derive(Clone, Debug, Serialize)]
pub struct DecideView<'s> {
    /// The question.
    pub ask: &'s Text,
    /// Answers: id and label.
    pub options: Vec<(&'s str, &'s Text)>,
    /// The answer given.
    pub answer: Option<&'s str>,
    /// Whether the viewer answers.
    pub yours: bool,
}

/// The clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ClockView {
    /// When it is at zero; devices count down to this.
    pub ends_at: Option<At>,
    /// Microseconds left while it stands still.
    pub left: Option<i64>,
    /// Planned length in microseconds.
    pub planned: Option<i64>,
    /// Past zero.
    pub overtime: bool,
    /// A side conversation, and since when.
    pub side_talk: Option<(SideTalk, At)>,
}

/// Somebody in the circle.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each shown or set by itself"
)]
#[derive(Clone, Debug, Serialize)]
pub struct SeatView<'s> {
    /// The seat.
    pub seat: Seat,
    /// The name; `None` when the viewer may not see names.
    pub name: Option<&'s str>,
    /// Joined by link.
    pub guest: bool,
    /// In the meeting now.
    pub present: bool,
    /// Without a line at the moment.
    pub line_lost: bool,
    /// Leads.
    pub leads: bool,
    /// Owns the case.
    pub owner: bool,
    /// Takes part in the content.
    pub takes_part: bool,
    /// Only watches.
    pub watches: bool,
    /// May speak in this step.
    pub may_speak: bool,
    /// Has the turn.
    pub turn: bool,
    /// Said to be ready.
    pub ready: bool,
    /// Wrote something in this step; never what.
    pub wrote: bool,
    /// Turns so far: equal airtime, without content.
    pub turns: u32,
}

/// A small group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupView {
    /// Its members.
    pub seats: Vec<Seat>,
    /// How many from the front are askers.
    pub askers: u16,
    /// Whose turn it is.
    pub client: Option<Seat>,
    /// Its own clock; `None` while the group follows the clock of the step.
    pub clock: Option<GroupClockView>,
}

/// The own clock of a small group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct GroupClockView {
    /// When its time is up; devices count down to this.
    pub ends_at: Option<At>,
    /// Microseconds left while it stands still.
    pub left: Option<i64>,
    /// Past zero, and not done.
    pub overtime: bool,
    /// The group says that it is done.
    pub done: bool,
}

/// Something the viewer may write.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each shown or set by itself"
)]
#[derive(Clone, Debug, Serialize)]
pub struct InputView<'s> {
    /// Its number.
    pub no: InputNo,
    /// What to write.
    pub label: &'s Text,
    /// Who will see it.
    pub mode: Mode,
    /// Its shape.
    pub kind: InputKind,
    /// How the sentence begins.
    pub starter: Option<&'s Text>,
    /// Entries asked.
    pub min: u16,
    /// Entries allowed.
    pub max: Option<u16>,
    /// Entries so far in this step.
    pub used: u16,
    /// Most words.
    pub max_words: Option<u16>,
    /// Most sentences.
    pub max_sentences: Option<u16>,
    /// One text for the group.
    pub together: bool,
    /// What is half typed is sent in at the end.
    pub send_at_end: bool,
    /// The board.
    pub board: Option<&'s str>,
    /// The fixed column.
    pub column: Option<&'s str>,
    /// Fields of a form.
    pub fields: &'s [FormField],
    /// Whether one more may be written.
    pub open: bool,
    /// Blind entries of this input are shown already.
    pub revealed: bool,
}

/// A card in sight.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each shown or set by itself"
)]
#[derive(Clone, Debug, Serialize)]
pub struct CardView<'s> {
    /// Its number.
    pub card: CardNo,
    /// The input it answers.
    pub input: InputNo,
    /// The visit it was written in.
    pub visit: VisitNo,
    /// The writer; `None` when nobody knows.
    pub author: Option<Seat>,
    /// What it says.
    pub body: &'s Body,
    /// Where it lies.
    pub spot: Option<&'s Spot>,
    /// Only the viewer (and whom the mode lets in) sees it now.
    pub hidden: bool,
    /// The viewer wrote it.
    pub mine: bool,
    /// The viewer may change it.
    pub may_change: bool,
    /// The viewer may put it in another place of its board.
    pub may_move: bool,
    /// Sent after its step.
    pub late: bool,
    /// Sent unfinished.
    pub unfinished: bool,
    /// Struck by the case owner.
    pub struck: bool,
    /// Ratings: the word and a note.
    pub ratings: Vec<(&'s str, Option<&'s str>)>,
    /// The viewer's own rating.
    pub my_rating: Option<&'s str>,
    /// Who takes it along, and why.
    pub picks: Vec<(Seat, Option<&'s str>)>,
    /// Dots or votes in all.
    pub votes: u32,
    /// Votes by answer, in the order of the answers.
    pub tally: Vec<(&'static str, u32)>,
    /// What voters need to come along; without names.
    pub needs: Vec<&'s str>,
    /// The viewer's own vote.
    pub my_vote: Option<&'s Ballot>,
}

/// How many are ready.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// Ready.
    pub ready: usize,
    /// Of how many with a device and something to do.
    pub of: usize,
    /// How many the step waits for.
    pub waits_for: usize,
    /// Enough are ready.
    pub enough: bool,
}

/// The case being treated.
#[derive(Clone, Debug, Serialize)]
pub struct CaseView<'s> {
    /// Neutral title.
    pub title: &'s str,
    /// The question in one sentence.
    pub sentence: &'s str,
    /// Owners.
    pub owners: &'s [Seat],
    /// Fields the viewer may read: label and text.
    pub fields: Vec<(&'s Text, &'s str)>,
    /// All fields of the case, for its owner.
    pub own: Vec<OwnField<'s>>,
}

/// A field of the viewer's own case.
#[derive(Clone, Debug, Serialize)]
pub struct OwnField<'s> {
    /// Its id.
    pub id: &'s str,
    /// What it asks.
    pub label: &'s Text,
    /// What it says so far.
    pub text: &'s str,
    /// Everybody may read it.
    pub open: bool,
}

/// Cases to choose from.
#[derive(Clone, Debug, Serialize)]
pub struct ChoiceView<'s> {
    /// Ways of choosing.
    pub ways: &'s [ChoiceWay],
    /// Votes each person has.
    pub votes: u16,
    /// The cases.
    pub cases: Vec<CandidateView<'s>>,
}

/// A case that may be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct CandidateView<'s> {
    /// Its number.
    pub case: CaseNo,
    /// Neutral title.
    pub title: &'s str,
    /// The question in one sentence.
    pub sentence: &'s str,
    /// Owners in the room.
    pub owners: &'s [Seat],
    /// 0 to 3.
    pub urgency: u8,
    /// Meetings in which it was not chosen.
    pub waited: u16,
    /// The viewer's own votes; the others' stay hidden until the choice is made.
    pub my_votes: u16,
    /// All votes, once the choice is made or for whoever leads.
    pub votes: Option<u32>,
    /// Chosen.
    pub chosen: bool,
}

/// An action to look back on.
#[derive(Clone, Debug, Serialize)]
pub struct ActionView<'s> {
    /// Its number.
    pub action: ActionNo,
    /// Whose it is.
    pub who: &'s str,
    /// What they would do.
    pub what: &'s str,
    /// What became of it, and a note.
    pub status: Option<(ActionStatus, Option<&'s str>)>,
}

/// A note of the viewer's own.
#[derive(Clone, Debug, Serialize)]
pub struct NoteView<'s> {
    /// Its number.
    pub note: NoteNo,
    /// What it says.
    pub text: &'s str,
    /// The step in which it was written.
    pub step: Option<&'s Text>,
}

/// An idea card of another group.
#[derive(Clone, Debug, Serialize)]
pub struct DealtView<'s> {
    /// Its number.
    pub card: BroughtNo,
    /// What it says.
    pub text: &'s str,
    /// Where it comes from, coarsely.
    pub origin: &'s str,
    /// The viewer took it.
    pub taken: bool,
}
