//! From a log back to a state.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::event::{Event, Recorded};
use crate::ids::{InputNo, Seq, VisitNo};
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
    for (seq, row) in rows {
        match read_row(&state, seq, row) {
            Ok(recorded) => state.apply(&recorded),
            Err(reason) => {
                state.damage = Some(Damage { seq, reason });
                break;
            }
        }
    }
    state
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
    Ok(recorded)
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
pub fn erasable(events: &[Recorded]) -> Vec<Seq> {
    let seals = events
        .iter()
        .enumerate()
        .filter_map(|(place, row)| match &row.event {
            Event::Sealed(sealed) => Some(((sealed.visit, sealed.input), place)),
            _ => None,
        });
    let last: BTreeMap<(VisitNo, InputNo), usize> = seals.collect();
    let sealed_later =
        |place: usize, visit, input| last.get(&(visit, input)).is_some_and(|seal| place < *seal);
    let state = replay(events);
    let rows = events.iter().enumerate().filter(|(place, row)| match &row.event {
        Event::CardAdded(card) => state.nameless(card.input) && sealed_later(*place, card.visit, card.input),
        Event::EntryUsed { visit, input, .. } => sealed_later(*place, *visit, *input),
        Event::Sealed(sealed) => sealed_later(*place, sealed.visit, sealed.input),
        _ => false,
    });
    rows.map(|(_, row)| row.seq).collect()
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
