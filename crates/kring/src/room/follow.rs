//! One task for each room with open lines: it follows the log and the clock, lets robots act, and shows that lines are alive.

use std::sync::Arc;
use std::time::Duration;

use ::store::Follower;
use jiff::Timestamp;
use session::ids::At;
use tokio::sync::watch;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, sleep};

use super::hub::{Room, lock, until_stopped};
use super::log::topic;
use crate::app::App;

/// How often a line without news shows that it is alive.
const BEAT: Duration = Duration::from_secs(15);

/// What is due by time is looked for at least this often.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// Follows a room until nobody listens any more.
pub(super) async fn follow(room: Arc<Room>, app: App) {
    let mut following = Following::new(room, app);
    following.keep_up().await;
    while following.room.is_still_heard() && following.go_on().await {}
    lock(&following.room.audience).end();
}

struct Following {
    room: Arc<Room>,
    app: App,
    follower: Follower,
    beat: Interval,
    stopped: watch::Receiver<bool>,
    keeps_up: bool,
    /// How long the robots of a rehearsal wait.
    robots: Option<Duration>,
}

/// Why it looks up.
enum Woken {
    /// With the newest sequence that was announced, if that is known.
    ByNews(Option<i64>),
    ByTime,
    ToBeat,
    ToStop,
}

impl Following {
    fn new(room: Arc<Room>, app: App) -> Self {
        let hub = &app.rooms.0;
        let bus = hub.bus.as_ref().unwrap_or_else(|| app.db.bus());
        let mut beat = interval_at(Instant::now() + BEAT, BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            follower: Follower::new(bus, &topic(&room.id), room.known(), hub.patience),
            beat,
            stopped: app.rooms.stopped(),
            keeps_up: false,
            robots: None,
            room,
            app,
        }
    }

    /// Waits for the next thing and does it; `false` when streams must end.
    async fn go_on(&mut self) -> bool {
        match self.next().await {
            Woken::ToStop => return false,
            // A line that does not get the news must not look alive.
            Woken::ToBeat if !self.keeps_up => {}
            Woken::ToBeat => {
                let now = At(self.app.clock.now().as_microsecond());
                lock(&self.room.audience).beat(now);
            }
            // Robots look up at everything; people see what this node wrote already.
            Woken::ByNews(Some(announced)) if self.robots.is_none() && self.room.knows(announced).await => {}
            Woken::ByNews(_) | Woken::ByTime => self.keep_up().await,
        }
        true
    }

    async fn next(&mut self) -> Woken {
        self.follower.seen(self.room.known());
        let due = until_due(&self.room, self.app.clock.now());
        let due = self.robots.map_or(due, |robots| robots.min(due));
        tokio::select! {
            goes_on = self.follower.wait() => {
                if goes_on { Woken::ByNews(self.follower.announced()) } else { Woken::ToStop }
            }
            () = sleep(due) => Woken::ByTime,
            _ = self.beat.tick() => Woken::ToBeat,
            () = until_stopped(&mut self.stopped) => Woken::ToStop,
        }
    }

    /// Brings readers up to the log, and does what is due.
    async fn keep_up(&mut self) {
        let kept_up = async {
            self.room.catch_up(&self.app).await?;
            self.room.look_at_entrance(&self.app).await?;
            self.room.greet(&self.app).await?;
            self.room.tick(&self.app).await?;
            self.room.remind(&self.app).await?;
            self.room.rehearse(&self.app).await
        };
        let kept_up: anyhow::Result<Option<Duration>> = kept_up.await;
        if let Err(error) = &kept_up {
            tracing::warn!("a room does not keep up and tries again: {error:#}");
        }
        self.keeps_up = kept_up.is_ok();
        self.robots = kept_up.unwrap_or_default();
    }
}

/// Real time until something is due; long when nothing is. What is due and did not happen is tried again after a second.
fn until_due(room: &Room, now: Timestamp) -> Duration {
    let due = room.look(session::decide::next_due);
    let micros = due.map_or(i64::MAX, |due| due.0.saturating_sub(now.as_microsecond()));
    match u64::try_from(micros) {
        Ok(micros) if micros > 0 => Duration::from_micros(micros).min(LONGEST_WAIT),
        _ => Duration::from_secs(1),
    }
}
