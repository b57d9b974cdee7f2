//! A video room of its own for a meeting, on the Jitsi server of the house.
//!
//! A room of Jitsi exists as soon as somebody opens its address, so there is nothing to ask of the server. Whoever knows the address
//! may come in: so nobody can guess it, it says nothing of group or topic, and no two meetings have the same one.

use anyhow::Context as _;

use crate::app::App;

/// The address of a new room; `None` when the house has no video server.
///
/// # Errors
/// When the system gives no randomness.
pub(crate) fn room(app: &App) -> anyhow::Result<Option<String>> {
    let Some(server) = &app.config.video_server else {
        return Ok(None);
    };
    let random = app.ids.secret().context("drawing the name of a video room")?;
    let name = uuid::Builder::from_random_bytes(random).into_uuid();
    Ok(Some(format!("{server}/kring-{}", name.simple())))
}
