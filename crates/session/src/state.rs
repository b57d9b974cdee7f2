//! Where a session stands: everything that follows from its events so far.
//!
//! Nothing here decides anything. [`crate::decide()`] reads it, `apply` changes it, [`crate::view()`] shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::event::{
    ActionStatus, Attends, Ballot, Body, BroughtCard, EndReason, Facilitation, OpenAction, Place, SideTalk,
    SmallGroup, Spot,
};
use crate::event::{Cursor, Way};
use crate::ids::{
    ActionNo, At, BlockNo, BroughtNo, CardNo, CaseNo, ClientKey, InputNo, Seat, Seq, StepNo, VisitNo,
};
use crate::model::{CaseNeed, Grouping, Input, Mode, Moment, OwnerPlace, Role};
use crate::replay::Damage;
use crate::script::{Block, Pace, Script, ScriptStep};

/// How far a session is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Not opened yet; the log is empty.
    #[default]
    Unopened,
    /// People come in.
    Lobby,
    /// The script runs.
    Running,
    /// The meeting is over; the case owner looks at what stays.
    Review,
    /// The report is released. Nothing is accepted any more.
    Closed,
}

/// The time between somebody's arrival and leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Arrived.
    pub from: At,
    /// Left; `None` is still there.
    pub to: Option<At>,
    /// Where.
    pub place: Place,
}

/// Somebody with a seat.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about a person, each set by its own event"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who it is outside the session; opaque.
    pub person: String,
    /// The name shown.
    pub name: String,
    /// Their organisation.
    pub organisation: Option<String>,
    /// Joined by link, without an account.
    pub guest: bool,
    /// As what.
    pub attends: Attends,
    /// Where.
    pub place: Place,
    /// Others type for them and nothing waits for them.
    pub without_device: bool,
    /// In the meeting now.
    pub present: bool,
    /// In the meeting at some moment between its beginning and its end.
    pub attended: bool,
    /// Since when their line is lost.
    pub line_lost: Option<At>,
    /// Accepted the group agreements.
    pub accepted: bool,
    /// Presence confirmed by code.
    pub confirmed: BTreeSet<Moment>,
    /// When they were there.
    pub stays: Vec<Stay>,
    /// A correction of that by the facilitator.
    pub corrected: Option<Stay>,
    /// How often they had the turn.
    pub turns: u32,
}

/// A case that may be treated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Owners in the room.
    pub owners: Vec<Seat>,
    /// Owners by person, for those who are not in yet.
    pub owner_persons: Vec<String>,
    /// Neutral title.
    pub title: String,
    /// The question in one sentence.
    pub sentence: String,
    /// 0 to 3.
    pub urgency: u8,
    /// Days since the owner's last turn.
    pub last_turn_days: Option<u32>,
    /// Meetings in which it was not chosen.
    pub waited: u16,
    /// Votes by seat.
    pub votes: BTreeMap<Seat, u16>,
    /// Hidden fields: text and whether it is open.
    pub fields: BTreeMap<String, (String, bool)>,
    /// Chosen for treatment in this meeting.
    pub chosen: bool,
}

/// Something somebody wrote.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each shown or set by itself"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The visit it belongs to.
    pub visit: VisitNo,
    /// The input it answers.
    pub input: InputNo,
    /// Who wrote it.
    pub author: Option<Seat>,
    /// Who typed it for them.
    pub typed_by: Option<Seat>,
    /// What it says.
    pub body: Body,
    /// Where it lies.
    pub spot: Option<Spot>,
    /// When it was written.
    pub at: At,
    /// Sent after its step.
    pub late: bool,
    /// Sent unfinished.
    pub unfinished: bool,
    /// Taken back, or replaced when anonymous cards were sealed.
    pub removed: bool,
    /// Struck by the case owner.
    pub struck: bool,
    /// Ratings by seat.
    pub ratings: BTreeMap<Seat, (String, Option<String>)>,
    /// Who takes it along, and why.
    pub picks: BTreeMap<Seat, Option<String>>,
    /// Votes by seat.
    pub votes: BTreeMap<Seat, Ballot>,
}

/// What somebody keeps for themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Whose it is.
    pub seat: Seat,
    /// What it says; nothing once it was thrown away.
    pub text: Option<String>,
    /// The visit in which it was written, if the meeting was under way.
    pub visit: Option<VisitNo>,
}

impl Card {
    /// Whether it leaves the report: struck by the case owner afterwards, or in a step that asks what is possible.
    pub fn leaves_report(&self) -> bool {
        self.struck || self.ratings.values().any(|(word, _)| word == "strike")
    }

