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

/// The id of a case by its owner and title.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    owner: &PersonId,
    title: &str,
) -> Result<Option<String>, Error> {
    tx.maybe(
        sql!("select min(id) from cases where meeting_id = $1 and owner_id = $2 and title = $3 having count(*) > 0"),
        args![meeting, owner, title],
    )
}

/// Writes down that a case was treated; one that was proposed in the room is added under this id.
pub(crate) fn treat(
    tx: &mut Tx<'_>,
    id: &str,
    meeting: &MeetingId,
    owner: &PersonId,
    (title, question): (&str, &str),
) -> Result<(), Error> {
    match find(tx, meeting, owner, title)? {
        Some(known) => tx.run(
            sql!("update cases set state = 'treated' where id = $1"),
            args![known],
        )?,
        None => return add(tx, id, meeting, owner, (title, question, "treated")),
    };
    Ok(())
}

/// What was prepared and not treated is there for another time.
pub(crate) fn spare_the_rest(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<(), Error> {
    tx.run(
        sql!("update cases set state = 'spare' where meeting_id = $1 and state = 'ready'"),
        args![meeting],
    )?;
    Ok(())
}
