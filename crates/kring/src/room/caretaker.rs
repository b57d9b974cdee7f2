//! What is due in rooms that nobody looks at: a forgotten session ends itself, a window of days closes.
//!
//! Open pages do this for their own room, to the second. The caretaker walks past all rooms every few minutes; on several nodes
//! each one does, and whoever comes second finds nothing left to do.

use std::time::Duration;

use anyhow::Context as _;

use super::hub::until_stopped;
use super::store;
use crate::app::App;

/// How long it waits between two walks.
const PAUSE: Duration = Duration::from_mins(3);

/// Walks until the server stops. A walk that fails is tried again the next time.
pub(crate) async fn keep_sweeping(app: App) {
    let mut stopped = app.rooms.stopped();
    loop {
        let goes_on = tokio::select! {
            () = tokio::time::sleep(PAUSE) => true,
            () = until_stopped(&mut stopped) => false,
        };
        if !goes_on {
            return;
        }
        if let Err(error) = sweep(&app).await {
            tracing::warn!("not every room could be looked after; it is tried again: {error:#}");
        }
    }
}

/// One walk past all rooms in which a session runs. In front of closed doors nothing is due, nor after the end: a report is never
/// released by itself.
pub(crate) async fn sweep(app: &App) -> anyhow::Result<()> {
    let running = app
        .db
        .read(store::running)
        .await
        .context("finding rooms to look after")?;
    let mut failed = None;
    for id in running {
        let room = app.rooms.glance(&id, app.clock.now());
        // One damaged room must not keep the others waiting.
        let done = match room.catch_up(app).await {
            Ok(()) => room.tick(app).await,
            Err(error) => Err(error),
        };
        if let Err(error) = done {
            failed.get_or_insert(error.context(format!("looking after room {id}")));
        }
    }
    failed.map_or(Ok(()), Err)
}