    /// A card that is not there: the place of one that was taken back, or erased.
    pub(crate) fn blank() -> Self {
        Self {
            visit: VisitNo(0),
            input: InputNo(0),
            author: None,
            typed_by: None,
            body: Body::Text(String::new()),
            spot: None,
            at: At(0),
            late: false,
            unfinished: false,
            removed: true,
            struck: false,
            ratings: BTreeMap::new(),
            picks: BTreeMap::new(),
            votes: BTreeMap::new(),
        }
    }
}

/// Turns inside a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turns {
    /// Who still comes, in order.
    pub queue: Vec<Seat>,
    /// Who passed and comes back at the end, in order.
    pub passed: Vec<Seat>,
    /// Who has the turn.
    pub now: Option<Seat>,
    /// Since when.
    pub since: Option<At>,
    /// Who had the turn in this visit.
    pub done: BTreeSet<Seat>,
    /// Who passed and had a second turn; passing again ends it.
    pub returned: BTreeSet<Seat>,
}

/// The own clock of a small group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupClock {
    /// When its time is up.
    pub ends_at: Option<At>,
    /// Microseconds left while it stands still; negative in overtime.
    pub left: Option<i64>,
    /// Stands still because the whole meeting does, and goes on with it.
    pub held: bool,
    /// The group says that it is done.
    pub done: bool,
}

/// One visit to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Where.
    pub cursor: Cursor,
    /// How it was reached the last time.
    pub way: Way,
    /// When it began the first time.
    pub entered: At,
    /// When it was left the last time.
    pub left: Option<At>,
    /// What the clock still had when it was left, in microseconds; `None` without a clock.
    pub rest: Option<i64>,
    /// Planned length in microseconds.
    pub planned: Option<i64>,
    /// Small groups.
    pub groups: Vec<SmallGroup>,
    /// Own clocks of small groups that began, by their place in the list. They end with the step.
    pub group_clocks: BTreeMap<u16, GroupClock>,
    /// Small groups of the round after this one, if nobody comes or goes.
    pub next: Vec<SmallGroup>,
    /// The strategy that applies.
    pub strategy: Option<u8>,
    /// Whose turn it is in a repeat for every person or owner.
    pub client: Option<Seat>,
    /// Idea cards dealt.
    pub dealt: Vec<(BroughtNo, Seat)>,
    /// Turns.
    pub turns: Turns,
    /// Blind inputs that were shown, with the order of their cards.
    pub revealed: BTreeMap<InputNo, Vec<CardNo>>,
    /// Anonymous inputs that were sealed.
    pub sealed: BTreeSet<InputNo>,
    /// Who is ready.
    pub ready: BTreeSet<Seat>,
    /// Answer to the deciding question.
    pub decided: Option<u8>,
    /// The module that was chosen.
    pub module: Option<u8>,
    /// Cards of this visit.
    pub cards: Vec<CardNo>,
    /// Entries of each seat by input. For anonymous inputs this is all that is known of who wrote.
    pub entries: BTreeMap<(InputNo, Seat), u16>,
    /// Who was reminded.
    pub reminded: BTreeSet<Seat>,
}

/// The clock of the current step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// When it is at zero.
    pub ends_at: Option<At>,
    /// Microseconds left while it stands still; negative in overtime.
    pub left: Option<i64>,
    /// A side conversation, and since when.
    pub side_talk: Option<(SideTalk, At)>,
    /// Whether the clock goes on after the side conversation.
    pub resume: bool,
}

/// An earlier action with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The action.
    pub action: OpenAction,
    /// What became of it.
    pub status: Option<(ActionStatus, Option<String>)>,
}

/// The agenda as it stands now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Blocks in order.
    pub agenda: Vec<BlockNo>,
    /// Steps of each block in order; chosen modules are worked in.
    pub orders: Vec<Vec<StepNo>>,
    /// Steps left out of the rest of the plan.
    pub off: BTreeSet<StepNo>,
    /// Other lengths in seconds.
    pub seconds: BTreeMap<StepNo, Option<u32>>,
    /// How often an answer with a way back was taken.
    pub taken: BTreeMap<(StepNo, u8), u16>,
}

