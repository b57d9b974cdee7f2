//! From a log back to a state.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::event::{Entered, Event, Recorded};
use crate::ids::{CardNo, DAY, InputNo, Seat, Seq, VisitNo};
use crate::state::State;
use crate::text::Text;

/// Why a log could not be read to its end. The session opens read-only and its rows stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// The first row that could not be read.
    pub seq: Seq,
    /// What was wrong with it, for an administrator.
    pub reason: String,
}

impl Damage {
    /// What to tell people.
    pub fn message(&self) -> Text {
        let seq = self.seq.0;
        Text::new(
            format!(
                "Vanaf regel {seq} kan deze versie de sessie niet lezen. Je ziet alles tot daar; er gaat niets verloren. Vraag de beheerder om Kring bij te werken."
            ),
            format!(
                "From line {seq} on this version cannot read the session. You see everything up to there; nothing is lost. Ask the administrator to update Kring."
            ),
        )
    }
}

/// The state after a list of events.
#[expect(
    single_use_lifetimes,
    reason = "stable Rust cannot leave a lifetime out inside `impl Trait`"
)]
pub fn replay<'e>(events: impl IntoIterator<Item = &'e Recorded>) -> State {
    let mut state = State::default();
    for recorded in events {
        state.apply(recorded);
    }
    state
}

/// The state after a stored log: rows of JSON in order of their number.
///
/// A row that is unknown, broken or out of order stops the reading: the state holds everything before it and
/// [`State::damage`] says where and why, so that the session can be looked at and nothing is written over.
#[expect(
    single_use_lifetimes,
    reason = "stable Rust cannot leave a lifetime out inside `impl Trait`"
)]
pub fn replay_stored<'e>(rows: impl IntoIterator<Item = (Seq, &'e str)>) -> State {
    let mut state = State::default();
    go_on(&mut state, rows);
    state
}

/// Brings a state further along a stored log: the rows that come after its number, in order.
///
/// Damage is judged anew, so a state goes on by itself once a row that could not be read has been repaired.
#[expect(
    single_use_lifetimes,
    reason = "stable Rust cannot leave a lifetime out inside `impl Trait`"
)]
pub fn go_on<'e>(state: &mut State, rows: impl IntoIterator<Item = (Seq, &'e str)>) {
    go_on_telling(state, rows, |_, _| {});
}

/// [`go_on`], and tells of each event with the state after it.
#[expect(
    single_use_lifetimes,
    reason = "stable Rust cannot leave a lifetime out inside `impl Trait`"
)]
pub fn go_on_telling<'e>(
    state: &mut State,
    rows: impl IntoIterator<Item = (Seq, &'e str)>,
    mut tell: impl FnMut(&State, &Recorded),
) {
    state.damage = None;
    for (seq, row) in rows {
        match read_row(state, seq, row) {
            Ok(recorded) => {
                state.apply(&recorded);
                tell(state, &recorded);
            }
            Err(reason) => {
                state.damage = Some(Damage { seq, reason });
                break;
            }
        }
    }
}

fn read_row(state: &State, seq: Seq, row: &str) -> Result<Recorded, String> {
    let recorded: Recorded = serde_json::from_str(row).map_err(|error| error.to_string())?;
    if recorded.seq != seq || seq.0 != state.seq.0 + 1 {
        return Err(format!(
            "row {} stands where row {} belongs",
            recorded.seq.0,
            state.seq.0 + 1
        ));
    }
    if !fits(state, &recorded.event) {
        return Err(format!("row {} speaks of something that is not there", seq.0));
    }
    Ok(recorded)
}

/// Rows that were erased leave gaps in the numbers of cards; wider ones than this come from damage.
const WIDEST_GAP: usize = 10_000;

/// No method comes near this many rounds.
const MOST_ROUNDS: u16 = 1_000;

/// No step is planned for more than a year, in microseconds.
const LONGEST_STEP: i64 = 366 * DAY;

/// Whether an event speaks only of what is there. A row that does not is damaged, however well it reads.
fn fits(state: &State, event: &Event) -> bool {
    let opened = matches!(event, Event::Opened(_));
    if opened != (state.seq.0 == 0) {
        return false;
    }
    let visit = |no: VisitNo| state.visit(no).is_some();
    let input = |no: InputNo| state.input(no).is_some();
    match event {
        Event::Joined { seat, .. } => seat.index() == state.people.len(),
        Event::Entered(entered) => fits_script(state, entered),
        Event::CardAdded(card) => new_card(state, card.card) && visit(card.visit) && input(card.input),
        Event::Sealed(sealed) => {
            let numbers = sealed.cards.iter().all(|card| new_card(state, card.card));
            numbers && visit(sealed.visit) && input(sealed.input)
        }
        Event::Revealed {
            visit: no,
            input: of,
            order,
        } => visit(*no) && input(*of) && order.iter().all(|card| near(state, *card)),
        Event::EntryUsed {
            visit: no,
            input: of,
            seat,
        } => visit(*no) && input(*of) && seated(state, &[*seat]),
        Event::CaseProposed { case, owners, .. } => {
            case.index() == state.cases.len() && seated(state, owners)
        }
        Event::Noted { note, seat, .. } => {
            let free = (state.notes.len()..=state.notes.len() + WIDEST_GAP).contains(&note.index());
            free && seated(state, &[*seat])
        }
        Event::CaseVoted { case, seat, .. } => state.case(*case).is_some() && seated(state, &[*seat]),
        Event::CaseChosen { case, owners, .. } => state.case(*case).is_some() && seated(state, owners),
        other => fits_people(state, other),
    }
}

