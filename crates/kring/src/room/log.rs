//! The log of a room as its writer sees it: what is decided is added to it in the same transaction.

use std::sync::atomic::{AtomicUsize, Ordering};

use ::store::Tx;
use anyhow::Context as _;
use session::event::Recorded;
use session::ids::{At, Seq};
use session::replay::{go_on, to_row};
use session::{Refusal, Request, State};

use super::{outcome, seal, store};
use crate::id::MeetingId;

/// The state that decides commands. It may be ahead of the log when a transaction is undone after it.
#[derive(Default)]
pub(super) struct Writer {
    state: State,
    /// The row the state ended with.
    last: String,
}

/// What wakes those who follow a room.
pub(super) fn topic(room: &MeetingId) -> String {
    format!("room/{room}")
}

impl Writer {
    /// Decides and appends in one transaction. May run twice, so nothing outside the transaction depends on it but this state,
    /// which is compared with the log each time.
    pub(super) fn decide(
        &mut self,
        tx: &mut Tx<'_>,
        room: &MeetingId,
        request: &Request,
        now: At,
    ) -> anyhow::Result<Result<Vec<Recorded>, Refusal>> {
        self.catch_up(tx, room)?;
        let before = self.state.phase;
        let events = match session::decide(&self.state, request, now) {
            Ok(events) => events,
            Err(refusal) => return Ok(Err(refusal)),
        };
        for recorded in &events {
            let row = store::Row {
                seq: number(recorded.seq)?,
                row: to_row(recorded).context("writing an event down")?,
            };
            store::append(tx, room, &row, recorded.at, recorded.key.as_ref())?;
            self.state.apply(recorded);
            self.last = row.row;
        }
        outcome::follow(tx, room, before, &self.state, &events)?;
        seal::erase(tx, room, &events)?;
        if let Some(last) = events.last() {
            tx.wake(&topic(room), number(last.seq)?);
        }
        Ok(Ok(events))
    }

    /// Brings the state up to the log. The row it ended with must be the one that stands there, otherwise the transaction that
    /// wrote it was undone, and everything is read anew.
    fn catch_up(&mut self, tx: &mut Tx<'_>, room: &MeetingId) -> anyhow::Result<()> {
        let from = number(self.state.seq)?.max(1);
        let mut rows = store::rows_from(tx, room, from)?;
        if self.state.seq.0 > 0 {
            if rows
                .first()
                .is_some_and(|row| row.row == self.last && place(row) == self.state.seq)
            {
                rows.remove(0);
            } else {
                *self = Self::default();
                rows = store::rows_from(tx, room, 1)?;
            }
        }
        if rows.is_empty() {
            return Ok(());
        }
        go_on(
            &mut self.state,
            rows.iter().map(|row| (place(row), row.row.as_str())),
        );
        let last = rows.into_iter().find(|row| place(row) == self.state.seq);
        self.last = last.map_or_else(|| std::mem::take(&mut self.last), |row| row.row);
        Ok(())
    }
}

pub(super) fn place(row: &store::Row) -> Seq {
    Seq(u64::try_from(row.seq).unwrap_or_default())
}

pub(super) fn number(seq: Seq) -> anyhow::Result<i64> {
    i64::try_from(seq.0).context("a log has more rows than can be counted")
}

/// Whether another node took the place in the log first.
pub(super) fn lost_a_race(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<::store::Error>();
    error.is_some_and(|error| error.is_duplicate("session_events", &["session", "seq"]))
}

/// A write of this node that is under way.
pub(super) struct Writing<'r>(&'r AtomicUsize);

impl<'r> Writing<'r> {
    pub(super) fn begin(count: &'r AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Writing<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use anyhow::bail;
    use session::event::Opening;
    use session::ids::ClientKey;
    use session::{Actor, Command};

    use super::*;

    #[test]
    fn what_was_undone_is_not_built_upon() {
        let db = ::store::testing::sqlite(::store::MIGRATIONS);
        let writer = Arc::new(Mutex::new(Writer::default()));
        let ask = |key: &str, seed: u64, is_kept: bool| {
            let writer = Arc::clone(&writer);
            let request = Request {
                key: ClientKey(key.to_owned()),
                actor: Actor::System,
                command: Command::Open(Box::new(Opening {
                    seed,
                    ..Opening::default()
                })),
            };
            db.write_blocking(move |tx| {
                let room = MeetingId("room".to_owned());
                let decided = writer.lock().unwrap().decide(tx, &room, &request, At(1))?;
                if is_kept {
                    return Ok(decided.is_ok());
                }
                bail!("undone")
            })
        };
        assert!(ask("first", 1, false).is_err());
        assert!(ask("second", 2, true).unwrap(), "the room was never opened");
        assert!(!ask("third", 3, true).unwrap(), "now it is");
        let rows = db.read_blocking(|tx| store::rows_from(tx, &MeetingId("room".to_owned()), 1));
        let rows = rows.unwrap();
        assert!(
            rows.len() == 1 && rows[0].row.contains("second"),
            "{}",
            rows.len()
        );
    }
}