/// Everything that follows from the events so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The plan of the meeting. States of one meeting, and of meetings with the same plan, may share it.
    pub script: Arc<Script>,
    /// How far it is.
    pub phase: Phase,
    /// The last event.
    pub seq: Seq,
    /// When the last event was decided.
    pub last_at: At,
    /// Set when the log holds something this version cannot read: the session can only be looked at.
    pub damage: Option<Damage>,
    /// Keys of commands that were carried out.
    pub keys: BTreeSet<ClientKey>,
    /// Seed of everything that is drawn.
    pub seed: u64,
    /// How the facilitator takes part.
    pub facilitation: Facilitation,
    /// Version of the group agreements to accept.
    pub agreements: Option<u32>,
    /// Keep people of one organisation apart.
    pub avoid_same_organisation: bool,
    /// Observers see no names.
    pub observers_see_no_names: bool,
    /// Seconds until a forgotten session ends.
    pub forgotten_after: Option<u32>,
    /// Everybody with a seat; [`Seat`] counts in here.
    pub people: Vec<Person>,
    /// Who leads now.
    pub lead: Option<Seat>,
    /// Who leads by right; differs while somebody took over.
    pub rightful_lead: Option<Seat>,
    /// The agenda.
    pub flow: Flow,
    /// When the first step began.
    pub began: Option<At>,
    /// When the meeting ended, and why.
    pub ended: Option<(At, EndReason)>,
    /// Visits in order of their beginning; [`VisitNo`] counts in here.
    pub visits: Vec<Visit>,
    /// Where the group is.
    pub current: Option<VisitNo>,
    /// The way here, for going back.
    pub trail: Vec<VisitNo>,
    /// The clock.
    pub clock: Clock,
    /// Everything written; [`CardNo`] counts in here.
    pub cards: Vec<Card>,
    /// Cards by input.
    pub by_input: BTreeMap<InputNo, Vec<CardNo>>,
    /// Cases that may be treated; [`CaseNo`] counts in here.
    pub cases: Vec<Case>,
    /// The case of each block.
    pub case_of: BTreeMap<BlockNo, CaseNo>,
    /// A case chosen for the next method.
    pub next_case: Option<CaseNo>,
    /// Roles other than owner and lead.
    pub roles: BTreeMap<Role, Vec<Seat>>,
    /// Actions of earlier meetings; [`ActionNo`] counts in here.
    pub reviews: Vec<Review>,
    /// Idea cards of other groups, with who took them; [`BroughtNo`] counts in here.
    pub brought: Vec<(BroughtCard, BTreeSet<Seat>)>,
    /// Who met whom in small groups, lower seat first, and how often.
    pub met: BTreeMap<(Seat, Seat), u16>,
    /// Notes people keep for themselves; [`NoteNo`](crate::ids::NoteNo) counts in here. [`State::notes_of`] is the way to read them.
    pub notes: Vec<Note>,
    /// Who agreed to release the report as it stands, where several decide.
    pub agreed: BTreeSet<Seat>,
    /// Parts that were released before the rest.
    pub released_parts: BTreeSet<BlockNo>,
    /// To whom the report was released.
    pub released: Option<Vec<Seat>>,
}

impl State {
    /// Somebody by seat.
    pub fn person(&self, seat: Seat) -> Option<&Person> {
        self.people.get(seat.index())
    }

    /// A card by number, unless it was taken back.
    pub fn card(&self, card: CardNo) -> Option<&Card> {
        self.cards.get(card.index()).filter(|card| !card.removed)
    }

    /// Cards of an input that count now, in the order of writing. One text of the group that was written anew in a later
    /// visit stands in the place of the earlier one.
    pub fn cards_of(&self, input: InputNo) -> &[CardNo] {
        let cards = self.by_input.get(&input).map_or(&[][..], Vec::as_slice);
        let one_text = self
            .input(input)
            .is_some_and(|input| input.together && input.max == Some(1));
        if one_text {
            cards.get(cards.len().saturating_sub(1)..).unwrap_or_default()
        } else {
            cards
        }
    }

    /// A visit by number.
    pub fn visit(&self, visit: VisitNo) -> Option<&Visit> {
        self.visits.get(visit.index())
    }

    /// The current visit.
    pub fn now_visit(&self) -> Option<&Visit> {
        self.visit(self.current?)
    }

    /// The current step.
    pub fn now_step(&self) -> Option<&ScriptStep> {
        self.script.step(self.now_visit()?.cursor.step)
    }

    /// The current block.
    pub fn now_block(&self) -> Option<&Block> {
        self.script.block(self.now_visit()?.cursor.block)
    }

    /// An input by number.
    pub fn input(&self, input: InputNo) -> Option<&Input> {
        self.script.input(input)
    }

