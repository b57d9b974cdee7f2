//! Who was let into a room a moment ago, so that not every word somebody sends asks the database whether they belong there.
//!
//! It is believed for a few seconds, of somebody with an account for longer: who leads may show a guest out in the middle of a
//! meeting, a group loses a member seldom. Whoever has to go is out after that at the latest; showing a guest out forgets
//! everybody at once on this node.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};

use super::hub::{Rooms, lock};
use super::{Member, Who};
use crate::id::MeetingId;

/// How long it is believed of a guest.
const GUEST: SignedDuration = SignedDuration::from_secs(5);

/// The same of somebody with an account.
const PERSON: SignedDuration = SignedDuration::from_secs(30);

/// Members of one room by what their browser showed.
#[derive(Default)]
pub(super) struct Members(Mutex<BTreeMap<String, (Timestamp, Member)>>);

impl Members {
    fn find(&self, key: &str, now: Timestamp) -> Option<Member> {
        let known = lock(&self.0);
        let (_, member) = known.get(key).filter(|(until, _)| *until > now)?;
        Some(member.clone())
    }

    fn put(&self, key: String, mut member: Member, now: Timestamp) {
        let believed = match member.who {
            Who::Guest(_) => GUEST,
            Who::Person(_) => PERSON,
        };
        if let Ok(until) = now.checked_add(believed) {
            let mut known = lock(&self.0);
            known.retain(|_, (until, _)| *until > now);
            // An open page holds its meeting as long as it is open: everybody the same one.
            if let Some((_, other)) = known.values().find(|(_, other)| other.meeting == member.meeting) {
                member.meeting = Arc::clone(&other.meeting);
            }
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
