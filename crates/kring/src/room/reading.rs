//! The readers' side of a room: committed events come in, and whoever has a line open hears of them.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::Context as _;
use axum::body::Bytes;
use session::Touched;
use session::event::Recorded;
use session::ids::At;
use session::replay::go_on_telling;

use super::audience::{Audience, Line};
use super::follow::follow;
use super::hub::{Room, lock};
use super::log::{number, place};
use super::store;
use crate::app::App;

/// So often a command looks whether those before it have been shown.
const MOST_TOGETHER: usize = 8;

/// How long somebody who follows the log waits for a write of this node to show its result, before looking for itself.
const OWN_WRITE: Duration = Duration::from_millis(5);

/// What a line begins with.
pub(super) struct First {
    /// What names the page that it gives.
    pub(super) place: String,
    pub(super) page: Bytes,
}

impl Room {
    /// Shows committed events to readers; `false` when something before them is not known here yet.
    pub(super) fn take(self: &Arc<Self>, app: &App, events: &[Recorded]) -> bool {
        let mut audience = lock(&self.audience);
        for recorded in events {
            if recorded.seq <= audience.state.seq {
                continue;
            }
            if recorded.seq.0 != audience.state.seq.0 + 1 || audience.state.damage.is_some() {
                return false;
            }
            audience.state.apply(recorded);
            audience.touch(|touched, state| touched.add(state, &recorded.event));
        }
        self.tell(app, &mut audience);
        true
    }

    /// Commands of this node are stored together and may be answered in any order: what comes before is shown in a moment.
    pub(super) async fn comes_by_itself(self: &Arc<Self>, app: &App, events: &[Recorded]) -> bool {
        for _ in 0..self.writing.load(Ordering::Relaxed).min(MOST_TOGETHER) {
            tokio::task::yield_now().await;
            if self.take(app, events) {
                return true;
            }
        }
        false
    }

    /// Brings what readers see up to the log.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) async fn catch_up(self: &Arc<Self>, app: &App) -> anyhow::Result<()> {
        let (id, after) = (self.id.clone(), self.look(|state| state.seq));
        let from = number(after)?.saturating_add(1);
        let rows = app
            .db
            .read(move |tx| store::rows_from(tx, &id, from))
            .await
            .context("reading the log of a room")?;
        let mut audience = lock(&self.audience);
        let (known, was_damaged) = (audience.state.seq, audience.state.damage.is_some());
        let rows = rows.iter().map(|row| (place(row), row.row.as_str()));
        let mut new = rows.filter(|(seq, _)| *seq > known).peekable();
        if new.peek().is_none() {
            return Ok(());
        }
        let mut touched = Touched::default();
        go_on_telling(&mut audience.state, new, |state, recorded| {
            touched.add(state, &recorded.event);
        });
        if was_damaged || audience.state.damage.is_some() {
            touched = Touched::everything();
        }
        audience.touch(|pending, _| pending.join(touched));
        self.tell(app, &mut audience);
        Ok(())
    }

    /// Tells lines what changed: at once, or together with what follows.
    fn tell(self: &Arc<Self>, app: &App, audience: &mut Audience) {
        let now = || At(app.clock.now().as_microsecond());
        if let Some(later) = audience.tell_soon(&self.entrance.known(), now()) {
            let (room, clock) = (Arc::clone(self), app.clock.clone());
            drop(tokio::spawn(async move {
                let mut next = Some(later);
                while let Some(later) = next {
                    tokio::time::sleep_until(later).await;
                    let entrance = room.entrance.known();
                    next = lock(&room.audience).tell(&entrance, At(clock.now().as_microsecond()));
                }
            }));
        }
    }

    /// Something beside the log has changed.
    pub(super) fn tell_all(self: &Arc<Self>, app: &App) {
        let mut audience = lock(&self.audience);
        audience.touch(|touched, _| *touched = Touched::everything());
        self.tell(app, &mut audience);
    }

    /// What a line would begin with, without opening it; `None` when its viewer is not in the room.
    pub(super) fn first(&self, line: &Line, now: At) -> Option<First> {
        let audience = lock(&self.audience);
        let entrance = self.entrance.known();
        let page = audience.whole(line, &entrance, now)?;
        let place = audience.place(&entrance);
        Some(First { place, page })
    }

    /// The page of a line that is behind; `None` when its viewer is not in the room any more.
    pub(super) fn whole(&self, line: &Line, now: At) -> Option<Bytes> {
        lock(&self.audience).whole(line, &self.entrance.known(), now)
    }

    /// A line opens. As long as there is one, somebody follows the log; `None` when there are too many, or when its viewer has just left.
    pub(super) fn enter(
        self: &Arc<Self>,
        app: &App,
        line: &Arc<Line>,
        most: usize,
        now: At,
    ) -> Option<First> {
        let mut audience = lock(&self.audience);
        if audience.lines.len() >= most {
            return None;
        }
        let entrance = self.entrance.known();
        let page = audience.whole(line, &entrance, now)?;
        audience.lines.push(Arc::clone(line));
        if !std::mem::replace(&mut audience.is_followed, true) {
            drop(tokio::spawn(follow(Arc::clone(self), app.clone())));
        }
        let place = audience.place(&entrance);
        Some(First { place, page })
    }

    /// The last sequence that readers see, as the log counts it.
    pub(super) fn known(&self) -> i64 {
        number(self.look(|state| state.seq)).unwrap_or(i64::MAX)
    }

    /// Whether readers see what was announced. What this node writes itself is shown a moment after it is announced.
    pub(super) async fn knows(&self, announced: i64) -> bool {
        if self.known() < announced && self.writing.load(Ordering::Relaxed) > 0 {
            tokio::time::sleep(OWN_WRITE).await;
        }
        self.known() >= announced
    }

    /// Whether somebody follows the log here, and shows readers what is in it.
    pub(super) fn is_followed(&self) -> bool {
        let audience = lock(&self.audience);
        audience.is_followed && audience.state.seq.0 > 0 && audience.state.damage.is_none()
    }

    pub(super) fn is_still_heard(&self) -> bool {
        let mut audience = lock(&self.audience);
        audience.is_followed = !audience.lines.is_empty();
        audience.is_followed
    }
}