    /// The order of steps of a block.
    pub fn order(&self, block: BlockNo) -> &[StepNo] {
        self.flow.orders.get(block.index()).map_or(&[], Vec::as_slice)
    }

    /// Everybody who is there now, by seat.
    pub fn present(&self) -> impl Iterator<Item = (Seat, &Person)> {
        self.people
            .iter()
            .enumerate()
            .filter(|(_, person)| person.present)
            .map(|(n, person)| (Seat::at(n), person))
    }

    /// Whether somebody takes part in the content: not an observer, and not a facilitator who stays outside.
    pub fn takes_part(&self, seat: Seat) -> bool {
        let Some(person) = self.person(seat) else {
            return false;
        };
        match person.attends {
            Attends::Observer => false,
            Attends::Facilitator => self.facilitation == Facilitation::Member,
            Attends::Participant | Attends::Speaker => {
                self.rightful_lead != Some(seat) || self.facilitation == Facilitation::Member
            }
        }
    }

    /// Seats of those who are there and take part.
    pub fn taking_part(&self) -> Vec<Seat> {
        self.present()
            .map(|(seat, _)| seat)
            .filter(|seat| self.takes_part(*seat))
            .collect()
    }

    /// Whether the choice that is going on was made: for the next method, or for the one the group is in. A case that was treated
    /// earlier in the meeting says nothing about the next one.
    pub fn has_chosen(&self) -> bool {
        let here = self.now_visit().map(|visit| visit.cursor.block);
        self.next_case.is_some() || here.is_some_and(|block| self.case_of.contains_key(&block))
    }

    /// The case treated in a block.
    pub fn case_in(&self, block: BlockNo) -> Option<&Case> {
        self.cases.get(self.case_of.get(&block)?.index())
    }

    /// Owners of the case of a block. Before a case is chosen: whoever has the role of owner.
    pub fn owners_in(&self, block: BlockNo) -> &[Seat] {
        match self.case_in(block) {
            Some(case) => &case.owners,
            None => self.roles.get(&Role::Owner).map_or(&[], Vec::as_slice),
        }
    }

    /// The grouping of a visit: its strategy's, or its step's own.
    pub fn grouping_of(&self, visit: &Visit) -> Option<Grouping> {
        let step = &self.script.step(visit.cursor.step)?.step;
        match visit.strategy {
            Some(place) => step
                .strategies
                .get(usize::from(place))
                .map(|strategy| strategy.grouping),
            None => step.grouping,
        }
    }

    /// Whether somebody is divided into small groups in a step: not a case owner who stays outside or only listens.
    pub(crate) fn is_divided(&self, step: &ScriptStep, block: BlockNo, seat: Seat) -> bool {
        let step = &step.step;
        let stays_out = step.owner_place != OwnerPlace::Circle || step.silent.contains(&Role::Owner);
        let client_turns = step.grouping.is_some_and(|grouping| grouping.client);
        let out = stays_out && !client_turns && self.owners_in(block).contains(&seat);
        self.takes_part(seat) && !out
    }

