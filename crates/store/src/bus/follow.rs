//! Following a log: read after the last sequence when woken, and now and then anyway.

use std::time::Duration;

use super::{Bus, Hint, Listener};

/// Follows the log of one topic. The loop around it is always the same:
///
/// ```no_run
/// # async fn show(event: (i64, String)) {}
/// # async fn example(db: store::Db) -> Result<(), store::Error> {
/// let mut follower = store::Follower::new(db.bus(), "room/7", 0, std::time::Duration::from_secs(5));
/// loop {
///     let after = follower.last();
///     let news: Vec<(i64, String)> = db
///         .read(move |tx| {
///             let select = store::sql!("select seq, body from log where room = 'room/7' and seq > $1 order by seq");
///             tx.all(select, store::args![after])
///         })
///         .await?;
///     for event in news {
///         follower.seen(event.0);
///         show(event).await;
///     }
///     if !follower.wait().await {
///         return Ok(());
///     }
/// }
/// # }
/// ```
///
/// It listens from its making on, so nothing falls between the first read and the first wait.
pub struct Follower {
    listener: Listener,
    last: i64,
    announced: Option<i64>,
    at_most: Duration,
}

impl Follower {
    /// Follows `topic` after the sequence `last`, and looks at least every `at_most`, for wake-ups that got lost.
    pub fn new(bus: &Bus, topic: &str, last: i64, at_most: Duration) -> Self {
        Self {
            listener: bus.listen_to(topic),
            last,
            announced: None,
            at_most,
        }
    }

    /// The last sequence that was seen; read after it.
    pub fn last(&self) -> i64 {
        self.last
    }

    /// Notes that this sequence has been dealt with.
    pub fn seen(&mut self, seq: i64) {
        self.last = self.last.max(seq);
    }

    /// The newest sequence that the last [`wait`](Self::wait) heard of: whoever knows it already need not read. `None` when there
    /// may be more, because wake-ups were missed or nothing was heard for long.
    pub fn announced(&self) -> Option<i64> {
        self.announced
    }

    /// Waits until it is worth reading: something newer is announced, wake-ups may have been missed, or `at_most` is
    /// over. `false` when the bus was closed.
    pub async fn wait(&mut self) -> bool {
        self.announced = None;
        let newer = Self::newer(&mut self.listener, self.last);
        match tokio::time::timeout(self.at_most, newer).await {
            Ok(Some(announced)) => {
                self.announced = announced;
                true
            }
            Ok(None) => false,
            // Over time is a reason to look as well.
            Err(_over_time) => true,
        }
    }

    /// What is announced, if that is known; nothing when the bus was closed.
    async fn newer(listener: &mut Listener, last: i64) -> Option<Option<i64>> {
        let mut newest = loop {
            match listener.next().await? {
                Hint::Wake(wake) if wake.seq <= last => {}
                Hint::Wake(wake) => break Some(wake.seq),
                Hint::Lagged => break None,
            }
        };
        // One look answers everything that was announced by now.
        while let Some(hint) = listener.already() {
            newest = match (hint, newest) {
                (Hint::Wake(wake), Some(seq)) => Some(seq.max(wake.seq)),
                _ => None,
            };
        }
        Some(newest)
    }
}
