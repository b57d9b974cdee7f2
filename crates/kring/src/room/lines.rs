//! Whose line is lost and whose is back, as far as this node can tell.
//!
//! A node speaks for its own lines only. When the last one of somebody closes, they have a few seconds to come back (a page that is
//! loaded again is no loss); a command of theirs counts as well. Somebody who is on another node all the time is called lost by this
//! one, and called back by the other as soon as it reads that.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use session::ids::{ClientKey, Seat};
use session::state::Phase;
use session::{Actor, Command, Request, State};
use tokio::time::Instant;

use super::Member;
use super::audience::{Audience, Line};
use super::hub::{Room, lock};
use super::pages::arrive;
use crate::app::App;
use crate::error::Answer;
use crate::words::Words;

/// How long somebody has to come back before the others are told.
pub(super) const GRACE: Duration = Duration::from_secs(8);

impl Room {
    /// A line was closed.
    pub(super) fn leave(self: &Arc<Self>, app: &App, line: &Arc<Line>) {
        let gone = {
            let mut audience = lock(&self.audience);
            audience.lines.retain(|other| !Arc::ptr_eq(other, line));
            line.seat(&audience.state)
        };
        // While the server stops, everybody finds their way to another node.
        let is_stopping = *app.rooms.stopped().borrow();
        if let (Some(seat), false, Ok(runtime)) = (gone, is_stopping, tokio::runtime::Handle::try_current()) {
            let (room, app, since) = (Arc::clone(self), app.clone(), Instant::now());
            drop(runtime.spawn(async move {
                tokio::time::sleep(app.rooms.grace()).await;
                room.lose(&app, seat, since).await;
            }));
        }
    }

    async fn lose(self: &Arc<Self>, app: &App, seat: Seat, since: Instant) {
        let is_lost = {
            let audience = lock(&self.audience);
            let was_heard = audience.heard.get(&seat).is_some_and(|heard| *heard > since);
            !was_heard && !seats(&audience).contains(&seat) && may_be_lost(&audience.state, seat)
        };
        if is_lost && let Err(error) = self.tell_of(app, Command::LineLost(seat)).await {
            tracing::warn!("could not tell a room whose line is lost: {error:#}");
        }
    }

    /// Somebody of this room is here, as far as one can tell from a question now and then.
    pub(super) fn note(&self, seat: Seat) {
        lock(&self.audience).heard.insert(seat, Instant::now());
    }

    /// Somebody of this room asked for something here.
    pub(super) async fn hear(self: &Arc<Self>, app: &App, seat: Seat) -> anyhow::Result<()> {
        let is_back = {
            let mut audience = lock(&self.audience);
            audience.heard.insert(seat, Instant::now());
            is_lost(&audience.state, seat)
        };
        if is_back {
            self.tell_of(app, Command::LineBack(seat)).await?;
        }
        Ok(())
    }

    /// A line was opened: whoever was called lost is here again.
    pub(super) fn welcome(self: &Arc<Self>, app: &App, line: &Line) {
        let is_back = self.look(|state| line.seat(state).is_some_and(|seat| is_lost(state, seat)));
        if is_back {
            let (room, app) = (Arc::clone(self), app.clone());
            drop(tokio::spawn(async move {
                if let Err(error) = room.greet(&app).await {
                    tracing::warn!("could not tell a room whose line is back: {error:#}");
                }
            }));
        }
    }

    /// Tells that everybody whose line is open here is here.
    pub(super) async fn greet(self: &Arc<Self>, app: &App) -> anyhow::Result<()> {
        let back: Vec<Seat> = {
            let audience = lock(&self.audience);
            let here = seats(&audience).into_iter();
            here.filter(|seat| is_lost(&audience.state, *seat)).collect()
        };
        for seat in back {
            self.tell_of(app, Command::LineBack(seat)).await?;
        }
        Ok(())
    }

    async fn tell_of(self: &Arc<Self>, app: &App, command: Command) -> anyhow::Result<()> {
        let id = app.ids.id(app.clock.now()).context("making a key")?;
        let request = Request {
            key: ClientKey(format!("line-{id}")),
            actor: Actor::System,
            command,
        };
        // A room that is closed meanwhile has no lines to speak of.
        self.ask(app, request).await.map(drop)
    }
}

/// The room and the seat of somebody who wants something done. Whoever writes is brought up to the log with the command itself, so
/// only an unknown seat is a reason to read it before. Who left may still send what was under way: the engine knows the seat.
pub(super) async fn place_of(app: &App, member: &Member) -> Result<(Arc<Room>, Seat), Answer> {
    let room = app.rooms.room(&member.meeting.id, app.clock.now());
    if let Some(seat) = room.look(|state| member.seat(state)) {
        room.look_at_entrance(app).await?;
        room.hear(app, seat).await?;
        room.tick(app).await?;
        return Ok((room, seat));
    }
    let room = arrive(app, &member.meeting).await?;
    let seat = room.look(|state| member.seat(state));
    let seat = seat.ok_or_else(|| Answer::Forbidden(come_in_first))?;
    Ok((room, seat))
}

fn come_in_first(words: &Words) -> String {
    words.room_come_in_first()
}

/// Everybody with a line of their own page on this node.
fn seats(audience: &Audience) -> BTreeSet<Seat> {
    let lines = audience.lines.iter();
    lines.filter_map(|line| line.seat(&audience.state)).collect()
}

fn is_lost(state: &State, seat: Seat) -> bool {
    let person = state.person(seat);
    person.is_some_and(|person| person.present && person.line_lost.is_some())
}

fn may_be_lost(state: &State, seat: Seat) -> bool {
    let is_open = matches!(state.phase, Phase::Lobby | Phase::Running) && state.damage.is_none();
    let person = state.person(seat);
    is_open && person.is_some_and(|person| person.present && person.line_lost.is_none())
}
