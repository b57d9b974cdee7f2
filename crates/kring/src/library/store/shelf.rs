//! SQL of what stands on the shelf: what changed there, who may take it, and what is due to be looked at again.

use store::{Error, Tx, args, from_row, sql};

use crate::id::{PersonId, ProgrammeId};

/// A programme in which somebody takes part or leads, and the organisation that runs it.
pub(in crate::library) fn reach(
    tx: &mut Tx<'_>,
    person: &PersonId,
    today: &str,
) -> Result<Vec<(String, String)>, Error> {
    tx.all(
        sql!(
            "select distinct m.programme_id, p.organisation_id from memberships m
             join programmes p on p.id = m.programme_id
             where m.person_id = $1 and m.role in ('participant', 'facilitator')
                   and m.since <= $2 and (m.until is null or m.until >= $2)
             order by m.programme_id"
        ),
        args![person, today],
    )
}

/// Something happened to an entry that others can notice. The counter is locked until the transaction ends, so nobody sees a later number
/// before an earlier one.
pub(in crate::library) fn number(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    let number: i64 = tx.one(
        sql!("update library_counts set number = number + 1 where id = 'changes' returning number"),
        args![],
    )?;
    tx.run(
        sql!("update library_entries set change = $2 where id = $1"),
        args![id, number],
    )?;
    Ok(())
}

/// An entry that changed for others.
#[derive(Clone, Debug)]
pub(in crate::library) struct Changed {
    pub(in crate::library) id: String,
    pub(in crate::library) change: i64,
    /// A word of [`super::super::rules::Shelf`].
    pub(in crate::library) shelf: String,
    /// One of [`super::super::rules::SCOPES`].
    pub(in crate::library) scope: String,
    pub(in crate::library) programme_id: String,
    pub(in crate::library) organisation_id: String,
    /// The key of its texts, wrapped; `None` when they are gone.
    pub(in crate::library) wrapped: Option<String>,
    /// What others read, sealed.
    pub(in crate::library) sealed: Option<String>,
}
from_row!(Changed {
    id,
    change,
    shelf,
    scope,
    programme_id,
    organisation_id,
    wrapped,
    sealed
});

/// What changed for others after a number, in the order of the changes.
pub(in crate::library) fn changes(tx: &mut Tx<'_>, after: i64) -> Result<Vec<Changed>, Error> {
    tx.all(
        sql!(
            "select e.id, e.change, e.shelf, e.scope, e.programme_id, p.organisation_id, k.wrapped, u.sealed
             from library_entries e
             join programmes p on p.id = e.programme_id
             left join record_keys k on k.record_id = e.id
             left join library_texts u on u.entry_id = e.id and u.part = 'public'
             where e.change > $1
             order by e.change"
        ),
        args![after],
    )
}

/// Entries whose owner is to be asked to look again: id, owner, programme, and the day they look again on.
pub(in crate::library) fn to_look_again(
    tx: &mut Tx<'_>,
    today: &str,
) -> Result<Vec<(String, PersonId, String, String)>, Error> {
    tx.all(
        sql!(
            "select e.id, e.owner_id, p.name, e.review_on from library_entries e
             join programmes p on p.id = e.programme_id
             where e.shelf = 'open' and e.review_on <= $1 and e.asked_at is null
             order by e.id"
        ),
        args![today],
    )
}

/// Notes that its owner was asked; answers whether nobody noted it before.
pub(in crate::library) fn ask_again(tx: &mut Tx<'_>, id: &str, now: i64) -> Result<bool, Error> {
    let asked = tx.run(
        sql!(
            "update library_entries set asked_at = $2 where id = $1 and shelf = 'open' and asked_at is null"
        ),
        args![id, now],
    )?;
    Ok(asked > 0)
}

/// Takes off what was to be looked at again on a day or before, and was not.
pub(in crate::library) fn rest(tx: &mut Tx<'_>, since: &str, now: i64) -> Result<(), Error> {
    let forgotten: Vec<String> = tx.all(
        sql!(
            "select id from library_entries
             where shelf = 'open' and review_on <= $1 and asked_at is not null
             order by id"
        ),
        args![since],
    )?;
    for id in forgotten {
        tx.run(
            sql!(
                "update library_entries set shelf = 'resting', changed_at = $2, version = version + 1
                 where id = $1 and shelf = 'open'"
            ),
            args![&id, now],
        )?;
        number(tx, &id)?;
    }
    Ok(())
}

/// Titles of the interventions of a programme.
pub(in crate::library) fn interventions(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
) -> Result<Vec<String>, Error> {
    tx.all(
        sql!("select distinct title from interventions where programme_id = $1 order by title"),
        args![programme],
    )
}

/// The functions that somebody has.
pub(in crate::library) fn jobs(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<String>, Error> {
    tx.all(
        sql!("select distinct job from positions where person_id = $1 order by job"),
        args![person],
    )
}
