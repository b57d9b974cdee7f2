//! The states of rooms, kept in memory.
//!
//! The log in the database is the truth. For each room in use two states are kept beside it:
//!
//! * the *writer's* state decides commands inside a write transaction. It may be ahead of the log when a transaction is undone
//!   after it, so before each use the row it ended with is compared with the log, and it starts anew when they differ;
//! * the *reader's* state holds committed events only and is what pages and streams show (see `audience`).
//!
//! A room that nobody has used for a while is dropped; its next visitor reads the log once.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ::store::{Bus, Db, Engine};
use jiff::{SignedDuration, Timestamp};
use session::event::Recorded;
use session::ids::{At, ClientKey};
use session::{Actor, Command, Refusal, Request, State};
use tokio::sync::watch;

use super::audience::{Audience, SELDOM};
use super::entrance::Entrances;
use super::lines::GRACE;
use super::log::{Writer, Writing, lost_a_race};
use super::members::Members;
use super::rehearsal::Stage;
use super::windows::Seen;
use crate::app::App;
use crate::id::MeetingId;

/// A room without streams and visitors is dropped from memory after this long.
const IDLE: SignedDuration = SignedDuration::from_mins(15);

/// How often the log is looked at although nothing was announced: wake-ups may get lost.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often another node may come first before a command gives up.
const ATTEMPTS: usize = 5;

/// The rooms in use on this node. Cheap to clone; all clones are one.
#[derive(Clone, Default)]
pub struct Rooms(pub(super) Arc<Hub>);

pub(super) struct Hub {
    rooms: Mutex<Known>,
    /// Where news is heard; the bus of the database unless set.
    pub(super) bus: Option<Bus>,
    pub(super) patience: Duration,
    grace: Duration,
    pub(super) stopped: watch::Sender<bool>,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            rooms: Mutex::default(),
            bus: None,
            patience: PATIENCE,
            grace: GRACE,
            stopped: watch::Sender::new(false),
        }
    }
}

#[derive(Default)]
struct Known {
    by_id: BTreeMap<MeetingId, Arc<Room>>,
    swept: Timestamp,
}

/// One room in use.
pub(super) struct Room {
    pub(super) id: MeetingId,
    /// What stands beside the log: door and agreements.
    pub(super) entrance: Entrances,
    /// Who was let in a moment ago.
    pub(super) members: Members,
    writer: Mutex<Writer>,
    pub(super) audience: Mutex<Audience>,
    /// On PostgreSQL two writes of one room at the same moment would only undo each other.
    turn: tokio::sync::Mutex<()>,
    /// Writes of this node that are under way.
    pub(super) writing: AtomicUsize,
    /// When somebody came last; microseconds.
    used: AtomicI64,
    /// How the robots of a rehearsal behave; a meeting has none.
    pub(super) stage: Mutex<Option<Stage>>,
    /// What people were last mailed about, in a session in writing.
    pub(super) mailed: Mutex<Seen>,
}

/// A state that somebody broke off in the middle of a change is read anew by whoever notices; the lock itself stays usable.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Rooms {
    /// Rooms that hear of news over this bus, and look at the log unasked this often.
    pub fn hearing(bus: Bus, patience: Duration) -> Self {
        Self(Arc::new(Hub {
            bus: Some(bus),
            patience,
            ..Hub::default()
        }))
    }

    /// The same, and somebody whose line closes has so long to come back.
    pub fn forgiving(bus: Bus, patience: Duration, grace: Duration) -> Self {
        Self(Arc::new(Hub {
            bus: Some(bus),
            patience,
            grace,
            ..Hub::default()
        }))
    }

    /// How long somebody has to come back.
    pub(super) fn grace(&self) -> Duration {
        self.0.grace
    }

    /// Ends every open stream, so that a server can stop.
    pub(crate) fn stop(&self) {
        self.0.stopped.send_replace(true);
    }

    /// Hears when streams must end.
    pub(crate) fn stopped(&self) -> watch::Receiver<bool> {
        self.0.stopped.subscribe()
    }

    /// A room, in use from now on.
    pub(super) fn room(&self, id: &MeetingId, now: Timestamp) -> Arc<Room> {
        let mut rooms = lock(&self.0.rooms);
        if now.duration_since(rooms.swept) > SignedDuration::from_mins(1) {
            rooms.swept = now;
            rooms.by_id.retain(|_, room| !room.is_idle(now));
        }
        let room = rooms
            .by_id
            .entry(id.clone())
            .or_insert_with(|| Arc::new(Room::new(id.clone(), now)));
        room.used.store(now.as_microsecond(), Ordering::Relaxed);
        Arc::clone(room)
    }

    /// Drops a room whose log was deleted, and shows its streams that nothing is left.
    pub(super) fn forget(&self, id: &MeetingId) {
        let room = lock(&self.0.rooms).by_id.remove(id);
        if let Some(room) = room {
            room.forget();
        }
    }
}

