//! A meeting in writing for a demo: brought on its way, so that there is something to look at.
//!
//! What such a meeting mails to people stands in `windows.rs`.

use std::sync::Arc;

use anyhow::{Context as _, bail};
use session::event::{Attends, Newcomer, Place};
use session::ids::{At, Seat};
use session::robots::moves;
use session::{Actor, Command, Language as Speech, Request};

use super::hub::Room;
use super::pages::{house, prepare};
use super::rules;
use crate::app::App;
use crate::meetings::{self, Meeting};

/// How many parts of a demo are over.
const DONE: usize = 2;

/// More than a few people write in one part.
const MOST: usize = 200;

/// Brings a meeting in writing on its way for a demo: everybody is in, the first parts are done, and of the next one only the
/// first few did theirs.
///
/// # Errors
/// When the database does not keep it, or the meeting cannot be opened.
pub(crate) async fn under_way(app: &App, meeting: &Meeting) -> anyhow::Result<()> {
    let room = app.rooms.room(&meeting.id, app.clock.now());
    room.catch_up(app).await?;
    if room.look(rules::is_open) {
        return Ok(());
    }
    let prepared = prepare(app, meeting).await?;
    let Ok(opening) = rules::opening(prepared, &app.catalogue) else {
        bail!("the plan of {} cannot be worked out", meeting.title);
    };
    let id = meeting.id.clone();
    let people = app
        .db
        .read(move |tx| meetings::store::attendants(tx, &id))
        .await?;
    let mut commands = vec![Command::Open(Box::new(opening))];
    commands.extend(people.into_iter().map(|person| {
        Command::Join(Newcomer {
            attends: if person.role == "facilitator" {
                Attends::Facilitator
            } else {
                Attends::Participant
            },
            person: person.person_id.0,
            name: person.name,
            organisation: person.organisation,
            place: Place::Online,
            ..Newcomer::default()
        })
    }));
    for command in commands {
        go(app, &room, Actor::System, command).await?;
    }
    accept(app, &room).await?;
    let lead = room
        .look(|state| state.lead)
        .context("nobody leads a meeting in writing")?;
    go(app, &room, Actor::Seat(lead), Command::Begin).await?;
    for _ in 0..DONE {
        write(app, &room, usize::MAX).await?;
        go(app, &room, Actor::Seat(lead), Command::Next).await?;
    }
    write(app, &room, 3).await
}

/// Everybody agrees to what the group promised each other, where it promised something.
async fn accept(app: &App, room: &Arc<Room>) -> anyhow::Result<()> {
    let asked = room.look(|state| {
        let people = state
            .people
            .iter()
            .enumerate()
            .filter(|(_, person)| !person.accepted);
        let seats = people.map(|(n, _)| Seat::at(n)).collect::<Vec<_>>();
        state.agreements.map(|version| (version, seats))
    });
    if let Some((version, seats)) = asked {
        for seat in seats {
            go(
                app,
                room,
                Actor::Seat(seat),
                Command::AcceptAgreements { version },
            )
            .await?;
        }
    }
    Ok(())
}

/// The first few do their part.
async fn write(app: &App, room: &Arc<Room>, few: usize) -> anyhow::Result<()> {
    for _ in 0..MOST {
        let now = At(app.clock.now().as_microsecond());
        let wish = room.look(|state| {
            let seats: Vec<Seat> = (0..state.people.len().min(few)).map(Seat::at).collect();
            moves(state, &seats, now, state.seed, Speech::Nl)
                .into_iter()
                .next()
        });
        let Some(wish) = wish else { return Ok(()) };
        go(app, room, Actor::Seat(wish.seat), wish.command).await?;
    }
    Ok(())
}

async fn go(app: &App, room: &Arc<Room>, actor: Actor, command: Command) -> anyhow::Result<()> {
    let request = Request {
        actor,
        ..house(app, command)?
    };
    match room.ask(app, request).await? {
        Ok(()) => Ok(()),
        Err(refusal) => bail!("a meeting in writing refuses: {}", refusal.message(Speech::En)),
    }
}
