//! The only place that reads the clock or asks for randomness.
//!
//! Everything else gets the time and new ids as values, so that a test can foresee them and a session can be replayed.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// Where the time comes from.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The clock of this machine.
    #[default]
    System,
    /// A clock that stands still until somebody moves it; microseconds since 1970, UTC.
    Virtual(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at this moment.
    pub fn standing_at(moment: Timestamp) -> Self {
        Self::Virtual(Arc::new(AtomicI64::new(moment.as_microsecond())))
    }

    /// The present moment, to the microsecond.
    pub fn now(&self) -> Timestamp {
        match self {
            #[expect(
                clippy::disallowed_methods,
                reason = "this is the one place that reads the clock"
            )]
            Self::System => {
                let now = Timestamp::now();
                Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
            }
            Self::Virtual(micros) => {
                Timestamp::from_microsecond(micros.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX)
            }
        }
    }

    /// Moves a virtual clock forward; the clock of the machine goes its own way.
    pub fn advance(&self, by: SignedDuration) {
        if let Self::Virtual(micros) = self {
            let step = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
            micros.fetch_add(step, Ordering::SeqCst);
        }
    }
}

/// Where new ids and secrets come from.
#[derive(Clone, Debug, Default)]
pub enum Ids {
    /// From the randomness of the system.
    #[default]
    Random,
    /// A foreseeable row of ids, for tests and the demo world.
    Seeded(Arc<AtomicU64>),
}

impl Ids {
    /// A foreseeable row that starts at this seed.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(AtomicU64::new(seed)))
    }

    /// A new id: a `UUIDv7` as text, so that ids sort by the time they were made.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn id(&self, now: Timestamp) -> Result<String, getrandom::Error> {
        let mut random = [0; 10];
        match self {
            Self::Random => getrandom::fill(&mut random)?,
            Self::Seeded(next) => {
                let count = next.fetch_add(1, Ordering::SeqCst).to_be_bytes();
                // The last eight bytes carry the count, so that a seeded row is in order too.
                for (place, byte) in random.iter_mut().skip(2).zip(count) {
                    *place = byte;
                }
            }
        }
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random)
            .into_uuid()
            .to_string())
    }

    /// Fresh bytes for tokens and keys.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn secret<const N: usize>(&self) -> Result<[u8; N], getrandom::Error> {
        let mut bytes = [0; N];
        match self {
            Self::Random => getrandom::fill(&mut bytes)?,
            Self::Seeded(next) => {
                let count = next.fetch_add(1, Ordering::SeqCst).to_be_bytes();
                for (place, byte) in bytes.iter_mut().rev().zip(count.into_iter().rev()) {
                    *place = byte;
                }
            }
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> Timestamp {
        "2026-11-23T11:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_virtual_clock_moves_only_when_told() {
        let clock = Clock::standing_at(noon());
        assert_eq!(clock.now(), noon());
        clock.advance(SignedDuration::from_mins(5));
        assert_eq!(clock.now().to_string(), "2026-11-23T11:05:00Z");
    }

    #[test]
    fn seeded_ids_can_be_foreseen_and_sort_by_age() {
        let (one, other) = (Ids::seeded(1), Ids::seeded(1));
        let first = one.id(noon()).unwrap();
        assert_eq!(first, other.id(noon()).unwrap());
        let second = one.id(noon()).unwrap();
        assert!(first < second, "{first} {second}");
        assert_eq!(uuid::Uuid::parse_str(&first).unwrap().get_version_num(), 7);
    }

    #[test]
    fn two_random_ids_differ() {
        assert_ne!(Ids::Random.id(noon()).unwrap(), Ids::Random.id(noon()).unwrap());
        assert_ne!(
            Ids::Random.secret::<32>().unwrap(),
            Ids::Random.secret::<32>().unwrap()
        );
    }
}
