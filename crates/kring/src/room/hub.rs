//! The states of rooms, kept in memory.
//!
//! The log in the database is the truth. For each room in use two states are kept beside it:
//!
//! * the *writer's* state decides commands inside a write transaction. It may be ahead of the log when a transaction is undone
//!   after it, so before each use the row it ended with is compared with the log, and it starts anew when they differ;
//! * the *reader's* state holds committed events only and is what pages and streams show.
//!
//! A room that nobody has used for a while is dropped; its next visitor reads the log once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ::store::{Bus, Db, Engine, Follower};
use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use session::event::Recorded;
use session::ids::{At, ClientKey, Seq};
use session::replay::go_on;
use session::{Actor, Command, Refusal, Request, State};
use tokio::sync::watch;

use super::entrance::Entrances;
use super::log::{Writer, lost_a_race, number, place, topic};
use super::rehearsal::Stage;
use super::store;
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
pub struct Rooms(Arc<Hub>);

struct Hub {
    rooms: Mutex<Known>,
    /// Where news is heard; the bus of the database unless set.
    bus: Option<Bus>,
    patience: Duration,
    stopped: watch::Sender<bool>,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            rooms: Mutex::default(),
            bus: None,
            patience: PATIENCE,
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
    writer: Mutex<Writer>,
    reader: Mutex<State>,
    news: watch::Sender<News>,
    /// On PostgreSQL two writes of one room at the same moment would only undo each other.
    turn: tokio::sync::Mutex<()>,
    audience: Mutex<Audience>,
    /// How the robots of a rehearsal behave; a meeting has none.
    stage: Mutex<Option<Stage>>,
}

/// What readers are told: there is something to look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct News {
    seq: Seq,
    is_damaged: bool,
    /// How often what stands beside the log has changed.
    entrance: u32,
}

struct Audience {
    streams: usize,
    is_followed: bool,
    used: Timestamp,
}

/// A state that somebody broke off in the middle of a change is read anew by whoever notices; the lock itself stays usable.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
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

    /// Ends every open stream, so that a server can stop.
    pub(crate) fn stop(&self) {
        self.0.stopped.send_replace(true);
    }

    /// Hears when streams must end.
    pub(super) fn stopped(&self) -> watch::Receiver<bool> {
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
        lock(&room.audience).used = now;
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
        let used = lock(&self.0.rooms).by_id.get(id).map(Arc::clone);
        used.unwrap_or_else(|| Arc::new(Room::new(id.clone(), now)))
    }
}

impl Room {
    fn new(id: MeetingId, now: Timestamp) -> Self {
        Self {
            id,
            entrance: Entrances::default(),
            writer: Mutex::default(),
            reader: Mutex::default(),
            news: watch::Sender::default(),
            turn: tokio::sync::Mutex::default(),
            audience: Mutex::new(Audience {
                streams: 0,
                is_followed: false,
                used: now,
            }),
            stage: Mutex::default(),
        }
    }

    /// How the robots of this room behave, in a rehearsal.
    pub(super) fn stage(&self) -> Option<Stage> {
        *lock(&self.stage)
    }

    /// This room is a rehearsal.
    pub(super) fn set_stage(&self, stage: Stage) {
        *lock(&self.stage) = Some(stage);
    }

    /// What was written here is gone, and so are those who look.
    fn forget(&self) {
        *lock(&self.stage) = None;
        let mut state = lock(&self.reader);
        *state = State::default();
        self.news.send_replace(News::default());
    }

    fn is_idle(&self, now: Timestamp) -> bool {
        let audience = lock(&self.audience);
        audience.streams == 0 && now.duration_since(audience.used) > IDLE
    }