    /// The small group somebody sits in during a visit, with its place in the list.
    pub fn group_of<'v>(&self, visit: &'v Visit, seat: Seat) -> Option<(usize, &'v SmallGroup)> {
        visit
            .groups
            .iter()
            .enumerate()
            .find(|(_, group)| group.seats.contains(&seat))
    }

    /// Whether somebody has a role in a visit.
    pub fn has_role(&self, visit: &Visit, seat: Seat, role: Role) -> bool {
        let part = || self.takes_part(seat);
        let given = |role: Role| self.roles.get(&role).is_some_and(|seats| seats.contains(&seat));
        match role {
            Role::Owner => self.owns(visit, seat),
            Role::Everyone => part(),
            Role::Participants => part() && !self.owns(visit, seat),
            Role::Facilitator => self.lead == Some(seat),
            Role::Timekeeper
            | Role::Scribe
            | Role::Observer
            | Role::Player
            | Role::Interviewer
            | Role::Inner => given(role),
            Role::Outer => part() && !given(Role::Inner) && !self.owns(visit, seat),
            Role::Asker | Role::Thinker => self.group_of(visit, seat).is_some_and(|(_, group)| {
                let asks = group
                    .seats
                    .iter()
                    .take(usize::from(group.askers))
                    .any(|other| *other == seat);
                group.askers > 0 && asks == (role == Role::Asker)
            }),
            Role::Client => self.is_client(visit, seat),
            Role::Consultants => part() && !self.is_client(visit, seat) && self.has_client(visit, seat),
        }
    }

    /// Whether somebody owns the case: of the whole group, or of their own circle where circles work side by side.
    pub fn owns(&self, visit: &Visit, seat: Seat) -> bool {
        if self.in_parallel(visit) {
            return self
                .group_of(visit, seat)
                .is_some_and(|(_, circle)| circle.client == Some(seat));
        }
        self.owners_in(visit.cursor.block).contains(&seat)
    }

    /// Whether circles work side by side in a visit, each with a case of its own.
    pub fn in_parallel(&self, visit: &Visit) -> bool {
        !visit.groups.is_empty() && self.grouping_of(visit).is_none()
    }

    /// From how many people on a block works in circles side by side: more than the method's `split`, where the method
    /// is about one case and does not divide people by itself.
    pub(crate) fn splits_at(&self, block: BlockNo) -> Option<u16> {
        let script = self.script.block(block)?;
        let divides = |no: &StepNo| {
            let step = self.script.step(*no).map(|step| &step.step);
            step.is_some_and(|step| step.grouping.is_some() || !step.strategies.is_empty())
        };
        let one_case = script.case == CaseNeed::One && !script.order.iter().any(divides);
        script.group.split.filter(|_| one_case)
    }

    /// Whether somebody has a client to help: in their small group, or in the whole group. A group that is done has none.
    fn has_client(&self, visit: &Visit, seat: Seat) -> bool {
        let asks_for_client = self
            .grouping_of(visit)
            .is_some_and(|grouping| grouping.client || grouping.keep);
        match self.group_of(visit, seat) {
            Some((_, group)) => group.client.is_some() || !asks_for_client,
            None => visit.groups.is_empty(),
        }
    }

    fn is_client(&self, visit: &Visit, seat: Seat) -> bool {
        visit.client == Some(seat)
            || self
                .group_of(visit, seat)
                .is_some_and(|(_, group)| group.client == Some(seat))
    }

    /// Whether somebody has one of several roles in a visit.
    pub fn has_any_role(&self, visit: &Visit, seat: Seat, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has_role(visit, seat, *role))
    }

    /// Everybody who is there and has one of several roles in a visit.
    pub fn seats_with(&self, visit: &Visit, roles: &[Role]) -> Vec<Seat> {
        self.present()
            .map(|(seat, _)| seat)
            .filter(|seat| self.has_any_role(visit, *seat, roles))
            .collect()
    }

    /// Whether the writer of an input is never stored with it.
    pub fn nameless(&self, input: InputNo) -> bool {
        self.input(input)
            .is_some_and(|input| matches!(input.mode, Mode::Anonymous | Mode::Survey))
    }

    /// Whether blind entries of a visit are shown.
    pub fn revealed(&self, visit: VisitNo, input: InputNo) -> bool {
        self.visit(visit)
            .is_some_and(|visit| visit.revealed.contains_key(&input))
    }

    /// For whom the step waits: those who are there with a device and have something to do. In writing nobody keeps a page open
    /// for days, so a lost line says nothing there.
    pub fn awaited(&self, visit: &Visit) -> Vec<Seat> {
        let Some(step) = self.script.step(visit.cursor.step) else {
            return Vec::new();
        };
        let mut roles: Vec<Role> = Vec::new();
        for input in step.inputs.iter().filter_map(|no| self.input(*no)) {
            roles.extend(
                input
                    .who
                    .iter()
                    .filter(|role| !roles.contains(role))
                    .copied()
                    .collect::<Vec<_>>(),
            );
        }
        if roles.is_empty() {
            roles.push(Role::Everyone);
        }
        let in_writing = self.script.pace == Pace::Written;
        let reachable = |seat: &Seat| {
            self.person(*seat)
                .is_some_and(|person| !person.without_device && (in_writing || person.line_lost.is_none()))
        };
        self.seats_with(visit, &roles)
            .into_iter()
            .filter(reachable)
            .collect()
    }

    /// An earlier action by number.
    pub fn review(&self, action: ActionNo) -> Option<&Review> {
        self.reviews.get(action.index())
    }

    /// A case by number.
    pub fn case(&self, case: CaseNo) -> Option<&Case> {
        self.cases.get(case.index())
    }

    /// When somebody who lost the line was last heard of, if they lead.
    pub fn lead_silent_since(&self) -> Option<At> {
        let lead = self.person(self.lead?)?;
        if lead.present {
            lead.line_lost
        } else {
            lead.stays.last().and_then(|stay| stay.to)
        }
    }
}
