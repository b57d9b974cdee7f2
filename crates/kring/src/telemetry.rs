//! What is written about a running server: message for people, fields for machines, never what people typed.
//!
//! No form value, case text, name or mail address goes into a log line; ids and counts may. Panics are logged by place
//! only, because a panic message may quote the text it choked on.

use std::io::stderr;
use std::panic;

use tracing_subscriber::EnvFilter;

/// Starts logging to standard error. An unreadable filter falls back to `info`, with a line that says so.
pub(crate) fn start(filter: &str) {
    let parsed = EnvFilter::try_new(filter);
    let is_readable = parsed.is_ok();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(stderr)
        .with_env_filter(parsed.unwrap_or_else(|_| EnvFilter::new("info")))
        .finish();
    // A second start, as in tests that run two servers, keeps the first.
    if tracing::subscriber::set_global_default(subscriber).is_ok() {
        panic::set_hook(Box::new(|info| {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            tracing::error!(place, "a panic");
        }));
    }
    if !is_readable {
        tracing::warn!("the setting `log` cannot be read; logging at level info");
    }
}