    /// Looks at the room as far as this node knows it.
    pub(super) fn look<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&lock(&self.reader))
    }

    /// Hears of every change from now on.
    pub(super) fn news(&self) -> watch::Receiver<News> {
        self.news.subscribe()
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
        let decided = self.decide(&app.db, request, now).await;
        let events = match decided {
            Ok(Ok(events)) => events,
            Ok(Err(refusal)) => return Ok(Err(refusal)),
            Err(error) => {
                *lock(&self.writer) = Writer::default();
                return Err(error.context("adding to the log of a room"));
            }
        };
        if !self.take(&events) {
            self.catch_up(&app.db).await?;
        }
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

    /// Shows committed events to readers; `false` when something before them is not known here yet.
    fn take(&self, events: &[Recorded]) -> bool {
        let mut state = lock(&self.reader);
        for recorded in events {
            if recorded.seq <= state.seq {
                continue;
            }
            if recorded.seq.0 != state.seq.0 + 1 || state.damage.is_some() {
                return false;
            }
            state.apply(recorded);
        }
        self.tell(&state);
        true
    }

    /// Brings what readers see up to the log.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) async fn catch_up(self: &Arc<Self>, db: &Db) -> anyhow::Result<()> {
        let (id, after) = (self.id.clone(), self.look(|state| state.seq));
        let from = number(after)?.saturating_add(1);
        let rows = db
            .read(move |tx| store::rows_from(tx, &id, from))
            .await
            .context("reading the log of a room")?;
        let mut state = lock(&self.reader);
        let known = state.seq;
        let rows = rows.iter().map(|row| (place(row), row.row.as_str()));
        let mut new = rows.filter(|(seq, _)| *seq > known).peekable();
        if new.peek().is_some() {
            go_on(&mut state, new);
            self.tell(&state);
        }
        Ok(())
    }

    pub(super) fn tell(&self, state: &State) {
        let now = News {
            seq: state.seq,
            is_damaged: state.damage.is_some(),
            entrance: self.entrance.changes(),
        };
        self.news
            .send_if_modified(|before| std::mem::replace(before, now) != now);
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

    /// A stream opens. As long as there is one, somebody follows the log; `None` when there are too many.
    pub(super) fn enter(self: &Arc<Self>, app: &App, most: usize) -> Option<Listening> {
        let mut audience = lock(&self.audience);
        if audience.streams >= most {
            return None;
        }
        audience.streams += 1;
        if !audience.is_followed {
            audience.is_followed = true;
            drop(tokio::spawn(Arc::clone(self).follow(app.clone())));
        }
        Some(Listening(Arc::clone(self)))
    }

    /// Follows the log and the clock for everybody who listens, until nobody does.
    async fn follow(self: Arc<Self>, app: App) {
        let hub = Arc::clone(&app.rooms.0);
        let mut stopped = hub.stopped.subscribe();
        let bus = hub.bus.as_ref().unwrap_or_else(|| app.db.bus());
        let last = number(self.look(|state| state.seq)).unwrap_or(i64::MAX);
        let mut follower = Follower::new(bus, &topic(&self.id), last, hub.patience);
        while self.is_still_heard() {
            let robots = match self.keep_up(&app).await {
                Ok(robots) => robots,
                Err(error) => {
                    tracing::warn!("a room does not keep up and tries again: {error:#}");
                    None
                }
            };
            let due = self.until_due(app.clock.now());
            follower.seen(number(self.look(|state| state.seq)).unwrap_or(i64::MAX));
            let goes_on = tokio::select! {
                goes_on = follower.wait() => goes_on,
                () = tokio::time::sleep(robots.map_or(due, |robots| robots.min(due))) => true,
                () = until_stopped(&mut stopped) => false,
            };
            if !goes_on {
                lock(&self.audience).is_followed = false;
                return;
            }
        }
    }

    /// Does what is due; says how long robots wait, where there are any.
    async fn keep_up(self: &Arc<Self>, app: &App) -> anyhow::Result<Option<Duration>> {
        self.catch_up(&app.db).await?;
        self.look_at_entrance(app).await?;
        self.tick(app).await?;
        self.rehearse(app).await
    }

    /// Real time until something is due; long when nothing is. What is due and did not happen is
    /// tried again after a second.
    fn until_due(&self, now: Timestamp) -> Duration {
        let due = self.look(session::decide::next_due);
        let micros = due.map_or(i64::MAX, |due| due.0.saturating_sub(now.as_microsecond()));
        match u64::try_from(micros) {
            Ok(micros) if micros > 0 => Duration::from_micros(micros).min(PATIENCE * 12),
            _ => Duration::from_secs(1),
        }
    }

    fn is_still_heard(&self) -> bool {
        let mut audience = lock(&self.audience);
        audience.is_followed = audience.streams > 0;
        audience.is_followed
    }
}

/// A stream that is open; closing it is dropping this.
pub(super) struct Listening(Arc<Room>);

impl Drop for Listening {
    fn drop(&mut self) {
        let mut audience = lock(&self.0.audience);
        audience.streams = audience.streams.saturating_sub(1);
    }
}

/// Done when streams must end; also when the hub itself is gone.
pub(super) async fn until_stopped(stopped: &mut watch::Receiver<bool>) {
    drop(stopped.wait_for(|stopped| *stopped).await);
}
