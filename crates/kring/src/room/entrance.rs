//! What belongs to a room and does not stand in its log: the door for guests, and the words of the agreements.
//!
//! It changes seldom and is shown often, so each node keeps it in memory. A change on this node is seen at once, one on another
//! node after a few seconds; whether a guest is let in is always asked of the database.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use maud::Markup;

use super::hub::Room;
use super::presence::Tries;
use super::rules;
use crate::agreements::{self, Agreement};
use crate::app::App;
use crate::guests::{self, Door};
use crate::meetings::Meeting;

/// How long what this node knows is believed.
const FRESH: SignedDuration = SignedDuration::from_secs(5);

/// What is known beside the log of a room.
#[derive(Clone, Debug, Default)]
pub(super) struct Entrance {
    /// The way in for guests; `None` when the room was never opened.
    pub(super) way: Option<Way>,
    /// The agreements that hold in this session.
    pub(super) agreement: Option<Agreement>,
}

/// The way in for guests, ready to be shown.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub(super) door: Door,
    /// The address of the join page with the code in it.
    pub(super) link: String,
    /// The same for a telephone to scan.
    pub(super) qr: Option<Markup>,
}

/// The entrance as this node knows it.
#[derive(Default)]
pub(super) struct Entrances {
    held: Mutex<Held>,
    /// Wrong digits so far.
    pub(super) tries: Tries,
}

#[derive(Default)]
struct Held {
    entrance: Arc<Entrance>,
    read_at: Option<Timestamp>,
}

impl Entrance {
    /// The same on every node that knows the same.
    pub(super) fn mark(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let door = self.way.as_ref().map(|way| (&way.door.code, way.door.is_open));
        (door, self.agreement.as_ref().map(|agreement| &agreement.id)).hash(&mut hasher);
        hasher.finish()
    }
}

impl Entrances {
    /// What is known now.
    pub(super) fn known(&self) -> Arc<Entrance> {
        Arc::clone(&self.held().entrance)
    }

    /// Believes it no longer.
    pub(super) fn forget(&self) {
        self.held().read_at = None;
    }

    fn is_fresh(&self, now: Timestamp) -> bool {
        let read_at = self.held().read_at;
        read_at.is_some_and(|read_at| now.duration_since(read_at) < FRESH)
    }

    /// Takes in what was read; says whether it changed anything.
    fn put(&self, door: Option<Door>, agreement: Option<Agreement>, address: &str, now: Timestamp) -> bool {
        let mut held = self.held();
        held.read_at = Some(now);
        let known = held.entrance.way.as_ref().map(|way| &way.door);
        let is_news = known != door.as_ref() || held.entrance.agreement != agreement;
        if is_news {
            held.entrance = Arc::new(Entrance {
                way: door.map(|door| Way::new(door, address)),
                agreement,
            });
        }
        is_news
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Way {
    fn new(door: Door, address: &str) -> Self {
        let link = format!("{address}/join/{}", door.code);
        Self {
            qr: ui::qr("room-qr", &link, &link),
            link,
            door,
        }
    }
}

impl Room {
    /// Brings what is known beside the log up to the database, now and then.
    pub(super) async fn look_at_entrance(self: &Arc<Self>, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        if !self.look(rules::is_open) || self.entrance.is_fresh(now) {
            return Ok(());
        }
        let (id, version) = (self.id.clone(), self.look(|state| state.agreements));
        let (door, agreement) = app
            .db
            .read(move |tx| {
                let agreement = match version {
                    Some(version) => agreements::store::of_meeting(tx, &id, i64::from(version))?,
                    None => None,
                };
                Ok::<_, ::store::Error>((guests::store::find_door(tx, &id)?, agreement))
            })
            .await
            .context("looking at the door of a room")?;
        if self.entrance.put(door, agreement, &app.config.address, now) {
            self.tell_all(app);
        }
        Ok(())
    }
}

/// A room has a door before anybody is in. Guests are welcome at open meetings; a group opens its door itself.
pub(super) async fn hang_door(app: &App, meeting: &Meeting) -> anyhow::Result<()> {
    let door = guests::new_door(&app.ids, meeting.group_id.is_none())?;
    let (id, now) = (meeting.id.clone(), app.clock.now().as_microsecond());
    app.db
        .write(move |tx| guests::store::add_door(tx, &id, &door, now))
        .await
        .context("making the door of a room")
}
