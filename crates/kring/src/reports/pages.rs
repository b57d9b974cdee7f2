//! Handlers of the reports slice.

use anyhow::Context as _;
use axum::extract::State;
use jiff::SignedDuration;
use ui::locale;

use super::rules::{self, together};
use super::store;
use super::views::{self, Overview};
use crate::app::App;
use crate::error::Answer;
use crate::programmes::Managed;
use crate::web::{Html, Visitor};

/// Whoever led has a day to close a meeting before the organiser is told.
const CLOSING: SignedDuration = SignedDuration::from_hours(24);
/// Mails that failed longer ago are old news.
const MAILS: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How many of the coming meetings are named.
const SOON: i64 = 6;

/// Everything that can be counted of a programme, for whoever organises it.
pub(super) async fn overview(
    State(app): State<App>,
    visitor: Visitor,
    managed: Managed,
) -> Result<Html, Answer> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let at = now.as_microsecond();
    let closing = (now - CLOSING).as_microsecond();
    let since = (now - MAILS).as_microsecond();
    let id = managed.programme.id.clone();
    let (mut circles, rhythms, turnouts, tallies, soon) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((
                store::circles(tx, &id, &today)?,
                store::rhythms(tx, &id, at, closing)?,
                store::turnouts(tx, &id)?,
                store::tallies(tx, &id, since)?,
                store::soon(tx, &id, at, SOON)?,
            ))
        })
        .await
        .context("counting a programme")?;
    locale::sort_by_text(visitor.language, &mut circles, |circle| &circle.name);
    let overview = Overview {
        programme: &managed.programme,
        held: rhythms.iter().map(|rhythm| rhythm.held).sum(),
        coming: rhythms.iter().map(|rhythm| rhythm.coming).sum(),
        turnout: together(&turnouts),
        lines: rules::lines(circles, rhythms, turnouts, now),
        tallies,
        soon,
    };
    Ok(views::overview(&visitor, &overview))
}
