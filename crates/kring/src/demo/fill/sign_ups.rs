//! The open meetings of the demo: what they invite to, and who signed up.

use super::Filler;
use crate::demo::world;
use crate::id::{MeetingId, SignUpId};
use crate::{meetings, openings, people};

impl Filler<'_, '_> {
    /// The invitation of an open meeting.
    pub(super) fn invitation(&mut self, meeting: &MeetingId, data: &world::Meeting) -> anyhow::Result<()> {
        let Some(invitation) = &data.invitation else {
            return Ok(());
        };
        let invitation = meetings::Invitation {
            goal: invitation.goal.clone(),
            audience: invitation.audience.clone(),
            questions: invitation.questions.join("\n"),
            time_asked: invitation.time_asked.clone(),
            title_en: invitation.title_en.clone(),
            slug: invitation.slug.clone(),
            capacity: invitation.capacity,
            ..meetings::Invitation::blank(meeting.clone())
        };
        meetings::store::add_invitation(self.tx, &invitation)?;
        Ok(())
    }

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
