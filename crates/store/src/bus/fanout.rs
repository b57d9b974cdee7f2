//! From one bus to its listeners in this process.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::broadcast;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

use super::Hint;

/// Hints a listener to everything may be behind before it is told that it lags.
const ROOM_FOR_ALL: usize = 1_024;
/// The same for a listener to one topic. Each open page listens to one of its own, and the room for hints is taken at once.
const ROOM_FOR_TOPIC: usize = 4;

/// So few topics are never looked through.
const FEW_TOPICS: usize = 64;

pub(super) struct Fanout {
    state: Mutex<State>,
}

struct State {
    /// Empty once closed.
    all: Option<broadcast::Sender<Hint>>,
    topics: BTreeMap<Arc<str>, broadcast::Sender<Hint>>,
    /// With how many topics the forgotten ones are looked for again.
    sweeps_at: usize,
}

impl Fanout {
    pub(super) fn new() -> Self {
        let all = Some(broadcast::Sender::new(ROOM_FOR_ALL));
        Self {
            state: Mutex::new(State {
                all,
                topics: BTreeMap::new(),
                sweeps_at: FEW_TOPICS,
            }),
        }
    }

    pub(super) fn publish(&self, hint: &Hint) {
        let mut state = self.lock();
        if let Some(all) = &state.all {
            // Nobody listening is fine.
            let _heard = all.send(hint.clone());
        }
        match hint {
            Hint::Wake(wake) => {
                let heard = state
                    .topics
                    .get(&wake.topic)
                    .is_none_or(|topic| topic.send(hint.clone()).is_ok());
                if !heard {
                    state.topics.remove(&wake.topic);
                }
            }
            Hint::Lagged => state.topics.retain(|_, topic| topic.send(Hint::Lagged).is_ok()),
        }
    }

    pub(super) fn listen(&self) -> Listener {
        match &self.lock().all {
            Some(all) => Listener {
                receiver: all.subscribe(),
            },
            None => Listener { receiver: closed() },
        }
    }

    pub(super) fn listen_to(&self, topic: &str) -> Listener {
        let mut state = self.lock();
        if state.all.is_none() {
            return Listener { receiver: closed() };
        }
        if let Some(known) = state.topics.get(topic) {
            return Listener {
                receiver: known.subscribe(),
            };
        }
        // A topic nobody listens to any more is forgotten at its next wake-up, or here: each time there are twice as many, so
        // that a new listener costs the same however many there are.
        if state.topics.len() >= state.sweeps_at {
            state.topics.retain(|_, topic| topic.receiver_count() > 0);
            state.sweeps_at = (state.topics.len() * 2).max(FEW_TOPICS);
        }
        let (sender, receiver) = broadcast::channel(ROOM_FOR_TOPIC);
        state.topics.insert(topic.into(), sender);
        Listener { receiver }
    }

    pub(super) fn close(&self) {
        let mut state = self.lock();
        state.all = None;
        state.topics.clear();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn closed() -> broadcast::Receiver<Hint> {
    broadcast::Sender::new(1).subscribe()
}

/// Hears hints, from its making on.
pub struct Listener {
    receiver: broadcast::Receiver<Hint>,
}

impl Listener {
    /// The next hint; [`Hint::Lagged`] when some were missed; `None` when the bus was closed.
    pub async fn next(&mut self) -> Option<Hint> {
        match self.receiver.recv().await {
            Ok(hint) => Some(hint),
            Err(RecvError::Lagged(_)) => Some(Hint::Lagged),
            Err(RecvError::Closed) => None,
        }
    }

    /// A hint that is already there.
    pub fn already(&mut self) -> Option<Hint> {
        match self.receiver.try_recv() {
            Ok(hint) => Some(hint),
            Err(TryRecvError::Lagged(_)) => Some(Hint::Lagged),
            Err(TryRecvError::Empty | TryRecvError::Closed) => None,
        }
    }
}
