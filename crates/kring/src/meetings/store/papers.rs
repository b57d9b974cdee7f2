//! SQL of what goes with a meeting: papers, and what its speakers speak about.

use store::{Error, Tx, args, sql};

use crate::id::{MeetingId, PersonId};
use crate::meetings::Paper;

/// The papers of a meeting, the oldest first; for a speaker those that are meant for them or came from them.
pub(crate) fn papers(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    speaker: Option<&PersonId>,
) -> Result<Vec<Paper>, Error> {
    let who = speaker.map_or("", |person| person.0.as_str());
    tx.all(
        sql!(
            "select id, title, link from papers
             where meeting_id = $1 and ($2 = '' or for_speakers = true or added_by = $2) order by added_at, id"
        ),
        args![meeting, who],
    )
}

/// What people speak about at a meeting.
pub(crate) fn subjects(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<(PersonId, String)>, Error> {
    tx.all(
        sql!(
            "select person_id, subject from speakers
             where meeting_id = $1 and ended_at is null and subject is not null order by person_id"
        ),
        args![meeting],
    )
}
