//! Wake-ups: "topic X has something new, up to sequence N".
//!
//! A wake-up is a hint and never the news itself. The log in the database is the truth: whoever is woken reads it after
//! their own last sequence. So a wake-up may get lost, come twice or come late; together with a slow look now and then
//! (see [`Follower`]) nothing is lost or doubled. Three ways to travel, one behaviour:
//!
//! * local: inside this process;
//! * PostgreSQL's LISTEN/NOTIFY: in the writing transaction itself;
//! * NATS: after the commit.
//!
//! Within the writing process a wake-up is always delivered directly as well.

mod fanout;
mod follow;
mod nats;
mod notify;

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::mpsc;

use self::fanout::Fanout;
pub use self::fanout::Listener;
pub use self::follow::Follower;
use crate::{BusKind, Config, Error, Url};

/// Wake-ups on their way out of the process. When the other side is so slow that this many wait, further ones are
/// dropped: they are hints.
const OUTBOX: usize = 4_096;
/// Longer topics are not sent; PostgreSQL's limit for a whole message is 8,000 bytes.
const LONGEST_TOPIC: usize = 500;

/// There is something new in the log of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wake {
    /// Whose log; a room, for instance.
    pub topic: Arc<str>,
    /// The newest sequence in it.
    pub seq: i64,
}

/// What a listener hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Look at this topic.
    Wake(Wake),
    /// Wake-ups may have been missed: look at everything.
    Lagged,
}

/// Sends and receives wake-ups. Cheap to clone; all clones are one bus.
#[derive(Clone)]
pub struct Bus {
    fanout: Arc<Fanout>,
    outbox: Outbox,
}

#[derive(Clone)]
enum Outbox {
    Nobody,
    Notify(Sender),
    Nats(Sender),
}

/// To the bus thread; empty once the bus is closed, which ends the thread.
type Sender = Arc<Mutex<Option<mpsc::Sender<Wake>>>>;

impl Bus {
    /// A bus inside this process.
    pub fn local() -> Self {
        Self {
            fanout: Arc::new(Fanout::new()),
            outbox: Outbox::Nobody,
        }
    }

    /// The bus of a configuration. Does not wait for the other side: it connects by itself, and again when the
    /// connection is lost, and then tells its listeners that they may have missed something.
    pub fn open(config: &Config) -> Result<Self, Error> {
        match (&config.bus, &config.url) {
            (BusKind::Local, _) | (BusKind::Auto, Url::Sqlite(_)) => Ok(Self::local()),
            (BusKind::Auto | BusKind::Notify, Url::Postgres(url)) => notify::open(url),
            (BusKind::Notify, Url::Sqlite(_)) => Err(Error::WrongUrl {
                problem: "LISTEN/NOTIFY needs PostgreSQL; with SQLite one process serves everybody"
                    .to_owned(),
            }),
            (BusKind::Nats { url, subject }, _) => nats::open(url, subject),
        }
    }

    /// Wakes everybody who listens to `topic`. In a transaction use [`Tx::wake`](crate::Tx::wake).
    pub fn wake(&self, topic: &str, seq: i64) {
        self.send(Wake {
            topic: topic.into(),
            seq,
        });
    }

    /// Hears every wake-up from now on.
    pub fn listen(&self) -> Listener {
        self.fanout.listen()
    }

    /// Hears the wake-ups of one topic from now on; the choice for many listeners with a topic each.
    pub fn listen_to(&self, topic: &str) -> Listener {
        self.fanout.listen_to(topic)
    }

    /// Ends it: listeners hear no more, the bus thread stops.
    pub fn close(&self) {
        self.fanout.close();
        if let Outbox::Notify(sender) | Outbox::Nats(sender) = &self.outbox {
            drop(sender.lock().unwrap_or_else(PoisonError::into_inner).take());
        }
    }

    pub(crate) fn send(&self, wake: Wake) {
        if let Outbox::Notify(sender) | Outbox::Nats(sender) = &self.outbox {
            post(sender, wake.clone());
        }
        self.fanout.publish(&Hint::Wake(wake));
    }

    /// For a transaction whose commit was sent with [`commit_text`](Self::commit_text).
    pub(crate) fn send_after_commit(&self, wake: Wake) {
        if let Outbox::Nats(sender) = &self.outbox {
            post(sender, wake.clone());
        }
        self.fanout.publish(&Hint::Wake(wake));
    }

    /// The text that commits on PostgreSQL; with LISTEN/NOTIFY the wake-ups ride along in the same round trip.
    pub(crate) fn commit_text(&self, wakes: &[Wake]) -> String {
        let mut text = String::new();
        if let Outbox::Notify(_) = &self.outbox {
            for wake in wakes.iter().filter(|wake| fits(wake)) {
                text.push_str(&notify::statement(wake));
            }
        }
        text.push_str("commit");
        text
    }
}

fn fits(wake: &Wake) -> bool {
    let fits = wake.topic.len() <= LONGEST_TOPIC;
    if !fits {
        tracing::warn!(
            length = wake.topic.len(),
            "a wake-up with too long a topic is not sent"
        );
    }
    fits
}

fn post(sender: &Sender, wake: Wake) {
    let sender = sender.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(sender) = sender.as_ref()
        && fits(&wake)
        && sender.try_send(wake).is_err()
    {
        tracing::debug!("a wake-up was dropped: too many are waiting");
    }
}

/// `12 room/7`, for the wire.
fn encode(wake: &Wake) -> String {
    format!("{} {}", wake.seq, wake.topic)
}

fn decode(text: &str) -> Option<Wake> {
    let (seq, topic) = text.split_once(' ')?;
    Some(Wake {
        topic: topic.into(),
        seq: seq.parse().ok()?,
    })
}

/// Starts the thread of a bus that leaves the process. `life` runs there until the receiver is closed.
fn start<F, Life>(life: F) -> Result<(Arc<Fanout>, Sender), Error>
where
    F: FnOnce(Arc<Fanout>, mpsc::Receiver<Wake>) -> Life + Send + 'static,
    Life: Future<Output = ()>,
{
    let cannot = |error| Error::other("start the thread for wake-ups", error);
    let fanout = Arc::new(Fanout::new());
    let (sender, receiver) = mpsc::channel(OUTBOX);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(cannot)?;
    let shared = Arc::clone(&fanout);
    let body = move || {
        runtime.block_on(life(shared, receiver));
        // A name being looked up must not hold up the end.
        runtime.shutdown_background();
    };
    std::thread::Builder::new()
        .name("kring-bus".to_owned())
        .spawn(body)
        .map_err(cannot)?;
    Ok((fanout, Arc::new(Mutex::new(Some(sender)))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wake_up_survives_the_wire() {
        let wake = Wake {
            topic: "room/it's 7".into(),
            seq: -3,
        };
        assert_eq!(decode(&encode(&wake)), Some(wake));
        for wrong in ["", "7", "x room", " room"] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}