fn fits_people(state: &State, event: &Event) -> bool {
    match event {
        Event::Rated { card, seat, .. }
        | Event::Picked { card, seat, .. }
        | Event::Unpicked { card, seat }
        | Event::Voted { card, seat, .. } => near(state, *card) && seated(state, &[*seat]),
        Event::CardChanged { card, .. }
        | Event::CardMoved { card, .. }
        | Event::CardRemoved { card }
        | Event::Struck { card }
        | Event::Kept { card } => near(state, *card),
        Event::Returned { seat, .. }
        | Event::Left { seat }
        | Event::LineLost { seat }
        | Event::LineBack { seat }
        | Event::AgreementsAccepted { seat }
        | Event::PresenceConfirmed { seat, .. }
        | Event::AttendanceCorrected { seat, .. }
        | Event::TurnPassed { seat }
        | Event::TurnGiven { seat: Some(seat) }
        | Event::Watches { seat, .. }
        | Event::LeadGiven { to: seat }
        | Event::LeadTaken { by: seat }
        | Event::LeadReturned { to: seat }
        | Event::Ready { seat }
        | Event::NotReady { seat }
        | Event::ReleaseAgreed { seat }
        | Event::BroughtTaken { seat, .. }
        | Event::Reminded { seat, .. } => seated(state, &[*seat]),
        Event::RoleGiven { seats, .. } | Event::Released { to: seats } | Event::TurnsOrdered { seats } => {
            seated(state, seats)
        }
        Event::GroupClockSet { group, .. } => state
            .now_visit()
            .is_some_and(|visit| usize::from(*group) < visit.groups.len()),
        Event::Regrouped { groups } => groups.iter().all(|group| seated(state, &group.seats)),
        Event::PartReleased { block } => state.script.block(*block).is_some(),
        Event::Reordered { block, order } => {
            state.script.block(*block).is_some()
                && order.iter().all(|step| state.script.step(*step).is_some())
        }
        _ => true,
    }
}

fn fits_script(state: &State, entered: &Entered) -> bool {
    let cursor = &entered.cursor;
    let step = state
        .script
        .step(cursor.step)
        .is_some_and(|step| step.block == cursor.block);
    let block = state.script.block(cursor.block);
    let rounds = block.is_some_and(|block| block.repeats.len() == cursor.rounds.len());
    let known = entered.visit.index() <= state.visits.len();
    let sound = cursor.rounds.iter().all(|round| *round <= MOST_ROUNDS);
    let length = entered
        .planned
        .is_none_or(|planned| (0..=LONGEST_STEP).contains(&planned));
    let mut groups = entered.groups.iter().chain(&entered.next);
    let groups = groups.all(|group| seated(state, &group.seats));
    step && rounds && sound && length && known && groups && seated(state, &entered.turns)
}

fn seated(state: &State, seats: &[Seat]) -> bool {
    seats.iter().all(|seat| state.person(*seat).is_some())
}

/// A number that a new card may have.
fn new_card(state: &State, card: CardNo) -> bool {
    card.index() >= state.cards.len() && near(state, card)
}

/// A number that a card has, or had before its row was erased.
fn near(state: &State, card: CardNo) -> bool {
    card.index() <= state.cards.len() + WIDEST_GAP
}

/// A row of the log as it is stored.
///
/// # Errors
/// Never in practice: every event can be written as JSON. The error says so if that ever changes.
pub fn to_row(recorded: &Recorded) -> Result<String, serde_json::Error> {
    serde_json::to_string(recorded)
}

/// Rows of anonymous entries that were sealed since and may be overwritten by [`erased`].
///
/// Until a step is left its anonymous rows stand in the order in which people sent them, next to who used an entry.
/// Sealing writes the cards down again in a drawn order; after erasing these rows nobody can tell any more.
///
/// It is enough to give the part of a log that ends with the seal: whatever of it may go is named.
pub fn erasable(events: &[Recorded]) -> Vec<Seq> {
    let seals = events.iter().filter_map(|row| match &row.event {
        Event::Sealed(sealed) => Some(((sealed.visit, sealed.input), row.seq)),
        _ => None,
    });
    let last: BTreeMap<(VisitNo, InputNo), Seq> = seals.collect();
    let sealed_later =
        |row: &Recorded, visit, input| last.get(&(visit, input)).is_some_and(|seal| row.seq < *seal);
    let rows = events.iter().filter(|row| match &row.event {
        // Only anonymous inputs are ever sealed.
        Event::CardAdded(card) => sealed_later(row, card.visit, card.input),
        Event::EntryUsed { visit, input, .. } => sealed_later(row, *visit, *input),
        Event::Sealed(sealed) => sealed_later(row, sealed.visit, sealed.input),
        _ => false,
    });
    rows.map(|row| row.seq).collect()
}

/// The row that takes the place of an erased one. It keeps number and key, so that a late retry does nothing twice.
#[must_use]
pub fn erased(recorded: &Recorded) -> Recorded {
    Recorded {
        seq: recorded.seq,
        at: crate::ids::At(0),
        key: recorded.key.clone(),
        event: Event::Erased {},
    }
}
