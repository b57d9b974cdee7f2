//! Sessions in writing: who is reminded, and by which mail.
//!
//! The engine decides in the middle of a window who has not done their part, once for each, and notes it in the log. From that note
//! the mail follows: its key is made of the meeting, the step and the person, so that there is one however often and on however many
//! machines this is looked at. Who does their part while a mail still waits does not get it any more.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use session::event::{Attends, Newcomer, Place};
use session::ids::{At, Seat, VisitNo};
use session::robots::moves;
use session::script::Pace;
use session::state::Phase;
use session::{Actor, Command, Language as Speech, Request, State, Text};
use ui::{Language, locale};

use super::hub::{Room, lock};
use super::pages::{house, prepare};
use super::rules;
use crate::app::App;
use crate::id::{MeetingId, PersonId};
use crate::meetings::{self, Meeting};
use crate::people;
use crate::post::{self, Addressee, Class, Mail};
use crate::words::words;

/// How many parts of a demo are over.
const DONE: usize = 2;

/// More than a few people write in one part.
const MOST: usize = 200;

/// What was last seen of a window: its visit, how many were reminded, how many of those did their part since.
pub(super) type Seen = Option<(VisitNo, usize, usize)>;

/// A window with people who were reminded.
struct Window {
    seen: Seen,
    visit: VisitNo,
    title: String,
    step: Text,
    ends_at: At,
    /// Reminded and still missing, by seat.
    missing: Vec<(Seat, PersonId)>,
    /// Reminded, and done by now.
    done: Vec<Seat>,
}

impl Room {
    /// Brings the outbox up to the log: a mail for everybody who was reminded, none for who did their part.
    pub(super) async fn remind(self: &Arc<Self>, app: &App) -> anyhow::Result<()> {
        let Some(window) = self
            .look(window)
            .filter(|window| window.seen != *lock(&self.reminded))
        else {
            return Ok(());
        };
        let people: Vec<PersonId> = window.missing.iter().map(|(_, person)| person.clone()).collect();
        let readers = app
            .db
            .read(move |tx| people::store::readers(tx, &people))
            .await
            .context("finding whom to remind")?;
        let readers: BTreeMap<String, people::Addressed> = readers
            .into_iter()
            .map(|reader| (reader.id.0.clone(), reader))
            .collect();
        let now = app.clock.now();
        let mut mails = Vec::new();
        for (seat, person) in &window.missing {
            // A guest has no address here.
            if let Some(reader) = readers.get(&person.0) {
                mails.push(mail(app, &self.id, &window, *seat, reader, now)?);
            }
        }
        let done: Vec<String> = window
            .done
            .iter()
            .map(|seat| key(&self.id, window.visit, *seat))
            .collect();
        app.db
            .write(move |tx| {
                for mail in &mails {
                    post::store::enqueue(tx, mail, now.as_microsecond())?;
                }
                for key in &done {
                    post::store::withdraw(tx, key, now.as_microsecond())?;
                }
                Ok::<_, ::store::Error>(())
            })
            .await
            .context("reminding people")?;
        *lock(&self.reminded) = window.seen;
        Ok(())
    }
}

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

fn window(state: &State) -> Option<Window> {
    let is_on = state.phase == Phase::Running && state.script.pace == Pace::Written;
    let (no, visit, step) = (state.current?, state.now_visit()?, state.now_step()?);
    if !is_on || visit.reminded.is_empty() {
        return None;
    }
    let missing = state.missing(visit);
    let (late, done): (Vec<Seat>, Vec<Seat>) = visit.reminded.iter().partition(|seat| missing.contains(seat));
    let person = |seat: Seat| Some((seat, PersonId(state.person(seat)?.person.clone())));
    Some(Window {
        seen: Some((no, visit.reminded.len(), done.len())),
        visit: no,
        title: state.script.title.clone(),
        step: step.step.title.clone(),
        ends_at: state.clock.ends_at?,
        missing: late.into_iter().filter_map(person).collect(),
        done,
    })
}

fn key(meeting: &MeetingId, visit: VisitNo, seat: Seat) -> String {
    // The slash at the end keeps seat 1 apart from seat 12.
    format!("reminder/{meeting}/{}/{}/", visit.0, seat.0)
}

fn mail(
    app: &App,
    meeting: &MeetingId,
    window: &Window,
    seat: Seat,
    reader: &people::Addressed,
    now: Timestamp,
) -> anyhow::Result<Mail> {
    let language = Language::from_tag(&reader.language).unwrap_or(Language::Nl);
    let words = words(language);
    let ends = Timestamp::from_microsecond(window.ends_at.0).context("reading the end of a window")?;
    let step = window.step.get(match language {
        Language::Nl => Speech::Nl,
        Language::En => Speech::En,
    });
    let until = words.room_window(locale::date(language, ends), locale::time(language, ends));
    let link = format!("{}/room/{meeting}", app.config.address);
    Ok(Mail {
        id: Mail::id(&app.ids, now)?,
        key: key(meeting, window.visit, seat),
        to: Addressee {
            person: Some(reader.id.clone()),
            address: reader.mail.clone(),
            language,
        },
        subject: words.room_reminder_subject(&window.title),
        text: words.room_reminder(link, &reader.name, step, &window.title, until),
        about: "reminder",
        class: Class::InTurn,
        is_decoy: false,
        due: now,
        until: Some(ends),
    })
}
