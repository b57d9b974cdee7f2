//! Who signed up for the open meetings of the demo.

use super::Filler;
use crate::demo::world;
use crate::id::{MeetingId, SignUpId};
use crate::{openings, people};

impl Filler<'_, '_> {
    /// Whoever comes to a meeting with a page of its own signed up there.
    pub(super) fn sign_ups(&mut self, meeting: &MeetingId, data: &world::Meeting) -> anyhow::Result<()> {
        let invitation = data.invitation.as_ref();
        if invitation.is_none_or(|invitation| invitation.slug.is_none()) {
            return Ok(());
        }
        for key in data.people.iter().filter(|key| !data.declined.contains(key)) {
            let person = [self.person(key)?];
            for known in people::store::readers(self.tx, &person)? {
                let id = SignUpId(self.id()?);
                openings::note(self.tx, (id, meeting), &known, self.now.as_microsecond())?;
            }
        }
        Ok(())
    }
}
