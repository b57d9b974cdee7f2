//! Opening a rehearsal: the person among robots, everybody in.

use std::sync::Arc;

use anyhow::bail;
use session::event::{Attends, Newcomer, Opening};
use session::ids::{ClientKey, Seat};
use session::robots;
use session::script::Script;
use session::{Actor, Command, Request};

use super::rules::Role;
use super::{Rehearsal, Stage};
use crate::app::App;
use crate::room::hub::Room;
use crate::web::SignedIn;

/// How a rehearsal begins, worked out beforehand.
pub(super) struct Beginning {
    pub(super) script: Script,
    pub(super) seed: u64,
    pub(super) people: u16,
    pub(super) role: Role,
}

/// Opens the room of a new rehearsal and lets everybody in.
pub(super) async fn open(
    app: &App,
    rehearsal: &Rehearsal,
    who: &SignedIn,
    beginning: Beginning,
) -> anyhow::Result<Arc<Room>> {
    let room = app.rooms.room(&rehearsal.id, app.clock.now());
    room.set_stage(Stage::new(rehearsal.pace, rehearsal.language.0));
    let (role, people) = (beginning.role, usize::from(beginning.people));
    let needs_owner = robots::needs_owner(&beginning.script);
    let language = rehearsal.language.0;
    let brings = |n: usize| participant(n, people, role, who).person;
    let opening = robots::opening(beginning.script, beginning.seed, language, &brings);
    let no_case = opening.cases.is_empty();
    let opening = Opening {
        // Who goes for a coffee finds the robots waiting; the rehearsal is deleted after a day anyway.
        forgotten_after: None,
        ..opening
    };
    let mut commands = vec![Command::Open(Box::new(opening)), Command::Join(lead(role, who))];
    commands.extend((0..people).map(|n| Command::Join(participant(n, people, role, who))));
    for (n, command) in commands.into_iter().enumerate() {
        ask(app, &room, n, Actor::System, command).await?;
    }
    if needs_owner && no_case {
        let seats = vec![Seat(1)];
        let role = session::model::Role::Owner;
        let lead = Actor::Seat(Seat(0));
        ask(app, &room, people + 2, lead, Command::GiveRole { role, seats }).await?;
    }
    Ok(room)
}

async fn ask(app: &App, room: &Arc<Room>, n: usize, actor: Actor, command: Command) -> anyhow::Result<()> {
    let request = Request {
        key: ClientKey(format!("begin-{n}")),
        actor,
        command,
    };
    if let Err(refusal) = room.ask(app, request).await? {
        bail!(
            "a rehearsal does not open: {}",
            refusal.message(session::Language::En)
        );
    }
    Ok(())
}

fn lead(role: Role, who: &SignedIn) -> Newcomer {
    if role == Role::Facilitator {
        Newcomer {
            attends: Attends::Facilitator,
            ..person(who)
        }
    } else {
        robots::facilitator()
    }
}

/// Whoever sits on the n-th chair: an owner on the first one, another participant on the last.
fn participant(n: usize, people: usize, role: Role, who: &SignedIn) -> Newcomer {
    match role {
        Role::Owner if n == 0 => person(who),
        Role::Participant if n + 1 == people => person(who),
        _ => robots::newcomer(n),
    }
}

fn person(who: &SignedIn) -> Newcomer {
    Newcomer {
        person: who.person.0.clone(),
        name: who.name.clone(),
        ..Newcomer::default()
    }
}
