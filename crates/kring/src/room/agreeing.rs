//! Agreements at the door: who accepted them before is not asked again, and who accepts them in the room is not asked elsewhere.

use std::sync::Arc;

use anyhow::Context as _;
use session::ids::{ClientKey, Seat};
use session::{Actor, Command, Request};

use super::hub::Room;
use super::{Member, Who};
use crate::agreements;
use crate::app::App;

/// The version that somebody with a seat still has to accept.
fn awaited(room: &Room, member: &Member) -> Option<(Seat, u32)> {
    room.look(|state| {
        let seat = member.seat(state)?;
        let version = state.agreements?;
        let person = state.person(seat)?;
        (!person.accepted).then_some((seat, version))
    })
}

/// Accepts in the name of somebody who accepted this very version before.
pub(super) async fn keep(app: &App, room: &Arc<Room>, member: &Member) -> anyhow::Result<()> {
    let (Who::Person(person), Some((seat, version))) = (&member.who, awaited(room, member)) else {
        return Ok(());
    };
    let (meeting, person) = (member.meeting.id.clone(), person.clone());
    let has_accepted = app
        .db
        .read(
            move |tx| match agreements::store::of_meeting(tx, &meeting, i64::from(version))? {
                Some(agreement) => agreements::store::has_accepted(tx, &agreement.id, &person),
                None => Ok(false),
            },
        )
        .await
        .context("finding what somebody has accepted")?;
    if has_accepted {
        let request = Request {
            key: ClientKey(app.ids.id(app.clock.now()).context("making a key")?),
            actor: Actor::Seat(seat),
            command: Command::AcceptAgreements { version },
        };
        // Somebody who accepted in another window meanwhile has accepted.
        drop(room.ask(app, request).await?);
    }
    Ok(())
}

/// Notes outside the room what somebody has accepted in it. A guest is only here for this meeting.
pub(super) async fn note(app: &App, member: &Member, version: u32) -> anyhow::Result<()> {
    let Who::Person(person) = &member.who else {
        return Ok(());
    };
    let (meeting, person, now) = (member.meeting.id.clone(), person.clone(), app.clock.now());
    app.db
        .write(
            move |tx| match agreements::store::of_meeting(tx, &meeting, i64::from(version))? {
                Some(agreement) => {
                    agreements::store::accept(tx, &agreement.id, &person, now.as_microsecond())
                }
                None => Ok(()),
            },
        )
        .await
        .context("noting what somebody has accepted")
}
