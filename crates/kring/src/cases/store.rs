//! SQL of the cases slice.

use store::{Error, Tx, args, sql};

use super::Case;
use crate::id::{MeetingId, PersonId};

/// The cases of a meeting; treated ones first, spare ones last.
pub(crate) fn of_meeting(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Case>, Error> {
    tx.all(
        sql!(
            "select c.owner_id, p.name as owner, c.title, c.question, c.state
             from cases c join people p on p.id = c.owner_id
             where c.meeting_id = $1
             order by case c.state when 'treated' then 0 when 'ready' then 1 else 2 end, c.id"
        ),
        args![meeting],
    )
}

pub(crate) fn add(
    tx: &mut Tx<'_>,
    id: &str,
    meeting: &MeetingId,
    owner: &PersonId,
    case: (&str, &str, &str),
) -> Result<(), Error> {
    let (title, question, state) = case;
    tx.run(
        sql!(
            "insert into cases (id, meeting_id, owner_id, title, question, state)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        args![id, meeting, owner, title, question, state],
    )?;
    Ok(())
}
