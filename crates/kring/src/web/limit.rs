//! How often something may be tried: a rule per thing, counted per key such as an address or a [`Network`](super::Network).
//!
//! A slice writes its rules as constants and asks [`Limits::count`] before the work. Counting is in the memory of this node: with
//! several nodes somebody gets as many times more, and after a restart everybody begins anew. What must hold exactly, such as
//! the tries of one code, is counted in the database.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use governor::clock::Clock as Ticking;
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::clock::Clock;
use crate::error::Answer;

/// Keys of one rule are looked through for forgotten ones each time they have become this many more.
const MANY: usize = 4_096;

/// So many times at once; then one more each time an equal part of the span has passed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// Unique among all rules.
    pub(crate) name: &'static str,
    /// How many times; at least one.
    pub(crate) times: u32,
    /// In which span.
    pub(crate) within: Duration,
}

type Limiter = RateLimiter<String, HashMapStateStore<String>, Ticks, NoOpMiddleware<Duration>>;

/// What has been counted on this node. Cheap to clone; all clones count together.
#[derive(Clone)]
pub struct Limits {
    clock: Clock,
    kept: Arc<Mutex<BTreeMap<&'static str, Arc<Limiter>>>>,
}

impl Limits {
    /// Nothing counted yet.
    pub fn new(clock: &Clock) -> Self {
        Self {
            clock: clock.clone(),
            kept: Arc::default(),
        }
    }

    /// Counts once for this key, or answers [`Answer::TooMany`] with the seconds until it may be done again.
    pub(crate) fn count(&self, rule: &Rule, key: &str) -> Result<(), Answer> {
        let limiter = self.limiter(rule);
        if limiter.len() > MANY {
            limiter.retain_recent();
        }
        let now = Ticks(self.clock.clone()).now();
        limiter.check_key(&key.to_owned()).map_err(|not_until| {
            let wait = not_until.wait_time_from(now);
            // Up: a second too early is once more for nothing.
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            Answer::TooMany(u32::try_from(seconds).unwrap_or(u32::MAX).max(1))
        })
    }

    fn limiter(&self, rule: &Rule) -> Arc<Limiter> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = || {
            let times = NonZeroU32::new(rule.times).unwrap_or(NonZeroU32::MIN);
            let quota = Quota::with_period(rule.within / times.get())
                .unwrap_or_else(|| Quota::per_hour(times))
                .allow_burst(times);
            let limiter = Limiter::hashmap_with_clock(quota, Ticks(self.clock.clone()));
            Arc::new(limiter)
        };
        Arc::clone(kept.entry(rule.name).or_insert_with(fresh))
    }
}

/// Our clock as the counter reads it: time since 1970.
#[derive(Clone)]
struct Ticks(Clock);

impl Ticking for Ticks {
    type Instant = Duration;

    fn now(&self) -> Duration {
        let micros = u64::try_from(self.0.now().as_microsecond()).unwrap_or(0);
        Duration::from_micros(micros)
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    const THREE: Rule = Rule {
        name: "three in a minute",
        times: 3,
        within: Duration::from_mins(1),
    };

    fn seconds(limits: &Limits, key: &str) -> Option<u32> {
        match limits.count(&THREE, key) {
            Ok(()) => None,
            Err(Answer::TooMany(seconds)) => Some(seconds),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn after_the_last_time_one_waits_as_long_as_is_said() {
        let clock = Clock::standing_at("2026-11-23T09:00:00Z".parse().unwrap());
        let limits = Limits::new(&clock);
        for _ in 0..3 {
            assert_eq!(seconds(&limits, "a"), None);
        }
        assert_eq!(seconds(&limits, "a"), Some(20));
        assert_eq!(seconds(&limits, "b"), None, "somebody else is counted apart");
        clock.advance(SignedDuration::from_secs(19));
        assert_eq!(seconds(&limits, "a"), Some(1));
        clock.advance(SignedDuration::from_secs(1));
        assert_eq!(seconds(&limits, "a"), None);
        assert_eq!(seconds(&limits, "a"), Some(20), "once more, not three times");
    }

    #[test]
    fn keys_nobody_uses_any_more_are_forgotten() {
        let clock = Clock::standing_at("2026-11-23T09:00:00Z".parse().unwrap());
        let limits = Limits::new(&clock);
        for number in 0..=MANY {
            assert_eq!(seconds(&limits, &number.to_string()), None);
        }
        clock.advance(SignedDuration::from_mins(5));
        assert_eq!(seconds(&limits, "one more"), None);
        assert_eq!(limits.limiter(&THREE).len(), 1);
    }
}
