//! Sign-ins that this node has seen a moment ago, so that not every request of a busy room asks the database who sent it.
//!
//! One is believed for half a minute. Signing out, here or on another device or through another node, wakes a topic, and what
//! was known is dropped at that moment, and so does a new name; only where that wake-up gets lost does the sign-in live on for so long.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ::store::{Bus, Listener};
use jiff::{SignedDuration, Timestamp};

use super::rules;
use crate::web::SignedIn;

/// How long a sign-in is believed.
const BELIEVED: SignedDuration = SignedDuration::from_secs(30);

/// When there are twice as many as at the last clearing, what is old is cleared away.
const FEW: usize = 256;

/// Cheap to clone; all clones are one.
#[derive(Clone, Default)]
pub struct Recent(Arc<Mutex<Known>>);

#[derive(Default)]
struct Known {
    by_hash: BTreeMap<String, Seen>,
    clears_at: usize,
}

struct Seen {
    who: SignedIn,
    until: Timestamp,
    end: Listener,
    renamed: Listener,
}

impl Recent {
    /// Who signed in with the token of this hash, if that was looked up a moment ago.
    pub(super) fn find(&self, hash: &str, now: Timestamp) -> Option<SignedIn> {
        let mut known = self.lock();
        let seen = known.by_hash.get_mut(hash)?;
        let is_told = seen.end.already().or_else(|| seen.renamed.already()).is_some();
        if seen.until > now && !is_told {
            return Some(seen.who.clone());
        }
        known.by_hash.remove(hash);
        None
    }

    /// Remembers who it is.
    pub(super) fn put(&self, hash: String, who: SignedIn, bus: &Bus, now: Timestamp) {
        let Ok(until) = now.checked_add(BELIEVED) else {
            return;
        };
        let end = bus.listen_to(&rules::topic(&who.sign_in));
        let renamed = bus.listen_to(&rules::name_topic(&who.person));
        let mut known = self.lock();
        if known.by_hash.len() >= known.clears_at {
            known.by_hash.retain(|_, seen| seen.until > now);
            known.clears_at = (known.by_hash.len() * 2).max(FEW);
        }
        known.by_hash.insert(
            hash,
            Seen {
                who,
                until,
                end,
                renamed,
            },
        );
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
