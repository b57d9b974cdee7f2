//! Giving people a place, inside the transaction of whoever does it: one person from a form, or everybody on a list.

use ::store::{Error, Tx};

use super::store;
use crate::id::{GroupId, PersonId, ProgrammeId};
use crate::{calendar, groups};

/// The days of a change, `YYYY-MM-DD`, and its moment in microseconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct When<'a> {
    pub(crate) today: &'a str,
    pub(crate) yesterday: &'a str,
    pub(crate) now: i64,
}

/// Makes somebody a participant of the programme; `false` when they had a place in it already.
pub(crate) fn join(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
    fresh: (&str, &str),
) -> Result<bool, Error> {
    join_as(tx, (programme, "participant"), person, fresh)
}

/// Gives somebody a place in the programme, as participant or facilitator; `false` when they had one already.
pub(super) fn join_as(
    tx: &mut Tx<'_>,
    (programme, role): (&ProgrammeId, &str),
    person: &PersonId,
    (membership, today): (&str, &str),
) -> Result<bool, Error> {
    let is_new = store::seats(tx, programme, today, std::slice::from_ref(person))?.is_empty();
    if is_new {
        groups::store::add_member(tx, membership, (programme, None), person, role, today)?;
    }
    Ok(is_new)
}

/// Gives somebody of the programme a seat in a group, as a role, or takes them out of all of them; `false` when they are no member of
/// the programme, or nothing changes. Two ids for memberships were made before.
pub(crate) fn move_one(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    (person, goal): (&PersonId, Option<(&GroupId, &str)>),
    (one, other): (&str, &str),
    when: When<'_>,
) -> Result<bool, Error> {
    let seats = store::seats(tx, programme, when.today, std::slice::from_ref(person))?;
    if seats.is_empty() {
        return Ok(false);
    }
    let sits = |(group, role): (&GroupId, &str)| {
        seats
            .iter()
            .any(|seat| seat.group_id.as_ref() == Some(group) && seat.role == role)
    };
    if goal.is_some_and(sits) {
        return Ok(false);
    }
    for seat in &seats {
        let Some(group) = &seat.group_id else { continue };
        // Whoever leads one group may take part in another, or lead several; nobody takes part in two.
        let leaves = match goal {
            None => true,
            Some((to, "participant")) => seat.role == "participant" || group == to,
            Some((to, _)) => group == to,
        };
        if leaves {
            store::unseat(tx, group, (person, &seat.role), when.yesterday)?;
            calendar::leave(tx, (programme, Some(group)), person, when.now)?;
        }
    }
    // Without a group they are in the programme all the same.
    if !seats.iter().any(|seat| seat.group_id.is_none()) {
        groups::store::add_member(tx, one, (programme, None), person, "participant", when.today)?;
    }
    if let Some((group, role)) = goal {
        store::seat(tx, other, (programme, group), (person, role), when.today)?;
    }
    Ok(true)
}
