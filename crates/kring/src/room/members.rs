//! Who was let into a room a moment ago, so that not every word somebody sends asks the database whether they belong there.
//!
//! It is believed for a few seconds; whoever is shown out, or whose membership ends, is out after that at the latest. Showing
//! a guest out forgets it at once on this node.

use std::collections::BTreeMap;
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

use super::Member;
use super::hub::{Rooms, lock};
use crate::id::MeetingId;

/// How long it is believed.
const BELIEVED: SignedDuration = SignedDuration::from_secs(5);

/// Members of one room by what their browser showed.
#[derive(Default)]
pub(super) struct Members(Mutex<BTreeMap<String, (Timestamp, Member)>>);

impl Members {
    fn find(&self, key: &str, now: Timestamp) -> Option<Member> {
        let known = lock(&self.0);
        let (_, member) = known.get(key).filter(|(until, _)| *until > now)?;
        Some(member.clone())
    }

    fn put(&self, key: String, member: Member, now: Timestamp) {
        if let Ok(until) = now.checked_add(BELIEVED) {
            let mut known = lock(&self.0);
            known.retain(|_, (until, _)| *until > now);
            known.insert(key, (until, member));
        }
    }

    /// Believes nothing any longer.
    pub(super) fn forget(&self) {
        lock(&self.0).clear();
    }
}

impl Rooms {
    /// Somebody who was let in a moment ago.
    pub(super) fn member(&self, room: &MeetingId, key: &str, now: Timestamp) -> Option<Member> {
        self.used(room)?.members.find(key, now)
    }

    /// Somebody was let in.
    pub(super) fn remember(&self, key: String, member: &Member, now: Timestamp) {
        let room = self.room(&member.meeting.id, now);
        room.members.put(key, member.clone(), now);
    }
}
