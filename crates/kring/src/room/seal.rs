//! Erasing what could tell who wrote without a name: once a step is sealed, the single rows before it may go
//! (`docs/decisions/0007-anonymous-cards-are-sealed.md`).

use ::store::Tx;
use anyhow::Context as _;
use session::event::{Event, Recorded};
use session::replay::{erasable, erased, to_row};

use super::{log, store};
use crate::id::MeetingId;

/// Overwrites what a seal among these events has made superfluous, in the transaction that keeps the seal: there is no moment at
/// which the log holds both. Without a seal nothing is read.
pub(super) fn erase(tx: &mut Tx<'_>, room: &MeetingId, events: &[Recorded]) -> anyhow::Result<()> {
    if !events
        .iter()
        .any(|recorded| matches!(recorded.event, Event::Sealed(_)))
    {
        return Ok(());
    }
    let rows = store::rows_from(tx, room, 1)?;
    // Most rows are about something else; they need not be read.
    let candidates = rows.iter().filter(|row| {
        ["\"card_added\"", "\"entry_used\"", "\"sealed\""]
            .iter()
            .any(|word| row.row.contains(word))
    });
    let mut known: Vec<Recorded> = Vec::new();
    for row in candidates {
        known.push(serde_json::from_str(&row.row).context("reading a line of a log")?);
    }
    let superfluous = erasable(&known);
    for recorded in known
        .iter()
        .filter(|recorded| superfluous.contains(&recorded.seq))
    {
        let row = store::Row {
            seq: log::number(recorded.seq)?,
            row: to_row(&erased(recorded)).context("writing an erased line")?,
        };
        store::overwrite(tx, room, &row)?;
    }
    Ok(())
}