impl Rooms {
    /// A room for one look: the one in use, or one that nobody keeps afterwards.
    pub(super) fn glance(&self, id: &MeetingId, now: Timestamp) -> Arc<Room> {
        self.used(id)
            .unwrap_or_else(|| Arc::new(Room::new(id.clone(), now)))
    }

    /// A room that is in use already.
    pub(super) fn used(&self, id: &MeetingId) -> Option<Arc<Room>> {
        lock(&self.0.rooms).by_id.get(id).map(Arc::clone)
    }

    /// Whether whoever follows a room here sees everything as soon as it is stored: nobody else writes.
    pub(super) fn writes_alone(&self, db: &Db) -> bool {
        self.0.bus.is_none() && db.engine() == Engine::Sqlite
    }
}

impl Room {
    fn new(id: MeetingId, now: Timestamp) -> Self {
        Self {
            id,
            entrance: Entrances::default(),
            members: Members::default(),
            writer: Mutex::default(),
            audience: Mutex::new(Audience::new(SELDOM)),
            turn: tokio::sync::Mutex::default(),
            writing: AtomicUsize::new(0),
            used: AtomicI64::new(now.as_microsecond()),
            stage: Mutex::default(),
            mailed: Mutex::default(),
        }
    }

    /// What was written here is gone, and so are those who look.
    fn forget(&self) {
        *lock(&self.stage) = None;
        let mut audience = lock(&self.audience);
        audience.state = State::default();
        audience.end();
    }

    fn is_idle(&self, now: Timestamp) -> bool {
        let used = Timestamp::from_microsecond(self.used.load(Ordering::Relaxed)).unwrap_or(now);
        now.duration_since(used) > IDLE && lock(&self.audience).lines.is_empty()
    }

    /// Looks at the room as far as this node knows it.
    pub(super) fn look<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&lock(&self.audience).state)
    }

    /// Carries out a command: in the log first, then in what readers see.
    ///
    /// # Errors
    /// When the database does not keep it; nothing happened then, or only the log knows.
    pub(super) async fn ask(
        self: &Arc<Self>,
        app: &App,
        request: Request,
    ) -> anyhow::Result<Result<(), Refusal>> {
        let now = At(app.clock.now().as_microsecond());
        let writing = Writing::begin(&self.writing);
        let decided = self.decide(&app.db, request, now).await;
        let events = match decided {
            Ok(Ok(events)) => events,
            Ok(Err(refusal)) => return Ok(Err(refusal)),
            Err(error) => {
                *lock(&self.writer) = Writer::default();
                return Err(error.context("adding to the log of a room"));
            }
        };
        if !self.take(app, &events) && !self.comes_by_itself(app, &events).await {
            self.catch_up(app).await?;
        }
        drop(writing);
        Ok(Ok(()))
    }

    async fn decide(
        self: &Arc<Self>,
        db: &Db,
        request: Request,
        now: At,
    ) -> anyhow::Result<Result<Vec<Recorded>, Refusal>> {
        let turn = match db.engine() {
            Engine::Postgres => Some(self.turn.lock().await),
            Engine::Sqlite => None,
        };
        let request = Arc::new(request);
        let mut attempt = 1;
        let decided = loop {
            let (room, request) = (Arc::clone(self), Arc::clone(&request));
            let decided = db
                .write(move |tx| lock(&room.writer).decide(tx, &room.id, &request, now))
                .await;
            match decided {
                Err(error) if attempt < ATTEMPTS && lost_a_race(&error) => attempt += 1,
                decided => break decided,
            }
        };
        drop(turn);
        decided
    }

    /// Does what is due by time. Readers without script have no stream that would do it for them.
    pub(super) async fn tick(self: &Arc<Self>, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let due = self.look(session::decide::next_due);
        if due.is_none_or(|due| due.0 > now.as_microsecond()) {
            return Ok(());
        }
        let request = Request {
            key: ClientKey(format!("tick-{}", app.ids.id(now)?)),
            actor: Actor::System,
            command: Command::Tick,
        };
        // The house is never refused in a way that could be helped here: a closed or damaged room is simply not due.
        self.ask(app, request).await.map(drop)
    }
}

/// Done when streams must end; also when the hub itself is gone.
pub(super) async fn until_stopped(stopped: &mut watch::Receiver<bool>) {
    drop(stopped.wait_for(|stopped| *stopped).await);
}
